"""What a store remembers of checks: which sources have passed, by which rules, and what has changed since.

It is kept among the bookkeeping, and only by a store that was checked. Where others change the store, it is forgotten.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from ...ontology.terms import PARLEY
from ..identifiers import Minter
from ..ntriples import Triple, ref, text
from .lookups import DEFAULT_GRAPH, as_row
from .store import Graphs, Store

CHECKED: Final = f"<{PARLEY.checked}>"
_CHANGED: Final = f"<{PARLEY.changed}>"


@dataclass(frozen=True, slots=True)
class Passes:
    """What has passed a check and is as it was; without rules, nothing has."""

    rules: str = ""
    """Names the rules; those who check compare it with their own."""
    sources: frozenset[str] = frozenset()
    """The IRIs of the sources."""
    changed: frozenset[str] = frozenset()
    """Nodes of which questions read something else now, besides those that sources without a pass tell of."""


def read_passes(store: Store, minter: Minter) -> Passes:
    """Return what a store remembers."""
    graph = minter.store_graph
    if not store.is_trusted:
        return Passes()
    kept = {quad.subject.value: quad.object.value for quad in store.quads(predicate=PARLEY.checked, graph=graph)
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal)}  # fmt: skip
    rules = kept.pop(graph, "")
    sources = frozenset(iri for iri, passed in kept.items() if passed == rules)
    return Passes(rules, sources, frozenset(store.objects(graph, PARLEY.changed, graph))) if rules else Passes()


def keep_passes(store: Store, minter: Minter, passes: Passes) -> bool:
    """Let a store remember this and nothing else; return whether it could, for one may be only read.

    A store that was open for reading is closed then.
    """
    graph = minter.store_graph
    kept = {as_row(q) for name in (PARLEY.checked, PARLEY.changed) for q in store.quads(predicate=name, graph=graph)}
    rows: set[Triple] = {(ref(iri), CHECKED, text(passes.rules)) for iri in passes.sources | {graph}}
    rows |= {(ref(graph), _CHANGED, ref(node)) for node in passes.changed}
    return rows == kept or store.note(remove={graph: kept - rows}, insert={graph: rows - kept})


def changed_rows(store: Store, minter: Minter, *, remove: Graphs, insert: Graphs) -> frozenset[Triple]:
    """Return what is to be remembered of a change: the nodes that no source without a pass makes us look at.

    Those are the ones that something is taken from, those that others than the source that comes tell of, and those
    that nodes of others come to stand for.
    """
    graph = minter.store_graph
    if not store.objects(graph, PARLEY.checked, graph):
        return frozenset()
    canonical = {subject: value for subject, _, value in insert.get(minter.identity_graph, ())}
    told = {
        canonical.get(subject, subject)
        for name, rows in insert.items() if minter.is_of_source(name) for subject, _, _ in rows
    }  # fmt: skip
    coming = tuple(f"<{name.rpartition('/')[0]}/" for name in insert if minter.is_of_source(name))
    joined = {value for subject, value in canonical.items() if not coming or not subject.startswith(coming)}
    nodes = _subjects(remove.get(DEFAULT_GRAPH, ())) | (_subjects(insert.get(DEFAULT_GRAPH, ())) - (told - joined))
    return frozenset((ref(graph), _CHANGED, node) for node in nodes)


def _subjects(rows: Iterable[Triple]) -> set[str]:
    return {subject for subject, _, _ in rows}
