"""What an article in its own voice foresees, describes or tells of force is no act of a negotiation by itself."""

from __future__ import annotations

import pytest

from parley.graph.records import Act, Item

from ..reading import told


def acts(words: str) -> list[tuple[str, str]]:
    read = told(f"Rain fell on the hills. {words}")
    return [(act.type, act.standing) for act in read.of(Act)]


@pytest.mark.parametrize(
    "words",
    [
        "Chad will provide tax breaks to Sudanese companies in the delta.",
        "Chad will host the river forum in May to talk about Sudan.",
        "Chad will have helped Sudan with its shortage of grain.",
        "Chad is to meet Sudanese ministers on Monday in Rome.",
    ],
)
def test_what_an_article_foresees_of_one_side_is_no_promise(words: str) -> None:
    assert acts(words) == []


def test_what_is_agreed_and_what_both_will_do_is_expected() -> None:
    assert acts("Under the accord, Chad will open the northern port to Sudan.") == [("commit", "expected")]
    assert acts("Chad and Sudan will open the northern port.") == [("commit", "expected")]


def test_what_somebody_says_of_his_own_side_is_promised_as_before() -> None:
    assert acts("Chad will open the northern port to Sudan, Chadian minister Ali Deby said.") == [("commit", "claimed")]


@pytest.mark.parametrize(
    "words",
    [
        "Analysts weighed Chad's plans to extend its pipeline to Sudan.",
        "There was a lack of commitment by Chad to carry out the accord with Sudan.",
        "Chad's openness to trade with Sudan made it rich.",
        "Chad's ambitious promises costing Sudan little won applause.",
    ],
)
def test_plans_traits_and_what_is_missing_are_no_acts(words: str) -> None:
    assert acts(words) == []


def test_a_plan_that_is_announced_is_what_its_maker_means_to_do() -> None:
    assert acts("Chad announced plans to build 40 wells in Sudan.") == [("commit", "expected")]


def test_a_request_says_what_for_not_to_whom() -> None:
    read = told("Chad submitted a request to Sudan for 40 trucks.")
    [act] = read.of(Act)
    assert (act.type, read.labels(act.addressees)) == ("request", ["Sudan"])
    assert [item.label for item in read.of(Item)] == ["40 trucks"]


@pytest.mark.parametrize(
    "words",
    [
        "Chad shelled a town in Niger on Sunday.",
        "Chad left little doubt of its commitment to the accord with Sudan.",
    ],
)
def test_force_against_others_and_doubts_are_no_steps(words: str) -> None:
    assert acts(words) == []


def test_a_company_that_a_state_owns_acts_for_itself() -> None:
    read = told("Gazprom offered Sudan 40 wells at a lower price.")
    assert all("Russia" not in read.labels(act.agents) for act in read.of(Act))


@pytest.mark.parametrize(
    "words",
    [
        "Chad called on Sudan to look into the matter.",
        "Chad floated this plan before Sudan.",
        "“Who is to pay Sudan for it?” Chad's president Idris Kone asked a conference in the capital.",
        "Chadian minister Ali Deby said that Chad will not hesitate to call out Sudan if it sees something wrong.",
    ],
)
def test_what_is_left_elsewhere_or_asked_of_nobody_is_no_act(words: str) -> None:
    assert acts(words) == []


def test_a_deal_that_is_signed_is_known_from_the_text() -> None:
    assert acts("Chad is willing to sign the deal with Sudan.") == [("offer", "asserted")]


@pytest.mark.parametrize(
    ("words", "item"),
    [
        (
            "Chad promised Sudan to suspend the patrols, after its boats were turned away at the dam.",
            "suspend the patrols",
        ),
        ("Chad urged Sudan to suspend the patrols, amid reports of fishermen held at the dam.", "suspend the patrols"),
        ("Chad demanded that Sudan open the port, a policy it has followed for years.", "open the port"),
    ],
)
def test_what_had_happened_before_and_what_others_call_it_are_no_part_of_an_item(words: str, item: str) -> None:
    assert [one.label for one in told(words).of(Item)] == [item]


def test_what_has_not_been_carried_out_reads_so() -> None:
    read = told("This major provision of the truce has not yet been implemented by the Chadian army, Sudan said.")
    assert [item.label for item in read.of(Item)] == ["not implement this major provision of the truce"]


@pytest.mark.parametrize(
    "words",
    [
        "Chad's president Idris Kone asked Ali Deby to form a government.",
        "Chadian minister Ali Deby called it the Council for the Advancement of Boats.",
        "Chad will present its own proposal to Sudan on Saturday, Chadian minister Ali Deby said.",
    ],
)
def test_matters_at_home_names_and_empty_proposals_are_no_acts(words: str) -> None:
    assert [one for one in acts(words) if one[0] in ("request", "demand", "propose")] == []


def test_readiness_to_test_a_weapon_is_a_threat() -> None:
    assert [kind for kind, _ in acts("Chad is ready to test its first missile against Sudan.")] == ["threaten"]


def test_what_is_not_agreed_lets_nothing_be_foreseen_and_obligations_are_promised() -> None:
    assert acts("No agreement was signed on Sunday. Chad will withdraw its boats by May.") == []
    promised = "Chad will fulfil all its obligations under the ceasefire, Chadian minister Ali Deby said."
    assert acts(promised) == [("commit", "claimed")]
    assert [kind for kind, _ in acts("Chad must not hesitate to free the prisoners, Sudan said.")] == ["demand"]
    assert [kind for kind, _ in acts("Sudan asked compensation for the damage from Chad.")] == ["request"]


def test_what_is_vowed_in_force_is_a_threat() -> None:
    assert [kind for kind, _ in acts("Chad's president Idris Kone vowed to retaliate against Sudan.")] == ["threaten"]


@pytest.mark.parametrize(
    "words",
    [
        "Chad appealed to Sudan to help keep the market open.",
        "Chad called on Sudan to help keep the market open, saying that 300 traders had left.",
    ],
)
def test_what_is_asked_stands_behind_whom_it_is_asked_of(words: str) -> None:
    [item] = told(words).of(Item)
    assert item.label == "help keep the market open"


@pytest.mark.parametrize(
    "words",
    [
        "Chad's president Idris Kone asked his staff to calculate how much aid Chad gives Sudan.",
        "Chad's president Idris Kone insisted on his support for Sudan.",
        "Chad's president Idris Kone urged others not to be petty.",
        "Chad's president Idris Kone offered Ali Deby the post in Sudan.",
    ],
)
def test_staff_support_and_posts_are_no_matter_of_talks(words: str) -> None:
    assert acts(words) == []


def test_nobody_pledges_to_help_himself() -> None:
    read = told("Sudanese minister Amna Bako met her. She has also pledged to help Sudan cope with the floods.")
    assert all("Sudan" not in read.labels(act.agents) for act in read.of(Act))


def test_what_is_to_be_done_after_something_keeps_what_it_waits_for() -> None:
    [item] = told("Chad promised Sudan to return the boats after the fine was paid.").of(Item)
    assert item.label == "return the boats after the fine was paid"


def test_what_is_said_within_an_item_is_not_said_of_the_act() -> None:
    assert acts("Chad renewed its demand for the return of children it says were taken to Sudan unlawfully.") == [
        ("demand", "asserted")
    ]
    assert acts("Chad, it seems, has offered Sudan a loan.") == [("offer", "claimed")]


def test_what_a_third_of_several_says_is_not_the_word_of_whoever_acts() -> None:
    assert acts("Two envoys praised the talks; a third said Chad had merely asked to see the ferry prices.") == []


@pytest.mark.parametrize(
    "words",
    [
        "Chad and Sudan could not overcome their differences. The talks broke up. They are to resume on May 10.",
        "Under the March accord, Chad and Sudan were to exchange lists of prisoners by April 1.",
    ],
)
def test_what_talks_do_and_what_was_planned_once_is_no_promise(words: str) -> None:
    assert acts(words) == []


def test_what_a_speaker_does_besides_is_told_by_the_article() -> None:
    words = "Sudanese minister Ali Deby said the talks were useful. He rejected a Chadian request for ten ferries."
    assert ("request", "asserted") in acts(words)


def test_a_condition_within_a_reason_is_none_of_the_act() -> None:
    words = (
        "Sudan's minister Ali Deby said Sudan could live with the shorter term because it had been assured that it "
        "would be renewed if either side wished."
    )
    assert acts(words) == [("offer", "claimed")]
