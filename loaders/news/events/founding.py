"""Whether a mention says enough to make an event of it that nothing else tells of."""

from __future__ import annotations

from ..lexicons.word_lists import wordset
from .details import FoundEvent


def founds(mention: FoundEvent) -> bool:
    """True when a mention says enough to make an event of it."""
    fixed = bool(mention.ordinal or mention.when or (mention.which == "next" and "round" in mention.core))
    if mention.unreal:
        return False  # "will there be a third round?"
    if mention.owned and not (fixed or mention.place or mention.named):
        return False  # "their dialogue"
    if mention.cancelled and not (fixed or mention.place or len(mention.attendees) > 1):
        return False
    if mention.kind in wordset("events", "dated_only"):
        dated = mention.when is not None and (mention.signed or mention.dated) and not mention.wished
        return dated or (mention.signed and bool(mention.place) and not mention.planned)
    if mention.wished:
        return fixed or (bool(mention.place) and (len(mention.attendees) > 1 or mention.which == "next"))
    if mention.planned and mention.kind == "talks" and not (fixed or mention.place or mention.named):
        return False  # "agreed to go on with consultations"
    told = mention.attendees or mention.others or mention.which == "next" or (mention.when and _is_fixed(mention))
    if mention.loose and not told:
        return False
    if mention.kind in wordset("events", "partnered") and not (fixed or mention.place or mention.named):
        return len(mention.attendees) > 1 or bool(mention.others)
    if mention.spoken:
        return True
    if mention.titular and not (fixed or mention.place):
        return False
    people = any(k.startswith(("person/", "delegation/")) for k in mention.attendees)
    return fixed or mention.named or bool(mention.place or mention.others) or len(mention.attendees) > 1 or people


def _is_fixed(mention: FoundEvent) -> bool:
    """True for a gathering whose day is told with its place, or of a session "that session" or "a formal session"."""
    kind, _, noun = mention.core.rpartition(" ")
    return bool(mention.place) or (noun == "session" and mention.planned and bool(mention.definite or kind))
