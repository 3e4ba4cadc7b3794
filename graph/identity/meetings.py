"""Nodes that changed matches bring together, where all that was one by them stays one."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ..matching.matches import Match
from .clusters import BETWEEN_TWO


def met(come: Iterable[Match], gone: Iterable[Match]) -> list[frozenset[str]]:
    """Return the nodes that matches which come make one, group by group; ``gone`` are those that are there no more.

    Left out is where more has to be looked at: where a match goes between nodes that no others bring together, or one
    of those comes or goes of which some count only.
    """
    groups: dict[str, set[str]] = {}
    plain, doubtful = list[Match](), set[str]()
    for match in come:
        plain.append(match)
        small, large = sorted((groups.get(node, {node}) for node in (match.first, match.second)), key=len)
        if small is not large:
            large |= small
            groups.update(dict.fromkeys(large, large))
    for match in gone:
        if groups.get(match.first) is not groups.get(match.second) or match.first not in groups:
            doubtful.update((match.first, match.second))
    doubtful.update(
        node for match in (*plain, *gone) if match.block.startswith(BETWEEN_TWO) for node in (match.first, match.second)
    )
    return [frozenset(group) for group in {id(one): one for one in groups.values()}.values() if not group & doubtful]


def stay_together(nodes: Collection[str], matches: Iterable[Match]) -> bool:
    """True when no match that makes two one leads out of these nodes."""
    return all(match.first in nodes and match.second in nodes for match in matches if match.same)
