"""Made-up articles of several conflicts, written as records: a sentence, who says it, and what it tells of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parley.graph.knowledge import open_knowledge
from parley.graph.records import (
    Act,
    ActType,
    Agent,
    Attendance,
    Capacity,
    Condition,
    Event,
    Item,
    Key,
    Modality,
    Record,
    Source,
    SourceRecords,
    Span,
    Standing,
    Statement,
    Term,
    When,
)
from parley.queries.ask import ask

OUTLET = Agent(Key("organization/coast-times"), "organization", "Coast Times", world=True)


@dataclass(frozen=True)
class Says:
    """A sentence and the act of which it tells; no ``act`` is a sentence that tells of none."""

    words: str
    act: ActType | None = None
    agents: tuple[Agent, ...] = ()
    item: str = ""
    by: Agent | None = None
    standing: Standing = "claimed"
    to: tuple[Agent, ...] = ()
    implied: tuple[Agent, ...] = ()
    through: tuple[Agent, ...] = ()
    action: str = ""
    only_if: str = ""
    modality: Modality = "claim"
    denied: bool = False
    """The words deny the act."""


def state(code: str, name: str) -> Agent:
    """A state."""
    return Agent(Key(f"state/{code}"), "state", name, world=True, code=code)


def body(name: str, *, side: Agent | None = None, part_of: Agent | None = None) -> Agent:
    """An organisation."""
    key = Key(f"organization/{name.lower().replace(' ', '-')}")
    return Agent(key, "organization", name, side=_key(side), part_of=_key(part_of))


def person(name: str, side: Agent | None = None, part_of: Agent | None = None) -> Agent:
    """A person."""
    key = Key(f"person/{name.lower().replace(' ', '-')}")
    return Agent(key, "person", name, side=_key(side), part_of=_key(part_of))


def article(
    id: str,
    said: Iterable[Says],
    *,
    parties: tuple[Agent, ...] = (),
    third: tuple[tuple[Agent, Capacity], ...] = (),
    events: Iterable[Event] = (),
    others: tuple[Agent, ...] = (),
    published: str = "2031-05-05",
) -> SourceRecords:
    """An article of these sentences, about one meeting of the parties with others there in their capacities."""
    sentences = list(said)
    text = "\n".join(one.words for one in sentences)
    meeting = Event(Key("event/meeting"), "meeting", "meeting", "asserted", parties=tuple(one.key for one in parties))
    happening = ([meeting] if parties or third else []) + list(events)
    present = [
        Attendance(Key(f"attendance/{agent.key.partition('/')[2]}"), agent.key, meeting.key, capacity, "asserted")
        for agent, capacity in third
    ]
    records: dict[Key, Record] = {}
    agents = [OUTLET, *parties, *others, *(agent for agent, _ in third)]
    for one in sentences:
        agents += [*one.agents, *one.to, *one.implied, *one.through, *([one.by] if one.by else [])]
    for record in [*agents, *happening, *present]:
        records[record.key] = record
    start = 0
    for number, one in enumerate(sentences):
        for record in _told(one, number, Span(start, start + len(one.words))):
            records[record.key] = record
        start += len(one.words) + 1
    facts = tuple(one.key for one in [*happening, *present])
    if facts:
        whole = Statement(Key("statement/whole"), Span(0, len(sentences[0].words)), "fact", supports=facts)
        records[whole.key] = whole
    when = When(published, "text", published)
    source = Source(id, id, text, "news", "news 1", publisher=OUTLET.key, published=when)
    return SourceRecords(source, tuple(records.values()))


def rows(source: SourceRecords, name: str, columns: str, **given: str) -> list[tuple[str, ...]]:
    """What the question tells of one article."""
    with open_knowledge() as knowledge:
        knowledge.add(source)
        results = ask(knowledge, name, **given).results  # type: ignore[arg-type]  # filters by name
        return [tuple("" if row[c] is None else str(row[c]) for c in columns.split()) for row in results]


def _told(one: Says, number: int, span: Span) -> Iterable[Statement | Act | Item | Term | Condition]:
    chain = (OUTLET.key, one.by.key) if one.by else ()
    facts: tuple[Key, ...] = ()
    if one.act is not None:
        item, term, act = (Key(f"{kind}/{number}") for kind in ("item", "term", "act"))
        item = Key(f"item/{one.item.replace(' ', '-')}")
        condition = Key(f"condition/{number}") if one.only_if else None
        if condition is not None:
            yield Condition(condition, one.only_if)
        yield Term(term, one.item, action=one.action, condition=condition)
        yield Item(item, "Item", one.item, terms=(term,))
        yield Act(
            act, one.act, tuple(agent.key for agent in one.agents), item, one.standing,
            addressees=tuple(agent.key for agent in one.to),
            implied_addressees=tuple(agent.key for agent in one.implied),
            represented_by=tuple(agent.key for agent in one.through),
        )  # fmt: skip
        facts = (act,)
    supports, disputes = ((), facts) if one.denied else (facts, ())
    mode = "paraphrase" if one.by else "unattributed"
    yield Statement(
        Key(f"statement/{number}"), span, one.modality, chain, mode=mode, supports=supports, disputes=disputes
    )  # fmt: skip


def _key(agent: Agent | None) -> Key | None:
    return None if agent is None else agent.key
