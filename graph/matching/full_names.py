"""How far the full names of two people agree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from .matches import ASKED, Likeness
from .person_names import in_short, in_two_languages
from .spelling import alike, name_tokens, same_name
from .tellings import Telling

_EXACT: Final = 0.5
"""What it weighs that two full names are the same."""
_SPELT: Final = 0.45
_SHORT: Final = 0.4


def full_names(told: Telling) -> list[tuple[str, ...]]:
    """Its names with a first name: "A. Berg" is hardly more than a surname."""
    return [tokens for name in told.names if len(tokens := name_tokens(name)) > 1 and len(tokens[0]) > 1]


def is_either(told: Telling) -> bool:
    """True of "Ada Brook or Olaf Brook" and "one of two named Ada Brook", whom a source does not tell apart."""
    return not told.dataset and (" or " in told.label or told.label.startswith("one of two named "))


def asked_in_two_languages(names: Iterable[tuple[Sequence[str], Sequence[str]]]) -> Likeness | None:
    """Return that people are to be asked about one surname with one given name in two languages."""
    found = any(alike(a[-1], b[-1]) and in_two_languages(a[0], b[0]) for a, b in names)
    return Likeness(ASKED, ("same surname", "one given name in two languages")) if found else None


def can_be_one(one: Sequence[str], other: Sequence[str]) -> bool:
    """True for two full names that are alike, or of which one has the given name in short."""
    return same_name(one, other) or (alike(one[-1], other[-1]) and in_short(one[0], other[0]))


def names_alike(one: Sequence[str], other: Sequence[str]) -> tuple[float, str]:
    """Return what it weighs that two full names can be one, and how; an initial between them may be missing."""
    if _without_initials(one) == _without_initials(other):
        return _EXACT, "same full name"
    if same_name(one, other):
        return _SPELT, "full names are spelt alike"
    return _SHORT, "same surname and a given name in short"


def _without_initials(name: Sequence[str]) -> tuple[str, ...]:
    return tuple(part for part in name if len(part) > 1)
