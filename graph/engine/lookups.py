"""What a store holds, graph by graph, read without a query: quads of the engine, or text."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from itertools import islice
from tempfile import SpooledTemporaryFile
from typing import Final, TypeAlias

import pyoxigraph as ox

from ..ntriples import Triple, parsed_ntriples, ref
from .sorted_lines import told_as_temporary

DEFAULT_GRAPH: Final = ""
"""Name of the default graph wherever graphs are named by IRI."""
_SPOOLED: Final = 16_000_000
"""Bytes of a graph that are held in memory while it is gone through; more of them are put on the disk."""

Value: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class Lookups(ABC):
    """Looks into the graphs of an engine."""

    @property
    @abstractmethod
    def engine(self) -> ox.Store:
        """The open engine."""

    def triples(self, graph: str) -> frozenset[Triple]:
        """Return all the triples of one graph."""
        return parsed_ntriples(self.ntriples(graph))

    def objects(self, subject: str, predicate: str, graph: str) -> list[str]:
        """Return the objects of a subject in one graph: IRIs and strings, without quotes."""
        found = self.engine.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None, graph_name(graph))
        return sorted(quad.object.value for quad in found if not isinstance(quad.object, ox.Triple))

    def subjects(self, predicate: str, value: ox.NamedNode | ox.Literal, graph: str) -> list[str]:
        """Return the subjects that have this value in one graph."""
        found = self.engine.quads_for_pattern(None, ox.NamedNode(predicate), value, graph_name(graph))
        return sorted(quad.subject.value for quad in found if isinstance(quad.subject, ox.NamedNode))

    def holds_graph(self, graph: str) -> bool:
        """True when there is anything in the graph."""
        return any(True for _ in self.engine.quads_for_pattern(None, None, None, graph_name(graph)))

    def holds_many(self, graph: str, count: int) -> bool:
        """True when there are so many triples in the graph."""
        found = self.engine.quads_for_pattern(None, None, None, graph_name(graph))
        return next(islice(found, count - 1, None), None) is not None

    def count(self, graph: str) -> int:
        """Return how many triples are in a named graph; the engine counts, and looks at none of them."""
        found = self.engine.query(f"SELECT (COUNT(*) AS ?n) {{ GRAPH {ref(graph)} {{ ?s ?p ?o }} }}")
        assert isinstance(found, ox.QuerySolutions)
        return int(next(found)["n"].value)

    def quads(
        self,
        subject: str | None = None,
        predicate: str | None = None,
        value: Value | None = None,
        graph: str | None = None,
    ) -> Iterator[ox.Quad]:
        """Yield the quads that fit, ``None`` fitting everything; the empty graph is the default one."""
        yield from self.engine.quads_for_pattern(
            None if subject is None else ox.NamedNode(subject),
            None if predicate is None else ox.NamedNode(predicate),
            value,
            None if graph is None else graph_name(graph),
        )

    def ntriples(self, graph: str) -> bytes:
        """Return one graph as N-Triples, in no order."""
        return self.engine.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=graph_name(graph)) or b""

    def lines(self, graph: str) -> Iterator[bytes]:
        """Yield one graph as lines of N-Triples, in no order, in memory that does not grow with it."""
        with told_as_temporary(), SpooledTemporaryFile(_SPOOLED) as file:
            self.engine.dump(file, ox.RdfFormat.N_TRIPLES, from_graph=graph_name(graph))
            file.seek(0)
            yield from file

    def quad_lines(self) -> Iterator[bytes]:
        """Yield all graphs as lines of N-Quads, in no order, in memory that does not grow with them."""
        with told_as_temporary(), SpooledTemporaryFile(_SPOOLED) as file:
            self.engine.dump(file, ox.RdfFormat.N_QUADS)
            file.seek(0)
            yield from file

    def named_graphs(self) -> list[str]:
        """Return the IRIs of the named graphs that hold anything, sorted."""
        names = (graph.value for graph in self.engine.named_graphs() if isinstance(graph, ox.NamedNode))
        return sorted(name for name in names if self.holds_graph(name))

    def quads_saying(self, predicate: str, graph: str) -> Iterator[ox.Quad]:
        """Yield the quads of one graph that have this predicate."""
        yield from self.engine.quads_for_pattern(None, ox.NamedNode(predicate), None, graph_name(graph))

    def quads_about(self, node: str) -> Iterator[ox.Quad]:
        """Yield every quad, in any graph, that has the node as its subject or its object."""
        name = ox.NamedNode(node)
        yield from self.engine.quads_for_pattern(name, None, None, None)
        yield from self.engine.quads_for_pattern(None, None, name, None)


def as_row(quad: ox.Quad) -> Triple:
    """Return the quad without its graph, as text."""
    return str(quad.subject), str(quad.predicate), str(quad.object)


def as_kept(quads: Iterable[ox.Quad]) -> frozenset[Triple]:
    """Return the quads of the default graph as a store gives them back: it spells some values in its own way."""
    scratch = ox.Store()
    scratch.extend(quads)
    return parsed_ntriples(scratch.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()) or b"")


def graph_name(graph: str) -> ox.NamedNode | ox.DefaultGraph:
    """Return the engine's name of a graph."""
    return ox.NamedNode(graph) if graph else ox.DefaultGraph()
