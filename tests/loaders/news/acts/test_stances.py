"""Acts without a verb of negotiation or in bare clauses, whom acts are meant for, what a description means."""

from __future__ import annotations

import pytest

from parley.graph.records import Act

from ..reading import Told, told, whole


def meant(found: Told) -> list[tuple[str, list[str], list[str]]]:
    """(type, agents, implied addressees) of every act."""
    return [(a.type, found.labels(a.agents), found.labels(a.implied_addressees)) for a in found.of(Act)]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Sudan took the offer under advisement.", "agreeToConsider"),
        ("Sudan promised to take a closer look at the map.", "agreeToConsider"),
        ("Sudan promised to study a list of 90 detainees.", "agreeToConsider"),
        ("Sudan undertook to look into the complaint.", "agreeToConsider"),
        ("Sudan will weigh the idea of joint patrols, its envoy said.", "agreeToConsider"),
        ("Sudan was willing to look at the dates.", "agreeToConsider"),
        ("Sudan said no to a joint force.", "reject"),
        ("Sudan will never accept foreign troops on its soil.", "reject"),
        ("Sudan does not recognise the line of 1934.", "reject"),
        ("A joint force is out of the question, Sudan said.", "reject"),
        ("The border is not up for negotiation, Sudan said.", "reject"),
        ("The request is under study, Sudan said.", "agreeToConsider"),
        ("Sudan said it could accept 60 days.", "offer"),
        ("Sudan said it would be prepared to return 40 lorries.", "offer"),
        ("Sudan said it could live with observers.", "offer"),
        ("Sudan wants 200 lorries a day.", "demand"),
        ("Sudan is to pay 30 million dollars.", "commit"),
        ("Sudan will hold its fire for a week.", "commit"),
        ('"All prisoners must be freed," Sudan said.', "demand"),
        ('"The siege has to end," Sudan said.', "demand"),
        ('"Let us extend the truce by a week," Sudan said.', "propose"),
        ('"We are going to lift the siege," Sudan said.', "commit"),
        ("Sudan said it would not sign unless the siege ended.", "setCondition"),
    ],
)  # fmt: skip
def test_a_stance_is_an_act(sentence: str, act: str) -> None:
    assert [(kind, agents) for kind, agents, _ in meant(told(sentence))] == [(act, ["Sudan"])]


@pytest.mark.parametrize(
    "sentence",
    [
        "Would Sudan accept a truce?", "The delegation will include two generals.", "Sudan dismissed the reports.",
        "Sudan rejected suggestions that it had signed.", '"They will see," an analyst said.',
        '"The siege must end," an analyst in Geneva said.', "Sudan wanted nothing.",
        "Sudan would not have thought of it.",
    ],
)  # fmt: skip
def test_what_is_no_act(sentence: str) -> None:
    assert told(sentence).of(Act) == []


@pytest.mark.parametrize(
    ("sentence", "addressees"),
    [
        ("Sudan proposed a 90-day truce.", ["Chad"]),
        ("Sudan demanded that its prisoners be freed.", ["Chad"]),
        ("Kenya proposed a 90-day truce.", []),  # where a third side acts, nobody is implied
        ("Sudan agreed to study a Kenyan paper on customs.", ["Kenya"]),
        ("Sudan and Chad agreed to open a crossing.", []),
    ],
)
def test_whom_an_act_is_meant_for_when_its_words_do_not_say(sentence: str, addressees: list[str]) -> None:
    [(_, _, implied)] = meant(told(sentence))
    assert implied == addressees


def test_whom_the_words_address_is_not_implied() -> None:
    [act] = told("Sudan demanded that Chad open the road.").of(Act)
    assert act.addressees
    assert not act.implied_addressees


@pytest.mark.parametrize(
    ("sentence", "agents"),
    [
        ("The government proposed a truce of 90 days.", ["Colombia"]),
        ("The guerrillas proposed a truce of 90 days.", ["ELN"]),
    ],
)
def test_a_description_means_one_of_the_parties(sentence: str, agents: list[str]) -> None:
    [(_, found, _)] = meant(told(sentence, "Colombia", "the ELN"))
    assert found == agents


def test_a_description_that_fits_two_parties_means_neither() -> None:
    assert told("The government proposed a truce of 90 days.").of(Act) == []


@pytest.mark.parametrize(
    ("sentence", "agents"),
    [
        ("Amina Deng, Sudan's envoy, said her side had offered to free 40 men.", ["Sudan"]),
        ("Amina Deng, Sudan's envoy, said she would propose a new date.", ["Sudan"]),
        ("A pause proposed by Kenya was discussed.", ["Kenya"]),
        ("A proposal by Kenya for joint patrols was discussed.", ["Kenya"]),
    ],
)
def test_who_acts(sentence: str, agents: list[str]) -> None:
    assert agents in [found for _, found, _ in meant(told(sentence))]


def test_an_act_keeps_all_amounts_of_its_words() -> None:
    term = told("Sudan offered to free 40 men, 12 women and 9 boys within 72 hours.").term
    assert term.quantity is not None
    assert [q.printed for q in (term.quantity, *term.further)] == ["40", "12", "9"]
    assert term.duration is not None
    assert term.duration.printed == "72 hours"


@pytest.mark.parametrize(
    ("header", "act"),
    [("What Sudan asked for", "request"), ("Sudan's demands:", "demand"), ("What Sudan offered", "offer"),
     ("Sudanese proposals", "propose")],
)  # fmt: skip
def test_the_items_of_a_list_are_what_its_heading_says(header: str, act: str) -> None:
    found = told(f"{header}\n- A review of 90 files\n- An end to flights over the border")
    assert [(kind, agents) for kind, agents, _ in meant(found)] == [(act, ["Sudan"])] * 2


def test_a_heading_without_a_party_makes_no_acts() -> None:
    assert told("What was demanded\n- A review of 90 files\n- An end to flights").of(Act) == []


def test_a_match_is_no_negotiation() -> None:
    found = whole(
        "Kenya and Uganda settle it late\n\nThe coach of Kenya offered his goalkeeper a new deal before the match. "
        "The referee gave a penalty after talks with his assistant, and the striker agreed to take the kick.\n\n"
        "Uganda demanded that the referee study the goal."
    )
    assert found.of(Act) == []


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The director of the trade body Sudan Steel, Omar Bakri, said prices would fall.", "Omar Bakri"),
        ("According to the newspaper Al Watan, prices fell in May.", "Al Watan"),
    ],
)
def test_a_name_beside_a_noun_is_who_speaks(sentence: str, speaker: str) -> None:
    assert [who for who, _ in told(sentence).said] == [speaker]
