"""From the bytes of a file, a page or standard input to the canonical text that every offset refers to.

The canonical text of a plain text is what stands after the byte order mark and the front matter, with its code
points unchanged: line ends stay as they are (CRLF too) and nothing is normalised. Of Markdown, HTML and PDF it is
the text that was taken out of them. Reading what the text says is not done here: that is :mod:`parley.loaders.news`.
"""

from __future__ import annotations

import codecs
import re
import shlex
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal, TypeAlias

from ..graph.errors import UnreadableSource
from ..graph.identifiers import digest, file_id
from .data_files import data_refusal
from .files import MAX_BYTES, STDIN, read_bytes
from .front_matter import split_front_matter

Kind: TypeAlias = Literal["text", "markdown", "page", "pdf"]
DOCUMENT_ENDINGS: Final[dict[str, Kind]] = {
    ".txt": "text",
    ".md": "markdown",
    ".html": "page",
    ".htm": "page",
    ".pdf": "pdf",
}
_PAGE_START: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Document:
    """A text with what is known of it before anybody reads it."""

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    origin: str = ""
    """Where it was read from: the path or address as given, or ``-``."""
    modified: str | None = None
    notes: tuple[str, ...] = ()
    """What could not be read of it, for whoever reads along."""


def read_document(path: str | Path, *, max_bytes: int = MAX_BYTES) -> Document:
    """Return the document in the file ``path``, or on standard input when it is ``-``."""
    origin = str(path)
    data = read_bytes(origin, max_bytes)
    id = file_id(Path(origin).stem) if origin != STDIN else ""
    return document(data, kind_of(origin, data), id=id, origin=origin)


def kind_of(name: str, data: bytes) -> Kind:
    """Return what a file is: by its ending, or by its first bytes when its ending says nothing."""
    known = DOCUMENT_ENDINGS.get(Path(name).suffix.lower())
    if known:
        return known
    if data.startswith(b"%PDF-"):
        return "pdf"
    return "page" if _PAGE_START.match(data) else "text"


def document(data: bytes, kind: Kind, *, id: str, origin: str, charset: str = "") -> Document:
    """Return the document in some bytes; without an ``id`` it is named after its text."""
    if kind in ("text", "markdown") and (why := data_refusal(data, origin)):
        raise UnreadableSource(origin, why)
    found = _read(data, kind, origin, charset)
    if not found.text.strip():
        raise UnreadableSource(origin, "there is no text in it")
    return replace(found, id=found.id or id or f"stdin-{digest(found.text)}")


def _read(data: bytes, kind: Kind, origin: str, charset: str) -> Document:
    if kind == "pdf":
        from .pdf import pdf_text

        text, notes = pdf_text(data, origin)
        return Document("", text, origin=origin, notes=notes)
    if kind == "page":
        from .pages import read_page

        page = read_page(data, origin, charset=charset)
        return Document(
            "", page.text, page.title, page.publisher, page.published, page.url, origin, page.modified, page.notes
        )
    return _read_text(data, kind, origin, charset)


def _read_text(data: bytes, kind: Kind, origin: str, charset: str) -> Document:
    text = _decoded(data, origin, charset)
    if "\0" in text:
        raise UnreadableSource(origin, "it holds NUL characters, so it is not a text: give a UTF-8 text file")
    fields, body, notes = split_front_matter(text, origin, strict=kind == "text")
    if kind == "markdown":
        from .markdown import plain_markdown

        body = plain_markdown(body)
    return Document(
        id=fields.get("id", ""),
        text=body,
        title=fields.get("title"),
        publisher=fields.get("publisher"),
        published=fields.get("published"),
        url=fields.get("url"),
        origin=origin,
        notes=notes,
    )


def _decoded(data: bytes, origin: str, charset: str = "") -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UnreadableSource(origin, "it is UTF-16: save it as UTF-8")
    bom = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    try:
        return data[bom:].decode("utf-8")
    except UnicodeDecodeError as error:
        if charset:  # a server has said what it is
            from .pages import decoded_page

            return decoded_page(data, origin, charset=charset)
        at = error.start + bom
        if b"\0" in data:
            raise UnreadableSource(origin, "it is binary, not a text: give a UTF-8 text file") from None
        why = f"byte {at} (0x{data[at]:02x}) is not UTF-8{_encoding_hint(data, origin)}"
        raise UnreadableSource(origin, why) from None


def _encoding_hint(data: bytes, origin: str) -> str:
    try:
        data.decode("windows-1252")
    except UnicodeDecodeError:
        return ": save it as UTF-8"
    command = f"iconv -f WINDOWS-1252 -t UTF-8 {shlex.quote(origin) if origin != STDIN else ''}".rstrip()
    return f"; it looks like Windows-1252: save it as UTF-8 (`{command}`)"
