"""An event is one node, with the day and place of its own words, and holds as far as its clause does."""

from __future__ import annotations

import pytest

from parley.graph.records import Event

from ..reading import Told, whole

OPEN = "Talks on a truce go on\n\n"
CLOSE = "\n\nDelegates of Sudan and Chad left their dialogue on a ceasefire deal without a settlement."


def read(sentences: str) -> Told:
    return whole(OPEN + sentences + CLOSE)


def days(told: Told) -> dict[str, str]:
    """The label of each event with its day, or its day as printed."""
    return {e.label: (e.when.value or e.when.printed) if e.when else "" for e in told.of(Event)}


def places(told: Told) -> dict[int | None, str]:
    return {e.ordinal: told.label(e.place) for e in told.of(Event)}


def standings(sentence: str) -> list[str]:
    told = read(sentence)
    return sorted(e.standing for e in told.records if isinstance(e, Event) and (e.place or e.when))


def test_an_event_that_is_told_again_is_one() -> None:
    told = read(
        "Sudan and Chad began a second round of talks in Oslo on Monday. The second round of Sudan-Chad talks lasted "
        "three hours. The talks ended without a text."
    )
    rounds = [e for e in told.of(Event) if e.ordinal == 2]
    assert len(rounds) == 1
    assert rounds[0].duration is not None


def test_what_shares_nothing_with_an_event_is_another() -> None:
    told = read(
        "Sudan and Chad held the second round of talks on 3 March 2025. Presidents held talks in Gulu three weeks ago."
    )
    assert places(told) == {2: "", None: "Gulu"}


def test_rounds_listed_in_one_sentence_are_several() -> None:
    told = read("The first, second and third rounds were held in Oslo, Cairo and Doha.")
    assert places(told) == {1: "Oslo", 2: "Cairo", 3: "Doha"}


def test_rounds_that_are_counted_are_no_event() -> None:
    assert [e for e in read("There have been four rounds of talks since 3 March.").of(Event) if e.when] == []


def test_two_names_are_two_events() -> None:
    told = read("At the Harbourtown Summit Sudan spoke first. The Hilltown Summit in Oslo came later.")
    assert len([e for e in told.of(Event) if e.kind == "summit"]) == 2


@pytest.mark.parametrize(
    ("sentence", "label", "day"),
    [
        ("Ministers held a meeting on Friday on the Sudan-Chad talks.", "Sudan-Chad talks", ""),
        ("The Oslo talks came after his inauguration as president on March 19, 2025.", "Oslo talks", ""),
        ("A third round was held in Oslo on 04/05/2025.", "third round", "04/05/2025"),
        ("A fourth round will be held in Oslo the day after tomorrow.", "fourth round", "2025-07-26"),
        ("A fourth round will be held in Oslo in two weeks.", "fourth round", "in two weeks"),
        ("Talks were held in Gulu three weeks ago.", "talks in Gulu", "three weeks ago"),
        ("In late March, Geneva will host the Harbour Conference.", "Harbour Conference", "2026-03"),
        ("The Algiers Agreement of 2000 was signed by Sudan.", "Algiers Agreement of 2000", "2000"),
    ],
)
def test_a_day_is_of_the_words_that_it_hangs_on(sentence: str, label: str, day: str) -> None:
    assert days(read(sentence))[label] == day


def test_a_day_without_a_year_is_kept_as_printed_where_the_article_has_no_date() -> None:
    told = whole(OPEN + "Talks were held in Oslo on June 2." + CLOSE, published=None)
    assert days(told)["talks in Oslo"] == "June 2"


def test_a_place_in_another_clause_is_not_the_events() -> None:
    told = read("It was the first meeting of Sudan and Chad since the riots in Ndjamena, and it was held on Monday.")
    assert {told.label(e.place) for e in told.of(Event)} == {""}


def test_the_town_that_hosts_is_where_it_is() -> None:
    told = read("Sudan and Chad said that Geneva will host the Harbour Conference in October.")
    assert {told.label(e.place) for e in told.of(Event)} == {"Geneva"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sudan and Chad held talks in Oslo on Monday.", ["asserted"]),
        ("Sudan and Chad agreed to meet in Oslo on Monday.", ["expected"]),
        ("Sudan and Chad are to hold talks in Oslo on Monday.", ["expected"]),
        ("Sudan and Chad are going to have talks in Oslo on Monday.", ["expected"]),
        ("Sudan failed to meet Chad in Oslo on Monday.", []),
        ("If Sudan meets Chad in Oslo on Monday, Libya will go.", []),
        ("Will Sudan meet Chad in Oslo on Monday?", []),
        ("The Oslo talks, set for Monday, were called off.", ["denied"]),
        ("Chad denied that it had met Sudan in Oslo on Monday.", ["denied"]),
    ],
)
def test_an_event_holds_as_far_as_its_clause(sentence: str, expected: list[str]) -> None:
    assert standings(sentence) == expected


def test_what_is_put_off_has_its_new_day() -> None:
    [event] = [e for e in read("Talks scheduled for Monday in Oslo were postponed to 9 August.").of(Event) if e.place]
    assert event.when is not None
    assert (event.when.value, event.standing) == ("2025-08-09", "expected")


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Today's tense Sudan-Chad talks were held in Oslo.", "Sudan-Chad talks"),
        ("Idris Oumar praised his productive high-level talks with Chad.", "high-level talks with Chad"),
        ("President Idris Oumar's historic visit to Tripoli ended.", "visit of Idris Oumar to Tripoli"),
        ("Sudan and Chad sat down for two hours of talks in Oslo.", "talks in Oslo"),
    ],
)
def test_an_event_is_called_by_what_is_known_of_it(sentence: str, label: str) -> None:
    assert label in {e.label for e in read(sentence).of(Event)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Police fired a live round at a driver on Monday.",
        "The Sudanese congress passed a bill in 2018.",
        "The Court of Session ruled on 11 June.",
        "A question-and-answer session was held in Oslo on Monday.",
        "See https://example.org/2025/sudan-chad-talks-in-oslo for more.",
    ],
)
def test_words_of_another_sense_are_no_events(sentence: str) -> None:
    assert [e.label for e in read(sentence).of(Event)] == []


def test_who_has_no_post_meets_nobody_where_no_talks_are_told_of() -> None:
    told = whole(
        "A band plays\n\nThe drummer Ginger Hale met the singer Jo Reed in Sudan on Monday. Chad has a band too."
    )
    assert told.of(Event) == []


def test_whoever_brings_others_together_stands_between_them() -> None:
    told = read("President Idris Oumar brought together Sudan and Chad in Tripoli on Monday.")
    event = next(e for e in told.of(Event) if told.label(e.place) == "Tripoli")
    assert told.labels(event.parties) == ["Chad", "Sudan"]
    assert ("Idris Oumar", "mediator", "asserted") in told.attendances


@pytest.mark.parametrize(
    ("sentence", "label", "day"),
    [
        ("Speaking at a summit in Oslo on Monday, the envoy of Sudan spoke of Chad.", "summit in Oslo", "2025-07-21"),
        ('The envoy of Sudan spoke at a meeting titled "Wells" in Oslo on Monday.', "meeting in Oslo", "2025-07-21"),
        ("The 2010 Harbour Summit brought Sudan and Chad nothing.", "Harbour Summit", "2010"),
        ("A summit in Oslo in March of 2021 brought Sudan and Chad nothing.", "summit in Oslo", "2021-03"),
    ],
)
def test_an_event_has_the_day_right_behind_its_words_and_the_year_in_them(sentence: str, label: str, day: str) -> None:
    assert days(read(sentence))[label] == day


def test_the_day_of_a_clause_about_an_event_is_not_its_day() -> None:
    assert days(read("He spoke after the Oslo summit that led to today's vote in Sudan and Chad."))["Oslo summit"] == ""


def test_a_meeting_called_off_has_the_day_and_place_that_it_was_due() -> None:
    told = read("Sudan cancelled a meeting with Chadian envoys that was due to take place in Oslo on Monday.")
    [event] = [e for e in told.records if isinstance(e, Event) and e.place]
    assert event.when is not None
    assert (event.when.value, event.standing) == ("2025-07-21", "denied")


def test_talks_on_waters_are_not_held_there() -> None:
    told = read("Sudan and Chad held talks on the Red Sea in Oslo on Monday.")
    assert {told.label(e.place) for e in told.of(Event) if e.when} == {"Oslo"}


def test_where_a_traveller_met_somebody_is_where_he_had_gone() -> None:
    told = read("President Idris Oumar of Chad flew to Oslo on Monday, where he held talks with Sudan.")
    assert "Oslo" in {told.label(e.place) for e in told.of(Event)}


def test_a_conversation_is_a_call_only_where_a_line_is_told() -> None:
    by_phone = read(
        "President Idris Oumar of Chad phoned Ana Belo, the envoy of Sudan. The conversation with Ana Belo was long."
    )
    face_to_face = read("President Idris Oumar of Chad had a long conversation with Ana Belo, the envoy of Sudan.")
    assert "call" in {e.kind for e in by_phone.of(Event)}
    assert "call" not in {e.kind for e in face_to_face.of(Event)}


def test_a_meeting_told_by_a_verb_is_no_named_gathering() -> None:
    told = read(
        "The Harbour Conference opened. President Idris Oumar of Chad met Ana Belo, the envoy of Sudan, in February."
    )
    labels = {e.label for e in told.of(Event)}
    assert {"Harbour Conference", "meeting with Ana Belo"} <= labels


@pytest.mark.parametrize(
    ("sentences", "kinds"),
    [
        (
            "The foreign ministers of Sudan and Chad met in Doha on Saturday. Saturday's meeting was hosted by Qatar. "
            "The talks, which were held at a hotel, were the second in a month.",
            ["meeting"],
        ),
        (
            "Peru and Bolivia held talks on the lake in Puno on Monday. The Puno talks were the first since March. "
            "Negotiators from Peru and Bolivia sat down in Puno on Monday morning. The session lasted two hours.",
            ["talks"],
        ),
        (
            "Georgian President Nino Lomidze spoke by phone with Armenian Prime Minister Aram Petrosyan on Sunday. "
            "In Sunday's call the two discussed gas.",
            ["call"],
        ),
        (
            "A first round of talks between Kenya and Somalia was held in Djibouti in May. The second round was held "
            "in Nairobi on Monday. The Nairobi round lasted three hours.",
            ["round", "round"],
        ),
    ],
)
def test_what_is_told_several_times_is_one_event_and_two_rounds_are_two(sentences: str, kinds: list[str]) -> None:
    told = whole(f"Talks on water\n\n{sentences}\n")
    assert [e.kind for e in told.of(Event)] == kinds
