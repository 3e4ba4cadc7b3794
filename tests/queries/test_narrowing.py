"""A part of the graph holds what fits and what it leads to, nothing of other sources, and keeps all rules."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rdflib import URIRef

from parley.graph.errors import QueryError, UnknownName
from parley.graph.knowledge import Knowledge, open_knowledge
from parley.graph.reading.audit import check_canonical, check_source, source_graphs
from parley.graph.writing.foreign import GraphSource
from parley.ontology.terms import ORG
from parley.queries.ask import ask
from parley.queries.catalogue import catalogue
from parley.queries.filters import takes
from parley.queries.given import Given
from parley.queries.narrowing import answering, narrowed
from tests.graph.examples import HARBOURTOWN
from tests.graph.sequel import SEQUEL

DATASET = GraphSource(
    "registry",
    "A registry",
    b'<urn:x> <http://www.w3.org/2000/01/rdf-schema#label> "X" .',
    "nt",
    published="2031-05-10",
)
ROUNDS = ("harbourtown/event/round-3", "sequel/event/round-3")
GIVEN: dict[str, Given] = {
    "party": {"party": "Westmark"}, "round": {"round": 3}, "person": {"person": "Cole Reed"},
    "issue": {"issue": "property"}, "standing": {"standing": "denied"}, "text": {"text": "licences"},
    "both": {"party": "Sudmark", "source": "sequel"},
}  # fmt: skip


def merged(*ids: str) -> Knowledge:
    knowledge = open_knowledge()
    for said in (HARBOURTOWN, SEQUEL):
        if said.source.id in ids:
            knowledge.add(said)
    if "registry" in ids:
        knowledge.add_graph(DATASET)
    first, second = (f"{knowledge.base}source/{node}" for node in ROUNDS)
    knowledge.decide(first, second, "same")
    return knowledge


def told(knowledge: Knowledge, question: str, given: Given) -> set[tuple[str, ...]]:
    columns = ("fact", "quote", "standing", "source")
    return {tuple(str(row[column]) for column in columns) for row in ask(knowledge, question, **given).results}


@pytest.fixture(scope="module")
def knowledge() -> Iterator[Knowledge]:
    with merged("harbourtown", "sequel", "registry") as opened:
        yield opened


@pytest.mark.parametrize(
    ("given", "ids"),
    [
        ({"source": "harbourtown"}, ["harbourtown"]),
        ({"publisher": "Harbour Post"}, ["harbourtown", "sequel"]),
        ({"since": "2031-05-06"}, ["sequel", "registry"]),
        ({"until": "2031-05-10"}, ["harbourtown", "registry"]),
        ({"since": "2031-05-01"}, ["harbourtown", "sequel", "registry"]),
    ],
)
def test_a_part_by_source_is_what_would_be_there_had_no_other_been_read(
    knowledge: Knowledge, given: Given, ids: list[str]
):
    with narrowed(knowledge, **given) as part, merged(*ids) as alone:
        assert part.serialized("nq") == alone.serialized("nq")
        assert part.sources() == alone.sources()


@pytest.mark.parametrize("name", GIVEN)
def test_a_part_by_facts_keeps_all_rules_and_answers_like_the_whole(knowledge: Knowledge, name: str):
    given = GIVEN[name]
    with narrowed(knowledge, **given) as part:
        assert check_canonical(part) == ()
        assert [problem for iri in source_graphs(part) for problem in check_source(part, iri).problems] == []
        whole = {tuple(map(str, triple)) for triple in knowledge.graph()}
        assert len(part.graph()) < len(whole)
        for question in ("status", "posts", "members", "rounds", "third-states"):
            if given.keys() <= set(takes(catalogue()[question])):
                assert told(knowledge, question, given) <= told(part, question, given)


def test_a_shortcut_stays_only_with_the_fact_that_it_follows_from(knowledge: Knowledge):
    head, member = URIRef(ORG.headOf), URIRef(ORG.memberOf)
    with narrowed(knowledge, text="headed the Norland delegation") as part:
        graph = part.graph()
        assert len(list(graph.subject_objects(head))) == 1
        assert len(list(graph.subject_objects(member))) == 1
        assert not list(graph.subject_objects(URIRef(ORG.holds)))
    with narrowed(knowledge, issue="property") as part:
        assert not list(part.graph().subject_objects(head))


def test_what_fits_nothing_is_empty_and_nothing_given_is_the_whole(knowledge: Knowledge):
    assert narrowed(knowledge) is knowledge
    with narrowed(knowledge, text="nobody says this") as part:
        assert part.sources() == []
        assert len(part.graph()) == 0
    with pytest.raises(QueryError, match="not narrowed by post, but by negotiation, party, round"):
        narrowed(knowledge, post="foreign minister")


def test_no_word_of_other_statements_is_in_a_part_by_issue_but_the_text(knowledge: Knowledge):
    with narrowed(knowledge, issue="property") as part:
        quotes = {str(row["q"]) for row in part.query("SELECT ?q { ?s oa:exact ?q }")}
        items = {str(row["i"]) for row in part.query("SELECT ?i { ?s a parley:Item ; skos:prefLabel ?i }")}
    assert items == {"return of 12 boats", "return of the boats"}
    assert [quote for quote in quotes if "licences" in quote] == [HARBOURTOWN.source.title]


@pytest.mark.parametrize("name", ["posts", "rounds", "status"])
def test_a_part_by_an_answer_gives_the_same_answer_and_keeps_all_rules(knowledge: Knowledge, name: str):
    with answering(knowledge, name) as part:
        assert told(part, name, {}) == told(knowledge, name, {})
        assert check_canonical(part) == ()
        assert 0 < len(part.graph()) < len(knowledge.graph())


def test_an_answer_that_names_no_fact_is_narrowed_by_its_words(knowledge: Knowledge):
    with answering(knowledge, "evidence") as part:
        assert 0 < len(part.graph()) <= len(knowledge.graph())
        assert {entry.id for entry in part.sources()} == {"harbourtown", "sequel"}


def test_a_part_by_an_empty_answer_is_empty_and_no_other_question_is_guessed(knowledge: Knowledge):
    with answering(knowledge, "posts", text="nobody says this") as part:
        assert part.sources() == []
    with pytest.raises(UnknownName):
        answering(knowledge, "no-such-question")
