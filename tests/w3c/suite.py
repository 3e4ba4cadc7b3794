"""The query tests of the W3C's suite for SPARQL 1.0 and 1.1, as its manifests list them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF

BASE: Final = "https://w3c.github.io/rdf-tests/sparql/"
MF: Final = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT: Final = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
EVALUATED: Final = {MF.QueryEvaluationTest, MF.CSVResultFormatTest}
READ: Final = {MF.PositiveSyntaxTest, MF.PositiveSyntaxTest11}
REFUSED: Final = {MF.NegativeSyntaxTest, MF.NegativeSyntaxTest11}
FROM: Final = re.compile(r"\bFROM\s+(?:NAMED\s+)?<([^>:]+)>", re.IGNORECASE)
"""The files that a query names itself; a store finds them only among its own graphs."""
FORMATS: Final = {".ttl": ox.RdfFormat.TURTLE, ".rdf": ox.RdfFormat.RDF_XML, ".nt": ox.RdfFormat.N_TRIPLES}


@dataclass(frozen=True, slots=True)
class Case:
    """One test: a query, the data that it is put to, and what must come of it."""

    name: str
    """Its folder and its own name."""
    kind: rdflib.term.Node
    query: Path
    data: tuple[Path, ...] = ()
    graphs: tuple[Path, ...] = ()
    result: Path | None = None
    lax: bool = False
    """Whether it leaves open how often a row comes."""

    def sparql(self, folder: Path) -> str:
        """The query with the base that its relative IRIs stand on."""
        return f"BASE <{iri(folder, self.query)}>\n{self.query.read_text(encoding='utf-8')}"

    def load(self, store: ox.Store, folder: Path) -> None:
        """Put its data into a store."""
        for path in self.data:
            store.load(path=str(path), format=FORMATS[path.suffix], base_iri=iri(folder, path))
        for path in self.graphs:
            name = iri(folder, path)
            store.load(path=str(path), format=FORMATS[path.suffix], base_iri=name, to_graph=ox.NamedNode(name))


def iri(folder: Path, path: Path) -> str:
    """What a file of the suite is called on the web."""
    return BASE + path.relative_to(folder).as_posix()


def cases(folder: Path) -> Iterator[Case]:
    """Yield the query tests under ``folder``, which holds ``sparql10`` and ``sparql11``."""
    for manifest in sorted(folder.glob("sparql1[01]/*/manifest.ttl")):
        graph = rdflib.Graph().parse(manifest, format="turtle", publicID=iri(folder, manifest))
        place = manifest.parent.relative_to(folder).as_posix()
        for entries in graph.objects(None, MF.entries):
            for entry in Collection(graph, entries):
                kind = graph.value(entry, RDF.type)
                if kind in EVALUATED | READ | REFUSED:
                    yield _case(graph, entry, kind, folder, place)


def _case(
    graph: rdflib.Graph, entry: rdflib.term.Node, kind: rdflib.term.Node | None, folder: Path, place: str
) -> Case:
    def path(node: rdflib.term.Node) -> Path:
        return folder / str(node).removeprefix(BASE)

    assert kind is not None
    action, result = graph.value(entry, MF.action), graph.value(entry, MF.result)
    assert action is not None
    query = path(graph.value(action, QT.query) or action)
    named = (query.parent / name for name in FROM.findall(query.read_text(encoding="utf-8")))
    return Case(
        name=f"{place}/{str(entry).rpartition('#')[2].rpartition('/')[2]}",
        kind=kind,
        query=query,
        data=tuple(map(path, graph.objects(action, QT.data))),
        graphs=(*map(path, graph.objects(action, QT.graphData)), *(one for one in named if one.is_file())),
        result=None if result is None else path(result),
        lax=(entry, MF.resultCardinality, MF.LaxCardinality) in graph,
    )
