"""The number of "the previous round" in an article that says which one it is about."""

from __future__ import annotations

from collections.abc import Sequence

from .details import FoundEvent
from .numbers import ordinals


def count_back(events: list[FoundEvent], previous: Sequence[FoundEvent]) -> None:
    """Gives the round before the one that an article is about its number, and founds it where it is only named.

    ``previous`` are the mentions of a round before, each an event of ``events`` or none.
    """
    counted = {e.ordinal for e in events if e.ordinal and e.kind == "round" and not e.planned}
    lead = next(
        (e for e in events if e.ordinal and e.kind == "round" and (not e.planned or e.ordinal - 1 in counted)), None
    )
    rounds = [mention for mention in previous if mention.kind == "round"]
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
    words = {n: word for word, n in ordinals().items()}
    event.ordinal, event.numbered, event.which = number, True, ""
    event.core = f"{words.get(number, f'{number}th')} round"
    if not event.attendees:
        event.parties = event.attendees = lead.parties
        event.inferred = True
