"""Reads and writes decisions on identity as triples."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, cast, get_args

import pyoxigraph as ox

from ...ontology.terms import PARLEY, PROV, RDF, RDFS, VERDICTS
from ..engine.store import Store
from ..errors import DecisionError
from ..identifiers import Iri, Minter
from ..ntriples import Triple, moment, ref, text
from .clusters import Decision, Verdict, is_unnamed

_VERDICT_OF: Final[Mapping[str, Verdict]] = {VERDICTS[name]: cast(Verdict, name) for name in get_args(Verdict)}


def read_decision(store: Store, iri: str, graph: str) -> list[Decision]:
    """Return the decision with this IRI, or nothing when it is not whole."""
    found = store.quads(iri, graph=graph)
    words = {quad.predicate.value: getattr(quad.object, "value", "") for quad in found}
    if PARLEY.firstNode not in words or words.get(PARLEY.verdict) not in _VERDICT_OF:
        return []
    return [
        Decision(
            words[PARLEY.firstNode],
            words[PARLEY.secondNode],
            _VERDICT_OF[words[PARLEY.verdict]],
            by="".join(store.objects(f"{iri}/by", RDFS.label, graph)),
            on=words.get(PARLEY.decidedOn, ""),
            because=words.get(PARLEY.because, ""),
        )
    ]


def read_decisions(store: Store, minter: Minter) -> list[Decision]:
    """Return every decision on identity, sorted."""
    graph = minter.decisions_graph
    iris = store.subjects(RDF.type, ox.NamedNode(PARLEY.Decision), graph)
    return sorted(found for iri in iris for found in read_decision(store, iri, graph))


def check_can_be_decided(first: str, second: str, verdict: Verdict) -> None:
    """Refuse a decision that nobody can take, with a :class:`~parley.graph.errors.DecisionError`."""
    if first == second:
        raise DecisionError(first, second, "they are one node already")
    if verdict == "same" and (is_unnamed(first) or is_unnamed(second)):
        raise DecisionError(first, second, "somebody whom the text does not name is never merged with anybody")


def origin_rows(iri: Iri, origin: str) -> frozenset[Triple]:
    """Return what is kept about the file that a decision was taken in."""
    return frozenset([(ref(iri), f"<{PARLEY.origin}>", text(origin))] if origin else ())


def decided_in(store: Store, minter: Minter, origin: str) -> list[Decision]:
    """Return the decisions that were taken in a file."""
    iris = store.subjects(PARLEY.origin, ox.Literal(origin), minter.store_graph)
    return sorted(found for iri in iris for found in read_decision(store, iri, minter.decisions_graph))


def member(store: Store, minter: Minter, iri: str) -> str:
    """Return the node of a source that an IRI of the canonical graph was minted from; any other IRI stays as it is."""
    if minter.is_of_source(iri) or not minter.is_given_out(iri):
        return iri
    rows = store.quads_saying(PARLEY.canonical, minter.identity_graph)
    nodes = (getattr(row.subject, "value", "") for row in rows)
    return next((node for node in nodes if minter.canonical(node) == iri), "")


def write_decision(decision: Decision, iri: Iri) -> frozenset[Triple]:
    """Return the decision as triples."""
    node = ref(iri)
    found = {
        (node, f"<{RDF.type}>", f"<{PARLEY.Decision}>"),
        (node, f"<{PARLEY.firstNode}>", ref(decision.first)),
        (node, f"<{PARLEY.secondNode}>", ref(decision.second)),
        (node, f"<{PARLEY.verdict}>", f"<{VERDICTS[decision.verdict]}>"),
    }
    if decision.because:
        found.add((node, f"<{PARLEY.because}>", text(decision.because)))
    if decision.on:
        found.add((node, f"<{PARLEY.decidedOn}>", moment(decision.on)))
    if decision.by:
        decider = ref(f"{iri}/by")
        found.add((node, f"<{PARLEY.decidedBy}>", decider))
        found.add((decider, f"<{RDF.type}>", f"<{PROV.Agent}>"))
        found.add((decider, f"<{RDFS.label}>", text(decision.by)))
    return frozenset(found)
