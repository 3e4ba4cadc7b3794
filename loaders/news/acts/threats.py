"""What would be done against another side: "will retaliate", "would put off the handover", "will walk out if"."""

from __future__ import annotations

from ..language.parse import Token
from ..language.syntax import base, child, children
from ..lexicons.word_lists import wordset


def is_hostile(verb: Token) -> bool:
    """True for "will retaliate", "prepared to respond to any attack"; not for "ready to strike a compromise"."""
    thing = child(verb, "dobj")
    if _holds_up(verb) or any(t.lower_ == "retaliation" and t.head.lower_ == "in" for t in verb.subtree):
        return True
    if thing is not None and thing.lemma_.lower() in wordset("acts", "weapons"):
        return verb.lemma_.lower() in wordset("acts", "using_weapons")
    if thing is not None and thing.lemma_.lower() in wordset("acts", "agreements") | wordset("acts", "peaceful"):
        return False
    to = (noun for prep in children(verb, "prep") if prep.lower_ == "to" for noun in children(prep, "pobj"))
    answers = any(noun.lemma_.lower() in wordset("acts", "attacks") for noun in to)
    if verb.lemma_.lower() in wordset("acts", "walking_out"):
        talks = wordset("topics", "talks") | wordset("topics", "negotiation") | {"table", "room", "meeting"}
        marks = {m.lower_ for c in children(verb, "advcl") for m in children(c, "mark")}
        return base(thing) in talks if thing is not None else bool(marks & {"if", "unless"})
    return verb.lemma_.lower() in wordset("acts", "hostile") or (verb.lemma_ in ("respond", "react") and answers)


def _holds_up(verb: Token) -> bool:
    """True for "would put off the handover", "would stop funding the mission"; not for "would suspend its attacks"."""
    words = " ".join([verb.lemma_.lower(), *(c.lower_ for c in children(verb, "prt")[:1])])
    things = (t.lemma_.lower() for t in children(verb, "dobj", "xcomp"))
    held = wordset("deeds", "agreed") | wordset("acts", "held_up")
    return words in wordset("acts", "holding_up") and any(thing in held for thing in things)


def warns(root: Token) -> bool:
    """True for "will set its own quota unless the others give way"."""
    clauses = (c for c in children(root, "advcl") if any(m.lower_ == "unless" for m in children(c, "mark")))
    others = (child(c, "nsubj") for c in clauses)
    return any(s is not None and s.tag_ in ("NN", "NNS", "NNP", "NNPS") for s in others)
