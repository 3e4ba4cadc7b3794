"""Items of one party in the same words share a card, which has all of them; search stays where the reader is."""

from __future__ import annotations

import pytest

from tests.graph.history.series import NORLAND, SUDMARK, Article, a_round, an_act

from .conftest import OpenPage, rendered
from .several import apart, several

pytestmark = pytest.mark.browser
CREWS = "the release of the crews"


def told(words: str = "Release of the crews") -> str:
    """The page over one article that tells the same of Norland twice, as two items, and once of Sudmark."""
    article = Article("a", "Post", "2031-05-05").say("A round was held.", *a_round(1, "2031-05-04"))
    article.say("Norland demanded it.", *an_act("demand", NORLAND, CREWS, issues=("detention",), day="2031-05-02"))
    article.say("Norland rejected it.", *an_act("reject", NORLAND, words, issues=("detention",), day="2031-05-04"))
    article.say("Sudmark demanded it.", *an_act("demand", SUDMARK, "release of crews", issues=("detention",)))
    return rendered(article.made())


def test_one_party_in_the_same_words_has_one_card(open_page: OpenPage) -> None:
    page = open_page(told())
    labels = "[...Parley.layout.now().boxes.keys()].filter((n) => Parley.model.nodes[n].kind === 'item')"
    assert page.evaluate(f"{labels}.length") == 2
    page.locator("#view-items").click()
    assert page.locator("#page .card").count() == 2
    badge = page.locator("#page .times")
    assert badge.count() == 1
    badge.click()
    rows = page.locator("#details .same-words li")
    assert [row.inner_text().split("\n")[0] for row in rows.all()] == [
        "✕ Rejected this one · Post, 5 May 2031",
        "! Demanded The release of the crews · Post, 5 May 2031",
    ]
    rows.nth(1).locator("a").click()
    assert page.locator("#details .chip").first.inner_text() == "! Demanded"
    assert page.locator("#page .card").count() == 2
    page.locator("#view-graph").click()
    chosen = page.evaluate("Parley.shown.state.selected")
    assert chosen in page.evaluate(labels)


def test_other_words_have_a_card_of_their_own(open_page: OpenPage) -> None:
    page = open_page(told(words="no release of the crews"), address="#view=items")
    assert page.locator("#page .card").count() == 3
    assert page.locator(".times").count() == 0


def test_a_hit_in_the_open_negotiation_comes_first_and_keeps_it_open(open_page: OpenPage) -> None:
    page = open_page(rendered(*several(3), apart()))
    page.locator(".tile .enter", has_text="Ostland 3").click()
    title = page.locator("h1").inner_text()
    for words in ("salt", "westmark", "ostland", "round", "spoke of", "tax"):
        page.get_by_role("combobox", name="Search").fill(words)
        page.keyboard.press("Enter")
        assert page.locator("h1").inner_text() == title, words
