"""The proper names of events, by which two mentions are of one or of two: "the Harbour Conference"."""

from __future__ import annotations

import re

from ..lexicons.word_lists import wordset
from .details import FoundEvent


def names_agree(event: FoundEvent, mention: FoundEvent) -> bool:
    """False for two proper names, or names of what they are of, neither of which is part of the other."""
    ours, theirs = proper(mention), proper(event)
    if mention.place and event.place:  # "the Harbourtown talks" and "the Sudanese talks in Harbourtown"
        place = set(re.findall(r"[^\W_]+", mention.place[0]))
        ours, theirs = ours - place, theirs - place
    return not (ours and theirs) or ours <= theirs or theirs <= ours


def is_called_otherwise(event: FoundEvent, mention: FoundEvent) -> bool:
    """True for "the A-B Summit meeting" beside "A met C": its name is not that of those who met."""
    met = bool(mention.parties) and set(mention.parties) <= set(event.parties)
    return bool(proper(mention)) and not met and not event.headed


def proper(event: FoundEvent) -> set[str]:
    """The words of a name without its number and its year, and without the noun itself."""
    words = [*re.findall(r"[^\W_]+", event.core)[:-1], *re.findall(r"[^\W_]+", event.rest)]
    return {w for w in words if w[0].isupper() and w.lower() not in wordset("events", "ordinals")}
