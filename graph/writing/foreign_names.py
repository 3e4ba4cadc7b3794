"""Labels for the nodes of a dataset that has named them otherwise, or not at all, so that every node has one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
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
_TAGGED: Final = re.compile(r'".*"@([A-Za-z0-9-]+)', re.DOTALL)


def names_for(facts: Collection[Triple], *, unnamed: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield each subject that has no ``rdfs:label``, with one for it: another name that it has, or its IRI's end.

    Nodes in ``unnamed`` go by no IRI: what they are the same as elsewhere has a name.
    """
    best: dict[str, tuple[int, bool, str]] = {}
    for subject, predicate, value in facts:
        if predicate in _RANKS and value.startswith('"'):
            name = (_RANKS[predicate], _foreign(value), value)
            best[subject] = min(best.get(subject, name), name)
    for subject in sorted({subject for subject, _, _ in facts}):
        rank, _, value = best.get(subject, (len(_NAMES), False, ""))
        if value and rank > 0:
            yield subject, value
        elif not value and subject[1:-1] not in unnamed:
            yield subject, text(_end(subject[1:-1]))


def _foreign(value: str) -> bool:
    """Whether a literal is told to be in another language than English."""
    tag = _TAGGED.fullmatch(value)
    return tag is not None and tag[1].lower().partition("-")[0] != "en"


def _end(iri: str) -> str:
    *_, before, end = ["", "", *re.split(r"[/#]", iri.rstrip("/#"))]
    return f"node {end}" if before == "blank" else end or iri
