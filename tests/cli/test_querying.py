"""SPARQL of one’s own from the command line: rows, graphs, and what is wrong with a query or its answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run

MISSPELT = ":".join(("parley", "Propsal"))


@pytest.mark.parametrize(
    ("query", "line"), [("ASK {}", '{"boolean": true}'), ("SELECT (1 + 1 AS ?two) ?no {}", '{"two": 2}')]
)
def test_a_query_of_ones_own_gives_lines_of_json(run: Run, store: str, tmp_path: Path, query: str, line: str):
    (tmp_path / "mine.rq").write_text(query, encoding="utf-8")
    assert run("query", "mine.rq", "--format", "jsonl", "--store", store).out == f"{line}\n"


def test_a_query_of_ones_own_answers_rows_yes_or_a_graph(run: Run, store: str, tmp_path: Path):
    file = tmp_path / "mine.rq"
    for sparql, expected in (
        ("SELECT (1 AS ?one) {}", "one\n---\n1\n"),
        ("ASK { ?s ?p ?o }", "yes\n"),
        ("CONSTRUCT { <urn:a> <urn:b> 1 } WHERE {}", "<urn:a> <urn:b> 1 .\n"),
    ):
        file.write_text(sparql, encoding="utf-8")
        assert run("query", file, "--store", store).out == expected


@pytest.mark.parametrize("form", ["json", "csv", "tsv"])
def test_a_graph_is_not_squeezed_into_rows(run: Run, store: str, tmp_path: Path, form: str):
    file = tmp_path / "mine.rq"
    file.write_text("CONSTRUCT { <urn:a> <urn:b> 1 } WHERE {}", encoding="utf-8")
    failed = run("query", file, "--format", form, "--store", store)
    assert (failed.code, failed.out) == (1, "")
    assert failed.err.splitlines()[-1].endswith("leave --format out to have it as Turtle")


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?s WHERE { VALUES ?s { <urn:a> } BIND(2 AS ?s) }",
        "SELECT ?s {",
        "DELETE WHERE { ?s ?p ?o }",
        "SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }",
    ],
)
def test_a_query_that_is_broken_or_would_do_more_than_read_is_one_line(
    run: Run, store: str, tmp_path: Path, sparql: str
):
    file = tmp_path / "bad.rq"
    file.write_text(sparql, encoding="utf-8")
    failed = run("query", file, "--store", store)
    assert (failed.code, failed.out) == (1, "")
    assert [line for line in failed.err.splitlines() if not line.startswith("    ")][2:] == []


def test_a_query_that_is_no_sparql_is_shown_with_the_place(run: Run, store: str, tmp_path: Path):
    file = tmp_path / "bad.rq"
    file.write_text("SELECT ?x\nWHERE {\n\t?x a parley:Round FILTR(?x)\n}\n", encoding="utf-8")
    assert run("query", file, "--store", store).err.splitlines()[1:] == [
        "parley: the query cannot be read: line 3, column 20: FILTR is no word of SPARQL: FILTER?",
        "     ?x a parley:Round FILTR(?x)",
        "                       ^",
    ]


def test_prefixes_of_terms_and_of_nodes_need_no_declaration_and_make_tables_short(run: Run, store: str, tmp_path: Path):
    file = tmp_path / "mine.rq"
    file.write_text(
        "SELECT ?s ?class WHERE { VALUES ?s { state:XN id:state\\/XN } ?s a ?class FILTER(?class = schema:Country) }",
        encoding="utf-8",
    )
    shown = run("query", file, "--store", store)
    assert shown.out.splitlines()[2:] == ["state:XN  schema:Country"] * 2
    assert "https://w3id.org/parley/id/state/XN" in run("query", file, "--format", "csv", "--store", store).out


def test_an_iri_is_never_broken_in_a_table(run: Run, store: str, tmp_path: Path):
    file = tmp_path / "mine.rq"
    file.write_text("SELECT ?s ?p ?o WHERE { ?s ?p ?o }", encoding="utf-8")
    words = set(run("query", file, "--store", store).out.split())
    cells = json.loads(run("query", file, "--format", "json", "--store", store).out)["results"]["bindings"]
    passages = {row["s"]["value"] for row in cells if "#char=" in row["s"]["value"]}
    assert passages
    assert passages | {"oa:hasSelector", "parley:NegotiationAct", "state:XN"} <= words


@pytest.mark.parametrize(
    ("sparql", "told"),
    [
        (f"SELECT ?x {{ ?x a {MISSPELT} }}", f"0 rows; {MISSPELT} is no term: parley:Proposal?"),
        ("SELECT ?x { ?x a parley:threaten }", "0 rows; parley:threaten is a term that nothing here uses"),
        ("SELECT ?x { ?x foaf:nam 'x' }", "0 rows; nothing here uses foaf:nam: foaf:name?"),
        (
            "PREFIX s: <http://schema.org/> SELECT ?x { ?x a s:Person }",
            "0 rows; s:Person is <http://schema.org/Person>, and here that is <https://schema.org/Person>",
        ),
        ("SELECT ?x { ?x a foaf:Person MINUS { ?x a foaf:Person } FILTER(?x = '<http://a.b/c>') }", "0 rows"),
        (
            "SELECT ?x { ?x a parley:Demand ; schema:agent ?y }",
            "0 rows; nothing fits both ?x a parley:Demand and ?x schema:agent ?y:"
            " schema:agent is told of parley:NegotiationAct",
        ),
        ("SELECT ?x { state:XQ ?x <urn:n> }", "0 rows; nothing here has state:XQ; nothing here has <urn:n>"),
        ("SELECT (COUNT(*) AS ?n) { ?x a foaf:Persn }", "nothing here uses foaf:Persn: foaf:Person?"),
        (f"CONSTRUCT WHERE {{ ?x a {MISSPELT} }}", f"0 triples; {MISSPELT} is no term: parley:Proposal?"),
        (f"ASK {{ ?x a {MISSPELT} }}", f"{MISSPELT} is no term: parley:Proposal?"),
    ],
)
@pytest.mark.parametrize("form", ["table", "json"])
def test_an_empty_answer_says_that_it_is_and_which_names_nothing_has(
    run: Run, store: str, tmp_path: Path, sparql: str, told: str, form: str
):
    if form == "json" and sparql.startswith(("CONSTRUCT", "ASK")):
        form = "table"
    file = tmp_path / "mine.rq"
    file.write_text(sparql, encoding="utf-8")
    empty = run("query", file, "--format", form, "--store", store)
    assert empty.code == 0
    assert empty.err.splitlines() == [f"store: {store}", told]


@pytest.mark.parametrize("form", ["table", "json", "csv", "jsonl"])
def test_what_is_doubtful_in_a_query_is_said_beside_its_answer(run: Run, store: str, tmp_path: Path, form: str):
    (tmp_path / "mine.rq").write_text("SELECT ?x ?nam { ?x a parley:Demand ; rdfs:label ?name }", encoding="utf-8")
    found = run("query", "mine.rq", "--format", form, "--store", store)
    assert found.code == 0
    assert "item" in found.out
    assert found.err.splitlines() == [f"store: {store}", "?nam stands in no pattern: ?name?"]


def test_a_query_file_that_cannot_be_read_is_one_line(run: Run, store: str, tmp_path: Path):
    (tmp_path / "bad.rq").write_bytes(b"\xff")
    assert "not UTF-8" in run("query", "bad.rq", "--store", store).err
    missing = run("query", "none.rq", "--store", store)
    assert missing.code == 1
    assert "none.rq" in missing.err


def test_a_question_and_a_query_are_answered_alike_from_memory(run: Run, store: str, tmp_path: Path):
    mine = tmp_path / "mine.rq"
    mine.write_text("SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o", encoding="utf-8")
    for command in (("ask", "proposals"), ("query", mine)):
        told = [run(*command, "--store", store, "--format", "csv", *replica) for replica in ((), ("--replica",))]
        assert told[0] == told[1]
        assert told[0].code == 0
