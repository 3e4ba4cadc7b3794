"""Writes what a person has decided on a fact: beside the fact, or among the decisions when it is taken out."""

from __future__ import annotations

from ...ontology.terms import OA, PARLEY, PROV, VERDICTS
from ..ntriples import moment, ref
from ..records import FactDecision, Key
from .sheet import Sheet
from .statements import write_passage


def write_fact_decision(sheet: Sheet, decision: FactDecision) -> None:
    """Write the decision; one that rejects is on the sheet's ``decided`` side, since no fact is left to it."""
    facts = sheet.decided if decision.verdict == "rejected" else sheet.facts
    node = sheet.node(decision.key, needed_by=decision.key)
    facts.types(node, PARLEY.FactDecision, PROV.Entity)
    sheet.caption(node, f"{decision.verdict}: {decision.said}", facts)
    facts.add(node, PARLEY.verdict, f"<{VERDICTS[decision.verdict]}>")
    facts.strings(node, PARLEY.factText, [decision.said])
    facts.strings(node, PARLEY.because, [decision.because])
    if decision.on:
        facts.add(node, PARLEY.decidedOn, moment(decision.on))
    decider = ref(sheet.minter.node(sheet.source.id, Key(f"reviewer/{decision.by}")))
    facts.types(decider, PROV.Agent)
    sheet.label(decider, decision.by, facts)
    facts.add(node, PARLEY.decidedBy, decider)
    facts.add(node, PROV.wasAttributedTo, decider)
    facts.add(node, PROV.wasDerivedFrom, ref(sheet.minter.source(sheet.source.id)))
    facts.add(node, OA.hasTarget, write_passage(sheet, decision.span, facts))
    for fact in sheet.nodes([decision.fact], needed_by=decision.key):
        facts.add(node, PARLEY.onFact, fact)
        facts.add(fact, PROV.wasInfluencedBy, node)
