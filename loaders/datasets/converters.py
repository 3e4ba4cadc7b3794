"""Named converters: from the text in a field to a value. What cannot be converted raises :class:`Unconverted`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final, Literal, TypeAlias
from urllib.parse import quote

from ...graph.country_codes import by_code
from .countries import by_name


class Unconverted(ValueError):
    """A text is not what its mapping says that it is."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who is meant: a state by its code, something else by its id in the dataset, or a body by its name."""

    kind: Literal["state", "ref", "name"]
    value: str


Converted: TypeAlias = str | Party
_ISO: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?:[T ].*)?")
_DAY_FIRST: Final = re.compile(r"(?:(?:([0-9]{1,2})[./])?([0-9]{1,2})[./])?([0-9]{4})")
_MONTH_FIRST: Final = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?: .*)?")
_COMPACT: Final = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:[0-9]{6})?")
_SPELT: Final = re.compile(r"([0-9]{1,2})[ -]([A-Za-z]+)[ -]([0-9]{4})")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ITEM: Final = re.compile(r"(?:https?://(?:www\.|m\.)?wikidata\.org/(?:entity|wiki)/)?(Q[1-9][0-9]*)")
_OPENSANCTIONS: Final = "https://www.opensanctions.org/entities/"
_IRI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]+")


def _day(year: str, month: str | None, day: str | None) -> str:
    """A day, month or year in ISO 8601; years and months written as zeros are unknown."""
    parts = [year, *(part.zfill(2) for part in (month, day) if part)]
    while parts[-1] == "00":
        parts.pop()
    try:
        date(int(parts[0]), *(int(part) for part in [*parts[1:], "1", "1"][:2]))
    except ValueError as error:
        raise Unconverted(str(error)) from None
    return "-".join(parts)


def _iso_day(text: str) -> str:
    if found := _ISO.fullmatch(text):
        return _day(*found.groups())
    raise Unconverted("is no date such as 2025, 2025-06 or 2025-06-02")


def _day_first(text: str) -> str:
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = found.groups()
        return _day(year, month, day)
    raise Unconverted("is no date such as 2025, 6.2025 or 2.6.2025")


def _month_first(text: str) -> str:
    if found := _MONTH_FIRST.fullmatch(text):
        month, day, year = found.groups()
        return _day(year, month, day)
    raise Unconverted("is no date such as 6/2/2025")


def _compact(text: str) -> str:
    if found := _COMPACT.fullmatch(text):
        return _day(*found.groups())
    raise Unconverted("is no date such as 20250602")


def _spelt(text: str) -> str:
    found = _SPELT.fullmatch(text)
    name = found[2][:3].lower() if found else ""
    if found and name in _MONTHS:
        return _day(found[3], str(_MONTHS.index(name) + 1), found[1])
    return _iso_day(text)


def _code(system: str, text: str) -> Party:
    if code := by_code(system, text):
        return Party("state", code)
    raise Unconverted(f"is no {_SYSTEMS[system]} of a state")


def _country(text: str) -> Party:
    if code := by_name(text):
        return Party("state", code)
    raise Unconverted("is no state by its name or ISO code")


def _party(text: str) -> Party:
    code = by_name(text.removeprefix("Government of "))
    return Party("state", code) if code else Party("name", text)


def _qid(text: str) -> str:
    if found := _ITEM.fullmatch(text):
        return f"http://www.wikidata.org/entity/{found[1]}"
    raise Unconverted("is no item of Wikidata, such as Q159")


def _iri(text: str) -> str:
    if _IRI.fullmatch(text):
        return text
    raise Unconverted("is no IRI")


def _name(text: str) -> str:
    """A name with single spaces; one in the order "Surname, Given" is turned round.

    >>> _name("Brook,  Ada")
    'Ada Brook'
    """
    last, comma, first = text.partition(", ")
    return " ".join((f"{first} {last}" if comma and "," not in first else text).split())


_SYSTEMS: Final = {
    "iso2": "ISO 3166 alpha-2 code",
    "iso3": "ISO 3166 alpha-3 code",
    "fips": "FIPS 10-4 code",
    "gw": "number of Gleditsch and Ward",
    "cameo": "CAMEO code",
    "number": "ISO 3166 number",
}
CONVERTERS: Final[Mapping[str, Callable[[str], Converted]]] = {
    "text": lambda text: " ".join(text.split()),
    "name": _name,
    "date": _iso_day,
    "day_first": _day_first,
    "month_first": _month_first,
    "compact_date": _compact,
    "spelt_date": _spelt,
    **{system: partial(_code, system) for system in _SYSTEMS},
    "country": _country,
    "party": _party,
    "body": lambda text: Party("name", " ".join(text.split())),
    "ref": lambda text: Party("ref", text),
    "qid": _qid,
    "iri": _iri,
    "column": lambda text: text,
    "opensanctions": lambda text: _OPENSANCTIONS + quote(text, safe="-._~"),
}
"""What a mapping may write behind ``as``."""
