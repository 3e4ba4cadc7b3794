"""What somebody who has never seen the page wants to know is answered where it is looked for."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from parley.graph.records import Agent, Attendance, Key
from tests.graph.history.series import (
    BOATS,
    BROOK,
    NORLAND,
    OFFER,
    REED,
    SUDMARK,
    Article,
    a_round,
    an_act,
    holds,
)  # fmt: skip

from .conftest import OpenPage, rendered
from .several import several
from .test_claims import of_series
from .test_ties import choose

pytestmark = pytest.mark.browser


def second_round() -> Article:
    """Round 2, at which the boats are refused."""
    made = Article("d1", "Harbour Post", "2031-06-03")
    made.say("The second round was held on 2 June.", *a_round(2, "2031-06-02"))
    refusal = an_act("reject", NORLAND, BOATS, kind="Demand", issues=("property",), event="event/round-2")
    return made.say("Norland will not return them, Ada Brook said.", *refusal, by=BROOK)


def facet(page: Page, words: str) -> int:
    """How many items a click on a value of the filters would leave."""
    return int(page.locator("#legend .facet", has_text=words).first.locator(".count").inner_text())


def status(page: Page, item: str) -> str:
    """How an item stands, as its card says."""
    named = "Parley.model.nodes.findIndex((node) => node.label === name)"
    return str(page.evaluate(f"(name) => Parley.status.statusWords({named})", item))


def test_an_item_that_was_refused_later_stands_in_a_round_as_it_stood_after_it(open_page: OpenPage) -> None:
    page = open_page(of_series(second_round()))
    assert status(page, OFFER) == "rejected"
    page.locator("#rail .round", has_text="Round 1").click()
    assert status(page, OFFER) == "offered"
    assert "as it stood after round 1" in page.locator("#rail").inner_text()
    assert page.evaluate("Parley.layout.now().lanes.map((lane) => lane.title)").count("On the table") == 1
    assert facet(page, "Offered") == 1
    page.locator("#view-items").click()
    page.locator("#page .link", has_text=OFFER).first.click()
    assert "now rejected" in page.locator("#details .chips").first.inner_text()
    page.locator("#view-graph").click()
    page.locator("#rail .round", has_text="Round 2").click()
    assert status(page, OFFER) == "rejected"


def test_the_rail_counts_what_a_click_on_a_round_leaves(open_page: OpenPage) -> None:
    page = open_page(of_series(second_round()))
    for number in ("Round 1", "Round 2"):
        arrow = page.locator("#rail .round", has_text=number)
        moved = int(arrow.locator(".moved").inner_text().split()[0]) if arrow.locator(".moved").count() else None
        arrow.click()
        assert moved in (None, page.evaluate("Parley.shown.now().items.length"))


def test_what_is_chosen_among_the_changes_is_in_view_beside_the_panel(open_page: OpenPage) -> None:
    page = open_page(rendered(*several(1, rounds=6, items=9)))
    page.locator("#rail .changed").first.wait_for()
    assert not page.locator("#panel").is_visible()
    below = page.evaluate(
        """() => {
          const boxes = [...Parley.layout.now().boxes].filter(([n]) => Parley.model.nodes[n].kind === "item");
          return Parley.model.nodes[boxes.sort((a, b) => b[1].y - a[1].y)[0][0]].label;
        }"""
    )
    page.get_by_role("combobox", name="Search").fill(below)
    page.locator("#results [role=option]", has_text=below).first.click()
    assert page.locator("#panel").is_visible()
    page.evaluate("() => new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)))")
    upper, lower = page.evaluate(
        """() => {
          const box = Parley.draw.place(Parley.shown.state.selected);
          const top = document.getElementById("graph").getBoundingClientRect().top;
          return [-1, 1].map((way) => top + Parley.draw.onScreen({ x: box.x, y: box.y + (way * box.h) / 2 }).y);
        }"""
    )
    bar, main = page.locator("#zoom").bounding_box(), page.locator("#main").bounding_box()
    assert bar is not None
    assert main is not None
    assert main["y"] <= upper < lower <= bar["y"] + 1


def test_the_words_on_the_cards_are_whole_or_say_how_many_more_there_are(open_page: OpenPage) -> None:
    asked = an_act("demand", SUDMARK, BOATS, kind="Demand", issues=("property",), to=NORLAND)
    page = open_page(of_series(second_round().say("Sudmark asked Norland for them again.", *asked)))
    choose(page, BOATS)
    words = page.evaluate(
        """() => [...Parley.ties.of(Parley.shown.state.selected)]
          .filter(([n]) => Parley.draw.place(n)).map(([, words]) => words.join(", "))"""
    )
    assert any(", " in one for one in words)
    drawn = page.evaluate("Parley.draw.vector()")
    assert all(f">{one}<" in drawn for one in words)


def test_the_life_of_an_item_tells_who_says_so_at_each_step(open_page: OpenPage) -> None:
    page = open_page(of_series(second_round()))
    page.locator("#view-items").click()
    page.locator("#page .link", has_text="seized boats").click()
    steps = page.locator("#details .life .step").all_inner_texts()
    assert "stated by Harbour Post (5 May 2031)" in steps[0]
    assert "said by Ada Brook · reported by Harbour Post (3 June 2031)" in steps[-1]


def test_a_bracket_in_a_sentence_has_no_space_inside(open_page: OpenPage) -> None:
    page = open_page(of_series())
    page.locator("#view-items").click()
    page.locator("#page .link", has_text=OFFER).first.click()
    told = page.locator("#details .sentence", has_text="(").first.inner_text()
    assert "(Ada Brook)" in told


def test_what_sources_differ_on_is_narrowed_by_the_filters_and_the_rest_counted(open_page: OpenPage) -> None:
    page = open_page(of_series(second_round()), address="#view=claims")
    everything = page.locator(".difference").count()
    page.locator("#legend .facet", has_text="Wire").first.click()
    some = page.locator(".difference").count()
    assert 0 < some < everything
    assert f"{everything - some} other matter" in page.locator("#page").inner_text()


def test_who_was_replaced_by_whom_stands_above_the_seats(open_page: OpenPage) -> None:
    after = second_round().say("Cole Reed is Norland's fisheries minister.", holds(REED, "fisheries minister", NORLAND))
    page = open_page(of_series(after), address="#view=people")
    line = page.locator(".replaced li")
    assert line.inner_text() == "Fisheries minister: Ada Brook → Cole Reed"
    seats, told = page.locator(".seats").bounding_box(), line.bounding_box()
    assert seats is not None
    assert told is not None
    assert told["y"] < seats["y"]
    assert not open_page(of_series(), address="#view=people").locator(".replaced").count()


def test_all_ways_to_be_agreed_stand_together_in_the_filters(open_page: OpenPage) -> None:
    more = Article("e1", "Harbour Post", "2031-06-04")
    for name in ("a joint patrol", "a shared quay", "a common chart"):
        more.say(f"Sudmark demanded {name}.", *an_act("demand", SUDMARK, name, to=NORLAND))
    more.say("They agreed on buoys.", *an_act("agree", NORLAND, "new buoys", to=SUDMARK))
    for name in ("free ice", "cheap salt"):
        more.say(f"Norland promised {name}.", *an_act("commit", NORLAND, name, to=SUDMARK))
    for name in ("light ships", "tide tables"):
        agreed = an_act("agree", NORLAND, name, standing="claimed", to=SUDMARK)
        more.say(f"Ada Brook said that {name} were agreed.", *agreed)
    page = open_page(of_series(more), address="#view=items")
    heading = page.locator("#legend h2", has_text="Where it stands")
    rows = heading.locator("xpath=following-sibling::ul[1]").locator(".words").all_inner_texts()
    assert abs(rows.index("Agreed") - rows.index("Agreed, claimed")) == 1


def test_what_one_publisher_alone_tells_and_what_is_unanswered_are_filters(open_page: OpenPage) -> None:
    page = open_page(of_series(), address="#view=items")
    facet_of = page.locator("#legend .facet", has_text="One publisher alone")
    facet_of.click()
    left = page.evaluate("Parley.shown.now().items.map((n) => Parley.model.label(n))")
    assert BOATS in left
    assert OFFER not in left
    assert page.locator("#chips b").inner_text() == "One publisher alone"
    again = open_page(of_series(), address=page.evaluate("location.hash"))
    assert again.evaluate("Parley.shown.now().items.map((n) => Parley.model.label(n))") == left
    again.locator("#show-all").click()
    again.locator("#legend .facet", has_text="Unanswered").click()
    assert BOATS in again.evaluate("Parley.shown.now().items.map((n) => Parley.model.label(n))")
    answered = open_page(of_series(second_round()), address="#view=items&status=unanswered")
    assert BOATS not in answered.evaluate("Parley.shown.now().items.map((n) => Parley.model.label(n))")


def test_a_tile_says_who_mediates(open_page: OpenPage) -> None:
    wise = Key("state/XW")
    between = Article("m", "Harbour Post", "2031-05-07")
    between.say(
        "Westland mediated.", Agent(wise, "state", "Westland", world=True, code="XW"), *a_round(1, "2031-05-04"),
        Attendance(Key("attendance/west"), wise, Key("event/round-1"), "mediator", "asserted"),
    )  # fmt: skip
    elsewhere = rendered(*(one.made() for one in (between,)), *several(1))
    tile = open_page(elsewhere).locator(".tile", has_text="Norland–Sudmark talks")
    assert "Westland mediates" in " ".join(tile.locator(".who-meets").inner_text().split())


def test_the_panel_of_a_person_shows_how_each_item_stands_that_he_told_of(open_page: OpenPage) -> None:
    vow = an_act("commit", NORLAND, "a lighter fee", through=BROOK)
    page = open_page(of_series(second_round().say("Norland will lower the fee, Brook said.", *vow, by=BROOK)))
    choose(page, "Ada Brook")
    says = page.locator("#details .lines dt", has_text="says").locator("xpath=following-sibling::dd[1]")
    signs = {sign.get_attribute("title") for sign in says.locator(".glyph").all()}
    assert {"promised", "rejected"} <= signs
    assert says.is_visible()


def test_a_tile_says_what_is_planned_next_when_and_where(open_page: OpenPage) -> None:
    ahead = second_round()
    ahead.say("The third round is planned for 1 July.", *a_round(3, "2031-07-01", "expected", place="Harbourtown"))
    ahead.say("A fourth one may be held in August.", *a_round(4, "2031-08-01", "expected"))
    stale = Article("s", "Harbour Post", "2031-05-02").say(
        "Talks are due on 3 May.", *a_round(5, "2031-05-03", "expected")
    )
    page = open_page(rendered(*(one.made() for one in (ahead, stale)), *several(1)))
    told = page.locator(".tile", has_text="Norland–Sudmark talks").locator(".next").inner_text()
    assert told == "Next: Round 3 of the talks, 1 July 2031, Harbourtown"
    assert page.locator(".next").count() == 1
