"""An empty answer is told with its cause: a name that nothing has, or a pattern that nothing fits."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from parley.graph.knowledge import Knowledge, open_knowledge
from parley.graph.reading.unmatched import why_nothing
from tests.graph.examples import HARBOURTOWN


@pytest.fixture(scope="module")
def knowledge() -> Iterator[Knowledge]:
    with open_knowledge() as opened:
        opened.add(HARBOURTOWN)
        yield opened


@pytest.mark.parametrize(
    ("term", "meant"),
    [
        ("parley:Person", "foaf:Person or prov:Person or schema:Person"),
        ("parley:statement", "parley:Statement"),
        ("parley:Meeting", "parley:event-meeting"),
        ("schema:startdate", "schema:startDate"),
        ("parley:Demend", "parley:Demand"),
    ],
)
def test_a_term_is_suggested_of_the_kind_that_was_meant(knowledge: Knowledge, term: str, meant: str):
    (told,) = why_nothing(knowledge, f"SELECT ?x {{ ?x a {term} }}")
    assert told.endswith(f": {meant}?")


def test_a_term_that_is_like_no_other_is_told_without_a_guess(knowledge: Knowledge):
    assert why_nothing(knowledge, "ASK { ?x a parley:Zeppelin }") == ["parley:Zeppelin is no term"]


@pytest.mark.parametrize(
    ("patterns", "told"),
    [
        (
            "?x a parley:Demand ; rdfs:label ?l ; schema:agent ?who",
            "both ?x a parley:Demand and ?x schema:agent ?who: schema:agent is told of parley:NegotiationAct",
        ),
        ('?x parley:isoCode "QQ"', '?x parley:isoCode "QQ": parley:isoCode has values such as "X'),
        ("?x rdfs:label ?l . ?l schema:agent ?y", "both ?x rdfs:label ?l and ?l schema:agent ?y"),
        ('?x schema:agent/rdfs:label "Nobody"', '?x schema:agent/rdfs:label "Nobody"'),
        ("?x schema:agent [ a parley:Round ]", "both ?x schema:agent [] and [] a parley:Round"),
    ],
)
@pytest.mark.parametrize("form", ["SELECT ?x", "ASK", "DESCRIBE ?x", "CONSTRUCT { ?x a ?x } WHERE"])
def test_the_first_pattern_that_nothing_fits_is_told(knowledge: Knowledge, patterns: str, told: str, form: str):
    (remark,) = why_nothing(knowledge, f"{form} {{ {patterns} OPTIONAL {{ ?x foaf:name ?n }} }}")
    assert remark.startswith(f"nothing fits {told}")


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?x { ?x a parley:Demand FILTER(?x = 3) }",
        "SELECT ?x { ?x a parley:Demand OPTIONAL { ?x schema:agent ?y } FILTER(BOUND(?y)) }",
        "SELECT ?x { { ?x schema:agent parley:Round } UNION { ?x schema:agent 3 } }",
        "SELECT ?x { VALUES ?x { 3 } }",
        "ASK { << ?x a ?y >> ?z ?n }",
        "DESCRIBE state:XX",
    ],
)
def test_what_need_not_be_there_is_not_blamed(knowledge: Knowledge, sparql: str):
    assert not any("nothing fits" in remark for remark in why_nothing(knowledge, sparql))


def test_a_cause_that_takes_long_to_find_is_left_out(knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch):
    sparql = "SELECT ?x { ?x a parley:Demand ; schema:agent ?y }"
    assert why_nothing(knowledge, sparql)
    monkeypatch.setattr("parley.graph.reading.unmatched._SECONDS", 0.0)
    assert why_nothing(knowledge, sparql) == []
