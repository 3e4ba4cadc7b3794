"""What the graph holds of a source already: how it is described, and whether somebody has decided on its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import XSD, Literal

from .graph.ntriples import moment
from .loaders.documents import Document
from .loaders.news.values.dates import parse_day

if TYPE_CHECKING:
    from .graph.knowledge import Knowledge

_DESCRIPTION = """
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

_DECISIONS = """
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


def is_redescribed(knowledge: Knowledge, source_id: str, said: set[str]) -> bool:
    """True when something is said of a source (not in its text) that the graph does not hold."""
    held = knowledge.query(_DESCRIPTION, bindings={"id": Literal(source_id)}) if said else ()
    known = {_comparable(str(row["value"])) for row in held}
    return any(value not in known and not _completed(value, known) for value in map(_comparable, said))


def was_decided_on(knowledge: Knowledge, source_id: str) -> bool:
    """True when the graph holds decisions of a person on facts of a source."""
    return any(knowledge.query(_DECISIONS, bindings={"id": Literal(source_id)}))


def said_of(document: Document) -> set[str]:
    """What a document or its reader says of it beside its text."""
    said = (document.title, document.publisher, document.url, document.published, document.modified)
    return {value for value in said if value}


def _completed(value: str, known: set[str]) -> bool:
    """True for a year or month of which the graph holds the day."""
    when = parse_day(value)
    return (
        when is not None and len(when.value) < len("2025-07-24") and any(one.startswith(f"{value}-") for one in known)
    )


def _comparable(value: str) -> str:
    """A day or moment in one form, as the graph may spell it in another than its source; anything else as it is."""
    when = parse_day(value)
    if when is None or "T" not in when.value:
        return value if when is None else when.value
    return str(Literal(moment(when.value).split('"')[1], datatype=XSD.dateTime, normalize=True))
