"""What has no day, or no more than a year, is told as that: never on a made-up day, and never lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parley.graph.records import SourceRecords, When
from tests.graph.history.series import NORLAND, SUDMARK, Article, a_round, an_act

from .conftest import OpenPage, rendered
from .several import article, several
from .test_claims import of_series
from .test_questions import second_round

pytestmark = pytest.mark.browser


def test_the_page_says_how_many_sources_have_no_year_and_what_tells_it(open_page: OpenPage) -> None:
    bare = Article("n", "Harbour Post", "").say("Norland spoke.", *an_act("demand", NORLAND, "more ropes"))
    of_year = Article("y", "Harbour Post", "2031").say("Sudmark spoke.", *an_act("demand", SUDMARK, "more sails"))
    page = open_page(of_series(bare, of_year), address="#view=overview")
    assert page.locator("#undated").inner_text() == (
        "1 of 7 sources without a year (--published YEAR); 1 without a day (--published DAY)"
    )
    assert "From 7 sources" in page.locator("#source-line").inner_text()
    assert open_page(of_series()).locator("#undated").is_hidden()


def test_what_only_a_year_is_told_of_is_counted_and_not_drawn(open_page: OpenPage) -> None:
    of_year = Article("y", "Harbour Post", "2031")
    of_year.say("Sudmark wants sails.", *an_act("demand", SUDMARK, "more sails", to=NORLAND))
    of_year.say("A third round is due in July.", *a_round(3, "2031-07", "expected"))
    of_year.say("A fourth round is due.", *a_round(4, "", "expected"))
    page = open_page(of_series(second_round(), of_year), address="#view=timeline")
    assert page.locator(".strip .deed").count() > 3
    assert page.locator(".strip .deed[aria-label*='sails']").count() == 0
    assert page.locator(".strip .meeting text").all_text_contents() == ["1", "2"]
    told = page.locator(".in-time > .note").inner_text()
    assert "1 act of which only the month or the year is told" in told
    assert "1 event without a day, 1 event of which only the month or the year is told" in told
    starts = page.evaluate("Parley.model.sources.map((source) => source.day)")
    assert "2031-01-01" not in starts


def test_a_tile_counts_what_has_no_day(open_page: OpenPage) -> None:
    ahead = second_round().say("A third round is planned for July.", *a_round(3, "2031-07", "expected"))
    page = open_page(rendered(ahead.made(), *several(1)))
    assert "Without a day: round 3" in page.locator(".tile", has_text="Norland–Sudmark talks").inner_text()


def test_what_was_put_off_stands_on_the_day_on_which_it_was_held(open_page: OpenPage) -> None:
    plan = Article("p", "Harbour Post", "2031-06-03")
    plan.say("The third round will be on 10 July.", *a_round(3, "2031-07-10", "expected", place="Harbourtown"))
    held = Article("h", "Southern Star", "2031-07-25")
    held.say("The third round was held on 24 July.", *a_round(3, "2031-07-24", place="Fairhaven"))
    page = open_page(of_series(plan, held), address="#view=timeline")
    third = page.locator(".moment", has_text="Round 3 of the talks")
    assert third.locator(".when b").inner_text() == "24 July 2031"
    note = "Parley.model.nodes.find((node) => node.label === 'round 3 of the talks').note"
    assert page.evaluate(note) == "Fairhaven · 24 July 2031"


def test_a_number_that_is_taken_back_in_a_source_of_that_year_stays_a_contradiction(open_page: OpenPage) -> None:
    first = Article("f", "Harbour Post", "2031-05-20").say("Some 1,200 people had crossed by the evening.")
    other = Article("o", "Southern Star", "2031").say("On that day we counted 900 people on foot, and not 1,200.")
    page = open_page(rendered(first.made(), other.made()), address="#view=claims")
    assert page.locator(".difference").count() == 1
    assert page.locator(".version h3").all_inner_texts() == ["A Southern Star", "B Harbour Post"]
    assert "Words that cannot all be right" in page.locator("#page").inner_text()


def test_a_source_of_the_year_makes_no_second_tile_of_the_same_talks(open_page: OpenPage) -> None:
    made = article(1, 3)
    source = replace(made.source, published=When("2031", "text", "2031"))
    page = open_page(rendered(*several(1, rounds=2), SourceRecords(source, made.records)))
    held = page.evaluate("Parley.model.talks.filter((one) => one.node !== null).map((one) => one.title)")
    assert held == ["Ostland 1–Westmark 1 talks"]
