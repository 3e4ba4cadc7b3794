"""Whom an act is meant for when its words do not say so: whom its content is about, or else the other side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ....graph.records import ActType, Key
from ..cast.actors import Actors
from ..language.annotation import end_of, start_of
from ..language.syntax import child, thing_of
from .frames import FoundAct

_TOWARDS_ANOTHER: Final[frozenset[ActType]] = frozenset(
    {
        "propose",
        "offer",
        "demand",
        "request",
        "reject",
        "agreeToConsider",
        "commit",
        "setCondition",
        "expect",
        "withdraw",
    }
)
"""Acts that somebody is meant to hear; who agrees does so with whoever agrees too."""


def implied_addressees(actors: Actors, act: FoundAct) -> tuple[Key, ...]:
    """The side that an act without an addressee is meant for; () when nothing tells.

    A demand is meant for whoever is to do what it asks. Otherwise it is the other of the two sides that the article is
    about, or the only other side that the words of the act name.
    """
    if act.addressees or act.type not in _TOWARDS_ANOTHER or act.standing == "denied":
        return ()
    answered = _asked(actors, act) or _owner(actors, act)
    if answered:
        return answered
    own = set(act.agents)
    if len(own) > 1:
        return ()  # what several do together is meant for themselves
    if len(actors.pair) == 2 and len(own & set(actors.pair)) == 1:
        return tuple(side for side in actors.pair if side not in own)
    if len(actors.pair) == 2 and not own & set(actors.pair) and act.type in ("propose", "offer", "demand", "request"):
        return actors.pair  # a mediator speaks to both
    named = tuple(dict.fromkeys(key for key in _sides_within(actors, act) if key not in own))
    return named if len(named) == 1 else ()


def _asked(actors: Actors, act: FoundAct) -> tuple[Key, ...]:
    """Whoever is to do what is asked for: the subject of the content."""
    if act.type not in ("demand", "request", "propose", "expect", "setCondition"):
        return ()
    subject = child(act.root, "nsubj", "nsubjpass") if act.root.i != act.head.i else None
    sides = actors.parties(actors.resolve(subject, act.sentence))
    others = tuple(side for side in sides if side not in act.agents)
    return others if len(others) == 1 == len(sides) else ()


def _owner(actors: Actors, act: FoundAct) -> tuple[Key, ...]:
    """Whose thing is taken up or turned down: "A's draft", "a B proposal"."""
    if act.type not in ("agreeToConsider", "reject"):
        return ()
    noun = act.root if act.root.pos_ in ("NOUN", "PROPN") else thing_of(act.root)
    named = actors.modifiers(noun) if noun is not None else []
    others = (key for mention in named for key in actors.parties([actors.known(mention)]) if key not in act.agents)
    return tuple(dict.fromkeys(others))[:1]


def _sides_within(actors: Actors, act: FoundAct) -> Iterator[Key]:
    for token in act.sentence.span:
        start, end = start_of(token), end_of(token)
        if act.span[0] <= start and end <= act.span[1]:
            mention = actors.mention_at(start, end)
            if (
                mention is not None
                and mention.form != "capital"
                and (mention.entry.kind == "state" or mention.entry.party)
            ):
                yield actors.party_of(actors.known(mention))
