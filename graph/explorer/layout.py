"""Places the cards of the negotiation table: sides left and right, what is on the table between them, rounds on top."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, sqrt

from .content import Content, Node

_SIZES = {"state": (150, 38), "delegation": (168, 42), "item": (226, 78), "document": (190, 44), "event": (186, 50)}
_CARD = (196, 46)
_GAP, _PAD, _TITLE, _AISLE = 12, 16, 36, 76
_TALLEST, _ONE_COLUMN = 13, 9
_ALWAYS = {"item", "document", "event", "delegation"}
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
    columns: int

    @property
    def width(self) -> int:
        widest = max((_size(node)[0] for node in self.nodes), default=_CARD[0])
        return self.columns * (widest + _GAP) - _GAP + 2 * _PAD

    @property
    def height(self) -> int:
        tallest = max((sum(_size(node)[1] + _GAP for node in part) for part in self.parts()), default=0)
        return _TITLE + tallest - _GAP + _PAD if tallest else _TITLE

    def parts(self) -> list[list[Node]]:
        rows = ceil(len(self.nodes) / self.columns) or 1
        return [self.nodes[i : i + rows] for i in range(0, len(self.nodes), rows)]


def arrange(content: Content) -> Layout:
    """The negotiation table of a content; the same content always gives the same places."""
    shown = drawn(content)
    left, middle, right = _columns(content, shown)
    boxes: dict[str, Box] = {}
    lanes: list[Lane] = []
    widths = [max((stack.width for stack in column), default=0) for column in (left, middle, right)]
    total = sum(widths) + _AISLE * (sum(1 for width in widths if width) - 1)
    top = _place_events([node for node in shown if node.kind == "event"], total, boxes)
    bottom = top + max((_height(column) for column in (left, middle, right)), default=0)
    x = -total // 2
    for column, width in zip((left, middle, right), widths, strict=True):
        _place_column(column, x, top, width, bottom, boxes, lanes)
        x += width + _AISLE if width else 0
    return Layout(boxes, tuple(lanes))


def drawn(content: Content) -> list[Node]:
    """The nodes that get a card: what acts, belongs, speaks or lies on the table; posts and places are in the panel."""
    linked = {
        end for fact in content.facts for edge in fact.edges if not edge.quiet for end in (edge.source, edge.target)
    }
    linked |= {agent for statement in content.statements for agent in statement.chain[-1:]}
    linked |= {side.id for side in content.sides if side.party}
    nodes = [node for node in content.nodes if node.kind not in _NEVER]
    return sorted(
        (node for node in nodes if node.kind in _ALWAYS or node.kind == "person" or node.id in linked),
        key=lambda node: (node.rank, node.id),
    )


def _columns(content: Content, shown: Sequence[Node]) -> tuple[list[_Stack], list[_Stack], list[_Stack]]:
    left: list[_Stack] = []
    right: list[_Stack] = []
    agents = [node for node in shown if node.kind not in ("item", "document", "event")]
    cards = [node for node in shown if node.kind == "item"] + [node for node in shown if node.kind == "document"]
    rows = len(cards) if len(cards) <= _ONE_COLUMN else ceil(len(cards) / ceil(sqrt(len(cards) / 5)))
    tallest = max(_TALLEST, rows * _SIZES["item"][1] // _CARD[1])
    named = set()
    for number, side in enumerate(content.sides):
        members = _by_delegation([node for node in agents if node.side == side.id], content)
        if not members or not (side.party or len(members) > 1):
            continue
        named.add(side.id)
        stack = _stack(side.label, side.id, members, tallest)
        (left if side.party and number % 2 == 0 else right).append(stack)
    rest = [node for node in agents if node.side not in named]
    if rest:
        shorter = left if _height(left) < _height(right) else right
        shorter.append(_stack("Sources and others" if named else "People and organisations", "", rest, tallest))
    table = _stack("On the table", "", cards, max(rows, 1))
    return left, [table] if table.nodes else [], right


def _stack(title: str, side: str, nodes: list[Node], tallest: int) -> _Stack:
    return _Stack(title, side, nodes, max(1, ceil(len(nodes) / tallest)))


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
    width, height = _SIZES["event"]
    room = max(1, (max(total, 4 * (width + 2 * _GAP)) + 2 * _GAP) // (width + 2 * _GAP))
    y = 0
    for start in range(0, len(events), room):
        row = events[start : start + room]
        step = width + 2 * _GAP
        x = -(len(row) - 1) * step // 2
        for place, node in enumerate(row):
            boxes[node.id] = Box(x + place * step, y + height // 2, width, height)
        y += height + 2 * _GAP
    return y


def _place_column(
    column: list[_Stack], x: int, top: int, width: int, bottom: int, boxes: dict[str, Box], lanes: list[Lane]
) -> None:
    y = top
    for number, stack in enumerate(column):
        last = number == len(column) - 1
        height = bottom - y if last else stack.height
        lanes.append(Lane(stack.title, stack.side, x, y, width, height))
        step = (width - 2 * _PAD + _GAP) // stack.columns
        for place, part in enumerate(stack.parts()):
            middle = x + _PAD + place * step + (step - _GAP) // 2
            card = y + _TITLE
            for node in part:
                size = _size(node)
                boxes[node.id] = Box(middle, card + size[1] // 2, *size)
                card += size[1] + _GAP
        y += height + _GAP


def _height(column: Sequence[_Stack]) -> int:
    return sum(stack.height + _GAP for stack in column) - _GAP if column else 0


def _size(node: Node) -> tuple[int, int]:
    return _SIZES.get(node.kind, _CARD)
