"""Who only comes into a cluster by matches is joined at once, as if all of that cluster had been gone through."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import combinations
from random import Random
from typing import Any, Literal, TypeAlias

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.graph.engine.store import Store
from parley.graph.identity.clusters import Verdict
from parley.graph.identity.meetings import met
from parley.graph.identity.newcomers import Newcomers
from parley.graph.knowledge import open_knowledge
from parley.graph.matching import finding
from parley.graph.matching.matches import Match
from parley.graph.matching.tellings import Telling
from parley.graph.records import (
    Agent,
    Event,
    Key,
    Place,
    PostHolding,
    Record,
    Source,
    SourceRecords,
    Span,
    Statement,
    When,
)
from parley.ontology.terms import PARLEY

from .test_marks import ITEM, MINTER

LAND, OTHER = (
    Agent(Key(f"state/{code.lower()}"), "state", name, world=True, code=code)
    for code, name in (("NO", "Norland"), ("SU", "Sudmark"))
)
Decided: TypeAlias = Verdict | Literal[""]
Told: TypeAlias = tuple[str, str, str, str, int]
"""The name of a person, their birth, an item that they are, the name of a place, and the number of a round."""


def article(number: int, told: Told) -> SourceRecords:
    """Return an article in which one person of a state's holds a post, is at a place and at a round."""
    name, born, item, place, round = told
    same = (f"{ITEM}{item}",) if item else ()
    brook = Agent(Key("person/brook"), "person", name, (name,), side=LAND.key, born=born, same_as=same)
    body = Agent(Key("organization/council"), "organization", "Fisheries Council", side=LAND.key)
    post = PostHolding(Key("post/minister"), brook.key, "minister", "current", "asserted", LAND.key)
    facts: list[Record] = [post]
    if round:
        day = When(f"2031-03-0{round}", "text", "then")
        parties = (LAND.key, OTHER.key)
        facts.append(Event(Key(f"event/{round}"), "round", "a round", "asserted", round, when=day, parties=parties))
    said = Statement(Key("statement/1"), Span(0, 5), "fact", supports=tuple(one.key for one in facts))
    day = When("2031-03-02", "text", "then")
    source = Source(f"s{number}", f"Title {number}", "Brook spoke.", "news", "news 1", published=day)
    return SourceRecords(source, (LAND, OTHER, brook, body, Place(Key("place/1"), place), *facts, said))


tellings = st.tuples(
    st.sampled_from(("Ada Brook", "Ada Brook", "Ada Brook", "Brook", "ADA BROOK", "Bo Brook", "Ada Maria Brook")),
    st.sampled_from(("", "", "", "", "1950", "1980-02")),
    st.sampled_from(("", "", "", "", "Q15", "Q16")),
    st.sampled_from(("Port Anders", "Port Anders", "Lund")),
    st.sampled_from((0, 1, 1, 2)),
)
steps = st.lists(st.tuples(st.integers(1, 8), st.one_of(tellings, tellings, st.none())), min_size=2, max_size=10)


def crowd(number: int, *people: tuple[str, str, str]) -> SourceRecords:
    """Return a source that tells of several people of one surname: names, births and items."""
    agents = (
        Agent(Key(f"person/{place}"), "person", name, (name,), born=born, same_as=(f"{ITEM}{item}",) if item else ())
        for place, (name, born, item) in enumerate(people)
    )
    return SourceRecords(Source(f"s{number}", f"Title {number}", "Brook spoke.", "news", "news 1"), tuple(agents))


def at_will(seed: int, share: float) -> Callable[[Sequence[Telling]], list[Match]]:
    """Return a matcher that finds by chance, which is another whenever there is one telling more."""

    def found(tellings: Sequence[Telling]) -> list[Match]:
        drawn = ((one, other, Random(f"{seed} {one.node} {other.node}")) for one, other in combinations(tellings, 2))
        alike = [(one, other, chance) for one, other, chance in drawn if chance.random() < share]
        now = Random(f"{seed} {len(tellings)}")
        return [
            Match(one.node, other.node, score - now.choice((*(0.0,) * 9, 0.1, 0.2)), "at will", same=same)
            for one, other, chance in alike
            for score, same in [(chance.choice((0.7, 0.8, 0.9)), chance.random() < 0.9)]
            if now.random() < 0.95
        ]

    return found


people = st.tuples(
    st.sampled_from(("Ada Brook", "Ada Brook", "Brook", "ADA BROOK", "Ada Maria Brook")),
    st.sampled_from(("", "", "", "", "", "1950", "1950-03", "1980")),
    st.sampled_from(("", "", "", "", "", "Q15", "Q16")),
)
crowds = st.lists(
    st.tuples(st.integers(1, 9), st.lists(people, max_size=2)).map(lambda one: crowd(one[0], *one[1])),
    min_size=3, max_size=9,
)  # fmt: skip


@settings(max_examples=200)
@given(crowds, st.integers(0, 10_000), st.sampled_from((0.3, 0.6, 1.0)), st.sampled_from(("", "", "same", "different")))
def test_whatever_is_matched_all_is_as_if_all_were_gone_through(
    sources: list[SourceRecords], seed: int, share: float, decided: Decided
) -> None:
    def graph() -> bytes:
        with open_knowledge() as knowledge:
            for step, one in enumerate(sources):
                knowledge.add(one)
                if step == 2 and decided:
                    first, second = (f"{knowledge.base}source/s{n}/person/0" for n in (1, 2))
                    knowledge.decide(first, second, decided)
            return knowledge.serialized("nq")

    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(finding._MATCHERS, "person", at_will(seed, share))  # type: ignore[arg-type]
        at_once = graph()
        patch.setattr(Newcomers, "met", lambda self, nodes: ("", ""))
        assert graph() == at_once


Edges: TypeAlias = dict[tuple[int, int], float]


@pytest.mark.parametrize(
    ("births", "before", "after", "ones"),
    [
        (
            ("1950", "", "1980", ""),
            {(0, 1): 0.8, (1, 2): 0.7},
            {(0, 1): 0.6, (1, 2): 0.7, (0, 3): 0.9},
            [{0, 3}, {1, 2}],
        ),
        (
            ("1950-03", "1950", "1950-05", ""),
            {(1, 2): 0.9, (0, 1): 0.8},
            {(2, 3): 0.9, (0, 3): 0.8, (0, 1): 0.7},
            [{0, 1}, {2, 3}],
        ),
        (("", "1950", "", ""), {(1, 2): 0.9, (0, 1): 0.8}, {(1, 2): 0.9, (0, 1): 0.7, (1, 3): 0.8}, [{0, 1, 2, 3}]),
    ],
)  # fmt: skip
def test_what_one_who_comes_may_change_is_looked_at(
    births: Sequence[str], before: Edges, after: Edges, ones: list[set[int]]
) -> None:
    def matched(tellings: Sequence[Telling]) -> list[Match]:
        node = {int(one.node.partition("/source/s")[2][0]): one.node for one in tellings}
        edges = after if 3 in node else before
        found = ((node[one], node[other], score) for (one, other), score in edges.items() if {one, other} <= {*node})
        return [Match(one, other, score, "as told", same=True) for one, other, score in found]

    with pytest.MonkeyPatch.context() as patch, open_knowledge() as knowledge:
        patch.setitem(finding._MATCHERS, "person", matched)
        for place, born in enumerate(births):
            knowledge.add(crowd(place, ("Ada Brook", born, "")))
        rows = knowledge.query(
            f"SELECT ?node ?one {{ GRAPH <{MINTER.identity_graph}> {{ ?node <{PARLEY.canonical}> ?one }} }}"
        )
        found: dict[str, set[int]] = {}
        for row in rows:
            found.setdefault(str(row["one"]), set()).add(int(str(row["node"]).partition("/source/s")[2][0]))
        assert sorted(found.values(), key=min) == ones


def built(changes: list[tuple[int, Told | None]], decided: Decided) -> bytes:
    """Return all that is known after sources came, were replaced and went."""
    here: set[int] = set()
    with open_knowledge() as knowledge:
        for step, (number, told) in enumerate(changes):
            if told:
                knowledge.add(article(number, told))
                here.add(number)
            elif number in here:
                knowledge.remove(f"s{number}")
                here.remove(number)
            if step == 2 and decided:
                first, second = (f"{knowledge.base}source/s{n}/person/brook" for n in (1, 2))
                knowledge.decide(first, second, decided)
        return knowledge.serialized("nq")


@settings(max_examples=150)
@given(steps, st.sampled_from(("", "", "", "same", "different")))
def test_who_comes_is_joined_as_if_all_were_gone_through(
    changes: list[tuple[int, Told | None]], decided: Decided
) -> None:
    at_once = built(changes, decided)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Newcomers, "met", lambda self, nodes: ("", ""))
        assert built(changes, decided) == at_once


def test_one_more_of_very_many_costs_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up = 0

    def counted(self: Store, *given: Any, **named: Any) -> Iterator[ox.Quad]:
        nonlocal looked_up
        for quad in quads(self, *given, **named):
            looked_up += 1
            yield quad

    quads, gone_through = Store.quads, list[Collection[str]]()
    monkeypatch.setattr(Store, "quads", counted)
    monkeypatch.setattr("parley.graph.identity.assignments.canonical_iri", _noted(gone_through))
    costs = []
    with open_knowledge() as knowledge:
        for number in range(10, 70):
            before = looked_up
            knowledge.add(article(number, ("Ada Brook", "", "", "Port Anders", 0)))
            costs.append(looked_up - before)
        (row,) = knowledge.query("SELECT (COUNT(DISTINCT ?p) AS ?n) { ?p a foaf:Person }")
        assert str(row["n"]) == "1"
    assert sum(costs[-10:]) <= 2 * sum(costs[5:15])
    assert max(map(len, gone_through)) < 5


def _noted(gone_through: list[Collection[str]]) -> Any:  # Any: a function that tests put in a place of another
    from parley.graph.identity.clusters import canonical_iri

    def noted(cluster: frozenset[str], **named: Any) -> str:
        gone_through.append(cluster)
        return canonical_iri(cluster, **named)

    return noted


def match(first: str, second: str, block: str = "named:place/lund") -> Match:
    return Match(first, second, 0.9, "same name", same=True, block=block)


def test_matches_bring_nodes_together_unless_only_some_of_them_count() -> None:
    a_b, b_c, c_d = match("a", "b"), match("b", "c"), match("c", "d")
    assert met([a_b, c_d]) == [frozenset("ab"), frozenset("cd")]
    assert met([a_b, c_d, b_c]) == [frozenset("abcd")]
    assert met([a_b, match("b", "c", "event:a|b"), match("x", "y")]) == [frozenset("xy")]
