"""What a proposal provides: "A's draft calls for ...", "under A's plan, B would ...", "the offer would allow ..."."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import takewhile
from typing import Final

from ....graph.records import ActType, Key
from ..cast.actors import Actors
from ..language.annotation import Sentence, extent
from ..language.parse import Token
from ..language.syntax import base, child, children, clause, modal, negated, passive
from ..lexicons.word_lists import lexicon, wordset
from .frames import FoundAct
from .nouns import owners_of
from .relevance import other_sides

_BACK: Final = 3
"""Sentences before one in which "the offer" is sought."""


def provided_act(actors: Actors, sentence: Sentence, noun: Token, *, before: Iterable[FoundAct]) -> FoundAct | None:
    """The act of whoever made the proposal, offer or demand that a noun names, by what it is said to provide.

    ``before``: the acts read so far, the last first. Where a word casts doubt on the paper or what it provides, none.
    """
    act = _papers().get(base(noun))
    if act is None or noun.tag_ not in ("NN", "NNP", "NNS"):
        return None
    verb, content = _provision(actors, sentence, noun)
    if verb is None or content is None or negated(verb) or _is_doubted(noun, verb):
        return None
    agents = owners_of(actors, sentence, noun) or _makers(noun, sentence, act, before)
    words = _clause_words(verb, noun)
    if not agents or (
        base(noun) in wordset("acts", "plans") and not other_sides(actors, sentence, agents, extent(words))
    ):
        return None
    told = list(content.subtree)
    if content is verb:  # "A's plan would | open the port", "under A's plan, | B would open the port"
        told = [t for t in words if t.i >= verb.i] if _is_subject(noun, verb) else words
    return FoundAct(
        type=act,
        agents=agents,
        addressees=(),
        span=extent(words),
        content=extent(told),
        root=content,
        head=verb,
        sentence=sentence,
        rule="act-provided",
    )


@cache
def _papers() -> dict[str, ActType]:
    return {noun: entry["act"] for entry in lexicon("acts")["papers"] for noun in entry["nouns"]}


def _is_subject(noun: Token, verb: Token) -> bool:
    return noun.dep_ == "nsubj" and noun.head.i == verb.i


def _is_doubted(noun: Token, verb: Token) -> bool:
    """True for "the alleged offer", "allegedly calls for", "the offer, if there was one,": nobody vouches for it."""
    if any(c.left_edge.lower_ == "if" and child(c, "expl") is not None for c in children(verb, "advcl")):
        return True
    beside = (c for c in noun.children if c.dep_ in ("amod", "compound"))
    adverbs = (c for c in children(verb, "advmod") if c.lower_ not in wordset("acts", "adding"))
    return any(c.lower_ in wordset("acts", "doubtful") for c in beside) or any(adverbs)


def _provision(actors: Actors, sentence: Sentence, noun: Token) -> tuple[Token | None, Token | None]:
    """The verb by which a proposal provides something, and the head of what that is."""
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ == "under" and verb.dep_ == "prep":
        main = verb.head
        foreseen = main.pos_ == "VERB" and modal(main) in ("would", "will")
        does = foreseen and (main.lemma_ in wordset("acts", "provisions") or _does_something(actors, sentence, main))
        return (main, main) if does else (None, None)
    if noun.dep_ != "nsubj" or verb.pos_ != "VERB" or passive(verb):
        return None, None
    if modal(verb) == "would" and verb.lemma_.lower() in wordset("acts", "provisions"):
        return (verb, verb) if child(verb, "dobj", "ccomp", "xcomp") is not None else (None, None)
    if modal(verb) or verb.lemma_.lower() not in wordset("acts", "providing"):
        return None, None
    for prep in children(verb, "prep"):
        if prep.lower_ == "for" and verb.lemma_ in ("call", "provide", "ask"):
            return verb, child(prep, "pobj")
    return verb, child(verb, "ccomp", "dobj", "xcomp") if verb.lemma_ not in ("call", "ask") else None


def _does_something(actors: Actors, sentence: Sentence, verb: Token) -> bool:
    """True for "Under A's plan, B would withdraw": a side does it."""
    return bool(actors.parties(actors.resolve(child(verb, "nsubj"), sentence)))


def _clause_words(verb: Token, noun: Token) -> list[Token]:
    """The words of the clause, without the "under A's plan" before it."""
    words = clause(verb)
    if _is_subject(noun, verb):
        return words
    asides = [c for c in verb.children if c.dep_ == "parataxis" or (c.dep_ == "advcl" and c.left_edge.lower_ == "as")]
    apart = {t.i for c in (noun.head, *asides) for t in c.subtree}
    kept = [t for t in words if t.i not in apart]
    while kept and kept[0].is_punct:
        kept = kept[1:]
    return kept


def _makers(noun: Token, sentence: Sentence, act: ActType, before: Iterable[FoundAct]) -> tuple[Key, ...]:
    """Who made "the offer": whoever is told to have offered something last, a little before."""
    bare = {c.lower_ for c in noun.children if c.dep_ in ("det", "amod", "compound", "poss")}
    if not bare or not bare <= {"the", "this", "that"}:
        return ()
    near = takewhile(lambda a: sentence.number - a.sentence.number <= _BACK, before)
    last = next((a for a in near if a.type == act), None)
    return last.agents if last is not None and last.standing == "asserted" else ()
