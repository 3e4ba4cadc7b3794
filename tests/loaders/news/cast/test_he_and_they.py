"""Whom "he", "she", "they" and "it" mean where others stand nearer: nobody, rather than somebody else."""

from __future__ import annotations

from ..acts.test_provided import rows
from ..reading import told, whole


def test_he_of_whom_somebody_without_a_name_speaks_is_nobody_named_before() -> None:
    words = "The envoy of Kenya, Paul Orwa, left. The chair said he would hold talks on the river through the night."
    assert [row[1] for row in rows(words) if row[1] == "Kenya"] == []


def test_two_sides_that_are_not_known_are_not_those_named_before() -> None:
    text = (
        "The Sudanese government and the political arm of the country's rebels agreed in Doha to reopen talks.\n\n"
        "In a joint statement signed there, the two sides say they are willing to share the waters of the river."
    )
    assert "Sudan" not in {agents for kind, agents, _ in whole(text).acts if kind != "agree"}


def test_some_groups_of_an_opposition_are_not_the_opposition() -> None:
    words = "The Sudanese opposition stays away. At least four smaller opposition groups said they would attend."
    assert "Sudanese opposition" not in {row[1] for row in rows(words)}


def test_she_is_no_man_by_his_given_name() -> None:
    text = (
        "Rebels of the National Liberation Army (ELN) will talk to Colombia on Friday, their chief negotiator said.\n\n"
        '"We have kept our part," Leonel Barrillo told reporters on Monday.\n\n'
        "The government's delegation has a new leader. She asked the ELN to halt the raids."
    )
    assert "Leonel Barrillo" not in {agents for _, agents, _ in whole(text).acts}


def test_it_takes_up_a_group_without_a_name() -> None:
    read = told(
        "Sudan fights two gangs. That armed group is not part of the truce. It offered to hold talks with Chad."
    )
    assert "Sudan" not in {agent for _, agent, _ in read.acts}


def test_its_ministry_is_of_the_state_whose_answer_the_sentence_before_tells() -> None:
    read = told(
        "Ethiopia offered data on the river. Sudan's response was warmer. Its irrigation ministry accepted the data."
    )
    assert ("agree", "Sudan", "") in read.acts
