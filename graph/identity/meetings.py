"""Nodes that matches bring together, and whether they lead out of a cluster."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ..matching.matches import Match
from .clusters import BETWEEN_TWO


def met(come: Iterable[Match]) -> list[frozenset[str]]:
    """Return the nodes that matches which come make one, group by group.

    Left out is whom one of those brings together of which only some count.
    """
    groups: dict[str, set[str]] = {}
    doubtful: set[str] = set()
    for match in come:
        pair = match.first, match.second
        small, large = sorted((groups.get(node, {node}) for node in pair), key=len)
        large |= small
        groups.update(dict.fromkeys((*small, *pair), large))
        if match.block.startswith(BETWEEN_TWO):
            doubtful.update(pair)
    return [frozenset(group) for group in {id(one): one for one in groups.values()}.values() if not group & doubtful]


def stay_together(nodes: Collection[str], matches: Iterable[Match]) -> bool:
    """True when no match that makes two one leads out of these nodes."""
    return all(match.first in nodes and match.second in nodes for match in matches if match.same)
