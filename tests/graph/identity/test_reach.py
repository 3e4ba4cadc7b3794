"""Of a block no more is gone through than a change can reach; what is found is as if all of it were gone through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.graph.engine.store import Store
from parley.graph.identity import matched
from parley.graph.knowledge import open_knowledge
from parley.graph.matching import finding
from parley.graph.matching.matches import Match
from parley.graph.matching.tellings import Telling
from parley.graph.records import (
    Act,
    Agent,
    Item,
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
from parley.ontology.terms import SKOS

WORDS = "Brook offered to open {} ferry lines to the northern islands before the winter begins."


def state(code: str) -> Agent:
    return Agent(Key(f"state/{code.lower()}"), "state", f"Land of {code}", world=True, code=code)


def article(number: int, day: str, *places: str, lines: int = 40, code: str = "NO") -> SourceRecords:
    """Return an article in which the president of a state makes an offer, and some places are named."""
    land, words = state(code), WORDS.format(lines)
    brook = Agent(Key("person/brook"), "person", "Ada Brook", ("Ada Brook", "Brook"), side=land.key)
    post = PostHolding(Key("post/president"), brook.key, "President", "current", "asserted", land.key)
    item = Item(Key("item/ferry"), "Proposal", f"open {lines} ferry lines to the northern islands")
    act = Act(Key("act/offer"), "offer", (land.key,), item.key, "asserted")
    said = Statement(Key("statement/1"), Span(0, len(words)), "fact", supports=(act.key, post.key))
    published = When(day, "text", day) if day else None
    named: list[Record] = [Place(Key(f"place/{place}"), name) for place, name in enumerate(places)]
    source = Source(f"s{number}", f"Title {number}", words, "news", "news 1", published=published)
    return SourceRecords(source, (land, brook, post, item, act, said, *named))


days = st.sampled_from(("2031-03-02", "2031-03-02", "2031-11-20", "2032-08-10", "2034-01-05", "2034-02-05", ""))
names = st.lists(st.sampled_from(("Port Anders", "Port Anders", "Port-Anders", "Lund")), max_size=3)
told = st.tuples(days, names, st.sampled_from((40, 40, 45)))
steps = st.lists(st.tuples(st.integers(1, 8), st.one_of(told, told, st.none())), min_size=2, max_size=12)


def built(changes: Sequence[tuple[int, Any]]) -> bytes:  # Any: what is told, or nothing when a source goes
    """Return all that is known after sources came, were replaced and went."""
    here: set[int] = set()
    with open_knowledge() as knowledge:
        for number, one in changes:
            if one:
                day, places, lines = one
                knowledge.add(article(number, day, *places, lines=lines))
                here.add(number)
            elif number in here:
                knowledge.remove(f"s{number}")
                here.remove(number)
        return knowledge.serialized("nq")


@settings(max_examples=150)
@given(steps)
def test_what_is_found_is_as_if_all_were_gone_through(changes: list[tuple[int, Any]]) -> None:
    as_reached = built(changes)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matched, "reached", lambda block, tellings, changing: lambda node: True)
        assert built(changes) == as_reached


@settings(max_examples=40)
@given(st.lists(told, min_size=2, max_size=7), st.randoms(use_true_random=False))
def test_what_is_found_depends_on_no_order(sources: list[tuple[str, list[str], int]], chance: Any) -> None:
    """Matches, links and what is told of the items are the same, whoever comes first."""
    numbered = list(enumerate(sources))
    in_order = found_in(numbered)
    chance.shuffle(numbered)
    assert found_in(numbered) == in_order


def found_in(sources: Sequence[tuple[int, tuple[str, list[str], int]]]) -> set[str]:
    with open_knowledge() as knowledge:
        for number, (day, places, lines) in sources:
            knowledge.add(article(number, day, *places, lines=lines))
        return {line for line in knowledge.serialized("nq").decode().splitlines() if "/graph/matches>" in line}


@pytest.fixture
def gone_through(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How many tellings of each kind were gone through."""
    counts: Counter[str] = Counter()

    def counted(kind: str, find: Callable[[Sequence[Telling]], list[Match]]) -> Callable[..., list[Match]]:
        def found(tellings: Sequence[Telling]) -> list[Match]:
            counts[kind] += len(tellings)
            return find(tellings)

        return found

    for kind in ("named", "post", "item"):
        monkeypatch.setitem(finding._MATCHERS, kind, counted(kind, finding._MATCHERS[kind]))  # type: ignore[index]
    return counts


def test_one_more_that_names_a_place_and_a_post_meets_no_more_than_its_neighbours(gone_through: Counter[str]) -> None:
    with open_knowledge() as knowledge:
        for number in range(40):
            gone_through.clear()
            knowledge.add(article(number, "2031-03-02", "Port Anders"))
            assert max(gone_through["named"], gone_through["post"]) <= 3
        gone_through.clear()
        knowledge.remove("s20")
        assert max(gone_through["named"], gone_through["post"]) <= 3
        (row,) = knowledge.query("SELECT (COUNT(DISTINCT ?place) AS ?n) { ?place a schema:Place }")
        assert str(row["n"]) == "1"


def test_what_is_offered_after_years_of_silence_does_not_meet_what_was_offered_before(
    gone_through: Counter[str],
) -> None:
    costs = []
    with open_knowledge() as knowledge:
        for year in range(2031, 2047, 2):
            gone_through.clear()
            for month in range(1, 6):
                knowledge.add(article(year * 10 + month, f"{year}-0{month}-02"))
            costs.append(gone_through["item"])
    assert costs[0] > 0
    assert set(costs) == {costs[0]}


@pytest.mark.parametrize("count", [5, 40])
def test_one_more_president_needs_no_look_at_those_of_other_states(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up = 0

    def counted(self: Store, *given: Any, **named: Any) -> Iterator[ox.Quad]:
        nonlocal looked_up
        for quad in quads(self, *given, **named):
            looked_up += given[:2] == (None, SKOS.prefLabel)
            yield quad

    quads = Store.quads
    monkeypatch.setattr(Store, "quads", counted)
    codes = [f"{one}{other}" for one in "ABCDE" for other in "STUVWXYZ"][:count]
    with open_knowledge() as knowledge:
        for turn in range(3):
            for place, code in enumerate(codes):
                knowledge.add(article(100 * turn + place, "2031-03-02", code=code))
        before = looked_up
        knowledge.add(article(999, "2031-03-02", code=codes[0]))
        assert looked_up - before <= 20
