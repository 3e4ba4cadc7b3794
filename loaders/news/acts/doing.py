"""How a clause tells of what has been done, and who did it: "has returned", "began to return", "accused X of it"."""

from __future__ import annotations

from ....graph.records import Key
from ..cast.actors import Actors
from ..language.annotation import Sentence
from ..language.parse import Token
from ..language.syntax import agent_of, child, finite, modal, passive
from ..lexicons.word_lists import wordset
from .acting import doer as thanked_or_subject
from .acting import negotiates


def is_past(verb: Token, sentence: Sentence) -> bool:
    """True for "returned", "has returned", "did return", "having returned"; not for "will return", "to return".

    A headline tells what has been done as if it were now ("A frees 31"), thanks are given and accusations made for what
    is done, and what somebody has begun or ceased to do has been done.
    """
    if modal(verb):
        return False
    having = any(c.dep_ == "aux" and c.lower_ in ("having", "have", "has", "had") for c in verb.children)
    if verb.tag_ == "VBD":
        return True
    if verb.tag_ == "VBN":
        told = any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)
        return told or finite(verb) or having or verb.dep_ in ("acl", "conj")
    did = any(c.dep_ == "aux" and c.lower_ == "did" for c in verb.children)
    told_now = verb.tag_ in ("VBZ", "VBP") and sentence.segment.kind == "headline"
    ended = verb.tag_ == "VBG" and verb.dep_ == "pcomp" and child(verb, "nsubj") is not None
    held = blamed(verb) is not None or begun(verb, sentence) is not None or _beside(verb, sentence)
    return did or told_now or ended or held


def _beside(verb: Token, sentence: Sentence) -> bool:
    """True for "seized the town, breaking the truce"."""
    above = verb.head
    return verb.tag_ == "VBG" and verb.dep_ == "advcl" and above.pos_ == "VERB" and is_past(above, sentence)


def is_passive(verb: Token) -> bool:
    """True also for the second of two: "was reached and then thrown out by X"."""
    return passive(verb) or (verb.dep_ == "conj" and verb.tag_ == "VBN" and agent_of(verb) is not None)


def is_own(actors: Actors, verb: Token, own: tuple[Key, ...]) -> bool:
    """True for what a side tells of itself: "The A side said that 40 tanks had been withdrawn"."""
    if not passive(verb) or verb.dep_ != "ccomp" or len(own) != 1 or not negotiates(actors, own):
        return False
    given = any(t.lemma_.lower() == "gesture" for t in verb.subtree)
    return given or verb.lemma_ in wordset("deeds", "of_ones_own")


def doer(verb: Token) -> Token | None:
    """Who does it; of "thanked X for keeping its word" and "accused X of breaking it" X."""
    return blamed(verb) or thanked_or_subject(verb)


def blamed(verb: Token) -> Token | None:
    """Whom thanks are given, or who is accused, for what a gerund tells."""
    above = verb.head.head
    if verb.tag_ != "VBG" or verb.dep_ != "pcomp":
        return None
    thanks = verb.head.lower_ == "for" and above.lemma_ in wordset("teams", "thank")
    accuses = above.lemma_ in wordset("deeds", "accusing")
    if not (thanks or accuses):
        return None
    return child(above, "nsubjpass") if accuses and passive(above) else child(above, "dobj")


def governing(verb: Token) -> Token:
    """The verb of whose clause a gerund is part: "thanked X for keeping it", "ended with X walking out"."""
    above = verb.head.head
    return above if verb.tag_ == "VBG" and verb.dep_ == "pcomp" and above.pos_ == "VERB" else verb


def begun(verb: Token, sentence: Sentence) -> Token | None:
    """The past verb by which somebody has begun, gone on or ceased to do what a verb says."""
    above = verb.head
    aspect = wordset("deeds", "beginning") | wordset("deeds", "ceasing")
    if verb.dep_ not in ("xcomp", "ccomp", "dobj") or verb.tag_ not in ("VB", "VBG") or above.lemma_ not in aspect:
        return None
    return above if is_past(above, sentence) else None


def ceased(verb: Token) -> bool:
    """True for what somebody has stopped doing."""
    return verb.tag_ == "VBG" and verb.dep_ in ("xcomp", "dobj") and verb.head.lemma_ in wordset("deeds", "ceasing")
