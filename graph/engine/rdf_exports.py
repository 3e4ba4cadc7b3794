"""Writes the knowledge to files that other tools read, a graph at a time, in memory that does not grow with them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import IO, BinaryIO, Final, cast

import pyoxigraph as ox

from ...ontology.terms import PREFIXES
from ..errors import StoreUnwritable, UnknownName
from ..files import whole_file
from ..identifiers import Minter
from .jsonld import to_jsonld
from .laid_out import LaidOut
from .lookups import DEFAULT_GRAPH
from .parts_read import PartsRead
from .sorted_lines import sorted_lines
from .store import Store

JSON_LD: Final = "jsonld"
_TRIPLE_FORMATS: Final = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "rdf": ox.RdfFormat.RDF_XML,
}
_QUAD_FORMATS: Final = {
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
}
_FORMATS: Final = {**_TRIPLE_FORMATS, **_QUAD_FORMATS}
_LINES: Final = ("nt", "nq")
_FOR_PEOPLE: Final = ("ttl", "trig")


_AT_ONCE: Final = 10_000
"""So many lines are passed on at once."""


def write_dump(store: Store, minter: Minter, path: Path, format: str = "") -> None:
    """Write the canonical graph as Turtle, N-Triples, RDF/XML or JSON-LD, or every graph but the bookkeeping as quads.

    Lines are in the order of their bytes, and subjects are sorted, so the same knowledge gives the same bytes.
    """
    name = (format or path.suffix).removeprefix(".").lower()
    _check_known(name)
    try:
        with whole_file(path) as output:
            write_rdf(store, minter, output, name)
    except OSError as error:
        raise StoreUnwritable(path, error.strerror or str(error)) from error


def serialized(store: Store, minter: Minter, name: str) -> bytes:
    """Return the knowledge in one of the formats, as bytes."""
    output = io.BytesIO()
    write_rdf(store, minter, output, name)
    return output.getvalue()


def write_rdf(store: Store, minter: Minter, output: BinaryIO, name: str) -> None:
    """Write the knowledge in one of the formats; JSON-LD alone is made in memory, because it is grouped by node."""
    _check_known(name)
    if name == JSON_LD:
        output.write(to_jsonld(store.quads(graph=DEFAULT_GRAPH)))
        return
    graphs = [graph for graph in store.named_graphs() if graph != minter.store_graph] if name in _QUAD_FORMATS else []
    told = [_lines(store, graph) for graph in (*graphs, DEFAULT_GRAPH)]
    if name in _LINES:
        output.writelines(sorted_lines(chain.from_iterable(told)))
        return
    graph_after_graph = chain.from_iterable(map(sorted_lines, told))
    blocks = iter(lambda: b"".join(islice(graph_after_graph, _AT_ONCE)), b"")
    parsed = ox.parse(cast("IO[bytes]", PartsRead(blocks)), ox.RdfFormat.N_QUADS)
    rows = parsed if name in _QUAD_FORMATS else (quad.triple for quad in parsed)
    if name not in _FOR_PEOPLE:
        ox.serialize(rows, cast("IO[bytes]", output), format=_FORMATS[name])
        return
    with LaidOut(output) as laid_out:
        prefixes = {**minter.prefixes, **PREFIXES}
        ox.serialize(rows, cast("IO[bytes]", laid_out), format=_FORMATS[name], prefixes=prefixes)


def _check_known(name: str) -> None:
    if name not in (*_TRIPLE_FORMATS, *_QUAD_FORMATS, JSON_LD):
        raise UnknownName(name, sorted((*_TRIPLE_FORMATS, *_QUAD_FORMATS, JSON_LD)))


def _lines(store: Store, graph: str) -> Iterator[bytes]:
    """The lines of one graph as N-Quads, in no order."""
    end = f" <{graph}> .\n".encode()
    return (line[:-3] + end for line in store.lines(graph)) if graph else store.lines(graph)
