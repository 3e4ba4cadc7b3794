"""Writes facts: who holds which post, sits where, attends what; acts, items, terms and conditions.

The shortcuts of ORG and schema.org (``org:holds``, ``org:headOf`` ...) follow from facts that the source
itself asserts. They go on the sheet's ``derived`` side: they are not what the source says.
"""

from __future__ import annotations

from ...ontology.terms import (
    ACT_TYPES,
    ACTION_KINDS,
    CAPACITIES,
    DEFAULT_STATUSES,
    DELEGATION_ROLES,
    ITEM_CLASSES,
    OPENGOV,
    ORG,
    PARLEY,
    PROV,
    SCHEMA,
    SEM,
    TENURES,
)
from ..ntriples import ref, true
from ..records import Act, Agent, Attendance, Condition, DelegationMembership, Item, PostHolding, Sanction, Term
from .entities import write_days, write_same, write_when
from .issues import issue_nodes
from .quantities import write_quantity
from .sheet import Sheet


def write_post_holding(sheet: Sheet, holding: PostHolding) -> None:
    """Write that a person holds, held or is to hold a post, and the post itself."""
    node, facts, key = sheet.node(holding.key, needed_by=holding.key), sheet.facts, holding.key
    person = sheet.node(holding.person, needed_by=key)
    places = sheet.nodes([holding.organization], needed_by=key)
    iri = sheet.minter.post(sheet.source.id, holding.title, "".join(places))
    post = ref(iri)
    sheet.entities.add(iri)
    facts.types(post, ORG.Post)
    sheet.label(post, holding.title)
    facts.add(post, ORG.postIn, *places)
    facts.types(node, PARLEY.PostHolding, ORG.Membership)
    facts.add(node, ORG.member, person)
    facts.add(node, PARLEY.post, post)
    facts.add(node, OPENGOV.post, post)
    facts.add(node, ORG.organization, *places)
    facts.add(node, PARLEY.tenure, f"<{TENURES[holding.tenure]}>")
    write_days(sheet, node, (SCHEMA.startDate, holding.start), (SCHEMA.endDate, holding.end))
    write_same(sheet, post, holding.post_same_as)
    sheet.standing(node, holding.standing)
    if holding.standing == "asserted" and holding.tenure != "announced":
        sheet.derived.add(person, ORG.holds if holding.tenure == "current" else PARLEY.formerlyHeld, post)


def write_membership(sheet: Sheet, membership: DelegationMembership) -> None:
    """Write that somebody heads or belongs to a delegation."""
    node, facts, key = sheet.node(membership.key, needed_by=membership.key), sheet.facts, membership.key
    member = sheet.node(membership.member, needed_by=key)
    delegation = sheet.node(membership.delegation, needed_by=key)
    facts.types(node, PARLEY.DelegationMembership, ORG.Membership)
    facts.add(node, ORG.member, member)
    facts.add(node, ORG.organization, delegation)
    facts.add(node, ORG.role, f"<{DELEGATION_ROLES[membership.role]}>")
    sheet.standing(node, membership.standing)
    if membership.standing != "asserted":
        return
    sheet.derived.add(member, ORG.memberOf, delegation)
    if membership.role == "head":
        sheet.derived.add(member, ORG.headOf, delegation)
    agent = sheet.by_key.get(membership.member)
    if isinstance(agent, Agent) and agent.kind == "unnamed":
        represented = sheet.nodes([agent.part_of], needed_by=key)
        sheet.derived.add(delegation, PARLEY.includesRepresentativesOf, *represented)


def write_attendance(sheet: Sheet, attendance: Attendance) -> None:
    """Write that somebody takes part in an event."""
    node, key = sheet.node(attendance.key, needed_by=attendance.key), attendance.key
    agent = sheet.node(attendance.agent, needed_by=key)
    event = sheet.node(attendance.event, needed_by=key)
    sheet.facts.types(node, PARLEY.Attendance, SCHEMA.Role)
    sheet.facts.add(node, PARLEY.attendee, agent)
    sheet.facts.add(node, PARLEY.atRound, event)
    sheet.facts.add(node, PARLEY.capacity, f"<{CAPACITIES[attendance.capacity]}>")
    sheet.standing(node, attendance.standing)
    if attendance.standing == "asserted":
        sheet.derived.add(event, SCHEMA.attendee, agent)


def write_act(sheet: Sheet, act: Act) -> None:
    """Write that a party proposes, demands, agrees ..., and where that leaves the item."""
    node, facts, key = sheet.node(act.key, needed_by=act.key), sheet.facts, act.key
    facts.types(node, PARLEY.NegotiationAct, SCHEMA.Action, SEM.Event, PROV.Activity)
    facts.add(node, PARLEY.actType, f"<{ACT_TYPES[act.type]}>")
    facts.add(node, PARLEY.resultingStatus, f"<{DEFAULT_STATUSES[act.type]}>")
    facts.add(node, SCHEMA.agent, *sheet.nodes(act.agents, needed_by=key))
    addressees = sheet.nodes(act.addressees, needed_by=key)
    facts.add(node, PARLEY.addressee, *addressees)
    facts.add(node, SCHEMA.recipient, *addressees)
    implied = [other for other in act.implied_addressees if other not in act.addressees]
    facts.add(node, PARLEY.impliedAddressee, *sheet.nodes(implied, needed_by=key))
    facts.add(node, PARLEY.representedBy, *sheet.nodes(act.represented_by, needed_by=key))
    item = sheet.node(act.item, needed_by=key)
    facts.add(node, PARLEY.concerns, item)
    facts.add(node, SCHEMA.object, item)
    facts.add(node, PARLEY.atRound, *sheet.nodes([act.event], needed_by=key))
    write_when(sheet, node, act.when, SCHEMA.startTime, end=SCHEMA.endTime)
    sheet.standing(node, act.standing)


def write_item(sheet: Sheet, item: Item) -> None:
    """Write something on the table: its issues and its terms."""
    node, facts = sheet.node(item.key, needed_by=item.key), sheet.facts
    facts.types(node, ITEM_CLASSES[item.kind], PARLEY.Item, PROV.Entity)
    sheet.label(node, item.label)
    issues = issue_nodes(sheet, item.issues)
    facts.add(node, PARLEY.onIssue, *issues)
    facts.add(node, SCHEMA.about, *issues)
    terms = sheet.nodes(item.terms, needed_by=item.key)
    facts.add(node, PARLEY.hasTerm, *terms)
    facts.add(node, SCHEMA.hasPart, *terms)


def write_term(sheet: Sheet, term: Term) -> None:
    """Write one thing to be done: content of an item, never the state of the world."""
    node, facts, key = sheet.node(term.key, needed_by=term.key), sheet.facts, term.key
    facts.types(node, PARLEY.Term, PROV.Entity)
    facts.strings(node, PARLEY.objectText, [term.text])
    if term.action:
        facts.add(node, PARLEY.actionKind, f"<{ACTION_KINDS[term.action]}>")
    facts.add(node, PARLEY.obligor, *sheet.nodes(term.obligors, needed_by=key))
    facts.add(node, PARLEY.beneficiary, *sheet.nodes(term.beneficiaries, needed_by=key))
    facts.add(node, PARLEY.assistedBy, *sheet.nodes(term.assisted_by, needed_by=key))
    facts.add(node, PARLEY.condition, *sheet.nodes([term.condition], needed_by=key))
    if term.quantity is not None:
        write_quantity(sheet, node, PARLEY.quantity, term.quantity, name="quantity")
    if term.duration is not None:
        write_quantity(sheet, node, PARLEY.duration, term.duration, name="duration")
    for position, amount in enumerate(term.further, 2):
        link, name = (PARLEY.duration, "duration") if amount.unit_code else (PARLEY.quantity, "quantity")
        write_quantity(sheet, node, link, amount, name=f"{name}-{position}")
    if term.reciprocal:
        facts.add(node, PARLEY.reciprocal, true())
    facts.strings(node, PARLEY.purpose, [term.purpose])
    facts.strings(node, PARLEY.locationText, [term.location])


def write_sanction(sheet: Sheet, sanction: Sanction) -> None:
    """Write that somebody is under sanctions, whose, and since when."""
    node, facts, key = sheet.node(sanction.key, needed_by=sanction.key), sheet.facts, sanction.key
    facts.types(node, PARLEY.Sanction, PROV.Entity)
    sheet.label(node, sanction.label)
    facts.add(node, PARLEY.sanctioned, sheet.node(sanction.subject, needed_by=key))
    facts.add(node, PARLEY.sanctionedBy, sheet.node(sanction.authority, needed_by=key))
    facts.strings(node, PARLEY.programme, [sanction.programme])
    write_days(sheet, node, (SCHEMA.startDate, sanction.start), (SCHEMA.endDate, sanction.end))
    sheet.standing(node, sanction.standing)


def write_condition(sheet: Sheet, condition: Condition) -> None:
    """Write what a promise depends on."""
    node = sheet.node(condition.key, needed_by=condition.key)
    sheet.facts.types(node, PARLEY.Condition)
    sheet.facts.strings(node, PARLEY.conditionText, [condition.text])
    sheet.facts.add(node, PARLEY.dependsOn, *sheet.nodes([condition.depends_on], needed_by=condition.key))
