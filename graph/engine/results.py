"""Results of queries: rows whose terms become rdflib's when they are looked at, and text straight from the engine."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from sys import intern
from typing import Final, Literal, TypeAlias, TypeVar, cast

import pyoxigraph as ox
import rdflib
from rdflib.term import Node

from ...ontology.terms import PREFIXES
from ..errors import QueryError
from .apart import evaluated_apart
from .laid_out import turtle
from .service_guard import refuse_service
from .store import Store
from .syntax import unreadable
from .terms import add_triples, to_engine, to_rdflib

_Engine: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
T = TypeVar("T")
_UNSELECTED: Final = re.compile(r"variable (\?\S+) in its SELECT projection")
_NO_GRAPH: Final = "only CONSTRUCT and DESCRIBE give a graph: use json() or csv() for this query"


class Row:
    """One answer: ``row["x"]`` is the term that ``?x`` stands for, or None when it stands for nothing."""

    __slots__ = ("_columns", "_solution", "_terms")

    def __init__(self, solution: ox.QuerySolution, columns: list[str], terms: dict[object, Node]) -> None:
        self._solution = solution
        self._columns = columns
        self._terms = terms

    def __getitem__(self, column: str) -> Node | None:
        term = self._solution[column]
        if term is None:
            if column not in self._columns:
                raise KeyError(f"{column} is not a column: there are {', '.join(self._columns)}")
            return None
        known = self._terms.get(term)
        if known is None:
            known = self._terms[term] = to_rdflib(term)
        return known

    def __repr__(self) -> str:
        return f"Row({self._solution!r})"


class Results:
    """What a query gives: rows (SELECT), yes or no (ASK), or a graph (CONSTRUCT, DESCRIBE).

    The first loop over rows takes them from the engine one by one; when they are looped over again, or counted, the
    query is evaluated again and they are kept.
    """

    def __init__(self, run: Callable[[], _Engine], prefixes: Mapping[str, str] = PREFIXES) -> None:
        self._run = run
        self._prefixes = prefixes
        self._first: _Engine | None = run()
        self._kept: list[ox.QuerySolution] | None = None
        self._terms: dict[object, Node] = {}
        self._shape: type = type(self._first)
        self.columns: list[str] = (
            [variable.value for variable in self._first.variables] if isinstance(self._first, ox.QuerySolutions) else []
        )

    @property
    def form(self) -> Literal["rows", "truth", "graph"]:
        """Which of the three this query gives."""
        if self._shape is ox.QueryBoolean:
            return "truth"
        return "graph" if self._shape is ox.QueryTriples else "rows"

    def __iter__(self) -> Iterator[Row]:
        return (Row(solution, self.columns, self._terms) for solution in self._each())

    def texts(self) -> Iterator[tuple[str, ...]]:
        """Yield each row as what its IRIs, blank nodes and literals spell, in the order of the columns; "" for none."""
        for solution in self._each():
            yield tuple([intern(term.value) if term is not None else "" for term in solution])

    def _each(self) -> Iterator[ox.QuerySolution]:
        if self._kept is not None or not isinstance(self._first, ox.QuerySolutions):
            yield from self._solutions()
            return
        try:
            yield from cast("ox.QuerySolutions", self._fresh())
        except (OSError, ValueError, RuntimeError) as error:
            raise QueryError(f"the query failed: {error}") from error

    def __len__(self) -> int:
        return len(self._solutions())

    def __bool__(self) -> bool:
        """The answer to ASK; for other queries, whether there is anything in the answer."""
        if self.form == "truth":
            return bool(self._fresh())
        return bool(len(self.graph())) if self.form == "graph" else bool(len(self))

    def json(self) -> str:
        """Return SPARQL results in JSON (rows, yes or no)."""
        return self._text(ox.QueryResultsFormat.JSON)

    def csv(self) -> str:
        """Return SPARQL results in CSV (rows)."""
        return self._text(ox.QueryResultsFormat.CSV)

    def tsv(self) -> str:
        """Return SPARQL results in TSV (rows)."""
        return self._text(ox.QueryResultsFormat.TSV)

    def turtle(self) -> str:
        """Return the graph of a CONSTRUCT or DESCRIBE query as Turtle, sorted, with the prefixes that it uses."""
        found = self._fresh()
        if not isinstance(found, ox.QueryTriples):
            raise QueryError(_NO_GRAPH)
        return _evaluated(lambda: turtle(found, self._prefixes))

    def graph(self) -> rdflib.Graph:
        """Return the graph of a CONSTRUCT or DESCRIBE query, apart from the store."""
        found = self._fresh()
        if not isinstance(found, ox.QueryTriples):
            raise QueryError(_NO_GRAPH)
        return _evaluated(lambda: add_triples(rdflib.Graph(), found))

    def _solutions(self) -> list[ox.QuerySolution]:
        if self._kept is None:
            found = self._fresh()
            if not isinstance(found, ox.QuerySolutions):
                raise QueryError("this query gives no rows: use bool() for ASK, graph() or turtle() for CONSTRUCT")
            self._kept = _evaluated(lambda: list(found))
        return self._kept

    def _text(self, format: ox.QueryResultsFormat) -> str:
        found = self._fresh()
        if isinstance(found, ox.QueryTriples):
            raise QueryError("CONSTRUCT and DESCRIBE give a graph, not rows: use turtle() or graph()")
        data = _evaluated(lambda: found.serialize(format=format))
        return (data or b"").decode("utf-8")

    def _fresh(self) -> _Engine:
        """The engine's answer, not yet consumed: the first one, then one of a new run."""
        found, self._first = self._first, None
        return found if found is not None else self._run()


@dataclass(frozen=True, slots=True)
class Apart:
    """Lets a query be evaluated in a process of its own, which ends after so many seconds, and at Ctrl-C."""

    seconds: float | None = None


def run_query(
    store: Store,
    sparql: str,
    bindings: Mapping[str, Node],
    *,
    hosts: Collection[str] = (),
    apart: Apart | None = None,
    prefixes: Mapping[str, str] = PREFIXES,
) -> Results:
    """Return the results of a query that only reads; values are bound to variables, never pasted into the text.

    The engine binds only variables that the query selects. ``hosts`` are those that SERVICE may call, ``prefixes`` need
    no declaration.
    """
    refuse_service(sparql, hosts=hosts)
    values: dict[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple] = {
        ox.Variable(name): to_engine(term) for name, term in bindings.items()
    }

    def told(evaluate: Callable[[], T]) -> T:
        try:
            return evaluate()
        except SyntaxError as error:
            raise unreadable(sparql, str(error.msg or error), prefixes) from error

    if apart is None:
        query = partial(store.engine_for(sparql).query, sparql, prefixes=dict(prefixes), substitutions=values)
        return Results(lambda: _evaluated(lambda: told(query)), prefixes)
    with store.still(sparql) as quads:
        return Results(
            _evaluated(lambda: told(lambda: evaluated_apart(quads, sparql, values, apart.seconds, prefixes=prefixes))),
            prefixes,
        )


def _evaluated(evaluate: Callable[[], T]) -> T:
    try:
        return evaluate()
    except (OSError, ValueError, RuntimeError) as error:
        raise QueryError(f"the query failed: {_in_words(error)}") from error


def _in_words(error: Exception) -> str:
    unselected = _UNSELECTED.search(str(error))
    return f"{unselected[1]} is given a value: let SELECT name it" if unselected else str(error)
