"""Acts of negotiation and their terms: who proposes, demands, promises, agrees to or rejects what, and how much."""

from __future__ import annotations

from decimal import Decimal

import pytest

from parley.graph.records import Act, Condition, Item

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


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("Sudan agreed to consider the Chadian proposal on a humanitarian corridor.", "agreeToConsider"),
        ("Sudan rejected Chad's proposal for a buffer zone.", "reject"),
    ],
)
def test_an_answer_is_about_the_item_of_the_other_side(sentence: str, answer: str) -> None:
    read = told(sentence)
    assert sorted(read.acts) == sorted([("propose", "Chad", ""), (answer, "Sudan", "")])
    assert len({a.item for a in read.of(Act)}) == 1


@pytest.mark.parametrize("words", ["“Chad must lift the blockade,” {} said.", "{} said Chad must lift the blockade."])
def test_what_the_other_must_do_is_a_demand_that_is_claimed(words: str) -> None:
    read = told(words.format("Sudanese Foreign Minister Salma Idriss"))
    assert read.acts == [("demand", "Sudan", "Chad")]
    assert [a.standing for a in read.of(Act)] == ["claimed"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Officials proposed a truce.", "Nobody proposed a truce.", "Sudan has not proposed a truce.",
        "Sudan suggested that the roads were closed.",
        "Sudan would accept a truce.", "Sudan declined to comment on the truce.",
        "Sudan refused to say whether it had agreed.",
        "Sudan will prevail.", "Sudanese engineers are to join the team.", "Sudan wants Chad to know that it cares.",
        "A Sudanese official, who asked not to be named, spoke of progress.",
        "The creditors of Sudan asked Chad to cut the debt.",
        "Sudan called on the minister of fisheries.", "Sudan vowed to revive it.",
        "The proposals that Sudan had put forward were read out.", "Sudan will facilitate such exports.",
        "Sudan called for a serious discussion of this subject.", "Sudan Global Aluminum will invest in Chad.",
        "Sudan insisted that Chad would leave the town.", "Sudan insists Chad does support the truce.",
        "Sudan offered full approval to the plans of Chad.", "Sudan pressed on regardless with the plan.",
        "Agreeing on a text could take Sudan years.", "Sudan accepted that it could no longer be a member.",
        "Sudan dismissed the concerns of Chad.", "Sudan accepted one of them.",
        "Sudanese lawmakers said that they will not vote for the deal with Chad.",
        "Sudan has destroyed the ancient sites of Chad.",
        "The accord commits Sudan to leave the town.",
        "“He'll make up his mind about Chad,” a Sudanese official said.",
        "“They will lift the blockade,” a Sudanese official said.",
        "Chad has dropped its insistence that Sudan commit to a pause of 30 days.",
        "Sudan also wants to use the river for power -- something that Chad rejects.",
        "Sudan did not reject the truce.", "There was no agreement on prisoners, Salma Idriss said.",
    ],
)  # fmt: skip
def test_no_act_without_somebody_who_does_it(sentence: str) -> None:
    assert told(sentence).acts == []


def test_what_may_happen_is_expected() -> None:
    assert [a.standing for a in told("Sudan may propose a truce.").of(Act)] == ["expected"]


def test_quantities_and_who_owes_what_to_whom() -> None:
    read = told("Sudan promised to return 1,200 bodies to Chad.")
    term = read.term
    assert (read.labels(term.obligors), read.labels(term.beneficiaries), term.action) == (
        ["Sudan"],
        ["Chad"],
        "transferRemains",
    )
    assert term.quantity is not None
    assert (term.quantity.value, term.quantity.unit) == (Decimal(1200), "bodies")


def test_each_side_owes_the_same() -> None:
    read = told("Sudan and Chad agreed to exchange 1,000 prisoners from each side.")
    assert read.term.quantity is not None
    assert (read.term.quantity.per_side, read.term.reciprocal, read.labels(read.term.obligors)) == (
        True,
        True,
        ["Chad", "Sudan"],
    )


def test_a_demand_binds_the_other() -> None:
    read = told("Sudan urged Chad to lift the sanctions.")
    assert (read.labels(read.term.obligors), read.term.action) == (["Chad"], "liftSanctions")


def test_duration_condition_place_and_help() -> None:
    halt = told("Sudan offered to halt strikes for 30 days in exchange for aid deliveries.")
    assert halt.term.duration is not None
    assert (halt.term.duration.value, halt.term.action) == (Decimal(30), "haltAttacks")
    assert [c.text for c in halt.of(Condition)] == ["in exchange for aid deliveries"]
    assert [a.standing for a in halt.of(Act)] == ["conditional"]
    zone = told("Sudan proposed creating a buffer zone along the border with the help of the African Union.").term
    assert zone.location.startswith("along the border")
    assert zone.assisted_by == ("organization/african-union",)


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


@pytest.mark.parametrize(
    ("sentences", "first", "answer"),
    [
        ("Sudan demanded a ban on wheat exports. Chad rejected the demand.", "demand", "reject"),
        ("Sudan proposed a truce of ten days. Chad rejected the proposal.", "propose", "reject"),
        ("Sudan proposed a truce of ten days. Sudan later withdrew the proposal.", "propose", "withdraw"),
    ],
)
def test_the_proposal_is_the_one_made_before(sentences: str, first: str, answer: str) -> None:
    items = {act.type: act.item for act in told(sentences).of(Act)}
    assert items[first] == items[answer]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Sudan demanded that Chad release the detained fishermen.", "detained fishermen"),
        ("Sudan and Chad agreed to continue the medical exchanges.", "agreed to continue the medical exchanges"),
        ("Sudan demanded that Chad lift the blockade.", "demanded that Chad lift the blockade"),
    ],
)
def test_what_an_act_takes_for_granted_is_marked_presupposed(sentence: str, words: str) -> None:
    found = told(sentence)
    taken = [s for s in found.statements if s.evidence == "presupposed"]
    assert [found.source.text[s.span.start : s.span.end] for s in taken] == [words]
    assert all(s.part_of and not s.supports for s in taken)


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


@pytest.mark.parametrize(
    ("sentence", "standing"),
    [
        ("Sudan and Chad will share the water when the dam opens.", "conditional"),
        ("Sudan and Chad will share the water as soon as possible.", "expected"),
        ("The two teams were to sit down on Monday at noon.", "expected"),
    ],
)
def test_what_waits_for_something_is_conditional_and_what_is_to_come_is_expected(sentence: str, standing: str) -> None:
    assert {a.standing for a in told(sentence).of(Act)} == {standing}


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


def test_a_plan_of_another_sentence_is_not_the_offer_before_it() -> None:
    text = "Sudan offered a lower duty on tea. The ministers spoke of a joint fund for wells. Chad opposes the plan."
    rejected = [a for a in told(text).of(Act) if a.type == "reject"]
    assert not any("tea" in told(text).label(act.item) for act in rejected)
    text = "Sudan offered a lower duty on tea. Chad opposes the offer."
    assert [told(text).label(a.item) for a in told(text).of(Act) if a.type == "reject"] == ["a lower duty on tea"]


@pytest.mark.parametrize(("answer", "kind"), [("refused", "reject"), ("agreed", "agree")])
def test_to_do_so_is_what_was_asked_before(answer: str, kind: str) -> None:
    read = told(f"Chad demanded that Sudan close the salt road. Sudan {answer} to do so, an envoy said.")
    assert [read.label(a.item) for a in read.of(Act) if a.type == kind] == ["close the salt road"]


def test_to_do_so_where_nothing_was_asked_is_no_act() -> None:
    assert told("The well is deep. Sudan refused to do so.").acts == []


@pytest.mark.parametrize(
    "words",
    ["regretted", "complained", "lamented", "deplored", "was sorry", "is glad", "welcomed", "noted with regret"],
)
def test_what_somebody_feels_about_an_act_is_his_claim_that_it_was_done(words: str) -> None:
    told_ = told(f"Salma Idriss {words} that Chad had rejected the 90-day truce.")
    assert [(a.type, told_.labels(a.agents), a.standing) for a in told_.of(Act)] == [("reject", ["Chad"], "claimed")]
    assert told_.said == [("Salma Idriss", "Chad had rejected the 90-day truce")]


@pytest.mark.parametrize(
    "sentence",
    [
        "President Idris Oumar dismissed Defence Minister Salma Idriss on Sunday.",
        "Sudan dismissed the head of its delegation, Hamid Barka, on Monday.",
        "The president removed Water Minister Salma Idriss.",
        "Chad sacked its chief negotiator, Hamid Barka.",
        "President Idris Oumar relieved Salma Idriss of her duties.",
        "Chad dismissed Salma Idriss.",
    ],
)
def test_whoever_takes_a_post_from_somebody_rejects_nothing(sentence: str) -> None:
    assert told(sentence).acts == []


@pytest.mark.parametrize(
    "thing", ["Barka's offer", "the offer of Foreign Minister Hamid Barka", "the Sudanese proposal"]
)
def test_whoever_dismisses_what_somebody_offers_rejects_it(thing: str) -> None:
    assert [kind for kind, _, _ in told(f"Chad dismissed {thing}.").acts] == ["reject"]


@pytest.mark.parametrize("words", ["promised to consider", "agreed to study", "pledged to weigh"])
@pytest.mark.parametrize(
    "before",
    [
        "Kazakhstan put a plan to negotiators from Sudan and Chad on Sunday. The Kazakh plan foresees a body. "
        "Kazakhstan has mediated since May, and Kazakh officials said a third round was possible.",
        "Kazakhstan hosted the talks on Sunday. Kazakhstan and Libya observed them.",
    ],
)
def test_both_sides_consider_what_a_third_one_proposes_and_it_does_not(words: str, before: str) -> None:
    told_ = whole(
        f"Sudan and Chad fail to agree on the port\n\n{before}\n\nBoth delegations {words} the Kazakh proposal."
    )
    acts = [(told_.labels(a.agents), a.standing) for a in told_.of(Act) if a.type == "agreeToConsider"]
    assert acts == [(["Chad", "Sudan"], "asserted")]


@pytest.mark.parametrize(
    "aside", ["Chad, it seems, has", "Chad, it is said, has", "To hear Salma Idriss tell it, Chad has"]
)
def test_what_an_aside_gives_to_others_is_claimed(aside: str) -> None:
    [act] = told(f"{aside} rejected the 90-day truce.").of(Act)
    assert (act.type, act.standing) == ("reject", "claimed")


def test_what_a_side_used_to_do_is_no_act_and_what_it_used_to_do_it_is_one() -> None:
    assert told("Chad used to reject the 90-day truce.").acts == []
    assert [a.type for a in told("Chad used its veto to reject the 90-day truce.").of(Act)] == ["reject"]


def test_nobody_makes_an_offer_on_a_condition_that_he_has_to_meet_himself() -> None:
    read = told(
        "Sudan's minister Salma Idriss sat down. She offered to extend the truce if Sudan would put it in writing."
    )
    assert not [a for a in read.of(Act) if a.type == "offer"]
    read = told(
        "Sudan's minister Salma Idriss sat down. She offered to extend the truce if Chad would put it in writing."
    )
    assert [read.labels(a.agents) for a in read.of(Act) if a.type == "offer"] == [["Sudan"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chad reiterated its request that they be removed.",
        "Sudan insists on the first.",
        "Sudan asked for changes.",
        "Sudan has formally asked for clarification.",
        "Sudan has proposed a private assurance.",
        "Sudan insists on unreasonable demands.",
        "Sudan asked for no less than 15.",
        "In exchange Sudan will sell it 40 tonnes of gas.",
        "“Contracts cannot be reopened without ruining buyers,” Sudanese envoy Omar Bako said.",
        "Sudan proposed in May that both sides hold off on this.",
        "Sudan would not comment on the text.",
    ],
)
def test_words_that_leave_out_what_they_are_about_are_no_acts(sentence: str) -> None:
    assert told(sentence).acts == []


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Sudan repeated its demand for 40 trucks.", ("demand", "Sudan", "asserted")),
        ("Sudan stands by its offer of 40 trucks.", ("offer", "Sudan", "asserted")),
        (
            "Sudan's minister Salma Idriss denied reports that Sudan had agreed to open the port.",
            ("agree", "Sudan", "denied"),
        ),
        ("Sudan denied it had repeated its demand for 40 trucks.", ("demand", "Sudan", "denied")),
    ],
)
def test_what_is_repeated_stood_by_or_denied_is_told(sentence: str, act: tuple[str, str, str]) -> None:
    read = told(sentence)
    acts = [r for r in read.records if isinstance(r, Act)]
    assert act in {(a.type, " ".join(read.labels(a.agents)), a.standing) for a in acts}


def test_a_swap_of_all_for_all_is_told_whole() -> None:
    read = told("Sudan has repeatedly suggested an exchange of all for all.")
    assert "all for all" in read.term.text


@pytest.mark.parametrize(
    "sentence",
    [
        "Chad called off the Bergen meeting on Saturday after Sudan hosted a conference attended by figures, some of "
        "whom called for a federal constitution.",
        "The Chadians, according to people in the Sudanese delegation, came with a figure above 300,000 and would not "
        "go lower unless Khartoum dropped its measures.",
    ],
)
def test_nobody_asks_for_what_is_called_off_or_said_of_the_others(sentence: str) -> None:
    assert told(sentence).acts == []


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


def test_what_others_promised_is_not_whoever_says_so() -> None:
    read = told(
        "Norwegian minister Tove Lind said that the parties had reaffirmed the truce and promised to free 40 prisoners."
    )
    assert {act.standing for act in read.of(Act)} == {"claimed"}
    assert all("Norway" not in read.labels(act.agents) for act in read.of(Act))


def test_a_day_before_which_something_is_not_done_is_no_condition() -> None:
    read = told("“Sudan will not open the port before the deadline,” Sudanese envoy Omar Bako said.")
    assert [act.type for act in read.of(Act) if act.type == "setCondition"] == []


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


@pytest.mark.parametrize("words", ["would like to visit Chad", "would not like Chad to leave", "likes the plan"])
def test_what_one_likes_is_no_demand(words: str) -> None:
    assert told(f"Sudan {words}.").acts == []


@pytest.mark.parametrize(
    ("sentence", "item"),
    [
        ("Sudan offered what it calls special autonomy for Abyei.", "special autonomy for Abyei"),
        ("Sudan proposed a new bank, a proposal that Chad has called a bicycle.", "a new bank"),
    ],
)
def test_what_somebody_calls_it_is_no_part_of_an_item(sentence: str, item: str) -> None:
    assert [one.label for one in told(sentence).of(Item)] == [item]


def test_what_the_other_is_asked_to_promise_is_no_promise() -> None:
    read = told("Sudan is demanding that limits be eased and that Chad undertake not to station troops in Abyei.")
    assert [(a.type, read.labels(a.agents)) for a in read.of(Act)] == [("demand", ["Sudan"])]


def test_what_one_will_do_if_the_other_does_something_is_promised_on_a_condition() -> None:
    read = told("Sudanese envoy Omar Bako said that if Chad signed, Sudan would open the port.")
    assert [(a.type, a.standing) for a in read.of(Act)] == [("commit", "conditional")]


def test_a_part_of_somebody_says_what_it_says_and_no_neighbour_does() -> None:
    read = told("The Tigers' political section said Chad had failed to honour the truce with Sudan.")
    assert {read.label(s.chain[-1]) for s in read.statements if s.chain} == {"The Tigers' political section"}


def test_whoever_is_prepared_to_respond_to_an_attack_threatens() -> None:
    read = told("Sudanese envoy Omar Bako said Sudan was prepared to respond to any attack of Chad.")
    assert [a.type for a in read.of(Act)] == ["threaten"]


def test_what_somebody_is_going_to_ask_is_one_act() -> None:
    read = told("“Sudan is going to ask Chad to settle the bill,” Sudanese envoy Omar Bako said.")
    assert [a.type for a in read.of(Act)] == ["request"]


def test_a_condition_told_first_is_told_with_what_hangs_on_it() -> None:
    read = told("Sudan said that if the list was not changed, the talks would not go on.")
    assert [item.label for item in read.of(Item)] == ["if the list was not changed, the talks would not go on"]


@pytest.mark.parametrize("words", ["a Sudanese court to free the men", "lawmakers to back it"])
def test_a_court_is_nobody_to_whom_an_act_is_addressed(words: str) -> None:
    assert all(not act.addressees for act in told(f"Chad wants {words}.").of(Act))


@pytest.mark.parametrize("words", ["strike a compromise with Chad", "respond to the plan to halt the attacks of Chad"])
def test_readiness_for_peace_is_no_threat(words: str) -> None:
    assert [act.type for act in told(f"Sudan is ready to {words}.").of(Act)] == ["offer"]


def test_what_one_minister_says_was_agreed_is_not_agreed_by_another_side_that_is_not_meant() -> None:
    read = told("Kenya watched from Oslo. “It was agreed to reopen the port,” Kenyan minister Tove Lind said.")
    assert all(act.type != "agree" for act in read.of(Act))


def test_what_cannot_be_done_only_so_is_no_condition() -> None:
    read = told("“Security for Chad cannot be achieved only with weapons,” Sudanese envoy Omar Bako said.")
    assert [act.type for act in read.of(Act)] == []


def test_what_one_will_accept_is_promised_or_expected() -> None:
    read = told("Chad has signed. Sudan will accept 2,000 sick children from Chad.")
    assert [act.type for act in read.of(Act) if read.labels(act.agents) == ["Sudan"]] == ["commit"]


def test_what_only_could_be_agreed_on_is_no_agreement() -> None:
    read = told(
        "EU negotiators warn it could take two years just to settle the divorce terms, and agreeing on a new "
        "relationship for the U.K. and the EU could take years longer.",
        "Britain",
        "the European Union",
    )
    assert read.acts == []


def test_what_is_turned_down_is_not_what_had_been_told_before() -> None:
    read = told("Sudan turned down the offer on the wells, a day after its envoy had told reporters that it waited.")
    assert [(act.type, read.label(act.item)) for act in read.of(Act)] == [("reject", "the offer on the wells")]


def test_who_begs_to_differ_asks_for_nothing() -> None:
    assert told("Sudan begs to differ with Chad.").acts == []


def test_who_offers_something_between_two_rounds_offers_it_in_talks() -> None:
    read = whole(
        "Sudan looks back\n\nSudan offered to release the cattle by June. The fourth round with Chad was short.\n"
    )
    assert [(act.type, read.labels(act.agents)) for act in read.of(Act)] == [("offer", ["Sudan"])]


def test_a_trait_is_no_promise() -> None:
    assert told("The envoys praised Sudan's enduring commitment to open the port.").acts == []


def test_when_one_has_done_something_oneself_is_no_condition() -> None:
    read = told("Sudan promised to open the port once it had consulted its traders.")
    assert [(a.type, a.standing) for a in read.of(Act)] == [("commit", "asserted")]


def test_a_list_that_a_colon_opens_is_left_out_of_what_it_belongs_to() -> None:
    read = told("Sudan committed to protect the rights of workers on the river, including: a ban on debts; higher pay.")
    assert [item.label for item in read.of(Item)] == ["protect the rights of workers on the river"]


def test_what_a_union_wants_is_not_what_its_head_wants() -> None:
    read = told('"A cap is no cap," said Ann Otieno, chair of the Coalition for Timber, which wants the share cut.')
    assert [read.labels(act.agents) for act in read.of(Act)] == []


def test_a_commission_with_a_name_of_its_own_is_not_that_of_the_union() -> None:
    read = whole(
        "Talks on wells\n\nKosovo and Serbia held talks in Brussels on Monday with the European Union. "
        "Kosovo insisted that the Joint Commission on Wells start work before other matters were opened.\n"
    )
    assert "European Union" not in [name for act in read.of(Act) for name in read.labels(act.addressees)]


def test_what_will_be_done_about_a_proposal_stands_in_no_paper() -> None:
    read = whole(
        "Joint Statement of Sudan and Chad\n\nSudan and Chad held talks in Adre on Monday.\n\n"
        "The Sudanese side will hold consultations in Adre on a counter-proposal.\n"
    )
    assert [(act.type, act.standing) for act in read.of(Act)] == [("commit", "expected")]


def test_a_province_with_another_peoples_name_is_not_that_people() -> None:
    read = told("British Columbia's envoy asked Chad for a quota on timber, Sudan said.")
    assert "United Kingdom" not in [name for act in read.of(Act) for name in read.labels(act.agents)]


def test_what_was_to_be_done_once_is_no_promise_now() -> None:
    assert told("Under that memorandum Sudan was to lease 20 kilometres of the coast to Chad.").acts == []


def test_guerrillas_of_a_state_are_no_voice_of_it() -> None:
    read = told(
        "Sudan's largest guerrilla group said it would return to the talks with Chad only if its men were freed."
    )
    assert "Sudan" not in [name for act in read.of(Act) for name in read.labels(act.agents)]
