"""Rounds, meetings, calls, summits ...: what the whole article says of each, gathered from all its mentions.

A mention with an ordinal, a date, a place or parties founds an event; "the talks" means the last one that fits.
Meetings that are only talked of in general ("any meetings") are no events.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from .actors import Actors
from .cast import slug
from .event_details import FoundEvent
from .event_mentions import read_mentions
from .lexicons import lexicon, wordset


def find_events(actors: Actors, published: date | None) -> list[FoundEvent]:
    """The events of the article, in order of first mention."""
    events: list[FoundEvent] = []
    for sentence in actors.article.sentences:
        if sentence.segment.kind not in ("roster", "list-header"):
            for mention in read_mentions(actors, sentence, published):
                _merge(events, mention)
    return [e for e in events if e.kind != "talks" or e.parties or e.when or e.place or e.ordinal]


def _merge(events: list[FoundEvent], mention: FoundEvent) -> None:
    known = next((e for e in reversed(events) if _same(e, mention, last=e is events[-1])), None)
    founds = mention.ordinal or mention.when or mention.place or mention.parties or mention.which == "next"
    founds = founds or mention.named
    if mention.kind in wordset("events", "dated_only") and not mention.when:
        founds = False
    if known is None:
        if founds and not (mention.kind == "pressConference" and not mention.when):
            events.append(mention)
        return
    known.ordinal = known.ordinal or mention.ordinal
    known.parties = known.parties if len(known.parties) >= len(mention.parties) else mention.parties
    known.place, known.when = known.place or mention.place, known.when or mention.when
    known.duration, known.format = known.duration or mention.duration, known.format or mention.format
    known.attendees = tuple(dict.fromkeys((*known.attendees, *mention.attendees)))
    known.details += mention.details
    known.mentions += mention.mentions
    if mention.ordinal and mention.kind == "round":
        known.kind = "round"
    if len(mention.label) > len(known.label) and mention.parties:
        known.label = mention.label


@cache
def _kinds_of_one() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(group) for group in lexicon("events")["same"])


def _same(event: FoundEvent, mention: FoundEvent, *, last: bool) -> bool:
    """True when a mention means an event; ``last`` is true for the event that was named last."""
    if event.kind != mention.kind and not any({event.kind, mention.kind} <= group for group in _kinds_of_one()):
        return False
    if mention.ordinal and event.ordinal and mention.ordinal != event.ordinal:
        return False
    if all(m.denied for m in event.mentions) and not (mention.ordinal or mention.when):
        return False  # nobody goes on to talk of what is said not to have been
    if mention.which == "next" or event.which == "next":
        return mention.which == event.which
    if mention.ordinal:
        follows = last and event.kind in ("round", "talks") and not event.when
        return (bool(event.ordinal) or follows) and _agree(event, mention)
    if not _agree(event, mention):
        return False
    return event.kind == mention.kind or mention.kind in wordset("events", "generic") or mention.kind == "round"


def _agree(event: FoundEvent, mention: FoundEvent) -> bool:
    """False when day, place or parties of the two contradict each other."""
    if mention.when and event.when and mention.when.value[:10] != event.when.value[:10]:
        return False
    if mention.place and event.place and slug(mention.place[0]) != slug(event.place[0]):
        return False
    ours, theirs = set(mention.parties), set(event.parties)
    if ours and theirs and not ours & theirs:
        return False
    return not (len(mention.parties) >= 2 and len(event.parties) >= 2 and ours != theirs)
