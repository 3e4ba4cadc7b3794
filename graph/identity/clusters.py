"""Which nodes are one and the same: clusters over decisions, equal identifiers and matches, and the IRI of each.

Sources are never touched: undo a decision, and its cluster falls apart again. A name alone never merges anything.
This module computes; :mod:`parley.graph.identity.canonical` rewrites triples by what it finds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from ..identifiers import Minter
from ..matching.matches import Match
from ..writing.shared_identifiers import at_odds, is_link, is_only, nodes_of, own_identifier
from .chains import broken

Verdict: TypeAlias = Literal["same", "different", "unsure"]
UNNAMED: Final = "unnamed"
"""The kind of agents that never merge with anything."""
BETWEEN_TWO: Final = ("event:", "process:")
"""Blocks of which a telling that fits in several may be in one only: else it would make two negotiations one."""


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """Somebody says whether two nodes are one and the same; who, when and why are free text."""

    first: str
    second: str
    verdict: Verdict
    by: str = ""
    on: str = ""
    because: str = ""

    @property
    def pair(self) -> tuple[str, str]:
        """The two nodes, in an order that does not depend on who was named first."""
        low, high = sorted((self.first, self.second))
        return low, high


@dataclass(slots=True)
class _Cluster:
    """Nodes that are one, and the identifiers and marks that they carry together."""

    nodes: set[str]
    codes: set[str]

    def take(self, other: _Cluster) -> None:
        self.nodes |= other.nodes
        self.codes |= other.codes


class _Clusters:
    """Nodes that come to be one, each alone at first."""

    def __init__(
        self, nodes: Iterable[str], identifiers: Callable[[str], Iterable[str]], different: set[tuple[str, str]]
    ) -> None:
        self._of = {node: _Cluster({node}, set(identifiers(node))) for node in nodes}
        self._different = different

    def join(self, first: str, second: str, *, decided: bool = False) -> bool:
        """Make two nodes one unless something holds them apart; True when they are one now."""
        one, other = self._of[first], self._of[second]
        if one is other:
            return True
        if is_unnamed(first) or is_unnamed(second) or self._held_apart(one.nodes, other.nodes):
            return False
        if not decided and at_odds(one.codes, other.codes):
            return False
        small, large = sorted((one, other), key=lambda cluster: len(cluster.nodes))
        large.take(small)
        self._of.update(dict.fromkeys(small.nodes, large))
        return True

    def join_all(self, nodes: Iterable[str]) -> None:
        """Make all of these one, but for those that are held apart."""
        apart: list[str] = []
        for node in nodes:
            if not any(self.join(first, node) for first in apart):
                apart.append(node)

    def all(self) -> list[frozenset[str]]:
        """Return the nodes of each."""
        return [frozenset(one.nodes) for one in {id(one): one for one in self._of.values()}.values()]

    def _held_apart(self, one: set[str], other: set[str]) -> bool:
        return any((a in one and b in other) or (a in other and b in one) for a, b in self._different)


class Neighbourhood:
    """What is known around some nodes: the decisions that touch them and the identifiers that they share."""

    def __init__(
        self,
        decisions: Callable[[str], Iterable[Decision]],
        identifiers: Callable[[str], frozenset[str]],
        carrying: Callable[[str], Iterable[str]],
        matches: Callable[[str], Iterable[Match]],
        marks: Callable[[str], frozenset[str]],
    ) -> None:
        """``marks`` are what a node cannot be one with another without, besides identifiers."""
        self._marks = marks
        self._decisions = decisions
        self._identifiers = identifiers
        self._carrying = carrying
        self._matches = matches
        self.nodes: set[str] = set()
        self.same: set[tuple[str, str]] = set()
        self.alike: dict[str, frozenset[str]] = {}
        """The nodes that carry an identifier, by identifier."""
        self.different: set[tuple[str, str]] = set()
        self.matched: set[Match] = set()

    def explore(self, seeds: Iterable[str]) -> None:
        """Follow decisions and identifiers from the seeds until nothing new is found."""
        waiting = list(seeds)
        while waiting:
            node = waiting.pop()
            if node in self.nodes:
                continue
            self.nodes.add(node)
            for decision in self._decisions(node):
                if decision.verdict == "same":
                    self.same.add(decision.pair)
                    waiting += decision.pair
                elif decision.verdict == "different":
                    self.different.add(decision.pair)
            for code in self._identifiers(node) - self.alike.keys():
                self.alike[code] = frozenset(self._carrying(code))
                waiting += self.alike[code]
            for match in self._matches(node):
                if match.same:
                    self.matched.add(match)
                    waiting += (match.first, match.second)

    def clusters(self) -> list[frozenset[str]]:
        """Return which nodes are one.

        A decision that two differ outweighs everything that joins them, and a decision that two are the same
        outweighs identifiers, which outweigh what matchers found, the surest first. By a shared identifier or a match
        nothing is joined whose other identifiers differ, nor who was born on other days, nor what is of another kind.
        Of links that lead from one to another of these, one is wrong and nobody knows which: none is followed.
        """
        clusters = _Clusters(self.nodes, self._marks_besides_links, self.different)
        for pair in sorted(self.same):
            clusters.join(*pair, decided=True)
        for code in self._followed():
            clusters.join_all(self._carriers(code))
        for pair in surest(self.matched):
            clusters.join(*pair)
        return clusters.all()

    def _followed(self) -> Iterator[str]:
        """Yield the identifiers by which nodes are joined: not those of links that would make one what differs."""
        apart = broken(self.alike, self._all_marks, self._is_cut)
        return (code for code in sorted(self.alike) if code not in apart)

    def _carriers(self, code: str) -> list[str]:
        """Return the nodes that carry an identifier and no other of its kind: first the one to which others link."""
        itself = nodes_of(code) if is_link(code) else ()
        found = (node for node in self.alike[code] if is_only(code, self._identifiers(node)))
        return sorted(found, key=lambda node: (node not in itself, node))

    def _all_marks(self, node: str) -> frozenset[str]:
        return self._identifiers(node) | self._marks(node)

    def _marks_besides_links(self, node: str) -> set[str]:
        return {mark for mark in self._all_marks(node) if not is_link(mark)}

    def _is_cut(self, node: str, code: str) -> bool:
        return any((min(node, other), max(node, other)) in self.different for other in nodes_of(code))


def surest(matches: Iterable[Match]) -> Iterator[tuple[str, str]]:
    """Yield what was matched, the surest first; an event or negotiation is matched among those of two parties alone.

    Of parties under whom two are matched as surely, those count under whom most are.
    """
    chosen: dict[str, str] = {}
    found = tuple(matches)
    often = Counter(match.block for match in found)
    for match in sorted(found, key=lambda match: (-match.score, -often[match.block], match)):
        pair = match.first, match.second
        if not match.block.startswith(BETWEEN_TWO):
            yield pair
        elif all(chosen.get(node, match.block) == match.block for node in pair):
            chosen.update(dict.fromkeys(pair, match.block))
            yield pair


def is_unnamed(node: str) -> bool:
    """True when the text does not name the agent, as its key says."""
    return f"/{UNNAMED}/" in node


def canonical_iri(cluster: frozenset[str], *, assigned: Mapping[str, str], minter: Minter) -> str:
    """Return the IRI of a cluster: a world node if it has one, otherwise the one that most members have already.

    ``assigned`` is the present IRI of each member. A cluster takes its IRI from one of its members and keeps
    it when others join; when it falls apart, the IRI stays with the member that it was minted from. So it
    depends neither on the order of sources nor on whether a member's source is loaded. Where there are only
    nodes that others have named, a Wikidata item stands for them, or else the first of them.
    """
    world = [node for node in cluster if minter.is_world(node)]
    if world:
        return min(world)
    own: dict[str, str] = {minter.canonical(node): node for node in cluster if minter.is_of_source(node)}
    if not own:
        return min(cluster, key=lambda node: (not own_identifier(node), node))
    votes = dict.fromkeys(own, 0)
    for iri, node in own.items():
        choice = assigned.get(node, iri)
        if choice in votes:
            votes[choice] += 1
    return min(own, key=lambda iri: (-votes[iri], own[iri]))
