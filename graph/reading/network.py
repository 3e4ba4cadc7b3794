"""The canonical graph as a network for networkx and what reads its files: entities, and facts as lines between them.

A fact node becomes a line from who does or holds something to what is done or held, with the fact's standing. Lines
without a standing are how things are ordered: what is a unit of what, which round follows which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, Final

from ..kinds import ENTITIES, kind_in_words
from .lookup import OA, ORG, PARLEY, SCHEMA, TYPE, Triples, concept_key

if TYPE_CHECKING:
    import networkx

    from ..knowledge import Knowledge

_LINKS: Final = {
    PARLEY + "side": "belongs to",
    PARLEY + "represents": "represents",
    ORG + "unitOf": "is a unit of",
    ORG + "postIn": "is a post in",
    SCHEMA + "containedInPlace": "is in",
    PARLEY + "ofTeam": "comes from",
    PARLEY + "atRound": "sits at",
    SCHEMA + "superEvent": "is part of",
    PARLEY + "previousRound": "follows",
    SCHEMA + "location": "takes place in",
    PARLEY + "party": "has as a party",
    SCHEMA + "author": "comes from",
    PARLEY + "exchangedAt": "is exchanged at",
    PARLEY + "discussedAt": "is discussed at",
}
"""Properties between two entities, in words."""
_TERMS: Final = {
    PARLEY + "obligor": "is to be done by",
    PARLEY + "beneficiary": "is for",
    PARLEY + "assistedBy": "is to be helped by",
}
"""Properties of an item's terms, in words."""
_TENURES: Final = {"current": "holds", "former": "formerly held", "announced": "is announced for"}
_DEPTH: Final = 8
"""Units of units are followed so far; what is told in a circle has no side."""
_UNREADABLE: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML has no way to write."""


@dataclass(frozen=True, slots=True, order=True)
class Line:
    """One line of the network: from where to where, and the fact that it stands for (empty where there is none)."""

    source: str
    target: str
    predicate: str
    fact: str = ""
    standing: str = ""
    quote: str = ""


def to_networkx(knowledge: Knowledge) -> networkx.MultiDiGraph[str]:
    """Return the network; every attribute of a node or line is a string that XML can hold.

    Nodes: ``label``, ``type`` in words, ``iri``, ``side``. Lines: ``predicate`` in words, ``standing``, ``fact``
    (the IRI of the fact that they stand for) and ``quote`` (the words that support it).
    """
    import networkx

    network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    triples = Triples(knowledge)
    for node in sorted({node for cls in ENTITIES for node in triples.subjects(TYPE, cls)}):
        sides = {triples.name(side) for side in _sides(triples, node)}
        side = readable(min(sides)) if len(sides) == 1 else ""
        network.add_node(node, label=readable(triples.name(node)), type=_kind(triples, node), iri=node, side=side)
    for line in sorted({*_links(triples), *_facts(triples)}):
        source, target, predicate, fact, standing, quote = astuple(line)
        if source in network and target in network:
            network.add_edge(source, target, predicate=predicate, standing=standing, fact=fact, quote=quote)
    return network


def graphml(network: networkx.Graph[str]) -> bytes:
    """Return the network as GraphML."""
    import networkx

    return _xml("\n".join(networkx.generate_graphml(network)))


def gexf(network: networkx.Graph[str]) -> bytes:
    """Return the network as GEXF, a line's words as its label, without the day on which it is written."""
    import networkx

    labelled = network.copy()
    for *_, data in labelled.edges(data=True):
        data["label"] = data["predicate"]
    text = "\n".join(networkx.generate_gexf(labelled, version="1.2draft"))
    return _xml(re.sub(r' lastmodifieddate="[^"]*"', "", text, count=1))


def readable(text: str) -> str:
    """Return the text without the characters that XML cannot hold, and with its line ends as XML reads them.

    >>> readable("ring\\x07 the\\r\\nbell")
    'ring the\\nbell'
    """
    return _UNREADABLE.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def _xml(text: str) -> bytes:
    head = "" if text.startswith("<?xml") else '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f"{head}{text}\n".encode()


def _kind(triples: Triples, node: str) -> str:
    kind = kind_in_words(triples.all(node, TYPE))
    event = triples.first(node, PARLEY + "eventKind")
    return triples.concept(event) if event and kind in ("event", "round") else kind


def _sides(triples: Triples, node: str, *, depth: int = 0) -> set[str]:
    """Whom a node belongs to: by what is said of it, of what it is part of, or of who acts on it or wrote it."""
    if own := triples.all(node, PARLEY + "side"):
        return set(own)
    if SCHEMA + "Country" in triples.all(node, TYPE):
        return {node}
    wider = [*triples.all(node, SCHEMA + "author")]
    for name in ("represents", "unitOf", "postIn"):
        wider += triples.all(node, (PARLEY if name == "represents" else ORG) + name)
    for act in triples.subjects(PARLEY + "concerns", node):
        if concept_key(triples.first(act, PARLEY + "standing")) != "denied":
            wider += triples.all(act, SCHEMA + "agent")
    return {side for other in wider for side in _sides(triples, other, depth=depth + 1)} if depth < _DEPTH else set()


def _links(triples: Triples) -> Iterator[Line]:
    for predicate, words in _LINKS.items():
        for node in triples.having(predicate):
            for other in triples.all(node, predicate):
                standing = concept_key(triples.first(node, PARLEY + "standing"))
                fact = node if standing else ""
                yield Line(node, other, words, fact, standing, _quote(triples, node) if fact else "")
    for item in triples.having(PARLEY + "hasTerm"):
        for term in triples.all(item, PARLEY + "hasTerm"):
            for predicate, words in _TERMS.items():
                for agent in triples.all(term, predicate):
                    yield Line(item, agent, words, term, quote=_quote(triples, term))


def _facts(triples: Triples) -> Iterator[Line]:
    for fact in triples.having(PARLEY + "standing"):
        standing, quote = concept_key(triples.first(fact, PARLEY + "standing")), _quote(triples, fact)
        for source, words, target in _ends(triples, fact):
            yield Line(source, target, words, fact, standing, quote)


def _ends(triples: Triples, fact: str) -> Iterator[tuple[str, str, str]]:
    """The lines that a fact stands for: from, words, to."""
    member, event = triples.first(fact, ORG + "member"), triples.first(fact, PARLEY + "atRound")
    for post in triples.all(fact, PARLEY + "post"):
        tenure = concept_key(triples.first(fact, PARLEY + "tenure"))
        yield member, _TENURES.get(tenure, "holds"), post
    for role in triples.all(fact, ORG + "role"):
        words = "heads" if concept_key(role) == "head" else "is a member of"
        yield member, words, triples.first(fact, ORG + "organization")
    for agent in triples.all(fact, PARLEY + "attendee"):
        capacity = triples.concept(triples.first(fact, PARLEY + "capacity"))
        yield agent, f"takes part as {capacity} in", event
    for item in triples.all(fact, PARLEY + "concerns"):
        for agent in triples.all(fact, SCHEMA + "agent"):
            yield agent, triples.concept(triples.first(fact, PARLEY + "actType")), item
        for other in triples.all(fact, PARLEY + "addressee"):
            yield item, "is addressed to", other
        for other in triples.all(fact, PARLEY + "impliedAddressee"):
            yield item, "is meant by implication for", other
        if event:
            yield item, "is raised at", event


def _quote(triples: Triples, fact: str) -> str:
    """The words that support the fact, or else dispute it, each once."""
    statements = triples.all(fact, PARLEY + "supportedBy") or triples.all(fact, PARLEY + "disputedBy")
    targets = [target for said in statements for target in triples.all(said, OA + "hasTarget")]
    selectors = [selector for target in targets for selector in triples.all(target, OA + "hasSelector")]
    quotes = [quote for selector in selectors for quote in triples.all(selector, OA + "exact")]
    return readable(" | ".join(dict.fromkeys(quotes)))
