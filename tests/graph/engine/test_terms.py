"""A term leaves the store letter by letter as it is stored, whatever its datatype says."""

from __future__ import annotations

import warnings

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from parley.graph.engine.store import Store
from parley.graph.engine.terms import add_triples, to_engine, to_rdflib
from parley.graph.errors import QueryError
from parley.graph.knowledge import open_knowledge
from parley.ontology.terms import XSD

DATATYPES = (
    "string", "boolean", "decimal", "integer", "double", "float", "date", "time", "dateTime", "dateTimeStamp", "gYear",
    "gMonth", "gDay", "gYearMonth", "gMonthDay", "duration", "yearMonthDuration", "dayTimeDuration", "byte", "short",
    "int", "long", "unsignedByte", "unsignedInt", "nonNegativeInteger", "positiveInteger", "negativeInteger",
    "hexBinary", "base64Binary", "anyURI", "language", "normalizedString", "token", "NMTOKEN", "Name", "NCName",
)  # fmt: skip
IRIS = (
    *(f"http://www.w3.org/2001/XMLSchema#{name}" for name in DATATYPES),
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#HTML",
    "http://www.opengis.net/ont/geosparql#wktLiteral",
    "urn:own",
)
FORMS = (
    "2006-08-23+02:00", "2006-08-23Z", "2006-08-23", "2006-08-23T09:00:00Z", "2006-08-23T09:00:00+00:00",
    "2006-08-23T24:00:00", "2006-08-23T09:00:00.500-05:30", "-0044-03-15", "12345-01-01", "10:00:00Z", "24:00:00",
    "2006", "2006Z", "2006-08", "--08-23", "---23", "PT0S", "P0D", "P1Y", "P14M", "PT36H", "-P1DT2H", "PT90M", "true",
    "1", "0", "01", "+1", "-0", "1.50", "1e3", "1E3", "INF", "-INF", "NaN", "1.0", ".5", "0aF0", "YWJj", "YWJj==",
    " a  b ", "a\tb", "a\nb", "<a/>", "<a></a>", "<p>&amp;</p>", "http://e.example/ä b", "en-GB", "\"", "\\", "",
)  # fmt: skip
literals = st.builds(
    lambda form, iri: ox.Literal(form, datatype=ox.NamedNode(iri)),
    st.sampled_from(FORMS) | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12),
    st.sampled_from(IRIS),
) | st.builds(
    lambda text, tag: ox.Literal(text, language=tag), st.text(max_size=8), st.sampled_from(("de", "en-GB", "zh-hant"))
)


def kept(literal: ox.Literal) -> ox.Literal:
    """The literal as the engine gives it back."""
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("urn:s"), ox.NamedNode("urn:p"), literal))
    (quad,) = store
    assert isinstance(quad.object, ox.Literal)
    return quad.object


@given(literals)
def test_a_literal_keeps_its_form_in_rdflib_and_comes_back_as_it_was(literal: ox.Literal) -> None:
    stored = kept(literal)
    term = to_rdflib(stored)
    assert isinstance(term, rdflib.Literal)
    assert str(term) == stored.value
    assert to_engine(term) == stored


@given(literals)
def test_the_written_form_of_a_literal_says_the_same(literal: ox.Literal) -> None:
    stored = kept(literal)
    term = to_rdflib(stored)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # rdflib warns of numbers that are none
        written = term.n3()
    (quad,) = ox.parse(f"<urn:s> <urn:p> {written} .", ox.RdfFormat.TURTLE)
    assert isinstance(quad.object, ox.Literal)
    assert quad.object == stored


@pytest.mark.parametrize(
    ("form", "kind"), [("2006-08-23+02:00", "date"), ("PT0S", "duration"), ("2006-08-23T09:00:00Z", "dateTime")]
)
def test_rows_and_graphs_give_values_as_they_are_stored(form: str, kind: str) -> None:
    iri = f"http://www.w3.org/2001/XMLSchema#{kind}"
    with open_knowledge() as knowledge:
        (row,) = knowledge.query(f'SELECT ?x {{ VALUES ?x {{ "{form}"^^<{iri}> }} }}')
        assert str(row["x"]) == form
        made = knowledge.query(f'CONSTRUCT {{ <urn:s> <urn:p> "{form}"^^<{iri}> }} WHERE {{}}').graph()
        assert [str(value) for value in made.objects()] == [form]


def test_a_graph_of_the_store_has_values_as_they_are_stored() -> None:
    store = Store("memory:")
    triple = ("<urn:s>", "<urn:p>", f'"2006-08-23+02:00"^^<{XSD.date}>')
    store.change(remove={}, insert={"": [triple]})
    (value,) = add_triples(rdflib.Graph(), store.quads()).objects()
    assert value.n3() == triple[2]


def test_a_value_that_is_none_of_its_kind_is_kept_without_a_word(caplog: pytest.LogCaptureFixture) -> None:
    term = to_rdflib(ox.Literal("many", datatype=ox.NamedNode(XSD.integer)))
    assert isinstance(term, rdflib.Literal)
    assert (str(term), term.value, term.ill_typed, caplog.records) == ("many", None, True, [])


def test_what_rdflib_has_no_form_for_is_refused_rather_than_changed() -> None:
    triple = ox.Triple(ox.NamedNode("urn:s"), ox.NamedNode("urn:p"), ox.Literal("x"))
    for term in (triple, ox.Literal("x", language="he", direction=ox.BaseDirection.RTL)):
        with pytest.raises(QueryError, match="no form in rdflib"):
            to_rdflib(term)
