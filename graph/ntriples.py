"""Triples as N-Triples text: writing terms, and telling what a value is. Nothing here knows our records.

Text is what the engine reads and writes fastest, so triples stay text between a record and the store.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from typing import Final, TypeAlias

from ..ontology.terms import RDF, XSD
from .errors import UnwritableValue

Triple: TypeAlias = tuple[str, str, str]
"""Subject, predicate and object, each as N-Triples writes it: ``<iri>`` or ``"literal"``."""

_ESCAPES: Final = {
    **{code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F, 0xFFFE, 0xFFFF)},
    **str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}),
}
"""As canonical N-Triples has it, so that what is written is what the engine gives back."""
_IRI_HOSTILE: Final = re.compile(r"[\x00-\x20<>\"{}|^`\\]")
_AT_ONCE: Final = 5_000
_INTEGER: Final = f'"^^<{XSD.integer}>'
_LITERAL_HOSTILE: Final = re.compile('[\x00-\x1f\x7f"\\\\\ud800-\udfff\ufffe\uffff]')
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def ref(iri: str) -> str:
    """Return the IRI as a term."""
    if _IRI_HOSTILE.search(iri) or ":" not in iri or (not iri.isascii() and _SURROGATE.search(iri)):
        raise UnwritableValue(iri, "is not a valid IRI")
    return f"<{iri}>"


def text(value: str) -> str:
    """Return a plain string literal, every character kept."""
    if value.isascii():
        if value.isprintable() and '"' not in value and "\\" not in value:
            return f'"{value}"'
    elif not _LITERAL_HOSTILE.search(value):
        return f'"{value}"'
    elif _SURROGATE.search(value):
        raise UnwritableValue(value[:40], "holds half a character (a lone surrogate): decode the source as UTF-8")
    return f'"{value.translate(_ESCAPES)}"'


def number(value: int | Decimal) -> str:
    """Return an integer or a decimal in its canonical form: the printed form is kept elsewhere."""
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise UnwritableValue(value, "is not a finite number")
        if value != value.to_integral_value():
            return f'"{value.normalize():f}"^^<{XSD.decimal}>'
    return f'"{int(value)}{_INTEGER}'


def decimal(value: Decimal) -> str:
    """Return a decimal, also when it is whole."""
    written = number(value)
    return written.replace(XSD.integer, XSD.decimal)


def true() -> str:
    """Return the boolean true."""
    return f'"true"^^<{XSD.boolean}>'


def moment(value: str) -> str:
    """Return a date or moment as precise as it is given; no zone is ever added.

    XML Schema has no minutes without seconds, so a minute is written with ``:00``.

    >>> moment("2025-06")
    '"2025-06"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'
    """
    kind, lexical = _moment(value)
    return f'"{lexical}"^^<{kind}>'


_YEAR: Final = re.compile(r"[0-9]{4}")
_MONTH: Final = re.compile(r"[0-9]{4}-[0-9]{2}")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCK: Final = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2})(:[0-9]{2}(?:\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})?"
)


def _moment(value: str) -> tuple[str, str]:
    try:
        if _YEAR.fullmatch(value):
            return XSD.gYear, value
        if _MONTH.fullmatch(value):
            date.fromisoformat(f"{value}-01")
            return XSD.gYearMonth, value
        if _DAY.fullmatch(value):
            date.fromisoformat(value)
            return XSD.date, value
        if clock := _CLOCK.fullmatch(value):
            datetime.fromisoformat(value)
            minute, second, zone = clock.groups()
            return XSD.dateTime, f"{minute}{second or ':00'}{zone or ''}"
    except ValueError as error:
        raise UnwritableValue(value, f"is not a date: {error}") from error
    raise UnwritableValue(value, "is not a date: write 2025, 2025-06, 2025-06-02 or 2025-06-02T14:30")


class _Terms(dict[str, str]):
    """Terms of the IRIs of a vocabulary, each made once."""

    def __missing__(self, iri: str) -> str:
        term = self[iri] = f"<{iri}>"
        return term


_TERMS: Final = _Terms()


class TripleSet:
    """A set of triples that grows; empty values are left out, so that unknown stays absent."""

    __slots__ = ("_triples",)

    def __init__(self) -> None:
        self._triples: dict[Triple, None] = {}

    def add(self, subject: str, predicate: str, *objects: str) -> None:
        """Add one triple for each object, all given as terms but the predicate, which is an IRI."""
        triples, name = self._triples, _TERMS[predicate]
        for value in objects:
            triples[subject, name, value] = None

    def alike(self, subject: str, said: Iterable[tuple[str, str]]) -> None:
        """Add what many subjects have in common: predicates and objects, both as terms."""
        triples = self._triples
        for name, value in said:
            triples[subject, name, value] = None

    def types(self, subject: str, *classes: str) -> None:
        """Say which classes the subject is in, given as IRIs."""
        self.add(subject, RDF.type, *[_TERMS[iri] for iri in classes])

    def strings(self, subject: str, predicate: str, values: Iterable[str]) -> None:
        """Add the strings that are not empty."""
        self.add(subject, predicate, *[text(value) for value in values if value])

    def frozen(self) -> frozenset[Triple]:
        """Return what has been added so far."""
        return frozenset(self._triples)

    def listed(self) -> list[Triple]:
        """Return what has been added so far, in that order: going through it is several times as fast."""
        return list(self._triples)


def ntriples(triples: Iterable[Triple]) -> str:
    """Return sorted N-Triples text: the same triples give the same bytes."""
    return "".join(sorted(f"{s} {p} {o} .\n" for s, p, o in triples))


def nquad_lines(graphs: Mapping[str, Iterable[Triple]]) -> Iterator[bytes]:
    """Yield N-Quads of named graphs, many lines at a time, in no order; the graph called "" is the default graph."""
    for graph, triples in graphs.items():
        end = f" <{graph}> .\n" if graph else " .\n"
        lines = iter(triples)
        while some := list(islice(lines, _AT_ONCE)):
            yield "".join(f"{s} {p} {o}{end}" for s, p, o in some).encode()


def triples_in(lines: str) -> Iterator[Triple]:
    """Yield the triples of N-Triples text as the engine writes it: one a line, single spaces."""
    for line in lines.split("\n"):
        if line:
            subject, predicate, rest = line.split(" ", 2)
            yield subject, predicate, rest[:-2]


def parsed_ntriples(data: bytes) -> frozenset[Triple]:
    """Return the triples of N-Triples text as the engine writes it."""
    return frozenset(triples_in(data.decode()))
