"""Problems that are planted in a store are found, each told once, in words, with the words of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from parley.graph.knowledge import DEFAULT_BASE, Knowledge, open_knowledge
from parley.graph.reading.audit import Problem, check_canonical, check_source, source_graphs
from parley.graph.records import Agent, SourceRecords
from parley.graph.writing.foreign import GraphSource
from tests.graph.explorer.made_up import first_article, second_article

from ..examples import HARBOURTOWN
from ..hostile import hostile

SOURCE = f"{DEFAULT_BASE}source/harbourtown"
PREFIXES = """
PREFIX : <https://w3id.org/parley/ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
HEAD = "Ada Brook, the former harbour minister, headed the Norland delegation"
Plant = Callable[[str], tuple[Problem, ...]]


def uncoded(source: SourceRecords) -> SourceRecords:
    """The source without codes of states, which are made up too freely."""
    records = (replace(each, code="") if isinstance(each, Agent) else each for each in source.records)
    return replace(source, records=tuple(records))


FIRST, SECOND = uncoded(first_article()), uncoded(second_article())


@pytest.fixture
def knowledge() -> Iterator[Knowledge]:
    with open_knowledge() as opened:
        opened.add(HARBOURTOWN)
        yield opened


@pytest.fixture
def plant(knowledge: Knowledge) -> Plant:
    """Changes the source's graph behind everybody's back and gives what the check then finds."""

    def plant(update: str) -> tuple[Problem, ...]:
        knowledge._store.engine.update(f"{PREFIXES} WITH <{SOURCE}/graph> {update}")
        (graph,) = source_graphs(knowledge)
        return check_source(knowledge, graph).problems

    return plant


@pytest.mark.parametrize("source", [HARBOURTOWN, hostile(), FIRST, SECOND])
def test_what_was_written_is_well(source: SourceRecords):
    with open_knowledge() as knowledge:
        knowledge.add(source)
        (graph,) = source_graphs(knowledge)
        checked = check_source(knowledge, graph)
        assert checked.problems == ()
        assert checked.source == source.source.id
        assert checked.statements == sum(type(record).__name__ == "Statement" for record in source.records)
        assert check_canonical(knowledge) == ()


def test_each_source_is_checked_by_itself():
    with open_knowledge() as knowledge:
        for source in (HARBOURTOWN, FIRST, SECOND):
            knowledge.add(source)
        knowledge.decide(
            f"{DEFAULT_BASE}source/harbour-post-1/item/boats",
            f"{DEFAULT_BASE}source/suder-gazette-1/item/boats",
            "same",
        )
        found = [check_source(knowledge, graph) for graph in source_graphs(knowledge)]
        assert [(one.source, one.problems) for one in found] == [
            ("harbour-post-1", ()), ("harbourtown", ()), ("suder-gazette-1", ()),
        ]  # fmt: skip
        assert check_canonical(knowledge) == ()


def test_a_broken_rule_is_told_with_the_node_in_words_and_the_words_of_the_text(plant: Plant):
    found = plant("DELETE { ?m org:role ?r } WHERE { ?m org:role :role-head ; org:role ?r }")
    told = {problem.problem: problem for problem in found}
    problem = told["A membership of a delegation has exactly one role: head or member."]
    assert (problem.source, problem.kind, problem.quote) == ("harbourtown", "membership of a delegation", HEAD)
    assert (problem.speaker, problem.node) == ("Harbour Post", f"{SOURCE}/membership/brook")
    text = HARBOURTOWN.source.text
    assert text[int(problem.start) : int(problem.end)] == HEAD
    shortcut = told["Who is written as head of a delegation has a membership as its head that is asserted."]
    assert (shortcut.kind, shortcut.name) == ("person", "Ada Brook")
    assert len(found) == 2


def test_a_fact_without_a_statement_is_told_once(plant: Plant):
    (problem,) = plant(
        "DELETE { ?f :supportedBy ?s } WHERE { ?f a :Attendance ; :standing :asserted ; :supportedBy ?s }"
    )
    assert (problem.kind, problem.quote) == ("attendance", "")
    assert problem.problem == "A fact is supported or disputed by at least one statement."


def test_a_fact_whose_statement_is_gone_is_told(plant: Plant):
    found = plant(f"DELETE {{ ?s ?p ?o }} WHERE {{ <{SOURCE}/act/demand> :supportedBy ?s . ?s ?p ?o }}")
    assert ("act", "What supports a fact is a statement.") in {(each.kind, each.problem) for each in found}
    assert len([each for each in found if each.node == f"{SOURCE}/act/demand"]) == 1


def test_words_that_are_not_in_the_text_are_told_with_what_stands_there(plant: Plant):
    (problem,) = plant('DELETE { ?q oa:exact ?w } INSERT { ?q oa:exact "Ada Brook sang" } WHERE '
                       '{ ?q oa:exact ?w FILTER(STRSTARTS(?w, "Ada")) }')  # fmt: skip
    assert (problem.kind, problem.quote, problem.value) == ("statement", "Ada Brook sang", HEAD)
    assert problem.problem == "The quoted words are not what the text has at their place."


def test_a_place_that_is_beside_the_words_is_told(plant: Plant):
    (problem,) = plant("DELETE { ?p oa:start ?n } INSERT { ?p oa:start ?m } WHERE { ?p oa:start ?n BIND(?n + 1 AS ?m) "
                       '?t oa:hasSelector ?p, ?q . ?q oa:exact ?w FILTER(STRSTARTS(?w, "Ada")) }')  # fmt: skip
    assert problem.value == HEAD[1:]


def test_a_statement_without_exact_words_is_told(plant: Plant):
    found = plant("DELETE { ?q oa:exact ?w } WHERE { ?q oa:exact ?w FILTER(STRSTARTS(?w, 'Ada')) }")
    assert ("statement", "The statement has no exact words.") in {(each.kind, each.problem) for each in found}


def test_a_text_that_was_changed_is_told_by_its_hash(plant: Plant):
    found = plant("DELETE { ?a schema:text ?t } INSERT { ?a schema:text ?n } "
                  "WHERE { ?a schema:text ?t BIND(CONCAT(?t, 'More.') AS ?n) }")  # fmt: skip
    (problem,) = found
    assert (problem.kind, problem.name) == ("article", HARBOURTOWN.source.title)
    assert problem.problem == "The content hash does not fit the text: the text has been changed."


@pytest.mark.parametrize(
    ("update", "problem"),
    [
        (
            "DELETE { ?s prov:wasAttributedTo ?a } INSERT { ?s prov:wasAttributedTo ?p } WHERE "
            "{ ?x schema:publisher ?p . ?s prov:wasAttributedTo ?a FILTER(?s = <SOURCE/statement/propose>) }",
            "The last of the chain is not the one who says it.",
        ),
        (
            "DELETE { <SOURCE/statement/propose> prov:wasAttributedTo ?a } INSERT { <SOURCE/statement/propose> "
            "prov:wasAttributedTo <urn:nobody> . <SOURCE/statement/propose/attribution/2> prov:agent <urn:nobody> } "
            "WHERE { <SOURCE/statement/propose> prov:wasAttributedTo ?a }",
            "A statement has exactly one speaker, an agent.",
        ),
        (
            "DELETE { <SOURCE/statement/propose/attribution/2> prov:agent ?a } INSERT { "
            "<SOURCE/statement/propose/attribution/2> prov:agent <urn:nobody> } "
            "WHERE { <SOURCE/statement/propose/attribution/2> prov:agent ?a }",
            "The speaker of a statement is one of its chain.",
        ),
        (
            "DELETE { ?l :chainPosition ?n } INSERT { ?l :chainPosition 5 } "
            "WHERE { ?l :chainPosition ?n FILTER(?l = <SOURCE/statement/propose/attribution/2>) }",
            "The places in the chain are not 1, 2, 3 without a gap.",
        ),
        (
            "DELETE { <SOURCE> schema:publisher ?p } INSERT { <SOURCE> schema:publisher <BASEstate/XN> } "
            "WHERE { <SOURCE> schema:publisher ?p }",
            "The chain does not start with the publisher.",
        ),
        (
            "DELETE { <SOURCE/statement/propose> prov:qualifiedAttribution ?l } "
            "WHERE { <SOURCE/statement/propose> prov:qualifiedAttribution ?l }",
            "A statement has a chain of at least one attribution.",
        ),
    ],
)  # fmt: skip
def test_a_broken_chain_is_told(plant: Plant, update: str, problem: str):
    found = plant(update.replace("SOURCE", SOURCE).replace("BASE", DEFAULT_BASE))
    assert problem in {each.problem for each in found}
    spoken = [each for each in found if each.problem == problem]
    assert all(each.kind == "statement" and each.quote for each in spoken)


def test_a_reference_to_nothing_is_told(plant: Plant):
    found = plant(f"INSERT {{ <{SOURCE}/act/demand> :addressee <{SOURCE}/person/nobody> }} WHERE {{}}")
    values = {each.problem: each.value for each in found}
    assert values["The addressee of an act is an agent."] == f"{SOURCE}/person/nobody"


def test_an_amount_is_shown_with_the_words_of_its_term(plant: Plant):
    (problem,) = plant(
        "DELETE { ?q :approximation ?a } WHERE { ?t :quantity ?q . ?q :additional true ; :approximation ?a }"
    )
    assert (problem.kind, problem.problem) == ("amount", "An amount has exactly one approximation of the vocabulary.")
    assert problem.quote == "Sudmark demanded the return of 12 boats within 30–45 days"


def test_a_value_that_is_no_number_is_told_without_noise(plant: Plant, caplog: pytest.LogCaptureFixture):
    found = plant('INSERT { ?q schema:value "many"^^<http://www.w3.org/2001/XMLSchema#integer> } '
                  "WHERE { ?q :perSide true }")  # fmt: skip
    assert found
    assert caplog.records == []


def test_a_canonical_graph_that_says_more_or_less_than_the_sources_is_told(knowledge: Knowledge):
    engine = knowledge._store.engine
    node = f"{SOURCE}/membership/brook"
    engine.update(f"{PREFIXES} INSERT DATA {{ <{node}> org:role :role-member . <{node}> :standing :denied }}")
    engine.update(f"{PREFIXES} DELETE DATA {{ <{SOURCE}/membership/officer> :standing :asserted }}")
    more, less = check_canonical(knowledge)
    assert (more.node, more.problem) == (node, "Questions read this of it, but no source says it.")
    assert (more.source, more.kind, more.value) == ("harbourtown", "membership of a delegation", "role: role-member")
    assert (less.node, less.problem) == (
        f"{SOURCE}/membership/officer", "A source says this of it, but questions do not read it.",
    )  # fmt: skip


def test_checking_changes_nothing(knowledge: Knowledge):
    before = knowledge.serialized("nq")
    check_source(knowledge, source_graphs(knowledge)[0])
    check_canonical(knowledge)
    assert knowledge.serialized("nq") == before


def test_a_source_without_records_is_well():
    with open_knowledge() as knowledge:
        knowledge.add(replace(HARBOURTOWN, records=HARBOURTOWN.records[:11]))
        (graph,) = source_graphs(knowledge)
        assert check_source(knowledge, graph).problems == ()


def test_a_dataset_is_not_put_to_our_rules_but_is_read_as_it_is():
    data = b'<https://example.org/ada> a <http://xmlns.com/foaf/0.1/Person> ; <http://example.org/note> "x" .'
    with open_knowledge() as knowledge:
        knowledge.add(HARBOURTOWN)
        knowledge.add_graph(GraphSource("people", "People", data, "ttl", publisher="Somebody"))
        found = [check_source(knowledge, graph) for graph in source_graphs(knowledge)]
        assert [(one.statements, one.problems) for one in found] == [(12, ()), (0, ())]
        assert check_canonical(knowledge) == ()
        assert b"example.org/ada" in knowledge.without_words().serialized("nt")
