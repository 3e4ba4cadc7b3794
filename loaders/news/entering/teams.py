"""Enters delegations, their members, and the people beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ....graph.records import DelegationMembership, Key, Span
from ..cast.actors import Actors
from ..events.delegations import Member
from ..events.details import Part
from ..events.teams import delegation_headings
from .events import add_parts, told_standing
from .sheet import Sheet


def add_teams(sheet: Sheet, actors: Actors, members: Iterable[Member], event: Key | None) -> None:
    """Delegations and their members; a heading's own words carry the delegation."""
    for delegation, number in delegation_headings(actors):
        segment = actors.article.segments[number]
        span = Span(segment.start, segment.end)
        sheet.state(span, "fact", supports=(delegation,), chain=(), mode="heading", rule="delegation-heading")
    of_sides = {key for key, d in actors.delegations.items() if not d.represents.startswith(("person/", "unnamed/"))}
    for member in members:
        if member.delegation in of_sides:  # nobody heads a delegation of one person
            _add_member(sheet, member)
    for record in (actors.delegations[key] for key in actors.delegations if key in of_sides):
        sheet.enter(record if event is None or record.lasting else replace(record, event=event))


def _add_member(sheet: Sheet, member: Member) -> None:
    key = Key(f"membership/{member.member.split('/')[1]}-{member.delegation.split('/')[1]}-{member.role}")
    listed = member.evidence == "heading-implied"
    standing = member.standing if listed or member.titled else told_standing(sheet, member.span, member.standing)
    sheet.enter(DelegationMembership(key, member.member, member.delegation, member.role, standing))
    sheet.state(
        member.span,
        member.modality,
        supports=(key,),
        chain=() if listed or member.titled else None,
        mode="heading" if listed else None,
        evidence=member.evidence,
        rule=f"team-{member.role}",
    )


def add_attendees(sheet: Sheet, attendees: Iterable[Part], event: Key | None) -> None:
    """People beside the delegations, at the article's leading event."""
    if event is not None:
        add_parts(sheet, attendees, event)
