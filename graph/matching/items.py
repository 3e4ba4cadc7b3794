"""Which tellings are of one item on the table: who has put it there and on what, then amounts, then words."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final

from .bare_items import SHORTLY, as_owners, by_amount, by_owner, is_owners, own_words
from .closeness import apart_by_days, shared_talks
from .crowds import crowds, once
from .matches import JOINED, Likeness, Match, grouped, pairwise_clash
from .spelling import stems
from .tellings import DEED, Telling

LONGEST: Final = 270
"""What lies further apart in days is another item."""

_DONE_AGAIN: Final = 30
"""What was done, and is told of by sources so many days apart, was done twice."""
_IN_DOUBT: Final = 0.65
_AT_LENGTH: Final = 4
"""A label of so many times as many words counts up several things, of which the shorter may be one."""

_WHOLE: Final = 6
"""Labels of so many words that are the same tell of one thing, whoever is known to take part."""

_MEASURES: Final = frozenset(("minute", "hour", "day", "week", "month", "year"))
_MANNERS: Final = frozenset(
    ("rounds", "meetings", "sessions", "steps", "stages", "phases", "parts", "instalments", "installments")
)
_AGAIN: Final = {f"re{word}": word for word in stems("open build start launch connect establish introduce instate")}
"""What is done once more is the same matter: "open" after "reopen"."""


def match_items(tellings: Sequence[Telling]) -> list[Match]:
    """Return which are one among the items of one side."""
    all_told = crowds((as_owners(one) for one in tellings), _said)
    told = [one.told for one in all_told]

    likeness, odds, may_stand_twice = once(told, _likeness), once(told, at_odds), once(told, _may_stand_twice)

    def apart(one: int, other: int) -> str:
        shared = all_told[one].shares_source(all_told[other]) and not may_stand_twice(one, other)
        return "one source tells them apart" if shared else odds(one, other)

    pairs = [
        (one, other, found)
        for one, other in combinations(range(len(told)), 2)
        if (found := likeness(one, other)) and not apart(one, other)
    ]
    pairs += [*by_amount(told, apart, _alike), *by_owner(told, apart, _alike)]
    alike = (match for one in all_told for match in one.matches("same side", "same words and amounts"))
    return [*grouped([one.node for one in told], pairs, pairwise_clash(apart)), *alike]


def _said(told: Telling) -> Hashable | None:
    enough = len(told.words) > 1 and told.parties
    who = (told.parties, told.others, told.named, told.around)
    return (told.words, told.amounts, told.sort, told.issues, who) if enough else None


def at_odds(one: Telling, other: Telling) -> str:
    """Return why two cannot be one item: who put it forward, how much, when."""
    if one.parties and other.parties and not set(one.parties) & set(other.parties) and not _met(one, other):
        return "different sides have put them forward"
    if one.parties != other.parties and min(len(one.parties), len(other.parties)) > 1:
        return "more sides have put one forward than the other"
    between = [{*told.parties, *told.others} for told in (one, other)]
    if min(map(len, between)) > 1:
        both_agreed = one.sort == other.sort == "Agreement"
        if between[0] != between[1] if both_agreed else not (between[0] <= between[1] or between[1] <= between[0]):
            return "they are between others"
    with_whom = [set(told.around) - {*one.parties, *other.parties} for told in (one, other)]
    if all(with_whom) and not with_whom[0] & with_whom[1]:
        return "their sources tell of other counterparts"
    named = [set(told.named) - {*one.parties, *other.parties} for told in (one, other)]
    if all(named) and not named[0] & named[1]:
        return "their words name others"
    if apart_by_days(one, other) > (_DONE_AGAIN if one.sort == other.sort == DEED else LONGEST):
        return "they are too far apart in time"
    if "Demand" in (one.sort, other.sort) and set(one.parties) & set(other.parties) and one.sort != other.sort:
        return "one is demanded, the other offered"
    if _values(one) and _values(other) and not _same_values(one, other):
        return "their amounts differ"
    return ""


def _met(one: Telling, other: Telling) -> bool:
    """True when one side demands of the other what that one promises, or sets conditions for."""
    demand, promise = (one, other) if one.sort == "Demand" else (other, one)
    sorts = demand.sort, promise.sort
    meets = sorts[0] == "Demand" and sorts[1] in ("Commitment", "Agreement", "Item")
    return meets and set(promise.parties) <= set(demand.others)


def _may_stand_twice(one: Telling, other: Telling) -> bool:
    """True when one source may tell of one item in both: in full, and in short or as its owner's."""
    return _is_in_short(one, other) or is_owners(one, other)


def _is_in_short(one: Telling, other: Telling) -> bool:
    """True when one is the other in short, as in a headline: the same side's same amounts, and no other words."""
    mine, yours = set(one.words), set(other.words)
    alike = one.parties == other.parties and one.sort == other.sort and one.amounts == other.amounts
    return alike and bool(one.amounts and one.parties) and (mine <= yours or yours <= mine)


def _alike(one: Telling, other: Telling) -> bool:
    likeness = _likeness(one, other)
    return likeness is not None and likeness.score >= JOINED


def differ_in_terms(one: Telling, other: Telling) -> bool:
    """True when two are told in nearly the same words by the same side with other amounts: a variant."""
    same_side = bool(set(one.parties) & set(other.parties))
    differ = bool(_values(one) and _values(other)) and not _same_values(one, other)
    return same_side and differ and _overlap(one, other)[0] >= 0.6


def _values(told: Telling) -> frozenset[tuple[str, str]]:
    """Return how much an item is about, each with its measure; "in two steps" tells how, not how much."""
    return _measured(told.amounts)


@lru_cache(maxsize=16_384)
def _measured(amounts: tuple[tuple[str, str], ...]) -> frozenset[tuple[str, str]]:
    return frozenset((value, _measure(unit)) for value, unit in amounts if unit not in _MANNERS)


def _tells_how_much(told: Telling) -> bool:
    """True when it tells of an amount; "within two weeks" tells by when."""
    return any(not measure for _, measure in _values(told))


def _measure(unit: str) -> str:
    """Return the measure of time that a unit names: three weeks are not three months, nor three of anything else."""
    return next((word for part in unit.split() if (word := part.removesuffix("s")) in _MEASURES), "")


def _same_values(one: Telling, other: Telling) -> set[str]:
    """Return the values that both are about; of what is counted sources may tell in other words."""
    return {value for value, _ in _values(one) & _values(other)}


def _overlap(one: Telling, other: Telling) -> tuple[float, int]:
    """Return how much of what they are about two labels share, and in how many words.

    The shorter one counts more: it may leave out how and when.
    """
    mine, yours = _once_more(one.words), _once_more(other.words)
    both = len(mine & yours)
    return (0.85 * both / min(len(mine), len(yours)) + 0.15 * both / len(mine | yours) if both else 0.0), both


@lru_cache(maxsize=16_384)
def _once_more(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_AGAIN.get(word, word) for word in words)


def _so_much(one: Telling, other: Telling) -> bool:
    """True when both tell of as much of the same, and of nothing else."""
    as_much = bool(one.amounts) and one.amounts == other.amounts and all(unit for _, unit in one.amounts)
    return as_much and own_words(one) == own_words(other)


def _likeness(one: Telling, other: Telling) -> Likeness | None:
    share, count = _overlap(one, other)
    if not count or (min(len(one.words), len(other.words)) < 2 and not _so_much(one, other)):
        return None  # "the offer", "that": which one is not told; "$40 million for pumps" is
    if count < 3 and apart_by_days(one, other) > SHORTLY and not _same_values(one, other):
        return None  # few words in common are one item only where they are told at one time
    same_issue = bool(set(one.issues) & set(other.issues))
    amounts = _same_values(one, other)
    if not same_issue and share < 0.75:
        return None
    because = []
    score = 0.5 * share + (0.15 if count >= 3 else 0.1 if count >= 2 else 0.0)
    if same_issue:
        score += 0.12
        because.append("same issue")
    if amounts:
        score += 0.3
        because.append(f"both {', '.join(sorted(amounts))}")
    elif _tells_how_much(one) != _tells_how_much(other):
        score -= 0.12
        because.append("only one tells how much")
    if count:
        because.append(f"{count} words in common")
    if set(one.parties) & set(other.parties):
        score += 0.08
        because.append("same side")
    elif _met(one, other):
        score += 0.08
        because.append("demanded of whom promises it")
    elif not (one.parties and other.parties) and {*one.parties, *one.others} & {*other.parties, *other.others}:
        score += 0.08
        because.append("answered by the same side")
    if doubt := _doubt(one, other):
        score = min(score, _IN_DOUBT)
        because.append(f"but {doubt}")
    return Likeness(min(score, 0.97), tuple(because)) if score >= 0.4 else None


def _doubt(one: Telling, other: Telling) -> str:
    """Return why people are to be asked, however like two are in words."""
    few, many = sorted((len(one.words), len(other.words)))
    if many > _AT_LENGTH * few or _counts_more(one, other) or _counts_more(other, one):
        return "one of them tells of several things"
    if one.words == other.words and few >= _WHOLE:
        return ""
    both_sides = {*one.parties, *one.others} & {*other.parties, *other.others}
    if one.sort == other.sort == "Agreement" and len(both_sides) < 2 and not shared_talks(one, other):
        return "only one side of each agreement is known to be the same"
    return ""


def _counts_more(one: Telling, other: Telling) -> bool:
    """True when one tells of two amounts of another unit beside each that both tell of."""
    both, rest = set(one.amounts) & set(other.amounts), set(one.amounts) - set(other.amounts)
    counted = [unit for _, unit in rest if unit not in _MANNERS and not _measure(unit)]
    return (
        bool(both) and both == set(other.amounts) and len(counted) > 1 and not {unit for _, unit in both} & {*counted}
    )
