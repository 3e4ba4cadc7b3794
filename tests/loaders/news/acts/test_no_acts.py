"""What only looks like an act of negotiation: feelings, traits, courts, unions, what nobody is asked for."""

from __future__ import annotations

import pytest

from parley.graph.records import Act

from ..reading import told, whole


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
        "Sudan also wants to use the river for power -- something that Chad rejects.",
        "Sudan did not reject the truce.", "There was no agreement on prisoners, Salma Idriss said.",
    ],
)  # fmt: skip
def test_no_act_without_somebody_who_does_it(sentence: str) -> None:
    assert told(sentence).acts == []


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


@pytest.mark.parametrize("words", ["would like to visit Chad", "would not like Chad to leave", "likes the plan"])
def test_what_one_likes_is_no_demand(words: str) -> None:
    assert told(f"Sudan {words}.").acts == []


@pytest.mark.parametrize("words", ["a Sudanese court to free the men", "lawmakers to back it"])
def test_a_court_is_nobody_to_whom_an_act_is_addressed(words: str) -> None:
    assert all(not act.addressees for act in told(f"Chad wants {words}.").of(Act))


@pytest.mark.parametrize("words", ["strike a compromise with Chad", "respond to the plan to halt the attacks of Chad"])
def test_readiness_for_peace_is_no_threat(words: str) -> None:
    assert [act.type for act in told(f"Sudan is ready to {words}.").of(Act)] == ["offer"]


def test_who_begs_to_differ_asks_for_nothing() -> None:
    assert told("Sudan begs to differ with Chad.").acts == []


def test_a_trait_is_no_promise() -> None:
    assert told("The envoys praised Sudan's enduring commitment to open the port.").acts == []


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
    assert [(act.type, act.standing) for act in read.of(Act)] == [("commit", "asserted")]


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
