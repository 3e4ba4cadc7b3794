"""Which identifiers a node carries, so that two nodes that share one are one and the same: ISO codes, Wikidata items.

An identifier is written ``iso:RU`` or ``wikidata:Q159``. Any IRI form of a Wikidata item counts, with http or https;
other links between nodes (to an encyclopaedia, to another dataset) say nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ...ontology.terms import OWL, PARLEY, SCHEMA, SKOS
from ..ntriples import Triple

ISO_CODES: Final = (PARLEY.isoCode, "http://www.wikidata.org/prop/direct/P297")
"""Properties whose value is the ISO 3166-1 alpha-2 code of a state."""
SAME_AS: Final = (OWL.sameAs, SCHEMA.sameAs, SCHEMA.sameAs.replace("https:", "http:"), SKOS.exactMatch)
"""Properties that tell which thing elsewhere a node is; in the canonical graph their objects stay as they are."""
_ISO_TERMS: Final = frozenset(f"<{iri}>" for iri in ISO_CODES)
_SAME_TERMS: Final = frozenset(f"<{iri}>" for iri in SAME_AS)
_ITEM: Final = re.compile(r"https?://(?:www\.)?wikidata\.org/(?:entity|wiki)/(Q[1-9][0-9]*)")
_ENTITY: Final = re.compile(r"https?://www\.wikidata\.org/entity/(Q[1-9][0-9]*)")
_PLAIN_STRING: Final = re.compile(r'"([^"\\]+)"')
_WIKIDATA: Final = "wikidata:"


def tells_same(predicate: str) -> bool:
    """True for a predicate (a term) whose object is another name of the subject, not a thing that it points at."""
    return predicate in _SAME_TERMS


def identifier(predicate: str, value: str) -> str:
    """Return the identifier that a subject has by this predicate and object, both terms; empty when it is none.

    >>> identifier("<http://www.w3.org/2002/07/owl#sameAs>", "<http://www.wikidata.org/entity/Q159>")
    'wikidata:Q159'
    """
    if predicate in _SAME_TERMS:
        item = _ITEM.fullmatch(value[1:-1]) if value.startswith("<") else None
        return f"{_WIKIDATA}{item[1]}" if item else ""
    code = _PLAIN_STRING.fullmatch(value) if predicate in _ISO_TERMS else None
    return f"iso:{code[1]}" if code else ""


def own_identifier(node: str) -> str:
    """Return the identifier of an IRI that is a Wikidata item itself; empty for any other.

    >>> own_identifier("http://www.wikidata.org/entity/Q159")
    'wikidata:Q159'
    """
    item = _ENTITY.fullmatch(node)
    return f"{_WIKIDATA}{item[1]}" if item else ""


def nodes_of(identifier: str) -> tuple[str, ...]:
    """Return the IRIs that are an identifier themselves."""
    if not identifier.startswith(_WIKIDATA):
        return ()
    path = f"://www.wikidata.org/entity/{identifier.removeprefix(_WIKIDATA)}"
    return f"http{path}", f"https{path}"


def carried(triples: Iterable[Triple]) -> dict[str, frozenset[str]]:
    """Return the identifiers that triples give to nodes, by node."""
    found: dict[str, set[str]] = {}
    for subject, predicate, value in triples:
        if code := identifier(predicate, value):
            found.setdefault(subject[1:-1], set()).add(code)
        told = (subject,) if tells_same(predicate) else (subject, value)
        for term in told:
            if "wikidata.org/entity/Q" in term and term.startswith("<") and (code := own_identifier(term[1:-1])):
                found.setdefault(term[1:-1], set()).add(code)
    return {node: frozenset(codes) for node, codes in found.items()}


def at_odds(some: Iterable[str], others: Iterable[str]) -> bool:
    """True when both have identifiers of one kind and share none of that kind: then they cannot be one thing.

    >>> at_odds(["iso:RU", "wikidata:Q159"], ["iso:UA", "wikidata:Q159"])
    True
    """
    one, other = _by_kind(some), _by_kind(others)
    return any(not one[kind] & other[kind] for kind in one.keys() & other.keys())


def _by_kind(codes: Iterable[str]) -> dict[str, set[str]]:
    kinds: dict[str, set[str]] = {}
    for code in codes:
        kinds.setdefault(code.partition(":")[0], set()).add(code)
    return kinds
