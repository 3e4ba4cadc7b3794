"""What our evaluation of the shapes refuses is what pySHACL refuses, whatever is spoilt in a graph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyshacl
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import RDF, SH, XSD
from rdflib.term import Node

from parley.ontology.validation import Violation, shapes, validate, vocabulary

from .test_shapes import _edited, _good

_BAD = yaml.safe_load(Path(__file__).with_name("bad.yaml").read_text(encoding="utf-8"))
_WHOLE_GRAPH = "https://w3id.org/parley/ns"
_GOOD = sorted(_good(), key=lambda triple: [term.n3() for term in triple])
_ODD: list[Node] = [
    Literal(""), Literal("two words"), Literal("two", lang="en"), Literal(0), Literal(-3), Literal(7), Literal(True),
    Literal("2031-02-03", datatype=XSD.date), Literal("2031", datatype=XSD.gYear), Literal("0.5", datatype=XSD.decimal),
    Literal("x" * 40), Literal("2031-02-03T04:05:06", datatype=XSD.dateTime), URIRef("https://example.org/id/nobody"),
    BNode("b"),
]  # fmt: skip
_TERMS = sorted({term for triple in _GOOD for term in (triple[0], triple[2])}, key=lambda term: term.n3())
_PROPERTIES = sorted({predicate for _, predicate, _ in _GOOD})


def told_by_pyshacl(graph: Graph) -> set[Violation]:
    """What pySHACL refuses, in our form."""
    data = vocabulary()
    for triple in graph:
        data.add(triple)
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes(), inference="none", inplace=True)
    assert isinstance(report, Graph)
    return {in_our_form(report, result) for result in report.subjects(RDF.type, SH.ValidationResult)}


def in_our_form(report: Graph, result: Node) -> Violation:
    told = (report.value(result, name) for name in (SH.focusNode, SH.value, SH.resultMessage))
    node, value, message = ("" if term is None else str(term) for term in told)
    if node == _WHOLE_GRAPH:
        node, value = value, ""
    path = "/".join(path_of(report, report.value(result, SH.resultPath)))
    return Violation(
        node, shape_of(report.value(result, SH.sourceShape)), path, "" if value == node else value, message
    )


def path_of(report: Graph, path: Node | None) -> Iterator[str]:
    if isinstance(path, BNode):
        inverse = report.value(path, SH.inversePath)
        yield from [f"^{inverse}"] if inverse else map(str, report.items(path))
    elif path is not None:
        yield str(path)


def shape_of(node: Node | None) -> str:
    graph = shapes()
    while isinstance(node, BNode):
        node = next(graph.subjects(None, node))
    return str(node)


def assert_same(graph: Graph) -> None:
    assert set(validate(graph)) == told_by_pyshacl(graph)


spoiling = st.lists(
    st.one_of(
        st.tuples(st.just("drop"), st.sampled_from(_GOOD)),
        st.tuples(
            st.just("add"), st.tuples(st.sampled_from(_TERMS), st.sampled_from(_PROPERTIES), st.sampled_from(_TERMS))
        ),
        st.tuples(
            st.just("add"), st.tuples(st.sampled_from(_TERMS), st.sampled_from(_PROPERTIES), st.sampled_from(_ODD))
        ),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(spoiling)
def test_a_graph_that_is_spoilt_anyhow_is_refused_alike(edits: list[tuple[str, tuple[Node, Node, Node]]]) -> None:
    graph = _good()
    for what, triple in edits:
        if what == "drop":
            graph.remove(triple)
        elif not isinstance(triple[0], Literal):
            graph.add(triple)
    assert_same(graph)


@pytest.mark.slow
@pytest.mark.parametrize("bad", _BAD, ids=lambda bad: f"{bad['message']} {bad['edit'][0]}")
def test_each_bad_example_is_refused_alike(bad: dict[str, list[str]]) -> None:
    assert_same(_edited(bad["edit"]))
