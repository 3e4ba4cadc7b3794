"""What a store tells of its sources: how a list of them shows each, and whether one is there as it was read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from ...ontology.terms import PARLEY, PROV, RDFS
from ..identifiers import Minter
from .results import Row
from .store import Store

SOURCES: Final = """
PREFIX parley: <https://w3id.org/parley/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?id ?title (SAMPLE(?label) AS ?publisher) ?published
  (GROUP_CONCAT(DISTINCT ?name; separator=" + ") AS ?extractor) (COUNT(DISTINCT ?statement) AS ?statements)
WHERE {
  {
    SELECT ?source ?name
    WHERE { ?source ^prov:used/prov:wasAssociatedWith/rdfs:label ?name }
    ORDER BY DESC(?name)
  }
  ?source parley:sourceId ?id .
  OPTIONAL { ?source schema:publisher/skos:prefLabel ?label }
  OPTIONAL { ?source schema:headline ?title }
  OPTIONAL { ?source schema:datePublished ?published }
  OPTIONAL { ?statement prov:wasDerivedFrom ?source }
}
GROUP BY ?id ?title ?published
ORDER BY ?id
"""
"""What is told of each source in a list of them."""


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One source as a list of sources shows it."""

    id: str
    title: str
    publisher: str
    published: str
    statements: int
    extractor: str
    origin: str


def source_entry(row: Row, origin: str) -> SourceEntry:
    """Return the entry of a row of :data:`SOURCES`."""
    return SourceEntry(
        id=str(row["id"]),
        title=str(row["title"] or ""),
        publisher=str(row["publisher"] or ""),
        published=str(row["published"] or ""),
        statements=int(str(row["statements"])),
        extractor=str(row["extractor"]),
        origin=origin,
    )


def content_hashes(store: Store, minter: Minter, source_id: str) -> list[str]:
    """Return the hash of a source's text, if the source is here."""
    return _described(store, minter, source_id, minter.source(source_id), PARLEY.contentHash)


def is_read(store: Store, minter: Minter, source_id: str, content_hash: str, extractors: Collection[str]) -> bool:
    """Return whether a source is here, with this text, read by these extractors and no others."""
    if content_hash not in content_hashes(store, minter, source_id):
        return False
    article = ox.NamedNode(minter.source(source_id))
    graphs = (minter.source_graph(source_id), minter.derived_graph(source_id))
    readings = [one for graph in graphs for one in store.subjects(PROV.used, article, graph)]
    software = [o for one in readings for o in _described(store, minter, source_id, one, PROV.wasAssociatedWith)]
    return {name for one in software for name in _described(store, minter, source_id, one, RDFS.label)} == set(
        extractors
    )


def _described(store: Store, minter: Minter, source_id: str, subject: str, predicate: str) -> list[str]:
    """What is told of a source: an article's own graph tells it, a dataset's stands beside the dataset."""
    graphs = (minter.source_graph(source_id), minter.derived_graph(source_id))
    return [value for graph in graphs for value in store.objects(subject, predicate, graph)]
