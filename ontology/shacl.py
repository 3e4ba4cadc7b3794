"""Puts SHACL shapes to a graph: targets, paths and the constraints that our shapes use, each as the standard says.

Shapes are read once into functions, and a graph into dictionaries, so that a source is checked in a few hundredths of a
second. What our shapes do not use is not here, and shapes that ask for it are refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from rdflib import Graph, URIRef
from rdflib.namespace import RDF, RDFS, SH
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query as SparqlQuery
from rdflib.query import ResultRow
from rdflib.term import Identifier, Node

from .constraints import BESIDE, ON_VALUES, Constraint, Index, Values

Path: TypeAlias = tuple[tuple[Node, bool], ...]
"""Properties in turn, each with whether it is walked from its value to its subject."""
_NOT_ASKED: Final = {RDF.type, RDFS.label, SH.message, SH.path, SH.prefixes, SH.select}
_TARGETS: Final[Mapping[Node, Callable[[Index, Node], Iterable[Node]]]] = {
    SH.targetClass: Index.instances,
    SH.targetSubjectsOf: Index.subjects_of,
    SH.targetNode: lambda graph, node: (node,),
}


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that a shape refuses: at which node, of which shape, on which way, which value, in which words."""

    node: Node
    shape: Node
    path: Path
    value: Node | None
    message: str


@dataclass(frozen=True, slots=True)
class Query:
    """A constraint in SPARQL, which selects what breaks it."""

    prepared: SparqlQuery
    message: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape, ready to be put to nodes."""

    node: Node
    path: Path
    message: str
    constraints: tuple[Constraint, ...]
    properties: tuple[Shape, ...]
    queries: tuple[Query, ...]
    targets: tuple[tuple[Node, Node], ...]

    def values(self, graph: Index, focus: Node) -> Values:
        """Return what the path leads to from a node; without a path, the node."""
        found: Values = {focus: None}
        for predicate, is_inverse in self.path:
            step = graph.subjects if is_inverse else graph.objects
            found = {value: None for node in found for value in step(node, predicate)}
        return found

    def refused(self, graph: Index, focus: Node) -> Iterator[Result]:
        """Yield what the constraints, but for those in SPARQL, refuse at a node."""
        values = self.values(graph, focus)
        for constraint in self.constraints:
            for value in constraint(graph, focus, values):
                yield Result(focus, self.node, self.path, value, self.message)
        for inner in self.properties:
            for value in values:
                yield from inner.refused(graph, value)

    def accepts(self, graph: Index, focus: Node) -> bool:
        """Return whether a node meets the shape."""
        return next(self.refused(graph, focus), None) is None

    def focus_nodes(self, graph: Index) -> Iterator[Node]:
        """Yield the nodes that the shape is about."""
        for kind, target in self.targets:
            yield from _TARGETS[kind](graph, target)


def read_shapes(graph: Graph) -> tuple[Shape, ...]:
    """Return the shapes that have targets; raises ``NotImplementedError`` for what cannot be put to a graph."""
    reader = _Reader(graph)
    return tuple(reader.shape(node) for node in sorted(graph.subjects(RDF.type, SH.NodeShape), key=str))


def results(shapes: Iterable[Shape], graph: Graph, known: Index) -> Iterator[Result]:
    """Yield what the shapes refuse in a graph that uses what is known, some of it more than once.

    Constraints in SPARQL see the graph alone.
    """
    index = Index(graph, known)
    for shape in shapes:
        for focus in dict.fromkeys(shape.focus_nodes(index)):
            yield from shape.refused(index, focus)
            for query in shape.queries:
                assert isinstance(focus, Identifier)
                for row in graph.query(query.prepared, initBindings={"this": focus}):
                    assert isinstance(row, ResultRow)
                    yield Result(focus, shape.node, (), row["value"], query.message)


class _Reader:
    """Makes shapes of the nodes of a graph of shapes."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        declared = {
            str(graph.value(each, SH.prefix)): str(graph.value(each, SH.namespace))
            for each in graph.objects(None, SH.declare)
        }
        self._prefixes = "".join(f"PREFIX {name}: <{space}>\n" for name, space in sorted(declared.items()))

    def shape(self, node: Node) -> Shape:
        constraints: list[Constraint] = []
        targets: list[tuple[Node, Node]] = []
        properties: list[Shape] = []
        queries: list[Query] = []
        for predicate, value in sorted(self._graph.predicate_objects(node), key=str):
            if predicate == SH.property:
                properties.append(self.shape(value))
            elif predicate == SH.sparql:
                queries.append(self._query(value))
            elif predicate in _TARGETS:
                targets.append((predicate, value))
            elif predicate not in _NOT_ASKED and predicate not in BESIDE:
                constraints.append(self._constraint(node, predicate, value))
        path = self._path(self._graph.value(node, SH.path))
        message = self._text(node, SH.message)
        return Shape(node, path, message, tuple(constraints), tuple(properties), tuple(queries), tuple(targets))

    def _query(self, node: Node) -> Query:
        return Query(prepareQuery(self._prefixes + self._text(node, SH.select)), self._text(node, SH.message))

    def _constraint(self, node: Node, predicate: Node, value: Node) -> Constraint:
        if make := ON_VALUES.get(predicate):
            return make(value)
        if predicate == SH["in"]:
            return one_of(frozenset(self._graph.items(value)))
        if predicate == SH["not"]:
            return not_accepted(self.shape(value))
        if predicate in (SH["or"], SH["and"]):
            enough = any if predicate == SH["or"] else all
            return accepted([self.shape(each) for each in self._graph.items(value)], enough)
        if predicate == SH.qualifiedValueShape:
            least, most = (self._graph.value(node, name) for name in (SH.qualifiedMinCount, SH.qualifiedMaxCount))
            return counted(self.shape(value), _number(least, 0), _number(most, None))
        raise NotImplementedError(f"the shapes use {predicate}, which cannot be put to a graph here")

    def _path(self, node: Node | None) -> Path:
        if node is None:
            return ()
        if isinstance(node, URIRef):
            return ((node, False),)
        inverse = self._graph.value(node, SH.inversePath)
        steps = [inverse] if inverse is not None else list(self._graph.items(node))
        if not steps or not all(isinstance(step, URIRef) for step in steps):
            raise NotImplementedError("the shapes have a path that is neither properties in turn nor one walked back")
        return tuple((step, inverse is not None) for step in steps)

    def _text(self, node: Node, predicate: URIRef) -> str:
        return str(self._graph.value(node, predicate) or "")


def _number(value: Node | None, otherwise: int | None) -> int | None:
    return otherwise if value is None else int(str(value))


def one_of(allowed: frozenset[Node]) -> Constraint:
    """Refuse values that are not among some."""
    return lambda graph, focus, values: [value for value in values if value not in allowed]


def not_accepted(shape: Shape) -> Constraint:
    """Refuse values that meet a shape."""
    return lambda graph, focus, values: [value for value in values if shape.accepts(graph, value)]


def accepted(shapes: list[Shape], enough: Callable[[Iterable[bool]], bool]) -> Constraint:
    """Refuse values that do not meet enough of the shapes: any or all of them."""
    return lambda graph, focus, values: [
        value for value in values if not enough(shape.accepts(graph, value) for shape in shapes)
    ]


def counted(shape: Shape, least: int | None, most: int | None) -> Constraint:
    """Refuse a node when too few or too many of its values meet a shape."""

    def refused(graph: Index, focus: Node, values: Values) -> list[Node | None]:
        count = sum(shape.accepts(graph, value) for value in values)
        too_few, too_many = count < (least or 0), most is not None and count > most
        return [None] if too_few or too_many else []

    return refused
