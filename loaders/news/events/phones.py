"""Whether people met over a line: "spoke by telephone", "by video link"; not "agreed to set up a telephone line"."""

from __future__ import annotations

from ..language.parse import Token
from ..language.syntax import children, enclosing_clause
from ..lexicons.word_lists import wordset


def by_phone(verb: Token) -> bool:
    """True where a line is told over which they spoke, in the words of the verb itself."""
    own = (t for t in verb.subtree if t.i < verb.i + 25 and t.lower_ in wordset("events", "phones"))
    return any(not (_is_beside(t, verb) or _is_thing_done(t, verb)) for t in own)


def _is_thing_done(word: Token, verb: Token) -> bool:
    """True for the "telephone" of "agreed to set up a telephone line"."""
    noun = word.head if word.dep_ in ("compound", "nmod", "amod") else None
    made = noun is not None and noun.dep_ in ("dobj", "nsubjpass") and noun.lemma_ not in wordset("events", "calls")
    return made and noun is not None and noun.head.lemma_ not in ("hold", "have")


def _is_beside(word: Token, verb: Token) -> bool:
    """True for the "telephone" of "A met B (, and the two) and spoke by telephone with C", which another verb tells."""
    clause = enclosing_clause(word)
    tells = clause.lemma_ in wordset("events", "by_phone") | wordset("events", "calling")
    return clause is not verb and clause.dep_ == "conj" and (tells or bool(children(clause, "nsubj")))


def line_of(verb: Token) -> str:
    """Over what a call was held, as far as its words tell."""
    video = any(t.lower_.startswith("video") for t in verb.subtree if t.i < verb.i + 25)
    return "video" if video else "phone" if by_phone(verb) else ""
