"""Which tellings are of one event: number, days and kind, never the place alone."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

from .closeness import gap, shared_talks
from .crowds import Crowd, crowds
from .matches import Likeness, Match, grouped
from .tellings import Telling, pairs_of

_SITTING: Final = "sitting"
_CLASSES: Final = {
    **dict.fromkeys(("round", "talks", "meeting", "summit", "conference", ""), _SITTING),
    **dict.fromkeys(("signing", "agreement", "ceasefire"), "settling"),
}
"""Kinds of events that outlets call by each other's names."""
_TWO_WORDS: Final = {"meeting", "talks"}
"""Some days later "the talks" may be others than the meeting of two people."""
_GATHERINGS: Final = frozenset(("summit", "conference", "congress"))
_NAME: Final = re.compile(r"\b(?:[A-Z]{2,}|[A-Z]+[0-9]+|[A-Z][a-z]+(?=.* (?:Summit|Conference|Congress)))\b")
"""What names a gathering: an acronym, or a word in capitals before what it is."""
_ONE_SERIES: Final = 270
"""Within so many days the same number is the same round."""
_PRECISE: Final = 7
"""An event that is told to lie within so many days has a date."""
_MONTH: Final = 31
_SLIP: Final = 3
"""So many days apart two sources may put one numbered round."""
_WEEK: Final = 7
"""So many days a weekday may have been taken wrongly."""
_IN_DOUBT: Final = 0.65
_NEXT: Final = 100
"""Further apart in days than so many there may have been other rounds between one and the next."""
_NEWS: Final = 3
"""So many days after an event it is simply "the talks"."""
_TOLD: Final = frozenset(("asserted", "claimed"))


def match_events(tellings: Sequence[Telling]) -> list[Match]:
    """Return which are one among the events between the same two parties."""
    real = crowds((one for one in tellings if one.standing != "conditional"), _said)
    told = [one.told for one in real]
    pairs = [
        (one, other, found)
        for one, other in combinations(range(len(told)), 2)
        if not real[one].shares_source(real[other])
        and not at_odds(told[one], told[other])
        and (found := _likeness(told[one], told[other])).score
    ]
    pairs += _by_context(real)
    alike = (
        match for one in real for match in one.matches("same parties", "same number or day", "same kind and place")
    )
    return [*grouped([one.node for one in told], pairs, lambda some, others: _clash(real, some, others)), *alike]


def _said(told: Telling) -> Hashable | None:
    """What makes tellings of an event one: its parties, and a number or a day; of a gathering its name too."""
    if len(told.parties) < 2 or not (told.ordinal or (told.first and told.first == told.last)):
        return None
    days = told.first, told.last, told.worked_out
    return told.parties, told.others, told.ordinal, days, told.sort, told.place, told.standing, _names(told)


def _clash(real: Sequence[Crowd], some: Sequence[int], others: Sequence[int]) -> str:
    """Return why the tellings of two groups cannot all be one; a number that one of each gives holds for all."""
    mine, yours = ({real[one].told.ordinal for one in group} - {0} for group in (some, others))
    numbered = bool(mine & yours)
    first, second = (_as_it_stands([real[one] for one in group]) for group in (some, others))
    return next((why for one in first for other in second if (why := _apart(one, other, numbered))), "")


def _as_it_stands(group: Sequence[Crowd]) -> list[Crowd]:
    """Return a group without the days of plans of a numbered event that a later source of it tells otherwise."""
    latest = max((one.told for one in group if one.told.ordinal and one.told.first), key=_told_on, default=None)
    return [_without_days(one) if latest and _overtaken(one.told, latest) else one for one in group]


def _told_on(told: Telling) -> tuple[str, str]:
    return told.day, told.first


def _overtaken(told: Telling, latest: Telling) -> bool:
    numbered = told.ordinal in (0, latest.ordinal) and told.day < latest.day
    return numbered and _planned(told) and (told.last < latest.first or latest.last < told.first)


def _without_days(one: Crowd) -> Crowd:
    return replace(one, told=replace(one.told, first="", last=""))


def _apart(one: Crowd, other: Crowd, numbered: bool) -> str:
    first, second = one.told, other.told
    alike = (first.ordinal, first.first) == (second.ordinal, second.first)
    if one.shares_source(other) and (alike or _more_sides(first, second)):
        return "one source tells them apart"
    return at_odds(first, second, numbered)


def _class(told: Telling) -> str:
    return _CLASSES.get(told.sort, told.sort)


def at_odds(one: Telling, other: Telling, numbered: bool = False) -> str:
    """Return why two cannot be one event: number, kind, days or parties; ``numbered`` when their number is one."""
    if one.ordinal and other.ordinal and one.ordinal != other.ordinal:
        return f"one is number {one.ordinal}, the other number {other.ordinal}"
    if _class(one) != _class(other):
        return f"one is {one.sort}, the other {other.sort}"
    if (
        one.first
        and other.first
        and (one.last < other.first or other.last < one.first)
        and not _moved(one, other, numbered)
    ):
        return f"one is on {one.first}, the other on {other.first}"
    if _named_apart(one, other):
        return f"one is the {one.label}, the other the {other.label}"
    mine, yours = set(one.parties), set(other.parties)
    if mine and yours and not (mine <= yours or yours <= mine):
        return "their parties differ"
    same_number = numbered or (one.ordinal and one.ordinal == other.ordinal)
    return "" if same_number or not _others_sit(one, other) else "others sit at the other"


def _others_sit(one: Telling, other: Telling) -> bool:
    """True when two are told to meet at one, and others at the other: a meeting beside a round of the same sides."""
    few, many = sorted((set(one.others), set(other.others)), key=len)
    return len(many) > 1 and bool(few) and not few & many


def _named_apart(one: Telling, other: Telling) -> bool:
    """True for gatherings that have names of their own: one of seven states is none of an alliance."""
    mine, yours = _names(one), _names(other)
    return bool(mine and yours) and not mine & yours


def _names(told: Telling) -> frozenset[str]:
    """Return the names in the label of a gathering."""
    return frozenset(_NAME.findall(told.label) if told.sort in _GATHERINGS else ())


def _moved(one: Telling, other: Telling, numbered: bool) -> bool:
    """True for a round that was put off, days that two sources tell a little differently, a weekday taken wrongly."""
    apart = gap(one.first, other.first)
    if (one.worked_out or other.worked_out) and apart == _WEEK:
        return True
    if not (numbered or (one.ordinal and one.ordinal == other.ordinal)) or apart > _ONE_SERIES:
        return False
    slip = _WEEK if one.worked_out or other.worked_out else _SLIP
    return _planned(one) or _planned(other) or apart <= slip


def _planned(told: Telling) -> bool:
    return told.standing == "expected" or (bool(told.day) and told.first > told.day)


def _likeness(one: Telling, other: Telling) -> Likeness:
    because: list[str] = []
    score = 0.0
    both_dated = bool(one.first and other.first) and one.last >= other.first and other.last >= one.first
    named = len(one.parties) > 1 and len(other.parties) > 1
    if one.ordinal and one.ordinal == other.ordinal and (both_dated or _series(one, other)):
        score = 0.95 if both_dated else 0.88
        because.append(f"number {one.ordinal} between the same parties")
    longest = max(_length(one), _length(other)) if both_dated else 0
    if both_dated and (longest <= 1 or (one.sort == other.sort and (longest <= _PRECISE or _same_plan(one, other)))):
        score = max(score, 0.9 if one.sort == other.sort else 0.84)
        because.append(f"both on {max(one.first, other.first)}")
    if score and one.place and one.place == other.place:
        score = min(score + (0.04 if named else 0.1), 0.99)
        because.append(f"both in {one.place}")
    if score and not named:
        known = shared_talks(one, other)
        score -= 0.03 if known else 0.14
        because.append("in sources on the same talks" if known else "in sources that tell of both parties")
    if score and (doubt := _doubt(one, other)):
        score = min(score, _IN_DOUBT)
        because.append(f"but {doubt}")
    return Likeness(score, tuple(because))


def _doubt(one: Telling, other: Telling) -> str:
    """Return why people are to be asked about two of one day."""
    if one.ordinal and one.ordinal == other.ordinal:
        return ""
    if one.sort != other.sort and "ceasefire" in (one.sort, other.sort):
        return "a ceasefire may begin on the day on which something is signed"
    if 1 in (len(one.parties), len(other.parties)) and not (one.place and one.place == other.place):
        return "one tells of one side only"
    return "one tells of more sides" if _more_sides(one, other) else ""


def _more_sides(one: Telling, other: Telling) -> bool:
    """True when both tell of several sides, and not of the same: talks of two are often held beside those of three."""
    return min(len(one.parties), len(other.parties)) > 1 and one.parties != other.parties


def _same_plan(one: Telling, other: Telling) -> bool:
    """True for two tellings of what is to come in one month at one place."""
    placed = bool(one.place) and one.place == other.place and _length(one) == _length(other) <= _MONTH
    return placed and one.standing == other.standing == "expected"


def _known(told: Telling) -> bool:
    """True when it tells between whom it is, or its source tells of one negotiation alone."""
    return len(told.parties) > 1 or len(told.talks) == 1


def _length(told: Telling) -> int:
    return gap(told.first, told.last)


def _series(one: Telling, other: Telling) -> bool:
    """True when two tellings lie near enough in time for one number to be one round."""
    days = [told.first or told.day for told in (one, other)]
    return not all(days) or gap(days[0], days[1]) <= _ONE_SERIES


def _by_context(real: Sequence[Crowd]) -> list[tuple[int, int, Likeness]]:
    """Return the pairs of a telling without number or day and the only dated ones that it can mean."""
    found = []
    dated = [(number, crowd) for number, crowd in enumerate(real) if _is_dated(crowd.told)]
    for one, crowd in enumerate(real):
        told = crowd.told
        bare = not told.ordinal and not (told.first and _length(told) <= _PRECISE)
        if not (bare and told.day and (told.place or _known(told))):
            continue
        possible = [
            (other, that.told)
            for other, that in dated
            if not crowd.shares_source(that)
            and _class(that.told) == _class(told)
            and not at_odds(told, that.told)
            and (_between(told) & _between(that.told) or _act_there(told, that.told))
        ]
        meant = _meant(told, sorted({that.first for _, that in possible}))
        found += [(one, other, _meaning(told, that)) for other, that in possible if that.first == meant]
    return found


def _between(told: Telling) -> set[str]:
    """Return the pairs between whom it is: of the parties that it names, or else of those whose talks are told."""
    return {pair for parties in ([told.parties] if len(told.parties) > 1 else told.talks) for pair in pairs_of(parties)}


def _act_there(told: Telling, that: Telling) -> bool:
    """True for an event of nobody told, in a source in which all act who met at that place."""
    unknown = not (told.parties or told.talks) and bool(told.place) and told.place == that.place
    return unknown and len(that.parties) > 1 and set(that.parties) <= set(told.around)


def _meaning(told: Telling, that: Telling) -> Likeness:
    same_place = bool(told.place) and told.place == that.place
    elsewhere = bool(told.place and that.place) and not same_place
    other_word = not same_place and {told.sort, that.sort} == _TWO_WORDS and told.day != that.first
    doubtful = elsewhere or other_word or _more_sides(told, that)
    return Likeness(0.6 if doubtful else 0.78 if same_place else 0.72, (f"the one meant on {told.day}",))


def _is_dated(told: Telling) -> bool:
    return bool(told.first) and _length(told) <= _PRECISE and _known(told)


def _meant(told: Telling, days: Sequence[str]) -> str:
    """Return the first day of the event that is meant: next, previous, that of the month told, or just over."""
    if told.first:
        return days[0] if len(days) == 1 else ""
    days = [day for day in days if gap(day, told.day) <= _NEXT]
    before = [day for day in days if day <= told.day]
    if told.turn > 0 or told.standing == "expected":
        after = [day for day in days if day > told.day]
        return after[0] if after and told.turn > 0 else ""
    just = bool(before) and gap(before[-1], told.day) <= _NEWS
    if told.turn < 0:
        return (before[-2] if len(before) > 1 else "") if just else before[-1] if before else ""
    return before[-1] if just and (len(before) < 2 or gap(before[-2], told.day) > _NEWS) else ""
