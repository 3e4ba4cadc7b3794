"""Amounts that name no number: "a third of the money", "cut by half", "dozens of prisoners"; none is computed."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PART = r"(?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)"
_SHARE = re.compile(
    rf"(?<![\w-])(?:(?:an?|one|two|three|four|nine)[ -]{_PART}s?"
    r"(?:\s+of\s+an?\s+(?:hundred|thousand|million|billion|trillion)\b|(?=\s+of\b))|"
    r"(?<!first )(?<!second )(?<!latter )(?<!other )half(?=\s+(?:of|the|its|their|his|her|our|all)\b)|"
    rf"(?<=\bby )(?:an?[ -]|one[ -]|two[ -]|three[ -])?{_PART}s?(?![\w-]))",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"(?<![\w-])(?:(?:several|many|a few)\s+(?:dozen|hundred|thousand|million|billion)|"
    r"(?:(?:tens|hundreds|dozens|scores)\s+of\s+(?:thousands|millions|billions)|"
    r"dozens|scores|hundreds|thousands|millions|billions))(?![\w-])",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+(?:of\s+)?(?:(?:the|its|their|his|her|our|all)\s+)?(?:own\s+)?", re.IGNORECASE)
_TIME = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|"
    r"(?:(?:the|an?|this|next|last)\s+)?(?:day|week|month|year|century|decade)s?\b"
)


def find_shares(text: str, start: int, end: int) -> Iterator[tuple[int, int, int, bool]]:
    """Where shares and loose numbers stand and where what they are of begins; the last tells the loose ones.

    >>> list(find_shares("a third of the money", 0, 20))
    [(0, 7, 15, False)]
    """
    for pattern, loose in ((_SHARE, False), (_MANY, True)):
        for match in pattern.finditer(text, start, end):
            of = _OF.match(text, match.end(), end)
            noun = of.end() if of is not None else match.end()
            if not _TIME.match(text, noun, end):
                yield match.start(), match.end(), noun, loose
