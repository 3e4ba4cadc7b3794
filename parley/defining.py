"""What a term of a vocabulary means, and how it is used in the graph: what one needs to write a query with it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Final

from rdflib import Graph, URIRef
from rdflib.term import Node

from .graph.kinds import in_words
from .graph.reading.curies import shortened
from .graph.reading.lookup import concept_key
from .graph.reading.term_uses import term_uses
from .ontology.terms import NAMESPACES, PARLEY, RDF, RDFS, SKOS
from .tables import PLAIN_WIDTH, printable

if TYPE_CHECKING:
    from .graph.knowledge import Knowledge

_SHOWN: Final = 40
_INDENT: Final = "  "
_SAID: Final = {RDFS.subClassOf: "kind of", RDFS.subPropertyOf: "kind of", RDFS.domain: "of", RDFS.range: "value"}


def is_term(iri: str) -> bool:
    """Return true for a term of the vocabularies that the graph is written in."""
    return any(iri in space for space in (PARLEY, *NAMESPACES.values()))


def defined(knowledge: Knowledge, iri: str) -> tuple[str, str]:
    """Return what a term means and how it is used, in words, and as the Turtle of its definition."""
    from .ontology.validation import vocabulary

    term, all_terms = URIRef(iri), vocabulary()
    definition = Graph(bind_namespaces="none")
    for prefix, space in knowledge.prefixes.items():
        definition.bind(prefix, space)
    for triple in all_terms.triples((term, None, None)):
        definition.add(triple)
    return "\n".join(_lines(knowledge, term, definition)) + "\n", definition.serialize(format="turtle")


def _lines(knowledge: Knowledge, term: URIRef, definition: Graph) -> Iterator[str]:
    label = definition.value(term, URIRef(RDFS.label)) or in_words(concept_key(str(term)))
    kinds = [in_words(concept_key(str(kind))) for kind in definition.objects(term, URIRef(RDF.type))]
    usual = "class" if concept_key(str(term))[:1].isupper() else "property"
    yield f"{label}: {', '.join(sorted(kinds)) or usual}"
    yield f"{_INDENT}{shortened(term, knowledge.prefixes)}"
    yield from _wrapped(str(one) for one in definition.objects(term, URIRef(SKOS.definition)))
    for predicate, words in _SAID.items():
        yield from _told(words, definition.objects(term, URIRef(predicate)), knowledge)
    for words, found in term_uses(knowledge, term):
        yield from _told(words, found, knowledge)


def _told(words: str, terms: Iterable[Node], knowledge: Knowledge) -> Iterator[str]:
    names = sorted(shortened(str(term), knowledge.prefixes) for term in terms)
    more = [f"and {len(names) - _SHOWN} more"] if len(names) > _SHOWN else []
    if names and names != ["0"]:
        yield from _wrapped([f"{words}: {', '.join(chain(names[:_SHOWN], more))}"])


def _wrapped(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from textwrap.wrap(
            printable(text), PLAIN_WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT * 3,
            break_long_words=False, break_on_hyphens=False,
        )  # fmt: skip
