"""Follows each fact of one source to its statements, each statement to its exact words and to who says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rdflib import Graph, URIRef
from rdflib.term import Node

from ...ontology.terms import OA, PARLEY, PROV, RDF, SCHEMA
from ..identifiers import content_hash
from ..kinds import FACTS

_TYPE: Final = URIRef(RDF.type)
_STATEMENT: Final = URIRef(PARLEY.Statement)


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What is wrong with a node; ``told_by`` names shapes that say the same when they find it first."""

    node: str
    problem: str
    value: str = ""
    told_by: tuple[str, ...] = ()


def provenance_findings(graph: Graph, article: URIRef) -> Iterator[Finding]:
    """Yield what breaks the way from facts to words in one source's graph."""
    words = graph.value(article, URIRef(SCHEMA.text))
    text = None if words is None else str(words)
    kept = {str(value) for value in graph.objects(article, URIRef(PARLEY.contentHash))}
    if text is not None and kept and kept != {content_hash(text)}:
        yield Finding(str(article), "The content hash does not fit the text: the text has been changed.")
    for fact in _facts(graph):
        if not any((statement, _TYPE, _STATEMENT) in graph for statement in _carriers(graph, fact)):
            yield Finding(str(fact), "No statement carries this fact.", told_by=("Fact", "FactSupported"))
    for statement in sorted(set(graph.subjects(_TYPE, _STATEMENT)), key=str):
        yield from _quote_findings(graph, statement, text)
        yield from _chain_findings(graph, statement, article)


def _facts(graph: Graph) -> list[Node]:
    return sorted({node for cls in FACTS for node in graph.subjects(_TYPE, URIRef(cls))}, key=str)


def _carriers(graph: Graph, fact: Node) -> list[Node]:
    return [node for name in (PARLEY.supportedBy, PARLEY.disputedBy) for node in graph.objects(fact, URIRef(name))]


def _quote_findings(graph: Graph, statement: Node, text: str | None) -> Iterator[Finding]:
    selectors = [
        selector
        for target in graph.objects(statement, URIRef(OA.hasTarget))
        for selector in graph.objects(target, URIRef(OA.hasSelector))
    ]

    def values(name: str) -> list[str]:
        return [str(value) for selector in selectors for value in graph.objects(selector, URIRef(name))]

    quotes, starts, ends = values(OA.exact), values(OA.start), values(OA.end)
    if not quotes or not any(quotes):
        yield Finding(str(statement), "The statement has no exact words.", told_by=("Statement",))
        return
    if text is None or len(quotes) != 1 or len(starts) != 1 or len(ends) != 1:
        return  # the shapes tell of these
    if not (starts[0].isdecimal() and ends[0].isdecimal()):
        return
    there = text[int(starts[0]) : int(ends[0])]
    if there != quotes[0]:
        yield Finding(str(statement), "The quoted words are not what the text has at their place.", there)


def _chain_findings(graph: Graph, statement: Node, article: URIRef) -> Iterator[Finding]:
    links = list(graph.objects(statement, URIRef(PROV.qualifiedAttribution)))
    speakers = set(graph.objects(statement, URIRef(PROV.wasAttributedTo)))
    placed = sorted(
        (str(graph.value(link, URIRef(PARLEY.chainPosition)) or ""), str(graph.value(link, URIRef(PROV.agent)) or ""))
        for link in links
    )
    chain = [URIRef(agent) for _, agent in sorted(placed, key=lambda pair: (len(pair[0]), pair[0]))]
    covered = ("Statement", "StatementSpeakerInChain")
    if not chain or (chain[-1], _TYPE, URIRef(PROV.Agent)) not in graph:
        yield Finding(str(statement), "The chain of who says it does not end in an agent.", told_by=covered)
    elif speakers != {chain[-1]}:
        yield Finding(str(statement), "The last of the chain is not the one who says it.", told_by=covered)
    elif chain[0] not in set(graph.objects(article, URIRef(SCHEMA.publisher))):
        yield Finding(str(statement), "The chain does not start with the publisher.", told_by=covered)
    elif sorted(place for place, _ in placed) != sorted(str(n) for n in range(1, len(placed) + 1)):
        yield Finding(str(statement), "The places in the chain are not 1, 2, 3 without a gap.", told_by=covered)
