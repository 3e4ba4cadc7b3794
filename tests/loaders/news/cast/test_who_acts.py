"""Whom wire reports mean: companies and unions, committees of movements, those who say "they", leaders left out."""

from __future__ import annotations

from parley.graph.records import Act

from ..reading import Told, told, whole


def agents(read: Told, kind: str) -> list[list[str]]:
    """Who does each act of a kind."""
    return [read.labels(act.agents) for act in read.of(Act) if act.type == kind]


STRIKE = (
    "Cabin crews reach deal\n\nAir Canada and the union representing its flight attendants said on Tuesday they had "
    "reached a tentative agreement on night pay. Ottawa, where Canada's jobs minister sits, was silent. {}"
)


def test_a_company_and_a_union_that_say_they_have_agreed_have() -> None:
    read = whole(STRIKE.format("Flights resumed."))
    assert agents(read, "agree") == [["Air Canada", "union representing its flight attendants"]]


def test_both_sides_are_the_company_and_the_union_not_the_state() -> None:
    read = whole(STRIKE.format("The two sides promised to meet again in May to settle night pay."))
    assert agents(read, "commit") == [["Air Canada", "union representing its flight attendants"]]


def test_a_committee_of_a_movement_speaks_for_it() -> None:
    read = whole(
        "Talks in Yemen\n\nYemen's government and the Houthis met in Muscat on Monday. The Houthis' exchange committee "
        'said it was late. "We agreed to release seven Sudanese," its head wrote on X.'
    )
    assert agents(read, "agree") == [["Houthis"]]


def test_he_added_in_a_sentence_on_several_is_who_spoke_before() -> None:
    read = told(
        '"We have a text," said Omar Idriss, a Qatari mediator. The army\'s negotiators, he added, had asked for a day.'
    )
    assert [who for who, _ in read.said] == ["Omar Idriss", "Omar Idriss"]


def test_the_minister_of_the_one_state_whose_creditors_talk_is_its_own() -> None:
    read = whole(
        "Debt talks\n\nThe official creditors and the bondholders of Zambia have held talks for a year. Zambia owes "
        "both. Zambia's budget is tight. "
        "Finance Minister Situ Musonda has asked both sides to sit down together in Lusaka."
    )
    assert agents(read, "request") == [["Zambia"]]


def test_a_state_that_its_leaders_alone_stand_for_is_one_of_the_two_sides() -> None:
    read = whole(
        "Tariff talks resume\n\nPresident Donald Trump met Mexican negotiators on Thursday. Trump said the talks went "
        "well. Mexico was content. Trump left early. The two sides agreed to cut the duties on steel.",
        published="2026-02-03",
    )
    assert agents(read, "agree") == [["Mexico", "United States"]]


def test_what_is_pressed_for_is_a_deal_and_not_what_it_is_for() -> None:
    read = told("Chad, by contrast, had pushed for a quick agreement to protect its carmakers.")
    assert [row[2] for row in read.rows] == ["a quick agreement to protect its carmakers"]


def test_a_share_may_be_asked_for() -> None:
    read = told("Sudan is demanding 8% over 12 months for the ferry crews.")
    assert [row[0] for row in read.rows] == ["demand"]


def test_a_chamber_named_after_a_state_is_not_the_state() -> None:
    assert agents(told("A chamber of Chadian traders demanded lower tolls from Sudan."), "demand") != [["Chad"]]


def test_a_company_named_later_is_not_the_company() -> None:
    read = whole(
        "Dock talks\n\nThe company and the dockworkers' union held talks on Monday. Airbus said it was watching. The "
        "company offered a rise of 5% for night shifts."
    )
    assert ["Airbus"] not in agents(read, "offer")


def test_a_surname_that_a_leader_has_is_not_the_leader() -> None:
    read = whole(
        "Dock talks\n\nThe company and the union held talks on Monday. Union president Sanchez rejected the offer of "
        "3% for night shifts.",
        published="2026-02-03",
    )
    assert ["Spain"] not in agents(read, "reject")


def test_a_place_before_a_headline_is_no_party() -> None:
    read = whole("Nairobi, Kenya, Ugandan rebels demand a truce\n\nThe rebels of Uganda demanded a truce with Uganda.")
    assert not any("Kenya" in who for who in agents(read, "demand"))


def test_a_state_and_its_own_creditors_are_the_two_sides() -> None:
    read = whole(
        "Debt talks stall\n\nGhana and its bondholders failed to reach a deal, the finance ministry said on Monday. "
        "Bondholders rejected a 30% haircut proposed by the government. The parties agreed to meet again in Paris."
    )
    assert agents(read, "propose") == [["Ghana"]]
    assert agents(read, "agree") == [["Ghana", "unnamed bondholders"]]


def test_those_who_have_talks_with_their_own_creditors_are_a_side_too() -> None:
    read = whole(
        "Debt deal\n\nSri Lanka said on Tuesday it had reached a deal in principle with its bondholders. "
        "The government offered bonds tied to the growth of its economy."
    )
    assert agents(read, "offer") == [["Sri Lanka"]]


def test_a_company_and_its_union_are_meant_by_their_nouns() -> None:
    read = whole(
        "Wage talks\n\nBoeing and its largest union resumed contract talks on Tuesday. The union demanded a 40% raise. "
        "The company offered a raise of 25% over four years."
    )
    assert agents(read, "demand") == [["largest union"]]
    assert agents(read, "offer") == [["Boeing"]]


def test_a_union_is_named_behind_its_noun_and_known_by_its_letters() -> None:
    read = whole(
        "Post talks\n\nCanada Post and its union, the Canadian Union of Postal Workers, met with a mediator on Monday. "
        "CUPW demanded a raise of 11.5% over four years."
    )
    assert agents(read, "demand") == [["Canadian Union of Postal Workers"]]


def test_the_name_behind_its_kind_is_a_body_and_nobody() -> None:
    read = whole(
        "Studios and actors reach deal\n\nHollywood studios and the actors' union SAG-AFTRA reached a tentative deal "
        "on Tuesday. The union had demanded an 11% raise."
    )
    assert agents(read, "demand") == [["SAG-AFTRA"]]
    assert not read.persons


def test_of_two_unions_that_are_named_neither_is_the_union() -> None:
    read = whole(
        "Airlines settle\n\nLufthansa and the pilots' union Vereinigung Cockpit reached a deal on Tuesday. The airline "
        "reached a deal with the cabin crews' union UFO too. The union had demanded an 11% raise."
    )
    assert not {"pilots' union Vereinigung Cockpit", "UFO"} & {who for whos in agents(read, "demand") for who in whos}
    assert "Vereinigung Cockpit" not in read.persons


def test_a_congress_of_unions_is_not_the_union() -> None:
    read = whole(
        "Nurses return\n\nThe government of Ghana agreed with the Trade Union Congress on Saturday. "
        "The Trade Union Congress met the minister. The union demanded a raise of 30 per cent in allowances."
    )
    assert ["Trade Union Congress"] not in agents(read, "demand")
