"""Whose an event is of which no words say it, in an article on one negotiation: of those whose talks it tells of first.

Nobody is told to have been there: the sides are lent to the event, and no one takes part in it by that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from typing import Final

from ....graph.records import Key
from ..cast.actors import Actors
from ..lexicons.word_lists import wordset
from .details import FoundEvent
from .inferring import are_named, may_be_theirs
from .numbers import ordinals
from .series import of_nobody_told, other_talks

_LENT: Final = frozenset({"round", "talks", "meeting", "call", "exchange", "agreement", "ceasefire", "signing"})
"""Kinds that are between sides."""
_SITTINGS: Final = frozenset({"round", "talks", "meeting", "summit"})
_TALKS: Final = _SITTINGS | {"agreement", "exchange"}
"""Kinds by which an article tells who negotiates."""
_OF_MANY: Final = frozenset({"international", "regional", "annual", "general"})
"""Words for what is held anyway, whoever negotiates."""
_OF_A_BODY: Final = re.compile(r" of (?:the|its|their|an?) (?!(?:two|three|four|both|parties|sides|delegations)\b)")
"""Behind "a meeting": whose it is, by words for somebody whom nothing tells."""


def lend_leading(actors: Actors, events: Sequence[FoundEvent]) -> None:
    """Lends the leading sides to each event that tells of nobody; to none where others' talks are told of too."""
    sides = _leading(actors, events)
    if len(sides) < 2 or any(_is_of_others(event, {*sides, *actors.told_pair}) for event in events):
        return
    others = {**of_nobody_told(events, sides), **other_talks(actors, events, sides)}
    last = set(sides)
    for event in sorted(events, key=lambda one: one.mentions[0].span.start):
        if len(event.parties) > 1:
            last = set(event.parties)
        elif last <= set(sides) and event.key not in others and _may_be_lent(actors, event, sides):
            if any(_may_be_one(event, other) for other in events):
                continue
            event.parties, event.inferred, event.lent = sides, True, True


def _leading(actors: Actors, events: Sequence[FoundEvent]) -> tuple[Key, ...]:
    """The sides of the first talks that are told to be between states or bodies; else the two the article is about."""
    for event in events:
        known = all(key.startswith(("state/", "organization/")) for key in event.parties)
        told = known and len(event.parties) > 1 and not (event.wished or event.earlier or event.cancelled)
        if event.kind in _TALKS and told and set(actors.told_pair) <= {*event.parties, *_states(actors, event)}:
            return event.parties
    known_by_name = any(not key.startswith("unnamed/") for key in actors.told_pair)  # not "lenders" and "creditors"
    return actors.told_pair if known_by_name and are_named(actors, actors.told_pair) else ()


def _states(actors: Actors, event: FoundEvent) -> Iterator[Key]:
    """The states whose armies are sides of an event: "a truce between A's army and B"."""
    for key in event.parties:
        entry = actors.gazetteer.entry(key)
        if entry is not None and key in wordset("actors", "armies_of_states"):
            yield Key(f"state/{entry.state}")


def _is_of_others(event: FoundEvent, sides: Set[Key]) -> bool:
    """True for talks of two of whom one at least is none of the sides."""
    return event.kind in _SITTINGS and len(event.parties) > 1 and not set(event.parties) <= sides


def _may_be_lent(actors: Actors, event: FoundEvent, sides: tuple[Key, ...]) -> bool:
    return _is_untold(event) and may_be_theirs(actors, event, sides) and not _is_of_a_body(actors, event)


def _may_be_one(event: FoundEvent, other: FoundEvent) -> bool:
    """True for "we had good talks today" beside the talks of the sides, of which no other day is told."""
    sitting = event.kind in _SITTINGS and other.kind in _SITTINGS and len(other.parties) > 1 and not other.lent
    held = not (event.planned or event.cancelled or other.planned or other.cancelled)
    apart = event.ordinal or event.which or (event.place and other.place)
    return sitting and held and not apart and other.when is None


def _is_of_a_body(actors: Actors, event: FoundEvent) -> bool:
    """True for "the annual meeting of the fund"."""
    spans = (mention.span for mention in event.mentions)
    return event.kind in _SITTINGS and any(_OF_A_BODY.match(actors.article.text, span.end) for span in spans)


def _is_untold(event: FoundEvent) -> bool:
    """True where no words tell who was there, none that somebody was whom nobody knows, and nothing sets it apart."""
    if not (event.when or event.ordinal or event.which == "next" or (event.place and event.kind == "agreement")):
        return False  # of a bare "talks in X" others may be meant
    if event.kind not in _LENT or event.parties or event.attendees or event.unresolved or event.named:
        return False
    if event.wished or not event.core or set(event.core.lower().split()) & _OF_MANY:
        return False  # of "ministers will meet" and of "the annual meeting" others may be meant
    if len({part.agent for part in event.others if part.capacity == "host"}) > 1:
        return False  # "A and B host a second round"
    return event.kind != "meeting" or event.definite or event.core.split()[0].lower() in ordinals()
