"""Tells in words what a node of one source's graph is: its kind, its name, the passage of the text that it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from rdflib import Graph, URIRef
from rdflib.term import Node

from ...ontology.terms import OA, PARLEY, PROV, RDF, RDFS, SCHEMA, SKOS
from ..kinds import kind_in_words

_STEPS: Final = 3
"""So far from a node its statement is looked for: from an amount over its term to the term's statement."""


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words of a text, their place in it, and who says them."""

    start: str
    end: str
    quote: str
    speaker: str


class Portrait:
    """Looks nodes up in one graph."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def kind(self, node: str) -> str:
        """Return what the node is, in a word or two."""
        return kind_in_words({str(cls) for cls in self._graph.objects(URIRef(node), URIRef(RDF.type))})

    def name(self, node: str) -> str:
        """Return the node's label, or the end of its IRI."""
        names = (SKOS.prefLabel, RDFS.label, SCHEMA.headline)
        labels = [str(label) for name in names for label in self._graph.objects(URIRef(node), URIRef(name))]
        return next((label for label in labels if label.strip()), node.rpartition("/")[2] or node)

    def passage(self, node: str) -> Passage | None:
        """Return the first passage of the statements that the node rests on, if it has any."""
        seen: set[Node] = set()
        level: list[Node] = [URIRef(node)]
        for _ in range(_STEPS + 1):
            passages = [passage for each in level for passage in self._passages(each)]
            if passages:
                return min(passages, key=lambda passage: (len(passage.start), passage))
            seen.update(level)
            level = sorted({owner for each in level for owner in self._graph.subjects(None, each)} - seen, key=str)
        return None

    def _passages(self, node: Node) -> Iterable[Passage]:
        carriers = [*self._objects(node, PARLEY.supportedBy), *self._objects(node, PARLEY.disputedBy)]
        for statement in carriers or [node]:
            for target in self._objects(statement, OA.hasTarget):
                selectors = self._objects(target, OA.hasSelector)
                quote, start, end = (
                    next((str(value) for each in selectors for value in self._objects(each, name)), "")
                    for name in (OA.exact, OA.start, OA.end)
                )
                speakers = self._objects(statement, PROV.wasAttributedTo)
                if quote:
                    yield Passage(start, end, quote, ", ".join(self.name(str(speaker)) for speaker in speakers))

    def _objects(self, node: Node, predicate: str) -> list[Node]:
        return sorted(self._graph.objects(node, URIRef(predicate)), key=str)
