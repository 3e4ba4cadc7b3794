"""The verb of an event: the one that tells of it, wherever a parser hangs its noun, and whether it says that it was."""

from __future__ import annotations

from typing import Final

from ..language.parse import Token
from ..language.syntax import child, children, enclosing_clause, passive
from ..lexicons.word_lists import wordset

CLAUSES: Final = ("VERB", "AUX")
"""Parts of speech of the verbs of clauses."""


def telling_verb(noun: Token) -> Token:
    """The verb that tells of an event: that of its clause, or the one that this foresees ("is due to open")."""
    verb = above_participle(enclosing_clause(noun))
    if noun.dep_ in ("nsubj", "nsubjpass") and noun.head == verb:
        due = child(verb, "acomp") if verb.lemma_ == "be" else None
        foreseen = child(due if due is not None else verb, "xcomp")
        foresees = due is not None or verb.lemma_ in ("be", "have") or passive(verb)
        if foreseen is not None and foreseen.pos_ in CLAUSES and foresees:
            return foreseen
        beside = (c for c in children(verb, "conj", "ccomp", "dep") if not children(c, "nsubj", "nsubjpass"))
        held = next((c for c in beside if happens(c) and c.i > verb.i), None)
        if held is not None and verb.tag_ in ("VBD", "VBN") and not children(verb, "cc", "dobj"):
            return held  # "a meeting focused on X took place in Y", "planned for X never took place": two clauses
    return verb


def above_participle(verb: Token) -> Token:
    """The verb that "planned" stands before in "talks(,) planned for May(,) were called off", wherever it hangs."""
    if verb.dep_ == "auxpass" or (verb.dep_ == "csubjpass" and verb.tag_ in ("VBN", "VBD")):
        return verb.head  # "remains | scheduled for May"
    apart = verb.tag_ == "VBN" and not children(verb, "aux", "auxpass")
    if not (apart and verb.i and verb.doc.tokens[verb.i - 1].text == ","):
        return verb
    beside = children(verb, "conj")
    if verb.dep_ in ("ccomp", "advcl"):
        beside += [verb.head, *children(verb.head, "ccomp", "conj")]
    bare = (t for t in beside if t.i > verb.i and t.pos_ == "VERB" and not children(t, "nsubj", "nsubjpass"))
    return next(bare, verb)


def happens(verb: Token) -> bool:
    """True for a verb by which an event is: "took place", "was held", "went ahead"."""
    words = (c.lower_ for c in children(verb, "prt", "dobj", "advmod", "acomp"))
    lemma = verb.lemma_.lower()
    return any(word in wordset("events", "happening") for word in (lemma, *(f"{lemma} {word}" for word in words)))
