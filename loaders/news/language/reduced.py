"""Puts right what a parser makes of "A meeting planned for May was dropped": what is planned is no second clause.

And of "A, which denies it, pledged to go", where it loses the clause.

A participle right behind a noun is often read as what the noun does, and the verb of the sentence as part of that.
"""

from __future__ import annotations

from ..lexicons.word_lists import wordset
from .closing_cues import hang_anew
from .parse import Span, Token

_SUBJECTS = ("nsubj", "nsubjpass")


def mend_reduced_clause(sentence: Span) -> None:
    """Hangs a sentence on its finite verb, where a participle behind the subject has taken its place."""
    root = sentence.root
    subject = next((c for c in root.children if c.dep_ == "nsubj" and c.i < root.i), None)
    if subject is None or root.tag_ != "VBD" or not root.text.endswith("ed") or subject.pos_ != "NOUN":
        return
    says = root.lemma_.lower() in wordset("reporting", "say")
    if says or any(c.dep_ in ("dobj", "cc", "aux") for c in root.children):
        return
    verb = next((c for c in root.children if c.i > root.i and _is_finite(c)), None)
    if verb is None:
        return
    subject.head = verb
    subject.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"
    for token in root.children:
        if token.i > verb.i and token is not verb:
            token.head = verb
    root.head, root.dep_, root.tag_ = subject, "acl", "VBN"
    verb.head, verb.dep_ = verb, "ROOT"
    hang_anew(sentence)


def mend_lost_verb(sentence: Span) -> None:
    """Hangs a sentence on its verb in "A, which denies it, pledged to go", which a parser takes for "A pledged"."""
    root = sentence.root
    if root.pos_ not in ("NOUN", "PROPN") or any(c.dep_ in _SUBJECTS for c in root.children):
        return
    aside = next((c for c in root.children if c.dep_ == "relcl" and c.i > root.i), None)
    told = [c for c in root.children if c.dep_ == "acl" and c.tag_ == "VBN" and aside is not None and c.i > aside.i]
    verb = told[0] if told and told[0].left_edge.nbor(-1).text == "," else None
    if verb is None or not any(c.dep_ in ("xcomp", "ccomp", "dobj") and c.i > verb.i for c in verb.children):
        return
    for token in root.children:
        if token.i > verb.i:
            token.head = verb
    root.head, root.dep_ = verb, "nsubj"
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    hang_anew(sentence)


def _is_finite(verb: Token) -> bool:
    """True for a passive in the past or present that has no subject and no conjunction of its own."""
    words = list(verb.children)
    passive = any(c.dep_ == "auxpass" and c.tag_ in ("VBD", "VBZ", "VBP") for c in words)
    own = any(c.dep_ in (*_SUBJECTS, "mark", "cc", "csubj", "expl") for c in words)
    return verb.dep_ in ("ccomp", "conj") and passive and not own
