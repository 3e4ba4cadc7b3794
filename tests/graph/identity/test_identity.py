"""Identity is a layer of its own: decisions merge and split nodes, and no source is ever rewritten."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.graph.errors import DecisionError
from parley.graph.identifiers import DEFAULT_BASE, Minter
from parley.graph.knowledge import Knowledge, open_knowledge
from parley.graph.ntriples import Triple, parsed_ntriples
from parley.graph.records import Agent, AgentKind, Key, PostHolding, Record, Source, SourceRecords, Span, Statement
from parley.ontology.terms import ORG, PARLEY, RDFS, SKOS

MINTER = Minter()
BROOK = Key("person/brook")


def a_source(id: str, *records: Record, text: str = "Brook spoke.") -> SourceRecords:
    return SourceRecords(Source(id, f"Title of {id}", text, "news", "news 1"), records)


def brook(label: str = "Ada Brook", *, title: str = "minister") -> tuple[Record, ...]:
    return (
        Agent(BROOK, "person", label),
        PostHolding(Key("holding/brook"), BROOK, title, "current", "asserted"),
        Statement(Key("statement/1"), Span(0, 5), "fact", supports=(Key("holding/brook"),)),
    )


def node(source: str, key: Key = BROOK) -> str:
    return MINTER.node(source, key)


def triples(knowledge: Knowledge, graph: str | None = None) -> frozenset[Triple]:
    return parsed_ntriples(knowledge.graph(graph).serialize(format="nt", encoding="utf-8"))


def canonical(knowledge: Knowledge, iri: str) -> str:
    (row,) = knowledge.query(f"SELECT ?c {{ GRAPH <{MINTER.identity_graph}> {{ <{iri}> <{PARLEY.canonical}> ?c }} }}")
    return str(row["c"])


def labels(knowledge: Knowledge, iri: str, name: str = SKOS.prefLabel) -> list[str]:
    return [str(row["l"]) for row in knowledge.query(f"SELECT ?l {{ <{iri}> <{name}> ?l }} ORDER BY ?l")]


@pytest.fixture(params=["memory", "disk"])
def knowledge(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Knowledge]:
    with open_knowledge("memory:" if request.param == "memory" else tmp_path / "store") as opened:
        yield opened


def test_a_name_alone_never_merges(knowledge: Knowledge) -> None:
    knowledge.add(a_source("a", *brook()))
    knowledge.add(a_source("b", *brook()))
    assert canonical(knowledge, node("a")) != canonical(knowledge, node("b"))


def test_a_decision_merges_and_undoing_it_splits_again_with_the_sources_untouched(knowledge: Knowledge) -> None:
    knowledge.add(a_source("a", *brook()))
    knowledge.add(a_source("b", *brook("Minister Ada Brook")))
    split, said = triples(knowledge), triples(knowledge, MINTER.source_graph("b"))
    knowledge.decide(node("b"), node("a"), "same", by="an editor", on="2031-05-07", because="same post")
    one = canonical(knowledge, node("a"))
    assert canonical(knowledge, node("b")) == one
    held = knowledge.query(f"SELECT ?post {{ <{one}> <{ORG.holds}> ?post }}")
    assert len(held) == 2
    assert triples(knowledge, MINTER.source_graph("b")) == said
    (decision,) = knowledge.decisions()
    assert (decision.verdict, decision.by, decision.on, decision.because) == (
        "same", "an editor", "2031-05-07", "same post",
    )  # fmt: skip
    knowledge.undo(node("a"), node("b"))
    assert triples(knowledge) == split
    assert knowledge.decisions() == []


def test_a_merged_person_has_one_name_and_the_other_is_a_further_form(knowledge: Knowledge) -> None:
    knowledge.add(a_source("a", *brook("Brook")))
    knowledge.add(a_source("b", *brook("Ada Brook")))
    knowledge.decide(node("a"), node("b"), "same")
    one = canonical(knowledge, node("a"))
    assert labels(knowledge, one) == labels(knowledge, one, RDFS.label) == ["Ada Brook"]
    assert labels(knowledge, one, PARLEY.surfaceForm) == ["Brook"]
    knowledge.remove("b")
    assert labels(knowledge, one) == ["Brook"]
    assert labels(knowledge, one, PARLEY.surfaceForm) == []


def test_a_world_node_gives_its_cluster_iri_and_name(knowledge: Knowledge) -> None:
    world = Agent(Key("organization/sea-league"), "organization", "Sea League", world=True)
    knowledge.add(a_source("a", world))
    knowledge.add(a_source("b", Agent(Key("organization/the-league"), "organization", "the League of the Seas")))
    knowledge.decide(node("b", Key("organization/the-league")), MINTER.world(world.key), "same")
    assert labels(knowledge, MINTER.world(world.key)) == ["Sea League"]
    assert labels(knowledge, MINTER.world(world.key), PARLEY.surfaceForm) == ["the League of the Seas"]


def test_equal_identifiers_are_one_node_whichever_source_comes_first() -> None:
    known = a_source("a", Agent(Key("state/XN"), "state", "Norland", world=True, code="XN"))
    told = a_source("b", Agent(Key("state/norland"), "state", "Norland", code="XN"))
    for order in ((known, told), (told, known)):
        with open_knowledge() as knowledge:
            for source in order:
                knowledge.add(source)
            assert canonical(knowledge, node("b", Key("state/norland"))) == MINTER.world(Key("state/XN"))
            knowledge.remove("a")
            assert canonical(knowledge, node("b", Key("state/norland"))) != MINTER.world(Key("state/XN"))


def test_an_iri_lasts_when_others_join_or_sources_come_and_go(knowledge: Knowledge) -> None:
    for name in "bca":
        knowledge.add(a_source(name, *brook()))
    knowledge.decide(node("b"), node("c"), "same")
    first = canonical(knowledge, node("b"))
    knowledge.decide(node("a"), node("c"), "same")
    assert {canonical(knowledge, node(name)) for name in "abc"} == {first}
    knowledge.remove("b")
    assert {canonical(knowledge, node(name)) for name in "ac"} == {first}
    knowledge.add(a_source("b", *brook("A. Brook")))
    assert canonical(knowledge, node("b")) == first


def test_decisions_that_cannot_all_hold_are_refused_and_the_others_named(knowledge: Knowledge) -> None:
    for name in "abc":
        knowledge.add(a_source(name, *brook()))
    knowledge.decide(node("a"), node("c"), "different", by="Ada")
    knowledge.decide(node("a"), node("b"), "same", by="Ben")
    before = knowledge.serialized("nq")
    with pytest.raises(DecisionError, match=r"source/a/.*'same' \(by Ben\).*take one of these back") as refused:
        knowledge.decide(node("b"), node("c"), "same")
    assert "'different' (by Ada)" in str(refused.value)
    assert knowledge.serialized("nq") == before
    assert canonical(knowledge, node("a")) != canonical(knowledge, node("c"))
    knowledge.undo(node("a"), node("c"))
    knowledge.decide(node("b"), node("c"), "same")
    assert len({canonical(knowledge, node(name)) for name in "abc"}) == 1
    with pytest.raises(DecisionError, match="does not go with"):
        knowledge.decide(node("a"), node("c"), "different")
    knowledge.decide(node("a"), node("b"), "different")


def test_an_unsure_decision_merges_nothing_and_a_new_decision_replaces_it(knowledge: Knowledge) -> None:
    knowledge.add(a_source("a", *brook()))
    knowledge.add(a_source("b", *brook()))
    knowledge.decide(node("a"), node("b"), "unsure")
    assert canonical(knowledge, node("a")) != canonical(knowledge, node("b"))
    knowledge.decide(node("b"), node("a"), "same")
    assert canonical(knowledge, node("a")) == canonical(knowledge, node("b"))
    assert [decision.verdict for decision in knowledge.decisions()] == ["same"]


def test_a_decision_may_come_before_its_sources(knowledge: Knowledge) -> None:
    knowledge.decide(node("a"), node("b"), "same")
    knowledge.add(a_source("b", *brook()))
    alone = canonical(knowledge, node("b"))
    knowledge.add(a_source("a", *brook()))
    assert canonical(knowledge, node("a")) == canonical(knowledge, node("b")) == alone


def test_somebody_unnamed_never_merges(knowledge: Knowledge) -> None:
    unnamed = Key("unnamed/a-source")
    knowledge.add(a_source("a", Agent(unnamed, "unnamed", "a source")))
    knowledge.add(a_source("b", Agent(unnamed, "unnamed", "a source")))
    with pytest.raises(DecisionError, match="does not name"):
        knowledge.decide(node("a", unnamed), node("b", unnamed), "same")
    knowledge.decide(node("a", unnamed), node("b", unnamed), "different")


@pytest.mark.parametrize(
    "act", [lambda k: k.decide(node("a"), node("a"), "same"), lambda k: k.undo(node("a"), node("b"))]
)
def test_a_decision_without_sense_is_refused(knowledge: Knowledge, act: Callable[[Knowledge], None]) -> None:
    with pytest.raises(DecisionError):
        act(knowledge)


# ---------------------------------------------------------------- any history gives the graph of what is there now

NAMES = ("brook", "reed", "league")
KINDS: dict[str, AgentKind] = {"brook": "person", "reed": "person", "league": "organization"}
labelled = st.sampled_from(["Ada", "Ada Brook", "Reed", "the League"])
people = st.lists(
    st.tuples(st.sampled_from(NAMES), labelled, st.booleans(), st.booleans()), max_size=3, unique_by=lambda x: x[0]
)
sources = st.builds(lambda id, members: made_up(id, members), st.sampled_from("abc"), people)
ends = st.sampled_from(
    [MINTER.node(id, Key(f"{KINDS[name]}/{name}")) for id in "abc" for name in NAMES]
    + [MINTER.world(Key(f"{KINDS[name]}/{name}")) for name in NAMES]
)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("add"), sources),
        st.tuples(st.just("remove"), st.sampled_from("abc")),
        st.tuples(st.just("decide"), ends, ends, st.sampled_from(["same", "same", "different", "unsure"])),
        st.tuples(st.just("undo"), ends, ends),
    ),
    max_size=12,
)


def made_up(id: str, members: list[tuple[str, str, bool, bool]]) -> SourceRecords:
    records: list[Record] = []
    for name, label, world, coded in members:
        key = Key(f"{KINDS[name]}/{name}")
        records.append(Agent(key, KINDS[name], label, (label,), world=world, code=name[:2].upper() if coded else ""))
        records.append(PostHolding(Key(f"holding/{name}"), key, "minister", "current", "asserted", organization=key))
    return a_source(id, *records)


def without_chosen_iris(knowledge: Knowledge) -> set[Triple]:
    """The canonical graph with each node named after all that it stands for, which no history changes."""
    stands_for: dict[str, list[str]] = {}
    told_of = {subject for subject, _, _ in ALL_SAID(knowledge)}
    for source_node, _, iri in sorted(triples(knowledge, MINTER.identity_graph)):
        if source_node in told_of:
            stands_for.setdefault(iri, []).append(source_node)

    def named(term: str) -> str:
        return "+".join(stands_for.get(term, [term]))

    return {(named(s), p, named(o)) for s, p, o in triples(knowledge)}


def ALL_SAID(knowledge: Knowledge) -> set[Triple]:
    return {triple for entry in knowledge.sources() for triple in triples(knowledge, MINTER.source_graph(entry.id))}


def test_one_that_is_told_apart_does_not_keep_others_with_its_identifier_apart(knowledge: Knowledge) -> None:
    keys = [Key(f"organization/{name}") for name in ("ash", "birch", "cedar")]
    for id, key in zip("abc", keys, strict=True):
        knowledge.add(a_source(id, Agent(key, "organization", key.rpartition("/")[2], code="XN")))
    nodes = [node(id, key) for id, key in zip("abc", keys, strict=True)]
    assert len({canonical(knowledge, one) for one in nodes}) == 1
    for other in nodes[1:]:
        knowledge.decide(nodes[0], other, "different")
    first, second, third = (canonical(knowledge, one) for one in nodes)
    assert second == third != first


def test_a_world_node_that_comes_last_into_a_decided_cluster_is_assigned_as_if_it_came_first() -> None:
    brook, reed = MINTER.node("a", Key(f"{KINDS['brook']}/brook")), MINTER.node("c", Key(f"{KINDS['reed']}/reed"))
    world = MINTER.world(Key(f"{KINDS['brook']}/brook"))
    first, second = made_up("a", [("reed", "Ada", True, True)]), made_up("c", [("reed", "Ada", False, True)])
    graphs = []
    for before, after in (((first, second), ()), ((second,), (first,))):
        with open_knowledge() as knowledge:
            for said in before:
                knowledge.add(said)
            knowledge.decide(brook, reed, "same")
            knowledge.decide(brook, world, "same")
            for said in after:
                knowledge.add(said)
            graphs.append(without_chosen_iris(knowledge))
    assert graphs[0] == graphs[1]


@settings(max_examples=60)
@given(steps, st.randoms(use_true_random=False))
def test_any_history_gives_what_building_it_anew_gives(history: list[tuple[object, ...]], order: random.Random) -> None:
    there: dict[str, SourceRecords] = {}
    with open_knowledge() as lived, open_knowledge() as fresh:
        for step in history:
            take(lived, there, step)
        decisions = lived.decisions()
        builders: list[Callable[[], object]] = [
            *(lambda said=said: fresh.add(said) for said in there.values()),
            *(lambda d=d: fresh.decide(d.first, d.second, d.verdict) for d in decisions),
        ]
        order.shuffle(builders)
        for build in builders:
            build()
        assert without_chosen_iris(lived) == without_chosen_iris(fresh)
        for entry in lived.sources():
            lived.remove(entry.id)
        for decision in decisions:
            lived.undo(decision.first, decision.second)
        assert triples(lived) == frozenset()
        assert triples(lived, MINTER.identity_graph) == frozenset()
        assert len(triples(lived, MINTER.store_graph)) == 1


def take(knowledge: Knowledge, there: dict[str, SourceRecords], step: tuple[object, ...]) -> None:
    match step:
        case ("add", SourceRecords() as said):
            knowledge.add(said)
            there[said.source.id] = said
        case ("remove", str(id)) if id in there:
            knowledge.remove(id)
            del there[id]
        case ("decide", str(first), str(second), "same" | "different" | "unsure" as verdict) if first != second:
            with suppress(DecisionError):  # it does not go with what was decided before
                knowledge.decide(first, second, verdict)  # type: ignore[arg-type]  # narrowed to str by mypy
        case ("undo", str(first), str(second)):
            if any({d.first, d.second} == {first, second} for d in knowledge.decisions()):
                knowledge.undo(first, second)
        case _:
            pass


def test_canonical_iris_read_like_what_they_name() -> None:
    assert re.fullmatch(
        rf"{DEFAULT_BASE}person/ada-brook-[0-9a-f]{{12}}", MINTER.canonical(node("a", Key("person/ada-brook")))
    )
