"""Posts whose body other words tell than those of the title, and posts that somebody is told to have left."""

from __future__ import annotations

import pytest

from parley.graph.records import Delegation, DelegationMembership, PostHolding

from ..reading import whole

OPEN = "LIMA - Kenya and Uganda have agreed on a list of cows, officials of Kenya and Uganda said.\n\n"


def posts(sentences: str) -> dict[str, tuple[str, str, str]]:
    """Person -> title, whose it is, and whether it is held now."""
    found = whole(f"Kenya and Uganda talk of cows\n\n{OPEN}{sentences}\n", published="2026-03-11")
    told = found.of(PostHolding)
    return {found.label(h.person): (h.title, found.label(h.organization), h.tenure) for h in told}


@pytest.mark.parametrize(
    ("sentence", "person", "post"),
    [
        (
            "General Omar Deng, for Kenya, and General Juma Odera, for Uganda, signed.",
            "Omar Deng",
            ("General", "Kenya"),
        ),
        (
            "General Omar Deng, for Kenya, and General Juma Odera, for Uganda, signed.",
            "Juma Odera",
            ("General", "Uganda"),
        ),
        (
            "Deputy foreign minister Juma Odera, for Uganda, repeated his offer.",
            "Juma Odera",
            ("Deputy foreign minister", "Uganda"),
        ),
        ("The Kenyan delegation, under Brigadier Omar Deng, agreed.", "Omar Deng", ("Brigadier", "Kenya")),
        (
            "The Ugandans, under the state secretary Juma Odera, said no.",
            "Juma Odera",
            ("state secretary", "Uganda"),
        ),
        (
            "Kenya's negotiator, Omar Deng, said no. His counterpart, Juma Odera, said yes.",
            "Juma Odera",
            ("negotiator", "Uganda"),
        ),
        (
            "For the Kenyans that was too much. Their negotiator, Omar Deng, said no.",
            "Omar Deng",
            ("negotiator", "Kenya"),
        ),
        (
            "The offer was put to Chad in talks between teams led by deputy secretary Omar Deng and a Kenyan.",
            "Omar Deng",
            ("deputy secretary", ""),
        ),
        (
            "A team would leave for Chad, headed by the president's envoy, Omar Deng.",
            "Omar Deng",
            ("president's envoy", ""),
        ),
        (
            "Kenya's delegation, led by additional commerce secretary Omar Deng, left.",
            "Omar Deng",
            ("additional commerce secretary", "Kenya"),
        ),
    ],
)
def test_for_whom_somebody_acts_tells_whose_the_post_is(sentence: str, person: str, post: tuple[str, str]) -> None:
    assert posts(sentence)[person][:2] == post


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya's Water Minister Omar Deng was dismissed on Friday.",
        "Kenya fired its chief negotiator, Omar Deng, on Monday.",
        "Omar Deng, Kenya's water minister, resigned on Monday.",
        "Kenya's water minister, Omar Deng, stepped down on Monday.",
    ],
)
def test_who_has_left_a_post_held_it(sentence: str) -> None:
    assert posts(sentence)["Omar Deng"][2] == "former"


@pytest.mark.parametrize(
    "sentence",
    [
        "Omar Deng, Kenya's water minister, denied that he had been sacked.",
        "Kenya's water minister, Omar Deng, will resign if the talks fail.",
        "Kenya's water minister, Omar Deng, has not resigned.",
        "Kenya's water minister, Omar Deng, fired a warning shot.",
        "Kenya's water minister, Omar Deng, stepped into the room.",
    ],
)
def test_who_is_only_said_to_leave_a_post_holds_it(sentence: str) -> None:
    assert posts(sentence)["Omar Deng"][2] == "current"


def test_who_was_dismissed_heads_no_delegation() -> None:
    text = f"Kenya and Uganda talk of cows\n\n{OPEN}Kenya fired its chief negotiator, Omar Deng, on Monday.\n"
    assert [m.role for m in whole(text, published="2026-03-11").of(DelegationMembership)] == []


def test_where_a_team_goes_is_not_whose_it_is() -> None:
    text = (
        f"Kenya and Uganda talk of cows\n\n{OPEN}A technical team will leave for Chad on Monday, headed by Omar Deng.\n"
    )
    found = whole(text, published="2026-03-11")
    assert {found.label(d.represents) for d in found.of(Delegation)} == set()


def test_the_words_of_a_title_and_of_its_ministry_are_whole() -> None:
    assert posts("Refugee relief commissioner Omar Deng led it.")["Omar Deng"][0] == "Refugee relief commissioner"
    assert posts("Finance ministry adviser Omar Deng said no.")["Omar Deng"][:2] == ("adviser", "Finance ministry")
    assert posts("Omar Deng, spokesman for one of the larger groups, said no.")["Omar Deng"][0] == "spokesman"


def test_a_bare_post_is_of_the_one_state_that_acts() -> None:
    found = whole(
        "Zambia owes money\n\nLUSAKA - Zambia has asked its lenders to wait, the government said. Zambia owes much.\n\n"
        "Permanent secretary Omar Deng said that Zambia would pay.\n",
        published="2026-03-11",
    )
    assert [found.label(h.organization) for h in found.of(PostHolding)] == ["Zambia"]
