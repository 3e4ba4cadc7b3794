"""Where the text stands in quotation marks, over paragraphs too."""

from __future__ import annotations

from collections.abc import Iterable

from .segments import Segment

_OPEN = "“«„"
_CLOSE = "”»"


def quotations(text: str, segments: Iterable[Segment]) -> tuple[tuple[int, int], ...]:
    """Spans in quotation marks, marks included. A quotation that a paragraph leaves open ends with it."""
    found: list[tuple[int, int]] = []
    for segment in segments:
        start: int | None = None
        for offset in range(segment.start, segment.end):
            mark = text[offset]
            if start is None and (mark in _OPEN or mark == '"'):
                start = offset
            elif start is not None and (mark in _CLOSE or (mark == '"' and offset > start)):
                found.append((start, offset + 1))
                start = None
        if start is not None and text[start] != '"':
            found.append((start, segment.end))
    return tuple(found)


def share_quoted(spans: tuple[tuple[int, int], ...], start: int, end: int) -> float:
    """The part of ``text[start:end]`` that stands in quotation marks, 0 to 1."""
    covered = sum(max(0, min(end, b) - max(start, a)) for a, b in spans)
    return covered / (end - start) if end > start else 0.0


def quoted_inside(spans: tuple[tuple[int, int], ...], start: int, end: int) -> list[tuple[int, int]]:
    """The quotations that lie wholly inside ``text[start:end]``."""
    return [(a, b) for a, b in spans if start <= a and b <= end + 2 and a < end]
