"""Dates keep the precision and the basis that the text gives them; what is not certain is no date."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.loaders.news.values.dates import DatedSpan, dateline, day_of, find_dates, parse_day

THURSDAY = date(2025, 7, 24)


def read(text: str, published: date | None = THURSDAY, *, future: bool = False) -> list[tuple[str, str, str]]:
    spans = find_dates(text, 0, len(text), published, future=future)
    assert all(text[d.start : d.end] == d.when.printed for d in spans)
    return [(d.when.printed, d.when.value, d.when.basis) for d in spans]


def value(text: str, published: date | None = THURSDAY) -> tuple[str, str]:
    [(_, iso, basis)] = read(text, published)
    return iso, basis


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2025-06-03", "2025-06-03"), ("03.06.2025", "2025-06-03"), ("3.6.2025", "2025-06-03"),
        ("3 June 2025", "2025-06-03"),
        ("June 3, 2025", "2025-06-03"), ("the 3rd of June 2025", "2025-06-03"), ("Mon, 21 Jul 2025", "2025-07-21"),
        ("June 2025", "2025-06"), ("since March 2022", "2022-03"), ("2 to 5 June 2025", "2025-06-02/2025-06-05"),
        ("June 30-July 2, 2025", "2025-06-30/2025-07-02"), ("28 December 2024–3 January 2025", "2024-12-28/2025-01-03"),
        ("December 28 to January 3, 2025", "2024-12-28/2025-01-03"),
    ],
)  # fmt: skip
def test_a_date_printed_in_full_needs_no_publication_date(text: str, iso: str) -> None:
    assert value(text) == value(text, None) == (iso, "text")


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("June 3", "2025-06-03"), ("Jun. 3", "2025-06-03"), ("3 Jun", "2025-06-03"),
        ("on the 3rd of June", "2025-06-03"),
        ("Sept 2", "2025-09-02"), ("in May", "2025-05"), ("in late May", "2025-05"),
        ("May 15–16", "2025-05-15/2025-05-16"),
        ("15-16 May", "2025-05-15/2025-05-16"), ("June 2 and 3", "2025-06-02/2025-06-03"),
        ("the June 2–3 round", "2025-06-02/2025-06-03"), ("June 30 to July 2", "2025-06-30/2025-07-02"),
    ],
)  # fmt: skip
def test_a_year_is_supplied_and_that_is_told(text: str, iso: str) -> None:
    assert value(text) == (iso, "partial")
    assert read(text, None) == []


@pytest.mark.parametrize(
    ("published", "text", "iso"),
    [
        (date(2025, 1, 3), "December 28", "2024-12-28"), (date(2025, 1, 3), "in December", "2024-12"),
        (date(2025, 1, 3), "January 5", "2025-01-05"), (date(2024, 12, 29), "January 5", "2025-01-05"),
        (date(2024, 12, 29), "December 20", "2024-12-20"),
        (date(2025, 1, 3), "December 28 to January 2", "2024-12-28/2025-01-02"),
    ],
)  # fmt: skip
def test_the_nearest_year_is_taken_around_new_year(published: date, text: str, iso: str) -> None:
    assert value(text, published)[0] == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("on Monday", "2025-07-21"), ("last Monday", "2025-07-21"), ("next Monday", "2025-07-28"),
        ("Thursday", "2025-07-24"),
        ("last Thursday", "2025-07-17"), ("next Thursday", "2025-07-31"), ("late on Tuesday", "2025-07-22"),
        ("yesterday", "2025-07-23"), ("today", "2025-07-24"), ("tomorrow", "2025-07-25"),
        ("Wednesday’s talks", "2025-07-23"),
    ],
)  # fmt: skip
def test_a_weekday_is_resolved_against_the_publication_date(text: str, iso: str) -> None:
    assert value(text) == (iso, "resolved")
    assert read(text, None) == []


def test_a_weekday_lies_ahead_in_a_plan() -> None:
    assert read("on Monday", future=True) == [("on Monday", "2025-07-28", "resolved")]


@pytest.mark.parametrize("text", ["Sunday, March 3, 2024", "on Sunday 3 March 2024"])
def test_a_weekday_beside_its_date_is_not_a_date_of_its_own(text: str) -> None:
    assert [iso for _, iso, _ in read(text)] == ["2024-03-03"]


def test_two_weekdays_are_two_dates() -> None:
    assert [p for p, _, _ in read("Friday and Saturday")] == ["Friday", "Saturday"]


@pytest.mark.parametrize(
    "text",
    [
        "this Monday", "two days ago", "31 June", "30.02.2025", "06/03/2025",
        "march on the capital", "May said so", "they may meet", "12.30",
    ],
)  # fmt: skip
def test_what_is_uncertain_or_impossible_is_no_date(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text", ["June 2 and 30 prisoners were freed", "June 2 and 3,000 men", "June 2-10% of", "May 16-15"]
)
def test_the_second_day_of_a_range_is_not_an_amount(text: str) -> None:
    assert len(value(text)[0]) == 10


def moments(line: str) -> list[str | None]:
    return [None if d is None else d.when.value for d in dateline(line, 0, len(line))]


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("24.07.2025, 00:33", "2025-07-24T00:33", None), ("23:53, 24 July 2025", "2025-07-24T23:53", None),
        ("July 24, 2025 at 3:15 PM EDT", "2025-07-24T15:15", None),
        ("July 24, 2025, 12:05 a.m.", "2025-07-24T00:05", None),
        ("Updated July 24, 2025", "2025-07-24", None), ("July 24", None, None),
        ("24 July 2025 10:15, updated 25 July 2025 11:00", "2025-07-24T10:15", "2025-07-25T11:00"),
    ],
)  # fmt: skip
def test_a_dateline_gives_publication_and_update(line: str, published: str | None, modified: str | None) -> None:
    assert moments(line) == [published, modified]


@pytest.mark.parametrize(
    ("given_", "iso"),
    [
        ("2025", "2025"), ("2025-07", "2025-07"), ("2025-07-24", "2025-07-24"),
        ("2025-07-24 00:33", "2025-07-24T00:33"),
        ("2025-07-24T00:33:00+02:00", "2025-07-24T00:33:00+02:00"), ("24 July 2025", "2025-07-24"),
        ("03.06.2025", "2025-06-03"),
        ("", None), ("yesterday", None), ("July 24", None), ("2025-13-01", None), ("2025-07-24T25:99", None),
        ("2025-7-4", None),
    ],
)  # fmt: skip
def test_a_publication_date_is_taken_as_given_or_refused(given_: str, iso: str | None) -> None:
    when = parse_day(given_)
    assert (when.value if when else None) == iso


def test_only_a_whole_date_has_a_day() -> None:
    assert day_of(parse_day("2025-07-24T10:00")) == THURSDAY
    assert day_of(parse_day("2025-07")) is None
    assert day_of(None) is None


WORDS = [
    "on",
    "June",
    "2",
    "–",
    "3",
    "and",
    "31",
    "Feb.",
    "29",
    ",",
    "2024",
    "2025",
    "Monday",
    "next",
    "last",
    "Sept",
    "May",
    "in",
    "late",
    "30.02.2025",
    "2025-02-31",
    "to",
    ":",
    "10:15",
    "pm",
]


@given(st.lists(st.sampled_from(WORDS)), st.sampled_from([None, THURSDAY, date(2024, 2, 29), date(2025, 1, 1)]))
@settings(derandomize=True, max_examples=200)
def test_dates_never_overlap_and_are_those_of_the_calendar(words: list[str], published: date | None) -> None:
    text = " ".join(words)
    spans: tuple[DatedSpan, ...] = find_dates(text, 0, len(text), published)
    for one, two in pairwise(spans):
        assert one.end <= two.start
    for span in spans:
        days = [date.fromisoformat(d) for d in span.when.value.split("/") if len(d) == 10]
        assert days == sorted(days)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It met last week.", "2025-07-14/2025-07-20"),
        ("It meets next month.", "2025-08"),
        ("It met last September.", "2024-09"),
        ("It met last June.", "2025-06"),
        ("It meets next February.", "2026-02"),
        ("It meets in the second half of August.", "2025-08-16/2025-08-31"),
        ("It meets in the second quarter of this year.", "2025-04-01/2025-06-30"),
        ("It meets in the first half of next year.", "2026-01-01/2026-06-30"),
        ("It met in the last quarter of 2024.", "2024-10-01/2024-12-31"),
        ("It met before the end of May.", "2025-05"),
        ("It met in 2019 and broke up.", "2019"),
        ("The March meeting broke up.", "2025-03"),
        ("It met from 29 June to 3 July.", "2025-06-29/2025-07-03"),
        ("It met on 16-18 June.", "2025-06-16/2025-06-18"),
    ],
)
def test_stretches_are_as_wide_as_they_are_told(text: str, value: str) -> None:
    assert [d.when.value for d in find_dates(text, 0, len(text), date(2025, 7, 24))] == [value]


@pytest.mark.parametrize("text", ["In 2019 soldiers they trust.", "Last week's talks", "They won in 2019% of cases."])
def test_numbers_and_possessives_are_no_stretches(text: str) -> None:
    assert [d.when.value for d in find_dates(text, 0, len(text), date(2025, 7, 24))] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on 25/6/2025", "2025-06-25"),
        ("on 6/25/2025", "2025-06-25"),
        ("on 2025/06/25", "2025-06-25"),
        ("on 5/6/2025", ""),
    ],
)
def test_figures_with_strokes_are_a_day_where_they_can_be_one_only(text: str, value: str) -> None:
    assert [d.when.value for d in find_dates(text, 0, len(text), None)] == ([value] if value else [])
