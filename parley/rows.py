"""Rows of answers for Python and notebooks: a table of plain values, which notebooks and terminals show."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, overload

from .graph.reading.curies import shortened
from .tables import table, telling

if TYPE_CHECKING:
    import pandas
    from rdflib.term import Node

    from .graph.knowledge import Results

_KEPT: Final = (bool, int, float, Decimal, date, time, timedelta)
"""Types of literals that are given as Python values; a ``datetime`` is a ``date``."""

_SHOWN: Final = 20
"""So many rows a session shows unasked."""


@dataclass(frozen=True, slots=True, repr=False)
class Table:
    """Rows of an answer: ``columns`` in order, each row a mapping from every column to a Python value or ``None``.

    IRIs and texts are ``str`` without their language, whole numbers ``int``, decimals ``Decimal``, floating-point
    numbers ``float``, truth values ``bool``, days ``datetime.date``, moments ``datetime.datetime``, durations
    ``datetime.timedelta``. Whatever has no such value (a year, a month, a literal that its type does not allow) is the
    ``str`` that the graph holds. What a query leaves open is ``None``. Columns ``start`` and ``end`` of the catalogue's
    questions count characters (Unicode code points) of the source's text from 0, the end not included.

    A notebook shows it as a table, ``print`` as ``parley ask`` does; both leave out columns that hold only IRIs, but
    for a query of one's own.
    """

    columns: tuple[str, ...]
    rows: tuple[Mapping[str, Any], ...]  # Any: the Python value of an RDF literal
    title: str = ""
    """The question in words; empty for a query of one's own."""
    silence: Table | None = None
    """Of what the sources say nothing, where the question looks for that: for ``heads``, delegations without a head."""
    note: str = ""
    """Why a query of one's own finds nothing or what is doubtful in it; where to ask of what the sources do not say."""
    prefixes: Mapping[str, str] | None = None
    """Of a query of one's own: it is shown with all its columns, IRIs in their short form."""

    @overload
    def __getitem__(self, at: int) -> Mapping[str, Any]: ...
    @overload
    def __getitem__(self, at: slice) -> Table: ...
    @overload
    def __getitem__(self, at: str) -> tuple[Any, ...]: ...
    def __getitem__(self, at: int | slice | str) -> Mapping[str, Any] | Table | tuple[Any, ...]:
        """The row of a number, a table of some rows (``table[:5]``), or a column's values by its name."""
        if isinstance(at, slice):
            return replace(self, rows=self.rows[at])
        if isinstance(at, int):
            return self.rows[at]
        if at not in self.columns:
            raise KeyError(f"{at} is not a column: there are {', '.join(self.columns)}")
        return tuple(row[at] for row in self.rows)

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a frame of ``len(self)`` rows by ``len(self.columns)``; raise ``ImportError`` without pandas.

        Every column has the type ``object`` and holds the values of ``rows`` as they are, ``None`` included;
        ``frame.infer_objects()`` gives columns of numbers their own type.
        """
        import pandas

        cells = [[row[column] for column in self.columns] for row in self.rows]
        return pandas.DataFrame(cells, columns=list(self.columns), dtype=object)

    def __str__(self) -> str:
        """The title and the rows as ``parley ask`` prints them."""
        shown = table(self.columns, self._texts(), whole=self._is_own)
        text = shown.rstrip() or f"({self._said()})"
        if self.rows and self._is_own and self.note:
            text += f"\n({self.note})"
        return f"{self.title}\n{text}" if self.title else text

    def __repr__(self) -> str:
        """What ``str`` gives, of a long table only of its first rows."""
        left = len(self) - _SHOWN
        if left <= 1:
            return str(self)
        return f"{self[:_SHOWN]!s}\n... and {left} rows more: print() shows all, [{_SHOWN}:] the others"

    def _repr_html_(self) -> str:
        """The rows as an HTML table, without the columns that hold only IRIs."""
        texts = self._texts()
        columns = telling(self.columns, texts) if texts and not self._is_own else self.columns
        heads = "".join(_cell("th", column) for column in columns)
        body = "".join(f"<tr>{''.join(_cell('td', row[column]) for column in columns)}</tr>" for row in texts)
        caption = f"<caption>{html.escape(self.title)}</caption>" if self.title else ""
        said = f"<p>{html.escape(self._said())}</p>" if not self.rows or (self._is_own and self.note) else ""
        return f"<table>{caption}<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>{said}"

    @property
    def _is_own(self) -> bool:
        """Whether it answers a query of one's own."""
        return self.prefixes is not None

    def _said(self) -> str:
        """That there are no rows, if there are none, and the note."""
        return "; ".join([*([] if self.rows else ["no rows"]), *([self.note] if self.note else [])])

    def _texts(self) -> list[dict[str, str]]:
        short = self.prefixes or {}
        return [
            {name: "" if row[name] is None else shortened(str(row[name]), short) for name in self.columns}
            for row in self.rows
        ]


def to_table(results: Results, title: str = "", silence: Table | None = None) -> Table:
    """Return the rows of a query's results as plain values."""
    columns = tuple(results.columns)
    return Table(columns, tuple({c: _value(row[c]) for c in columns} for row in results), title, silence)


def _value(term: Node | None) -> Any:  # Any: the Python value of an RDF literal
    value = getattr(term, "value", None)  # only literals have one, and only where their text is of their type
    if isinstance(value, _KEPT):
        return value
    return None if term is None else str(term)


def _cell(tag: str, text: str) -> str:
    return f'<{tag} style="text-align:left">{html.escape(text)}</{tag}>'
