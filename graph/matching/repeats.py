"""Which statements of several outlets are one utterance or one text: whose it is and when, then words and numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Final

from .closeness import apart_by_days
from .links import Link, between
from .shingles import figures, shared_text
from .spelling import stems
from .tellings import Telling

_DAYS: Final = 3
"""So many days one utterance is news."""
_TEXT: Final = 0.6
_LEAST_TEXT: Final = 3
"""So many shingles in common are a text and no phrase."""
_FUNCTION_STEMS: Final = stems("we our us ours i my me you your do does did can could may must until what so because")
"""Stems of words that go with any matter."""
_QUOTED: Final = frozenset(("direct-quote", "mixed-quote"))


def find_repeats(tellings: Sequence[Telling]) -> Iterator[Link]:
    """Yield each statement that repeats one of another source, with the first that it repeats.

    Very many sources may repeat one text: they are all linked with the first of them, not with one another.
    """
    firsts: list[Telling] = []
    heard: dict[tuple[object, ...], _Heard] = {}
    for told in sorted((one for one in tellings if one.day), key=lambda one: (one.day, one.node, one)):
        said = heard.setdefault((told.quote, told.others, told.sort), _Heard(told, firsts))
        first = said.likest(told)
        if first is None:
            firsts.append(told)
            continue
        score, because, one = first
        yield between(one.node, told.node, "sameContentAs", score=score, because=because)


class _Heard:
    """What is said, whoever tells of it, and which of the first statements it is like."""

    def __init__(self, told: Telling, firsts: Sequence[Telling]) -> None:
        self._told, self._firsts = told, firsts
        self._alike: list[tuple[float, str, Telling]] = []
        self._compared = 0

    def likest(self, told: Telling) -> tuple[float, str, Telling] | None:
        """Return the first statement of another source that this one repeats, and how sure that is."""
        for one in self._firsts[self._compared :]:
            score, because = _likeness(one, self._told)
            if score:
                self._alike.append((score, because, one))
        self._compared = len(self._firsts)
        near = (like for like in self._alike if like[2].source != told.source)
        return max((like for like in near if apart_by_days(like[2], told) <= _DAYS), key=itemgetter(0), default=None)


def _likeness(one: Telling, other: Telling) -> tuple[float, str]:
    """Return how likely two are one utterance; ``others`` are the people who are said to say them."""
    one_voice = bool(set(one.others) & set(other.others))
    share, count = shared_text(one.quote, other.quote)
    if share >= _TEXT and count >= _LEAST_TEXT and (one_voice or not (one.others and other.others)):
        return 0.95, "the same words"
    if not one_voice:
        return 0.0, ""
    mine, yours = _matter(one.quote), _matter(other.quote)
    both = len(mine & yours)
    part = both / min(len(mine), len(yours)) if mine and yours else 0.0
    if one.sort in _QUOTED and other.sort in _QUOTED and both >= 2 and part >= 0.6:
        return 0.8, "one speaker within three days, and most words"
    numbers = figures(one.quote) & figures(other.quote)
    if numbers and both >= 3 and part >= 0.3:
        return 0.75, f"one speaker within three days, and {', '.join(sorted(numbers))}"
    return 0.0, ""


def _matter(quote: str) -> frozenset[str]:
    return stems(quote) - _FUNCTION_STEMS
