"""What stands under one canonical node: its nodes, source by source, and what joins or parts them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..identity.clusters import Decision
from ..kinds import kind_in_words
from .contexts import Context, Contexts

if TYPE_CHECKING:
    from ..knowledge import Knowledge

_MEMBERS: Final = """
PREFIX parley: <https://w3id.org/parley/ns#>

SELECT DISTINCT ?canonical ?node
WHERE {
  VALUES ?canonical { %s }
  GRAPH ?identity { ?node parley:canonical ?canonical }
  FILTER(STRENDS(STR(?identity), "/graph/identity"))
}
ORDER BY ?canonical ?node
"""
_MATCHED: Final = """
PREFIX parley: <https://w3id.org/parley/ns#>

SELECT DISTINCT ?first ?second ?verdict ?score ?because
WHERE {
  VALUES ?first { %s }
  GRAPH ?matches {
    ?match parley:firstNode ?first ;
      parley:secondNode ?second ;
      a parley:Match ;
      parley:verdict ?verdict ;
      parley:confidence ?score ;
      parley:because ?because .
  }
  FILTER(STRENDS(STR(?matches), "/graph/matches"))
}
ORDER BY DESC(?score) ?first ?second ?because
"""
_UNTOLD: Final = """
PREFIX parley: <https://w3id.org/parley/ns#>

SELECT DISTINCT ?node
WHERE {
  GRAPH ?decisions {
    ?decision a parley:Decision ;
      parley:firstNode|parley:secondNode ?node .
  }
  FILTER NOT EXISTS { GRAPH ?source { ?node a ?class } }
}
"""
_LABEL: Final = """
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT ?node ?label ?class WHERE { VALUES ?node { %s } ?node skos:prefLabel ?label ; a ?class } ORDER BY ?label ?class
"""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two nodes are one, or are held apart."""

    first: str
    second: str
    because: str
    decided: bool
    """True for what somebody has decided, false for what was found to be alike."""


@dataclass(frozen=True, slots=True)
class Sameness:
    """One canonical node, the nodes that it stands for, why they are one, and what parts some from others."""

    iri: str
    label: str
    kind: str
    members: tuple[Context, ...]
    reasons: tuple[Reason, ...]
    parted: tuple[Reason, ...]
    """Decisions that a node of these and another one differ, or that nobody can say."""


def sameness(knowledge: Knowledge, iri: str) -> Sameness:
    """Return what stands under a canonical node; a node that all sources share stands for itself alone."""
    nodes = [str(row["node"]) for row in knowledge.query(_MEMBERS % f"<{iri}>")] or [iri]
    contexts = Contexts(knowledge)
    members = tuple(sorted((contexts.of(node) for node in nodes), key=lambda each: (each.day, each.source, each.node)))
    found = list(knowledge.query(_LABEL % f"<{iri}>"))
    own = set(nodes)
    decided = [decision for decision in knowledge.decisions() if own & set(decision.pair)]
    return Sameness(
        iri,
        str(found[0]["label"]) if found else iri,
        kind_in_words({str(row["class"]) for row in found}),
        members,
        (
            *(_decided(d) for d in decided if d.verdict == "same" and own >= set(d.pair)),
            *_matched(knowledge, nodes),
        ),
        tuple(_decided(decision) for decision in decided if decision.verdict != "same"),
    )  # fmt: skip


def label_of(knowledge: Knowledge, nodes: Iterable[str]) -> dict[str, str]:
    """Return what nodes of all sources together are called; those without a label are left out."""
    listed = " ".join(f"<{node}>" for node in nodes)
    return {str(row["node"]): str(row["label"]) for row in knowledge.query(_LABEL % listed)} if listed else {}


def canonical_of(knowledge: Knowledge, nodes: Iterable[str]) -> dict[str, str]:
    """Return what each of some nodes of sources is in the canonical graph; a node without a row is itself."""
    listed = sorted(set(nodes))
    query = _MEMBERS.replace("VALUES ?canonical", "VALUES ?node")
    rows = knowledge.query(query % " ".join(f"<{node}>" for node in listed)) if listed else ()
    found = {str(row["node"]): str(row["canonical"]) for row in rows}
    return {node: found.get(node, node) for node in listed}


def _matched(knowledge: Knowledge, nodes: list[str]) -> Iterator[Reason]:
    own = set(nodes)
    for row in knowledge.query(_MATCHED % " ".join(f"<{node}>" for node in nodes)):
        if str(row["second"]) in own and str(row["verdict"]).endswith("-same"):
            yield Reason(str(row["first"]), str(row["second"]), f"{row['because']} ({row['score']})", decided=False)


def _decided(decision: Decision) -> Reason:
    who = ", ".join(part for part in (decision.by, decision.on) if part)
    told = f"{decision.verdict}, decided{f' by {who}' if who else ''}"
    return Reason(*decision.pair, f"{told}: {decision.because}" if decision.because else told, decided=True)


def untold(knowledge: Knowledge) -> list[str]:
    """Return the nodes that somebody has decided on and of which no source tells, in order."""
    return sorted({str(row["node"]) for row in knowledge.query(_UNTOLD)})
