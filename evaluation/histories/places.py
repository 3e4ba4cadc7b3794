"""Places in articles, and how far two of them are one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias

Spans: TypeAlias = tuple[tuple[int, int], ...]

LONGEST: Final = 600
"""A longer span is no place: a whole article would be near everything."""


@dataclass(frozen=True, slots=True)
class Place:
    """Some words of an article: code points, ends exclusive."""

    article: str
    spans: Spans


def overlaps(one: Place, other: Place) -> bool:
    """True when of two spans half of the shorter is shared; the articles are not compared."""
    return any(_half_shared(a, b) for a in _short(one.spans) for b in _short(other.spans))


def likeness(one: Place, other: Place) -> float:
    """Return the largest share of what two spans cover that both cover; 0 unless half of the shorter is shared."""
    return max(
        (
            _shared(a, b) / (max(a[1], b[1]) - min(a[0], b[0]))
            for a in _short(one.spans)
            for b in _short(other.spans)
            if _half_shared(a, b)
        ),
        default=0.0,
    )


def within(place: Place, spans: Iterable[tuple[int, int]]) -> bool:
    """True when one of the place's spans lies for more than half in one of the spans."""
    told = tuple(spans)
    return any(2 * _shared(a, b) > a[1] - a[0] for a in _short(place.spans) for b in told)


def _short(spans: Spans) -> Spans:
    return tuple(span for span in spans if span[1] - span[0] <= LONGEST)


def _shared(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _half_shared(a: tuple[int, int], b: tuple[int, int]) -> bool:
    shared = _shared(a, b)
    return shared > 0 and 2 * shared >= min(a[1] - a[0], b[1] - b[0])
