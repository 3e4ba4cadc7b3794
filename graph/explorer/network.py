"""The graph that the page draws, built by pyvis: cards in their order, and lines, each kind of which is told once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from ..content.lines import read_back
from ..content.records import Content, Node

_CONNECTED_LIMIT: Final = 2000
_LINE: Final = ("kind", "words", "back", "quiet")


def network(
    content: Content, cards: Sequence[Node], number: Mapping[str, int]
) -> dict[str, list[Any]]:  # pyvis is untyped
    """The ``nodes``, in the order of their lanes, the ``edges``, and the ``lines``, of which each edge has one.

    An edge is ``[from, to, fact, line]``. Above pyvis's quadratic limit it is filled in directly.
    """
    from pyvis.network import Network  # type: ignore[import-untyped]  # pyvis ships no types

    made = Network(directed=True)
    shown = {node.id for node in cards}
    direct = len(cards) > _CONNECTED_LIMIT
    for node in cards:
        options = {"shape": "custom", "physics": False}
        if direct:
            made.nodes.append({"id": number[node.id], "label": " ", **options})
        else:
            made.add_node(number[node.id], label=" ", **options)
    for place, fact in enumerate(content.facts):
        for edge in fact.edges:
            if edge.source in shown and edge.target in shown:
                options = {
                    "words": edge.label,
                    "back": read_back(edge.label),
                    "kind": edge.kind,
                    "quiet": edge.quiet,
                    "fact": place,
                }
                ends = number[edge.source], number[edge.target]
                if direct:
                    made.edges.append({"from": ends[0], "to": ends[1], "arrows": "to", **options})
                else:
                    made.add_edge(*ends, **options)
    nodes, edges, *_ = made.get_network_data()
    lines: dict[tuple[Any, ...], int] = {}  # pyvis is untyped
    told = [(edge, lines.setdefault(tuple(edge[name] for name in _LINE), len(lines))) for edge in edges]
    return {
        "nodes": [node["id"] for node in nodes],
        "edges": [[edge["from"], edge["to"], edge["fact"], line] for edge, line in told],
        "lines": [dict(zip(_LINE, line, strict=True)) for line in lines],
    }
