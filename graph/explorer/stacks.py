"""Which items stand on one card: what one party put into the same words more than once, which nothing tells to be one.

They stay items of their own: a card has their number, and shows each of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from ..history.deeds import Deed
from ..history.record import Record
from ..matching.spelling import plain

_ARTICLE: Final = re.compile(r"\b(?:an?|the) ")


def stacks(record: Record, deeds: Iterable[Deed]) -> list[tuple[str, ...]]:
    """Return the items of each card of several, those last acted on first."""
    acts: defaultdict[str, list[Deed]] = defaultdict(list)
    for one in deeds:
        acts[one.item].append(one)
    found: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
    for node in record.content.nodes:
        if node.kind == "item" and acts[node.id]:
            sides = frozenset(side for one in acts[node.id] for side in record.sides(one.agents))
            found[_ARTICLE.sub("", plain(node.label)), node.amount, node.limits, sides].append(node.id)

    def last(item: str) -> tuple[str, str]:
        return max(one.when.first for one in acts[item]), item

    return [tuple(sorted(some, key=last, reverse=True)) for some in found.values() if len(some) > 1]
