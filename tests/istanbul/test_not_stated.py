"""What the article does not say is not in its graph, and would be seen if it were.

Each question of not_stated.yaml is asked of the graph of the article, where it must be false, and of the same graph
with the very thing planted in it (planted.py), where it must be true: a question that can only say no tells nothing.
"""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
import rdflib
import yaml
from rdflib.namespace import ORG, XSD

from parley.graph.identifiers import DEFAULT_BASE
from parley.graph.knowledge import Knowledge, open_knowledge
from parley.graph.records import SourceRecords
from parley.ontology.terms import PREFIXES

from .planted import NO_RECORD, PLANTS, planted

pytestmark = pytest.mark.slow

ENTRIES: dict[str, dict[str, str]] = yaml.safe_load(
    Path(__file__).with_name("not_stated.yaml").read_text(encoding="utf-8")
)
WAYS = [pytest.param(key, way, id=f"{key}-{way + 1}") for key, ways in PLANTS.items() for way in range(len(ways))]


def question(key: str) -> str:
    prefixes = PREFIXES | {"state": f"{DEFAULT_BASE}state/"}
    return "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in prefixes.items()) + f"ASK {{ {ENTRIES[key]['ask']} }}"


@pytest.mark.parametrize("key", ENTRIES)
def test_what_the_article_does_not_say_is_not_in_the_graph(knowledge: Knowledge, key: str):
    assert not knowledge.query(question(key)), ENTRIES[key]["says"]


@pytest.mark.parametrize(("key", "way"), WAYS)
def test_the_same_question_finds_it_once_it_is_planted(records: SourceRecords, key: str, way: int):
    with open_knowledge() as knowledge:
        knowledge.add(planted(records, PLANTS[key][way]))
        assert knowledge.query(question(key)), ENTRIES[key]["says"]


def test_a_date_on_a_post_would_be_seen_although_no_record_can_hold_one(knowledge: Knowledge):
    graph = knowledge.graph()
    person = next(node for node, label in graph.subject_objects(rdflib.SKOS.prefLabel) if "Umerov" in label)
    tenure = rdflib.URIRef(PREFIXES["parley"] + "tenure")
    holdings = [node for node in graph.subjects(ORG.member, person) if (node, tenure, None) in graph]
    assert holdings
    since = rdflib.URIRef(PREFIXES["schema"] + "startDate")
    graph.add((holdings[0], since, rdflib.Literal("2025-07-18", datatype=XSD.date)))
    assert graph.query(question("umerov-dates")).askAnswer


def test_every_key_of_the_gold_is_asked(shared: Path):
    gold = yaml.safe_load((shared / "gold" / "seed_facts.yaml").read_text(encoding="utf-8"))["not_stated"]
    assert list(ENTRIES) == [entry["key"] for entry in gold]


def test_every_question_has_something_planted():
    assert ENTRIES.keys() == PLANTS.keys() | NO_RECORD.keys()
    assert not PLANTS.keys() & NO_RECORD.keys()


def test_the_questions_use_only_terms_of_the_ontology():
    ontology = (files("parley.ontology") / "parley.ttl").read_text(encoding="utf-8")
    defined = set(re.findall(r"^(parley:[\w-]+) a ", ontology, re.MULTILINE))
    used = {term for entry in ENTRIES.values() for term in re.findall(r"parley:[\w-]+", entry["ask"])}
    assert used - defined == set()
