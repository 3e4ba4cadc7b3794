"""Printing rows of histories: on paper each fact once with its words under it, for machines all columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from .answers import print_rows

FORMATS: Final = ("table", "json", "jsonl", "csv", "tsv")
_FOR_MACHINES: Final = ("node", "negotiation", "publisher", "published", "also", "parties")
"""Columns that a table tells otherwise, or not."""


def print_history(columns: Sequence[str], rows: Iterable[Mapping[str, Any]], form: str) -> None:  # Any: a cell's value
    """Print the rows of a history."""
    told = [dict(row) for row in rows]
    if form == "table":
        for row in told:
            row["source"] = whence(row)
            if row.get("also"):
                row["standing"] = f"{row['standing']}; {row['also']}"
        columns = [name for name in columns if name not in _FOR_MACHINES]
    print_rows(columns, told, form)


def whence(row: Mapping[str, Any]) -> str:  # Any: a cell's value
    """Return in words where a quotation stands: its publisher, the day, and the id of the source.

    >>> whence({"publisher": "Harbour Post", "published": "2031-05-05", "source": "a1"})
    'Harbour Post, 2031-05-05 (a1)'
    """
    if not row["source"]:
        return ""
    return f"{', '.join(part for part in (row['publisher'], row['published']) if part)} ({row['source']})"
