"""Where the text stands in quotation marks, over paragraphs too."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from ..text.segment import Segment

_OPEN = "“«„"
_CLOSE = {"“": '”"', "«": "»", "„": "“”", '"': '"”'}
_SINGLE_END = re.compile(r"(?<=[.,!?…—])[’'](?!\w)")
_SINGLE_START = re.compile(r"(?:^|(?<=[\s(—–:]))[‘'](?=\w)")


def quotations(text: str, segments: Iterable[Segment]) -> tuple[tuple[int, int], ...]:
    """Spans in quotation marks, marks included. A quotation that a paragraph leaves open ends with it."""
    return tuple(span for segment in segments for span in _of_segment(text, segment.start, segment.end))


def _of_segment(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    start: int | None = None
    single = _singles(text, begin, end)
    offset = begin
    while offset < end:
        mark = text[offset]
        if start is None and offset in single:
            yield offset, single[offset]
            offset = single[offset]
            continue
        if start is None and (mark in _OPEN or mark == '"'):
            start = offset
        elif start is not None and mark in _CLOSE[text[start]]:
            yield start, offset + 1
            start = None
        offset += 1
    if start is not None and text[start] != '"':
        yield start, end


def _singles(text: str, begin: int, end: int) -> dict[int, int]:
    """Quotations in single marks: from a mark before a word to one after a comma or full stop, so no apostrophe."""
    found: dict[int, int] = {}
    ends = [m.end() for m in _SINGLE_END.finditer(text, begin, end)]
    reached = begin
    for match in _SINGLE_START.finditer(text, begin, end) if ends else ():
        close = bisect_right(ends, match.end())
        if match.start() >= reached and close < len(ends):
            found[match.start()] = reached = ends[close]
    return found


def share_quoted(spans: tuple[tuple[int, int], ...], start: int, end: int) -> float:
    """The part of ``text[start:end]`` that stands in quotation marks, 0 to 1; ``spans`` are in order."""
    covered = sum(max(0, min(end, b) - max(start, a)) for a, b in near_quotations(spans, start, end))
    return covered / (end - start) if end > start else 0.0


def quoted_inside(spans: tuple[tuple[int, int], ...], start: int, end: int) -> list[tuple[int, int]]:
    """The quotations that lie wholly inside ``text[start:end]``."""
    return [(a, b) for a, b in near_quotations(spans, start, end) if start <= a and b <= end + 2 and a < end]


def near_quotations(spans: tuple[tuple[int, int], ...], start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The quotations that begin in ``text[start:end]``, and the last one before; ``spans`` are in order."""
    first = bisect_right(spans, (start, start))
    return spans[max(0, first - 1) : bisect_right(spans, (end, end))]
