"""Writes what a source tells of: agents, places, processes, events, delegations, documents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ...ontology.terms import (
    DATE_BASES,
    EVENT_KINDS,
    FOAF,
    ORG,
    OWL,
    PARLEY,
    PROV,
    SCHEMA,
    SEM,
    SKOS,
)
from ..errors import UnwritableValue
from ..ntriples import moment, number, ref, text
from ..records import Agent, AgentKind, Alignment, Delegation, Event, NegotiationDocument, Place, Process, When
from .quantities import write_quantity
from .sheet import Sheet

_AGENT_CLASSES: Final[dict[AgentKind, tuple[str, ...]]] = {
    "person": (FOAF.Person, FOAF.Agent, SCHEMA.Person, PROV.Person, PROV.Agent),
    "state": (SCHEMA.Country, ORG.FormalOrganization, ORG.Organization, PROV.Organization, PROV.Agent, FOAF.Agent),
    "organization": (
        ORG.Organization, SCHEMA.Organization, FOAF.Organization, FOAF.Agent, PROV.Organization, PROV.Agent,
    ),
    "unnamed": (PARLEY.UnnamedAgent, PROV.Agent, FOAF.Agent),
}  # fmt: skip


def write_agent(sheet: Sheet, agent: Agent) -> None:
    """Write a person, state, organisation or somebody unnamed."""
    node, facts = sheet.node(agent.key, needed_by=agent.key), sheet.facts
    facts.types(node, *_AGENT_CLASSES[agent.kind])
    sheet.label(node, agent.label)
    facts.strings(node, SKOS.altLabel, (alias for alias in agent.aliases if alias != agent.label))
    sheet.surface_forms(node, agent.surface_forms)
    facts.strings(node, PARLEY.isoCode, [agent.code])
    if agent.kind == "person":
        facts.strings(node, FOAF.name, [agent.label])
    write_days(sheet, node, (SCHEMA.birthDate, agent.born), (SCHEMA.deathDate, agent.died))
    write_same(sheet, node, agent.same_as)
    facts.add(node, PARLEY.side, *sheet.nodes([agent.side], needed_by=agent.key))
    part = PARLEY.represents if agent.kind in ("unnamed", "person") else ORG.unitOf
    facts.add(node, part, *sheet.nodes([agent.part_of], needed_by=agent.key))


def write_days(sheet: Sheet, node: str, *days: tuple[str, str]) -> None:
    """Write those days that are known, by their properties."""
    for predicate, day in days:
        if day:
            sheet.facts.add(node, predicate, moment(day))


def write_same(sheet: Sheet, node: str, iris: Iterable[str]) -> None:
    """Write under which IRIs others know a node."""
    sheet.facts.add(node, OWL.sameAs, *map(ref, iris))


def write_alignment(sheet: Sheet, alignment: Alignment) -> None:
    """Write a node that others have named, and what it is said to be."""
    if sheet.minter.is_given_out(alignment.iri):
        why = "is given out here and does not last: give decisions on it with --decisions"
        raise UnwritableValue(alignment.iri, f"in source {sheet.source.id}: {why}")
    node = sheet.node(alignment.key, needed_by=alignment.key)
    sheet.label(node, alignment.label)
    for kind, iri in alignment.matches:
        sheet.facts.add(node, SKOS[kind], ref(iri))


def write_place(sheet: Sheet, place: Place) -> None:
    """Write a place, inside a state when the text says so."""
    node = sheet.node(place.key, needed_by=place.key)
    sheet.facts.types(node, SCHEMA.Place)
    sheet.label(node, place.label)
    sheet.surface_forms(node, place.surface_forms)
    sheet.facts.add(node, SCHEMA.containedInPlace, *sheet.nodes([place.inside], needed_by=place.key))


def write_process(sheet: Sheet, process: Process) -> None:
    """Write a series of rounds and its parties."""
    node = sheet.node(process.key, needed_by=process.key)
    sheet.facts.types(node, PARLEY.NegotiationProcess, SCHEMA.EventSeries, SEM.Event)
    sheet.label(node, process.label)
    parties = sheet.nodes(process.parties, needed_by=process.key)
    sheet.facts.add(node, PARLEY.party, *parties)
    sheet.facts.add(node, SEM.hasActor, *parties)


def write_event(sheet: Sheet, event: Event) -> None:
    """Write a round, a meeting, a call ...: only what the source gives."""
    node, facts = sheet.node(event.key, needed_by=event.key), sheet.facts
    own = PARLEY.Incident if event.kind == "incident" else PARLEY.NegotiationEvent
    classes = [own, SCHEMA.Event, SEM.Event, PROV.Activity]
    facts.types(node, *classes, *([PARLEY.Round] if event.kind == "round" else []))
    facts.add(node, PARLEY.eventKind, f"<{EVENT_KINDS[event.kind]}>")
    sheet.label(node, event.label)
    sheet.standing(node, event.standing)
    if event.ordinal is not None:
        facts.add(node, SCHEMA.position, number(event.ordinal))
    facts.add(node, SCHEMA.superEvent, *sheet.nodes([event.process], needed_by=event.key))
    facts.add(node, PARLEY.previousRound, *sheet.nodes([event.previous], needed_by=event.key))
    facts.add(node, SCHEMA.location, *sheet.nodes([event.place], needed_by=event.key))
    parties = sheet.nodes(event.parties, needed_by=event.key)
    facts.add(node, PARLEY.party, *parties)
    facts.add(node, SEM.hasActor, *parties)
    facts.strings(node, PARLEY.format, [event.format])
    write_when(sheet, node, event.when, SCHEMA.startDate, end=SCHEMA.endDate)
    if event.duration is not None:
        write_quantity(sheet, node, PARLEY.duration, event.duration, name="duration")


def write_when(sheet: Sheet, node: str, when: When | None, start: str, *, end: str = "") -> None:
    """Write a date as precise as it is, what it rests on, and how it is printed."""
    if when is None:
        return
    first, slash, last = when.value.partition("/")
    if first:
        sheet.facts.add(node, start, moment(first))
    if first or (slash and end):
        sheet.facts.add(node, PARLEY.dateBasis, f"<{DATE_BASES[when.basis]}>")
    if slash and end:
        sheet.facts.add(node, end, moment(last))
    sheet.facts.strings(node, PARLEY.printedDate, [when.printed])


def write_delegation(sheet: Sheet, delegation: Delegation) -> None:
    """Write a party's team, at one event or the lasting one."""
    node, facts = sheet.node(delegation.key, needed_by=delegation.key), sheet.facts
    own = PARLEY.NegotiatingTeam if delegation.lasting else PARLEY.Delegation
    facts.types(node, own, ORG.Organization, PROV.Organization, PROV.Agent, FOAF.Agent)
    sheet.label(node, delegation.label)
    party = sheet.nodes([delegation.represents], needed_by=delegation.key)
    facts.add(node, PARLEY.represents, *party)
    facts.add(node, PARLEY.side, *party)
    facts.add(node, PARLEY.atRound, *sheet.nodes([delegation.event], needed_by=delegation.key))
    teams = sheet.nodes([delegation.team], needed_by=delegation.key)
    facts.add(node, PARLEY.ofTeam, *teams)
    facts.add(node, ORG.subOrganizationOf, *teams)


def write_document(sheet: Sheet, document: NegotiationDocument) -> None:
    """Write a memorandum, draft, treaty ... that the talks are about."""
    node, facts = sheet.node(document.key, needed_by=document.key), sheet.facts
    facts.types(node, PARLEY.NegotiationDocument, SCHEMA.DigitalDocument, PROV.Entity)
    sheet.label(node, document.label)
    sheet.standing(node, document.standing)
    if document.count is not None:
        facts.add(node, PARLEY.count, number(document.count))
    if document.draft:
        facts.add(node, SCHEMA.creativeWorkStatus, text("Draft"))
    facts.strings(node, PARLEY.aboutText, [document.about])
    facts.add(node, SCHEMA.author, *sheet.nodes(document.authors, needed_by=document.key))
    facts.add(node, PARLEY.exchangedAt, *sheet.nodes([document.exchanged_at], needed_by=document.key))
    facts.add(node, PARLEY.discussedAt, *sheet.nodes(document.discussed_at, needed_by=document.key))
