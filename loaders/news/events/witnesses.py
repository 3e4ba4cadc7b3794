"""What an article tells beside what somebody says: who its sources are, "familiar with talks held in X", and when."""

from __future__ import annotations

from ..language.parse import Token
from ..language.syntax import children
from ..lexicons.word_lists import wordset
from .details import whole

_BESIDE = ("amod", "acl", "relcl", "prep", "appos")


def is_of_witness(noun: Token) -> bool:
    """True for an event of which some know or at which some were, which is not what they tell."""
    event = whole(noun)
    above = event.head.head if event.dep_ == "pobj" else event.head
    known = event.dep_ in ("pobj", "dobj") and above.lemma_.lower() in wordset("events", "knowing")
    if not known:
        return False
    if above.dep_ in ("pobj", "dobj"):  # "with knowledge of", "who took part in"
        above = above.head
    people = above.head
    return above.dep_ in _BESIDE and people.pos_ in ("NOUN", "PROPN", "PRON")


def is_aside(verb: Token) -> bool:
    """True for what an article tells beside what somebody says: "A says no, as talks with B ended", "a day after"."""
    marks = {c.lower_ for c in children(verb, "mark")}
    beside = verb.dep_ in ("advcl", "ccomp") and bool(marks & wordset("events", "beside_saying"))
    before = next((t for t in reversed(verb.doc[: verb.left_edge.i].tokens) if not t.is_space), None)
    return beside and before is not None and before.text == "," and verb.head.i < verb.i


def sets_scene(noun: Token) -> bool:
    """True for "At a meeting in X, A asked for time", whose beginning is the article's own word."""
    event = whole(noun)
    link = event.head if event.dep_ == "pobj" else event
    verb = link.head
    own = link.dep_ == "prep" and link.lower_ in ("at", "during", "in", "after", "following")
    return own and verb.dep_ == "ROOT" and verb.pos_ == "VERB" and noun.i < verb.i
