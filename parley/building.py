"""Reading sources into the graph, one after the other: a bad one is reported and the others are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rdflib import Literal

from .graph.errors import ParleyError, one_line
from .graph.identifiers import content_hash
from .loaders.documents import STDIN, Document, read_document
from .loaders.news.extract import extractor_version, read_article
from .progress import progress

if TYPE_CHECKING:
    from .graph.knowledge import Knowledge

_DESCRIPTION = """
PREFIX parley: <https://w3id.org/parley/ns#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT ?id ?value
WHERE {
  ?document parley:sourceId ?id .
  { ?document schema:headline|schema:datePublished|schema:url ?value }
  UNION
  { ?document schema:publisher/(skos:prefLabel|skos:altLabel|parley:surfaceForm) ?value }
}
"""


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller says of the sources; it counts before their own front matter."""

    source_id: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    model: str | None = None


def build_sources(knowledge: Knowledge, sources: Sequence[str], given: Given, say: Callable[[str], None]) -> int:
    """Read ``sources`` into ``knowledge``, tell of each, and return how many could not be read."""
    failed = 0
    version = extractor_version(given.model)
    with knowledge, progress(sources, "reading") as steps:
        for path in steps:
            try:
                say(_build(knowledge, path, given, version))
            except ParleyError as error:
                say(f"parley: {one_line(error, limit=2000)}")
                failed += 1
    return failed


def _build(knowledge: Knowledge, path: str, given: Given, version: str) -> str:
    document = _with(read_document(path), given)
    if knowledge.holds(document.id, content_hash(document.text), version) and not _redescribed(knowledge, document):
        return f"unchanged {document.id}"
    records = read_article(
        document.text,
        source_id=document.id,
        publisher=document.publisher,
        published=document.published,
        url=document.url,
        title=document.title,
        model=given.model,
    )
    origin = document.origin if document.origin == STDIN else str(Path(document.origin).resolve())
    outcome = knowledge.add(records, origin=origin)
    statements = next(entry.statements for entry in knowledge.sources() if entry.id == document.id)
    return f"{outcome} {document.id}: {statements} statements"


def _redescribed(knowledge: Knowledge, document: Document) -> bool:
    """Whether something is said of the document (not in its text) that the graph does not hold."""
    said = {document.title, document.publisher, document.published, document.url} - {None}
    held = knowledge.query(_DESCRIPTION, bindings={"id": Literal(document.id)}) if said else ()
    return bool(said - {str(row["value"]) for row in held})


def _with(document: Document, given: Given) -> Document:
    return replace(
        document,
        id=given.source_id or document.id,
        publisher=given.publisher or document.publisher,
        published=given.published or document.published,
        url=given.url or document.url,
    )
