"""How a term of a vocabulary is used in the graph: on what nodes, with which other terms, with what values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from rdflib import URIRef
from rdflib.term import Node

if TYPE_CHECKING:
    from ..knowledge import Knowledge

_LOOKED_AT: Final = 1000
"""So many nodes of a class, or that have a property, are looked at to tell what else is told of them."""
_USES: Final = {
    "nodes of this class here": "SELECT (COUNT(DISTINCT ?s) AS ?x) WHERE {{ ?s a {term} }}",
    "has here": "SELECT DISTINCT ?x WHERE {{ {{ SELECT ?s {{ ?s a {term} }} LIMIT {some} }} ?s ?x ?o }}",
    "is here the value of": "SELECT DISTINCT ?x WHERE {{ {{ SELECT ?o {{ ?o a {term} }} LIMIT {some} }} ?s ?x ?o }}",
    "times here": "SELECT (COUNT(*) AS ?x) WHERE {{ ?s {term} ?o }}",
    "told here of": "SELECT DISTINCT ?x WHERE {{ {{ SELECT ?s {{ ?s {term} ?o }} LIMIT {some} }} ?s a ?x }}",
    "values here are": "SELECT DISTINCT ?x WHERE {{ {{ SELECT ?o {{ ?s {term} ?o }} LIMIT {some} }}"
    " OPTIONAL {{ ?o a ?class }} BIND(IF(ISLITERAL(?o), DATATYPE(?o), COALESCE(?class, ?o)) AS ?x) }}",
    "is here a value of": "SELECT DISTINCT ?x WHERE {{ {{ SELECT ?x {{ ?s ?x {term} FILTER(?x != rdf:type) }}"
    " LIMIT {some} }} }}",
}
"""What is told of the use of a term, and how it is found; ``?x`` are terms, or how many there are."""


def term_uses(knowledge: Knowledge, term: URIRef) -> Iterator[tuple[str, list[Node]]]:
    """Yield what is told of the use of a term, in words, with the terms that it is used with, or how often it is."""
    for words, query in _USES.items():
        found = knowledge.query(query.format(term=term.n3(), some=_LOOKED_AT))
        yield words, [value for row in found if (value := row["x"]) is not None]
