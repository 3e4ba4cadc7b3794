"""Which events are told well enough to be kept, and what tells one from another of nearly the same words."""

from __future__ import annotations

import pytest

from parley.graph.records import Event

from ..reading import Told, told, whole

SPEECH = """Remarks by President Halvorsen on the Sahel

THE PRESIDENT: Good morning. Sudan and Chad held talks in Doha on Monday.

{0}

We thank you all.
"""
STATEMENTS = """Press statements following Sudan-Chad talks

President of Sudan Omar Karim: {0}

President of Chad Idris Bako: We thank our hosts for their welcome and their patience.
"""


def labels(read: Told) -> set[str]:
    return {event.label for event in read.of(Event)}


def days(read: Told) -> dict[str, str]:
    return {event.label: event.when.value for event in read.of(Event) if event.when is not None}


def others(sentence: str) -> set[str]:
    """The events of a sentence besides those that the opening of the article has."""
    return labels(told(sentence)) - labels(told("Nothing else was said."))


@pytest.mark.parametrize(
    "sentence",
    [
        "I had good conversations about the border.",
        "I held discussions with our national security team.",
        "I met with members of my cabinet.",
        "I met business leaders and students in the afternoon.",
        "It was a wonderful visit to the Nile.",
        "The second Business Summit was a success.",
    ],
)
def test_what_a_speech_only_mentions_without_other_sides_day_or_place_is_no_event(sentence: str) -> None:
    assert labels(whole(SPEECH.format(sentence))) == {"talks in Doha"}


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("I spoke with President Idris Bako of Chad about the border.", "Bako"),
        ("Sudan and Chad will meet in Cairo.", "Cairo"),
        ("I spoke at the Border Summit in Nairobi.", "Border Summit"),
    ],
)
def test_what_a_speech_tells_of_sides_or_of_a_place_is_one(sentence: str, label: str) -> None:
    assert any(label in found for found in labels(whole(SPEECH.format(sentence))))


def test_how_many_events_are_left_out_is_told() -> None:
    assert whole(SPEECH.format("We know the border.")).untold == 0
    assert whole(SPEECH.format("I spoke at the second Business Summit.")).untold == 1


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("The Summit for Prosperity was held in Nairobi on Monday.", "Summit for Prosperity"),
        ("The Conference on Water and Peace was held in Nairobi on Monday.", "Conference on Water and Peace"),
        ("The first Summit of the Lakes was held in Nairobi on Monday.", "first Summit of the Lakes"),
    ],
)
def test_a_name_goes_on_behind_its_noun(sentence: str, label: str) -> None:
    assert label in others(sentence)


def test_a_day_before_the_event_at_which_something_is_done_is_its_day() -> None:
    read = told("Sudan will speak with Chad again, including next month at the Lakes Summit in Nairobi.")
    assert days(read)["Lakes Summit"] == "2025-08"


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("In June, Sudan and Chad held a videoconference.", "2025-06"),
        ("In December, Sudan and Chad held a videoconference.", "2024-12"),
        ("In December, Sudan and Chad will hold a videoconference.", "2025-12"),
    ],
)
def test_what_has_been_was_in_the_past(sentence: str, day: str) -> None:
    assert day in days(told(sentence)).values()


def test_our_talks_today_are_those_that_the_statements_follow() -> None:
    read = whole(STATEMENTS.format("Our talks today were useful. I am sure that our meeting today will bear fruit."))
    assert [event.standing for event in read.of(Event)] == ["asserted"]
    assert set(days(read).values()) == {"2025-07-24"}


def test_an_event_of_an_earlier_year_is_not_the_one_that_the_article_is_about() -> None:
    read = whole(
        "Sudan-Chad Summit\n\nOmar Karim took part in the Sudan-Chad Summit by videoconference.\n\nThese relations, as "
        "recorded in the Joint Statement adopted at the Sudan-Chad Summit in Cairo in 2018, are strategic, Sudan said."
    )
    assert [event.when and event.when.value for event in read.of(Event)] == [None, "2018"]


def test_who_met_some_days_after_a_summit_was_not_at_it() -> None:
    read = told("A few days after the Lakes Summit in Nairobi, Sudan and Chad spoke by phone.")
    [summit] = [event for event in read.of(Event) if event.kind == "summit"]
    assert not summit.parties


def test_the_meeting_of_two_is_not_the_summit_of_others() -> None:
    read = told(
        "Sudan's president Omar Karim met Chad's president Idris Bako. He also took part in the 3rd Kenya-Uganda "
        "Summit meeting."
    )
    assert "Kenya-Uganda Summit meeting" not in " ".join(e.label for e in read.of(Event) if len(e.parties) == 2)


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Sudan held talks at the Red Hill residence with Chad.", "Red Hill residence"),
        ("A Sudan-Chad meeting focused on water took place in Cairo on Monday.", "Cairo"),
        ("Sudan's president met with Chad's interim president Idris Bako in Nairobi on May 14.", "Nairobi"),
    ],
)
def test_places_are_read_beside_names_and_at_buildings(sentence: str, place: str) -> None:
    read = told(sentence)
    assert place in {read.label(event.place) for event in read.of(Event) if event.place}


def test_a_first_time_that_something_is_done_it_is_done() -> None:
    read = told("This marks the first time in years that Chad has hosted Sudan, and follows on their meeting on May 5.")
    assert "expected" not in {event.standing for event in read.of(Event) if event.when is not None}


def test_the_regional_leaders_are_not_the_two_sides() -> None:
    read = whole(SPEECH.format("You laid out your conversations with the regional leaders."))
    assert labels(read) == {"talks in Doha"}


def test_the_previous_round_has_the_number_before_that_of_the_round_told_of() -> None:
    read = whole(
        "Talks on water\n\nSudan and Chad held a third round of talks in Oslo on Monday.\n\nChad offered more than at "
        "the previous round. The previous round, held in Cairo, had ended early."
    )
    assert {(e.ordinal, read.label(e.place)) for e in read.of(Event)} == {(3, "Oslo"), (2, "Cairo")}


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("The Bergen round of talks ended early. In Bergen it rained.", "Bergen"),
        ("Sudan has held out since the opening round in Bergen.", "Bergen"),
        ("A fifth round of talks on the Blue River ended early.", ""),
    ],
)
def test_the_place_of_a_round_is_a_town_and_not_what_it_is_about(sentence: str, place: str) -> None:
    read = told(sentence)
    assert {read.label(e.place) if e.place else "" for e in read.of(Event) if e.kind == "round"} == {place}


@pytest.mark.parametrize(
    "sentence",
    [
        "The meeting of Sudan and Chad was originally to have taken place in Bergen yesterday.",
        "A planned summit of Sudan and Chad in Bergen collapsed.",
    ],
)
def test_what_was_to_have_been_was_not(sentence: str) -> None:
    read = told(sentence)
    events = [record for record in read.records if isinstance(record, Event)]
    assert {e.standing for e in events if e.place and read.label(e.place) == "Bergen"} == {"denied"}


def test_what_is_to_come_has_not_the_day_of_what_was() -> None:
    read = told("Chad hopes to hold talks with Sudan again, which were last held in Bergen in November 2016.")
    assert not [e for e in read.of(Event) if e.standing == "expected" and e.when and e.when.value < "2025"]


def test_talks_between_one_side_and_others_who_are_not_known_are_not_those_of_the_two_sides() -> None:
    read = whole(
        "Talks in Vienna end\n\nTalks in Vienna between Sudan and three European powers have ended. Chad and Sudan are "
        "at odds. Chad said no."
    )
    assert {tuple(read.labels(e.parties)) for e in read.of(Event)} == {()}


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Chad called off a meeting with Kenya on Saturday.", {"Chad", "Kenya"}),
        ("Chad cancelled talks with Kenya in Bergen on Saturday.", {"Chad", "Kenya"}),
        ("Uganda called off a meeting of Kenya and Chad on Saturday.", {"Chad", "Kenya"}),
    ],
)
def test_who_calls_off_a_meeting_with_another_was_to_meet_him(sentence: str, parties: set[str]) -> None:
    events = [r for r in told(sentence).records if isinstance(r, Event) and r.standing == "denied"]
    assert [set(told(sentence).labels(e.parties)) for e in events] == [parties]
    assert [e.when for e in events] == [None]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Sudan and Chad will meet again in Bergen by the end of September.", None),
        ("Sudan and Chad will meet in Bergen not later than 15 September 2025.", None),
        ("Sudan and Chad will meet in Bergen in the week of 6 October.", "2025-10-06/2025-10-12"),
        ("Sudan and Chad will meet in Bergen on 6 October.", "2025-10-06"),
    ],
)
def test_a_deadline_is_no_day_and_a_week_is_all_of_it(sentence: str, day: str | None) -> None:
    read = told(sentence)
    [met] = [event for event in read.of(Event) if event.place and read.label(event.place) == "Bergen"]
    assert (met.when and met.when.value) == day
