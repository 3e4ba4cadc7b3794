"""Terms and triples of the engine as rdflib's, and back, letter by letter: a value keeps the form that is stored."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final

import pyoxigraph as ox
import rdflib
from rdflib.term import Node

from ..errors import QueryError

_LOGGER: Final = logging.getLogger("rdflib.term")
_XSD_STRING: Final = "http://www.w3.org/2001/XMLSchema#string"


def to_rdflib(term: object) -> Node:
    """Return the engine's term as rdflib's."""
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    if isinstance(term, ox.Literal) and not term.direction:
        return _literal(term.value, term.language, term.datatype.value)
    raise QueryError(f"the term {term} has no form in rdflib: select its parts instead")


def to_engine(term: Node) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """Return rdflib's term as the engine's."""
    try:
        if isinstance(term, rdflib.URIRef):
            return ox.NamedNode(str(term))
        if isinstance(term, rdflib.BNode):
            return ox.BlankNode(str(term))
        if isinstance(term, rdflib.Literal):
            if term.language:
                return ox.Literal(str(term), language=term.language)
            return ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype)) if term.datatype else None)
    except ValueError as error:
        raise QueryError(f"{term!r} cannot be bound: {error}") from error
    raise QueryError(f"{term!r} cannot be bound: give an rdflib URIRef or Literal")


def add_triples(graph: rdflib.Graph, triples: Iterable[ox.Triple | ox.Quad]) -> rdflib.Graph:
    """Return the graph with the engine's triples added to it."""
    known: dict[object, Node] = {}
    for triple in triples:
        terms = (triple.subject, triple.predicate, triple.object)
        subject, predicate, value = (known.get(t) or known.setdefault(t, to_rdflib(t)) for t in terms)
        graph.add((subject, predicate, value))
    return graph


def _literal(lexical: str, language: str | None, datatype: str) -> rdflib.Literal:
    if language:
        return rdflib.Literal(lexical, lang=language)
    kind = None if datatype == _XSD_STRING else rdflib.URIRef(datatype)
    with _quiet():
        made = rdflib.Literal(lexical, datatype=kind, normalize=False)
    if str(made) == lexical:
        return made
    kept = str.__new__(rdflib.Literal, lexical)  # rdflib folds the spaces of xsd:token whatever it is asked
    kept._language, kept._datatype, kept._value, kept._ill_typed = None, kind, made.value, made.ill_typed
    return kept


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep rdflib from printing a traceback for a value that is none of its kind, such as a number without digits."""
    was, _LOGGER.disabled = _LOGGER.disabled, True
    try:
        yield
    finally:
        _LOGGER.disabled = was
