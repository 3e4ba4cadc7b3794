"""Who leads or speaks for which state, as the world knows it: whose side "President NAME" is on where no words tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from ....graph.records import Key
from ..lexicons.word_lists import lexicon
from .persons import fold

_TITLES: Final = (
    "president",
    "prime minister",
    "chancellor",
    "premier",
    "secretary",
    "minister",
    "vice president",
    "vice-president",
)
"""Words before a surname that may stand for the whole name of a leader."""
_FORMER: Final = ("former", "ex-president", "ex-prime", "late")
_BEFORE: Final = 40
"""Characters before a name in which "former" tells that somebody is out of office."""


@dataclass(frozen=True, slots=True)
class _Term:
    side: Key
    first: int
    last: int


def side_of_leader(text: str, names: Iterable[tuple[int, int]], year: int | None) -> Key | None:
    """The side of a person who is named at these places, by a full name or by a surname behind a title.

    ``year`` is when the article was published; without one, a name counts that has only ever stood for one side.
    """
    places = list(names)
    if any(_is_former(text[max(0, start - _BEFORE) : start]) for start, _ in places):
        return None
    sides = {side for start, end in places if (side := _side(text[start:end], text[:start][-_BEFORE:], year))}
    return sides.pop() if len(sides) == 1 else None


def _side(name: str, before: str, year: int | None) -> Key | None:
    full, surnames = _leaders()
    plain = fold(name)
    titled = fold(before).endswith(_TITLES)
    terms = full.get(plain, ()) if " " in plain else surnames.get(plain, ()) if titled else ()
    sides = {term.side for term in terms if year is None or term.first <= year <= term.last}
    return sides.pop() if len(sides) == 1 else None


def _is_former(before: str) -> bool:
    clause = before.lower().replace(".", ",").rpartition(",")[2].split()
    return any(word.startswith(_FORMER) for word in clause)


@cache
def _leaders() -> tuple[Mapping[str, tuple[_Term, ...]], Mapping[str, tuple[_Term, ...]]]:
    """The terms of everybody by the full name, and by the surname."""
    full: dict[str, list[_Term]] = {}
    surnames: dict[str, list[_Term]] = {}
    for person in lexicon("leaders")["people"]:
        of = person["of"]
        side = Key(f"state/{of}" if of.isupper() else f"organization/{of}")
        years = (span.split("-") for span in person["years"])
        terms = [_Term(side, int(first), int(last or 9999)) for first, last in years]
        names = {fold(name) for name in person["names"]}
        for name in names:
            full.setdefault(name, []).extend(terms)
        for surname in {name.split()[-1] for name in names}:
            surnames.setdefault(surname, []).extend(terms)
    return {k: tuple(v) for k, v in full.items()}, {k: tuple(v) for k, v in surnames.items()}
