"""Who is at the talks by what a clause calls them, and who comes along."""

from __future__ import annotations

import pytest

from ..reading import told


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Cuba and Norway are guarantors of the talks.", {("Cuba", "observer"), ("Norway", "observer")}),
        ("Qatar acted as mediator.", {("Qatar", "mediator")}),
        ("Egypt served as host.", {("Egypt", "host")}),
        ("Observers from Libya were present.", {("Libya", "observer")}),
        ("Brokered by Qatar, the talks lasted an hour.", {("Qatar", "mediator")}),
    ],
)
def test_those_are_at_the_talks_whom_a_clause_calls_so(sentence: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= {(who, capacity) for who, capacity, _ in told(sentence).attendances}


def test_whoever_comes_alongside_is_there_too() -> None:
    read_ = told("Idris Oumar met Hamid Barka in Paris on Tuesday, alongside Defence Minister Salma Idriss.")
    assert ("Salma Idriss", "attendee", "asserted") in read_.attendances


def test_a_delegation_that_the_next_sentence_takes_up_keeps_its_side() -> None:
    read_ = told("The Sudanese delegation arrived. It includes Defence Minister Salma Idriss and General Yasir Nour.")
    assert {(who, team) for who, team, _ in read_.members} == {
        ("Salma Idriss", "Sudanese delegation"),
        ("Yasir Nour", "Sudanese delegation"),
    }


def test_a_minister_who_chairs_the_meeting_of_his_own_state_is_a_party() -> None:
    read_ = told(
        "Prime Minister Idris Oumar of Sudan and President Hamid Barka of Chad chaired a meeting of Sudan and Chad."
    )
    assert "mediator" not in {capacity for _, capacity, _ in read_.attendances}
