"""Who leads or speaks for which state, as the world knows it: whose side "President NAME" is on where no words tell."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from ....graph.records import Key
from ..lexicons.word_lists import lexicon
from .persons import fold

_LEADS: Final = ("president", "prime minister", "chancellor", "premier", "king", "prince", "emir")
"""Titles right before a name of those who lead a state."""
_SERVES: Final = ("minister", "secretary", "envoy", "representative", "adviser")
"""Titles of those who serve it."""
_OF_ANOTHER: Final = re.compile(
    r"(?<![.!?] )\b(?!the |a |an |its |new |vice |deputy |prime |crown )[a-z]{3,} (?:president|leader|chief|king) $"
)
"""A title of somebody else's before a name: "union president NAME"."""
_JUNIOR: Final = re.compile(r",? Jr\b")
_FORMER: Final = re.compile(r"\b(?:former(?:ly)?|ex-(?:president|prime)|late) [^.,]*$", re.IGNORECASE)
"""What stands before the name of somebody who is out of office."""
_AFTER: Final = 4
_BEFORE: Final = 40
"""Characters before a name that tell of its holder."""


@dataclass(frozen=True, slots=True)
class _Term:
    side: Key
    first: int
    last: int
    leads: bool


def side_of_leader(
    text: str, names: Iterable[tuple[int, int]], *, year: int | None, sides: Collection[Key]
) -> Key | None:
    """The side of a person who is named at these places: by a full name, or by a surname alone.

    A surname counts where its side is among the ``sides`` that the article names, and no other body's title stands
    before it. ``year`` is when the article was published; without one, a name counts that has only ever stood for one
    side.
    """
    places = [
        (fold(text[start:end]), text[max(0, start - _BEFORE) : start], text[end : end + _AFTER]) for start, end in names
    ]
    if any(_FORMER.search(before) or _OF_ANOTHER.search(before) or _JUNIOR.match(after) for _, before, after in places):
        return None
    whole = any(" " in name for name, _, _ in places)
    leads = next((title for _, before, _ in places if (title := _title(before)) is not None), None)
    found: set[Key] = set()
    for name in {name for name, _, _ in places}:
        led = _led(name, year, leads=leads)
        found |= led if " " in name or (not whole and led <= {*sides}) else set()
    return found.pop() if len(found) == 1 else None


def _title(before: str) -> bool | None:
    """Whether a title right before a name is that of who leads a state; ``None`` where there is none."""
    words = fold(before)
    return True if words.endswith(_LEADS) else False if words.endswith(_SERVES) else None


def _led(name: str, year: int | None, *, leads: bool | None) -> set[Key]:
    """What those of a name, or of a surname, lead or serve in a year."""
    full, surnames = _leaders()
    terms = full.get(name, ()) if " " in name else surnames.get(name, ())
    fits = (term for term in terms if leads is None or term.leads == leads)
    return {term.side for term in fits if year is None or term.first <= year <= term.last}


@cache
def _leaders() -> tuple[Mapping[str, tuple[_Term, ...]], Mapping[str, tuple[_Term, ...]]]:
    """The terms of everybody by the full name, and by the surname."""
    full: dict[str, list[_Term]] = {}
    surnames: dict[str, list[_Term]] = {}
    for person in lexicon("leaders")["people"]:
        of = person["of"]
        side = Key(f"state/{of}" if of.isupper() else f"organization/{of}")
        years = (span.split("-") for span in person["years"])
        terms = [_Term(side, int(first), int(last or 9999), person.get("leads", False)) for first, last in years]
        names = {fold(name) for name in person["names"]}
        for name in names:
            full.setdefault(name, []).extend(terms)
        for surname in {name.split()[-1] for name in names}:
            surnames.setdefault(surname, []).extend(terms)
    return {k: tuple(v) for k, v in full.items()}, {k: tuple(v) for k, v in surnames.items()}
