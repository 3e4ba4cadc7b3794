"""What was done of what was agreed, or against it: "returned 40 prisoners", "kept the truce", "violated the accord".

Deeds lie behind whoever tells of them: what somebody will, may or must do is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ....graph.records import ActType, Key
from ..cast.actors import Actors
from ..language.annotation import Sentence, extent
from ..language.parse import Token
from ..language.syntax import agent_of, child, children, clause, finite, modal, own_words, passive, subject_of
from ..lexicons.word_lists import lexicon, wordset
from .acting import acting_sides, doer, negotiates
from .frames import FoundAct
from .relevance import other_sides

_GROUPS: dict[str, ActType] = {
    "carried_out": "carryOut",
    "kept": "carryOut",
    "broken": "takeStep",
    "held_up": "takeStep",
}


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb with what it needs beside it, what it is done to, and which act it then is."""

    act: ActType
    beside: str
    things: frozenset[str]


@cache
def _deeds() -> dict[str, list[Deed]]:
    """The deeds of each verb's base form."""
    index: dict[str, list[Deed]] = {}
    for group, act in _GROUPS.items():
        for line in lexicon("deeds")[group]:
            for words in line["verbs"]:
                verb, _, beside = words.partition(" ")
                index.setdefault(verb, []).append(Deed(act, beside, frozenset(line["things"])))
    return index


def deed_act(actors: Actors, sentence: Sentence, token: Token, *, own: tuple[Key, ...]) -> FoundAct | None:
    """The deed that a verb tells of, or a noun ("X's violations of the truce"); ``own`` is whoever says it."""
    if token.pos_ == "NOUN":
        return _breach(actors, sentence, token, own=own) or _against(actors, sentence, token, own=own)
    if not _is_past(token, sentence):
        return None
    if token.lemma_ == "fail":
        return _undone(actors, sentence, token, own=own)
    for deed in _deeds().get(token.lemma_.lower(), ()):
        thing = _thing(token, deed)
        if thing is None:
            continue
        by = token.dep_ == "acl"
        subject = agent_of(token) if by or _is_passive(token) else doer(token)
        nobody = subject is not None and any(t.lower_ in ("neither", "nor", "none") for t in subject.subtree)
        agents = () if nobody else acting_sides(actors, sentence, subject, own=own)
        if subject is None and _is_own(actors, token, own):
            agents = own
        if agents:
            beside = own_words(thing) if token.dep_ == "relcl" and thing is token.head else []
            words = thing.subtree if by else [*beside, *clause(token)]
            others = other_sides(actors, sentence, agents, (sentence.start, sentence.end))
            return _found(sentence, token, thing, agents, extent(words), deed.act, agreed=bool(others))
    return _walked_out(actors, sentence, token, own=own)


def _is_past(verb: Token, sentence: Sentence) -> bool:
    """True for "returned", "has returned", "did return", "having returned"; not for "will return", "to return".

    A headline tells what has been done as if it were now ("A frees 31"), and thanks are given for what is done.
    """
    if modal(verb):
        return False
    having = any(c.dep_ == "aux" and c.lower_ in ("having", "have", "has", "had") for c in verb.children)
    if verb.tag_ == "VBD":
        return True
    if verb.tag_ == "VBN":
        told = any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)
        return told or finite(verb) or having or verb.dep_ in ("acl", "conj")
    did = any(c.dep_ == "aux" and c.lower_ == "did" for c in verb.children)
    told_now = verb.tag_ in ("VBZ", "VBP") and sentence.segment.kind == "headline"
    ended = verb.tag_ == "VBG" and verb.dep_ == "pcomp" and child(verb, "nsubj") is not None
    return did or told_now or ended or _thanked(verb) is not None


def _is_passive(verb: Token) -> bool:
    """True also for the second of two: "was reached and then thrown out by X"."""
    return passive(verb) or (verb.dep_ == "conj" and verb.tag_ == "VBN" and agent_of(verb) is not None)


def _is_own(actors: Actors, verb: Token, own: tuple[Key, ...]) -> bool:
    """True for what a side tells of itself: "The A side said that 40 tanks had been withdrawn"."""
    if not passive(verb) or verb.dep_ != "ccomp" or len(own) != 1 or not negotiates(actors, own):
        return False
    given = any(t.lemma_.lower() == "gesture" for t in verb.subtree)
    return given or verb.lemma_ in wordset("deeds", "of_ones_own")


def _thanked(verb: Token) -> Token | None:
    """Whom thanks or praise are given for what a gerund tells."""
    above = verb.head.head
    if verb.tag_ != "VBG" or verb.dep_ != "pcomp" or verb.head.lower_ != "for":
        return None
    return child(above, "dobj") if above.lemma_ in wordset("teams", "thank") else None


def _thing(verb: Token, deed: Deed) -> Token | None:
    """What the deed is done to, where it is one of the deed's things."""
    return next((t for t in _things(verb, deed.beside) if _is_of(t, deed.things)), None)


def _things(verb: Token, beside: str) -> Iterator[Token]:
    """What a verb is done to, with the particle or preposition that it needs."""
    if _is_passive(verb):
        yield from _meant(verb, children(verb, "nsubjpass") or children(verb.head, "nsubjpass"))
        return
    if verb.dep_ == "acl" and agent_of(verb) is not None:
        yield verb.head
        return
    links = beside.split()
    held = [c for c in verb.children if links and c.lower_ == links[-1] and c.dep_ in ("prep", "prt", "advmod")]
    if links and not held:
        return
    inner = [o for c in held if c.dep_ == "prep" for o in children(c, "pobj")]
    yield from _meant(verb, [*inner, *children(verb, "dobj")])


def _meant(verb: Token, things: list[Token]) -> Iterator[Token]:
    """The things, and for "which" and "that" the noun before the clause."""
    for thing in things:
        yield verb.head if verb.dep_ == "relcl" and thing.lower_ in ("that", "which") else thing


def _is_of(thing: Token, things: frozenset[str]) -> bool:
    """True for one of the things, also behind a number or part: "40 of the prisoners", "a third of its forces"."""
    if thing.lemma_.lower() in things:
        return True
    swapped = (t.lemma_.lower() in wordset("deeds", "swaps") for t in thing.sent)
    if thing.tag_ == "CD" and "prisoner" in things and any(swapped):  # "A frees 31, B hands over two in swap"
        return True
    parts = (o for p in children(thing, "prep") if p.lower_ == "of" for o in children(p, "pobj"))
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
    if verb.pos_ != "VERB" or not _is_past(verb, sentence):
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
    agents = acting_sides(actors, sentence, subject_of(verb), own=own)
    return _found(sentence, verb, thing or due, agents, extent(clause(verb)), "takeStep") if agents else None


def _walked_out(actors: Actors, sentence: Sentence, verb: Token, *, own: tuple[Key, ...]) -> FoundAct | None:
    """ "The talks ended with X walking out"."""
    words = " ".join([verb.lemma_.lower(), *(c.lower_ for c in children(verb, "prt")[:1])])
    if words not in wordset("deeds", "leaving"):
        return None
    agents = acting_sides(actors, sentence, subject_of(verb), own=own)
    return _found(sentence, verb, verb, agents, extent(clause(verb)), "takeStep", agreed=True) if agents else None


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
