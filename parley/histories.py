"""What a workspace tells over time: the timeline, positions, comparisons, dossiers and networks of all its sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date as Date
from typing import TYPE_CHECKING, Any

from .graph.errors import QueryError
from .graph.history.record import Record
from .graph.history.timeline import COLUMNS, History
from .pages import Paper
from .queries.names import resolve
from .rows import Table

if TYPE_CHECKING:
    from .graph.knowledge import Knowledge


class Histories:
    """The part of a workspace that tells what happened when; each method reads the graph anew."""

    knowledge: Knowledge

    def timeline(
        self,
        *,
        negotiation: str | None = None,
        party: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Table:
        """Events and acts of all sources in order of time, a row for each source that tells of one.

        ``negotiation`` and ``party`` are names or IRIs, ``since`` and ``until`` days as YYYY-MM-DD on which something
        happened. Raises ``UnknownName``, ``QueryError``.
        """
        history = History(Record(self.knowledge))
        found = history.timeline(
            negotiation=node(self.knowledge, "negotiation", negotiation),
            party=node(self.knowledge, "party", party),
            since=day("since", since),
            until=day("until", until),
        )
        return _table(COLUMNS, history.rows(found), "What happened when?")

    def dossier(self, name: str) -> Paper:
        """All about a person, party, negotiation or item in sentences, each with footnotes that quote its sources.

        It has ``markdown`` and ``html``; ``save`` writes either, by the ending. Raises ``UnknownName``, and
        ``QueryError`` for something of another kind.
        """
        from .graph.history.dossier import dossier
        from .graph.history.dossier_pages import to_html, to_markdown

        told = dossier(History(Record(self.knowledge)), node(self.knowledge, "node", name))
        return Paper(to_markdown(told), to_html(told))


def node(knowledge: Knowledge, kind: str, name: str | None) -> str:
    """Return the IRI that a name means, or nothing for no name."""
    return str(resolve(knowledge, kind, name)) if name else ""


def day(name: str, value: str | None) -> str:
    """Return a day that was given as YYYY-MM-DD; raise QueryError for what is none."""
    if not value:
        return ""
    try:
        return Date.fromisoformat(value).isoformat()
    except ValueError:
        raise QueryError(f"{name} is no day: {value!r}; write it as YYYY-MM-DD") from None


def _table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]], title: str) -> Table:  # Any: a cell's value
    return Table(tuple(columns), tuple(dict(row) for row in rows), title)
