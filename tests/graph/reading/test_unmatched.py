"""An empty answer is told with its cause: a name that nothing has, or a pattern that nothing fits."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from parley.graph.knowledge import Knowledge, open_knowledge
from parley.graph.reading.unmatched import doubts, why_nothing
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
    ("patterns", "told"),
    [
        ("?x a parley:party", "parley:party is a property, no class"),
        ('?x rdfs:label "NORLAND"@en', 'rdfs:label has the value "Norland"'),
        ('?x parley:standing "asserted"', "parley:standing has the value parley:asserted"),
        ("?x a parley:NegotiationAct . ?y schema:agent ?x", "the other way round, ?x schema:agent ?y, it does"),
        ("?item parley:concerns ?act . ?act a parley:NegotiationAct", "?act parley:concerns ?item, it does"),
        (
            "?x parley:standing ?s . ?x a parley:Statement",
            "parley:standing is told of parley:NegotiationAct, parley:",
        ),
    ],
)
def test_what_was_likely_meant_by_a_pattern_is_told(knowledge: Knowledge, patterns: str, told: str):
    (remark,) = why_nothing(knowledge, f"SELECT * {{ {patterns} }}")
    assert told in remark


def test_a_filter_that_nothing_passes_is_told_with_what_it_is_asked_of(knowledge: Knowledge):
    sparql = "SELECT ?x { ?x a parley:Demand ; rdfs:label ?l OPTIONAL { ?x foaf:name ?n } FILTER(LANG(?l) = 'en') }"
    (remark,) = why_nothing(knowledge, sparql)
    assert re.fullmatch('without FILTER there are answers, such as one where \\?l is "[^"]+"', remark)
    assert why_nothing(knowledge, sparql.replace("FILTER", "MINUS { ?x a parley:Demand } FILTER")) == []


@pytest.mark.parametrize(
    ("node", "meant"),
    [("state:Norland", ": state:XN?"), ("state:norland", ": state:XN?"), ("state:Nowhere", ""), ("item:Norland", "")],
)
def test_a_node_that_is_not_there_is_found_by_its_name(knowledge: Knowledge, node: str, meant: str):
    assert why_nothing(knowledge, f"SELECT ?x {{ {node} ?x ?y }}") == [f"nothing here has {node}{meant}"]


def test_a_prefix_that_stands_for_something_else_is_told(knowledge: Knowledge):
    told = why_nothing(knowledge, "PREFIX parley: <http://a.b/> ASK { ?x a parley:Demand }")
    assert told == ["parley:Demand is <http://a.b/Demand>, and here that is <https://w3id.org/parley/ns#Demand>"]
    told = why_nothing(knowledge, "ASK { ?x a <parley:Demand> }")
    assert told == ["<parley:Demand> is a whole IRI: parley:Demand?"]


@pytest.mark.parametrize(
    ("sparql", "told"),
    [
        ("SELECT ?lable { ?x a parley:Demand ; rdfs:label ?label }", ["?lable stands in no pattern: ?label?"]),
        ("SELECT ?x { ?x a parley:Demand } ORDER BY DESC(?when)", ["?when stands in no pattern"]),
        ("SELECT ?x { ?x a parley:Demand FILTER(!BOUND($what)) }", ["?what stands in no pattern"]),
        ("SELECT ?x { ?x a parley:Demand OPTIONAL { ?x parley:onIsue ?i } }",
         ["parley:onIsue is no term: parley:onIssue?"]),
        ("SELECT ?x { ?x a parley:Demand OPTIONAL { ?x parley:format ?i } } # ?none", []),
        ("SELECT ?x (COUNT(?y) AS ?n) { ?x a ?y VALUES (?a ?b) { (1 2) } BIND('?s' AS ?t) } GROUP BY ?x", []),
        ("SELECT ?x { ?x a ?y FILTER NOT EXISTS { ?x foaf:name ?n } } VALUES ?z { 1 }", []),
        ("SELECT * { ?x a/rdfs:subClassOf? ?y }", []),
        ("SELECT ?x { ?x rdf:rest* (?a ?b) }", []),
        ("SELECT ?nam { ?x a parley:Demand ; skos:prefLabel ?name } ORDER BY ?nam",
         ["?nam stands in no pattern: ?name?"]),
    ],
)  # fmt: skip
def test_what_is_doubtful_in_a_query_with_answers_is_told(knowledge: Knowledge, sparql: str, told: list[str]):
    assert doubts(knowledge, sparql) == told


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
