"""Which acts wait for an answer, and what is agreed: what is said in reply counts whatever words it takes."""

from __future__ import annotations

import pytest

from parley.graph.records import ActType, SourceRecords

from .conflicts import BEKELE, ETHIOPIA, KENYA, PORT, RISE, ZONE, border
from .made_up import Says, article, rows


def asked(source: SourceRecords) -> set[str]:
    return {item for (item,) in rows(source, "unanswered", "item")}


def test_what_nobody_has_answered_is_unanswered():
    assert asked(border(ZONE)) == {"a buffer zone"}


@pytest.mark.parametrize("word", ["that", "It", "the offer", "this proposal", "its demands"])
@pytest.mark.parametrize("act", ["reject", "agree", "agreeToConsider"])
def test_what_is_answered_as_that_in_the_next_sentence_is_answered(word: str, act: ActType):
    said = Says(f"Ethiopia took up {word}.", act, (ETHIOPIA,), word, standing="asserted")
    assert asked(border(ZONE, said)) == set()


REFUSED = Says("Ethiopia rejects that.", "reject", (ETHIOPIA,), "that")


@pytest.mark.parametrize(
    "said",
    [
        [Says("Kenya does not accept that.", "reject", (KENYA,), "that")],
        [Says("Ethiopia denied having rejected that.", "reject", (ETHIOPIA,), "that", standing="denied", denied=True)],
        [Says("Ethiopia rejects a joint patrol.", "reject", (ETHIOPIA,), "a joint patrol")],
        [Says("Long ago it was so. " * 40), REFUSED],
    ],
    ids=["the own side", "denied", "something else", "far away"],
)
def test_what_is_no_answer_leaves_it_unanswered(said: list[Says]):
    assert asked(border(ZONE, *said)) == {"a buffer zone"}


def test_that_is_what_was_asked_last_by_another_side():
    other = Says("Kenya offered access to its port.", "offer", (KENYA,), "access to its port")
    own = Says("Ethiopia demanded the release of herders.", "demand", (ETHIOPIA,), "the release of herders")
    said = Says("Ethiopia rejected that.", "reject", (ETHIOPIA,), "that")
    assert asked(border(ZONE, other, own, said)) == {"a buffer zone", "the release of herders"}


def test_the_demand_to_do_something_is_what_is_demanded():
    said = Says(
        "The company rejected the demand for a rise of 9 percent.",
        "reject",
        (PORT,),
        "the demand for a rise of 9 percent",
    )
    assert asked(article("strike", [RISE, said])) == set()


@pytest.mark.parametrize("word", ["a buffer zone", "the proposal", "it"])
def test_what_is_withdrawn_waits_for_no_answer(word: str):
    assert asked(border(ZONE, Says("Kenya withdrew it.", "withdraw", (KENYA,), word))) == set()
    assert asked(border(ZONE, Says("Ethiopia withdrew it.", "withdraw", (ETHIOPIA,), word))) == {"a buffer zone"}


def test_what_is_denied_to_have_been_offered_waits_for_no_answer():
    denial = Says(
        "Kenya denied that it had offered access.", "offer", (KENYA,), "access", standing="denied", denied=True
    )
    assert asked(border(denial)) == set()


def test_what_somebody_would_agree_to_only_if_is_not_agreed():
    only = Says(
        "“We will agree to a ceasefire only if they withdraw.”",
        "agree",
        (ETHIOPIA,),
        "a ceasefire",
        BEKELE,
        "conditional",
        only_if="they withdraw",
    )
    hoped = Says("They are expected to agree on fees.", "agree", (KENYA, ETHIOPIA), "fees", standing="expected")
    done = Says(
        "They agreed on an exchange if the weather allows.",
        "agree",
        (KENYA, ETHIOPIA),
        "an exchange",
        standing="asserted",
        only_if="the weather allows",
    )
    assert rows(border(only, hoped, done), "agreed", "sides item condition") == [
        ("Ethiopia, Kenya", "an exchange", "the weather allows")
    ]
