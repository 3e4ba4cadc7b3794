"""Lines that say who has published an article and when: bylines, names of outlets, days, and lines of several.

Layout and the names in the lexicons tell; which outlet a name is, and which day, is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal, TypeAlias

from ..lexicons.word_lists import lexicon, wordset
from .datelines import is_dateline, is_weekday, state_names
from .spellings import spellings

Imprint: TypeAlias = Literal["date", "byline", "outlet"]
_Kind: TypeAlias = Literal["date", "byline", "outlet", "sounding", "name", "person", "place", "about", "text"]

_NAME = r"[A-ZÀ-Þ][\w.'’-]*"
_BYLINE = re.compile(rf"(?:By|BY|by|Written by)\s+{_NAME}(?:(?:,|,? and|,? with|)\s+{_NAME}){{1,8}}")
_ONE_NAME = re.compile(r"By\s+[A-Z][\w'’-]+")
_LABELLED = re.compile(
    r"(?:Report(?:er|ing)|Text|Words|Story|Writer|Author|Filed|Written|Photos?)(?: by |: )(?=[A-ZÀ-Þ])[^:.]+|"
    r"(?:By|From|by|from) (?:our|a|an|staff)\b[^:.]*\b(?:correspondent|reporter|writer|staff|desk|agencies|editor)s?\b"
    r"[^:.]*"
)
"""Who wrote it, in other words: "Reporter: NAME", "Text: NAME", "From our correspondent in Doha"."""
_HELPED_BY = re.compile(r"(?<=\w) with (?=[A-Z])[^|•·\d–—]*$")
"""Whose reports a byline says to have used, which are not who publishes it: "By NAME | with AP, NAME"."""
_OUTLET = re.compile(
    r"(?:The |the )?[A-Z0-9À-Þ][\w.&'’-]*(?:\s+(?:of|and|the|&|de|del|du|do|di|[A-Z0-9À-Þ][\w.&'’-]*)){0,5}"
)
_GAP = re.compile(r"[*_]*(?:\s*[|•·;]\s*|\s+/\s+|\s+(?:[–—]|-{1,2})\s+|(?<!Sept)(?:(?<=\w{4})|(?<=\d))\.\s+|,\s+)[*_]*")
"""What stands between author, outlet, city and day."""
_BEHIND = re.compile(r"[*_]*\s+\((?P<inside>[A-ZÀ-Þ][\w’' -]*)\)$")
"""The city, desk or agency of "Premium Times (Abuja)"."""
_STAFF = re.compile(
    r"(?:By |by )?(?P<outlet>.+?) (?:(?:\w+ )?(?:desk|editor|correspondent|reporter)s?|(?:staff|Staff)(?: writers?)?)"
)
_FOR = re.compile(r"\s+(?:for|of)\s+(?:the\s+)?")
"""Between a name and the outlet that it writes for."""
_FOREIGN = re.compile(r"(?:El|La|Le|Les|Il|Der|Die|Das|O|Al-\S+|L['’]\S+) ")
"""The article that names of papers begin with where they are not English."""
_PLAIN = re.compile(r"[A-ZÀ-Þ][\w'’.-]*(?: [\w&’'-]+){1,4}")
"""A name of which not all is capitalised: "Nordic fisheries news"."""
_ABOUT = re.compile(
    rf"(?:{_NAME}|and|of|the|in)(?:(?: ?/ ?| )(?:{_NAME}|and|of|the|in)){{0,6}}|"
    r"(?:[\w’'-]+ ){0,4}(?:\w*desk|editor|correspondent|writer|staff|reporter|agencies|edition|service|bureau)s?|"
    r"page \d+"
)
"""What else stands beside author, outlet and date: a city, a section, a role, a second author."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MARKS: Final = "*_ "
"""Marks of emphasis about a line."""
_LONGEST: Final = 160
_FEW: Final = 6
"""Words at most of what else stands beside a day: "Von unserem Korrespondenten NAME"."""
_CLOSED = re.compile(r"(?<=[a-z]{3})[.!?…][\"”’'»)]*$")
"""How a sentence ends, which no such line is."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an imprint: ``line[start:end]``."""

    kind: Imprint
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell of a line and what it is; ``apart`` from the one before by more than a comma."""

    kind: _Kind
    start: int
    end: int
    apart: bool


def imprint(line: str, *, beside: bool = False) -> tuple[Piece, ...]:
    """The parts of a line that tells author, outlet or date and nothing else; empty for any other line.

    A name alone is an outlet's only ``beside`` another such line.

    >>> [piece.kind for piece in imprint("By Ana Rau | Lake Herald | March 5, 2025")]
    ['byline', 'outlet', 'date']
    """
    bare = line.strip(_MARKS)
    if not bare or len(line) > _LONGEST:
        return ()
    helped = _HELPED_BY.search(bare) if bare.lower().startswith("by ") else None
    bare = bare[: helped.start()] if helped is not None else bare
    cells = tuple(_cells(bare))
    kinds = {cell.kind for cell in cells}
    dated = any(c.kind == "date" and _YEAR.search(bare[c.start : c.end]) for c in cells)
    outlet = _outlet_of(bare, cells, beside=beside or dated)
    told = dated or "byline" in kinds or (outlet is not None and (beside or len(cells) > 1 or "outlet" in kinds))
    loose = [bare[c.start : c.end] for c in cells if c.kind == "text"]
    short = dated and not _CLOSED.search(bare) and all(len(cell.split()) <= _FEW for cell in loose)
    if (loose and not short) or not told or (outlet is None and is_dateline(line)):
        return ()
    first = line.find(bare)
    found = [Piece(c.kind, c.start, c.end) for c in cells if c.kind in ("date", "byline")]
    found += [Piece("outlet", outlet.start, outlet.end)] if outlet is not None else []
    return tuple(Piece(p.kind, first + p.start, first + p.end) for p in sorted(found, key=lambda p: p.start))


def _outlet_of(line: str, cells: Sequence[_Cell], *, beside: bool) -> _Cell | None:
    """The cell that names who publishes: a known name, one that sounds like it, or one that stands where it would."""
    known = next((c for c in cells if c.kind == "outlet"), None)
    if known is not None:
        return known
    sounding = next((c for c in cells if c.kind == "sounding"), None)
    telling = {"date", "byline", "person", "place"} & {c.kind for c in cells}
    if sounding is not None and (telling or len(cells) == 1 or beside):
        return sounding
    authored = False
    for cell, following in zip(cells, (*cells[1:], None), strict=True):
        if cell.kind == "name":
            at_home = cell is cells[0] and following is not None and following.kind == "place"
            foreign = (authored or beside) and _FOREIGN.match(line[cell.start : cell.end])
            if at_home or foreign or (authored and cell.apart):
                return cell
        authored = authored or cell.kind in ("byline", "person")
    return None


def _cells(line: str) -> Iterator[_Cell]:
    """The cells of a line in order; the parts of a day are one: "Monday, 5 March 2025", "March 5, 2025"."""
    last: _Cell | None = None
    for start, end, apart in _parts(line):
        for cell in _read(line, start, end, apart=apart):
            if last is not None and last.kind == cell.kind == "date":
                last = replace(last, end=cell.end)
                continue
            if last is not None:
                yield last
            last = cell
    if last is not None:
        yield last


def _read(line: str, start: int, end: int, *, apart: bool) -> Iterator[_Cell]:
    """A cell, or the two of "By NAME for OUTLET"."""
    cell = line[start:end]
    for gap in _FOR.finditer(cell):
        if _is_byline(cell[: gap.start()]) and _is_known(cell[gap.end() :]):
            yield _Cell("byline", start, start + gap.start(), apart)
            yield _Cell("outlet", start + gap.end(), end, apart)
            return
    behind = _BEHIND.search(cell)
    if (
        behind is not None and _OUTLET.fullmatch(behind["inside"]) and _outlet_kind(behind["inside"]) is not None
    ):  # "GENEVA (Lake Wire)"
        yield _Cell("place", start, start + behind.start(), apart)
        yield _Cell("outlet", start + behind.start("inside"), start + behind.end("inside"), apart)
        return
    name = cell[: behind.start()] if behind else cell
    staff = _STAFF.fullmatch(cell)
    if staff is not None and (named := _outlet_kind(staff["outlet"])) is not None:
        yield _Cell(named, start + staff.start("outlet"), start + staff.end("outlet"), apart)
        return
    yield _Cell(_outlet_kind(name) or _kind(name), start, start + len(name), apart)
    if behind is not None:
        yield _Cell("place", start + behind.start(), end, apart)


def _outlet_kind(name: str) -> Literal["outlet", "sounding"] | None:
    if _is_known(name):
        return "outlet"
    return "sounding" if _sounds_like_one(name) else None


def _kind(cell: str) -> _Kind:
    """What a cell is that names no outlet."""
    words = cell.split()
    if is_dateline(cell) or is_weekday(cell):
        return "date"
    if _is_byline(cell) or _LABELLED.fullmatch(cell):
        return "byline"
    if any(place in _places() for place in re.split(r"\s?/\s?", cell)) and _ABOUT.fullmatch(cell):
        return "place"
    if 1 < len(words) <= 6 and words[0].lower() in _given_names() and _OUTLET.fullmatch(cell):
        return "person"
    if _OUTLET.fullmatch(cell) and len(words) <= 5:
        return "name"
    return "about" if _ABOUT.fullmatch(cell) else "text"


def _is_byline(part: str) -> bool:
    return bool(_BYLINE.fullmatch(part) or _ONE_NAME.fullmatch(part)) and not part.endswith((".", "?", "!"))


def _sounds_like_one(part: str) -> bool:
    """True for a name with a word of papers or broadcasters at its end: "Davao Mirror", "Carbon & Capital"."""
    words = re.split(r"[\s-]+", part.lower())
    telling = wordset("words", "layout", "outlets")
    ends = words[-1] in telling or words[0] in wordset("words", "layout", "outlets_first") or "&" in words
    ends = ends and len(words) > 1 and words[:-1] != ["english"]  # "World", "English service": a section
    return ends and bool(_OUTLET.fullmatch(part) or (_PLAIN.fullmatch(part) and words[-1] == "news"))


def _is_known(part: str) -> bool:
    return bool({part.lower(), part.lower().removeprefix("the ")} & _outlets())


@cache
def _outlets() -> frozenset[str]:
    sections = (section for section in lexicon("outlets").values() if isinstance(section, dict))
    entries = (entry for section in sections for entry in section.values())
    names = (name for entry in entries for name in (entry["name"], *entry.get("also", ())) if not name.islower())
    return frozenset(spelling.lower() for name in names for spelling in spellings(name))


@cache
def _given_names() -> frozenset[str]:
    return wordset("given_names", "women") | wordset("given_names", "men")


@cache
def _places() -> frozenset[str]:
    """States and their capitals."""
    tables = (table for table in lexicon("states").values() if isinstance(table, dict))
    entries = (entry for table in tables for entry in table.values() if isinstance(entry, dict))
    return state_names() | {capital for entry in entries for capital in entry.get("capital", ())}


def _parts(line: str) -> Iterator[tuple[int, int, bool]]:
    """Where the cells of a line stand, and whether more than a comma is before each."""
    last, apart = 0, True
    for gap in _GAP.finditer(line):
        yield last, gap.start(), apart
        last, apart = gap.end(), "," not in gap[0]
    yield last, len(line), apart
