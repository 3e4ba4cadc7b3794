"""Sides, days and places of events that other words tell than those of the event itself."""

from __future__ import annotations

import pytest

from parley.graph.records import Attendance, Event

from ..reading import Told, whole

OPEN = "LIMA - Kenya and Uganda have agreed on a list of cows, officials of Kenya and Uganda said.\n\n"
BOTH = ("Kenya", "Uganda")


def read(sentences: str) -> Told:
    """An article of Wednesday, 11 March 2026."""
    return whole(f"Kenya and Uganda talk of cows\n\n{OPEN}{sentences}\n", published="2026-03-11")


def rows(sentences: str) -> list[tuple[str, tuple[str, ...], str, str, str]]:
    """Kind, sides, day, place and standing of each event."""
    found = read(sentences)
    return sorted(
        (e.kind, tuple(found.labels(e.parties)), e.when.value if e.when else "", found.label(e.place), e.standing)
        for e in found.of(Event)
    )


def days(sentence: str) -> list[str]:
    """The day of each event, as printed where it has no value."""
    return [e.when.value or e.when.printed for e in read(sentence).of(Event) if e.when is not None]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The second round of talks closed in Gulu on Monday.", "/2026-03-09"),
        ("The talks in Gulu were adjourned on Monday.", "/2026-03-09"),
        ("The talks in Gulu broke up on Monday.", "/2026-03-09"),
        ("The list was read out on Monday at the close of the second round of talks in Gulu.", "/2026-03-09"),
        ("Officials said on Monday as the second round drew to a close in Gulu that cows were dear.", "/2026-03-09"),
        ("Kenya and Uganda ended three days of talks in Gulu on Monday.", "2026-03-07/2026-03-09"),
        ("Kenya and Uganda concluded two days of consultations in Gulu today.", "2026-03-10/2026-03-11"),
        ("Kenya and Uganda ended a third day of talks in Gulu on Monday.", "2026-03-07"),
        ("Monday's round of talks in Gulu ended without a list.", "2026-03-09"),
        ("The meeting of Kenya and Uganda in Gulu ended on Monday.", "2026-03-09"),
    ],
)
def test_the_day_of_an_ending_is_the_last_one(sentence: str, day: str) -> None:
    assert day in days(sentence)


def test_what_opened_on_a_day_and_ended_on_another_was_from_the_one_to_the_other() -> None:
    sentences = "Kenya and Uganda held talks in Gulu that opened on 3 March. The talks in Gulu ended on Monday."
    assert [day for day in days(sentences) if day.startswith("/")] in ([], ["/2026-03-09"])


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Kenya and Uganda will meet again in Gulu in the last week of this month.", "2026-03"),
        ("Kenya and Uganda agreed to meet again in Gulu in the third week of May.", "2026-05-15/2026-05-21"),
        ("Kenya and Uganda will hold the next meeting in Gulu in the first quarter of 2027.", "2027-01-01/2027-03-31"),
        ("Kenya and Uganda are to meet again in Gulu in the first half of July.", "2026-07-01/2026-07-15"),
        ("The earlier Gulu round collapsed last November.", "/2025-11"),
        ("The next round of talks between Kenya and Uganda is scheduled in Gulu from April 6.", "2026-04-06"),
    ],
)
def test_weeks_and_quarters_are_no_other_days(sentence: str, day: str) -> None:
    assert days(sentence) == [day]


@pytest.mark.parametrize(
    "sentence",
    [
        "The second round of talks ended here on Monday.",
        "Kenya and Uganda met at the Ugandan mission here on Monday.",
        "The second round of talks was held in this rainy city on Monday.",
    ],
)
def test_what_is_here_is_where_the_dateline_is_from(sentence: str) -> None:
    assert [place for _, _, _, place, _ in rows(sentence)] == ["Lima"]


def test_here_in_another_clause_places_nothing() -> None:
    found = rows("The second round of talks ended on Monday, said an official who sells cows here.")
    assert [place for _, _, _, place, _ in found] == [""]


def test_a_number_stands_behind_its_round_too() -> None:
    [event] = read("Round 15 is in Gulu in the week of 6 April.").of(Event)
    assert event.ordinal == 15


@pytest.mark.parametrize(
    "sentence",
    [
        "The second round closed in Gulu on Monday.",
        "The talks, which began in Gulu on Monday, went on.",
        "“We like cows,” a minister said after the latest session in Gulu on Monday.",
        "Technical teams met in Gulu on Monday.",
        "The talks in Gulu on Monday were the first in years between Kenya and Uganda, Norway's foreign ministry said.",
    ],
)
def test_the_talks_of_an_article_on_two_sides_are_theirs(sentence: str) -> None:
    assert [sides for _, sides, _, _, _ in rows(sentence)] == [BOTH]


@pytest.mark.parametrize(
    "sentence",
    [
        "The next session of the cattle board will be held in Gulu on 6 May.",
        "The next round will be in Gulu in May.",
        "Experts will meet again in Gulu on 6 May.",
    ],
)
def test_so_is_what_comes_next_at_which_nobody_has_been(sentence: str) -> None:
    assert [(sides, standing) for _, sides, _, _, standing in rows(sentence)] == [(BOTH, "expected")]
    agents = {a.agent for a in read(sentence).of(Attendance)}
    assert not {agent for agent in agents if agent.startswith("state/")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Talks in Gulu in August 2024 went ahead.",
        "The Party Congress meeting in Gulu on Monday was long.",
        "At the talks in Gulu on Monday, Tanzania asked for goats.",
    ],
)
def test_other_events_are_nobodys(sentence: str) -> None:
    assert BOTH not in [sides for _, sides, _, _, _ in rows(sentence)]


def test_a_round_that_is_only_asked_about_is_none() -> None:
    assert rows("Will there be a third round this month?") == []
    assert len(rows("The third round did not take place in Gulu but in Lira.")) == 1


def test_who_sat_in_on_a_session_was_none_of_those_who_met() -> None:
    [found] = rows("The second round ended in Gulu. Village heads who sat in on Monday's session were glum.")
    assert found[1] == BOTH


def test_several_states_that_face_one_together_are_the_other_side() -> None:
    found = whole(
        "Lake states warn Kenya\n\nUganda, Rwanda and Burundi told Kenya on Monday that they would close the lake. "
        "Kenya shrugs. Tanzania waits. Tanzania hopes.\n\n"
        "The two sides agreed to meet again in Gulu on 6 May.\n",
        published="2026-03-11",
    )
    [event] = found.of(Event)
    assert found.labels(event.parties) == ["Burundi", "Kenya", "Rwanda", "Uganda"]


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("Envoys of Kenya and Uganda met in Gulu on Monday.", BOTH),
        ("Negotiators for the Kenyan government and the Ugandan Miners' Union met in Gulu on Monday.", "Kenya"),
    ],
)
def test_those_whom_a_word_for_envoys_stands_for_met(sentence: str, sides: tuple[str, ...] | str) -> None:
    [found] = [met for _, met, day, _, _ in rows(sentence) if day]
    assert found == sides or sides in found


def test_a_word_made_with_the_name_of_a_state_names_no_side() -> None:
    found = whole(
        "Brussels parties talk of a budget\n\nFrench-speaking and Dutch-speaking parties talked about the budget. "
        "French-speaking parties left. Dutch-speaking parties stayed. The second meeting, on Monday, was short.\n",
        published="2026-03-11",
    )
    assert not [e for e in found.of(Event) if e.parties]


def test_a_meeting_in_a_house_of_culture_may_be_anybodys() -> None:
    assert BOTH not in [row[1] for row in rows('"Nobody will move a post," he told villagers at a meeting in Gulu.')]
