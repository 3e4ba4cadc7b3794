"""Mends what a model takes for a place or time: "demanded between five and six hundred trucks" has an object.

A preposition before a range of numbers belongs to the numbers, and the noun that they count to the verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BEFORE_RANGE = frozenset({"between", "from"})


def mend_amounts(doc: Doc) -> Doc:
    """Makes nouns that are counted by a range after "between" objects of their verbs."""
    before = {doc.vocab.strings.add(word) for word in _BEFORE_RANGE}
    for token in (doc[i] for i, word in enumerate(doc.to_array("LOWER").tolist()) if word in before):
        noun = _counted(token) if token.dep_ == "prep" else None
        if noun is not None and not any(c.dep_ in ("dobj", "nsubjpass") for c in token.head.children):
            noun.head, noun.dep_ = token.head, "dobj"
            token.head, token.dep_ = noun, "quantmod"
    return doc


def _counted(preposition: Token) -> Token | None:
    """The noun in "between 500 and 600 trucks" right after a verb."""
    if preposition.i != preposition.head.i + 1 or preposition.head.tag_[:2] != "VB":
        return None
    noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    numbers = [c for c in noun.children if c.dep_ == "nummod" and c.like_num] if noun is not None else []
    ranged = any(c.dep_ == "conj" for number in numbers for c in number.children)
    return noun if ranged and noun is not None and noun.tag_ == "NNS" else None
