"""One negotiation, and beside it what is of none."""

from __future__ import annotations

import pytest

from .conftest import OpenPage, rendered
from .several import apart, several

pytestmark = pytest.mark.browser


def test_the_only_negotiation_opens_on_its_table_and_counts_what_is_beside_it(open_page: OpenPage) -> None:
    page = open_page(rendered(*several(1, rounds=2, items=6), apart()))
    assert page.locator("h1").inner_text() == "Ostland 1–Westmark 1 talks"
    assert page.locator("#view-graph").get_attribute("aria-selected") == "true"
    assert "in no negotiation" in page.locator("#up").inner_text()
    page.locator("#up").click()
    assert page.locator(".tile").count() == 2
    assert page.locator("h1").inner_text() == "Negotiations in 3 sources"
    page.locator(".tile.rest .enter").click()
    assert page.locator("h1").inner_text() == "In no negotiation"
    assert page.locator("#up").inner_text() == "Overview"


def test_a_view_that_is_not_there_leaves_no_panel_empty(open_page: OpenPage) -> None:
    page = open_page(rendered(*several(1, rounds=2, items=6)), address="#view=overview")
    assert page.locator("#view-graph").get_attribute("aria-selected") == "true"
    assert "At a glance" in page.locator("#details").inner_text()
