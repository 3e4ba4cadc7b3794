"""Talks to which somebody has only set out: "left for X on Monday for a round", "flew to X on Monday to meet B"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from ..language.parse import Token
from ..lexicons.word_lists import wordset
from ..values.dates import DatedSpan, day_of
from .details import Phrase, whole
from .own_days import governor_of

_JUST_LEFT: Final = timedelta(days=1)
"""Days before the article's own on which whoever sets out need not have met yet."""


def just_left(phrase: Phrase, dates: Iterable[DatedSpan], published: date | None) -> DatedSpan | None:
    """The day on which somebody set out for an event that no words tell to have begun; ``None`` for none."""
    verb = _departure(phrase)
    if verb is None or published is None:
        return None
    left = ((d, day_of(d.when)) for d in dates if governor_of(phrase, d) is verb)
    return next((d for d, day in left if day is not None and timedelta() <= published - day <= _JUST_LEFT), None)


def _departure(phrase: Phrase) -> Token | None:
    """The verb in the past by which somebody set out for an event."""
    noun = whole(phrase.head)
    above = noun.head if noun.dep_ in ("advcl", "xcomp") else None
    if noun.dep_ == "pobj" and noun.head.lower_ in ("for", "to"):
        link = noun.head.head
        above = link if link.pos_ == "VERB" else next((t for t in link.ancestors if t.pos_ == "VERB"), None)
    past = above is not None and above.tag_ in ("VBD", "VBN")
    return above if above is not None and past and above.lemma_ in wordset("events", "setting_out") else None
