"""The spellings that one name stands for: accents, "&", "Saint", "al-" and capitals.

It varies how a name is written, never which name it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("’‘ʼʻ`´′ʾʿ", "'"),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\t\n\r", " "),
        "ı": "i",
    }
)
_SHORTEST_SHOUT = 4
_ARTICLE = re.compile(r"\b[Aa]l-(?=\w)")
_SAINT = re.compile(r"\b(?:St\.?|Saint)(?= [A-Z])")


def plain(text: str) -> str:
    """Return the text, as long as before, with plain apostrophes, hyphens and spaces.

    >>> plain("Côte d’Ivoire–Mali")
    "Côte d'Ivoire-Mali"
    """
    return text.translate(_PLAIN)


def spellings(name: str) -> tuple[str, ...]:
    """Return every way in which the name is written, itself first.

    >>> spellings("Élysée")
    ('Élysée', 'ÉLYSÉE', 'Elysee', 'ELYSEE')
    """
    found = [plain(name)]
    for vary in (_articles, _saints, _ampersands, _accents, _capitals):
        found = [variant for spelling in found for variant in (spelling, *vary(spelling))]
    return tuple(dict.fromkeys(found))


def _articles(name: str) -> Iterator[str]:
    if _ARTICLE.search(name):
        yield from (_ARTICLE.sub(article, name) for article in ("al-", "Al-", "al ", "Al "))


def _saints(name: str) -> Iterator[str]:
    if _SAINT.search(name):
        yield from (_SAINT.sub(saint, name) for saint in ("St.", "St", "Saint"))


def _ampersands(name: str) -> Iterator[str]:
    if " & " in name:
        yield name.replace(" & ", " and ")
    if " and " in name:
        yield name.replace(" and ", " & ")


def _accents(name: str) -> Iterator[str]:
    if not name.isascii():
        yield "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def _capitals(name: str) -> Iterator[str]:
    if sum(c.isalpha() for c in name) >= _SHORTEST_SHOUT:
        yield name.upper()
