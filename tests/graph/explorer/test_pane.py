"""The pane of the table: what of it can be seen is drawn, no more, and the page scrolls as if all of it were."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from .conftest import OpenPage, rendered
from .several import several

pytestmark = pytest.mark.browser
FRAMES = "() => new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)))"
WATCHED = """() => {
  const { cards } = Parley, { card } = cards;
  window.drawn = new Set();
  cards.card = (...all) => { window.drawn.add(all[1]); card(...all); };
}"""
IN_SIGHT = """() => {
  const frame = document.getElementById("graph").getBoundingClientRect();
  const pane = document.getElementById("pane").getBoundingClientRect();
  return [...Parley.layout.now().boxes].filter(([, { x, y, w, h }]) => {
    const upper = Parley.draw.onScreen({ x: x - w / 2, y: y - h / 2 }).y + frame.top;
    return upper < pane.bottom && upper + h * Parley.draw.scale() > pane.top;
  }).map(([n]) => n);
}"""
MIDDLE = """() => {
  const main = document.getElementById("main").getBoundingClientRect(), bar = document.getElementById("zoom");
  const frame = document.getElementById("graph").getBoundingClientRect();
  const middle = (main.top + main.height - bar.offsetHeight) / 2;
  const far = ([, { y }]) => Math.abs(frame.top + Parley.draw.onScreen({ x: 0, y }).y - middle);
  return [...Parley.layout.now().boxes].sort((a, b) => far(a) - far(b))[0][0];
}"""


def long_table(open_page: OpenPage, **how: int) -> Page:
    """A table of which the window shows a small part."""
    page = open_page(rendered(*several(1, rounds=2, items=120)), **how)
    page.evaluate(WATCHED)
    return page


def scroll(page: Page, to: int) -> None:
    page.locator("#main").evaluate("(main, to) => { main.scrollTop = to }", to)
    page.evaluate(FRAMES)


def test_what_comes_into_sight_is_drawn_and_no_more(open_page: OpenPage) -> None:
    page = long_table(open_page)
    whole = page.evaluate("Parley.layout.now().boxes.size")
    for to in (1500, 700, 100_000):
        page.evaluate("window.drawn.clear()")
        scroll(page, to)
        shown, drawn = set(page.evaluate(IN_SIGHT)), set(page.evaluate("[...window.drawn]"))
        assert shown
        assert shown <= drawn
        assert len(drawn) < whole / 2


def test_the_canvas_is_no_taller_than_the_window(open_page: OpenPage) -> None:
    page = long_table(open_page)
    heights = page.evaluate("['#pane canvas', '#graph', '#main'].map((at) => document.querySelector(at).clientHeight)")
    canvas, frame, main = heights
    assert canvas <= main < frame
    page.set_viewport_size({"width": 1440, "height": 700})
    page.wait_for_function("document.querySelector('#pane canvas').clientHeight < 640")


def test_a_pointer_finds_the_card_under_it_after_scrolling(open_page: OpenPage) -> None:
    page = long_table(open_page)
    scroll(page, 1300)
    n = page.evaluate(MIDDLE)
    frame = page.locator("#graph").bounding_box()
    at: dict[str, Any] = page.evaluate("(n) => Parley.draw.onScreen(Parley.draw.place(n))", n)
    assert frame is not None
    page.mouse.click(frame["x"] + at["x"], frame["y"] + at["y"])
    assert page.evaluate("Parley.shown.state.selected") == n


def test_zooming_keeps_the_middle_and_the_whole_table_within_reach(open_page: OpenPage) -> None:
    page = long_table(open_page)
    scroll(page, 1300)
    middle = page.evaluate(MIDDLE)
    for button in ("#zoom-in", "#zoom-in", "#zoom-out", "#zoom-out"):
        page.locator(button).click()
        page.evaluate(FRAMES)
        assert page.evaluate(MIDDLE) == middle
    page.locator("#zoom-in").click()
    page.evaluate("window.drawn.clear()")
    scroll(page, 1_000_000)
    last = page.evaluate("[...Parley.layout.now().boxes].sort((a, b) => b[1].y - a[1].y)[0][0]")
    assert last in page.evaluate(IN_SIGHT)
    assert last in page.evaluate("[...window.drawn]")


def test_lines_in_one_way_are_one_stroke(open_page: OpenPage) -> None:
    page = long_table(open_page)
    lines, strokes = page.evaluate(
        """() => {
          const pen = new Parley.vector.Pen();
          Parley.lines.draw(pen);
          return [Parley.lines.drawn().length, pen.out.length];
        }"""
    )
    assert lines > 50
    assert strokes < 20
