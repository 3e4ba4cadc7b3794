"""What two texts have word for word in common, and which numbers stand in them."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b
from typing import Final

from .spelling import plain

_SIZE: Final = 4
_EACH: Final = 4
"""Of so many shingles that follow one another the least is looked up."""
_SENTENCE: Final = 7
"""Fewer words may be said twice by chance."""
_FIGURE: Final = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?![\w,])|(?<![\w.,])\d{2,}(?:\.\d+)?(?!\w)")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


@lru_cache(maxsize=16_384)
def shingles(text: str) -> frozenset[str]:
    """Return each four words that follow one another."""
    words = plain(text).split()
    return frozenset(" ".join(words[at : at + _SIZE]) for at in range(len(words) - _SIZE + 1))


def few_shingles(text: str) -> list[str]:
    """Return hashes of a few shingles; texts that share eight words in a row share one at least."""
    words = plain(text).split()
    hashes = [_hash(" ".join(words[at : at + _SIZE])) for at in range(len(words) - _SIZE + 1)]
    return sorted({min(hashes[at : at + _EACH + 1]) for at in range(max(1, len(hashes) - _EACH))} if hashes else ())


def shared_text(one: str, other: str) -> tuple[float, int]:
    """Return which share of the shorter text's shingles stands in the other, and how many these are."""
    mine, yours = shingles(one), shingles(other)
    both = len(mine & yours)
    return (both / min(len(mine), len(yours)) if mine and yours else 0.0), both


def fingerprint(text: str) -> str:
    """Return a hash of a text of a sentence's length, however it is punctuated; nothing for less.

    >>> fingerprint("“We keep the harbour open to them.”") == fingerprint("We keep the harbour open to them")
    True
    """
    words = plain(text).split()
    return _hash(" ".join(words)) if len(words) >= _SENTENCE else ""


@lru_cache(maxsize=16_384)
def figures(text: str) -> frozenset[str]:
    """Return the numbers of two digits and more in a text, but for years.

    >>> sorted(figures("Of 1,300 people in 2031, 45 left."))
    ['1300', '45']
    """
    found = (number.replace(",", "") for number in _FIGURE.findall(text))
    return frozenset(number for number in found if not _YEAR.fullmatch(number))


def _hash(words: str) -> str:
    return blake2b(words.encode(), digest_size=6).hexdigest()
