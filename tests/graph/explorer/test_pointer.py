"""What reacts to the pointer, the window, the keyboard and the address."""

from __future__ import annotations

import random
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from parley.graph.records import Agent, Key, Statement

from .conftest import OpenPage, rendered
from .made_up import first_article, second_article, span_of
from .several import apart, several
from .test_drawing import choose, with_more

pytestmark = pytest.mark.browser

CARD = """(label) => {
  const n = Parley.model.nodes.findIndex((node) => node.label === label);
  const { x, y, w, h } = Parley.draw.place(n), scale = Parley.draw.scale();
  const frame = document.getElementById("graph").getBoundingClientRect();
  const middle = Parley.draw.onScreen({ x, y });
  return { left: frame.left + middle.x - w * scale / 2, top: frame.top + middle.y - h * scale / 2, width: w * scale,
           height: h * scale };
}"""


def card(page: Page, label: str) -> dict[str, float]:
    """Where a card lies on the screen."""
    box: dict[str, float] = page.evaluate(CARD, label)
    return box


@pytest.mark.parametrize(("across", "down"), [(0.03, 0.1), (0.97, 0.1), (0.03, 0.9), (0.97, 0.9), (0.5, 0.5)])
def test_the_whole_of_a_card_reacts_at_once(open_page: OpenPage, across: float, down: float) -> None:
    page = open_page(rendered(first_article()))
    box = card(page, "handing over of at least 400 boats")
    page.mouse.click(box["left"] + box["width"] * across, box["top"] + box["height"] * down)
    assert page.locator("#details h2").inner_text() == "Handing over of at least 400 boats"


def test_the_lines_of_a_hovered_card_come_forward(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()))
    box = card(page, "handing over of at least 400 boats")
    page.mouse.move(box["left"] + 5, box["top"] + 5)
    strong = page.evaluate("Parley.lines.drawn().map(Parley.lines.look).filter((look) => look && look.strong).length")
    assert strong > 0


def test_a_window_that_is_resized_is_laid_out_anew(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()), width=1600, height=1000)
    before = card(page, "Suderia")
    page.set_viewport_size({"width": 1024, "height": 700})
    page.wait_for_function(f"({CARD})('Suderia').left !== {before['left']}")
    frame = page.locator("#graph").bounding_box()
    after = card(page, "Suderia")
    assert frame is not None
    assert frame["x"] <= after["left"]
    assert after["left"] + after["width"] <= frame["x"] + frame["width"]


def test_a_link_in_the_panel_keeps_the_focus_in_the_panel(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()))
    choose(page, "handing over of at least 400 boats")
    page.locator("#details a.link", has_text="Norland").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("#details h2").inner_text() == "Norland"
    assert page.evaluate("document.activeElement.textContent") == "Norland"
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('details').contains(document.activeElement)")


def test_who_has_no_card_dims_nobody(open_page: OpenPage) -> None:
    lone = Agent(Key("person/lone"), "person", "Lone Wolf")
    said = Statement(Key("statement/lone"), span_of("joint harbour"), "claim", supports=(lone.key,))
    page = open_page(rendered(with_more(lone, said)))
    choose(page, "Lone Wolf")
    assert page.evaluate("Parley.draw.place(Parley.shown.state.selected)") is None
    assert page.evaluate("Parley.shown.state.lit") is None


@pytest.mark.parametrize("name", ["__proto__", "constructor", "toString", "hasOwnProperty", ""])
def test_no_name_in_the_address_breaks_the_page(open_page: OpenPage, name: str) -> None:
    for part in (f"#no-{name}=x", f"#{name}=x&view={name}", f"#node={name}&view=items"):
        page = open_page(rendered(first_article()), address=part)
        assert page.locator("h1").inner_text() == "Norland–Suderia talks"
        page.locator("#view-table").click()
        assert page.locator("#facts tr").count() > 5


@pytest.mark.parametrize("many", [False, True])
def test_a_fuzzed_address_never_breaks_the_page(open_page: OpenPage, many: bool) -> None:
    page = open_page(rendered(*several(2, rounds=3), apart()) if many else rendered(first_article(), second_article()))
    dice = random.Random(13)
    names = [*page.evaluate("Parley.address.NAMES"), "no-side", "__proto__", "valueOf", "%", "="]
    values = ["", "0", "1", "-1", "1e99", "99999", "NaN", "%E0%A4%A", "__proto__", "<b>", "a,b,,c", "2031-13-99"]
    values += ["2031-05-01", "none", "toString", *page.evaluate("Parley.address.VIEWS")]
    values += page.evaluate("Parley.model.nodes.map((node) => encodeURIComponent(node.id))")[::9]
    for _ in range(60):
        parts = [f"{dice.choice(names)}={dice.choice(values)}" for _ in range(dice.randint(1, 6))]
        page.evaluate("(hash) => { location.hash = hash }", "&".join(parts) + quote(dice.choice(values)))
        page.evaluate("new Promise((done) => setTimeout(done))")
        assert page.locator("h1").inner_text()
    page.evaluate("location.hash = 'view=table'")
    page.locator("#facts tr").first.wait_for()
