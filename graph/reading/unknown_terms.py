"""Why a query finds nothing, as far as its names tell: terms that no vocabulary has, and nodes that are not there."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from rdflib import Literal, URIRef

from ...ontology.terms import NAMESPACE, NAMESPACES, PARLEY, XSD, ClosedNamespace
from ..engine.tokens import declared_prefixes, names
from .curies import expanded, shortened

if TYPE_CHECKING:
    from ..knowledge import Knowledge

_SPACES: Final[tuple[ClosedNamespace, ...]] = (PARLEY, *NAMESPACES.values())
_USED: Final = """
SELECT ?used WHERE {
  VALUES ?used { %s }
  { ?used ?a ?b } UNION { ?a ?used ?b } UNION { ?a ?b ?used } UNION
  { GRAPH ?used { ?a ?b ?c } } UNION
  { GRAPH ?g { ?used ?a ?b } } UNION { GRAPH ?g { ?a ?used ?b } } UNION { GRAPH ?g { ?a ?b ?used } }
}
LIMIT 1
"""
_CALLED: Final = """
SELECT ?node WHERE {
  VALUES ?name { %s }
  ?node skos:prefLabel|skos:altLabel|parley:isoCode ?name
  FILTER(STRSTARTS(STR(?node), %s))
}
ORDER BY ?node
LIMIT 1
"""


def unknown_terms(knowledge: Knowledge, sparql: str) -> list[str]:
    """Return a remark on each name in the query that nothing here has, in their order."""
    return [
        f"{_remark(iri, spelled, knowledge.prefixes)}{_called(knowledge, iri)}"
        for iri, spelled in _written(knowledge, sparql).items()
        if ":" in iri and not iri.startswith(XSD.iri) and not knowledge.query(_USED % URIRef(iri).n3())
    ]


def misspelled_terms(knowledge: Knowledge, sparql: str) -> list[str]:
    """Return a remark on each name in the query that looks like a term of Parley's vocabulary, which has none such.

    That is wrong in a query with answers, too: it stands in an OPTIONAL or the like then.
    """
    return [
        _remark(iri, spelled, knowledge.prefixes)
        for iri, spelled in _written(knowledge, sparql).items()
        if iri.startswith(NAMESPACE) and iri not in PARLEY and not knowledge.query(_USED % URIRef(iri).n3())
    ]


def _written(knowledge: Knowledge, sparql: str) -> dict[str, str]:
    """The IRIs in a query, each as it is written there first."""
    prefixes = {**knowledge.prefixes, **declared_prefixes(sparql)}
    written: dict[str, str] = {}
    for name in names(sparql):
        iri = name.local if name.prefix is None else prefixes.get(name.prefix, "") + name.local
        written.setdefault(iri, name.written)
    return written


def _called(knowledge: Knowledge, iri: str) -> str:
    """Which node of the same kind is called what the IRI of one that is not there ends with."""
    kind, slash, name = iri.rpartition("/")
    if not (slash and iri.startswith(knowledge.base)):
        return ""
    text = unquote(name).replace("_", " ").replace("-", " ")
    called = " ".join(Literal(one).n3() for one in dict.fromkeys((text, text.title(), text.upper())))
    found = knowledge.query(_CALLED % (called, Literal(f"{kind}/").n3()))
    return "".join(f": {shortened(str(row['node']), knowledge.prefixes)}?" for row in found)


def _remark(iri: str, spelled: str, prefixes: Mapping[str, str]) -> str:
    other = f"http{iri[5:]}" if iri.startswith("https:") else f"https{iri[4:]}"
    usual = expanded(spelled.strip("<>"), prefixes)
    for space in _SPACES:
        if other.startswith(space.iri):
            return f"{spelled} is <{iri}>, and here that is <{other}>"
        if iri.startswith(space.iri):
            if iri in space:
                return f"{spelled} is a term that nothing here uses"
            near = " or ".join(shortened(one, prefixes) for one in _meant(space, iri.removeprefix(space.iri)))
            meant = f": {near}?" if near else ""
            return f"{spelled} is no term{meant}" if space is PARLEY else f"nothing here uses {spelled}{meant}"
        if usual in space:
            if spelled.startswith("<"):
                return f"{spelled} is a whole IRI: {spelled.strip('<>')}?"
            return f"{spelled} is <{iri}>, and here that is <{usual}>"
    return f"nothing here has {spelled}"


def likely_terms(iri: str) -> list[str]:
    """Return the terms that were likely meant by an IRI in the namespace of a vocabulary that has no such term."""
    spaces = [space for space in _SPACES if iri.startswith(space.iri) and iri not in space]
    return [one for space in spaces for one in _meant(space, iri.removeprefix(space.iri))]


def _meant(space: ClosedNamespace, name: str) -> list[str]:
    """The terms that were likely meant: alike but for case, of another vocabulary, ending so, or spelled nearly so."""
    own = {iri.removeprefix(space.iri): iri for iri in space}
    alike = [iri for term, iri in own.items() if term.casefold() == name.casefold()]
    others = [other[name] for other in _SPACES if other.iri + name in other]
    kinds = [iri for term, iri in own.items() if term.endswith(f"-{name.casefold()}")]
    near = get_close_matches(name, [term for term in own if term[0].isupper() == name[:1].isupper()], n=1, cutoff=0.75)
    return alike or others or kinds or [own[term] for term in near]
