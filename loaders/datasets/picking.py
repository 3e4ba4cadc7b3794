"""The values that a rule takes from one row, with the fields and texts that they rest on and what could not be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from .converters import CONVERTERS, Converted, Party, Unconverted
from .formats import Rule, Value
from .rows import Row

_NO: Final = ("", "0", "0.0")
_SEARCHED: Final = 20_000
"""So many characters of a text are searched for a pattern."""
_BORDERS: Final = (". ", "! ", "? ")


@dataclass(frozen=True, slots=True)
class Trouble:
    """A value that cannot be read: where, in which field, and why; a row that cannot be has no field."""

    place: str
    field: str
    why: str

    def __str__(self) -> str:
        return f"{self.place}{f', {self.field}' if self.field else ''}: {self.why}"


class Picked:
    """The values of one record; what is asked for is remembered as what the record rests on."""

    def __init__(self, row: Row, rule: Rule) -> None:
        self.row = row
        self.rule = rule
        self.rests_on: dict[tuple[str, str], None] = {}
        self.troubles: list[Trouble] = []

    def all(self, slot: str) -> list[Converted]:
        """Return all values in a slot, each once; those that cannot be converted are noted as troubles."""
        found: dict[Converted, None] = {}
        for value in self.rule.values.get(slot, ()):
            if value.needs and not self.row.texts(value.needs):
                continue
            for field, text, shown in self._texts(value):
                try:
                    converted = _converted(value, field, text)
                except Unconverted as error:
                    trouble = Trouble(self.row.place, field, f"{text[:80]!r} {error}")
                    if trouble not in self.troubles:
                        self.troubles.append(trouble)
                    continue
                if converted != "":
                    found[converted] = None
                    if field:
                        self.rests_on[field, shown] = None
        return list(found)

    def text(self, slot: str) -> str:
        """Return the first text in a slot; empty where there is none."""
        return next((value for value in self.all(slot) if isinstance(value, str)), "")

    def texts(self, slot: str) -> list[str]:
        """Return all texts in a slot."""
        return [value for value in self.all(slot) if isinstance(value, str)]

    def id(self, slot: str = "id") -> str:
        """Return the first texts of all fields of a slot as one id; empty where all are."""
        fields = [field for value in self.rule.values.get(slot, ()) for field in value.fields]
        found = [next(iter(self.row.texts(field)), "") for field in fields]
        self.rests_on.update(((field, text), None) for field, text in zip(fields, found, strict=True) if text)
        return "/".join(found) if any(found) else ""

    def parties(self, slot: str) -> list[Party]:
        """Return who is meant in a slot; the fields of a reference that has several are one id together."""
        found = [value for value in self.all(slot) if isinstance(value, Party)]
        joined = any(value.converter == "ref" and len(value.fields) > 1 for value in self.rule.values.get(slot, ()))
        return [Party("ref", self.id(slot))] if joined and found else found

    def printed(self, *slots: str) -> str:
        """Return what stands in the fields of these slots, as it stands there."""
        values = [value for slot in slots for value in self.rule.values.get(slot, ())]
        return " – ".join(dict.fromkeys(text for value in values for _, text, _ in self._texts(value)))

    def words(self) -> str:
        """Return what the record rests on: where the row stands, each field and its text."""
        told = (f"{field.rpartition('/')[2]}: {' '.join(text.split())}" for field, text in self.rests_on)
        return " · ".join([self.row.place, *told])

    def _texts(self, value: Value) -> Iterator[tuple[str, str, str]]:
        """Yield the field and text of each value, and the text as it stands there."""
        if value.constant:
            yield "", value.constant, ""
        for field in value.fields:
            for text in self.row.texts(field):
                for part in text.split(value.split) if value.split else [text]:
                    match = None if value.pattern is None else value.pattern.search(part[:_SEARCHED])
                    if value.pattern is None:
                        if found := part.strip():
                            yield field, found, text
                    elif match is not None and (found := match[0].strip()):
                        yield field, found, text if value.split else _sentence(text, match.start(), match.end())


def _sentence(text: str, start: int, end: int) -> str:
    """Return the sentence of a text in which some of its words stand."""
    first = max((text.rfind(mark, 0, start) + len(mark) for mark in _BORDERS if mark in text[:start]), default=0)
    last = min((place + 1 for mark in _BORDERS if (place := text.find(mark, end)) >= 0), default=len(text))
    return text[first:last].strip()


def _converted(value: Value, field: str, text: str) -> Converted:
    if value.converter == "column":
        return "" if text in _NO else field
    if value.pattern is not None and "value" in value.pattern.groupindex:
        match = value.pattern.search(text)
        text = match["value"] or "" if match else ""
    if value.table is not None:
        text = value.table.get(text, "")
    return CONVERTERS[value.converter or "text"](text) if text else ""


def picked(row: Row, rule: Rule) -> Iterator[Picked]:
    """Yield what a rule takes from a row: nothing where it does not apply, several where it goes through a list."""
    if rule.part and rule.part != row.part:
        return
    for one in row.inside(rule.each) if rule.each else [row]:
        if _applies(rule, one):
            yield Picked(one, rule)


def _applies(rule: Rule, row: Row) -> bool:
    needed = [_fits(row.texts(field), texts) for field, texts in (rule.when or {}).items()]
    return all(needed) and not any(_fits(row.texts(field), texts) for field, texts in (rule.unless or {}).items())


def _fits(found: list[str], texts: frozenset[str]) -> bool:
    return bool(found) if not texts else not texts.isdisjoint(found)
