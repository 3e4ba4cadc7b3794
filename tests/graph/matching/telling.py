"""Tellings that tests compare, each of a source of its own unless it names one."""

from __future__ import annotations

from itertools import count
from typing import Any

from parley.graph.matching.finding import find_matches
from parley.graph.matching.tellings import Kind, Telling

NO_CL = ("state/CL", "state/NO")
_numbers = count(1)


def telling(kind: Kind, name: str, **told: Any) -> Telling:  # Any: whatever a telling has
    """Return a telling with this label, published on 10 March 2031 in an article on talks of Norway and Chile."""
    number = next(_numbers)
    source = told.pop("source", f"https://example.org/{number}")
    usual: dict[str, Any] = {"day": "2031-03-10", "talks": (NO_CL,), "around": NO_CL, "names": (name,)}
    return Telling(f"{source}/{kind}/{number}", kind, source, **{**usual, **told})


def person(name: str, **told: Any) -> Telling:
    return telling("person", name, **told)


def event(name: str = "talks", **told: Any) -> Telling:
    day = told.pop("on", "")
    first, _, last = day.partition("/")
    usual: dict[str, Any] = {
        "parties": NO_CL,
        "sort": "round",
        "standing": "asserted",
        "first": first,
        "last": last or first,
    }
    return telling("event", name, **{**usual, **told})


def joined(*tellings: Telling) -> set[frozenset[str]]:
    """Return which labels are one, as sets of the tellings' numbers in the order given (from 1)."""
    number = {one.node: str(place) for place, one in enumerate(tellings, 1)}
    group = {node: {node} for node in number}
    for block in sorted({block for one in tellings for block in one.blocks()}):
        for match in find_matches(block, [one for one in tellings if block in one.blocks()]):
            if match.same and group[match.first] is not group[match.second]:
                group[match.first] |= group[match.second]
                for node in group[match.second]:
                    group[node] = group[match.first]
    return {frozenset(number[node] for node in members) for members in group.values() if len(members) > 1}


def asked(*tellings: Telling) -> list[str]:
    """Return the reasons of what people have to settle."""
    blocks = sorted({block for one in tellings for block in one.blocks()})
    found = (find_matches(block, [one for one in tellings if block in one.blocks()]) for block in blocks)
    return [match.because for matches in found for match in matches if not match.same]
