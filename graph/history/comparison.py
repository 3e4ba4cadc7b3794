"""What changed between two days, and what two parties stand for, by issue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from ..reading.lookup import PARLEY
from .deeds import ASKS, Deed, standing, told
from .positions import Position, position, positions
from .record import Quote, Record, one_each
from .timeline import History, cited

CHANGES: Final = (
    "change", "item", "issue", "by", "day", "standing", "before", "after",
    "quote", "speaker", "publisher", "published", "source", "start", "end", "node",
)  # fmt: skip
SIDES: Final = (
    "issue", "party", "item", "status", "standing", "since",
    "quote", "speaker", "publisher", "published", "source", "start", "end", "node",
)  # fmt: skip
_NAMED: Final = {
    "agree": "agreed", "agreeToConsider": "considered", "reject": "refused", "withdraw": "withdrawn",
    "carryOut": "carried out", "takeStep": "step taken", "commit": "promised", "setCondition": "made conditional",
}  # fmt: skip
_ORDER: Final = (
    "new", "own terms changed", "countered", "considered", "made conditional", "promised", "agreed",
    "refused", "withdrawn", "carried out", "step taken", "contradicted", "told again", "silent",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one item in between."""

    kind: str
    node: str
    item: str
    issues: tuple[str, ...]
    by: tuple[str, ...]
    day: str
    standing: str
    """How firmly that is told."""
    before: str
    """Where it stood before, empty where it was not there."""
    after: str
    quotes: tuple[Quote, ...]
    replaces: str = ""
    """The item that it changes the terms of, or counters."""


def changes(
    history: History, first: str, second: str, *, negotiation: str = "", items: Iterable[str] | None = None
) -> tuple[Change, ...]:
    """Return what changed after one day until another, in all or in one negotiation, of all or of these items.

    Of what was on the table on the first day and is in no source since it says "silent", unless other terms took its
    place: that is no word that it is off the table.
    """
    found: list[Change] = []
    alike = _Alike(history, negotiation)
    for item in history.deeds.on if items is None else items:
        mine = history.acts_on(item, negotiation)
        until = [one for one in mine if one.when.until(first)]
        between = [one for one in mine if first < one.when.first and one.when.until(second)]
        before, after = position(history, item, until), position(history, item, [*until, *between])
        if after:
            found += _of_item(history.record, before, after, between, alike)
    replaced = {one.replaces for one in found}
    told_of = (one for one in found if one.kind != "silent" or one.node not in replaced)
    return tuple(sorted(told_of, key=lambda one: (_ORDER.index(one.kind), one.day, one.item, one.node)))


class _Alike:
    """Finds what was on the table before an item, with other terms."""

    def __init__(self, history: History, negotiation: str) -> None:
        self._history = history
        self._negotiation = negotiation

    def before(self, item: Position, day: str) -> Position | None:
        """Return where the last variant before a day stood, one of its own side before one of another."""
        history = self._history
        earlier = [
            position(
                history, node, [act for act in history.acts_on(node, self._negotiation) if "" < act.when.first < day]
            )
            for node in history.record.triples.all(item.node, PARLEY + "variantOf")
        ]
        return max(
            (one for one in earlier if one),
            key=lambda one: (bool(set(one.owners) & set(item.owners)), one.acts[0].when.first, one.node),
            default=None,
        )


def _of_item(
    record: Record, before: Position | None, after: Position, acts: list[Deed], alike: _Alike
) -> Iterator[Change]:
    if not acts and before and before.open:
        yield _change("silent", after, before, before.last)
    for number, one in enumerate(acts):
        disputed = any(quote.against for quote in one.quotes) or record.contradicted(one.facts)
        if one.standing == "denied" or disputed:
            yield _change("contradicted", after, before, one)
        if one.standing in ("denied", "expected"):
            continue
        if one.type in _NAMED:
            yield _change(_NAMED[one.type], after, before, one)
        elif number == 0 and (before is None or before.last.standing == "expected"):
            yield _first(after, one, alike.before(after, one.when.first))
        elif one.type in ASKS and before is not None:
            yield _change("told again", after, before, one)


def _first(after: Position, one: Deed, earlier: Position | None) -> Change:
    """Return how an item came onto the table: as its own side's next offer, as another's answer, or as new."""
    if earlier is None:
        return _change("new", after, None, one)
    kind = "own terms changed" if set(earlier.owners) & set(after.owners) else "countered"
    told_before = f"{earlier.item}: {earlier.status}"
    return replace(_change(kind, after, earlier, one), before=told_before, replaces=earlier.node)


def _change(kind: str, after: Position, before: Position | None, one: Deed) -> Change:
    return Change(
        kind=kind,
        node=after.node,
        item=after.item,
        issues=after.issues,
        by=one.agents,
        day=one.when.value,
        standing=standing(one, after.every),
        before=before.status if before else "",
        after=after.status if kind != "silent" else "nothing told",
        quotes=one.quotes,
    )


def rows(history: History, found: tuple[Change, ...]) -> Iterator[Mapping[str, str | int]]:
    """Yield a row for each change and each source that tells of it."""
    record = history.record
    for one in found:
        for quote in one_each(one.quotes):
            yield {
                "change": one.kind,
                "item": one.item,
                "issue": record.labels(one.issues),
                "by": record.labels(one.by),
                "day": one.day,
                "standing": one.standing,
                "before": one.before,
                "after": one.after,
                **cited(quote),
                "node": one.node,
            }


def day_of_round(history: History, negotiation: str, number: int) -> str:
    """Return the last day of a round of a negotiation; empty where none is told."""
    rounds = [
        event
        for event in history.happenings.all.values()
        if event.number == str(number) and negotiation in history.negotiations.of(event) and event.when.day
    ]
    rounds.sort(key=lambda event: (not event.held, -len(event.tellings), event.when.first, event.node))
    return rounds[0].when.last if rounds else ""


def side_by_side(
    history: History, parties: tuple[str, str], *, negotiation: str = ""
) -> Iterator[Mapping[str, str | int]]:
    """Yield what two parties have put on the table or said of what is, by issue, a row for each source's words."""
    record = history.record
    found = [
        (record.label(issue) if issue else "", number, one)
        for number, party in enumerate(parties)
        for one in positions(history, negotiation=negotiation, party=party)
        for issue in one.issues or ("",)
    ]
    found.sort(key=lambda row: (row[0] or "~", row[1], row[2].last.when.first, row[2].node))
    for issue, number, one in found:
        party = parties[number]
        own = [act for act in one.acts if party in record.sides(act.agents)]
        for quote in one_each(own[-1].quotes) if own else ():
            yield {
                "issue": issue,
                "party": record.label(party),
                "item": one.item,
                "status": told(own[-1], one.every),
                "standing": standing(own[-1], one.every),
                "since": own[-1].when.value,
                **cited(quote),
                "node": one.node,
            }
