"""A node is found by whatever it is called, told of with its words, and given as Turtle."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import rdflib

import parley
from parley.graph.knowledge import open_knowledge
from parley.graph.records import Agent, Key
from tests.graph.examples import HARBOURTOWN

from .conftest import Run
from .test_querying import MISSPELT

Run = Run
NORLAND = "https://w3id.org/parley/id/state/XN"


def test_a_node_is_told_of_in_words_with_what_it_says(run: Run, store: str):
    told = run("describe", "Ada Brook", "--store", store)
    assert told.code == 0
    lines = told.out.splitlines()
    assert lines[0] == "Ada Brook: person"
    assert lines[1].startswith("  person:ada-brook-")
    assert "  side: Norland" in lines
    assert any(line.startswith("  Ada Brook heads ") and line.endswith("[asserted]") for line in lines)
    assert "    “Ada Brook, the former harbour minister, headed the Norland delegation”" in lines
    assert "    “We propose at least 40 licences for each side”" in lines[lines.index("Said by it") :]
    assert max(map(len, lines)) <= 120


@pytest.mark.parametrize("name", ["Norland", "norland", "KINGDOM OF NORLAND", NORLAND, f"<{NORLAND}>", "state:XN"])
def test_it_is_found_by_every_name_and_by_its_iri(run: Run, store: str, name: str):
    assert run("describe", name, "--store", store).out == run("describe", "state:XN", "--store", store).out
    assert run("describe", name, "--store", store).out.startswith("Norland: state\n")


def test_its_turtle_is_a_graph_of_what_it_is_part_of(run: Run, store: str):
    turtle = run("describe", "Norland", "--format", "turtle", "--store", store).out
    assert "state:XN a " in turtle
    graph = rdflib.Graph().parse(data=turtle, format="turtle")
    node = rdflib.URIRef(NORLAND)
    with open_knowledge(store) as knowledge:
        whole = knowledge.graph()
    expected = {*whole.triples((node, None, None)), *whole.triples((None, None, node))}
    assert set(graph) == expected
    assert len(expected) > 10


def test_every_node_of_a_graph_can_be_described(store: str):
    with parley.open(store) as talks:
        nodes = {str(subject) for subject in talks.as_rdflib().subjects()}
        texts = {node: talks.describe(node) for node in sorted(nodes)}
    assert all(found.iri == node and found.text.count("\n") > 1 for node, found in texts.items())


def test_a_class_is_told_with_its_meaning_and_what_goes_with_it_in_a_query(run: Run, store: str):
    lines = run("describe", "parley:Demand", "--store", store).out.splitlines()
    assert lines[:2] == ["demand: class", "  parley:Demand"]
    assert "  kind of: parley:Item" in lines
    assert "  nodes of this class here: 1" in lines
    (has,) = (line for line in lines if line.startswith("  has here: "))
    assert {"rdfs:label", "skos:prefLabel"} <= set(has.removeprefix("  has here: ").split(", "))
    assert any(line.startswith("  is here the value of: ") and "parley:concerns" in line for line in lines)
    assert run("describe", "foaf:Person", "--store", store).out.startswith("person: class\n")


def test_a_property_is_told_with_what_it_is_told_of_and_its_values(run: Run, store: str):
    text = run("describe", "parley:standing", "--store", store).out
    assert "\n  How a fact stands in its source.\n" in text
    (values,) = (line for line in text.splitlines() if line.startswith("  values here are: "))
    assert "parley:asserted" in values
    assert "parley:NegotiationAct" in text
    assert "  values here are: xsd:string\n" in run("describe", "foaf:name", "--store", store).out
    assert "  is here a value of: parley:standing\n" in run("describe", "parley:asserted", "--store", store).out


def test_a_term_has_its_definition_as_turtle_and_a_misspelled_one_is_met_with_it(run: Run, store: str):
    turtle = run("describe", "parley:Demand", "--format", "turtle", "--store", store).out
    assert "parley:Demand a owl:Class" in turtle
    assert rdflib.Graph().parse(data=turtle, format="turtle")
    wrong = run("describe", MISSPELT, "--store", store)
    assert (wrong.code, wrong.err.splitlines()[1]) == (
        1, f"parley: nothing here is called '{MISSPELT}'; did you mean parley:Proposal?"
    )  # fmt: skip


def test_a_name_of_nothing_is_met_with_close_ones(run: Run, store: str):
    nobody = run("describe", "Norlnd", "--store", store)
    assert (nobody.code, nobody.out) == (1, "")
    assert nobody.err.splitlines()[1].startswith("parley: nothing here is called 'Norlnd'; did you mean Norland, ")


def test_two_of_one_name_are_told_apart_by_what_to_type(run: Run, tmp_path: Path):
    twins = tuple(Agent(Key(f"person/{number}"), "person", "Ann Lee") for number in (1, 2))
    with open_knowledge(tmp_path / "store") as knowledge:
        knowledge.add(replace(HARBOURTOWN, records=(*HARBOURTOWN.records, *twins)))
    told = run("describe", "Ann Lee", "--store", tmp_path / "store")
    assert told.code == 1
    listed = told.err.splitlines()[-1].partition("did you mean ")[2].rstrip("?").split(", ")
    assert len(listed) == 2
    for one in listed:
        iri = one.removeprefix("Ann Lee ")
        assert run("describe", iri, "--store", tmp_path / "store").out.startswith("Ann Lee: person\n")


@pytest.mark.parametrize("hostile", ["<a b>", 'state:X" } #', "> } DROP", "urn:a> ?p ?o } #", "", "\x1b[2J"])
def test_what_is_no_name_is_one_line(run: Run, store: str, hostile: str):
    failed = run("describe", hostile, "--store", store)
    assert (failed.code, failed.out) == (1, "")
    assert len(failed.err.splitlines()) == 2
    assert "\x1b" not in failed.err


def test_an_empty_answer_in_python_says_which_names_nothing_has(store: str):
    with parley.open(store) as talks:
        assert repr(talks.query(f"SELECT ?x {{ ?x a {MISSPELT} }}")) == (
            f"(no rows; {MISSPELT} is no term: parley:Proposal?)"
        )
        assert str(talks.describe("Norland")).startswith("Norland: state\n")
