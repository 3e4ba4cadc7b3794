"""The acts of all sources: one for each that several tell of, dated by its event, by its own day, or by publication."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from ...ontology.terms import DEFAULT_STATUSES
from ..content.records import Fact
from ..content.wording import ACTS, deed
from ..kinds import in_words as plain
from ..matching.closeness import gap
from ..reading.lookup import PARLEY, SCHEMA, Triples, concept_key
from .days import When, told_day
from .happenings import Happenings
from .record import Quote, Record, as_told, voices

ANSWERS: Final = frozenset(("agree", "agreeToConsider", "reject", "setCondition", "carryOut", "commit"))
"""Acts by which another side answers what was asked."""
ASKS: Final = frozenset(("propose", "offer", "demand", "request"))
_ALIKE: Final = {"offer": "propose", "request": "demand"}
"""What one source calls so, another calls otherwise."""
_ONE_NEWS: Final = 7
"""Within so many days reports of the same act, of which none tells the day, are one."""
_TELLING: Final = 2
"""A name of fewer blanks tells little."""
_FIRMNESS: Final = ("asserted", "claimed", "conditional", "expected", "denied")
_BY: Final = {"event": "its event", "own": "told", "published": "publication"}


@dataclass(frozen=True, slots=True)
class Deed:
    """An act as all sources tell of it together."""

    facts: tuple[str, ...]
    """The IRIs of the acts of single sources."""
    type: str
    agents: tuple[str, ...]
    people: tuple[str, ...]
    """Through whom the agents act."""
    addressees: tuple[str, ...]
    item: str
    told_as: str
    """What its first source calls the item."""
    event: str
    when: When
    dated_by: str
    """``event``, ``own`` or ``published``: where its day comes from."""
    standing: str
    """The firmest with which anybody tells of it."""
    answers: tuple[str, ...]
    """The items that it answers, its own included where it answers one."""
    sources: tuple[str, ...]
    quotes: tuple[Quote, ...]

    @property
    def done(self) -> bool:
        """True when somebody tells of it as done, be it on a condition."""
        return self.standing not in ("expected", "denied")

    @property
    def dated(self) -> str:
        """Where its day comes from, in words."""
        return _BY[self.dated_by]

    @property
    def published(self) -> str:
        """The day on which the first source told of it."""
        return min((quote.published for quote in self.quotes if quote.published), default="")

    @property
    def status(self) -> str:
        """What became of its item by it, as a term of the vocabulary."""
        return concept_key(DEFAULT_STATUSES[self.type]) if self.type in DEFAULT_STATUSES else self.type


class Deeds:
    """The acts of a record."""

    def __init__(self, record: Record, happenings: Happenings, *, known_on: str = "") -> None:
        self._record = record
        self._known_on = known_on or "~"
        self._events = happenings

    @cached_property
    def all(self) -> tuple[Deed, ...]:
        """Every act, in order of time."""
        each: defaultdict[tuple[object, ...], list[Deed]] = defaultdict(list)
        for fact in self._record.content.facts:
            if fact.kind == "act" and self._record.published(self._record.source_of(fact)) <= self._known_on:
                one = self._deed(fact)
                kind = one.standing if one.standing in ("denied", "expected") else "done"
                each[_ALIKE.get(one.type, one.type), one.agents, one.item, kind].append(one)
        found = [joined for same in each.values() for joined in _joined(same)]
        return tuple(sorted(found, key=order))

    @cached_property
    def on(self) -> Mapping[str, tuple[Deed, ...]]:
        """The acts on each item, those that answer it included, in order of time."""
        found: defaultdict[str, list[Deed]] = defaultdict(list)
        for one in self.all:
            for item in dict.fromkeys((one.item, *one.answers)):
                found[item].append(one)
        return {item: tuple(some) for item, some in found.items()}

    def _deed(self, fact: Fact) -> Deed:
        triples: Triples = self._record.triples
        iri = fact.id
        event, item = triples.first(iri, PARLEY + "atRound"), triples.first(iri, PARLEY + "concerns")
        when, dated_by = self._when(fact, event)
        answered = triples.all(iri, PARLEY + "respondsTo")
        return Deed(
            facts=(iri,),
            type=concept_key(triples.first(iri, PARLEY + "actType")),
            agents=tuple(triples.all(iri, SCHEMA + "agent")),
            people=tuple(triples.all(iri, PARLEY + "representedBy")),
            addressees=tuple(triples.all(iri, PARLEY + "addressee")),
            item=item,
            told_as=self._record.told_as(iri, item),
            event=event,
            when=when,
            dated_by=dated_by,
            standing=fact.standing,
            answers=tuple(dict.fromkeys(triples.first(asked, PARLEY + "concerns") for asked in answered)),
            sources=(self._record.source_of(fact),),
            quotes=self._record.words(fact),
        )

    def _when(self, fact: Fact, event: str) -> tuple[When, str]:
        """Return when an act was, and where that comes from; nobody tells of an act before it is done."""
        published = When(self._record.published(self._record.source_of(fact)))
        told = told_day(self._record.triples.first(fact.id, SCHEMA + "startTime"))
        own = When(told, basis=concept_key(self._record.triples.first(fact.id, PARLEY + "dateBasis")))
        at = self._events.all[event].when if event in self._events.all else When()
        for when, dated_by in ((own, "own"), (at, "event")):
            early = fact.standing == "expected" or not published.day or when.first <= published.last
            if when.day and early and not (dated_by == "own" and at.day and when.fits(at)):
                return when, dated_by
        return published, "published"


def deniers(one: Deed, among: Iterable[Deed] = ()) -> tuple[str, ...]:
    """Return who denies what is told to be done: in words against it, or in a denial that came then or later."""
    if not one.done:
        return ()
    kind = _ALIKE.get(one.type, one.type), one.agents, one.item
    denials = (
        other
        for other in among
        if other.standing == "denied"
        and (_ALIKE.get(other.type, other.type), other.agents, other.item) == kind
        and other.when.last >= one.when.first
    )
    told = (who for other in denials for who in voices(other.quotes))
    return tuple(dict.fromkeys((*voices(one.quotes, against=True), *told)))


def standing(one: Deed, among: Iterable[Deed] = ()) -> str:
    """Return how firmly an act is told, in words, and that it is disputed where somebody denies it."""
    return plain(one.standing) + (", disputed" if deniers(one, among) else "")


def told(one: Deed, among: Iterable[Deed] = (), *, by: str = "", aside: bool = False) -> str:
    """Return what an act makes of its item, in words; whose word it is wherever it does not stand undenied.

    ``among`` are the acts on the item, ``by`` tells who acts; ``aside`` puts whose word it is in brackets behind.
    """
    words, against = plain(one.status) + (f" by {by}" if by else ""), deniers(one, among)
    who = ", ".join(voices(one.quotes)) or "somebody"
    if aside and (against or one.standing == "claimed"):
        return words + as_told(one.quotes, claimed=one.standing == "claimed", denied_by=against)
    if against:
        condition = "on a condition: " if one.standing == "conditional" else ""
        return f"{condition}{words}, says {who}; denied by {', '.join(against)}"
    before = {"denied": "denied: ", "expected": "expected: ", "conditional": "on a condition: "}
    return f"{before.get(one.standing, f'said by {who}: ' if one.standing == 'claimed' else '')}{words}"


def called(item: str, acts: Iterable[Deed]) -> str:
    """Return what an item goes by after these acts: what it was called when it was first asked for, if telling."""
    own = sorted((one for one in acts if one.item == item), key=lambda one: (one.type not in ASKS, order(one)))
    names = [one.told_as for one in own]
    return next((name for name in names if name.count(" ") >= _TELLING), next(iter(names), item))


def order(one: Deed) -> tuple[str, str, str, tuple[str, ...]]:
    """Return what acts are sorted by: their days, then the days on which they were told of."""
    return (one.when.first or "~", one.when.value, one.published, one.facts)


def _joined(same: Iterable[Deed]) -> Iterator[Deed]:
    """Yield one act for those of one day, and for each report without a day the act that was before it, if near."""
    dated: dict[str, Deed] = {}
    undated = []
    for one in sorted(same, key=order):
        if one.dated_by == "published":
            undated.append(one)
        else:
            dated[one.when.first] = _both(dated[one.when.first], one) if one.when.first in dated else one
    loose: list[Deed] = []
    for one in undated:
        before = [day for day in dated if _near(day, one.when.first)]
        if before:
            dated[max(before)] = _both(dated[max(before)], one)
        elif loose and _near(loose[-1].when.first, one.when.first):
            loose[-1] = _both(loose[-1], one)
        else:
            loose.append(one)
    yield from dated.values()
    yield from loose


def _near(day: str, later: str) -> bool:
    return not (day and later) or (day <= later and gap(day, later) <= _ONE_NEWS)


def _both(one: Deed, other: Deed) -> Deed:
    return replace(
        one,
        facts=tuple(sorted({*one.facts, *other.facts})),
        people=tuple(sorted({*one.people, *other.people})),
        addressees=tuple(sorted({*one.addressees, *other.addressees})),
        event=one.event or other.event,
        standing=min(one.standing, other.standing, key=_FIRMNESS.index),
        answers=tuple(dict.fromkeys((*one.answers, *other.answers))),
        sources=tuple(dict.fromkeys((*one.sources, *other.sources))),
        quotes=tuple(sorted({*one.quotes, *other.quotes})),
    )


def in_words(record: Record, one: Deed) -> str:
    """Return an act as a sentence, without its day.

    What is denied says so; whom it is only meant for by implication is left to the graph.
    """
    past, infinitive, toward = ACTS.get(one.type, (one.type, one.type, ", towards"))
    who = record.labels(one.agents) + (f" ({record.labels(one.people)})" if one.people else "")
    verb = deed(one.standing, past, infinitive, plural=len(one.agents) > 1)
    whom = f" {toward} {record.labels(one.addressees)}" if one.addressees else ""
    limit = ", on a condition" if one.standing == "conditional" else ""
    said = f"{who} {verb}{whom}{limit}: {one.told_as}".replace(" ,", ",")
    return f"It is denied that {said}" if one.standing == "denied" else said
