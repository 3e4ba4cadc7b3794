"""Answers to queries in one form, so that what the engine gives, what we give and what is expected can be compared."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, TypeAlias

import pyoxigraph as ox

from parley.graph.engine.results import Results
from parley.graph.engine.terms import to_engine

from .suite import FORMATS, Case, iri

RS: Final = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Answer: TypeAlias = bool | list[dict[str, Term]] | frozenset[ox.Triple] | tuple[tuple[tuple[str, str], ...], ...]
"""Yes or no, rows, a graph, or rows of CSV."""


def engines(case: Case, store: ox.Store, sparql: str) -> Answer:
    """What the engine itself answers."""
    found = store.query(sparql)
    if isinstance(found, ox.QueryBoolean):
        return bool(found)
    if isinstance(found, ox.QueryTriples):
        return frozenset(found)
    if case.result is not None and case.result.suffix == ".csv":
        return cells((found.serialize(format=ox.QueryResultsFormat.CSV) or b"").decode())
    return rows(found)


def ours(case: Case, results: Results) -> Answer:
    """What we answer: rows through rdflib's terms, which must say what the JSON says."""
    if results.form == "truth":
        return bool(results)
    if results.form == "graph":
        return frozenset(_triple(*map(to_engine, triple)) for triple in results.graph())
    if case.result is not None and case.result.suffix == ".csv":
        return cells(results.csv())
    given: list[dict[str, Term]] = []
    for row in results:
        terms = ((name, row[name]) for name in results.columns)
        given.append({name: to_engine(term) for name, term in terms if term is not None})
    written = ox.parse_query_results(results.json(), ox.QueryResultsFormat.JSON)
    assert isinstance(written, ox.QuerySolutions)
    assert same_letters(given, rows(written)), f"{case.name}: rows and JSON say different things"
    return given


def expected(case: Case, folder: Path) -> Answer:
    """What the suite expects."""
    path = case.result
    assert path is not None
    if path.suffix == ".csv":
        return cells(path.read_text(encoding="utf-8"))
    if path.suffix in FORMATS:
        data = path.read_bytes()
        triples = [quad.triple for quad in ox.parse(data, FORMATS[path.suffix], base_iri=iri(folder, path))]
        return _result_set(triples) if any(RS in str(triple) for triple in triples) else frozenset(triples)
    format = {".srx": ox.QueryResultsFormat.XML, ".srj": ox.QueryResultsFormat.JSON}.get(path.suffix)
    found = ox.parse_query_results(path.read_bytes(), format or ox.QueryResultsFormat.TSV)
    return bool(found) if isinstance(found, ox.QueryBoolean) else rows(found)


def _triple(subject: Term, predicate: Term, value: Term) -> ox.Triple:
    assert not isinstance(subject, ox.Literal)
    assert isinstance(predicate, ox.NamedNode)
    return ox.Triple(subject, predicate, value)


def rows(found: ox.QuerySolutions) -> list[dict[str, Term]]:
    """The rows of an answer, in their order."""
    names = [variable.value for variable in found.variables]
    return [{name: term for name in names if (term := row[name]) is not None} for row in found]


def cells(text: str) -> tuple[tuple[tuple[str, str], ...], ...]:
    """The rows of CSV, in no order of rows or columns."""
    found = csv.DictReader(io.StringIO(text))
    plain = ({name: re.sub("^_:.*", "_:", value) for name, value in row.items()} for row in found)
    return tuple(sorted(tuple(sorted(row.items())) for row in plain))


def agree(one: Answer, other: Answer, *, lax: bool = False) -> bool:
    """Whether two answers say the same, whatever nodes without names are called and however a value is written."""
    if isinstance(one, list) and isinstance(other, list):
        return _canonical(_as_graph(one, lax=lax)) == _canonical(_as_graph(other, lax=lax))
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        return _canonical(one) == _canonical(other)
    return type(one) is type(other) and one == other


def same_letters(one: Answer, other: Answer) -> bool:
    """Whether two answers are the same letter by letter, but for the names of nodes without names."""
    if isinstance(one, list) and isinstance(other, list):
        return Counter(map(_spelled, one)) == Counter(map(_spelled, other))
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        return Counter(map(_plain, one)) == Counter(map(_plain, other))
    return one == other


def _spelled(row: Mapping[str, Term]) -> str:
    return str(sorted((name, _plain(term)) for name, term in row.items()))


def _plain(term: Term) -> str:
    if isinstance(term, ox.Triple):
        return " ".join(map(_plain, (term.subject, term.predicate, term.object)))
    return "_:" if isinstance(term, ox.BlankNode) else str(term)


def _as_graph(found: Iterable[Mapping[str, Term]], *, lax: bool) -> frozenset[ox.Triple]:
    """Rows as a graph: a node for each, and how often it comes."""
    counted = Counter(frozenset((name, _kept(term)) for name, term in row.items()) for row in found)
    triples: set[ox.Triple] = set()
    for row, count in counted.items():
        node = ox.BlankNode()
        times = ox.Literal(1 if lax else count)
        triples.add(ox.Triple(node, ox.NamedNode("urn:times"), times))
        triples.update(ox.Triple(node, ox.NamedNode(f"urn:column:{name}"), term) for name, term in row)
    return frozenset(triples)


def _canonical(triples: Iterable[ox.Triple]) -> frozenset[str]:
    dataset = ox.Dataset(ox.Quad(t.subject, t.predicate, _kept(t.object)) for t in triples)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return frozenset(map(str, dataset))


def _kept(term: Term) -> Term:
    """A term as the engine gives back what it has stored: 1.0 and 1.00 are one value."""
    if not isinstance(term, ox.Literal):
        return term
    store = ox.Store()
    store.add(ox.Quad(ox.BlankNode(), ox.NamedNode("urn:p"), term))
    (quad,) = store.quads_for_pattern(None, None, None)
    return quad.object


def _result_set(triples: Iterable[ox.Triple]) -> Answer:
    """An answer that is told in RDF."""
    told: dict[tuple[object, str], list[Term]] = {}
    for triple in triples:
        told.setdefault((triple.subject, triple.predicate.value.removeprefix(RS)), []).append(triple.object)
    for (_, name), values in told.items():
        if name == "boolean":
            return str(getattr(values[0], "value", "")) == "true"
    solutions = [one for (_, name), values in told.items() if name == "solution" for one in values]
    found = []
    for solution in solutions:
        bindings = told.get((solution, "binding"), [])
        pairs = ((told[one, "variable"][0], told[one, "value"][0]) for one in bindings)
        found.append({str(getattr(variable, "value", "")): value for variable, value in pairs})
    return found
