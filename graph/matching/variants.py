"""Which items on the table are one another's variants: same matter, nearly the same words, other terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final

from .amounts import main_amount
from .closeness import apart_by_days, gap
from .links import Link
from .tellings import Telling

ON_THE_TABLE: Final = frozenset(("propose", "offer", "demand", "request", "commit", "agree", "agreeToConsider"))
"""Acts whose item has terms that can be compared; what is carried out in stages is no variant."""
_NEAR_DAYS: Final = 2
"""Within so many days two outlets that tell of other terms differ on one offer."""
_RETOLD_DAYS: Final = 7
_FARTHEST_DAYS: Final = 120


def find_variants(tellings: Sequence[Telling]) -> Iterator[Link]:
    """Yield the later item with the earlier one of which it is a variant."""
    acts = [
        one for one in tellings if one.sort in ON_THE_TABLE and one.standing != "denied" and one.amounts and one.day
    ]
    table = Table(acts)
    for one, other in combinations(acts, 2):
        earlier, later = sorted((one, other), key=table.since)
        if one.about == other.about or apart_by_days(one, other) > _FARTHEST_DAYS or table.one_offer(one, other):
            continue
        score, because = _likeness(earlier, later)
        if because and not table.superseded(earlier, later) and not table.told_otherwise(earlier, later):
            yield Link(later.about, earlier.about, "variantOf", score, because)


class Table:
    """What lies on the table, and since when."""

    def __init__(self, acts: Sequence[Telling]) -> None:
        self._acts = acts
        self._since: dict[tuple[tuple[str, ...], tuple[tuple[str, str], ...]], str] = {}
        for one in acts:
            key = one.parties, one.amounts
            self._since[key] = min(one.day, self._since.get(key, one.day))

    def since(self, told: Telling) -> tuple[str, str]:
        """Return the day on which its side is first told to have named these amounts, and its item."""
        return self._since[told.parties, told.amounts], told.about

    def one_offer(self, one: Telling, other: Telling) -> bool:
        """True when two sources tell other amounts of what one side has put forward at one time."""
        if one.source == other.source or not set(one.parties) & set(other.parties) or not differ(one, other):
            return False
        near = apart_by_days(one, other) <= _RETOLD_DAYS
        return near and gap(self.since(one)[0], self.since(other)[0]) <= _NEAR_DAYS

    def superseded(self, earlier: Telling, later: Telling) -> bool:
        """True when the side of the earlier item has named other amounts before the later one came."""
        return any(
            set(one.parties) & set(earlier.parties)
            and self.since(earlier)[0] < self.since(one)[0] < self.since(later)[0]
            and not self.one_offer(earlier, one)
            and bool(_likeness(earlier, one)[1])
            for one in self._acts
        )

    def told_otherwise(self, earlier: Telling, later: Telling) -> bool:
        """True when one of the two is only another outlet's figure for what is the same as the other."""
        return any(
            self.one_offer(told, one) and set(one.amounts) & set(that.amounts) and set(one.parties) & set(that.parties)
            for told, that in ((earlier, later), (later, earlier))
            for one in self._acts
        )


def differ(one: Telling, other: Telling) -> bool:
    """True when two items have other amounts of one unit."""
    return bool(_units(one) & _units(other)) and not set(one.amounts) & set(other.amounts)


def common_words(one: Telling, other: Telling) -> tuple[float, int]:
    """Return the share of the words of the shorter label that stand in the other, units left out, and their number."""
    mine, yours = _matter(one, other), _matter(other, one)
    both = len(mine & yours)
    return (both / min(len(mine), len(yours)) if mine and yours else 0.0), both


def _same_table(one: Telling, other: Telling) -> bool:
    """True when one source tells of the other's side too, and both of somebody else in common."""
    mine, yours = set(one.parties), set(other.parties)
    if mine & yours:
        return bool((set(one.around) - mine) & (set(other.around) - yours))
    return mine <= set(other.around) or yours <= set(one.around)


def _matter(one: Telling, other: Telling) -> frozenset[str]:
    """Return the words of the first label that are no unit of either."""
    return without_units(one.words, tuple(unit for told in (one, other) for _, unit in told.amounts))


@lru_cache(maxsize=16_384)
def without_units(words: tuple[str, ...], units: tuple[str, ...]) -> frozenset[str]:
    """Return the words that are no word of a unit."""
    told = [word for unit in units for word in unit.split()]
    return frozenset(word for word in words if not any(unit.startswith(word) for unit in told))


def _units(told: Telling) -> set[str]:
    return {unit for _, unit in told.amounts if unit}


def _likeness(one: Telling, other: Telling) -> tuple[float, str]:
    """Return how likely the second has other terms of the first, and why."""
    if not differ(one, other) or not set(one.issues) & set(other.issues) or not _same_table(one, other):
        return 0.0, ""
    share, count = common_words(one, other)
    same_side = bool(set(one.parties) & set(other.parties))
    counted_alone = same_side and not (_matter(one, other) and _matter(other, one))
    if not counted_alone and (share < (0.34 if same_side else 0.5) or not count):
        return 0.0, ""
    return (0.85 if same_side else 0.75), f"{', then '.join(main_amounts(one, other))}; {count} words in common"


def main_amounts(one: Telling, other: Telling) -> tuple[str, str]:
    """Return how the sources print the amounts of two items that are compared."""
    units = _units(one) & _units(other)
    return main_amount(one, units), main_amount(other, units)
