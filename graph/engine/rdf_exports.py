"""Writes the knowledge to files that other tools read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from ...ontology.terms import PREFIXES
from ..errors import StoreUnwritable, UnknownName
from ..files import write_whole
from ..identifiers import Minter
from .jsonld import to_jsonld
from .store import DEFAULT_GRAPH, Store

JSON_LD: Final = "jsonld"
_FOR_PEOPLE: Final = ("ttl", "trig")
_TRIPLE_FORMATS: Final = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "rdf": ox.RdfFormat.RDF_XML,
}
_QUAD_FORMATS: Final = {
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
}


def write_dump(store: Store, minter: Minter, path: Path, format: str = "") -> None:
    """Write the canonical graph as Turtle, N-Triples, RDF/XML or JSON-LD, or every graph but the bookkeeping as quads.

    Lines and subjects are sorted, so the same knowledge gives the same bytes.
    """
    data = serialized(store, minter, (format or path.suffix).removeprefix(".").lower())
    try:
        write_whole({path: data})
    except OSError as error:
        raise StoreUnwritable(path, error.strerror or str(error)) from error


def serialized(store: Store, minter: Minter, name: str) -> bytes:
    """Return the knowledge in one of the formats, as bytes."""
    if name not in (*_TRIPLE_FORMATS, *_QUAD_FORMATS, JSON_LD):
        raise UnknownName(name, sorted((*_TRIPLE_FORMATS, *_QUAD_FORMATS, JSON_LD)))
    if name in _QUAD_FORMATS:
        hidden = ox.NamedNode(minter.store_graph)
        kept = (quad for quad in store.quads() if quad.graph_name != hidden)
        quads = sorted(kept, key=lambda quad: (str(quad.graph_name), str(quad)))
        return _laid_out(ox.serialize(quads, format=_QUAD_FORMATS[name], prefixes=_prefixes(name, minter)) or b"", name)
    if name == JSON_LD:
        return to_jsonld(store.quads(graph=DEFAULT_GRAPH))
    triples = sorted((quad.triple for quad in store.quads(graph=DEFAULT_GRAPH)), key=str)
    return _laid_out(ox.serialize(triples, format=_TRIPLE_FORMATS[name], prefixes=_prefixes(name, minter)) or b"", name)


def _prefixes(name: str, minter: Minter) -> dict[str, str] | None:
    """The vocabularies' prefixes and those of the data, for formats that put each on a line of its own."""
    return {**minter.prefixes, **PREFIXES} if name in _FOR_PEOPLE else None


def _laid_out(data: bytes, name: str) -> bytes:
    """Turtle and TriG with their prefixes sorted (the engine's order is random) and a blank line before each block.

    A block is a subject, or in TriG a graph: it alone begins at the left, since texts are written on one line.
    """
    if name not in _FOR_PEOPLE:
        return data
    lines = data.split(b"\n")
    prefixes = sorted(line for line in lines if line.startswith(b"@prefix "))
    rest = lines[len(prefixes) :]
    spaced = re.sub(rb"^(?=[^\s}])", b"\n", b"\n".join(rest), flags=re.MULTILINE)
    return b"\n".join([*prefixes, spaced])
