"""What an article as a whole tells of its sides: that they agreed, are named at once, have somebody between."""

from __future__ import annotations

import re
from itertools import pairwise

from ....graph.records import Key
from ..cast.actors import Actors
from ..cast.parties import are_named_together
from ..language.syntax import children, conjuncts, negated, subject_of
from ..lexicons.word_lists import wordset
from .participants import taking_part

_BETWEEN_SIDES = re.compile(r" (?:and|&) (?:the )?")
_LISTED = re.compile(r", (?:the )?$")


def agreed_together(actors: Actors) -> bool:
    """True when the article tells of its two sides at once that they agreed: "A and B agreed on a map"."""
    sides = set(actors.pair)
    for sentence in actors.article.sentences:
        for verb in sentence.span:
            if verb.pos_ != "VERB" or verb.lemma_ not in wordset("events", "agreeing") or negated(verb):
                continue
            subject = subject_of(verb)
            if subject is not None and len(conjuncts(subject)) == 2:
                named = actors.resolve(subject, sentence)
                if set(actors.parties(named)) == sides:
                    return True
    return False


def two_sided(actors: Actors, *, lead: bool = False) -> bool:
    """True when the article names its two sides in one breath and no third with them: "A and B agree".

    With ``lead`` it has to do so at its head.
    """
    sides = set(actors.pair)
    if len(sides) != 2 or are_named_together(actors, sides):
        return len(sides) == 2
    text = actors.article.text
    for reading in actors.readings[: 2 if lead else None]:
        for one, other in pairwise(reading.mentions):
            if {one.entry.key, other.entry.key} == sides and _BETWEEN_SIDES.fullmatch(text[one.end : other.start]):
                return not _LISTED.search(text[max(0, one.start - 6) : one.start])
    return False


def all_agreed(actors: Actors) -> tuple[Key, ...]:
    """Three or more states or bodies that the article tells of at once that they agreed: "A, B and C agreed"."""
    for sentence in actors.article.sentences:
        for verb in sentence.span:
            if verb.pos_ != "VERB" or verb.lemma_ not in wordset("events", "agreeing") or negated(verb):
                continue
            subject = subject_of(verb)
            listed = [] if subject is None else [subject, *children(subject, "appos")]  # "the three - A, B and C -"
            several = next((noun for noun in listed if len(conjuncts(noun)) > 2), None)
            if several is not None:
                keys = taking_part(actors, several, sentence)
                if len(keys) > 2 and all(key.startswith(("state/", "organization/")) for key in keys):
                    return keys
    return ()


def has_mediators(actors: Actors) -> bool:
    """True when the article tells of people or states between the sides."""
    words = wordset("teams", "mediators") - {"host", "guarantor"}
    return any(t.lemma_.lower() in words for sentence in actors.article.sentences for t in sentence.span)
