"""The numbers of rounds: "second", "12th", "the first, second and third rounds", and which of these was where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ..cast.actors import Actors
from ..language.annotation import end_of, start_of
from ..language.parse import Token
from ..language.syntax import conjuncts
from ..lexicons.word_lists import lexicon
from .details import FoundEvent, Phrase
from .place_names import is_place

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_BEFORE = ("amod", "det", "compound", "nummod", "poss", "nmod", "punct", "advmod", "conj")


@cache
def ordinals() -> dict[str, int]:
    """The number of each ordinal in words."""
    return {word: n for n, word in enumerate(lexicon("events")["ordinals"], 1)}


def ordinal_word(number: int) -> str:
    """ "third", "23rd"."""
    words = list(ordinals())
    teens = number % 100 in (11, 12, 13)
    return words[number - 1] if number <= len(words) else f"{number}{_ENDINGS.get(0 if teens else number % 10, 'th')}"


def numbers_of(phrase: Phrase) -> list[int]:
    """The numbers of rounds in a noun phrase: 2 for "second", 1 to 3 for "first, second and third"."""
    own = (t for t in phrase.head.subtree if t.i < phrase.first.i and t.dep_ in _BEFORE)
    found = [(t, n) for t in own if (n := _ordinal(t)) is not None]
    found = [(t, n) for t, n in found if t.head in (phrase.head, phrase.first) or t.head in dict(found)]
    if not found and (behind := number_behind(phrase)) is not None:
        return [int(behind.text)]
    return sorted(dict.fromkeys(n for _, n in found))


def number_behind(phrase: Phrase) -> Token | None:
    """The number in "Round 15"."""
    place, doc = phrase.last.i + 1, phrase.last.doc
    behind = doc.tokens[place] if place < len(doc.tokens) else None
    counts = phrase.last.lemma_.lower() == "round" and behind is not None and re.fullmatch(r"[1-9]\d?", behind.text)
    return behind if counts else None


def _ordinal(token: Token) -> int | None:
    numeral = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)", token.lower_)
    opening = 1 if token.lower_ in ("opening", "inaugural") else None
    return int(numeral[1]) if numeral else ordinals().get(token.lower_, opening)


def ordinal_token(phrase: Phrase) -> Token | None:
    """The word of a noun phrase that tells which round it is."""
    before = (t for t in phrase.head.subtree if t.i <= phrase.first.i)
    return next((t for t in before if _ordinal(t) is not None), None)


def places_of(
    actors: Actors, phrase: Phrase, event: FoundEvent, count: int
) -> Sequence[tuple[str, tuple[int, int]] | None]:
    """The place of each of several rounds: one for all, or one for each in the order of the text."""
    if event.place is None:
        return [None] * count
    token = next(t for t in phrase.sentence.span if end_of(t) == event.place[1][1])
    several = [one for one in conjuncts(token) if is_place(actors, one)]
    if len(several) == count:
        text = actors.article.text
        return [(text[start_of(t) : end_of(t)], (start_of(t), end_of(t))) for t in several]
    return [event.place if len(several) < 2 else None] * count
