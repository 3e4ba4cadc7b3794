"""Whether what is said of a source beside its text is what the graph holds of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import XSD, Literal

from .graph.ntriples import moment
from .loaders.documents import Document
from .loaders.news.values.dates import parse_day
from .queries.source_facts import described

if TYPE_CHECKING:
    from .graph.knowledge import Knowledge


def is_redescribed(knowledge: Knowledge, source_id: str, said: set[str]) -> bool:
    """True when something is said of a source (not in its text) that the graph does not hold."""
    known = {_comparable(value) for value in described(knowledge, source_id)} if said else set()
    return any(value not in known and not _completed(value, known) for value in map(_comparable, said))


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
