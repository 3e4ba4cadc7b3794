"""What was done of what was agreed, or against it: "returned 40 prisoners", "kept the truce", "violated the accord".

Deeds lie behind whoever tells of them: what somebody will, may or must do is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from ....graph.records import ActType, Key
from ..cast.actors import Actors
from ..language.annotation import Sentence, end_of, extent, start_of
from ..language.parse import Token
from ..language.syntax import agent_of, base, child, children, clause, negated, own_words, passive, subject_of
from ..lexicons.word_lists import lexicon, wordset
from .acting import acting_sides
from .doing import begun, ceased, doer, governing, is_own, is_passive, is_past
from .frames import FoundAct
from .relevance import other_sides

_GROUPS: dict[str, ActType] = {
    "carried_out": "carryOut",
    "kept": "carryOut",
    "moved": "carryOut",
    "broken": "takeStep",
    "held_up": "takeStep",
    "struck": "takeStep",
}


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb with what it needs beside it, what it is done to, and which act it then is."""

    act: ActType
    beside: str
    things: frozenset[str]
    moves: bool = False
    """True for what the things do themselves: "A's troops withdrew"."""
    struck: bool = False
    """True for force, which may strike a place by its name."""


@cache
def _deeds() -> dict[str, list[Deed]]:
    """The deeds of each verb's base form."""
    index: dict[str, list[Deed]] = {}
    for group, act in _GROUPS.items():
        for line in lexicon("deeds")[group]:
            for words in line["verbs"]:
                verb, _, beside = words.partition(" ")
                things = frozenset(line["things"])
                index.setdefault(verb, []).append(Deed(act, beside, things, group == "moved", group == "struck"))
    return index


def deed_act(actors: Actors, sentence: Sentence, token: Token, *, own: tuple[Key, ...]) -> FoundAct | None:
    """The deed that a verb tells of, or a noun ("X's violations of the truce"); ``own`` is whoever says it."""
    if token.pos_ == "NOUN":
        return _breach(actors, sentence, token, own=own) or _against(actors, sentence, token, own=own)
    if not is_past(token, sentence):
        return None
    if token.lemma_ == "fail":
        return _undone(actors, sentence, token, own=own)
    for deed in _deeds().get(token.lemma_.lower(), ()):
        thing = _thing(token, deed)
        if thing is not None and (found := _done(actors, sentence, token, deed, thing, own=own)) is not None:
            return found
    return _walked_out(actors, sentence, token, own=own)


def _done(
    actors: Actors, sentence: Sentence, verb: Token, deed: Deed, thing: Token, *, own: tuple[Key, ...]
) -> FoundAct | None:
    """The act of a verb that does to a thing what a deed is; "has not done" and "stopped doing" are steps."""
    by = verb.dep_ == "acl"
    if by and deed.struck:
        return None  # "the man arrested by A": which man it is
    subject = agent_of(verb) if by or is_passive(verb) else doer(verb)
    nobody = subject is not None and any(t.lower_ in ("neither", "nor", "none") for t in subject.subtree)
    agents = () if nobody else acting_sides(actors, sentence, subject, own=own)
    if subject is None and is_own(actors, verb, own):
        agents = own
    if subject is not None and not agents and not nobody and _acts_for_state(verb, subject):
        agents = actors.parties(actors.known(m) for m in actors.modifiers(subject))
    if not agents:
        return None
    above = begun(verb, sentence) or verb
    undone = deed.act == "carryOut" and (negated(verb) or negated(above))
    act: ActType = "takeStep" if undone or (deed.act == "carryOut" and ceased(verb)) else deed.act
    beside = own_words(thing) if verb.dep_ == "relcl" and thing is verb.head else []
    words = thing.subtree if by else [*beside, *clause(governing(above))]
    words = _before_another(actors, thing, list(words))
    agreed = act == "carryOut" or undone or not deed.struck
    others = other_sides(actors, sentence, agents, (sentence.start, sentence.end))
    found = _found(sentence, above, thing, agents, extent(words), act, agreed=agreed and bool(others))
    return replace(found, refusal=undone, forceful=deed.struck)


def _before_another(actors: Actors, thing: Token, words: list[Token]) -> list[Token]:
    """The words up to "and B", of whom something else is told: "withdrew from the hills |and B opened the road"."""
    joined = (c for c in thing.children if c.dep_ == "conj" and c.pos_ == "PROPN")
    named = (c for c in joined if actors.mention_at(start_of(c), end_of(c)) is not None)
    other = next((c for c in named if any(t.i > c.i and t.pos_ == "VERB" for t in c.sent)), None)
    return words if other is None else [t for t in words if t.i < other.left_edge.i and t.dep_ != "cc"]


def _acts_for_state(verb: Token, subject: Token) -> bool:
    """True for "A's parliament ratified it", "A's artillery shelled X"."""
    house = verb.lemma_ in wordset("deeds", "by_houses") and base(subject) in wordset("actors", "houses")
    return house or base(subject) in wordset("deeds", "arms")


def _thing(verb: Token, deed: Deed) -> Token | None:
    """What the deed is done to, where it is one of the deed's things."""
    if deed.moves:
        subject = doer(verb)
        still = subject is None or children(verb, "dobj") or is_passive(verb)
        leaves = any(
            p.lower_ == "from" and any(_is_place(o) for o in children(p, "pobj")) for p in children(verb, "prep")
        )
        forces = subject is not None and (_is_of(subject, deed.things) or (leaves and subject.pos_ == "PROPN"))
        return subject if forces and not still else None
    found = [t for t in _things(verb, deed.beside) if _is_of(t, deed.things) or (deed.struck and _is_place(t))]
    return next(iter(found), None)


def _is_place(thing: Token) -> bool:
    return thing.pos_ == "PROPN" and thing.ent_type_ in ("GPE", "LOC", "FAC")


def _things(verb: Token, beside: str) -> Iterator[Token]:
    """What a verb is done to, with the particle or preposition that it needs."""
    links = beside.split()
    after = [*verb.children, *(c for away in children(verb, "advmod", "prt") for c in away.children)]  # "away from"
    held = [c for c in after if links and c.lower_ == links[-1] and c.dep_ in ("prep", "prt", "advmod")]
    if links and not held:
        return
    if is_passive(verb):
        yield from _meant(verb, children(verb, "nsubjpass") or children(verb.head, "nsubjpass"))
        return
    if verb.dep_ == "acl" and agent_of(verb) is not None:
        yield verb.head
        return
    inner = [o for c in held if c.dep_ == "prep" for o in children(c, "pobj")]
    yield from _meant(verb, [*inner, *children(verb, "dobj")])


def _meant(verb: Token, things: list[Token]) -> Iterator[Token]:
    """The things; for "which" and "that" the noun before the clause, for "it" the object before."""
    for thing in things:
        if thing.lower_ == "it" and verb.dep_ == "conj":
            yield from children(verb.head, "dobj")
        yield verb.head if verb.dep_ == "relcl" and thing.lower_ in ("that", "which") else thing


def _is_of(thing: Token, things: frozenset[str]) -> bool:
    """True for one of the things, also behind a number or part: "40 of the prisoners", "a third of its forces"."""
    if thing.lemma_.lower() in things:
        return True
    swapped = (t.lemma_.lower() in wordset("deeds", "swaps") for t in thing.sent)
    if thing.tag_ == "CD" and "prisoner" in things and any(swapped):  # "A frees 31, B hands over two in swap"
        return True
    some = thing.pos_ in ("NUM", "DET", "PRON", "ADJ") or thing.lemma_.lower() in wordset("deeds", "parts")
    parts = (o for p in children(thing, "prep") if some and p.lower_ == "of" for o in children(p, "pobj"))
    return any(o.lemma_.lower() in things for o in parts)


def _breach(actors: Actors, sentence: Sentence, noun: Token, *, own: tuple[Key, ...]) -> FoundAct | None:
    """ "X's violations of the truce", "a breach of the accord by X"."""
    if noun.lemma_.lower() not in wordset("deeds", "breaches"):
        return None
    of = [o for p in children(noun, "prep") if p.lower_ == "of" for o in children(p, "pobj")]
    broken = [*of, *children(noun, "compound")]
    if not any(o.lemma_.lower() in wordset("deeds", "agreed") for o in broken):
        return None
    by = next((o for p in children(noun, "prep", "agent") if p.lower_ == "by" for o in children(p, "pobj")), None)
    who = child(noun, "poss") or by or next((c for c in children(noun, "amod", "nmod") if c.text[0].isupper()), None)
    agents = acting_sides(actors, sentence, who, own=own) if who is not None else ()
    if not agents:
        return None
    return _found(sentence, noun, noun, agents, extent(noun.subtree), "takeStep")


def _against(actors: Actors, sentence: Sentence, noun: Token, *, own: tuple[Key, ...]) -> FoundAct | None:
    """ "X did so, in violation of the accord", "in breach of what it had signed"."""
    if noun.lemma_.lower() not in wordset("deeds", "breaches") or noun.dep_ != "pobj" or noun.head.lower_ != "in":
        return None
    verb = noun.head.head
    if verb.pos_ != "VERB" or not is_past(verb, sentence):
        return None
    of = [o for p in children(noun, "prep") if p.lower_ == "of" for o in children(p, "pobj", "pcomp")]
    agreed = wordset("deeds", "agreed")
    if not any(o.lemma_.lower() in agreed or o.lemma_.lower() in wordset("events", "binding") for o in of):
        return None
    agents = acting_sides(actors, sentence, agent_of(verb) if passive(verb) else subject_of(verb), own=own)
    return _found(sentence, verb, noun, agents, extent(clause(verb)), "takeStep", agreed=True) if agents else None


def _undone(actors: Actors, sentence: Sentence, verb: Token, *, own: tuple[Key, ...]) -> FoundAct | None:
    """ "X failed to withdraw its troops", "X failed to turn up": what was due and has not been done."""
    due = child(verb, "xcomp")
    if due is None:
        return None
    words = " ".join([due.lemma_.lower(), *(c.lower_ for c in children(due, "prt")[:1])])
    deeds = (d for d in _deeds().get(due.lemma_.lower(), ()) if d.act == "carryOut")
    thing = next((t for d in deeds if (t := _thing(due, d)) is not None), None)
    if thing is None and words not in wordset("deeds", "attending"):
        return None
    agents = acting_sides(actors, sentence, doer(verb), own=own)
    others = other_sides(actors, sentence, agents, (sentence.start, sentence.end))
    span = extent(clause(governing(verb)))
    return _found(sentence, verb, thing or due, agents, span, "takeStep", agreed=bool(others)) if agents else None


def _walked_out(actors: Actors, sentence: Sentence, verb: Token, *, own: tuple[Key, ...]) -> FoundAct | None:
    """ "The talks ended with X walking out"."""
    words = " ".join([verb.lemma_.lower(), *(c.lower_ for c in children(verb, "prt")[:1])])
    if words not in wordset("deeds", "leaving"):
        return None
    agents = acting_sides(actors, sentence, subject_of(verb), own=own)
    span = extent(clause(governing(verb)))
    return _found(sentence, verb, verb, agents, span, "takeStep", agreed=True) if agents else None


def _found(
    sentence: Sentence,
    head: Token,
    thing: Token,
    agents: tuple[Key, ...],
    span: tuple[int, int],
    act: ActType,
    *,
    agreed: bool = False,
) -> FoundAct:
    content = thing if act == "carryOut" and head is not thing else head
    words = own_words(content) if content.pos_ in ("NOUN", "PROPN") else clause(content)
    return FoundAct(
        type=act,
        agents=agents,
        addressees=(),
        span=span,
        content=extent(words),
        root=content,
        head=head,
        sentence=sentence,
        rule="act-deed",
        of_agreement=agreed or any(t.lemma_.lower() in wordset("deeds", "agreed") for t in thing.subtree),
    )
