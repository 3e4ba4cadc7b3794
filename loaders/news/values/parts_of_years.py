"""Halves, quarters and weeks: "the second quarter of this year", "the second half of July", "the last week of June".

They are read as from their first day to their last; a month without a year is of the year in which it is nearest.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Final

_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_WHICH: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 0, "last": 0}
_PARTS: Final = {"half": 2, "quarter": 4}
_WEEK: Final = 7
_PART: Final = re.compile(
    rf"\b(?P<which>{'|'.join(_WHICH)}) (?P<part>half|quarter|week) of "
    rf"(?:(?P<month>{'|'.join(_MONTHS)})|(?P<near>this|next|last|the) year|(?P<year>(?:19|20)\d\d))\b"
    r"(?:,? (?P<of>20\d\d)\b)?",
    re.IGNORECASE,
)
_HALF: Final = 15
"""The last day of the first half of a month."""


def find_parts(text: str, start: int, end: int, published: date | None) -> Iterator[tuple[int, int, date, date]]:
    """Where each half, quarter or week is told in ``text[start:end]``, with its first day and its last."""
    for match in _PART.finditer(text, start, end):
        if match["part"].lower() == "week":
            yield from _week(match, published)
            continue
        parts, number = _PARTS[match["part"].lower()], _WHICH[match["which"].lower()]
        year, number = _year(match, published), number or parts
        if year is None or number > parts or (match["month"] and parts > 2):
            continue
        months = 12 // parts
        first, last = date(year, months * (number - 1) + 1, 1), months * number
        final = date(year, last, monthrange(year, last)[1])
        if match["month"]:
            month = _MONTHS.index(match["month"].lower()) + 1
            first, final = date(year, month, 1), date(year, month, monthrange(year, month)[1])
            first, final = (first, first.replace(day=_HALF)) if number == 1 else (first.replace(day=_HALF + 1), final)
        yield match.start(), match.end(), first, final


def _week(match: re.Match[str], published: date | None) -> Iterator[tuple[int, int, date, date]]:
    """The seven days of "the second week of May", counted from its first, of "the last week of May" from its last."""
    year, number = _year(match, published), _WHICH[match["which"].lower()]
    if year is None or not match["month"]:
        return
    month = _MONTHS.index(match["month"].lower()) + 1
    last = _WEEK * number or monthrange(year, month)[1]
    yield match.start(), match.end(), date(year, month, last - _WEEK + 1), date(year, month, last)


def _year(match: re.Match[str], published: date | None) -> int | None:
    printed = match["of"] or match["year"]
    if printed or published is None:
        return int(printed) if printed else None
    if not match["month"]:
        return published.year + {"next": 1, "last": -1}.get(match["near"].lower(), 0)
    month = _MONTHS.index(match["month"].lower()) + 1
    return min((published.year - 1, published.year, published.year + 1),
               key=lambda year: abs((date(year, month, _HALF) - published).days))  # fmt: skip
