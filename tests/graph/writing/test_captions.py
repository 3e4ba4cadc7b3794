"""Every node has an rdfs:label, whoever names it; without the words of a text it goes by what kind of thing it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parley.graph.knowledge import Knowledge, open_knowledge
from parley.graph.records import FactDecision, Key, SourceRecords
from parley.graph.writing.foreign import GraphSource
from tests.graph.examples import HARBOURTOWN, at
from tests.graph.hostile import hostile
from tests.graph.sequel import SEQUEL

DECIDED = FactDecision(
    Key("decision/a"), "accepted", "Cole Reed is foreign minister", at("Cole Reed is Sudmark’s foreign minister"),
    "Edda Lund", "2031-05-07", fact=Key("holding/reed"),
)  # fmt: skip
DATASET = """\
@prefix ex: <http://example.org/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix parley: <https://w3id.org/parley/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <http://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> .
ex:labelled rdfs:label "Own label" ; skos:prefLabel "Other" .
ex:preferred skos:prefLabel "Bevorzugt"@de , "Preferred"@en ; foaf:name "Third" .
ex:named foaf:name "Ada Brook" .
ex:typed a ex:Thing ; schema:name "With a\\nbreak" .
ex:titled dcterms:title "A treaty" .
<http://example.org/treaties/peace-of-1648> ex:signed "1648" .
<http://example.org/> ex:in [ ex:b "c" ] .
ex:norland parley:isoCode "XN" ; ex:seat "Northtown" .
ex:brook owl:sameAs wd:Q900 ; schema:name "Ada Brook" .
"""
UNLABELLED = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?node WHERE { ?node ?property ?value . FILTER NOT EXISTS { ?node rdfs:label ?label } }
"""
LABELS = "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> SELECT ?node ?label WHERE { ?node rdfs:label ?label }"


def unlabelled(knowledge: Knowledge) -> list[str]:
    return [str(row["node"]) for row in knowledge.query(UNLABELLED)]


def labels(knowledge: Knowledge) -> dict[str, str]:
    """By the last two parts of their IRIs."""
    return {"/".join(str(row["node"]).split("/")[-2:]): str(row["label"]) for row in knowledge.query(LABELS)}


def dataset() -> GraphSource:
    return GraphSource("treaties", "Treaties", DATASET.encode(), "ttl", "treaties.ttl", publisher="An archive")


@pytest.mark.parametrize(
    "source",
    [
        replace(HARBOURTOWN, records=(*HARBOURTOWN.records, DECIDED)), SEQUEL, hostile(),
        replace(SEQUEL, source=replace(SEQUEL.source, title="", publisher=None)),
    ],
    ids=["every kind of record", "sequel", "hostile", "nameless"],
)  # fmt: skip
def test_every_node_of_an_article_has_a_label_with_and_without_its_words(source: SourceRecords):
    with open_knowledge() as knowledge:
        knowledge.add(source)
        assert unlabelled(knowledge) == []
        assert unlabelled(knowledge.without_words()) == []


def test_every_node_of_a_dataset_has_a_label_beside_what_the_dataset_says():
    with open_knowledge() as knowledge:
        knowledge.add(HARBOURTOWN)
        knowledge.add_graph(dataset())
        assert unlabelled(knowledge) == []
        told = labels(knowledge)
        own = knowledge.graph(f"{knowledge.base}source/treaties/graph")
        assert unlabelled(knowledge.without_words()) == []
    expected = {
        "example.org/labelled": "Own label", "example.org/preferred": "Preferred", "example.org/named": "Ada Brook",
        "example.org/typed": "With a\nbreak", "example.org/titled": "A treaty",
        "treaties/peace-of-1648": "peace-of-1648", "example.org/": "example.org",
    }  # fmt: skip
    assert {end: told[end] for end in expected} == expected
    assert "node 1" in told.values()
    assert not any("peace-of-1648" in str(value) for value in own.objects())


def test_what_a_dataset_leaves_unnamed_gives_no_name_to_what_is_the_same():
    forms = "SELECT ?form WHERE { ?node <https://w3id.org/parley/ns#surfaceForm> ?form }"
    with open_knowledge() as knowledge:
        knowledge.add(HARBOURTOWN)
        knowledge.add_graph(dataset())
        assert "norland" not in {str(row["form"]) for row in knowledge.query(forms)}


def test_facts_go_by_what_they_tell_and_statements_by_their_place():
    with open_knowledge() as knowledge:
        knowledge.add(HARBOURTOWN)
        told = labels(knowledge)
        found = {str(row["label"]) for row in knowledge.query(LABELS)}
    assert told["statement/propose"].startswith("statement of Ada Brook, characters ")
    assert found >= {
        "Norland: propose: 40 fishing licences", "Sudmark: agree to consider: 40 fishing licences",
        "Ada Brook: harbour minister (former)", "Ada Brook: head of Norland delegation",
        "Westmark: observer at Round 3", "at least 40 licences for each side", "30–45 days", "speaker: Ada Brook",
        "publisher: Harbour Post", "reading of harbourtown",
    }  # fmt: skip


def test_without_words_a_fact_goes_by_its_kind():
    with open_knowledge() as knowledge:
        knowledge.add(HARBOURTOWN)
        told = labels(knowledge.without_words())
    found = set(told.values())
    assert found >= {"holding of a post", "membership of a delegation", "attendance", "act", "term", "statement"}
    assert told["source/harbourtown"] == "harbourtown"
    assert not any("fishing" in label for label in told.values())
