"""Which format a file of data is of, by its columns or the fields of its first object, never by its name."""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Mapping
from typing import Any, BinaryIO, Final

from ...graph.errors import UnreadableSource
from ..data_files import Data
from .formats import Format
from .json_text import JsonText, loaded
from .mapping_files import format_names, read_mapping, shipped
from .readers import first_cells, read_workbook
from .rows import Row

_NEAR: Final = 0.6
"""A table with so many of a format's columns is one of another version of it."""
_NAMED: Final = 5
_HEAD: Final = 100_000
"""Bytes in which the first line of a table ends."""


def recognised(data: bytes, found: Data, origin: str, stream: Callable[[], BinaryIO] | None = None) -> Format:
    """Return the format that a file is of; raise UnreadableSource, with what it is and what to do, where none is.

    Of a large file, which ``stream`` opens, ``data`` are the first lines.
    """
    if found.form == "json":
        with stream() if stream is not None else io.BytesIO(data) as file:
            seen = _outline(JsonText(file, origin))
    else:
        seen = _seen(data, found, origin)
    formats = [shipped(name) for name in format_names()]
    fitting = next((format for format in formats if _fits(format, found, seen)), None)
    if fitting is not None:
        return fitting
    names = f", with {', '.join(list(seen)[:_NAMED])}{' ...' if len(seen) > _NAMED else ''}" if seen else ""
    if found.form in ("table", "xlsx") and (near := next((one for one in formats if _is_near(one, seen)), None)):
        raise UnreadableSource(origin, f"it is {found.told}{names}: {_difference(near, seen)}")
    raise UnreadableSource(
        origin,
        f"it is {found.told}{names}, and of no known format: write a mapping of it with `parley map`, or say with --as "
        f"what it is ({', '.join(format_names())}, article)",
    )


def broken_table(data: bytes) -> Data | None:
    """Return what a table is whose first line has the columns of a known format, however its rows are; None for others.

    So a table that is broken further down is told where, and never taken for running text.
    """
    head = data[:_HEAD].decode("utf-8", "replace").lstrip("\ufeff")
    first = next((line for line in head.splitlines() if line.strip() and not line.startswith("#")), "")
    for separator in (",", "\t", ";", "|"):
        cells = {cell.strip().strip('"') for cell in first.split(separator)}
        if any(_is_near(shipped(name), cells) for name in format_names()):
            return Data("table", "a table", separator)
    return None


def named_format(name: str) -> Format:
    """Return the format that somebody names: a shipped one, or the mapping in a file."""
    return shipped(name) if name in format_names() else read_mapping(name)


def _seen(data: bytes, found: Data, origin: str) -> Mapping[str, Any]:  # Any: what stands in JSON
    """Return the first row by its header, or the first object of JSON lines."""
    if found.form == "table":
        cells = first_cells(io.BytesIO(data), origin, separator=found.separator)
        return {name.strip(): name.strip() for name in cells}
    if found.form == "xlsx":
        row = next(iter(read_workbook(io.BytesIO(data), origin)), None)
        return row.values if isinstance(row, Row) else {}
    try:
        lines = (line.strip(" ,\t\r") for line in io.StringIO(data.decode("utf-8-sig")))
        value = loaded(next(line for line in lines if line.strip("[\n")))
    except (ValueError, StopIteration) as error:
        raise UnreadableSource(origin, f"it is {found.told} that cannot be read: {error}") from None
    return value if isinstance(value, dict) else {}


def _outline(text: JsonText) -> Mapping[str, Any]:  # Any: as above
    """Return the first object of a list; of an object its names, with no more than the first of what they hold."""
    if text.next() != "{":
        first = next(text.listed(), None)
        return first if isinstance(first, dict) else {}
    found: dict[str, Any] = {}
    for name in text.names():
        found[name] = {}
        if text.next() != "{":
            text.skip()
            continue
        for inner in text.names():
            value = text.value()
            found[name] = found[name] or {inner: value}
    text.end()
    return found


def _fits(format: Format, found: Data, seen: Mapping[str, Any]) -> bool:  # Any: as above
    if format.header:
        cells = list(seen)
        by_place = dict(zip(format.header, cells, strict=False))
        return (
            found.form == "table"
            and len(cells) == len(format.header)
            and all(pattern.fullmatch(by_place[name]) for name, pattern in format.first.items())
        )
    if format.reader in ("table", "sssom"):
        return found.form in ("table", "xlsx") and _has(seen, format.fields) and format.columns in (0, len(seen))
    if format.reader == "wikidata" and isinstance(seen.get("entities"), dict):
        first = next(iter(seen["entities"].values()), None)
        return isinstance(first, dict) and _has(first, format.fields)
    return found.form in ("json", "lines") and _has(seen, format.fields)


def _has(seen: Collection[str], fields: Collection[str]) -> bool:
    return bool(fields) and all(field in seen for field in fields)


def _is_near(format: Format, seen: Collection[str]) -> bool:
    fields = format.fields
    return bool(fields) and sum(field in seen for field in fields) >= _NEAR * len(fields)


def _difference(format: Format, seen: Collection[str]) -> str:
    missing = [field for field in format.fields if field not in seen]
    told = f"lacks {', '.join(missing)}" if missing else f"has {len(seen)} columns, not {format.columns}"
    return (
        f"it looks like {format.title} but {told}; {format.name} is mapped as version {format.version}: "
        f"write a mapping of yours with `parley map`, or try --as {format.name}"
    )
