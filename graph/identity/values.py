"""What sources say of nodes by the few properties that are looked at, of all that is one, whenever more joins it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import pyoxigraph as ox

from ...ontology.terms import PARLEY, SCHEMA, SKOS
from ..engine.store import Store
from ..ntriples import Triple

_ASKED: Final = frozenset(
    f"<{name}>"
    for name in (
        SKOS.prefLabel, SCHEMA.birthDate, SCHEMA.position, SCHEMA.superEvent, PARLEY.eventKind, PARLEY.standing
    )
)  # fmt: skip
_MOST: Final = 100_000
"""So many are remembered."""


class Values:
    """Reads what sources say of nodes by these properties, remembers it, and follows every change."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[tuple[str, str], list[tuple[str, str]]] = {}

    def of(self, node: str, predicate: str) -> list[tuple[str, str]]:
        """Return each value of a node as a term, with the graph that says so."""
        key = f"<{node}>", f"<{predicate}>"
        if key not in self._known:
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[key] = list(named(self._store.quads(node, predicate)))
        return self._known[key]

    def follow(self, *, remove: Mapping[str, Iterable[Triple]], insert: Mapping[str, Iterable[Triple]]) -> None:
        """Take in a change that the store has made."""
        if self._known:
            for rows in (rows for both in (remove, insert) for graph, rows in both.items() if graph):
                for subject, predicate in {row[:2] for row in rows if row[1] in _ASKED}:
                    self._known.pop((subject, predicate), None)

    def forget(self) -> None:
        """Read all anew, since the store was changed otherwise."""
        self._known.clear()


def named(quads: Iterable[ox.Quad]) -> Iterator[tuple[str, str]]:
    """Yield the value of each quad of a named graph as a term, with the graph."""
    for quad in quads:
        if isinstance(quad.graph_name, ox.NamedNode):
            yield str(quad.object), quad.graph_name.value
