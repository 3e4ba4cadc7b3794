"""Where the words for somebody without a name begin and end: "three people who saw it", "adviser to the B team"."""

from __future__ import annotations

from ..lexicons.word_lists import wordset
from .parse import Token
from .syntax import child

_LONGEST_PHRASE = 7
"""Words after a noun that still name somebody: "adviser to the negotiating team of the republic"."""


def last_word(token: Token) -> Token:
    """The last word of "adviser to the B team", "people close to it", "officials who saw it": else the noun itself."""
    held = next((c for c in token.rights if c.dep_ in ("prep", "amod", "relcl", "acl")), None)
    if held is None or held.left_edge.i != token.i + 1:
        return token
    last = max(held.subtree, key=lambda t: t.i)
    if held.dep_ == "prep":
        fits = held.lower_ in ("of", "to", "from", "for", "in", "at", "with") and child(held, "pobj") is not None
        plain = fits and all(t.pos_ not in ("VERB", "AUX", "PUNCT", "PRON", "NUM") for t in held.subtree)
    else:
        telling = wordset("reporting", "say")
        plain = all(t.pos_ != "PUNCT" and t.lemma_.lower() not in telling for t in held.subtree)
    return last if plain and last.i - token.i <= _LONGEST_PHRASE else token


def first_word(token: Token) -> Token:
    """The first word of the phrase that a noun ends."""
    first = token
    for t in token.lefts:
        inner = t.dep_ in ("amod", "compound", "nummod", "poss", "nmod", "advmod", "case", "punct")
        if t.tag_ == "PRP$":
            continue
        if inner or t.pos_ in ("ADJ", "NOUN", "PROPN"):
            first = min(first, t.left_edge, key=lambda x: x.i)
    return first
