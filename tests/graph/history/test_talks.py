"""Each negotiation by itself, and what is in none."""

from __future__ import annotations

from parley.graph.history.record import Record
from parley.graph.history.talks import AllTalks, Talks
from parley.graph.history.timeline import History
from parley.graph.knowledge import open_knowledge
from tests.graph.explorer.several import apart, several

from .series import BOATS, OFFER, Article, a_round, read


def all_talks(history: History) -> tuple[Talks, ...]:
    return AllTalks(history).all


def labels(history: History, nodes: tuple[str, ...]) -> set[str]:
    return {history.record.label(node) for node in nodes}


def test_a_negotiation_has_its_rounds_items_people_and_sources(history: History):
    (talks,) = all_talks(history)
    assert labels(history, talks.parties) == {"Norland", "Sudmark"}
    assert [(one.number, one.first, one.held) for one in talks.rounds] == [
        (1, "2031-05-04", True),
        (2, "2031-06-01", False),
    ]
    assert {OFFER, BOATS} <= labels(history, talks.items)
    assert {"Ada Brook", "Cole Reed", "Norland", "Sudmark"} <= labels(history, talks.people)
    assert len(talks.sources) == 5


def test_what_changed_is_told_since_the_last_round_that_was_held(history: History):
    (talks,) = all_talks(history)
    (step,) = talks.steps
    assert (step.before, step.after) == ("1", "")
    assert "refused" in {change.kind for change in step.changes}


def test_talks_are_told_apart_and_what_is_in_none_comes_last():
    with open_knowledge() as knowledge:
        for one in (*several(3, rounds=2), apart()):
            knowledge.add(one)
        history = History(Record(knowledge))
        found = all_talks(history)
    assert [len(one.sources) for one in found] == [2, 2, 2, 1]
    assert [bool(one.node) for one in found] == [True, True, True, False]
    assert labels(history, found[-1].items) == {"more rain"}
    assert len({item for one in found for item in one.items}) == sum(len(one.items) for one in found)
    assert [[step.after for step in one.steps] for one in found[:3]] == [["2", ""]] * 3


def test_every_item_and_source_is_in_some_talks_or_in_none():
    with open_knowledge() as knowledge:
        for one in (*several(2), apart()):
            knowledge.add(one)
        history = History(Record(knowledge))
        found = all_talks(history)
    items = {node.id for node in history.record.content.nodes if node.kind == "item"}
    assert items == {item for one in found for item in one.items}
    assert {source for one in found for source in one.sources} == set(history.record.sources)


def first_rounds(*told: tuple[str, str]) -> list[tuple[str, int]]:
    """The names of the rounds that are told as first, each on a day and in a place, and of how many events each is."""
    articles = [
        Article(f"a{at}", "Post", "2031-05-05").say(f"A round, {day}.", *a_round(1, day, place=place))
        for at, (day, place) in enumerate(told)
    ]
    (talks,) = all_talks(read(*articles))
    return [(one.name, len(one.events)) for one in talks.rounds]


def test_first_rounds_of_several_attempts_are_told_apart_by_year_or_by_month_and_place():
    one, other = ("2029-05-04", "Fairhaven"), ("2031-05-04", "Harbourtown")
    assert first_rounds(other) == [("1", 1)]
    assert first_rounds(one, other) == [("1 (2029)", 1), ("1 (2031)", 1)]
    assert first_rounds(("2031-01-04", "Fairhaven"), ("2031-11-04", "")) == [
        ("1 (January 2031, Fairhaven)", 1),
        ("1 (November 2031)", 1),
    ]


def test_a_round_that_is_told_of_for_two_near_days_is_one():
    assert first_rounds(("2031-03-04", "Fairhaven"), ("2031-05-04", "Harbourtown")) == [("1", 2)]
