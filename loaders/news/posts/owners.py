"""Whom a noun before a title means: "The rebels' representative", "the Commission's director"."""

from __future__ import annotations

from ....graph.records import Key
from ..cast.actors import Actors
from ..cast.descriptions import described
from ..language.annotation import Sentence, end_of, start_of
from ..names.title_grammar import Title


def owner_of(actors: Actors, sentence: Sentence, title: Title) -> Key | None:
    """The side or body that the possessive in the words of a title means."""
    inside = (t for t in sentence.span if title.start <= start_of(t) < title.end)
    owner = next((t for t in inside if t.dep_ == "poss" and t.pos_ == "NOUN"), None)
    return meant_by(actors, start_of(owner)) if owner is not None else None


def owned_by(actors: Actors, offset: int) -> Key | None:
    """The side in "the group's political office", by where the words for the body begin."""
    sentence = actors.article.sentence_at(offset)
    before = [t for t in sentence.span if end_of(t) <= offset][-2:] if sentence is not None else []
    owned = len(before) == 2 and before[1].tag_ == "POS" and before[0].pos_ == "NOUN"
    return meant_by(actors, start_of(before[0])) if owned else None


def meant_by(actors: Actors, offset: int) -> Key | None:
    """The one side or body that the definite noun at a place means, by what is named before it."""
    sentence = actors.article.sentence_at(offset)
    noun = next((t for t in sentence.span if start_of(t) == offset), None) if sentence is not None else None
    if sentence is None or noun is None or not any(c.lower_ == "the" for c in noun.children):
        return None
    found = described(actors, noun, actors.pair)
    keys = (found,) if found is not None else actors.resolve(noun, sentence)
    known = len(keys) == 1 and keys[0].startswith(("state/", "organization/")) and actors.agents[keys[0]].world
    return keys[0] if known else None
