"""Enters events, who took part in them, and a statement for each thing that is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from ....graph.records import (
    Attendance,
    AttributionMode,
    Event,
    Evidence,
    Key,
    Modality,
    Place,
    Process,
    Span,
    Standing,
)
from ..cast.actors import Actors
from ..cast.members import slug
from ..events.details import Detail, FoundEvent, Part, Telling
from ..events.series import of_nobody_told, other_talks
from ..language.annotation import Sentence
from .sheet import Sheet

_ASPECTS = {"occurrence": "start"}
"""The field of the record that an aspect of the words is about, where it has another name."""
_LAYOUTS: dict[str, AttributionMode] = {"headline": "headline", "caption": "caption", "heading": "heading"}


def add_events(sheet: Sheet, actors: Actors, events: list[FoundEvent]) -> list[Key]:
    """Events with a statement for each detail; returns their keys in the same order."""
    keys: list[Key] = []
    leading = _leading(actors, events)
    beside = {**of_nobody_told(events, leading), **other_talks(actors, events, leading)}
    processes = _processes(sheet, actors, events, leading=leading, beside=beside)
    rounds = {(processes.get(e.key), e.ordinal): e for e in events if e.kind == "round" and e.ordinal}
    for event in events:
        key = sheet.free(event.key)
        keys.append(key)
        before = processes.get(event.key), (event.ordinal or 0) - 1
        earlier = rounds.get(before) if event.kind == "round" else None
        standing = _standing(sheet, event)
        sheet.enter(
            Event(
                key=key,
                kind=event.kind,
                label=event.label,
                standing=standing,
                ordinal=event.ordinal,
                process=processes.get(event.key),
                previous=earlier.key if earlier is not None else None,
                place=_place(sheet, event),
                when=event.when,
                parties=event.parties or beside.get(event.key, ()),
                duration=event.duration,
                format=event.format,
            )
        )
        attendances = _attendances(actors, event, key)
        for party, attendance in attendances.items():
            sheet.enter(Attendance(attendance, party, key, "party", standing))
        _state_event(sheet, event, [key, *attendances.values()], standing)
        add_parts(sheet, event.others, key, standing)
    return keys


def add_parts(sheet: Sheet, parts: Iterable[Part], event: Key, standing: Standing = "asserted") -> None:
    """Those who take part beside the parties; of an event to come all parts are expected."""
    for part in parts:
        key = Key(f"attendance/{event.split('/')[1]}-{part.agent.split('/')[1]}-{part.capacity}")
        if part.standing == "asserted" and standing in ("expected", "claimed", "denied"):
            part = replace(part, standing=standing)
        told = told_standing(sheet, part.span, part.standing)
        sheet.enter(Attendance(key, part.agent, event, part.capacity, told))
        modality: Modality = "expectation" if part.standing == "expected" else "fact"
        if part.standing == "denied":
            sheet.state(part.span, "denial", disputes=(key,), rule="attendance")
        else:
            sheet.state(part.span, modality, supports=(key,), rule="attendance")


def told_standing(sheet: Sheet, span: Span, standing: Standing) -> Standing:
    """How a fact stands: what stands in somebody's speech is claimed."""
    spoken = sheet.attribution.is_spoken(span.start, span.end)
    return "claimed" if spoken and standing == "asserted" else standing


def _standing(sheet: Sheet, event: FoundEvent) -> Standing:
    """How an event stands by its best mention: what is taken for granted is the article's own word too."""
    if event.cancelled or all(mention.denied for mention in event.mentions):
        return "denied"
    if event.planned or event.which == "next":
        return "expected"
    told = [m for m in event.mentions if not m.denied]
    told = [m for m in told if not m.bare] or told
    vouched = [m for m in told if not (m.hearsay or sheet.attribution.is_spoken(m.span.start, m.span.end))]
    if any(m.hearsay for m in told) and not any(m.news for m in vouched):
        return "claimed"  # who only names it does not say that it was
    quoted = sheet.attribution.is_quoted
    given = (m for m in told if m.given and (event.ours or not quoted(m.span.start, m.span.end)))
    return "asserted" if vouched or any(given) else "claimed"


def _attendances(actors: Actors, event: FoundEvent, key: Key) -> dict[Key, Key]:
    """Who took part, with the key of their taking part: people and delegations where they are named, else parties.

    Of what is still to come only those take part who are named for it; its parties are those of the event.
    """
    taking_part = event.attendees or (() if event.lent else event.parties)
    if event.planned or event.wished:
        sides = {k for k in taking_part if k.startswith(("state/", "organization/"))}
        taking_part = tuple(k for k in taking_part if k not in sides or sides <= _named_for(actors, event))
    return {p: Key(f"attendance/{key.split('/')[1]}-{p.split('/')[1].lower()}") for p in taking_part}


def _named_for(actors: Actors, event: FoundEvent) -> set[Key]:
    """The states and bodies whose names stand in the words for who takes part; none of what is only wished for."""
    spans = [(d.span, s) for d, s in event.details if d.aspect == "parties" and not event.wished]
    near = [(m, span) for span, sentence in spans for m in actors.readings[sentence.number].mentions]
    return {m.entry.key for m, span in near if span.start <= m.start < span.end}


def _leading(actors: Actors, events: list[FoundEvent]) -> tuple[Key, ...]:
    """The parties of the talks that are told of first; where these name none the sides that stand out, or others'."""
    talks = [tuple(event.parties) for event in events if _is_of_talks(event)]
    named = [parties for parties in talks if len(parties) >= 2]
    own = _two_sides(actors) if talks and len(talks[0]) < 2 and actors.told_pair else ()
    return own or (named[0] if named else _two_sides(actors) if actors.told_pair else ())


def _is_of_talks(event: FoundEvent) -> bool:
    return event.kind in ("round", "talks")


def _processes(
    sheet: Sheet,
    actors: Actors,
    events: list[FoundEvent],
    *,
    leading: tuple[Key, ...],
    beside: Mapping[Key, tuple[Key, ...]],
) -> dict[Key, Key]:
    """The negotiation of each event: between its own parties, else of the leading ones; none where one is unknown."""
    if len(leading) < 2:
        return {}
    found: dict[Key, Key] = {}
    for event in filter(_is_of_talks, events):
        own = len(event.parties) >= 2 and not set(event.parties) <= set(leading)
        parties = tuple(event.parties) if own else beside.get(event.key, leading)
        if len(parties) < 2:
            continue
        labels = [actors.agents[p].label for p in parties if p in actors.agents]
        key = Key("process/" + "-".join(sorted(slug(label) for label in labels)) + "-talks")
        found[event.key] = sheet.enter(Process(key, "–".join(labels) + " talks", parties))
    return found


def _two_sides(actors: Actors) -> tuple[Key, ...]:
    """The article's two sides, when it names both: an adjective alone may be of anything ("an Indian tribe")."""
    named = {m.entry.key for reading in actors.readings for m in reading.mentions if m.form != "demonym"}
    return actors.pair if set(actors.pair) <= named else ()


def _place(sheet: Sheet, event: FoundEvent) -> Key | None:
    if event.place is None:
        return None
    name = event.place[0]
    return sheet.enter(Place(Key(f"place/{slug(name)}"), name, (name,)))


def _state_event(sheet: Sheet, event: FoundEvent, about: list[Key], standing: Standing) -> None:
    key, *attendances = about
    for detail, sentence in event.details:
        facts = [key, *attendances] if detail.aspect == "parties" else [key]
        mention = next((m for m in event.mentions if sentence.start <= m.span.start < sentence.end), event.mentions[0])
        _state_detail(sheet, detail, sentence, facts, mention)
    if not event.details and event.mentions[0].denied:
        sheet.state(event.mentions[0].span, "denial", disputes=(key,), rule="event-mention")
    elif not event.details:
        modality: Modality = "expectation" if standing == "expected" else "fact"
        sheet.state(event.mentions[0].span, modality, supports=(key,), rule="event-mention")
    # Where no words name the parties at once, the event's own words stand for them.
    missing = [attendance for attendance in attendances if attendance not in sheet.supported]
    if missing and standing == "denied":
        sheet.state(event.mentions[-1].span, "denial", disputes=missing, rule="event-mention")
    elif missing:
        span = event.mentions[-1].span
        reckoned = event.inferred or event.lent
        evidence: Evidence = "inferred" if reckoned else "explicit"
        confidence = Decimal("0.6") if reckoned else Decimal("0.9")
        sheet.state(
            span,
            "fact",
            supports=missing,
            aspect="parties",
            chain=(),
            evidence=evidence,
            confidence=confidence,
            rule="event-mention",
        )


def _state_detail(sheet: Sheet, detail: Detail, sentence: Sentence, facts: list[Key], mention: Telling) -> None:
    """A detail that reported speech takes for granted, without claiming it, is the article's own."""
    if mention.denied:
        sheet.state(detail.span, "denial", disputes=facts, rule=f"event-{detail.aspect}")
        return
    chain, mode = sheet.attribution.chain_at(detail.span.start, detail.span.end)
    if chain and mention.given and not detail.claim and mode in ("paraphrase", "mixed-quote", "list-summary"):
        chain, mode = (), "unattributed"
    elif not chain:
        mode = _LAYOUTS.get(sentence.segment.kind, "unattributed")
    sheet.state(
        detail.span,
        "claim" if chain else "fact",
        supports=facts,
        aspect=_ASPECTS.get(detail.aspect, detail.aspect),
        chain=chain,
        mode=mode,
        rule=f"event-{detail.aspect}",
    )
