"""Names for what the records of one source point at, and back: whom or what a name means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, Literal, TypeAlias

from ..graph.records import Agent, Delegation, Event, Key, NegotiationDocument, Place, Record

Kind: TypeAlias = Literal["agent", "delegation", "event", "place"]
_KINDS: Final[Mapping[Kind, tuple[type[Record], ...]]] = {
    "agent": (Agent, Delegation),
    "delegation": (Delegation,),
    "event": (Event,),
    "place": (Place,),
}


class Names:
    """The names of agents, delegations, events and places: each its own, so that they can be found by it again."""

    def __init__(self, records: Iterable[Record]) -> None:
        named = [r for r in records if isinstance(r, Agent | Delegation | Event | Place | NegotiationDocument)]
        labels = Counter((_family(record), record.label) for record in named)
        self._records = {record.key: record for record in named}
        self._names = {
            record.key: record.label if labels[_family(record), record.label] == 1 else f"{record.label} [{record.key}]"
            for record in named
        }

    def of(self, key: Key) -> str:
        """Return the name of what a key stands for."""
        return self._names.get(key, key)

    def find(self, kind: Kind, name: str) -> list[Key]:
        """Return what has this name: its own name, or else a label, a printed form or an alias."""
        known = [record for record in self._records.values() if isinstance(record, _KINDS[kind])]
        for fits in (self._exact, _labelled, _printed, _alias):
            found = [record.key for record in known if fits(record, name)]
            if found:
                return found
        return []

    def all(self, kind: Kind) -> list[str]:
        """Return the names of a kind."""
        return sorted(self._names[key] for key, record in self._records.items() if isinstance(record, _KINDS[kind]))

    def _exact(self, record: Agent | Delegation | Event | Place | NegotiationDocument, name: str) -> bool:
        return name in (self._names[record.key], record.key)


def _family(record: Record) -> str:
    return "agent" if isinstance(record, Agent | Delegation) else type(record).__name__


def _labelled(record: Agent | Delegation | Event | Place | NegotiationDocument, name: str) -> bool:
    return record.label.casefold() == name.casefold()


def _printed(record: Record, name: str) -> bool:
    return isinstance(record, Agent | Place) and name.casefold() in {form.casefold() for form in record.surface_forms}


def _alias(record: Record, name: str) -> bool:
    return isinstance(record, Agent) and name.casefold() in {alias.casefold() for alias in record.aliases}
