"""What the graph holds of sources: how one is described, its text, who decided on it, where words for facts stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rdflib import Literal

if TYPE_CHECKING:
    from ..graph.knowledge import Knowledge

_DESCRIPTION: Final = """
PREFIX parley: <https://w3id.org/parley/ns#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT ?id ?value
WHERE {
  ?document parley:sourceId ?id .
  { ?document schema:headline|schema:datePublished|schema:dateModified|schema:url ?value }
  UNION
  { ?document schema:publisher/(skos:prefLabel|skos:altLabel|parley:surfaceForm) ?value }
}
"""
_DECISIONS: Final = """
PREFIX parley: <https://w3id.org/parley/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

SELECT ?id ?reader
WHERE {
  ?document parley:sourceId ?id ;
    ^prov:used/prov:wasAssociatedWith/rdfs:label ?reader .
  FILTER(CONTAINS(?reader, " decisions "))
}
"""
_CARRIED: Final = """
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX parley: <https://w3id.org/parley/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT DISTINCT ?fact ?start ?end ?title ?id ?publisher
WHERE {
  ?fact parley:supportedBy|parley:disputedBy ?statement .
  ?statement prov:wasDerivedFrom ?document ;
    oa:hasTarget/oa:hasSelector/oa:start ?start ;
    oa:hasTarget/oa:hasSelector/oa:end ?end .
  ?document parley:sourceId ?id .
  OPTIONAL { ?document schema:headline ?headline }
  BIND(COALESCE(?headline, ?id) AS ?title)
  OPTIONAL { ?document schema:publisher/skos:prefLabel ?publisher }
}
ORDER BY ?fact ?start ?end ?id ?publisher
"""
_TEXT: Final = """
PREFIX parley: <https://w3id.org/parley/ns#>
PREFIX schema: <https://schema.org/>

SELECT ?id ?text WHERE { ?document parley:sourceId ?id ; schema:text ?text }
"""


def described(knowledge: Knowledge, source_id: str) -> set[str]:
    """Return all that describes a source: its title, days, address and each name of its publisher."""
    return {str(row["value"]) for row in knowledge.query(_DESCRIPTION, bindings={"id": Literal(source_id)})}


def was_decided_on(knowledge: Knowledge, source_id: str) -> bool:
    """Return true when the graph holds decisions of a person on facts of a source."""
    return any(knowledge.query(_DECISIONS, bindings={"id": Literal(source_id)}))


def text_of(knowledge: Knowledge, source_id: str) -> str:
    """Return the text of a source; empty where it is not kept."""
    found = knowledge.query(_TEXT, bindings={"id": Literal(source_id)})
    return next((str(row["text"]) for row in found), "")


def places_of_facts(knowledge: Knowledge) -> dict[tuple[str, ...], dict[str, str]]:
    """Return, by fact, place and title, the sources in which the words for it stand, with their publishers."""
    places: dict[tuple[str, ...], dict[str, str]] = {}
    for row in knowledge.query(_CARRIED):
        key = tuple(str(row[name]) for name in ("fact", "start", "end", "title"))
        places.setdefault(key, {}).setdefault(str(row["id"]), str(row["publisher"] or ""))
    return places
