"""What is selected tells what each of its lines says, from whichever end it is read."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from .conftest import OpenPage, rendered
from .made_up import first_article, second_article

pytestmark = pytest.mark.browser


def choose(page: Page, name: str) -> dict[str, list[str]]:
    """Select by name and return what the lines say, as the panel lists them."""
    page.evaluate("(name) => { location.hash = `node=${Parley.model.nodes.find((n) => n.label === name).id}` }", name)
    page.locator("#details h2", has_text=name[1:]).wait_for()
    return listed(page)


def listed(page: Page) -> dict[str, list[str]]:
    """Return what the lines of what is selected say."""
    if page.locator("#details .lines").get_attribute("open") is None:
        page.locator("#details .lines summary").click()
    words, others = (page.locator(f"#details .lines {tag}").all() for tag in ("dt", "dd"))
    return {one.inner_text(): two.locator("a").all_inner_texts() for one, two in zip(words, others, strict=True)}


def test_a_line_reads_from_the_item_and_from_the_party(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()))
    item = choose(page, "clarity on detained divers")
    assert item["◔ demanded by"] == ["Norland"]
    assert item["addressed to"] == ["Suderia"]
    assert "clarity on detained divers" in choose(page, "Norland")["◔ demanded"]
    assert "clarity on detained divers" in choose(page, "Suderia")["addressee of"]


def test_who_speaks_says_what_and_who_denies_disputes_it(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article(), second_article()))
    assert "clarity on detained divers" in choose(page, "Zoë Lindqvist-Åberg")["says"]
    assert "Zoë Lindqvist-Åberg" in choose(page, "clarity on detained divers")["said by"]


def test_the_words_stand_on_the_cards_that_the_lines_lead_to(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()))
    assert "demanded by" not in page.evaluate("Parley.draw.vector()")
    choose(page, "clarity on detained divers")
    drawn = page.evaluate("Parley.draw.vector()")
    assert all(f">{words}<" in drawn for words in ("◔ demanded by", "addressed to", "said by"))
    lit = page.evaluate("[...Parley.shown.state.lit].map((n) => Parley.model.nodes[n].label)")
    assert {"Norland", "Suderia", "Zoë Lindqvist-Åberg", "clarity on detained divers"} <= set(lit)


def test_what_the_filters_hide_has_no_line(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()))
    assert "◔ demanded" in choose(page, "Norland")
    page.locator("[id='filter-standing-asserted']").click()
    assert "◔ demanded" not in listed(page)
