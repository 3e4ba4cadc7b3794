"""Namesakes in one article stay apart, and a name that could be either's is said to be so."""

from __future__ import annotations

import pytest

from parley.graph.records import Agent, PostHolding

from ..reading import Told, told, whole

KENYA = "Kenya and Somalia held talks on the border in Djibouti on Monday. "


def _read(text: str) -> Told:
    return whole(f"Kenya and Somalia hold talks\n\n{KENYA}{text}\n")


def _posts(read: Told) -> set[tuple[str, str]]:
    return {(p.person, p.title.lower()) for p in read.of(PostHolding)}


def test_one_full_name_with_posts_of_two_states_is_two_persons() -> None:
    read = _read(
        "Kenyan Foreign Minister John Maina said the talks were good. "
        "Somali Finance Minister John Maina said they were bad."
    )
    assert _posts(read) == {("person/john-maina", "foreign minister"), ("person/john-maina-so", "finance minister")}


def test_a_namesake_is_another_person() -> None:
    read = _read("Kenyan Health Minister Ana Ruiz was there. Her namesake, the negotiator Ana Ruiz of Somalia, left.")
    assert _posts(read) == {("person/ana-ruiz", "health minister"), ("person/ana-ruiz-so", "negotiator")}


def test_a_son_of_the_same_name_in_the_same_sentence_is_another_person() -> None:
    read = _read(
        "Kenyan negotiator Samson Oduya, 62, and his son Samson Oduya, the spokesman for the Kenyan delegation, came. "
        "Oduya the spokesman said the border would open."
    )
    assert _posts(read) == {("person/samson-oduya", "negotiator"), ("person/samson-oduya-2", "spokesman")}


def test_a_surname_of_two_that_nothing_decides_is_said_to_be_of_either() -> None:
    read = _read("Somali envoy Ali Hassan met Kenyan envoy Peter Hassan. Hassan said his country would free the crews.")
    assert ("Ali Hassan or Peter Hassan", "his country would free the crews") in read.said
    assert _posts(read) == {("person/ali-hassan", "envoy"), ("person/peter-hassan", "envoy")}


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Trade Minister Hassan said the fees would fall.", "Peter Hassan"),
        ("Hassan, the foreign minister, said the fees would fall.", "Ali Hassan"),
        ("The Somali foreign minister, Hassan, said the fees would fall.", "Ali Hassan"),
        ("Peter Hassan said the fees would fall.", "Peter Hassan"),
    ],
)
def test_a_surname_of_two_is_his_whose_post_stands_beside_it(words: str, speaker: str) -> None:
    read = _read(f"Somali Foreign Minister Ali Hassan met Kenyan Trade Minister Peter Hassan. {words}")
    assert [who for who, said in read.said if "fees" in said] == [speaker]


def test_a_surname_of_two_is_his_who_alone_is_named_in_the_paragraph() -> None:
    read = _read(
        "Somali Foreign Minister Ali Hassan met Kenyan Trade Minister Peter Hassan.\n\n"
        "Peter Hassan arrived by train. Hassan said the fees would fall."
    )
    assert [who for who, said in read.said if "fees" in said] == ["Peter Hassan"]


def test_a_surname_is_his_who_alone_is_named_so_far() -> None:
    read = _read(
        "Somali Foreign Minister Ali Hassan came. Hassan said the fees would fall.\n\n"
        "Kenyan Trade Minister Peter Hassan disagreed."
    )
    assert [who for who, said in read.said if "fees" in said] == ["Ali Hassan"]


@pytest.mark.parametrize(
    "again",
    [
        "The former Somali envoy Ali Hassan said the fees would fall.",
        "Ali Hassan, the envoy to Somalia, said the fees would fall.",
        "Foreign Minister Ali Hassan said the fees would fall.",
    ],
)
def test_one_person_with_one_state_and_other_posts_stays_one(again: str) -> None:
    read = told(f"Kenyan Foreign Minister Ali Hassan came. {again}", "Kenya", "Somalia")
    assert [a.key for a in read.of(Agent) if a.kind == "person"] == ["person/ali-hassan"]


def test_two_titles_before_two_names_give_each_his_own_state() -> None:
    read = _read(
        "The talks were between the President of the Republic of Kenya Daniel Otieno and Prime Minister of the "
        "Republic of Somalia Ali Hassan. Somali Prime Minister Ali Hassan said the fees would fall."
    )
    assert sorted(a.label for a in read.of(Agent) if a.kind == "person") == ["Ali Hassan", "Daniel Otieno"]


def test_a_surname_with_a_title_before_the_full_name_is_not_his_who_has_another_calling() -> None:
    read = _read(
        "Somali Foreign Minister Hassan said the fees would fall. Hassan said crews could go home. "
        "Ali Hassan, a lawmaker, said the tolls were high."
    )
    assert _posts(read) == {("person/hassan", "foreign minister"), ("person/ali-hassan", "lawmaker")}
    assert {(who, said) for who, said in read.said if "crews" in said} == {("Hassan", "crews could go home")}


def test_a_surname_with_a_title_before_the_full_name_is_his_whose_calling_goes_with_it() -> None:
    read = _read("Somali Foreign Minister Hassan said the fees would fall. Ali Hassan, the chief negotiator, left.")
    assert {who for who, _ in _posts(read)} == {"person/ali-hassan"}


def test_one_full_name_of_a_minister_and_of_a_hydrologist_is_two_persons() -> None:
    read = _read(
        "Somali Foreign Minister Ali Hassan said the fees would fall. Ali Hassan, the hydrologist of the Harbour "
        "Institute in Bergen, takes no part in the talks."
    )
    assert _posts(read) == {("person/ali-hassan", "foreign minister"), ("person/ali-hassan-2", "hydrologist")}


def test_one_full_name_of_an_adviser_and_of_a_chief_executive_is_one_person() -> None:
    read = _read("Presidential adviser Ali Hassan came. Ali Hassan, the chief executive of Bergen Ferries, left.")
    assert {who for who, _ in _posts(read)} == {"person/ali-hassan"}


NAMED = "Ali Hassan of Somalia flew home on Friday. He called the talks useful.\n\n"


@pytest.mark.parametrize(
    ("words", "persons"),
    [
        ("At the Harbour Institute, hydrologist Ali Hassan warned of a dry year.", 2),
        ("At the harbour, Deputy Prime Minister Ali Hassan warned of a dry year.", 1),
        ("At the harbour, Ali Hassan warned of a dry year.", 1),
    ],
)
def test_who_is_named_in_full_again_with_work_of_no_office_is_another(words: str, persons: int) -> None:
    read = _read(f"{NAMED}{words}")
    assert len({one.key for one in read.of(Agent) if one.label == "Ali Hassan"}) == persons
