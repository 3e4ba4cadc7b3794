"""Stretches of the text that do not overlap, each with what stands there, found without a search through all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Spans(Generic[T]):
    """Stretches in order of the text."""

    def __init__(self, found: Iterable[tuple[int, int, T]]) -> None:
        ordered = sorted(found, key=lambda span: span[:2])
        self.starts = [start for start, _, _ in ordered]
        self.ends = [end for _, end, _ in ordered]
        self.values = [value for _, _, value in ordered]

    def touching(self, start: int, end: int) -> T | None:
        """What stands in the first stretch that shares a character with ``text[start:end]``.

        >>> Spans([(0, 4, "a"), (10, 14, "b")]).touching(3, 12)
        'a'
        """
        n = bisect_right(self.ends, start)
        return self.values[n] if n < len(self.starts) and self.starts[n] < end else None

    def covering(self, start: int, end: int) -> T | None:
        """What stands in the stretch that holds the whole of ``text[start:end]``.

        >>> Spans([(0, 4, "a"), (10, 14, "b")]).covering(11, 14)
        'b'
        """
        n = bisect_right(self.starts, start) - 1
        return self.values[n] if n >= 0 and end <= self.ends[n] else None

    def last_before(self, offset: int) -> T | None:
        """What stands in the last stretch that begins before an offset."""
        n = bisect_left(self.starts, offset) - 1
        return self.values[n] if n >= 0 else None

    def before(self, offset: int, *, most: int) -> tuple[T, ...]:
        """What stands in the last ``most`` stretches that begin before an offset, in order."""
        last = bisect_left(self.starts, offset)
        return tuple(self.values[max(0, last - most) : last])

    def following(self, offset: int) -> Iterator[tuple[int, int, T]]:
        """The stretches that begin at an offset or after it, in order."""
        for n in range(bisect_left(self.starts, offset), len(self.starts)):
            yield self.starts[n], self.ends[n], self.values[n]

    def begin_within(self, start: int, end: int) -> bool:
        """True when a stretch begins in ``text[start:end]``."""
        return bisect_left(self.starts, start) < bisect_left(self.starts, end)
