"""What matchers find: two nodes that are one, or may be, with a score and the reasons in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, TypeAlias

JOINED: Final = 0.7
"""From this score on two tellings are one; below it people are asked."""
ASKED: Final = 0.4
"""Below this score nobody is asked."""


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """Two nodes of which the first sorts first."""

    first: str
    second: str
    score: float
    because: str
    same: bool
    """True when they are taken for one; otherwise people are asked."""
    block: str = ""
    """What they have in common that made them be compared."""

    @property
    def decimal(self) -> Decimal:
        """The score as it is written."""
        return Decimal(str(self.score))


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two tellings are, and why."""

    score: float
    because: tuple[str, ...] = ()


Clash: TypeAlias = Callable[[Sequence[int], Sequence[int]], str]
"""Tells why the tellings of two groups, by number, cannot all be one; nothing when they can."""


def pairwise_clash(at_odds: Callable[[int, int], str]) -> Clash:
    """Return a clash that is one of any two tellings."""
    return lambda some, others: next((why for one in some for other in others if (why := at_odds(one, other))), "")


class Groups:
    """Joins tellings, the likest first, as long as nothing in two groups speaks against it."""

    def __init__(self, size: int, clash: Clash = lambda some, others: "") -> None:
        self._members = {number: [number] for number in range(size)}
        self._group = list(range(size))
        self._clash = clash
        self.refused: dict[tuple[int, int], str] = {}

    def join(self, one: int, other: int) -> bool:
        """Join the groups of two tellings unless they clash; True when they are one now."""
        a, b = sorted((self._group[one], self._group[other]))
        if a == b:
            return True
        if why := self._clash(self._members[a], self._members[b]):
            self.refused[min(one, other), max(one, other)] = why
            return False
        for number in self._members.pop(b):
            self._group[number] = a
            self._members[a].append(number)
        return True

    def of(self, number: int) -> int:
        """Return the number of a telling's group."""
        return self._group[number]

    def groups(self) -> list[list[int]]:
        """Return the tellings of each group."""
        return [sorted(members) for _, members in sorted(self._members.items())]


def grouped(
    nodes: Sequence[str],
    pairs: Iterable[tuple[int, int, Likeness]],
    clash: Clash,
) -> list[Match]:
    """Return a match for each two that were joined, and one, with a lower score, for each two groups to be settled."""
    ordered = sorted(pairs, key=lambda pair: (-pair[2].score, nodes[pair[0]], nodes[pair[1]]))
    groups = Groups(len(nodes), clash)
    found: list[Match] = []
    for one, other, likeness in ordered:
        if likeness.score >= JOINED:
            already = groups.of(one) == groups.of(other)
            if groups.join(one, other) and not already:
                found.append(match(nodes[one], nodes[other], likeness, same=True))
    doubted: set[tuple[int, int]] = set()
    for one, other, likeness in ordered:
        two = (min(groups.of(one), groups.of(other)), max(groups.of(one), groups.of(other)))
        if likeness.score >= ASKED and two[0] != two[1] and two not in doubted:
            doubted.add(two)
            against = groups.refused.get((min(one, other), max(one, other)), "")
            why = (*likeness.because, f"but {against}") if against else likeness.because
            found.append(match(nodes[one], nodes[other], Likeness(min(likeness.score, 0.65), why), same=False))
    return found


def match(one: str, other: str, likeness: Likeness, *, same: bool) -> Match:
    """Return the match of two nodes, in whichever order they are given."""
    first, second = sorted((one, other))
    return Match(first, second, round(likeness.score, 2), "; ".join(likeness.because), same)
