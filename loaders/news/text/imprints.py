"""Lines that say who has published an article and when: datelines, bylines, names of outlets, and lines of several.

Layout and the names of outlets in the lexicons tell; which outlet a name is, and which day, is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from ..lexicons.word_lists import lexicon, wordset
from .spellings import spellings

Imprint: TypeAlias = Literal["date", "byline", "outlet"]

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
_DATE_WORDS = re.compile(
    rf"(?:\b{_MONTH}\b\.?|\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\b|"
    r"\b(?:updated|published|modified|posted|last|date|on|at|of|am|pm|"
    r"gmt|utc|[a-z]{1,3}[sd]t|et|cet|msk|eet|local|time|minutes?|hours?|ago|st|nd|rd|th)\b|\b[ap]\.m\.|"
    r"\d|[\s:.,/()|\-–—•·+])+",
    re.IGNORECASE,
)
_PLACED = re.compile(r"[A-ZÀ-Þ][\w'’.-]*(?:,? \(?[A-ZÀ-Þ][\w'’.-]*\)?){0,3}(?:,|:| [-–—]) (?=\S)")
"""The place in "Geneva, October 14-15, 2003"."""
_NAMED_MONTH = re.compile(rf"\b{_MONTH}\b", re.IGNORECASE)
_BYLINE = re.compile(r"(?:By|BY|by|Written by)\s+[A-Z][\w.'’-]*(?:(?:,|,? and|,? with|)\s+[A-Z][\w.'’-]*){1,8}")
_ONE_NAME = re.compile(r"By\s+[A-Z][\w'’-]+")
_OUTLET = re.compile(r"(?:The |the )?[A-Z0-9][\w.&'’-]*(?:\s+(?:of|and|the|&|[A-Z0-9][\w.&'’-]*)){0,5}")
_APART = re.compile(r"\s*(?:[|•·]|\s[–—-]\s)\s*")
_AFTER = re.compile(r",\s+|\s+(?:for|of)\s+(?:the\s+)?")
"""Between a name and the outlet that it writes for."""
_ABOUT = re.compile(
    r"(?:[A-ZÀ-Þ][\w.’'-]*|and|of|the)(?: (?:[A-ZÀ-Þ][\w.’'-]*|and|of|the)){0,4}|"
    r"(?:[\w’'-]+ ){0,4}(?:desk|editor|correspondent|writer|staff|reporter)s?"
)
"""What else stands beside author, outlet and date: a city, a section, a role, a second author."""
_STAFF = re.compile(r"(?:By |by )?(?P<outlet>.+?) (?:staff|Staff|correspondent|reporter|staff writer)s?")
_CITY_BEHIND = re.compile(r" \([A-ZÀ-Þ][\w’' -]*\)$")
"""The city of "Premium Times (Abuja)"."""
_COMMA = re.compile(r",\s+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MARKS = "*_ "
"""Marks of emphasis about a line."""
_DAYS = r"\d{1,2}(?:\s?[–-]\s?\d{1,2})?"
_DAY_OF_YEAR = rf"(?:{_MONTH}\.?\s+{_DAYS}|{_DAYS}\s+{_MONTH}\.?)(?:,?\s*\d{{4}})?"
_PRINTED = r"\((?P<outlet>[^)]{2,40})\)|/(?P<outlet2>[^/]{2,40})/"
_CITY = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.\- ]+"
_COUNTRY = r",\s*(?:(?:[A-Z]\.){2}|[A-Z][^\W\d_]*(?:\s+[A-Z][^\W\d_]*){0,2}(?!\w|\.?\s+\d))"
_DASH = r"(?:(?:[-–—]{1,2}|\.)(?:\s+|$)|(?<=[)/] )[-–—]|(?<=\d{4}):\s+)"
_REGION = rf"(?:,\s+(?!(?i:{_DAY_OF_YEAR}))[^\W\d_][\w’'-]*(?:\s[\w’'-]+){{0,4}}(?=,\s+(?i:{_DAY_OF_YEAR})|\s+\())"
"""More of where: ", northern Sudan", ", Chad-Sudan border"."""
_SET_OFF = re.compile(
    r"(?:^|[|·•,.:(/–—-] ?|\b(?:published|posted|filed|updated) (?:on )?)"
    r"(?P<date>(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    rf"(?:{_MONTH}\.?\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}\s+{_MONTH}\.?,?\s+\d{{4}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}))"
    r"(?=$|\s*[|·•,.:;)–—-])",
    re.IGNORECASE,
)
"""A whole day between the marks of a line that tells of the article: "Lake Mirror, Doha. 3 May 2031. City desk"."""
_RUNNING = re.compile(r"(?:\b[a-zß-ÿ][\w’'-]*\s+){4}")
"""Small words one after another, as a sentence has and no imprint."""
_AGENCY_DATELINES = (
    re.compile(  # GENEVA, March 3 (Reuters) - ; NAIROBI, Kenya -
        rf"^(?P<place>{_CITY}(?:/{_CITY})?(?:{_COUNTRY})?){_REGION}?(?:[,.]\s*(?P<date>(?i:{_DAY_OF_YEAR})))?"
        rf"\s*(?:{_PRINTED})?\s*{_DASH}"
    ),
    re.compile(  # GENEVA (Lake Press), 3 March 2031 -
        rf"^(?P<place>{_CITY}(?:/{_CITY})?(?:{_COUNTRY})?){_REGION}?\s*(?:{_PRINTED}),"
        rf"\s*(?P<date>(?i:{_DAY_OF_YEAR}))\s*{_DASH}"
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


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an imprint: ``line[start:end]``."""

    kind: Imprint
    start: int
    end: int


def is_dateline(line: str) -> bool:
    """True when a line holds a date or time and nothing else, or a place before them."""
    if len(line) >= 90 or not re.search(r"\d", line):
        return False
    place = _PLACED.match(line)
    rest = line[place.end() :] if place else ""
    placed = _NAMED_MONTH.search(rest) and _DATE_WORDS.fullmatch(rest)
    return bool(_DATE_WORDS.fullmatch(line) or placed)


def agency_dateline(line: str) -> re.Match[str] | None:
    """The place, date and agency that a paragraph begins with: "GENEVA, May 3 (Reuters) -", "Doha, Qatar -"."""
    match = next((m for pattern in _AGENCY_DATELINES if (m := pattern.match(line))), None)
    if match and (match["outlet"] or match["outlet2"] or match["date"] or is_shouted(match["place"])):
        return match
    placed = _CITY_OF_STATE.match(line)
    of_state = (
        placed is not None and placed["state"] in _states() and placed["place"].partition(",")[0] not in _states()
    )
    return placed if of_state else None


def is_shouted(place: str) -> bool:
    """True for "RIO DE JANEIRO, Brazil": a city in capitals, with or without its country."""
    city = place.partition(",")[0]
    return city.isupper() and sum(c.isalpha() for c in city) >= 4


def imprint(line: str) -> tuple[Piece, ...]:
    """The parts of a line that tells author, outlet or date and nothing else; empty for any other line.

    >>> [piece.kind for piece in imprint("By Ana Rau | Lake Herald | March 5, 2025")]
    ['byline', 'outlet', 'date']
    """
    if len(line) > 160:
        return ()
    return _in_parts(line) or _set_off(line)


def _set_off(line: str) -> tuple[Piece, ...]:
    """The one day that stands apart in a line of names and places; a line that is nothing but a day is no imprint."""
    told = _RUNNING.search(line) or agency_dateline(line) or line.endswith((".", "?", "!"))
    days = [] if told or is_dateline(line) else list(_SET_OFF.finditer(line))
    return (Piece("date", days[0].start("date"), days[0].end("date")),) if len(days) == 1 else ()


def _in_parts(line: str) -> tuple[Piece, ...]:
    bare = line.strip(_MARKS)
    first = line.find(bare)
    found: list[Piece] = []
    beside = False
    for start, end in _parts(bare, _APART):
        part = bare[start:end]
        listed = _listed(part, beside=bool(found))
        told = any(p.kind == "outlet" for p in listed)
        piece = listed if told else _piece(part, authored=any(p.kind == "byline" for p in found)) or listed
        if not piece and not _ABOUT.fullmatch(part):
            return ()
        beside = beside or not piece
        found += [Piece(one.kind, first + start + one.start, first + start + one.end) for one in piece]
    only_dated = {p.kind for p in found} == {"date"}
    if (only_dated and is_dateline(line)) or (beside and not any(_YEAR.search(line[p.start : p.end]) for p in found)):
        return ()
    return tuple(found)


def _piece(part: str, *, authored: bool) -> tuple[Piece, ...]:
    whole = (0, len(part))
    if _is_outlet(part):
        return (Piece("outlet", *whole),)
    for gap in _AFTER.finditer(part):  # "By Ana Rau, Reuters"; "Reuters, 3 March 2025"
        first, second = part[: gap.start()], part[gap.end() :]
        if _is_byline(first) and _is_outlet(second):
            return (Piece("byline", 0, gap.start()), Piece("outlet", gap.end(), len(part)))
        if _is_outlet(first) and gap[0].startswith(",") and is_dateline(second):
            return (Piece("outlet", 0, gap.start()), Piece("date", gap.end(), len(part)))
    if is_dateline(part):
        return (Piece("date", *whole),)
    if _is_byline(part):
        return (Piece("byline", *whole),)
    return (Piece("outlet", *whole),) if authored and _OUTLET.fullmatch(part) else ()


def _listed(part: str, *, beside: bool) -> tuple[Piece, ...]:
    """Author, outlet, day and place with commas between them: "By A B, Lake Mirror, Kampala", "3 May 2030, Doha".

    A name that nobody knows is an outlet's only ``beside`` an author, a day or its city.
    """
    found: list[Piece] = []
    placed = False
    for start, end in _parts(part, _COMMA):
        cell = part[start:end]
        name, staff = _CITY_BEHIND.sub("", cell), _STAFF.fullmatch(cell)
        placed = placed or name != cell or (staff is not None and _is_outlet(staff["outlet"]))
        if _is_outlet(name) or ((found or beside or placed) and _sounds_like_one(name)):
            found.append(Piece("outlet", start, start + len(name)))
        elif staff is not None and _is_outlet(staff["outlet"]):
            found.append(Piece("outlet", start + staff.start("outlet"), start + staff.end("outlet")))
        elif _is_byline(cell):
            found.append(Piece("byline", start, end))
        elif is_dateline(cell) and found and found[-1].kind == "date":
            found[-1] = Piece("date", found[-1].start, end)  # "December 3, 2029"
        elif is_dateline(cell):
            found.append(Piece("date", start, end))
        elif not _ABOUT.fullmatch(cell):
            return ()
    alone = [p.kind for p in found] == ["outlet"] and not (beside or placed)
    return () if alone else tuple(found)


def _is_byline(part: str) -> bool:
    return bool(_BYLINE.fullmatch(part) or _ONE_NAME.fullmatch(part)) and not part.endswith((".", "?", "!"))


def _sounds_like_one(part: str) -> bool:
    """True for a name with a word of newspapers, broadcasters and agencies: "Davao Mirror", "Carbon & Capital"."""
    words = {word.lower() for word in part.split()}
    return bool(_OUTLET.fullmatch(part)) and bool(words & (wordset("words", "layout", "outlets") | {"&"}))


def _is_outlet(part: str) -> bool:
    return bool({part.lower(), part.lower().removeprefix("the ")} & _outlets())


@cache
def _outlets() -> frozenset[str]:
    sections = (section for section in lexicon("outlets").values() if isinstance(section, dict))
    entries = (entry for section in sections for entry in section.values())
    names = (name for entry in entries for name in (entry["name"], *entry.get("also", ())) if not name.islower())
    return frozenset(spelling.lower() for name in names for spelling in spellings(name))


def _parts(line: str, mark: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    last = 0
    for gap in mark.finditer(line):
        yield last, gap.start()
        last = gap.end()
    yield last, len(line)


@cache
def _states() -> frozenset[str]:
    tables = (section for section in lexicon("states").values() if isinstance(section, dict))
    entries = (entry for table in tables for entry in table.values() if isinstance(entry, dict))
    names = (name for entry in entries for name in (entry.get("label", ""), *entry.get("also", ())))
    return frozenset((*lexicon("countries").values(), *names))
