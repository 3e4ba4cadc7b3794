"""Finds in the triples of one source what links go by: acts, details of events, and what is said in which words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from ...ontology.terms import FOAF, OA, PARLEY, PROV, RDF, SCHEMA, SKOS
from ..identifiers import Minter
from ..ntriples import Triple
from .nodes import Node, days
from .shingles import few_shingles, figures, fingerprint
from .spelling import name_tokens, sound, stems
from .tellings import Telling, pairs_of
from .told import _Source

_SLOTS: Final = ("duration", "place", "date")
"""What two outlets can tell differently of one event."""
_SEASON_DAYS: Final = 180
"""Acts that lie further apart may lie in no common block."""
_SPEECH_DAYS: Final = 4
_EVENT_DAYS: Final = 7
_NUMBER_DAYS: Final = 30
NOT_AGREED: Final = re.compile(
    r"\b(?:did not|didn't) (?:agree|accept|promise|commit)\b"
    r"|\b(?:ha[ds] not|have not|hadn't|hasn't|haven't|never) (?:agreed|accepted|promised|committed)\b"
    r"|\bden(?:y|ies|ied|ying)\b[^.;]{0,60}? ha[ds] (?:agreed|accepted|promised|committed)\b"
)
"""Words that deny that something was agreed."""
_OPEN: Final = re.compile(r"\b(?:yet|if|unless|until)\b", re.IGNORECASE)
"""Words by which what is not agreed may still be."""
_SENTENCES: Final = 8
"""So many sentences of one person are enough to meet who says the same."""
_FEWEST_STEMS: Final = 2
"""Fewer words that carry meaning tell nothing."""


def all_tellings(facts: Collection[Triple], minter: Minter, source_id: str) -> list[Telling]:
    """Return what a source tells that could be another's too, and its acts, details of events and statements."""
    source = _Sayings(facts, minter, source_id)
    told = sorted(source.tellings())
    if source.is_dataset:
        return told
    sayings = sorted(source.sayings(told))
    return [*source.in_their_words(told), *sayings]


def spans_of_days(day: str, length: int) -> list[str]:
    """Return two numbered spans of days; two days that lie less than a length apart share one at least.

    >>> spans_of_days("2031-03-02", 4)[1] == spans_of_days("2031-03-05", 4)[0]
    True
    """
    if not day:
        return ["?"]
    number = date.fromisoformat(day).toordinal() // length
    return [str(number), str(number + 1)]


class _Sayings(_Source):
    """The acts, details and statements of one source; of a source that only gives its month no day is known."""

    def __init__(self, facts: Collection[Triple], minter: Minter, source_id: str) -> None:
        super().__init__(facts, minter, source_id)
        self._day = self._day if len(self._day) == len("YYYY-MM-DD") else ""

    def sayings(self, told: Sequence[Telling]) -> Iterator[Telling]:
        """Yield what links go by; ``told`` is what the source tells of its nodes."""
        self._told = {one.node: one for one in told}
        self._carrying: dict[str, list[str]] = defaultdict(list)
        for node, said in self._nodes.items():
            self._carrying[node] += (*said.iris(PARLEY.supportedBy), *said.iris(PARLEY.disputedBy))
        self._acts = frozenset(self._by_class[PARLEY.NegotiationAct])
        self._carried: dict[str, list[str]] = defaultdict(list)
        for node, statements in self._carrying.items():
            for statement in statements:
                self._carried[statement].append(node)
        self._aspects = {node: self._nodes[node].tail(PARLEY.aspect) for node in self._by_class[PARLEY.Statement]}
        yield from self.acts()
        yield from self.denials()
        yield from self.details()
        yield from self.statements()

    def in_their_words(self, told: Sequence[Telling]) -> Iterator[Telling]:
        """Yield what is told, people with hashes of a few sentences that they alone say."""
        said: dict[str, set[str]] = defaultdict(set)
        for node, aspect in self._aspects.items():
            people = [] if aspect else self._people_of(node)
            if len(people) == 1 and (words := fingerprint(self._quote(node))):
                said[people[0]].add(words)
        for one in told:
            yield replace(one, words=tuple(sorted(said[one.node])[:_SENTENCES])) if one.node in said else one

    def acts(self) -> Iterator[Telling]:
        """Yield the acts, each with what is told of its item."""
        for node in self._by_class[PARLEY.NegotiationAct]:
            said = self._nodes[node]
            item = next((self._told[one] for one in said.iris(PARLEY.concerns) if one in self._told), None)
            statement = self._first(node)
            if item is None or not statement or self._mode(statement) == "headline":
                continue
            first, last = self._days_of(said)
            yield replace(
                item,
                node=node,
                kind="act",
                parties=self._keys(said.iris(SCHEMA.agent)),
                others=tuple(sorted({*item.parties, *item.others})),
                sort=said.tail(PARLEY.actType),
                ordinal=self._place(statement),
                first=first,
                last=last,
                standing=said.tail(PARLEY.standing),
                about=item.node,
                statement=statement,
                quote=self._quote(statement),
                names=(item.label, *self._speakers(statement)),
                inside=tuple(self._seasons({*self._around, *item.parties, *item.others})),
            )

    def _days_of(self, act: Node) -> tuple[str, str]:
        """Return the days within which an act lies: its own, or those of the event at which it was done."""
        own = days(act.text(SCHEMA.startTime))
        events = (self._told[node] for node in act.iris(PARLEY.atRound) if node in self._told)
        return own if own[0] else next(((event.first, event.last) for event in events), ("", ""))

    def _seasons(self, around: Iterable[str]) -> Iterator[str]:
        for pair in pairs_of(around):
            for season in spans_of_days(self._day, _SEASON_DAYS):
                yield f"{pair}:{season}"

    def _mode(self, statement: str) -> str:
        return self._nodes[statement].tail(PARLEY.attributionMode).removeprefix("attributionMode-")

    def denials(self) -> Iterator[Telling]:
        """Yield what is said not to have been agreed, as acts of nobody told."""
        for node, aspect in sorted(self._aspects.items()):
            quote = self._quote(node)
            found = None if aspect or self._mode(node) == "headline" else NOT_AGREED.search(quote)
            if found and not _OPEN.search(quote):
                yield Telling(
                    node, "act", self._article, self._day, self._talks, self._around,
                    names=(quote[found.end() :], *self._speakers(node)),
                    sort="agree",
                    standing="denied",
                    words=tuple(sorted(stems(quote[found.end() :]))),
                    statement=node,
                    quote=quote,
                    inside=tuple(self._seasons(self._around)),
                )  # fmt: skip

    def details(self) -> Iterator[Telling]:
        """Yield how long each dated event took, where it was, and when, each with its statement."""
        for event in self._told.values():
            if event.kind != "event" or not (event.first and event.day):
                continue
            for statement in sorted(self._carrying[event.node]):
                slot = self._aspects.get(statement, "").removeprefix("aspect-")
                if slot in _SLOTS:
                    yield replace(
                        event,
                        node=statement,
                        kind="detail",
                        about=event.node,
                        statement=statement,
                        issues=(slot,),
                        amounts=self._duration(event.node) if slot == "duration" else (),
                        quote=self._quote(statement),
                        inside=tuple(self._near(event)),
                    )

    def _near(self, event: Telling) -> Iterator[str]:
        keys = sorted(key for key in event.blocks())
        for key in keys:
            if event.ordinal:
                yield f"{key}:number {event.ordinal}"
            for week in spans_of_days(event.first, _EVENT_DAYS):
                yield f"{key}:{week}"

    def _duration(self, event: str) -> tuple[tuple[str, str], ...]:
        held = [self._nodes[one] for one in self._nodes[event].iris(PARLEY.duration)]
        return tuple((one.text(SCHEMA.value), one.text(SCHEMA.unitCode)) for one in held if one.text(SCHEMA.value))

    def statements(self) -> Iterator[Telling]:
        """Yield what is said in whole statements, with who says it."""
        for node, aspect in sorted(self._aspects.items()):
            quote = self._quote(node)
            if aspect or len(stems(quote)) < _FEWEST_STEMS or not self._is_said(node):
                continue
            speakers = self._speakers(node)
            said = self._nodes[node]
            yield Telling(
                node, "saying", self._article, self._day,
                names=tuple(speakers),
                others=self._people(node),
                sort=self._mode(node),
                standing=said.tail(PARLEY.modality).removeprefix("modality-"),
                ordinal=self._place(node),
                statement=node,
                quote=quote,
                inside=tuple(self._heard(quote, self._people(node))),
            )  # fmt: skip

    def _heard(self, quote: str, speakers: Sequence[str]) -> Iterator[str]:
        for shingle in few_shingles(quote):
            yield from (f"words {shingle}:{days}" for days in spans_of_days(self._day, _SPEECH_DAYS))
        yield f"in {self._article}"
        for number in sorted(figures(quote)):
            yield from (f"number {number}:{span}" for span in self._spans(_NUMBER_DAYS))
        for speaker in speakers:
            yield from (f"by {speaker}:{days}" for days in spans_of_days(self._day, _SPEECH_DAYS))

    def _spans(self, length: int) -> list[str]:
        """Return the spans in which a source may have come out: those of a whole month or year where no day is told."""
        first, last = days(self._published)
        if self._day or not first:
            return spans_of_days(self._day, length)
        begin, end = (date.fromisoformat(day).toordinal() // length for day in (first, last))
        return ["?", *map(str, range(begin, end + 2))]

    def _is_said(self, statement: str) -> bool:
        """True for what tells of no more than an act: who holds a post is told alike by many."""
        carried = self._carried.get(statement, ())
        return not carried or any(node in self._acts for node in carried)

    def _people(self, statement: str) -> tuple[str, ...]:
        """Return how the surnames of the people sound who say it; nothing for a state or a body."""
        names = (name_tokens(self._nodes[one].text(SKOS.prefLabel)) for one in self._people_of(statement))
        return tuple(sorted({sound(tokens[-1]) for tokens in names if tokens}))

    def _people_of(self, statement: str) -> list[str]:
        nodes = self._nodes
        return [one for one in self._chain(statement) if one in nodes and FOAF.Person in nodes[one].iris(RDF.type)]

    def _first(self, node: str) -> str:
        whole = [one for one in self._carrying[node] if not self._aspects.get(one)]
        return min(whole or self._carrying[node], key=lambda one: (self._place(one), one), default="")

    def _place(self, statement: str) -> int:
        found = (one.text(OA.start) for one in self._selectors(statement) if one.text(OA.start))
        return int(next(found, "0"))

    def _quote(self, statement: str) -> str:
        return next((one.text(OA.exact) for one in self._selectors(statement) if one.text(OA.exact)), "")

    def _selectors(self, statement: str) -> Iterator[Node]:
        nodes = self._nodes
        for target in nodes[statement].iris(OA.hasTarget) if statement in nodes else ():
            yield from (nodes[one] for one in nodes[target].iris(OA.hasSelector) if one in nodes)

    def _speakers(self, statement: str) -> list[str]:
        """Return the names of who says it, from whom the publisher has it to who speaks."""
        nodes = self._nodes
        return [
            name for agent in self._chain(statement) if agent in nodes and (name := nodes[agent].text(SKOS.prefLabel))
        ]

    def _chain(self, statement: str) -> list[str]:
        nodes = self._nodes
        chain = [nodes[one] for one in nodes[statement].iris(PROV.qualifiedAttribution) if one in nodes]
        ordered = sorted(chain, key=lambda one: one.text(PARLEY.chainPosition))
        return [agent for one in ordered[1:] for agent in one.iris(PROV.agent)]
