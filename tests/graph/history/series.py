"""A made-up history in five articles of three outlets: Norland and Sudmark talk about licences and boats."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations

from parley.graph.history.record import Record as Made
from parley.graph.history.timeline import History
from parley.graph.identifiers import Minter
from parley.graph.knowledge import Knowledge, open_knowledge
from parley.graph.records import (
    Act,
    ActType,
    Agent,
    Attendance,
    DelegationMembership,
    Event,
    Item,
    ItemKind,
    Key,
    Place,
    PostHolding,
    Process,
    Quantity,
    Record,
    Source,
    SourceRecords,
    Span,
    Standing,
    Statement,
    Tenure,
    Term,
    When,
)

NORLAND, SUDMARK = Key("state/XN"), Key("state/XS")
TALKS, BROOK, REED = Key("process/talks"), Key("person/ada-brook"), Key("person/cole-reed")
STATES: tuple[Record, ...] = (
    Agent(NORLAND, "state", "Norland", world=True, code="XN"),
    Agent(SUDMARK, "state", "Sudmark", world=True, code="XS"),
)
CARRIED = (Event, Act, PostHolding, Attendance, DelegationMembership)
PARTIES = (NORLAND, SUDMARK)


@dataclass
class Article:
    """One article that is being written: each fact with a sentence of its own."""

    id: str
    outlet: str
    day: str
    title: str = ""
    text: str = ""
    records: list[Record] = field(default_factory=list)

    def say(self, words: str, *facts: Record, by: Key | None = None, against: Iterable[Key] = ()) -> Article:
        """Add a sentence and the facts that it carries, or the keys of those that it disputes."""
        start = len(self.text)
        self.text += f"{words}\n"
        keys = tuple(one.key for one in facts if isinstance(one, CARRIED))
        said = Statement(
            Key(f"statement/{start}"),
            Span(start, start + len(words)),
            "denial" if against else "fact",
            chain=(by,) if by else (),
            supports=keys,
            disputes=tuple(against),
            mode="direct-quote" if by else "unattributed",
        )
        self.records += [*facts, said]
        return self

    def made(self) -> SourceRecords:
        """Return the article as a loader gives it."""
        outlet = Agent(
            Key(f"organization/{self.outlet.lower().replace(' ', '-')}"), "organization", self.outlet, world=True
        )
        process = Process(TALKS, "Norland–Sudmark talks", PARTIES)
        people = (Agent(BROOK, "person", "Ada Brook", ("Ada Brook",), side=NORLAND),
                  Agent(REED, "person", "Cole Reed", ("Cole Reed",), side=SUDMARK))  # fmt: skip
        source = Source(
            self.id, self.title or f"Title of {self.id}", self.text, "news", "news 1", publisher=outlet.key,
            published=When(self.day, "text", self.day) if self.day else None, url=f"https://example.org/{self.id}",
        )  # fmt: skip
        return SourceRecords(source, (*STATES, outlet, process, *people, *self.records))


def a_round(number: int, day: str, standing: Standing = "asserted", *, place: str = "") -> tuple[Record, ...]:
    """Return a round, and its place if it has one."""
    where = Key(f"place/{place.lower()}") if place else None
    event = Event(
        Key(f"event/round-{number}"), "round", f"round {number} of the talks", standing, number, TALKS,
        when=When(day, "text", day) if day else None, parties=PARTIES, place=where,
    )  # fmt: skip
    return (event, *([Place(where, place)] if where else []))


def an_act(
    type: ActType, agent: Key, label: str, *, standing: Standing = "asserted", event: str = "", day: str = "",
    kind: ItemKind = "Proposal", issues: tuple[str, ...] = ("fisheries",), through: Key | None = None,
    to: Key | None = None,
) -> tuple[Record, ...]:  # fmt: skip
    """Return an act and its item."""
    name = "-".join(label.lower().split())
    number, _, rest = label.partition(" ")
    amount = Quantity(label, Decimal(number), unit=" ".join(rest.split()[:2])) if number.isdecimal() else None
    terms = (Term(Key(f"term/{name}"), label, quantity=amount),) if amount else ()
    item = Item(Key(f"item/{name}"), kind, label, issues, tuple(one.key for one in terms))
    act = Act(
        Key(f"act/{type}-{name}-{standing}"), type, (agent,), item.key, standing,
        event=Key(event) if event else None, when=When(day, "text", day) if day else None,
        represented_by=(through,) if through else (), addressees=(to,) if to else (),
    )  # fmt: skip
    return (act, item, *terms)


def attends(person: Key, event: str) -> Attendance:
    """Return that somebody was at an event."""
    return Attendance(Key(f"attendance/{person.rpartition('/')[2]}"), person, Key(event), "attendee", "asserted")


def holds(person: Key, title: str, body: Key, tenure: Tenure = "current") -> PostHolding:
    """Return that somebody holds, held or is to hold a post."""
    return PostHolding(Key(f"holding/{person.rpartition('/')[2]}-{tenure}"), person, title, tenure, "asserted", body)


OFFER, BOATS = "40 fishing licences for boats", "the return of the seized boats"
SERIES: tuple[Article, ...] = (
    Article("a1", "Harbour Post", "2031-05-01")
    .say("The first round is on 4 May.", *a_round(1, "2031-05-04", "expected", place="Harbourtown"))
    .say("Ada Brook is Norland's fisheries minister.", holds(BROOK, "fisheries minister", NORLAND)),
    Article("a2", "Harbour Post", "2031-05-05")
    .say("The first round was held in Harbourtown on 4 May.", *a_round(1, "2031-05-04", place="Harbourtown"))
    .say("There Norland made an offer.", *an_act("offer", NORLAND, OFFER, event="event/round-1", through=BROOK))
    .say("Ada Brook attended.", attends(BROOK, "event/round-1"))
    .say("Cole Reed attended.", attends(REED, "event/round-1"))
    .say("Sudmark demanded its boats.", *an_act("demand", SUDMARK, BOATS, kind="Demand", issues=("property",))),
    Article("b1", "Southern Star", "2031-05-06")
    .say("The first round, in Fairhaven, was on 4 May.", *a_round(1, "2031-05-04", place="Fairhaven"))
    .say("Norland offered 40 licences.", *an_act("offer", NORLAND, OFFER))
    .say("Sudmark rejected them.", *an_act("reject", SUDMARK, OFFER)),
    Article("c1", "The <b>Wire</b>", "2031-05-20")
    .say("The first round was on 3 May.", *a_round(1, "2031-05-03"))
    .say("Norland offered 60 licences.", *an_act("offer", NORLAND, "60 fishing licences for boats"))
    .say("*We* <script>never</script> offered [that](javascript:x), Ada Brook said.", by=BROOK),
    Article("c2", "The <b>Wire</b>", "2031-06-20")
    .say("Ada Brook, the former fisheries minister, left.", holds(BROOK, "fisheries minister", NORLAND, "former"))
    .say("The second round is planned for 1 June.", *a_round(2, "2031-06-01", "expected")),
)


def read(*articles: Article) -> History:
    """Return the history of some articles."""
    with open_knowledge() as knowledge:
        fill(knowledge, articles)
        return History(Made(knowledge))


def fill(knowledge: Knowledge, articles: Sequence[Article]) -> None:
    """Add the articles; items of one name, and nobody else's, are decided to be one, people too."""
    for one in articles:
        knowledge.add(one.made())
    named = [
        (knowledge_iri(one, record.key), record.label)
        for one in articles
        for record in one.made().records
        if isinstance(record, Item) or (isinstance(record, Agent) and record.kind == "person")
    ]
    for (first, label), (second, other) in combinations(dict(named).items(), 2):
        knowledge.decide(first, second, "same" if label == other else "different")


def knowledge_iri(article: Article, key: Key) -> str:
    """Return the IRI of a node of an article."""
    return Minter().node(article.id, key)
