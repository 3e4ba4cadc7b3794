"""Which day a weekday means by the tense of what is told of it: one before the article's own, or one to come."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from ....graph.records import When
from ..language.parse import Token
from ..language.syntax import modal
from ..lexicons.word_lists import wordset
from ..values.dates import DatedSpan, day_of
from .details import Phrase, whole

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_AT_WHICH: Final = frozenset({"at", "during", "in"})
_JUST_PAST: Final = 2
"""Days back to a weekday that a present tense may still mean: "Monday's round is the third", on a Tuesday."""
_PRESENT: Final = ("VBP", "VBZ")


def has_been(verb: Token) -> bool:
    """True for "met", "was held", "took place"; not for what was announced, due or discussed."""
    past = verb.tag_ == "VBD" or any(c.dep_ == "auxpass" and c.tag_ == "VBD" for c in verb.children)
    past = past or any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children)
    names = ("hold", "in_person", "by_phone", "occurrence")
    return past and any(verb.lemma_.lower() in wordset("events", name) for name in names)


def was_to_be(verb: Token) -> bool:
    """True for what was planned and is past: "was to have met", "had been arranged", "failed to turn up"."""
    perfect = any(c.dep_ == "aux" and c.lower_ in ("have", "had") for c in verb.children)
    return perfect or (verb.dep_ == "xcomp" and verb.head.lemma_ == "fail")


def is_at_what_comes(phrase: Phrase, verb: Token) -> bool:
    """True for an event at which something will be done: "will propose a map at Friday's round"."""
    noun = whole(phrase.head)
    at = noun.dep_ == "pobj" and noun.head.head == verb and noun.head.lower_ in _AT_WHICH
    return at and modal(verb) in ("will", "shall")


def is_present(phrase: Phrase, verb: Token) -> bool:
    """True for "Friday's round is the third", "they meet here on Friday"; a headline tells so of what is past."""
    if phrase.sentence.segment.kind in ("headline", "heading", "caption"):
        return False
    is_of_event = verb is phrase.head or whole(phrase.head).dep_ in ("nsubj", "dobj", "pobj")
    tells = verb.lemma_ == "be" or any(
        verb.lemma_.lower() in wordset("events", name)
        for name in ("occurrence", "hold", "convening", "arriving", "setting_out")
    )
    aux = {c.tag_ for c in verb.children if c.dep_ == "aux"}
    present = verb.tag_ in _PRESENT if not aux else verb.tag_ == "VBG" and aux <= set(_PRESENT)
    return is_of_event and tells and (present or (not aux and verb.tag_ == "VB" and verb.dep_ == "ROOT"))


def nearer(past: Iterable[DatedSpan], ahead: DatedSpan, published: date) -> DatedSpan:
    """Of a weekday or month before and after the article's day the nearer: "had been set for Monday", on a Thursday."""
    back = next((d for d in past if d.start == ahead.start), ahead)
    last, day = _within(back.when), _within(ahead.when)
    return ahead if last is not None and day is not None and published - last > day - published else back


def _within(when: When) -> date | None:
    """A day of a date that tells its month."""
    day = f"{when.value}-15"[:10]
    return date.fromisoformat(day) if _DAY.fullmatch(day) else None


def later(past: Iterable[DatedSpan], ahead: DatedSpan, published: date) -> DatedSpan:
    """Of a weekday before and after the article's day the later, unless the other is only a day or two ago."""
    back = next((d for d in past if d.start == ahead.start), ahead)
    day = day_of(back.when)
    return back if day is None or (published - day).days <= _JUST_PAST else ahead
