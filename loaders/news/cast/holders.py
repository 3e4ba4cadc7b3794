"""Whom a noun means by the post that somebody named holds: "the minister", "the B leader", "the top diplomat"."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Final

from ....graph.records import Key
from ..language.annotation import Sentence, start_of
from ..language.parse import Token
from ..language.syntax import base, children
from ..lexicons.word_lists import lexicon, wordset
from ..names.gazetteer import Mention
from .members import Cast

_NEAR: Final = 6
"""Names before a description among which whom it means is sought."""
_NAMED_BEFORE: Final = 60
_SENTENCES_BACK: Final = 3
_INDEFINITE: Final = frozenset({"a", "an", "another", "one"})


def holder(cast: Cast, token: Token, modifiers: list[Mention]) -> Key | None:
    """The person last named that holds the post which a noun such as "the spokesman" names; else who is named later.

    A description ("the diplomat") means the person named last of a post that is called so.
    """
    determiners = {c.lower_ for c in children(token, "det")}
    if determiners & {*_INDEFINITE, "some", "any", "no"} or ("the" not in determiners and not modifiers):
        return None
    sides = {cast.party_of(cast.known(m)) for m in modifiers}
    head, offset = base(token), start_of(token)
    found = cast.last_holder(head, offset, sides=sides)
    if found is None and head in _callings():
        found = cast.last_of(_callings()[head], offset, sides=sides, most=_NEAR)
    found = found or cast.only_holder(head, sides=sides)
    prime = any(c.lower_ == "prime" for c in children(token, "compound", "amod"))
    if prime and found is not None and all(post.startswith("deputy ") for post in cast.posts_held(found)):
        return None  # "the prime minister" is no deputy of his
    return found


def holders_of(cast: Cast, token: Token, *, speaker: bool) -> list[Key]:
    """The people named so far who hold the post that "the foreign ministers" names, when they are several.

    "The Ministers" in capitals are parties of a paper; two of them, or those heads of state who are named most, speak.
    """
    noun = base(token) if speaker else token.lemma_.lower()
    found = cast.all_holders({noun, f"{token.nbor(-1).lower_} {noun}" if token.i else ""}, start_of(token))
    if token.tag_ == "NNPS" and len(found) > 2:
        named = Counter(cast.names.before(start_of(token), most=_NAMED_BEFORE))
        most = sorted(found, key=lambda person: -named[person])[:2]
        return most if noun in wordset("actors", "leaders") else []
    return found if len(found) > 1 else []


def leader(cast: Cast, token: Token, modifiers: list[Mention]) -> Key | None:
    """The person of a side named last before "the B leader"."""
    sides = {cast.party_of(cast.known(m)) for m in modifiers}
    for person in reversed(cast.names.before(start_of(token), most=20)):
        if cast.party_of(person) in sides:
            return person
    return None


def body_named_before(cast: Cast, token: Token, sentence: Sentence) -> tuple[Token, Sentence] | None:
    """The last word of the name that "the mission" or "the committee" is short for, and its sentence."""
    bodies = wordset("actors", "bodies_named") - wordset("actors", "own_bodies") - wordset("actors", "sides")
    if base(token) == "ministry" and _only_one_is_named(cast, "ministry"):
        bodies |= {"ministry"}
    short = token.tag_ == "NN" and base(token) in bodies and not any(c.dep_ != "det" for c in token.children)
    if not short or not any(c.lower_ == "the" for c in token.children):
        return None
    for earlier in reversed(cast.article.sentences[: sentence.number + 1]):
        for noun in reversed(list(earlier.span)):
            named = noun.pos_ == "PROPN" and noun.i < token.i and noun.lower_ == token.lower_
            if named and any(c.dep_ in ("compound", "amod", "nmod", "prep") for c in noun.children):
                return noun, earlier
    return None


def _only_one_is_named(cast: Cast, kind: str) -> bool:
    """True where all names of one kind of body in the text are one: "the Ministry of Trade", and no other ministry."""
    nouns = (t for s in cast.article.sentences for t in s.span if t.pos_ == "PROPN" and t.lower_ == kind)
    beside = ([c for c in t.subtree if c.pos_ == "PROPN" and c.i != t.i] for t in nouns)
    return len({tuple(c.lower_ for c in words) for words in beside if words}) == 1


def told_of_before(cast: Cast, token: Token, sentence: Sentence) -> tuple[Token, Sentence] | None:
    """The noun that "the official" takes up, and its sentence: "a Kenyan official said ... The official added ..."."""
    if not any(c.lower_ == "the" for c in token.children) or base(token) not in wordset("reporting", "unnamed"):
        return None
    if any(c.dep_ in ("amod", "compound", "poss", "prep", "relcl") for c in token.children):
        return None
    for earlier in reversed(cast.article.sentences[max(0, sentence.number - _SENTENCES_BACK) : sentence.number]):
        for noun in earlier.span:
            if noun.tag_ == "NN" and base(noun) == base(token) and noun.dep_ in ("nsubj", "pobj", "nsubjpass", "agent"):
                return (noun, earlier) if any(c.lower_ in _INDEFINITE for c in noun.children) else None
            if noun.tag_ == "NNP" and base(noun) == base(token) and base(noun) in wordset("actors", "bodies"):
                return noun, earlier  # "the X Ministry said ... The ministry added ..."
    return None


@cache
def _callings() -> dict[str, frozenset[str]]:
    entries = lexicon("actors")["descriptions"]["callings"]
    return {noun: frozenset(entry["heads"]) for entry in entries for noun in entry["nouns"]}
