"""Checks a graph against the shapes, and gives the vocabulary as a graph; it changes neither."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from rdflib import BNode, Graph, URIRef
from rdflib.term import Node

from .constraints import Index
from .shacl import Result, Shape, read_shapes, results

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
    return _copy(_read(_VOCABULARY))


def shapes() -> Graph:
    """The SHACL shapes, as a graph of the caller's own."""
    return _copy(_read(_SHAPES))


def validate(graph: Graph) -> tuple[Violation, ...]:
    """What the shapes refuse in ``graph``, sorted; nothing when it conforms.

    ``graph`` is a detached rdflib graph in memory; it is read once and not changed.
    """
    found = results(_made_shapes(), graph, _known())
    return tuple(sorted({_violation(result) for result in found}))


@cache
def _made_shapes() -> tuple[Shape, ...]:
    return read_shapes(_read(_SHAPES))


@cache
def _known() -> Index:
    return Index(_read(_VOCABULARY))


@cache
def _read(names: tuple[str, ...]) -> Graph:
    graph = Graph()
    for name in names:
        text = files(_PACKAGE).joinpath(name).read_text(encoding="utf-8")
        graph.parse(data=text, format="turtle")
    return graph


def _copy(graph: Graph) -> Graph:
    copy = Graph()
    for prefix, namespace in graph.namespaces():
        copy.bind(prefix, namespace)
    for triple in graph:
        copy.add(triple)
    return copy


def _violation(result: Result) -> Violation:
    node, value = str(result.node), "" if result.value is None else str(result.value)
    if node == str(_WHOLE_GRAPH):
        node, value = value, ""
    return Violation(
        node=node,
        shape=_shape_name(result.shape),
        path="/".join(f"^{step}" if is_inverse else str(step) for step, is_inverse in result.path),
        value="" if value == node else value,
        message=result.message,
    )


def _shape_name(source: Node | None) -> str:
    """The IRI of the named shape that holds ``source``, which may be a nested one."""
    graph = _read(_SHAPES)
    while isinstance(source, BNode):
        source = next(graph.subjects(None, source), None)
    return "" if source is None else str(source)
