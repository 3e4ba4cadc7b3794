"""Texts as the scorer compares them: without case, accents and punctuation, as sets of stems of content words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

from .lists import word_lists

LIKE: Final = 80
"""Token-set ratio from which two names or titles are the same."""
SHARED: Final = 0.5
"""Share of content words from which two passages are the same."""
_FEWEST_SHARED = 3
_LONGEST = 60
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "ed", "es", "s", "e")
_SHORTEST_STEM = 4
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")


@lru_cache(maxsize=65536)
def normalised(text: str) -> str:
    """Return the text in lower-case ASCII letters and digits, single blanks between them, without possessive endings.

    >>> normalised("Côte d’Ivoire’s  envoy")
    'cote d ivoire envoy'
    """
    straight = re.sub("[\u2018\u2019\u02bc]", "'", text)
    plain = unicodedata.normalize("NFKD", straight).encode("ascii", "ignore").decode()
    bare = re.sub(r"'s\b", "", plain).lower()
    return re.sub(r"[^a-z0-9]+", " ", bare).strip()


@lru_cache(maxsize=65536)
def content_words(text: str) -> frozenset[str]:
    """Return the stems of the words that mean something.

    >>> sorted(content_words("They offered to return 2,500 prisoners"))
    ['2500', 'offer', 'prison', 'return']
    """
    empty = word_lists("words")["empty"]
    words = normalised(without_thousands_commas(text)).split()
    return frozenset(_stem(word) for word in words if word not in empty)


def without_thousands_commas(text: str) -> str:
    """Return the text with its large numbers in one piece."""
    return _THOUSANDS.sub("", text)


def likeness_of_names(one: str, other: str) -> float:
    """Return how like two normalised names are, from 0 to 100, whatever the order of their words."""
    return fuzz.token_set_ratio(one, other)


def like(one: str, other: str) -> bool:
    """Whether two normalised names or titles are the same."""
    return likeness_of_names(one, other) >= LIKE


def shared_words(found: str, expected: str) -> float:
    """Return the share of content words that two passages have in common, of those of the shorter one.

    It is 0 where fewer than three are common (or fewer than all of a shorter passage that is expected), and where what
    was found is a paragraph rather than a passage.
    """
    ours, theirs = content_words(found), content_words(expected)
    if not ours or not theirs or len(ours) > max(_LONGEST, 3 * len(theirs)):
        return 0.0
    common = len(ours & theirs)
    return 0.0 if common < min(_FEWEST_SHARED, len(theirs)) else common / min(len(ours), len(theirs))


def likeness_of_words(one: str, other: str) -> float:
    """Return the content words in common as a share of all content words of both."""
    ours, theirs = content_words(one), content_words(other)
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 0.0


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word
