"""Writes the knowledge to files that other tools read, a graph at a time, in memory that does not grow with them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice
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
    if name == "nq":
        hidden = f" <{minter.store_graph}> .\n".encode()
        output.writelines(sorted_lines(line for line in store.quad_lines() if not line.endswith(hidden)))
        return
    blocks = _quads(store, minter) if name in _QUAD_FORMATS else _triples(store)
    if name == "nt":
        output.writelines(blocks)
        return
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


def _triples(store: Store, graph: str = DEFAULT_GRAPH) -> Iterator[bytes]:
    """The lines of one graph as N-Triples, sorted, many at a time."""
    lines = sorted_lines(store.lines(graph))
    while block := b"".join(islice(lines, _AT_ONCE)):
        yield block


def _quads(store: Store, minter: Minter) -> Iterator[bytes]:
    """The sorted lines of each graph but the bookkeeping as N-Quads, many at a time; the canonical graph is last."""
    for graph in sorted(f"<{name}>" for name in store.named_graphs() if name != minter.store_graph):
        end = f" {graph} .\n".encode()
        for lines in _triples(store, graph[1:-1]):
            yield lines.replace(b" .\n", end)
    yield from _triples(store)
