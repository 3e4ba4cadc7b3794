"""Places the cards of the negotiation table: sides left and right, what is on the table between them, rounds on top.

The sizes are those of a canvas of about 850 by 850 pixels at scale 1, so that the cards of one article need no
magnifying glass; cards are as tall as their words need.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from .content import Content, Node
from .timeline import in_time

_CARD, _STATE = 212, 150
_ITEM, _NARROW_ITEM = 346, 262
_EVENT = 262
_GAP, _PAD, _TITLE, _AISLE, _ROAD = 8, 12, 24, 34, 22
_LINE, _SMALL = 17, 15
_BOLD, _PLAIN = 8.2, 7.0
"""How wide a character is at most, on average, in titles and in notes."""
_TALLEST, _ONE_COLUMN, _TWO_COLUMNS = 15, 1250, 9000
_NEVER = {"post", "place", "process"}


@dataclass(frozen=True, slots=True)
class Box:
    """A card's middle and size."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Lane:
    """A titled area with cards in it; ``side`` is empty for what belongs to no side."""

    title: str
    side: str
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything goes."""

    boxes: dict[str, Box]
    lanes: tuple[Lane, ...]


@dataclass(slots=True)
class _Stack:
    """Cards of one lane, in columns from top to bottom, before the lane has a place."""

    title: str
    side: str
    nodes: list[Node]
    columns: int = 1
    card: int = _CARD

    @property
    def width(self) -> int:
        return self.columns * (self.card + _GAP) - _GAP + 2 * _PAD

    @property
    def height(self) -> int:
        return _TITLE + max(self.tall(part) for part in self.parts()) + _GAP

    def size(self, node: Node) -> tuple[int, int]:
        return _size(node, self.card)

    def tall(self, nodes: Sequence[Node]) -> int:
        return sum(self.size(node)[1] + _GAP for node in nodes) - _GAP

    def parts(self) -> list[list[Node]]:
        """The cards of each column, so that the columns are about equally tall."""
        goal = self.tall(self.nodes) / self.columns
        made: list[list[Node]] = [[]]
        filled = -_GAP
        for node in self.nodes:
            own = self.size(node)[1]
            if len(made) < self.columns and made[-1] and filled + own / 2 > goal:
                made.append([])
                filled = -_GAP
            made[-1].append(node)
            filled += own + _GAP
        return made


def arrange(content: Content) -> Layout:
    """The negotiation table of a content; the same content always gives the same places."""
    shown = drawn(content)
    left, middle, right = _columns(content, shown)
    boxes: dict[str, Box] = {}
    lanes: list[Lane] = []
    widths = [max((stack.width for stack in column), default=0) for column in (left, middle, right)]
    total = sum(widths) + _AISLE * (sum(1 for width in widths if width) - 1)
    placed, apart = in_time([node for node in shown if node.kind == "event"])
    top = _place_events([*placed, *apart], total, boxes)
    x = -total // 2
    for column, width in zip((left, middle, right), widths, strict=True):
        _place_column(column, x, top, width, boxes, lanes)
        x += width + _AISLE if width else 0
    return Layout(boxes, tuple(lanes))


def drawn(content: Content) -> list[Node]:
    """The nodes that get a card: what acts, belongs, speaks or lies on the table; posts and places are in the panel."""
    linked = {
        end for fact in content.facts for edge in fact.edges if not edge.quiet for end in (edge.source, edge.target)
    }
    told = {node for fact in content.facts for node in fact.nodes}
    speakers = {agent for statement in content.statements for agent in statement.chain[-1:]}
    parties = {side.id for side in content.sides if side.party}
    seen = linked | speakers | parties

    def has_card(node: Node) -> bool:
        if node.kind in ("item", "document", "event", "delegation"):
            return True
        return node.id in seen or (node.kind == "person" and bool(node.side or node.id in told))

    nodes = [node for node in content.nodes if node.kind not in _NEVER and has_card(node)]
    return sorted(nodes, key=lambda node: (node.rank, node.id))


def _columns(content: Content, shown: Sequence[Node]) -> tuple[list[_Stack], list[_Stack], list[_Stack]]:
    left: list[_Stack] = []
    right: list[_Stack] = []
    agents = [node for node in shown if node.kind not in ("item", "document", "event")]
    named = set()
    for number, side in enumerate(content.sides):
        members = _by_delegation([node for node in agents if node.side == side.id], content)
        if not members or not (side.party or len(members) > 1):
            continue
        named.add(side.id)
        stack = _Stack(side.label, side.id, members, ceil(len(members) / _TALLEST))
        (left if side.party and number % 2 == 0 else right).append(stack)
    rest = [node for node in agents if node.side not in named]
    if rest:
        shorter = left if _height(left) < _height(right) else right
        title = "Sources and others" if named else "People and organisations"
        shorter.append(_Stack(title, "", rest, ceil(len(rest) / _TALLEST)))
    return left, _table(shown), right


def _table(shown: Sequence[Node]) -> list[_Stack]:
    """What is on the table, what no longer is, and the documents: one under the other, in columns only when needed."""
    items = [node for node in shown if node.kind == "item"]
    lanes = [
        ("On the table", [node for node in items if not node.closed]),
        ("Already carried out", [node for node in items if node.closed and _is_done(node)]),
        ("Denied, rejected or withdrawn", [node for node in items if node.closed and not _is_done(node)]),
        ("Documents", [node for node in shown if node.kind == "document"]),
    ]
    tall = _height([_Stack(title, "", nodes, 1, _ITEM) for title, nodes in lanes if nodes])
    columns = 1 if tall <= _ONE_COLUMN else 2 + tall // _TWO_COLUMNS
    card = _ITEM if columns < 2 else _NARROW_ITEM
    return [_Stack(title, "", nodes, columns, card) for title, nodes in lanes if nodes]


def _is_done(node: Node) -> bool:
    return node.statuses[-1].standing != "denied" and node.statuses[-1].key == "carriedOut"


def _by_delegation(nodes: Iterable[Node], content: Content) -> list[Node]:
    """The side itself, then each delegation followed by its members, then everybody else."""
    rest = {node.id: node for node in nodes}
    groups: dict[str, list[str]] = {}
    for fact in content.facts:
        if fact.kind in ("head", "member"):
            for edge in fact.edges:
                groups.setdefault(edge.target, []).append(edge.source)
    order = [node.id for node in rest.values() if node.kind == "state" or node.id == node.side]
    for node in rest.values():
        if node.kind == "delegation":
            members = set(groups.get(node.id, []))
            order += [node.id, *(other for other in rest if other in members)]
    order = list(dict.fromkeys([*order, *rest]))
    return [rest[iri] for iri in order if iri in rest]


def _place_events(events: Sequence[Node], total: int, boxes: dict[str, Box]) -> int:
    room = max(1, (max(total, 3 * (_EVENT + _GAP)) + 2 * _GAP) // (_EVENT + 2 * _GAP))
    y = 0
    for start in range(0, len(events), room):
        row = events[start : start + room]
        step = _EVENT + 2 * _GAP
        height = max(_size(node, _EVENT)[1] for node in row)
        x = -(min(room, len(events)) - 1) * step // 2
        for place, node in enumerate(row):
            boxes[node.id] = Box(x + place * step, y + height // 2, _EVENT, height)
        y += height + _ROAD
    return y


def _place_column(column: list[_Stack], x: int, top: int, width: int, boxes: dict[str, Box], lanes: list[Lane]) -> None:
    y = top
    for stack in column:
        lanes.append(Lane(stack.title, stack.side, x, y, width, stack.height))
        step = (width - 2 * _PAD + _GAP) // stack.columns
        for place, part in enumerate(stack.parts()):
            middle = x + _PAD + place * step + (step - _GAP) // 2
            card = y + _TITLE
            for node in part:
                size = stack.size(node)
                boxes[node.id] = Box(middle, card + size[1] // 2, *size)
                card += size[1] + _GAP
        y += stack.height + _GAP


def _height(column: Sequence[_Stack]) -> int:
    return sum(stack.height + _GAP for stack in column) - _GAP if column else 0


def _size(node: Node, width: int) -> tuple[int, int]:
    """Width and height of a card, from a guess at how many lines its words take."""
    if node.kind == "state":
        return _STATE, 36
    if node.kind == "delegation":
        return width, 12 + _LINE * _lines(node.label, width - 16, 2) + _SMALL * _lines(node.note, width - 16, 2, _PLAIN)
    if node.kind == "item":
        amount = 1 if node.amount and node.amount.casefold() not in node.label.casefold() else 0
        below = amount + _lines(" · ".join(node.limits), width - 20, 2, _PLAIN)
        return width, 31 + _LINE * _lines(node.label, width - 20, 3) + _SMALL * below
    if node.kind == "document":
        return width, 14 + _LINE * _lines(f"{node.label} · {node.note}", width - 24, 2)
    if node.kind == "event":
        return width, 14 + _LINE * _lines(node.label, width - 40, 2) + _SMALL
    room = width - 60
    return width, max(40, 12 + _LINE * _lines(node.label, room, 3) + _SMALL * _lines(node.note, room, 3, _PLAIN))


@lru_cache(maxsize=100_000)
def _lines(text: str, width: int, most: int, character: float = _BOLD) -> int:
    return min(most, len(textwrap.wrap(text, max(8, int(width / character)), break_on_hyphens=False)))
