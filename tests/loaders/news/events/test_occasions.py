"""Events that are told without a noun for them, and what is no event."""

from __future__ import annotations

import pytest

from parley.graph.records import Attendance, Event

from ..reading import Told, whole

OPEN = "Two neighbours negotiate on a truce\n\nDelegates of Sudan and Chad negotiate.\n\n"
CLOSE = "\n\nSudan and Chad want to be good neighbours."


def read(sentences: str) -> Told:
    return whole(OPEN + sentences + CLOSE)


def events(told: Told) -> dict[str, str]:
    """The label of each event with a day or place, and its day."""
    found = [e for e in told.records if isinstance(e, Event) and (e.when or e.place)]
    return {e.label: e.when.value or e.when.printed if e.when else "" for e in found}


def takes_part(told: Told) -> set[tuple[str, str]]:
    return {(told.label(a.agent), a.capacity) for a in told.of(Attendance)}


@pytest.mark.parametrize(
    ("sentence", "label", "day"),
    [
        (
            "Foreign Minister Ana Belo of Chad spoke with Foreign Minister Omar Deng of Sudan on 3 March 2025.",
            "talks with Omar Deng",
            "2025-03-03",
        ),
        (
            "The terms were hammered out in Oslo on 3 March 2025 between Sudan and Chad.",
            "talks in Oslo",
            "2025-03-03",
        ),
        (
            "In Oslo on 3 March 2025 the joint committee agreed to open a road.",
            "meeting of joint committee",
            "2025-03-03",
        ),
        ("Negotiators haggled until dawn on 3 March 2025 over who pays.", "talks of Negotiators", "2025-03-03"),
        (
            "Envoy Ana Belo of Chad was in Khartoum on 3 March 2025 to hear both sides.",
            "visit of Ana Belo to Khartoum",
            "2025-03-03",
        ),
        (
            "Sudan and Chad will speak again by video on 3 March 2025.",
            "video call between Sudan and Chad",
            "2025-03-03",
        ),
        ("Sudan and Chad signed the Harbour Declaration in May 2023.", "Harbour Declaration of May 2023", "2023-05"),
        ("The understanding of 2016 on wells has lapsed.", "understanding of 2016", "2016"),
        ("Talks planned for 3 March 2025 in Oslo were called off.", "talks in Oslo", "2025-03-03"),
        (
            "The delegations will hold a formal session on 3 March 2026.",
            "formal session between Sudan and Chad",
            "2026-03-03",
        ),
    ],
)
def test_an_event_is_told_by_what_came_of_it(sentence: str, label: str, day: str) -> None:
    found = events(read(sentence))
    assert found == {label: day}


@pytest.mark.parametrize(
    "sentence",
    [
        "Foreign Minister Ana Belo of Chad called on Sudan's minister, Omar Deng, to free the pilots on 3 March 2025.",
        "The presidential memorandum of 3 March 2025 cuts taxes.",
        "The stock exchange in Oslo fell on 3 March 2025.",
        "Foreign Minister Ana Belo of Chad spoke to reporters on 3 March 2025.",
        "The terms were hammered out by lawyers.",
    ],
)
def test_what_is_no_event_of_a_negotiation(sentence: str) -> None:
    assert events(read(sentence)) == {}


def test_whoever_goes_between_the_parties_is_a_mediator() -> None:
    told = read(
        "The terms were hammered out in Oslo between Chad's minister Ana Belo and Sudan's minister Omar Deng, "
        "with Norwegian Foreign Minister Liv Dahl shuttling between the rooms."
    )
    assert takes_part(told) >= {("Ana Belo", "party"), ("Omar Deng", "party"), ("Liv Dahl", "mediator")}


def test_those_who_sit_in_a_body_take_part_in_its_meeting() -> None:
    told = read(
        "At Bergen on May 9 the joint committee, in which Chadian deputy minister Ana Belo faces Sudan's acting "
        "minister, Omar Deng, agreed to open a road. It was the committee's 12th meeting."
    )
    assert events(told) == {"12th meeting of joint committee": "2025-05-09"}
    assert takes_part(told) == {("Ana Belo", "party"), ("Omar Deng", "party")}


def test_a_meeting_of_a_body_of_two_sides_is_theirs() -> None:
    told = read("The seventh meeting of the Sudan-Chad Working Group on Wells was held in Oslo on 3 March 2025.")
    assert takes_part(told) == {("Sudan", "party"), ("Chad", "party")}


def test_both_sides_of_then_may_be_others_than_those_of_now() -> None:
    assert takes_part(read("In May 2019 both parties signed the Harbour Declaration.")) == set()


def test_both_men_are_the_two_who_were_named_last() -> None:
    told = read(
        "Chad's minister Karim Belo kept silent. Sudan's minister Omar Deng smiled. Norway's envoy, Liv Dahl, hosted "
        "both men for a lunch in Oslo on 3 March 2025."
    )
    assert takes_part(told) == {("Karim Belo", "party"), ("Omar Deng", "party"), ("Liv Dahl", "host")}


def test_talks_that_somebody_else_mediates_are_others() -> None:
    told = read(
        "Chad's minister Karim Belo met Sudan's minister Omar Deng in Oslo on 3 March 2025. Rebels handed back a port "
        "as they had vowed in talks mediated by CARICOM."
    )
    assert {e.label for e in told.of(Event)} == {"meeting with Omar Deng", "talks"}


def test_what_failed_to_take_place_is_told_of_a_day_that_is_past() -> None:
    told = read("Chad's delegation failed to turn up in Bergen on Monday for talks with Sudan.")
    assert list(events(told).values()) == ["2025-07-21"]
    assert {e.standing for e in told.of(Event) if e.place} == {"expected"}


def test_a_meeting_of_today_gives_no_day_to_a_summit_elsewhere() -> None:
    told = read(
        "The Harbour Summit in Bergen brought both sides closer. Sudan said that our meeting this afternoon matters."
    )
    assert events(told).get("Harbour Summit") == ""


def test_the_speaker_of_a_transcript_is_no_place() -> None:
    told = whole(
        "Remarks at a meeting\n\nTHE PRESIDENT: Good afternoon. Our meeting today with Sudan and Chad was good."
    )
    assert [e for e in told.records if isinstance(e, Event) and e.place] == []
