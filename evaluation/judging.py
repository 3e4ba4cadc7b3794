"""What a person's verdicts on drawn rows say: shares that are right, kinds of faults, where judges disagree."""

from __future__ import annotations

import math
import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from .sheets import RIGHT, Sheet, SheetRow

_Z: Final = 1.959964
"""Standard deviations to either side of the mean that hold 95 per cent of a normal distribution."""
_NAMES: Final = 34
_WIDTH: Final = 120


@dataclass(frozen=True, slots=True)
class Precision:
    """How many of some judged rows are right."""

    right: int
    marked: int

    @property
    def share(self) -> float:
        """The share that is right; 0 where nothing is marked."""
        return self.right / self.marked if self.marked else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's interval, in which the share of all rows lies with 95 per cent confidence.

        >>> tuple(round(bound, 3) for bound in Precision(8, 10).interval)
        (0.49, 0.943)
        """
        if not self.marked:
            return 0.0, 1.0
        n, p, z2 = self.marked, self.share, _Z * _Z
        middle = (p + z2 / (2 * n)) / (1 + z2 / n)
        reach = _Z * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n)
        return max(0.0, middle - reach), min(1.0, middle + reach)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A row on which judges differ, with the verdict of each who has marked it."""

    row: SheetRow
    verdicts: tuple[tuple[str, str], ...]
    """Name of the sheet and verdict."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one or several judges say; ``print`` shows it as tables."""

    sheets: tuple[Sheet, ...]

    def disagreements(self) -> list[Disagreement]:
        """Return the rows on which the judges who marked them differ."""
        return [one for one in self._shared() if len({verdict for _, verdict in one.verdicts}) > 1]

    def _shared(self) -> list[Disagreement]:
        """The rows that several have marked."""
        by_id: dict[str, list[tuple[str, SheetRow]]] = {}
        for sheet in self.sheets:
            for row in sheet.marked:
                by_id.setdefault(row.id, []).append((sheet.name, row))
        return [
            Disagreement(told[0][1], tuple((name, row.verdict) for name, row in told))
            for told in by_id.values()
            if len(told) > 1
        ]

    def __str__(self) -> str:
        lines = [line for sheet in self.sheets for line in (*_told(sheet), "")]
        if len(self.sheets) > 1:
            lines += self._compared()
        return "\n".join(lines).rstrip("\n")

    def _compared(self) -> Iterator[str]:
        shared, apart = self._shared(), self.disagreements()
        yield f"{len(shared)} rows are marked in several sheets; on {len(apart)} of them the verdicts differ"
        for one in apart:
            yield ""
            yield from textwrap.wrap(f"{one.row.id}  {one.row.row}", _WIDTH, subsequent_indent="    ")
            yield from (f"    {name}: {verdict}" for name, verdict in one.verdicts)


def precisions(rows: Iterable[SheetRow]) -> dict[str, Precision]:
    """Return the precision of all judged rows, of each question and of each publisher, by name."""
    marked = [row for row in rows if row.verdict]
    groups: tuple[Callable[[SheetRow], str], ...] = (
        lambda _: "all",
        lambda row: f"question {row.question}",
        lambda row: f"publisher {row.publisher or '(none)'}",
    )
    found: dict[str, Precision] = {}
    for name_of in groups:
        of_name: dict[str, list[SheetRow]] = {}
        for row in marked:
            of_name.setdefault(name_of(row), []).append(row)
        for name in sorted(of_name):
            right = sum(row.verdict == RIGHT for row in of_name[name])
            found[name] = Precision(right, len(of_name[name]))
    return found


def fault_counts(rows: Iterable[SheetRow]) -> dict[str, int]:
    """Return how often each kind of fault was marked, the most frequent first."""
    counts = Counter(row.verdict for row in rows if row.verdict and row.verdict != RIGHT)
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _told(sheet: Sheet) -> Iterator[str]:
    of, marked = len(sheet.rows), len(sheet.marked)
    left = of - marked
    yield f"{sheet.name}: {marked} of {of} rows are marked, {left} {'is' if left == 1 else 'are'} not"
    if not marked:
        return
    every = precisions(sheet.rows)
    asserted = precisions(row for row in sheet.rows if row.standing == "asserted")
    yield ""
    yield f"{'':{_NAMES}}{'all rows':>18}{'':19}{'asserted rows':>18}"
    head = f"{'right':>7}{'marked':>8}{'share':>8}  {'95 %':12}"
    yield f"{'':{_NAMES}}{head}{head}".rstrip()
    yield "-" * (_NAMES + 2 * len(head) - 8)
    for name in every:
        told = f"{textwrap.shorten(name, _NAMES - 1, placeholder=' …'):{_NAMES}}"
        yield (told + _cells(every[name]) + _cells(asserted.get(name, Precision(0, 0)))).rstrip()
    faults = fault_counts(sheet.rows)
    if faults:
        yield ""
        yield from (f"{kind:{_NAMES}}{count:7}" for kind, count in faults.items())


def _cells(one: Precision) -> str:
    if not one.marked:
        return f"{0:7}{0:8}{'':22}"
    low, high = one.interval
    return f"{one.right:7}{one.marked:8}{one.share:8.3f}  {f'{low:.3f}–{high:.3f}':12}"
