"""Labels for the nodes of a dataset that has named them otherwise, or not at all, so that every node has one."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing
from typing import Final

from ...ontology.terms import DCTERMS, FOAF, RDFS, SCHEMA, SKOS
from ..ntriples import Triple, text

_NAMES: Final = tuple(
    f"<{iri}>"
    for iri in (
        RDFS.label, SKOS.prefLabel, FOAF.name, SCHEMA.name, SCHEMA.name.replace("https:", "http:"), SCHEMA.headline,
        DCTERMS.title, "http://purl.org/dc/elements/1.1/title",
    )
)  # fmt: skip
"""What datasets name things by; the first that a node has counts."""
_RANKS: Final = {name: rank for rank, name in enumerate(_NAMES)}
_NONE: Final = str(len(_NAMES))
"""Stands after every name; each of these begins with its rank and whether it is in another language than English."""
_KEEP: Final = "INSERT INTO names VALUES (?, ?) ON CONFLICT (subject) DO UPDATE SET name = min(name, excluded.name)"
_TAGGED: Final = re.compile(r'".*"@([A-Za-z0-9-]+)', re.DOTALL)


class Names:
    """The best name of each subject, kept on the disk: memory does not grow with them."""

    def __init__(self) -> None:
        self._kept = sqlite3.connect("", isolation_level=None)  # a file without a name, gone with the program
        self._kept.execute("PRAGMA journal_mode=OFF")
        self._kept.execute("CREATE TABLE names (subject TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID")

    def see(self, facts: Collection[Triple]) -> None:
        """Take in what names these triples give their subjects."""
        best = dict.fromkeys((subject for subject, _, _ in facts), _NONE)
        for subject, predicate, value in facts:
            if predicate in _RANKS and value[0] == '"':
                best[subject] = min(best[subject], f"{_RANKS[predicate]}{_foreign(value):d}{value}")
        self._kept.execute("BEGIN")
        self._kept.executemany(_KEEP, best.items())
        self._kept.execute("COMMIT")

    def labels(self, *, unnamed: Collection[str]) -> Iterator[tuple[str, str]]:
        """Yield each subject that has no ``rdfs:label``, with one for it: another name that it has, or its IRI's end.

        Nodes in ``unnamed`` go by no IRI: what they are the same as elsewhere has a name. This is the end of it.
        """
        with closing(self._kept) as kept:
            for subject, name in kept.execute("SELECT subject, name FROM names WHERE name >= '1'"):
                if name != _NONE:
                    yield subject, name[2:]
                elif subject[1:-1] not in unnamed:
                    yield subject, text(_end(subject[1:-1]))


def _foreign(value: str) -> bool:
    """Whether a literal is told to be in another language than English."""
    tag = _TAGGED.fullmatch(value)
    return tag is not None and tag[1].lower().partition("-")[0] != "en"


def _end(iri: str) -> str:
    *_, before, end = ["", "", *re.split(r"[/#]", iri.rstrip("/#"))]
    return f"node {end}" if before == "blank" else end or iri
