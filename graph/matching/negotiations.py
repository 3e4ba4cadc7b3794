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
_PEOPLE: Final = 2
"""So many people in common make a source without a day one of the only negotiation that is known of its parties."""


def match_negotiations(tellings: Sequence[Telling]) -> list[Match]:
    """Return which are one among the negotiations between the same two parties."""
    ordered = sorted(tellings, key=lambda one: (one.day, one.node))
    dated, undated = [one for one in ordered if one.day], [one for one in ordered if not one.day]
    found = [*_in_a_row(undated, "no source has a day"), *_in_a_row(dated, "no long silence between")]
    if dated and undated:
        found += _without_a_day(undated, dated)
    return found


def _in_a_row(ordered: Sequence[Telling], why: str) -> Iterator[Match]:
    for told, after in pairwise(ordered):
        if (parties := _parties(told, after)) and not _is_silence(told, after):
            score = 0.9 if set(told.parties) == set(after.parties) else 0.8
            yield match(told.node, after.node, Likeness(score, (parties, why)), same=True)


def _without_a_day(undated: Sequence[Telling], dated: Sequence[Telling]) -> Iterator[Match]:
    """Yield of which of those with a day those without one are: of the only negotiation, if people are the same."""
    silent = any(_is_silence(told, after) for told, after in pairwise(dated))
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


def _is_silence(told: Telling, after: Telling) -> bool:
    return bool(told.day and after.day) and gap(told.day, after.day) > _SILENCE
