"""How the page draws and shows: sizes, lines, tellers, legend, timeline, parts of an utterance."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Page

from parley.graph.records import Act, Event, Item, Key, Record, SourceRecords, Statement

from .conftest import OpenPage, rendered
from .made_up import first_article, label_of_divers, second_article, span_of

pytestmark = pytest.mark.browser

ZOE = (Key("person/zoe-lindqvist-aberg"),)

CROSSINGS = """() => {
  const { data, nodes } = Parley.model, { lines } = Parley, found = [];
  const boxes = [...Parley.layout.now().boxes].map(([id, n]) => ({ id, l: n.x - n.w / 2 + 1, r: n.x + n.w / 2 - 1, t: n.y - n.h / 2 + 1, b: n.y + n.h / 2 - 1 }));
  lines.drawn().forEach((edge) => {
    const { points } = lines.routeOf(edge);
    points.slice(1).forEach(([x, y], i) => {
      const [u, v] = points[i];
      boxes.forEach((box) => {
        const outside = Math.max(x, u) <= box.l || Math.min(x, u) >= box.r || Math.max(y, v) <= box.t || Math.min(y, v) >= box.b;
        if (!outside) found.push(`${edge.words}: ${nodes[edge.from].label} > ${nodes[edge.to].label} behind ${nodes[box.id].label}`);
      });
    });
  });
  return [lines.drawn().length, found];
}"""  # noqa: E501


def with_more(*more: Record, without: tuple[str, ...] = ()) -> SourceRecords:
    """The first article with more records in it, and without some."""
    article = first_article()
    kept = tuple(record for record in article.records if getattr(record, "key", None) not in without)
    return SourceRecords(article.source, (*kept, *more))


def many_items(number: int) -> SourceRecords:
    """The first article with so many more proposals, from both sides by turns."""
    sides = Key("state/norland"), Key("state/suderia")
    records: list[Record] = []
    for place in range(number):
        item, act = Key(f"item/berth-{place}"), Key(f"act/berth-{place}")
        who, to = sides[place % 2], sides[1 - place % 2]
        records.append(Item(item, "Proposal", f"open berth {place} to the ships of the other side", ("borders",)))
        records.append(Act(act, "propose", (who,), item, "claimed", (to,), Key("event/round-3")))
        said = Statement(Key(f"statement/berth-{place}"), span_of("joint harbour"), "proposal", ZOE, supports=(act,))
        records.append(said)
    return with_more(*records)


def told(page: Page, label: str) -> str:
    script = "(label) => Parley.cards.told(Parley.model.nodes.findIndex((node) => node.label === label))"
    answer: str = page.evaluate(script, label)
    return answer


def choose(page: Page, label: str) -> str:
    """Select by the exact label; return the text of the panel."""
    page.evaluate(
        "(label) => { const found = Parley.model.nodes.find((n) => n.label === label);"
        " location.hash = 'node=' + encodeURIComponent(found.id) }",
        label,
    )
    page.locator("#details h2", has_text=label[1:]).wait_for()
    return page.locator("#details").inner_text()


def test_small_text_on_the_cards_of_one_article_can_be_read(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()))
    assert page.evaluate("Parley.draw.smallest()") >= 11


def test_many_proposals_are_not_squeezed_into_the_height(open_page: OpenPage) -> None:
    page = open_page(rendered(many_items(30)))
    assert page.evaluate("Parley.draw.smallest()") >= 9
    page.locator("#zoom-fit").click()
    assert page.evaluate("Parley.draw.smallest()") < 9


def test_no_line_runs_behind_a_card(open_page: OpenPage) -> None:
    for html in (rendered(first_article(), second_article()), rendered(many_items(30))):
        count, crossings = open_page(html).evaluate(CROSSINGS)
        assert count >= 20
        assert crossings == []


def test_lines_that_would_run_far_wait_for_the_selection(open_page: OpenPage) -> None:
    page = open_page(rendered(many_items(30)))
    far = "Parley.lines.drawn().filter((edge) => edge.kind !== 'act' && Parley.lines.routeOf(edge).far)"
    edges: list[dict[str, Any]] = page.evaluate(far)
    assert edges
    assert page.evaluate(f"{far}.every((edge) => Parley.lines.look(edge) === null)")
    page.evaluate(f"Parley.shown.state.selected = {edges[0]['to']}")
    assert page.evaluate(f"Parley.lines.look({far}[0]).strong")


def test_a_card_says_who_alone_tells_it_even_when_the_source_takes_it_over(open_page: OpenPage) -> None:
    boats = next(r for r in first_article().records if isinstance(r, Act) and r.key == "act/boats")
    page = open_page(rendered(with_more(replace(boats, standing="asserted"), without=("act/boats",))))
    assert told(page, "handing over of at least 400 boats") == "says Lindqvist-Åberg"
    assert told(page, "exchange of sick sailors") == ""


def test_an_editors_label_is_no_teller_of_the_act(open_page: OpenPage) -> None:
    page = open_page(rendered(with_more(*label_of_divers())))
    assert "5 of 7 items known only from what Zoë Lindqvist-Åberg says" in page.locator("#details").inner_text()
    assert told(page, "clarity on detained divers") == "says Lindqvist-Åberg"
    assert "labelled by Harbour Post" in choose(page, "clarity on detained divers")


def test_what_is_carried_out_is_on_the_table_no_more(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()))
    overview = page.locator("#details").inner_text()
    assert "6 items on the table" in overview
    assert "1 item carried out already" in overview
    assert [lane["title"] for lane in page.evaluate("Parley.layout.now().lanes")].count("Carried out already") == 1
    page.locator("#view-items").click()
    assert page.locator("#page h2").all_inner_texts() == ["On the table: 6", "Carried out already: 1"]


def test_the_parts_of_an_utterance_stand_under_it(open_page: OpenPage) -> None:
    whole = Statement(Key("statement/whole"), span_of('Lindqvist-Åberg said: "Norland'), "assessment", ZOE)
    part = Statement(
        Key("statement/part"), span_of('"Norland'), "assessment", ZOE, mode="direct-quote", part_of=whole.key
    )
    page = open_page(rendered(with_more(whole, part)))
    assert "Also says (1)" in choose(page, "Zoë Lindqvist-Åberg")
    assert page.locator("#details .part", has_text="word for word").locator(".quote").inner_text() == '"Norland'


def test_a_heading_is_named_once(open_page: OpenPage) -> None:
    implied = Statement(
        Key("statement/heading"),
        span_of("presidential adviser"),
        "fact",
        evidence="heading-implied",
        mode="heading",
        supports=(Key("membership/per"),),
    )
    panel = choose(open_page(rendered(with_more(implied))), "Per Halvorsen")
    assert "implied by a heading" in panel
    assert "heading · heading" not in panel


def test_the_filters_count_what_the_view_shows(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()))
    assert page.locator("#legend [id^=filter-kind]").count() == 0
    assert page.locator("#filter-status-demanded .count").inner_text() == "1"
    page.locator("#view-table").click()
    assert page.locator("#filter-kind-post .count").inner_text() == "4"


def test_the_timeline_orders_the_rounds_and_says_who_claims_what(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()))
    page.locator("#view-timeline").click()
    assert page.locator(".moment h3 a").all_inner_texts() == ["Second round", "Third round", "Next round"]
    words = page.locator(".moment").nth(1).inner_text()
    assert "no date in the sources" in words
    assert "placed by its number, 3" in words
    assert "about two hours ◔ claimed said by a delegate · reported by Harbour Post" in words
    assert "Norland proposed to Suderia: pauses at sea of 24–48 hours" in words
    assert "Memoranda were exchanged" in page.locator(".moment").first.inner_text()


def test_what_nothing_places_in_time_stands_apart(open_page: OpenPage) -> None:
    some = Event(Key("event/summit"), "summit", "summit", "expected")
    said = Statement(Key("statement/summit"), span_of("next round"), "expectation")
    page = open_page(rendered(with_more(some, replace(said, supports=(some.key,)))), address="#view=timeline")
    assert page.locator("#page h2").nth(1).inner_text() == "Not placed in time by the sources"
    last = page.locator(".moment").last.inner_text()
    assert "Summit" in last
    assert "neither a date nor a number that places it" in last


def test_the_timeline_is_walked_with_the_arrow_keys(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()), address="#view=timeline")
    page.locator(".moment h3 a").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("#details h2").inner_text() == "Third round"


def test_the_timeline_fits_a_phone(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article(), second_article()), width=390, height=844, address="#view=timeline")
    assert page.locator(".moment").count() == 3
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
