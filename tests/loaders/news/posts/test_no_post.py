"""Words beside a name that are no post: what somebody does for a living, and names of bodies and companies."""

from __future__ import annotations

import pytest

from ..reading import told


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Otieno, a Gulu-based analyst, said no.",
        "Businessman Ben Okello said no.",
        "The Ugandan journalist Carl Mbeki said no.",
        "Political scientist Dora Kamau, of Mombasa, said no.",
    ],
)
def test_what_somebody_does_for_a_living_is_no_post(sentence: str) -> None:
    assert told(sentence).posts == set()


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("Lake expert Ben Okello from the Harbour Institute said no.", "Harbour Institute"),
        ("Researcher Ben Okello, of the Conflict Desk in Gulu, said no.", "Conflict Desk"),
    ],
)
def test_it_is_one_in_a_body_that_is_named(sentence: str, body: str) -> None:
    assert [organization for *_, organization in told(sentence).posts] == [body]


@pytest.mark.parametrize(
    "sentence",
    [
        "The session of the General Border Committee in Gulu ended.",
        "Owners paid the developer Landmark Enterprises for the flats.",
        "The series has Jeffrey Dean Morgan in it. Dean Morgan left.",
    ],
)
def test_a_word_within_a_name_is_no_title(sentence: str) -> None:
    assert told(sentence).posts == set()


def test_who_invites_ministers_is_none_of_them() -> None:
    read = told(
        "At the invitation of Foreign Minister Johan Wadell, the Foreign Ministers of Sudan, Ali Omollo, and of Chad, "
        "Jean Babu, held consultations."
    )
    assert ("Johan Wadell", "Sudan") not in {(person, body) for person, _, _, body in read.posts}


def test_the_head_of_an_airline_is_of_no_state_that_it_is_named_after() -> None:
    read = told("Khartoum Air's boss, Tony Dunn, said he would fly to Vienna if Chad refused.")
    assert {body for person, _, _, body in read.posts if person == "Tony Dunn"} == {"Khartoum Air"}
