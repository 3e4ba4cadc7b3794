"""Which tellings of a block are matched otherwise when some come or go, where that is not all of them.

Very many sources name one place, and two parties negotiate again after years: who comes is not to cost as much as all
of them together.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from .closeness import gap
from .items import LONGEST
from .tellings import Telling


def reached(block: str, tellings: Sequence[Telling], changing: Collection[str]) -> Callable[[str], bool]:
    """Return what tells of a node whether its matches can change with the nodes that come or go.

    ``tellings`` are all of the block, those that come and those that go included. Without any that change, and in
    blocks where each may be matched with any other, all are reached.
    """
    kind, _, key = block.partition(":")
    if changing and (kind == "post" or (kind == "named" and not key.startswith("organization/"))):
        return _next_to_each_other(tellings, changing)
    if changing and kind == "item" and all(one.day for one in tellings):
        return _without_a_long_silence(tellings, changing)
    return lambda node: True


def _next_to_each_other(tellings: Sequence[Telling], changing: Collection[str]) -> Callable[[str], bool]:
    """Reach from the last before those that change to the first after them.

    All have one name here, and each is matched with the next alone.
    """
    first, last = min(changing), max(changing)
    low = max((one.node for one in tellings if one.node < first), default=first)
    high = min((one.node for one in tellings if one.node > last), default=last)
    return lambda node: low <= node <= high


def _without_a_long_silence(tellings: Sequence[Telling], changing: Collection[str]) -> Callable[[str], bool]:
    """Reach from one day to the next as long as items so far apart can be one."""
    days = sorted({one.day for one in tellings})
    changed = {one.day for one in tellings if one.node in changing}
    first, last = days.index(min(changed)), days.index(max(changed))
    while first > 0 and gap(days[first - 1], days[first]) <= LONGEST:
        first -= 1
    while last + 1 < len(days) and gap(days[last], days[last + 1]) <= LONGEST:
        last += 1
    there = {one.node for one in tellings if days[first] <= one.day <= days[last]}
    return there.__contains__
