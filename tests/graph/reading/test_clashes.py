"""What cannot all be right is told, with the sources and their words; what can be right together is not."""

from __future__ import annotations

import pytest

from parley.graph.knowledge import open_knowledge
from parley.graph.reading.clashes import Clash, find_clashes
from parley.graph.records import (
    Act,
    Agent,
    Delegation,
    DelegationMembership,
    Event,
    Item,
    Key,
    Process,
    Record,
    Source,
    SourceRecords,
    Span,
    Standing,
    Statement,
    When,
)

NORLAND, SUDMARK = Key("state/XN"), Key("state/XS")
STATES: tuple[Record, ...] = (
    Agent(NORLAND, "state", "Norland", world=True, code="XN"),
    Agent(SUDMARK, "state", "Sudmark", world=True, code="XS"),
)
TALKS, ROUND, TEAM = Key("process/talks"), Key("event/round-3"), Key("delegation/norland")
SERIES = Process(TALKS, "talks", parties=(NORLAND, SUDMARK))


def source(id: str, *records: Record, published: str = "2031-05-05", text: str = "") -> SourceRecords:
    """A source whose facts rest each on a line of its own, or together on the whole text."""
    facts = [one for one in records if isinstance(one, DelegationMembership | Event | Act)]
    lines = [f"{id} tells of {one.key}" for one in facts]
    whole = text or "\n".join(lines)
    statements = []
    for one, line in zip(facts, lines, strict=True):
        span = Span(0, len(text)) if text else Span(whole.index(line), whole.index(line) + len(line))
        carried = {"disputes": (one.key,)} if one.standing == "denied" else {"supports": (one.key,)}
        statements.append(Statement(Key(f"statement/{one.key}"), span, "fact", **carried))  # type: ignore[arg-type] # keys
    about = Source(id, id, whole, "news", "made up", published=When(published, "text", published))
    return SourceRecords(about, (*STATES, *records, *statements))


def clashes(*sources: SourceRecords) -> list[Clash]:
    with open_knowledge() as knowledge:
        for one in sources:
            knowledge.add(one)
        found = find_clashes(knowledge)
    with open_knowledge() as knowledge:
        for one in reversed(sources):
            knowledge.add(one)
        assert find_clashes(knowledge) == found
    return list(found)


def headed(*names: str, standing: Standing = "asserted", event: Key | None = ROUND) -> tuple[Record, ...]:
    heads = [(Agent(Key(f"person/{name}"), "person", name), name) for name in names]
    return (
        *(agent for agent, _ in heads),
        Delegation(TEAM, "Norland delegation", represents=NORLAND, event=event),
        *(DelegationMembership(Key(f"membership/{n}"), a.key, TEAM, "head", standing) for a, n in heads),
    )


def round_on(*dates: str, number: int = 3, standing: Standing = "asserted") -> tuple[Record, ...]:
    return (
        SERIES,
        *(
            Event(
                Key(f"event/round-{number}{'' if not place else f'-{place}'}"), "round", f"Round {number}", standing,
                ordinal=number, process=TALKS, parties=(NORLAND, SUDMARK), when=When(date, "text", date),
            )
            for place, date in enumerate(dates)
        ),
    )  # fmt: skip


def demanded(*standings: Standing, item: str = "the boats") -> tuple[Record, ...]:
    acts = [Act(Key(f"act/{s}"), "demand", (SUDMARK,), Key("item/boats"), s) for s in standings]
    return (Item(Key("item/boats"), "Demand", item), *acts)


def test_two_heads_of_one_delegation_are_told_with_the_words_of_both():
    (clash,) = clashes(source("monday", *headed("Ada Brook", "Cole Reed"), *round_on("2031-05-04")))
    assert str(clash) == (
        "Norland delegation has two heads: Ada Brook (monday: “monday tells of membership/Ada Brook”), "
        "Cole Reed (monday: “monday tells of membership/Cole Reed”)"
    )


def test_two_sources_that_name_different_heads_at_one_round_are_told():
    of_round = round_on("2031-05-04")
    (clash,) = clashes(
        source("monday", *headed("Ada Brook"), *of_round), source("tuesday", *headed("Cole Reed"), *of_round)
    )
    assert (clash.first.source, clash.second.source) == ("monday", "tuesday")
    assert (clash.first.says, clash.second.says) == ("Ada Brook", "Cole Reed")


@pytest.mark.parametrize(
    "other",
    [
        source("later", *headed("Cole Reed"), *round_on("2033-05-04"), published="2033-05-05"),
        source("next", *headed("Cole Reed", event=Key("event/round-4")), *round_on("2031-05-20", number=4)),
        source("same", *headed("A. Brook"), *round_on("2031-05-04")),
        source("doubt", *headed("Cole Reed", standing="claimed"), *round_on("2031-05-04")),
    ],
    ids=lambda other: other.source.id,
)
def test_other_times_other_rounds_other_spellings_and_claims_are_no_second_head(other: SourceRecords):
    assert clashes(source("monday", *headed("Ada Brook"), *round_on("2031-05-04")), other) == []


def test_two_whom_the_same_words_name_as_heads_lead_together():
    both = "Ada Brook and Cole Reed head the Norland delegation"
    assert clashes(source("monday", *headed("Ada Brook", "Cole Reed", event=None), text=both)) == []


def test_a_round_with_two_dates_is_told_within_a_source_and_across():
    (within,) = clashes(source("monday", *round_on("2031-05-04", "2031-05-06")))
    assert str(within).startswith("Round 3 has two dates: 2031-05-04 (monday: “monday tells of event/round-3")
    (across,) = clashes(source("monday", *round_on("2031-05-04")), source("tuesday", *round_on("2031-05-06")))
    assert (across.first.says, across.second.says) == ("2031-05-04", "2031-05-06")


@pytest.mark.parametrize(
    "other",
    [
        source("coarse", *round_on("2031-05")),
        source("long", *round_on("2031-05-03/2031-05-05")),
        source("before", *round_on("2029-03-01"), published="2029-03-02"),
        source("fourth", *round_on("2031-05-06", number=4)),
        source("planned", *round_on("2031-05-06", standing="expected")),
        source("moment", *round_on("2031-05-04T09:30")),
    ],
    ids=lambda other: other.source.id,
)
def test_dates_that_fit_and_rounds_of_other_series_are_no_clash(other: SourceRecords):
    assert clashes(source("monday", *round_on("2031-05-04")), other) == []


def test_an_act_that_is_asserted_and_denied_is_told():
    (clash,) = clashes(source("monday", *demanded("asserted")), source("tuesday", *demanded("denied")))
    assert str(clash) == (
        "demand of Sudmark, the boats, is asserted and denied: asserted (monday: “monday tells of act/asserted”), "
        "denied (tuesday: “tuesday tells of act/denied”)"
    )


@pytest.mark.parametrize(
    "other",
    [
        source("again", *demanded("asserted")),
        source("claim", *demanded("claimed")),
        source("other", *demanded("denied", item="the licences")),
        source("later", *demanded("denied"), published="2033-01-01"),
    ],
    ids=lambda other: other.source.id,
)
def test_acts_on_other_items_or_at_other_times_do_not_clash(other: SourceRecords):
    assert clashes(source("monday", *demanded("asserted")), other) == []


def test_long_words_are_shortened():
    (clash,) = clashes(source("monday", *demanded("asserted", "denied"), text="it is long " * 40))
    assert len(str(clash)) < 300
    assert " …”)" in str(clash)
