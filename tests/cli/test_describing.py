"""A node is found by whatever it is called, told of with its words, and given as Turtle."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import rdflib

import parley
from parley.graph.knowledge import open_knowledge
from parley.graph.records import Agent, Key
from tests.graph.examples import HARBOURTOWN

from .conftest import Ran
from .test_cli import MISSPELT

Run = Callable[..., Ran]
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
