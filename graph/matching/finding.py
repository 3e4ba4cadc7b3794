"""Finds the matches of one block."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from .events import match_events
from .items import match_items
from .matches import Match
from .named import match_named
from .negotiations import match_negotiations
from .persons import match_persons
from .tellings import Telling

_MATCHERS: Final[Mapping[str, Callable[[Sequence[Telling]], list[Match]]]] = {
    "person": match_persons,
    "named": match_named,
    "post": match_named,
    "process": match_negotiations,
    "event": match_events,
    "item": match_items,
}


def find_matches(block: str, tellings: Iterable[Telling]) -> list[Match]:
    """Return what is one, and what may be, among all tellings of a block; the same for any order of them."""
    ordered = sorted(tellings)
    found = _MATCHERS[block.partition(":")[0]](ordered) if len(ordered) > 1 else []
    return sorted(replace(match, block=block) for match in found)
