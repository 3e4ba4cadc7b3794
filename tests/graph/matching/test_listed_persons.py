"""People whom datasets list are one by a name and a birth, or a name, a post and a state; never by a name alone."""

from __future__ import annotations

from typing import Any

import pytest

from parley.graph.matching.tellings import Telling

from .telling import asked, joined, person

POST = (("minister of ferries", "state/NO"),)
DAY = "1970-07-18"


def listed(name: str, **told: Any) -> Telling:  # Any: whatever a telling has
    usual: dict[str, Any] = {"dataset": True, "day": "", "talks": (), "around": ()}
    return person(name, **{**usual, **told})


def test_a_name_and_a_state_are_asked_about_and_join_nobody() -> None:
    two = listed("Jan Berg", side="state/NO"), person("Jan Berg", side="state/NO")
    assert not joined(*two)
    assert asked(*two) == ["names that fit; same state"]


def test_a_name_and_a_day_of_birth_join() -> None:
    assert joined(listed("Jan Berg", born=DAY), listed("BERG, Jan Olav", born=DAY))


@pytest.mark.parametrize("born", ["1970", "1970-07"])
def test_a_year_or_month_of_birth_is_not_enough(born: str) -> None:
    two = listed("Jan Berg", born=born), listed("Jan Berg", born=born)
    assert not joined(*two)
    assert asked(*two) == ["names that fit; births that fit"]


def test_a_name_a_post_and_a_state_join() -> None:
    assert joined(listed("Jan Berg", side="state/NO", posts=POST), person("Jan Berg", side="state/NO", posts=POST))


def test_a_name_and_a_post_without_a_state_do_not() -> None:
    assert not joined(listed("Jan Berg", posts=POST), person("Jan Berg", posts=POST))


def test_births_that_differ_keep_apart_and_are_told() -> None:
    two = (
        listed("Jan Berg", side="state/NO", posts=POST, born="1950-01-01"),
        listed("Jan Berg", side="state/NO", posts=POST, born="1980"),
    )
    assert not joined(*two)
    assert asked(*two) == [
        "names that fit; same state; both ferries minister; but one was born on 1950-01-01, the other on 1980"
    ]


def test_items_of_wikidata_that_differ_keep_apart() -> None:
    assert not joined(listed("Jan Berg", born=DAY, item="Q1"), listed("Jan Berg", born=DAY, item="Q2"))


def test_two_rows_of_one_dataset_are_asked_about_and_never_joined() -> None:
    two = [listed("Igor Olegovich Berg", source="https://e.example/d", born=DAY) for _ in range(2)]
    assert not joined(*two)
    assert asked(*two) == ["names that fit; born on the same day; in one dataset"]
    other = listed("Igor Berg", source="https://e.example/d"), listed("Igor Bergen", source="https://e.example/d")
    assert asked(*other) == []


def test_a_father_and_his_children_are_three() -> None:
    father = listed("Dmitry Sergeyevich BERG", side="state/NO")
    son = listed("Nikolay Dmitrievich BERG", side="state/NO")
    daughter = listed("Elizaveta Dmitrievna BERGA", side="state/NO")
    assert not joined(father, son, daughter)
    assert asked(father, son, daughter) == []


def test_one_given_name_in_two_languages_is_asked_about() -> None:
    for make in (person, listed):
        two = make("Alexander Fomin", side="state/RU"), make("Oleksandr Fomin", side="state/RU")
        assert not joined(*two)
        assert "one given name in two languages" in asked(*two)[0]
    assert not joined(person("Volodymyr Zelensky", side="state/UA"), person("Vladimir Zelensky", side="state/UA"))
    assert joined(person("Volodymyr Zelensky", side="state/UA"), person("Volodymyr Zelenskiy", side="state/UA"))


def test_a_surname_alone_finds_nobody_in_a_dataset() -> None:
    assert asked(listed("Jan Berg", side="state/NO"), person("Berg", side="state/NO")) == []


def test_of_very_many_alike_in_one_dataset_only_those_born_on_one_day_are_asked_about() -> None:
    source = "https://e.example/d"
    many = [listed("Igor Berg", source=source, born=f"19{n // 28 + 10}-01-{n % 28 + 1:02}") for n in range(300)]
    twin = listed("Igor Berg", source=source, born=many[0].born)
    other = listed("Igor Berg", source="https://e.example/e", born=many[7].born)
    assert asked(*many, twin) == ["names that fit; born on the same day; in one dataset"]
    assert joined(*many, other)
    assert not asked(*many, *(listed("Igor Berg", source=source) for _ in range(50)))
