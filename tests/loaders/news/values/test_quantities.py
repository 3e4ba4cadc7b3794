"""Amounts and durations come out as the text prints them, bounded where it bounds them, and nothing is computed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.graph.records import Quantity
from parley.loaders.news.values.numerals import number
from parley.loaders.news.values.quantities import Amount, find_amounts


def found(text: str) -> tuple[Amount, ...]:
    return find_amounts(text, 0, len(text))


def the_only(text: str) -> Quantity:
    [amount] = found(text)
    assert text[amount.start : amount.end] == amount.quantity.printed
    return amount.quantity


def bounds(text: str) -> tuple[str, str, str]:
    """Value, minimum and maximum of the only amount; an empty string for none."""
    q = the_only(text)
    return tuple("" if v is None else f"{v.normalize():f}" for v in (q.value, q.minimum, q.maximum))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "approximation", "expected"),
    [
        ("freed 300 detainees", "exactly", ("300", "", "")),
        ("at least 1,200 prisoners", "atLeast", ("", "1200", "")),
        ("no fewer than 12 hostages", "atLeast", ("", "12", "")),
        ("more than 40 trucks", "moreThan", ("", "40", "")),
        ("over a thousand detainees", "moreThan", ("", "1000", "")),
        ("up to 500 observers", "atMost", ("", "", "500")),
        ("as many as 700 bodies", "atMost", ("", "", "700")),
        ("fewer than 10 observers", "lessThan", ("", "", "10")),
        ("some 60 lorries", "about", ("60", "", "")),
        ("nearly half a million people", "about", ("500000", "", "")),
        ("between 20 and 30 hostages", "exactly", ("", "20", "30")),
        ("50 or 60 hostages", "exactly", ("", "50", "60")),
        ("three to five million people", "exactly", ("", "3000000", "5000000")),
    ],
)
def test_bounds_are_those_of_the_words(text: str, approximation: str, expected: tuple[str, str, str]) -> None:
    assert the_only(text).approximation == approximation
    assert bounds(text) == expected


@pytest.mark.parametrize("verb", ["hand", "turn", "sign"])
def test_over_may_belong_to_the_verb(verb: str) -> None:
    quantity = the_only(f"to {verb} over 3,000 bodies")
    assert (quantity.value, quantity.approximation, quantity.unit) == (3000, "exactly", "bodies")


@pytest.mark.parametrize("text", ["another 300 detainees", "300 more detainees", "an additional 300 detainees"])
def test_what_comes_on_top_is_marked(text: str) -> None:
    assert (the_only(text).additional, the_only(text).value, the_only(text).unit) == (True, 300, "detainees")


@pytest.mark.parametrize(
    "text",
    [
        "500 captives from each side",
        "500 captives each",
        "500 captives per side",
        "500-for-500",
        "500 for 500 captives",
    ],
)
def test_an_amount_for_each_side_is_not_doubled(text: str) -> None:
    assert (the_only(text).per_side, the_only(text).value) == (True, 500)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("$40 million", 40_000_000, "USD"), ("$300bn", 300_000_000_000, "USD"), ("US$5 million", 5_000_000, "USD"),
        ("A$40m", 40_000_000, "AUD"), ("€1.5 billion", 1_500_000_000, "EUR"), ("£12", 12, "GBP"),
        ("5 million euros", 5_000_000, "euros"), ("25 percent", 25, "percent"),
        ("12.5 per cent", Decimal("12.5"), "percent"),
        ("10%", 10, "percent"), ("two dozen aid trucks", 24, "aid trucks"), ("a hundred prisoners", 100, "prisoners"),
        ("twenty-five prisoners", 25, "prisoners"),
    ],
)  # fmt: skip
def test_money_shares_and_number_words(text: str, value: Decimal, unit: str) -> None:
    assert (the_only(text).value, the_only(text).unit) == (value, unit)


@pytest.mark.parametrize("text", ["$20-30 billion", "$20bn–$30bn", "between $20 billion and $30 billion"])
def test_both_ends_of_a_range_share_their_scale(text: str) -> None:
    assert bounds(text) == ("", "20000000000", "30000000000")


@pytest.mark.parametrize(
    ("text", "expected", "code"),
    [
        ("a 90-day truce", ("90", "", ""), "DAY"), ("ninety days", ("90", "", ""), "DAY"),
        ("24–48-hour pauses", ("", "24", "48"), "HUR"), ("three to five weeks", ("", "3", "5"), "WEE"),
        ("up to six months", ("", "", "6"), "MON"), ("half an hour", ("0.5", "", ""), "HUR"),
        ("two and a half hours", ("2.5", "", ""), "HUR"), ("lasted an hour and a half", ("1.5", "", ""), "HUR"),
        ("for a week", ("1", "", ""), "WEE"),
    ],
)  # fmt: skip
def test_durations_have_a_unit_code(text: str, expected: tuple[str, str, str], code: str) -> None:
    assert bounds(text) == expected
    assert the_only(text).unit_code == code
    assert found(text)[0].duration


def test_a_loose_duration_has_no_number() -> None:
    quantity = the_only("after several weeks")
    assert (quantity.value, quantity.minimum, quantity.maximum, quantity.unit_code) == (None, None, None, "WEE")


def test_an_open_end_is_indefinite() -> None:
    assert the_only("the pause was extended indefinitely").indefinite


@pytest.mark.parametrize(
    "text",
    [
        "on March 3", "3 March 2025", "in 2025", "the 2025 budget", "Article 5", "Resolution 2702", "aged 45",
        "the 45-year-old",
        "45 years old", "at 10 a.m.", "at 10:30", "COP30", "Round 3", "M23", "24/7", "on the 3rd of June",
        "one of the parties",
        "once a week", "the 27-nation bloc",
    ],
)  # fmt: skip
def test_dates_articles_ages_and_rates_are_no_amounts(text: str) -> None:
    assert found(text) == ()


def test_a_rate_is_no_stretch_of_time() -> None:
    assert the_only("40 trucks a day").unit == "trucks"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("three hundred", 300),
        ("twenty-five thousand", 25_000),
        ("1,250.5", Decimal("1250.5")),
        ("dozens", None),
        ("x", None),
    ],
)
def test_a_printed_number_has_a_value_or_none(words: str, value: Decimal | None) -> None:
    assert number(words) == value


@given(
    st.lists(
        st.sampled_from(
            [
                "at",
                "least",
                "over",
                "3,000",
                "20",
                "30",
                "–",
                "-",
                "to",
                "and",
                "percent",
                "$",
                "€5",
                "bn",
                "hours",
                "days",
                "a",
                "half",
                "each",
                "side",
                ".",
                ",",
                "for",
                "another",
                "more",
                "x",
            ]
        )
    )
)
@settings(derandomize=True, max_examples=150)
def test_amounts_lie_in_order_in_the_text_and_print_its_words(words: list[str]) -> None:
    text = " ".join(words)
    amounts = found(text)
    assert [a.start for a in amounts] == sorted(a.start for a in amounts)
    for amount in amounts:
        quantity = amount.quantity
        assert text[amount.start : amount.end] == quantity.printed
        assert quantity.value is None or (quantity.minimum is None and quantity.maximum is None)


@pytest.mark.parametrize(
    ("text", "printed", "unit"),
    [
        ("40 buses a day", "40 buses a day", "buses"),
        ("up to 90 of its own nationals a month", "up to 90 of its own nationals a month", "nationals"),
        ("€7 billion a year", "€7 billion a year", "EUR"),
        ("300 cubic metres per second", "300 cubic metres per second", "cubic metres"),
        ("500 visas annually", "500 visas annually", "visas"),
    ],
)
def test_a_rate_is_printed_with_its_time(text: str, printed: str, unit: str) -> None:
    assert (the_only(text).printed, the_only(text).unit) == (printed, unit)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("cut the duty from 40 to 12 percent", [(40, "percent"), (12, "percent")]),
        ("extend the truce from 6 weeks to 10", [(6, "weeks"), (10, "weeks")]),
        ("raise the quota from 20 to 30 vessels", [(20, "vessels"), (30, "vessels")]),
    ],
)
def test_what_is_changed_is_no_range(text: str, amounts: list[tuple[int, str]]) -> None:
    assert [(a.quantity.value, a.quantity.unit) for a in found(text)] == amounts
    assert [a.was for a in found(text)] == [True, False]


@pytest.mark.parametrize(
    ("text", "printed", "unit", "approximation"),
    [
        ("a third of the revenue", "a third", "revenue", "exactly"),
        ("cut by half", "half", "", "exactly"),
        ("more than half of the crews", "more than half", "crews", "moreThan"),
        ("two-thirds of its fleet", "two-thirds", "fleet", "exactly"),
        ("dozens of fishermen", "dozens", "fishermen", "about"),
        ("several hundred fishermen", "several hundred", "fishermen", "about"),
        ("a quarter of a million dollars", "a quarter of a million", "dollars", "exactly"),
    ],
)
def test_shares_and_loose_numbers_have_words_and_no_value(
    text: str, printed: str, unit: str, approximation: str
) -> None:
    quantity = the_only(text)
    assert (quantity.printed, quantity.unit, quantity.approximation) == (printed, unit, approximation)
    assert (quantity.value, quantity.minimum, quantity.maximum) == (None, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "two years ago", "three weeks later", "between the two ministries", "the second half of January",
        "a third round of talks", "half of May", "by 2040",
    ],
)  # fmt: skip
def test_what_is_past_or_counted_by_the_way_is_no_amount(text: str) -> None:
    assert found(text) == ()


def test_one_kind_for_as_many_is_an_amount_for_each_side() -> None:
    amount, stages = found("the release of 320 sailors for 320, in two batches")
    assert (amount.quantity.value, amount.quantity.unit, amount.quantity.per_side) == (320, "sailors", True)
    assert (stages.quantity.value, stages.quantity.unit) == (2, "batches")


def test_each_is_said_of_the_nearest_number() -> None:
    assert [a.quantity.per_side for a in found("three batches of 40 sailors each")] == [False, True]


def test_over_some_years_is_no_bound() -> None:
    assert [(a.quantity.value, a.quantity.approximation) for a in found("$8 million over four years")] == [
        (8_000_000, "exactly"),
        (4, "exactly"),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("free two hundred and fifty men", 250),
        ("free a hundred and ten men", 110),
        ("free one thousand two hundred men", 1200),
        ("pay three hundred and twenty-five thousand euros", 325000),
        ("return 12 500 rifles", 12500),
        ("return 12\u00a0500 rifles", 12500),
        ("return 1\u202f200\u202f000 rifles", 1200000),
        ("return 12’500 rifles", 12500),
        ("pay €45bn EUR", 45 * 10**9),
        ("pay €40m over three years", 40 * 10**6),
    ],
)
def test_a_number_is_read_whole(text: str, value: int) -> None:
    first = find_amounts(text, 0, len(text))[0]
    assert first.quantity.value == value


def test_a_spread_over_years_is_no_bound() -> None:
    text = "pay €40m over three years"
    assert [a.quantity.printed for a in find_amounts(text, 0, len(text))] == ["€40m", "three years"]


def test_two_amounts_stay_two() -> None:
    for text in ("pay $2 million and fifty trucks", "in 2025 300 trucks and 40 men"):
        assert len(find_amounts(text, 0, len(text))) == 2
