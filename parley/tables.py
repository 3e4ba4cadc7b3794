"""Rows as text for people: the facts in a table, under each fact the words that support it.

Nothing is ever cut off. Columns that hold only IRIs, or nothing, are left to the machine formats, and so are words that
stand inside longer ones by which the same voice tells the same fact.
"""

from __future__ import annotations

import re
import sys
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

Row = Mapping[str, str]

PLAIN_WIDTH = 120
"""Width off a terminal, so that the same answer is the same bytes everywhere."""
_GAP = "  "
_NARROWEST = 8
_WORDS = ("quote", "speaker", "source", "start", "end")
"""The columns that make a row an answer with evidence."""
_QUALIFIERS = ("aspect", "modality", "evidence", "mode")
_OFF_THE_FACTS = {*_WORDS, *_QUALIFIERS, "confidence", "chain", "why"}
_TERMS = {
    "act", "action", "approximation", "aspect", "capacity", "durationApproximation", "evidence", "issue", "kind",
    "modality", "mode", "role", "standing", "status", "tenure",
}  # fmt: skip
"""The columns that hold the vocabulary's own terms, which people read as plain words."""
_IRI = re.compile(r"[A-Za-z][\w.+-]*:\S+")
"""An IRI or its short form."""
_CAMEL = re.compile(r"\b[a-z]+(?:[A-Z][a-z]+)+\b")
_ORDINARY = {"explicit", "unattributed"}


def table(columns: Sequence[str], rows: Sequence[Row], *, width: int | None = PLAIN_WIDTH, whole: bool = False) -> str:
    """Return the rows as text of at most ``width`` characters a line; ``whole`` keeps columns that hold only IRIs.

    Without a ``width`` each row is one line, however long.
    """
    width = sys.maxsize if width is None else width
    clean = [{name: _worded(name, printable(row.get(name, ""))) for name in columns} for row in rows]
    if not clean:
        return ""
    shown = list(columns) if whole else telling(columns, clean)
    if not set(_WORDS) <= set(columns):
        return _grid(shown, [[row[name] for name in shown] for row in clean], width)
    facts = [name for name in shown if name not in _OFF_THE_FACTS]
    told = groupby(clean, key=lambda row: tuple(row[name] for name in facts))
    groups = [(cells, _outermost(list(some))) for cells, some in told]
    shared = clean[0]["source"] if len(clean) > 1 and len({row["source"] for row in clean}) == 1 else ""
    notes = [[line for row in _told_once(some, shared) for line in _evidence(row, width)] for _, some in groups]
    last = "\n".join(["", *textwrap.wrap(f"Source: {shared}", width), ""]) if shared else ""
    if not facts:
        return "\n".join(line for note in notes for line in note) + "\n" + last
    return _grid(facts, [list(cells) for cells, _ in groups], width, notes) + last


def telling(columns: Sequence[str], rows: Sequence[Row]) -> list[str]:
    """Return the columns that tell people something: those with more than IRIs, or all when there is nothing else.

    >>> telling(["name", "node", "note"], [{"name": "Ada", "node": "https://example.org/ada", "note": ""}])
    ['name']
    """
    return [name for name in columns if any(row[name] and not _is_iri(row[name]) for row in rows)] or list(columns)


def heading(column: str) -> str:
    """Return a column's name in plain words.

    >>> heading("printedDate")
    'printed date'
    """
    return "".join(f" {c.lower()}" if c.isupper() else c for c in column)


def _worded(column: str, value: str) -> str:
    is_term = column in _TERMS and not _IRI.search(value)  # a column of that name may hold something else
    return _CAMEL.sub(lambda term: heading(term[0]), value) if is_term else value


def _outermost(rows: Sequence[Row]) -> list[Row]:
    """The rows of one fact, without those whose words stand inside another's by the same voice."""
    kept: list[Row] = []
    for row in sorted(rows, key=lambda row: -_length(row)):
        if not any(_inside(row, longer) for longer in kept):
            kept.append(row)
    return [row for row in rows if any(row is one for one in kept)]


def _length(row: Row) -> int:
    return int(row["end"]) - int(row["start"]) if row["start"] and row["end"] else 0


def _inside(row: Row, longer: Row) -> bool:
    """True when what is told beside the words is the same, and the words are part of the longer ones."""
    alike = all(row.get(name) == longer.get(name) for name in ("source", "speaker", "chain", "why", *_QUALIFIERS))
    placed = bool(row["start"] and row["end"] and longer["start"] and longer["end"])
    return alike and placed and int(longer["start"]) <= int(row["start"]) < int(row["end"]) <= int(longer["end"])


def _told_once(rows: Iterable[Row], shared: str) -> Iterator[Row]:
    """The rows of one fact, with the title of a source only where it is another one than above."""
    above = shared
    for row in rows:
        yield {**row, "source": "" if row["source"] == above else row["source"]}
        above = row["source"]


def _evidence(row: Row, width: int) -> list[str]:
    said = ", ".join(row[name] for name in _QUALIFIERS if row.get(name) and row[name] not in _ORDINARY)
    place = f"characters {row['start']} to {row['end']}" if row["start"] else ""
    whence = ", ".join(part for part in (row.get("chain") or row["speaker"], row["source"], place) if part)
    quote = f"“{row['quote']}”" if row["quote"] else ""
    lines = textwrap.wrap(quote, width - 4, initial_indent="    ", subsequent_indent="     ")
    signed = f"{whence} ({said})" if said else whence
    lines += textwrap.wrap(signed, width - 4, initial_indent="      – ", subsequent_indent="        ")
    why = f"why: {row['why']}" if row.get("why") else ""
    return lines + textwrap.wrap(why, width - 4, initial_indent="        ", subsequent_indent="          ")


def _grid(
    columns: Sequence[str], rows: Sequence[Sequence[str]], width: int, notes: Sequence[Sequence[str]] = ()
) -> str:
    titles = [heading(name) for name in columns]
    parts = list(zip(titles, *rows, strict=True))
    least = [max(len(_longest_iri(cell)) for cell in column) for column in parts]
    widths = _fitted([max(map(_cells, column)) for column in parts], width, least)
    if widths is None:
        return _blocks(titles, rows, width, notes)
    lines = [*_lines(titles, widths), _GAP.join("-" * size for size in widths)]
    for index, row in enumerate(rows):
        lines += _lines(row, widths)
        lines += notes[index] if notes else []
    return "\n".join(lines) + "\n"


def _blocks(titles: Sequence[str], rows: Sequence[Sequence[str]], width: int, notes: Sequence[Sequence[str]]) -> str:
    size = max(map(len, titles)) + len(_GAP)
    blocks = []
    for index, row in enumerate(rows):
        lines = []
        for title, cell in zip(titles, row, strict=True):
            if cell:
                room = max(width, size + _NARROWEST)
                lines += _wrapped(cell, room, title.ljust(size), " " * size)
        blocks.append("\n".join([*lines, *(notes[index] if notes else ())]))
    return "\n\n".join(blocks) + "\n"


def _fitted(natural: Sequence[int], width: int, least: Sequence[int]) -> list[int] | None:
    """Shrink the widest columns until the row fits, none below its ``least``; None when that leaves it unreadable."""
    widths = list(natural)
    surplus = sum(widths) + len(_GAP) * (len(widths) - 1) - width
    while surplus > 0:
        free = [column for column, size in enumerate(widths) if size > max(_NARROWEST, least[column])]
        if not free:
            return None
        widest = max(free, key=widths.__getitem__)
        widths[widest] -= 1
        surplus -= 1
    return widths if all(size >= min(was, 2 * _NARROWEST) for size, was in zip(widths, natural, strict=True)) else None


def _lines(cells: Iterable[str], widths: Sequence[int]) -> list[str]:
    wrapped = [_wrapped(cell, size) or [""] for cell, size in zip(cells, widths, strict=True)]
    height = max(map(len, wrapped))
    return [
        _GAP.join(_padded(part[i] if i < len(part) else "", size) for part, size in zip(wrapped, widths, strict=True))
        .rstrip()
        for i in range(height)
    ]  # fmt: skip


def _wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """The text in lines of the width; an IRI is never broken, though it makes a line longer."""
    whole = len(_longest_iri(text)) + len(rest) > width
    return textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=rest,
        break_long_words=not whole, break_on_hyphens=not _longest_iri(text),
    )  # fmt: skip


def _longest_iri(text: str) -> str:
    return max(_IRI.findall(text), key=len, default="")


def _padded(cell: str, size: int) -> str:
    return cell + " " * (size - _cells(cell))


def _cells(text: str) -> int:
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def printable(value: str) -> str:
    """Return the text so that it never steers a terminal: control characters become blanks."""
    return "".join(" " if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") else c for c in value)


def _is_iri(value: str) -> bool:
    return all(word.startswith(("http://", "https://", "urn:")) for word in value.split(" "))
