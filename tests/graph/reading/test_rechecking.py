"""What is checked again: what has changed, and whatever a change can have spoilt; what is as it was, not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.graph.knowledge import DEFAULT_BASE, Knowledge, Passes, open_knowledge
from parley.graph.reading.audit import Problem, check_canonical, check_source
from parley.graph.reading.rechecking import check_reading, keep_passed, plan_check, rules
from parley.graph.records import SourceRecords

from ..examples import HARBOURTOWN
from ..identity.test_identity import made_up, steps, take
from .test_audit import FIRST, SECOND

SOURCE = f"{DEFAULT_BASE}source/harbourtown"
GRAPH = f"{SOURCE}/graph"


def check(knowledge: Knowledge) -> tuple[list[str], list[Problem]]:
    """Check what has changed and remember what passes: the graphs that were checked, and the problems."""
    plan = plan_check(knowledge, everything=False)
    found = {graph: check_source(knowledge, graph) for graph in plan.graphs}
    misread = check_reading(knowledge, plan)
    passed = [graph for graph, one in found.items() if not one.problems and not one.rests_on_others]
    keep_passed(knowledge, plan, passed, misread)
    return list(found), [*(problem for one in found.values() for problem in one.problems), *misread]


@pytest.fixture(params=["memory", "disk"])
def knowledge(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Knowledge]:
    with open_knowledge("memory:" if request.param == "memory" else tmp_path / "store") as opened:
        opened.add(HARBOURTOWN)
        yield opened


def test_what_has_passed_is_checked_again_only_when_it_changes(knowledge: Knowledge):
    assert check(knowledge) == ([GRAPH], [])
    assert check(knowledge) == ([], [])
    knowledge.add(HARBOURTOWN, origin="elsewhere.txt")
    knowledge.add(FIRST)
    assert check(knowledge) == ([f"{DEFAULT_BASE}source/harbour-post-1/graph"], [])
    knowledge.add(replace(HARBOURTOWN, records=HARBOURTOWN.records[:11]))
    assert check(knowledge) == ([GRAPH], [])
    assert plan_check(knowledge, everything=True).graphs == (f"{DEFAULT_BASE}source/harbour-post-1/graph", GRAPH)


def test_a_source_that_comes_back_is_checked(knowledge: Knowledge):
    check(knowledge)
    knowledge.remove("harbourtown")
    assert check(knowledge) == ([], [])
    knowledge.add(HARBOURTOWN)
    assert check(knowledge)[0] == [GRAPH]


def test_other_rules_let_nothing_pass(knowledge: Knowledge):
    knowledge.keep(Passes("other rules", frozenset([SOURCE])))
    assert check(knowledge)[0] == [GRAPH]
    assert knowledge.passes() == Passes(rules(), frozenset([SOURCE]))


def test_what_is_wrong_is_told_each_time(knowledge: Knowledge):
    engine = knowledge._store.engine
    (row, *_) = engine.quads_for_pattern(ox.NamedNode(f"{SOURCE}/membership/brook"), None, None, ox.DefaultGraph())
    engine.remove(row)
    (first, second) = (check(knowledge)[1] for _ in range(2))
    assert first == second
    assert [problem.problem for problem in first] == ["A source says this of it, but questions do not read it."]
    engine.add(row)
    assert check(knowledge)[1] == []
    assert check(knowledge) == ([], [])


def test_what_is_misread_of_a_node_of_many_sources_is_told_each_time(knowledge: Knowledge):
    knowledge.add(FIRST)
    knowledge.add(SECOND)
    item = "item/boats"
    one, other = (f"{DEFAULT_BASE}source/{id}/{item}" for id in ("harbour-post-1", "suder-gazette-1"))
    check(knowledge)
    knowledge.decide(one, other, "same")
    merged = next(iter(knowledge.passes().changed - {one, other}))
    extra = ox.Quad(ox.NamedNode(merged), ox.NamedNode("urn:says"), ox.Literal("more"), ox.DefaultGraph())
    knowledge._store.engine.add(extra)
    for _ in range(2):
        assert [p.problem for p in check(knowledge)[1] if p.value == "urn:says: more"] == [
            "Questions read this of it, but no source says it."
        ]


def test_the_bookkeeping_of_checks_is_never_exported(knowledge: Knowledge):
    before = knowledge.serialized("nq"), knowledge.serialized("ttl")
    check(knowledge)
    knowledge.remove("harbourtown")
    knowledge.add(HARBOURTOWN)
    assert (knowledge.serialized("nq"), knowledge.serialized("ttl")) == before


def test_a_store_that_was_never_checked_keeps_nothing_of_changes(knowledge: Knowledge):
    knowledge.remove("harbourtown")
    assert knowledge.passes() == Passes()
    assert len(knowledge.graph(f"{DEFAULT_BASE}graph/store")) == 1


@settings(max_examples=80)
@given(steps, steps, st.data())
def test_any_harm_that_a_change_can_do_is_found_as_by_checking_everything(
    before: list[tuple[object, ...]], after: list[tuple[object, ...]], data: st.DataObject
):
    there: dict[str, SourceRecords] = {}
    with open_knowledge() as knowledge:
        for step in before:
            take(knowledge, there, step)
        plan = plan_check(knowledge, everything=False)
        keep_passed(knowledge, plan, plan.graphs, ())
        old = set(knowledge._store.quads(graph=""))
        for step in after:
            take(knowledge, there, step)
        found = check_reading(knowledge, plan_check(knowledge, everything=False))
        assert set(found) == set(check_canonical(knowledge))
        new = set(knowledge._store.quads(graph=""))
        touched = sorted(old ^ new, key=str)
        for row in data.draw(st.lists(st.sampled_from(touched), unique=True)) if touched else []:
            (knowledge._store.engine.remove if row in new else knowledge._store.engine.add)(row)
        found = check_reading(knowledge, plan_check(knowledge, everything=False))
        assert set(found) == set(check_canonical(knowledge))


def test_a_node_that_comes_to_stand_for_one_of_a_source_that_passed_is_looked_at_again():
    there: dict[str, SourceRecords] = {}
    with open_knowledge() as knowledge:
        take(knowledge, there, ("add", made_up("b", [("reed", "Ada", False, True)])))
        plan = plan_check(knowledge, everything=False)
        keep_passed(knowledge, plan, plan.graphs, ())
        old = set(knowledge._store.quads(graph=""))
        take(knowledge, there, ("add", made_up("a", [("reed", "Ada", False, True)])))
        (row, *_) = sorted(set(knowledge._store.quads(graph="")) - old, key=str)
        knowledge._store.engine.remove(row)
        found = check_reading(knowledge, plan_check(knowledge, everything=False))
        assert set(found) == set(check_canonical(knowledge))
