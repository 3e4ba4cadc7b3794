"""Which events are told well enough to stand in a graph: "the discussions" alone says of nothing that it was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ....graph.records import Key
from ..cast.actors import Actors
from ..cast.attribution import Attribution
from ..cast.parties import serves_there
from ..lexicons.word_lists import wordset
from .details import FoundEvent
from .one_event import is_of_headline
from .sides import has_mediators

_SITTINGS: Final = frozenset({"round", "talks", "meeting", "call"})
"""Kinds that are of a negotiation only between sides."""
_GATHERINGS: Final = frozenset({"summit", "conference", "congress"})
"""Kinds that say by their name who meets."""
_OFTEN: Final = 3
"""Times by which somebody without a post is one of those whom the text is about."""


def told_enough(actors: Actors, attribution: Attribution, events: Sequence[FoundEvent]) -> list[FoundEvent]:
    """The events whose sides, or whose day or place, are told; a trip needs somebody who makes it.

    Of a bare day or place only talks are known, in an article that tells who has them; of talks with mediators, these.
    """
    met = (e for e in events if e.kind in _SITTINGS | _GATHERINGS)
    of_talks = any(e.ordinal or (e.when and e.place) or _between(actors, e) for e in met)
    kept = [e for e in events if _is_told(actors, attribution, e, of_talks=of_talks)]
    if not any(e.kind in _SITTINGS for e in kept) and has_mediators(actors):
        mediated = next((e for e in events if e.kind == "talks" and not _is_of_speech(attribution, e)), None)
        kept = [e for e in events if e is mediated or any(e is one for one in kept)]
    kept = [e for e in kept if not _is_said_of_another(e, kept)]
    bare = [e for e in kept if _is_bare_place(e)]
    left = [e for e in bare if (not e.planned and _is_of_unknown(actors, e)) or _is_told_better(e, kept)]
    return [e for e in kept if not any(e is one for one in left)]


def _is_of_unknown(actors: Actors, event: FoundEvent) -> bool:
    """True where words beside it tell who met and nobody is known by them: "both delegations", "the rebels"."""
    groups = wordset("actors", "envoys") | wordset("actors", "attendees") | wordset("actors", "unnamed_sides")
    groups |= wordset("actors", "descriptions", "movements") | {"side", "government", "rebel"}
    sentences = [s for m in event.mentions if (s := actors.article.sentence_at(m.span.start)) is not None]
    return any(t.lemma_.lower() in groups for s in sentences for t in s.span)


def _is_bare_place(event: FoundEvent) -> bool:
    """True for "the Harbourtown talks", of which nothing but the place is told."""
    came = event.attendees or event.parties or any(p.capacity not in ("mediator", "host") for p in event.others)
    told = event.ordinal or event.when or came or event.which == "next"
    return event.kind in ("talks", "meeting", "round") and event.place is not None and not told


def _is_said_of_another(event: FoundEvent, others: Sequence[FoundEvent]) -> bool:
    """True for "constructive conversations" beside talks of the same sides of which day or place are told."""
    told = event.ordinal or event.when or event.place or event.which or event.planned or event.named or event.cancelled
    people = any(key.startswith("person/") for key in event.attendees)  # "A met B"
    if told or people or event.definite or len(event.parties) < 2 or event.kind not in ("talks", "meeting"):
        return False
    others = [e for e in others if e is not event and not all(m.denied for m in e.mentions)]
    same = (e for e in others if set(e.parties) == set(event.parties) and not e.planned)
    return any(e.kind in ("talks", "meeting", "round") and (e.when or e.place) and not e.earlier for e in same)


def _is_told_better(event: FoundEvent, others: Sequence[FoundEvent]) -> bool:
    """True when another event at its place may be the same, which is told more of or was told first."""
    place, first = event.place, True
    for other in others:
        if other is event:
            first = False
        elif other.place is not None and place is not None and other.place[0] == place[0]:
            fits = other.kind in _SITTINGS and not other.cancelled
            if fits and (first or not _is_bare_place(other)):
                return True
    return False


def _is_told(actors: Actors, attribution: Attribution, event: FoundEvent, *, of_talks: bool) -> bool:
    if event.kind == "visit":
        return bool(event.attendees)
    if event.kind in _GATHERINGS:
        headed = event.headed and len(event.mentions) == 1
        named = event.named and not headed and not _is_of_speech(attribution, event)
        return bool(event.when or event.place or len(event.parties) > 1 or event.which == "next" or named)
    if (
        event.planned
        and not (event.ordinal or event.definite or event.parties or event.attendees or event.which)
        and _is_of_speech(attribution, event)
    ):
        return False  # "I would expect another round in the autumn"
    if is_of_headline(event) and event.kind in _SITTINGS and not (event.ordinal or event.when or event.place):
        return False  # of "A blocks opening of talks with B" the text has to tell
    if event.kind not in _SITTINGS or event.ordinal or event.inferred or _between(actors, event):
        return True
    if event.when and event.place:
        return True
    if not all(key.startswith(("unnamed/", "organization/")) for key in event.attendees):
        return False
    dated = event.when is not None and any(char.isdigit() or char.isupper() for char in event.when.printed)
    to_come = event.planned and bool(event.when or event.place or event.which == "next")
    if event.kind == "meeting" and not (event.attendees or event.place or event.which == "next"):
        return False  # "Tuesday's meeting" may be anybody's
    of_article = not _is_of_speech(attribution, event) and (dated or bool(event.place))
    return of_article or (of_talks and (dated or to_come))


def _is_of_speech(attribution: Attribution, event: FoundEvent) -> bool:
    """True for what only those quoted speak of."""
    return all(attribution.is_spoken(mention.span.start, mention.span.end) for mention in event.mentions)


def _between(actors: Actors, event: FoundEvent) -> bool:
    """True for what is told to be between two sides or more, or to have somebody between them."""
    alone = event.kind == "meeting" and not event.attendees  # "a meeting chaired by A" may be that of A's own people
    if not alone and any(part.capacity in ("mediator", "host") for part in event.others):
        return True
    met = {*event.attendees, *event.parties, *(part.agent for part in event.others)}
    posts = any(_has_post(actors, key) for key in met if key.startswith("person/"))
    stand = (k for k in met if _stands_for_side(actors, k, posts=posts) and not serves_there(actors, k, met))
    sides = {actors.party_of(key) for key in stand}
    return len(sides) > 1 or (event.linked == "between" and len(event.sides) > 1)


def _has_post(actors: Actors, person: Key) -> bool:
    return actors.party_of(person) != person or actors.is_official(person)


def _stands_for_side(actors: Actors, key: Key, *, posts: bool) -> bool:
    """True for states and bodies, and for whoever acts for one; not for "members", nor for somebody in private.

    Where ``posts`` are told, somebody without one is in private, unless the text comes back to him.
    """
    if key.startswith("person/"):
        return not posts or _has_post(actors, key) or actors.names.values.count(key) >= _OFTEN
    return not actors.party_of(key).startswith("unnamed/")
