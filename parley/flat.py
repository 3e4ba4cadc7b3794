"""Rows as lines of JSON or as CSV, for programs: plain values with their types, lists as lists, nothing for nothing."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

_LINE_ENDS: Final = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}
"""What JSON takes for letters and some readers of lines for ends of lines."""
LIST_SEPARATOR: Final = "|"
"""Between the values of a list in a cell of CSV; inside a value it is written ``\\|``."""


def json_lines(rows: Iterable[Mapping[str, object]]) -> str:
    """Return one JSON object a line for each row.

    >>> json_lines([{"side": ["Norland"], "round": 3}])
    '{"side": ["Norland"], "round": 3}\\n'
    """
    return "".join(f"{json.dumps(row, ensure_ascii=False).translate(_LINE_ENDS)}\n" for row in rows)


def delimited(columns: Sequence[str], rows: Iterable[Mapping[str, object]], delimiter: str = ",") -> str:
    r"""Return the rows as CSV with a line of column names; what a row does not have is an empty cell.

    >>> delimited(["sides", "round"], [{"sides": ["A|B", "C"]}, {"round": 3}])
    'sides,round\nA\\|B|C,\n,3\n'
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerows([columns, *([_cell(row.get(name, "")) for name in columns] for row in rows)])
    return text.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, list):
        return LIST_SEPARATOR.join(_cell(one).replace(LIST_SEPARATOR, f"\\{LIST_SEPARATOR}") for one in value)
    return str(value).lower() if isinstance(value, bool) else str(value)
