"""From the bytes of a file to its rows: tables, JSON lines, lists in JSON, workbooks. One bad row does not end a file.

What is doubtful about the whole file (no header, two columns of one name, other characters than UTF-8) is an error.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

from ...graph.errors import UnreadableSource, one_line
from .json_text import JsonText, loaded
from .plain_text import lines_of
from .rows import Row

_WIDEST: Final = 10_000_000
"""Characters of a cell."""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be read, and why."""

    place: str
    why: str


def read_table(stream: BinaryIO, origin: str, *, separator: str, header: Sequence[str] = ()) -> Iterator[Row | BadRow]:
    """Yield the rows of a table, by its header or by one that its format prescribes."""
    usual = csv.field_size_limit(_WIDEST)
    rows = _without_comments(lines_of(stream, origin))
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
        return next(csv.reader(_without_comments(lines_of(stream, origin)), delimiter=separator), [])
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
    for number, line in enumerate(lines_of(stream, origin), start=1):
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
    """Yield the objects of the lists that a JSON object holds, as they stand there; without ``parts`` those of a list.

    ``left`` is told what else the object holds.
    """
    text, found = JsonText(stream, origin), False
    if not parts:
        yield from _objects(text, "")
        text.end()
        return
    if text.next() != "{":
        raise UnreadableSource(origin, f"it holds no object with a list {' or '.join(parts)}")
    for name in text.names():
        if name in parts:
            found |= text.next() != "n"  # null
            yield from _objects(text, name)
        else:
            left(name)
            text.skip()
    text.end()
    if not found:
        raise UnreadableSource(origin, f"it has none of the lists {', '.join(parts)}")


def _objects(text: JsonText, part: str) -> Iterator[Row | BadRow]:
    for number, value in enumerate(text.listed(), start=1):
        place = f"{part or 'object'} {number}"
        yield Row(place, value, part) if isinstance(value, dict) else BadRow(place, "it is no object")


def read_workbook(
    stream: BinaryIO, origin: str, *, left: Callable[[str], object] = lambda part: None
) -> Iterator[Row | BadRow]:
    """Yield the rows of a workbook's first sheet; cells hold what was computed last, and no formula is run.

    ``left`` is told of the other sheets.
    """
    try:
        from openpyxl import load_workbook
        from openpyxl.utils.exceptions import InvalidFileException
    except ImportError:
        raise UnreadableSource(origin, 'workbooks need openpyxl: pip install "parley-kg[xlsx]"') from None
    from xml.etree.ElementTree import ParseError
    from zipfile import BadZipFile

    try:
        book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        sheet, *others = book.worksheets
        for other in others:
            left(f"sheet {other.title}")
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
