"""How the amount of an item is printed in a reason."""

from __future__ import annotations

import pytest

from parley.graph.matching.amounts import main_amount
from parley.graph.matching.tellings import Telling

WATER = ("400000000", "cubic metres"), ("100000000", "cubic metres")


@pytest.mark.parametrize(
    ("label", "amounts", "printed"),
    [
        ("release 400 million cubic metres, 100 million more than before", WATER, "400 million cubic metres"),
        ("pay US$40 million for boats", (("40000000", "USD"),), "US$40 million"),
        ("send 1,200 boats", (("1200", "boats"),), "1,200 boats"),
        ("send some hundreds of boats", (("1200", "boats"),), "1,200 boats"),
    ],
)
def test_an_amount_is_told_as_its_source_prints_it(label: str, amounts: tuple[tuple[str, str], ...], printed: str):
    assert main_amount(Telling("n", "item", "s", names=(label,), amounts=amounts), ()) == printed
