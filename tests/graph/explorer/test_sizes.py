"""The page at a thousand items, in a frame that may do little, and with the keyboard alone."""

from __future__ import annotations

import html

import pytest

from .conftest import OpenPage, rendered
from .multiplied import multiplied
from .several import apart, several

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def thousand() -> str:
    return rendered(*several(25, rounds=2, items=20), apart())


def test_a_thousand_items_are_all_there_and_little_of_them_is_drawn(open_page: OpenPage, thousand: str) -> None:
    page = open_page(thousand)
    assert page.evaluate("Parley.model.nodes.length") > 700
    assert page.locator(".tile").count() == 25
    page.get_by_role("button", name="Show 1 more negotiation").click()
    assert page.locator(".tile").count() == 26
    assert page.evaluate("document.querySelectorAll('*').length") < 4000
    page.locator(".tile .enter").first.click()
    assert page.evaluate("Parley.layout.now().boxes.size") <= 300
    for view in ("items", "positions", "timeline", "people", "table"):
        page.locator(f"#view-{view}").click()
        assert page.evaluate("document.querySelectorAll('*').length") < 12_000
    page.locator("#up").click()
    page.locator("#view-table").click()
    assert page.locator("#facts tbody tr").count() == 400


def test_a_frame_without_address_or_storage_shows_the_page(open_page: OpenPage) -> None:
    inner = html.escape(rendered(*several(2), apart()))
    frame = f'<iframe sandbox="allow-scripts allow-downloads" width="1200" height="800" srcdoc="{inner}"></iframe>'
    page = open_page(f"<!doctype html><title>Frame</title>{frame}")
    inside = page.frame_locator("iframe")
    inside.locator(".tile .enter").first.click()
    assert inside.locator("#rail .round").count() == 2
    inside.locator("#view-items").click()
    inside.locator("#page .card h3 a").first.click()
    assert inside.locator("#details h2").is_visible()
    inside.locator("#up").click()
    assert inside.locator(".tile").count() == 3


def test_the_keyboard_alone_goes_in_and_steps_back_out(open_page: OpenPage) -> None:
    page = open_page(rendered(*several(3), apart()))
    page.locator(".tile .enter").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "title"
    page.keyboard.press("]")
    assert page.locator("#chips b").inner_text() == "until round 1"
    page.locator("#graph").focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("Parley.shown.state.selected") is not None
    page.keyboard.press("Escape")
    assert page.evaluate("Parley.shown.state.selected") is None
    page.keyboard.press("Escape")
    assert page.locator("#chips").is_hidden()
    page.keyboard.press("Escape")
    assert page.locator("h1").inner_text() != page.evaluate("Parley.model.data.title")
    page.locator("#up").click()
    assert page.locator(".tile").count() == 4
    page.get_by_role("tab", name="Overview").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.id") == "view-items"


def test_a_chosen_filter_keeps_the_focus(open_page: OpenPage) -> None:
    page = open_page(rendered(*several(2)), address="#view=table")
    page.locator("[id^='filter-side-']").first.focus()
    chosen = page.evaluate("document.activeElement.id")
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.id") == chosen
    assert page.locator(f"[id='{chosen}']").get_attribute("aria-pressed") == "true"


def test_twenty_thousand_entities_open_are_searched_filtered_and_never_all_drawn(open_page: OpenPage) -> None:
    """Labels have the number of their copy: that of the 60th talks leads to one of them."""
    one = rendered(*several(2, rounds=2, items=60))
    page = open_page(multiplied(one, 100))
    page.set_default_timeout(20_000)
    assert page.evaluate("Parley.model.nodes.length") > 20_000
    assert page.locator(".tile").count() < 30
    assert page.evaluate("document.querySelectorAll('*').length") < 4000
    page.locator("#search").fill("Ostland 1–Westmark 1 talks 59")
    page.keyboard.press("Enter")
    assert page.locator("h1").inner_text() == "Ostland 1–Westmark 1 talks 59"
    items = page.evaluate("Parley.shown.now().items.length")
    assert 40 < items < 200
    for view in ("graph", "items", "positions", "timeline", "people", "table"):
        page.locator(f"#view-{view}").click()
        assert page.evaluate("document.querySelectorAll('*').length") < 12_000
        assert page.evaluate("document.querySelector('#pane canvas').height") <= 900
    page.locator("[id^='filter-issue-']").first.click()
    assert page.evaluate("Parley.shown.now().items.length") < items
    page.locator("#up").click()
    for view in ("items", "people"):
        page.locator(f"#view-{view}").click()
        assert page.evaluate("document.querySelectorAll('*').length") < 12_000
    page.locator("#view-timeline").click()
    assert page.evaluate("document.querySelectorAll('*').length") < 60_000
