"""Reads a story: a few steps through the page, each with words of its own and a link that the page gave."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from .graph.errors import ReviewError, one_line
from .review.yaml_nodes import read_nodes

if TYPE_CHECKING:
    from .review.yaml_nodes import Node

_STORY: Final = ("title", "steps")
_STEP: Final = ("title", "text", "link")


def read_story(path: Path) -> dict[str, object]:
    """Return the title and the steps of a story as the page takes them; raise ReviewError where it is none."""
    try:
        root = read_nodes(str(path), path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ReviewError(path, 0, getattr(error, "strerror", None) or "it is not UTF-8") from None
    told = _table(path, root, _STORY)
    steps = told["steps"].items
    if not steps:
        raise ReviewError(path, told["steps"].line, "steps must be a list of one step or more")
    return {"title": _text(path, told["title"]), "steps": [_step(path, node) for node in steps]}


def _step(path: Path, node: Node) -> dict[str, str]:
    told = _table(path, node, _STEP)
    made = {key: _text(path, told[key]) for key in _STEP}
    if "#" not in made["link"]:
        raise ReviewError(path, told["link"].line, "link must be an address of the page, as Copy link gives it")
    return {"title": made["title"], "text": made["text"], "at": "#" + made["link"].partition("#")[2]}


def _table(path: Path, node: Node | None, keys: tuple[str, ...]) -> Mapping[str, Node]:
    if node is None or node.table is None:
        raise ReviewError(path, node.line if node else 0, f"here must stand {', '.join(keys)}")
    for key in node.table:
        if key not in keys:
            raise ReviewError(path, node.keys[key], f"{one_line(key)} is not known here; there are {', '.join(keys)}")
    missing = [key for key in keys if key not in node.table]
    if missing:
        raise ReviewError(path, node.line, f"{missing[0]} is missing")
    return node.table


def _text(path: Path, node: Node) -> str:
    if not (node.text or "").strip():
        raise ReviewError(path, node.line, "here must stand text")
    return str(node.text).strip()
