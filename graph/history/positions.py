"""Where each item stood on a day: by the last act until then, and by the last word of each who tells of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ..content.wording import advancement
from .deeds import ANSWERS, ASKS, Deed, called, standing, told
from .record import Quote, one_each
from .timeline import History, cited

COLUMNS: Final = (
    "item", "issue", "by", "status", "standing", "since", "dated", "told",
    "quote", "speaker", "publisher", "published", "source", "start", "end", "negotiation", "node",
)  # fmt: skip
STEPS: Final = (
    "issue", "party", "day", "dated", "item", "status", "standing",
    "quote", "speaker", "publisher", "published", "source", "start", "end", "negotiation", "node",
)  # fmt: skip
_ASKED: Final = frozenset(("proposed", "offered", "demanded", "requested"))
_PROPOSED: Final = frozenset(("propose", "offer"))
_ENDING: Final = frozenset(("withdraw", "reject"))
"""What ends an item, so that whoever proposes it later does so anew."""
_OVER: Final = frozenset(("withdrawn", "carriedOut", "rejected", "stepTaken"))


@dataclass(frozen=True, slots=True)
class Position:
    """Where an item stands after some acts on it."""

    node: str
    item: str
    issues: tuple[str, ...]
    """The IRIs of the issues that it is on."""
    owners: tuple[str, ...]
    """The parties that have put it on the table."""
    acts: tuple[Deed, ...]
    """The acts that were done, or else those that are expected, the last one as that which tells where it stands."""
    every: tuple[Deed, ...]
    """These, what is only expected, and what is denied."""
    status: str
    """Where it stands, in words, and by whose word where that is claimed or denied."""
    status_aside: str
    """The same, with whose word it is in brackets behind."""
    standing: str
    """How firmly that is told."""
    unanswered: bool
    """True where it was asked for last, and nobody but who put it on the table is told to have answered."""
    negotiations: frozenset[str]

    @property
    def last(self) -> Deed:
        """The act that tells where it stands."""
        return self.acts[-1]

    @property
    def open(self) -> bool:
        """True for what is neither rejected nor withdrawn nor carried out, and no step by itself."""
        return self.last.status not in _OVER


def positions(
    history: History,
    *,
    on: str = "",
    negotiation: str = "",
    party: str = "",
    issues: Iterable[str] = (),
    known: bool = False,
) -> tuple[Position, ...]:
    """Return where each item stood on a day, or stands: in a negotiation, of a party, on issues, or as known that day.

    ``known`` leaves out what sources tell of that day or an earlier one, but came out after it.
    """
    wanted = set(issues)
    found = []
    deeds = history.deeds_known(on) if known else history.deeds
    for item in deeds.on:
        until = [one for one in history.acts_on(item, negotiation, deeds) if _by(one, on)]
        told = position(history, item, until)
        if told and _of_party(history, told, party) and (not wanted or wanted & set(told.issues)):
            found.append(told)
    return tuple(sorted(found, key=lambda one: (history.record.labels(one.issues) or "~", _order(one.last), one.node)))


def position(history: History, item: str, acts: Sequence[Deed]) -> Position | None:
    """Return where an item stands after these acts; nothing for what is only a word for another item."""
    every = _in_order(acts)
    real = [one for one in every if one.done] or [one for one in every if one.standing == "expected"]
    if not real or all(one.item == item and one.answers and item not in one.answers for one in real):
        return None
    record = history.record
    asks = [one for one in real if one.type in ASKS] or real[:1]
    owners = tuple(sorted({side for one in asks for side in _sides(history, one)}, key=record.label))
    return Position(
        node=item,
        item=called(item, every),
        issues=record.issues(item),
        owners=owners,
        acts=tuple(real),
        every=tuple(every),
        status=_status(history, real, every, owners),
        status_aside=_status(history, real, every, owners, aside=True),
        standing=standing(real[-1], every),
        unanswered=real[-1].status in _ASKED and not _answers(history, real, owners),
        negotiations=frozenset(node for one in real for node in history.negotiations.of(one)),
    )


def rows(history: History, found: Iterable[Position]) -> Iterator[Mapping[str, str | int]]:
    """Yield a row for each item and each who tells of it, with the last that he tells."""
    record = history.record
    for one in found:
        for act, quote in last_words(one):
            yield {
                "item": one.item,
                "issue": record.labels(one.issues),
                "by": record.labels(one.owners),
                "status": one.status,
                "standing": one.standing,
                "since": one.last.when.value,
                "dated": one.last.dated if one.last.when.day else "not told",
                "told": f"{told(act, one.every)}, {act.when.value}".rstrip(", "),
                **cited(quote),
                "negotiation": record.labels(one.negotiations),
                "node": one.node,
            }


def steps(history: History, found: Iterable[Position]) -> Iterator[Mapping[str, str | int]]:
    """Yield what each party did about each issue, in order of time, a row for each act and source."""
    record = history.record
    each = [
        (record.label(issue) if issue else "", record.label(side), _order(act), one.item, act, one)
        for one in found
        for act in one.acts
        for issue in one.issues or ("",)
        for side in _sides(history, act)
    ]
    for issue, side, _, item, act, one in sorted(each, key=lambda row: (row[0] or "~", *row[1:4])):
        for quote in one_each(act.quotes):
            yield {
                "issue": issue,
                "party": side,
                "day": act.when.value,
                "dated": act.dated if act.when.day else "not told",
                "item": item,
                "status": told(act, one.every),
                "standing": standing(act, one.every),
                **cited(quote),
                "negotiation": record.labels(history.negotiations.of(act)),
                "node": one.node,
            }


def last_words(one: Position) -> list[tuple[Deed, Quote]]:
    """Return the last that each who tells of an item tells: the article's publisher, or the side of a speaker."""
    last: dict[str, tuple[Deed, Quote]] = {}
    for act in one.every:
        for quote in act.quotes:
            if not quote.against:
                last[quote.voice or quote.source] = (act, quote)
    return sorted(last.values(), key=lambda pair: (_order(pair[0]), pair[1]))


def _status(
    history: History, acts: Sequence[Deed], every: Sequence[Deed], owners: Iterable[str], *, aside: bool = False
) -> str:
    """Return where an item stands after its acts, in words, and whether anybody has answered."""
    record, last = history.record, acts[-1]
    status = told(last, every, by=record.labels(last.agents), aside=aside)
    if last.status not in _ASKED:
        return status
    answers = _answers(history, acts, owners)
    if not answers:
        return f"{status}, unanswered"
    answered = told(answers[-1], every, by=record.labels(answers[-1].agents), aside=aside)
    return f"{status}, after it was {answered}"


def _answers(history: History, acts: Iterable[Deed], owners: Iterable[str]) -> list[Deed]:
    """Return what others than its owners said to it."""
    return [one for one in acts if one.type in ANSWERS and not _sides(history, one) <= set(owners)]


def _of_party(history: History, one: Position, party: str) -> bool:
    return not party or any(party in _sides(history, act) for act in one.acts)


def _sides(history: History, one: Deed) -> frozenset[str]:
    return history.record.sides(one.agents)


def _by(one: Deed, day: str) -> bool:
    """True for an act until a day; what nobody dates, or not exactly enough, is left out where a day is given."""
    return not day or one.when.until(day)


def _in_order(acts: Sequence[Deed]) -> list[Deed]:
    """Return the acts on an item so that the last tells where it stands."""
    real = [one for one in acts if one.done and one.when.first]
    return sorted(acts, key=lambda one: (_since(one, real), *_order(one)[1:]))


def _since(one: Deed, real: Sequence[Deed]) -> str:
    """Return the day that an act counts from among those that are done, which is its own where that is told exactly.

    Else it is that of the last act which it can have followed and leads farther than. What is told to be proposed, in
    news that came out when it had been agreed, was proposed before.
    """
    if one.type in _PROPOSED and one.dated_by == "published":
        agreed = min((other.when.first for other in real if _settles(other)), default="")
        ended = any(other.type in _ENDING and agreed <= other.when.first <= one.when.first for other in real)
        return min(one.when.first, agreed) if agreed and not ended else one.when.first
    last = one.when.last or "~"
    within = (other for other in real if one.done and one.when.first <= other.when.first <= last)
    before = (other.when.first for other in within if advancement(other.status) < advancement(one.status))
    return max([one.when.first, *before])


def _settles(one: Deed) -> bool:
    return one.type == "agree" and one.standing in ("asserted", "conditional")


def _order(one: Deed) -> tuple[str, bool, int, str]:
    """Return what decides which act is the last: its day, then whether it is done, then how far it leads."""
    return one.when.first, one.done, advancement(one.status), one.facts[0]
