"""Queries read, and only read: rows, yes or no, graphs, bound values, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, ClassVar

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from parley.graph.engine.results import Results
from parley.graph.engine.service_guard import refuse_service
from parley.graph.errors import QueryError, QueryRefused
from parley.graph.knowledge import Apart, Knowledge, open_knowledge
from parley.ontology.terms import SKOS
from tests.graph.examples import HARBOURTOWN
from tests.graph.sequel import SEQUEL

if TYPE_CHECKING:
    from rdflib.term import Node

NAMES = f"SELECT ?node ?name {{ ?node <{SKOS.prefLabel}> ?name }} ORDER BY ?name"
CLOSED_PORT = "http://127.0.0.1:1/sparql"


@pytest.fixture(scope="module")
def knowledge() -> Iterator[Knowledge]:
    with open_knowledge() as opened:
        opened.add(HARBOURTOWN)
        yield opened


def test_rows_give_terms_by_column_and_can_be_looped_over_again(knowledge: Knowledge) -> None:
    results = knowledge.query(NAMES)
    assert results.columns == ["node", "name"]
    first = [(row["node"], row["name"]) for row in results]
    assert first == [(row["node"], row["name"]) for row in results]
    assert len(results) == len(first) > 10
    assert all(isinstance(node, rdflib.URIRef) and isinstance(name, rdflib.Literal) for node, name in first)
    assert rdflib.Literal("Norland") in {name for _, name in first}


def test_a_loop_is_over_what_was_there_when_it_began_whatever_is_added_meanwhile() -> None:
    with open_knowledge() as own:
        own.add(HARBOURTOWN)
        found = own.query("SELECT DISTINCT ?s { ?s a ?c }")
        before = {row["s"] for row in own.query("SELECT ?s { ?s a ?c }")}
        seen = []
        for row in found:
            seen.append(row["s"])
            own.add(SEQUEL)
        assert len(seen) == len(set(seen))
        assert set(seen) == before
        assert {row["s"] for row in found} > before
        assert len(found) == len(list(found)) > len(seen)


def test_a_variable_without_a_value_is_none_and_a_column_that_is_not_there_is_an_error(knowledge: Knowledge) -> None:
    (row,) = knowledge.query("SELECT ?x ?y { VALUES (?x ?y) { (1 UNDEF) } }")
    assert row["x"] == rdflib.Literal(1)
    assert row["y"] is None
    with pytest.raises(KeyError):
        row["z"]


def test_a_list_of_rows_costs_one_evaluation(monkeypatch: pytest.MonkeyPatch) -> None:
    with open_knowledge() as own:
        asked: list[str] = []
        query = own.query

        class Counted(Results):
            def _fresh(self):  # type: ignore[no-untyped-def]
                asked.append("")
                return super()._fresh()

        monkeypatch.setattr("parley.graph.engine.results.Results", Counted)
        for taken in (list, tuple, set):
            asked.clear()
            assert len(taken(query("SELECT ?x { VALUES ?x { 1 2 } }"))) == 2
            assert len(asked) == 1


def test_rows_are_given_as_what_their_terms_spell(knowledge: Knowledge) -> None:
    found = knowledge.query("SELECT ?x ?y ?z { VALUES (?x ?y) { (<urn:a> '01'@en) (7 UNDEF) } }")
    assert list(found.texts()) == [("urn:a", "01", ""), ("7", "", "")]
    everything = knowledge.query("SELECT ?s ?p ?o { ?s ?p ?o }")
    assert set(everything.texts()) == {(str(row["s"]), str(row["p"]), str(row["o"])) for row in everything}


def test_results_are_text_in_the_formats_of_sparql(knowledge: Knowledge) -> None:
    results = knowledge.query("SELECT ?x { VALUES ?x { 'a,b' } }")
    assert results.csv() == 'x\r\n"a,b"\r\n'
    assert results.tsv() == '?x\n"a,b"\n'
    assert json.loads(results.json())["results"]["bindings"] == [{"x": {"type": "literal", "value": "a,b"}}]
    assert [str(row["x"]) for row in results] == ["a,b"]


def test_yes_or_no(knowledge: Knowledge) -> None:
    assert knowledge.query("ASK { ?s ?p ?o }")
    assert not knowledge.query("ASK { <a:b> ?p ?o }")
    assert json.loads(knowledge.query("ASK {}").json())["boolean"] is True
    with pytest.raises(QueryError, match="gives no rows"):
        list(knowledge.query("ASK {}"))


@pytest.mark.parametrize("sparql", ["CONSTRUCT { ?s a ?c } WHERE { ?s a ?c }", "DESCRIBE ?s { ?s a ?c }"])
def test_a_graph(knowledge: Knowledge, sparql: str) -> None:
    results = knowledge.query(sparql)
    assert results
    assert len(results.graph()) > 50
    turtle = results.turtle()
    assert set(rdflib.Graph().parse(data=turtle, format="turtle")) == set(results.graph())
    head, *blocks = turtle.split("\n\n")
    assert len(blocks) == len(set(results.graph().subjects()))
    assert knowledge.query(sparql, apart=Apart()).turtle() == turtle
    assert "@prefix state: <https://w3id.org/parley/id/state/> ." in head.splitlines()
    assert all(line.split()[1] in turtle.replace(head, "") for line in head.splitlines())
    assert "@prefix id:" not in head
    for refused in (results.csv, results.json, lambda: list(results)):
        with pytest.raises(QueryError, match="graph"):
            refused()


def test_an_empty_answer_is_false_and_has_no_rows(knowledge: Knowledge) -> None:
    results = knowledge.query("SELECT ?s { ?s a <a:nothing> }")
    assert not results
    assert list(results) == []
    assert not knowledge.query("CONSTRUCT WHERE { ?s a <a:nothing> }")


@pytest.mark.parametrize(
    "term",
    [
        rdflib.URIRef("https://e.example/x"),
        rdflib.Literal('"} # \\ \n'),
        rdflib.Literal(3),
        rdflib.Literal("drei", lang="de"),
        rdflib.Literal("2031-05", datatype=rdflib.XSD.gYearMonth),
    ],
)
def test_a_value_is_bound_as_it_is(knowledge: Knowledge, term: Node) -> None:
    (row,) = knowledge.query("SELECT ?x ?y { BIND(?x AS ?y) }", bindings={"x": term})
    assert row["x"] == term


def test_what_cannot_be_bound_is_refused(knowledge: Knowledge) -> None:
    for term in (rdflib.URIRef("not an iri"), rdflib.Variable("x")):
        with pytest.raises(QueryError, match="cannot be bound"):
            knowledge.query("SELECT ?x {}", bindings={"x": term})


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * {?s ?p",
        "",
        "SELECT ?x WHERE { ?x a elsewhere:Round }",
        "INSERT DATA { <a:b> <a:b> <a:b> }",
        f"LOAD <{CLOSED_PORT}>",
        "DROP ALL",
    ],
)
def test_a_query_that_cannot_be_read_is_one_line_of_error(knowledge: Knowledge, sparql: str) -> None:
    with pytest.raises(QueryError) as caught:
        knowledge.query(sparql)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400


CALLS = [
    "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
    "SELECT * { service silent <%s> { ?s ?p ?o } }",
    "SELECT * { SERVICESILENT<%s>{ ?s ?p ?o } }",
    "SELECT * { ?a ?b 'x'SERVICE<%s>{ ?s ?p ?o } }",
    "SELECT * { ?a ?b 1SERVICE <%s> { ?s ?p ?o } }",
    "SELECT * { ?a ?b trueSERVICE <%s> { ?s ?p ?o } }",
    "SELECT * { ?a ?b ?c FILTER(?a<?b)SERVICE<%s>{ ?s ?p ?o } FILTER(?c>?a) }",
    "SELECT * { # a comment\rSERVICE <%s> { ?s ?p ?o }\n }",
    "SELECT * { ?a ?b '''it's''' . SERVICE <%s> { ?s ?p ?o } }",
    "SELECT * { { SELECT * { SERVICE <%s> { ?s ?p ?o } } } }",
    "PREFIX : <%s> SELECT * { SERVICE:x { ?s ?p ?o } }",
    "PREFIX : <%s> PREFIX SERVICE: <a:b> SELECT * { SERVICE:x { ?s ?p ?o } }",
    "PREFIX x: <a:> SELECT * { ?a ?b x:c\\#SERVICE . SERVICE <%s> { ?s ?p ?o } }",
    "SELECT * { BIND('\\'' AS ?q) SERVICE <%s> { ?s ?p ?o } BIND('\\'' AS ?r) }",
    "ASK { SERVICE ?where { ?s ?p ?o } } # <%s>",
]


@pytest.mark.parametrize("sparql", CALLS)
def test_calling_another_server_is_refused_however_it_is_spelled(knowledge: Knowledge, sparql: str) -> None:
    with pytest.raises(QueryRefused, match="SERVICE"):
        knowledge.query(sparql % CLOSED_PORT)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?service { VALUES ?service { 'SERVICE <x> {' } }",
        "SELECT * { ?s ?p ?o } # SERVICE <x> {}",
        "SELECT * { ?s <https://e.example/SERVICE> ?o }",
        "PREFIX x: <a:> SELECT * { ?s x:service/x:SERVICE ?o }",
        'SELECT * { ?s ?p """ "SERVICE" """ }',
        "SELECT * { ?s ?p 'x'@service, _:service }",
        "SELECT $SERVICE { $SERVICE ?p ?o }",
    ],
)
def test_the_mere_word_is_not_a_call(knowledge: Knowledge, sparql: str) -> None:
    knowledge.query(sparql)


@given(
    st.lists(
        st.sampled_from(["'", '"', "'''", '"""', "\\", "#", "<", ">", "\n", " ", "?x", "a:b", "SERVICE", "{", "}", "."])
    )
)
def test_what_the_engine_would_call_is_always_refused(parts: list[str]) -> None:
    """Whatever stands around a call, a query that the engine can read and that has a call in it is refused."""
    sparql = "SELECT * { " + " ".join(parts) + " SERVICE SILENT <http://127.0.0.1:1/> { } }"
    try:
        refuse_service(sparql)
    except QueryRefused:
        return
    # Nothing was refused, so the word must stand in a string or a comment: without it the query reads the same.
    try:
        ox.Store().query(sparql)
    except SyntaxError:
        return
    harmless = sparql.replace("SERVICE SILENT", "xxxxxxx xxxxxx")
    ox.Store().query(harmless)


class _Endpoint(BaseHTTPRequestHandler):
    """A SPARQL endpoint that has one answer and counts who asks."""

    asked: ClassVar[list[str]] = []

    def do_POST(self) -> None:
        self.asked.append(self.path)
        answer = b'{"head": {"vars": ["s"]}, "results": {"bindings": [{"s": {"type": "literal", "value": "there"}}]}}'
        self.rfile.read(int(self.headers.get("Content-Length", "0")))
        self.send_response(200)
        self.send_header("Content-Type", "application/sparql-results+json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    do_GET = do_POST

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def endpoint() -> Iterator[str]:
    _Endpoint.asked.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), _Endpoint) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_named_host_may_be_called(knowledge: Knowledge, endpoint: str) -> None:
    sparql = f"SELECT ?s {{ SERVICE <http://{endpoint}/sparql> {{ ?s ?p ?o }} }}"
    assert [str(row["s"]) for row in knowledge.query(sparql, hosts=[endpoint])] == ["there"]


@pytest.mark.parametrize(
    "call",
    [
        "SERVICE <http://%s/sparql> { ?s ?p ?o }",
        "SERVICE <http://%s@127.0.0.1:1/> { ?s ?p ?o }",
        "SERVICE ?where { ?s ?p ?o } VALUES ?where { <http://%s/sparql> }",
        "SERVICE <http://query.example.org/> { SERVICE <http://%s/sparql> { ?s ?p ?o } }",
    ],
)
def test_no_other_host_is_called_when_one_is_named(knowledge: Knowledge, endpoint: str, call: str) -> None:
    sparql = "SELECT ?s { " + call % endpoint + " }"
    with pytest.raises(QueryRefused, match="allow-service"):
        knowledge.query(sparql, hosts=["query.example.org"])
    assert _Endpoint.asked == []
