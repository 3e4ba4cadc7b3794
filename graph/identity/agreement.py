"""Which decisions cannot all hold: two nodes that are the same by several of them and different by another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..errors import DecisionError
from .clusters import Decision


def disagreement(decisions: Iterable[Decision]) -> list[Decision]:
    """Return a decision that two nodes differ and those that make them one all the same; nothing when all agree.

    >>> disagreement([Decision("a", "b", "same"), Decision("b", "c", "same"), Decision("a", "c", "different")])[0].pair
    ('a', 'c')
    """
    listed = sorted(decisions)
    joined: dict[str, list[Decision]] = {}
    for decision in listed:
        if decision.verdict == "same":
            for node in decision.pair:
                joined.setdefault(node, []).append(decision)
    for decision in listed:
        if decision.verdict == "different" and (way := _way(joined, *decision.pair)):
            return [decision, *way]
    return []


def check_agrees(decision: Decision, others: Iterable[Decision]) -> None:
    """Refuse a decision that does not go with the others, and name these; one on the same two nodes gives way to it."""
    found = disagreement([decision, *(other for other in others if other.pair != decision.pair)])
    against = [other for other in found if other != decision]
    if against:
        raise DecisionError(
            decision.first, decision.second,
            f"{decision.verdict!r} does not go with what is decided already: {listed(against)}; take one of these back",
        )  # fmt: skip


def listed(decisions: Sequence[Decision]) -> str:
    """Return decisions in words."""
    return ", ".join(
        f"<{one.first}> and <{one.second}> are {one.verdict!r}{f' (by {one.by})' if one.by else ''}"
        for one in decisions
    )


def _way(joined: dict[str, list[Decision]], start: str, end: str) -> list[Decision]:
    """Return the fewest decisions that make two nodes one."""
    reached: dict[str, list[Decision]] = {start: []}
    waiting = [start]
    for node in waiting:
        for decision in joined.get(node, ()):
            for other in decision.pair:
                if other not in reached:
                    reached[other] = [*reached[node], decision]
                    waiting.append(other)
    return reached.get(end, [])
