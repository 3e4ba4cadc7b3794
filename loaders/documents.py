"""From the bytes of a file, a page or standard input to the canonical text that every offset refers to.

The canonical text of a plain text is what stands after the byte order mark and the front matter, with its code
points unchanged: line ends stay as they are (CRLF too) and nothing is normalised. Of Markdown, HTML and PDF it is
the text that was taken out of them; a title that is told beside a text and does not stand in it is its first line.
Reading what the text says is not done here: that is :mod:`parley.loaders.news`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal, TypeAlias

from ..graph.errors import UnreadableSource
from ..graph.identifiers import digest, file_id
from .data_files import data_refusal
from .encodings import decoded_text
from .files import MAX_BYTES, STDIN, read_bytes
from .front_matter import split_front_matter
from .headlines import headed

Kind: TypeAlias = Literal["text", "markdown", "page", "pdf", "mail"]
DOCUMENT_ENDINGS: Final[dict[str, Kind]] = {
    ".txt": "text",
    ".md": "markdown",
    ".html": "page",
    ".htm": "page",
    ".pdf": "pdf",
    ".eml": "mail",
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


def document(data: bytes, kind: Kind, *, id: str, origin: str, charset: str = "", is_article: bool = False) -> Document:
    """Return the document in some bytes; without an ``id`` it is named after its text.

    Data are refused, unless somebody says that it ``is_article``.
    """
    if not is_article and kind in ("text", "markdown") and (why := data_refusal(data, origin)):
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
    if kind == "mail":
        from .mails import mail_text

        text, notes = mail_text(data, origin)
        return Document("", text, origin=origin, notes=notes)
    if kind == "page":
        from .pages import read_page

        page = read_page(data, origin, charset=charset)
        return Document(
            "", page.text, page.title, page.publisher, page.published, page.url, origin, page.modified, page.notes
        )
    return _read_text(data, kind, origin, charset)


def _read_text(data: bytes, kind: Kind, origin: str, charset: str) -> Document:
    text, told = decoded_text(data, origin, charset)
    if "\0" in text:
        raise UnreadableSource(origin, "it holds NUL characters, so it is not a text: give a UTF-8 text file")
    fields, body, notes = split_front_matter(text, origin, strict=kind == "text")
    if kind == "markdown":
        from .markdown import plain_markdown

        body = plain_markdown(body)
        body = headed(body, fields.get("title"), [fields.get("title", "")])
    return Document(
        id=fields.get("id", ""),
        text=body,
        title=fields.get("title"),
        publisher=fields.get("publisher"),
        published=fields.get("published"),
        url=fields.get("url"),
        origin=origin,
        notes=(*told, *notes),
    )
