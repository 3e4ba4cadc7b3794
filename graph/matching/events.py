"""Which tellings are of one event: number, days and kind, never the place alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Final

from .closeness import gap
from .matches import Likeness, Match, grouped
from .tellings import Telling

_SITTING: Final = "sitting"
_CLASSES: Final = {
    **dict.fromkeys(("round", "talks", "meeting", "summit", "conference", ""), _SITTING),
    **dict.fromkeys(("signing", "agreement", "ceasefire"), "settling"),
}
"""Kinds of events that outlets call by each other's names."""
_ONE_SERIES: Final = 270
"""Within so many days the same number is the same round."""
_PRECISE: Final = 7
"""An event that is told to lie within so many days has a date."""
_NEWS: Final = 3
"""So many days after an event it is simply "the talks"."""
_TOLD: Final = frozenset(("asserted", "claimed"))


def match_events(tellings: Sequence[Telling]) -> list[Match]:
    """Return which are one among the events between the same two parties."""
    real = [one for one in tellings if one.standing != "conditional"]
    pairs = []
    for one, other in combinations(range(len(real)), 2):
        first, second = real[one], real[other]
        if first.source != second.source and not at_odds(first, second):
            likeness = _likeness(first, second)
            if likeness.score:
                pairs.append((one, other, likeness))
    pairs += _by_context(real)
    return grouped([one.node for one in real], pairs, lambda one, other: at_odds(real[one], real[other]))


def _class(told: Telling) -> str:
    return _CLASSES.get(told.sort, told.sort)


def at_odds(one: Telling, other: Telling) -> str:
    """Return why two cannot be one event: number, kind, days or parties."""
    if one.ordinal and other.ordinal and one.ordinal != other.ordinal:
        return f"one is number {one.ordinal}, the other number {other.ordinal}"
    if _class(one) != _class(other):
        return f"one is {one.sort}, the other {other.sort}"
    if one.first and other.first and (one.last < other.first or other.last < one.first):
        return f"one is on {one.first}, the other on {other.first}"
    mine, yours = set(one.parties), set(other.parties)
    if len(mine) > 1 and len(yours) > 1 and not (mine <= yours or yours <= mine):
        return "their parties differ"
    if one.source == other.source and one.ordinal == other.ordinal and one.first == other.first:
        return "one source tells them apart"
    if {one.standing, other.standing} == {"denied", "asserted"} and one.source == other.source:
        return "one is denied"
    return ""


def _likeness(one: Telling, other: Telling) -> Likeness:
    because: list[str] = []
    score = 0.0
    both_dated = bool(one.first and other.first)
    if one.ordinal and one.ordinal == other.ordinal and (both_dated or _series(one, other)):
        score = 0.95 if both_dated else 0.88
        because.append(f"number {one.ordinal} between the same parties")
    if both_dated and max(_length(one), _length(other)) <= _PRECISE:
        score = max(score, 0.9 if one.sort == other.sort else 0.84)
        because.append(f"both on {max(one.first, other.first)}")
    if score and one.place and one.place == other.place:
        score = min(score + 0.04, 0.99)
        because.append(f"both in {one.place}")
    return Likeness(score, tuple(because))


def _length(told: Telling) -> int:
    return gap(told.first, told.last)


def _series(one: Telling, other: Telling) -> bool:
    """True when two tellings lie near enough in time for one number to be one round."""
    days = [told.first or told.day for told in (one, other)]
    return not all(days) or gap(days[0], days[1]) <= _ONE_SERIES


def _by_context(real: Sequence[Telling]) -> list[tuple[int, int, Likeness]]:
    """Return the pairs of a telling without number or day and the only dated ones that it can mean."""
    found = []
    for one, told in enumerate(real):
        if told.ordinal or told.standing not in _TOLD or (told.first and _length(told) <= _PRECISE):
            continue
        near = [other for other, that in enumerate(real) if _can_mean(told, that)]
        if near and len({real[other].first for other in near}) == 1:
            why = "the only one of these weeks" if told.first else "the only one of the days before"
            for other in near:
                same_place = bool(told.place) and told.place == real[other].place
                elsewhere = bool(told.place and real[other].place) and not same_place
                found.append((one, other, Likeness(0.6 if elsewhere else 0.78 if same_place else 0.72, (why,))))
    return found


def _can_mean(told: Telling, that: Telling) -> bool:
    """True when "the talks", or "the talks in March", can be these: of that time, or just over when it was published."""
    if not that.first or _length(that) > _PRECISE or that.source == told.source or that.standing not in _TOLD:
        return False
    if _class(that) != _class(told) or at_odds(told, that):
        return False
    return bool(told.first) or (bool(told.day) and that.last <= told.day and gap(that.last, told.day) <= _NEWS)
