"""Enters events, who took part in them, and a statement for each thing that is said of them."""

from __future__ import annotations

from ...graph.records import Attendance, AttributionMode, Event, Key, Modality, Place, Process, Span, Standing
from .actors import Actors
from .annotation import Sentence
from .cast import slug
from .event_details import Detail, FoundEvent
from .sheet import Sheet

_ASPECTS = {"occurrence": "start"}
"""The field of the record that an aspect of the words is about, where it has another name."""
_LAYOUTS: dict[str, AttributionMode] = {"headline": "headline", "caption": "caption", "heading": "heading"}


def add_events(sheet: Sheet, actors: Actors, events: list[FoundEvent]) -> list[Key]:
    """Events with a statement for each detail; returns their keys in the same order."""
    keys: list[Key] = []
    rounds = {e.ordinal: e for e in events if e.kind == "round" and e.ordinal}
    process = _process(sheet, actors, events)
    for event in events:
        key = sheet.free(event.key)
        keys.append(key)
        earlier = rounds.get(event.ordinal - 1) if event.ordinal and event.kind == "round" else None
        standing: Standing = "expected" if event.planned or event.which == "next" else "asserted"
        sheet.enter(
            Event(
                key=key,
                kind=event.kind,
                label=event.label,
                standing=standing,
                ordinal=event.ordinal,
                process=process if event.kind in ("round", "talks") else None,
                previous=earlier.key if earlier is not None else None,
                place=_place(sheet, event),
                when=event.when,
                parties=event.parties,
                duration=event.duration,
                format=event.format,
            )
        )
        for party, attendance in _attendances(event, key).items():
            sheet.enter(Attendance(attendance, party, key, "party", standing))
        _state_event(sheet, event, key, standing)
    return keys


def _attendances(event: FoundEvent, key: Key) -> dict[Key, Key]:
    """Who took part, with the key of their taking part: people and delegations where they are named, else parties."""
    taking_part = event.attendees or event.parties
    return {p: Key(f"attendance/{key.split('/')[1]}-{p.split('/')[1].lower()}") for p in taking_part}


def _process(sheet: Sheet, actors: Actors, events: list[FoundEvent]) -> Key | None:
    leading = next((e for e in events if e.kind in ("round", "talks") and len(e.parties) >= 2), None)
    if leading is None:
        return None
    labels = [actors.agents[p].label for p in leading.parties if p in actors.agents]
    key = Key("process/" + "-".join(sorted(slug(label) for label in labels)) + "-talks")
    return sheet.enter(Process(key, "–".join(labels) + " talks", leading.parties))


def _place(sheet: Sheet, event: FoundEvent) -> Key | None:
    if event.place is None:
        return None
    name = event.place[0]
    return sheet.enter(Place(Key(f"place/{slug(name)}"), name, (name,)))


def _state_event(sheet: Sheet, event: FoundEvent, key: Key, standing: Standing) -> None:
    attendances = list(_attendances(event, key).values())
    for detail, sentence in event.details:
        facts = [key, *attendances] if detail.aspect == "parties" else [key]
        _state_detail(sheet, detail, sentence, facts)
    if not event.details:
        modality: Modality = "expectation" if standing == "expected" else "fact"
        sheet.state(Span(*event.mentions[0]), modality, supports=(key,), rule="event-mention")
    # Where no words name the parties at once, the event's own words stand for them.
    missing = [attendance for attendance in attendances if attendance not in sheet.supported]
    if missing:
        span = Span(*event.mentions[-1])
        sheet.state(span, "fact", supports=missing, aspect="parties", chain=(), rule="event-mention")


def _state_detail(sheet: Sheet, detail: Detail, sentence: Sentence, facts: list[Key]) -> None:
    """A detail that reported speech only mentions, without claiming it, is the article's own."""
    chain, mode = sheet.attribution.chain_at(detail.span.start, detail.span.end)
    if chain and not detail.claim and mode in ("paraphrase", "mixed-quote", "list-summary"):
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
