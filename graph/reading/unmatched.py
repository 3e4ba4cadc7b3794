"""Why a query finds nothing, as far as its patterns tell: the first that nothing fits, alone or beside another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import combinations, islice
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from rdflib import RDF, BNode, Graph, Literal, URIRef, Variable
from rdflib.paths import Path

from ...ontology.terms import NAMESPACE
from ..engine.results import Apart
from ..errors import QueryError
from .curies import shortened
from .unbound import unbound
from .unknown_terms import misspelled_terms, unknown_terms

if TYPE_CHECKING:
    from ..knowledge import Knowledge

Pattern: TypeAlias = tuple[Any, Any, Any]  # Any: rdflib's terms and paths have nothing in common
_MOST: Final = 12
"""So many patterns are compared with each other; of a longer query the first."""
_SECONDS: Final = 5.0
_HARMLESS: Final = ("TriplesBlock", "Filter", "OptionalGraphPattern")
"""Parts of a group that take no answers away, and FILTER."""
_VALUE: Final = "SELECT ?value { ?s %s ?value } LIMIT 1"
_ALIKE: Final = """
SELECT ?value { ?s %s ?value FILTER(LCASE(REPLACE(STR(?value), "^.*[#/]", "")) = LCASE(%s)) } LIMIT 1
"""
_CLASSES: Final = """
SELECT ?class (COUNT(*) AS ?n) { { SELECT DISTINCT ?s { ?s %s ?o } LIMIT 1000 } ?s a ?class } GROUP BY ?class
ORDER BY DESC(?n) ?class
"""
_NAMED: Final = 3
"""So many classes are named at most."""


def is_nothing(rows: Iterable[Iterable[str]]) -> bool:
    """Return true for no rows, and for a single one that only says that there are none.

    >>> is_nothing([]), is_nothing([["0"]]), is_nothing([["0", "1"]])
    (True, True, False)
    """
    first = [list(row) for row in islice(rows, 2)]
    return not first or (len(first) == 1 and all(text in ("", "0") for text in first[0]))


def why_nothing(knowledge: Knowledge, sparql: str) -> list[str]:
    """Return why a query has no answer, as far as its names and variables tell, or else its patterns."""
    return [*unknown_terms(knowledge, sparql), *unbound(sparql)] or unmatched(knowledge, sparql)


def doubts(knowledge: Knowledge, sparql: str) -> list[str]:
    """Return what is likely wrong with a query that has answers: misspelled terms, variables that nothing binds."""
    return [*misspelled_terms(knowledge, sparql), *unbound(sparql)]


def unmatched(knowledge: Knowledge, sparql: str) -> list[str]:
    """Return a remark on the first pattern of a query without answers that nothing fits, on two together, or FILTER.

    Only what every answer must fit is looked at. Nothing is said where finding out takes long.
    """
    parts = _parts(knowledge, sparql)
    patterns = list(dict.fromkeys(pattern for part in parts for pattern in _patterns(knowledge, part)))
    few = patterns[:_MOST]
    pairs = (pair for pair in combinations(few, 2) if _variables(pair[0]) & _variables(pair[1]))
    try:
        if group := _first_without(knowledge, [*((pattern,) for pattern in few), *pairs]):
            return [f"nothing fits {_written(knowledge, group)}{_instead(knowledge, group)}"]
        if any(part.name not in _HARMLESS for part in parts):
            return []
        return _filtered(knowledge, patterns, [part for part in parts if part.name == "Filter"])
    except QueryError:  # it takes too long, or the engine cannot say
        return []


def _parts(knowledge: Knowledge, sparql: str) -> list[Any]:  # Any: rdflib's parts of a query, with whole names
    """What the outermost group consists of, as far as rdflib reads the query."""
    from pyparsing import ParseException
    from rdflib.plugins.sparql.algebra import translatePName, translatePrologue, traverse
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        prologue, query = parseQuery(sparql)
    except ParseException:  # the engine reads more than rdflib does
        return []
    if query.datasetClause or not query.where:
        return []
    names = partial(translatePName, prologue=translatePrologue(prologue, None, dict(knowledge.prefixes)))
    return [traverse(part, visitPost=names) for part in query.where.part or ()]


def _patterns(knowledge: Knowledge, part: Any) -> Iterator[Pattern]:  # Any: as above
    from rdflib.plugins.sparql.algebra import translatePath, traverse

    if part.name == "TriplesBlock":
        for terms in map(list, traverse(part, visitPost=translatePath).triples):
            yield from zip(terms[::3], terms[1::3], terms[2::3], strict=True)


def _filtered(knowledge: Knowledge, patterns: Sequence[Pattern], filters: Sequence[Any]) -> list[str]:  # Any: as above
    """A remark on the FILTERs of a query whose patterns fit, with what they are asked of in one case."""
    from rdflib.plugins.sparql.algebra import traverse

    used: set[Any] = set()
    for one in filters:
        traverse(one.expr, visitPre=lambda part: used.add(part) if isinstance(part, Variable) else None)
    asked = sorted(used & {variable for pattern in patterns for variable in _variables(pattern)})
    if not asked:
        return []
    shown = " ".join(variable.n3() for variable in asked)
    first = knowledge.query(
        f"SELECT {shown} {{ {' . '.join(map(_sparql, patterns))} }} LIMIT 1", apart=Apart(_SECONDS)
    )  # fmt: skip
    spelled = _speller(knowledge)
    found = [f"{variable.n3()} is {spelled(row[variable])}" for row in first for variable in asked]
    return [f"without FILTER there are answers, such as one where {', '.join(found)}"] if found else []


def _variables(pattern: Pattern) -> set[Variable | BNode]:
    return {term for term in pattern if isinstance(term, Variable | BNode)}


def _first_without(knowledge: Knowledge, groups: Sequence[Sequence[Pattern]]) -> Sequence[Pattern]:
    """The first group of patterns that nothing fits, or none."""
    if not groups:
        return ()
    tests = (
        f"{{ SELECT ({number} AS ?fits) {{ {' . '.join(map(_sparql, some))} }} LIMIT 1 }}"
        for number, some in enumerate(groups)
    )  # the engine looks for one answer to each; with EXISTS it would find them all
    found = knowledge.query(f"SELECT ?fits {{ {' UNION '.join(tests)} }}", apart=Apart(_SECONDS))
    fit = {str(row["fits"]) for row in found}
    return next((some for number, some in enumerate(groups) if str(number) not in fit), ())


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
    """What there is of that kind: a value that the property has, what has it, or that it fits the other way round."""
    *before, (subject, told, value) = sorted(group, key=lambda pattern: pattern[1] != RDF.type)
    spelled = _speller(knowledge)
    if not isinstance(told, URIRef):
        return ""
    if told == RDF.type:
        is_property = isinstance(value, URIRef) and knowledge.query(f"ASK {{ ?s {value.n3()} ?o }}")
        return f": {spelled(value)} is a property, no class" if is_property else ""
    turned = (value, told, subject)
    if not isinstance(value, Literal) and not _first_without(knowledge, [[*before, turned]]):
        return f": the other way round, {' '.join(map(spelled, turned))}, it does"
    if not before and isinstance(value, URIRef | Literal):
        return _values(knowledge, told, value)
    if before and before[0][:2] == (subject, RDF.type):
        classes = [str(row["class"]) for row in knowledge.query(_CLASSES % told.n3(), apart=Apart(_SECONDS))]
        ours = [iri for iri in classes if iri.startswith(NAMESPACE)] or classes
        return (
            f": {spelled(told)} is told of {', '.join(spelled(URIRef(iri)) for iri in ours[:_NAMED])}" if ours else ""
        )
    return ""


def _values(knowledge: Knowledge, told: URIRef, value: URIRef | Literal) -> str:
    """The value that a property has and that is spelled alike, or else any one of its values."""
    spelled = _speller(knowledge)
    name = Literal(str(value).rpartition("#")[2].rpartition("/")[2])
    for row in knowledge.query(_ALIKE % (told.n3(), name.n3()), apart=Apart(_SECONDS)):
        return f": {spelled(told)} has the value {spelled(row['value'])}"
    for row in knowledge.query(_VALUE % told.n3()):
        return f": {spelled(told)} has values such as {spelled(row['value'])}"
    return ""
