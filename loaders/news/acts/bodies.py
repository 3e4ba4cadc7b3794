"""Nouns for those whom an act may concern: bodies of a state that do not negotiate for it, people who may be asked."""

from __future__ import annotations

from ..language.parse import Token
from ..language.syntax import base, children, conjuncts
from ..lexicons.word_lists import wordset


def is_domestic_body(noun: Token) -> bool:
    """True for bodies and people of a state that do not negotiate for it: a court, a company, its people."""
    if base(noun) in wordset("actors", "towards") and any(c.lower_ in ("of", "to") for c in noun.children):
        return True  # "the creditors of A" are not A
    named = noun.pos_ == "PROPN"
    if any(t.lower_ in wordset("actors", "advocates") for t in noun.subtree if t.dep_ in ("compound", "amod", "appos")):
        return True  # "the NGO consortium"
    if named and _is_of_a_trade(noun):
        return True
    kinds = {c.lower_ for c in noun.children if c.dep_ == "compound" and c.pos_ == "NOUN"}
    if base(noun) in ("team", "squad", "side") and kinds - wordset("actors", "kinds_of_teams"):
        return True  # "the cycling team"
    return base(noun) in wordset("actors", "houses" if named else "no_parties")


def _is_of_a_trade(name: Token) -> bool:
    """True for the "Union of Teachers", the "Boat Builders' Association": who is in it has a trade, and no state."""
    held = [noun for p in children(name, "prep") if p.lower_ == "of" for noun in children(p, "pobj")]
    trades = wordset("actors", "no_parties") | wordset("actors", "private_people")
    words = [*(noun for one in held for noun in conjuncts(one)), *children(name, "compound", "poss", "nmod")]
    return any(t.lower_.removesuffix("s") in trades and t.lower_.endswith("s") for t in words)


def may_be_asked(noun: Token) -> bool:
    """True for "mediators", "the parties", "the regional government", "the Kachin": people or a body without a name."""
    if noun.pos_ == "PROPN":
        return noun.tag_ == "NNPS" or noun.ent_type_ == "NORP" or any(c.lower_ == "the" for c in noun.children)
    if any(c.lower_ in ("each", "every", "any", "no") for c in noun.children):
        return False
    if noun.lower_ in wordset("acts", "anybody") and not any(c.lower_ == "the" for c in noun.children):
        return False
    known = ("collectives", "envoys", "pairs", "sides", "bodies", "groups", "own_bodies")
    return noun.pos_ == "NOUN" and any(base(noun) in wordset("actors", name) for name in known)
