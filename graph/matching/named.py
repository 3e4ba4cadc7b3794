"""Bodies, posts and places that have one name: all of a block are one, since its key holds the name and whose it is."""

from __future__ import annotations

from collections.abc import Sequence

from .matches import Likeness, Match, match
from .tellings import Telling


def match_named(tellings: Sequence[Telling]) -> list[Match]:
    """Return a match of the first with each other."""
    first, *others = sorted(tellings)
    why = ("same name",) if first.sort == "place" else ("same name", "same side")
    return [match(first.node, one.node, Likeness(0.9, why), same=True) for one in others if one.source != first.source]
