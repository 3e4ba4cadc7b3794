"""Which paragraphs are somebody's own words: long turns of a transcript, answers of an interview, a whole speech.

Whose words they are is for :mod:`..voices.transcripts`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from ..lexicons.word_lists import wordset
from .segment import Segment
from .turns import is_questioner

_FEWEST_ANSWERS = 2
"""Questions with an answer below from which an article is an interview."""
_FIRST_PERSON = re.compile(r"^[^“\"]*?\b(?:I|[Ww]e|[Oo]ur|my|us|me)\b")
_QUOTES = "“\"«„‘'"
_LONGEST = 300
"""Characters of a headline that are looked at."""
_SPOKEN = ("paragraph", "list-header", "bullet", "caption", "heading")
"""What a speech is printed as."""


def with_own_words(text: str, segments: list[Segment]) -> list[Segment]:
    """The segments; paragraphs that go on with a turn, answer a question or belong to a speech are turns too."""
    if any(segment.kind == "turn" for segment in segments):
        return _with_long_turns(text, segments)
    return _with_answers(text, segments) or _with_speech(text, segments) or segments


def _is_own(text: str, segment: Segment) -> bool:
    return bool(_FIRST_PERSON.search(text[segment.start : segment.end]))


def _with_long_turns(text: str, segments: list[Segment]) -> list[Segment]:
    """The segments; paragraphs after a turn go on with it, as far as words of "we" or another turn follow."""
    own = [n for n, s in enumerate(segments) if s.kind == "turn" or (s.kind in _SPOKEN and _is_own(text, s))]
    result, turn = list(segments), None
    for number, segment in enumerate(segments[: own[-1] + 1]):
        if segment.kind == "turn":
            turn = None if segment.label and is_questioner(text[slice(*segment.label)]) else segment
        elif turn is not None and segment.kind in _SPOKEN:
            result[number] = _turned(segment, turn.label)
    return result


def _turned(segment: Segment, label: tuple[int, int] | None = None) -> Segment:
    return replace(segment, kind="turn", label=label, header=None, place=None, outlet=None)


def _with_answers(text: str, segments: list[Segment]) -> list[Segment] | None:
    """The segments; in an interview without labels questions head answers, which are in words of "I" or "we"."""

    def asks(number: int) -> bool:
        segment = segments[number]
        words = text[segment.start : segment.end]
        return segment.kind in ("paragraph", "heading") and words.endswith("?") and words[0] not in _QUOTES

    def answers(number: int) -> bool:
        return segments[number].kind == "paragraph" and _is_own(text, segments[number])

    asked = [n for n in range(1, len(segments) - 1) if asks(n) and answers(n + 1)]
    if len(asked) < _FEWEST_ANSWERS or _is_speech(text, segments):
        return None
    result = list(segments)
    for number in range(asked[0], len(segments)):
        if asks(number):
            result[number] = replace(segments[number], kind="heading", heading=None)
        elif segments[number].kind == "paragraph" and (
            asks(number - 1) or (answers(number) and result[number - 1].kind in ("turn", "heading"))
        ):
            result[number] = replace(segments[number], kind="turn")
    return result


def _with_speech(text: str, segments: list[Segment]) -> list[Segment] | None:
    """The segments; under a headline such as "Remarks by NAME" all is a turn when much of it is in words of "we"."""
    if not _is_speech(text, segments):
        return None
    spoken = [s for s in segments[1:] if s.kind in ("paragraph", "bullet")]
    own = sum(_is_own(text, s) for s in spoken)
    if own < min(2, len(spoken)) or own < 0.25 * len(spoken) or not own:
        return None
    first = next(n for n, s in enumerate(segments) if n and s.kind == "paragraph")
    return [_turned(s) if n >= first and s.kind in _SPOKEN else s for n, s in enumerate(segments)]


def _is_speech(text: str, segments: list[Segment]) -> bool:
    """True when the headline says that all below is what somebody says."""
    headline = next((s for s in segments if s.kind == "headline"), None)
    return headline is not None and bool(_speeches().search(text[headline.start : headline.end][:_LONGEST]))


@cache
def _speeches() -> re.Pattern[str]:
    nouns = "|".join(sorted(wordset("reporting", "speeches")))
    return re.compile(
        rf"(?!.*\bjoint\b)(?:[\w’'-]+ ){{0,3}}?(?:{nouns})s?(?: as [\w ]{{4,30}})? (?:by|of|from)\b", re.I
    )
