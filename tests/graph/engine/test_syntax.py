"""A query that cannot be read is told with its place, and with what was likely meant."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.graph.engine.syntax import unreadable
from parley.graph.errors import QuerySyntax
from parley.graph.knowledge import Knowledge, open_knowledge


@pytest.fixture(scope="module")
def knowledge() -> Iterator[Knowledge]:
    with open_knowledge() as opened:
        yield opened


@pytest.mark.parametrize(
    ("sparql", "place", "words"),
    [
        ("SELECT ?x WHERE {\n  ?x a ?y .\n  FILTR(?x = 1)\n}", (3, 3), "FILTR is no word of SPARQL: FILTER?"),
        ("SELCT ?x { ?x a ?y }", (1, 1), "SELCT is no word of SPARQL: SELECT?"),
        ("ASK { ?x a ?y FILTER(STRSTART(?x, 'FILTR')) }", (1, 22), "STRSTARTS?"),
        ("ASK { ?x a ?y } # FILTR\nORDR BY ?x", (2, 1), "ORDER?"),
        ("ASK { ?x a ?y FILTER(?x = 1 and ?y = 2) }", (1, 29), "and is no word of SPARQL: &&?"),
        ("ASK { ?x a parly:Item }", (1, 12), "parley:?"),
        ("ASK { ?x a Demand }", (1, 12), "Demand has no prefix: parley:Demand?"),
        ("ASK { ?x a Membership }", (1, 12), "Membership has no prefix: org:Membership?"),
        ("ASK { ?x a dcat:Dataset }", (1, 12), "add PREFIX dcat: <http://www.w3.org/ns/dcat#>"),
        ("ASK { ?x a mine:Dataset }", (1, 12), "write PREFIX mine: <...> above"),
        ("PREFIX mine <http://a.b/> ASK {}", (1, 8), "a prefix ends with a colon"),
        ("ASK { ?x a http://a.b/c }", (1, 12), "an IRI stands between < and >: <http://a.b/c>"),
        ("ASK { ?x a <a b> }", (1, 12), "holds no blanks"),
        ("ASK { ?x a <Item> }", (1, 12), "<Item> is no whole IRI"),
        ("ASK { ?x a ?y FILTER(?x == 3) }", (1, 25), "== is no sign of SPARQL: =?"),
        ("SELECT ?x, ?y { ?x a ?y }", (1, 10), "without commas"),
        ("ASK { ?x a ?y", (1, 5), "this { is never closed"),
        ("ASK { ?x a ?y }}", (1, 16), "this } closes nothing"),
        ("ASK { ?x a (?y }", (1, 16), "this } closes nothing"),
        ("ASK { ?x a 'it's }", (1, 16), "is no word"),
        ("ASK { ?x a 'open }", (1, 12), "the string that begins with ' does not end on its line"),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", (1, 1), "INSERT changes what is stored, and a query only reads"),
        ("  \n", (1, 1), "it is empty"),
        ("SELECT COUNT(?x) { ?x a ?y }", (1, 8), "in parentheses, with a name: (COUNT(?x) AS ?n)"),
        ("SELECT ?y count(?x) { ?x a ?y }", (1, 11), "in parentheses, with a name: (COUNT(?x) AS ?n)"),
        ("SELECT (COUNT(?x) AS ?n) ?y { ?x a ?y }", (1, 26), "?y is neither counted nor grouped by: add GROUP BY ?y"),
        ("SELECT ?a ?b (MAX(?x) AS ?n) { ?a ?b ?x } GROUP BY ?a\nORDER BY ?b", (1, 11), "add GROUP BY ?a ?b"),
        ("SELECT ?x { { SELECT ?x (COUNT(*) AS ?n) { ?x a ?y } } }", (1, 22), "add GROUP BY ?x"),
        ("SELECT (?x AS ?x) { ?x a ?y }", (1, 30), "the SELECT overrides an existing variable"),
        ("SELECT ?x { ?x a ?y } GROUP BY", (1, 31), "something else belongs here or just before"),
    ],
)
def test_the_place_and_what_was_meant_are_told(knowledge: Knowledge, sparql: str, place: tuple[int, int], words: str):
    with pytest.raises(QuerySyntax) as raised:
        knowledge.query(sparql)
    assert words in str(raised.value)
    assert (raised.value.line, raised.value.column) == place
    assert str(raised.value).startswith(f"the query cannot be read: line {place[0]}, column {place[1]}: ")


def test_the_note_points_at_the_place_in_a_long_line_and_spells_out_what_a_terminal_obeys():
    sparql = f"ASK {{ ?x a ?y .{' ' * 300}\x1b FILTR(?x) .{' ?x a ?y .' * 50} }}"
    shown, caret = unreadable(sparql, "error at 1:1: expected x", {}).__notes__[0].splitlines()
    assert shown[caret.index("^") :].startswith("FILTR")
    assert "\x1b" not in shown
    assert "\\x1b" in shown
    assert len(shown) < 120


@given(st.text(alphabet="SELECT?x{}().;:<>'\"#\\\n\t abFILTER=,é\x00", max_size=40), st.text(max_size=20))
def test_whatever_the_text_is_the_place_lies_in_it(sparql: str, told: str):
    error = unreadable(sparql, told, {"a": "urn:a"})
    assert 1 <= error.line <= sparql.count("\n") + 1
    assert 1 <= error.column <= len(sparql) + 1
    assert "\n" not in str(error)
