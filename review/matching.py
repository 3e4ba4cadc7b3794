"""Finds the facts of a reading again that a file decides on: by what they say, or else by their words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .entries import Entry
from .showing import Shown


@dataclass(frozen=True, slots=True)
class Match:
    """An entry with the fact that it decides on, if it is there."""

    entry: Entry
    shown: Shown | None
    same: bool = True
    """False when the fact is read otherwise than when somebody decided on it."""


def match(entries: Sequence[Entry], facts: Iterable[Shown]) -> list[Match]:
    """Return the entries in their order; no fact is matched twice."""
    free = {shown.entry.id: shown for shown in facts}
    exact = {id(entry): free.pop(entry.id) for entry in entries if entry.id in free}
    found = []
    for entry in entries:
        shown = exact.get(id(entry))
        same = shown is not None
        if shown is None:
            alike = [one for one in free.values() if entry.core == one.entry.core]
            if not alike and entry.decision == "edit":  # its fields are not those that were read
                alike = [o for o in free.values() if (entry.group, entry.quote) == (o.entry.group, o.entry.quote)]
            if len(alike) == 1 or (alike and entry.core == alike[0].entry.core):
                shown = free.pop(alike[0].entry.id)
        found.append(Match(entry, shown, same))
    return found
