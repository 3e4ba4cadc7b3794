"""Which of what was found is which of what was expected: one to one, and as many pairs as there can be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

F = TypeVar("F")
E = TypeVar("E")
Pair: TypeAlias = tuple[int, int]
_Edges: TypeAlias = Mapping[int, Mapping[int, float]]


@dataclass(frozen=True, slots=True)
class Matching:
    """Pairs of places, found and expected, and how many of each could be matched if one might count for several."""

    pairs: tuple[Pair, ...]
    coverable_found: int
    coverable_expected: int


def match(found: Sequence[F], expected: Sequence[E], likeness: Callable[[F, E], float]) -> Matching:
    """Return the largest one-to-one matching of items whose likeness is above 0, the most alike first."""
    edges: dict[int, dict[int, float]] = {}
    for i, ours in enumerate(found):
        for j, theirs in enumerate(expected):
            if (score := likeness(ours, theirs)) > 0:
                edges.setdefault(i, {})[j] = score
    chosen, taken = _greedy(edges)
    for i in edges:
        if i not in chosen:
            _augment(i, edges, chosen, taken, set())
    reachable = {j for row in edges.values() for j in row}
    return Matching(tuple(sorted(chosen.items())), len(edges), len(reachable))


def _greedy(edges: _Edges) -> tuple[dict[int, int], dict[int, int]]:
    chosen: dict[int, int] = {}
    taken: dict[int, int] = {}
    for _, i, j in sorted(((score, i, j) for i, row in edges.items() for j, score in row.items()), reverse=True):
        if i not in chosen and j not in taken:
            chosen[i], taken[j] = j, i
    return chosen, taken


def _augment(i: int, edges: _Edges, chosen: dict[int, int], taken: dict[int, int], seen: set[int]) -> bool:
    """Find a place for ``i``, moving others to their next best where that makes room."""
    for j in sorted(edges[i], key=lambda j: -edges[i][j]):
        if j in seen:
            continue
        seen.add(j)
        if j not in taken or _augment(taken[j], edges, chosen, taken, seen):
            chosen[i], taken[j] = j, i
            return True
    return False
