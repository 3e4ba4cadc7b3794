"""From a file or standard input to the canonical text that every offset refers to.

The canonical text is what stands after the byte order mark and the front matter, with its code points
unchanged: line ends stay as they are (CRLF too) and nothing is normalised. Reading what the text says is not
done here: that is :mod:`parley.loaders.news`.
"""

from __future__ import annotations

import codecs
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..graph.errors import UnreadableSource
from ..graph.identifiers import digest, slug

STDIN = "-"
FRONT_MATTER_KEYS = ("id", "title", "publisher", "published", "url")
_FENCE = re.compile(r"---[ \t]*(?:\r?\n|\Z)")
_CLOSING = re.compile(r"^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)


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
    """Where it was read from: the path as given, or ``-``."""


def read_document(path: str | Path) -> Document:
    """Return the document in the UTF-8 file ``path``, or on standard input when it is ``-``."""
    origin = str(path)
    text = _decoded(_read_bytes(origin), origin)
    if "\0" in text:
        raise UnreadableSource(origin, "it holds NUL characters, so it is not a text: give a UTF-8 text file")
    fields, body = _split_front_matter(text, origin)
    if not body.strip():
        raise UnreadableSource(origin, "there is no text in it")
    return Document(
        id=fields.get("id") or (slug(Path(origin).stem) if origin != STDIN else f"stdin-{digest(body)}"),
        text=body,
        title=fields.get("title"),
        publisher=fields.get("publisher"),
        published=fields.get("published"),
        url=fields.get("url"),
        origin=origin,
    )


def _read_bytes(origin: str) -> bytes:
    if origin == STDIN:
        return sys.stdin.buffer.read()
    try:
        return Path(origin).read_bytes()
    except FileNotFoundError:
        raise UnreadableSource(origin, "there is no such file") from None
    except IsADirectoryError:
        raise UnreadableSource(origin, "it is a folder: name the files in it") from None
    except PermissionError:
        why = "it is a folder: name the files in it" if Path(origin).is_dir() else "reading it is not permitted"
        raise UnreadableSource(origin, why) from None
    except (OSError, ValueError) as error:
        raise UnreadableSource(origin, getattr(error, "strerror", None) or str(error)) from error


def _decoded(data: bytes, origin: str) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UnreadableSource(origin, "it is UTF-16: save it as UTF-8")
    bom = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    try:
        return data[bom:].decode("utf-8")
    except UnicodeDecodeError as error:
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
    command = f"iconv -f WINDOWS-1252 -t UTF-8 {origin if origin != STDIN else ''}".rstrip()
    return f"; it looks like Windows-1252: save it as UTF-8 (`{command}`)"


def _split_front_matter(text: str, origin: str) -> tuple[dict[str, str], str]:
    opening = _FENCE.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if not opening or not closing:
        return {}, text
    block = text[opening.end() : closing.start()]
    return _front_matter(block, origin), text[closing.end() :]


def _front_matter(block: str, origin: str) -> dict[str, str]:
    import yaml

    try:
        data = yaml.load(block, Loader=yaml.BaseLoader)  # every value stays the string that is written there
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f" (line {mark.line + 2})" if mark else ""
        why = f"its front matter{line} is not YAML: {getattr(error, 'problem', None) or error}"
        raise UnreadableSource(origin, why) from None
    if not data:
        return {}
    known = ", ".join(FRONT_MATTER_KEYS)
    if not isinstance(data, Mapping):
        raise UnreadableSource(origin, f"its front matter must be `key: value` lines (keys: {known})")
    unknown = sorted(str(key) for key in data if key not in FRONT_MATTER_KEYS)
    if unknown:
        raise UnreadableSource(origin, f"unknown front matter key {', '.join(unknown)}: the known keys are {known}")
    for key, value in data.items():
        if not isinstance(value, str):
            raise UnreadableSource(origin, f"front matter `{key}` must be one line of text")
    return {key: value for key, value in data.items() if value}
