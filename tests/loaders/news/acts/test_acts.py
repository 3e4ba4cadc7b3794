"""Acts of negotiation: which words make whom propose, demand, promise, agree or reject."""

from __future__ import annotations

import pytest

from parley.graph.records import Act, Item

from ..reading import told, whole


@pytest.mark.parametrize(
    ("sentence", "act", "addressee"),
    [
        ("Sudan proposed a 90-day truce.", "propose", ""),
        ("Sudan proposed to Chad a 90-day truce.", "propose", "Chad"),
        ("Sudan suggested holding the next round in Nairobi.", "propose", ""),
        ("A 90-day truce was proposed by Sudan.", "propose", ""),
        ("Sudan's proposal for a 30-day truce remains on the table.", "propose", ""),
        ("Sudan offered to release 300 prisoners.", "offer", ""),
        ("Sudan offered Chad 300 prisoners.", "offer", "Chad"),
        ("Sudan invited Chad to hold talks in Khartoum.", "offer", "Chad"),
        ("Sudan demanded that Chad withdraw its troops from Adre.", "demand", "Chad"),
        ("Sudan demanded the withdrawal of Chadian troops.", "demand", ""),
        ("Sudan called for an immediate ceasefire.", "demand", ""),
        ("Sudan called on Chad to open the border crossing.", "demand", "Chad"),
        ("Sudan urged Chad to lift the sanctions.", "demand", "Chad"),
        ("Sudan insisted that Chad close the camps.", "demand", "Chad"),
        ("Sudan insisted on a full withdrawal.", "demand", ""),
        ("Sudan has repeatedly demanded compensation.", "demand", ""),
        ("Sudan is demanding compensation.", "demand", ""),
        ("Sudan asked Chad to open the border crossing.", "request", "Chad"),
        ("Sudan seeks the release of 50 hostages.", "request", ""),
        ("Sudan promised to return 1,200 bodies to Chad.", "commit", ""),
        ("Sudan pledged $40 million for refugees.", "commit", ""),
        ("Sudan undertook to protect aid workers.", "commit", ""),
        ("Sudan committed to protecting aid workers.", "commit", ""),
        ("Sudan said that 40 lorries had been held, and promised to free the drivers.", "commit", ""),
        ("Sudan has committed to protect aid workers.", "commit", ""),
        ("Sudan is ready to resume negotiations.", "offer", ""),
        ("Sudan expressed its readiness to resume talks.", "offer", ""),
        ("Sudan expressed willingness to release 300 prisoners.", "offer", ""),
        ("Sudan agreed to a 90-day truce.", "agree", ""), ("Sudan accepted a ceasefire.", "agree", ""),
        ("Sudan refused to withdraw its forces.", "reject", ""), ("Sudan did not agree to the truce.", "reject", ""),
        ("Sudan will never agree to a truce.", "reject", ""),
        ("Sudan is not ready to withdraw its forces.", "reject", ""),
        ("Sudan ruled out concessions.", "reject", ""), ("Sudan turned down the offer.", "reject", ""),
        ("Sudan withdrew its proposal.", "withdraw", ""),
    ],
)  # fmt: skip
def test_verbs_nouns_and_adjectives_make_acts(sentence: str, act: str, addressee: str) -> None:
    assert told(sentence).acts == [(act, "Sudan", addressee)]


@pytest.mark.parametrize(
    ("sentence", "first", "second", "act"),
    [
        ("China offered to buy 20 million tonnes of soybeans.", "the United States", "China", ("offer", "China", "")),
        ("India demanded that Pakistan reopen its airspace.", "India", "Pakistan", ("demand", "India", "Pakistan")),
        ("Baku urged Yerevan to change its constitution.", "Armenia", "Azerbaijan", ("demand", "Azerbaijan",
        "Armenia")),
        ("Kinshasa rejected direct talks with M23.", "Rwanda", "DR Congo", ("reject", "DR Congo", "")),
        ("Brazil pledged to cut emissions by 50 percent.", "Brazil", "Germany", ("commit", "Brazil", "")),
    ],
)  # fmt: skip
def test_acts_of_other_talks(sentence: str, first: str, second: str, act: tuple[str, str, str]) -> None:
    assert told(sentence, first, second).acts == [act]


@pytest.mark.parametrize(
    "subject",
    ["Khartoum", "The Sudanese side", "The Sudanese delegation", "Sudanese officials",
    "Sudanese Foreign Minister Salma Idriss", "The Sudanese government"],
)  # fmt: skip
def test_an_act_is_the_sides_whoever_speaks_for_it(subject: str) -> None:
    assert told(f"{subject} proposed a 90-day truce.").acts == [("propose", "Sudan", "")]


@pytest.mark.parametrize("subject", ["The two sides", "Both sides", "Sudan and Chad", "The parties"])
def test_what_both_agree_to_is_one_act_of_both(subject: str) -> None:
    assert told(f"{subject} agreed to set up joint working groups.").acts == [("agree", "Chad Sudan", "")]


@pytest.mark.parametrize(
    "sentence", ["Sudan agreed with Chad on a prisoner swap.",
    "Sudan and Chad reached an agreement on the exchange of prisoners.",
                 "Sudan and Chad signed a ceasefire agreement.",
                 "It was agreed by both sides that prisoners would be exchanged."]
)  # fmt: skip
def test_agreements_are_made_together(sentence: str) -> None:
    assert told(sentence).acts == [("agree", "Chad Sudan", "")]


def test_a_pronoun_is_the_last_one_named() -> None:
    read = told("Sudanese Foreign Minister Salma Idriss proposed a truce. She also offered to release 300 prisoners.")
    assert read.acts == [("propose", "Sudan", ""), ("offer", "Sudan", "")]


def test_joined_verbs_are_acts_each() -> None:
    assert told("Sudan proposed a truce and demanded the release of prisoners.").acts == [
        ("propose", "Sudan", ""),
        ("demand", "Sudan", ""),
    ]
    assert told("Sudan proposed a truce, but Chad rejected it.").acts == [
        ("propose", "Sudan", ""),
        ("reject", "Chad", ""),
    ]


@pytest.mark.parametrize("words", ["“Chad must lift the blockade,” {} said.", "{} said Chad must lift the blockade."])
def test_what_the_other_must_do_is_a_demand_that_is_claimed(words: str) -> None:
    read = told(words.format("Sudanese Foreign Minister Salma Idriss"))
    assert read.acts == [("demand", "Sudan", "Chad")]
    assert [a.standing for a in read.of(Act)] == ["claimed"]


@pytest.mark.parametrize(
    ("sentence", "issue"),
    [
        ("Sudan proposed a truce.", "ceasefire"), ("Sudan proposed a prisoner swap.", "prisoners"),
        ("Sudan demanded the release of hostages.", "hostages"),
        ("Sudan demanded lower tariffs.", "tariffs"), ("Sudan pledged to cut emissions.", "emissions"),
        ("Sudan demanded the lifting of sanctions.", "sanctions"),
        ("Sudan demanded climate finance.", "climateFinance"),
        ("Sudan proposed monitoring of uranium enrichment.", "nuclear"),
    ],
)  # fmt: skip
def test_items_are_on_issues(sentence: str, issue: str) -> None:
    assert any(issue in i.issues for i in told(sentence).of(Item))


@pytest.mark.parametrize(
    "sentence",
    [
        "Analyst Daniel Obare said that Sudan had offered to release 300 prisoners.",
        "A Western diplomat said that Sudan proposed a truce of ten days.",
        "According to a Western diplomat, Sudan proposed a truce of ten days, but Chad turned it down.",
        "Sudan reportedly offered to release 300 prisoners.",
        "Sudan allegedly agreed to a truce of ten days.",
    ],
)
def test_an_act_that_others_tell_of_is_claimed(sentence: str) -> None:
    acts = [act for act in told(sentence).of(Act) if act.type in ("offer", "propose", "agree")]
    assert [act.standing for act in acts] == ["claimed"]


def test_the_person_through_whom_a_party_acts_is_kept() -> None:
    read = told(
        "Sudanese Foreign Minister Salma Idriss offered to free 40 pilots. Chadian President Idriss Oumar is willing "
        "to sign the deal. Sudan demanded compensation."
    )
    acts = {(a.type, *read.labels(a.agents)): read.labels(a.represented_by) for a in read.of(Act)}
    assert acts == {
        ("offer", "Sudan"): ["Salma Idriss"],
        ("offer", "Chad"): ["Idriss Oumar"],
        ("demand", "Sudan"): [],
    }


def test_groups_without_a_name_act() -> None:
    read = told("The official creditors asked Chad to cut the debt. Two gang coalitions demanded an amnesty.")
    assert [(t, who) for t, who, _ in read.acts] == [
        ("request", "official creditors"),
        ("demand", "Two gang coalitions"),
    ]


def test_what_was_agreed_on_a_day_is_what_was_agreed() -> None:
    read = told("Sudan and Chad agreed on Wednesday to prolong the truce by 45 days.")
    assert [i.label for i in read.of(Item)] == ["prolong the truce by 45 days"]


@pytest.mark.parametrize("met", ["spoke with Sudan's envoy Hala Osman", "met Sudan's envoy Hala Osman"])
def test_they_who_met_are_both(met: str) -> None:
    text = (
        f"Readout of a call\n\nChad's envoy Idriss Oumar {met} on Monday. He offered condolences for the flood."
        " They promised to stay in touch."
    )
    assert ("commit", "Chad Sudan", "") in whole(text).acts


@pytest.mark.parametrize(
    "aside", ["Chad, it seems, has", "Chad, it is said, has", "To hear Salma Idriss tell it, Chad has"]
)
def test_what_an_aside_gives_to_others_is_claimed(aside: str) -> None:
    [act] = told(f"{aside} rejected the 90-day truce.").of(Act)
    assert (act.type, act.standing) == ("reject", "claimed")


def test_what_a_side_used_to_do_is_no_act_and_what_it_used_to_do_it_is_one() -> None:
    assert told("Chad used to reject the 90-day truce.").acts == []
    assert [a.type for a in told("Chad used its veto to reject the 90-day truce.").of(Act)] == ["reject"]


def test_a_swap_of_all_for_all_is_told_whole() -> None:
    read = told("Sudan has repeatedly suggested an exchange of all for all.")
    assert "all for all" in read.term.text


def test_what_is_wanted_of_nobody_keeps_its_subject() -> None:
    assert [item.label for item in told("Sudan wants talks to start in May.").of(Item)] == ["talks to start in May"]


def test_whom_something_is_sought_from_is_asked() -> None:
    assert told("Sudan will seek compensation from Chad.").acts == [("request", "Sudan", "Chad")]


def test_a_plan_is_that_of_all_who_are_named_as_its_makers() -> None:
    read = told("Sudan criticised a plan by Chad and its ally Kenya to deploy 40 missiles in Sudan.")
    assert [sorted(read.labels(a.agents)) for a in read.of(Act) if a.type == "propose"] == [["Chad", "Kenya"]]


def test_what_a_request_is_called_is_no_part_of_it() -> None:
    read = told("Sudan described the Chadian request for a truce of 30 days as a device for rearming.")
    assert [item.label for item in read.of(Item)] == ["a truce of 30 days"]


def test_it_is_whom_somebody_speaks_of_where_a_reason_follows() -> None:
    read = told("Chad balked, suggesting Sudan asked for more because it wanted the talks to fail.")
    assert [read.labels(a.agents) for a in read.of(Act) if a.type == "demand"] == [["Sudan"]]


@pytest.mark.parametrize(
    ("sentence", "act", "item"),
    [
        ("Sudan is holding out for guarantees of its borders.", "demand", "guarantees of its borders"),
        ("Sudan would like any deal to be based on the treaty.", "request", "any deal to be based on the treaty"),
        ("Sudan countered with a proposal of 40 boats.", "propose", "40 boats"),
        ("Sudan accepted a civilian police force.", "agree", "a civilian police force"),
        (
            "Sudan says that flights could resume only under its own management.",
            "setCondition",
            "flights could resume only under its own management",
        ),
    ],
)
def test_what_is_held_out_for_liked_or_countered_with(sentence: str, act: str, item: str) -> None:
    read = told(sentence)
    assert [(a.type, read.labels(a.agents)) for a in read.of(Act)] == [(act, ["Sudan"])]
    assert [i.label for i in read.of(Item)] == [item]


@pytest.mark.parametrize(
    ("sentence", "item"),
    [
        ("Sudan offered what it calls special autonomy for Abyei.", "special autonomy for Abyei"),
        ("Sudan proposed a new bank, a proposal that Chad has called a bicycle.", "a new bank"),
    ],
)
def test_what_somebody_calls_it_is_no_part_of_an_item(sentence: str, item: str) -> None:
    assert [one.label for one in told(sentence).of(Item)] == [item]


def test_a_part_of_somebody_says_what_it_says_and_no_neighbour_does() -> None:
    read = told("The Tigers' political section said Chad had failed to honour the truce with Sudan.")
    assert {read.label(s.chain[-1]) for s in read.statements if s.chain} == {"The Tigers' political section"}


def test_whoever_is_prepared_to_respond_to_an_attack_threatens() -> None:
    read = told("Sudanese envoy Omar Bako said Sudan was prepared to respond to any attack of Chad.")
    assert [a.type for a in read.of(Act)] == ["threaten"]


def test_what_somebody_is_going_to_ask_is_one_act() -> None:
    read = told("“Sudan is going to ask Chad to settle the bill,” Sudanese envoy Omar Bako said.")
    assert [a.type for a in read.of(Act)] == ["request"]


def test_what_one_minister_says_was_agreed_is_not_agreed_by_another_side_that_is_not_meant() -> None:
    read = told("Kenya watched from Oslo. “It was agreed to reopen the port,” Kenyan minister Tove Lind said.")
    assert all(act.type != "agree" for act in read.of(Act))


def test_who_offers_something_between_two_rounds_offers_it_in_talks() -> None:
    read = whole(
        "Sudan looks back\n\nSudan offered to release the cattle by June. The fourth round with Chad was short.\n"
    )
    assert [(act.type, read.labels(act.agents)) for act in read.of(Act)] == [("offer", ["Sudan"])]


def test_a_list_that_a_colon_opens_is_left_out_of_what_it_belongs_to() -> None:
    read = told("Sudan committed to protect the rights of workers on the river, including: a ban on debts; higher pay.")
    assert [item.label for item in read.of(Item)] == ["protect the rights of workers on the river"]
