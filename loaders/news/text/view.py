"""A text as it is read: without what printing, copying and wrapping have put into it, each character with its place.

The canonical text is never changed: a view tells for each of its stretches where it stands there. What is read through
stands in :mod:`.signs` and :mod:`.wraps`; what the words mean is for later stages.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from ....graph.records import Span

Change: TypeAlias = tuple[int, int, str]
"""A stretch of a text and what is read in its stead."""


@dataclass(frozen=True, slots=True)
class View:
    """A text with the offsets at which each of its code points begins and ends in the canonical text."""

    text: str
    _begins: array[int] | None = field(default=None, repr=False)
    """``None`` where the text is read as it stands."""
    _ends: array[int] | None = field(default=None, repr=False)

    def place(self, start: int, end: int) -> Span:
        """Where ``text[start:end]`` stands in the canonical text."""
        if self._begins is None or self._ends is None:
            return Span(start, end)
        return Span(self._begins[start], self._ends[end - 1])

    def changed(self, changes: Iterable[Change]) -> View:
        """The view in which other words stand in the stead of some stretches, which are in order and apart.

        >>> View("cease\\u00adfire").changed([(5, 6, "")]).place(0, 9)
        Span(start=0, end=10)
        """
        if not (changes := tuple(changes)):
            return self
        kept: list[str] = []
        begins, ends = array("L"), array("L")
        last = 0
        for start, end, instead in (*changes, (len(self.text), len(self.text), "")):
            self._keep(begins, ends, last, start)
            kept += (self.text[last:start], instead)
            if instead:
                place = self.place(start, end)
                begins.extend([place.start] * len(instead))
                ends.extend([place.end] * len(instead))
            last = end
        text = "".join(kept)
        return self if text == self.text else View(text, begins, ends)

    def _keep(self, begins: array[int], ends: array[int], start: int, end: int) -> None:
        """Take over the places of ``text[start:end]``."""
        if self._begins is None or self._ends is None:
            begins.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        else:
            begins.extend(self._begins[start:end])
            ends.extend(self._ends[start:end])
