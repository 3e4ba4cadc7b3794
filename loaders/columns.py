"""Columns of a page: from lines with their white space to the order in which they are read.

Columns are told from tables by their width: both sides of the gap hold running text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

_GAP = re.compile(r"\S {3,}(?=\S)")
_FEWEST_LINES = 3
_NARROWEST = 20
_CLEAR = 0.8
"""The part of the lines that reach beyond a gutter which leave it free."""


def in_columns(rows: Sequence[str]) -> list[str] | None:
    """Return the lines of a page column after column; ``None`` when it has one column only.

    >>> in_columns(["The delegations of Chad and    The sides agreed to set up",
    ...             "of Sudan met on Monday in      a group on wells. The next",
    ...             "the capital. They left.        round is in May."])[3]
    'The sides agreed to set up'
    """
    gutter = _gutter(rows)
    if not gutter:
        return None
    found: list[str] = []
    left: list[str] = []
    right: list[str] = []
    for row in rows:
        if len(row) > gutter and row[gutter - 2 : gutter].strip():  # over both columns
            found += [*left, *_further(right), row]
            left, right = [], []
            continue
        left.append(row[:gutter].rstrip())
        right.append(row[gutter:])
    found += [*left, *_further(right)]
    return [line.strip() for line in found if line.strip()]


def _further(rows: Sequence[str]) -> Sequence[str]:
    return in_columns(rows) or rows


def _gutter(rows: Sequence[str]) -> int:
    """Where the second column begins; 0 where there is none."""
    begins = Counter(gap.end() for row in rows for gap in _GAP.finditer(row))
    for column, count in sorted(begins.items(), key=lambda one: (-one[1], one[0])):
        if count < _FEWEST_LINES:
            break
        beyond = [row for row in rows if len(row) > column]
        clear = [row for row in beyond if not row[column - 2 : column].strip()]
        sides = [(len(row[:column].strip()), len(row[column:].strip())) for row in clear]
        wide = min(median(left for left, _ in sides), median(right for _, right in sides)) >= _NARROWEST
        if wide and len(clear) >= _CLEAR * len(beyond):
            return column
    return 0
