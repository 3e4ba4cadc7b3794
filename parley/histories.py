"""What a workspace tells over time: the timeline, positions, comparisons, dossiers and networks of all its sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Unpack

from .graph.errors import QueryError, SeveralOfName, UnknownName
from .graph.history import comparison, positions, timeline
from .graph.history.record import Record
from .graph.history.timeline import History
from .pages import Paper
from .queries.given import Given, terms
from .queries.names import resolve
from .rows import Table

if TYPE_CHECKING:
    import networkx

    from .graph.history.company import Kind
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
        given = self._given(party=party, since=since, until=until)
        history = History(Record(self.knowledge))
        found = history.timeline(
            negotiation=self._node("negotiation", negotiation),
            party=_one(given, "party"),
            since=_one(given, "since"),
            until=_one(given, "until"),
        )
        return _table(timeline.COLUMNS, history.rows(found), "What happened when?")

    def status(
        self,
        on: str | None = None,
        *,
        negotiation: str | None = None,
        issue: str | Sequence[str] | None = None,
        party: str | None = None,
        known: bool = False,
        over_time: bool = False,
    ) -> Table:
        """Where each item stood on a day (YYYY-MM-DD; None: stands now), with the last word of each who tells of it.

        ``known`` leaves out what came out after that day. ``over_time`` gives each step on the way instead, by issue
        and party. Raises ``UnknownName``, ``QueryError``.
        """
        given = self._given(date=on, issue=issue, party=party)
        history = History(Record(self.knowledge))
        found = positions.positions(
            history,
            on=_one(given, "date"),
            negotiation=self._node("negotiation", negotiation),
            party=_one(given, "party"),
            issues=given.get("issue", ()),
            known=known,
        )
        if over_time:
            return _table(positions.STEPS, positions.steps(history, found), "Who took which position when?")
        return _table(positions.COLUMNS, positions.rows(history, found), "Where do things stand?")

    def compare(self, first: str, second: str, *, negotiation: str | None = None) -> Table:
        """What changed from one day to another, or from one round of a negotiation to another; or two parties.

        Days are YYYY-MM-DD, rounds numbers, parties names or IRIs, which are set side by side by issue. Raises
        ``UnknownName``, and ``QueryError`` for what cannot be compared.
        """
        history = History(Record(self.knowledge))
        talks = self._node("negotiation", negotiation)
        if first.isdecimal() and second.isdecimal() and len(first) < _YEAR and len(second) < _YEAR:
            days = tuple(_round(history, talks, int(number)) for number in (first, second))
        elif first[:1].isdecimal() and second[:1].isdecimal():
            days = tuple(_one(self._given(date=day), "date") for day in (first, second))
        else:
            sides = (self._node("party", first), self._node("party", second))
            told = comparison.side_by_side(history, sides, negotiation=talks)
            return _table(comparison.SIDES, told, "Who stands for what?")
        if days[0] >= days[1]:
            raise QueryError(f"{days[0]} is not before {days[1]}: give the earlier one first")
        found = comparison.changes(history, days[0], days[1], negotiation=talks)
        return _table(comparison.CHANGES, comparison.rows(history, found), f"What changed from {days[0]} to {days[1]}?")

    def dossier(self, name: str) -> Paper:
        """All about a person, party, negotiation or item in sentences, each with footnotes that quote its sources.

        It has ``markdown`` and ``html``; ``save`` writes either, by the ending. Raises ``UnknownName``, and
        ``QueryError`` for something of another kind.
        """
        from .graph.history.dossier import dossier
        from .graph.history.dossier_pages import to_html, to_markdown

        told = dossier(History(Record(self.knowledge)), self._subject(name))
        return Paper(to_markdown(told), to_html(told))

    def network(self, kind: Kind = "sat-with") -> networkx.Graph[str]:
        """Who sat with whom, people or (``sides``) parties, at events that somebody tells were held.

        Nodes have ``label``, ``side``, ``events``, ``betweenness``, ``circle`` and ``said``, lines ``weight`` and
        ``events``.
        """
        from .graph.history.company import company

        return company(History(Record(self.knowledge)), kind)

    def _subject(self, name: str) -> str:
        """Return what a dossier is to be of; what is no subject of one is looked for among all nodes, to say so."""
        try:
            return self._node("subject", name)
        except SeveralOfName:
            raise
        except UnknownName:
            return self._node("node", name)

    def _given(self, **given: Unpack[Given]) -> dict[str, list[str]]:
        return {name: [str(term) for term in found] for name, found in terms(self.knowledge, given).items()}

    def _node(self, kind: str, name: str | None) -> str:
        return str(resolve(self.knowledge, kind, name)) if name else ""


_YEAR = 4


def _one(given: Mapping[str, Sequence[str]], name: str) -> str:
    return next(iter(given.get(name, ())), "")


def _round(history: History, negotiation: str, number: int) -> str:
    if not negotiation:
        raise QueryError("rounds are compared in one negotiation: name it with `negotiation`")
    day = comparison.day_of_round(history, negotiation, number)
    if not day:
        talks = history.record.label(negotiation)
        raise QueryError(f"no source tells of a day of round {number} of {talks!r}: `parley timeline` shows those told")
    return day


def _table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]], title: str) -> Table:  # Any: a cell's value
    return Table(tuple(columns), tuple(dict(row) for row in rows), title)
