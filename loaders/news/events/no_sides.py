"""Those whom somebody meets at home or in private, and who are no side of talks: "his advisers", "students"."""

from __future__ import annotations

from collections.abc import Iterable

from ..language.parse import Token
from ..language.syntax import children, conjuncts
from ..lexicons.word_lists import wordset
from ..names.offices import offices


def are_no_side(nouns: Iterable[Token]) -> bool:
    """True for "our national security team", "his advisers", "business leaders": meeting these alone is no talks."""
    several = [one for noun in nouns for one in conjuncts(noun)]
    return bool(several) and all(_is_own_staff(one) or _is_in_private(one) for one in several)


def _is_own_staff(noun: Token) -> bool:
    return noun.lemma_.lower() in wordset("actors", "staff") and any(c.tag_ == "PRP$" for c in noun.children)


def _is_in_private(noun: Token) -> bool:
    if noun.pos_ != "NOUN":
        return False
    if noun.lemma_.lower() == "group":  # "a group of students"
        return are_no_side([o for p in children(noun, "prep") if p.lower_ == "of" for o in children(p, "pobj")])
    if noun.lemma_.lower() in wordset("actors", "private_people"):
        return True
    if noun.lemma_.lower() in offices().heads:
        return False  # "the commerce secretary"
    circles = {c.lower_ for c in children(noun, "compound", "amod", "nmod")}
    return bool(circles & wordset("actors", "private_circles"))
