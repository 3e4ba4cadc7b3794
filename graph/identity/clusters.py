"""Which nodes are one and the same: clusters over decisions, equal identifiers and matches, and the IRI of each.

Sources are never touched: undo a decision, and its cluster falls apart again. A name alone never merges anything.
This module computes; :mod:`parley.graph.identity.canonical` rewrites triples by what it finds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from ..identifiers import Minter
from ..matching.matches import Match
from ..writing.shared_identifiers import at_odds, own_identifier

Verdict: TypeAlias = Literal["same", "different", "unsure"]
UNNAMED: Final = "unnamed"
"""The kind of agents that never merge with anything."""
_BETWEEN_TWO: Final = ("event:", "process:")
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


class Neighbourhood:
    """What is known around some nodes: the decisions that touch them and the identifiers that they share."""

    def __init__(
        self,
        decisions: Callable[[str], Iterable[Decision]],
        alike: Callable[[str], Iterable[str]],
        identifiers: Callable[[str], frozenset[str]],
        matches: Callable[[str], Iterable[Match]],
    ) -> None:
        self._decisions = decisions
        self._alike = alike
        self._identifiers = identifiers
        self._matches = matches
        self.nodes: set[str] = set()
        self.same: set[tuple[str, str]] = set()
        self.alike: set[tuple[str, str]] = set()
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
            for other in self._alike(node):
                if other != node:
                    self.alike.add((min(node, other), max(node, other)))
                    waiting.append(other)
            for match in self._matches(node):
                if match.same:
                    self.matched.add(match)
                    waiting += (match.first, match.second)

    def clusters(self) -> list[frozenset[str]]:
        """Return which nodes are one.

        A decision that two differ outweighs everything that joins them, and a decision that two are the same
        outweighs identifiers, which outweigh what matchers found, the surest first. By a shared identifier or a match
        nothing is joined whose other identifiers differ.
        """
        member_of: dict[str, set[str]] = {node: {node} for node in self.nodes}
        for first, second in (*sorted(self.same), *sorted(self.alike - self.same), *surest(self.matched)):
            one, other = member_of[first], member_of[second]
            if one is other or is_unnamed(first) or is_unnamed(second) or self._held_apart(one, other):
                continue
            if (first, second) not in self.same and at_odds(self._identifiers_of(one), self._identifiers_of(other)):
                continue
            small, large = sorted((one, other), key=len)
            large |= small
            for node in small:
                member_of[node] = large
        return [frozenset(cluster) for cluster in {id(cluster): cluster for cluster in member_of.values()}.values()]

    def _identifiers_of(self, cluster: set[str]) -> set[str]:
        return {code for node in cluster for code in self._identifiers(node)}

    def _held_apart(self, one: set[str], other: set[str]) -> bool:
        return any((a in one and b in other) or (a in other and b in one) for a, b in self.different)


def surest(matches: Iterable[Match]) -> Iterator[tuple[str, str]]:
    """Yield what was matched, the surest first; an event or negotiation is matched among those of two parties alone."""
    chosen: dict[str, str] = {}
    for match in sorted(matches, key=lambda match: (-match.score, match)):
        pair = match.first, match.second
        if not match.block.startswith(_BETWEEN_TWO):
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
