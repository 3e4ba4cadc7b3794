"""From whatever a user names to what can be put into the graph: a document to be read, or a dataset of RDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from ..graph.errors import UnreadableSource
from ..graph.identifiers import digest, file_id, slug
from ..graph.writing.foreign import GraphSource
from .documents import DOCUMENT_ENDINGS, Document, Kind, document, kind_of
from .files import STDIN, Named, find_sources, is_address, read_bytes
from .rdf import RDF_ENDINGS, RDF_TYPES, rdf_source
from .web import Fetched, Manners, fetch

_DOCUMENT_TYPES: Final[dict[str, Kind]] = {
    "text/html": "page",
    "application/xhtml+xml": "page",
    "text/plain": "text",
    "text/markdown": "markdown",
    "application/pdf": "pdf",
}


def named_sources(given: Sequence[str]) -> list[Named]:
    """Return the sources that the user has named: files, the readable files in folders, matches, addresses."""
    return find_sources(given, (*DOCUMENT_ENDINGS, *RDF_ENDINGS))


def read_source(source: Named, manners: Manners) -> Document | GraphSource:
    """Return the source; raise :class:`UnreadableSource` when it cannot be read."""
    if source.trouble is not None:
        raise source.trouble
    if is_address(source.path):
        return _from_web(fetch(source.path, manners), source.path)
    data = read_bytes(source.path, manners.max_bytes)
    path = Path(source.path)
    id = source.id or (file_id(path.stem) if source.path != STDIN else "")
    format = RDF_ENDINGS.get(path.suffix.lower())
    if format:
        return rdf_source(data, format, id=id, origin=source.path)
    return document(data, kind_of(source.path, data), id=id, origin=source.path)


def _from_web(fetched: Fetched, address: str) -> Document | GraphSource:
    id = _web_id(address)
    if fetched.type in RDF_TYPES:
        return rdf_source(fetched.data, RDF_TYPES[fetched.type], id=id, origin=address, url=fetched.url)
    if fetched.type not in _DOCUMENT_TYPES and fetched.type:
        raise UnreadableSource(address, f"it is {fetched.type}: only pages, texts, PDFs and RDF can be read")
    kind = _DOCUMENT_TYPES.get(fetched.type) or kind_of(urlsplit(address).path, fetched.data)
    found = document(fetched.data, kind, id=id, origin=address, charset=fetched.charset)
    return replace(found, url=found.url or fetched.url)


def _web_id(address: str) -> str:
    """A readable name for an address, and a hash of it, because its last part alone may stand on many sites."""
    parts = urlsplit(address)
    last = next((part for part in reversed(parts.path.split("/")) if part), parts.hostname or "")
    return f"{slug(last.rsplit('.', 1)[0] or last)}-{digest(address, length=8)}"
