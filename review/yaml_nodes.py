"""Reads YAML as plain text, lists and tables with their lines, and nothing else.

Every scalar is text: there are no tags, no references to other places, no dates and no truths to be surprised by.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

import yaml

from ..graph.errors import ReviewError, one_line
from ..loaders.yaml_faults import invalid_yaml, line_too_deep

if TYPE_CHECKING:
    _Fastest: TypeAlias = yaml.BaseLoader
else:
    _Fastest = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

LONGEST: Final = 20_000_000
"""Characters of the largest file that is read."""
_DEEPEST: Final = 12
_TOO_DEEP: Final = "lists and tables are too deep in each other; take them apart"


@dataclass(slots=True)
class Node:
    """A scalar (``text``), a list (``items``) or a table (``table``), and the lines from ``line`` to ``last``."""

    line: int
    last: int
    text: str | None = None
    items: list[Node] | None = None
    table: dict[str, Node] | None = None
    flow: bool = False
    """True for a list or table in brackets."""
    keys: dict[str, int] = field(default_factory=dict)
    """The lines of a table's keys."""


def read_nodes(path: str, text: str) -> Node | None:
    """Return what the YAML holds, or nothing when it is empty; raise ReviewError for what is not plain."""
    if len(text) > LONGEST:
        raise ReviewError(path, 0, f"has {len(text):,} characters; {LONGEST:,} are read at most")
    try:
        events = yaml.parse(text, Loader=_Fastest)
        return _Reader(path, events).document()
    except yaml.YAMLError as error:
        if deep := line_too_deep(text, _DEEPEST):
            raise ReviewError(path, deep, _TOO_DEEP) from error
        raise ReviewError(path, 0, invalid_yaml(error)) from error


class _Reader:
    def __init__(self, path: str, events: Iterator[yaml.Event]) -> None:
        self._path = path
        self._events = events

    def document(self) -> Node | None:
        root: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent | yaml.StreamStartEvent):
                continue
            if isinstance(event, yaml.DocumentEndEvent | yaml.StreamEndEvent):
                continue
            if root is not None:
                raise ReviewError(self._path, _line(event), "a second document begins here; a file holds one")
            root = self._node(event, 0)
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        line = _line(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise ReviewError(self._path, line, "& and * refer to other places, which is not taken: write it out")
        if getattr(event, "tag", None):
            raise ReviewError(self._path, line, "tags (!...) are not taken: write text")
        if depth > _DEEPEST:
            raise ReviewError(self._path, line, _TOO_DEEP)
        if isinstance(event, yaml.ScalarEvent):
            return Node(line, _end(event), text=event.value)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(event, depth)
        return self._table(event, depth)

    def _list(self, event: yaml.SequenceStartEvent, depth: int) -> Node:
        node = Node(_line(event), _line(event), items=[], flow=bool(event.flow_style))
        assert node.items is not None
        for inner in self._events:
            if isinstance(inner, yaml.SequenceEndEvent):
                if node.flow:
                    node.last = _end(inner)
                return node
            node.items.append(self._node(inner, depth + 1))
            node.last = node.items[-1].last
        raise AssertionError("a list that does not end")

    def _table(self, event: yaml.Event, depth: int) -> Node:
        node = Node(_line(event), _line(event), table={}, flow=bool(getattr(event, "flow_style", False)))
        assert node.table is not None
        for inner in self._events:
            if isinstance(inner, yaml.MappingEndEvent):
                if node.flow:
                    node.last = _end(inner)
                return node
            key = self._node(inner, depth + 1)
            if key.text is None:
                raise ReviewError(self._path, key.line, "a key must be text")
            if key.text in node.table:
                raise ReviewError(self._path, key.line, f"{one_line(key.text)} stands twice; join the two")
            node.keys[key.text] = key.line
            node.table[key.text] = value = self._node(next(self._events), depth + 1)
            node.last = max(key.last, value.last)
        raise AssertionError("a table that does not end")


def _line(event: yaml.Event) -> int:
    return (event.start_mark.line if event.start_mark else 0) + 1


def _end(event: yaml.Event) -> int:
    """The last line of a scalar or bracket; a block scalar ends where the next line begins."""
    mark = event.end_mark
    if mark is None:
        return _line(event)
    return mark.line + (1 if mark.column or mark.line + 1 == _line(event) else 0)
