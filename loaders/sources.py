"""From whatever a user names to what can be put into the graph: a document to be read, a dataset, or RDF.

What a file is, its ending or else its content tells; a file of data is never taken for an article.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final
from urllib.parse import urlsplit

from ..graph.errors import SourceError, UnreadableSource
from ..graph.identifiers import digest, file_id, slug
from ..graph.writing.foreign import RDF_FORMATS, GraphSource
from .data_files import DATA_ENDINGS, GZIP, Data, data_in, head_of_data, table_by_name
from .datasets.reading import FORMS, DatasetSource
from .datasets.recognising import broken_table, named_format, recognised
from .documents import DOCUMENT_ENDINGS, Document, Kind, document, kind_of
from .files import MAX_BYTES, STDIN, Named, find_sources, is_address, read_bytes
from .large import LargeFile, large_file, unpacked
from .rdf import RDF_ENDINGS, RDF_STREAMED, RDF_TYPES, rdf_source, rdf_stream
from .web import Fetched, Manners, fetch

_DOCUMENT_TYPES: Final[dict[str, Kind]] = {
    "text/html": "page",
    "application/xhtml+xml": "page",
    "text/plain": "text",
    "text/markdown": "markdown",
    "application/pdf": "pdf",
}


_DATA_TYPES: Final = frozenset(("application/json", "text/csv", "text/tab-separated-values", "application/x-ndjson"))
ARTICLE: Final = "article"
"""What a user says of a file that is to be read as an article, whatever it looks like."""


def named_sources(given: Sequence[str]) -> list[Named]:
    """Return the sources that the user has named: files, the readable files in folders, matches, addresses."""
    return find_sources(given, (*DOCUMENT_ENDINGS, *RDF_ENDINGS), also=_is_known_data)


def read_source(source: Named, manners: Manners, form: str = "") -> Document | GraphSource | DatasetSource:
    """Return the source; raise :class:`UnreadableSource` when it cannot be read.

    ``form`` says what it is, whatever it looks like: ``article``, a format of data or RDF, a file with a mapping.
    """
    if source.trouble is not None:
        raise source.trouble
    if is_address(source.path):
        return _from_web(fetch(source.path, manners), source.path, form)
    if form != ARTICLE and (large := large_file(source.path, manners.max_bytes)):
        streamed = _streamed(large, source, form)
        if streamed is not None:
            return streamed
    data = read_bytes(source.path, manners.max_bytes)
    name = source.path
    if data.startswith(GZIP) and form != ARTICLE:
        data, name = _unpacked(data, source.path, manners.max_bytes), name.removesuffix(".gz")
    path = Path(name)
    id = source.id or (file_id(path.stem) if source.path != STDIN else "")
    known = form if form in RDF_FORMATS else "" if form else RDF_ENDINGS.get(path.suffix.lower(), "")
    if known:
        return rdf_source(data, known, id=id, origin=source.path)
    found = _dataset(data, name, id=id, origin=source.path, form=form) if form != ARTICLE else None
    if found is not None:
        return found
    return document(data, kind_of(name, data), id=id, origin=source.path, is_article=form == ARTICLE)


def _streamed(large: LargeFile, source: Named, form: str) -> GraphSource | DatasetSource | None:
    """Return a large file of data that can be gone through; None for what must be read at once."""
    path = Path(source.path.removesuffix(".gz"))
    id = source.id or file_id(path.stem)
    known = form if form in RDF_FORMATS else "" if form else RDF_ENDINGS.get(path.suffix.lower(), "")
    if known:
        return rdf_stream(large.open, known, id=id, origin=source.path) if known in RDF_STREAMED else None
    found = _dataset(large.head, path.name, id=id, origin=source.path, form=form, stream=large.open)
    if isinstance(found, GraphSource):
        return found if found.format in RDF_STREAMED else None
    return found if found is not None and found.form in ("table", "lines", "json") else None


def read_data(path: str, max_bytes: int = MAX_BYTES) -> tuple[bytes, Data]:
    """Return what is in a file of data, unpacked, and what it is; raise :class:`UnreadableSource` where it is none."""
    data = read_bytes(path, max_bytes)
    if data.startswith(GZIP):
        data = _unpacked(data, path, max_bytes)
    found = data_in(data) or table_by_name(path.removesuffix(".gz"), data)
    if found is None:
        raise UnreadableSource(path, "it is running text: neither a table nor JSON")
    if found.form not in ("table", "json", "lines", "xlsx"):
        raise UnreadableSource(path, found.refusal or f"it is {found.told}, which needs no mapping")
    return data, found


def _dataset(
    data: bytes, name: str, *, id: str, origin: str, form: str, stream: Callable[[], BinaryIO] | None = None
) -> DatasetSource | GraphSource | None:
    """Return a file of data; None where it may be an article. Of a large file these are the first lines."""
    if not form and Path(name).suffix.lower() in DOCUMENT_ENDINGS and kind_of(name, data) not in ("text", "markdown"):
        return None
    found = (head_of_data(data) if stream else data_in(data)) or broken_table(data)
    if form:
        named = named_format(form)
        found = (
            found or table_by_name(name, data) or Data("lines" if named.reader == "lines" else "table", "a text", ",")
        )
        if found.form not in FORMS[named.reader]:
            if stream is not None:
                return None
            why = found.refusal or f"it is {found.told}, and {named.name} is not"
            raise UnreadableSource(origin, why)
    elif found is None or (found.refusal and found.form not in ("xlsx", "jsonld")):
        return None
    else:
        if found.form in RDF_FORMATS:
            if stream is not None:
                return rdf_stream(stream, found.form, id=id, origin=origin)
            return rdf_source(data, found.form, id=id, origin=origin)
        if stream is not None and found.form not in ("table", "lines", "json"):
            return None
        named = recognised(data, found, origin, stream)
    id = id or f"stdin-{digest(data.decode('utf-8', 'replace'))}"
    opening = stream or partial(io.BytesIO, data)
    return DatasetSource(id, named, found.form, opening, origin, found.separator, is_large=stream is not None)


def _is_known_data(path: Path) -> bool:
    """True for a file in a folder that is of a known format of data; what else is data is passed over there."""
    if path.suffix.lower() not in (*DATA_ENDINGS, ".gz"):
        return False
    try:
        return isinstance(read_source(Named(str(path)), Manners("")), DatasetSource | GraphSource)
    except SourceError:
        return False


def _unpacked(data: bytes, origin: str, max_bytes: int) -> bytes:
    """Return what is in a file of gzip, which must not have more than so many bytes."""
    return unpacked(io.BytesIO(data), origin, max_bytes).read()


def _from_web(fetched: Fetched, address: str, form: str) -> Document | GraphSource | DatasetSource:
    id = _web_id(address)
    if form in RDF_FORMATS:
        return rdf_source(fetched.data, form, id=id, origin=address, url=fetched.url)
    if (form and form != ARTICLE) or fetched.type in _DATA_TYPES:
        data = _dataset(fetched.data, urlsplit(address).path, id=id, origin=address, form=form)
        if data is not None:
            return replace(data, url=fetched.url)
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
