"""What lies within some steps of an entity, and the way from one to another, with the words that each step rests on."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from .conftest import OpenPage, rendered
from .made_up import first_article, second_article

pytestmark = pytest.mark.browser
DIVERS, ZOE = "Clarity on detained divers", "Zoë Lindqvist-Åberg"
SHOWN = "Parley.model.nodes.filter((node, n) => Parley.shown.nodeShown(n)).map((node) => node.label)"


def choose(page: Page, name: str) -> None:
    page.get_by_role("combobox", name="Search").fill(name)
    page.keyboard.press("Enter")
    page.locator("#details h2", has_text=name).wait_for()


def path_to(page: Page, name: str) -> list[tuple[str, str]]:
    """Ask for the path to something and return each of its steps with its quotation."""
    page.locator("#path-to").fill(name)
    page.locator("#path-to").press("Tab")
    steps = page.locator("#details .path .step")
    return [(one.locator(".sentence").inner_text(), one.locator(".quote").inner_text()) for one in steps.all()]


def test_more_steps_leave_more_and_one_step_its_lines_alone(open_page: OpenPage) -> None:
    html = rendered(first_article(), second_article())
    page = open_page(html)
    whole = set(page.evaluate(SHOWN))
    choose(page, DIVERS)
    page.locator("#near-1").click()
    one = set(page.evaluate(SHOWN))
    assert {"Norland", "Suderia", ZOE, "clarity on detained divers"} <= one
    assert "Marek Dvořák" not in one
    assert page.locator("#chips b").inner_text() == "clarity on detained divers"
    page.locator("#near-2").click()
    two = set(page.evaluate(SHOWN))
    assert one < two < whole
    assert "Marek Dvořák" in two
    assert "Within 2 steps of" in page.locator("#chips").inner_text()
    again = open_page(html, address=page.evaluate("location.hash"))
    assert set(again.evaluate(SHOWN)) == two
    page.locator("#near-2").click()
    assert set(page.evaluate(SHOWN)) == whole


def test_a_path_tells_each_step_in_words_with_its_quotation(open_page: OpenPage) -> None:
    html = rendered(first_article())
    page = open_page(html)
    choose(page, ZOE)
    steps = path_to(page, "Marek Dvořák")
    assert steps[0][0].startswith(ZOE)
    assert steps[-1][0].endswith("Marek Dvořák")
    assert len(steps) > 1
    assert all(quote for _, quote in steps)
    assert "harbour-post" not in "".join(words for words, _ in steps).lower()
    lit = page.evaluate("Parley.shown.state.lit && [...Parley.shown.state.lit].length")
    assert lit == len(steps) + 1
    again = open_page(html, address=page.evaluate("location.hash"))
    assert again.locator("#details .path .step").count() == len(steps)
    page.locator("#details .path .quote").first.click()
    assert page.locator("#article .strong").count() > 0


def test_where_no_line_leads_and_where_nothing_has_the_name_the_page_says_so(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()))
    choose(page, ZOE)
    assert path_to(page, "nobody at all") == []
    assert "Nothing here goes by “nobody at all”." in page.locator("#details").inner_text()
    assert path_to(page, "Marek Dvořák")
    page.locator("[id='filter-standing-conditional']").click()
    assert "No line leads from here to Marek Dvořák." in page.locator("#details").inner_text()


def test_a_path_is_asked_for_by_a_part_of_a_name_and_several_are_offered(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()))
    choose(page, ZOE)
    assert path_to(page, "Dvořák")[-1][0].endswith("Marek Dvořák")
    assert path_to(page, "round") == []  # more than one is called so
    offered = page.locator("#details [role=status] button")
    assert offered.count() > 1
    offered.first.click()
    assert page.locator("#details .path .step").count() > 0
