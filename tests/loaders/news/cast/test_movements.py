"""A body that an article gives in full is meant by its acronym and by what kind of body it is."""

from __future__ import annotations

import pytest

from parley.graph.records import Act, Agent
from parley.loaders.news.names.introduced import introduced

from ..reading import Told, whole

FULL = "Front for the Liberation of the Aral"


def _named(told: Told) -> set[str]:
    return {a.label for a in told.of(Agent) if a.kind != "person" and ("Front" in a.label or "FLA" in a.label)}


@pytest.mark.parametrize("later", ["The FLA", "The Front", "The rebels of the Front"])
def test_an_acronym_and_the_kind_of_body_mean_the_one_given_in_full(later: str) -> None:
    told = whole(
        "Kenya and rebels hold talks in Oslo\n\n"
        f"Kenya and the rebels of the {FULL} (FLA) held talks in Oslo on Monday.\n\n"
        f"{later} proposed a truce of 30 days.\n"
    )
    assert _named(told) == {FULL}
    assert [told.labels(act.agents) for act in told.of(Act) if act.type == "propose"] == [[FULL]]


def test_what_a_movement_is_called_is_no_part_of_its_name() -> None:
    told = whole(f"Talks in Oslo\n\nKenya and the rebel {FULL} agreed to a truce of 30 days in Oslo on Monday.\n")
    assert _named(told) == {FULL}


def test_a_government_of_a_republic_is_its_state_and_what_comes_behind_it_another() -> None:
    told = whole(
        "Call on the talks\n\nThe ministers reviewed the first round of talks between the Government of the Republic "
        f"of Kenya and the {FULL}, which was held in Oslo on Monday.\n"
    )
    assert _named(told) == {FULL}


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        (f"The {FULL} (FLA) came.", {"FLA": FULL, "Front": FULL}),
        (f"Of the Government of Kenya and the {FULL} (FLA) one came.", {"FLA": FULL, "Front": FULL}),
        (f"The {FULL} met the Front for the Renewal of the Sands.", {}),
        ("The Harbour Bank (SQX) came.", {}),
    ],
)
def test_short_forms_are_those_of_one_name_and_an_acronym_has_its_letters(text: str, forms: dict[str, str]) -> None:
    assert introduced(text, lambda _: False) == forms


def test_two_bodies_that_are_joined_are_two() -> None:
    told = whole(
        "Call on the talks\n\nThe Ministry of Trade of Kenya and the Coastal Alliance for Fish proposed a truce "
        "in Oslo on Monday.\n"
    )
    assert not [a.label for a in told.of(Agent) if " and the " in a.label]


def test_rebels_without_more_are_the_only_movement_that_is_named() -> None:
    text = "Truce talks\n\nColombia and the National Liberation Army held talks in Havana on Monday.\n\n"
    told = whole(text + "Rebels had demanded the release of 40 men.\n")
    assert [told.labels(act.agents) for act in told.of(Act)] == [["ELN"]]
