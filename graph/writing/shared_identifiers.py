"""Which identifiers a node carries, so that two nodes that share one are one and the same.

An identifier is written ``iso:RU``, ``wikidata:Q159`` or ``opensanctions:NK-1``. Any IRI form of a Wikidata item
counts, with http or https. What a node is the same as besides is an identifier too (``node:http://example.org/a``):
two nodes that link to one share it, and that one has it itself, so that chains of links are followed. Pages that
``schema:sameAs`` names (an encyclopaedia's, a person's own) say nothing here: they are often those of something near.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from typing import Final

from ...ontology.terms import OWL, PARLEY, SCHEMA, SKOS
from ..country_codes import by_code
from ..ntriples import Triple

_DIRECT: Final = "http://www.wikidata.org/prop/direct/"
ISO_CODES: Final = (PARLEY.isoCode, f"{_DIRECT}P297", f"{_DIRECT}P298")
"""Properties whose value is the ISO 3166-1 code of a state, of two letters or of three."""
SAME_AS: Final = (OWL.sameAs, SCHEMA.sameAs, SCHEMA.sameAs.replace("https:", "http:"), SKOS.exactMatch)
"""Properties that tell which thing elsewhere a node is; in the canonical graph their objects stay as they are."""
_ISO_TERMS: Final = frozenset(f"<{iri}>" for iri in ISO_CODES)
LINKS: Final = (OWL.sameAs, SKOS.exactMatch)
"""Those of them that lead from node to node."""
_LINK_TERMS: Final = frozenset(f"<{iri}>" for iri in LINKS)
SAME_TERMS: Final = frozenset(f"<{iri}>" for iri in SAME_AS)
"""Those as terms."""
_CODE_TERMS: Final = _ISO_TERMS | SAME_TERMS
_ITEM: Final = re.compile(r"https?://(?:www\.|m\.)?wikidata\.org/(?:entity|wiki)/(Q[1-9][0-9]*)")
_LISTED: Final = re.compile(r"https://www\.opensanctions\.org/entities/([\w.~%-]+)")
_ENTITY: Final = re.compile(r"https?://www\.wikidata\.org/entity/(Q[1-9][0-9]*)")
_ITEM_PATH: Final = "wikidata.org/entity/Q"
_ISO_CODE: Final = re.compile(r'"\s*([A-Za-z]{2,3})\s*"(?:@[A-Za-z0-9-]+)?')
_LETTERS: Final = 2
"""Of so many letters are the codes of states that identifiers are made of."""
_WIKIDATA, _ISO, _NODE = "wikidata:", "iso:", "node:"
_BORN: Final = f"<{SCHEMA.birthDate}>"
_KINDS: Final = frozenset(("person", "organization", "state", "place", "post"))
_OF_MANY: Final = frozenset(("opensanctions", "node"))
"""Kinds of identifiers of which one thing may have several."""


def tells_same(predicate: str) -> bool:
    """True for a predicate (a term) whose object is another name of the subject, not a thing that it points at."""
    return predicate in SAME_TERMS


def identifier(predicate: str, value: str) -> str:
    """Return the identifier that a subject has by this predicate and object, both terms; empty when it is none.

    >>> identifier("<http://www.w3.org/2002/07/owl#sameAs>", "<http://www.wikidata.org/entity/Q159>")
    'wikidata:Q159'
    """
    if predicate in SAME_TERMS:
        if not value.startswith("<"):
            return ""
        if item := _ITEM.fullmatch(value[1:-1]):
            return f"{_WIKIDATA}{item[1]}"
        listed = _LISTED.fullmatch(value[1:-1])
        if listed:
            return f"opensanctions:{listed[1]}"
        return node_code(value[1:-1]) if predicate in _LINK_TERMS else ""
    found = _ISO_CODE.fullmatch(value) if predicate in _ISO_TERMS else None
    if found is None:
        return ""
    code = found[1].upper() if len(found[1]) == _LETTERS else by_code("iso3", found[1])
    return f"{_ISO}{code}" if code else ""


def predicates_of(identifier: str) -> tuple[str, ...]:
    """Return the properties by which a node can have an identifier."""
    return ISO_CODES if identifier.startswith(_ISO) else SAME_AS


def node_code(node: str) -> str:
    """Return the identifier of a node to which others link, which it has itself and those have by their links."""
    return f"{_NODE}{node}"


def is_link(identifier: str) -> bool:
    """True for what is told of a node by a link to another one alone."""
    return identifier.startswith(_NODE)


def is_item(identifier: str) -> bool:
    """True for an item of Wikidata."""
    return identifier.startswith(_WIKIDATA)


def own_identifier(node: str) -> str:
    """Return the identifier of an IRI that is a Wikidata item itself; empty for any other.

    >>> own_identifier("http://www.wikidata.org/entity/Q159")
    'wikidata:Q159'
    """
    item = _ENTITY.fullmatch(node)
    return f"{_WIKIDATA}{item[1]}" if item else ""


def nodes_of(identifier: str) -> tuple[str, ...]:
    """Return the IRIs that are an identifier themselves."""
    if is_link(identifier):
        return (identifier.removeprefix(_NODE),)
    if not identifier.startswith(_WIKIDATA):
        return ()
    path = f"://www.wikidata.org/entity/{identifier.removeprefix(_WIKIDATA)}"
    return f"http{path}", f"https{path}"


def carried(triples: Iterable[Triple]) -> dict[str, frozenset[str]]:
    """Return the identifiers that triples give to nodes, by node."""
    found: dict[str, set[str]] = {}
    for *_, node, code in identifiers_of(triples):
        found.setdefault(node, set()).add(code)
    return {node: frozenset(codes) for node, codes in found.items()}


def identifiers_of(triples: Iterable[Triple]) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield each triple that gives an identifier to a node, then the node and the identifier.

    Of a node that is an item itself the predicate is empty.
    """
    for subject, predicate, value in triples:
        if predicate in _CODE_TERMS and (code := identifier(predicate, value)):
            yield subject, predicate, value, subject[1:-1], code
        if _ITEM_PATH in subject and (code := own_identifier(subject[1:-1])):
            yield subject, "", value, subject[1:-1], code
        if (
            _ITEM_PATH in value
            and value[0] == "<"
            and predicate not in SAME_TERMS
            and (code := own_identifier(value[1:-1]))
        ):
            yield subject, "", value, value[1:-1], code


def linked(triples: Iterable[Triple], nodes: Container[str]) -> set[str]:
    """Return which of ``nodes``, to which others link, triples tell of or point at as things."""
    terms = {
        term for subject, predicate, value in triples for term in (subject, "" if predicate in SAME_TERMS else value)
    }
    return {term[1:-1] for term in terms if term[1:-1] in nodes and term[0] == "<"}


def births(triples: Iterable[Triple]) -> dict[str, frozenset[str]]:
    """Return when people were born, by node, as marks."""
    found: dict[str, set[str]] = {}
    for subject, predicate, value in triples:
        if predicate == _BORN:
            found.setdefault(subject[1:-1], set()).add(birth(value))
    return {node: frozenset(marks) for node, marks in found.items()}


def birth(day: str) -> str:
    """Return the mark of who was born on a day, which is given as a term.

    >>> birth('"1950-03"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>')
    'born:1950-03'
    """
    return f"born:{day[1:].partition(chr(34))[0]}"


def kind_of(node: str) -> str:
    """Return what a node of ours is by its IRI, where that keeps it apart from others; empty for any other.

    >>> kind_of("https://w3id.org/parley/id/source/talks/person/anna-lind"), kind_of("https://w3id.org/parley/id/state/RU")
    ('person', 'state')
    """
    kind = node.rpartition("/")[0].rpartition("/")[2]
    return kind if kind in _KINDS else ""


def at_odds(some: Iterable[str], others: Iterable[str]) -> bool:
    """True when both have marks of a kind of which one thing has one, and share none: then they cannot be one thing.

    Besides identifiers those are what a node is (``class:person``) and when somebody was born (``born:1952-10``).

    >>> at_odds(["iso:RU", "wikidata:Q159"], ["iso:UA", "wikidata:Q159"]), at_odds(["born:1952"], ["born:1952-10-07"])
    (True, False)
    """
    one, other = _by_kind(some), _by_kind(others)
    return any(not _share(one[kind], other[kind]) for kind in one.keys() & other.keys() - _OF_MANY)


def have_one_of_each(marks: Iterable[str]) -> bool:
    """True when there is no more than one mark of a kind of which one thing has one: no two of their carriers differ.

    >>> have_one_of_each(["iso:RU", "wikidata:Q159"]), have_one_of_each(["wikidata:Q159", "wikidata:Q212"])
    (True, False)
    """
    return all(len(found) == 1 for kind, found in _by_kind(marks).items() if kind not in _OF_MANY)


def is_only(identifier: str, others: Iterable[str]) -> bool:
    """True when no other identifier of its kind is among these, or its kind is one of which one thing has several.

    >>> is_only("wikidata:Q159", ["iso:RU", "wikidata:Q159"]), is_only("wikidata:Q159", ["wikidata:Q212"])
    (True, False)
    """
    kind = identifier.partition(":")[0]
    return kind in _OF_MANY or all(one == identifier for one in others if one.partition(":")[0] == kind)


def go_together(marks: Iterable[str]) -> bool:
    """True when no two of all these marks are at odds, whatever the order in which their carriers are joined.

    >>> go_together(["born:1952", "born:1952-10"]), go_together(["wikidata:Q159", "wikidata:Q212"])
    (True, False)
    """
    return all(
        all(max(found, key=len).startswith(one) for one in found) if kind == "born" else len(found) == 1
        for kind, found in _by_kind(marks).items()
        if kind not in _OF_MANY
    )


def _share(some: set[str], others: set[str]) -> bool:
    """Whether one mark is in both; days may be told less or more precisely."""
    if some & others:
        return True
    days = [one for one in (*some, *others) if one.startswith("born:")]
    return bool(days) and any(one.startswith(other) or other.startswith(one) for one in some for other in others)


def _by_kind(codes: Iterable[str]) -> dict[str, set[str]]:
    kinds: dict[str, set[str]] = {}
    for code in codes:
        kinds.setdefault(code.partition(":")[0], set()).add(code)
    return kinds
