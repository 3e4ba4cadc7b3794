"""What made somebody stumble who used the page on twenty articles, on a wide screen, by keys and on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from parley.graph.explorer.page import render
from parley.graph.knowledge import open_knowledge
from tests.graph.history.series import NORLAND, SUDMARK, Article, a_round, an_act, knowledge_iri

from .conftest import OpenPage, rendered
from .several import apart, several
from .test_claims import of_series
from .test_questions import second_round

pytestmark = pytest.mark.browser


def many_changes() -> Article:
    """Five new demands between the first round and the second."""
    made = Article("m", "Harbour Post", "2031-05-25")
    for goods in ("ropes", "sails", "lamps", "bells", "pumps"):
        made.say(f"Sudmark wants {goods}.", *an_act("demand", SUDMARK, f"more of the {goods}", to=NORLAND))
    return made


def test_an_item_goes_by_what_was_asked_and_not_by_how_it_was_done(open_page: OpenPage) -> None:
    asked, done = Article("q", "Harbour Post", "2031-06-10"), Article("r", "Harbour Post", "2031-06-20")
    act, item = an_act("demand", SUDMARK, "opening of the crossing")
    asked.say("Sudmark demands that the crossing be opened.", act, item)
    carried, opened = an_act("carryOut", NORLAND, "Norland opened the crossing for people on foot")
    done.say("Norland opened the crossing.", carried, opened)
    with open_knowledge() as knowledge:
        knowledge.add(asked.made())
        knowledge.add(done.made())
        first, second = (knowledge_iri(one, told.key) for one, told in ((asked, item), (done, opened)))
        knowledge.decide(first, second, "same")
        page = open_page(render(knowledge), address="#view=items")
    assert page.locator("#page .card h3").all_inner_texts() == ["Opening of the crossing"]
    assert page.locator("#page .chip").first.inner_text() == "● Carried out"


def test_escape_with_nothing_selected_stays_in_the_negotiation(open_page: OpenPage) -> None:
    page = open_page(rendered(*several(2)))
    page.locator(".tile .enter").first.click()
    title = page.locator("h1").inner_text()
    page.keyboard.press("Escape")
    assert page.locator("h1").inner_text() == title


def test_the_article_of_what_is_selected_contains_it(open_page: OpenPage) -> None:
    page = open_page(of_series(second_round(), many_changes()))
    page.locator("#rail .kind", has_text="new").click()
    page.locator("#rail .more").click()
    page.locator("#rail .changed", has_text="ropes").click()
    page.locator("#tab-article").click()
    assert page.locator("#article .strong").inner_text() == "Sudmark wants ropes."


def test_the_list_of_sources_is_open_when_it_is_asked_for(open_page: OpenPage) -> None:
    page = open_page(of_series(second_round(), many_changes()))
    page.locator("#about").click()
    assert page.locator("#details .source a").first.is_visible()


def test_selecting_a_card_leaves_the_strip_as_many_cards(open_page: OpenPage) -> None:
    page = open_page(of_series(second_round(), many_changes()))
    page.locator("#rail .kind", has_text="new").click()
    before = page.locator("#rail .changed").count()
    assert before > 2
    page.locator("#rail .changed").first.click()
    assert page.locator("#panel").is_visible()
    assert page.locator("#rail .changed").count() == before


def test_what_is_in_no_negotiation_and_in_no_source_of_its_own_counts_no_sources(open_page: OpenPage) -> None:
    page = open_page(rendered(*several(2), apart()))
    page.evaluate("Object.assign(Parley.model.talks.at(-1), { sources: [] })")
    page.locator(".tile.rest .enter").click()
    assert "0 sources" not in page.locator("#source-line").inner_text()


def test_a_hit_without_a_day_tells_its_article_and_nobody_twice(open_page: OpenPage) -> None:
    first, other = (Article(name, "Steppe Wire", "", title=f"Talks {name}") for name in ("one", "two"))
    first.say("Norland wants ropes now.", *an_act("demand", NORLAND, "ropes now"))
    other.say("Sudmark wants sails now.", *an_act("demand", SUDMARK, "sails now"))
    page = open_page(rendered(first.made(), other.made()))
    page.get_by_role("combobox", name="Search").fill("sails now")
    notes = page.locator("#results [aria-label=Words] .note").all_inner_texts()
    assert notes[-1] == "Steppe Wire: Talks two"


def test_a_filter_leaves_the_list_of_proposals_a_list(open_page: OpenPage) -> None:
    page = open_page(rendered(*several(1, rounds=4, items=8)), address="#view=items")
    assert page.locator("#page .row").count() > 12
    page.locator("#legend .facet").first.click()
    page.locator("#filter-status-agreed, #legend .facet").last.click()
    assert page.locator("#page .row").count() > 0
    assert page.locator("#page .card").count() == 0


def test_the_cards_are_two_keys_away(open_page: OpenPage) -> None:
    page = open_page(of_series())
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "graph"
    page.keyboard.press("ArrowDown")
    assert page.evaluate("Parley.shown.state.selected") is not None
    page.locator("#view-table").click()
    page.locator("#to-cards").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "page"


def on_a_phone(open_page: OpenPage, view: str) -> Page:
    more = Article("r", "Harbour Post", "2031-12-01")
    for number in range(3, 8):
        more.say(f"Round {number}.", *a_round(number, f"2031-{number + 4:02}-02", place="Harbourtown"))
    return open_page(of_series(second_round(), more), width=390, height=844, address=f"#view={view}")


def test_on_a_phone_the_facts_stand_below_each_other_and_the_link_can_be_copied(open_page: OpenPage) -> None:
    page = on_a_phone(open_page, "table")
    assert page.locator("#copy-link").is_visible()
    widest = "Math.max(...[...document.querySelectorAll('#facts td')].map((one) => one.getBoundingClientRect().right))"
    assert page.evaluate(widest) <= 390


def test_on_a_phone_two_parties_fit_and_a_wider_table_says_that_it_goes_on(open_page: OpenPage) -> None:
    page = on_a_phone(open_page, "positions")
    right = "Math.max(...[...document.querySelectorAll('.matrix td')].map((one) => one.getBoundingClientRect().right))"
    assert page.evaluate(right) <= 390
    assert page.locator(".sideways").count() == 0
    wide = on_a_phone(open_page, "claims")
    wide.evaluate("document.styleSheets[0].insertRule('.scroll table { min-width: 900px }')")
    wide.evaluate("Parley.views.show()")
    assert wide.locator(".sideways").count() == wide.locator("#page .scroll").count() > 0
    assert wide.locator("#page .scroll").first.get_attribute("role") == "region"
