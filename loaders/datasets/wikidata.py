"""Entities of Wikidata as rows: one for each entity, one for each of its claims with rank and qualifiers.

A claim of deprecated rank, and one whose value is unknown or none, is no row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, BinaryIO, Final

from ...graph.errors import UnreadableSource
from .json_text import JsonText
from .readers import BadRow, read_lines
from .rows import Row

_TIME: Final = re.compile(r"\+([0-9]{4})-([0-9]{2})-([0-9]{2})T")
_YEAR, _MONTH, _DAY = 9, 10, 11
"""How precise a time is."""


def read_entities(
    stream: BinaryIO, origin: str, *, lines: bool, left: Callable[[str], object] = lambda part: None
) -> Iterator[Row | BadRow]:
    """Yield the rows of what `Special:EntityData` and `wbgetentities` give, or of a dump with an entity a line.

    ``left`` is told what else the file holds.
    """
    if lines:
        for row in read_lines(stream, origin):
            yield from [row] if isinstance(row, BadRow) else _rows(row.values, row.place)
        return
    text, found = JsonText(stream, origin), False
    for name in text.names() if text.next() == "{" else ():
        if name != "entities" or text.next() != "{":
            left(name)
            text.skip()
            continue
        for id in text.names():
            found, entity = True, text.value()
            if isinstance(entity, Mapping):
                yield from _rows(entity, id)
            else:
                yield BadRow(id, "it is no entity")
    if not found:
        raise UnreadableSource(origin, "it holds no entities")
    text.end()


def _rows(entity: Mapping[str, Any], place: str) -> Iterator[Row | BadRow]:  # Any: what stands in JSON
    id = entity.get("id")
    if not isinstance(id, str):
        yield BadRow(place, "it is an entity without an id")
        return
    claims = entity.get("claims") or {}
    if not isinstance(claims, Mapping):
        yield BadRow(place, "its claims are none")
        return
    firsts: dict[str, list[str]] = {}
    told = []
    for property, statements in claims.items():
        if not isinstance(statements, list):
            yield BadRow(f"{id} {property}", "it is no list of claims")
            continue
        for number, statement in enumerate(statements, start=1):
            if not isinstance(statement, Mapping):
                yield BadRow(f"{id} {property} {number}", "it is no claim")
                continue
            values = _claim(statement)
            if not values:
                continue
            firsts.setdefault(property, []).append(values["value"])
            told.append(Row(f"{id} {property} {number}", {"entity": id, **values}, property))
    own = {"id": id, "type": entity.get("type"), **firsts}
    for part in ("labels", "descriptions", "aliases"):
        own[part] = _texts(entity.get(part))
    yield Row(id, own, "entity")
    yield from told


def _texts(table: object) -> dict[str, list[str]]:
    """Texts by language."""
    found: dict[str, list[str]] = {}
    for language, one in table.items() if isinstance(table, Mapping) else ():
        listed = one if isinstance(one, list) else [one]
        found[language] = [str(text["value"]) for text in listed if isinstance(text, Mapping) and "value" in text]
    return found


def _claim(statement: Mapping[str, Any]) -> dict[str, Any]:  # Any: as above
    """The value of a claim and of its qualifiers; nothing where it is deprecated or tells no value."""
    value = _value(statement.get("mainsnak"))
    if not value or statement.get("rank") == "deprecated":
        return {}
    found: dict[str, Any] = {"value": value, "rank": statement.get("rank", "normal")}
    for property, snaks in _table(statement.get("qualifiers")).items():
        found[property] = _known(snaks)
    references = statement.get("references")
    told = [_table(_table(one).get("snaks")) for one in (references if isinstance(references, list) else [])]
    found["reference"] = [text for snaks in told for text in _known(snaks.get("P854"))]
    return found


def _table(value: object) -> Mapping[str, Any]:  # Any: as above
    return value if isinstance(value, Mapping) else {}


def _known(snaks: object) -> list[str]:
    return [text for snak in (snaks if isinstance(snaks, list) else ()) if (text := _value(snak))]


def _value(snak: object) -> str:
    """A value as text: the id of an item, a day as precise as it is, an amount, a string."""
    if not isinstance(snak, Mapping) or snak.get("snaktype") != "value":
        return ""
    held = snak.get("datavalue")
    value = held.get("value") if isinstance(held, Mapping) else None
    if isinstance(value, str):
        return value
    if not isinstance(value, Mapping):
        return ""
    if "time" in value:
        julian = str(value.get("calendarmodel", "")).endswith("Q1985786")  # a day of another calendar is none of ours
        return _time(str(value["time"]), _YEAR if julian else value.get("precision"))
    for name in ("id", "text", "amount"):
        if isinstance(value.get(name), str):
            return str(value[name])
    number = value.get("numeric-id")
    return f"Q{number}" if isinstance(number, int) else ""


def _time(text: str, precision: object) -> str:
    found = _TIME.match(text)
    if not found or precision not in (_YEAR, _MONTH, _DAY):
        return ""
    year, month, day = found.groups()
    return "-".join((year, month, day)[: {_YEAR: 1, _MONTH: 2, _DAY: 3}[precision]])
