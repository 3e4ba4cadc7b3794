"""Tellings that say the same are compared as one: very many sources may tell of one person or one round."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

from .matches import Likeness, Match, match
from .tellings import Telling

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Crowd:
    """Tellings of one month, each of another source, that say the same."""

    told: Telling
    """The first of them, with the talks that all their sources tell of, and the words of all."""
    members: tuple[Telling, ...]
    sources: frozenset[str]

    def shares_source(self, other: Crowd) -> bool:
        """True when one source has a telling in both: it tells them apart."""
        return not self.sources.isdisjoint(other.sources)

    def matches(self, *because: str) -> Iterator[Match]:
        """Yield the matches that hold it together."""
        for one, other in pairwise(self.members):
            yield match(one.node, other.node, Likeness(0.95, because), same=True)


def crowds(tellings: Iterable[Telling], said: Callable[[Telling], Hashable | None]) -> list[Crowd]:
    """Return the crowds of those for which ``said`` is equal; where it is None a telling stays alone."""
    found: dict[Hashable, list[Telling]] = {}
    for told in sorted(tellings, key=lambda one: (one.day, one.node, one)):
        key: Hashable = (said(told), told.day[:7])
        if key == (None, told.day[:7]):
            key = told.node
        while any(one.source == told.source for one in found.get(key, ())[-1:]):
            key = (key, told.node)
        found.setdefault(key, []).append(told)
    return [_crowd(members) for members in found.values()]


def _crowd(members: Sequence[Telling]) -> Crowd:
    talks = tuple(sorted({parties for one in members for parties in one.talks}))
    words = tuple(sorted({word for one in members for word in one.words}))
    first = members[0]
    if (talks, words) != (first.talks, first.words):
        first = replace(first, talks=talks, words=words)
    return Crowd(first, tuple(members), frozenset(one.source for one in members))


def once(tellings: Sequence[Telling], of_two: Callable[[Telling, Telling], _T]) -> Callable[[int, int], _T]:
    """Return what is found of two tellings, by number, where that depends on their content alone: of each two once."""
    contents: dict[tuple[object, ...], int] = {}
    number = [contents.setdefault(one.content(), len(contents)) for one in tellings]
    known: dict[tuple[int, int], _T] = {}

    def found(one: int, other: int) -> _T:
        pair = number[one], number[other]
        if pair not in known:
            known[pair] = of_two(tellings[one], tellings[other])
        return known[pair]

    return found
