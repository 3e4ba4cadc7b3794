"""Finds where the canonical graph, which questions read, is not what the sources say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ...ontology.terms import PARLEY
from ..engine.store import DEFAULT_GRAPH, Store, as_row
from ..identifiers import Minter
from ..ntriples import Triple
from .naming import FURTHER_FORM, LABELS, SINGLE

_OWN_GRAPHS: Final = ("/graph", "/derived")


@dataclass(frozen=True, slots=True)
class Drift:
    """Triples, sorted."""

    unread: tuple[Triple, ...]
    """What a source says and the canonical graph does not."""
    unsaid: tuple[Triple, ...]
    """What the canonical graph says and no source does."""


def find_drift(store: Store, minter: Minter) -> Drift:
    """Compare the canonical graph with the image of all sources."""
    found = _Comparison(store, minter)
    rows = (as_row(quad) for quad in store.quads(graph=DEFAULT_GRAPH))
    return Drift(tuple(sorted(found.missing)), tuple(sorted(row for row in rows if hash(row) in found.left)))


class _Comparison:
    """Holds a number for each canonical triple rather than the triple, since stores are large."""

    def __init__(self, store: Store, minter: Minter) -> None:
        rows = store.quads_saying(PARLEY.canonical, minter.identity_graph)
        self._canonical = {str(quad.subject): str(quad.object) for quad in rows}
        merged = store.quads_saying(PARLEY.canonical, minter.store_graph)
        self._merged = {str(quad.subject) for quad in merged}
        canonical = {hash(as_row(quad)) for quad in store.quads(graph=DEFAULT_GRAPH)}
        said: set[int] = set()
        self.missing: list[Triple] = []
        for graph in store.named_graphs():
            if _is_source_graph(graph, minter):
                for quad in store.quads(graph=graph):
                    images = {hash(image) for image in self._images(as_row(quad))} & canonical
                    said |= images
                    if not images and not self._yields(as_row(quad)):
                        self.missing.append(as_row(quad))
        self.left = canonical - said

    def _yields(self, row: Triple) -> bool:
        """True for a value of an event for which that of another telling of it stands."""
        return row[1] in SINGLE and row[0] in self._merged

    def _images(self, row: Triple) -> list[Triple]:
        """What can stand for it: a label may have become a further form, an identifier stays as it is."""
        subject, predicate, value = row
        predicates = (predicate, FURTHER_FORM) if predicate in LABELS else (predicate,)
        values = {value, self._canonical.get(value, value)}
        return [(self._canonical.get(subject, subject), name, said) for name in predicates for said in values]


def _is_source_graph(graph: str, minter: Minter) -> bool:
    return graph.startswith(f"{minter.base}source/") and graph.endswith(_OWN_GRAPHS)
