"""Finds links between nodes that lead to more than one item of Wikidata: one of them is wrong, and none is followed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from ...ontology.terms import PARLEY
from ..identity.chains import chains
from ..writing.shared_identifiers import SAME_AS, identifier, is_item, nodes_of, own_identifier
from .clashes import Clash, Voice

if TYPE_CHECKING:
    from ..knowledge import Knowledge

_SAME: Final = f"""
SELECT ?node ?p ?other ?id WHERE {{
  VALUES ?p {{ {" ".join(f"<{iri}>" for iri in SAME_AS)} }}
  GRAPH ?graph {{ ?node ?p ?other }}
  FILTER(STRENDS(STR(?graph), "/graph"))
  BIND(IRI(REPLACE(STR(?graph), "/graph$", "")) AS ?source)
  ?source <{PARLEY.sourceId}> ?id .
}} ORDER BY ?node ?other ?p ?id
"""


def find_item_clashes(knowledge: Knowledge) -> tuple[Clash, ...]:
    """Return where a node, or a chain of links that nobody has cut, leads to two items; each with two of its links."""
    voices = dict(_told(knowledge))
    items: dict[str, list[str]] = defaultdict(list)
    held: dict[str, set[str]] = defaultdict(set)
    apart = {pair for one in knowledge.decisions() if one.verdict == "different" for pair in (one.pair, one.pair[::-1])}
    for node, code in voices:
        if is_item(code):
            items[node].append(code)
        elif not any((node, end) in apart for end in nodes_of(code)):
            held[code].update((node, *nodes_of(code)))
    found = (_clash(nodes, items, voices) for nodes in _parts(held, items))
    return tuple(sorted(filter(None, found), key=str))


def _told(knowledge: Knowledge) -> Iterator[tuple[tuple[str, str], Voice]]:
    """Yield each identifier that a node has by what it is the same as, or is itself, with who says so."""
    for row in knowledge.query(_SAME):
        node, predicate, other, source = (str(row[name]) for name in ("node", "p", "other", "id"))
        if not (code := identifier(f"<{predicate}>", f"<{other}>")):
            continue
        words = Voice(source, code.removeprefix("wikidata:"), f"<{node}> <{predicate}> <{other}>")
        yield (node, code), words
        if own := own_identifier(node):
            yield (node, own), Voice(source, own.removeprefix("wikidata:"), words.quote)


def _parts(held: Mapping[str, set[str]], items: Mapping[str, list[str]]) -> Iterator[set[str]]:
    """Yield the nodes of each chain, and each node that is in none."""
    left = set(items)
    for _, nodes in chains(held):
        left -= nodes
        yield nodes
    yield from ({node} for node in left)


def _clash(nodes: set[str], items: Mapping[str, list[str]], voices: Mapping[tuple[str, str], Voice]) -> Clash | None:
    told = sorted((code, node) for node in nodes for code in items.get(node, ()))
    if not told or told[0][0] == told[-1][0]:
        return None
    first, last = (voices[node, code] for code, node in (told[0], told[-1]))
    chain = "links lead" if len(nodes) > 1 else "one node leads"
    return Clash(f"{chain} to two items of Wikidata, and nothing is joined by them", first, last)
