"""The graph that the page draws, as vis-network takes it: built by pyvis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from ..content.lines import read_back
from ..content.records import Content, Node

_CONNECTED_LIMIT: Final = 2000


def network(
    content: Content, cards: Sequence[Node], number: Mapping[str, int]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:  # pyvis is untyped
    """vis-network's nodes and edges, built by pyvis; above its quadratic limit they are filled in directly.

    The nodes stand in the order of their lanes; the page measures their words and places them.
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
    return nodes, edges
