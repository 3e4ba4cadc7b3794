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
    likeliest = {i: sorted(row, key=lambda j: -row[j]) for i, row in edges.items()}
    dead_ends: set[int] = set()
    for i in edges:
        if i not in chosen:
            _augment(i, likeliest, chosen, taken, dead_ends)
    reachable = {j for row in edges.values() for j in row}
    return Matching(tuple(sorted(chosen.items())), len(edges), len(reachable))


def _greedy(edges: _Edges) -> tuple[dict[int, int], dict[int, int]]:
    chosen: dict[int, int] = {}
    taken: dict[int, int] = {}
    for _, i, j in sorted(((score, i, j) for i, row in edges.items() for j, score in row.items()), reverse=True):
        if i not in chosen and j not in taken:
            chosen[i], taken[j] = j, i
    return chosen, taken


def _augment(
    first: int, likeliest: Mapping[int, Sequence[int]], chosen: dict[int, int], taken: dict[int, int],
    dead_ends: set[int],
) -> None:  # fmt: skip
    """Find a place for ``first``, moving others to their next best where that makes room.

    Places from which no way leads to a free one are added to ``dead_ends``: none ever will. The way is kept in lists,
    not on Python's stack, which long articles would overflow.
    """
    seen: set[int] = set()
    movers, places = [(first, iter(likeliest[first]))], list[int]()
    while movers:
        place = next((j for j in movers[-1][1] if j not in seen and j not in dead_ends), None)
        if place is None:
            movers.pop()
            places = places[:-1]
            continue
        seen.add(place)
        places.append(place)
        if place not in taken:
            for (i, _), j in zip(movers, places, strict=True):
                chosen[i], taken[j] = j, i
            return
        movers.append((taken[place], iter(likeliest[taken[place]])))
    dead_ends |= seen
