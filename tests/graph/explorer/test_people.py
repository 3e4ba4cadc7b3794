"""Who sat where in which round, and which posts changed hands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parley.graph.explorer.page import render
from parley.graph.knowledge import open_knowledge
from parley.graph.records import Key
from tests.graph.history.series import (
    BROOK,
    NORLAND,
    REED,
    SERIES,
    SUDMARK,
    Article,
    a_round,
    attends,
    fill,
    holds,
)

from .conftest import OpenPage, rendered
from .made_up import first_article, second_article
from .several import several
from .test_claims import of_series

pytestmark = pytest.mark.browser


def test_heads_members_and_who_is_expected_are_told_apart_by_round(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()), address="#view=people")
    rows = {row.split("\n")[0]: row for row in page.locator(".seats tr").all_inner_texts()}
    zoe = next(words for name, words in rows.items() if "Zoë" in name)
    assert "heads the delegation" in zoe
    per = next(words for name, words in rows.items() if "Per Halvorsen" in name)
    assert "in the delegation" in per
    heads = page.locator(".side-row").all_inner_texts()
    assert any("Lindqvist-Åberg" in row for row in heads)
    assert any("Dvořák" in row for row in heads)


def test_a_post_that_somebody_left_is_told_with_its_words(open_page: OpenPage) -> None:
    with open_knowledge() as knowledge:
        fill(knowledge, SERIES)
        page = open_page(render(knowledge), address="#view=people")
    told = page.locator("#page .card").inner_text()
    assert "fisheries minister" in told
    assert "Ada Brook formerly held the post" in told
    assert "Ada Brook, the former fisheries minister, left." in told


def test_nobody_is_left_out_without_a_count(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article(), second_article()), address="#view=people")
    persons = page.evaluate("Parley.model.nodes.filter((node) => node.kind === 'person').length")
    seated = page.locator(".seats tbody tr:not(.side-row) .seat:first-of-type").count()
    summary = page.locator("#page details summary")
    others = int(summary.inner_text().rsplit(" ", 1)[1]) if summary.count() else 0
    assert seated + others == persons


def test_the_seats_fit_a_phone(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()), width=390, height=844, address="#view=people")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_what_the_table_of_seats_is_can_be_read_on_a_phone_without_scrolling(open_page: OpenPage) -> None:
    days = ("2031-07-01", "2031-08-01", "2031-09-01", "2031-10-01")
    rounds = [Article(f"r{number}", "Harbour Post", day) for number, day in enumerate(days, 3)]
    for number, (article, day) in enumerate(zip(rounds, days, strict=True), 3):
        article.say(f"Round {number} was held.", *a_round(number, day, place="Harbourtown"))
        article.say("Ada Brook attended.", attends(BROOK, f"event/round-{number}"))
    page = open_page(of_series(*rounds), width=390, height=844, address="#view=people")
    caption, table = page.locator(".seats caption").bounding_box(), page.locator(".seats").bounding_box()
    assert caption is not None
    assert table is not None
    assert table["width"] > 390
    assert caption["x"] + caption["width"] <= 390


def test_who_was_replaced_is_told_over_all_negotiations_too(open_page: OpenPage) -> None:
    with open_knowledge() as knowledge:
        fill(knowledge, SERIES)
        for records in several(2):
            knowledge.add(records)
        page = open_page(render(knowledge), address="#view=people")
    assert page.locator("#view-people").get_attribute("aria-selected") == "true"
    assert "Ada Brook formerly held the post" in page.locator("#page").inner_text()
    assert page.locator(".seats").count() == 0
    assert "in each negotiation" in page.locator("#page").inner_text()


def test_a_post_that_was_left_is_told_as_left_and_the_last_office_stands_on_the_card(open_page: OpenPage) -> None:
    sent = Article("s", "Harbour Post", "2031-06-25")
    sent.say("Ada Brook goes to Thirdland.", replace(holds(BROOK, "ambassador", NORLAND), key=Key("holding/sent")))
    up = Article("u", "Harbour Post", "2031-05-02")
    up.say("Cole Reed, deputy minister", replace(holds(REED, "deputy minister", SUDMARK), key=Key("holding/deputy")))
    up2 = Article("v", "Harbour Post", "2031-06-02").say(
        "Cole Reed, the minister", holds(REED, "trade minister", SUDMARK)
    )
    page = open_page(of_series(sent, up, up2), address="#view=table")
    row = page.locator("#facts tr", has_text="Ada Brook holds the post of fisheries minister")
    assert "formerly, as told on 20 June 2031" in row.inner_text()
    notes = page.evaluate("Object.fromEntries(Parley.model.nodes.map((node) => [node.label, node.note]))")
    assert notes["Ada Brook"] == "ambassador"
    assert notes["Cole Reed"] == "trade minister"
