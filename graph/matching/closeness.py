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


def talks_of(told: Telling) -> set[str]:
    """Return a key for each two parties of a negotiation that the source tells of."""
    return {pair for parties in told.talks for pair in pairs_of(parties)}
