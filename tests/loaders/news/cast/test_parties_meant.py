"""Whose side somebody is on who is only told to be of "the B group"."""

from __future__ import annotations

import pytest

from parley.graph.records import Act, Agent

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
