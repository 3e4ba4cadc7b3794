"""What the article does not say, said: for each key of not_stated.yaml, records that a careless reader might add."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, TypeAlias

from parley.graph.records import (
    Act,
    ActType,
    Agent,
    Attendance,
    Capacity,
    Delegation,
    DelegationMembership,
    DelegationRole,
    Event,
    EventKind,
    Item,
    Key,
    NegotiationDocument,
    Place,
    PostHolding,
    Quantity,
    Record,
    SourceRecords,
    Span,
    Standing,
    Statement,
    Term,
    When,
)

RUSSIA, UKRAINE, TURKEY = Key("state/RU"), Key("state/UA"), Key("state/TR")
PLANTED: Final = Key("item/planted")


@dataclass(frozen=True)
class Said:
    """What the extractor made of the article, to hang planted records on."""

    records: tuple[Record, ...]

    def person(self, name: str) -> Key:
        return self._agent(name, "person")

    def body(self, name: str) -> Key:
        return self._agent(name, "organization")

    def place(self) -> Key:
        return next(r.key for r in self.records if isinstance(r, Place))

    def round(self, ordinal: int) -> Key:
        return next(r.key for r in self.records if isinstance(r, Event) and r.ordinal == ordinal)

    def delegation(self, party: Key) -> Key:
        return next(r.key for r in self.records if isinstance(r, Delegation) and r.represents == party)

    def item(self, action: str, *, party: Key = RUSSIA) -> Key:
        """The item that a party put forward and that has a term of this kind of action."""
        terms = {r.key for r in self.records if isinstance(r, Term) and r.action == action}
        own = {r.item for r in self.records if isinstance(r, Act) and r.agents == (party,)}
        return next(r.key for r in self.records if isinstance(r, Item) and r.key in own and terms & {*r.terms})

    def _agent(self, name: str, kind: str) -> Key:
        return next(r.key for r in self.records if isinstance(r, Agent) and r.kind == kind and name in r.label)


Plant: TypeAlias = Callable[[Said], tuple[Record, ...]]


def planted(read: SourceRecords, plant: Plant) -> SourceRecords:
    """The records of the article and, beside them, the thing that it does not say."""
    added = plant(Said(read.records))
    told = [record.key for record in added if not isinstance(record, Agent | Place | Statement)]
    words = Statement(Key("statement/planted"), Span(0, 6), modality="fact", supports=tuple(told))
    return replace(read, records=(*read.records, *added, words))


def event(
    *,
    kind: EventKind = "round",
    standing: Standing = "claimed",
    ordinal: int | None = None,
    place: Key | None = None,
    when: When | None = None,
    parties: tuple[Key, ...] = (),
) -> tuple[Record, ...]:
    told = Event(Key("event/planted"), kind, "planted", standing, ordinal, place=place, when=when, parties=parties)
    return (told,)


def holding(person: Key, title: str, organization: Key) -> tuple[Record, ...]:
    return (PostHolding(Key("holding/planted"), person, title, "current", "claimed", organization),)


def member(person: Key, delegation: Key, *, head: bool = False) -> tuple[Record, ...]:
    role: DelegationRole = "head" if head else "member"
    return (DelegationMembership(Key("membership/planted"), person, delegation, role, "claimed"),)


def act(kind: ActType, party: Key, item: Key) -> tuple[Record, ...]:
    return (Act(Key("act/planted"), kind, (party,), item, "claimed"),)


def item(
    text: str, action: str, *, number: int | None = None, obligor: Key = RUSSIA, issue: str = ""
) -> tuple[Record, ...]:
    quantity = Quantity(str(number), value=Decimal(number)) if number else None
    term = Term(Key("term/planted"), text, action, (obligor,), quantity=quantity)
    return (term, Item(PLANTED, "Proposal", text, (issue,) if issue else (), (term.key,)))


def answers(*kinds: ActType, on: str) -> list[Plant]:
    """Acts of Ukraine on what Russia put forward."""

    def answer(kind: ActType) -> Plant:
        return lambda said: act(kind, UKRAINE, said.item(on))

    return [answer(kind) for kind in kinds]


def attendance(agent: Key, round: Key, capacity: Capacity = "attendee") -> tuple[Record, ...]:
    return (Attendance(Key("attendance/planted"), agent, round, capacity, "claimed"),)


def somebody(name: str) -> Agent:
    return Agent(Key("person/planted"), "person", name, (name,))


def said_by(agent: Key) -> tuple[Record, ...]:
    return (Statement(Key("statement/planted-too"), Span(0, 6), modality="claim", chain=(agent,)),)


def team(said: Said) -> tuple[Record, ...]:
    delegation = Delegation(Key("delegation/planted"), "planted", RUSSIA, said.round(2))
    return (delegation, *member(said.person("Fomin"), delegation.key))


def paper(author: Key) -> tuple[Record, ...]:
    return (NegotiationDocument(Key("document/planted"), "memorandum", "claimed", authors=(author,)),)


DAY: Final = When("2025-07-23", "text", "23 July 2025")
PLANTS: Final[dict[str, tuple[Plant, ...]]] = {
    "umerov-heads-delegation": (lambda s: member(s.person("Umerov"), s.delegation(UKRAINE), head=True),),
    "talks-date": (lambda s: event(ordinal=3, when=DAY),),
    "round2-place": (lambda s: event(ordinal=2, place=s.place()),),
    "working-groups-agreed": tuple(answers("agree", "commit", "carryOut", on="formWorkingGroups")),
    "working-groups-three": (
        lambda s: item("joint groups", "formWorkingGroups", number=3),
        lambda s: item("a military group that meets online", "formWorkingGroups"),
    ),
    "pow-total": (lambda s: item("2,400 prisoners", "exchangePrisoners", number=2400),),
    "pow-accepted": tuple(answers("agree", "agreeToConsider", "reject", on="exchangePrisoners")),
    "bodies-10000": (lambda s: item("10,000 bodies", "transferRemains", number=10000),),
    "bodies-accepted": tuple(answers("agree", "agreeToConsider", "reject", on="transferRemains")),
    "ceasefire-accepted": tuple(answers("agree", "agreeToConsider", "reject", on="ceasefire")),
    "general-ceasefire": (lambda s: item("a ceasefire", "ceasefire"), lambda s: event(kind="ceasefire")),
    "icrc": (lambda s: (Agent(Key("organization/planted"), "organization", "ICRC"),),),
    "zelensky-president": (lambda s: holding(s.person("Zelensky"), "President", UKRAINE),),
    "fidan-kalin": (lambda s: (somebody("Hakan Fidan"),), lambda s: (somebody("Ibrahim Kalin"),)),
    "turkey-mediates": (
        lambda s: attendance(TURKEY, s.round(3), "mediator"),
        lambda s: attendance(TURKEY, s.round(3), "host"),
        lambda s: event(ordinal=3, parties=(RUSSIA, UKRAINE, TURKEY)),
        lambda s: (Place(Key("place/planted"), "Istanbul", inside=TURKEY),),
    ),
    "peskov-member": (
        lambda s: member(s.person("Peskov"), s.delegation(RUSSIA)),
        lambda s: attendance(s.person("Peskov"), s.round(3)),
    ),
    "putin-attended": (
        lambda s: attendance(s.person("Putin"), s.round(3)),
        lambda s: member(s.person("Putin"), s.delegation(RUSSIA), head=True),
    ),
    "umerov-minister-now": (lambda s: holding(s.person("Umerov"), "Minister of Defense", UKRAINE),),
    "kursk-pows": (
        lambda s: item("people of the Kursk region", "clarifyStatus", issue="prisoners"),
        lambda s: item("people of the Kursk region", "exchangePrisoners"),
        lambda s: item("POWs of the Kursk region", "clarifyStatus"),
    ),
    "kursk-number": (lambda s: item("30 civilians of the Kursk region", "clarifyStatus", number=30),),
    "fourth-round": (
        lambda s: event(ordinal=4, standing="expected"),
        lambda s: event(standing="asserted"),
        lambda s: (*item("another round", "holdMeeting"), *act("agree", UKRAINE, PLANTED)),
    ),
    "summit-planned": (
        lambda s: event(kind="summit", standing="expected"),
        lambda s: attendance(s.person("Zelensky"), s.round(3)),
    ),
    "memorandum-authors": (lambda s: paper(RUSSIA),),
    "kostyukov-heads-general-staff": (
        lambda s: holding(s.person("Kostyukov"), "Chief", s.body("General Staff")),
        lambda s: holding(s.person("Kostyukov"), "Chief of the General Staff", RUSSIA),
    ),
    "he-peskov": (lambda s: (somebody("He Peskov"),),),
    "team-same-as-round2": (team, lambda s: attendance(s.person("Fomin"), s.round(2))),
    "ukraine-confirmation": (lambda s: said_by(s.person("Umerov")), lambda s: said_by(UKRAINE)),
    "moscow-city": (
        lambda s: (Place(Key("place/planted"), "Moscow"),),
        lambda s: (Agent(Key("organization/planted"), "organization", "Kyiv"),),
    ),
    "bodies-direction": (
        lambda s: item("3,000 bodies", "transferRemains", number=3000, obligor=UKRAINE),
        *answers("offer", "propose", "commit", "carryOut", on="transferRemains"),
    ),
}
"""Records that say it, in each of the ways that the question knows."""
NO_RECORD: Final = {"umerov-dates": "a record of a post has no field for dates"}
"""Keys that no record can say: their questions watch over what somebody may add to the graph."""
