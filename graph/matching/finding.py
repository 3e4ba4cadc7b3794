"""Finds the matches of one block."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from .contradictions import find_act_contradictions, find_detail_contradictions, find_said_contradictions
from .events import match_events
from .items import match_items
from .links import Link
from .matches import Match
from .named import match_named
from .negotiations import match_negotiations
from .persons import match_persons
from .repeats import find_repeats
from .responses import find_responses
from .tellings import LINKED, Telling
from .variants import find_variants

_MATCHERS: Final[Mapping[str, Callable[[Sequence[Telling]], list[Match]]]] = {
    "person": match_persons,
    "named": match_named,
    "post": match_named,
    "process": match_negotiations,
    "event": match_events,
    "item": match_items,
}


_LINKERS: Final[Mapping[str, tuple[Callable[[Sequence[Telling]], Iterator[Link]], ...]]] = {
    "act": (find_variants, find_responses, find_act_contradictions),
    "detail": (find_detail_contradictions,),
    "saying": (find_repeats, find_said_contradictions),
}


def find_links(block: str, tellings: Iterable[Telling]) -> list[Link]:
    """Return what links the tellings of a block, of each two nodes the surest of a kind; the same for any order."""
    best: dict[tuple[str, str, str], Link] = {}
    ordered = sorted(tellings)
    once = _once(ordered)
    for find in _LINKERS.get(block.partition(":")[0], ()) if len(ordered) > 1 else ():
        for link in sorted(find(ordered if find is find_repeats else once), key=lambda link: (link.score, link)):
            best[link.first, link.second, link.name] = replace(link, block=block)
    return sorted(best.values())


def _once(tellings: Sequence[Telling]) -> list[Telling]:
    """Return one telling of those that say the same in the same month: what is linked with one is with all."""
    first: dict[str, Telling] = {}
    for told in tellings:
        first.setdefault(replace(told, day=told.day[:7]).to_json().replace(told.source, ""), told)
    return list(first.values())


def find_matches(block: str, tellings: Iterable[Telling]) -> list[Match]:
    """Return what is one, and what may be, among all tellings of a block; the same for any order of them."""
    kind, ordered = block.partition(":")[0], sorted(tellings)
    if kind in LINKED:
        return []
    found = _MATCHERS[kind](ordered) if len(ordered) > 1 else []
    return sorted(replace(match, block=block) for match in found)
