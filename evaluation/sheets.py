"""A sheet of rows for a person to judge, as CSV: written empty, read back with verdicts in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from ..graph.errors import EvaluationError, EvaluationFaults
from ..graph.reading.csv_tables import guarded, unguarded

RIGHT: Final = "right"
VERDICTS: Final = (
    RIGHT, "wrong act", "wrong party", "wrong standing", "wrong speaker", "wrong addressee", "wrong event",
    "wrong date", "wrong place", "wrong post", "no act", "fragment",
)  # fmt: skip
"""What may stand in the column of verdicts, besides nothing."""
_NEEDED: Final = ("id", "question", "publisher", "standing", "row", "verdict")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row to judge: what the graph holds, the words that it rests on, and what stands around them."""

    id: str
    question: str
    source: str
    headline: str
    publisher: str
    standing: str
    row: str
    quote: str
    context: str
    verdict: str = ""
    note: str = ""


COLUMNS: Final = tuple(field.name for field in fields(SheetRow))


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one file, in their order."""

    name: str
    rows: tuple[SheetRow, ...]

    @property
    def marked(self) -> tuple[SheetRow, ...]:
        """The rows that somebody has judged."""
        return tuple(row for row in self.rows if row.verdict)


def to_csv(rows: Iterable[SheetRow]) -> str:
    """Return the rows as CSV in which a spreadsheet takes no cell for a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([guarded(cell) for cell in asdict(row).values()] for row in rows)
    return text.getvalue()


def read_sheet(path: str | Path) -> Sheet:
    """Return the sheet in a file, whichever of comma, semicolon and tab the spreadsheet has put between its cells.

    Raises ``EvaluationFaults`` with one fault for each row that is not right, ``EvaluationError`` for a file that is
    no sheet.
    """
    lines = _lines(path)
    heads = [head.strip() for head in next(lines, [])]
    missing = [name for name in _NEEDED if name not in heads]
    if missing:
        raise EvaluationError(path, "", f"is no sheet of `parley sample`: it has no column {', '.join(missing)}")
    rows: list[SheetRow] = []
    faults: list[EvaluationError] = []
    known: dict[str, int] = {}
    for number, cells in enumerate(lines, start=2):
        if any(map(str.strip, cells)):
            told = {head: unguarded(cell) for head, cell in zip(heads, cells, strict=False)}
            row = SheetRow(**{name: told.get(name, "") for name in COLUMNS})
            row, fault = _checked(path, number, row, known)
            rows.append(row)
            faults += [fault] if fault else []
    if faults:
        raise EvaluationFaults(faults)
    return Sheet(str(path), tuple(rows))


def _checked(
    path: str | Path, number: int, row: SheetRow, known: dict[str, int]
) -> tuple[SheetRow, EvaluationError | None]:
    """The row with its verdict as it is spelt here, and what is wrong with it."""
    where, id = f"row {number}", row.id.strip()
    if not id:
        return row, EvaluationError(path, where, "has no id: take the row from the sheet as it was drawn")
    first = known.setdefault(id, number)
    if first != number:
        return row, EvaluationError(path, where, f"has the id {id} of row {first}: leave each row once")
    verdict = " ".join(row.verdict.casefold().split())
    settled = SheetRow(**(asdict(row) | {"id": id, "verdict": verdict}))
    if verdict and verdict not in VERDICTS:
        close = get_close_matches(verdict, VERDICTS, n=1)
        meant = f"did you mean {close[0]!r}? " if close else ""
        told = f"{row.verdict.strip()!r} is no verdict: {meant}It is one of {', '.join(VERDICTS)}"
        return settled, EvaluationError(path, where, told)
    return settled, None


def _lines(path: str | Path) -> Iterator[list[str]]:
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
        first = text.partition("\n")[0]
        delimiter = max(",;\t", key=first.count)
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    except UnicodeDecodeError as error:
        raise EvaluationError(path, "", f"byte {error.start} is not UTF-8: save it as CSV in UTF-8") from None
    except OSError as error:
        raise EvaluationError(path, "", f"cannot be read: {error.strerror or error}") from None
    except csv.Error as error:
        raise EvaluationError(path, "", f"is no CSV: {error}") from None
