"""Decisions on facts: who let stand, changed, added or rejected what, and when."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parley.graph.knowledge import Knowledge, open_knowledge
from parley.graph.reading.audit import check_canonical, check_source, source_graphs
from parley.graph.records import FactDecision, Key
from tests.graph.examples import HARBOURTOWN, at

ACCEPTED = FactDecision(
    Key("decision/one"), "accepted", "Cole Reed is foreign minister", at("Cole Reed"), "Edda Lund", "2031-05-07",
    "read again", Key("holding/reed"),
)  # fmt: skip
REJECTED = FactDecision(
    Key("decision/two"), "rejected", "Cole Reed is to be prime minister", at("Cole Reed is"), "Edda Lund", "2031-05-07"
)
ASKED = """
PREFIX parley: <https://w3id.org/parley/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?verdict ?said ?by ?on WHERE {
  { ?node a parley:FactDecision } UNION { GRAPH ?graph { ?node a parley:FactDecision } FILTER(STRENDS(STR(?graph), "/decisions")) }
  GRAPH ?any { ?node parley:verdict ?verdict ; parley:factText ?said ; parley:decidedOn ?on ;
    parley:decidedBy/skos:prefLabel ?by }
} ORDER BY ?said
"""  # noqa: E501


def decided(*decisions: FactDecision) -> Knowledge:
    knowledge = open_knowledge()
    knowledge.add(replace(HARBOURTOWN, records=(*HARBOURTOWN.records, *decisions)))
    return knowledge


def test_a_decision_says_who_decided_what_and_when() -> None:
    with decided(ACCEPTED, REJECTED) as knowledge:
        rows = [
            tuple(str(row[c]).rpartition("#")[2] for c in ("verdict", "by", "on")) for row in knowledge.query(ASKED)
        ]
    assert rows == [
        ("verdict-accepted", "Edda Lund", "2031-05-07"),
        ("verdict-rejected", "Edda Lund", "2031-05-07"),
    ]


def test_what_is_rejected_is_no_part_of_what_the_source_says() -> None:
    with decided(REJECTED) as knowledge, decided() as plain:
        assert set(knowledge.graph()) == set(plain.graph())
        assert any(iri.endswith("graph/decisions") for iri in knowledge.graphs())


@pytest.mark.parametrize("decisions", [(ACCEPTED,), (REJECTED,), (ACCEPTED, REJECTED)])
def test_the_graph_keeps_its_rules_with_decisions(decisions: tuple[FactDecision, ...]) -> None:
    with decided(*decisions) as knowledge:
        (graph,) = source_graphs(knowledge)
        with decided() as plain:
            assert check_source(knowledge, graph).problems == check_source(plain, graph).problems
        assert check_canonical(knowledge) == ()


def test_decisions_go_with_their_source() -> None:
    with decided(ACCEPTED, REJECTED) as knowledge:
        knowledge.decide("https://a.example/1", "https://a.example/2", "different")
        knowledge.remove("harbourtown")
        (left,) = {str(s) for s in knowledge.graph(f"{knowledge.base}graph/decisions").subjects()}
    assert "/decision/" in left


def test_a_decision_that_is_taken_back_leaves_no_trace() -> None:
    with decided(ACCEPTED, REJECTED) as knowledge, decided() as plain:
        assert knowledge.add(HARBOURTOWN) == "replaced"
        assert knowledge.serialized("nq") == plain.serialized("nq")


def test_the_same_decisions_again_change_nothing() -> None:
    records = replace(HARBOURTOWN, records=(*HARBOURTOWN.records, REJECTED))
    with decided(REJECTED) as knowledge:
        assert knowledge.add(records) == "unchanged"
        assert knowledge.add(replace(records, records=(*HARBOURTOWN.records, ACCEPTED))) == "replaced"


def test_decisions_are_not_taken_for_decisions_on_identity() -> None:
    with decided(ACCEPTED, REJECTED) as knowledge:
        assert knowledge.decisions() == []


def test_without_words_nothing_of_the_fact_is_told() -> None:
    with decided(ACCEPTED, REJECTED) as knowledge, knowledge.without_words() as copy:
        data = copy.serialized("nq").decode()
    assert "factText" not in data
    assert "read again" not in data
    assert "verdict-rejected" in data
