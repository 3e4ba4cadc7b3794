"""Checks a graph against the shapes, and gives the vocabulary as a graph; it changes neither."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Any, Final

from rdflib import BNode, Graph, URIRef
from rdflib.namespace import RDF, SH
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result
from rdflib.term import Node

_PACKAGE: Final = __package__ or "parley.ontology"
_VOCABULARY: Final = ("parley.ttl", "alignments.ttl")
_SHAPES: Final = ("shapes.ttl",)
_WHOLE_GRAPH: Final = URIRef("https://w3id.org/parley/ns")
"""Focus of the shapes that ask one question of the whole graph, since a query for each node is slow."""


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One thing in a graph that a shape refuses; ``path`` or ``value`` is empty where there is none."""

    node: str
    shape: str
    path: str
    value: str
    message: str


def vocabulary() -> Graph:
    """The vocabulary with its alignments, as a graph of the caller's own."""
    return _read(Graph(), _VOCABULARY)


def shapes() -> Graph:
    """The SHACL shapes, as a graph of the caller's own."""
    return _read(Graph(), _SHAPES)


def validate(graph: Graph) -> tuple[Violation, ...]:
    """What the shapes refuse in ``graph``, sorted; nothing when it conforms.

    ``graph`` is a detached rdflib graph in memory; it is read once and not changed.
    """
    from pyshacl import validate as run_shacl  # slow to import, and only validation needs it

    data = _Data(bind_namespaces="none")
    for triple in chain(_known(), graph):
        data.add(triple)
    _, report, _ = run_shacl(data, shacl_graph=_applied(), inference="none", inplace=True)
    if not isinstance(report, Graph):
        raise TypeError(f"the shapes could not be applied: {report}")
    return tuple(sorted({_violation(report, result) for result in report.subjects(RDF.type, SH.ValidationResult)}))


class _Data(Graph):
    """A graph that parses what it is asked only when no graph was asked the same before."""

    def query(self, query_object: str | Query, *args: Any, **kwargs: Any) -> Result:  # as rdflib has them
        parsed = _parsed(query_object) if isinstance(query_object, str) else query_object
        return super().query(parsed, *args, **kwargs)


@cache
def _parsed(query: str) -> Query:
    return prepareQuery(query)


def _read(graph: Graph, names: Iterable[str]) -> Graph:
    for name in names:
        text = files(_PACKAGE).joinpath(name).read_text(encoding="utf-8")
        graph.parse(data=text, format="turtle")
    return graph


@cache
def _known() -> tuple[tuple[Node, Node, Node], ...]:
    return tuple(vocabulary())


@cache
def _applied() -> Graph:
    """The shapes as they are put to every graph; the store that keeps triples alone is the fastest to look up in."""
    return _read(Graph(store="SimpleMemory", bind_namespaces="none"), _SHAPES)


def _violation(report: Graph, result: Node) -> Violation:
    def text(predicate: URIRef) -> str:
        value = report.value(result, predicate)
        return "" if value is None else str(value)

    source = report.value(result, SH.sourceShape)
    path = report.value(result, SH.resultPath)
    node, value = text(SH.focusNode), text(SH.value)
    if node == str(_WHOLE_GRAPH):
        node, value = value, ""
    return Violation(
        node=node,
        shape=_shape_name(source),
        path=_path_text(report, path),
        value="" if value == node else value,
        message=text(SH.resultMessage),
    )


def _shape_name(source: Node | None) -> str:
    """The IRI of the named shape that holds ``source``, which may be a nested one."""
    graph = _applied()
    while isinstance(source, BNode):
        source = next(graph.subjects(None, source), None)
    return "" if source is None else str(source)


def _path_text(report: Graph, path: Node | None) -> str:
    if path is None:
        return ""
    if isinstance(path, URIRef):
        return str(path)
    inverse = report.value(path, SH.inversePath)
    if inverse is not None:
        return f"^{inverse}"
    return "/".join(str(step) for step in report.items(path))
