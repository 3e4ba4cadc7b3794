"""A story leads through the page step by step; it is the words of whoever made the page, and never markup."""

from __future__ import annotations

import pytest

from parley.graph.explorer.page import render
from parley.graph.knowledge import open_knowledge

from .conftest import OpenPage, rendered
from .several import apart, several

pytestmark = pytest.mark.browser
NEGOTIATIONS = "SELECT ?node { ?node a <https://w3id.org/parley/ns#NegotiationProcess> }"
HOSTILE = "<img src=x onerror=window.hacked=1>"


def told() -> str:
    """The page over several negotiations with a story of three steps, made of the addresses of the page itself."""
    with open_knowledge() as knowledge:
        for one in (*several(3, rounds=2, items=6), apart()):
            knowledge.add(one)
        (talks, *_) = sorted(str(row["node"]) for row in knowledge.query(NEGOTIATIONS))
        steps = [
            {"title": "All of them", "text": "Three negotiations.", "at": "#view=overview"},
            {"title": HOSTILE, "text": f"The first round.\n{HOSTILE}", "at": f"#view=graph&talks={talks}&round=0"},
            {"title": "In words", "text": "Every fact.", "at": f"#view=table&talks={talks}"},
        ]
        return render(knowledge, story={"title": "How it went", "steps": steps})


def test_a_story_opens_with_its_first_step_and_leads_on_and_back(open_page: OpenPage) -> None:
    html = told()
    page = open_page(html)
    story = page.get_by_role("region", name="Story")
    assert "How it went · 1 of 3" in story.inner_text()
    assert story.get_by_role("button", name="Back").is_disabled()
    story.get_by_role("button", name="Next").click()
    assert page.locator("#chips b").inner_text() == "until round 1"
    assert HOSTILE in story.inner_text()
    assert page.evaluate("document.activeElement.textContent") == HOSTILE
    assert page.evaluate("window.hacked") is None
    again = open_page(html, address=page.evaluate("location.hash"))
    assert "2 of 3" in again.locator("#story").inner_text()
    story.get_by_role("button", name="Next").click()
    assert page.locator("#view-table").get_attribute("aria-selected") == "true"
    assert story.get_by_role("button", name="Next").is_disabled()
    page.go_back()
    assert "2 of 3" in story.inner_text()
    story.get_by_role("button", name="Close").click()
    assert story.is_hidden()
    page.locator("#tell").click()
    assert "1 of 3" in story.inner_text()
    assert page.locator(".tile").count() == 4


def test_a_link_into_the_page_opens_what_it_names_and_no_story(open_page: OpenPage) -> None:
    page = open_page(told(), address="#view=timeline")
    assert page.locator("#story").is_hidden()
    assert page.locator("#tell").is_visible()
    page = open_page(told(), address="#view=timeline&story=9")
    assert page.locator("#story").is_hidden()


def test_a_page_without_a_story_has_no_button_for_it(open_page: OpenPage) -> None:
    page = open_page(rendered(*several(2)))
    assert page.locator("#tell").is_hidden()


def test_on_a_phone_the_story_stays_in_sight(open_page: OpenPage) -> None:
    page = open_page(told(), width=390, height=844)
    box = page.locator("#story").bounding_box()
    assert box is not None
    assert box["x"] == 0
    assert box["y"] + box["height"] <= 845
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
