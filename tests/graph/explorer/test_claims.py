"""Where sources differ, positions as a matrix, and search over all words."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from parley.graph.explorer.page import render
from parley.graph.knowledge import open_knowledge
from parley.graph.records import Link, Statement
from tests.graph.history.series import NORLAND, SERIES, SUDMARK, Article, a_round, an_act, fill

from .conftest import OpenPage, rendered
from .made_up import first_article
from .several import apart, several

pytestmark = pytest.mark.browser
HOSTILE = "<img src=x onerror=window.hacked=1>"


def of_series(*more: Article, quotes: bool = True) -> str:
    """The page over the made-up history and more articles."""
    with open_knowledge() as knowledge:
        fill(knowledge, (*SERIES, *more))
        return render(knowledge, quotes=quotes)


def search(page: Page, words: str) -> list[str]:
    """Search and return the groups in their order."""
    page.get_by_role("combobox", name="Search").fill(words)
    return [str(group.get_attribute("aria-label")) for group in page.locator("#results [role=group]").all()]


def test_sources_that_differ_stand_side_by_side_with_their_words(open_page: OpenPage) -> None:
    page = open_page(of_series())
    tab = page.locator("#view-claims")
    assert tab.inner_text() == "Claims ≠ 2"
    tab.click()
    page.locator(".difference", has_text="Where was it?").click()
    versions = page.locator(".version")
    assert versions.count() == 2
    assert "Harbourtown" in versions.nth(1).inner_text()
    assert "The first round was held in Harbourtown on 4 May." in versions.nth(1).inner_text()
    assert "Southern Star" in versions.nth(0).inner_text()
    assert page.evaluate("document.activeElement.dataset.claim") is not None
    versions.nth(0).locator(".quote").click()
    assert page.locator("#article .strong").inner_text() == "The first round, in Fairhaven, was on 4 May."
    again = open_page(of_series(), address=page.evaluate("location.hash"))
    assert (
        again.locator(".difference[aria-pressed=true]").inner_text()
        == page.locator(".difference[aria-pressed=true]").inner_text()
    )


def test_who_tells_the_same_is_not_counted_twice_when_it_repeats_another(open_page: OpenPage) -> None:
    page = open_page(of_series())
    page.locator("#view-claims").click()
    told = page.locator(".version").first.inner_text()
    assert "1 voice" in told
    assert "independent publisher" in told


def test_only_one_article_has_no_claims_and_several_say_when_nothing_is_contradicted(open_page: OpenPage) -> None:
    assert open_page(rendered(first_article())).locator("#view-claims").is_hidden()
    page = open_page(rendered(*several(1)))
    assert page.locator("#view-claims").inner_text() == "Claims ≠ 0"
    page.locator("#view-claims").click()
    assert "No two sources contradict each other here" in page.locator("#page").inner_text()


def test_without_words_every_view_still_tells_what_stands_in_which_round(open_page: OpenPage) -> None:
    page = open_page(of_series(quotes=False))
    assert page.evaluate("Parley.model.talks[0].rounds.map((round) => [round.number, round.first])") == [
        [1, "2031-05-04"],
        [2, "2031-06-01"],
    ]
    for view in ("items", "claims", "positions", "timeline", "people", "table", "graph"):
        page.locator(f"#view-{view}").click()
    page.locator("#view-claims").click()
    assert page.locator(".version").count() == 2
    assert page.locator(".version .quote").count() == 0


def test_hostile_words_in_claims_rounds_and_tiles_stay_words(open_page: OpenPage) -> None:
    said = Article("h", HOSTILE, "2031-07-01", title=HOSTILE)
    said.say(HOSTILE, *an_act("offer", NORLAND, HOSTILE + " for boats"))
    said.say(f"No {HOSTILE}.").say("The second round was held.", *a_round(2, "2031-06-28", place=HOSTILE))
    first, second, *_ = (record for record in said.records if isinstance(record, Statement))
    said.records.append(Link("contradicts", first.key, second.key))
    with open_knowledge() as knowledge:
        fill(knowledge, (*SERIES, said))
        for one in several(2):
            knowledge.add(one)
        page = open_page(render(knowledge))
    page.locator(".tile .enter", has_text="Norland").click()
    for view in ("graph", "items", "claims", "positions", "timeline", "table"):
        page.locator(f"#view-{view}").click()
    page.locator("#view-claims").click()
    page.locator(".difference", has_text="<img").click()
    assert HOSTILE in page.locator(".version").first.inner_text()
    search(page, "onerror")
    assert HOSTILE in page.locator("#results").inner_text()
    assert page.evaluate("window.hacked") is None
    assert page.locator("img").count() == 0


def test_positions_are_a_matrix_where_there_is_much_and_a_cell_opens_its_words(open_page: OpenPage) -> None:
    page = open_page(rendered(*several(2, rounds=4, items=20)))
    page.locator(".tile .enter").first.click()
    page.locator("#view-positions").click()
    assert page.locator(".matrix thead th").count() == 3
    assert "no position in the sources" not in page.locator(".matrix td:not(.hatched)").first.inner_text()
    cell = page.locator(".matrix .cell").first
    assert cell.locator(".sign").count() <= 8
    cell.click()
    assert page.locator(".opened .sentence").count() >= 1
    assert page.evaluate("document.activeElement.getAttribute('aria-expanded')") == "true"
    page.keyboard.press("Enter")
    assert page.locator(".opened").count() == 0


def test_issues_on_which_one_party_alone_speaks_are_folded_and_counted(open_page: OpenPage) -> None:
    page = open_page(rendered(*several(2, rounds=4, items=20)))
    page.locator(".tile .enter").first.click()
    page.locator("#view-positions").click()
    rows, told = page.locator(".matrix tbody tr").count(), page.locator("#page").inner_text()
    issues = page.evaluate("new Set(Parley.shown.now().items.flatMap((n) => Parley.model.nodes[n].issues)).size")
    folded = int(told.split(" issue")[0].split()[-1]) if "one party alone speaks" in told else 0
    assert rows + folded == issues


def test_two_parties_are_compared_item_by_item(open_page: OpenPage) -> None:
    html = rendered(*several(2, rounds=4, items=20))
    page = open_page(html)
    page.locator(".tile .enter").first.click()
    page.locator("#view-positions").click()
    page.locator(".matrix thead input").nth(0).check()
    page.locator(".matrix thead input").nth(1).check()
    assert page.locator(".compare thead th").count() == 4
    told = page.locator(".compare caption").inner_text()
    assert "item by item" in told
    again = open_page(html, address=page.evaluate("location.hash"))
    assert again.locator(".compare caption").inner_text() == told
    page.locator(".matrix thead input").nth(1).uncheck()
    assert page.locator(".compare").count() == 0


def test_an_item_tells_its_life_with_the_terms_that_changed(open_page: OpenPage) -> None:
    first = Article("x", "Post", "2031-05-01").say(
        "Norland offered 40.", *an_act("offer", NORLAND, "40 fishing licences")
    )
    page = open_page(of_series(first))
    search(page, "the return of the seized boats")
    page.keyboard.press("Enter")
    assert page.locator("#details h2").inner_text() == "The return of the seized boats"
    page.locator("#search").fill("40 fishing licences for boats")
    page.keyboard.press("Enter")
    steps = page.locator("#details .step").all_inner_texts()
    assert any("Offered" in step and "Norland" in step for step in steps)
    assert any("Rejected" in step and "Sudmark" in step for step in steps)


def test_an_exact_name_comes_before_items_that_have_it(open_page: OpenPage) -> None:
    page = open_page(of_series())
    assert search(page, "norland")[0] == "People and parties"
    page.keyboard.press("Enter")
    assert page.locator("#details h2").inner_text() == "Norland"


def test_every_quotation_and_article_can_be_found_and_leads_to_the_sentence(open_page: OpenPage) -> None:
    page = open_page(rendered(*several(3), apart()))
    quotes = page.evaluate("Parley.model.statements.map((s) => s.quote)")
    for quote in quotes[:: max(1, len(quotes) // 12)]:
        assert search(page, quote)[0] == "Words", quote
        page.keyboard.press("Enter")
        assert page.locator("#article .strong").first.inner_text() in quote
    assert "Articles" in search(page, "Ostland wants rain")


@pytest.mark.parametrize("words", ["harbortown", "harbourtwon", "Harbourtówn"])
def test_typos_and_diacritics_are_forgiven_in_quotations_too(open_page: OpenPage, words: str) -> None:
    assert "Words" in search(open_page(of_series()), words)


def test_search_opens_a_negotiation_and_a_result_in_another_one(open_page: OpenPage) -> None:
    page = open_page(rendered(*several(3), apart()))
    assert search(page, "Ostland 2–Westmark 2 talks")[0] == "Negotiations"
    page.keyboard.press("Enter")
    assert page.locator("h1").inner_text() == "Ostland 2–Westmark 2 talks"
    search(page, "more rain")
    page.keyboard.press("Enter")
    assert page.locator("h1").inner_text() == "In no negotiation"
    page.go_back()
    assert page.locator("h1").inner_text() == "Ostland 2–Westmark 2 talks"


def test_other_figures_of_one_agreement_stand_side_by_side(open_page: OpenPage) -> None:
    told = [
        Article(id, outlet, day).say(
            f"They agreed to exchange {number} seized boats.",
            *an_act("agree", NORLAND, f"{number} seized boats in exchange", issues=("property",), to=SUDMARK),
        )
        for id, outlet, day, number in (("x", "Post", "2031-08-01", 450), ("y", "Star", "2031-08-02", 400))
    ]
    page = open_page(of_series(*told), address="#view=claims")
    page.locator(".difference", has_text="450").click()
    assert page.locator("#page .kicker").inner_text() == "How much is it?"
    assert [name.inner_text()[2:] for name in page.locator(".version h3").all()] == [
        "450 seized boats in exchange",
        "400 seized boats in exchange",
    ]
    page.locator("#view-items").click()
    assert page.locator("#page .badge", has_text="≠ 2 versions").count() == 2


def test_where_sources_differ_is_told_over_all_negotiations_and_a_link_brings_it_back(open_page: OpenPage) -> None:
    with open_knowledge() as knowledge:
        fill(knowledge, SERIES)
        for records in several(2):
            knowledge.add(records)
        html = render(knowledge)
    page = open_page(html)
    assert page.locator("#view-claims").inner_text() == "Claims ≠ 2"
    page.locator("#view-claims").click()
    assert page.locator(".difference").count() == 2
    page.locator("#page .question .link").click()
    assert page.evaluate("Parley.shown.state.talks") is None
    again = open_page(html, address=page.evaluate("location.hash"))
    assert again.locator("#view-claims").get_attribute("aria-selected") == "true"
    assert again.evaluate("Parley.shown.state.talks") is None
    assert again.evaluate("Parley.shown.state.selected") == page.evaluate("Parley.shown.state.selected")


@pytest.mark.parametrize(
    ("words", "shown"), [("600 million", "600 million"), ("1000 boats", "1,000 boats"), ("ferry 1,000", "1,000 boats")]
)
def test_what_was_sought_is_shown_of_a_long_text(open_page: OpenPage, words: str, shown: str) -> None:
    long = "A first offer of 300 million litres was made in spring, and many who live by the river heard of it late. "
    article = Article("z", "Harbour Post", "2031-06-01").say(
        f"{long * 3}Later 600 million were asked for, and a ferry for 1,000 boats."
    )
    page = open_page(of_series(article))
    search(page, words)
    assert shown in page.locator("#results").inner_text()
