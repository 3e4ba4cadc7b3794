"""One function for each kind of record in an answer: what the text must hold for it, and what is entered then.

Acts, with their items and terms, are in :mod:`.acts`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

from ...graph.records import (
    Attendance,
    Delegation,
    DelegationMembership,
    Event,
    EventKind,
    Key,
    Modality,
    NegotiationDocument,
    Place,
    PostHolding,
    Process,
    Quantity,
    Span,
    When,
)
from ..news.cast.members import slug
from ..news.lexicons.word_lists import lexicon
from ..news.names.gazetteer import load_gazetteer
from ..news.values.dates import find_dates
from ..news.values.quantities import find_amounts
from .acts import enter_act
from .answers import Attending, Happening, Member, Paper, Post, Saying
from .desk import Desk, Nothing, Words

_NOUNS: Final[dict[EventKind, str]] = {"pressConference": "press conference", "round": "round of talks"}


def enter_post(record: Post, desk: Desk) -> None:
    """A post: its title stands in the quotation, its holder is a person."""
    words, person = desk.words(record), _person(record["person"], desk)
    body = record["organization"] or ""
    title = re.sub(rf" of (?:the )?{re.escape(body)}$", "", desk.printed(record["title"], words.span))
    if not title:
        raise Nothing("its title does not stand in its quotation")
    place = desk.company.key(body, "organization") if body else None
    key = Key(f"holding/{person.split('/')[1]}-{slug(title)}-{record['tenure']}")
    new = PostHolding(key, person, title, record["tenure"], words.standing, place)
    desk.state(words, "post", (desk.ledger.holding(new) or desk.ledger.enter(replace(new, key=desk.ledger.free(key))),))


def enter_member(record: Member, desk: Desk) -> None:
    """A member of a delegation."""
    words, member = desk.words(record), desk.agent(record["member"], "member")
    (party,) = desk.parties([record["party"]], "party")
    key = desk.ledger.membership(member, party, record["role"])
    if key is None:
        team = _delegation(party, desk)
        key = Key(f"membership/{member.split('/')[1]}-{team.split('/')[1]}-{record['role']}")
        desk.ledger.enter(DelegationMembership(key, member, team, record["role"], words.standing))
    desk.state(words, "member", (key,))


def enter_event(record: Happening, desk: Desk) -> None:
    """An event, with whoever takes part in it; what its quotation does not print is left out."""
    words = desk.words(record)
    span = words.span
    parties = desk.agents(record["parties"], "party")
    place = desk.place(record["place"], span)
    label = desk.name(record["label"], span) if record["label"] else _called(record["kind"], parties, place, desk)
    when = _when(record["date"], span, desk, future=words.standing == "expected")
    ordinal = _ordinal(record["ordinal"], desk.text[span.start : span.end])
    day = when.value[:10] if when else ""
    parts = [record["kind"], str(ordinal or ""), day, slug(label)[:40].strip("-")]
    new = Event(
        key=Key("event/" + "-".join(part for part in parts if part)),
        kind=record["kind"],
        label=label,
        standing=words.standing,
        ordinal=ordinal,
        place=place,
        when=when,
        parties=parties,
        duration=_duration(record["duration"], span, desk),
    )
    key = desk.ledger.event(new, span) or desk.ledger.enter(
        replace(new, key=desk.ledger.free(new.key), process=_process(new, desk))
    )
    desk.events[record["id"]] = key
    desk.state(words, "event", (key,))
    for party in parties:
        _attend(party, key, "party", words, desk)


def enter_attendance(record: Attending, desk: Desk) -> None:
    """Somebody at an event that the answer lists."""
    words, agent = desk.words(record), desk.agent(record["agent"], "attendee")
    event = desk.events.get(record["event"])
    if event is None:
        raise Nothing("its event is not among those kept")
    _attend(agent, event, record["capacity"], words, desk)


def enter_document(record: Paper, desk: Desk) -> None:
    """A document on the table; one key for each kind of document."""
    words = desk.words(record)
    label = desk.name(record["label"], words.span)
    kinds: dict[str, str] = lexicon("papers")["kinds"]
    kind = next((kinds[word] for word in reversed(label.lower().split()) if word in kinds), slug(label))
    new = NegotiationDocument(
        key=Key(f"document/{kind}"),
        label=label,
        standing=words.standing,
        draft=record["draft"] and "draft" in desk.text[words.span.start : words.span.end].lower(),
        about=desk.printed(record["about"], words.span),
        authors=desk.parties(record["authors"], "author"),
    )
    desk.state(words, "document", (desk.ledger.document(new) or desk.ledger.enter(new),))


def enter_saying(record: Saying, desk: Desk) -> None:
    """An utterance: somebody says it, or it is not one."""
    span, chain = desk.quote(record["quote"]), desk.chain(record["said_by"])
    if not chain:
        raise Nothing("nobody but the publisher says it")
    modality: Modality = "claim" if record["modality"] == "fact" else record["modality"]
    mode, sure = desk.mode(span, chain), desk.confidence(record["quote"], span)
    desk.ledger.state(span, modality, chain=chain, mode=mode, rule="llm-statement", confidence=sure)


ENTRIES: Final[dict[str, Callable[[Any, Desk], None]]] = {  # Any: each takes the record of its own list
    "posts": enter_post,
    "delegations": enter_member,
    "events": enter_event,
    "attendances": enter_attendance,
    "acts": enter_act,
    "documents": enter_document,
    "statements": enter_saying,
}
"""In this order: events before those who attend them, acts before what else is said."""


# ---------------------------------------------------------------------- parts of records


def _person(name: str, desk: Desk) -> Key:
    key = desk.company.key(name, "person")
    if key is None or not key.startswith("person/"):
        raise Nothing("its person is not named in the text")
    return key


def _delegation(party: Key, desk: Desk) -> Key:
    """The delegation of a party, entered once."""
    for known in desk.ledger.all(Delegation):
        if known.represents == party and not known.lasting:
            return known.key
    entry, agent = load_gazetteer().entry(party), desk.company.agents[party]
    name = entry.demonyms[0] if entry is not None and entry.demonyms else agent.label
    key = Key(f"delegation/{party.split('/')[-1].lower()}-delegation")
    return desk.ledger.enter(Delegation(key, f"{name} delegation", party))


def _called(kind: EventKind, parties: Sequence[Key], place: Key | None, desk: Desk) -> str:
    """What an event is called that the article tells with a verb: "meeting in X", "call between A and B"."""
    noun = _NOUNS.get(kind, kind)
    where = desk.ledger.facts.get(place) if place else None
    if isinstance(where, Place):
        return f"{noun} in {where.label}"
    labels = [desk.company.agents[party].label for party in parties]
    return f"{noun} between {', '.join(labels[:-1])} and {labels[-1]}" if len(labels) > 1 else noun


def _process(event: Event, desk: Desk) -> Key | None:
    """The series of rounds that an event of talks is one of."""
    parties = tuple(dict.fromkeys(desk.company.side(party) for party in event.parties))
    if event.kind not in ("round", "talks") or len(parties) < 2:
        return None
    for known in desk.ledger.all(Process):
        if set(known.parties) == set(parties):
            return known.key
    labels = [desk.company.agents[party].label for party in parties]
    key = Key("process/" + "-".join(sorted(slug(label) for label in labels)) + "-talks")
    return desk.ledger.enter(Process(key, "–".join(labels) + " talks", parties))


def _attend(agent: Key, event: Key, capacity: Any, words: Words, desk: Desk) -> None:  # Any: a Capacity
    for known in desk.ledger.all(Attendance):
        if (known.agent, known.event, known.capacity) == (agent, event, capacity):
            return desk.state(words, "attendance", (known.key,))
    mark = "" if capacity == "party" else f"-{capacity}"
    key = desk.ledger.free(f"attendance/{event.split('/')[1]}-{agent.split('/')[1].lower()}{mark}")
    desk.ledger.enter(Attendance(key, agent, event, capacity, words.standing))
    return desk.state(words, "attendance", (key,))


def _when(printed: str | None, span: Span, desk: Desk, *, future: bool) -> When | None:
    """The date that some words of the quotation print, read as all dates of an article are."""
    found = desk.inside(printed, span)
    if found is None:
        return None
    dates = find_dates(desk.text, found.start, found.end, desk.published, future=future)
    return dates[0].when if len(dates) == 1 else None


def _ordinal(number: int | None, words: str) -> int | None:
    """The number of a round, if the words have it: "third", "3rd"."""
    ordinals: list[str] = lexicon("events")["ordinals"]
    if number is None or not 1 <= number <= 200:
        return None
    number = int(number)  # 2.0 is an integer to a schema
    forms = {f"{number}{end}" for end in ("", "st", "nd", "rd", "th")}
    forms |= {ordinals[number - 1]} if number <= len(ordinals) else set()
    return number if forms & set(words.lower().replace("-", " ").split()) else None


def _duration(printed: str | None, span: Span, desk: Desk) -> Quantity | None:
    found = desk.inside(printed, span)
    told = find_amounts(desk.text, found.start, found.end) if found else ()
    return next((amount.quantity for amount in told if amount.duration), None)
