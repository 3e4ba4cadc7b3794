"""Whether an article tells of talks by its words, and which events of one that does not belong to no negotiation."""

from __future__ import annotations

from typing import Literal

from ..cast.actors import Actors
from ..lexicons.word_lists import wordset
from .details import FoundEvent

_TELLING = 2
"""Words of talks by which a text tells of talks."""
_WIDER = 3
"""Different words of bargaining by which it does."""


def told_in_words(actors: Actors) -> Literal["told", "meant", "none"]:
    """How the words of an article tell of talks: by words for talks, by several of bargaining alone, or not at all."""
    words = [t for s in actors.article.sentences for t in s.span]
    talks, wider = wordset("topics", "talks"), wordset("topics", "negotiation")
    needed = _TELLING if actors.pair else 1  # of several sides one word tells
    if sum(t.lemma_.lower() in talks or t.lower_ in talks for t in words) >= needed:
        return "told"
    different = {t.lemma_.lower() for t in words if t.pos_ in ("NOUN", "PROPN", "VERB") and t.lower_ != "according"}
    return "meant" if not actors.pair or len(different & wider) >= _WIDER else "none"


def is_private(actors: Actors, event: FoundEvent) -> bool:
    """True for a press conference, a meeting with somebody who stands for nobody, and states that meet in sport."""
    if event.spoken and not (event.place or event.when):
        return True
    if event.kind not in ("meeting", "call", "visit") or not event.attendees:
        return False
    people = [k for k in event.attendees if k.startswith("person/")]
    sport = not people and bool(event.telling) and not (event.place or event.when)
    return sport or any(not actors.is_official(k) and k not in actors.sides for k in people)
