"""Reads mappings of gold and prediction files field by field, and notes every fault with its place."""

from __future__ import annotations

import math
import re
import reprlib
from collections.abc import Collection
from datetime import date
from pathlib import Path

from ..graph.errors import EvaluationError
from .wording import without_thousands_commas

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_TOO_LARGE = 10**300
_SHORT = reprlib.Repr()
_SHORT.maxstring = _SHORT.maxother = _SHORT.maxlong = 60


class Entry:
    """One mapping; what is wrong with a field is added to ``faults``, and a harmless value stands for it."""

    def __init__(self, content: object, *, path: Path, place: str, faults: list[EvaluationError]) -> None:
        self._path = path
        self._place = place
        self._faults = faults
        self._content: dict[object, object] = content if isinstance(content, dict) else {}
        if not isinstance(content, dict):
            self.fault("", f"a mapping of fields is wanted, not {_shown(content)}")
            self._faults = []  # that its fields are missing as well need not be said

    def __contains__(self, name: str) -> bool:
        return name in self._content

    def fault(self, name: str, why: str) -> None:
        """Note that something is wrong with a field, or with the whole entry when ``name`` is empty."""
        field = ".".join(part for part in (self._place, name) if part)
        self._faults.append(EvaluationError(self._path, field, why))

    def text(self, name: str, *, required: bool = False) -> str:
        """Return a text, or an empty one for null and nothing."""
        value = self._content.get(name)
        if required and (value is None or value == ""):
            self.fault(name, "is missing; write it")
        return self._text(value, name)

    def choice(self, name: str, known: Collection[str]) -> str:
        """Return one of the texts that are known."""
        value = self.text(name, required=True)
        if value and value not in known:
            self.fault(name, f"{value!r} is not known; write one of {', '.join(known)}")
        return value

    def date(self, name: str) -> str:
        """Return a date as ISO 8601 text, or an empty one; YAML reads a date that has no quotes as a date."""
        value = self._content.get(name)
        return str(value) if isinstance(value, date) else self._text(value, name)

    def whole(self, name: str) -> int | None:
        """Return a whole number, or None for null and nothing."""
        value = self._content.get(name)
        if value is None or (isinstance(value, int) and not isinstance(value, bool) and abs(value) < _TOO_LARGE):
            return value
        self.fault(name, f"{_shown(value)} is no whole number; write one without quotes")
        return None

    def texts(self, name: str, *, required: bool = False) -> tuple[str, ...]:
        """Return a list of texts, or a single one, without those that are empty."""
        value = self._content.get(name)
        if required and value in (None, "", []):
            self.fault(name, "is missing; name at least one")
        items = value if isinstance(value, list) else [value]
        texts = (
            self._text(item, f"{name}[{at}]" if isinstance(value, list) else name) for at, item in enumerate(items)
        )
        return tuple(text for text in texts if text)

    def truth(self, name: str) -> bool:
        """Return true or false, false for nothing."""
        value = self._content.get(name)
        if value is not None and not isinstance(value, bool):
            self.fault(name, f"{_shown(value)} is not a truth; write true or false")
        return value is True

    def numbers(self, name: str) -> tuple[float, ...]:
        """Return the numbers of a list: bare, in texts, or as the ``value`` of mappings."""
        value = self._content.get(name)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.fault(name, f"a list of numbers is wanted, not {_shown(value)}; put it in brackets")
            return ()
        numbers = tuple(number for item in value for number in _numbers(item))
        if not all(map(math.isfinite, numbers)):
            self.fault(name, "holds what is too large for a number, or none; write the number as the article has it")
        return numbers

    def entries(self, name: str, *, required: bool = False) -> list[Entry]:
        """Return a list of mappings; null and nothing are an empty one unless a list is required."""
        value = self._content.get(name)
        if value is None and not required:
            return []
        if not isinstance(value, list):
            found = f"a list is wanted, not {_shown(value)}" if name in self._content else "is missing"
            self.fault(name, f"{found}; write [] where there is nothing")
            return []
        place = f"{self._place}.{name}" if self._place else name
        return [
            Entry(item, path=self._path, place=f"{place}[{at}]", faults=self._faults) for at, item in enumerate(value)
        ]

    def refuse_others(self, *known: str) -> None:
        """Note every field that is none of the known ones: a slip would change the figures in silence."""
        for name in self._content:
            if name not in known:
                self.fault(str(name), f"is no field here; take it out, or write one of {', '.join(known)}")

    def _text(self, value: object, name: str) -> str:
        if value is None or isinstance(value, str):
            return value or ""
        self.fault(name, f"{_shown(value)} is not text; put it in quotes")
        return ""


def _numbers(item: object) -> list[float]:
    value = item.get("value") if isinstance(item, dict) else item
    if isinstance(value, int | float):
        return [float(value) if abs(value) < _TOO_LARGE else math.inf]
    return [float(number) for number in _NUMBER.findall(without_thousands_commas(str(value)))]


def _shown(value: object) -> str:
    text = _SHORT.repr(value)
    return text if len(text) <= 60 else f"{text[:59]}…"
