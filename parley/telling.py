"""Printing rows of histories: on paper each fact once with its words under it, for machines all columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from .answers import print_rows
from .opening import say

if TYPE_CHECKING:
    from .rows import Table

_FOR_MACHINES: Final = ("node", "negotiation", "publisher", "published", "also", "parties", "independent")
"""Columns that a table tells otherwise, or not."""
_IN_LINES: Final = ("issue", "dated")
"""Columns of an item that leave its line no room."""
_ON_PAPER: Final = {"told": "modality"}
"""Columns that stand under the quotation on paper, where tables of facts have the like."""


def print_history(told: Table, form: str) -> None:
    """Print the rows of a history, and on stderr what they tell."""
    say(told.title)
    if not told.rows:
        say("nothing in the sources fits what is asked for")
    if form == "table":
        known = {*_FOR_MACHINES, *(_IN_LINES if told.columns[0] in ("item", "change") else ())}
        if told.columns[0] != "day" and len({row.get("negotiation") for row in told.rows}) > 1:
            known.remove("negotiation")
        columns = [name for name in told.columns if name not in known]
        print_rows([_ON_PAPER.get(name, name) for name in columns], [_on_paper(row) for row in told.rows], form)
    else:
        print_rows(told.columns, told.rows, form)


def _on_paper(row: Mapping[str, Any]) -> dict[str, Any]:  # Any: a cell's value
    """Return a row in fewer columns: what is told otherwise beside what is held to be so, a source in one."""
    shown = {_ON_PAPER.get(name, name): value for name, value in row.items()}
    if row.get("also"):
        shown["standing"] = f"{row['standing']}; {row['also']}"
    if row.get("publishers", 0) != row.get("independent", 0):
        shown["publishers"] = f"{row['publishers']}, {row['independent']} independent"
    return {**shown, "source": whence(row)}


def whence(row: Mapping[str, Any]) -> str:  # Any: a cell's value
    """Return in words where a quotation stands: its publisher, the day, and the id of the source.

    >>> whence({"publisher": "Harbour Post", "published": "2031-05-05", "source": "a1"})
    'Harbour Post, 2031-05-05 (a1)'
    """
    if not row["source"]:
        return ""
    return f"{', '.join(part for part in (row['publisher'], row['published']) if part)} ({row['source']})"
