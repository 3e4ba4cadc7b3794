"""Applies decisions on which entities are the same, and takes back those that a file no longer holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

from rdflib import Literal

from ..graph.errors import DecisionError, ReviewError, one_line
from ..graph.identity.agreement import disagreement, listed
from ..graph.identity.clusters import Decision
from ..ontology.terms import FOAF, ORG, PARLEY, SCHEMA
from .entries import Decisions, EntityEntry, Mention

if TYPE_CHECKING:
    from ..graph.knowledge import Knowledge

_CLASSES: Final[Mapping[str, str]] = {
    "person": FOAF.Person, "organization": ORG.Organization, "state": SCHEMA.Country, "unnamed": PARLEY.UnnamedAgent,
    "place": SCHEMA.Place, "process": PARLEY.NegotiationProcess, "event": PARLEY.NegotiationEvent,
    "delegation": PARLEY.Delegation, "item": PARLEY.Item, "document": PARLEY.NegotiationDocument,
}  # fmt: skip
_LABELLED: Final = """
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?node ?graph ?label ?class WHERE {
  GRAPH ?graph { ?node skos:prefLabel ?label ; a ?class }
  FILTER(STRENDS(STR(?graph), "/graph"))
}
ORDER BY ?node ?graph
"""


Taken: TypeAlias = dict[tuple[str, str], tuple[Decisions, EntityEntry]]
"""What files have decided on pairs of nodes."""


def settle(knowledge: Knowledge, file: Decisions, taken: Taken) -> list[str]:
    """Make the knowledge hold what a file decides on entities, no more; return what there is to tell.

    Everything is looked up before anything is decided: an error leaves all as it was. ``taken`` is what the files
    before this one have decided, to which this one's decisions are added; two files may agree, but not differ.
    """
    notes: list[str] = []
    wanted: dict[tuple[str, str], EntityEntry] = {}
    for entry in file.entities:
        nodes = [_node(knowledge, file, entry, mention) for mention in (entry.first, entry.second)]
        for mention, node in zip((entry.first, entry.second), nodes, strict=True):
            if not node:
                notes.append(f"{file.path}, line {entry.line}: nothing in the graph is {mention} yet: not applied")
        if not all(nodes):
            continue
        low, high = sorted(nodes)
        _check(file, entry, (low, high), wanted, taken)
        wanted[low, high] = entry
    own = {pair: entry for pair, entry in wanted.items() if pair not in taken}
    _check_agrees(knowledge, file, own)
    notes += _decide(knowledge, file, own)
    taken.update({pair: (file, entry) for pair, entry in own.items()})
    return notes


def _check(
    file: Decisions, entry: EntityEntry, pair: tuple[str, str], wanted: Mapping[tuple[str, str], EntityEntry],
    taken: Taken,
) -> None:  # fmt: skip
    """Raise when this cannot be decided on two nodes, or has been decided otherwise."""
    why = ""
    if pair[0] == pair[1]:
        why = "the two are one node already"
    elif pair in wanted:
        why = "is decided twice; keep one"
    elif entry.decision == "same" and any("/unnamed/" in node for node in pair):
        why = "somebody whom the text does not name is never merged with anybody"
    elif pair in taken and taken[pair][1].decision != entry.decision:
        other, said = taken[pair]
        why = f"{other.path}, line {said.line}, says {said.decision} of the same two; agree on one"
    if why:
        raise ReviewError(file.path, entry.line, f"entities: {why}")


def _check_agrees(knowledge: Knowledge, file: Decisions, own: Mapping[tuple[str, str], EntityEntry]) -> None:
    """Raise when what a file decides does not go together, or not with what others have decided on other nodes."""
    before = {decision.pair for decision in knowledge.decided_in(file.path)}
    others = [one for one in knowledge.decisions() if one.pair not in before and one.pair not in own]
    coming = {Decision(*pair, entry.decision): entry.line for pair, entry in own.items()}
    found = disagreement([*others, *coming])
    if found:
        line = max(coming.get(decision, 0) for decision in found)
        raise ReviewError(file.path, line, f"entities: these cannot all be so: {listed(found)}; take one of them back")


def forget(knowledge: Knowledge, path: str) -> None:
    """Take back what a file that is there no more had decided."""
    for decision in knowledge.decided_in(path):
        knowledge.undo(*decision.pair)


def _decide(knowledge: Knowledge, file: Decisions, wanted: Mapping[tuple[str, str], EntityEntry]) -> list[str]:
    """Take back what the file does not say any more, decide what it says, and tell whose decisions give way."""
    own = {decision.pair for decision in knowledge.decided_in(file.path)}
    others = {decision.pair: decision for decision in knowledge.decisions() if decision.pair not in own}
    for decision in knowledge.decisions():  # what goes goes first: what comes may not go with it
        gone = decision.pair in own and decision.pair not in wanted
        if gone or (decision.pair in wanted and wanted[decision.pair].decision != decision.verdict):
            knowledge.undo(*decision.pair)
    notes = []
    for (first, second), entry in wanted.items():
        by, on = file.decider(entry)
        before = others.get((first, second))
        if before is not None and before.verdict != entry.decision:
            was = f"{before.verdict!r}, which {before.by or 'somebody'} had decided on the same two"
            notes.append(f"{file.path}, line {entry.line}: {entry.decision!r} takes the place of {was}")
        try:
            knowledge.decide(first, second, entry.decision, by=by, on=on, because=entry.because, origin=file.path)
        except DecisionError as error:
            raise ReviewError(file.path, entry.line, f"entities: {one_line(error)}") from error
    return notes


def _node(knowledge: Knowledge, file: Decisions, entry: EntityEntry, mention: Mention) -> str:
    """The node that is meant, or nothing when there is none yet."""
    if mention.iri:
        return knowledge.member(mention.iri)
    found = _labelled(knowledge, mention)
    if len(found) > 1:
        names = " or ".join(found[:4])
        why = f"entities: {mention} can be {len(found)} nodes: add its source, or write one of {names}"
        raise ReviewError(file.path, entry.line, why)
    return found[0] if found else ""


def _labelled(knowledge: Knowledge, mention: Mention) -> Sequence[str]:
    from rdflib import URIRef

    bindings = {"label": Literal(mention.label), "class": URIRef(_CLASSES[mention.kind])}
    rows = knowledge.query(_LABELLED, bindings=bindings)
    within = f"{knowledge.base}source/{mention.source}/graph"
    return sorted({str(row["node"]) for row in rows if not mention.source or str(row["graph"]) == within})
