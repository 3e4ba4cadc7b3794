"""What triples say of one node, and days as triples write them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_LITERAL: Final = re.compile(r'"((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True, slots=True)
class Node:
    """What is said of one node, by predicate."""

    said: Mapping[str, list[str]]

    def iris(self, predicate: str) -> list[str]:
        """Return the nodes that a predicate leads to."""
        return sorted(value[1:-1] for value in self.said.get(predicate, ()) if value.startswith("<"))

    def texts(self, predicate: str) -> list[str]:
        """Return the words that a predicate gives."""
        found = (_LITERAL.match(value) for value in self.said.get(predicate, ()))
        return sorted(_unescaped(one[1]) for one in found if one)

    def text(self, predicate: str) -> str:
        """Return the first of them, or nothing."""
        return next(iter(self.texts(predicate)), "")

    def tail(self, predicate: str) -> str:
        """Return the last part of the first IRI, or nothing."""
        return next((iri.rpartition("#")[2] for iri in self.iris(predicate)), "")


def days(value: str) -> tuple[str, str]:
    """Return the first and the last day of a day, month or year; empty when nothing is said.

    >>> days("2024-02"), days("2024-02-03T10:00:00")
    (('2024-02-01', '2024-02-29'), ('2024-02-03', '2024-02-03'))
    """
    if not value:
        return "", ""
    if len(value) == 4:
        return f"{value}-01-01", f"{value}-12-31"
    if len(value) == 7:
        return f"{value}-01", f"{value}-{monthrange(int(value[:4]), int(value[5:]))[1]:02}"
    return value[:10], value[:10]


def _unescaped(value: str) -> str:
    return re.sub(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", _character, value) if "\\" in value else value


def _character(found: re.Match[str]) -> str:
    escape = found[1]
    return (
        chr(int(escape[1:], 16))
        if escape[0] in "uU"
        else {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}.get(escape, escape)
    )
