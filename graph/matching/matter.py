"""The words of an item's label that tell what it is about, not how it is answered, when it is done, or at what."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from .spelling import plain, stems

_WEIGHED: Final = re.compile(r"^(?:to )?(?:consider|study|weigh|review|examine|discuss)(?:ing)? ", re.IGNORECASE)
"""Before what is only taken up: "consider setting up a group"."""
_DONE_AT: Final = re.compile(
    r",? (?:(?:an?|\d+|two|three) (?:day|week|month)s? )?(?:at|after|before|during|since) "
    r"(?:the|an?|its|their)\b[^,;]*?\b(?:talks|rounds?|meetings?|summits?|sessions?|negotiations)\b.*",
    re.IGNORECASE,
)
"""Behind what is done at or after some talks: "... at a second round of talks with B"."""
_PUT_FORWARD: Final = re.compile(
    r",? (?:that|which) (?:[\w'’-]+ ){1,4}?(?:offered|proposed|promised|demanded|requested|suggested|pledged)\b.*",
    re.IGNORECASE,
)
"""Behind what somebody has put forward before: "... that Norway had offered in Bergen"."""
_DAYS: Final = stems(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december"""
)
_FEWEST: Final = 2
"""So many words must be left of a label that is cut; one beside an amount."""


def matter(label: str) -> frozenset[str]:
    """Return the stems of the words that tell what an item is about.

    >>> sorted(matter("consider opening the harbour to trawlers on Monday, a day after the May talks in Bergen"))
    ['harbour', 'open', 'trawl']
    >>> sorted(matter("the 12 lari toll that Norway had offered in Bergen"))
    ['lari', 'toll']
    """
    return stems(kernel(label)) - _DAYS


def only_tells_when(unit: str, label: str) -> bool:
    """True for the unit of an amount that stands in a label only where it tells at or after what something is done.

    >>> only_tells_when("days", "opened the harbour a day after the talks in Bergen")
    True
    >>> only_tells_when("days", "open the harbour for 30 days")
    False
    """
    whole, rest = ({word.removesuffix("s") for word in plain(text).split()} for text in (label, kernel(label)))
    return plain(unit).removesuffix("s") in whole - rest


def names_one(label: str, forms: Iterable[str]) -> bool:
    """True when one of the forms of a name stands in a label as words of its own.

    >>> names_one("open the harbour to Chilean boats", ["Chile", "Chilean"]), names_one("open it", ["it"])
    (True, False)
    """
    return any(form[:1].isupper() and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", label) for form in forms)


def kernel(label: str) -> str:
    """Return a label without what it is done at, who had put it forward, and that it is only taken up."""
    for cut in (_DONE_AT, _PUT_FORWARD, _WEIGHED):
        shorter = cut.sub("", label)
        left = len(stems(shorter) - _DAYS)
        if left >= _FEWEST or (left and any(letter.isdigit() for letter in shorter)):
            label = shorter
    return label
