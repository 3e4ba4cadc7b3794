"""How each item stands on the page: by its acts in the order in which all questions take them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from ..content.records import Node, Status
from ..content.wording import advancement
from ..history.positions import Position
from ..kinds import in_words

_FIRMEST_LAST: Final = ("denied", "expected", "conditional", "claimed", "asserted")


def standing_as(at: Position, node: Node) -> Node:
    """Return an item's node with its statuses in order of its acts: the last tells where it stands.

    What is not done stands before all that is, and an answer that names another item is an act on this one too. It goes
    by what it was called when it was asked for or promised, rather than when it was done.
    """
    name = node.label if at.item == node.id else at.item
    aliases = tuple(dict.fromkeys(other for other in (node.label, *node.aliases) if other != name))
    undone = [act for act in at.every if act not in at.acts]
    acts = (*undone, *at.acts)
    place = {fact: number for number, act in enumerate(acts) for fact in act.facts}
    told = {status.fact for status in node.statuses}
    answers = (
        Status(act.status, in_words(act.status), act.standing, act.facts[0])
        for act in acts
        if told.isdisjoint(act.facts)
    )
    statuses = tuple(_sorted((*node.statuses, *answers), place))
    return replace(node, statuses=statuses, label=name, aliases=aliases)


def _sorted(statuses: Iterable[Status], place: dict[str, int]) -> list[Status]:
    """Of what several tell of one act the firmest comes last."""

    def key(one: Status) -> tuple[int, int, int, str]:
        firm = _FIRMEST_LAST.index(one.standing) if one.standing in _FIRMEST_LAST else 0
        return place.get(one.fact, -1), firm, advancement(one.key), one.fact

    return sorted(statuses, key=key)
