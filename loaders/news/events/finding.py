"""Rounds, meetings, calls, summits ...: what the whole article says of each, gathered from all its mentions.

A mention with an ordinal, a date, a place or parties founds an event; "the talks" means the last one that fits.
Meetings that are only talked of in general ("any meetings") are no events.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache

from ....graph.records import Key
from ..cast.actors import Actors
from ..cast.members import slug
from ..cast.parties import is_bystander
from ..language.syntax import finite
from ..lexicons.word_lists import lexicon, wordset
from ..values.dates import are_one
from .details import FoundEvent, Part
from .mentions import is_counted, read_mentions
from .participants import agreed_together, all_agreed, has_mediators, two_sided
from .places import add_dateline_place

_TALKS = frozenset({"round", "talks", "meeting", "summit", "conference"})
_LASTING = re.compile(r"(?:[\w-]+ )?(?:hours?|days?|nights?|weeks?) of (?P<noun>[a-z]+)")


def find_events(actors: Actors, published: date | None) -> list[FoundEvent]:
    """The events of the article, in order of first mention."""
    events: list[FoundEvent] = []
    bare: list[FoundEvent] = []
    for sentence in actors.article.sentences:
        header = sentence.segment.kind == "list-header" and not finite(sentence.span.root)
        if sentence.segment.kind != "roster" and not header:
            for mention in read_mentions(actors, sentence, published):
                _merge(events, mention)
                bare += [mention] if mention.kind == "talks" and not (mention.planned or mention.wished) else []
    if bare and bare[0] not in events and not any(e.kind in _TALKS for e in events) and has_mediators(actors):
        events.append(bare[0])  # somebody stands between the sides of talks that nothing else is told of
    for event in events:
        named = {actors.party_of(k) for k in event.attendees if not k.startswith("state/")}
        event.attendees = tuple(k for k in event.attendees if not (k.startswith("state/") and k in named))
        _drop_doubles(actors, event)
        add_dateline_place(actors, event, published)
        _set_mediators(actors, event)
        _set_parties(actors, event)
        event.label = _named_by_place(event)
    _infer_parties(actors, events)
    return events


def _named_by_place(event: FoundEvent) -> str:
    """A label that tells which event it is: "talks in X" for "talks" and for "nine hours of talks"."""
    whole = None if is_counted(event.label, days=True) else _LASTING.fullmatch(event.label)
    noun = whole["noun"] if whole else event.label
    return f"{noun} in {event.place[0]}" if event.place and " " not in noun else event.label


def _drop_doubles(actors: Actors, event: FoundEvent) -> None:
    """Takes out "the minister of A" beside the name of somebody of A."""
    sides = {actors.party_of(k) for k in event.attendees if k.startswith("person/")}
    event.attendees = tuple(
        k for k in event.attendees if not (k.startswith("unnamed/") and actors.party_of(k) in sides)
    )


def _set_mediators(actors: Actors, event: FoundEvent) -> None:
    """The envoy of an international body who meets two sides that are none of it is no party but stands between."""
    between = [
        k for k in event.attendees if k.startswith("person/") and is_bystander(actors, actors.pair, actors.party_of(k))
    ]
    if len(set(actors.parties(k for k in event.attendees if k not in between))) < 2:
        return
    detail = next(((d, s) for d, s in event.details if d.aspect == "parties"), None)
    if detail is not None:
        event.attendees = tuple(k for k in event.attendees if k not in between)
        event.parties = tuple(k for k in event.parties if not is_bystander(actors, actors.pair, k))
        event.others += [Part(k, "mediator", detail[0].span, "asserted", detail[1]) for k in between]


def _set_parties(actors: Actors, event: FoundEvent) -> None:
    """Whoever did something at an event of their own side was there for it."""
    sides = {*event.parties, *actors.parties(event.attendees)}
    event.others = [
        replace(p, capacity="party") if p.capacity == "attendee" and actors.party_of(p.agent) in sides else p
        for p in event.others
    ]
    mediators = {p.agent for p in event.others if p.capacity in ("mediator", "host")}
    event.others = [p for p in event.others if p.capacity != "attendee" or p.agent not in mediators]


def _infer_parties(actors: Actors, events: list[FoundEvent]) -> None:
    """The talks that an article is about are its two sides' where no words say whose they are."""
    leading = next((e for e in events if e.kind in ("round", "talks", "meeting") and e.which != "next"), None)
    if leading is None or leading.planned or leading.attendees:
        return
    if several := all_agreed(actors):
        leading.parties = leading.attendees = several
        leading.inferred = True
        return
    if len(actors.pair) != 2:
        return
    if set(actors.pair) & {part.agent for part in leading.others}:
        return
    joined = leading.kind != "meeting" and two_sided(actors, lead=True)
    if joined or agreed_together(actors):
        leading.parties = leading.attendees = actors.pair
        leading.inferred = True


def _merge(events: list[FoundEvent], mention: FoundEvent) -> None:
    known = next((e for e in reversed(events) if _same(e, mention, last=e is events[-1])), None)
    if known is None:
        if _founds(mention):
            events.append(mention)
        return
    known.ordinal = known.ordinal or mention.ordinal
    known.parties = known.parties if len(known.parties) >= len(mention.parties) else mention.parties
    known.place, known.when = known.place or mention.place, known.when or mention.when
    known.duration, known.format = known.duration or mention.duration, known.format or mention.format
    known.attendees = _joined(known.attendees, mention.attendees)
    known.others += mention.others
    known.details += mention.details
    known.mentions += mention.mentions
    if not all(m.bare for m in mention.mentions):
        known.planned, known.wished = known.planned and mention.planned, known.wished and mention.wished
    if mention.ordinal and mention.kind == "round":
        known.kind = "round"
    longer = len(mention.label) > len(known.label) and mention.parties and not known.named
    if longer or (is_counted(mention.label) and not known.named):
        known.label = mention.label


def _founds(mention: FoundEvent) -> bool:
    """True when a mention says enough to make an event of it."""
    fixed = bool(mention.ordinal or mention.when or (mention.which == "next" and "round" in mention.label))
    if mention.kind in wordset("events", "dated_only"):
        dated = mention.when is not None and (mention.signed or mention.when.printed in mention.label)
        return dated or (mention.signed and bool(mention.place) and not mention.planned)
    if mention.wished:
        return fixed or (bool(mention.place) and len(mention.attendees) > 1)
    if mention.planned and mention.kind == "talks" and not (fixed or mention.place or mention.named):
        return False  # "agreed to go on with consultations"
    if mention.kind in wordset("events", "partnered") and not (fixed or mention.place or mention.named):
        return len(mention.attendees) > 1 or bool(mention.others)
    people = any(k.startswith(("person/", "delegation/")) for k in mention.attendees)
    return fixed or mention.named or bool(mention.place or mention.others) or len(mention.attendees) > 1 or people


def _joined(known: tuple[Key, ...], more: tuple[Key, ...]) -> tuple[Key, ...]:
    """Those of both mentions; a state is not named beside the people that act for it."""
    return tuple(dict.fromkeys((*known, *more)))


@cache
def _kinds_of_one() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(group) for group in lexicon("events")["same"])


def _same(event: FoundEvent, mention: FoundEvent, *, last: bool) -> bool:
    """True when a mention means an event; ``last`` is true for the event that was named last."""
    if event.kind != mention.kind and not any({event.kind, mention.kind} <= group for group in _kinds_of_one()):
        return False
    if mention.ordinal and event.ordinal and mention.ordinal != event.ordinal:
        return False
    if mention.another or (event.planned and not mention.planned and not mention.ordinal and mention.when):
        return False
    if mention.indefinite and event.attendees and not mention.attendees and (mention.when or mention.place):
        return False  # "a meeting in X" is not the one of A and B before
    told = any(not m.given for m in mention.mentions) and len(mention.attendees) > 1
    if event.planned and not mention.planned and not mention.ordinal and told and event.when:
        return False  # what has been is not what is to come
    fixed = mention.when or mention.wished or mention.place or (told and not event.attendees)
    if mention.planned and not event.planned and fixed:
        return False
    if all(m.denied for m in event.mentions) and not (mention.ordinal or mention.when):
        return False  # nobody goes on to talk of what is said not to have been
    if mention.which in ("next", "previous") or event.which in ("next", "previous"):
        return mention.which == event.which
    if mention.ordinal:
        follows = last and event.kind in ("round", "talks") and not event.when
        return (bool(event.ordinal) or follows) and _agree(event, mention)
    if not _agree(event, mention):
        return False
    return event.kind == mention.kind or mention.kind in wordset("events", "generic") or mention.kind == "round"


def _people(event: FoundEvent) -> set[Key]:
    return {k for k in event.attendees if k.startswith("person/")}


def _agree(event: FoundEvent, mention: FoundEvent) -> bool:
    """False when day, place or parties of the two contradict each other."""
    if mention.when and event.when and not are_one(mention.when, event.when):
        return False
    if mention.place and event.place and slug(mention.place[0]) != slug(event.place[0]):
        return False
    ours, theirs = _people(mention), _people(event)
    if ours and theirs and not (ours <= theirs or theirs <= ours):
        return False
    ours, theirs = set(mention.parties), set(event.parties)
    if ours and theirs and not ours & theirs:
        return False
    return len(ours) < 2 or len(theirs) < 2 or ours <= theirs or theirs <= ours
