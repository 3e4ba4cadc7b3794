"""The events of all sources: one for each that is held to be one, with its best day and what became of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from ..matching.nodes import days
from ..reading.lookup import ORG, PARLEY, SCHEMA, TYPE, concept_key
from ..reading.tellings import Told
from .days import When, best, most_told, told_day
from .record import SEATED, Quote, Record

_STANDS: Final = {
    "asserted": "held",
    "claimed": "said to have been held",
    "expected": "planned",
    "conditional": "planned on a condition",
    "denied": "denied",
}
_BETWEEN: Final = frozenset(("mediator", "host", "observer"))
"""In what capacity somebody is there who is no party."""


def _rank(standing: str) -> int:
    return list(_STANDS).index(standing) if standing in _STANDS else len(_STANDS)


@dataclass(frozen=True, slots=True)
class Telling:
    """What one source tells of an event."""

    source: str
    published: str
    publisher: str
    when: When
    place: str
    standing: str


@dataclass(frozen=True, slots=True)
class Happening:
    """An event as all sources tell of it together."""

    node: str
    label: str
    kind: str
    number: str
    negotiation: str
    """The IRI of the negotiation that it is part of, empty where none is told."""
    parties: tuple[str, ...]
    guests: tuple[str, ...]
    """Who mediated, hosted or observed."""
    mediators: tuple[str, ...]
    """Who is told to have mediated: no party, where two others are."""
    when: When
    place: str
    standing: str
    """How it stands at last, as a term of the vocabulary."""
    history: str
    """What became of it, in words: planned for some day, then held."""
    also: tuple[str, ...]
    """What other sources tell of its day and place instead."""
    tellings: tuple[Telling, ...]
    quotes: tuple[Quote, ...]

    @property
    def name(self) -> str:
        """What it goes by: a round by its number, another event by its label."""
        return f"round {self.number}" if self.kind == "round" and self.number else self.label

    @property
    def told_first(self) -> str:
        """The day on which the first source told of it."""
        return min((told.published for told in self.tellings if told.published), default="")

    @property
    def held(self) -> bool:
        """True when somebody tells of it as having been."""
        return self.standing in SEATED


class Happenings:
    """The events of a record, by IRI."""

    def __init__(self, record: Record) -> None:
        self._record = record

    @cached_property
    def all(self) -> Mapping[str, Happening]:
        """Every event."""
        events = self._record.triples.subjects(TYPE, PARLEY + "NegotiationEvent")
        return {node: self._happening(node) for node in events}

    def _happening(self, node: str) -> Happening:
        record, triples = self._record, self._record.triples
        quotes = record.words_for(node)
        tellings = tuple(sorted(self._tellings(node, quotes), key=lambda one: (one.published or "~", one.source)))
        tellings = tuple(_not_yet(tellings))
        dated = [one for one in tellings if one.when.day]
        newest = max((one.published for one in dated), default="")  # what was put off was told of last
        counted = [one for one in dated if one.standing in SEATED] or [one for one in dated if one.published == newest]
        when = best((one.when, one.publisher) for one in counted)
        placed = [one for one in tellings if one.place and (not one.when.day or one.when.fits(when))]
        place = most_told((one.place, one.publisher) for one in placed)
        parties, guests, mediators = self._present(node)
        kind = triples.first(node, PARLEY + "eventKind")
        return Happening(
            node=node,
            label=record.label(node),
            kind=triples.concept(kind) if kind else "event",
            number=triples.first(node, SCHEMA + "position"),
            negotiation=triples.first(node, SCHEMA + "superEvent"),
            parties=parties,
            guests=guests,
            mediators=mediators,
            when=when,
            place=place,
            standing=min((one.standing for one in tellings), key=_rank, default=record.standing(node)),
            history=self._history(tellings, quotes, when),
            also=(*_other_days(dated, when), *_other_places(placed, place)),
            tellings=tellings,
            quotes=quotes,
        )

    def _tellings(self, node: str, quotes: tuple[Quote, ...]) -> Iterator[Telling]:
        record = self._record
        each = record.tellings.get(node)
        if each is None:
            names = ("startDate", "endDate", "location")
            alone = {SCHEMA + name: record.triples.first(node, SCHEMA + name) for name in names}
            alone |= {PARLEY + name: record.triples.first(node, PARLEY + name) for name in ("dateBasis", "standing")}
            each = {record.source_named(quote.source): alone for quote in quotes}
        for source, told in each.items():
            if record.has_source(source):
                yield self._telling(source, told)

    def _telling(self, source: str, told: Told) -> Telling:
        record = self._record
        start, end = (told_day(told.get(SCHEMA + name, "")) for name in ("startDate", "endDate"))
        basis = concept_key(told.get(PARLEY + "dateBasis", ""))
        place = told.get(SCHEMA + "location", "")
        return Telling(
            source=source,
            published=record.published(source),
            publisher=record.publisher(source),
            when=When(start or end, end if start else "", basis),
            place=record.label(place) if place else "",
            standing=concept_key(told.get(PARLEY + "standing", "")),
        )

    def _present(self, node: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """Return the parties of an event, who else had a part in it, and who of these mediated, by sides."""
        record, triples = self._record, self._record.triples
        parties = set(triples.all(node, PARLEY + "party"))
        guests: set[str] = set()
        mediators: set[str] = set()
        for fact in triples.subjects(PARLEY + "atRound", node):
            if record.standing(fact) == "denied":
                continue
            capacity = concept_key(triples.first(fact, PARLEY + "capacity"))
            agents = triples.all(fact, PARLEY + "attendee")
            (guests if capacity in _BETWEEN else parties).update(record.parties(agents))
            mediators.update(record.parties(agents) if capacity == "mediator" else ())
            parties.update(record.parties(triples.all(fact, PARLEY + "represents")))
        parties = without_mediators(parties, mediators)
        in_order = [tuple(sorted(some, key=record.label)) for some in (parties, guests - parties, mediators)]
        return in_order[0], in_order[1], in_order[2]

    def _history(self, tellings: tuple[Telling, ...], quotes: tuple[Quote, ...], when: When) -> str:
        """Return what became of an event, in the order in which its sources came out."""
        steps: dict[str, None] = {}
        named = any(one.when.day for one in tellings if one.standing == "expected")
        for told in tellings:
            words = _STANDS.get(told.standing, told.standing)
            if told.standing == "expected" and named:
                if not told.when.day:
                    continue
                words += f" for {told.when.value}"
            steps.setdefault(f"{words} by {told.publisher}" if told.standing == "denied" else words)
        said = [step for step in steps if step != _STANDS["claimed"] or _STANDS["asserted"] not in steps]
        only_planned = not {told.standing for told in tellings} & {*SEATED, "denied"}
        unheld = only_planned and when.day and when.last < self._record.last_day
        disputing = sorted({quote.speaker or quote.publisher for quote in quotes if quote.against})
        ended = ["no source tells that it was held"] if unheld else []
        ended += [f"disputed by {', '.join(disputing)}"] if disputing else []
        return "; ".join((", then ".join(said), *ended))


def without_mediators(parties: Collection[str], mediators: Collection[str]) -> set[str]:
    """Return the parties without who mediates between them; all of them where that leaves none to talk with.

    >>> sorted(without_mediators({"A", "B", "M"}, {"M"})), sorted(without_mediators({"A", "M"}, {"M"}))
    (['A', 'B'], ['A', 'M'])
    """
    rest = set(parties).difference(mediators)
    return rest if len(rest) > 1 else set(parties)


def _not_yet(tellings: Sequence[Telling]) -> Iterator[Telling]:
    """Yield the tellings; what a source tells before the event's day it can only tell as planned."""
    planned = best((one.when, one.publisher) for one in tellings if one.standing == "expected")
    for one in tellings:
        when = one.when if one.when.day else planned
        early = one.standing in SEATED and one.published and when.first and days(one.published)[1] < when.first
        yield replace(one, standing="expected") if early else one


def _other_days(tellings: Iterable[Telling], when: When) -> list[str]:
    told = {(one.when.value, one.publisher) for one in tellings if one.when.day and not one.when.fits(when)}
    return _by_value(told)


def _other_places(tellings: Iterable[Telling], place: str) -> list[str]:
    return _by_value({(f"in {one.place}", one.publisher) for one in tellings if one.place != place})


def _by_value(told: Collection[tuple[str, str]]) -> list[str]:
    """Return each value with those who tell it."""
    values = sorted({value for value, _ in told})
    return [f"{value} ({', '.join(sorted(who for other, who in told if other == value))})" for value in values]


def members_at(record: Record, node: str) -> Iterator[tuple[str, str]]:
    """Yield who is told to have been at an event, each with the fact that says so; a delegation's people too."""
    triples = record.triples
    for fact in triples.subjects(PARLEY + "atRound", node):
        if record.standing(fact) in SEATED:
            yield from ((agent, fact) for agent in triples.all(fact, PARLEY + "attendee"))
        for membership in triples.subjects(ORG + "organization", fact):
            if record.standing(membership) in SEATED:
                yield from ((agent, membership) for agent in triples.all(membership, ORG + "member"))
