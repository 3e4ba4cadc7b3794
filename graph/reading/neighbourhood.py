"""What the canonical graph says of one node: its own triples, those that point at it, and what explains these."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

import rdflib
from rdflib import URIRef

if TYPE_CHECKING:
    from ..knowledge import Knowledge

_STEPS: Final = 4
"""So far from what points at a node its words lie: fact, statement, passage, selector."""
_TRIPLES: Final = "SELECT ?s ?p ?o WHERE {{ VALUES ?{end} {{ {nodes} }} ?s ?p ?o FILTER(isIRI(?{end})) }}"


def about(knowledge: Knowledge, node: str) -> rdflib.Graph:
    """Return the triples of which the node is the subject or the object, with the prefixes that are known here."""
    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, space in knowledge.prefixes.items():
        graph.bind(prefix, space)
    for end in ("s", "o"):
        for row in knowledge.query(_TRIPLES.format(end=end, nodes=URIRef(node).n3())):
            terms = row["s"], row["p"], row["o"]
            graph.add(terms)  # type: ignore[arg-type]  # a row of three variables that are all bound
    return graph


def nodes_around(knowledge: Knowledge, node: str) -> set[str]:
    """Return the node, what points at it, and all that these lead to within a few steps."""
    pointing = {row for row in about(knowledge, node).subjects() if isinstance(row, URIRef)}
    found = {URIRef(node), *pointing}
    edge = set(found)
    for _ in range(_STEPS):
        edge = _objects(knowledge, edge) - found
        found |= edge
    return {str(one) for one in found}


def _objects(knowledge: Knowledge, nodes: Iterable[URIRef]) -> set[URIRef]:
    values = " ".join(node.n3() for node in sorted(nodes))
    query = f"SELECT DISTINCT ?o WHERE {{ VALUES ?s {{ {values} }} ?s ?p ?o FILTER(isIRI(?o)) }}"
    return {row["o"] for row in knowledge.query(query) if isinstance(row["o"], URIRef)}
