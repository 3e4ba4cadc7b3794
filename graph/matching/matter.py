"""The words of an item's label that tell what it is about, not how it is answered, when it is done, or at what."""

from __future__ import annotations

import re
from typing import Final

from .spelling import stems

_WEIGHED: Final = re.compile(r"^(?:to )?(?:consider|study|weigh|review|examine|discuss)(?:ing)? ", re.IGNORECASE)
"""Before what is only taken up: "consider setting up a group"."""
_DONE_AT: Final = re.compile(
    r",? (?:(?:an?|\d+|two|three) (?:day|week|month)s? )?(?:at|after|before|during|since) "
    r"(?:the|an?|its|their)\b[^,;]*?\b(?:talks|rounds?|meetings?|summits?|sessions?|negotiations)\b.*",
    re.IGNORECASE,
)
"""Behind what is done at or after some talks: "... at a second round of talks with B"."""
_DAYS: Final = stems(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december"""
)
_FEWEST: Final = 2
"""So many words must be left of a label that is cut."""


def matter(label: str) -> frozenset[str]:
    """Return the stems of the words that tell what an item is about.

    >>> sorted(matter("consider opening the harbour to trawlers on Monday, a day after the May talks in Bergen"))
    ['harbour', 'open', 'trawl']
    """
    for cut in (_DONE_AT, _WEIGHED):
        shorter = cut.sub("", label)
        if len(stems(shorter) - _DAYS) >= _FEWEST:
            label = shorter
    return stems(label) - _DAYS
