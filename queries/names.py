"""From a name that somebody types to the node that it means.

Names are compared without case, diacritics and punctuation; a label counts before an alias, an alias before a form
printed in a text. Nothing is guessed: a name that fits no node, or several, is an error that lists what to type.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from rdflib import URIRef

from ..graph.errors import UnknownName

if TYPE_CHECKING:
    from ..graph.knowledge import Knowledge

_NAMES = """
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX parley: <https://w3id.org/parley/ns#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT DISTINCT ?node ?rank ?name
WHERE {
  ?node a ?class .
  VALUES ?class { %s }
  VALUES (?property ?rank) { (skos:prefLabel 1) (skos:altLabel 2) (parley:surfaceForm 3) }
  ?node ?property ?name .
}
ORDER BY ?rank ?name ?node
"""
_CLASSES = {"party": "schema:Country schema:Organization parley:UnnamedAgent", "person": "foaf:Person"}
_POSTS = """
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT DISTINCT ?node ?rank ?name
WHERE {
  ?node a org:Post ;
    skos:prefLabel ?title .
  OPTIONAL { ?node org:postIn/skos:prefLabel ?body }
  VALUES ?rank { 1 2 }
  BIND(IF(?rank = 1, ?title, CONCAT(?title, " of ", ?body)) AS ?name)
  FILTER(BOUND(?name))
}
ORDER BY ?rank ?name ?node
"""
_PARTIES = """
PREFIX parley: <https://w3id.org/parley/ns#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT DISTINCT ?name
WHERE {
  { ?anything parley:represents|parley:party|parley:side ?party . }
  UNION
  { ?act parley:actType ?type ; schema:agent ?party . FILTER NOT EXISTS { ?party parley:side ?above } }
  ?party skos:prefLabel ?name .
}
ORDER BY ?name
"""


def resolve(knowledge: Knowledge, kind: str, name: str) -> URIRef:
    """Return the ``party``, ``person`` or ``post`` that ``name`` means: a label, alias, printed form or IRI.

    A post is also found as ``title of organization``, for a title that several organisations have.
    """
    by_rank: dict[int, dict[str, set[URIRef]]] = {}
    labels: dict[URIRef, str] = {}
    for row in knowledge.query(_POSTS if kind == "post" else _NAMES % _CLASSES[kind]):
        node, rank, form = URIRef(str(row["node"])), int(str(row["rank"])), str(row["name"])
        labels.setdefault(node, form)
        by_rank.setdefault(rank, {}).setdefault(folded(form), set()).add(node)
    by_iri = {str(node): node for node in labels}
    if name in by_iri:
        return by_iri[name]
    for rank in sorted(by_rank):
        found = by_rank[rank].get(folded(name), set())
        if len(found) == 1:
            return found.pop()
        if found:
            raise UnknownName(name, sorted(_apart(found, labels, by_rank)))
    if kind == "person" and len(found := _by_last_word(name, labels)) == 1:
        return found.pop()
    known = _known_parties(knowledge) if kind == "party" else sorted(set(labels.values()))
    raise UnknownName(name, _suggested(name, by_rank, labels, known))


def _by_last_word(name: str, labels: Mapping[URIRef, str]) -> set[URIRef]:
    """The people whose name ends with what was typed: a surname, with its article if it has one."""
    wanted = folded(name)
    return {node for node, label in labels.items() if wanted and folded(label).endswith(f" {wanted}")}


def folded(name: str) -> str:
    """Return ``name`` without case, diacritics and punctuation.

    >>> folded("  Türkiye’s ")
    'turkiye s'
    """
    plain = unicodedata.normalize("NFKD", name).casefold()
    kept = (" " if unicodedata.category(c)[0] in "PZC" else c for c in plain if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


def closest(name: str, names: Iterable[str]) -> list[str]:
    """Return the up to three ``names`` that look most like ``name``, the closest first."""
    from rapidfuzz import fuzz, process

    found = process.extract(name, list(names), scorer=fuzz.WRatio, processor=folded, limit=3, score_cutoff=70)
    return [match for match, _, _ in found]


def _apart(
    found: Iterable[URIRef], labels: Mapping[URIRef, str], by_rank: Mapping[int, Mapping[str, set[URIRef]]]
) -> Iterator[str]:
    """What to type for each of several nodes of one name: a longer name that only it has, or else its IRI."""
    for node in found:
        own = [form for forms in by_rank.values() for form, nodes in forms.items() if nodes == {node}]
        yield own[0] if own else f"{labels[node]} <{node}>"


def _suggested(
    name: str, by_rank: Mapping[int, Mapping[str, set[URIRef]]], labels: Mapping[URIRef, str], known: list[str]
) -> list[str]:
    forms = {form: node for forms in by_rank.values() for form, nodes in forms.items() for node in nodes}
    close = [labels[forms[form]] for form in closest(name, forms)]
    return list(dict.fromkeys(close)) or known


def _known_parties(knowledge: Knowledge) -> list[str]:
    return [str(row["name"]) for row in knowledge.query(_PARTIES)]
