"""Names as papers print them: with particles and suffixes, the family name first, set apart by dashes, in headlines."""

from __future__ import annotations

import pytest

from ..reading import told, whole


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Peruvian envoy Ana Ines Mora de la Torre spoke. Mora de la Torre left.", "Ana Ines Mora de la Torre"),
        ("Colombian envoy Julio de los Santos spoke. De los Santos left.", "Julio de los Santos"),
        ("Brazilian Foreign Minister Caio da Cunha e Sousa spoke.", "Caio da Cunha e Sousa"),
        ("Dutch Ambassador Joost van der Berg spoke. Van der Berg left.", "Joost van der Berg"),
        ("President Nathan R. Poole, Jr. spoke. President Poole left.", "Nathan R. Poole, Jr."),
        ("Special Envoy Hugh Carver, Sr., spoke. Carver left.", "Hugh Carver, Sr."),
        ("Senior Adviser Leo Grant III spoke.", "Leo Grant III"),
        ("Norway’s foreign minister—Liv Moen—spoke.", "Liv Moen"),
        ("Sudan recalled its ambassador to Peru, Swiss Urs Amrein, for talks.", "Urs Amrein"),
        ("Ireland's O'Malley-Quirke, the trade minister, said no.", "O'Malley-Quirke"),
        ("Lumine Petros, who heads the legal office of Peru's navy, said that Lima would wait.", "Lumine Petros"),
    ],
)  # fmt: skip
def test_a_name_is_read_whole_and_is_one_person(sentence: str, name: str) -> None:
    assert told(sentence).persons == [name]


def test_those_who_head_something_are_many_and_no_person() -> None:
    assert told("Blue Riders, who head the league in Peru, said that they would wait.").persons == []


@pytest.mark.parametrize(
    "words",
    [
        "Peru asked for time, the creditors and their adviser, Thornbury Partners, said.",
        "A spokeswoman for the US Trade Representative said that Peru had moved.",
        "Bishop Emeritus Felimon Quijano called on Peru to wait.",
    ],
)
def test_a_firm_and_the_words_of_a_title_are_nobody(words: str) -> None:
    assert not {"Thornbury Partners", "Trade", "Emeritus Felimon Quijano"} & set(told(words).persons)


@pytest.mark.parametrize(
    ("sentence", "post"),
    [
        ("Norway’s foreign minister—Liv Moen—spoke.", ("Liv Moen", "foreign minister", "current", "Norway")),
        (
            "Assistant to the President for National Security Affairs Owen Hart spoke with Chad’s envoy.",
            ("Owen Hart", "assistant to the president for national security affairs", "current", "United States"),
        ),
        (
            "We called the President and President Halim Nasr of Egypt and Sheikh Rashid Karim of Qatar.",
            ("Halim Nasr", "president", "current", "Egypt"),
        ),
        ("Kenyan FM Grace Atieno said no.", ("Grace Atieno", "fm", "current", "Kenya")),
    ],
)
def test_a_post_is_read_with_its_own_name(sentence: str, post: tuple[str, str, str, str]) -> None:
    assert post in told(sentence).posts


def test_a_family_name_that_comes_first_stands_for_its_person() -> None:
    read = told(
        "Chinese Vice Premier Zhao Wenbo met South Korean President Kang Min-ho. Zhao said that China would cut "
        "tariffs. Kang said that it was late. Hungarian envoy Szabo Laszlo called them. Szabo said that he was glad."
    )
    assert read.persons == ["Kang Min-ho", "Szabo Laszlo", "Zhao Wenbo"]
    assert {who for who, _ in read.said} >= {"Zhao Wenbo", "Kang Min-ho", "Szabo Laszlo"}


def test_a_first_name_of_two_people_stands_for_neither() -> None:
    read = told("Envoy Ana Rau met Minister Ana Berg. Rau said that talks go on. The Ana Group said nothing.")
    assert read.persons == ["Ana Berg", "Ana Rau"]


def test_a_headline_alone_tells_a_post_and_an_offer() -> None:
    read = whole("Chadian FM Renée Ngarta offers Sudan 40 wells\n", published=None)
    assert read.persons == ["Renée Ngarta"]
    assert ("Renée Ngarta", "fm", "current", "Chad") in read.posts


def test_a_range_of_numbers_is_demanded() -> None:
    read = told("Sudan demanded between five and six hundred trucks.")
    assert [act for act, *_ in read.acts] == ["demand"]
    quantity = read.term.quantity
    assert quantity is not None
    assert (quantity.minimum, quantity.maximum, quantity.unit) == (500, 600, "trucks")
