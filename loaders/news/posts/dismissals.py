"""Who is told to have left a post: "A dismissed Minister NAME", "NAME was sacked", "Minister NAME resigned on Friday".

What is only reported, denied or wanted takes nobody's post.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ....graph.records import Key
from ..cast.actors import Actors
from ..language.annotation import Sentence, end_of, start_of
from ..language.parse import Token
from ..language.syntax import children, conjuncts, modal, negated, passive
from ..lexicons.word_lists import wordset
from .title_held import Role, is_rank

_OWN_WORDS: Final = frozenset({"ROOT", "conj", "relcl", "advcl"})
"""Clauses that an article tells by itself."""


def without_dismissed(actors: Actors, roles: Sequence[Role]) -> list[Role]:
    """The roles; the post of whoever has left it is a former one."""
    gone = dismissed(actors)
    left = [role.person in gone and role.tenure == "current" and not is_rank(role) for role in roles]
    return [replace(role, tenure="former") if out else role for role, out in zip(roles, left, strict=True)]


def dismissed(actors: Actors) -> frozenset[Key]:
    """Return those who are told to have left their posts."""
    return frozenset(person for sentence in actors.article.sentences for person in _left(actors, sentence))


def _left(actors: Actors, sentence: Sentence) -> Iterator[Key]:
    """Those of whom a sentence tells that they are no longer in their posts."""
    yield from _removed(actors, sentence)
    for verb in (t for t in sentence.span if t.pos_ == "VERB" and t.tag_ in ("VBD", "VBN") and _is_told(t)):
        whom: list[Token] = []
        if verb.lemma_ in wordset("offices", "dismissing"):
            whom = children(verb, "nsubjpass") if passive(verb) else children(verb, "dobj")
        elif verb.lemma_ in wordset("offices", "resigning"):
            down = verb.lemma_ != "step" or any(c.lower_ in ("down", "aside") for c in children(verb, "prt", "advmod"))
            whom = children(verb, "nsubj") if down and not children(verb, "dobj") else []
        for one in whom:
            named = (one, *children(one, "appos"), *(c for c in children(one, "compound")))
            people = (actors.person_at(start_of(t), end_of(t)) for t in named)
            yield from (person for person in people if person is not None and len(conjuncts(one)) == 1)


def _removed(actors: Actors, sentence: Sentence) -> Iterator[Key]:
    """Those of "its removal of the governor NAME" and "the dismissal of NAME", where nobody only calls for it."""
    for noun in (t for t in sentence.span if t.pos_ == "NOUN" and t.lemma_.lower() in wordset("offices", "removals")):
        definite = any(c.dep_ == "poss" or c.lower_ == "the" for c in noun.children)
        wanted = noun.dep_ in ("dobj", "pobj") and not any(c.dep_ == "poss" for c in noun.children)
        for one in (o for p in children(noun, "prep") if p.lower_ == "of" for o in children(p, "pobj")):
            people = (actors.person_at(start_of(t), end_of(t)) for t in (one, *children(one, "appos")))
            if definite and not wanted:
                yield from (person for person in people if person is not None)


def _is_told(verb: Token) -> bool:
    """True for the verb of a clause that the article vouches for."""
    above = verb
    while above.dep_ in _OWN_WORDS and above.dep_ != "ROOT" and above.head is not above:
        above = above.head
    open_to = modal(verb) or any(c.lower_ in ("if", "unless", "whether") for c in children(verb, "mark"))
    return above.dep_ == "ROOT" and not (open_to or negated(verb) or verb.lemma_ in wordset("events", "saying"))
