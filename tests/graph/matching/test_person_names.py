"""Names of people are compared whatever scripts, orders and spellings they are in; a likeness joins nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.graph.matching.person_names import SAME, in_two_languages, name_similarity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Сергей Лавров", "Sergey Lavrov"), ("Володимир Зеленський", "Volodymyr Zelenskyy"),
        ("Volodymyr Zelenskiy", "Volodymyr Zelensky"), ("Χρήστος Στυλιανίδης", "Christos Stylianides"),
        ("عباس عراقچی", "Abbas Araghchi"), ("محمد بن سلمان", "Mohammed bin Salman"), ("王毅", "Wang Yi"),
        ("BROOK, Ada Maria", "Ada Brook"), ("Нарышкин Сергей Евгеньевич", "Sergey Naryshkin"),
        ("Влади мир Влади мирович ПУ ТИН", "Vladimir Vladimirovich Putin"), ("AdaBrook", "Ada Brook"),
        ("Dr. Ada Brook", "ada brook"), ("A. Brook", "Ada Brook"), ("Alexander Fomin", "Oleksandr Fomin"),
        ("Omar al-Sadek", "Omar Sadek"), ("Ada Brooke", "Ada Brook"),
    ],
)  # fmt: skip
def test_one_name_written_in_two_ways_fits(one: str, other: str) -> None:
    assert name_similarity(one, other) >= SAME
    assert name_similarity(other, one) == name_similarity(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lilia Salavatovna GUMEROVA", "Rustem Umerov"), ("Elizaveta Dmitrievna PESKOVA", "Dmitry Sergeyevich PESKOV"),
        ("Nikolay Dmitrievich PESKOV", "Dmitry Sergeyevich PESKOV"), ("Ada Brook", "Ada Dole"), ("Li Wei", "Li Na"),
        ("Sergey Ivanovich Brook", "Sergey Petrovich Brook"), ("Ada", "Ada Brook"), ("A. B.", "Ada Brook"),
        ("Salman bin Omar al-Sadek", "Omar bin Salman al-Sadek"), ("", "Ada Brook"), ("...", "..."),
    ],
)  # fmt: skip
def test_names_of_two_people_do_not(one: str, other: str) -> None:
    assert name_similarity(one, other) < SAME


def test_a_given_name_in_two_languages_is_known() -> None:
    assert in_two_languages("alexander", "oleksandr")
    assert in_two_languages("vladimir", "volodymyr")
    assert not in_two_languages("sergey", "sergei")
    assert not in_two_languages("ada", "eve")


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_have_a_likeness_from_0_to_1(one: str, other: str) -> None:
    assert 0 <= name_similarity(one, other) <= 1
    assert name_similarity(one, other) == name_similarity(other, one)
