"""Enters what a model answers: only what the text itself says in the words that the answer quotes.

Not one word of the model gets into a record. Names, titles, contents and quotations are the text's own, found there;
dates and amounts are read from the text's words; the rest is a choice among the terms of the vocabulary.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from ...graph.errors import one_line, printable
from .answers import Answer
from .desk import Desk, Nothing
from .facts import ENTRIES

_MOST: Final = 400
"""Records of one kind in one answer: whoever lists more has lost the thread."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A record that was not kept."""

    kind: str
    why: str
    words: str


def enter_answer(answer: Answer, desk: Desk) -> list[Dropped]:
    """Enter an answer's records, and return those that the text does not bear out."""
    dropped = [
        Dropped("actors", "not named in the text", _shown(name))
        for name in desk.company.introduce(answer["actors"][:_MOST])
    ]
    for kind, enter in ENTRIES.items():
        records: list[Any] = answer[kind]  # type: ignore[literal-required]  # Any: each entry takes its own record
        dropped += _enter(kind, records[:_MOST], desk, enter)
        dropped += [Dropped(kind, f"beyond the first {_MOST}", "")] * len(records[_MOST:])
    return dropped


def _shown(words: str) -> str:
    return printable(one_line(words, limit=80))


def _enter(kind: str, records: list[Any], desk: Desk, enter: Callable[[Any, Desk], None]) -> list[Dropped]:
    dropped = []
    for record in records:
        try:
            enter(record, desk)
        except Nothing as error:
            dropped.append(Dropped(kind, str(error), _shown(record["quote"])))
    return dropped
