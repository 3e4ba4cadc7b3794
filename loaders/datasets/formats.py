"""What the fields of a format are: rules that make records of its rows, and by what a file of it is recognised."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cached_property
from typing import Literal, TypeAlias

from .rows import conditions, without_conditions

Reader: TypeAlias = Literal["table", "lines", "json", "wikidata", "sssom"]


@dataclass(frozen=True, slots=True)
class Value:
    """Where a value comes from and how it is converted."""

    fields: tuple[str, ...] = ()
    converter: str = ""
    split: str = ""
    pattern: re.Pattern[str] | None = None
    """The part of the text that counts, or what its group ``value`` holds."""
    table: Mapping[str, str] | None = None
    """What each text stands for; any other stands for nothing."""
    constant: str = ""
    needs: str = ""
    """A field without which there is no value."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Which record is made of a row, and of what."""

    shape: str
    values: Mapping[str, tuple[Value, ...]]
    """By slot, one or several for each."""
    part: str = ""
    """The list in which the row must stand."""
    each: str = ""
    """A list in the row; a record is made of each object in it."""
    when: Mapping[str, frozenset[str]] | None = None
    """The texts one of which a field must have; without any, it must not be empty."""
    unless: Mapping[str, frozenset[str]] | None = None
    """The same, of a row of which no record is made."""

    def fields(self) -> Iterator[str]:
        """Yield the fields that the rule reads, as paths from the row."""
        values = (value for several in self.values.values() for value in several)
        paths = [path for value in values for path in (*value.fields, value.needs) if path]
        for path in [*paths, *(self.when or ()), *(self.unless or ())]:
            inside = self.each and not path.startswith("../")
            for own in dict.fromkeys((path, without_conditions(path), *conditions(path))):
                yield f"{self.each}.{own}" if inside else own


@dataclass(frozen=True)
class Format:
    """One format: what its fields are, where it comes from, how it is read and recognised."""

    name: str
    title: str
    publisher: str
    reader: Reader
    rules: tuple[Rule, ...]
    home: str = ""
    licence: str = ""
    version: str = ""
    separator: str = ""
    header: tuple[str, ...] = ()
    """The columns of a table that has no header."""
    lists: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    """Columns, or fields of the first object, by which the format is recognised."""
    first: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    """What the cells of the first row must look like where there is no header."""
    columns: int = 0
    """How many columns a table must have; any number if 0."""
    ignored: tuple[str, ...] = ()

    def is_mapped(self, field: str) -> bool:
        """True for a field that a rule reads, or of which each value is a row of its own."""
        return field in self._mapped

    def is_ignored(self, field: str) -> bool:
        """True for a field that is left out by its name, or by a pattern of it unless it is deeper than one is read."""
        if field in self.ignored:
            return True
        return not self._is_deeper(field) and any(fnmatchcase(field, pattern) for pattern in self.ignored)

    def _is_deeper(self, field: str) -> bool:
        """True for what stands one object deeper in a row than a field that is read: its values would be missed."""
        first, *steps = field.split(".")
        shorter = (".".join((first, *steps[:left], *steps[left + 1 :])) for left in range(len(steps)))
        return any(path in self._mapped for path in shorter)

    @cached_property
    def _mapped(self) -> frozenset[str]:
        claims = (rule.part for rule in self.rules) if self.reader == "wikidata" else ()
        return frozenset((*claims, *(path for rule in self.rules for path in rule.fields())))
