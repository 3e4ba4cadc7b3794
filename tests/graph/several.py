"""Made-up articles of several outlets on two negotiations, written as records: a sentence, and what it tells of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parley.graph.records import (
    Act,
    ActType,
    Agent,
    Attendance,
    Event,
    Item,
    Key,
    PostHolding,
    Process,
    Record,
    Source,
    SourceRecords,
    Span,
    Standing,
    Statement,
    When,
)


def state(code: str, name: str) -> Agent:
    return Agent(Key(f"state/{code}"), "state", name, (name,), world=True, code=code)


NORLAND, SUDMARK, WESTMARK = state("XN", "Norland"), state("XS", "Sudmark"), state("XW", "Westmark")
STATES = (NORLAND, SUDMARK, WESTMARK)


@dataclass(frozen=True)
class Told:
    """A sentence and the facts that it carries, with the records that these need."""

    words: str
    facts: tuple[Record, ...] = ()
    besides: tuple[Record, ...] = ()


def article(id: str, outlet: str, day: str, *told: Told) -> SourceRecords:
    """An article of these sentences."""
    publisher = Agent(Key(f"organization/{outlet.lower().replace(' ', '-')}"), "organization", outlet)
    records: dict[Key, Record] = {one.key: one for one in (*STATES, publisher)}
    text = "\n".join(one.words for one in told)
    start = 0
    for number, one in enumerate(told):
        span = Span(start, start + len(one.words))
        said = Statement(Key(f"statement/{number}"), span, "fact", supports=tuple(fact.key for fact in one.facts))
        records |= {record.key: record for record in (*one.facts, *one.besides, said)}
        start += len(one.words) + 1
    source = Source(
        id, f"Title of {id}", text, "news", "news 1", publisher=publisher.key, published=When(day, "text", day)
    )
    return SourceRecords(source, tuple(records.values()))


def talks(*parties: Agent) -> Process:
    name = "–".join(party.label for party in parties)
    return Process(Key(f"process/{name.lower()}"), f"{name} talks", tuple(party.key for party in parties))


def round_of(process: Process, number: int, day: str = "", standing: Standing = "asserted") -> Event:
    when = When(day, "text", day) if day else None
    key = Key(f"event/round-{number}")
    return Event(key, "round", f"round {number}", standing, number, process.key, when=when, parties=process.parties)


def act(type: ActType, who: Agent, what: str, *to: Agent, at: Event | None = None) -> tuple[Act, Item]:
    item = Item(Key(f"item/{what.replace(' ', '-')}"), "Item", what)
    key = Key(f"act/{type}-{who.key.rpartition('/')[2]}-{what.replace(' ', '-')}")
    told = Act(key, type, (who.key,), item.key, "asserted", tuple(one.key for one in to), event=at and at.key)
    return told, item


def holds(person: Agent, title: str) -> PostHolding:
    return PostHolding(Key(f"holding/{title.replace(' ', '-')}"), person.key, title, "current", "asserted")


def person(name: str, side: Agent = NORLAND) -> Agent:
    return Agent(Key(f"person/{name.lower().replace(' ', '-')}"), "person", name, (name,), side=side.key)


def does(words: str, done: tuple[Act, Item]) -> Told:
    return Told(words, (done[0],), (done[1],))


FISH, TRADE = talks(NORLAND, SUDMARK), talks(NORLAND, WESTMARK)
FIRST, SECOND = round_of(FISH, 1, "2031-03-01"), round_of(FISH, 2, "2031-04-05", "expected")
SIXTH = round_of(TRADE, 6, "2031-03-02")
BROOK = person("Ada Brook")
HOST = Attendance(Key("attendance/host"), WESTMARK.key, FIRST.key, "mediator", "asserted")


def several() -> Sequence[SourceRecords]:
    """Four articles of three outlets: three on the talks about fish, one of which is on those about trade too."""
    boats, quota = act("demand", SUDMARK, "return of boats", NORLAND), act("propose", NORLAND, "a quota", at=FIRST)
    tariff, visas = act("demand", WESTMARK, "a lower tariff", NORLAND), act("propose", NORLAND, "visas on arrival")
    return (
        article(
            "monday", "Harbour Post", "2031-03-02",
            Told("Norland and Sudmark held their first round on 1 March, led by Westmark.", (FIRST, HOST), (FISH,)),
            does("Sudmark demanded that Norland return the boats.", boats),
            does("Norland proposed a quota.", quota),
            Told("Ada Brook, the fisheries minister, led the talks.", (holds(BROOK, "fisheries minister"),), (BROOK,)),
        ),
        article(
            "tuesday", "Coast Times", "2031-03-03",
            Told("The first round of Norland and Sudmark ended on 1 March.", (FIRST,), (FISH,)),
            Told("Ada Brook, the defence minister, was there.", (holds(BROOK, "defence minister"),), (BROOK,)),
        ),
        article(
            "friday", "Harbour Post", "2031-03-06",
            Told("Norland and Sudmark meet again on 5 April for a second round.", (SECOND,), (FISH,)),
            Told("Norland and Westmark held a sixth round on trade on 2 March.", (SIXTH,), (TRADE,)),
            does("Westmark demanded a lower tariff of Norland.", tariff),
            does("Norland proposed visas on arrival.", visas),
        ),
        article(
            "sunday", "Hill Herald", "2031-03-08",
            Told("The sixth round of Norland and Westmark was on 2 March.", (SIXTH,), (TRADE,)),
            does("Norland proposed a free port.", act("propose", NORLAND, "a free port")),
            Told("Ada Brook, the defence minister, said so.", (holds(BROOK, "defence minister"),), (BROOK,)),
        ),
    )  # fmt: skip


def brooks() -> Sequence[SourceRecords]:
    """Three articles in which a surname may be one of two people."""
    people = zip(("one", "two", "three"), (person("Ada Brook"), person("Olaf Brook"), person("Brook")), strict=True)
    return [
        article(
            id, "Harbour Post", "2031-03-02",
            Told(f"{who.label} met them at the first round.", (FIRST, holds(who, "envoy")), (FISH, who)),
        )
        for id, who in people
    ]  # fmt: skip
