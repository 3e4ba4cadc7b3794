"""A segment: a stretch of the text that is parsed by itself, and what it is by its layout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

SegmentKind: TypeAlias = Literal[
    "headline", "dateline", "caption", "heading", "list-header", "bullet", "name", "turn", "roster", "paragraph",
    "boilerplate",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text: ``text[start:end]`` is what is parsed, a bullet's label stands apart."""

    kind: SegmentKind
    start: int
    end: int
    label: tuple[int, int] | None = None
    """Offsets of the label of a bullet or turn, without its colon."""
    heading: int | None = None
    """Index of the heading segment that this one stands under."""
    header: int | None = None
    """Index of the list header that introduces this bullet."""
    place: tuple[int, int] | None = None
    """Offsets of the place in an agency dateline before this paragraph."""
    outlet: tuple[int, int] | None = None
    """Offsets of the agency in such a dateline."""
