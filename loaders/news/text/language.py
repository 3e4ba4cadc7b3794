"""Is a text English? Its little words tell, and in a short one the words that news of negotiations are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ....graph.errors import NotEnglish
from ..lexicons.word_lists import lexicon, wordset

_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = re.compile(r"(?:s|es|d|ed|ing)$")
_FEWEST_WORDS = 20
"""From so many words on a text without English ones is not English."""
_FEWEST_ENGLISH = 0.1


def check_english(text: str, source_id: str) -> None:
    """Raise ``NotEnglish`` for a text whose words are mostly not English."""
    words = list(_words(text))
    known, foreign_words = wordset("words", "english"), wordset("words", "not_english")
    english = sum(word in known for word in words)
    others = sum(word in foreign_words for word in words)
    letters = sum(map(str.isalpha, text))
    foreign = letters >= 20 and sum(c > "\u02ff" and c.isalpha() for c in text) > 0.3 * letters
    if foreign or (others >= 3 and others > english) or _has_hardly_any(words, english):
        raise NotEnglish(source_id)


def _has_hardly_any(words: list[str], english: int) -> bool:
    fewest = _FEWEST_ENGLISH * len(words)
    if len(words) < _FEWEST_WORDS or english >= fewest:
        return False
    telling = sum(word in _telling() or _ENDINGS.sub("", word) in _telling() for word in words)
    return english + telling < 2 * fewest


def _words(text: str) -> Iterator[str]:
    """The words in lower case, without the little ones inside names: "Lopez de la Vega"."""
    found = _WORD.findall(text)
    particles = wordset("words", "names", "particles")
    named = False
    for number, word in enumerate(found):
        after = found[number + 1 : number + 3] if named and word in particles else []
        if after and (after[0][0].isupper() or (after[0] in particles and after[-1][0].isupper())):
            continue
        named = word[0].isupper()
        yield word.lower()


@cache
def _telling() -> frozenset[str]:
    """Verbs of saying and words of titles, as far as they are English alone."""
    heads = {word for phrase in lexicon("offices")["heads"] for word in phrase.split()}
    verbs = {verb for verb in wordset("reporting", "say") if " " not in verb}
    title_case = wordset("words", "layout", "title_case")
    return frozenset(w for w in (heads | verbs | title_case) - wordset("words", "not_english") if len(w) > 2)
