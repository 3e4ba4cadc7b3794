"""Derives the canonical graph: what all sources say, with every node in place of those that are the same as it.

The canonical graph is a plain image of the source graphs: each triple with its nodes replaced. So a change to
one source, or to one cluster, changes only the images of the triples concerned, whatever the store holds beside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pyoxigraph as ox

from .store import Store
from .triples import Triple, ntriples


def image(triples: Iterable[Triple], renaming: Mapping[str, str]) -> set[Triple]:
    """Return the triples with nodes replaced; ``renaming`` maps terms, ``<iri>`` to ``<iri>``."""
    return {(renaming.get(s, s), p, renaming.get(o, o)) for s, p, o in triples}


def nodes_in(triples: Iterable[Triple], base: str) -> set[str]:
    """Return the IRIs under a base that stand as subject or object."""
    start = f"<{base}"
    return {term[1:-1] for s, _, o in triples for term in (s, o) if term.startswith(start)}


class Support:
    """Finds out which canonical triples some source other than the one at hand still stands for."""

    def __init__(
        self,
        store: Store,
        *,
        members: Callable[[str], Iterable[str]],
        elsewhere: Callable[[object], bool],
    ) -> None:
        """``elsewhere`` tells whether a graph is that of a source which stays as it is."""
        self._store = store
        self._members = members
        self._elsewhere = elsewhere

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
        for subject in self._standing_for(quad.subject):
            for value in self._standing_for(quad.object):
                found = self._store.engine.quads_for_pattern(subject, quad.predicate, value, None)
                if any(self._elsewhere(other.graph_name) for other in found):
                    return True
        return False

    def _standing_for(self, term: ox.Term) -> list[ox.Term]:
        if not isinstance(term, ox.NamedNode):
            return [term]
        return [ox.NamedNode(node) for node in self._members(term.value)]
