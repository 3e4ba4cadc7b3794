"""How alike two names of people are, whatever scripts, orders and spellings they are in: a number from 0 to 1.

Each part of the shorter name must find its own part in the longer one; what only one of the two has is less of a
hindrance than a part on either side that finds none. A name alone never makes two people one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from anyascii import anyascii
from rapidfuzz.distance import DamerauLevenshtein

from .spelling import HONORIFICS, PARTICLES, sound

SAME: Final = 0.82
"""From this on two names can be one person's; fixed on half of a set of labelled pairs."""
_PART: Final = re.compile(r"[a-z0-9]+")
_ASIDE: Final = re.compile(r"['’ʼ`´]")
_MOST: Final = 16
"""So many parts of a name are compared; what has more is none."""
_PATRONYMICS: Final = ("vich", "vych", "vna", "ichna")
_UNVOWELLED: Final = re.compile("[\u0590-\u06ff]")
"""Hebrew and Arabic letters."""
_VOWELS: Final = re.compile("[aeiouwy]+")
_DOUBLED: Final = re.compile(r"(.)\1+")
_SOUND, _INITIAL, _SPLIT = 0.88, 0.8, 0.95
"""What parts that sound the same, an initial, and one name with its spaces elsewhere count."""
_APART: Final = 0.5
"""Parts less alike than this have nothing in common."""
_EXTRA: Final = 0.03
"""What each part takes off that only one of the two names has."""
_ORDER, _FATHER = 0.04, 0.25
_LANGUAGES: Final = tuple(
    tuple(frozenset(words.split()) for words in one.split("|"))
    for one in (
        "alexander aleksandr alexandr|oleksandr|aliaksandr",
        "vladimir wladimir|volodymyr volodimir wolodymyr|uladzimir",
        "sergey sergei sergej|serhiy serhii sergiy|siarhei", "dmitry dmitri dmitriy|dmytro|dzmitry",
        "nikolai nikolay nikolaj|mykola|mikalai", "mikhail|mykhailo mikhailo|mikhas", "andrey andrei|andriy andrii",
        "yevgeny evgeny yevgeniy evgeniy|yevhen|yauheni", "pavel|pavlo", "pyotr petr|petro|piotr",
        "alexey alexei aleksei aleksey|oleksiy oleksii|aliaksei", "konstantin|kostyantyn kostiantyn", "igor|ihor",
        "oleg|oleh", "anatoly anatoliy|anatolii", "vasily vasiliy|vasyl", "grigory grigoriy|hryhoriy hryhorii",
    )
)  # fmt: skip
"""Given names that are one name in several languages: Russian, Ukrainian and Belarusian."""
_LANGUAGE_OF: Final = {
    word: (number, language)
    for number, languages in enumerate(_LANGUAGES)
    for language, words in enumerate(languages)
    for word in words
}
_SHORT: Final = frozenset(
    (short, whole)
    for one in (
        "joe joey|joseph", "mike mick|michael", "bill billy will|william", "bob bobby rob|robert", "jim jimmy|james",
        "tony|anthony antony", "tom tommy|thomas", "dan danny|daniel", "dave|david", "ed eddie ted|edward", "jack|john",
        "chris|christopher", "ben|benjamin", "steve|steven stephen", "nick|nicholas", "rick dick rich|richard",
        "sam|samuel", "matt|matthew", "greg|gregory", "andy|andrew", "liz beth betty|elizabeth", "kate kathy|katherine",
        "pat|patrick patricia", "ron|ronald", "don|donald", "ken|kenneth", "larry|lawrence", "jerry gerry|gerald",
        "charlie chuck|charles", "fred|frederick", "phil|philip", "pete|peter", "sue|susan", "debbie|deborah",
    )
    for shorts, wholes in [one.split("|")]
    for short in shorts.split()
    for whole in wholes.split()
)  # fmt: skip
"""Given names and what they are in short."""
_VARIANT: Final = 0.85


def name_similarity(one: str, other: str) -> float:
    """Return how alike two names are: 1 for the same parts in any order, 0 where nothing is.

    >>> name_similarity("BROOK, Sergey Petrovich", "Сергей Брок") > SAME > name_similarity("Ada Brook", "Ada Dole")
    True
    """
    first, second = parts(one), parts(other)
    if not first or not second:
        return 0.0
    if _UNVOWELLED.search(one + other):
        first, second = _consonants(first), _consonants(second)
    return round(max(_aligned(first, second), _as_one_word(first, second)), 3)


@lru_cache(maxsize=131_072)
def parts(name: str) -> tuple[str, ...]:
    """Return the parts of a name that count, in Latin letters; the surname last, where a comma tells it.

    >>> parts("Dr. Зеленський, Володимир"), parts("Omar al-Sadek")
    (('volodimir', 'zelenskiy'), ('omar', 'sadek'))
    """
    last, comma, first = name.partition(",")
    words = _PART.findall(_ASIDE.sub("", anyascii(f"{first} {last}" if comma else name)).lower())
    kept = [word for word in words if word not in HONORIFICS and word not in PARTICLES]
    return tuple((kept or words)[:_MOST])


def surnames(name: str) -> tuple[str, ...]:
    """Return the parts of a name that may be the surname: the last, and the first before a patronymic.

    >>> surnames("BROOK, Ada"), surnames("Brook Sergey Petrovich")
    (('brook',), ('petrovich', 'brook'))
    """
    found = parts(name)
    if len(found) > 2 and found[-1].endswith(_PATRONYMICS):
        return found[-1], found[0]
    return found[-1:]


def _consonants(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return what scripts that write no short vowels have of a name."""
    found = (_DOUBLED.sub(r"\1", _VOWELS.sub("", name.replace("gh", "q"))) for name in names)
    return tuple(name for name in found if name)


def _aligned(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    """Align the parts, the likest first, and count how alike the least alike are."""
    pairs = sorted(
        ((similarity, -abs(i - j), i, j) for i, a in enumerate(first) for j, b in enumerate(second)
         if (similarity := _part_similarity(a, b)) >= _APART),
        reverse=True,
    )  # fmt: skip
    mine, yours = set(range(len(first))), set(range(len(second)))
    found: list[tuple[float, int, int]] = []
    for similarity, _, i, j in pairs:
        if i in mine and j in yours:
            mine.remove(i)
            yours.remove(j)
            found.append((similarity, i, j))
    if not found or (mine and yours):
        return 0.0
    extra = len(mine) + len(yours)
    if extra and len(found) < 2:
        return 0.0
    if not any(similarity > _INITIAL for similarity, _, _ in found):
        return 0.0
    worst = min(similarity for similarity, _, _ in found)
    mean = sum(similarity for similarity, _, _ in found) / len(found)
    return (worst + mean) / 2 - _EXTRA * extra - _turned([j for _, _, j in sorted(found, key=lambda one: one[1])])


def _turned(order: list[int]) -> float:
    """Return what another order takes off: a surname may stand first, but a father is not his son."""
    if order == sorted(order):
        return 0.0
    return _FATHER if len(order) > 2 and order[-1] == max(order) else _ORDER


@lru_cache(maxsize=262_144)
def _part_similarity(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if len(one) == 1 or len(other) == 1:
        return _INITIAL if one[0] == other[0] else 0.0
    alike = DamerauLevenshtein.normalized_similarity(one, other)
    if alike >= _APART and min(len(one), len(other)) > 2 and sound(one) == sound(other):
        return max(alike, _SOUND)
    return max(alike, _VARIANT) if in_two_languages(one, other) else alike


def in_two_languages(one: str, other: str) -> bool:
    """True for two given names that are one name in two languages.

    >>> in_two_languages("alexander", "oleksandr"), in_two_languages("sergey", "sergei")
    (True, False)
    """
    first, second = _LANGUAGE_OF.get(one), _LANGUAGE_OF.get(other)
    return first is not None and second is not None and first[0] == second[0] and first[1] != second[1]


def in_short(one: str, other: str) -> bool:
    """True for two given names of which one is the other in short.

    >>> in_short("joseph", "joe"), in_short("joe", "jim")
    (True, False)
    """
    return (one, other) in _SHORT or (other, one) in _SHORT


def _as_one_word(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    """Compare names whose spaces stand elsewhere, letter by letter."""
    one, other = "".join(first), "".join(second)
    if len(first) == len(second) or min(len(one), len(other)) < 5:
        return 0.0
    return _SPLIT if one == other else 0.0
