"""Persons and their posts, in the many ways in which papers introduce them."""

from __future__ import annotations

import pytest

from ..reading import told

NAMES = [
    "Mohammed al-Sharabi", "Salma Idriss", "Tariq Anwar", "Nana Mensah-Boateng", "Laurent Kabasele", "Therese Mukendi",
    "Hakob Sargsyan", "Elnur Mammadli", "Arvind Krishnan", "Imran Qazi", "Liu Wenhai", "Kim Sang-ho",
    "Nguyen Van Thanh",
    "Janet Holloway", "Ernesto Villamil", "Pieter van Holst", "José Ibáñez Rueda", "Łukasz Wiśniewski",
    "Oksana Kravchuk",
    "Faisal bin Turki", "Getachew Alemu", "Sipho Dlamini",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "frame",
    ["Foreign Minister {} said no.", "President of Peru {} left Doha.", "{}, foreign minister of Peru, said no."],
)
def test_names_of_many_languages_are_found_whole_beside_a_title(name: str, frame: str) -> None:
    assert told(frame.format(name)).persons == [name]


@pytest.mark.parametrize(
    ("sentence", "title", "tenure", "organization"),
    [
        ("Chadian Foreign Minister Tariq Anwar spoke.", "foreign minister", "current", "Chad"),
        ("Tariq Anwar, foreign minister of Chad, spoke.", "foreign minister", "current", "Chad"),
        ("Chad's foreign minister, Tariq Anwar, spoke.", "foreign minister", "current", "Chad"),
        ("Tariq Anwar (foreign minister of Chad) spoke.", "foreign minister", "current", "Chad"),
        ("The president of Colombia, Tariq Anwar, spoke.", "president", "current", "Colombia"),
        ("Tariq Anwar is the foreign minister of Chad.", "foreign minister", "current", "Chad"),
        ("Tariq Anwar was appointed foreign minister of Chad.", "foreign minister", "current", "Chad"),
        ("Pakistan's Deputy Prime Minister and Foreign Minister Tariq Anwar spoke.",
        "deputy prime minister and foreign minister", "current", "Pakistan"),
        ("Chinese Vice Premier Tariq Anwar spoke.", "vice premier", "current", "China"),
        ("EU Trade Commissioner Tariq Anwar spoke.", "trade commissioner", "current", "European Union"),
        ("US Trade Representative Tariq Anwar spoke.", "trade representative", "current", "United States"),
        ("Brazilian Environment Minister Tariq Anwar spoke.", "environment minister", "current", "Brazil"),
        ("Tariq Anwar, the deputy head of the Sudanese Sovereignty Council, spoke.", "deputy head", "current",
        "Sudanese Sovereignty Council"),
        ("Tariq Anwar, commander of the Rapid Support Forces, spoke.", "commander", "current", "Rapid Support Forces"),
        ("M23 spokesman Tariq Anwar spoke.", "spokesman", "current", "M23"),
        ("State Department spokeswoman Tariq Anwar spoke.", "spokeswoman", "current", "State Department"),
        ("Kremlin spokesman Tariq Anwar spoke.", "kremlin spokesman", "current", "Russia"),
        ("Former Colombian president Tariq Anwar spoke.", "president", "former", "Colombia"),
        ("Tariq Anwar, a former foreign minister of Chad, spoke.", "foreign minister", "former", "Chad"),
        ("Colombian ex-president Tariq Anwar spoke.", "president", "former", "Colombia"),
        ("Colombian President-elect Tariq Anwar spoke.", "president", "announced", "Colombia"),
        ("Armenian prime minister-designate Tariq Anwar spoke.", "prime minister", "announced", "Armenia"),
        ("COP30 President Tariq Anwar spoke.", "president", "current", "COP30"),
        ("Tariq Anwar, the African Union's mediator, spoke.", "mediator", "current", "African Union"),
    ],
)  # fmt: skip
def test_a_post_is_read_with_its_tenure_and_organisation(
    sentence: str, title: str, tenure: str, organization: str
) -> None:
    read = told(sentence)
    assert read.persons == ["Tariq Anwar"]
    assert ("Tariq Anwar", title, tenure, organization) in read.posts
    assert len(read.posts) == 1


def test_titles_of_two_people_in_one_possessive() -> None:
    read = told("President Idris Oumar's special envoy Lamine Traore arrived in Doha.")
    assert read.persons == ["Idris Oumar", "Lamine Traore"]
    assert {(p, t) for p, t, _, _ in read.posts} == {
        ("Idris Oumar", "president"),
        ("Lamine Traore", "idris oumar's special envoy"),
    }


def test_a_plural_title_is_everybodys() -> None:
    read = told("Presidents Idris Oumar and Hamid Barka met in Doha.")
    assert {(p, t) for p, t, _, _ in read.posts} == {("Idris Oumar", "president"), ("Hamid Barka", "president")}


def test_a_counterpart_has_the_same_post_in_the_other_state() -> None:
    read = told("Rwandan foreign minister Olivier Habimana and his Congolese counterpart Therese Mukendi signed it.")
    assert ("Therese Mukendi", "foreign minister", "current", "DR Congo") in read.posts


def test_a_surname_alone_means_the_person_named_before() -> None:
    read = told(
        "Foreign Minister Salma Idriss of Sudan arrived. Idriss said the roads were open. Ms. Idriss then left."
    )
    assert read.persons == ["Salma Idriss"]
    assert read.said == [("Salma Idriss", "the roads were open")]


def test_an_official_has_the_side_of_the_post() -> None:
    read = told("Armenian Prime Minister Aram Petrosian proposed a truce.", "Armenia", "Azerbaijan")
    assert read.acts == [("propose", "Armenia", "")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Foreign Ministry said no.", "The General Staff said no.", "Previously, Sudan had left.",
        "Human Rights Watch said no.",
        "The Geneva Convention was signed.", "The Red Sea was closed.", "Last Monday was quiet.",
    ],
)  # fmt: skip
def test_bodies_places_and_days_are_no_persons(sentence: str) -> None:
    assert told(sentence).persons == []


def test_an_outlet_is_no_person_and_says_what_it_reports() -> None:
    read = told("Sudan would open the roads, Harbour Wire reported.", "Sudan", "Chad")
    assert read.persons == []
    assert read.said == [("Harbour Wire", "Sudan would open the roads")]


@pytest.mark.parametrize("kin", ["the deputy minister's daughter, ", "the minister’s sister, ", "his brother, "])
def test_a_surname_before_the_full_name_of_a_relative_is_not_the_relatives(kin: str) -> None:
    read = told(
        f"Sudan’s Foreign Minister Idriss said the roads were open. Mona Idriss, {kin}called on both sides to talk.",
        "Sudan", "Chad",
    )  # fmt: skip
    assert read.persons == ["Idriss", "Mona Idriss"]


def test_guards_and_troops_are_nobodys_name() -> None:
    read = told("Sudan's Border Guards said that 40 boats had crossed, and Coastal Forces that none had.")
    assert not {name for name in read.persons if "Guards" in name or "Forces" in name}


@pytest.mark.parametrize(
    ("words", "persons"),
    [
        ("Kenya asked Uganda to reopen the Mazorak border crossing. Water ran from Mazorak.", []),
        ("Kenya would release water from Sarob in June. The Sarob dam is full.", []),
        ("Guards stand three kilometres from Mazorak.", []),
        ("Trade Minister Rosa Kioko spoke. Kioko opened the Kioko bridge.", ["Rosa Kioko"]),
        ("The song was good. (Laughter.) President Rosa Kioko signed the Executive Order.", ["Rosa Kioko"]),
    ],
)
def test_what_a_dam_or_crossing_is_called_by_and_noises_are_nobody(words: str, persons: list[str]) -> None:
    assert told(words).persons == persons


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Farouk Idriss, the minister's son and a lawmaker, went further than Minister Jamal Idriss. The younger "
            "Idriss said the plan was late.",
            "Farouk Idriss",
        ),
        (
            "Governor Rustam Omer, the elder brother of Minister Bashir Omer, told farmers to wait. Governor Omer said "
            "the year would be dry. Minister Bashir Omer left.",
            "Rustam Omer",
        ),
        (
            "Farouk Idriss, the minister's son, was there with Minister Jamal Idriss. Idriss said the plan was late.",
            "Jamal Idriss",
        ),
    ],
)
def test_a_relative_is_meant_where_words_say_so(text: str, speaker: str) -> None:
    assert told(text).said[-1][0] == speaker
