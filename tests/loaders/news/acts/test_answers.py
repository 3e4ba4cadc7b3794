"""What answers an item that was told before: taken up, turned down, promised in turn."""

from __future__ import annotations

import pytest

from parley.graph.records import Act

from ..reading import told, whole


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


def test_what_others_promised_is_not_whoever_says_so() -> None:
    read = told(
        "Norwegian minister Tove Lind said that the parties had reaffirmed the truce and promised to free 40 prisoners."
    )
    assert {act.standing for act in read.of(Act)} == {"claimed"}
    assert all("Norway" not in read.labels(act.agents) for act in read.of(Act))


def test_what_the_other_is_asked_to_promise_is_no_promise() -> None:
    read = told("Sudan is demanding that limits be eased and that Chad undertake not to station troops in Abyei.")
    assert [(a.type, read.labels(a.agents)) for a in read.of(Act)] == [("demand", ["Sudan"])]


def test_what_is_turned_down_is_not_what_had_been_told_before() -> None:
    read = told("Sudan turned down the offer on the wells, a day after its envoy had told reporters that it waited.")
    assert [(act.type, read.label(act.item)) for act in read.of(Act)] == [("reject", "the offer on the wells")]
