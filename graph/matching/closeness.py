"""How far two tellings are from each other: in days, and in whom their sources tell of."""

from __future__ import annotations

from datetime import date

from .tellings import Telling, pairs_of


def apart_by_days(one: Telling, other: Telling) -> int:
    """Return the days between two publications; 0 when one has no date."""
    return gap(one.day, other.day) if one.day and other.day else 0


def gap(one: str, other: str) -> int:
    """Return the days between two days written as YYYY-MM-DD."""
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def shared_talks(one: Telling, other: Telling) -> bool:
    """True when both sources tell of a negotiation between the same two parties."""
    return bool(talks_of(one) & talks_of(other))


def same_sides_act(one: Telling, other: Telling) -> bool:
    """True when two or more act in both sources, and one of the sources names no negotiation at all."""
    return not (one.talks and other.talks) and len(set(one.around) & set(other.around)) > 1


def talks_of(told: Telling) -> set[str]:
    """Return a key for each two parties of a negotiation that the source tells of."""
    return {pair for parties in told.talks for pair in pairs_of(parties)}
