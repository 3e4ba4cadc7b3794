"""Rounds of talks beside those that an article is about are not of these."""

from __future__ import annotations

from parley.graph.records import Event, Key

from ..reading import Told, whole

OPENING = (
    "Chad and Niger meet\n\nChad and Niger held a second round of talks on cattle in Doha on Monday. "
    "Chad proposed a joint market. Niger rejected it. "
)


def talks(told: Told, number: int) -> tuple[Key | None, list[str]]:
    [event] = [event for event in told.of(Event) if event.ordinal == number]
    return event.process, sorted(told.labels(event.parties))


def test_a_round_far_on_in_number_is_of_talks_with_the_other_state_that_is_named_there() -> None:
    told = whole(f"{OPENING}\n\nIn July Chad asked Mali for a new well, at the sixth round of talks on water.\n")
    assert talks(told, 2)[0] == "process/chad-niger-talks"
    assert talks(told, 6) == ("process/chad-mali-talks", ["Chad", "Mali"])


def test_so_are_the_rounds_before_and_after_it() -> None:
    told = whole(
        f"{OPENING}\n\nIn July Chad asked Mali for a new well, at the sixth round of talks on water. "
        "The fifth round had ended in a dispute. The seventh round will be held in May.\n"
    )
    assert {talks(told, number)[0] for number in (5, 6, 7)} == {"process/chad-mali-talks"}


def test_where_one_side_is_not_named_it_is_of_no_negotiation_that_is_known() -> None:
    told = whole(f"{OPENING}\n\nThe minister flew to see the Malians for the sixth round of talks on water.\n")
    assert talks(told, 6) == (None, ["Mali"])


def test_with_somebody_tells_whose_round_it_is() -> None:
    told = whole(
        "Chad and Niger meet\n\nChad and Niger held talks on cattle in Doha on Monday. Chad proposed a joint market. "
        "With Mali it is through its seventh round of talks.\n"
    )
    assert talks(told, 7) == (None, ["Mali"])


def test_those_talks_are_of_those_whom_the_sentence_before_names() -> None:
    told = whole(
        "Chad and Niger meet\n\nChad and Niger held talks on cattle in Doha on Monday. Chad proposed a joint market.\n"
        "Mali is to say whether Chad may have a new well. The seventh round of those talks will be held in May.\n"
    )
    assert talks(told, 7) == ("process/chad-mali-talks", ["Chad", "Mali"])


def test_who_only_speaks_of_a_round_or_receives_it_does_not_make_it_another() -> None:
    told = whole(f"{OPENING}\n\nMali welcomed the third round, which is to be held in Benin in May.\n")
    assert talks(told, 3)[0] == "process/chad-niger-talks"
    told = whole(f"{OPENING}\n\nThe sixth round of talks will be held in Mali in May.\n")
    assert talks(told, 6)[0] == "process/chad-niger-talks"


TWO_TALKS = (
    "Chad asks Mali for a new well\n\nChad asked Mali for a new well at the sixth round of talks on water on Monday. "
    "Mali promised an answer at the next round. Mali wants Chad to pay for it.\n\n"
    "Chad and Niger held a second round of talks in Doha in April. The third round with Niger is due in May.\n"
)


def test_a_round_is_of_the_talks_that_are_told_of_first_though_only_others_name_their_sides() -> None:
    told = whole(TWO_TALKS)
    processes = {event.ordinal: event.process for event in told.of(Event)}
    assert processes[6] == processes[None] == "process/chad-mali-talks"
    assert processes[2] == processes[3] == "process/chad-niger-talks"


def test_where_no_two_sides_stand_out_a_round_is_of_those_whose_talks_are_named() -> None:
    told = whole(
        "A round on water\n\nThe second round of talks was short. Mali asked Togo for a well. "
        "Benin asked Mali for sand. Togo said no. Mali hopes. Togo waits.\n\n"
        "Chad and Niger held talks in Doha on Monday. Chad and Niger agreed.\n"
    )
    assert talks(told, 2)[0] == "process/chad-niger-talks"


BRIEFING = (
    "This week\n\nThe next round is due in the summer.\n\n"
    "Chad and Niger held a second round of talks in Doha on Monday.\n\n"
    "Mali and Togo held a third round of talks in Tunis on Tuesday. The talks were short. The next round is in May.\n"
)


def test_a_round_of_nobody_told_is_not_of_the_talks_told_of_first_where_others_stand_right_before_it() -> None:
    told = whole(BRIEFING)
    assert talks(told, 2)[0] == "process/chad-niger-talks"
    assert talks(told, 3)[0] == "process/mali-togo-talks"
    assert {event.process for event in told.of(Event) if event.ordinal is None} == {None}


def test_a_round_of_nobody_told_is_of_the_talks_told_of_first_where_they_stand_right_before_it() -> None:
    told = whole(
        BRIEFING.replace("The next round is due in the summer.\n\n", "").replace(
            "on Monday.", "on Monday. The next round is due in the summer."
        )
    )
    assert "process/chad-niger-talks" in {event.process for event in told.of(Event) if event.ordinal is None}


def test_the_round_before_it_is_one_of_the_same_talks() -> None:
    rounds = {event.ordinal: event for event in whole(BRIEFING).of(Event)}
    assert rounds[3].previous is None
    told = whole(BRIEFING.replace("Mali and Togo", "Chad and Niger"))
    rounds = {event.ordinal: event for event in told.of(Event)}
    assert rounds[3].previous == rounds[2].key
