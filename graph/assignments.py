"""Reads the identity layer from a store: assignments, decisions and identifiers, with a change laid over them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, cast

import pyoxigraph as ox

from ..ontology.terms import PARLEY, PROV, RDF, RDFS, VERDICTS
from .identifiers import Iri, Minter
from .identity import Decision, Neighbourhood, Verdict, canonical_iri
from .store import DEFAULT_GRAPH, Store
from .triples import Triple, moment, ref, text

_VERDICT_OF: Final[Mapping[str, Verdict]] = {iri: cast(Verdict, name) for name, iri in VERDICTS.items()}


class Assignments:
    """Which node is which canonical node, before and after a change."""

    def __init__(
        self,
        store: Store,
        minter: Minter,
        *,
        besides: frozenset[str] = frozenset(),
        codes: Mapping[str, frozenset[str]] | None = None,
        decided: Mapping[tuple[str, str], Decision | None] | None = None,
    ) -> None:
        """``besides``: graphs being replaced; ``codes``: identifiers that come; ``decided``: decisions that change."""
        self._store = store
        self._minter = minter
        self._no_sources = frozenset((minter.identity_graph, minter.decisions_graph, minter.store_graph))
        self._ignored = besides | self._no_sources
        self._codes = codes or {}
        self._decided = decided or {}
        self._any_decision = bool(self._decided) or store.holds_graph(minter.decisions_graph)
        self._before: dict[str, str | None] = {}
        self.after: dict[str, str] = {}
        """The new assignment of every node that the change reaches."""
        self._joined: dict[str, set[str]] = {}

    def row(self, node: str) -> str | None:
        """Return the canonical IRI that the node is assigned now, if it is."""
        if node not in self._before:
            found = self._store.objects(node, PARLEY.canonical, self._minter.identity_graph)
            self._before[node] = found[0] if found else None
        return self._before[node]

    def before(self, node: str) -> str:
        """Return what stands for the node in the canonical graph now."""
        return self.row(node) or node

    def now(self, node: str) -> str:
        """Return what stands for the node in the canonical graph after the change."""
        return self.after.get(node) or self.before(node)

    def members_before(self, canonical: str) -> set[str]:
        """Return the nodes that a canonical node stands for now, itself included unless it is another's."""
        found = set(self._store.subjects(PARLEY.canonical, ox.NamedNode(canonical), self._minter.identity_graph))
        return found | {canonical} if self.before(canonical) == canonical else found

    def members(self, canonical: str) -> set[str]:
        """Return the nodes that a canonical node stands for after the change."""
        kept = {node for node in self.members_before(canonical) if self.now(node) == canonical}
        return kept | self._joined.get(canonical, set())

    def reassign(self, seeds: Iterable[str]) -> None:
        """Work out the clusters around the seeds, and with them the new assignments."""
        around = Neighbourhood(self.decisions, self._alike)
        around.explore({node for seed in seeds for node in (seed, *self.members_before(self.before(seed)))})
        for cluster in around.clusters():
            assigned = {node: row for node in cluster if (row := self.row(node)) is not None}
            iri = canonical_iri(cluster, assigned=assigned, minter=self._minter)
            self.after.update(dict.fromkeys(cluster, iri))
            self._joined.setdefault(iri, set()).update(cluster)

    def decisions(self, node: str) -> list[Decision]:
        """Return the decisions that touch a node, as they are after the change."""
        if not self._any_decision:
            return []
        graph, name = self._minter.decisions_graph, ox.NamedNode(node)
        found = {
            decision.pair: decision
            for side in (PARLEY.firstNode, PARLEY.secondNode)
            for iri in self._store.subjects(side, name, graph)
            for decision in read_decision(self._store, iri, graph)
        }
        for pair, changed in self._decided.items():
            if node in pair:
                found.pop(pair, None)
                if changed is not None:
                    found[pair] = changed
        return sorted(found.values())

    def _alike(self, node: str) -> set[str]:
        """Return the nodes that carry an identifier of this node, itself included."""
        return {
            other
            for code in self._codes_of(node)
            for canonical in self._store.subjects(PARLEY.isoCode, ox.Literal(code), DEFAULT_GRAPH)
            for other in self.members_before(canonical)
            if self._carries(other, code)
        } | {other for other, codes in self._codes.items() if codes & self._codes_of(node)}

    def _codes_of(self, node: str) -> frozenset[str]:
        stored = self._store.objects(self.before(node), PARLEY.isoCode, DEFAULT_GRAPH)
        return self._codes.get(node, frozenset()) | {code for code in stored if self._carries(node, code)}

    def _carries(self, node: str, code: str) -> bool:
        return self.said_elsewhere(ox.NamedNode(node), ox.NamedNode(PARLEY.isoCode), ox.Literal(code))

    def told(self, node: str) -> bool:
        """True when a source that is not being replaced tells of the node."""
        found = self._store.engine.quads_for_pattern(ox.NamedNode(node), None, None, None)
        return any(self.is_source_graph(quad.graph_name) for quad in found)

    def said_elsewhere(
        self,
        subject: ox.NamedNode,
        predicate: ox.NamedNode,
        value: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple,
    ) -> bool:
        """True when a source that is not being replaced says this; it stops at the first that does."""
        found = self._store.engine.quads_for_pattern(subject, predicate, value, None)
        return any(self.is_source_graph(quad.graph_name) for quad in found)

    def was_source_graph(self, graph: object) -> bool:
        """True for the graph of any source, as it is now."""
        return isinstance(graph, ox.NamedNode) and graph.value not in self._no_sources

    def is_source_graph(self, graph: object) -> bool:
        """True for the graph of a source that stays."""
        return isinstance(graph, ox.NamedNode) and graph.value not in self._ignored


def read_decision(store: Store, iri: str, graph: str) -> list[Decision]:
    """Return the decision with this IRI, or nothing when it is not whole."""
    found = store.engine.quads_for_pattern(ox.NamedNode(iri), None, None, ox.NamedNode(graph))
    words = {quad.predicate.value: getattr(quad.object, "value", "") for quad in found}
    if PARLEY.firstNode not in words or words.get(PARLEY.verdict) not in _VERDICT_OF:
        return []
    return [
        Decision(
            words[PARLEY.firstNode],
            words[PARLEY.secondNode],
            _VERDICT_OF[words[PARLEY.verdict]],
            by="".join(store.objects(f"{iri}/by", RDFS.label, graph)),
            on=words.get(PARLEY.decidedOn, ""),
            because=words.get(PARLEY.because, ""),
        )
    ]


def write_decision(decision: Decision, iri: Iri) -> frozenset[Triple]:
    """Return the decision as triples."""
    node = ref(iri)
    found = {
        (node, f"<{RDF.type}>", f"<{PARLEY.Decision}>"),
        (node, f"<{PARLEY.firstNode}>", ref(decision.first)),
        (node, f"<{PARLEY.secondNode}>", ref(decision.second)),
        (node, f"<{PARLEY.verdict}>", f"<{VERDICTS[decision.verdict]}>"),
    }
    if decision.because:
        found.add((node, f"<{PARLEY.because}>", text(decision.because)))
    if decision.on:
        found.add((node, f"<{PARLEY.decidedOn}>", moment(decision.on)))
    if decision.by:
        decider = ref(f"{iri}/by")
        found.add((node, f"<{PARLEY.decidedBy}>", decider))
        found.add((decider, f"<{RDF.type}>", f"<{PROV.Agent}>"))
        found.add((decider, f"<{RDFS.label}>", text(decision.by)))
    return frozenset(found)
