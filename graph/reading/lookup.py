"""What the explorer reads of the canonical graph: one flat query, joined in Python. Not a general graph interface."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any, Protocol

from ..kinds import in_words

PARLEY = "https://w3id.org/parley/ns#"
SCHEMA = "https://schema.org/"
PROV = "http://www.w3.org/ns/prov#"
ORG = "http://www.w3.org/ns/org#"
OA = "http://www.w3.org/ns/oa#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
OWL = "http://www.w3.org/2002/07/owl#"
FOAF = "http://xmlns.com/foaf/0.1/"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LABEL = SKOS + "prefLabel"
PLAIN_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"

_LOCAL_NAMES = {
    PARLEY: (
        "sourceId surfaceForm side represents ofTeam atRound post tenure standing supportedBy disputedBy attendee"
        " capacity actType addressee impliedAddressee representedBy concerns resultingStatus defaultStatus onIssue"
        " hasTerm objectText actionKind obligor beneficiary quantity duration reciprocal purpose locationText"
        " assistedBy condition approximation perSide additional indefinite printedForm conditionText dependsOn"
        " count aboutText exchangedAt discussedAt modality evidence attributionMode confidence aspect"
        " inTensionWith sameContentAs contradicts chainPosition eventKind previousRound dateBasis printedDate"
        " party format isoCode respondsTo variantOf sanctioned sanctionedBy programme"
    ),
    SCHEMA: (
        "headline text datePublished url publisher position superEvent location startDate endDate containedInPlace"
        " agent startTime author creativeWorkStatus value minValue maxValue unitText isPartOf birthDate deathDate"
    ),
    PROV: "wasAttributedTo qualifiedAttribution agent hadRole wasDerivedFrom",
    ORG: "member organization role unitOf postIn",
    OA: "hasTarget hasSelector start end exact",
    SKOS: "prefLabel altLabel",
    OWL: "sameAs",
}


class Queryable(Protocol):
    """What the explorer needs of :class:`parley.graph.knowledge.Knowledge`: read-only questions."""

    def query(self, sparql: str, *, bindings: Mapping[str, Any] = ...) -> Any:
        """Rows that give each variable's term by name, from the canonical graph; ``texts()`` gives them in order."""
        ...  # rows and terms belong to the engine: only what they spell is used here


class Triples:
    """The canonical graph's triples that the page shows, by subject and property; ``of`` leaves only these subjects."""

    def __init__(self, knowledge: Queryable, *, of: Iterable[str] | None = None) -> None:
        self._out: dict[tuple[str, str], list[str]] = {}
        self._into: dict[tuple[str, str], list[str]] = {}
        wanted = [space + name for space, names in _LOCAL_NAMES.items() for name in names.split()]
        wanted += [TYPE, PLAIN_LABEL]
        self._vocabulary = _vocabulary()
        end, nodes = ("p", wanted) if of is None else ("s", sorted(of))
        values = " ".join(f"<{iri}>" for iri in nodes)
        sparql = f"SELECT ?s ?p ?o WHERE {{ VALUES ?{end} {{ {values} }} ?s ?p ?o }}"
        shown = set(wanted)
        for subject, predicate, value in sorted({row for row in knowledge.query(sparql).texts() if row[1] in shown}):
            self._out.setdefault((subject, predicate), []).append(value)
            self._into.setdefault((predicate, value), []).append(subject)

    def all(self, subject: str, predicate: str) -> list[str]:
        """Every value of the property, sorted."""
        return self._out.get((subject, predicate), [])

    def prefer(self, subject: str, predicate: str, value: str) -> None:
        """Let this be the first value of the property."""
        self.all(subject, predicate).sort(key=lambda other: other != value)

    def first(self, subject: str, predicate: str) -> str:
        """The first value of the property, or an empty string."""
        return next(iter(self.all(subject, predicate)), "")

    def subjects(self, predicate: str, value: str) -> list[str]:
        """Everything that has this value of the property, sorted."""
        return self._into.get((predicate, value), [])

    def having(self, predicate: str) -> list[str]:
        """Everything that has the property at all, sorted."""
        return sorted({subject for subject, prop in self._out if prop == predicate})

    def name(self, node: str) -> str:
        """The label of a node, or the readable end of its IRI."""
        return self.first(node, LABEL) or self.first(node, PLAIN_LABEL) or local_name(node)

    def concept(self, node: str) -> str:
        """The label of a concept, or its local name in words: ``parley:agreeToConsider`` is "agree to consider"."""
        return self.first(node, LABEL) or self._vocabulary.get(node) or in_words(concept_key(node))


def _vocabulary() -> dict[str, str]:
    """The ontology's preferred labels of its concepts."""
    import pyoxigraph

    turtle = resources.files("parley.ontology").joinpath("parley.ttl").read_bytes()
    parsed = pyoxigraph.parse(turtle, pyoxigraph.RdfFormat.TURTLE)
    return {str(q.subject.value): q.object.value for q in parsed if q.predicate.value == LABEL}


def local_name(iri: str) -> str:
    """The part of an IRI after the last ``#`` or ``/``."""
    return iri.rstrip("/#").rpartition("#")[2].rpartition("/")[2]


def concept_key(iri: str) -> str:
    """The local name of a concept without the name of its scheme.

    >>> concept_key("https://w3id.org/parley/ns#issue-prisoners")
    'prisoners'
    >>> concept_key("https://w3id.org/parley/ns#underConsideration")
    'underConsideration'
    """
    name = local_name(iri)
    scheme, dash, rest = name.partition("-")
    schemes = {
        "issue",
        "event",
        "modality",
        "evidence",
        "attributionMode",
        "aspect",
        "role",
        "capacity",
        "date",
        "saying",
    }
    return rest if dash and scheme in schemes else name
