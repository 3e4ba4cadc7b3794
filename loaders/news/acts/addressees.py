"""Whom an act is meant for when its words do not say so: whom its content is about, or else the other side."""

from __future__ import annotations

from typing import Final

from ....graph.records import ActType, Key
from ..cast.actors import Actors
from ..language.syntax import child, subject_of, thing_of
from ..lexicons.word_lists import wordset
from .acting import acting_sides
from .frames import FoundAct, verb_frames

_TOWARDS_ANOTHER: Final[frozenset[ActType]] = frozenset(
    {
        "propose",
        "offer",
        "demand",
        "request",
        "reject",
        "agreeToConsider",
    }
)
"""Acts that need somebody whom they are meant for."""


def told_to(actors: Actors, act: FoundAct) -> tuple[Key, ...]:
    """Whom a side tells what it offers or will do: "has told the mediators that it will provide aircraft"."""
    verb = act.head
    while verb.dep_ in ("acomp", "ccomp", "conj") and verb.head is not verb:
        verb = verb.head
        if verb.lemma_.lower() in wordset("acts", "telling"):
            break
    noun = child(verb, "dobj", "dative") if verb.lemma_.lower() in wordset("acts", "telling") else None
    if noun is None or act.addressees or act.type not in ("offer", "commit", "threaten") or noun.i > act.head.i:
        return ()
    sides = acting_sides(actors, act.sentence, noun, own=())
    teller = actors.parties(actors.resolve(subject_of(verb), act.sentence))
    return sides if set(teller) & set(act.agents) and not set(sides) & set(act.agents) else ()


def implied_addressees(actors: Actors, act: FoundAct) -> tuple[Key, ...]:
    """The side that an act without an addressee is meant for; () when nothing tells.

    A demand is meant for whoever is to do what it asks, an answer for whose thing it takes up. Otherwise it is the
    other of the two sides that the article is about, where these two alone are in question.
    """
    if act.addressees or act.type not in _TOWARDS_ANOTHER or act.standing == "denied":
        return ()
    answered = _asked(actors, act) or _owner(actors, act) or answering(actors, act)
    if answered:
        return answered
    own = set(act.agents)
    if act.head.lemma_ in ("recommend", "advise"):
        return ()  # to one's own parliament, as often as not
    if act.addressed:
        return ()  # somebody is named, though not one who is known
    if len(own) > 1 or not actors.alone:
        return ()  # what several do together is meant for themselves; among many nobody is implied
    if len(own & set(actors.pair)) == 1:
        return tuple(side for side in actors.pair if side not in own)
    return ()


def _asked(actors: Actors, act: FoundAct) -> tuple[Key, ...]:
    """Whoever is to do what is asked for: the subject of the content."""
    if act.type not in ("demand", "request", "propose", "expect", "setCondition"):
        return ()
    subject = child(act.root, "nsubj") if act.root.i != act.head.i else None
    if subject is None or act.head.lemma_ == "recommend":
        return ()
    sides = actors.parties(actors.resolve(subject, act.sentence))
    others = tuple(side for side in sides if side not in act.agents)
    does = len(others) == 1 == len(sides)
    outsider = does and act.type == "propose" and not (others[0] in actors.pair or others[0].startswith("state/"))
    return others if does and not outsider else ()  # "proposed that the Red Cross check the names" is put to others


def answering(actors: Actors, act: FoundAct) -> tuple[Key, ...]:
    """Who accepts or turns down what was put to him: "A rejected a B request to join"."""
    verb = act.head.head
    answers = any(frame.act in ("reject", "agree", "agreeToConsider") for frame in verb_frames().get(verb.lemma_, ()))
    if act.rule != "act-noun" or act.head.dep_ != "dobj" or not answers:
        return ()
    sides = actors.parties(actors.resolve(subject_of(verb), act.sentence))
    return tuple(side for side in sides if side not in act.agents)


def _owner(actors: Actors, act: FoundAct) -> tuple[Key, ...]:
    """Whose thing is taken up or turned down: "A's draft", "a B proposal"."""
    if act.type not in ("agreeToConsider", "reject"):
        return ()
    noun = act.root if act.root.pos_ in ("NOUN", "PROPN") else thing_of(act.root)
    named = actors.modifiers(noun) if noun is not None else []
    others = (key for mention in named for key in actors.parties([actors.known(mention)]) if key not in act.agents)
    return tuple(dict.fromkeys(others))[:1]
