"""What a file of decisions holds: what somebody decided on facts of one source, and on which entities are the same."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from ..graph.identifiers import digest
from ..graph.identity.clusters import Verdict
from .fields import GROUPS, Fields

FORMAT: Final = "parley decisions 1"
"""Name and version of the format."""
Choice: TypeAlias = Literal["undecided", "accept", "reject", "edit", "add"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact as a file shows it, with what somebody decided on it."""

    group: str
    fields: Fields
    quote: str
    decision: Choice = "undecided"
    at: str = ""
    """Where the quote stands: ``line 7, characters 360-403``."""
    fact: str = ""
    """The fact in words, for reading."""
    also: tuple[str, ...] = ()
    """Further words that carry it, for reading."""
    id: str = ""
    """By what it is found again; an added fact has none."""
    by: str = ""
    on: str = ""
    because: str = ""
    found: bool = True
    """False when it was not found any more by the last reading."""
    line: int = 0

    @property
    def fingerprint(self) -> str:
        """What it says and in which words, as a short hash."""
        said = json.dumps([self.group, self.fields, self.quote], sort_keys=True, ensure_ascii=False)
        return digest(said, length=10)

    @property
    def core(self) -> tuple[str, str, str]:
        """What makes it this fact and no other: its words, and the fields that count most."""
        names = [field.name for field in GROUPS[self.group].fields if field.core]
        return self.group, json.dumps([self.fields.get(name) for name in names], ensure_ascii=False), self.quote

    @property
    def place(self) -> str:
        """How messages name it."""
        return f"line {self.line}: {self.group}"


@dataclass(frozen=True, slots=True)
class Mention:
    """An entity as a file names it: by its IRI, or by kind and label, and by source where several have it."""

    iri: str = ""
    kind: str = ""
    label: str = ""
    source: str = ""

    def __str__(self) -> str:
        within = f" in {self.source}" if self.source else ""
        return self.iri or f"{self.kind} {self.label!r}{within}"


@dataclass(frozen=True, slots=True)
class EntityEntry:
    """What somebody decided on two entities."""

    decision: Verdict
    first: Mention
    second: Mention
    by: str = ""
    on: str = ""
    because: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Decisions:
    """All that one file holds."""

    path: str
    source: str = ""
    text: str = ""
    """SHA-256 of the text that it was made on."""
    by: str = ""
    on: str = ""
    entries: tuple[Entry, ...] = ()
    entities: tuple[EntityEntry, ...] = ()

    @property
    def decided(self) -> tuple[Entry, ...]:
        """The facts that somebody has decided on."""
        return tuple(entry for entry in self.entries if entry.decision != "undecided")

    def decider(self, entry: Entry | EntityEntry) -> tuple[str, str]:
        """Who decided, and on which day: the entry says so, or the head of the file."""
        return entry.by or self.by, entry.on or self.on


def version_of(files: Iterable[Decisions]) -> str:
    """Return a hash of what the files decide on facts, empty when they decide nothing."""
    rows = sorted(
        json.dumps([*_decided(entry), *file.decider(entry)], sort_keys=True, ensure_ascii=False)
        for file in files
        for entry in file.decided
    )
    return digest("\n".join(rows)) if rows else ""


def _decided(entry: Entry) -> tuple[object, ...]:
    return entry.group, entry.decision, entry.id, dict(entry.fields), entry.quote, entry.at, entry.because
