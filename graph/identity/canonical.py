"""Derives the canonical graph: what all sources say, with every node in place of those that are the same as it.

The canonical graph is a plain image of the source graphs: each triple with its nodes replaced. So a change to
one source, or to one cluster, changes only the images of the triples concerned, whatever the store holds beside.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from functools import lru_cache

import pyoxigraph as ox

from ..engine.store import Store
from ..ntriples import Triple, ntriples
from ..writing.shared_identifiers import tells_same
from .assignments import Assignments
from .naming import Naming, origins


def nodes_in(triples: Iterable[Triple], base: str = "") -> set[str]:
    """Return the IRIs (under a base) that stand as subject or object."""
    start = f"<{base}"
    return {term[1:-1] for s, _, o in triples for term in (s, o) if term.startswith(start)}


class Support:
    """Finds out which canonical triples some source other than the one at hand still stands for."""

    def __init__(self, store: Store, assignments: Assignments, naming: Naming) -> None:
        self._store = store
        self._assignments = assignments
        self._naming = naming
        self._is_told = lru_cache(maxsize=10_000)(self._find_told)

    def unsupported(self, triples: Iterable[Triple], *, own: str) -> set[Triple]:
        """Return the triples that nothing supports any more; ``own`` is what the source's own IRIs start with."""
        ordered = list(triples)
        if not ordered:
            return set()
        parsed = ox.parse("".join(ntriples([triple]) for triple in ordered), ox.RdfFormat.N_TRIPLES)
        return {triple for triple, quad in zip(ordered, parsed, strict=True) if not self._holds(triple, quad, own)}

    def _holds(self, triple: Triple, quad: ox.Quad, own: str) -> bool:
        if own and triple[0].startswith((f"<{own}/", f"<{own}#", f"<{own}>")):
            return False
        if not self._is_told(triple[0]):
            return False
        value = quad.object
        points = triple[2].startswith("<") and not tells_same(triple[1])
        values = [ox.NamedNode(node) for node in self._members(triple[2])] if points else [value]
        return any(
            self._assignments.said_elsewhere(member, predicate[1:-1], said)
            for member in self._members(triple[0])
            for predicate in origins(triple[1], member, self._naming.yields)
            for said in values
        )

    def _find_told(self, term: str) -> bool:
        """Whether anybody still tells of what a term stands for."""
        return any(self._assignments.told(member) for member in self._members(term))

    def _members(self, term: str) -> Set[str]:
        return self._assignments.members(term[1:-1])
