"""What a source says of some facts alone: them, and all that they lead to in its own graph."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from ...ontology.terms import DELEGATION_ROLES, LINKS, ORG, PARLEY, PROV, RDF, SCHEMA, TENURES
from ..engine.bookkeeping import kept_fact_decisions
from ..engine.store import Store
from ..identifiers import Iri, Minter
from ..ntriples import Triple, ref
from ..writing.writer import Written
from .canonical import nodes_in

_SHORTCUTS: Final = {
    f"<{shortcut}>": (f"<{predicate}>", f"<{value}>")
    for shortcut, predicate, value in (
        (ORG.holds, PARLEY.tenure, TENURES["current"]),
        (PARLEY.formerlyHeld, PARLEY.tenure, TENURES["former"]),
        (ORG.headOf, ORG.role, DELEGATION_ROLES["head"]),
        (ORG.memberOf, RDF.type, PARLEY.DelegationMembership),
        (PARLEY.includesRepresentativesOf, RDF.type, PARLEY.DelegationMembership),
        (SCHEMA.attendee, RDF.type, PARLEY.Attendance),
    )
}
"""What follows from an asserted fact that says this and points at both ends, or at whom the other end represents."""
_ASIDE: Final = {f"<{iri}>" for iri in LINKS.values()}
"""From one statement to another, which is about something else."""
_STANDING, _ASSERTED, _REPRESENTS = (f"<{iri}>" for iri in (PARLEY.standing, PARLEY.asserted, PARLEY.represents))


def said_of(store: Store, minter: Minter, source_id: str, wanted: Collection[str] | None) -> Written:
    """Return what a source says: of the facts ``wanted``, by the names that all sources share, or all (None)."""
    facts = store.triples(minter.source_graph(source_id))
    derived = store.triples(minter.derived_graph(source_id))
    here = nodes_in(facts)
    rows = {node: store.objects(node, PARLEY.canonical, minter.identity_graph) for node in here}
    names = {node: found[0] for node, found in rows.items() if found}
    if wanted is None:
        decided = kept_fact_decisions(store, minter, source_id)
        return Written(facts, derived, frozenset(map(Iri, names)), decided)
    roots = {ref(node) for node in here if names.get(node, node) in wanted}
    article = ref(minter.source(source_id))
    readings = {s for s, p, o in facts | derived if p == f"<{PROV.used}>" and o == article}
    reached = _reached(facts, {article, *readings, *roots})
    kept = frozenset(t for t in facts if t[0] in reached and (t[1] not in _ASIDE or t[2] in reached))
    asserted = _asserted(kept)
    follows = frozenset(triple for triple in derived if triple[0] in reached and _still_follows(triple, asserted))
    return Written(kept, follows, frozenset(Iri(node) for node in names if ref(node) in reached))


def _reached(facts: Iterable[Triple], roots: set[str]) -> set[str]:
    """The nodes to which these lead."""
    leads: dict[str, set[str]] = {}
    for subject, predicate, value in facts:
        if value.startswith("<") and predicate not in _ASIDE:
            leads.setdefault(subject, set()).add(value)
    found, waiting = set(roots), list(roots)
    while waiting:
        new = leads.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found


def _asserted(facts: Iterable[Triple]) -> list[set[tuple[str, str]]]:
    """For each asserted fact what it says, and of whom it tells also whom they represent."""
    said: dict[str, set[tuple[str, str]]] = {}
    represented: dict[str, str] = {}
    for subject, predicate, value in facts:
        said.setdefault(subject, set()).add((predicate, value))
        if predicate == _REPRESENTS:
            represented[subject] = value
    return [
        told | {(_REPRESENTS, represented[value]) for _, value in told if value in represented}
        for told in said.values()
        if (_STANDING, _ASSERTED) in told
    ]


def _still_follows(triple: Triple, asserted: Iterable[set[tuple[str, str]]]) -> bool:
    subject, predicate, value = triple
    if predicate not in _SHORTCUTS:
        return True
    return any(_SHORTCUTS[predicate] in told and {subject, value} <= {end for _, end in told} for told in asserted)
