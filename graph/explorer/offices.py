"""Which posts people hold now: what is told later to be a former post of theirs, or another office, comes after it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from ..content.records import Node
from ..content.wording import moment
from ..history.careers import Tenure, ended_by, narrower, tenures
from ..history.record import Record

_AT_A_ROUND: Final = frozenset(("mediator", "host", "observer"))
"""What somebody is for the length of a round, beside any post."""
_HEAD: Final = "head of delegation"


class Offices:
    """The posts of everybody in a record."""

    def __init__(self, record: Record) -> None:
        self._of: defaultdict[str, list[Tenure]] = defaultdict(list)
        for one in tenures(record):
            if not one.denied:
                self._of[one.person].append(one)

    def ended(self) -> Mapping[str, str]:
        """The facts that tell of a post as held which is told to be a former one, each with since when it is told."""
        found: dict[str, str] = {}
        for mine in self._of.values():
            for one in mine:
                former = ended_by(one, mine)
                if former:
                    found |= dict.fromkeys(one.facts, moment(former.first) if former.first else "others")
        return found

    def noted(self, node: Node) -> Node:
        """Return a person's node with the post that is told of last; as it is where one alone is told of."""
        mine = [one for one in self._of.get(node.id, ()) if one.kind == "current"]
        if len(mine) < 2 and not any(ended_by(one, self._of[node.id]) for one in mine):
            return node
        now = self._now(mine, self._of[node.id])
        post = _named(now) if now else f"formerly {_named(mine[0])}"
        return replace(node, note=" · ".join([post, _HEAD] if node.note.endswith(_HEAD) else [post]))

    def _now(self, current: Iterable[Tenure], all_: Iterable[Tenure]) -> Tenure | None:
        held = [one for one in current if not ended_by(one, all_)]
        held = [one for one in held if one.title.casefold() not in _AT_A_ROUND] or held
        exact = [one for one in held if not any(narrower(other, one) for other in held)]
        return max(exact, key=lambda one: (one.days or [""])[-1], default=None)


def _named(one: Tenure) -> str:
    told = not one.body or one.body.casefold() in one.title.casefold()
    return one.title if told else f"{one.title}, {one.body}"
