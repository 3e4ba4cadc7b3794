"""A graph in dictionaries, and the constraints of SHACL that look at the values of a node alone.

A constraint gives the values that it refuses, or None where it refuses the node for what it lacks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from operator import ge, le
from typing import Final, TypeAlias

from rdflib import BNode, Literal, URIRef
from rdflib.namespace import RDF, RDFS, SH, XSD
from rdflib.term import Node

Triple: TypeAlias = tuple[Node, Node, Node]
Values: TypeAlias = dict[Node, None]
"""Values in their order, each once."""
_NO_VALUES: Final[Values] = {}
_TYPE: Final[Node] = RDF.type
_NARROWER: Final[Node] = RDFS.subClassOf


class Index:
    """A graph for looking up, that may stand upon another one, which stays as it is."""

    def __init__(self, triples: Iterable[Triple], base: Index | None = None) -> None:
        self._base = base
        self._out: dict[tuple[Node, Node], Values] = {}
        self._into: dict[tuple[Node, Node], Values] = {}
        self._having: dict[Node, Values] = {}
        self._wider: dict[Node, Values] = {}
        for subject, predicate, value in triples:
            self._out.setdefault((subject, predicate), {})[value] = None
            self._into.setdefault((predicate, value), {})[subject] = None
            self._having.setdefault(predicate, {})[subject] = None

    def objects(self, subject: Node, predicate: Node) -> Values:
        """Return the values of a property of a node."""
        own = self._out.get((subject, predicate), _NO_VALUES)
        return own if self._base is None else _both(self._base.objects(subject, predicate), own)

    def subjects(self, value: Node, predicate: Node) -> Values:
        """Return the nodes that have this value of a property."""
        own = self._into.get((predicate, value), _NO_VALUES)
        return own if self._base is None else _both(self._base.subjects(value, predicate), own)

    def subjects_of(self, predicate: Node) -> Values:
        """Return the nodes that have a property."""
        own = self._having.get(predicate, _NO_VALUES)
        return own if self._base is None else _both(self._base.subjects_of(predicate), own)

    def instances(self, cls: Node) -> Iterator[Node]:
        """Yield the nodes of a class and of all that are narrower."""
        for narrower in self._closure(cls, self.subjects):
            yield from self.subjects(narrower, _TYPE)

    def is_a(self, node: Node, cls: Node) -> bool:
        """Return whether a node is of a class, or of one that is narrower."""
        return any(kind == cls or cls in self._wider_than(kind) for kind in self.objects(node, _TYPE))

    def _wider_than(self, cls: Node) -> Values:
        if cls not in self._wider:
            self._wider[cls] = self._closure(cls, self.objects)
        return self._wider[cls]

    @staticmethod
    def _closure(cls: Node, step: Callable[[Node, Node], Values]) -> Values:
        found, waiting = {cls: None}, [cls]
        while waiting:
            new = [each for each in step(waiting.pop(), _NARROWER) if each not in found]
            found.update(dict.fromkeys(new))
            waiting += new
        return found


def _both(one: Values, other: Values) -> Values:
    return one | other if one and other else one or other


Constraint: TypeAlias = Callable[[Index, Node, Values], Iterable[Node | None]]
Making: TypeAlias = Callable[[Node], Constraint]


def each_value(meets: Callable[[Node, Node], bool]) -> Making:
    """Refuse each value that does not meet the constraint's."""
    return lambda asked: lambda graph, focus, values: [value for value in values if not meets(value, asked)]


def how_many(meets: Callable[[int, int], bool]) -> Making:
    """Refuse a node that has too few or too many values."""
    return lambda asked: lambda graph, focus, values: [] if meets(len(values), int(str(asked))) else [None]


def of_class(asked: Node) -> Constraint:
    """Refuse values that are not of the class."""
    return lambda graph, focus, values: [value for value in values if not graph.is_a(value, asked)]


def has_value(asked: Node) -> Constraint:
    """Refuse a node that has not this value."""
    return lambda graph, focus, values: [] if asked in values else [None]


def equal_to(asked: Node) -> Constraint:
    """Refuse values that only one of two properties has."""
    return lambda graph, focus, values: values.keys() ^ graph.objects(focus, asked).keys()


def apart_from(asked: Node) -> Constraint:
    """Refuse values that both of two properties have."""
    return lambda graph, focus, values: values.keys() & graph.objects(focus, asked).keys()


def before(fits: Callable[[int], bool]) -> Making:
    """Refuse values that do not come before those of another property."""
    return lambda asked: lambda graph, focus, values: [
        value for value in values
        if not all(_in_order(value, other, fits) for other in graph.objects(focus, asked))
    ]  # fmt: skip


def _in_order(one: Node, other: Node, fits: Callable[[int], bool]) -> bool:
    """Whether two literals can be compared and do so as they should; ``fits`` is given -1, 0 or 1."""
    if not isinstance(one, Literal) or not isinstance(other, Literal) or one.ill_typed or other.ill_typed:
        return False
    if isinstance(one.value, str) != isinstance(other.value, str):
        return False
    try:
        return fits(0 if one.eq(other) else 1 if one > other else -1)
    except (TypeError, NotImplementedError):
        return False


def _has_datatype(value: Node, asked: Node) -> bool:
    if not isinstance(value, Literal) or value.language or value.ill_typed:
        return False
    kind = _PYTHON.get(asked)
    return (value.datatype or XSD.string) == asked and (kind is None or isinstance(value.value, kind))


def _is_of_kind(value: Node, asked: Node) -> bool:
    return asked in _KINDS[type(value)]


def _is_long(fits: Callable[[int, int], bool]) -> Callable[[Node, Node], bool]:
    return lambda value, asked: not isinstance(value, BNode) and fits(len(str(value)), int(str(asked)))


def _matches(value: Node, asked: Node) -> bool:
    return not isinstance(value, BNode) and re.search(str(asked), str(value)) is not None


_KINDS: Final[Mapping[type, tuple[Node, ...]]] = {
    URIRef: (SH.IRI, SH.IRIOrLiteral, SH.BlankNodeOrIRI),
    BNode: (SH.BlankNode, SH.BlankNodeOrLiteral, SH.BlankNodeOrIRI),
    Literal: (SH.Literal, SH.BlankNodeOrLiteral, SH.IRIOrLiteral),
}
_PYTHON: Final[Mapping[Node, type | tuple[type, ...]]] = {
    XSD.string: str,
    XSD.integer: int,
    XSD.decimal: Decimal,
    XSD.boolean: bool,
    XSD.date: date,
    XSD.dateTime: datetime,
}
"""What a well-formed literal of a datatype is in Python."""

ON_VALUES: Final[Mapping[Node, Making]] = {
    SH["class"]: of_class,
    SH.minCount: how_many(ge),
    SH.maxCount: how_many(le),
    SH.hasValue: has_value,
    SH.equals: equal_to,
    SH.disjoint: apart_from,
    SH.lessThan: before(lambda order: order < 0),
    SH.lessThanOrEquals: before(lambda order: order <= 0),
    SH.datatype: each_value(_has_datatype),
    SH.nodeKind: each_value(_is_of_kind),
    SH.pattern: each_value(_matches),
    SH.minLength: each_value(_is_long(ge)),
    SH.maxLength: each_value(_is_long(le)),
    SH.minInclusive: each_value(lambda value, asked: _in_order(value, asked, lambda order: order >= 0)),
    SH.maxInclusive: each_value(lambda value, asked: _in_order(value, asked, lambda order: order <= 0)),
}
"""Constraints by their property."""
BESIDE: Final = {SH.qualifiedMinCount, SH.qualifiedMaxCount}
"""What belongs to another constraint."""
