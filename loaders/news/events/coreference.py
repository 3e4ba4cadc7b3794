"""Which mentions are of one event, and what the event has of each.

A mention that contradicts an event is none of it. What tells news ("a meeting", "A met B") has to share something with
an event before it, which is the same words' day, place, number or people; "the talks" takes up the last one that fits.
"""

from __future__ import annotations

from .details import FoundEvent
from .founding import founds
from .last_days import of_both, over_days
from .one_event import agree, is_of_headline, is_same, named_sides
from .place_names import is_capital_of


def merge(events: list[FoundEvent], mention: FoundEvent) -> FoundEvent | None:
    """Adds a mention to the event that it means, else founds one; returns the event, ``None`` for no event."""
    numbered = [e for e in events if mention.ordinal and e.ordinal == mention.ordinal]
    lead = events[:1] if mention.ours else []
    order = (*lead, *reversed(numbered), *(e for e in reversed(events) if e not in numbered))
    known = next((e for e in order if is_same(e, mention, first=e is events[0], last=e is events[-1])), None)
    if known is None:
        if founds(mention):
            events.append(mention)
            return mention
        return None
    _add(known, mention)
    return known


def take_up(event: FoundEvent, mention: FoundEvent) -> None:
    """Adds to the event just told of what is said of "it", unless the two contradict each other."""
    if mention.postponed or mention.cancelled:
        if event.planned and not event.wished:
            if mention.postponed:
                _put_off(event, mention)
            event.cancelled = mention.cancelled
            event.mentions += mention.mentions
        return
    foreseen = mention.planned and event.when is None and not any(m.news for m in event.mentions)
    if event.cancelled or not (event.planned == mention.planned or foreseen) or not agree(event, mention):
        return
    event.planned = event.planned or mention.planned
    _add(event, mention)


def _put_off(event: FoundEvent, mention: FoundEvent) -> None:
    """Takes an event off the day that was told before, which is its day no longer."""
    day = next((detail for detail in event.details if detail[0].aspect == "date"), None)
    if event.when is not None and day is not None:
        event.set_for = event.set_for or (event.when, day)
    event.postponed, event.when = True, mention.when


def _add(known: FoundEvent, mention: FoundEvent) -> None:
    """Adds what a mention says to the event that it means; what is known already stays."""
    lent = is_of_headline(known) and not mention.headed
    placed = known.headed and not known.attendees and mention.place and len(mention.attendees) > 1
    fuller = placed and not mention.headed and not known.ordinal and not known.named
    if mention.ordinal and mention.kind == "round" and known.kind != "round":
        known.kind = "round"
    known.ordinal = known.ordinal or mention.ordinal
    known.parties = max(known.parties, mention.parties, key=lambda sides: (len(named_sides(sides)), len(sides)))
    known.ours, known.unresolved = known.ours or mention.ours, known.unresolved or mention.unresolved
    known.here = known.here or (mention.here and not known.place)
    nearer = known.place and mention.place and is_capital_of(mention.place[0], known.place[0])
    known.place, known.body = mention.place if nearer else known.place or mention.place, known.body or mention.body
    known.set_for = known.set_for or mention.set_for
    if mention.postponed and known.planned:
        _put_off(known, mention)
    else:
        known.when = of_both(known.when, mention.when)
    known.when = over_days(known.when, mention.duration or known.duration)
    known.duration, known.format = known.duration or mention.duration, known.format or mention.format
    known.attendees = tuple(dict.fromkeys((*known.attendees, *mention.attendees)))
    known.others += mention.others
    known.details += mention.details
    known.mentions += mention.mentions
    if lent:  # a headline lends words, never standing
        known.planned, known.wished = mention.planned, mention.wished
    elif not all(m.bare for m in mention.mentions):
        known.planned, known.wished = known.planned and mention.planned, known.wished and mention.wished
    known.cancelled = known.cancelled or mention.cancelled
    if fuller or _names_better(known, mention):
        known.core, known.named, known.telling, known.rest = mention.core, mention.named, mention.telling, mention.rest
        known.headed, known.numbered = mention.headed, mention.numbered
        known.parties_in_core = mention.parties_in_core
    if len(mention.sides) > len(known.sides):
        known.sides, known.linked = mention.sides, mention.linked


def _names_better(known: FoundEvent, mention: FoundEvent) -> bool:
    """True when the words of a mention tell more of which event it is."""
    if known.named or not mention.core:
        return False
    if mention.ordinal and mention.kind == "round":
        return not known.ordinal_in_core or (known.headed and not mention.headed)
    if known.ordinal_in_core:
        return False
    if known.telling and not known.core and " " not in mention.core and all(m.bare for m in mention.mentions):
        return False  # "the conversation" tells less than "meeting with A"
    if known.core and mention.kind != known.kind and not known.headed:
        return False  # "the inaugural meeting" is no name of a summit
    if known.telling and (mention.planned or all(m.denied for m in mention.mentions)) and not known.planned:
        return False  # "wary of reopening the trade talks" is no name of a meeting that was held
    fuller = not known.core or (known.headed and not mention.headed and len(mention.core) >= len(known.core))
    return fuller or mention.named or len(mention.core.split()) > len(known.core.split())
