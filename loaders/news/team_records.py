"""Enters delegations, their members, and the people beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ...graph.records import Attendance, DelegationMembership, Key, Span
from .actors import Actors
from .sheet import Sheet
from .teams import Attendee, Member, delegation_headings


def add_teams(sheet: Sheet, actors: Actors, members: Iterable[Member], event: Key | None) -> None:
    """Delegations and their members; a heading's own words carry the delegation."""
    for delegation, number in delegation_headings(actors):
        segment = actors.article.segments[number]
        span = Span(segment.start, segment.end)
        sheet.state(span, "fact", supports=(delegation,), chain=(), mode="heading", rule="delegation-heading")
    for member in members:
        _add_member(sheet, member)
    for record in actors.delegations.values():
        sheet.enter(record if event is None or record.lasting else replace(record, event=event))


def _add_member(sheet: Sheet, member: Member) -> None:
    key = Key(f"membership/{member.member.split('/')[1]}-{member.delegation.split('/')[1]}-{member.role}")
    sheet.enter(DelegationMembership(key, member.member, member.delegation, member.role, member.standing))
    listed = member.evidence == "heading-implied"
    sheet.state(
        member.span,
        member.modality,
        supports=(key,),
        chain=() if listed or member.role == "head" else None,
        mode="heading" if listed else None,
        evidence=member.evidence,
        rule=f"team-{member.role}",
    )


def add_attendees(sheet: Sheet, attendees: Iterable[Attendee], event: Key | None) -> None:
    """People beside the delegations, at the article's leading event."""
    if event is None:
        return
    for attendee in attendees:
        key = Key(f"attendance/{event.split('/')[1]}-{attendee.agent.split('/')[1]}-{attendee.capacity}")
        sheet.enter(Attendance(key, attendee.agent, event, attendee.capacity, attendee.standing))
        sheet.state(attendee.span, attendee.modality, supports=(key,), rule="attendance")
