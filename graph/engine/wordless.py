"""Copies the knowledge without the words of its sources: who did what where stays, with the places in the texts.

What is not known to be free of a source's words is left out. Names of people, organisations, places and posts stay
while they are short; what a text names in its own words (items, events, documents, people whom it does not name)
gets a name from :mod:`parley.graph.engine.neutral`, and an IRI that does not spell its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import pyoxigraph as ox

from ...ontology.terms import FOAF, PARLEY, RDFS, SCHEMA, SKOS, XSD
from ..identifiers import Minter, digest
from .neutral import NeutralNames, is_run
from .store import MEMORY, Store

LEFT_OUT: Final = "(words left out)"
"""Stands for a text that must be there."""

_SPELT_KINDS: Final = frozenset(
    (
        "person",
        "organization",
        "state",
        "place",
        "process",
        "post",
        "delegation",
        "extractor",
        "decision",
        "graph",
        "scheme",
    )
)
"""Kinds whose IRIs spell names, not a text's words."""
_HASHED: Final = re.compile(r"-[0-9a-f]{12}\Z")
_DIGEST: Final = re.compile(r"[0-9a-f]{12}")
_NAMES: Final = frozenset((SKOS.prefLabel, RDFS.label, FOAF.name))
_KEPT_WHEN_SHORT: Final = frozenset(
    (
        PARLEY.contentHash, PARLEY.isoCode, PARLEY.rule,
        SCHEMA.inLanguage, SCHEMA.unitCode, SCHEMA.creativeWorkStatus, SKOS.altLabel, SKOS.notation,
    )
)  # fmt: skip
_REPLACED: Final = frozenset((PARLEY.objectText, PARLEY.conditionText))
_UNIT_LENGTH: Final = 2
_PLAIN_TYPES: Final = frozenset(
    (XSD.integer, XSD.decimal, XSD.boolean, XSD.date, XSD.dateTime, XSD.gYear, XSD.gYearMonth)
)


def copy_without_words(store: Store, minter: Minter) -> Store:
    """Return a store in memory that holds what this one does, but no words of the sources."""
    copy = Store(MEMORY)
    copy.engine.bulk_extend(_Wordless(store, minter).quads())
    return copy


class _Wordless:
    def __init__(self, store: Store, minter: Minter) -> None:
        self._store = store
        self._minter = minter
        neutral = NeutralNames(store, minter)
        self._names, self._known = neutral.names(), neutral.known
        self._captions = neutral.captions()
        self._sources = {_value(quad.subject) for quad in store.quads(predicate=PARLEY.sourceId)}
        rows = store.quads_saying(PARLEY.canonical, minter.identity_graph)
        self._canonical = {_value(quad.subject): _value(quad.object) for quad in rows}
        self._node = lru_cache(maxsize=100_000)(self._new_node)

    def quads(self) -> Iterator[ox.Quad]:
        bookkeeping = ox.NamedNode(self._minter.store_graph)
        for quad in self._store.engine:
            if quad.graph_name == bookkeeping and quad.predicate.value != PARLEY.formatVersion:
                continue
            for value in self._objects(quad):
                graph = quad.graph_name
                yield ox.Quad(
                    self._node(_value(quad.subject)),  # blank nodes are not written, so every subject has an IRI
                    quad.predicate,
                    value,
                    self._node(graph.value) if isinstance(graph, ox.NamedNode) else graph,
                )

    def _objects(self, quad: ox.Quad) -> list[ox.NamedNode | ox.Literal]:
        value = quad.object
        if isinstance(value, ox.Literal):
            kept = self._literal(_value(quad.subject), quad.predicate.value, value)
            return [kept] if kept is not None else []
        return [self._node(value.value)] if isinstance(value, ox.NamedNode) else []

    def _literal(self, subject: str, predicate: str, value: ox.Literal) -> ox.Literal | None:
        text = value.value
        if not value.language and value.datatype.value in _PLAIN_TYPES:
            return value
        if predicate == SCHEMA.headline or (predicate in _NAMES and subject in self._sources):
            return ox.Literal(self._tail(subject))
        if predicate in _NAMES:
            return self._name(subject, text)
        if predicate == PARLEY.sourceId:
            return ox.Literal(self._tail(subject) if is_run(text) else text)
        if predicate in _REPLACED:
            return ox.Literal(LEFT_OUT)
        return value if self._stays(subject, predicate, text) else None

    def _name(self, subject: str, text: str) -> ox.Literal:
        canonical = self._canonical.get(subject, subject)
        if canonical in self._names:
            return ox.Literal(self._names[canonical])
        if subject in self._captions:
            return ox.Literal(self._captions[subject])
        free = subject in self._known or subject.startswith(f"{self._minter.base}extractor/")
        return ox.Literal(text if free or not is_run(text) else LEFT_OUT)

    def _stays(self, subject: str, predicate: str, text: str) -> bool:
        if predicate == SCHEMA.unitText:
            return len(text.split()) <= _UNIT_LENGTH
        if predicate == SCHEMA.url:
            return not any(map(is_run, re.split(r"[/?&=#]", text)))
        if predicate == SKOS.altLabel and subject in self._known:
            return True
        return predicate in _KEPT_WHEN_SHORT and not is_run(text)

    def _tail(self, source: str) -> str:
        return self._node(source).value.rpartition("/")[2]

    def _new_node(self, iri: str) -> ox.NamedNode:
        base = self._minter.base
        path, mark, passage = iri.removeprefix(base).partition("#")
        parts = path.split("/")
        if not iri.startswith(base):
            return ox.NamedNode(iri)
        start = 0
        if parts[0] == "source" and len(parts) > 1:
            start = 2
            if is_run(_HASHED.sub("", parts[1])):
                parts[1] = digest(parts[1])
        kind, name = [*parts[start : start + 2], "", ""][:2]
        if name and not _DIGEST.fullmatch(name) and (kind not in _SPELT_KINDS or is_run(_HASHED.sub("", name))):
            parts[start + 1] = digest(base + "/".join(path.split("/")[: start + 2]))
        return ox.NamedNode(f"{base}{'/'.join(parts)}{mark}{passage}")


def _value(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.BlankNode | ox.Literal) else ""
