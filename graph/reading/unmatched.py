"""Why a query finds nothing, as far as its patterns tell: the first that nothing fits, alone or beside another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from rdflib import RDF, BNode, Graph, Literal, URIRef, Variable
from rdflib.paths import Path

from ...ontology.terms import NAMESPACE
from ..engine.results import Apart
from ..errors import QueryError
from .curies import shortened
from .unknown_terms import unknown_terms

if TYPE_CHECKING:
    from ..knowledge import Knowledge

Pattern: TypeAlias = tuple[Any, Any, Any]  # Any: rdflib's terms and paths have nothing in common
_MOST: Final = 12
"""So many patterns are compared with each other; of a longer query the first."""
_SECONDS: Final = 5.0
_VALUE: Final = "SELECT ?value { ?s %s ?value } LIMIT 1"
_CLASSES: Final = "SELECT DISTINCT ?class { { SELECT ?s { ?s %s ?o } LIMIT 1 } ?s a ?class }"


def why_nothing(knowledge: Knowledge, sparql: str) -> list[str]:
    """Return why a query has no answer, as far as its names tell, or else its patterns."""
    return unknown_terms(knowledge, sparql) or unmatched(knowledge, sparql)


def unmatched(knowledge: Knowledge, sparql: str) -> list[str]:
    """Return a remark on the first pattern of a query without answers that nothing fits, or on two together.

    Only what every answer must fit is looked at. Nothing is said where finding out takes long.
    """
    patterns = list(dict.fromkeys(_required(knowledge, sparql)))[:_MOST]
    pairs = (pair for pair in combinations(patterns, 2) if _variables(pair[0]) & _variables(pair[1]))
    groups: list[Sequence[Pattern]] = [*((pattern,) for pattern in patterns), *pairs]
    try:
        group = _first_without(knowledge, groups)
        return [f"nothing fits {_written(knowledge, group)}{_instead(knowledge, group)}"] if group else []
    except QueryError:  # it takes too long, or the engine cannot say
        return []


def _required(knowledge: Knowledge, sparql: str) -> Iterator[Pattern]:
    """Yield the patterns of the outermost group, as far as rdflib reads the query."""
    from pyparsing import ParseException
    from rdflib.plugins.sparql.algebra import translatePath, translatePName, translatePrologue, traverse
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        prologue, query = parseQuery(sparql)
    except ParseException:  # the engine reads more than rdflib does
        return
    if query.datasetClause or not query.where:
        return
    names = partial(translatePName, prologue=translatePrologue(prologue, None, dict(knowledge.prefixes)))
    for part in query.where.part or ():
        if part.name == "TriplesBlock":
            block = traverse(traverse(part, visitPost=names), visitPost=translatePath)
            for terms in map(list, block.triples):
                yield from zip(terms[::3], terms[1::3], terms[2::3], strict=True)


def _variables(pattern: Pattern) -> set[Variable | BNode]:
    return {term for term in pattern if isinstance(term, Variable | BNode)}


def _first_without(knowledge: Knowledge, groups: Sequence[Sequence[Pattern]]) -> Sequence[Pattern]:
    """The first group of patterns that nothing fits, or none."""
    if not groups:
        return ()
    tests = (f"(EXISTS {{ {' . '.join(map(_sparql, some))} }} AS ?fits{number})" for number, some in enumerate(groups))
    (row,) = knowledge.query(f"SELECT {' '.join(tests)} {{}}", apart=Apart(_SECONDS))
    return next((some for number, some in enumerate(groups) if str(row[f"fits{number}"]) == "false"), ())


def _sparql(pattern: Pattern) -> str:
    return " ".join(f"?{term}" if isinstance(term, BNode) else term.n3() for term in pattern)


def _written(knowledge: Knowledge, group: Sequence[Pattern]) -> str:
    spelled = _speller(knowledge)
    texts = [" ".join(map(spelled, pattern)) for pattern in group]
    return texts[0] if len(texts) == 1 else f"both {' and '.join(texts)}"


def _speller(knowledge: Knowledge) -> Callable[[Any], str]:  # Any: as above
    names = Graph(bind_namespaces="none").namespace_manager
    for prefix, iri in knowledge.prefixes.items():
        names.bind(prefix, iri)

    def spelled(term: Any) -> str:
        if isinstance(term, Path):
            return str(term.n3(names))
        short = shortened(str(term), knowledge.prefixes) if isinstance(term, URIRef) else ""
        return "a" if term == RDF.type else "[]" if isinstance(term, BNode) else short or str(term.n3(names))

    return spelled


def _instead(knowledge: Knowledge, group: Sequence[Pattern]) -> str:
    """What there is of that kind: a value that the property has, or a class of what has it."""
    *before, (subject, told, value) = sorted(group, key=lambda pattern: pattern[1] != RDF.type)
    if not isinstance(told, URIRef) or told == RDF.type:
        return ""
    spelled = _speller(knowledge)
    if not before and isinstance(value, URIRef | Literal):
        there = [spelled(row["value"]) for row in knowledge.query(_VALUE % told.n3())]
        return f": {spelled(told)} has values such as {there[0]}" if there else ""
    if before and before[0][:2] == (subject, RDF.type):
        classes = sorted(str(row["class"]) for row in knowledge.query(_CLASSES % told.n3()))
        ours = [iri for iri in classes if iri.startswith(NAMESPACE)] or classes
        return f": {spelled(told)} is told of {spelled(URIRef(ours[0]))}" if ours else ""
    return ""
