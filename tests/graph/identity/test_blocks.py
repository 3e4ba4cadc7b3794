"""What is remembered of blocks is what stands in the store, whatever was changed, and not more than enough of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.graph.changing import Changing
from parley.graph.engine.store import MEMORY, Store
from parley.graph.identifiers import Minter
from parley.graph.identity import blocks
from parley.graph.identity.change import NOTHING, source_change
from parley.graph.identity.index import IdentityIndex
from parley.graph.knowledge import open_knowledge
from parley.graph.matching.finding import Finder
from parley.graph.matching.sayings import all_tellings
from parley.graph.records import Act, Agent, Item, Key, PostHolding, Source, SourceRecords, Span, Statement, When
from parley.graph.writing.writer import write
from parley.ontology.terms import PARLEY, SKOS

MINTER = Minter()
LAND = Agent(Key("state/no"), "state", "Norland", world=True, code="NO")
WORDS = "Brook offered to open {} ferry lines to the northern islands before the winter begins."


def article(number: int, lines: int = 40, day: str = "2031-03-02") -> SourceRecords:
    """Return one of many articles that tell of one offer of one minister in the same words."""
    words = WORDS.format(lines)
    brook = Agent(Key("person/brook"), "person", "Ada Brook", ("Ada Brook", "Brook"), side=LAND.key)
    post = PostHolding(Key("post/minister"), brook.key, "minister", "current", "asserted", LAND.key)
    item = Item(Key("item/ferry"), "Proposal", f"open {lines} ferry lines to the northern islands")
    act = Act(Key("act/offer"), "offer", (LAND.key,), item.key, "asserted")
    said = Statement(Key("statement/1"), Span(0, len(words)), "fact", supports=(act.key,))
    held = Statement(Key("statement/2"), Span(0, len("Brook")), "fact", supports=(post.key,))
    source = Source(f"a{number}", f"Title {number}", words, "news", "news 1", published=When(day, "text", day))
    return SourceRecords(source, (LAND, brook, post, item, act, said, held))


def remembered(index: IdentityIndex, store: Store) -> list[object]:
    """Return all that stands in blocks and around nodes, and what nodes are called."""
    held = index.blocks
    names = {getattr(quad.object, "value", "") for quad in store.quads(predicate=PARLEY.block)}
    nodes = {getattr(quad.subject, "value", "") for quad in store.quads(predicate=PARLEY.telling)}
    told = [(name, sorted(held.told(name).items()), sorted(held.found(name).items())) for name in sorted(names)]
    called = [(node, sorted(index.values.of(node, SKOS.prefLabel))) for node in sorted(nodes)]
    return [*told, *called, *((node, sorted(held.around(node).items())) for node in sorted(nodes))]


@pytest.mark.parametrize("most", [40, blocks._MOST])
@settings(max_examples=25)
@given(
    changes=st.lists(
        st.tuples(st.integers(1, 5), st.sampled_from((0, 40, 45)), st.sampled_from((1, 2, 6))), max_size=9
    ),
    looked=st.booleans(),
)
def test_what_is_remembered_is_what_is_there(changes: list[tuple[int, int, int]], looked: bool, most: int) -> None:
    with pytest.MonkeyPatch.context() as patch, closing(Store(MEMORY)) as store:
        patch.setattr(blocks, "_MOST", most)
        patch.setattr(blocks, "_OFTEN", most // 5)
        index = IdentityIndex(store, MINTER)
        for number, lines, day in changes:
            one = article(number, lines, f"2031-03-0{day}")
            change = source_change(store, MINTER, index, one.source.id, write(one, MINTER) if lines else NOTHING)
            store.change(remove=change.remove, insert=change.insert)
            index.follow(remove=change.remove, insert=change.insert)
            if looked:
                assert remembered(index, store) == remembered(IdentityIndex(store, MINTER), store)
        assert remembered(index, store) == remembered(IdentityIndex(store, MINTER), store)


def test_no_more_is_remembered_than_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "_MOST", 60)
    monkeypatch.setattr(blocks, "_OFTEN", 20)
    with closing(Store(MEMORY)) as store:
        changing = Changing(store, MINTER)
        for number in range(12):
            one = article(number, 40 + number, f"20{31 + number}-03-02")
            changing.settle(one.source.id, write(one, MINTER), "", "")
        held = changing._index.blocks
        sizes = [sum(map(len, some.values())) for some in (held._told, held._found, held._around)]
        assert max(*sizes, len(held._kept), len(held._inside), len(held._known) // 2) <= 60 + 20


def test_one_more_of_the_same_looks_up_nothing_again_that_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up = 0

    def counted(self: Store, *given: Any, **named: Any) -> Iterator[ox.Quad]:
        nonlocal looked_up
        looked_up += named.get("graph") == MINTER.matches_graph
        yield from quads(self, *given, **named)

    quads = Store.quads
    monkeypatch.setattr(Store, "quads", counted)
    costs = []
    with open_knowledge() as knowledge:
        for number in range(10, 34):
            before = looked_up
            knowledge.add(article(number))
            costs.append(looked_up - before)
    assert max(costs[-4:]) <= 1.5 * max(costs[2:6])


def test_what_is_poured_in_meets_who_comes_next() -> None:
    with open_knowledge() as knowledge:
        knowledge.add(article(1))
        knowledge.remove("a1")
        knowledge.add_parts("a2", lambda: [article(2)], text_hash="2", reading="a table")
        knowledge.add(article(3))
        (row,) = knowledge.query("SELECT (COUNT(DISTINCT ?p) AS ?n) { ?p a foaf:Person }")
        assert str(row["n"]) == "1"


def test_blocks_of_the_same_tellings_are_gone_through_once() -> None:
    one, other = (all_tellings(write(article(number), MINTER).facts, MINTER, f"a{number}") for number in (1, 2))
    (first, again) = (next(told for told in some if told.kind == "saying") for some in (one, other))
    finder = Finder()
    found = finder.found("saying:words a:1", [first, again])
    assert [link.name for link in found] == ["sameContentAs"]
    assert finder.found("saying:words b:1", [again, first]) is found
    assert finder.found("saying:in a1", [first, again]) is not found
    assert not finder.found("saying:words a:1", [first])


def test_after_a_change_that_is_broken_off_all_is_read_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(Store(MEMORY)) as store:
        changing = Changing(store, MINTER)
        changing.settle("a1", write(article(1), MINTER), "", "")
        known = changing._index

        def broken(*given: object, **named: object) -> bool:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(Store, "subjects", broken)  # while it is worked out what changes
            with pytest.raises(KeyboardInterrupt):
                changing.settle("a2", write(article(2), MINTER), "", "")
        assert changing._index is not known
