"""Checks what is there, source by source: the shapes, and the way from each fact to the words that carry it.

It changes nothing. What one source costs does not depend on how many others there are. What need not be checked again
is told in :mod:`rechecking`.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox
from rdflib import Graph, URIRef

from ...ontology.terms import OA, PARLEY, RDF, SCHEMA
from ...ontology.validation import Violation, validate
from ..kinds import in_words
from .lookup import local_name
from .portrait import Passage, Portrait
from .provenance import Finding, provenance_findings

if TYPE_CHECKING:
    from ..identity.drift import Drift
    from ..knowledge import Knowledge

_TYPE: Final = URIRef(RDF.type)
_ABOUT: Final = "SELECT ?node ?p ?o WHERE { GRAPH ?graph { ?node ?p ?o } }"
_ANYWHERE: Final = "SELECT ?node ?p ?o WHERE { { ?node ?p ?o } UNION { GRAPH ?graph { ?node ?p ?o } } }"
_SHAPES: Final = "https://w3id.org/parley/shapes#"
_COVERED: Final = {"FactAssertedSupported": "FactSupported"}
"""Shapes that say nothing new when another one has spoken."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One rule that one node breaks, in words, with the words of the text that the node rests on."""

    source: str
    kind: str
    name: str
    problem: str
    value: str
    quote: str
    speaker: str
    start: str
    end: str
    node: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of checking one source."""

    source: str
    statements: int
    problems: tuple[Problem, ...]
    rests_on_others: bool = False
    """Whether it refers to what only others tell of, so that it may fail when they change."""


def source_graphs(knowledge: Knowledge) -> list[str]:
    """Return the graphs in which sources say what they say."""
    start = f"{knowledge.base}source/"
    return [iri for iri in knowledge.graphs() if iri.startswith(start) and iri.endswith("/graph")]


def check_source(knowledge: Knowledge, graph_iri: str) -> Checked:
    """Check one source: its graph, what follows from it, and what it refers to.

    RDF is kept as somebody else has made it, so our rules are not put to it.
    """
    article = URIRef(graph_iri.removesuffix("/graph"))
    with _quiet():
        graph = knowledge.graph(graph_iri, f"{article}/derived")
    if (article, _TYPE, URIRef(SCHEMA.Dataset)) in graph and graph.value(article, URIRef(SCHEMA.text)) is None:
        return Checked(str(article), 0, ())
    said = frozenset(graph.subjects(_TYPE, URIRef(PARLEY.Statement)))
    undefined = _undefined(graph, knowledge.base)
    for node in undefined:
        for row in knowledge.query(_ABOUT, bindings={"node": node}):
            predicate, value = row["p"], row["o"]
            if predicate is not None and value is not None:
                graph.add((node, predicate, value))
    source = str(graph.value(article, URIRef(PARLEY.sourceId)) or article)
    portrait = Portrait(graph)
    with _quiet():
        findings = sorted(set(_findings(graph, article)))
    problems = tuple(_problem(portrait, source, finding) for finding in findings)
    return Checked(source, len(said), problems, rests_on_others=bool(undefined))


def check_canonical(knowledge: Knowledge, drift: Drift | None = None) -> tuple[Problem, ...]:
    """Tell where questions do not read what the sources say, no more and no less; one problem for each node and way.

    That is what a comparison has found; without one, everything is compared.
    """
    drift = knowledge.drift() if drift is None else drift
    found: dict[tuple[str, str], Problem] = {}
    for words, rows in (
        ("Questions read this of it, but no source says it.", drift.unsaid),
        ("A source says this of it, but questions do not read it.", drift.unread),
    ):
        for subject, predicate, value in rows:
            node = subject[1:-1]
            if (node, words) not in found:
                found[node, words] = _told_of_canonical(knowledge, node, words, _plain(predicate, value))
    return tuple(found.values())


def _told_of_canonical(knowledge: Knowledge, node: str, words: str, value: str) -> Problem:
    graph = Graph()
    for row in knowledge.query(_ANYWHERE, bindings={"node": URIRef(node)}):
        predicate, told = row["p"], row["o"]
        if predicate is not None and told is not None:
            graph.add((URIRef(node), predicate, told))
    portrait = Portrait(graph)
    own = node.removeprefix(f"{knowledge.base}source/")
    source = "" if own == node else own.partition("/")[0].partition("#")[0]
    return Problem(source, portrait.kind(node), portrait.name(node), words, value, "", "", "", "", node)


def _plain(predicate: str, value: str) -> str:
    """A property and its value for reading: the ends of IRIs, the text of literals."""
    (quad,) = ox.parse(f"<urn:x> {predicate} {value} .", ox.RdfFormat.N_TRIPLES)
    said = quad.object
    text = said.value if isinstance(said, ox.Literal) else local_name(value[1:-1])
    return f"{in_words(local_name(predicate[1:-1]))}: {text}"


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep rdflib from printing a traceback for each number that is none: the shapes tell of it in words."""
    logger = logging.getLogger("rdflib.term")
    was = logger.disabled
    logger.disabled = True
    try:
        yield
    finally:
        logger.disabled = was


def _undefined(graph: Graph, base: str) -> list[URIRef]:
    """Nodes that are pointed at and of which nothing is said."""
    pointed = {value for value in graph.objects() if isinstance(value, URIRef) and value.startswith(base)}
    return sorted(node for node in pointed if (node, None, None) not in graph)


def _findings(graph: Graph, article: URIRef) -> Iterator[Finding]:
    own = list(provenance_findings(graph, article))
    violations = validate(graph)
    broken = {(violation.node, violation.shape.removeprefix(_SHAPES)) for violation in violations}
    told = {finding.node for finding in own}
    misquoted = {str(target) for node in told for target in graph.objects(URIRef(node), URIRef(OA.hasTarget))}
    for violation in violations:
        shape = violation.shape.removeprefix(_SHAPES)
        if (violation.node, _COVERED.get(shape, "")) in broken:
            continue
        if shape == "Article" and violation.value in misquoted:
            continue
        yield _from_violation(graph, violation)
    for finding in own:
        if not any((finding.node, shape) in broken for shape in finding.told_by):
            yield finding


def _from_violation(graph: Graph, violation: Violation) -> Finding:
    """A violation that is found at an article but is about one of its passages is told of the passage."""
    if (URIRef(violation.value), _TYPE, URIRef(OA.SpecificResource)) in graph:
        return Finding(violation.value, violation.message)
    return Finding(violation.node, violation.message, violation.value)


def _problem(portrait: Portrait, source: str, finding: Finding) -> Problem:
    passage = portrait.passage(finding.node) or Passage("", "", "", "")
    return Problem(
        source, portrait.kind(finding.node), portrait.name(finding.node), finding.problem, finding.value,
        passage.quote, passage.speaker, passage.start, passage.end, finding.node,
    )  # fmt: skip
