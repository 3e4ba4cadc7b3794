"""Which files are RDF, and what is known of one before it is read; :mod:`parley.graph.writing.foreign` reads it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import BinaryIO, Final

from ..graph.errors import UnreadableSource
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

RDF_STREAMED: Final = frozenset(("ttl", "trig", "nt", "nq", "rdf"))
"""Formats of which a file need not be held in memory."""
_MOST_AT_ONCE: Final = 100_000_000
"""Bytes of JSON-LD, which is held in memory, and takes many times as many there."""


def rdf_source(data: bytes, format: str, *, id: str, origin: str, url: str = "") -> GraphSource:
    """Return the RDF as a source that goes by the file's name."""
    if format == "jsonld" and len(data) > _MOST_AT_ONCE:
        why = (
            f"it is JSON-LD of more than {_MOST_AT_ONCE:,} bytes, which cannot be read in parts: divide it, or write it"
        )
        raise UnreadableSource(origin, f"{why} as N-Quads")
    return GraphSource(id=id, title=PurePath(origin).name or origin, data=data, format=format, origin=origin, url=url)


def rdf_stream(stream: Callable[[], BinaryIO], format: str, *, id: str, origin: str) -> GraphSource:
    """Return a large file of RDF as a source that goes by the file's name."""
    return GraphSource(id=id, title=PurePath(origin).name, data=b"", format=format, origin=origin, stream=stream)
