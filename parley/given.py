"""What the caller says of the sources to be read; it counts before what they say of themselves."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from .extracting import Method
from .graph.writing.foreign import GraphSource
from .loaders.datasets.reading import DatasetSource
from .loaders.documents import Document


@dataclass(frozen=True, slots=True)
class Given:
    """Of one source or of all alike."""

    source_id: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    method: Method = field(default_factory=Method)
    form: str = ""
    """What the sources are, instead of what they look like."""


def as_given(document: Document, given: Given) -> Document:
    """The document with what the caller says of it; a year or month leaves a day that the document has as it is."""
    rough = len(given.published or "") < len("2025-07-24")
    return replace(
        document,
        id=given.source_id or document.id,
        publisher=given.publisher or document.publisher,
        published=(rough and document.published) or given.published or document.published,
        url=given.url or document.url,
    )


def said_of_data(source: GraphSource | DatasetSource, given: Given) -> tuple[str, str, str, str]:
    """The id, publisher, day and address of a dataset: what the caller says of it, or else what is known."""
    return (
        given.source_id or source.id,
        given.publisher or source.publisher,
        given.published or source.published,
        given.url or source.url,
    )
