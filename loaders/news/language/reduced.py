"""Puts right what a parser makes of "A meeting planned for May was dropped": what is planned is no second clause.

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


def _is_finite(verb: Token) -> bool:
    """True for a passive in the past or present that has no subject and no conjunction of its own."""
    words = list(verb.children)
    passive = any(c.dep_ == "auxpass" and c.tag_ in ("VBD", "VBZ", "VBP") for c in words)
    own = any(c.dep_ in (*_SUBJECTS, "mark", "cc", "csubj", "expl") for c in words)
    return verb.dep_ in ("ccomp", "conj") and passive and not own
