"""Tells data from running text by what a file holds: tables, JSON, RDF, workbooks, archives. It is not read here."""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePath
from typing import Final, Literal, TypeAlias
from urllib.parse import urlsplit

from .files import is_address

DATA_ENDINGS: Final = {
    ".csv": "a table (CSV)",
    ".tsv": "a table (TSV)",
    ".tab": "a table (TSV)",
    ".psv": "a table",
    ".xlsx": "an Excel workbook",
    ".xls": "an Excel workbook",
    ".ods": "a spreadsheet",
    ".json": "JSON",
    ".jsonl": "JSON lines",
    ".ndjson": "JSON lines",
    ".geojson": "JSON",
    ".parquet": "a Parquet table",
    ".sqlite": "a SQLite database",
}
Form: TypeAlias = Literal["table", "json", "lines", "xlsx", "gzip", "jsonld", "ttl", "nq", "rdf", ""]
_TABLES: Final = {".csv": ",;\t|", ".tsv": "\t", ".tab": "\t", ".psv": "|"}
"""By the endings of tables, what parts their cells, from the usual on."""
_ADVICE: Final = "give articles as text, Markdown, HTML or PDF, and data as RDF or in a format that has a mapping"
_UNPACK: Final = "unpack it first"
GZIP: Final = b"\x1f\x8b"
_MAGIC: Final = (
    (GZIP, f"it is compressed (gzip): {_UNPACK}"),
    (b"BZh", f"it is compressed (bzip2): {_UNPACK}"),
    (b"\xfd7zXZ\0", f"it is compressed (xz): {_UNPACK}"),
    (b"\x28\xb5\x2f\xfd", f"it is compressed (Zstandard): {_UNPACK}"),
    (b"7z\xbc\xaf\x27\x1c", f"it is an archive (7z): {_UNPACK}"),
    (b"PAR1", f"it is a Parquet table, not an article: {_ADVICE}"),
    (b"SQLite format 3\0", f"it is a SQLite database, not an article: {_ADVICE}"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "it is an old Office file (.xls, .doc): save an article as PDF or text"),
)
_PACKED: Final = (
    (b"xl/", f"it is an Excel workbook, not an article: {_ADVICE}"),
    (b"word/", "it is a Word document: save it as PDF or text"),
    (b"opendocument.spreadsheet", f"it is a spreadsheet, not an article: {_ADVICE}"),
    (b"opendocument.text", "it is an OpenDocument text: save it as PDF or text"),
)
_ROWS: Final = 500
"""So many rows are enough to know a table."""
_WIDE: Final = 5
"""A table of so many columns may be broken in one of its few rows."""
_SEPARATORS: Final = {",": "CSV", "\t": "TSV", ";": "CSV with semicolons", "|": "columns parted by |"}
_BEGINS_JSON: Final = re.compile(r'\s*(?:\{\s*"[^"\n]*"\s*:|\[\s*\{\s*")')
_GROUPED: Final = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_NUMBER: Final = re.compile(r"\s*[-+]?[\d.,:/%$€£ ]*\d[\d.,:/%$€£ -]*\s*")
_TRIPLE: Final = r"(?:<[a-z][\w+.-]*:[^<>\s]*>|_:\S+)[ \t]+<[a-z][\w+.-]*:[^<>\s]*>[ \t]*[<\"_].*\.[ \t]*"
_RDF: Final[tuple[tuple[Form, str, re.Pattern[str]], ...]] = (
    ("ttl", "RDF (Turtle)", re.compile(r"@?(?:prefix\s+[\w.-]*:|base)\s*<[^<>\s]*>.*", re.IGNORECASE)),
    ("nq", "RDF (N-Triples)", re.compile(_TRIPLE)),
    ("rdf", "RDF (RDF/XML)", re.compile(r"<rdf:RDF\b.*")),
)
"""How the first line of RDF looks that is neither blank nor a comment nor a declaration of XML."""
_ENDED: Final = re.compile(r"[.!?…][\"'”’)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Data:
    """What a file of data is: ``form`` as the readers call it, empty for what none of them reads, and in words."""

    form: Form
    told: str
    separator: str = ""
    """What parts the cells of a table."""
    refusal: str = ""
    """Why no reader can take it, and what to do."""


_JSON_LD: Final = Data("jsonld", "JSON-LD", refusal="it is JSON-LD: name it .jsonld to have it read as RDF")
_LINKED: Final = re.compile(r'"@(?:context|graph|id)"\s*:')
_BROKEN: Final = "broken JSON"


def data_in(data: bytes) -> Data | None:
    """Return what data a file holds; None when it may be running text."""
    for start, why in _MAGIC:
        if data.startswith(start):
            form: Form = "gzip" if start == GZIP else ""
            return Data(form, why.partition(":")[0].removeprefix("it is "), refusal=why)
    if data.startswith(b"PK\x03\x04"):
        why = next((why for sign, why in _PACKED if sign in data), f"it is a ZIP archive: {_UNPACK}")
        return Data("xlsx" if b"xl/" in data else "", why.partition(",")[0].removeprefix("it is "), refusal=why)
    text = _lenient(data)
    return _json(text) or _table(text) or _rdf(text)


def table_by_name(name: str, data: bytes) -> Data | None:
    """Return what a file is whose ending alone says that it is a table; None for any other."""
    separators = _TABLES.get(PurePath(name).suffix.lower(), "")
    first = next((line for line in _lenient(data).splitlines() if line.strip()), "")
    return Data("table", "a table", max(separators, key=first.count)) if separators and first else None


def head_of_data(head: bytes) -> Data | None:
    """Return what data a file holds that begins so; None when it may be running text."""
    found = data_in(head.removeprefix(b"[\n"))
    if found is None or found.told != _BROKEN:
        return found
    text = _lenient(head)
    return _JSON_LD if _LINKED.search(text) else Data("json", "JSON")


def data_refusal(data: bytes, origin: str) -> str:
    """Return why a file is no text to be read, and what to do; empty when it may be running text."""
    found = data_in(data)
    if found is not None:
        return found.refusal or f"it is {found.told}, not an article: {_ADVICE}"
    ending = PurePath(urlsplit(origin).path if is_address(origin) else origin).suffix.lower()
    if ending in DATA_ENDINGS and _lenient(data).strip():
        told = f"its ending says {DATA_ENDINGS[ending]}, and it holds none"
        table = "; if it is a table all the same, write a mapping of it with `parley map`" if ending in _TABLES else ""
        return f"{told}: if it is an article, name it .txt or say --as article{table}"
    return ""


def _lenient(data: bytes) -> str:
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return data.decode("utf-16" if wide else "utf-8-sig", "replace")


def _json(text: str) -> Data | None:
    if not text.lstrip().startswith(("{", "[")):
        return None
    first = next(line for line in text.splitlines() if line.strip())
    if _is_json(text):
        return _JSON_LD if _LINKED.search(text) else Data("json", "JSON")
    lines = [line for line in islice(text.splitlines(), _ROWS) if line.strip()]
    whole = sum(map(_is_json, lines)) if len(lines) > 1 and _is_json(first) else 0
    if 2 * whole > len(lines) or (2 * whole == len(lines) and first.startswith("{")):
        return Data("lines", "JSON lines")
    if _BEGINS_JSON.match(text):
        return Data("", _BROKEN, refusal=f"it begins like JSON, and is none{_json_fault(text)}: get it again")
    return None


def _json_fault(text: str) -> str:
    try:
        json.loads(text.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        return f" (line {error.lineno}, column {error.colno}: {error.msg})"
    return ""


def _rdf(text: str) -> Data | None:
    """RDF that is told by how it begins; JSON-LD is JSON."""
    lines = (line.strip() for line in text.splitlines())
    first = next((line for line in lines if line and not line.startswith(("#", "<?xml"))), "")
    return next((Data(form, name) for form, name, start in _RDF if start.fullmatch(first)), None)


def _is_json(text: str) -> bool:
    """Whether it is an object or a list; what is nested too deeply, or has too long a number, is taken for one."""
    try:
        return isinstance(json.loads(text), dict | list)
    except json.JSONDecodeError:
        return False
    except (RecursionError, ValueError):
        return True


def _table(text: str) -> Data | None:
    """What kind of table a text is and how many columns it has; None when it is none."""
    for separator, kind in _SEPARATORS.items():
        rows = _rows(text, separator)
        width, count = Counter(map(len, rows)).most_common(1)[0] if rows else (0, 0)
        ragged = len(rows) - count
        if width > 1 and (ragged <= 0.1 * len(rows) or (ragged == 1 and count > 1 and width >= _WIDE)):
            full = [row for row in rows if len(row) == width]
            if _is_tabular(full) and not (separator == "," and _only_in_numbers(text)):
                return Data("table", f"a table ({kind}, {width} columns)", separator)
    return None


def _only_in_numbers(text: str) -> bool:
    """Whether the commas of most lines part thousands, as in "7,500 men"."""
    lines = [line for line in islice(text.splitlines(), _ROWS) if "," in line]
    return 2 * sum("," not in _GROUPED.sub("", line) for line in lines) > len(lines)


def _rows(text: str, separator: str) -> list[list[str]]:
    """The first rows; comments, as SSSOM has them at its head, are left out."""
    lines = (line for line in io.StringIO(text) if line.strip() and not line.startswith("#"))
    try:
        return list(islice(csv.reader(lines, delimiter=separator), _ROWS))
    except csv.Error:
        return []


def _is_tabular(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows of one width are those of a table: people put a space after a comma and end their sentences."""
    width, cells = len(rows[0]), [cell for row in rows for cell in row]
    later = [cell for row in rows for cell in row[1:] if cell]
    tight = sum(not cell[0].isspace() for cell in later) >= 0.8 * max(1, len(later))
    if len(rows) == 1:  # names of columns alone
        return width >= 8 and tight and not any(map(_ENDED.search, cells))
    figures = sum(bool(_NUMBER.fullmatch(cell)) for cell in cells) >= 0.3 * len(cells)
    if width == 2 and any(map(_ENDED.search, cells)):  # "SPEAKER:", a tab, what is said; an indented line
        return figures
    return tight or (figures and width > 2 and len(rows) > 2)
