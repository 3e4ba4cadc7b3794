"""Which sources tell of one negotiation: the same parties, without a long silence between."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from .closeness import gap
from .matches import Likeness, Match, match
from .tellings import Telling

_SILENCE: Final = 400
"""After so many days without news the same parties begin another negotiation."""


def match_negotiations(tellings: Sequence[Telling]) -> list[Match]:
    """Return which are one among the negotiations between the same two parties."""
    ordered = sorted(tellings, key=lambda one: (one.day, one.node))
    found = []
    for told, after in pairwise(ordered):
        mine, yours = set(told.parties), set(after.parties)
        if not (mine <= yours or yours <= mine):
            continue
        parties = "same parties" if mine == yours else "the same two parties"
        if bool(told.day) != bool(after.day):
            found.append(match(told.node, after.node, Likeness(0.6, (parties, "one source has no day")), same=False))
        elif not told.day or gap(told.day, after.day) <= _SILENCE:
            why = (parties, "no long silence between")
            found.append(match(told.node, after.node, Likeness(0.9 if mine == yours else 0.8, why), same=True))
    return found
