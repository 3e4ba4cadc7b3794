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


def post(title: str, side: str = "state/NO") -> Telling:
    return telling("post", title, side=side)


def test_a_title_of_one_word_that_many_of_a_state_have_is_no_one_post():
    assert not joined(post("Secretary"), post("Secretary"))
    assert not joined(post("envoy"), post("envoy"))


def test_what_one_alone_holds_of_a_state_or_body_is_one_post():
    assert joined(post("President"), post("President"))
    assert joined(post("Fisheries Minister"), post("fisheries minister"))
    assert joined(post("Secretary", "=harbour front"), post("Secretary", "=harbour front"))
