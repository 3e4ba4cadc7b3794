"""From a name that somebody types to the node that it means.

Names are compared without case, diacritics and punctuation; a label counts before an alias, an alias before a form
printed in a text. Nothing is guessed: a name that fits no node, or several, is an error that lists what to type.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations
from typing import TYPE_CHECKING

from rdflib import URIRef

from ..graph.errors import SeveralOfName, UnknownName
from ..graph.reading.curies import expanded
from .catalogue import question
from .flat import flat_rows, parted
from .likeness import closest, folded

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
"""
_CLASSES = {
    "party": "schema:Country schema:Organization parley:UnnamedAgent",
    "person": "foaf:Person",
    "negotiation": "parley:NegotiationProcess",
    "subject": "foaf:Person schema:Country schema:Organization parley:UnnamedAgent parley:NegotiationProcess"
    " parley:Item",
}
_MOST_ORDERS = 3
"""So many parties are named in any order; more in one."""
_PUBLISHERS = """
PREFIX parley: <https://w3id.org/parley/ns#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT DISTINCT ?node ?rank ?name
WHERE {
  ?article parley:sourceId ?id ;
    schema:publisher ?node .
  VALUES (?property ?rank) { (skos:prefLabel 1) (skos:altLabel 2) (parley:surfaceForm 3) }
  ?node ?property ?name .
}
"""
_ANYTHING = """
PREFIX parley: <https://w3id.org/parley/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT DISTINCT ?node ?rank ?name
WHERE {
  VALUES (?property ?rank) {
    (skos:prefLabel 1) (rdfs:label 1) (schema:headline 1) (parley:sourceId 1) (skos:altLabel 2) (parley:surfaceForm 3)
  }
  ?node ?property ?name .
}
"""
_THINGS = """
PREFIX parley: <https://w3id.org/parley/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT DISTINCT ?node ?rank ?name
WHERE {
  ?node skos:prefLabel ?label .
  VALUES (?property ?rank) { (skos:prefLabel 1) (skos:altLabel 2) (parley:surfaceForm 3) }
  ?node ?property ?name .
}
"""
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
"""
_ROUNDS = "SELECT DISTINCT ?n WHERE { ?round a parley:Round ; schema:position ?n } ORDER BY ?n"

_PARTIES = """
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX parley: <https://w3id.org/parley/ns#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT DISTINCT ?name
WHERE {
  { ?anything parley:represents|parley:party|parley:side ?party . }
  UNION
  { ?act parley:actType ?type ; schema:agent ?party . FILTER NOT EXISTS { ?party parley:side ?above } }
  ?party skos:prefLabel ?name .
  FILTER NOT EXISTS { ?party a foaf:Person }
}
ORDER BY ?name
"""


def resolve(knowledge: Knowledge, kind: str, name: str) -> URIRef:
    """Return the ``party``, ``person``, ``negotiation``, ``subject`` of a dossier, ``post``, ``publisher`` or ``node``.

    A ``thing`` is whatever a text names, a ``node`` one of any kind. ``name`` is a name, words of a name that only one
    node has, an IRI or its short form. A post is also found as ``title of organization``, for a title that several
    organisations have. Raises UnknownName, and SeveralOfName with what to type for each of them.
    """
    known = _known(knowledge, kind)
    found = known.called(expanded(name, knowledge.prefixes)) or known.called(name)
    if len(found) == 1:
        return found.pop()
    if found:
        raise SeveralOfName(name, sorted(known.apart(found)), why="fits several here")
    other = {"party": "person", "person": "party"}.get(kind, "")
    if other and (meant := _known(knowledge, other).called(name)):
        label = _known(knowledge, other).labels[min(meant)]
        raise UnknownName(name, [f"{other} {label!r}"], why=f"is no {kind} here but a {other}")
    near = known.suggested(name)
    raise UnknownName(name, near, others=() if near else known.listed(knowledge, kind))


def called(knowledge: Knowledge, kind: str, name: str) -> tuple[list[URIRef], dict[URIRef, str]]:
    """Return all of a kind that ``name`` means, and who else has it in a name, with their labels; raise UnknownName."""
    known = _known(knowledge, kind)
    found = known.called(expanded(name, knowledge.prefixes)) or known.called(name)
    if not found:
        raise UnknownName(name, known.suggested(name))
    labels = {str(known.labels[node]) for node in found}
    others = set().union(*(known.having(each) for each in (name, *labels))) - found
    return sorted(found), {node: known.labels[node] for node in sorted(others)}


def round_numbers(knowledge: Knowledge) -> list[str]:
    """Return the numbers of the rounds that are known, in order."""
    return [str(row["n"]) for row in knowledge.query(_ROUNDS)]


def namesakes(knowledge: Knowledge, kind: str, name: str) -> list[str]:
    """Return the labels of others who have these words in a name, where somebody is called just so."""
    known = _known(knowledge, kind)
    found = known.called(name)
    return sorted({known.labels[node] for node in known.having(name) - found} - {known.labels[node] for node in found})


def _known(knowledge: Knowledge, kind: str) -> _Names:
    queries = {"post": _POSTS, "publisher": _PUBLISHERS, "node": _ANYTHING, "thing": _THINGS}
    known = _Names()
    for node, name in _of_negotiations(knowledge) if kind == "negotiation" else ():
        known.add(node, 1, name)
    named = knowledge.query(queries[kind] if kind in queries else _NAMES % _CLASSES[kind])
    assert named.columns == ["node", "rank", "name"]
    for rank, name, iri in sorted((rank, name, node) for node, rank, name in named.texts()):
        known.add(URIRef(iri), int(rank), name)
    return known


def _of_negotiations(knowledge: Knowledge) -> Iterator[tuple[URIRef, str]]:
    """Yield what each negotiation goes by: its parties, in any order, without and with the year of the first news."""
    asked = question("negotiations")
    for row in flat_rows(knowledge.query(parted(asked.sparql)), asked):
        parties = [str(name) for name in row["parties"]] if isinstance(row["parties"], list) else []
        orders = permutations(parties) if len(parties) <= _MOST_ORDERS else [tuple(parties)]
        for order in orders:
            name = f"{'–'.join(order)} talks"
            yield from ((URIRef(str(row["fact"])), each) for each in (name, f"{name} {str(row.get('first', ''))[:4]}"))


class _Names:
    """The nodes of one kind with their names, by how much a name counts."""

    def __init__(self) -> None:
        self.labels: dict[URIRef, str] = {}
        self._spelled: dict[URIRef, list[str]] = {}
        self._by_rank: dict[int, dict[str, set[URIRef]]] = {}

    def add(self, node: URIRef, rank: int, form: str) -> None:
        """Note a name of a node; names that count more come first."""
        self.labels.setdefault(node, form)
        self._spelled.setdefault(node, []).append(form)
        self._by_rank.setdefault(rank, {}).setdefault(folded(form), set()).add(node)

    def called(self, name: str) -> set[URIRef]:
        """Return the nodes that are called so: by IRI, by whole names in the order of their ranks, by words of them."""
        by_iri = {str(node): node for node in self.labels}
        if name in by_iri:
            return {by_iri[name]}
        wanted = folded(name)
        whole = (forms[wanted] for _, forms in sorted(self._by_rank.items()) if wanted in forms)
        parts = (self._with_words(wanted, forms) for _, forms in sorted(self._by_rank.items()))
        return set(next((found for found in (*whole, *parts) if found), ()))

    def having(self, name: str) -> set[URIRef]:
        """Return the nodes of which a name has these words in it."""
        return set().union(*(self._with_words(folded(name), forms) for forms in self._by_rank.values()))

    @staticmethod
    def _with_words(words: str, forms: Mapping[str, set[URIRef]]) -> set[URIRef]:
        return {node for form, nodes in forms.items() if words and f" {words} " in f" {form} " for node in nodes}

    def apart(self, found: Iterable[URIRef]) -> Iterator[str]:
        """Yield what to type for each of several nodes: its first name that means no other, or else its IRI too."""
        for node in found:
            own = (spelled for spelled in self._spelled.get(node, ()) if self.called(spelled) == {node})
            yield next(own, f"{self.labels[node]} <{node}>")

    def suggested(self, name: str) -> list[str]:
        """Return the labels of those whose names look most like this one."""
        forms = {form: node for forms in self._by_rank.values() for form, nodes in forms.items() for node in nodes}
        return list(dict.fromkeys(self.labels[forms[form]] for form in closest(name, forms)))

    def listed(self, knowledge: Knowledge, kind: str) -> list[str]:
        """Return those of whom one can ask, for a name that looks like none of theirs."""
        if kind == "party":
            return [str(row["name"]) for row in knowledge.query(_PARTIES)]
        return sorted(set(self.labels.values()))
