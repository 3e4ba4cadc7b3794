"""Equal identifiers join; births, items and kinds that differ keep apart, whatever else speaks for one."""

from __future__ import annotations

import random
from io import BytesIO

import pytest

from parley.graph.identifiers import Minter
from parley.graph.knowledge import Knowledge, open_knowledge
from parley.graph.records import Agent, AgentKind, Dataset, Key, Source, SourceRecords
from parley.graph.writing.foreign import GraphSource
from parley.ontology.terms import OWL, PARLEY, SCHEMA

from .test_identity import without_chosen_iris

MINTER = Minter()
LISTED = "https://www.opensanctions.org/entities/"
ITEM = "http://www.wikidata.org/entity/"


def listed(id: str, *same: str, kind: AgentKind = "person", name: str = "Ada Brook", born: str = "") -> SourceRecords:
    """A dataset that lists one person or body."""
    key = Key(f"{'person' if kind == 'person' else 'organization'}/1")
    agent = Agent(key, kind, name, surface_forms=(name,), same_as=same, born=born)
    return SourceRecords(Source(id, id, f"{id}\n", "datasets", "datasets 1", dataset=Dataset()), (agent,))


def of(knowledge: Knowledge, id: str, kind: str = "person") -> str:
    node = MINTER.node(id, Key(f"{kind}/1"))
    rows = list(
        knowledge.query(f"SELECT ?c {{ GRAPH <{MINTER.identity_graph}> {{ <{node}> <{PARLEY.canonical}> ?c }} }}")
    )
    return str(rows[0]["c"]) if rows else node


def are_one(*sources: SourceRecords) -> bool:
    with open_knowledge() as knowledge:
        for source in sources:
            knowledge.add(source)
        kinds = [str(one.key).partition("/")[0] for s in sources for one in s.records if isinstance(one, Agent)]
        return len({of(knowledge, one.source.id, kind) for one, kind in zip(sources, kinds, strict=True)}) == 1


@pytest.mark.parametrize(
    "form", ["http://www.wikidata.org/entity/", "https://www.wikidata.org/wiki/", "https://m.wikidata.org/wiki/"]
)
def test_an_item_of_wikidata_joins_in_any_form(form: str) -> None:
    assert are_one(listed("a", f"{ITEM}Q15"), listed("b", f"{form}Q15", name="A. B."))


def test_an_id_of_opensanctions_joins_and_so_does_an_older_one() -> None:
    assert are_one(listed("a", f"{LISTED}NK-2", f"{LISTED}old"), listed("b", f"{LISTED}old", name="A. B."))


def test_one_node_may_have_several_ids_of_opensanctions() -> None:
    one, other = listed("a", f"{LISTED}1", f"{ITEM}Q15"), listed("b", f"{LISTED}2", f"{ITEM}Q15")
    assert are_one(one, other)


def test_items_that_differ_keep_apart_what_shares_another_identifier() -> None:
    assert not are_one(listed("a", f"{LISTED}1", f"{ITEM}Q15"), listed("b", f"{LISTED}1", f"{ITEM}Q1"))


@pytest.mark.parametrize(("one", "other", "same"), [("1950", "1980", False), ("1950", "1950-03-01", True)])
def test_births_that_differ_keep_apart(one: str, other: str, same: bool) -> None:
    assert are_one(listed("a", f"{ITEM}Q15", born=one), listed("b", f"{ITEM}Q15", born=other)) is same


@pytest.mark.parametrize("large", [False, True])
def test_a_birth_that_another_source_tells_of_whom_it_kept_apart_joins_him(large: bool) -> None:
    birth = f'<urn:berg> <{SCHEMA.birthDate}> "%s" .\n'
    item = f"<urn:berg> <{OWL.sameAs}> <{ITEM}Q15> .\n"
    with open_knowledge() as knowledge:
        knowledge.add(listed("a", f"{ITEM}Q15", born="1980"))
        knowledge.add_graph(GraphSource("b", "b", (item + birth % "1950").encode(), "nt"))
        (row,) = knowledge.query("SELECT (COUNT(DISTINCT ?p) AS ?n) { ?p owl:sameAs ?item }")
        assert str(row["n"]) == "2"
        told = (birth % "1980").encode()
        knowledge.add_graph(GraphSource("c", "c", told, "nt", stream=(lambda: BytesIO(told)) if large else None))
        (row,) = knowledge.query("SELECT (COUNT(DISTINCT ?p) AS ?n) { ?p owl:sameAs ?item }")
        assert str(row["n"]) == "1"


def test_a_person_is_no_body() -> None:
    assert not are_one(listed("a", f"{ITEM}Q15"), listed("b", f"{ITEM}Q15", kind="organization"))


def test_what_people_decide_outweighs_all_that_keeps_apart() -> None:
    with open_knowledge() as knowledge:
        knowledge.add(listed("a", f"{ITEM}Q15", born="1950"))
        knowledge.add(listed("b", f"{ITEM}Q15", born="1980"))
        knowledge.decide(MINTER.node("a", Key("person/1")), MINTER.node("b", Key("person/1")), "same")
        assert of(knowledge, "a") == of(knowledge, "b")


def test_any_order_gives_one_graph_and_an_undone_decision_the_earlier_one() -> None:
    sources = [
        listed("a", f"{ITEM}Q15", born="1950-03-01"), listed("b", f"{LISTED}1", born="1950-03-01"),
        listed("c", f"{LISTED}1", f"{LISTED}2", name="BROOK, Ada"),
        listed("d", f"{LISTED}2", name="Ада Брук", born="1980"),
    ]  # fmt: skip
    graphs = set()
    for seed in range(4):
        shuffled = random.Random(seed).sample(sources, len(sources))
        with open_knowledge() as knowledge:
            for source in shuffled:
                knowledge.add(source)
            before = knowledge.serialized("nq")
            graphs.add(frozenset(without_chosen_iris(knowledge)))
            pair = MINTER.node("a", Key("person/1")), MINTER.node("d", Key("person/1"))
            knowledge.decide(*pair, "same")
            assert knowledge.serialized("nq") != before
            knowledge.undo(*pair)
            assert knowledge.serialized("nq") == before
    assert len(graphs) == 1


def test_a_name_as_people_write_it_goes_before_capitals_and_any_name_before_an_id() -> None:
    with open_knowledge() as knowledge:
        for id, name in (("a", "Ada Maria Olga BROOK"), ("b", "Ada Brook"), ("c", "Q15")):
            knowledge.add(listed(id, f"{ITEM}Q15", name=name))
        (row,) = knowledge.query("SELECT ?l { ?p a foaf:Person ; skos:prefLabel ?l }")
        assert str(row["l"]) == "Ada Brook"


def test_very_many_with_one_identifier_are_one_and_what_is_undone_leaves_no_trace() -> None:
    body = "".join(f"<urn:p{n}> <{OWL.sameAs}> <{ITEM}Q15> .\n" for n in range(2_000)).encode()
    with open_knowledge() as knowledge:
        knowledge.add_graph(GraphSource("many", "Many", body, "nt"))
        before = knowledge.serialized("nq")
        (row,) = knowledge.query("SELECT (COUNT(DISTINCT ?c) AS ?n) { GRAPH ?g { ?p parley:canonical ?c } }")
        assert str(row["n"]) == "1"
        knowledge.decide("urn:p1", "urn:p7", "different")
        (row,) = knowledge.query("SELECT (COUNT(DISTINCT ?p) AS ?n) { ?p owl:sameAs ?item }")
        assert str(row["n"]) == "2"
        knowledge.undo("urn:p1", "urn:p7")
        assert knowledge.serialized("nq") == before
