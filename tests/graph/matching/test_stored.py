"""Matches in a store: kept with their reasons, outweighed by people, gone with their source, the same in any order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.graph.changing import Changing
from parley.graph.engine.store import MEMORY, Store
from parley.graph.identifiers import Minter
from parley.graph.identity.blocks import Blocks
from parley.graph.identity.matched import rematch
from parley.graph.knowledge import Knowledge, open_knowledge
from parley.graph.matching.sayings import all_tellings
from parley.graph.records import (
    Act,
    ActType,
    Agent,
    Attendance,
    Capacity,
    Event,
    Item,
    Key,
    PostHolding,
    Process,
    Record,
    Source,
    SourceRecords,
    Span,
    Statement,
    Tenure,
    When,
)
from parley.graph.writing.writer import write
from parley.ontology.terms import PARLEY, SCHEMA, VERDICTS

MINTER = Minter()
STATES = (
    Agent(Key("state/no"), "state", "Norland", world=True, code="NO"),
    Agent(Key("state/su"), "state", "Sudmark", world=True, code="SU"),
)
PARTIES = tuple(one.key for one in STATES)


def article(id: str, day: str, *records: Record) -> SourceRecords:
    supported = tuple(one.key for one in records if isinstance(one, (Act, Event, PostHolding)))
    said = Statement(Key("statement/1"), Span(0, 5), "fact", supports=supported)
    process = Process(Key("process/talks"), "Norland–Sudmark talks", PARTIES)
    source = Source(id, f"Title of {id}", "Brook spoke.", "news", "news 1", published=When(day, "text", day))
    return SourceRecords(source, (*STATES, process, *records, said))


def a_round(number: int | None, day: str, standing: str = "asserted") -> Event:
    when = When(day, "text", day) if day else None
    key = Key(f"event/round-{number}-{day}")
    return Event(key, "round", "a round", standing, number, Key("process/talks"), when=when, parties=PARTIES)  # type: ignore[arg-type]


def brook(name: str) -> Agent:
    return Agent(Key("person/brook"), "person", name, (name,), side=Key("state/no"))


SERIES = (
    article("a", "2031-03-02", a_round(1, "2031-03-01"), a_round(2, "2031-04", "expected"), brook("Ada Brook")),
    article("b", "2031-03-03", a_round(1, ""), brook("Brook")),
    article("c", "2031-04-06", a_round(2, "2031-04-05"), a_round(1, "2031-03-01"), brook("Ada Brook")),
    article("d", "2031-04-07", a_round(None, "2031-04-05"), brook("Olaf Brook")),
)


@pytest.fixture
def knowledge() -> Iterator[Knowledge]:
    with open_knowledge() as opened:
        yield opened


def clusters(knowledge: Knowledge) -> set[frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in knowledge.query(f"SELECT ?n ?c {{ GRAPH <{MINTER.identity_graph}> {{ ?n <{PARLEY.canonical}> ?c }} }}"):
        found.setdefault(str(row["c"]), set()).add(str(row["n"]).partition("/source/")[2])
    return {frozenset(members) for members in found.values() if len(members) > 1}


def test_rounds_and_people_of_several_sources_are_one(knowledge: Knowledge):
    for one in SERIES:
        knowledge.add(one)
    found = clusters(knowledge)
    assert {"a/event/round-2-2031-04", "c/event/round-2-2031-04-05", "d/event/round-None-2031-04-05"} in found
    assert {"a/event/round-1-2031-03-01", "b/event/round-1-", "c/event/round-1-2031-03-01"} in found
    assert {"a/person/brook", "c/person/brook"} in found
    assert knowledge.drift().unread == knowledge.drift().unsaid == ()


def test_what_was_expected_and_then_held_is_held_and_keeps_both_days(knowledge: Knowledge):
    for one in SERIES:
        knowledge.add(one)
    rows = knowledge.query(
        f"SELECT ?s ?d {{ ?e <{SCHEMA.position}> 2 ; <{PARLEY.standing}> ?s ; <{SCHEMA.startDate}> ?d }} ORDER BY ?d"
    )
    assert {str(row["s"]) for row in rows} == {PARLEY.asserted}
    assert len({str(row["d"]) for row in rows}) == 2


def test_a_match_is_kept_with_its_reasons_and_candidates_are_unsure(knowledge: Knowledge):
    for one in SERIES:
        knowledge.add(one)
    rows = knowledge.query(
        f"SELECT ?v ?why {{ GRAPH <{MINTER.matches_graph}> {{ ?m <{PARLEY.verdict}> ?v ; <{PARLEY.because}> ?why }} }}"
    )
    assert {str(row["v"]) for row in rows} == {VERDICTS["same"], VERDICTS["unsure"]}
    assert any("number 1 between the same parties" in str(row["why"]) for row in rows)


def test_one_more_source_touches_no_match_that_stays_as_it_is():
    with closing(Store(MEMORY)) as store:
        changing = Changing(store, MINTER)
        for one in SERIES[:2]:
            changing.settle(one.source.id, write(one, MINTER), "", "")
        told = all_tellings(write(SERIES[2], MINTER).facts, MINTER, "c")
        rematched = rematch(MINTER, Blocks(store, MINTER), [], told)
        assert rematched.come
        assert not rematched.gone.items() & rematched.come.items()


@pytest.mark.parametrize(("capacity", "one"), [("party", False), ("mediator", True)])
def test_two_who_meet_beside_a_round_are_not_at_the_round_but_a_mediator_may_be(
    knowledge: Knowledge, capacity: Capacity, one: bool
):
    def at(event: Event, *names: str) -> tuple[Record, ...]:
        people = [Agent(Key(f"person/{name}"), "person", f"Ada {name}", (name,)) for name in names]
        seats = [Attendance(Key(f"seat/{who.key}"), who.key, event.key, capacity, "asserted") for who in people]
        return (event, *people, *seats)

    beside = Event(Key("event/beside"), "meeting", "a meeting", "asserted", when=When("2031-03-01", "text", "1 March"),
                   parties=PARTIES)  # fmt: skip
    knowledge.add(article("a", "2031-03-02", *at(a_round(1, "2031-03-01"), "Brook", "Dahl")))
    knowledge.add(article("b", "2031-03-02", *at(beside, "Smith", "Lund")))
    assert ({"a/event/round-1-2031-03-01", "b/event/beside"} in clusters(knowledge)) is one


@pytest.mark.parametrize(
    ("words", "one"),
    [
        ("The harbour opens to all boats on Monday", True),
        ("The harbour opens", False),
        ("They met in the harbour", False),
    ],
)
def test_whose_surname_it_is_a_sentence_of_both_tells(knowledge: Knowledge, words: str, one: bool):
    def speaks(id: str, said: str, *names: str) -> None:
        text = f"{names[0]}: {said}."
        people = [Agent(Key(f"person/{name.lower().replace(' ', '-')}"), "person", name, (name,)) for name in names]
        at = text.index(said)
        chain = (Key("outlet/wire"), people[0].key)
        statement = Statement(Key("statement/1"), Span(at, at + len(said)), "claim", chain)
        source = Source(id, f"Title of {id}", text, "news", "news 1", published=When("2031-03-02", "text", "2 March"))
        wire = Agent(chain[0], "organization", "Harbour Wire")
        knowledge.add(SourceRecords(source, (wire, *people, statement)))

    speaks("a", "The harbour opens to all boats on Monday", "Ada Brook")
    speaks("b", "The harbour was closed to the boats of others", "Olaf Brook")
    speaks("c", words, "Brook")
    assert ({"a/person/ada-brook", "c/person/brook"} in clusters(knowledge)) is one


def test_people_outweigh_a_match_and_undoing_gives_it_back(knowledge: Knowledge):
    for one in SERIES:
        knowledge.add(one)
    before = clusters(knowledge)
    first, second = (MINTER.node(source, Key("person/brook")) for source in "ac")
    knowledge.decide(first, second, "different")
    assert {"a/person/brook", "c/person/brook"} not in clusters(knowledge)
    knowledge.undo(first, second)
    assert clusters(knowledge) == before


@settings(max_examples=25)
@given(st.permutations(range(len(SERIES))), st.sets(st.sampled_from("abcd"), max_size=2))
def test_any_order_gives_the_same_and_removing_takes_back_exactly_what_a_source_brought(
    order: list[int], gone: set[str]
):
    with open_knowledge() as lived, open_knowledge() as fresh:
        for number in order:
            lived.add(SERIES[number])
        for id in sorted(gone):
            lived.remove(id)
        for one in SERIES:
            if one.source.id not in gone:
                fresh.add(one)
        assert clusters(lived) == clusters(fresh)
        assert lived.serialized("nq").count(b"/match/") == fresh.serialized("nq").count(b"/match/")
        assert lived.drift().unread == lived.drift().unsaid == ()


@pytest.mark.parametrize("names", [("b", "c"), ("c", "b")])
def test_a_round_without_parties_is_one_with_that_of_its_own_negotiation(knowledge: Knowledge, names: tuple[str, str]):
    """One article tells of two negotiations, and of a third round in one of them."""
    own, others = names
    east = Agent(Key("state/oe"), "state", "Ostland", world=True, code="OE")
    with_east = Process(Key("process/talks-with-ostland"), "Norland–Ostland talks", (STATES[0].key, east.key))
    bare = Event(Key("event/round-3"), "round", "third round", "asserted", 3, with_east.key)
    knowledge.add(article("a", "2031-03-02", east, with_east, bare))
    theirs = Event(Key("event/theirs"), "round", "third round", "asserted", 3, with_east.key, parties=with_east.parties)
    knowledge.add(article(own, "2031-03-03", east, with_east, theirs))
    knowledge.add(article(others, "2031-03-03", a_round(3, "")))
    assert {"a/event/round-3", f"{own}/event/theirs"} in clusters(knowledge)


def test_a_minister_and_the_former_minister_are_one_person(knowledge: Knowledge):
    def in_post(name: str, tenure: Tenure) -> tuple[Record, ...]:
        who, post = Key("person/brook"), Key("holding/brook")
        held = PostHolding(post, who, "fisheries minister", tenure, "asserted")
        return Agent(who, "person", name, (name,)), held

    knowledge.add(article("a", "2031-03-02", *in_post("Sergei Brook", "current")))
    knowledge.add(article("b", "2031-05-03", *in_post("Sergey Brook", "former")))
    assert {"a/person/brook", "b/person/brook"} in clusters(knowledge)


@pytest.mark.parametrize(("kind", "one"), [("carryOut", False), ("agree", True)])
def test_an_exchange_of_as_many_after_a_season_is_another_but_what_was_agreed_lasts(
    knowledge: Knowledge, kind: ActType, one: bool
):
    swap = Item(Key("item/swap"), "Item", "exchange sailors held in Tromsund harbour", ("fisheries",))
    done = Act(Key("act/swap"), kind, PARTIES, swap.key, "asserted")
    for id, day in (("a", "2031-03-02"), ("b", "2031-05-16")):
        knowledge.add(article(id, day, swap, done))
    assert ({"a/item/swap", "b/item/swap"} in clusters(knowledge)) is one
