"""The order of events by what the sources say: dates, numbers in a series, and which follows which. No guesses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..content.records import Node


def in_time(events: Iterable[Node]) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """The events in order, and apart from them those that nothing in the sources places."""
    waiting = sorted(events, key=lambda event: (event.time.date or "~", event.time.series, _number(event), event.id))
    placed = [event for event in waiting if event.time.date]
    waiting = [event for event in waiting if not event.time.date]
    for event in [event for event in waiting if event.time.number is not None]:
        place = _place_by_number(event, placed)
        if place is not None:
            placed.insert(place, event)
            waiting.remove(event)
    followers = True
    while followers:
        known = {event.id for event in placed}
        followers = any(event.time.after in known for event in waiting)
        for event in [event for event in waiting if event.time.after in known]:
            before = next(i for i, other in enumerate(placed) if other.id == event.time.after)
            placed.insert(before + 1, event)
            waiting.remove(event)
    return tuple(placed), tuple(waiting)


def _number(event: Node) -> float:
    return float("inf") if event.time.number is None else event.time.number


def _place_by_number(event: Node, placed: Sequence[Node]) -> int | None:
    """After the last of its series with a smaller number, else before the first with a larger one."""
    series = [(i, _number(other)) for i, other in enumerate(placed) if other.time.series == event.time.series]
    earlier = [i for i, number in series if number < _number(event)]
    later = [i for i, number in series if _number(event) < number < float("inf")]
    if earlier:
        return earlier[-1] + 1
    if later:
        return later[0]
    return None if placed else 0
