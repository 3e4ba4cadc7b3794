"""Whose an event is of which no words say it, in an article on one negotiation: of those whose talks it tells of first.

Nobody is told to have been there: the sides are lent to the event, and no one takes part in it by that.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ....graph.records import Key
from ..cast.actors import Actors
from .details import FoundEvent
from .inferring import may_be_theirs

_LENT: Final = frozenset({"round", "talks", "meeting", "call", "exchange", "agreement", "ceasefire", "signing"})
"""Kinds that are between sides."""
_SITTINGS: Final = frozenset({"round", "talks", "meeting", "summit", "agreement", "exchange"})
"""Kinds by which an article tells who negotiates."""


def lend_leading(actors: Actors, events: Sequence[FoundEvent]) -> None:
    """Lends the leading sides to each event that tells of nobody, as far as no others were told of just before it."""
    sides = _leading(actors, events)
    last = set(sides)
    for event in sorted(events, key=lambda one: one.mentions[0].span.start) if len(sides) > 1 else ():
        if len(event.parties) > 1:
            last = set(event.parties)
        elif last <= set(sides) and _is_untold(event) and may_be_theirs(actors, event, sides):
            event.parties, event.inferred, event.lent = sides, True, True


def _leading(actors: Actors, events: Sequence[FoundEvent]) -> tuple[Key, ...]:
    """The sides of the first talks that are told to be between states or bodies; else the two the article is about."""
    for event in events:
        known = all(key.startswith(("state/", "organization/")) for key in event.parties)
        told = known and len(event.parties) > 1 and not (event.wished or event.earlier or event.cancelled)
        if event.kind in _SITTINGS and told and set(actors.told_pair) <= set(event.parties):
            return event.parties
    return actors.told_pair


def _is_untold(event: FoundEvent) -> bool:
    """True where no words tell who was there, and none that somebody was whom nobody knows."""
    return event.kind in _LENT and not (event.parties or event.attendees or event.unresolved or event.named)
