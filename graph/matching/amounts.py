"""How a source prints the amount that an item is about."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from decimal import Decimal, InvalidOperation
from typing import Final

from .spelling import plain
from .tellings import Telling

_SCALES: Final = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_PRINTED: Final = re.compile(
    r"(?:[A-Z]{0,3}[$€£¥₽₴]\s?)?(?<![\w.,])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?"
    rf"(?:[ -]({'|'.join(_SCALES)}))?(?!\w)",
    re.IGNORECASE,
)


def main_amount(told: Telling, units: Collection[str]) -> str:
    """Return the first amount in one of these units that an item's label names, as it is printed there, with its unit.

    Where the label has none in figures it is written out of what was read of it.
    """
    wanted = [(value, unit) for value, unit in told.amounts if not units or unit in units] or list(told.amounts)
    for value, printed, after in _printed(told.label):
        for known, unit in wanted:
            if _number(known) == value:
                return printed + _unit_after(after, unit)
    return next((f"{_grouped(value)} {unit}".strip() for value, unit in wanted), "")


def _printed(label: str) -> Iterator[tuple[Decimal, str, str]]:
    """Yield each number of a label: its value, how it is printed, and what follows."""
    for found in _PRINTED.finditer(label):
        scale = _SCALES.get((found[3] or "").lower(), 1)
        yield Decimal(found[1].replace(",", "") + (found[2] or "")) * scale, found[0], label[found.end() :]


def _unit_after(rest: str, unit: str) -> str:
    """Return the unit as it stands behind a number, nothing where other words do."""
    words = rest.split(maxsplit=len(unit.split()))[: len(unit.split())]
    behind = rest[:1] in (" ", "-", "\u00a0") and bool(words) and plain(" ".join(words)) == plain(unit)
    return f" {' '.join(words)}".rstrip(",.;:") if behind else ""


def _number(value: str) -> Decimal | None:
    try:
        return Decimal(value)
    except InvalidOperation:
        return None


def _grouped(value: str) -> str:
    number = _number(value)
    return value if number is None or not number.is_finite() else f"{number.normalize():,f}"
