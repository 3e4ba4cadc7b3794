"""Dates that cannot be told are kept as they are printed."""

from __future__ import annotations

import pytest

from parley.loaders.news.values.dates import are_one, find_dates
from parley.loaders.news.values.printed_dates import find_printed


def printed(text: str) -> list[tuple[str, str]]:
    found = find_printed(text, 0, len(text), find_dates(text, 0, len(text), None))
    return [(d.when.printed, d.when.value) for d in found]


@pytest.mark.parametrize(
    "text",
    ["04/05/2025", "June 2", "3 March", "on Friday", "three weeks ago", "in two weeks", "in February", "in early May"],
)
def test_a_date_that_cannot_be_told_has_no_value(text: str) -> None:
    assert printed(f"It was held {text}.") == [(text, "")]


@pytest.mark.parametrize(
    "text", ["on 3 March 2025", "on Sunday, 2 March 2025", "June 5% of them", "two weeks of talks", "in May 2025"]
)
def test_what_can_be_told_or_is_no_date_is_left_out(text: str) -> None:
    assert printed(f"It was held {text}.") == []


def test_a_date_without_a_year_may_be_any_other() -> None:
    known = find_dates("on 3 March 2025", 0, 15, None)[0].when
    [open_, other] = find_printed("on June 2 and June 4", 0, 20, ())
    assert are_one(known, open_.when)
    assert not are_one(open_.when, other.when)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("held last Thursday in Cairo", "last Thursday"),
        ("will meet next Tuesday", "next Tuesday"),
        ("will meet the day after tomorrow", "the day after tomorrow"),
        ("met the day before yesterday", "the day before yesterday"),
        ("met yesterday", "yesterday"),
        ("on the night of 28 February-1 March", "28 February-1 March"),
        ("met on Sunday, 2 March, in Cairo", "on Sunday, 2 March"),
        ("on the 3rd of March", "3rd of March"),
        ("a round was held this week", "this week"),
        ("held in Cairo from Jan. 22 to Feb. 6", "Jan. 22 to Feb. 6"),
        ("held from 30 March until 2 April", "30 March until 2 April"),
    ],
)
def test_the_whole_printed_form_is_kept(text: str, printed: str) -> None:
    assert [d.when.printed for d in find_printed(text, 0, len(text), ())] == [printed]
