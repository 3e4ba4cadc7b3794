"""Names and words as they are compared: without marks, without the accidents of transliteration, by their stems."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from anyascii import anyascii
from rapidfuzz.distance import DamerauLevenshtein


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WORD: Final = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
PARTICLES: Final = _words("""al el bin ibn ben abu de da di do del della der den dos du la le van von ter ul ud e y""")
"""Parts of a name that some outlets write and others leave out."""
_TURKIC: Final = re.compile("[çğışəÇĞİŞƏ]")
_TURKIC_SOUNDS: Final = str.maketrans(
    {"c": "j", "C": "J", "x": "kh", "X": "Kh", "q": "g", "Q": "G", "ç": "ch", "Ç": "Ch", "ş": "sh", "Ş": "Sh"}
)
HONORIFICS: Final = _words("""mr mrs ms miss dr sir lady lord dame prof sheikh sheik hajj sayyid""")
_FOLDS: Final = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"(ov|ev|in|sk)a(?:ya)?$", r"\1A"),
        (r"dzh|dj|zh", "j"),
        (r"shch|sch|tch|ch|sh|cz|sz|ts|tz", "s"),
        (r"kh|gh|q|ck|c(?=[aour]|$)|x", "k"),
        (r"ph|v|w", "f"),
        (r"z", "s"),
        (r"(?<=[aeiou])j(?=[aeiou])", "y"),
        (r"g|h(?=[aeiouy])", "k"),
        (r"(.)\1+", r"\1"),
        (r"(?:iy|yy|ij|yi|iyi|i|y)$", ""),
    )
)
_LEAST_ALIKE: Final = 0.5
"""Short words sound alike by chance."""
_STOPS: Final = _words(
    """a an the of to in on for and with by from at as that this its their his her it they he she will would shall
    should be been is was were are has have had or not any all each both into over under out up which who whom if
    when than then more also such there these those new other another between within no let
    thousand million billion percent cent per day days week weeks month months year years pay side part"""
)
_ENDINGS: Final = re.compile(r"(?:ations?|ings?|ments?|ions?|ies|ers?|ed|es|s|e|y|al|ly)$")


_DOUBLED: Final = re.compile(r"([bdgmnprt])\1$")
"""The end of a stem before an ending: "sett" of "setting"."""
_FEWEST_CAPITALS: Final = 3
"""Names of fewer words in capitals have no acronym that tells them from others."""


@lru_cache(maxsize=65_536)
def plain(words: str) -> str:
    """Return the words in small Latin letters with single spaces.

    >>> plain("Ağdam  Höyük–Front")
    'agdam hoyuk front'
    """
    return " ".join(
        _WORD.findall(anyascii(words).lower().replace("’", "'").replace("'s", "").replace("defence", "defense"))
    )


@lru_cache(maxsize=65_536)
def name_tokens(name: str) -> tuple[str, ...]:
    """Return the parts of a person's name that count."""
    if _TURKIC.search(name):
        name = name.translate(_TURKIC_SOUNDS)
    words = plain(anyascii(name).replace("'", "")).split()
    return tuple(word for word in words if word not in HONORIFICS and word not in PARTICLES) or tuple(words)


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """Return what the spellings of one name have in common.

    >>> sound("hajiyev") == sound("gadzhiyev"), sound("sargsyan") == sound("sarkissian")
    (True, True)
    """
    for pattern, put in _FOLDS:
        word = pattern.sub(put, word)
    rest = re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyh]", "", word[1:]))
    return word[:1] + rest


def alike(one: str, other: str) -> bool:
    """True when two parts of names are one, spelt differently or with one slip."""
    if one == other:
        return True
    if sound(one) == sound(other) and DamerauLevenshtein.normalized_similarity(one, other) >= _LEAST_ALIKE:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return long.startswith(short)
    return len(short) >= 5 and one[0] == other[0] and DamerauLevenshtein.distance(one, other) == 1


def same_name(one: Iterable[str], other: Iterable[str]) -> bool:
    """True when two full names can be one person's: surname and first name are alike, what is between may be missing.

    >>> same_name(("elchin", "hajiyev"), ("elchin", "gadzhiyev")), same_name(("anna", "berg"), ("jan", "berg"))
    (True, False)
    """
    first, second = tuple(one), tuple(other)
    if len(first) < 2 or len(second) < 2:
        return False
    return alike(first[-1], second[-1]) and alike(first[0], second[0])


@lru_cache(maxsize=65_536)
def stems(words: str) -> frozenset[str]:
    """Return the stems of the words that carry meaning, numbers left out."""
    found = (word for word in plain(words).split() if word not in _STOPS and len(word) > 1 and not word.isdigit())
    return frozenset(_DOUBLED.sub(r"\1", stem) if len(stem := _ENDINGS.sub("", word)) > 2 else word for word in found)


def gist(name: str) -> str:
    """Return the acronym of a long name or the acronym that a name is, else the name in plain words.

    >>> gist("Front for the Renewal of the North"), gist("FRN"), gist("Harbour Front")
    ('frn', 'frn', 'harbour front')
    """
    capitals = [word[0] for word in name.split() if word[:1].isupper()]
    return plain("".join(capitals)) if len(capitals) >= _FEWEST_CAPITALS else plain(name)
