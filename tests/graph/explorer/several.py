"""Made-up negotiations in many articles, for the page: as many talks, rounds and items as a test wants."""

from __future__ import annotations

from collections.abc import Iterator

from parley.graph.records import (
    Act,
    ActType,
    Agent,
    Event,
    Item,
    Key,
    Process,
    Record,
    Source,
    SourceRecords,
    Span,
    Statement,
    When,
)

ISSUES = ("prisoners", "borders", "sanctions", "ceasefire", "energy", "fisheries")
TYPES: tuple[ActType, ...] = ("propose", "demand", "agree", "reject", "offer")
GOODS = (
    "salt", "timber", "grain", "copper", "buoys", "ferries", "cables", "horses", "pumps", "lamps", "ropes", "sails",
    "bells",
)  # fmt: skip
DEEDS = (
    "tax", "sale", "loan", "count", "return", "storage", "painting", "repair", "transport", "insurance", "inspection",
)  # fmt: skip


def names(number: int) -> tuple[str, str]:
    """The two parties of a negotiation."""
    return f"Ostland {number}", f"Westmark {number}"


def article(number: int, round_number: int, *, items: int = 4) -> SourceRecords:
    """One article on one round of one negotiation."""
    east, west = Key(f"state/E{number}"), Key(f"state/W{number}")
    talks, event = Key("process/talks"), Key(f"event/round-{round_number}")
    first, second = names(number)
    day, text, records = f"2031-{round_number + 2:02}-0{number % 9 + 1}", "", list[Record]()

    def say(words: str, *facts: Record) -> None:
        nonlocal text
        start = len(text)
        text += f"{words}\n"
        keys = tuple(one.key for one in facts if isinstance(one, (Event, Act)))
        records.extend(facts)
        records.append(Statement(Key(f"statement/{start}"), Span(start, start + len(words)), "fact", supports=keys))

    parties = (east, west)
    when = When(day, "text", day)
    held = Event(event, "round", f"round {round_number}", "asserted", round_number, talks, when=when, parties=parties)
    say(f"Round {round_number} of {first} and {second} was held on {day}.", held)
    for place in range(items):
        kept = 1 if place % 4 == 0 else round_number
        label = f"{DEEDS[(place * 3 + kept) % 11]} of {GOODS[(place + kept * 5) % 13]}"
        item = Item(Key(f"item/{place}"), "Proposal", label, (ISSUES[place % 6],))
        kind, who = TYPES[place % 5], parties[place % 2]
        act = Act(Key(f"act/{place}"), kind, (who,), item.key, "asserted", (parties[1 - place % 2],), event)
        say(f"{names(number)[place % 2]} spoke of the {label}.", act, item)
    states = [
        Agent(key, "state", name, world=True, code=key[-3:]) for key, name in zip(parties, (first, second), strict=True)
    ]
    outlet = Agent(Key(f"organization/outlet-{number % 3}"), "organization", f"Outlet {number % 3}", world=True)
    source = Source(
        f"talks-{number}-{round_number}", f"Round {round_number} between {first} and {second}", text, "news", "news 1",
        publisher=outlet.key, published=when,
    )  # fmt: skip
    process = Process(talks, f"{first}–{second} talks", parties)
    return SourceRecords(source, (*states, outlet, process, *records))


def several(talks: int, *, rounds: int = 2, items: int = 4) -> Iterator[SourceRecords]:
    """Articles on so many negotiations, one for each round."""
    for number in range(1, talks + 1):
        for round_number in range(1, rounds + 1):
            yield article(number, round_number, items=items)


def apart() -> SourceRecords:
    """An article that is on no negotiation."""
    text = "Ostland 1 alone demanded more rain.\n"
    east, outlet = Key("state/E1"), Key("organization/outlet-9")
    item = Item(Key("item/rain"), "Demand", "more rain", ("environment",))
    act = Act(Key("act/rain"), "demand", (east,), item.key, "asserted")
    said = Statement(Key("statement/0"), Span(0, len(text) - 1), "fact", supports=(act.key,))
    agents = (
        Agent(east, "state", "Ostland 1", world=True, code="E1"),
        Agent(outlet, "organization", "Rain News", world=True),
    )
    source = Source("apart", "Ostland wants rain", text, "news", "news 1", publisher=outlet,
                    published=When("2031-02-01", "text", "2031-02-01"))  # fmt: skip
    return SourceRecords(source, (*agents, item, act, said))
