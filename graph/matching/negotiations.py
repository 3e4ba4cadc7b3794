"""Which sources tell of one negotiation: the same parties, without a long silence between."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from .closeness import gap
from .matches import Likeness, Match, match
from .tellings import Telling

_SILENCE: Final = 400
"""After so many days without news the same parties begin another negotiation."""


def match_negotiations(tellings: Sequence[Telling]) -> list[Match]:
    """Return which are one among the negotiations between the same two parties."""
    ordered = sorted(tellings, key=lambda one: (one.parties, one.day, one.node))
    found = []
    for told, after in zip(ordered, ordered[1:], strict=False):
        if told.parties != after.parties:
            continue
        silent = bool(told.day and after.day) and gap(told.day, after.day) > _SILENCE
        if not silent:
            found.append(
                match(told.node, after.node, Likeness(0.9, ("same parties", "no long silence between")), same=True)
            )
    return found
