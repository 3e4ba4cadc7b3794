"""Words by which an event is none, or not on its day: ruled out, only near, put off, called off, still awaited."""

from __future__ import annotations

from typing import Final, Literal

from ..language.parse import Token
from ..language.syntax import children, modal, negated
from ..lexicons.word_lists import wordset
from ..standing.phrases import run_on

_DEFINITE: Final = frozenset({"the", "this", "that", "these", "those"})


def is_any(noun: Token) -> bool:
    """True for "a fifth round", "another round", which is none where its clause is denied."""
    return any(c.lower_ in ("a", "an", "another") for c in noun.children)


def is_definite(noun: Token) -> bool:
    """True for "the round", "this round", "their round", of which the text has told or that is set."""
    return any(c.lower_ in _DEFINITE or c.dep_ == "poss" for c in noun.children)


def is_under_way(noun: Token) -> bool:
    """True for the "round" of "announced it as the round was getting under way", whatever a parser makes of "as"."""
    behind = [t.lower_ for t in noun.doc[noun.i + 1 : noun.i + 5].tokens]
    return behind[:1] == ["was"] and behind[-2:] == ["under", "way"]


def is_of_inverted_condition(verb: Token) -> bool:
    """True for the "hold" of "Should the level drop, the parties will hold talks"."""
    clauses = children(verb, "advcl")
    return any(c.lower_ == "should" and c.i == clause.left_edge.i for clause in clauses for c in clause.children)


def is_of_nothing(above: Token) -> bool:
    """True for the "word" of "no word on", and for the "said" of "nothing was said of"."""
    nouns = [above, *(children(above, "attr") if above.lemma_ == "be" else ())]  # on which a parser hangs the rest
    subjects = {c.lower_ for c in children(above, "nsubj", "nsubjpass")}
    subjects |= {c.lower_ for noun in children(above, "nsubj") for c in children(noun, "det", "preconj", "cc")}
    nobody = subjects & {"nothing", "nobody", "none", "neither", "no"}
    return any(c.lower_ == "no" for n in nouns for c in n.children) or bool(nobody)


def is_only_near(noun: Token) -> bool:
    """True for "near a deal", "close to", "short of", "without" and "within two articles of a deal", by its link."""
    link = noun.head
    if noun.dep_ == "pobj" and link.lower_ == "without":
        return not is_definite(noun)
    if noun.dep_ != "pobj" or link.lower_ in ("near", "to"):
        return noun.dep_ == "pobj" and (link.lower_ == "near" or link.head.lower_ in wordset("events", "near"))
    above = link.head
    measured = above.dep_ == "pobj" and above.head.lower_ == "within" and above.ent_type_ not in ("DATE", "TIME")
    return link.lower_ == "of" and (measured or above.lower_ in wordset("events", "short_of"))


def is_of_denied_report(verb: Token) -> bool:
    """True for the "met" of "denied a report in a paper that A had met B", wherever a parser hangs it."""
    if verb.dep_ not in ("acl", "relcl", "ccomp") or not any(c.lower_ == "that" for c in children(verb, "mark")):
        return False
    above = next((t for t in (verb.head, *verb.head.ancestors) if t.pos_ == "VERB"), verb)
    objects = {o.lemma_.lower() for o in children(above, "dobj") if o.i < verb.i}
    denying = wordset("reporting", "denial", "verbs") | wordset("reporting", "denial", "verbs_of_claims")
    claimed = bool(objects & wordset("reporting", "denial", "claims"))
    return claimed and above.lemma_.lower() in denying and not negated(above)


def is_nearly(word: Token) -> bool:
    """True in "nearly collapsed on Monday" and "came close to collapse on Monday"."""
    near = word.lower_ in ("close", "near") and any(p.lower_ == "to" for p in children(word, "prep"))
    return near or word.lower_ in ("nearly", "almost")


def fails(verb: Token) -> bool:
    """True for "fell through", "came to nothing"."""
    return any(words in wordset("events", "failing") for words in run_on(verb))


def put_off(verb: Token) -> Literal["cancelled", "postponed"] | None:
    """What a verb does to the day of an event: "postponed the talks", "the meeting was called off"."""
    word = " ".join([verb.lemma_.lower(), *(c.lower_ for c in children(verb, "prt")[:1])])
    if word in wordset("events", "cancel") or (word == "suspend" and _was_only_planned(verb)):
        return "cancelled"
    return "postponed" if word in wordset("events", "postpone") else None


def _was_only_planned(verb: Token) -> bool:
    """True for "the round, planned for May, was suspended", which was not begun."""
    things = children(verb, "dobj", "nsubjpass")
    return any(
        c.lower_ in ("planned", "scheduled", "due", "set") for thing in things for c in children(thing, "acl", "amod")
    )


def is_run_on(verb: Token) -> bool:
    """True for the "ended" of "The talks ended, hours before the truce was to run out", told of by itself."""
    above = verb.head
    marks = [c for c in children(above, "mark") if c.lower_ in ("before", "after", "as", "when") and c.i > verb.i]
    return verb.dep_ == "ccomp" and verb.i < above.i and bool(marks) and verb.tag_ == "VBD" and not negated(verb)


def was_set(verb: Token) -> bool:
    """True for "was to run", "was scheduled to open", "had been due": set in the past, and nobody says that it was."""
    above = verb.head if verb.dep_ == "xcomp" else verb
    if above.lemma_ == "be":
        due = above.tag_ == "VBD" and any(c.lower_ in ("due", "set") for c in children(above, "acomp", "oprd"))
        return due or (above.tag_ == "VBD" and verb.dep_ == "xcomp" and verb.tag_ == "VB")
    past = any(c.lower_ in ("was", "were", "had") for c in children(above, "aux", "auxpass"))
    return past and above.tag_ == "VBN" and above.lemma_ in wordset("events", "plan")


def is_of_setting(verb: Token) -> bool:
    """True for the "set" of "a meeting set for May", and the "start" of "which was due to start in May"."""
    while verb.dep_ == "xcomp" and verb.tag_ == "VB":
        verb = verb.head
        if verb.lemma_ == "be" or verb.dep_ == "acomp":
            return verb.tag_ == "VBD" or verb.lemma_ in wordset("events", "plan")
    return verb.lemma_ in wordset("events", "plan")


def was_to(verb: Token) -> bool:
    """True for the "met" of "were to have met in X", the "take" of "was supposed to take place": they did not."""
    above = verb.head
    if verb.dep_ != "xcomp" or above is verb or above.tag_ not in ("VBD", "VBN"):
        return False
    if above.lemma_ == "be":
        return any(c.lower_ == "have" for c in children(verb, "aux"))
    past = any(c.lower_ in ("was", "were") for c in children(above, "auxpass", "aux"))
    return above.lemma_ == "suppose" and past


def is_awaited(verb: Token) -> bool:
    """True for "will be signed once the summit has ended", "is expected to leave after the talks have opened"."""
    marks = {c.lower_ for c in children(verb, "mark", "advmod")}
    above = verb.head
    to_come = modal(above) in ("will", "shall", "would") or (above.dep_ == "xcomp" and above.tag_ in ("VB", "VBN"))
    return verb.dep_ == "advcl" and to_come and bool(marks & wordset("events", "awaiting"))
