"""Small questions to the words that may mean an actor."""

from __future__ import annotations

from typing import Final

from ..language.annotation import end_of
from ..language.parse import Token
from ..language.syntax import base, child, children
from ..lexicons.word_lists import wordset
from ..names.gazetteer import Mention

_NUMBERS: Final = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_TWO: Final = 2


def acts_by_itself(token: Token, mention: Mention) -> bool:
    """A demonym alone is an actor only as a noun ("Palestinians"); a capital not as a place ("in Moscow").

    A state within another name is none ("Air Cambodia").
    """
    if mention.entry.kind == "state" and any(_leads_a_name(c, token, mention) for c in token.children):
        return False
    if mention.form == "demonym":
        return token.pos_ in ("PROPN", "NOUN") and token.dep_ not in ("compound", "amod")
    return not (mention.form == "capital" and token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "near"))


def _leads_a_name(word: Token, state: Token, mention: Mention) -> bool:
    """True for "Air" in "Air Cambodia"."""
    beside = word.dep_ == "compound" and word.pos_ == "PROPN" and word.i == state.i - 1
    return beside and end_of(word) <= mention.start


def means_pair(token: Token, modified: bool, definite: bool) -> bool:
    """True for "both sides", "each side" and "the sides"."""
    lemma, words = base(token), {c.lower_ for c in token.children}
    if token.tag_ == "NN" and not modified:
        return "each" in words and lemma in wordset("actors", "pairs_alone")
    if token.tag_ not in ("NNS", "NNPS"):
        return False
    if "all" in words or any(c.dep_ in ("relcl", "acl") for c in token.children):
        return False  # "all the countries", "the countries that signed"
    if number_of(token) > _TWO:
        return False
    if words & wordset("actors", "both") and lemma in wordset("actors", "pairs"):
        return True
    others = any(c.dep_ in ("amod", "compound") and c.tag_ != "VBG" for c in token.children)  # "the regional leaders"
    return definite and not (modified or others) and lemma in wordset("actors", "pairs_alone")


def number_of(token: Token) -> int:
    """How many "the three leaders" are; 0 where no number word below eleven stands before the noun."""
    counted = next((c.lower_ for c in children(token, "nummod") if c.i < token.i), "")
    return _NUMBERS.index(counted) if counted in _NUMBERS else 0


def says_something(token: Token) -> bool:
    """True for several who say something, or a part of somebody's: "developed nations say", "B's section said"."""
    verb = token.head
    says = verb.lemma_.lower() in ("say", "tell", "complain", "argue", "warn", "insist", "deny")
    owned = token.tag_ == "NN" and child(token, "poss") is not None
    return says and token.dep_ == "nsubj" and (token.tag_ == "NNS" or owned)


def same_entity(a: Token, b: Token) -> bool:
    """True when the model takes two words for parts of things of one kind."""
    return bool(a.ent_type_) and a.ent_type_ == b.ent_type_


def attending() -> frozenset[str]:
    """Nouns for people without a name who sit at a table."""
    return wordset("reporting", "unnamed") | wordset("actors", "attendees")
