"""The network as two tables, its nodes and its lines, for spreadsheets: no cell is ever run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import networkx

NODE_COLUMNS: Final = ("iri", "label", "type", "side")
EDGE_COLUMNS: Final = (
    "source", "source_label", "predicate", "target", "target_label", "standing", "quote", "fact",
)  # fmt: skip
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def node_table(network: networkx.MultiDiGraph[str]) -> bytes:
    """Return the nodes as CSV."""
    return _table(NODE_COLUMNS, ([data[name] for name in NODE_COLUMNS] for _, data in network.nodes(data=True)))


def edge_table(network: networkx.MultiDiGraph[str]) -> bytes:
    """Return the lines as CSV, with the labels of their ends."""
    label = network.nodes(data="label")
    rows = (
        [
            source, label[source], data["predicate"], target, label[target],
            data["standing"], data["quote"], data["fact"],
        ]
        for source, target, data in network.edges(data=True)
    )  # fmt: skip
    return _table(EDGE_COLUMNS, rows)


def guarded(cell: str) -> str:
    """Return the cell so that a spreadsheet takes it for text.

    >>> guarded("=1+1"), guarded("1+1")
    ("'=1+1", '1+1')
    """
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell


def unguarded(cell: str) -> str:
    """Return what :func:`guarded` was given.

    >>> unguarded("'=1+1"), unguarded("'tis so")
    ('=1+1', "'tis so")
    """
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA_STARTS) else cell


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8")
