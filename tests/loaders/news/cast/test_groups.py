"""Groups without a name are parties where the text tells that they bargain, and nowhere else."""

from __future__ import annotations

import pytest

from parley.graph.records import Agent

from ..reading import whole
from .test_bodies_in_talks import doers

PORT = (
    "Talks at the harbour\n\nDock workers and Benin's port operators resumed bargaining on Monday in Cotonou after a "
    "week apart.\n\n"
)
DEBT = (
    "Debt talks\n\nBenin has reached an agreement in principle with private bondholders to restructure two billion "
    "dollars, the ministry of finance said.\n\n"
)


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("The operators agreed to drop disciplinary letters against 14 men.", "Benin's port operators"),
        ("The union wants guaranteed staffing on every shift.", "Dock workers"),
        ("The workers rejected a rise of three per cent.", "Dock workers"),
    ],
)
def test_the_noun_of_a_group_that_bargains_means_it_and_so_does_one_of_its_family(words: str, who: str) -> None:
    assert [agents for _, agents, _ in doers(PORT + words)] == [[who]]


@pytest.mark.parametrize(
    "words",
    [
        "The airlines agreed to drop disciplinary letters against 14 men.",
        "Foreign operators agreed to drop disciplinary letters against 14 men.",
        "The drivers wanted guaranteed staffing on every shift, the mayor of Parakou said.",
    ],
)
def test_a_group_that_is_told_to_bargain_nowhere_and_others_of_its_kind_are_no_party(words: str) -> None:
    assert [agents for _, agents, _ in doers(PORT + words) if "operators" in " ".join(agents)] == []


def test_those_with_whom_an_agreement_is_reached_are_a_party() -> None:
    told = [
        agents
        for act, agents, _ in doers(DEBT + "The bondholders demanded a coupon of six per cent.")
        if act == "demand"
    ]
    assert told == [["private bondholders"]]


def test_creditors_are_told_to_bargain_by_what_they_answer() -> None:
    text = DEBT + "Official creditors had rejected an earlier set of terms for the bonds of Benin."
    assert ("reject", ["Official creditors"], "asserted") in doers(text)


@pytest.mark.parametrize(
    "words",
    [
        "Operators and a union could agree one day. The operators offered a rise of three per cent.",
        "No carrier has reached an agreement with Kenya. The carrier offered a rise of three per cent.",
    ],
)
def test_what_only_might_be_or_is_not_agreed_makes_no_party(words: str) -> None:
    assert doers("Talks of Kenya and Uganda\n\nKenya and Uganda held talks in Nairobi on Monday.\n\n" + words) == []


def test_a_headline_tells_of_no_group() -> None:
    text = "Dock workers and port operators agree on truce\n\nKenya and Uganda held talks in Nairobi on Monday.\n\n"
    assert doers(text + "The operators offered a rise of three per cent.") == []


def test_of_two_groups_of_a_family_its_noun_means_neither() -> None:
    words = "Pilots and Benin's port operators met on Friday. The union wants guaranteed staffing on every shift."
    assert doers(PORT + words) == []


def test_the_name_of_a_body_ends_before_a_clause_on_it() -> None:
    clause = "which was not part of the talks but met separately with Adjovi"
    text = f"{PORT}The Savanna Grain Exporters Council, {clause}, said that ships were waiting."
    assert "Savanna Grain Exporters Council" in {agent.label for agent in whole(text).of(Agent)}


def test_a_name_ends_before_a_verb() -> None:
    text = f"{PORT}The Savanna Group has proposed ten ships; the Delta Group, twelve."
    assert not any("proposed" in agent.label for agent in whole(text).of(Agent))


def test_one_company_is_not_all_employers() -> None:
    text = "Talks at the mills\n\nMill workers and employers resumed bargaining on Monday in Cotonou.\n\n"
    assert doers(text + "The company wants a cut of wages by ten per cent.") == []


def test_a_doubtful_word_that_ends_another_name_is_no_name_by_itself() -> None:
    text = PORT + "The Tailors Congress said that ships were waiting."
    assert "US Congress" not in {agent.label for agent in whole(text).of(Agent)}


def test_a_name_goes_on_with_the_last_of_its_matters() -> None:
    text = f"{PORT}The Togolese Ministry of Trade, Industry and Tourism said that ships were waiting."
    assert "Togolese Ministry of Trade, Industry and Tourism" in {agent.label for agent in whole(text).of(Agent)}


def test_funds_are_not_the_monetary_fund() -> None:
    text = "Debt talks\n\nBenin and the International Monetary Fund held talks in Cotonou on Monday.\n\n"
    told = doers(text + "The funds have demanded an early coupon of six per cent from Benin.")
    assert ["International Monetary Fund"] not in [agents for _, agents, _ in told]
