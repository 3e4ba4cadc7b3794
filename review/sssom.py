"""Decisions on which entities are the same as a table that others read too: SSSOM, written and read.

SSSOM is the Simple Standard for Sharing Ontological Mappings (https://mapping-commons.github.io/sssom/): lines of YAML
behind ``#``, then a table with tabs. Its names are kept; what it does not know is not put in.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from typing import Final

from ..graph.errors import ReviewError, UnwritableValue, one_line
from ..graph.identity.clusters import Decision, Verdict
from ..graph.ntriples import moment
from ..ontology.terms import PREFIXES
from .entries import Decisions, EntityEntry, Mention
from .yaml_nodes import read_nodes

ENDING: Final = ".tsv"
_COLUMNS: Final = (
    "subject_id", "subject_label", "predicate_id", "object_id", "object_label", "mapping_justification",
    "author_label", "mapping_date", "confidence", "comment",
)  # fmt: skip
_NEEDED: Final = ("subject_id", "predicate_id", "object_id")
_WRITTEN: Final[Mapping[Verdict, tuple[str, str]]] = {
    "same": ("skos:exactMatch", "1.0"), "different": ("owl:differentFrom", "1.0"),
    "unsure": ("skos:relatedMatch", "0.5"),
}  # fmt: skip
"""The predicate and the confidence of each verdict."""
_READ: Final[Mapping[str, Verdict]] = {
    "skos:exactMatch": "same", "owl:sameAs": "same", "owl:differentFrom": "different", "skos:relatedMatch": "unsure",
}  # fmt: skip
_VOCABULARIES: Final = {
    "owl": PREFIXES["owl"], "skos": PREFIXES["skos"], "semapv": "https://w3id.org/semapv/vocab/",
}  # fmt: skip
_JUSTIFIED: Final = "semapv:ManualMappingCuration"
_NO_LICENSE: Final = "https://w3id.org/sssom/license/unspecified"
_IRI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]+")


def to_sssom(decisions: Iterable[Decision], labels: Mapping[str, str], base: str) -> str:
    """Return decisions as a table; ``labels`` says what nodes are called, ``base`` is what their IRIs begin with."""
    text = io.StringIO()
    text.write("# curie_map:\n")
    for prefix, space in sorted({**_VOCABULARIES, "id": base}.items()):
        text.write(f"#   {prefix}: {space}\n")
    text.write(f"# license: {_NO_LICENSE}\n# mapping_set_id: {base}graph/decisions\n")
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    writer.writerow(_COLUMNS)
    for decision in sorted(decisions):
        predicate, confidence = _WRITTEN[decision.verdict]
        cells = (
            _short(decision.first, base), labels.get(decision.first, ""), predicate,
            _short(decision.second, base), labels.get(decision.second, ""), _JUSTIFIED,
            decision.by, decision.on, confidence, decision.because,
        )  # fmt: skip
        writer.writerow(" ".join(cell.split()) for cell in cells)
    return text.getvalue()


def read_sssom(path: str, text: str) -> Decisions:
    """Return the decisions in a table; raise ReviewError, naming the line, when it is not right.

    ``skos:exactMatch`` and ``owl:sameAs`` stand for the same, either of them with ``predicate_modifier`` Not and
    ``owl:differentFrom`` for different, ``skos:relatedMatch`` for unsure.
    """
    lines = text.splitlines(keepends=True)
    heads = 0
    while heads < len(lines) and lines[heads].startswith("#"):
        heads += 1
    prefixes = _prefixes(path, "".join(line[1:].removeprefix(" ") for line in lines[:heads]))
    rows = csv.DictReader(io.StringIO("".join(lines[heads:])), delimiter="\t", restkey="")
    missing = [column for column in _NEEDED if column not in (rows.fieldnames or ())]
    if missing:
        raise ReviewError(path, heads + 1, f"is no SSSOM table: the column {', '.join(missing)} is missing")
    reading = _Table(path, prefixes)
    try:
        entries = tuple(reading.entry(row, heads + rows.line_num) for row in rows)
    except csv.Error as error:
        raise ReviewError(path, heads + rows.line_num, f"is no table with tabs: {error}") from error
    return Decisions(path, entities=entries)


class _Table:
    def __init__(self, path: str, prefixes: Mapping[str, str]) -> None:
        self._path = path
        self._prefixes = prefixes
        self._lines: dict[frozenset[str], int] = {}

    def entry(self, row: Mapping[str, str | None], line: int) -> EntityEntry:
        """Return what one row decides."""
        cells = {name: (value or "").strip() for name, value in row.items() if isinstance(value, str | None)}
        first, second = (self._iri(cells[name], line) for name in ("subject_id", "object_id"))
        pair = frozenset((first, second))
        if pair in self._lines:
            raise ReviewError(
                self._path, line, f"is decided twice, the first time in line {self._lines[pair]}; keep one"
            )
        self._lines[pair] = line
        by, on = cells.get("author_label", ""), cells.get("mapping_date", "")
        if on:
            try:
                moment(on)
            except UnwritableValue as error:
                raise ReviewError(self._path, line, f"mapping_date: {one_line(error)}") from error
        return EntityEntry(
            self._verdict(cells, line), Mention(iri=first), Mention(iri=second), by, on, cells.get("comment", ""), line
        )  # fmt: skip

    def _verdict(self, cells: Mapping[str, str], line: int) -> Verdict:
        name, modifier = cells["predicate_id"], cells.get("predicate_modifier", "")
        meant = self._iri(name, line)
        known = {self._iri(short, line): verdict for short, verdict in _READ.items()}
        verdict = known.get(meant)
        if verdict is None or modifier not in ("", "Not") or (modifier and verdict != "same"):
            told = f"{modifier} {name}".strip()
            raise ReviewError(self._path, line, f"predicate_id: {told!r} is none of {', '.join(_READ)}")
        return "different" if modifier else verdict

    def _iri(self, name: str, line: int) -> str:
        prefix, colon, local = name.partition(":")
        iri = self._prefixes[prefix] + local if colon and prefix in self._prefixes and local[:2] != "//" else name
        if not _IRI.fullmatch(iri):
            raise ReviewError(self._path, line, f"{one_line(name, limit=60)!r} is no IRI and no short form of one")
        return iri


def _prefixes(path: str, head: str) -> dict[str, str]:
    """Return the prefixes that the head of a table declares, and those that need no declaration."""
    root = read_nodes(path, head) if head.strip() else None
    declared = root.table.get("curie_map") if root is not None and root.table is not None else None
    told = {} if declared is None or declared.table is None else declared.table
    return {**_VOCABULARIES, **{name: node.text for name, node in told.items() if node.text}}


def _short(iri: str, base: str) -> str:
    return f"id:{iri.removeprefix(base)}" if iri.startswith(base) else iri
