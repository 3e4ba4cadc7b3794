"""Those who oppose a government are a party of their own and no voice of its state."""

from __future__ import annotations

import pytest

from parley.graph.records import Act, Delegation, Event

from ..reading import Told, whole

OPENING = "Talks in Oslo\n\nTalks between Chad's government and the opposition resumed in Oslo on Monday. "


def acts(told: Told) -> list[tuple[str, list[str]]]:
    return [(act.type, told.labels(act.agents)) for act in told.of(Act)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Chadian opposition demanded that the army withdraw.",
        "Chad's opposition demanded that the army withdraw.",
        "The opposition demanded that the army withdraw.",
        "Chadian opposition negotiator Omar Bako demanded that the army withdraw.",
    ],
)
def test_the_opposition_of_a_state_is_a_party_of_its_own(sentence: str) -> None:
    assert acts(whole(OPENING + sentence + "\n")) == [("demand", ["Chadian opposition"])]


def test_its_delegation_is_not_that_of_the_state() -> None:
    told = whole(OPENING + "The Chadian opposition delegation proposed a truce of 30 days.\n")
    assert [(d.label, told.label(d.represents)) for d in told.of(Delegation)] == [
        ("Chadian opposition delegation", "Chadian opposition")
    ]


def test_it_is_a_side_of_the_talks() -> None:
    told = whole(OPENING + "The Chadian opposition met the delegation of Chad. The Chadian opposition left early.\n")
    assert {event.process for event in told.of(Event)} == {"process/chad-chadian-opposition-talks"}


def test_talks_within_a_state_are_of_both() -> None:
    told = whole(
        OPENING + "The Chadian opposition left early. The envoy will hold intra-Chadian talks in Doha on Friday.\n"
    )
    [event] = [event for event in told.of(Event) if event.place == "place/doha"]
    assert sorted(told.labels(event.parties)) == ["Chad", "Chadian opposition"]


@pytest.mark.parametrize(
    "words", ["Chadian rebels", "Chad's main opposition group", "Separatists from Chad", "Rebels in Chad"]
)
def test_nor_do_others_who_fight_a_state_act_for_it(words: str) -> None:
    found = acts(whole(f"{OPENING}{words} rejected the offer of a truce.\n"))
    assert all("Chad" not in agents for _, agents in found)


def test_a_body_of_anothers_people_is_not_the_speakers_own() -> None:
    told = whole(
        "Talks in Oslo\n\nChad and Sudan held talks in Oslo on Monday. A senior Chadian official said the Sudanese "
        "organisation is planning to attack the town.\n"
    )
    assert acts(told) == []


def test_a_body_of_those_who_oppose_a_state_is_none_of_its_own() -> None:
    assert acts(whole(OPENING + "Chad's Rebel Council rejected the offer of a truce.\n")) == [
        ("reject", ["Chad's Rebel Council"])
    ]
