"""The frame around the views: nothing in it is cut, covers a card, says a thing twice or goes away."""

from __future__ import annotations

import pytest

from parley.graph.records import Source, SourceRecords
from tests.graph.history.series import Article, a_round

from .conftest import OpenPage, rendered
from .made_up import first_article
from .several import several
from .test_claims import of_series

pytestmark = pytest.mark.browser
CUT = """(element) => {
  const pen = document.createElement("canvas").getContext("2d"), style = getComputedStyle(element);
  pen.font = `${style.fontSize} ${style.fontFamily}`;
  const room = element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  return pen.measureText(element.placeholder).width > room;
}"""


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (390, 844)])
def test_every_tab_and_the_words_of_the_search_are_whole(open_page: OpenPage, width: int, height: int) -> None:
    page = open_page(of_series(), width=width, height=height)
    assert not page.locator("#search").evaluate(CUT)
    for tab in page.locator(".views [role=tab]:visible").all():
        box = tab.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert tab.evaluate("(tab) => tab.scrollWidth <= tab.clientWidth")


def test_the_zoom_bar_covers_no_card(open_page: OpenPage) -> None:
    page = open_page(rendered(*several(1, rounds=2, items=40)))
    page.locator("#graph").focus()
    for _ in range(6):
        page.keyboard.press("ArrowDown")
    lower = page.evaluate(
        """() => {
          const box = Parley.draw.place(Parley.shown.state.selected);
          const at = Parley.draw.onScreen({ x: box.x, y: box.y + box.h / 2 });
          return at.y + document.getElementById("graph").getBoundingClientRect().top;
        }"""
    )
    bar = page.locator("#zoom").bounding_box()
    assert bar is not None
    assert lower <= bar["y"]
    page.locator("#main").evaluate("(main) => { main.scrollTop = main.scrollHeight }")
    graph = page.locator("#graph").bounding_box()
    assert graph is not None
    assert graph["y"] + graph["height"] <= bar["y"] + 1


def test_filters_stay_on_a_round_in_which_nothing_moved(open_page: OpenPage) -> None:
    empty = Article("z", "Harbour Post", "2031-07-09")
    for number in (3, 4):
        empty.say(f"Round {number} was held.", *a_round(number, f"2031-07-0{number}"))
    page = open_page(of_series(empty))
    before = page.locator("#legend .facet").evaluate_all("(all) => all.map((one) => one.id).sort()")
    page.locator("#rail .round", has_text="Round 4").click()
    assert page.evaluate("Parley.shown.now().items.length") == 0
    assert page.locator("#legend .facet").evaluate_all("(all) => all.map((one) => one.id).sort()") == before
    assert {count.inner_text() for count in page.locator("#legend .count").all()} == {"0"}


def test_a_source_of_which_only_the_title_is_known_is_named_once(open_page: OpenPage) -> None:
    def untold(id: str) -> SourceRecords:
        made = first_article()
        source = Source(id=id, title=f"Boats of {id}", text=made.source.text, loader="news", extractor="made up")
        return SourceRecords(source, made.records)

    page = open_page(rendered(untold("one"), untold("two")))
    names = page.locator("[id^='filter-source-'] .words").all_inner_texts()
    assert sorted(names) == ["Boats of one", "Boats of two"]
    assert page.locator("#details .source").all_inner_texts() == ["Boats of one", "Boats of two"]
    page.get_by_role("tab", name="Article").click()
    assert page.locator("#article-source option").all_inner_texts() == ["Boats of one", "Boats of two"]


def test_first_rounds_of_two_attempts_are_told_apart_on_the_rail_and_in_its_words(open_page: OpenPage) -> None:
    old = Article("o", "Harbour Post", "2031-05-02")
    old.say("A first round was held in Fairhaven in 2026.", *a_round(1, "2026-03-04", place="Fairhaven"))
    page = open_page(of_series(old))
    rounds = [name.inner_text() for name in page.locator("#rail .round b").all()]
    assert rounds[:2] == ["Round 1 (2026)", "Round 1 (2031)"]
    page.locator("#rail .round").nth(1).click()
    assert page.locator("#chips b").inner_text() == "from round 1 (2026) to 1 (2031)"
    assert "from round 1 (2026) to 1 (2031)" in page.locator("#rail").inner_text()
