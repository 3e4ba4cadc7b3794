"""The two sides of an article: a movement that rules is one with its state, and a company's home is none."""

from __future__ import annotations

import pytest

from parley.loaders.news.cast.actors import Actors
from parley.loaders.news.language.annotation import annotate, load_model
from parley.loaders.news.names.gazetteer import load_gazetteer
from parley.loaders.news.text.segments import cut


def sides(text: str) -> set[str]:
    """The two sides that an article is about."""
    actors = Actors(annotate(text, cut(text), load_model(None)), load_gazetteer())
    return {str(key) for key in actors.pair}


@pytest.mark.parametrize(
    "who",
    ["Afghanistan's Taliban authorities", "the Taliban government of Afghanistan", "Afghanistan's Taliban rulers"],
)
def test_a_movement_that_rules_is_one_side_with_its_state(who: str) -> None:
    text = f"A river\n\nIran asked {who} for water. The Taliban said no.\n\nThe Taliban wrote. Afghanistan is dry.\n"
    assert sides(text) == {"state/AF", "state/IR"}


def test_a_movement_that_talks_with_its_state_is_another_side() -> None:
    text = "Talks\n\nAfghanistan and the Taliban opened talks. The Taliban said that Afghanistan had agreed.\n"
    assert sides(text) == {"state/AF", "organization/taliban"}


def test_the_home_of_a_company_is_no_side() -> None:
    text = (
        "A mine\n\nThe government of Peru and Canada's Northgate Minerals are near a deal. Peru wants more.\n\n"
        "The company spoke of a free-trade treaty between Canada and Peru.\n"
    )
    assert "state/CA" not in sides(text)


def test_a_ministry_of_a_state_stands_for_it() -> None:
    text = "A mine\n\nPeru asked Canada's Ministry of Mines for help. Canada's Ministry of Mines told Peru to wait.\n"
    assert sides(text) == {"state/CA", "state/PE"}


def test_whoever_only_looks_on_is_no_side_of_a_state() -> None:
    text = "Houses agree\n\nLibya's houses agreed. The United Nations mission was glad. Libya waits.\n"
    assert sides(text) == set()


def test_a_state_that_only_its_government_is_called_faces_its_movement() -> None:
    text = (
        "Rebels wait\n\nThe ELN said no. The government team said yes. The ELN asked the government team to wait.\n\n"
        "An accord was signed in Cuba.\n"
    )
    assert sides(text) == {"organization/eln", "state/CO"}


def test_where_the_two_sides_announce_something_is_none_of_them() -> None:
    text = (
        "A truce\n\nSudan and Chad have extended their truce until May, the two sides announced in Nairobi. Kenya "
        "thanked them.\n\nThe truce of Sudan holds, Chad said.\n"
    )
    assert sides(text) == {"state/SD", "state/TD"}


def test_communities_that_negotiate_as_such_are_the_two_sides() -> None:
    text = (
        "Talks on the island\n\nThe Greek Cypriot and Turkish Cypriot leaders met in Geneva. Cyprus is split.\n\n"
        "The Greek Cypriot leader wrote. Northern Cyprus, known by Turkey alone, is where the Turkish Cypriot lives.\n"
    )
    assert sides(text) == {"organization/greek-cypriot-community", "organization/turkish-cypriot-community"}


@pytest.mark.parametrize(
    "words",
    [
        "The delegations of Chad, Niger, Mali and Togo agreed on Friday to share the catch.",
        "Chad, Niger, Mali and Togo have reached an arrangement on the catch.",
    ],
)
def test_all_who_agree_where_an_article_begins_are_the_parties(words: str) -> None:
    text = f"Fish of the lake\n\n{words}\n\nChad wrote. Niger wrote. Chad said no. Niger said yes.\n"
    actors = Actors(annotate(text, cut(text), load_model(None)), load_gazetteer())
    assert {str(key) for key in actors.told_pair} == {"state/TD", "state/NE", "state/ML", "state/TG"}


@pytest.mark.parametrize(
    "words", ["A deal binds Chad, Niger, Mali and Togo.", "Chad, Niger, Mali and Togo had rain on Friday."]
)
def test_those_who_are_only_named_together_are_not(words: str) -> None:
    text = f"Fish of the lake\n\n{words}\n\nChad wrote. Niger wrote. Chad said no. Niger said yes.\n"
    actors = Actors(annotate(text, cut(text), load_model(None)), load_gazetteer())
    assert not {"state/ML", "state/TG"} & {str(key) for key in actors.told_pair}


def test_those_who_mediate_between_two_are_no_parties() -> None:
    text = (
        "Truce talks\n\nQatar, Egypt and Jordan met on Friday. They want Israel and Hamas to agree.\n\n"
        "Hamas wrote. Israel wrote. Hamas said no. Israel said yes.\n"
    )
    actors = Actors(annotate(text, cut(text), load_model(None)), load_gazetteer())
    assert not {"state/QA", "state/EG", "state/JO"} & {str(key) for key in actors.told_pair}


def told_pair(text: str) -> set[str]:
    actors = Actors(annotate(text, cut(text), load_model(None)), load_gazetteer())
    return {str(key) for key in actors.told_pair}


LONG = "\n\n".join(f"The {word} was slow, and the water was low." for word in ("summer", "spring", "night", "day") * 6)


@pytest.mark.parametrize(
    ("words", "sides"),
    [
        ("Chad buys light from Niger, as both countries agreed. Mali wrote. Mali is dry.", {"state/TD", "state/NE"}),
        ("Chad and Niger share the flow. Chad is slow.", {"state/TD", "state/NE"}),
        ("Chad shares the flow. Niger is slow.", set()),
    ],
)
def test_two_whom_words_name_at_once_are_the_sides_of_a_long_text_too(words: str, sides: set[str]) -> None:
    assert told_pair(f"Water\n\n{words} Niger wrote.\n\n{LONG}\n\nChad wrote.\n") == sides


def test_two_groups_that_bargain_are_the_sides_and_not_the_states_they_are_in() -> None:
    told = "Dock workers and port operators resumed bargaining on Monday."
    assert sides(f"Harbour pay\n\n{told}\n\nKenya wrote. Uganda wrote. Kenya said no.\n") == {
        "unnamed/dock-workers",
        "unnamed/port-operators",
    }


def test_the_union_is_the_only_one_that_is_named() -> None:
    told = "Port operators and the union resumed bargaining on Monday."
    assert sides(f"Harbour pay\n\n{told}\n\nUnite the Union wrote. Britain wrote.\n") == {
        "organization/unite-the-union",
        "unnamed/port-operators",
    }


def test_two_groups_are_the_sides_where_no_state_is_named() -> None:
    assert sides("Pay\n\nDock workers and port operators held talks on Monday.\n") == {
        "unnamed/dock-workers",
        "unnamed/port-operators",
    }
