"""From the bytes of a file to its rows: tables, JSON lines, lists in JSON, workbooks. One bad row does not end a file.

What is doubtful about the whole file (no header, two columns of one name, other characters than UTF-8) is an error.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

from ...graph.errors import UnreadableSource, one_line
from .rows import Row

_WIDEST: Final = 10_000_000
"""Characters of a cell."""
_DEEPEST: Final = 60
_HALF: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be read, and why."""

    place: str
    why: str


def read_table(stream: BinaryIO, origin: str, *, separator: str, header: Sequence[str] = ()) -> Iterator[Row | BadRow]:
    """Yield the rows of a table, by its header or by one that its format prescribes."""
    usual = csv.field_size_limit(_WIDEST)
    rows = _without_comments(_lines(stream, origin))
    if header:  # a format without a header has no quotes either
        reader = csv.reader(rows, delimiter=separator, quoting=csv.QUOTE_NONE, strict=True)
    else:
        reader = csv.reader(rows, delimiter=separator, strict=True)
    number, first = 0, 1 if header else 2
    try:
        names = list(header) or _header(next(reader, []), origin)
        for number, cells in enumerate(reader, start=first):
            if not any(cells):
                continue
            if header and number == 1 and len(cells) != len(header):
                why = f"it has {len(cells)} columns, not {len(header)}: it is of a version that has no mapping"
                raise UnreadableSource(origin, why)
            if len(cells) != len(names):
                yield BadRow(f"row {number}", f"it has {len(cells)} cells, where there are {len(names)} columns")
                continue
            yield Row(f"row {number}", {name: cell for name, cell in zip(names, cells, strict=True) if name})
    except csv.Error as error:
        raise UnreadableSource(origin, f"row {number + 1}: it is no table: {_csv_fault(error)}") from None
    finally:
        csv.field_size_limit(usual)


def first_cells(stream: BinaryIO, origin: str, *, separator: str) -> list[str]:
    """Return the cells of a table's first row."""
    usual = csv.field_size_limit(_WIDEST)
    try:
        return next(csv.reader(_without_comments(_lines(stream, origin)), delimiter=separator), [])
    except csv.Error as error:
        raise UnreadableSource(origin, f"row 1: it is no table: {_csv_fault(error)}") from None
    finally:
        csv.field_size_limit(usual)


def _csv_fault(error: csv.Error) -> str:
    told = one_line(error)
    return "a quotation mark is not closed" if "limit" in told or "unexpected end" in told else told


def _header(names: Sequence[str], origin: str) -> list[str]:
    found = [name.strip() for name in names]
    doubled = [name for name, count in Counter(found).items() if name and count > 1]
    if doubled:
        raise UnreadableSource(origin, f"row 1: two columns are called {doubled[0]!r}: give each its own name")
    return found


def _without_comments(lines: Iterable[str]) -> Iterator[str]:
    """The lines after those at the head that begin with ``#``, as SSSOM has them."""
    rest = iter(lines)
    for line in rest:
        if not line.startswith("#"):
            yield line
            break
    yield from rest


def read_lines(stream: BinaryIO, origin: str) -> Iterator[Row | BadRow]:
    """Yield the objects of JSON lines; a list that has one object a line is read as well."""
    for number, line in enumerate(_lines(stream, origin), start=1):
        text = line.strip().rstrip(",")
        if text in ("", "[", "]"):
            continue
        try:
            value = loaded(text)
        except ValueError as error:
            yield BadRow(f"line {number}", f"it is not JSON: {one_line(error)}")
            continue
        if isinstance(value, dict):
            yield Row(f"line {number}", value)
        else:
            yield BadRow(f"line {number}", "it holds no object")


def read_json(
    stream: BinaryIO, origin: str, parts: Sequence[str], *, left: Callable[[str], object] = lambda part: None
) -> Iterator[Row | BadRow]:
    """Yield the objects of the lists that a JSON object holds, list after list; without ``parts`` those of a list.

    ``left`` is told what else the object holds.
    """
    try:
        whole = loaded("".join(_lines(stream, origin)))
    except ValueError as error:
        raise UnreadableSource(origin, f"it is not JSON: {one_line(error)}") from None
    if parts and not isinstance(whole, dict):
        raise UnreadableSource(origin, f"it holds no object with a list {' or '.join(parts)}")
    for other in whole.keys() - set(parts) if parts else ():
        left(str(other))
    lists = [(part, whole.get(part)) for part in parts] if parts else [("", whole)]
    if all(found is None for _, found in lists):
        raise UnreadableSource(origin, f"it has none of the lists {', '.join(parts)}")
    for part, found in lists:
        for number, value in enumerate(found if isinstance(found, list) else [found] if found else [], start=1):
            place = f"{part or 'object'} {number}"
            yield Row(place, value, part) if isinstance(value, dict) else BadRow(place, "it is no object")


def read_workbook(stream: BinaryIO, origin: str) -> Iterator[Row | BadRow]:
    """Yield the rows of a workbook's first sheet; cells hold what was computed last, and no formula is run."""
    try:
        from openpyxl import load_workbook
        from openpyxl.utils.exceptions import InvalidFileException
    except ImportError:
        raise UnreadableSource(origin, 'workbooks need openpyxl: pip install "parley-kg[xlsx]"') from None
    from xml.etree.ElementTree import ParseError
    from zipfile import BadZipFile

    try:
        book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        rows = ([_cell(value) for value in cells] for cells in sheet.iter_rows(values_only=True))
        names = _header(next(rows, []), origin)
        for number, cells in enumerate(rows, start=2):
            if any(cells):
                yield Row(f"row {number}", {name: cell for name, cell in zip(names, cells, strict=False) if name})
    except (BadZipFile, InvalidFileException, ParseError, KeyError, IndexError, ValueError, EOFError) as error:
        raise UnreadableSource(origin, f"it is no workbook that can be read: {one_line(error)}") from None


def _cell(value: Any) -> str:  # Any: what openpyxl finds in a cell
    if value is None:
        return ""
    text = value.isoformat() if hasattr(value, "isoformat") else str(value)
    return text.removesuffix("T00:00:00").strip()


def loaded(text: str) -> Any:  # Any: what stands in JSON
    """Return what JSON says; raise ValueError for what is none, stands twice in an object, or is nested too deeply."""
    try:
        value = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if _depth(text) > _DEEPEST:
        raise ValueError("it is nested too deeply")
    if "\\ud" in text.lower() and _HALF.search(json.dumps(value, ensure_ascii=False)):
        raise ValueError("it holds half a character (a lone surrogate)")
    return value


def _depth(text: str) -> int:
    deepest = depth = 0
    inside = escaped = False
    if text.count("[") + text.count("{") <= _DEEPEST:
        return 0
    for char in text:
        if inside:
            escaped, inside = char == "\\" and not escaped, char != '"' or escaped
        elif char == '"':
            inside = True
        elif char in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif char in "]}":
            depth -= 1
    return deepest


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:  # Any: as above
    found = dict(pairs)
    if len(found) != len(pairs):
        name = next(name for name, count in Counter(name for name, _ in pairs).items() if count > 1)
        raise ValueError(f"{name!r} stands twice in an object")
    return found


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number of JSON")


def _lines(stream: BinaryIO, origin: str) -> Iterator[str]:
    """The lines of a text in UTF-8, or in UTF-16 with a mark of it, line after line."""
    start = stream.read(4)
    wide = start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    whole = io.BufferedReader(_Again(start, stream))
    text = io.TextIOWrapper(whole, encoding="utf-16" if wide else "utf-8-sig", newline="")
    number = 0
    try:
        for number, line in enumerate(text, start=1):
            if "\0" in line:
                raise UnreadableSource(origin, f"line {number}: it holds NUL characters, so it is no text")
            yield line
    except UnicodeDecodeError:
        why = f"after line {number}: it is not UTF-8: save it as UTF-8, for instance with iconv -t UTF-8"
        raise UnreadableSource(origin, why) from None


class _Again(io.RawIOBase):
    """A stream with its first bytes put back."""

    def __init__(self, start: bytes, rest: BinaryIO) -> None:
        self._start = start
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # Any: a buffer, for which typing has no name before 3.12
        data = self._start[: len(buffer)] or self._rest.read(len(buffer))
        self._start = self._start[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)
