"""Whose side acts: the party of a subject, or of whoever speaks of "our side", "his government", "the delegation"."""

from __future__ import annotations

from typing import Final

from ....graph.records import Key
from ..cast.actors import Actors
from ..cast.attribution import Attribution
from ..language.annotation import Sentence, end_of, start_of
from ..language.parse import Token
from ..language.syntax import base
from ..lexicons.word_lists import wordset

_NEGOTIATING: Final = frozenset(
    {"international-organization", "agency", "armed-movement", "de-facto-authority", "un_members", "un_observers"}
    | {"other_states"}
)
"""Kinds of known actors that promise and demand by themselves."""


def speaking_side(actors: Actors, attribution: Attribution, token: Token) -> tuple[Key, ...]:
    """The sides of whoever says these words; () in the article's own voice."""
    holder = attribution.at(start_of(token), end_of(token))
    return actors.parties(holder.speakers) if holder is not None else ()


def acting_sides(actors: Actors, sentence: Sentence, subject: Token | None, *, own: tuple[Key, ...]) -> tuple[Key, ...]:
    """The sides that a subject stands for; ``own`` when it is a body of the speaker's side: "the government"."""
    if subject is not None and base(subject) in wordset("actors", "no_parties"):
        return ()
    sides = actors.parties(actors.resolve(subject, sentence))
    return sides or (own if subject is not None and _is_own(subject) and negotiates(actors, own) else ())


def negotiates(actors: Actors, sides: tuple[Key, ...]) -> bool:
    """True for a state, or an organisation that negotiates."""
    for side in sides:
        entry = actors.gazetteer.entry(side)
        if side in actors.pair or (entry is not None and (entry.party or entry.category in _NEGOTIATING)):
            return True
    return False


def _is_own(noun: Token) -> bool:
    if base(noun) not in wordset("actors", "own_bodies"):
        return False
    words = {c.lower_ for c in noun.children}
    return bool(words & {"the", "its", "his", "her", "their", "our", "my"})
