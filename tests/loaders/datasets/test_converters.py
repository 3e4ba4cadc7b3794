"""Converters make values of texts as their format writes them, and refuse what is none."""

from __future__ import annotations

from calendar import month_name
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.graph.ntriples import moment
from parley.loaders.datasets.converters import CONVERTERS, Party, Unconverted


@pytest.mark.parametrize(
    ("converter", "text", "value"),
    [
        ("date", "2031", "2031"), ("date", "2031-06", "2031-06"), ("date", "2031-06-02", "2031-06-02"),
        ("date", "2031-06-02T10:00:00Z", "2031-06-02"), ("date", "2031-06-02 00:00:00.000", "2031-06-02"),
        ("date", "2031-00-00", "2031"), ("date", "2031-06-00", "2031-06"),
        ("day_first", "2.6.2031", "2031-06-02"), ("day_first", "02/06/2031", "2031-06-02"),
        ("day_first", "6.2031", "2031-06"), ("day_first", "2031", "2031"),
        ("month_first", "6/2/2031", "2031-06-02"), ("compact_date", "20310602", "2031-06-02"),
        ("compact_date", "20310602101500", "2031-06-02"), ("spelt_date", "02 June 2031", "2031-06-02"),
        ("spelt_date", "2-Jun-2031", "2031-06-02"), ("spelt_date", "2031-06-02", "2031-06-02"),
        ("qid", "Q5", "http://www.wikidata.org/entity/Q5"),
        ("qid", "https://m.wikidata.org/wiki/Q5", "http://www.wikidata.org/entity/Q5"),
        ("opensanctions", "a b/c", "https://www.opensanctions.org/entities/a%20b%2Fc"),
        ("name", " Brook,  Ada ", "Ada Brook"), ("name", "Brook, Dole, Finn", "Brook, Dole, Finn"),
        ("text", " a \n b ", "a b"),
    ],
)  # fmt: skip
def test_a_text_is_converted(converter: str, text: str, value: str) -> None:
    assert CONVERTERS[converter](text) == value


@pytest.mark.parametrize(
    ("converter", "text", "state"),
    [
        ("iso2", "ru", "RU"), ("iso2", "RS", "RS"), ("iso3", "aze", "AZ"), ("iso3", "UKR", "UA"),
        ("number", "643", "RU"),
        ("number", "004", "AF"), ("fips", "RS", "RU"), ("fips", "UP", "UA"), ("gw", "365", "RU"), ("gw", "678", "YE"),
        ("cameo", "RUS", "RU"), ("cameo", "ROM", "RO"), ("country", "Russian", "RU"), ("country", "ua", "UA"),
        ("country", "UKR", "UA"), ("party", "Government of Ukraine", "UA"), ("country", "no", "NO"),
    ],
)  # fmt: skip
def test_a_code_or_name_is_a_state(converter: str, text: str, state: str) -> None:
    assert CONVERTERS[converter](text) == Party("state", state)


@pytest.mark.parametrize(
    ("converter", "text"),
    [
        ("date", "2031-13-01"), ("date", "2031-02-30"), ("date", "soon"), ("date", "0000"), ("day_first", "31.2.2031"),
        ("month_first", "13/1/2031"), ("compact_date", "2031"), ("spelt_date", "2 Juin 2031"), ("iso2", "XX"),
        ("iso3", "RU"), ("fips", "ZZ"), ("gw", "0"), ("cameo", "EUR"), ("country", "Atlantis"), ("qid", "Q05"),
        ("qid", "P5"), ("iri", "no iri"), ("iri", "a:<b>"), ("iri", 'a:"b'),
    ],
)  # fmt: skip
def test_what_is_none_is_refused(converter: str, text: str) -> None:
    with pytest.raises(Unconverted):
        CONVERTERS[converter](text)


def test_who_is_no_state_is_somebody_by_name() -> None:
    assert CONVERTERS["party"]("Harbour Front") == Party("name", "Harbour Front")


@given(st.dates(date(1000, 1, 1)))
def test_a_day_written_in_any_way_is_that_day(day: date) -> None:
    written = {
        "date": day.isoformat(), "day_first": f"{day.day}.{day.month}.{day.year}",
        "month_first": f"{day.month}/{day.day}/{day.year}", "compact_date": day.strftime("%Y%m%d"),
        "spelt_date": f"{day.day} {month_name[day.month]} {day.year}",
    }  # fmt: skip
    assert {str(CONVERTERS[name](text)) for name, text in written.items()} == {day.isoformat()}


@given(st.sampled_from(sorted(CONVERTERS)), st.text(max_size=30))
def test_any_text_is_converted_or_refused(converter: str, text: str) -> None:
    try:
        value = CONVERTERS[converter](text)
    except Unconverted:
        return
    assert isinstance(value, str | Party)
    if "date" in converter or "first" in converter:
        assert moment(str(value))
