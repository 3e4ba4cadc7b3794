"""The sources of a store as a list of them shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from .results import Row

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
