"""Days, places and sides that are an event's own: none of another event, of a denial, or of who tells of it."""

from __future__ import annotations

import pytest

from parley.graph.records import Event

from ..reading import whole
from .test_told_beside import ALL, Row, rows

LEAD = "LIMA - Kenya and Uganda have agreed on a list of cows, officials of Kenya and Uganda said.\n\n"


def told(sentences: str) -> list[Row]:
    return rows(LEAD + sentences)


@pytest.mark.parametrize(
    ("sentences", "day"),
    [
        ("Talks between Kenya and Uganda broke up on Friday. The round, which opened on 2 March, was short.", "02/06"),
        ("Kenya and Uganda ended talks on Friday. The meeting, which began on 5 March, was short.", "05/06"),
    ],
)
def test_talks_of_which_two_sentences_tell_the_first_day_and_the_last_are_one(sentences: str, day: str) -> None:
    first, last = (f"2026-03-{n}" for n in day.split("/"))
    assert [row[1:3] for row in told(sentences)] == [(ALL, f"{first}/{last}")]


def test_a_round_that_opened_months_before_others_ended_is_another() -> None:
    text = "Talks between Kenya and Uganda broke up on Friday. The round, which opened on 2 December, was short."
    assert {row[2] for row in told(text)} == {"/2026-03-06", "2025-12-02"}


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("A call between the presidents of Kenya and Uganda last Thursday cleared the way.", "2026-03-05"),
        ("Kenya and Uganda closed a week of trade talks in Gulu on Friday.", "/2026-03-06"),
        (
            "Envoys from Kenya and Uganda closed a week of free trade talks in Gulu on Friday with 2 lists settled.",
            "/2026-03-06",
        ),
        ("Kenya and Uganda wound up two days of talks under African auspices on Friday.", "2026-03-05/2026-03-06"),
        ("Kenya and Uganda held talks between February 2 and March 6.", "2026-02-02/2026-03-06"),
        ("The next round will be in Gulu on a date in June.", "2026-06"),
        ("It came at the end of the fourth day of the second round, which began on Monday in Gulu.", "2026-03-09"),
        ("The February cycle of talks between Kenya and Uganda was short.", "2026-02"),
        (
            "Kenya and Uganda talked in Gulu this week. The talks from Monday to Tuesday were short.",
            "2026-03-09/2026-03-10",
        ),
    ],
)
def test_a_day_that_is_the_events_own(sentence: str, day: str) -> None:
    assert [row[2] for row in told(sentence)] == [day]


@pytest.mark.parametrize(
    "sentence",
    [
        "Only two weeks before the meeting, on 2 March, the Ugandan prime minister announced that the lake was full.",
        "The dialogue of Kenya and Uganda was broken off by Kenya in February.",
        "The cows died in 2017. A fifth round, which was to have opened in Gulu in May that year, was cancelled.",
    ],
)
def test_a_day_of_something_else_is_not_the_events(sentence: str) -> None:
    assert {row[2] for row in told(sentence)} <= {""}


def test_where_leaders_are_denied_to_meet_is_not_where_talks_were() -> None:
    text = "Talks between Kenya and Uganda ended on Friday. "
    text += "Kenya denied that the leaders of Kenya and Uganda would meet in Oslo."
    [place] = [row[3] for row in told(text) if row[4] == "asserted"]
    assert place != "Oslo"


def test_where_they_will_meet_again_is_not_where_they_met() -> None:
    text = "The presidents of Kenya and Uganda will meet again in Oslo. The direct meeting took two hours."
    assert ("Oslo", "asserted") not in {row[3:] for row in told(text)}
    assert ("Oslo", "expected") in {row[3:] for row in told(text)}


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("The cows will be freed, the United Nations and the Red Cross announced at the end of talks in Gulu.", ALL),
        ("The cows will be freed, Togo and Ghana announced at the end of talks in Gulu.", ("Ghana", "Togo")),
    ],
)
def test_bodies_that_announce_what_came_of_talks_are_no_sides(sentence: str, sides: tuple[str, ...]) -> None:
    assert [row[1] for row in told(sentence)] == [sides]


@pytest.mark.parametrize(
    "sentence",
    [
        "A Kenyan delegation has landed in Gulu for talks with the Togolese mediators.",
        "Uganda left because of talks in Gulu between Kenya and one of its clans.",
        "A meeting between the Europeans and Kenya which had been planned in Oslo on 9 April was dropped.",
    ],
)
def test_talks_of_one_side_with_somebody_else_are_not_of_both(sentence: str) -> None:
    assert ALL not in [row[1] for row in told(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya and Uganda, which represents the clans of the lake in negotiations, announced a list.",
        "The treaty that Kenya and Uganda signed in Oslo in May 2018 is old.",
        "Neither side has set a date for a sixteenth round.",
    ],
)
def test_what_is_told_of_in_passing_is_no_event(sentence: str) -> None:
    assert told(sentence) == []


def test_a_round_of_which_nobody_has_set_a_date_is_none_of_those_that_were() -> None:
    text = LEAD + "Kenya and Uganda closed talks in Gulu on Friday. Neither side has set a date for a sixteenth round."
    assert {row[0] for row in rows(text, "Kenya-Uganda talks end")} == {"talks"}


def test_who_met_one_and_telephoned_another_met_the_first() -> None:
    text = "President John Okot of Kenya met President Ann Ruto of Uganda and spoke by telephone with the Chadian king."
    assert [row[0] for row in told(text) if row[1] == ALL] == ["meeting"]


@pytest.mark.parametrize("also", ["", "also "])
def test_those_whom_a_gathering_also_brought_together_are_not_all_who_were_there(also: str) -> None:
    text = f"The gathering, which opened on Monday, {also}brought together ministers of Togo, Ghana and Chad."
    assert ({"Chad", "Ghana", "Togo"} <= {name for row in told(text) for name in row[1]}) is not bool(also)


def test_those_whom_somebody_also_brought_together_met() -> None:
    [row] = told("President Abu Said of Chad also brought together the ministers of Togo and Ghana in Oslo on Monday.")
    assert {"Ghana", "Togo"} <= set(row[1])


def test_a_session_that_was_set_is_the_meeting_that_was_called_off() -> None:
    text = "Kenya on Monday called off a meeting with Uganda on cows. "
    text += "The session was scheduled to run from 12 March to 14 March in Gulu."
    assert told(text) == [("meeting", ALL, "2026-03-12/2026-03-14", "Gulu", "denied")]


def test_a_session_that_is_set_beside_one_that_was_called_off_is_another() -> None:
    text = (
        "Kenya on Monday called off a meeting with Uganda on cows. The last session is scheduled for 14 March in Gulu."
    )
    assert {row[2:] for row in told(text)} >= {("2026-03-14", "Gulu", "expected")}


@pytest.mark.parametrize("day", ["2 March", "14 March"])
def test_nobody_says_that_a_round_which_was_to_open_did_not(day: str) -> None:
    assert [row[4] for row in told(f"The next round was to open in Gulu on {day}.")] == ["expected"]


def test_where_and_when_a_visitor_met_somebody_is_where_and_when_he_came() -> None:
    text = "President John Okot of Kenya visited Gulu on 2 March and met President Ann Ruto of Uganda."
    assert ("meeting", ALL, "2026-03-02", "Gulu", "asserted") in told(text)


def test_where_a_visitor_came_is_not_where_he_met_somebody_else_later() -> None:
    text = "President John Okot of Kenya visited Gulu on 2 March. On 4 March he met President Ann Ruto of Uganda."
    assert ("meeting", ALL, "2026-03-04", "", "asserted") in told(text)


@pytest.mark.parametrize(("number", "sides"), [("two", [ALL]), ("five", [])])
def test_the_leaders_of_five_parties_are_not_those_of_two(number: str, sides: list[tuple[str, ...]]) -> None:
    text = f"The leaders of the {number} parties are due to meet in Gulu on Friday."
    assert [row[1] for row in told(text) if len(row[1]) > 1] == sides


def test_when_two_last_met_is_not_when_they_met_now() -> None:
    text = "Kenya and Uganda ended two days of talks in Gulu. The sides last met in Gulu on 2 December."
    assert [row[2] for row in told(text)] == ["", "2025-12-02"]


def test_a_dialogue_of_another_name_is_none_that_is_to_come() -> None:
    text = "The session was to run from Thursday, 12 March. "
    text += 'The "strategic stability dialogue", opened after the 2021 summit, was broken off by Kenya in February.'
    assert [row[2:] for row in told(text) if row[0] == "meeting"] == [("2026-03-12", "", "expected")]


@pytest.mark.parametrize(
    "sentences",
    [
        "Lake Motors has its own contract. The third meeting there is planned for 21 April in Gulu.",
        "Not covered is Lake Motors, which has its own contract and where talks continue on 21 April.",
    ],
)
def test_talks_at_a_firm_beside_those_of_the_sides_are_not_theirs(sentences: str) -> None:
    assert ALL not in [row[1] for row in told(sentences)]


def test_talks_in_a_town_of_which_the_sentence_before_tells_may_be_theirs() -> None:
    [row] = told("Gulu has a new hotel. The third round there is planned for 21 April.")
    assert row[:3] == ("round", ALL, "2026-04-21")


@pytest.mark.parametrize(("year", "number"), [("2022", None), ("February", 2)])
def test_the_previous_round_of_another_year_is_not_the_one_counted_before(year: str, number: int | None) -> None:
    text = f"Kenya and Uganda held a third round of talks on Monday. The previous round, in {year}, took five days."
    found = whole(f"Kenya and Uganda talk of cows\n\n{LEAD}{text}\n", published="2026-03-11")
    assert {e.ordinal for e in found.records if isinstance(e, Event) and e.kind == "round"} == {3, number}


@pytest.mark.parametrize(("title", "known"), [("Prime Minister", True), ("Deputy Prime Minister", False)])
def test_the_prime_minister_who_is_telephoned_is_no_deputy(title: str, known: bool) -> None:
    text = f"{title} Peter Okello of Uganda was in Gulu. "
    text += "President Ann Ruto of Kenya telephoned the prime minister on Monday."
    found = whole(f"Kenya and Uganda talk of cows\n\n{LEAD}{text}\n", published="2026-03-11")
    assert any("Okello" in e.label for e in found.records if isinstance(e, Event) and e.kind == "call") is known


@pytest.mark.parametrize(("one", "other"), [("Commercial lenders", "official creditors"), ("Kenya", "Uganda")])
def test_talks_of_nobody_told_are_not_lent_to_two_who_have_no_names(one: str, other: str) -> None:
    text = "LIMA - Talks with a committee of funds and, separately, with a group of banks opened last October. "
    text += "After restricted discussions between February 16 and March 2, the two sides had agreed on terms. "
    text += f"{one} and {other} want more. {one} demanded more. Negotiations with {other} go on."
    found = [row[1] for row in rows(text, "Both agree on cows") if row[2] == "2026-02-16/2026-03-02"]
    assert found == [ALL if one == "Kenya" else ()]
