"""Dates that are printed and cannot be told: "04/05/2025", "June 2" in a text without a date, "three weeks ago".

Their printed form is kept and no day is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ....graph.records import When
from .dates import DatedSpan

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_COUNT = r"(?:a|one|two|three|four|five|six|seven|eight|nine|ten|several|\d{1,2})"
_TO = r"(?:\s?[–—-]\s?|\s+(?:to|until|through)\s+)"
_DATE = (
    rf"(?:{_MONTH}\s+{_DAY}(?:{_TO}(?:{_MONTH}\s+)?{_DAY})?\b(?![:,.]?\d|\s?%)"
    rf"|\b{_DAY}(?:(?:\s+of)?\s+{_MONTH})?(?:{_TO}{_DAY})?(?:\s+of)?\s+{_MONTH}(?!\w))"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_FORMS = re.compile(
    rf"\b\d{{1,2}}/\d{{1,2}}/(?:19|20)\d\d\b|\b{_DATE}|\b{_COUNT}\s+(?:days?|weeks?|months?|years?)\s+ago\b"
    rf"|\bin\s+{_COUNT}\s+(?:days|weeks?|months?)(?:[’']\s+time)?\b(?!\s+of)"
    r"|\b(?:the\s+)?day\s+(?:after\s+tomorrow|before\s+yesterday)\b|\b(?:today|yesterday|tomorrow|tonight)\b(?![’']s)"
    r"|\b(?:last|next|this)\s+(?:week|month|year)(?:end)?\b(?![’']s|-|\s+of\b)"
    r"|\b(?:first|second|third|fourth|last)\s+quarter\s+of\s+(?:(?:next|this|the)\s+year|(?:19|20)\d\d)\b"
    r"|\bat\s+the\s+end\s+of\s+(?:the|this|next)\s+(?:week|month|year)\b"
    r"|\bin\s+the\s+(?:spring|summer|autumn|winter)\b"
    rf"|\bin\s+(?:(?:early|late)\s+|mid-)?{_MONTH}(?!\w|\s+\d|,?\s+the\s+\d)"
    rf"|\bthe\s+(?:first|second|third|last)\s+(?:week|half)\s+of\s+{_MONTH}(?!\w|\s+\d)"
    rf"|\b(?:on\s+|last\s+|next\s+|this\s+)?{_WEEKDAY}(?:,?\s+(?:the\s+)?{_DATE}|\b(?![’']s))"
)
_BESIDE = re.compile(r",?\s+(?:the\s+)?")
"""Between a weekday and the date that it belongs to."""


def find_printed(text: str, start: int, end: int, known: Iterable[DatedSpan]) -> tuple[DatedSpan, ...]:
    """The printed dates in ``text[start:end]`` that are none of the known ones; their value is empty."""
    taken = [(d.start, d.end) for d in known]
    found = (m.span() for m in _FORMS.finditer(text, start, end))
    free = (s for s in found if not any((a < s[1] and s[0] < b) or _BESIDE.fullmatch(text[s[1] : a]) for a, b in taken))
    return tuple(DatedSpan(a, b, When("", "text", text[a:b])) for a, b in free)
