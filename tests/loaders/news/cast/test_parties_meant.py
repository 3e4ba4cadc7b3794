"""Whose side somebody is on who is only told to be of "the B group"."""

from __future__ import annotations

import pytest

from parley.graph.records import Agent

from ..reading import told


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
