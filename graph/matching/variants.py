"""Which items on the table are one another's variants: same matter, nearly the same words, other terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from .closeness import apart_by_days
from .links import Link
from .tellings import Telling

ON_THE_TABLE: Final = frozenset(("propose", "offer", "demand", "request", "commit", "agree", "agreeToConsider"))
"""Acts whose item has terms that can be compared; what is carried out in stages is no variant."""
_NEAR_DAYS: Final = 2
"""Within so many days two outlets that tell of other terms differ on one offer."""
_FARTHEST_DAYS: Final = 120


def find_variants(tellings: Sequence[Telling]) -> Iterator[Link]:
    """Yield the later item with the earlier one of which it is a variant."""
    acts = [one for one in tellings if one.sort in ON_THE_TABLE and one.standing != "denied" and one.amounts]
    for one, other in combinations(acts, 2):
        if one.about == other.about or apart_by_days(one, other) > _FARTHEST_DAYS or one_offer(one, other):
            continue
        score, because = _likeness(one, other)
        if because:
            later, earlier = sorted((one, other), key=lambda told: (told.day, told.about), reverse=True)
            yield Link(later.about, earlier.about, "variantOf", score, because)


def one_offer(one: Telling, other: Telling) -> bool:
    """True when two sources tell other terms of what one side has put forward at one time."""
    same_side = bool(set(one.parties) & set(other.parties))
    return one.source != other.source and same_side and apart_by_days(one, other) <= _NEAR_DAYS and differ(one, other)


def differ(one: Telling, other: Telling) -> bool:
    """True when two items have other amounts of one unit."""
    return bool(_units(one) & _units(other)) and not set(one.amounts) & set(other.amounts)


def common_words(one: Telling, other: Telling) -> tuple[float, int]:
    """Return the share of the words of the shorter label that stand in the other, units left out, and their number."""
    units = {word for told in (one, other) for _, unit in told.amounts for word in unit.split()}
    mine, yours = ({word for word in told.words if not _is_unit(word, units)} for told in (one, other))
    both = len(mine & yours)
    return (both / min(len(mine), len(yours)) if mine and yours else 0.0), both


def _is_unit(stem: str, units: set[str]) -> bool:
    return any(unit.startswith(stem) for unit in units)


def _units(told: Telling) -> set[str]:
    return {unit for _, unit in told.amounts}


def _likeness(one: Telling, other: Telling) -> tuple[float, str]:
    if not differ(one, other) or not set(one.issues) & set(other.issues):
        return 0.0, ""
    share, count = common_words(one, other)
    same_side = bool(set(one.parties) & set(other.parties))
    if share < (0.34 if same_side else 0.5) or not count:
        return 0.0, ""
    amounts = [" and ".join(value for value, _ in told.amounts) for told in sorted((one, other), key=_order)]
    return (0.85 if same_side else 0.75), f"{amounts[0]}, then {amounts[1]}; {count} words in common"


def _order(told: Telling) -> tuple[str, str]:
    return told.day, told.about
