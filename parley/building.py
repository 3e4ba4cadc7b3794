"""Reading sources into the graph, one after the other: a bad one is reported and the others are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rdflib import XSD, Literal

from . import __version__
from .graph.errors import ModelUnusable, ParleyError, StoreError, UnreadableSource, one_line
from .graph.foreign import RDF_READER, GraphSource
from .graph.identifiers import content_hash
from .graph.records import SourceRecords, Statement
from .graph.triples import moment
from .loaders.documents import Document
from .loaders.files import MAX_BYTES, STDIN, Named, is_address
from .loaders.news.dates import parse_day
from .loaders.news.extract import extractor_version, read_article
from .loaders.sources import named_sources, read_source
from .loaders.web import Manners
from .progress import progress

if TYPE_CHECKING:
    from .graph.knowledge import Knowledge

AGENT: Final = f"parley-kg/{__version__}"
"""How a web server is told who asks."""
LONGEST_TEXT: Final = 1_000_000
"""Characters of an article: the language model reads no longer text."""
_MANY: Final = 20
"""From this number of sources on, those that could not be read are listed at the end."""
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


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller says of the sources; it counts before what they say of themselves."""

    source_id: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    model: str | None = None


def build_sources(
    knowledge: Knowledge,
    sources: Sequence[str | Named],
    given: Given,
    say: Callable[[str], None],
    *,
    max_bytes: int = MAX_BYTES,
) -> int:
    """Read ``sources`` into ``knowledge``, tell of each, and return how many could not be read."""
    named = [one for source in sources for one in ([source] if isinstance(source, Named) else named_sources([source]))]
    return _Build(knowledge, given, say, max_bytes=max_bytes).run(named)


class _Build:
    def __init__(self, knowledge: Knowledge, given: Given, say: Callable[[str], None], *, max_bytes: int) -> None:
        self._knowledge = knowledge
        self._given = given
        self._say = say
        self._manners = Manners(AGENT, max_bytes=max_bytes)
        self._troubles: list[str] = []
        self._version = ""

    def run(self, sources: Sequence[Named]) -> int:
        """Read the sources one after the other.

        What is wrong with the store or the language model, rather than with a source, ends the run.
        """
        many = len(sources) >= _MANY
        try:
            with progress(sources, "reading") as steps:
                for source in steps:
                    try:
                        self._say(self._build(source))
                    except (StoreError, ModelUnusable):
                        raise
                    except ParleyError as error:
                        self._troubles.append(f"parley: {one_line(error, limit=2000)}")
                        if not many:
                            self._say(self._troubles[-1])
        finally:
            for trouble in self._troubles if many else ():
                self._say(trouble)
        return len(self._troubles)

    def _build(self, source: Named) -> str:
        found = read_source(source, self._manners)
        if isinstance(found, GraphSource):
            return self._build_graph(_described(found, self._given))
        document = _with(found, self._given)
        for note in document.notes:
            self._say(f"note: {document.origin}: {note}")
        return self._build_article(document)

    def _build_article(self, document: Document) -> str:
        self._version = self._version or extractor_version(self._given.model)
        known = self._knowledge.holds(document.id, content_hash(document.text), self._version)
        if known and not self._redescribed(document.id, _said(document)):
            return f"unchanged {document.id}"
        if len(document.text) > LONGEST_TEXT:
            why = f"its text has {len(document.text):,} characters, and {LONGEST_TEXT:,} can be read at once: divide it"
            raise UnreadableSource(document.origin, why)
        records = _records(document, self._given.model)
        outcome = self._knowledge.add(records, origin=_origin(document.origin))
        statements = sum(isinstance(record, Statement) for record in records.records)
        return f"{outcome} {document.id}: {statements} statements"

    def _build_graph(self, source: GraphSource) -> str:
        said = {source.publisher, source.published, source.url} - {""}
        known = self._knowledge.holds(source.id, source.content_hash, RDF_READER)
        if known and not self._redescribed(source.id, said):
            return f"unchanged {source.id}"
        outcome = self._knowledge.add_graph(source, origin=_origin(source.origin))
        return f"{outcome} {source.id}: {self._knowledge.size(source.id)} triples"

    def _redescribed(self, source_id: str, said: set[str]) -> bool:
        """Whether something is said of a source (not in its text) that the graph does not hold."""
        held = self._knowledge.query(_DESCRIPTION, bindings={"id": Literal(source_id)}) if said else ()
        return bool(said - {str(row["value"]) for row in held})


def _records(document: Document, model: str | None) -> SourceRecords:
    records = read_article(
        document.text,
        source_id=document.id,
        publisher=document.publisher,
        published=document.published,
        url=document.url,
        title=document.title,
        model=model,
    )
    modified = parse_day(document.modified) if document.modified else None
    return replace(records, source=replace(records.source, modified=modified)) if modified else records


def _said(document: Document) -> set[str]:
    days = (_as_stored(document.published), _as_stored(document.modified))
    return {value for value in (document.title, document.publisher, document.url, *days) if value}


def _as_stored(day: str | None) -> str | None:
    """A date as the graph gives it back: a moment has seconds there, and zone zero is not written Z."""
    when = parse_day(day) if day else None
    return str(Literal(moment(when.value).split('"')[1], datatype=XSD.dateTime)) if when and "T" in when.value else day


def _origin(origin: str) -> str:
    return origin if origin == STDIN or is_address(origin) else str(Path(origin).resolve())


def _with(document: Document, given: Given) -> Document:
    return replace(
        document,
        id=given.source_id or document.id,
        publisher=given.publisher or document.publisher,
        published=given.published or document.published,
        url=given.url or document.url,
    )


def _described(source: GraphSource, given: Given) -> GraphSource:
    return replace(
        source,
        id=given.source_id or source.id,
        publisher=given.publisher or source.publisher,
        published=given.published or source.published,
        url=given.url or source.url,
    )
