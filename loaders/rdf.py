"""Which files are RDF, and what is known of one before it is read; :mod:`parley.graph.writing.foreign` reads it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import BinaryIO, Final

from ..graph.writing.foreign import GraphSource

RDF_ENDINGS: Final = {
    ".ttl": "ttl",
    ".trig": "trig",
    ".nt": "nt",
    ".nq": "nq",
    ".jsonld": "jsonld",
    ".rdf": "rdf",
    ".owl": "rdf",
}
RDF_TYPES: Final = {
    "text/turtle": "ttl",
    "application/trig": "trig",
    "application/n-triples": "nt",
    "application/n-quads": "nq",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdf",
}

RDF_STREAMED: Final = frozenset(("ttl", "trig", "nt", "nq"))
"""Formats of which a file need not be held in memory."""


def rdf_source(data: bytes, format: str, *, id: str, origin: str, url: str = "") -> GraphSource:
    """Return the RDF as a source that goes by the file's name."""
    return GraphSource(id=id, title=PurePath(origin).name or origin, data=data, format=format, origin=origin, url=url)


def rdf_stream(stream: Callable[[], BinaryIO], format: str, *, id: str, origin: str) -> GraphSource:
    """Return a large file of RDF as a source that goes by the file's name."""
    return GraphSource(id=id, title=PurePath(origin).name, data=b"", format=format, origin=origin, stream=stream)
