"""Acts and rounds on an axis of time, and a period that filters every view."""

from __future__ import annotations

import pytest

from .conftest import OpenPage, rendered
from .made_up import first_article
from .several import apart, several

pytestmark = pytest.mark.browser


def test_acts_stand_on_an_axis_with_a_lane_for_each_party_or_negotiation(open_page: OpenPage) -> None:
    page = open_page(rendered(*several(3, rounds=3, items=6), apart()), address="#view=timeline")
    assert page.locator(".strip .lane-link").count() == 4
    page.locator(".strip .lane-link", has_text="Ostland 2").click()
    assert page.locator("h1").inner_text() == "Ostland 2–Westmark 2 talks"
    assert page.locator("#view-timeline").get_attribute("aria-selected") == "true"
    names = page.locator(".strip .lane-name title").all_text_contents()
    assert sorted(name[2:] for name in names) == ["Ostland 2", "Westmark 2"]
    assert page.locator(".strip .meeting text").all_text_contents() == ["1", "2", "3"]
    drawn, acts = page.locator(".strip .deed").count(), page.evaluate("Parley.shown.talksNow().items.length")
    assert drawn >= acts


def test_nothing_without_a_day_is_put_on_a_made_up_day(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()), address="#view=timeline")
    assert page.locator(".strip").count() == 0
    assert page.locator(".moment").count() == 3


def test_a_period_filters_every_view_and_stands_in_the_address(open_page: OpenPage) -> None:
    html = rendered(*several(2, rounds=4, items=8))
    page = open_page(html)
    page.locator(".tile .enter").first.click()
    page.locator("#view-timeline").click()
    every = page.locator(".strip .deed").count()
    page.locator("#period-from").fill("2031-05-01")
    page.locator("#period-from").press("Tab")
    page.locator("#period-to").fill("2031-05-31")
    page.locator("#period-to").press("Enter")
    assert 0 < page.locator(".strip .deed").count() < every
    page.locator("#view-items").click()
    assert page.locator("#chips b").inner_text() == "2031-05-01 to 2031-05-31"
    items = page.evaluate("Parley.shown.now().items.length")
    again = open_page(html, address=page.evaluate("location.hash"))
    assert again.evaluate("Parley.shown.now().items.length") == items > 0


def test_a_drag_over_the_sources_chooses_a_period(open_page: OpenPage) -> None:
    page = open_page(rendered(*several(2, rounds=4, items=8)), address="#view=timeline")
    strip = page.locator(".strip").bounding_box()
    assert strip is not None
    page.mouse.move(strip["x"] + 300, strip["y"] + 10)
    page.mouse.down()
    page.mouse.move(strip["x"] + 500, strip["y"] + 12)
    page.mouse.up()
    first, last = page.evaluate("[Parley.shown.state.from, Parley.shown.state.to]")
    assert "2031-01-01" < first < last < "2031-12-31"
    assert page.locator("#chips b").inner_text() == f"{first} to {last}"
    page.locator("#show-all").click()
    assert page.evaluate("Parley.shown.state.from") == ""


def test_many_acts_at_one_event_are_counted_and_told_when_asked_for(open_page: OpenPage) -> None:
    page = open_page(rendered(*several(1, rounds=1, items=30)), address="#view=timeline")
    moment = page.locator(".moment")
    first = moment.locator("dd").count()
    moment.get_by_role("button", name="18 more").click()
    assert moment.locator("dd").count() == first + 17
    assert moment.get_by_role("button").count() == 0
    assert page.evaluate("document.activeElement.closest('.moment') !== null")
