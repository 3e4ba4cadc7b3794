"""Which of several names a merged node goes by: one member gives the labels, the others' are further forms of it.

A world node names its cluster. Otherwise the member with the longest label does, so that a full name wins
over a surname, and the lowest IRI where that leaves a choice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from ...ontology.terms import FOAF, PARLEY, RDFS, SKOS
from ..engine.store import Store
from ..identifiers import Minter
from ..ntriples import Triple
from ..writing.shared_identifiers import tells_same
from .assignments import Assignments

LABELS: Final = frozenset(f"<{name}>" for name in (SKOS.prefLabel, RDFS.label, FOAF.name))
"""Properties that a node has one value of, whatever number of nodes it stands for."""
PREF_LABEL: Final = f"<{SKOS.prefLabel}>"
FURTHER_FORM: Final = f"<{PARLEY.surfaceForm}>"


class Naming:
    """Tells, before and after a change, whose labels a node goes by."""

    def __init__(self, store: Store, minter: Minter, assignments: Assignments, coming: Iterable[Triple]) -> None:
        self._store = store
        self._minter = minter
        self._assignments = assignments
        self._coming: dict[str, list[str]] = {}
        for subject, predicate, value in coming:
            if predicate == PREF_LABEL:
                self._coming.setdefault(subject[1:-1], []).append(value)
        self._named: dict[tuple[bool, str], str | None] = {}

    def renamed(self) -> set[str]:
        """Return the nodes around the change that give their cluster its labels no longer, or only now."""
        around = self._assignments
        clusters = {around.before(node) for node in around.after} | set(around.after.values())
        nodes = {node for iri in clusters for node in (*around.members_before(iri), *around.members(iri))}
        return {node for node in nodes if self.yields_before(node) != self.yields(node)}

    def yields_before(self, node: str) -> bool:
        """True when another node's labels stand for this one's now."""
        canonical = self._assignments.before(node)
        return self._namer(canonical, after=False) not in (None, node)

    def yields(self, node: str) -> bool:
        """True when another node's labels stand for this one's after the change."""
        return self._namer(self._assignments.now(node), after=True) not in (None, node)

    def _namer(self, canonical: str, *, after: bool) -> str | None:
        """Return the member whose labels count; None when there is no choice to make."""
        known = (after, canonical)
        if known not in self._named:
            members = self._assignments.members(canonical) if after else self._assignments.members_before(canonical)
            self._named[known] = self._chosen(members, after=after) if len(members) > 1 else None
        return self._named[known]

    def _chosen(self, members: set[str], *, after: bool) -> str | None:
        lengths = {node: length for node in members if (length := self._label_length(node, after=after))}
        if not lengths:
            return None
        return min(lengths, key=lambda node: (not self._minter.is_world(node), -lengths[node], node))

    def _label_length(self, node: str, *, after: bool) -> int:
        """Return the length of a node's longest label; of a world node only whether it has one."""
        graphs = self._assignments.is_source_graph if after else self._assignments.was_source_graph
        found = self._store.quads(node, SKOS.prefLabel)
        lengths = (len(str(quad.object)) for quad in found if graphs(quad.graph_name))
        coming = max((len(value) for value in self._coming.get(node, ())), default=0) if after else 0
        if self._minter.is_world(node):
            return max(coming, next(lengths, 0))
        return max(coming, max(lengths, default=0))


def image(triples: Iterable[Triple], renaming: Mapping[str, str], yielding: Callable[[str], bool]) -> set[Triple]:
    """Return the triples with nodes replaced, and with the labels of nodes that go by another's as further forms.

    ``renaming`` maps terms to terms, ``<iri>`` to ``<iri>``.
    """
    return {
        (
            renaming.get(s, s),
            FURTHER_FORM if p in LABELS and yielding(s[1:-1]) else p,
            o if tells_same(p) else renaming.get(o, o),
        )
        for s, p, o in triples
    }


def origins(predicate: str, member: str, yielding: Callable[[str], bool]) -> list[str]:
    """Return with which predicates a member can have said what the canonical graph says with this one."""
    if predicate in LABELS:
        return [] if yielding(member) else [predicate]
    if predicate == FURTHER_FORM and yielding(member):
        return [predicate, *sorted(LABELS)]
    return [predicate]
