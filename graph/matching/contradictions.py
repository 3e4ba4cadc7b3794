"""Which statements cannot both hold: plain cases only, about one slot of one event or item at one time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import Final

from .closeness import apart_by_days, gap
from .links import Link, between
from .places import apart
from .responses import is_bare
from .sayings import NOT_AGREED
from .shingles import figures
from .spelling import stems
from .tellings import Telling
from .variants import Table, common_words, differ, main_amounts

_PRECISE_DAYS: Final = 2
_SAME_NUMBER_DAYS: Final = 31
_LATER_DENIAL_DAYS: Final = 31
_CONSIDERED_DAYS: Final = 2
_IN_MINUTES: Final = {"MIN": 1, "HUR": 60}
_ABOUT: Final = 1.5
"""What is told to be so many times as long is longer, not rounded."""
_REACH: Final = 600
"""So many characters before "denied it" what is denied may stand."""
_DENIES_THAT: Final = re.compile(
    r"\bden(?:y|ies|ied) (?:it|this|that|the (?:claim|accusation|allegation|charge|report)s?)\W*$"
)
_AND_NOT: Final = re.compile(r"(?:,|\band) not (?:some |about )?(\d[\d,]*\d|\d{2,})\b")
_ASKED: Final = frozenset(("propose", "offer", "demand", "request"))
_FIGURED: Final = frozenset(("agree", "commit", "carryOut"))
_TOLD: Final = frozenset(("asserted", "claimed"))
_ANSWERED: Final = frozenset(("agree", "agreeToConsider", "commit", "reject"))


def find_act_contradictions(tellings: Sequence[Telling]) -> Iterator[Link]:
    """Yield the statements of acts that cannot both hold: what was offered, whether it was agreed."""
    offers = [one for one in tellings if one.sort in _ASKED and one.standing != "denied" and one.day]
    answers = [one for one in tellings if one.sort in _ANSWERED]
    figured = [one for one in tellings if one.sort in _FIGURED and one.amounts and one.standing in _TOLD and one.day]
    table = Table([one for one in offers if one.amounts])
    found = [(one, other, _offers_differ(one, other, table)) for one, other in combinations(offers, 2)]
    found += [(one, other, _figures_differ(one, other, figured)) for one, other in combinations(figured, 2)]
    found += [(one, other, _answers_differ(one, other, tellings)) for one, other in combinations(answers, 2)]
    for one, other, because in found:
        if because and one.statement != other.statement:
            yield between(one.statement, other.statement, "contradicts", score=0.8, because=because)


def _answers_differ(one: Telling, other: Telling, acts: Sequence[Telling]) -> str:
    one_side = bool(set(one.parties) & set(other.parties))
    return _agreed_and_not(one, other) or (_two_answers(one, other, acts) if one_side else "")


def _offers_differ(one: Telling, other: Telling, table: Table) -> str:
    """Other amounts of one offer; or one offer of two sides."""
    if not (one.amounts and other.amounts):
        return "" if one.amounts or other.amounts else _put_forward_by_two(one, other)
    if not table.one_offer(one, other):
        return ""
    share, count = common_words(one, other)
    if share < 0.34 or not count:
        return ""
    return f"number: {' or '.join(main_amounts(one, other))}"


def _figures_differ(one: Telling, other: Telling, acts: Sequence[Telling]) -> str:
    """Other figures of what is agreed, promised or done by one side: not in stages, not rounded, not known to both."""
    same_side = one.source != other.source and bool(set(one.parties) & set(other.parties))
    same_act = one.sort == other.sort or "carryOut" not in (one.sort, other.sort)
    if not same_side or not same_act or one.rough or other.rough or not differ(one, other):
        return ""
    dated = bool(one.first and other.first)
    at_once = dated and one.last >= other.first and other.last >= one.first and _exact(one) and _exact(other)
    near = not dated and "carryOut" not in (one.sort, other.sort) and apart_by_days(one, other) <= _CONSIDERED_DAYS
    if not (at_once or near) or not set(one.issues) & set(other.issues):
        return ""
    share, count = common_words(one, other)
    if share < 0.6 or not count or _knows(one, other, acts) or _knows(other, one, acts):
        return ""
    return f"number: {' or '.join(main_amounts(one, other))}"


def _knows(one: Telling, other: Telling, acts: Sequence[Telling]) -> bool:
    """True when the source of the first tells of the other's figure too."""
    return any(told.source == one.source and set(told.amounts) & set(other.amounts) for told in acts)


def _put_forward_by_two(one: Telling, other: Telling) -> str:
    """One thing, of several words, that one outlet says one side has proposed, another outlet the other."""
    if {one.sort, other.sort} != {"propose"} or one.source == other.source:
        return ""
    mine, yours = set(one.parties), set(other.parties)
    share, count = common_words(one, other)
    both_sides = (
        len(mine) == len(yours) == 1 and not mine & yours and mine | yours <= set(one.around) & set(other.around)
    )
    if not both_sides or share < 0.75 or count < 3:
        return ""
    return "actor: each side is said to have proposed it"


def _agreed_and_not(one: Telling, other: Telling) -> str:
    """Agreed, and denied to have agreed, later or at the same time; to agree after a denial is no contradiction."""
    for yes, no in ((one, other), (other, one)):
        denied = no.sort in ("agree", "commit") and no.standing == "denied"
        denied = denied or (no.sort == "reject" and bool(NOT_AGREED.search(no.quote)))
        told = yes.sort in ("agree", "commit") and yes.standing in ("asserted", "claimed")
        told = told and not NOT_AGREED.search(yes.quote)
        one_side = not no.parties or bool(set(no.parties) & set(yes.parties))
        one_time = denied and told and one_side and 0 <= _later(no, yes) <= _LATER_DENIAL_DAYS
        if one_time and _one_item(yes, no, 0.5):
            return "denial: agreed, and denied to have agreed"
    return ""


def _two_answers(one: Telling, other: Telling, acts: Sequence[Telling]) -> str:
    """Two answers of one side to one item at one time."""
    if "denied" in (one.standing, other.standing):
        return ""
    for yes, no in ((one, other), (other, one)):
        consider = {yes.sort, no.sort} == {"agreeToConsider", "reject"} or (yes.sort, no.sort) == ("agree", "reject")
        two_say = yes.source == no.source and consider and yes.sort != "reject" and yes.names[-1:] != no.names[-1:]
        if two_say and (_means(yes, no, acts) or _means(no, yes, acts) or _one_item(yes, no, 0.6)):
            return "status: one side's answer is told in two ways"
        later = yes.source != no.source and 0 <= _later(no, yes) <= _CONSIDERED_DAYS
        if later and (yes.sort, no.sort) == ("agree", "agreeToConsider") and _one_item(yes, no, 0.6):
            return "status: agreed, and agreed to consider"
    return ""


def _means(bare: Telling, other: Telling, acts: Sequence[Telling]) -> bool:
    """True when an item that is only "it" or "the proposal" can be no other than the last one told of before."""
    if not is_bare(bare.label):
        return False
    before = [
        one
        for one in acts
        if one.source == bare.source and bare.ordinal - _REACH < one.ordinal < bare.ordinal and not is_bare(one.label)
    ]
    return bool(before) and max(before, key=lambda one: one.ordinal).about == other.about


def _one_item(one: Telling, other: Telling, least: float) -> bool:
    share, count = common_words(one, other)
    return one.about == other.about or (share >= least and count >= 2)


def _later(one: Telling, other: Telling) -> int:
    """Return how many days later the one is published."""
    if not (one.day and other.day):
        return 0
    return (date.fromisoformat(one.day) - date.fromisoformat(other.day)).days


def find_detail_contradictions(tellings: Sequence[Telling]) -> Iterator[Link]:
    """Yield the statements of one event that differ on how long it took, where or when it was."""
    real = [one for one in tellings if one.standing in ("asserted", "claimed")]
    for one, other in combinations(real, 2):
        comparable = one.source != other.source and one.issues == other.issues and _one_event(one, other)
        if comparable and (because := _slot_differs(one, other)):
            yield between(one.node, other.node, "contradicts", score=0.85, because=because)


def _one_event(one: Telling, other: Telling) -> bool:
    if one.ordinal and other.ordinal and one.ordinal != other.ordinal:
        return False
    mine, yours = set(one.parties), set(other.parties)
    if len(mine) > 1 and len(yours) > 1 and not (mine <= yours or yours <= mine):
        return False
    return bool({one.sort, other.sort} <= {"round", "talks", "meeting", "summit", ""}) or one.sort == other.sort


def _slot_differs(one: Telling, other: Telling) -> str:
    slot = one.issues[0]
    same_days = one.last >= other.first and other.last >= one.first and _exact(one) and _exact(other)
    if slot == "duration" and same_days and _longer(one, other) >= _ABOUT:
        return f"duration: {_minutes(one) / 60:.3g} or {_minutes(other) / 60:.3g} hours"
    if slot == "place" and same_days and one.place and other.place:
        two = apart(one.place, other.place) and _names(one) and _names(other)
        return f"place: {one.place} or {other.place}" if two else ""
    if slot == "date" and one.ordinal and one.ordinal == other.ordinal and not same_days and not _unsure(one, other):
        near = 0 < gap(one.first, other.first) <= _SAME_NUMBER_DAYS
        return f"date: {one.first} or {other.first}" if near else ""
    return ""


def _minutes(told: Telling) -> float:
    """Return how long an event is told to have taken; 0 where that is no length of one sitting."""
    value, unit = next(iter(told.amounts), ("0", ""))
    return float(value) * _IN_MINUTES.get(unit, 0)


def _longer(one: Telling, other: Telling) -> float:
    """Return how many times the longer is as long as the shorter; 0 where one is not told."""
    short, long = sorted((_minutes(one), _minutes(other)))
    return long / short if short else 0.0


def _exact(told: Telling) -> bool:
    return bool(told.first) and gap(told.first, told.last) <= _PRECISE_DAYS


def _names(told: Telling) -> bool:
    """True when the words of the statement name the place."""
    return any(word in told.quote.lower() for word in told.place.split())


def _unsure(*tellings: Telling) -> bool:
    return any(told.worked_out or told.first != told.last for told in tellings)


def find_corrected(tellings: Sequence[Telling]) -> Iterator[Link]:
    """Yield the statements of which one takes back the other's number: "45, and not 60"."""
    for no in (one for one in tellings if _AND_NOT.search(one.quote)):
        for yes in tellings:
            if because := _not_that_number(no, yes):
                yield between(no.node, yes.node, "contradicts", score=0.8, because=because)


def find_denied(tellings: Sequence[Telling]) -> Iterator[Link]:
    """Yield the statements of one source of which one denies the other: "denied it"."""
    for no in (one for one in tellings if one.standing == "denial" and _DENIES_THAT.search(one.quote)):
        for yes in tellings:
            if because := _denied_it(no, yes, tellings):
                yield between(no.node, yes.node, "contradicts", score=0.8, because=because)


def _not_that_number(no: Telling, yes: Telling) -> str:
    refused = {number.replace(",", "") for number in _AND_NOT.findall(no.quote)}
    rather = figures(no.quote) - refused
    taken_back = refused & figures(yes.quote)
    if not taken_back or not rather or rather & figures(yes.quote) or _AND_NOT.search(yes.quote):
        return ""
    alike = stems(no.quote) & stems(yes.quote)
    enough = 1 if all(len(number) > 2 for number in taken_back) else 2
    if no.source == yes.source or apart_by_days(no, yes) > _SAME_NUMBER_DAYS or len(alike) < enough:
        return ""
    return f"number: {', '.join(sorted(rather))} and not {', '.join(sorted(refused))}"


def _denied_it(no: Telling, yes: Telling, tellings: Sequence[Telling]) -> str:
    if no.source != yes.source:
        return ""
    before = [one for one in tellings if one.source == no.source and no.ordinal - _REACH < one.ordinal < no.ordinal]
    spoken = [one for one in before if one.standing == "claim" and one.names[-1:] != no.names[-1:]]
    last = max(spoken, key=lambda one: (one.sort == "paraphrase", one.ordinal), default=None)
    return "denial: denied at once" if last is not None and last.node == yes.node else ""
