"""Whom "the two" means: the two people, else the two sides, that its sentence and the one before name; who are more."""

from __future__ import annotations

from ....graph.records import Key
from ..cast.actors import Actors
from ..language.annotation import Sentence, start_of
from ..language.parse import Token
from ..language.syntax import children
from ..lexicons.word_lists import wordset


def is_those_two(token: Token) -> bool:
    """True for the "two" of "The two met on Monday", behind which stands no noun."""
    role = token.dep_ in ("nsubj", "nsubjpass", "dobj")
    return token.lower_ == "two" and role and any(c.lower_ == "the" for c in token.children)


def those_two(actors: Actors, token: Token, sentence: Sentence) -> tuple[Key, ...]:
    """The two who are named right before; () where these are more or fewer."""
    near = [
        s
        for s in actors.article.sentences[max(0, sentence.number - 1) : sentence.number + 1]
        if s.segment_number == sentence.segment_number
    ]
    end = start_of(token)
    named = [key for start, _, key in actors.names.following(near[0].start) if start < end]
    people = tuple(dict.fromkeys(key for key in named if actors.is_official(key)))
    if named:
        return people if len(people) == 2 else ()
    mentions = (m for s in near for m in actors.readings[s.number].mentions if m.end <= end and m.form != "demonym")
    sides = dict.fromkeys(actors.known(m) for m in mentions if m.entry.kind == "state" or m.entry.party)
    return tuple(sides) if len(sides) == 2 else ()


def are_more_than_two(noun: Token) -> bool:
    """True for "the five parties", "leaders of the five main parties", of whom two sides are not all."""
    many = wordset("events", "many")
    nouns = [noun, *(o for p in children(noun, "prep") if p.lower_ == "of" for o in children(p, "pobj"))]
    counts = (c for one in nouns if one.lemma_.lower() in many for c in children(one, "nummod"))
    return noun.tag_ == "NNS" and any(c.lower_ not in ("two", "2", "both", "one") for c in counts)
