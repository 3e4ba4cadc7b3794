"""Which tellings are of one item on the table: who has put it there and on what, then amounts, then words."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import combinations
from typing import Final

from .closeness import apart_by_days
from .crowds import crowds
from .matches import Likeness, Match, grouped, pairwise_clash
from .tellings import Telling

_SHORTLY: Final = 45
_LONGEST: Final = 270
"""What lies further apart in days is another item."""


def match_items(tellings: Sequence[Telling]) -> list[Match]:
    """Return which are one among the items of one side."""
    all_told = crowds(tellings, _said)
    told = [one.told for one in all_told]

    def apart(one: int, other: int) -> str:
        shared = all_told[one].shares_source(all_told[other])
        return "one source tells them apart" if shared else at_odds(told[one], told[other])

    pairs = [
        (one, other, found)
        for one, other in combinations(range(len(told)), 2)
        if (found := _likeness(told[one], told[other])) and not apart(one, other)
    ]
    alike = (match for one in all_told for match in one.matches("same side", "same words and amounts"))
    return [*grouped([one.node for one in told], pairs, pairwise_clash(apart)), *alike]


def _said(told: Telling) -> Hashable | None:
    enough = len(told.words) > 1 and told.parties
    return (
        (told.words, told.amounts, told.parties, told.others, told.sort, told.issues, told.around) if enough else None
    )


def at_odds(one: Telling, other: Telling) -> str:
    """Return why two cannot be one item: who put it forward, how much, when."""
    if one.parties and other.parties and not set(one.parties) & set(other.parties) and not _met(one, other):
        return "different sides have put them forward"
    if one.parties != other.parties and min(len(one.parties), len(other.parties)) > 1:
        return "more sides have put one forward than the other"
    between = [{*told.parties, *told.others} for told in (one, other)]
    if min(map(len, between)) > 1 and not (between[0] <= between[1] or between[1] <= between[0]):
        return "they are between others"
    with_whom = [set(told.around) - {*one.parties, *other.parties} for told in (one, other)]
    if all(with_whom) and not with_whom[0] & with_whom[1]:
        return "their sources tell of other counterparts"
    if apart_by_days(one, other) > _LONGEST:
        return "they are too far apart in time"
    if "Demand" in (one.sort, other.sort) and set(one.parties) & set(other.parties) and one.sort != other.sort:
        return "one is demanded, the other offered"
    mine, yours = _values(one), _values(other)
    if mine and yours and not mine & yours:
        return "their amounts differ"
    return ""


def _met(one: Telling, other: Telling) -> bool:
    """True when one side demands of the other what that one promises."""
    demand, promise = (one, other) if one.sort == "Demand" else (other, one)
    sorts = demand.sort, promise.sort
    return sorts in {("Demand", "Commitment"), ("Demand", "Agreement")} and set(promise.parties) <= set(demand.others)


def differ_in_terms(one: Telling, other: Telling) -> bool:
    """True when two are told in nearly the same words by the same side with other amounts: a variant."""
    mine, yours = _values(one), _values(other)
    same_side = bool(set(one.parties) & set(other.parties))
    return same_side and bool(mine and yours) and not mine & yours and _overlap(one, other)[0] >= 0.6


def _values(told: Telling) -> set[str]:
    return {value for value, _ in told.amounts}


def _overlap(one: Telling, other: Telling) -> tuple[float, int]:
    """Return how much of what they are about two labels share, and in how many words.

    The shorter one counts more: it may leave out how and when.
    """
    mine, yours = set(one.words), set(other.words)
    both = len(mine & yours)
    return (0.85 * both / min(len(mine), len(yours)) + 0.15 * both / len(mine | yours) if both else 0.0), both


def _likeness(one: Telling, other: Telling) -> Likeness | None:
    share, count = _overlap(one, other)
    if not count or min(len(one.words), len(other.words)) < 2:
        return None  # "the offer", "that": which one is not told
    if count < 3 and apart_by_days(one, other) > _SHORTLY and not _values(one) & _values(other):
        return None  # few words in common are one item only where they are told at one time
    same_issue = bool(set(one.issues) & set(other.issues))
    mine, yours = _values(one), _values(other)
    amounts = mine & yours
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
    elif bool(mine) != bool(yours):
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
    return Likeness(min(score, 0.97), tuple(because)) if score >= 0.4 else None
