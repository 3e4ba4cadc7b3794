"""Each negotiation by itself: its rounds, acts, people, sources and what changed; and what is in no negotiation."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from ..content.records import Fact
from ..content.wording import moment
from ..matching.closeness import gap
from .comparison import Change, changes
from .deeds import Deed
from .happenings import Happening
from .timeline import History

_ONE_ATTEMPT: Final = 180
"""Rounds of one number that lie further apart in days are of different attempts to negotiate."""
_SOMEBODY: Final = frozenset(("person", "unnamed", "organization", "delegation", "state"))


@dataclass(frozen=True, slots=True)
class Round:
    """A round by its number, which may be told of as several events."""

    number: int
    attempt: str
    """What tells it from another of the same number: its year, or its month and place; mostly nothing."""
    events: tuple[str, ...]
    """The event that most is told of comes first."""
    first: str
    last: str
    held: bool

    @property
    def name(self) -> str:
        """What it goes by among the others: "3", or "1 (2019)" where there is another first round."""
        return f"{self.number} ({self.attempt})" if self.attempt else str(self.number)


@dataclass(frozen=True, slots=True)
class Step:
    """What changed since the round before, or since the last one."""

    before: str
    """What the round before goes by."""
    after: str
    """What the round goes by, empty for the time since the last."""
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Talks:
    """A negotiation; or, without a node, all that is in none."""

    node: str
    parties: tuple[str, ...]
    guests: tuple[str, ...]
    """Who mediates, hosts or watches."""
    rounds: tuple[Round, ...]
    steps: tuple[Step, ...]
    events: tuple[str, ...]
    items: tuple[str, ...]
    people: tuple[str, ...]
    """Everybody whom its events, acts and words name, parties and bodies too."""
    sources: tuple[str, ...]


class AllTalks:
    """The negotiations of a history, told apart."""

    def __init__(self, history: History) -> None:
        self._history = history
        self._record = history.record

    @cached_property
    def of_act(self) -> Mapping[Deed, frozenset[str]]:
        """The negotiations of each act."""
        return {act: self._history.negotiations.of(act) for act in self._history.deeds.all}

    @cached_property
    def all(self) -> tuple[Talks, ...]:
        """Every negotiation, that with most acts and events first; then what is in none, if anything is."""
        events: defaultdict[str, list[Happening]] = defaultdict(list)
        acts: defaultdict[str, list[Deed]] = defaultdict(list)
        for event in self._history.happenings.all.values():
            for node in self._history.negotiations.of(event) or ("",):
                events[node].append(event)
        for act, where in self.of_act.items():
            for node in where or ("",):
                acts[node].append(act)
        nodes = sorted(
            self._history.negotiations.parties, key=lambda node: (-len(acts[node]) - len(events[node]), node)
        )
        found = [self._talks(node, events[node], acts[node]) for node in nodes]
        rest = self._rest(found, events[""], acts[""])
        told = rest.sources or rest.items or rest.events or (rest.people and len(found) > 1)
        return (*found, rest) if told else tuple(found)

    def _talks(self, node: str, events: list[Happening], acts: list[Deed]) -> Talks:
        parties = tuple(sorted(self._history.negotiations.parties[node], key=self._record.label))
        rounds = _rounds(events)
        items = tuple(dict.fromkeys(item for act in acts for item in (act.item, *act.answers) if item))
        told = {fact for act in acts for fact in act.facts} | {event.node for event in events}
        sources = {source for act in acts for source in act.sources} | {
            telling.source for event in events for telling in event.tellings
        }
        guests = {guest for event in events for guest in event.guests} - set(parties)
        return Talks(
            node=node,
            parties=parties,
            guests=tuple(sorted(guests, key=self._record.label)),
            rounds=rounds,
            steps=self._steps(node, rounds, items),
            events=tuple(event.node for event in sorted(events, key=_when)),
            items=items,
            people=self._people({*told, *items}, {*parties, *guests}, sources),
            sources=self._record.in_order(sources),
        )

    def _rest(self, found: Iterable[Talks], events: list[Happening], acts: list[Deed]) -> Talks:
        """Return what no negotiation has: sources, events, items and who is named there."""
        elsewhere = list(found)
        sources = set(self._record.sources).difference(*(one.sources for one in elsewhere))
        free = {act.item for act in acts}
        taken = {item for one in elsewhere for item in one.items} - free
        known = [node.id for node in self._record.content.nodes if node.kind == "item" and node.id not in taken]
        told = {fact for act in acts for fact in act.facts} | {event.node for event in events}
        named = self._people({*told, *known}, set(), sources)
        present = {node for one in elsewhere for node in one.people}
        nowhere = {node.id for node in self._record.content.nodes if node.kind in _SOMEBODY and node.id not in present}
        return Talks(
            node="",
            parties=(),
            guests=(),
            rounds=(),
            steps=(),
            events=tuple(event.node for event in sorted(events, key=_when)),
            items=tuple(known),
            people=tuple(
                sorted({*named, *(node for one in sources for node in self._named_in.get(one, ())), *nowhere})
            ),
            sources=self._record.in_order(sources),
        )

    def _steps(self, node: str, rounds: tuple[Round, ...], items: tuple[str, ...]) -> tuple[Step, ...]:
        held = [one for one in rounds if one.held and one.first]
        found = []
        for place, before in enumerate(held):
            after = held[place + 1] if place + 1 < len(held) else None
            until = after.last if after else "9999"
            what = changes(self._history, before.last, until, negotiation=node, items=items)
            if after or what:
                found.append(Step(before.name, after.name if after else "", what))
        return tuple(found)

    def _people(self, told: set[str], present: set[str], sources: set[str]) -> tuple[str, ...]:
        """Return who is named by facts about these, and who of those present is named at all in these sources."""
        direct = {node for one in told for fact in self._facts_of.get(one, ()) for node in self._agents(fact)}
        teams = {node for node in direct if self._record.kind(node) == "delegation"}
        direct |= {node for team in teams for fact in self._facts_of.get(team, ()) for node in self._agents(fact)}
        near = {node for one in sources for node in self._named_in.get(one, ()) if self._record.side(node) in present}
        events = {one for one in told if one in self._history.happenings.all}
        elsewhere = {
            node
            for node in near
            if self._record.kind(node) == "delegation"
            and not any(events.intersection(fact.nodes) for fact in self._facts_of.get(node, ()))
        }
        return tuple(sorted({*direct, *present, *(near - elsewhere)}))

    def _agents(self, fact: Fact) -> set[str]:
        chains = (self._record.statements[iri].chain for iri in fact.statements if iri in self._record.statements)
        named = {*fact.nodes, *(agent for chain in chains for agent in chain)}
        return {node for node in named if self._record.kind(node) in _SOMEBODY}

    @cached_property
    def _facts_of(self) -> Mapping[str, tuple[Fact, ...]]:
        found: defaultdict[str, list[Fact]] = defaultdict(list)
        for fact in self._record.content.facts:
            for node in {fact.id, *fact.nodes}:
                found[node].append(fact)
        return {node: tuple(facts) for node, facts in found.items()}

    @cached_property
    def _named_in(self) -> Mapping[str, frozenset[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for fact in self._record.content.facts:
            for iri in (*fact.statements, *fact.disputes):
                if iri in self._record.statements:
                    found[self._record.statements[iri].source] |= self._agents(fact)
        return {source: frozenset(nodes) for source, nodes in found.items()}


def _when(event: Happening) -> tuple[str, str, str]:
    return (event.when.first or "~", event.number.zfill(4), event.node)


def _rounds(events: Iterable[Happening]) -> tuple[Round, ...]:
    """Return the numbered rounds; those of one number that lie far apart, of different attempts, are told apart."""
    by_number: defaultdict[int, list[Happening]] = defaultdict(list)
    for event in events:
        if event.number.isdigit():
            by_number[int(event.number)].append(event)
    found: list[Round] = []
    for number, same in by_number.items():
        attempts = [_round(number, some) for some in _attempts(same)]
        found += attempts if len(attempts) < 2 else _told_apart(attempts, same)
    return tuple(sorted(found, key=lambda one: (one.first or _after(one, found), one.number)))


def _attempts(events: Iterable[Happening]) -> list[list[Happening]]:
    """Return the events of one number by attempts; those without a day are of the last."""
    dated = sorted((event for event in events if event.when.first), key=lambda event: event.when.first)
    found: list[list[Happening]] = []
    for event in dated:
        if found and gap(found[-1][-1].when.last, event.when.first) <= _ONE_ATTEMPT:
            found[-1].append(event)
        else:
            found.append([event])
    undated = [event for event in events if not event.when.first]
    return [*found[:-1], [*found[-1], *undated]] if found else [undated]


def _round(number: int, events: Sequence[Happening]) -> Round:
    some = sorted(events, key=lambda event: (not event.held, not event.when.day, -len(event.tellings), event.node))
    when = some[0].when
    held = any(event.held for event in some)
    return Round(number, "", tuple(event.node for event in some), when.first, when.last, held)


def _told_apart(attempts: Sequence[Round], events: Iterable[Happening]) -> Iterator[Round]:
    """Yield each round of one number with its year, or where two are of one year with its month and place too."""
    places = {event.node: event.place for event in events}
    years = Counter(one.first[:4] for one in attempts)
    for one in attempts:
        exact = (moment(one.first[:7]), places[one.events[0]])
        name = ", ".join(filter(None, exact)) if years[one.first[:4]] > 1 else one.first[:4]
        yield replace(one, attempt=name)


def _after(one: Round, rounds: Iterable[Round]) -> str:
    """Return where a round without a day stands: after the last of a smaller number."""
    return max((other.first for other in rounds if other.first and other.number < one.number), default="")
