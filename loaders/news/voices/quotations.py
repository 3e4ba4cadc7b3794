"""Where the text stands in quotation marks, over paragraphs too."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from ..text.segment import Segment
from ..text.spans import Spans

_CLOSE = {"“": '”"', "«": "»", "„": "“”", '"': '"”'}
_MARK = re.compile(r"[“”«»„\"'`‘’]")
_PAIRED = re.compile(r"(?:``|(?<![\w'])'')(?=\w)[^\n]*?''")
"""Quotations in doubled marks: ``as typesetters write'' and ''as typewriters do''."""
_ALONE = re.compile(r'(?<=\s)"(?=\s)')
_SINGLE_END = re.compile(r"(?<=[.,!?…—])[’'](?!\w)")
_SINGLE_START = re.compile(r"(?:^|(?<=[\s(—–:]))[‘'](?=\w)")


@lru_cache(maxsize=1)
def quotations(text: str, segments: tuple[Segment, ...]) -> tuple[tuple[int, int], ...]:
    """Spans in quotation marks, marks included. A quotation that a paragraph leaves open ends with it.

    They are kept for the article that is being read.
    """
    found: list[tuple[int, int]] = []
    for n, segment in enumerate(segments):
        goes_on = n + 1 < len(segments) and text[segments[n + 1].start] == '"'
        found += _of_segment(text, segment.start, segment.end, goes_on=goes_on)
    return tuple(found)


def blocks(text: str, segments: tuple[Segment, ...], spans: tuple[tuple[int, int], ...]) -> Spans[int]:
    """The quotations by numbers; those that paragraphs leave open have the number of the one that goes on with them."""
    begins = {segment.start for segment in segments}
    numbered: list[tuple[int, int, int]] = []
    for start, end in spans:
        before = numbered[-1] if numbered else None
        goes_on = before is not None and start in begins and _is_open(text, before[0], before[1])
        between = text[before[1] : start] if before is not None else ""
        same = goes_on and not between.strip()
        numbered.append((start, end, before[2] if before is not None and same else len(numbered)))
    return Spans(numbered)


def _is_open(text: str, start: int, end: int) -> bool:
    """True for a quotation without a closing mark."""
    return text[start] in _CLOSE and (text[end - 1] not in _CLOSE[text[start]] or end - 1 == start)


def _of_segment(text: str, begin: int, end: int, *, goes_on: bool) -> Iterator[tuple[int, int]]:
    start: int | None = None
    strays = _strays(text, begin, end)
    whole = _singles(text, begin, end) | {m.start(): m.end() for m in _PAIRED.finditer(text, begin, end)}
    reached = begin
    for found in _MARK.finditer(text, begin, end):
        mark, offset = found[0], found.start()
        if offset < reached:
            continue
        if start is None and offset in whole:
            yield offset, whole[offset]
            reached = whole[offset]
            continue
        if mark == '"' and (offset in strays or (start is None and _only_closes(text, offset))):
            continue
        if start is None and mark in _CLOSE:
            start = offset
        elif start is not None and mark == text[start] == '"' and _only_opens(text, offset):
            yield start, offset  # the one before was never closed
            start = offset
        elif start is not None and mark in _CLOSE[text[start]]:
            yield start, offset + 1
            start = None
    if start is not None and (text[start] != '"' or (goes_on and (start == begin or text[start - 1] in " :,"))):
        yield start, end


def _only_closes(text: str, offset: int) -> bool:
    """True for a straight mark right behind a word and before none: nothing begins with it."""
    before, after = text[offset - 1 : offset], text[offset + 1 : offset + 2]
    return bool(before) and (before.isalnum() or before in ".,!?…") and not after.strip()


def _only_opens(text: str, offset: int) -> bool:
    """True for a straight mark behind a space and right before a word: nothing ends with it."""
    before, after = text[offset - 1 : offset], text[offset + 1 : offset + 2]
    return before.isspace() and after.isalnum()


def _strays(text: str, begin: int, end: int) -> frozenset[int]:
    """Straight marks with a space on either side, where they make no pairs."""
    alone = [m.start() for m in _ALONE.finditer(text, begin, end)]
    return frozenset(alone if len(alone) % 2 else ())


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
