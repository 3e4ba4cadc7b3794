"""Turns the records of one source into triples, and nothing else: no store, no file, no clock.

The same records give the same triples in any order. A reference that no record defines is an error.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, Final

from ...ontology.closed import UnknownTerm
from ...ontology.terms import FOAF, PARLEY, PROV, RDFS, SCHEMA, XSD
from ..errors import UnwritableValue
from ..identifiers import Iri, Minter, content_hash, digest
from ..ntriples import Triple, TripleSet, moment, ntriples, ref, text
from ..records import (
    Act,
    Agent,
    Alignment,
    Attendance,
    Condition,
    Delegation,
    DelegationMembership,
    Event,
    FactDecision,
    Item,
    Link,
    NegotiationDocument,
    Place,
    PostHolding,
    Process,
    Sanction,
    SourceRecords,
    Statement,
    Term,
)
from .captions import caption, source_caption
from .entities import (
    write_agent,
    write_alignment,
    write_delegation,
    write_document,
    write_event,
    write_place,
    write_process,
)
from .fact_decisions import write_fact_decision
from .facts import (
    write_act,
    write_attendance,
    write_condition,
    write_item,
    write_membership,
    write_post_holding,
    write_sanction,
    write_term,
)
from .responses import write_responses
from .sheet import Sheet
from .statements import UNKNOWN_PUBLISHER, write_link, write_statement

_WRITERS: Final[dict[type, Callable[[Sheet, Any], None]]] = {  # Any: each writer takes the record of its own type
    Agent: write_agent,
    Place: write_place,
    PostHolding: write_post_holding,
    Delegation: write_delegation,
    DelegationMembership: write_membership,
    Process: write_process,
    Event: write_event,
    Attendance: write_attendance,
    Condition: write_condition,
    Term: write_term,
    Item: write_item,
    Act: write_act,
    NegotiationDocument: write_document,
    Sanction: write_sanction,
    Alignment: write_alignment,
    Link: write_link,
    FactDecision: write_fact_decision,
}


@dataclass(frozen=True, slots=True)
class Written:
    """One source as triples."""

    facts: frozenset[Triple]
    """What the source says."""
    derived: frozenset[Triple]
    """The shortcuts that follow from what it asserts; for a dataset, what describes it."""
    entities: frozenset[Iri]
    """The nodes that may be the same as another source's."""
    decided: frozenset[Triple] = frozenset()
    """What people have taken out of it, with who did: kept among the decisions."""

    @property
    def fingerprint(self) -> str:
        """A hash of all the triples: equal when, and only when, the source says the same."""
        return digest(ntriples(self.facts) + ntriples(self.derived) + ntriples(self.decided), length=64)


@dataclass(frozen=True, slots=True)
class Part:
    """Some of what a large source says; ``entities`` are the nodes in it that may be the same as another source's."""

    facts: Collection[Triple]
    derived: Collection[Triple] = ()
    entities: Collection[str] = ()
    text: bytes = b""
    """The facts as N-Triples, where they have been written as such already."""
    is_closed: bool = True
    """Whether all that is told of its entities but posts stands in it; else items of Wikidata are to be told so too."""


def write(said: SourceRecords, minter: Minter) -> Written:
    """Return the source's triples; raise :class:`~parley.graph.errors.RecordError` for what cannot be written."""
    sheet = _filled(said, minter)
    return Written(sheet.facts.frozen(), sheet.derived.frozen(), frozenset(sheet.entities), sheet.decided.frozen())


def write_part(said: SourceRecords, minter: Minter) -> Part:
    """Return the same triples of a part of a source, each once, those of one record one after the other."""
    sheet = _filled(said, minter)
    return Part(sheet.facts.listed(), sheet.derived.listed(), sheet.entities)


def _filled(said: SourceRecords, minter: Minter) -> Sheet:
    sheet = Sheet(said, minter)
    try:
        publisher = _write_source(sheet)
        for record in said.records:
            if isinstance(record, Statement):
                write_statement(sheet, record, publisher=publisher)
            else:
                _WRITERS[type(record)](sheet, record)
            if not isinstance(record, Link) and (told := caption(sheet, record)):
                sheet.caption(sheet.node(record.key, needed_by=record.key), told)
        write_responses(sheet)
    except UnknownTerm as error:
        raise UnwritableValue(error.name, f"in source {said.source.id}: {error}") from error
    sheet.check()
    return sheet


def _write_source(sheet: Sheet) -> str:
    """Write the article and the activity that read it; return its publisher's node."""
    source, facts, minter = sheet.source, sheet.facts, sheet.minter
    article = ref(minter.source(source.id))
    facts.types(article, SCHEMA.Dataset if source.dataset else SCHEMA.NewsArticle, FOAF.Document, PROV.Entity)
    if source.dataset is not None:
        facts.strings(article, SCHEMA.license, [source.dataset.licence])
        facts.strings(article, SCHEMA.version, [source.dataset.version])
        facts.strings(article, SCHEMA.isBasedOn, [source.dataset.home])
    facts.strings(article, SCHEMA.headline, [source.title])
    sheet.caption(article, source_caption(source))
    if not source.whole_hash:
        facts.strings(article, SCHEMA.text, [source.text])
    facts.strings(article, SCHEMA.inLanguage, [source.language])
    facts.strings(article, PARLEY.sourceId, [source.id])
    facts.add(article, PARLEY.contentHash, text(source.whole_hash or content_hash(source.text)))
    for when, predicate in ((source.published, SCHEMA.datePublished), (source.modified, SCHEMA.dateModified)):
        if when is not None:
            facts.add(article, predicate, moment(when.value))
    if source.url:
        facts.add(article, SCHEMA.url, f"{text(source.url)}^^<{XSD.anyURI}>")
    write_reading(facts, minter, source.id, loader=source.loader, extractor=source.extractor)
    for reader in source.readers:
        write_reading(facts, minter, source.id, loader=reader.name, extractor=reader.extractor, reader=reader.name)
    publisher = _publisher(sheet)
    facts.add(article, SCHEMA.publisher, publisher)
    return publisher


def write_reading(
    facts: TripleSet, minter: Minter, source_id: str, *, loader: str, extractor: str, reader: str = ""
) -> None:
    """Write the activity that read a source, and the software that did it."""
    reading, software = ref(minter.extraction(source_id, reader)), ref(minter.extractor(loader, extractor))
    facts.types(reading, PROV.Activity)
    facts.strings(reading, RDFS.label, [f"reading of {source_id}" + (f" by {reader}" if reader else "")])
    facts.add(reading, PROV.used, ref(minter.source(source_id)))
    facts.add(reading, PROV.wasAssociatedWith, software)
    facts.types(software, PROV.SoftwareAgent)
    facts.strings(software, RDFS.label, [extractor])


def _publisher(sheet: Sheet) -> str:
    if sheet.source.publisher is not None:
        return sheet.node(sheet.source.publisher, needed_by="the source's publisher")
    unknown = ref(f"{sheet.minter.source(sheet.source.id)}/publisher")
    sheet.facts.types(unknown, PARLEY.UnnamedAgent, PROV.Agent, FOAF.Agent)
    sheet.label(unknown, UNKNOWN_PUBLISHER)
    return unknown
