"""Which utterances deny something: "denied that", "rejected reports", "that is false", "nobody promised anything"."""

from __future__ import annotations

from ..language.annotation import end_of, start_of
from ..language.parse import Token
from ..language.syntax import child, children, modal, perfect
from ..lexicons.word_lists import wordset
from .utterances import Utterance

_PREDICATES = ("acomp", "attr", "oprd", "ROOT", "ccomp", "xcomp", "conj", "appos", "acl", "advcl")
_NOBODY = ("nobody", "none", "neither")


def denies(utterance: Utterance, *, after_denial: bool = False) -> bool:
    """True for an utterance that says that something is not so which somebody may think.

    ``after_denial`` tells that the same speaker has just denied something: then any negation goes on with it.
    """
    if utterance.kind in ("refuse", "reason", "concession", "lead"):
        return False
    verb = utterance.verb
    if verb is not None and utterance.kind == "speak":
        return _denying(verb)
    inside = _tokens(utterance)
    if len(inside) > 2 and inside[0].lower_ == "no" and inside[1].text in (",", "."):
        return True
    text = " ".join(t.lower_ for t in inside)
    if any(phrase in text for phrase in _words("phrases")) or any(_is_falsehood(t) for t in inside):
        return True
    answers = after_denial or utterance.kind == "turn"
    mains = [t for t in inside if t.pos_ in ("VERB", "AUX") and t.dep_ in ("ROOT", "ccomp", "conj", "parataxis")]
    return any(_negates_the_past(t) or (answers and _is_negated(t, now=after_denial)) for t in mains)


def _words(group: str) -> frozenset[str]:
    return wordset("reporting", "denial", group)


def _tokens(utterance: Utterance) -> list[Token]:
    start, end = utterance.content
    return [t for t in utterance.sentence.span if start <= start_of(t) and end_of(t) <= end]


def _denying(verb: Token) -> bool:
    """True for "denied", "dismissed the report", "rejected suggestions that", "called the story an invention"."""
    lemma = verb.lemma_.lower()
    if lemma in _words("verbs"):
        return True
    if lemma in _words("verbs_of_claims"):
        objects = [*children(verb, "dobj"), *(k for c in children(verb, "dobj") for k in children(c, "conj"))]
        if any(o.lemma_.lower() in _words("claims") for o in objects):
            return True
    elif lemma not in ("call", "describe", "brand", "label", "consider"):
        return False
    return any(_is_falsehood(t) for t in verb.subtree if t.i > verb.i)


def _is_falsehood(token: Token) -> bool:
    """True for "false", "an invention" and the like where something is called that."""
    if token.lemma_.lower() not in _words("falsehoods") and token.lower_ not in _words("falsehoods"):
        return False
    if token.pos_ not in ("NOUN", "ADJ", "PROPN", "ADV") and token.tag_ not in ("VBN", "VBD"):
        return False
    if any(c.dep_ == "neg" for c in (*token.children, *token.head.children)):
        return False
    return token.dep_ in _PREDICATES or (token.dep_ in ("pobj", "amod", "dobj") and token.head.lower_ == "as")


def _negates_the_past(verb: Token) -> bool:
    """True for "nobody promised anything", "no lists were exchanged", "he had carried no letters", "never asked"."""
    if not _is_past(verb):
        return False
    subject = child(verb, "nsubj", "nsubjpass")
    if subject is not None:
        none = subject.lower_ in _NOBODY or any(c.lower_ == "no" for c in subject.children)
        if none and subject.lemma_.lower() not in _words("outcomes"):
            return True
    if any(c.lower_ == "never" for c in verb.children) and perfect(verb):
        return True
    objects = [*children(verb, "dobj"), *(p for c in children(verb, "prep") for p in children(c, "pobj"))]
    return any(c.lower_ == "no" for o in objects if o.lemma_.lower() not in _words("outcomes") for c in o.children)


def _is_negated(verb: Token, *, now: bool) -> bool:
    past = _is_past(verb) and any(c.dep_ == "neg" for c in verb.children)
    if past or not now:
        return past
    objects = children(verb, "dobj", "attr")
    return any(c.dep_ == "neg" for c in verb.children) or any(c.lower_ == "no" for o in objects for c in o.children)


def _is_past(verb: Token) -> bool:
    if modal(verb):
        return False
    return verb.tag_ == "VBD" or any(
        c.dep_ in ("aux", "auxpass") and c.lower_ in ("was", "were", "did", "has", "have", "had", "been")
        for c in verb.children
    )
