"""A table on the disk gives back what was put in last, in the order of the names, however much there is."""

from __future__ import annotations

import pytest

from parley.graph.engine.on_disk import OnDisk
from parley.graph.matching.tellings import Telling
from parley.graph.records import Agent, Key

NAMES = ("z", "\N{GRINNING FACE}", "\N{LATIN SMALL LIGATURE FI}", "a", "\u00e9")


@pytest.mark.parametrize("others", [0, 25_000])
def test_what_was_put_in_last_is_given_back(others: int) -> None:
    table = OnDisk()
    agent = Agent(Key("person/a"), "person", "Ada Brook", aliases=("A. Brook",))
    told = Telling("n", "person", "s", posts=(("minister", "state/XN"),))
    table.update({"agent": None, "gone": 1, "telling": told})
    table["agent"] = agent
    table.update({f"other {number}": number for number in range(others)})
    del table["gone"]
    assert table["agent"] == agent
    assert table["telling"] == told
    assert "gone" not in table
    assert table.get("nobody") is None
    assert len(table) == others + 2
    table["agent"] = agent.label
    assert table["agent"] == "Ada Brook"
    assert table.setdefault("agent", None) == "Ada Brook"


@pytest.mark.parametrize("others", [0, 25_000])
def test_it_is_gone_through_in_the_order_of_the_names(others: int) -> None:
    table = OnDisk()
    table.update({f"\N{FULLWIDTH DIGIT ONE}{number}": number for number in range(others)})
    table.update({name: name for name in NAMES})
    found = list(table.in_order())
    assert len(found) == others + len(NAMES)
    assert [value for value in found if isinstance(value, str)] == sorted(NAMES)
    assert list(table) == sorted(table)
