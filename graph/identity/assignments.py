"""Reads the identity layer from a store: assignments, decisions and identifiers, with a change laid over them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from functools import cache
from itertools import product

import pyoxigraph as ox

from ...ontology.terms import PARLEY, SCHEMA, SKOS
from ..engine.lookups import Value, as_row
from ..engine.store import Store
from ..identifiers import Minter
from ..matching.matches import Match
from ..ntriples import Triple
from ..writing.shared_identifiers import (
    LINKS,
    birth,
    identifier,
    is_link,
    kind_of,
    node_code,
    nodes_of,
    own_identifier,
    predicates_of,
    tells_same,
)
from .clusters import Decision, Neighbourhood, canonical_iri
from .decisions import read_decision, read_decisions
from .index import IdentityIndex
from .matched import NOTHING_REMATCHED, Rematched
from .meetings import met
from .newcomers import Newcomers
from .values import named


class Assignments:
    """Which node is which canonical node, before and after a change."""

    def __init__(
        self,
        store: Store,
        minter: Minter,
        index: IdentityIndex,
        *,
        besides: frozenset[str] = frozenset(),
        fresh: frozenset[str] = frozenset(),
        codes: Mapping[str, frozenset[str]] | None = None,
        born: Mapping[str, frozenset[str]] | None = None,
        labels: Mapping[str, str] | None = None,
        decided: Mapping[tuple[str, str], Decision | None] | None = None,
        rematched: Rematched = NOTHING_REMATCHED,
        unlinked: Collection[Triple] = (),
    ) -> None:
        """``besides``: graphs being replaced; ``fresh``: those just put in, which are joined by this.

        ``codes``, ``born``: marks that come; ``labels``: names that do, with a new source; the rest: what changes.
        """
        self._store = store
        self._minter = minter
        self._index = index
        self._no_sources = frozenset(
            (minter.identity_graph, minter.decisions_graph, minter.matches_graph, minter.store_graph)
        )
        self._rematched = rematched
        self._unlinked = unlinked
        self._ignored = besides | self._no_sources
        self._not_before = fresh | self._no_sources
        self._coming = codes or {}
        self._born = born or {}
        self._labels = labels
        self._coming_with: dict[str, set[str]] = {}
        for node, coming in self._coming.items():
            for code in coming:
                self._coming_with.setdefault(code, set()).add(node)
        self._codes: dict[str, frozenset[str]] = {}
        self._codes_before = cache(self._find_codes_before)
        self._decided = decided or {}
        self._any_decision = bool(self._decided) or store.holds_graph(minter.decisions_graph)
        self._before: dict[str, str | None] = {}
        self.after: dict[str, str] = {}
        """The new assignment of every node that the change reaches."""
        self.came: dict[str, str] = {}
        """Of those the nodes that only come into a cluster of which nothing else changes."""
        self._joined: dict[str, set[str]] = {}
        self._alone: dict[str, str] = {}

    def row(self, node: str) -> str | None:
        """Return the canonical IRI that the node is assigned now, if it is."""
        if node not in self._before:
            row = self._index.canonical.get(node)
            if row is None and self._minter.is_of_source(node):
                row = next(iter(self._store.objects(node, PARLEY.canonical, self._minter.identity_graph)), None)
            self._before[node] = row
            if row is not None:
                self._alone.setdefault(row, node)
        return self._before[node]

    def before(self, node: str) -> str:
        """Return what stands for the node in the canonical graph now."""
        return self.row(node) or node

    def now(self, node: str) -> str:
        """Return what stands for the node in the canonical graph after the change."""
        return self.after.get(node) or self.before(node)

    def members_before(self, canonical: str) -> Set[str]:
        """Return the nodes that a canonical node stands for now, itself included unless it is another's.

        Of the nodes that are merged with nothing, only those are known that have been looked at.
        """
        merged = self._index.members.get(canonical)
        if merged is not None:
            return merged
        return {self._alone.get(canonical, canonical)} if canonical not in self._index.canonical else set()

    def members(self, canonical: str) -> Set[str]:
        """Return the nodes that a canonical node stands for after the change."""
        joined = self._joined.get(canonical)
        if joined is not None:
            return joined
        came = {node for node, home in self.came.items() if home == canonical}
        return came | {node for node in self.members_before(canonical) if self.now(node) == canonical}

    def reassign(self, seeds: Iterable[str]) -> None:
        """Work out the clusters around the seeds and what changed matches are about, and with them the assignments."""
        around = Neighbourhood(self.decisions, self._codes_of, self._carrying, self._matches, self._marks)
        came, settled = self._newcomers()
        others = [seed for seed in {*seeds, *(self._rematched.nodes - settled)} if seed not in came]
        around.explore({node for seed in others for node in (seed, *self.members_before(self.before(seed)))})
        self.came = {node: home for node, home in came.items() if node not in around.nodes}
        self.after.update(self.came)
        for cluster in around.clusters():
            assigned = {node: row for node in cluster if (row := self.row(node)) is not None}
            iri = canonical_iri(cluster, assigned=assigned, minter=self._minter)
            self.after.update(dict.fromkeys(cluster, iri))
            self._joined.setdefault(iri, set()).update(cluster)

    def _newcomers(self) -> tuple[dict[str, str], set[str]]:
        """Return the nodes that only come into a cluster, with what stands for that; and whom matches bring to them."""
        if self._labels is None or not (self._coming or self._rematched.come):
            return {}, set()
        decided = read_decisions(self._store, self._minter) if self._any_decision else []
        coming = Newcomers(
            self._store, self._minter, self._index,
            marks={
                node: self._coming.get(node, frozenset()) | self._born.get(node, frozenset())
                for node in (*self._coming, *self._born)
            },
            labels=self._labels,
            kept={node for one in decided for node in one.pair} | self._rematched.nodes,
            is_told=self.told,
        )  # fmt: skip
        came = {node: home for node in sorted(self._coming) if (home := coming.home(node))}
        settled = set[str]()
        for nodes in () if self._any_decision else met(one for one in self._rematched.come.values() if one.same):
            node, home = coming.met(nodes)
            if node:
                came[node] = home
                settled |= nodes
        return came, settled

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

    def _marks(self, node: str) -> frozenset[str]:
        """Return what a node of a source is, and when somebody was born."""
        kind = kind_of(node) if self._minter.is_of_source(node) or self._minter.is_world(node) else ""
        coming = self._born.get(node, frozenset())
        born = set(map(birth, self.values(node, SCHEMA.birthDate, after=True)))
        return coming | born | ({f"class:{kind}"} if kind else set())

    def _matches(self, node: str) -> list[Match]:
        return self._rematched.around(self._index.blocks, node)

    def _carrying(self, code: str) -> set[str]:
        """Return the nodes that carry an identifier."""
        found = set(self._coming_with.get(code, ()))
        if is_link(code):
            found |= {node for node, quad in self._links_to(code) if self.stays(quad)}
        for canonical in () if is_link(code) else self._index.coded.get(code, ()):
            found |= {other for other in self._nodes_of(canonical) if code in self._codes_of(other)}
        return found | {other for other in nodes_of(code) if self._stands(other)}

    def _codes_of(self, node: str) -> frozenset[str]:
        if node not in self._codes:
            besides, has_links = self._codes_before(self.before(node))
            stored = {code for code in besides if self._carries(node, code)}
            if has_links:
                stored |= self._links_of(node)
            own = (own_identifier(node), self._linked(node))
            own_codes = {code for code in own if code and self._stands(node)}
            self._codes[node] = self._coming.get(node, frozenset()) | stored | own_codes
        return self._codes[node]

    def _find_codes_before(self, canonical: str) -> tuple[list[str], bool]:
        """Return the identifiers that a canonical node carries now, and whether it has more by links."""
        codes = self._index.codes.get(canonical, set())
        besides = [code for code in codes if not is_link(code)]
        return besides, len(besides) < len(codes)

    def _linked(self, node: str) -> str:
        """Return the identifier that a node has since others link to it; empty when none do."""
        code = node_code(node)
        return code if node in self._index.linked or code in self._coming_with else ""

    def linking(self, codes: Iterable[str]) -> set[str]:
        """Return the nodes that carry any of these identifiers of links now, and those that are one themselves."""
        return {node for code in codes for node in (*nodes_of(code), *(node for node, _ in self._links_to(code)))}

    def _links_to(self, code: str) -> Iterator[tuple[str, ox.Quad]]:
        """Yield the nodes that link to one, with the quads by which they do."""
        for predicate, node in product(LINKS, nodes_of(code)):
            for quad in self._store.quads(None, predicate, ox.NamedNode(node)):
                yield getattr(quad.subject, "value", ""), quad

    def _links_of(self, node: str) -> set[str]:
        """Return what a node carries by links."""
        said = (quad for predicate in LINKS for quad in self._store.quads(node, predicate))
        found = (identifier(str(quad.predicate), str(quad.object)) for quad in said if self.stays(quad))
        return {code for code in found if is_link(code)}

    def _stands(self, node: str) -> bool:
        return bool(self.decisions(node)) or self.mentioned(node)

    def _nodes_of(self, canonical: str) -> Set[str]:
        if canonical in self._index.members or self.told(canonical):
            return self.members_before(canonical)
        return set(self._store.subjects(PARLEY.canonical, ox.NamedNode(canonical), self._minter.identity_graph))

    def _carries(self, node: str, code: str) -> bool:
        return any(
            identifier(f"<{predicate}>", str(quad.object)) == code and self.stays(quad)
            for predicate in predicates_of(code)
            for quad in self._store.quads(node, predicate)
        )

    def mentioned(self, node: str) -> bool:
        """True when a source that is not being replaced tells of the node, or points at it as a thing."""
        pointing = self._store.quads(value=ox.NamedNode(node))
        return self.told(node) or any(self.stays(quad) and not tells_same(str(quad.predicate)) for quad in pointing)

    def told(self, node: str) -> bool:
        """True when a source that is not being replaced tells of the node."""
        return any(self.values(node, SKOS.prefLabel, after=True)) or any(
            self.stays(quad) for quad in self._store.quads(node)
        )

    def said_elsewhere(self, subject: str, predicate: str, value: Value) -> bool:
        """True when a source that is not being replaced says this; it stops at the first that does."""
        return any(self.stays(quad) for quad in self._store.quads(subject, predicate, value))

    def values(self, node: str, predicate: str, *, after: bool) -> Iterator[str]:
        """Yield what sources that stay, or that were there, say of a node by one of the properties that are remembered.

        Of what the world shares they say too much to be remembered.
        """
        ignored = self._ignored if after else self._not_before
        if self._minter.is_world(node):
            said = named(self._store.quads(node, predicate))
        else:
            said = iter(self._index.values.of(node, predicate))
        return (value for value, graph in said if graph not in ignored)

    def stays(self, quad: ox.Quad) -> bool:
        """True for what a source says that is not being replaced, and for a link that is not cut."""
        return self.is_source_graph(quad.graph_name) and not (
            self._unlinked and self.is_link(quad) and as_row(quad) in self._unlinked
        )

    def is_link(self, quad: ox.Quad) -> bool:
        """True for what links facts of different sources."""
        return getattr(quad.graph_name, "value", "") == self._minter.links_graph

    def was_source_graph(self, graph: object) -> bool:
        """True for the graph of any source, as it is before the change."""
        return isinstance(graph, ox.NamedNode) and graph.value not in self._not_before

    def is_source_graph(self, graph: object) -> bool:
        """True for the graph of a source that stays."""
        return isinstance(graph, ox.NamedNode) and graph.value not in self._ignored
