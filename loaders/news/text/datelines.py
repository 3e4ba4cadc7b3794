"""Lines and beginnings of paragraphs that say where and when: "Geneva, 5 March 2025", "GENEVA, March 5 (Reuters) -"."""

from __future__ import annotations

import re
from functools import cache

from ..lexicons.word_lists import lexicon

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
_DATE_WORDS = re.compile(
    rf"(?:\b{_MONTH}\b\.?|\b(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?\b|"
    r"\b(?:updated|published|modified|posted|issue|last|date|on|at|of|am|pm|"
    r"gmt|utc|[a-z]{1,3}[sd]t|et|cet|msk|eet|"
    r"local|(?:\w+ )?time|min|minutes?|hours?|ago|read|st|nd|rd|th)\b|\b[ap]\.m\.|"
    r"\d|(?<=\d)[ap]m\b|[\s:.,/()|\-–—•·+])+",
    re.IGNORECASE,
)
_PLACED = re.compile(r"[A-ZÀ-Þ][\w'’.-]*(?:,? \(?[A-ZÀ-Þ][\w'’.-]*\)?){0,3}(?:,|:| [-–—]) (?=\S)")
"""The place in "Geneva, October 14-15, 2003"."""
_NAMED_MONTH = re.compile(rf"\b{_MONTH}\b", re.IGNORECASE)
_DAYS = r"\d{1,2}(?:\s?[–-]\s?\d{1,2})?"
_DAY_OF_YEAR = rf"(?:{_MONTH}\.?\s+{_DAYS}|{_DAYS}\s+{_MONTH}\.?)(?:,?\s*\d{{4}})?"
_PRINTED = r"\((?P<outlet>[^)]{2,40})\)|/(?P<outlet2>[^/]{2,40})/"
_CITY = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.\- ]+"
_COUNTRY = r",\s*(?:(?:[A-Z]\.){2}|[A-Z][^\W\d_]*(?:\s+[A-Z][^\W\d_]*){0,2}(?!\w|\.?\s+\d))"
_DASH = r"(?:(?:[-–—]{1,2}|\.)(?:\s+|$)|(?<=[)/] )[-–—]|(?<=\d{4}):\s+)"
_REGION = rf"(?:,\s+(?!(?i:{_DAY_OF_YEAR}))[^\W\d_][\w’'-]*(?:\s[\w’'-]+){{0,4}}(?=,\s+(?i:{_DAY_OF_YEAR})|\s+\())"
"""More of where: ", northern Sudan", ", Chad-Sudan border"."""
_AGENCY_DATELINES = (
    re.compile(  # GENEVA, March 3 (Reuters) - ; NAIROBI, Kenya -
        rf"^(?P<place>{_CITY}(?:/{_CITY})?(?:{_COUNTRY})?){_REGION}?(?:[,.]\s*(?P<date>(?i:{_DAY_OF_YEAR})))?"
        rf"\s*(?:{_PRINTED})?(?:,\s*(?P<day>(?i:{_DAY_OF_YEAR})))?\s*{_DASH}"
    ),
    re.compile(  # Geneva, Switzerland (AFP) -
        r"^(?P<place>[A-Z][^\W\d_]+(?:[ '’-][A-Z][^\W\d_]+)?(?:,\s*[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?)?)"
        rf"(?:,\s*(?P<date>(?i:{_DAY_OF_YEAR})))?\s*"
        r"\((?P<outlet>[A-Z]{2,6}|dpa|Anadolu|Bloomberg|Interfax|Kyodo|Reuters|Xinhua|Yonhap)(?P<outlet2>)\)"
        r"\s*[-–—]{1,2}\s+"
    ),
)

_CITY_OF_STATE = re.compile(  # Geneva, Switzerland -
    r"^(?P<place>[A-Z][^\W\d_]+(?:[ '’-][A-Z][^\W\d_]+){0,2},\s*"
    r"(?P<state>[A-Z][\w.]*(?: (?:[A-Z][\w.]*|and|of|the)){0,4}))"
    r"(?P<date>)(?P<outlet>)(?P<outlet2>)\s+[-–—]{1,2}\s+"
)


def is_dateline(line: str) -> bool:
    """True when a line holds a date or time and nothing else, or a place before them."""
    if len(line) >= 90 or not re.search(r"\d", line):
        return False
    place = _PLACED.match(line)
    rest = line[place.end() :] if place else ""
    placed = _NAMED_MONTH.search(rest) and _DATE_WORDS.fullmatch(rest)
    return bool(_DATE_WORDS.fullmatch(line) or placed)


def is_weekday(cell: str) -> bool:
    """True for "Saturday", "Published: Saturday", to which the rest of a day belongs."""
    return cell.rstrip(".").lower().endswith("day") and _DATE_WORDS.fullmatch(cell) is not None


def agency_dateline(line: str) -> re.Match[str] | None:
    """The place, date and agency that a paragraph begins with: "GENEVA, May 3 (Reuters) -", "Doha, Qatar -"."""
    match = next((m for pattern in _AGENCY_DATELINES if (m := pattern.match(line))), None)
    if match and (match["outlet"] or match["outlet2"] or match["date"] or is_shouted(match["place"])):
        return match
    placed = _CITY_OF_STATE.match(line)
    of_state = (
        placed is not None
        and placed["state"] in state_names()
        and placed["place"].partition(",")[0] not in state_names()
    )
    return placed if of_state else None


def is_shouted(place: str) -> bool:
    """True for "RIO DE JANEIRO, Brazil": a city in capitals, with or without its country."""
    city = place.partition(",")[0]
    return city.isupper() and sum(c.isalpha() for c in city) >= 4


@cache
def state_names() -> frozenset[str]:
    """The names of states, as they stand behind a city."""
    tables = (section for section in lexicon("states").values() if isinstance(section, dict))
    entries = (entry for table in tables for entry in table.values() if isinstance(entry, dict))
    names = (name for entry in entries for name in (entry.get("label", ""), *entry.get("also", ())))
    return frozenset((*lexicon("countries").values(), *names))
