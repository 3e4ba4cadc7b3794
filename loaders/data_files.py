"""Tells data from running text by what a file holds: tables, JSON, workbooks, archives. Nothing of it is read here."""

from __future__ import annotations

import codecs
import csv
import json
import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from pathlib import PurePath
from typing import Final
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
_ADVICE: Final = "give articles as text, Markdown, HTML or PDF, and data as RDF"
_UNPACK: Final = "unpack it first"
_MAGIC: Final = (
    (b"\x1f\x8b", f"it is compressed (gzip): {_UNPACK}"),
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
_SEPARATORS: Final = {",": "CSV", "\t": "TSV", ";": "CSV with semicolons", "|": "columns parted by |"}
_GROUPED: Final = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_NUMBER: Final = re.compile(r"\s*[-+]?[\d.,:/%$€£ ]*\d[\d.,:/%$€£ -]*\s*")
_ENDED: Final = re.compile(r"[.!?…][\"'”’)\]]*\s*$")


def data_refusal(data: bytes, origin: str) -> str:
    """Return why a file is no text to be read, and what to do; empty when it may be running text."""
    for start, why in _MAGIC:
        if data.startswith(start):
            return why
    if data.startswith(b"PK\x03\x04"):
        return next((why for sign, why in _PACKED if sign in data), f"it is a ZIP archive: {_UNPACK}")
    text = _lenient(data)
    if why := _json_refusal(text):
        return why
    if table := _table(text):
        return f"it is a table ({table}), not an article: {_ADVICE}"
    ending = PurePath(urlsplit(origin).path if is_address(origin) else origin).suffix.lower()
    if ending in DATA_ENDINGS and text.strip():
        return f"its ending says {DATA_ENDINGS[ending]}, and it holds none: if it is an article, name it .txt"
    return ""


def _lenient(data: bytes) -> str:
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return data.decode("utf-16" if wide else "utf-8-sig", "replace")


def _json_refusal(text: str) -> str:
    if not text.lstrip().startswith(("{", "[")):
        return ""
    first = next(line for line in text.splitlines() if line.strip())
    if _is_json(text):
        if re.search(r'"@(?:context|graph|id)"\s*:', text):
            return "it is JSON-LD: name it .jsonld to have it read as RDF"
        return f"it is JSON, not an article: {_ADVICE}"
    lines = [line for line in islice(text.splitlines(), _ROWS) if line.strip()]
    if len(lines) > 1 and _is_json(first) and sum(map(_is_json, lines)) > 0.9 * len(lines):
        return f"it is JSON lines, not an article: {_ADVICE}"
    return ""


def _is_json(text: str) -> bool:
    """Whether it is an object or a list; what is nested too deeply to be looked at is taken for one."""
    try:
        return isinstance(json.loads(text), dict | list)
    except RecursionError:
        return True
    except ValueError:
        return False


def _table(text: str) -> str:
    """What kind of table a text is and how many columns it has; empty when it is none."""
    for separator, kind in _SEPARATORS.items():
        rows = _rows(text, separator)
        width, count = Counter(map(len, rows)).most_common(1)[0] if rows else (0, 0)
        if width > 1 and count >= 0.9 * len(rows):
            full = [row for row in rows if len(row) == width]
            if _is_tabular(full) and not (separator == "," and _only_in_numbers(text)):
                return f"{kind}, {width} columns"
    return ""


def _only_in_numbers(text: str) -> bool:
    """Whether the commas of most lines part thousands, as in "7,500 men"."""
    lines = [line for line in islice(text.splitlines(), _ROWS) if "," in line]
    return 2 * sum("," not in _GROUPED.sub("", line) for line in lines) > len(lines)


def _rows(text: str, separator: str) -> list[list[str]]:
    """The first rows; comments, as SSSOM has them at its head, are left out."""
    lines = (line for line in text.splitlines(keepends=True) if line.strip() and not line.startswith("#"))
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
