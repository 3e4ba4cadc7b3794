"""Whether an item is another one with other terms: nearly the same words about the same issue, another amount."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

_AMOUNT: Final = re.compile(r"(?P<number>\d[\d.,]*)[\s-]*(?:(?:million|billion|thousand|per)\s+)?(?P<unit>[^\W\d_]+)?")
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_LIKE: Final = 0.5
"""So large a share of the words of the shorter one is to stand in the other."""
_FEWEST: Final = 2
"""So many words are to be common at least."""


def is_variant(item: str, other: str, *, issues: Collection[str], others: Collection[str]) -> bool:
    """True when two items differ in an amount of the same kind, but not in what they are about.

    >>> is_variant("release 450 tonnes of grain a month", "release 300 tonnes of grain", issues="a", others="a")
    True
    >>> is_variant("release 300 tonnes of grain", "the release of 12 prisoners", issues="a", others="a")
    False
    """
    if not set(issues) & set(others):
        return False
    mine, yours = _amounts(item), _amounts(other)
    shared = {unit for unit, _ in mine} & {unit for unit, _ in yours}
    differ = any(
        {number for unit, number in mine if unit == one} != {number for unit, number in yours if unit == one}
        for one in shared
    )
    words, their = _words(item), _words(other)
    common = len(words & their)
    return differ and common >= min(_FEWEST, len(words), len(their)) and common >= _LIKE * min(len(words), len(their))


def _amounts(text: str) -> set[tuple[str, str]]:
    found = _AMOUNT.finditer(text.casefold())
    return {((one["unit"] or "").removesuffix("s"), one["number"].rstrip(".,")) for one in found}


def _words(text: str) -> set[str]:
    return {word.removesuffix("s") for word in _WORD.findall(text.casefold())}
