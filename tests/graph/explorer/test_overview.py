"""Many negotiations: tiles, one of them opened, its rounds, filters that lay out anew, what is folded."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from parley.graph.records import Agent, Event, Key, Process, Source, SourceRecords, Span, Statement, When
from tests.graph.history.series import Article
from tests.graph.history.test_mediators import aside, mediated

from .conftest import OpenPage, rendered
from .made_up import first_article
from .several import apart, several
from .test_claims import of_series

pytestmark = pytest.mark.browser

TILES = ".tiles > .tile"
OVERLAPS = """() => {
  const { boxes } = Parley.layout.now(), found = [], all = [...boxes];
  all.forEach(([n, a], i) => all.slice(i + 1).forEach(([m, b]) => {
    if (Math.abs(a.x - b.x) * 2 < a.w + b.w - 0.5 && Math.abs(a.y - b.y) * 2 < a.h + b.h - 0.5) {
      found.push(`${Parley.model.label(n)} and ${Parley.model.label(m)}`);
    }
  }));
  return found;
}"""
COUNTED = """() => {
  const items = (key) => Parley.layout.now().lanes.flatMap((lane) => lane[key])
    .filter((n) => Parley.model.nodes[n].kind === "item").length;
  return [items("cards"), items("hidden"), Parley.shown.now().items.length];
}"""


def opened(page: Page, number: int = 0) -> Page:
    page.locator(f"{TILES} .enter").nth(number).click()
    return page


def test_several_negotiations_open_on_a_tile_for_each(open_page: OpenPage) -> None:
    page = open_page(rendered(*several(3), apart()))
    assert page.locator("#view-overview").get_attribute("aria-selected") == "true"
    assert page.locator(TILES).count() == 4
    first = page.locator(TILES).first.inner_text()
    assert "Ostland" in first
    assert "Westmark" in first
    assert "2 rounds" in first
    assert "2 sources from 1 independent publisher" in first
    assert page.locator(f"{TILES} .axis .held").count() == 6
    assert page.locator("#graph canvas").count() == 0
    assert "More rain" in page.locator(TILES).last.inner_text()
    assert "In no negotiation" in page.locator(TILES).last.inner_text()


def test_one_negotiation_opens_on_its_table(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()))
    assert page.locator("#view-graph").get_attribute("aria-selected") == "true"
    assert page.locator("#view-overview").is_hidden()
    assert page.locator("#up").is_hidden()


def test_a_click_opens_one_negotiation_and_back_returns_to_all(open_page: OpenPage) -> None:
    page = opened(open_page(rendered(*several(3), apart())))
    title = page.locator("h1").inner_text()
    assert title.endswith("talks")
    shown = page.evaluate("Parley.layout.now().lanes.map((lane) => lane.title)")
    assert len([lane for lane in shown if lane.startswith(("Ostland", "Westmark"))]) == 2
    page.go_back()
    assert page.locator(TILES).count() == 4
    page.go_forward()
    assert page.locator("h1").inner_text() == title
    page.locator("#up").click()
    assert page.locator(TILES).count() == 4


def test_what_is_in_no_negotiation_is_counted_and_reached(open_page: OpenPage) -> None:
    page = opened(open_page(rendered(*several(2), apart())), -1)
    assert page.locator("h1").inner_text() == "In no negotiation"
    page.locator("#view-items").click()
    assert "More rain" in page.locator("#page").inner_text()


def test_who_is_in_no_negotiation_is_counted_and_found(open_page: OpenPage) -> None:
    one, *others = several(2)
    lone = Agent(Key("person/lone"), "person", "Lone Wolf")
    said = Statement(Key("statement/lone"), Span(0, 5), "claim", chain=(lone.key,))
    page = open_page(rendered(SourceRecords(one.source, (*one.records, lone, said)), *others))
    assert "1 person" in page.locator(TILES).last.inner_text()
    page.get_by_role("combobox", name="Search").fill("lone wolf")
    page.keyboard.press("Enter")
    assert page.locator("#details h2").inner_text() == "Lone Wolf"
    assert page.locator("#details h2").is_visible()
    again = open_page(rendered(*several(2)), address="#node=https%3A%2F%2Fexample.org%2Fnobody")
    assert again.locator("#view-overview").get_attribute("aria-selected") == "true"


def test_the_rail_chooses_a_round_and_the_table_closes_up(open_page: OpenPage) -> None:
    page = opened(open_page(rendered(*several(2, rounds=3, items=8))))
    rounds = page.locator("#rail .round")
    assert [text.split("\n")[0] for text in rounds.all_inner_texts()] == ["Round 1", "Round 2", "Round 3"]
    everything, height = page.evaluate("[Parley.shown.now().items.length, Parley.layout.now().height]")
    rounds.nth(2).click()
    some, closed = page.evaluate("[Parley.shown.now().items.length, Parley.layout.now().height]")
    assert 0 < some < everything
    assert closed < height
    assert "Changed from round 2 to 3" in page.locator("#rail").inner_text()
    assert page.evaluate("document.activeElement.dataset.step") == "2"
    page.keyboard.press("[")
    assert rounds.nth(1).get_attribute("aria-pressed") == "true"
    page.go_back()
    assert rounds.nth(2).get_attribute("aria-pressed") == "true"


def test_every_choice_lays_out_anew_without_holes_or_overlaps(open_page: OpenPage) -> None:
    page = opened(open_page(rendered(*several(2, rounds=3, items=20))))
    assert page.evaluate(OVERLAPS) == []
    before = page.evaluate("Parley.layout.now().height")
    page.locator("[id^='filter-issue-']").first.click()
    assert page.evaluate(OVERLAPS) == []
    assert page.evaluate("Parley.layout.now().height") < before
    assert len(page.evaluate("Parley.layout.now().lanes.filter((lane) => lane.halves)")) <= 1
    assert page.evaluate("Parley.draw.scale()") == 1
    assert "1 of" not in page.locator("#chips li").first.inner_text()
    page.locator("#show-all").click()
    assert page.evaluate("Parley.layout.now().height") == before


def test_nothing_is_folded_that_is_not_counted(open_page: OpenPage) -> None:
    page = opened(open_page(rendered(*several(2, rounds=4, items=60))))
    drawn, hidden, items = page.evaluate(COUNTED)
    assert drawn <= 60
    assert drawn + hidden == items > 60
    assert page.evaluate("Parley.layout.now().boxes.size") <= 300
    assert page.evaluate("document.querySelector('#pane canvas').height") <= 900
    assert page.locator("#unfold").inner_text() == f"Unfold {hidden} more"
    fold = page.evaluate("Parley.layout.now().lanes.find((lane) => lane.fold).fold")
    frame = page.locator("#graph").bounding_box()
    assert frame is not None
    page.locator("#main").evaluate("(main, y) => { main.scrollTop = y }", fold["y"] - 100)
    at = page.evaluate("([x, y]) => Parley.draw.onScreen({ x, y })", [fold["x"] + 20, fold["y"] + 10])
    box = page.locator("#graph").evaluate("(graph) => graph.getBoundingClientRect().top")
    page.mouse.click(frame["x"] + at["x"], box + at["y"])
    assert page.evaluate(COUNTED)[0] > drawn
    assert page.evaluate(OVERLAPS) == []


def test_the_address_brings_back_negotiation_round_filters_and_article(open_page: OpenPage) -> None:
    html = rendered(*several(3, rounds=3, items=8))
    page = opened(open_page(html))
    page.locator("#rail .round").nth(1).click()
    page.locator("[id^='filter-side-']").first.click()
    page.get_by_role("tab", name="Proposals").click()
    address, chips = page.evaluate("location.hash"), page.locator("#chips").inner_text()
    again = open_page(html, address=address)
    assert again.locator("#chips").inner_text() == chips
    assert again.locator("h1").inner_text() == page.locator("h1").inner_text()
    assert again.locator("#view-items").get_attribute("aria-selected") == "true"


def test_a_phone_sees_the_tiles_and_nothing_sticks_out(open_page: OpenPage) -> None:
    page = open_page(rendered(*several(3), apart()), width=390, height=844)
    assert page.locator(TILES).count() == 4
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    opened(page)
    assert page.locator("#view-items").get_attribute("aria-selected") == "true"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_side_has_one_sign_and_colour_over_the_whole_page_and_a_table_two(open_page: OpenPage) -> None:
    east, other = Key("state/E1"), Key("state/E2")
    text = "Ostland 1 and Ostland 2 met.\n"
    parties = (Agent(east, "state", "Ostland 1", world=True, code="E1"),
               Agent(other, "state", "Ostland 2", world=True, code="E2"))  # fmt: skip
    talks = Process(Key("process/both"), "Ostland 1–Ostland 2 talks", (east, other))
    met = Event(Key("event/both"), "round", "round 1", "asserted", 1, talks.key, parties=(east, other))
    said = Statement(Key("statement/0"), Span(0, len(text) - 1), "fact", supports=(met.key,))
    source = Source("both", "Both meet", text, "news", "news 1", published=When("2031-03-02", "text", "2031-03-02"))
    page = open_page(rendered(*several(3), SourceRecords(source, (*parties, talks, met, said))))
    looks: dict[str, set[str]] = {}
    for tile in page.locator(TILES).all():
        pills = [(pill.inner_text(), str(pill.get_attribute("class"))) for pill in tile.locator(".pill").all()]
        for words, look in pills:
            looks.setdefault(words[2:], set()).add(words[0] + look)
        assert len({look for _, look in pills}) == len({words[0] for words, _ in pills}) == len(pills)
    assert len(looks) == 6
    assert {len(found) for found in looks.values()} == {1}


def test_a_round_hides_behind_no_meeting_of_its_day(open_page: OpenPage) -> None:
    meeting = Event(
        Key("event/meeting"), "meeting", "meeting of experts", "asserted", process=Key("process/talks"),
        when=When("2031-05-04", "text", "May 4"),
    )  # fmt: skip
    page = open_page(of_series(Article("m", "Post", "2031-05-05").say("Experts met on 4 May.", meeting)))
    page.locator("#view-timeline").click()
    kinds = page.locator(".strip .meeting").evaluate_all(
        "(all) => all.map((one) => one.querySelector('text') !== null)"
    )
    assert kinds == sorted(kinds)
    assert sum(kinds) == 2
    assert len(kinds) > 2


def test_a_mediator_and_a_party_have_no_tile_of_their_own(open_page: OpenPage) -> None:
    page = open_page(rendered(mediated().made(), aside().made()))
    assert page.locator(TILES).count() == 0
    assert page.locator("h1").inner_text() == "Norland–Sudmark talks"
    assert page.evaluate("Parley.model.talks[0].guests.map(Parley.model.label)") == ["Estmark"]
    page = open_page(rendered(mediated().made(), aside(1, 2).made()))
    names = page.locator(".tile h2").all_inner_texts()
    assert {"Norland–Sudmark talks", "Estmark–Sudmark talks"} <= set(names)


def test_negotiations_of_one_name_say_that_they_are_not_known_to_be_one(open_page: OpenPage) -> None:
    page = open_page(rendered(*several(3), apart()))
    assert "go by this name" not in page.locator(".tiles").inner_text()
    page.evaluate("Parley.model.talks[1].title = Parley.model.talks[0].title")
    page.evaluate("Parley.views.show()")
    told = page.locator(".tile", has_text="2 go by this name")
    assert told.count() == 2


def test_no_more_independent_publishers_are_told_than_sources(open_page: OpenPage) -> None:
    first, *others = several(2)
    call = Event(Key("event/call"), "call", "call about rain", "asserted", parties=(Key("state/N9"),))
    caller = Agent(Key("state/N9"), "state", "Northmark", world=True, code="N9")
    said = Statement(Key("statement/call"), Span(0, 9), "fact", supports=(call.key,))
    page = open_page(rendered(SourceRecords(first.source, (*first.records, caller, call, said)), *others))
    rest = page.evaluate("Parley.model.talks.at(-1)")
    assert rest["node"] is None
    assert len(rest["events"]) == 1
    assert rest["independent"] <= len(rest["sources"])


def test_what_is_open_is_found_over_all_negotiations_each_item_with_its_own(open_page: OpenPage) -> None:
    page = open_page(rendered(*several(40, rounds=1, items=8)))
    page.locator("#view-items").click()
    items = page.evaluate("Parley.shown.now().items.length")
    assert items > 200
    assert page.locator("#page .row").count() == 0
    page.locator("#page details summary").first.click()
    first = page.locator("#page details").first
    first.locator(".row").first.wait_for()
    assert "talks" in first.locator(".row .what").first.inner_text()
    page.locator("#filter-status-demanded").click()
    assert page.evaluate("Parley.shown.now().items.length") < items
    chips = page.locator("#page .row .chip").all_text_contents()
    assert len(chips) == page.evaluate("Parley.shown.now().items.length")
    assert {chip.split(" ", 1)[1] for chip in chips} == {"Demanded"}


def test_a_long_issue_counts_the_rows_that_it_does_not_show(open_page: OpenPage) -> None:
    page = open_page(rendered(*several(90, rounds=2, items=8)), address="#view=items")
    page.locator("#page details summary").first.click()
    group = page.locator("#page details").first
    group.locator(".row").first.wait_for()
    assert group.locator(".row").count() == 200
    more = group.locator(".more")
    number = int(more.inner_text().split()[0])
    more.click()
    assert group.locator(".row").count() == 200 + number


def test_what_is_contradicted_opens_the_claims_of_its_negotiation(open_page: OpenPage) -> None:
    page = open_page(of_series(aside(1, 2)))
    pill = page.locator(f"{TILES} button.differs").first
    assert pill.inner_text() == "≠ 2 contradicted"
    pill.click()
    assert page.locator("#view-claims").get_attribute("aria-selected") == "true"
    assert page.locator(".difference").count() == 2
