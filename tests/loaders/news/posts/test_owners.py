"""Whose a post is that a noun before the title names: "The rebels' representative", "the company's chairman"."""

from __future__ import annotations

import pytest

from parley.graph.records import PostHolding

from ..reading import whole


def posts(text: str) -> list[tuple[str, str]]:
    """Title and body of each post."""
    found = whole(f"List of cows signed\n\n{text}\n")
    return [(h.title, found.label(h.organization)) for h in found.of(PostHolding)]


M23 = "Congo and the M23 rebel movement signed a list of cows on Friday."
GAS = "Kenya and Gazprom talked of gas on Friday."
EU = "Kenya and the European Commission talked of cows on Friday."


@pytest.mark.parametrize(
    ("opening", "sentence", "post"),
    [
        (M23, "The rebels' representative, Colonel Juma Odera, was glad.", ("representative", "M23")),
        (M23, "The government's envoy, Juma Odera, was glad.", ("envoy", "DR Congo")),
        (M23, "Presidential adviser Juma Odera, who signed for the government, was glad.",
         ("Presidential adviser", "DR Congo")),
        (GAS, "The company's deputy chairman, Juma Odera, was glad.", ("deputy chairman", "Gazprom")),
        (EU, "The Commission's deputy director for trade, Juma Odera, was glad.",
         ("deputy director for trade", "European Commission")),
        (EU, "The Islamist party Harakat was glad. Its deputy leader, Juma Odera, was not.",
         ("deputy leader", "Harakat")),
        (EU, "A White House adviser on Latin America, Juma Odera, was glad.",
         ("White House adviser on Latin America", "United States")),
        (EU, "Deputy department head Juma Odera was glad.", ("Deputy department head", "")),
        (EU, "The opposition's chief negotiator, Juma Odera, was glad.", ("chief negotiator", "opposition")),
    ],
)  # fmt: skip
def test_the_nearest_that_a_noun_can_mean_has_the_post(opening: str, sentence: str, post: tuple[str, str]) -> None:
    assert posts(f"{opening}\n\n{sentence}") == [post]


def test_a_breakaway_government_is_not_that_of_the_state() -> None:
    [(_, body)] = posts(f"{M23}\n\nThe separatist authorities were glad. Their representative, Juma Odera, was not.")
    assert body == "separatist authorities"


def test_who_heads_a_panel_does_not_head_whose_it_is() -> None:
    assert posts(f"{M23}\n\nJuma Odera, who leads the National Democratic Front panel, was glad.") == []
    [post] = posts(f"{M23}\n\nJuma Odera, who leads the National Democratic Front, was glad.")
    assert post[0] == "leader"


def test_of_two_holders_in_a_list_each_has_a_state_of_the_own() -> None:
    found = posts(f"{EU}\n\nThe co-chairs, Outi Laine of Finland and Juma Odera of Kenya, were glad.")
    assert ("co-chair", "Finland") in found
