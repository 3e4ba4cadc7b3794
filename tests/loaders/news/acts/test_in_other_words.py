"""Acts that reports tell in less usual words: in an apposition, in points of a list, behind "made"."""

from __future__ import annotations

import pytest

from parley.graph.records import Act

from ..reading import told, whole


def acts(sentence: str) -> list[tuple[str, str, str, str]]:
    """(type, agents, standing, item) of every act of a sentence."""
    return [(kind, agents, standing, item) for kind, agents, item, standing in told(sentence).rows]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Sudan's latest offer, a cap of 70,000 visas a year, was neither accepted nor turned down.",
            ("offer", "Sudan", "asserted", "a cap of 70,000 visas a year"),
        ),
        (
            "Each side undertook to release 500 prisoners.",
            ("commit", "Chad Sudan", "asserted", "release 500 prisoners"),
        ),
        (
            "Chad is seeking a larger share of the river's water.",
            ("request", "Chad", "asserted", "a larger share of the river's water"),
        ),
        (
            "Chad has objected to any link with the tariffs.",
            ("reject", "Chad", "asserted", "any link with the tariffs"),
        ),
        (
            "Sudan's call for joint patrols on the lake was read out.",
            ("demand", "Sudan", "asserted", "joint patrols on the lake"),
        ),
        ("Chad's objection to a tax on grain has not softened.", ("reject", "Chad", "asserted", "a tax on grain")),
        (
            "A Chadian proposal for a panel to trace missing soldiers has been on the table since May.",
            ("propose", "Chad", "asserted", "a panel to trace missing soldiers"),
        ),
        (
            "Sudan and Chad signed an arrangement on inspections.",
            ("agree", "Chad Sudan", "asserted", "an arrangement on inspections"),
        ),
        (
            "Sudanese and Chadian commanders agreed on Thursday to withdraw guns from the lake, officials said, nine "
            "months after fighting there broke a truce.",
            ("agree", "Chad Sudan", "claimed", "withdraw guns from the lake"),
        ),
    ],
)
def test_acts_in_other_words(sentence: str, expected: tuple[str, str, str, str]) -> None:
    assert acts(sentence) == [expected]


def test_each_point_of_a_list_is_agreed() -> None:
    sentence = "The parties agreed (a) to raise the quota to 450; (b) to share data; and (c) to close the bank in July."
    assert [item for _, _, _, item in acts(sentence)] == [
        "raise the quota to 450",
        "share data",
        "close the bank in July",
    ]


def test_a_plan_has_both_its_halves() -> None:
    sentence = (
        "Mediators from Egypt have put forward a proposal under which Sudan would hand over the boats, and Chad would "
        "return 45 fishermen."
    )
    [(kind, agents, _, item)] = acts(sentence)
    assert (kind, agents) == ("propose", "Egypt")
    assert item.endswith("and Chad would return 45 fishermen")


@pytest.mark.parametrize(
    "sentence",
    [
        "Chad has made the return of its envoys conditional on a pullback of guns.",
        "Chad made the return of its envoys a condition for a truce.",
    ],
)
def test_what_one_thing_is_made_conditional_on(sentence: str) -> None:
    [(kind, agents, standing, item)] = acts(sentence)
    assert (kind, agents, standing) == ("setCondition", "Chad", "asserted")
    assert item.startswith("the return of its envoys")


@pytest.mark.parametrize(
    "sentence",
    [
        "Chad made a mistake by treating the condition of the prisoners.",
        "Chad made progress on the condition of its roads.",
        "Chad has made a statement on the condition of the hostages.",
        "Chad made a condition clear.",
        "Chad has not made the truce conditional on a pullback.",
        "Each one came home.",
    ],
)
def test_no_condition_is_made(sentence: str) -> None:
    assert acts(sentence) == []


def test_what_is_joined_to_a_demand_is_another() -> None:
    found = acts("Chad wants prisoners to be freed by the army and has asked for the post of chairman.")
    assert [(kind, item) for kind, _, _, item in found] == [
        ("demand", "prisoners to be freed by the army"),
        ("request", "the post of chairman"),
    ]


def test_what_is_dropped_is_no_demand_of_the_other() -> None:
    sentence = "Chad has dropped its insistence that Sudan commit to a pause of 30 days."
    assert [(kind, agents) for kind, agents, _, _ in acts(sentence)] == [("withdraw", "Chad")]


def test_what_somebody_will_not_speak_of_is_not_his_claim() -> None:
    sentence = "Salma Idriss declined to say what had become of Chad's demand for electronic gates at the border."
    assert acts(sentence) == [("demand", "Chad", "asserted", "electronic gates at the border")]


def test_an_account_of_what_followed_is_none_of_what_came_before() -> None:
    text = (
        "Pause\n\nSudan and Chad held talks in Doha on Monday.\n\nThe Sudanese army, which undertook in May to vacate "
        "homes and by the UN's account did neither, said it had accepted the pause.\n"
    )
    read = whole(text)
    tellers = {read.label(key) for s in read.statements if "vacate" in read.words(s) for key in s.chain}
    assert "United Nations" not in tellers


@pytest.mark.parametrize(
    "sentence",
    [
        "Chad expects both sides to say yes.",
        "A Chadian official said he would be carrying a proposal for talks in Cairo.",
        "The first handover could take place on Friday if they approve, a Chadian official said.",
    ],
)
def test_what_is_only_foretold_is_no_act(sentence: str) -> None:
    assert acts(sentence) == []


def test_two_bodies_of_which_one_is_owned_are_two() -> None:
    text = (
        "Bronzes\n\nTalks between the University of Norwich and Chad's Commission for Museums ended.\n\n"
        "The University of Norwich and Chad's Commission for Museums have signed an agreement on the bronzes.\n"
    )
    read = whole(text)
    assert ["Chad", "University of Norwich"] in [read.labels(act.agents) for act in read.of(Act)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Of the treaty's 17 articles, 13 are agreed.",
        "Chad has put a third proposal to the holders of its bonds.",
        "Sudan dismissed the complaint.",
        "Sudan voted down an overture.",
        "The two delegations are to reassemble in Doha on Monday.",
        "Sudan said no, on the ground that one does not lend what one owns.",
        "Sudan wants a review of the price.",
        "Sudan asked for the vote to be put off until Thursday.",
        "Chad spoke of a list, which Sudan undertook to provide within ten days.",
        "Chad mocked Sudan's note as begging for a truce on the river.",
    ],
)
def test_words_that_leave_open_what_it_is_are_no_act(sentence: str) -> None:
    assert acts(sentence) == []


def test_who_says_no_rejects_what_was_offered_last() -> None:
    read = told("Sudan offered Chad a rotating loan of the bronzes. Chad said no, on the ground that they are its own.")
    assert [(a.type, read.label(a.item)) for a in read.of(Act)] == [
        ("offer", "a rotating loan of the bronzes"),
        ("reject", "a rotating loan of the bronzes"),
    ]


def test_what_a_company_offers_is_told_by_its_offer() -> None:
    text = (
        "Strike\n\nNegotiations between Northgate and the union broke off on Sunday.\n\n"
        "The company's offer would raise wages by a quarter over five years.\n"
    )
    read = whole(text)
    assert [(a.type, read.labels(a.agents)) for a in read.of(Act)] == [("offer", ["Northgate"])]


def test_both_parties_are_no_union_and_state_where_the_union_talks_with_a_company() -> None:
    text = (
        "Rail strike\n\nAslef, which represents drivers, reached an agreement with Northern. The RMT will stay out.\n\n"
        "The government of the United Kingdom is not involved. Both parties agreed to go to court in May.\n"
    )
    assert ("agree", "RMT United Kingdom", "") not in whole(text).acts


def test_the_pact_is_the_only_agreement_told_before() -> None:
    text = (
        "Patrols\n\nIn 2018 Sudan and Chad signed a military agreement.\n\n"
        "Sudan suspended the pact in June after a raid by Chad.\n"
    )
    read = whole(text)
    assert [read.label(a.item) for a in read.of(Act) if a.type == "takeStep"] == [
        "suspend the pact [military agreement]"
    ]


def test_a_claim_that_only_its_sentence_tells_whose_it_is_is_his() -> None:
    read = told(
        "A Chadian adviser, Jean Babu, told reporters that his movement was ready to sign provided Sudan withdrew its "
        "demand that boats leave the airport road."
    )
    tellers = {read.label(s.chain[-1]) for s in read.statements if s.chain and "demand" in read.words(s)}
    assert tellers == {"Jean Babu"}


def test_another_union_is_not_the_one_in_talks() -> None:
    text = (
        "Strike\n\nTalks between Nigeria and the Academic Staff Union of Universities went on.\n\n"
        "The Non-Academic Staff Union of Universities threatened to shut down lectures from 1 December.\n"
    )
    assert "Academic Staff Union of Universities" not in {name for _, name, _ in whole(text).acts}


def test_a_chamber_of_commerce_is_not_its_state() -> None:
    read = told("The Sudan Chamber of Commerce proposed a minimum price for Chadian cotton.")
    assert "Sudan" not in {agents for _, agents, _ in read.acts}


@pytest.mark.parametrize(
    "sentence",
    [
        "Chad declined to discuss rumours of Sudan's offer of a truce.",
        "Chad refused to discuss Sudan's alleged offer of a truce.",
        "Chad declined to say whether Sudan's offer of a truce had been made.",
    ],
)
def test_what_is_only_a_rumour_is_not_taken_for_granted(sentence: str) -> None:
    assert "asserted" not in {standing for _, agents, standing, _ in acts(sentence) if agents == "Sudan"}


def test_points_are_of_whoever_they_are_of() -> None:
    found = acts("Chad agreed to raise the quota by May but Sudan refused (a) to share data and (b) to close the bank.")
    assert [item for kind, agents, _, item in found if (kind, agents) == ("agree", "Chad")] == [
        "raise the quota by May"
    ]


@pytest.mark.parametrize(
    "sentence",
    ["Asked whether the talks had failed, Chad said no.", "Chad said no, that the report was false."],
)
def test_who_says_no_to_a_question_rejects_no_offer(sentence: str) -> None:
    read = told(f"Sudan offered Chad a rotating loan of the bronzes. {sentence}")
    assert [a.type for a in read.of(Act)] == ["offer"]


def test_what_is_called_a_blow_is_no_offer() -> None:
    assert acts("Sudan's latest offer, a blow to hopes of peace, was read out.") == []


def test_those_who_push_for_a_truce_are_not_its_sides() -> None:
    text = (
        "Qatar and Egypt push Israel and Hamas for truce\n\nIsrael and Hamas held talks on Monday.\n\n"
        "Hamas rejected a truce. The two sides agreed to meet again in May.\n"
    )
    assert {name for kind, name, _ in whole(text).acts if kind == "agree"} <= {"Hamas Israel"}


def test_a_bank_is_not_the_shipping_company_in_talks() -> None:
    text = "Port\n\nChad's government held negotiations with Zentra Shipping.\n\nThe bank offered a loan to Sudan.\n"
    assert "Zentra Shipping" not in {name for _, name, _ in whole(text).acts}


def test_what_a_third_state_will_do_is_no_promise_of_a_joint_statement() -> None:
    text = (
        "Joint statement of Sudan and Chad\n\nSudan and Chad held talks in Doha.\n\nFrance will host the next "
        "round of talks in May.\n"
    )
    assert "asserted" not in {act.standing for act in whole(text).of(Act) if act.type == "commit"}


def test_who_is_to_do_it_is_told_where_it_is_a_third() -> None:
    assert acts("Chad proposed that the United Nations alone run the hospital in Adre.") == [
        ("propose", "Chad", "asserted", "the United Nations alone run the hospital in Adre")
    ]


def test_what_is_done_in_retaliation_is_threatened() -> None:
    found = acts("Chad said it would withdraw the permits of Sudan in retaliation for its ban on cattle.")
    assert [kind for kind, _, _, _ in found] == ["threaten"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chad demands that all be vacated before it talks about anything else.",
        "Chad countered with Sudan's heavy guns.",
        "Chad asked for instructions that did not arrive in time.",
    ],
)
def test_what_is_asked_of_nobody_or_leaves_out_what_is_no_act(sentence: str) -> None:
    assert acts(sentence) == []


def test_points_end_where_another_speaks() -> None:
    found = acts("Chad agreed (a) to raise the quota in May, but Sudan refused (b) to share data on the river.")
    assert [item for kind, agents, _, item in found if (kind, agents) == ("agree", "Chad")] == [
        "raise the quota in May"
    ]


def test_a_word_that_many_names_have_is_no_body() -> None:
    text = (
        "Arms\n\nChad held negotiations with the West Nile Movement in Doha.\n\nThe West rejected a plan of Chad for "
        "joint patrols.\n"
    )
    assert "West Nile Movement" not in {name for kind, name, _ in whole(text).acts if kind == "reject"}
