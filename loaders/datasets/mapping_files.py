"""Reads a mapping, shipped or a user's own, strictly: what nobody knows is told with its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, NoReturn, cast, get_args

from ...graph.errors import MappingFault
from ..news.lexicons.strict_yaml import LexiconError, parse_table
from ..yaml_faults import line_too_deep
from .converters import CONVERTERS
from .formats import Format, Reader, Rule, Value
from .slots import SHAPES, Slot

_KEYS: Final = frozenset(
    ("title", "home", "licence", "version", "publisher", "read", "separator", "header", "lists", "recognise",
     "records", "ignore")
)  # fmt: skip
_VALUE_KEYS: Final = frozenset(("from", "as", "split", "pattern", "table", "value", "needs"))
_ENDING: Final = ".yaml"
_LARGEST: Final = 1_000_000
_DEEPEST: Final = 12
_LONGEST: Final = 400
"""Characters of a pattern."""


def format_names() -> list[str]:
    """Return the names of the mappings that are shipped."""
    found = (file.name for file in files(f"{__package__}.mappings").iterdir())
    return sorted(name.removesuffix(_ENDING) for name in found if name.endswith(_ENDING))


@cache
def shipped(name: str) -> Format:
    """Return the format that a shipped mapping describes."""
    data = files(f"{__package__}.mappings").joinpath(f"{name}{_ENDING}").read_bytes()
    return _Mapping(f"{name}{_ENDING}").format(name, data)


def read_mapping(path: str | Path) -> Format:
    """Return the format that a user's mapping describes; raise MappingFault where it cannot be used."""
    try:
        with Path(path).open("rb") as file:
            data = file.read(_LARGEST + 1)
    except (OSError, ValueError) as error:
        missing = isinstance(error, FileNotFoundError)
        raise MappingFault(path, "", "there is no such file" if missing else f"cannot be read: {error}") from None
    if len(data) > _LARGEST:
        raise MappingFault(path, "", f"has more than {_LARGEST:,} bytes, the most that are read of a mapping")
    return _Mapping(str(path)).format(Path(path).stem, data)


class _Mapping:
    def __init__(self, path: str) -> None:
        self._path = path

    def format(self, name: str, data: bytes) -> Format:
        """Return what the bytes of a mapping describe."""
        if deep := line_too_deep(data, _DEEPEST):
            self._fail(f"line {deep}", "lists and tables are too deep in each other")
        try:
            table = parse_table(self._path, data)
        except (LexiconError, RecursionError) as error:
            raise MappingFault(self._path, "", str(error).removeprefix(f"lexicon {self._path}").strip(": ")) from None
        self._known(table, _KEYS, "")
        reader = self._text(table, "read", "")
        if reader not in get_args(Reader):
            self._fail("read", f"{reader!r} is none of {', '.join(get_args(Reader))}")
        recognise = self._table(table.get("recognise", {}), "recognise")
        self._known(recognise, frozenset(("fields", "columns", "first")), "recognise")
        records: Any = table.get("records")  # Any: checked where it is read
        if not isinstance(records, list) or not records:
            self._fail("records", "a list of records is wanted")
        rules = tuple(self._rule(one, f"records {number}") for number, one in enumerate(records, start=1))
        return Format(
            name=name,
            title=self._text(table, "title", "") or name,
            publisher=self._text(table, "publisher", ""),
            reader=cast(Reader, reader),
            rules=rules,
            home=self._text(table, "home", ""),
            licence=self._text(table, "licence", ""),
            version=self._text(table, "version", ""),
            separator=self._text(table, "separator", ""),
            header=self._texts(table.get("header", []), "header"),
            lists=self._texts(table.get("lists", []), "lists"),
            fields=self._texts(recognise.get("fields", []), "recognise, fields"),
            columns=int(self._text(recognise, "columns", "recognise") or 0),
            first={
                name: pattern
                for name, text in self._table(recognise.get("first", {}), "recognise, first").items()
                if (pattern := self._pattern(str(text), "recognise, first")) is not None
            },
            ignored=self._texts(table.get("ignore", []), "ignore"),
        )

    def _rule(self, given: object, place: str) -> Rule:
        one = self._table(given, place)
        if len(one) != 1:
            self._fail(place, "one shape with its slots is wanted, such as person: {id: number, name: name}")
        ((shape, slots),) = one.items()
        if shape not in SHAPES:
            self._fail(place, f"{shape!r} is none of the shapes {', '.join(SHAPES)}")
        place, table, known = f"{place}, {shape}", self._table(slots, f"{place}, {shape}"), SHAPES[shape]
        self._known(table, frozenset((*known, "when", "unless", "in", "each")), place)
        values = {
            slot: self._values(value, f"{place}, {slot}", known[slot]) for slot, value in table.items() if slot in known
        }
        if missing := [slot for slot, what in known.items() if what.must and slot not in values]:
            self._fail(place, f"it does not say what {missing[0]!r} is")
        return Rule(
            shape, values, self._text(table, "in", place), self._text(table, "each", place),
            self._when(table, "when", place), self._when(table, "unless", place),
        )  # fmt: skip

    def _when(self, table: Mapping[str, Any], key: str, place: str) -> dict[str, frozenset[str]]:
        place = f"{place}, {key}"
        asked = self._table(table.get(key, {}), place)
        return {field: frozenset(self._alternatives(texts, place)) for field, texts in asked.items()}

    def _alternatives(self, given: object, place: str) -> tuple[str, ...]:
        if given == "present":
            return ()
        return self._texts(given if isinstance(given, list) else [given], place)

    def _values(self, given: object, place: str, slot: Slot) -> tuple[Value, ...]:
        if isinstance(given, list) and given and all(isinstance(one, dict) for one in given):
            return tuple(self._value(one, place, slot) for one in given)
        return (self._value(given, place, slot),)

    def _value(self, given: object, place: str, slot: Slot) -> Value:
        if isinstance(given, str | list):
            given = {"from": given}
        table = self._table(given, place)
        self._known(table, _VALUE_KEYS, place)
        if ("from" in table) == ("value" in table):
            self._fail(place, "either a field (from) or a value is wanted")
        fields = table.get("from", [])
        converter = self._text(table, "as", place) or ("date" if slot.holds == "day" else "")
        if slot.holds == "party" and not converter:
            self._fail(place, "say who is meant, with as: country, iso2, iso3, party, body or ref")
        if converter and converter not in CONVERTERS:
            self._fail(place, f"{converter!r} is none of the converters {', '.join(CONVERTERS)}")
        told = table.get("table")
        return Value(
            fields=self._texts(fields if isinstance(fields, list) else [fields], place),
            converter=converter,
            split=table["split"] if isinstance(table.get("split"), str) else "",
            pattern=self._pattern(self._text(table, "pattern", place), place),
            table=None if told is None else {key: str(value) for key, value in self._table(told, place).items()},
            constant=self._text(table, "value", place),
            needs=self._text(table, "needs", place),
        )

    def _pattern(self, pattern: str, place: str) -> re.Pattern[str] | None:
        if len(pattern) > _LONGEST:
            self._fail(place, f"its pattern has more than {_LONGEST} characters")
        try:
            return re.compile(pattern) if pattern else None
        except re.error as error:
            self._fail(place, f"its pattern is no regular expression: {error}")

    def _known(self, table: Mapping[str, object], names: frozenset[str], place: str) -> None:
        if unknown := [name for name in table if name not in names]:
            self._fail(place, f"{unknown[0]!r} is none of {', '.join(sorted(names))}")

    def _table(self, value: object, place: str) -> dict[str, Any]:  # Any: checked where it is read
        if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
            self._fail(place, "keys with values are wanted; put keys that are numbers in quotes")
        return value

    def _text(self, table: Mapping[str, object], key: str, place: str) -> str:
        value = table.get(key, "")
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            self._fail(f"{place}, {key}".strip(", "), "a text is wanted")
        return str(value)

    def _texts(self, value: object, place: str) -> tuple[str, ...]:
        if not isinstance(value, list) or any(isinstance(one, bool) or not isinstance(one, str | int) for one in value):
            self._fail(place, "a text or a list of texts is wanted")
        return tuple(map(str, value))

    def _fail(self, place: str, why: str) -> NoReturn:
        raise MappingFault(self._path, place, why)
