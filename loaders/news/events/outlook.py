"""How far an event holds by the words above it: told as having been, foreseen, only wished for, or denied.

"flew to X to meet Y" tells of a meeting, "is due to meet Y" foresees one, "wants to meet Y" only wishes for it.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from ..language.parse import Token
from ..language.syntax import child, children, enclosing_clause, modal, negated, passive
from ..lexicons.word_lists import wordset

Outlook: TypeAlias = Literal["told", "expected", "wished", "denied"]


def telling_verb(noun: Token) -> Token:
    """The verb that tells of an event: that of its clause, or the one that this foresees ("is due to open")."""
    verb = enclosing_clause(noun)
    if noun.dep_ in ("nsubj", "nsubjpass") and noun.head == verb:
        due = child(verb, "acomp") if verb.lemma_ == "be" else None
        foreseen = child(due if due is not None else verb, "xcomp")
        foresees = due is not None or verb.lemma_ in ("be", "have") or passive(verb)
        if foreseen is not None and foreseen.pos_ in ("VERB", "AUX") and foresees:
            return foreseen
    return verb


def outlook(verb: Token) -> Outlook:
    """How the clause of a verb holds."""
    if negated(verb):
        return "denied"
    if any(c.dep_ == "advcl" and child(c, "mark") is not None and _conditional(c) for c in verb.children):
        return "wished"
    word = modal(verb)
    if word in ("may", "might", "could", "can", "should", "must"):
        return "wished"
    if word or (verb.lemma_ == "go" and verb.tag_ == "VBG"):
        return "expected"
    if verb.dep_ == "advcl" and _conditional(verb):
        return "wished"
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and child(verb, "nsubj", "nsubjpass", "aux") is None:
        return outlook(verb.head)
    return _under_another(verb)


def of_noun(noun: Token) -> Outlook:
    """How an event holds that a noun names."""
    before = {c.lower_ for c in noun.children if c.i < noun.i}
    if before & wordset("events", "wished"):
        return "wished"
    if before & wordset("events", "future"):
        return "expected"
    above = noun.head
    if noun.dep_ == "conj" and above.pos_ in ("NOUN", "PROPN"):
        return of_noun(above)
    if noun.dep_ in ("nsubj", "nsubjpass") and above.pos_ in ("VERB", "AUX"):
        return _of_subject(above)
    if noun.dep_ in ("dobj", "attr", "oprd"):
        return _under(above, above) if above.pos_ in ("VERB", "AUX") else "told"
    if noun.dep_ == "pobj":
        return _under(above.head, above)
    return "told"


def _of_subject(verb: Token) -> Outlook:
    if passive(verb) and verb.lemma_ in wordset("events", "wish"):
        return "wished"
    if passive(verb) and verb.lemma_ in wordset("events", "plan"):
        return "expected"
    governed = child(verb, "xcomp", "acomp")
    if verb.lemma_ == "be" and governed is not None and governed.dep_ == "xcomp" and governed.pos_ == "VERB":
        return "expected"  # "the talks are to resume"
    if governed is not None and (governed.lemma_ in ("due", "set", "likely", "possible", "take", "hold", "begin")):
        return "wished" if governed.lemma_ == "possible" else "expected"
    return outlook(verb)


def _under(above: Token, link: Token) -> Outlook:
    """What a verb or noun above makes of an event; ``link`` is the verb itself or the preposition between."""
    word = above.lemma_.lower()
    if above.pos_ == "VERB" and word in ("open", "set", "press", "like"):
        return outlook(above)  # "opened talks"; "open to talks" is no verb
    if above.pos_ in ("NOUN", "PROPN"):
        if word in wordset("events", "wish_nouns"):
            return "wished"
        return "expected" if word in wordset("events", "plan_nouns") else "told"
    if above.pos_ not in ("VERB", "AUX"):
        return "wished" if word in wordset("events", "wish") else "told"
    if link.lower_ in ("after", "following", "during", "at", "since", "in", "before", "under"):
        return "told"
    if word in wordset("events", "wish"):
        return "wished"
    if word in wordset("events", "plan") and link.lower_ not in ("in", "by"):
        return "expected"
    if word in wordset("events", "refuse"):
        return "denied"
    return outlook(above)


def _under_another(verb: Token) -> Outlook:
    """The outlook of an infinitive or gerund by the verb, adjective or noun that it depends on."""
    above, to = verb.head, any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    gerund = verb.tag_ == "VBG" and verb.dep_ in ("xcomp", "pcomp", "ccomp")
    if not (to or gerund):
        return "told"
    if verb.dep_ == "ROOT":  # a headline: "A and B to meet in X"
        return "expected"
    if gerund and above.pos_ == "ADP":
        return _under(above.head, above) if above.head != verb else "told"
    word = above.lemma_.lower()
    if word in wordset("events", "refuse"):
        return "denied"
    if word in wordset("events", "wish") or word in wordset("events", "wish_nouns"):
        return "wished"
    if word in wordset("events", "plan") or word in wordset("events", "plan_nouns") or word == "be":
        return "expected"
    return outlook(above) if above.pos_ in ("VERB", "AUX") else "wished"


def _conditional(verb: Token) -> bool:
    marks = {c.lower_ for c in children(verb, "mark", "advmod")}
    return bool(marks & {"if", "unless", "whether", "provided"})
