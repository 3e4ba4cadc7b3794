"""A sentence as plain words with offsets: what the grammars of names and titles read."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(
    r"[’']s\b|\b(?:[Ee]x|[Tt]hen)-(?=\w)|-(?:elect|designate)\b|(?<=s)[’'](?=\s)|(?:[A-Z]\.){2,}|[A-Z]\.(?=\s)|"
    r"(?:Adm|Amb|Brig|Capt|Col|Dr|Gen|Gov|Hon|Jr|Lt|Maj|Mr|Mrs|Ms|Prof|Rep|Rev|Sen|Sgt|Sr|St|MRS?|MS|DR|GEN|AMB|ADM)\.|"
    r"[^\W_]+(?:[’'](?!s\b)[^\W_]+|-(?!elect\b|designate\b)[^\W_]+)*|[^\w\s]"
)
_ARTICLE = re.compile(r"(?:(?:al|el|an|ar|as|ash|ad|at|az|ul|ur|ud|bin|ibn)-|d[’'])(?=[^\W\d_a-z])")


class Word(NamedTuple):
    """One word or mark and its place in the article."""

    text: str
    start: int
    end: int
    lower: str
    """The word in lower case."""
    capital: bool
    """True for a word that begins with a capital letter, and for "al-Sharabi" or "d’Arc"."""

    @property
    def possessive(self) -> bool:
        """True for the mark of a possessive."""
        return self.text in ("’s", "'s", "’", "'")


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words of ``text[start:end]``; hyphenated words stay whole, possessives stand apart."""
    found = ((m[0], m.start(), m.end()) for m in _WORD.finditer(text, start, end))
    return [Word(w, a, b, w.lower(), w[0].isupper() or _ARTICLE.match(w) is not None) for w, a, b in found]
