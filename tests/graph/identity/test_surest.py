"""An event may be told of among several pairs of parties, and is of one."""

from __future__ import annotations

from parley.graph.identity.clusters import surest
from parley.graph.matching.matches import Match


def test_of_parties_that_match_as_surely_those_count_under_whom_most_are_one() -> None:
    def match(first: str, second: str, parties: str) -> Match:
        return Match(first, second, 0.9, "one day", same=True, block=f"event:{parties}")

    found = [match("a", "b", "A|C"), match("a", "b", "B|C"), match("a", "c", "B|C")]
    assert set(surest(found)) == {("a", "b"), ("a", "c")}
