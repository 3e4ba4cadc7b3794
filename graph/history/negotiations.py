"""Which events and acts are of which negotiation: by what is told, or else by who meets and who is spoken of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from functools import cached_property

from ..reading.lookup import PARLEY, TYPE
from .deeds import Deed
from .happenings import Happening, Happenings, without_mediators
from .record import Record


class Negotiations:
    """The negotiations of a record."""

    def __init__(self, record: Record, happenings: Happenings) -> None:
        self._record = record
        self._events = happenings

    @cached_property
    def parties(self) -> Mapping[str, frozenset[str]]:
        """The negotiations with their parties: who mediates is none, and has none of his own with one of them."""
        return {node: parties for node, parties in self._told.items() if node not in self._of_mediators}

    @cached_property
    def _told(self) -> Mapping[str, frozenset[str]]:
        """Whatever the sources take for a negotiation, with its parties."""
        triples = self._record.triples
        found = {}
        for node in triples.subjects(TYPE, PARLEY + "NegotiationProcess"):
            mediators = {one for event in self._inside.get(node, ()) for one in event.mediators}
            found[node] = frozenset(without_mediators(triples.all(node, PARLEY + "party"), mediators))
        return found

    @cached_property
    def _inside(self) -> Mapping[str, tuple[Happening, ...]]:
        """The events that sources tell to be part of each."""
        found: defaultdict[str, list[Happening]] = defaultdict(list)
        for event in self._events.all.values():
            found[event.negotiation].append(event)
        return {node: tuple(events) for node, events in found.items()}

    @cached_property
    def _of_mediators(self) -> Mapping[str, frozenset[str]]:
        """What is only a party's talks with who mediates between it and another, and in which negotiations he does.

        Two who have had rounds of several numbers negotiate, whatever else one of them mediates.
        """
        found = {}
        for node, pair in self._told.items():
            rounds = {event.number for event in self._inside.get(node, ()) if event.number}
            between = frozenset(
                other
                for other, parties in self._told.items()
                if len(pair - parties) == 1 and pair - parties <= self._guests(other)
            )
            if len(pair) == 2 and len(rounds) < 2 and between:
                found[node] = between
        return found

    def _guests(self, node: str) -> set[str]:
        """Who mediates, hosts or watches where the parties of a negotiation meet."""
        return {guest for event in self._inside.get(node, ()) for guest in event.guests}

    @cached_property
    def _present(self) -> Mapping[str, set[str]]:
        """The negotiations with all who have a part in them: their parties, and who mediates, hosts or watches."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for node, parties in self.parties.items():
            found[node].update(parties)
        for event in self._events.all.values():
            for node in self._of_event(event):
                found[node].update((*event.parties, *event.guests))
        return found

    @cached_property
    def _told_in(self) -> Mapping[str, frozenset[str]]:
        """The negotiations that each source tells of."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for event in self._events.all.values():
            for negotiation in self._of_event(event):
                for told in event.tellings:
                    found[told.source].add(negotiation)
        return {source: frozenset(some) for source, some in found.items()}

    def of(self, what: Happening | Deed) -> frozenset[str]:
        """Return the negotiations that an event or an act is part of; several where the sources leave it open."""
        return self._of_event(what) if isinstance(what, Happening) else self._of_act(what)

    def _of_event(self, event: Happening) -> frozenset[str]:
        if event.negotiation:
            return self._of_mediators.get(event.negotiation, frozenset((event.negotiation,)))
        return self._between(event.parties)

    def _of_act(self, act: Deed) -> frozenset[str]:
        if act.event in self._events.all and (found := self._of_event(self._events.all[act.event])):
            return found
        sides = self._record.sides((*act.agents, *act.addressees))
        if found := self._between(sides):
            return found
        acting = self._record.parties(sides)
        told = [self._told_in[source] for source in act.sources if source in self._told_in]
        own = [frozenset(node for node in some if acting <= self._present[node]) for some in told]
        return min((some for some in own if some), key=lambda some: (len(some), sorted(some)), default=frozenset())

    def _between(self, parties: Collection[str]) -> frozenset[str]:
        found = Counter(node for party in set(parties) for node in self._of_party.get(party, ()))
        return frozenset(node for node, number in found.items() if number > 1)

    @cached_property
    def _of_party(self) -> Mapping[str, tuple[str, ...]]:
        """The negotiations that each party is in."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for node, parties in self.parties.items():
            for party in parties:
                found[party].append(node)
        return {party: tuple(nodes) for party, nodes in found.items()}
