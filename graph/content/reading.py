"""Reads the canonical graph into the page's content. How facts are put into words is in :mod:`sentences`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..reading.lookup import FOAF, OA, ORG, PARLEY, PROV, SCHEMA, TYPE, Queryable, Triples, concept_key
from ..reading.tellings import Listed, Told, best_of, listed_by_statement, tellings_of_events
from .notes import Notes
from .records import Content, Fact, Node, Side, Source, Statement
from .sentences import Sentences

KINDS = {
    PARLEY + "UnnamedAgent": "unnamed",
    FOAF + "Person": "person",
    SCHEMA + "Person": "person",
    SCHEMA + "Country": "state",
    PARLEY + "NegotiatingTeam": "delegation",
    PARLEY + "Delegation": "delegation",
    ORG + "Post": "post",
    SCHEMA + "Place": "place",
    PARLEY + "NegotiationProcess": "process",
    PARLEY + "Round": "event",
    PARLEY + "NegotiationEvent": "event",
    PARLEY + "NegotiationDocument": "document",
    PARLEY + "Proposal": "item",
    PARLEY + "Demand": "item",
    PARLEY + "Commitment": "item",
    PARLEY + "Agreement": "item",
    PARLEY + "Item": "item",
    ORG + "Organization": "organization",
}
"""Which kind of card a class makes; the first that fits wins."""


def read_content(knowledge: Queryable, *, of: Iterable[str] | None = None) -> Content:
    """The content of the canonical graph, or of what these nodes say in it."""
    return content_of(Triples(knowledge, of=of), tellings_of_events(knowledge), listed_by_statement(knowledge))


def content_of(triples: Triples, tellings: Mapping[str, Mapping[str, Told]], listed: Listed) -> Content:
    """The content of triples that have been read, of how each source tells of the events of several, and of lists."""
    kinds = _kinds(triples)
    statements = tuple(_statement(triples, iri) for iri in triples.subjects(TYPE, PARLEY + "Statement"))
    order = {s.id: (s.source, f"{s.start:09}") for s in statements}
    for event, each in tellings.items():
        for name in ("startDate", "location"):
            triples.prefer(event, SCHEMA + name, best_of(each, SCHEMA + name))
    facts = Sentences(triples, kinds, order, tellings, listed).facts()
    nodes = _with_sides(triples, Notes(triples, kinds, order).nodes(facts), facts)
    return Content(
        sources=tuple(_source(triples, iri) for iri in triples.having(PARLEY + "sourceId")),
        sides=_sides(triples, nodes),
        nodes=nodes,
        facts=facts,
        statements=statements,
    )


def _kinds(triples: Triples) -> dict[str, str]:
    kinds: dict[str, str] = {}
    for cls, kind in KINDS.items():
        for iri in triples.subjects(TYPE, cls):
            kinds.setdefault(iri, kind)
    for iri in triples.having(PARLEY + "sourceId"):
        kinds.pop(iri, None)
    return kinds


def _statement(triples: Triples, iri: str) -> Statement:
    target = triples.first(iri, OA + "hasTarget")
    selectors = triples.all(target, OA + "hasSelector")
    first = {
        name: next((v for s in selectors for v in triples.all(s, OA + name)), "") for name in ("start", "end", "exact")
    }
    attributions = triples.all(iri, PROV + "qualifiedAttribution")
    attributions.sort(key=lambda a: int(triples.first(a, PARLEY + "chainPosition") or 0))
    chain = [triples.first(a, PROV + "agent") for a in attributions] or triples.all(iri, PROV + "wasAttributedTo")
    links = [
        (words, other)
        for name, words in (
            ("contradicts", "contradicts"),
            ("inTensionWith", "is in tension with"),
            ("sameContentAs", "says the same as"),
        )
        for other in triples.all(iri, PARLEY + name)
    ]  # fmt: skip
    return Statement(
        id=iri,
        source=triples.first(iri, PROV + "wasDerivedFrom"),
        start=int(first["start"] or 0),
        end=int(first["end"] or 0),
        quote=first["exact"],
        chain=tuple(dict.fromkeys(agent for agent in chain if agent)),
        modality=triples.concept(triples.first(iri, PARLEY + "modality")),
        evidence=triples.concept(triples.first(iri, PARLEY + "evidence")),
        mode=triples.concept(triples.first(iri, PARLEY + "attributionMode")),
        confidence=triples.first(iri, PARLEY + "confidence"),
        whole=triples.first(iri, SCHEMA + "isPartOf"),
        label=concept_key(triples.first(iri, PARLEY + "attributionMode")) == "item-label",
        links=tuple({other: (words, other) for words, other in reversed(links)}.values()),
    )


def _source(triples: Triples, iri: str) -> Source:
    return Source(
        id=iri,
        title=triples.first(iri, SCHEMA + "headline") or triples.name(iri),
        publisher=triples.first(iri, SCHEMA + "publisher"),
        published=triples.first(iri, SCHEMA + "datePublished"),
        url=triples.first(iri, SCHEMA + "url"),
        text=triples.first(iri, SCHEMA + "text"),
    )


def _with_sides(triples: Triples, nodes: Iterable[Node], facts: Iterable[Fact]) -> tuple[Node, ...]:
    acting: dict[str, set[str]] = {}
    for fact in facts:
        for edge in fact.edges:
            if edge.kind == "act" and fact.standing != "denied":
                acting.setdefault(edge.target, set()).add(_side(triples, edge.source))
            if edge.kind == "author":
                acting.setdefault(edge.source, set()).add(_side(triples, edge.target))
    known = {node.id: node for node in nodes}

    def side_of(node: Node) -> str:
        if node.kind in ("item", "document"):
            sides = acting.get(node.id, set())
            return next(iter(sides)) if len(sides) == 1 else ""
        return _side(triples, node.id) if node.kind not in ("event", "place", "process") else ""

    found = {node.id: side_of(node) for node in known.values()}
    sides = {iri: side if side in known else "" for iri, side in found.items()}
    return tuple(_with_side(triples, node, sides[node.id]) for node in known.values())


def _with_side(triples: Triples, node: Node, side: str) -> Node:
    """The node with its side, and with the name of it if nothing else on the page would tell."""
    lost = node.kind in ("unnamed", "organization") and not node.note and side and not _is_party(triples, side)
    return replace(node, side=side, note=triples.name(side) if lost and side != node.id else node.note)


def _side(triples: Triples, iri: str, *, depth: int = 0) -> str:
    """The state or party that a node belongs to, by its own side or that of what it is part of."""
    if side := triples.first(iri, PARLEY + "side"):
        return side
    if SCHEMA + "Country" in triples.all(iri, TYPE) or _is_party(triples, iri):
        return iri
    for name in (PARLEY + "represents", ORG + "unitOf", ORG + "postIn"):
        if (wider := triples.first(iri, name)) and depth < 8:
            return _side(triples, wider, depth=depth + 1)
    return ""


def _is_party(triples: Triples, iri: str) -> bool:
    """True for what a process or an event names as a party, and for what a delegation represents."""
    teams = {PARLEY + "Delegation", PARLEY + "NegotiatingTeam"}
    represented = any(teams & set(triples.all(who, TYPE)) for who in triples.subjects(PARLEY + "represents", iri))
    return represented or bool(triples.subjects(PARLEY + "party", iri))


def _sides(triples: Triples, nodes: tuple[Node, ...]) -> tuple[Side, ...]:
    size = Counter(node.side for node in nodes if node.side)
    sides = [
        Side(iri, triples.name(iri), _is_party(triples, iri))
        for iri, count in size.items()
        if count > 1 or _is_party(triples, iri)
    ]
    return tuple(sorted(sides, key=lambda side: (not side.party, -size[side.id], side.label, side.id)))
