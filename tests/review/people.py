"""Decisions on the made-up source, as somebody would take them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from parley.graph.identifiers import content_hash
from parley.graph.records import Record, SourceRecords
from parley.review.applying import Applied, apply
from parley.review.entries import Decisions, Entry
from parley.review.fields import Value
from parley.review.showing import show
from tests.graph.examples import HARBOURTOWN


def shown(words: str, said: SourceRecords = HARBOURTOWN) -> Entry:
    """The entry whose sentence begins with these words."""
    (entry,) = (one.entry for one in show(said) if one.entry.fact.startswith(words))
    return entry


def changed(entry: Entry, **fields: Value) -> Entry:
    """The entry as somebody edits it; an empty value takes a field out."""
    kept = {name: value for name, value in {**entry.fields, **fields}.items() if value}
    return replace(entry, decision="edit", fields=kept)


def file_of(*entries: Entry, said: SourceRecords = HARBOURTOWN, path: str = "mine.yaml") -> Decisions:
    return Decisions(path, said.source.id, content_hash(said.source.text), "Edda Lund", "2031-05-07", entries)


def applied(*entries: Entry, said: SourceRecords = HARBOURTOWN) -> Applied:
    return apply(said, [file_of(*entries)])


def record(done: Applied, kind: type[Any], **fields: object) -> Any:  # Any: a record of that kind
    """The one record of that kind with these fields."""
    (found,) = records(done, kind, **fields)
    return found


def records(done: Applied, kind: type[Record], **fields: object) -> list[Any]:  # Any: as above
    rows = [one for one in done.records.records if isinstance(one, kind)]
    return [one for one in rows if all(getattr(one, name) == value for name, value in fields.items())]
