"""Whose a bare title is: guessed only where nothing else can be meant, told as inferred, and nobody's otherwise."""

from __future__ import annotations

from decimal import Decimal

import pytest

from parley.graph.records import Agent, PostHolding, Statement
from parley.loaders.news.extract import read_article

from ..reading import Told, told


def read(text: str) -> Told:
    """The records of a whole article."""
    records = read_article(text, source_id="made-up")
    return Told(tuple(records.records), records.source)


def posts(told: Told) -> dict[str, tuple[str, str]]:
    """Person -> title and whose it is."""
    return {told.label(h.person): (h.title, told.label(h.organization)) for h in told.of(PostHolding)}


def sides(told: Told) -> dict[str, str]:
    """Person -> side."""
    return {a.label: told.label(a.side) for a in told.of(Agent) if a.kind == "person"}


SUMMIT = """Leaders meet in Lima

LIMA - Chile's President Ana Torres read a statement signed by Prime Minister Olaf Berg, and President Juma Odera.

Prime Minister Berg thanked the hosts. Foreign Minister Tove Lind stayed away.
"""


def test_a_title_takes_no_state_from_somebody_elses() -> None:
    told = read(SUMMIT)
    assert posts(told) == {
        "Ana Torres": ("President", "Chile"),
        "Olaf Berg": ("Prime Minister", ""),
        "Juma Odera": ("President", ""),
        "Tove Lind": ("Foreign Minister", ""),
    }
    assert {person for person, side in sides(told).items() if side} == {"Ana Torres"}


DOMESTIC = """Serbian rail strike ends

The Serbian rail strike ended on Monday, Serbian unions said. {0}
"""


def test_the_state_of_a_domestic_article_is_told_as_inferred() -> None:
    told = read(DOMESTIC.format("Transport Minister Mira Savic welcomed it."))
    [holding] = told.of(PostHolding)
    own, whose = sorted((s for s in told.of(Statement) if holding.key in s.supports), key=lambda s: s.aspect)
    assert told.label(holding.organization) == "Serbia"
    assert (own.evidence, own.aspect, own.confidence) == ("explicit", "", Decimal("0.9"))
    assert (whose.evidence, whose.aspect, whose.confidence) == ("inferred", "organization", Decimal("0.6"))
    assert own.span == whose.span


def test_a_state_in_the_title_is_explicit_alone() -> None:
    told = read(DOMESTIC.format("Serbian Transport Minister Mira Savic welcomed it."))
    [holding] = told.of(PostHolding)
    assert [(s.evidence, s.aspect) for s in told.of(Statement) if holding.key in s.supports] == [("explicit", "")]


@pytest.mark.parametrize(
    "sentence",
    [
        "President Mira Savic welcomed it. President Luka Horn did not.",  # one of them is of elsewhere
        "In Tirgu, President Mira Savic welcomed it.",  # who knows where that is
        "President Mira Savic invited Norway.",
        "Ambassador Mira Savic welcomed it.",
        "COP president Mira Savic welcomed it.",
        "Shadow transport minister Mira Savic welcomed it.",
    ],
)
def test_where_another_could_be_meant_nobody_is(sentence: str) -> None:
    assert posts(read(DOMESTIC.format(sentence)))["Mira Savic"][1] == ""


def test_an_office_that_somebody_else_holds_is_not_given_twice() -> None:
    told = read(DOMESTIC.format("The Serbian president, Luka Horn, left.\n\nPresident Mira Savic welcomed it."))
    assert posts(told) == {"Luka Horn": ("president", "Serbia"), "Mira Savic": ("President", "")}


TALKS = (
    "Talks between Chile and Peru resume\n\nDelegations from Chile and Peru opened talks on a ceasefire in Doha.\n\n{0}"
)


@pytest.mark.parametrize(
    ("sentence", "whose"),
    [
        ("Chile wanted more. Defence Minister Ana Torres asked for a year.", "Chile"),
        ("Chile sent Defence Minister Ana Torres.", "Chile"),
        ("Chile accused Defence Minister Ana Torres of lying.", ""),
        ("Chile's president, Luz Mora, wanted more. Defence Minister Ana Torres asked for a year.", ""),
        ("Chile wanted more. Defence Minister Ana Torres said Norway would help.", ""),
        ("Defence Minister Ana Torres asked for a year.", ""),
        ("Chile said that Defence Minister Ana Torres was lying.", ""),
        ("Fishermen said Chile wanted more. Defence Minister Ana Torres asked for a year.", ""),
        ("Chile wanted more, Defence Minister Ana Torres told reporters.", "Chile"),
    ],
)
def test_between_two_states_the_subject_before_decides_alone(sentence: str, whose: str) -> None:
    assert posts(read(TALKS.format(sentence)))["Ana Torres"] == ("Defence Minister", whose)


def test_titles_of_several_states_go_in_pairs() -> None:
    told = read(TALKS.format("The presidents of Kenya and Ghana, Juma Odera and Kofi Mensa, came. "
                             "So did the Danish and Swedish envoys, Ole Holm, Ulf Ek and others."))  # fmt: skip
    assert posts(told) == {
        "Juma Odera": ("president", "Kenya"),
        "Kofi Mensa": ("president", "Ghana"),
        "Ole Holm": ("envoy", ""),
        "Ulf Ek": ("envoy", ""),
    }


@pytest.mark.parametrize(
    ("sentence", "post"),
    [
        ("A former aide to President Ana Torres left.", {"Ana Torres": ("President", "")}),
        ("The spokesman for President Ana Torres left.", {"Ana Torres": ("President", "")}),
        ("Defence Minister Amir Haddad left.", {"Amir Haddad": ("Defence Minister", "")}),
        ("Jordan's Foreign Minister Prince Talal Rashed left.", {"Talal Rashed": ("Foreign Minister", "Jordan")}),
        ("Kenya's national security adviser Juma Odera met his Danish counterpart, Ole Holm.",
        {"Juma Odera": ("national security adviser", "Kenya"), "Ole Holm": ("national security adviser", "Denmark")}),
        ("But Chile's lead negotiator, Ana Torres, left.", {"Ana Torres": ("lead negotiator", "Chile")}),
        ("Ana Torres, negotiator of the Mandavi accord, left.", {"Ana Torres": ("negotiator", "")}),
        ("Secretary of the Treasury Ana Torres and Housing Tsar Ole Holm left.",
        {"Ana Torres": ("Secretary", "Treasury")}),
    ],
)  # fmt: skip
def test_posts_are_of_whom_the_words_name(sentence: str, post: dict[str, tuple[str, str]]) -> None:
    found = posts(read(TALKS.format(sentence)))
    assert {person: found[person] for person in post} == post


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Torres, a Chile expert, left.",
        "The Times' Santiago correspondent, Ana Torres, left.",
        "Chilean opposition leader Ana Torres asked for a truce.",
        "Chilean senator Ana Torres asked for a truce.",
        "The Chilean mediator Ana Torres asked for a truce.",
        "The UN envoy, the Chilean diplomat Ana Torres, asked for a truce.",
    ],
)
def test_who_does_not_speak_for_a_state_is_not_on_its_side(sentence: str) -> None:
    assert sides(read(TALKS.format(sentence)))["Ana Torres"] != "Chile"


@pytest.mark.parametrize(
    "sentence",
    [
        "They met at Ana Torres Road.",
        "He has the Ana Torres Prize.",
        "The Ana Torres Act passed.",
        "HMS Ana Torres sank.",
        "Storm Ana came near.",
        "Goldman Sachs and Lockheed Martin sent observers.",
        "Rolls-Royce declined.",
        "They were driven to Deir Hafra.",
        "The frigate Admiral Torres sank.",
        "The tanker Queen Ana left.",
    ],
)
def test_things_with_names_of_people_are_no_people(sentence: str) -> None:
    assert sides(read(TALKS.format(sentence))) == {}


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Chad's ambassador to the United Nations, Omar Bako,", "Chad"),
        ("Omar Bako, Chad's ambassador to NATO,", "Chad"),
        ("Chad's UN ambassador Omar Bako", "Chad"),
        ("UN Ambassador Omar Bako", ""),
        ("EU ambassador Omar Bako", "European Union"),
        ("UN envoy Omar Bako", "United Nations"),
        ("Chadian negotiator Omar Bako", "Chad"),
    ],
)
def test_who_is_sent_to_a_body_is_of_those_who_send_him(words: str, side: str) -> None:
    assert sides(read(f"Talks in Oslo\n\n{words} spoke in Oslo on Monday.\n"))["Omar Bako"] == side


@pytest.mark.parametrize(("where", "side"), [("the British government", ""), ("the US embassy", "United States")])
def test_a_post_that_two_states_have_is_of_the_one_that_is_named(where: str, side: str) -> None:
    told = read(f"Talks in Belfast\n\nSecretary of State Adam Poole spoke in Belfast on Monday at {where}.\n")
    assert sides(told)["Adam Poole"] == side


def test_each_of_two_who_are_joined_has_the_post_that_stands_before_his_name() -> None:
    read = told("Talks were held between President of Chad Idris Kone and Prime Minister of Mali Sory Keita.")
    assert {("Idris Kone", "president", "current", "Chad"), ("Sory Keita", "prime minister", "current", "Mali")} <= (
        read.posts
    )


def test_whom_somebody_has_met_holds_no_post_of_his() -> None:
    read = told("Idris Kone is the third Sudanese president Salma Novak has met.")
    assert ("Salma Novak", "president", "current", "Sudan") not in read.posts


def test_regions_hold_no_posts() -> None:
    assert told("The fall hurt major Western economies.").persons == []


TWO = """Norway and Iceland talk about cod

Norway and Iceland held talks in Oslo on Monday.

{0}
"""


@pytest.mark.parametrize(
    ("paragraph", "title", "whose"),
    [
        (
            "Iceland will not write it into a text, chief negotiator Ana Torres told reporters.",
            "chief negotiator",
            "Iceland",
        ),
        ("Iceland is ready to sign, chief negotiator Ana Torres said.", "chief negotiator", "Iceland"),
        (
            "Fisheries Minister Ana Torres gave no figure. Asked if Iceland would sign, she said that nothing was off "
            "the table in Norway.",
            "Fisheries Minister",
            "Iceland",
        ),
        (
            "The Principal Secretary for Fisheries, Ana Torres, met Norwegian skippers. Ana Torres conveyed "
            "Iceland's concern.",
            "Principal Secretary for Fisheries",
            "Iceland",
        ),
        ("Fisheries Minister Ana Torres flew back from Oslo with nothing.", "Fisheries Minister", "Iceland"),
        (
            "Iceland holds that Norway counts twice. It wants a new count. “We can wait,” said Ana Torres, a deputy "
            "fisheries minister.",
            "deputy fisheries minister",
            "Iceland",
        ),
        (
            "The Icelandic delegation has not agreed. “We shall think,” said the head of the team, Ambassador Ana "
            "Torres.",
            "Ambassador",
            "Iceland",
        ),
        (
            "Iceland is willing to wait. “A number is a number,” one Icelandic official said. The delegation's "
            "leader, Ana Torres, agreed.",
            "leader",
            "Iceland",
        ),
    ],
)
def test_the_clauses_around_a_bare_title_tell_whose_it_is(paragraph: str, title: str, whose: str) -> None:
    assert posts(read(TWO.format(paragraph)))["Ana Torres"] == (title, whose)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Iceland attacked, chief negotiator Ana Torres told reporters.",
        "Iceland wants a new count. Norway wants none. “We can wait,” said Ana Torres, a deputy fisheries minister.",
        "Iceland wants a new count. “We can wait,” said Ana Torres, a deputy fisheries minister.",
    ],
)
def test_what_is_said_of_one_side_alone_makes_nobody_its_minister(paragraph: str) -> None:
    assert posts(read(TWO.format(paragraph)))["Ana Torres"][1] == ""


def test_a_chairman_in_a_capital_is_his_own_bodys() -> None:
    text = "Parties talk\n\nThe Labour Front will not talk, as its Brussels chairman Juma Odera said on Monday.\n"
    assert posts(read(text))["Juma Odera"] == ("chairman", "Labour Front")


def test_the_spokesman_of_a_briefing_is_that_of_the_body_where_it_is_held() -> None:
    text = "Transcript of the briefing\n\nThis is the briefing at NATO headquarters by the spokesperson, Ana Torres.\n"
    assert posts(read(text))["Ana Torres"] == ("spokesperson", "NATO")


TRUCE = """Congo and M23 sign in Doha

The Democratic Republic of Congo and the M23 rebel group signed a truce in Doha on Friday. Qatar and Togo will send
observers.

The government's envoy, Felix Okitundu, said the places had been agreed.
"""


def test_the_government_that_faces_a_movement_is_not_the_state_that_led_another_paragraph() -> None:
    assert sides(read(TRUCE))["Felix Okitundu"] == "DR Congo"


def test_a_given_name_that_a_capital_has_too_begins_a_name_behind_a_title() -> None:
    told = read("Sides meet\n\nUN envoy Sofia Marquez, who led the talks, invited the two sides to return in June.\n")
    assert told.persons == ["Sofia Marquez"]
