"""Bodies that sources call by their full names or by acronyms."""

from __future__ import annotations

from parley.graph.matching.finding import find_matches
from parley.graph.matching.tellings import Telling

from .telling import telling

TALKS = (("=fra", "state/NO"),)


def body(name: str, *talks: tuple[str, ...]) -> Telling:
    return telling("named", name, sort="organization", talks=talks)


def joined(one: Telling, other: Telling) -> bool:
    shared = sorted(one.blocks() & other.blocks())
    return any(match.same for block in shared for match in find_matches(block, [one, other]))


def test_an_acronym_is_the_body_given_in_full_in_sources_on_the_same_talks() -> None:
    full = body("Front for the Renewal of the Aral", *TALKS)
    assert joined(body("FRA", *TALKS), full)
    assert not joined(body("FRA", ("=fra", "state/CL")), full)
    assert not joined(body("FRS", *TALKS), full)
    assert not joined(body("FRA"), full)
