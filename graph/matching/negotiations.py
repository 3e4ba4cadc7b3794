"""Which sources tell of one negotiation: the same parties, without a long silence between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from .closeness import gap
from .matches import Likeness, Match, match
from .tellings import Telling

_SILENCE: Final = 400
"""After so many days without news the same parties begin another negotiation."""
_TOGETHER: Final = 60
"""So many days apart two sources may count others too, or not; later, talks of three are not those of two of them."""
_PEOPLE: Final = 2
"""So many people in common make a source without a day one of the only negotiation that is known of its parties."""
_ASKED: Final = Likeness(0.6, ("the same two parties", "but others too in one, at another time"))


def match_negotiations(tellings: Sequence[Telling]) -> list[Match]:
    """Return which are one among the negotiations between the same two parties."""
    ordered = sorted(tellings, key=lambda one: (one.day, one.node))
    dated = [one for one in ordered if one.day]
    found = [one for told in ordered if told.first and not told.day for one in _within_a_year(told, dated)]
    placed = {node for one in found for node in (one.first, one.second)}
    undated = [one for one in ordered if not one.day and one.node not in placed]
    found += [*_in_a_row(undated, "no source has a day"), *_in_a_row(dated, "no long silence between")]
    if dated and undated:
        found += _without_a_day(undated, dated)
    return found


def _in_a_row(ordered: Sequence[Telling], why: str) -> Iterator[Match]:
    latest: dict[tuple[str, ...], Telling] = {}
    for told in ordered:
        before = latest.get(told.parties)
        if before and not _is_silence(before, told, _SILENCE):
            yield match(before.node, told.node, Likeness(0.9, ("same parties", why)), same=True)
        for other in latest.values():
            if other.parties != told.parties and _parties(other, told) and not _is_silence(other, told, _SILENCE):
                near = not _is_silence(other, told, _TOGETHER)
                likeness = Likeness(0.8, ("the same two parties", why)) if near else _ASKED
                yield match(other.node, told.node, likeness, same=near)
        latest[told.parties] = told


def _within_a_year(told: Telling, dated: Sequence[Telling]) -> Iterator[Match]:
    """Yield of which a source is that gives its month or year alone, if it is near on whichever day it came out."""
    near = [
        one
        for one in dated
        if one.parties == told.parties and max(gap(one.day, told.first), gap(one.day, told.last)) <= _SILENCE
    ]
    if near and not any(_is_silence(one, after, _SILENCE) for one, after in pairwise(near)):
        why = ("same parties", "no long silence between, whichever day it was")
        yield match(told.node, near[0].node, Likeness(0.85, why), same=True)


def _without_a_day(undated: Sequence[Telling], dated: Sequence[Telling]) -> Iterator[Match]:
    """Yield of which of those with a day those without one are: of the only negotiation, if people are the same."""
    silent = any(_is_silence(told, after, _SILENCE) for told, after in pairwise(dated))
    known = {} if silent else {name: told for told in reversed(dated) for name in told.words}
    for told in undated:
        shared = [known[name] for name in told.words if name in known]
        if len(shared) >= _PEOPLE and (parties := _parties(told, shared[0])):
            why = (parties, "the only negotiation of theirs that is known", f"{len(shared)} people in common")
            yield match(told.node, shared[0].node, Likeness(0.75, why), same=True)
            return
    if parties := _parties(undated[-1], dated[0]):
        asked = Likeness(0.6, (parties, "one source has no day"))
        yield match(undated[-1].node, dated[0].node, asked, same=False)


def _parties(one: Telling, other: Telling) -> str:
    """Return in words that their parties are the same; nothing where each has parties of its own."""
    mine, yours = set(one.parties), set(other.parties)
    if not (mine <= yours or yours <= mine):
        return ""
    return "same parties" if mine == yours else "the same two parties"


def _is_silence(told: Telling, after: Telling, days: int) -> bool:
    return bool(told.day and after.day) and gap(told.day, after.day) > days
