"""The negotiations as a list: the question on them with one row for each, without the words of its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Unpack

from .ask import ask
from .catalogue import question
from .flat import Flat, flat_rows
from .given import Given

if TYPE_CHECKING:
    from ..graph.knowledge import Knowledge

_NAME: Final = "negotiations"
_WORDS: Final = ("quote", "speaker", "modality", "source", "start", "end")


def columns() -> tuple[str, ...]:
    """Return the columns of the list."""
    return tuple(column for column in question(_NAME).columns if column not in _WORDS)


def negotiations(knowledge: Knowledge, **given: Unpack[Given]) -> list[Flat]:
    """Return a row for each negotiation of which a source tells that fits what is given; ``fact`` is its IRI."""
    answer = ask(knowledge, _NAME, flat=True, **given)
    rows = {str(row["fact"]): row for row in flat_rows(answer.results, answer.question)}
    return [{column: row[column] for column in columns() if column in row} for row in rows.values()]
