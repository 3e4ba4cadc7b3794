"""Chains of links between nodes, and which of them would make one what cannot be one.

Of a chain that leads from one item of Wikidata to another some link is wrong, and nobody can see which: none of it is
followed, whatever the order in which its links come.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from ..writing.shared_identifiers import go_together, is_link


def broken(
    alike: Mapping[str, Collection[str]],
    marks: Callable[[str], Collection[str]],
    is_cut: Callable[[str, str], bool],
) -> set[str]:
    """Return the identifiers that links give and that make up chains of nodes which differ.

    ``alike``: the nodes that carry an identifier; ``marks``: what each carries; ``is_cut``: whether somebody
    has decided that a node does not go with an identifier.
    """
    held = {code: [node for node in alike[code] if not is_cut(node, code)] for code in filter(is_link, alike)}
    found: set[str] = set()
    for codes, nodes in chains(held):
        if not go_together({mark for node in nodes for mark in marks(node)}):
            found |= codes
    return found


def chains(held: Mapping[str, Collection[str]]) -> Iterator[tuple[set[str], set[str]]]:
    """Yield the identifiers and the nodes of each chain."""
    by_node: dict[str, list[str]] = {}
    for code, nodes in held.items():
        for node in nodes:
            by_node.setdefault(node, []).append(code)
    seen: set[str] = set()
    for start in held:
        codes: set[str] = set()
        reached: set[str] = set()
        waiting = [] if start in seen else [start]
        while waiting:
            code = waiting.pop()
            if code not in codes:
                codes.add(code)
                fresh = [node for node in held[code] if node not in reached]
                reached.update(fresh)
                waiting += (other for node in fresh for other in by_node[node])
        seen |= codes
        if codes:
            yield codes, reached
