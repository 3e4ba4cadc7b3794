"""Whose side somebody is on who is only told to be of "the B group"."""

from __future__ import annotations

import pytest

from parley.graph.records import Act, Agent, Process

from ..reading import told, whole


@pytest.mark.parametrize(
    ("named", "side"),
    [("Hezbollah and Israel", "Hezbollah"), ("Israel and Lebanon", "Lebanon")],
)
def test_an_official_of_the_group_of_a_state_is_of_the_movement_that_is_named(named: str, side: str) -> None:
    read = told(
        f"{named} sent teams. A senior official of the Lebanese group said the truce would hold.", "Israel", "Syria"
    )
    [official] = [a for a in read.of(Agent) if a.kind == "unnamed" and "official" in a.label]
    assert read.label(official.side) == side


REBELS = """Tigers quit talks in Oslo

Talks in Oslo between the Sri Lankan government and the Tamil Tigers ended on Monday. Norway hosted them, and Norwegian
envoy Tove Lind met the sides. {}
"""


@pytest.mark.parametrize(
    ("sentence", "agent"),
    [
        ("The government offered to open the road.", "Sri Lanka"),
        ("The rebels offered to open the road.", "Liberation Tigers of Tamil Eelam"),
        ("The island's main party, the Tamil Tigers, offered to open the road.", "Liberation Tigers of Tamil Eelam"),
    ],
)
def test_the_government_is_that_of_the_state_which_a_movement_faces(sentence: str, agent: str) -> None:
    read = whole(REBELS.format(sentence))
    assert [read.labels(act.agents) for act in read.of(Act) if act.type == "offer"] == [[agent]]


def test_the_army_is_not_that_of_a_mediator_who_speaks_of_it() -> None:
    read = whole(REBELS.format("“The army failed to keep the truce,” a Norwegian official said."))
    assert all("Norway" not in read.labels(act.agents) for act in read.of(Act))


MEDIATED = (
    "Talks in Geneva\n\nNorway brought the sides together in Geneva on Monday. Norwegian envoy Tove Lind of Norway "
    "chaired. The Tamil Tigers called for the highway to be reopened. The rebels left early. The government, which "
    "shut the road, offered to send food by sea. The rebels said no. The government left the talks too. Sri Lanka is "
    "an island.\n"
)


def offers(text: str) -> list[list[str]]:
    read = whole(text)
    return [read.labels(act.agents) for act in read.of(Act) if act.type == "offer"]


def test_a_mediator_who_is_named_oftener_is_no_side() -> None:
    assert offers(MEDIATED) == [["Sri Lanka"]]


@pytest.mark.parametrize(("other", "agents"), [("Oman", [["Israel"]]), ("Lebanon", [])])
def test_whose_government_is_not_told_where_a_movements_own_state_is_named_too(other: str, agents: list[str]) -> None:
    told_of = f"Talks in Geneva\n\nHezbollah and Israel hold talks in Geneva. {other} hosts no talks. "
    assert offers(f"{told_of}The government offered to open the port to Hezbollah.\n") == agents


def test_the_government_in_another_capital_is_nobodys_who_talks() -> None:
    read = whole(
        "Talks in Brussels\n\nThe European Union and France hold talks in Brussels on the pact with Mercosur. France "
        "told the European Union that it would not sign. In Lima, the government has threatened to leave the pact with "
        "the European Union and France.\n"
    )
    assert [act.type for act in read.of(Act) if act.type == "threaten"] == []


@pytest.mark.parametrize(
    "words",
    [
        "Oman will propose that Kenya open the bridge and that Uganda repair the road. Oman is patient. Oman hopes.",
        "Oman asked both sides to accept a post at the bridge. Oman is patient. Oman hopes. Kenya and Uganda waited.",
    ],
)
def test_who_asks_both_or_two_others_is_no_side(words: str) -> None:
    read = whole(f"A bridge over the lake\n\n{words} The next round of talks will be held in May.\n")
    assert [read.labels(event.parties) for event in read.of(Process)] == [["Kenya", "Uganda"]]


@pytest.mark.parametrize(
    "words",
    [
        "Rosa Kioko led Kenya's delegation in three rounds with Uganda. She praised Oman. Oman hopes. Oman is patient.",
        "The Kenyan side has opened the bridge. The Ugandan side was content. Oman hopes. Oman waits.",
    ],
)
def test_who_sends_a_delegation_or_is_called_a_side_sits_at_the_table(words: str) -> None:
    read = whole(f"A bridge over the lake\n\n{words} Both sides agreed to open the bridge.\n")
    assert [read.labels(act.agents) for act in read.of(Act) if act.type == "agree"] == [["Kenya", "Uganda"]]
