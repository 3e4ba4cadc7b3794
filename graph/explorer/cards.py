"""Which nodes get a card on the table, and in which order; where it lies is for the page, which measures its words."""

from __future__ import annotations

from ..content.records import Content, Node

_NEVER = {"post", "place", "process"}


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
