"""Numbers of rounds and meetings: which one "the previous round" is, and whose the one after "the ninth meeting" is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from .details import FoundEvent
from .numbers import ordinal_word, ordinals


def count_back(events: list[FoundEvent], previous: Sequence[FoundEvent]) -> None:
    """Gives the round before the one that an article is about its number, and founds it where it is only named.

    ``previous`` are the mentions of a round before, each an event of ``events`` or none.
    """
    counted = {e.ordinal for e in events if e.ordinal and e.kind == "round" and not e.planned}
    lead = next(
        (e for e in events if e.ordinal and e.kind == "round" and (not e.planned or e.ordinal - 1 in counted)), None
    )
    rounds = [mention for mention in previous if mention.kind == "round" and not mention.earlier]
    rounds.sort(key=lambda mention: mention not in events)  # where one says more than "the previous round", that one
    if lead is None or lead.ordinal is None or lead.ordinal < 2 or not rounds:
        return
    number = lead.ordinal - 1
    known = next((e for e in events if e.kind == "round" and e.ordinal == number), None)
    for mention in rounds:
        if known is None:
            known = mention
            _count(known, number, lead)
            events += [] if known in events else [known]
        elif mention is not known and mention not in events:
            known.mentions += mention.mentions
            known.details += mention.details


def _count(event: FoundEvent, number: int, lead: FoundEvent) -> None:
    """Makes a round the one before the lead, of the same parties."""
    event.ordinal, event.numbered, event.which = number, True, ""
    event.core = f"{ordinal_word(number)} round"
    if not event.attendees:
        event.parties = event.attendees = lead.parties
        event.inferred = True


def lend_sides(events: Sequence[FoundEvent]) -> None:
    """Gives a round or meeting whose sides are not told those of the one counted right before it."""
    counted = [(event, number) for event in events if (number := _number(event))]
    for event, number in counted:
        if event.parties or event.attendees or event.unresolved or len(_name(event)) == _BARE:
            continue
        beside = {
            other.parties
            for other, n in counted
            if n == number - 1
            and len(other.parties) > 1
            and not (other.inferred or other.lent)
            and _name(other) == _name(event)
        }
        if len(beside) == 1:
            event.parties, event.lent = beside.pop(), True


def _number(event: FoundEvent) -> int:
    """The number that an event is counted by, 0 for none."""
    if event.kind == "round":
        return event.ordinal or 0
    return next((ordinals()[word] for word in event.core.lower().split() if word in ordinals()), 0)


def _name(event: FoundEvent) -> tuple[str, ...]:
    """What an event is called without its number; rounds are all called so."""
    words = tuple(word for word in event.core.lower().split() if word not in ordinals())
    return (event.kind,) if event.kind == "round" else (event.kind, *words)


_BARE: Final = 2
"""Words of "third meeting", which may be anybody's, with the kind and without the number."""
