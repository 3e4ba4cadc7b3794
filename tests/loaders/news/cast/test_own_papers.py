"""What one side's own office publishes: its own acts are asserted, those of the others its claim."""

from __future__ import annotations

import pytest

from parley.graph.records import Act, Agent, Statement

from ..reading import Told, whole

TALKS = """{title}

Kenya and Somalia held talks on the sea border in Djibouti on Monday. Somalia accepted to open the Jubba crossing.
Kenya agreed to withdraw its patrol boats.
"""


def _standings(told: Told) -> dict[str, str]:
    return {" ".join(told.labels(act.agents)): act.standing for act in told.of(Act)}


def _talks(publisher: str | None, title: str = "Talks on the sea border end in Djibouti") -> Told:
    return whole(TALKS.format(title=title), publisher=publisher)


@pytest.mark.parametrize(
    "publisher",
    [
        "Government of Kenya press office",
        "Ministry of Foreign Affairs of Kenya",
        "Kenya's Foreign Ministry",
        "Office of the President of Kenya",
        "www.mofa.gov.ke",
    ],
)
def test_a_governments_own_office_asserts_its_own_acts_and_claims_those_of_others(publisher: str) -> None:
    told = _talks(publisher)
    assert _standings(told) == {"Kenya": "asserted", "Somalia": "claimed"}


def test_the_claimant_of_what_others_have_done_is_the_office_that_publishes_it() -> None:
    told = _talks("Ministry of Foreign Affairs of Kenya")
    act = next(act for act in told.of(Act) if told.labels(act.agents) == ["Somalia"])
    carried = [s for s in told.of(Statement) if act.key in s.supports]
    assert [told.labels(s.chain) for s in carried] == [["Ministry of Foreign Affairs of Kenya"]]


def test_an_office_that_names_no_state_vouches_for_nobody() -> None:
    assert _standings(_talks("Prime Minister’s Office")) == {"Kenya": "claimed", "Somalia": "claimed"}


@pytest.mark.parametrize("kind", ["statement", "communique", "declaration", "fact sheet"])
def test_a_joint_statement_asserts_what_both_have_done(kind: str) -> None:
    told = _talks("Ministry of Foreign Affairs of Kenya", f"Joint {kind} of Kenya and Somalia")
    assert _standings(told) == {"Kenya": "asserted", "Somalia": "asserted"}


@pytest.mark.parametrize("publisher", ["Reuters", "The Nairobi Star", "Sahel Press Service", None])
def test_news_assert_what_either_side_has_done(publisher: str | None) -> None:
    assert _standings(_talks(publisher)) == {"Kenya": "asserted", "Somalia": "asserted"}


def test_what_both_have_agreed_is_a_claim_where_one_of_them_tells_it() -> None:
    text = (
        "Talks in Djibouti end\n\nKenya and Somalia held talks on the sea border in Djibouti on Monday. "
        "The two sides agreed to survey the sea border together.\n"
    )
    assert _standings(whole(text, publisher="Government of Kenya press office")) == {"Kenya Somalia": "claimed"}


def test_an_office_quoting_the_other_side_leaves_the_words_to_whoever_says_them() -> None:
    text = (
        TALKS.format(title="Talks end")
        + "\nForeign Minister Ayaan Warsame of Somalia said Somalia will free the crews.\n"
    )
    told = whole(text, publisher="Government of Kenya press office")
    [statement] = [s for s in told.of(Statement) if "free the crews" in told.words(s) and s.modality == "commitment"]
    assert told.labels(statement.chain) == ["Ayaan Warsame"]


def test_the_press_service_of_a_seat_of_power_is_an_office_of_its_state() -> None:
    text = (
        "Talks on fishing end\n\nRussia and Japan held talks on fishing in Vladivostok on Monday. "
        "Japan agreed to cut its catch. Russia agreed to renew the licences.\n"
    )
    assert _standings(whole(text, publisher="Kremlin press service")) == {"Japan": "claimed", "Russia": "asserted"}


def test_who_holds_a_post_elsewhere_is_no_official_of_the_office_that_prints_his_words() -> None:
    read = whole(
        "Meeting with African Union Chairperson, President of Senegal Omar Deng\n\nPresident of Kenya Ada Wanjiru held "
        "talks in Nairobi with Chairperson of the African Union, President of Senegal Omar Deng.\n\nPresident of Kenya "
        "Ada Wanjiru: We are glad to see you.\n\nChairperson of the African Union and President of Senegal Omar Deng: "
        "We thank you, and Somalia.",
        publisher="Government of Kenya press office",
    )
    sides = {agent.label: agent.side for agent in read.records if isinstance(agent, Agent) and agent.kind == "person"}
    assert sides == {"Ada Wanjiru": "state/KE", "Omar Deng": None}
