"""Enters delegations, their members, and the people beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ...graph.records import Attendance, DelegationMembership, Key, Span, Standing
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
    listed = member.evidence == "heading-implied"
    standing = member.standing if listed or member.titled else _told(sheet, member.span, member.standing)
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


def _told(sheet: Sheet, span: Span, standing: Standing) -> Standing:
    """How a fact stands: what stands in somebody's speech is claimed."""
    holder = sheet.attribution.at(span.start, span.end)
    spoken = holder is not None and holder.utterance.kind != "speak"
    return "claimed" if spoken and standing == "asserted" else standing


def add_attendees(sheet: Sheet, attendees: Iterable[Attendee], event: Key | None) -> None:
    """People beside the delegations, at the article's leading event."""
    if event is None:
        return
    for attendee in attendees:
        key = Key(f"attendance/{event.split('/')[1]}-{attendee.agent.split('/')[1]}-{attendee.capacity}")
        standing = _told(sheet, attendee.span, attendee.standing)
        sheet.enter(Attendance(key, attendee.agent, event, attendee.capacity, standing))
        sheet.state(attendee.span, attendee.modality, supports=(key,), rule="attendance")
