"""Whom the world knows to lead or to serve a state is on its side where an article leaves it out."""

from __future__ import annotations

import pytest

from parley.loaders.news.names.leaders import side_of_leader

from ..reading import told, whole


def side(text: str, name: str, *, year: int | None = 2026, sides: tuple[str, ...] = ()) -> str | None:
    """The side of somebody wherever a text names him."""
    places = [(at, at + len(name)) for at in range(len(text)) if text.startswith(name, at)]
    return side_of_leader(text, places, year=year, sides=sides)


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("President Emmanuel Macron offered to mediate.", "Emmanuel Macron", "state/FR"),
        ("President Macron offered to mediate.", "Macron", None),
        ("Emmanuel Macron Jr. offered to mediate.", "Emmanuel Macron", None),
        ("Macron offered to mediate.", "Macron", None),
        ("Former President Joe Biden criticised the deal.", "Joe Biden", None),
        ("Defence Minister Emmanuel Macron resigned.", "Emmanuel Macron", None),
        ("Secretary of State Marco Rubio met him.", "Marco Rubio", "state/US"),
        ("Prime Minister Marco Rubio met him.", "Marco Rubio", None),
        ("President JOÃO LOURENÇO spoke.", "JOÃO LOURENÇO", "state/AO"),
    ],
)
def test_a_full_name_tells_the_side(text: str, name: str, found: str | None) -> None:
    assert side(text, name) == found


def test_a_surname_alone_counts_where_its_state_is_named() -> None:
    text = "Macron offered to mediate, and France said no more."
    assert side(text, "Macron", sides=("state/FR",)) == "state/FR"
    other = "The union president Macron was absent, and France said no more."
    assert side(other, "Macron", sides=("state/FR",)) is None


@pytest.mark.parametrize(("year", "found"), [(2017, "organization/european-union"), (2024, "state/PL"), (2021, None)])
def test_the_year_tells_which_office(year: int, found: str | None) -> None:
    assert side("Donald Tusk called for more talks.", "Donald Tusk", year=year) == found


def test_without_a_year_one_of_two_offices_is_not_guessed() -> None:
    assert side("Donald Tusk called for more talks.", "Donald Tusk", year=None) is None


def test_a_leader_whose_state_is_never_named_acts_for_it() -> None:
    found = whole(
        "Tariff talks with Mexico stall\n\nPresident Donald Trump threatened on Thursday to impose duties on steel "
        "from Mexico unless the border was closed. Mexico asked for 90 days.",
        published="2026-02-03",
    )
    assert ("threaten", "United States") in [row[:2] for row in found.rows]


def test_what_the_article_says_comes_first() -> None:
    found = told("Chad's foreign minister, Marco Rubio, demanded a new survey of the lake.")
    assert [row[1] for row in found.rows] == ["Chad"]
