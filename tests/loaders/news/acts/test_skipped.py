"""Why finds are no acts: each counted once, for a reason that has words."""

from __future__ import annotations

from typing import get_args

import pytest

from parley.graph.records import Act
from parley.loaders.news.acts.skipped import REASONS, skipped_in_words
from parley.loaders.news.standing.judging import judge
from parley.loaders.news.standing.signatures import Force
from parley.loaders.news.standing.value import Value

from ..reading import whole

OPENING = "Sudan and Chad hold talks\n\nNegotiators of Sudan and Chad held a round of talks on Monday.\n\n"
VALUES = [
    *(Value(forces=frozenset({force})) for force in get_args(Force)),
    *(Value(polarity=polarity) for polarity in ("-", "u")),
    *(Value(time=time) for time in ("general", "background", "planned")),
    Value(certainty="possible"),
    Value(certainty="probable"),
]


@pytest.mark.parametrize("value", VALUES, ids=str)
@pytest.mark.parametrize("said", [True, False])
def test_every_reason_of_a_judgement_has_words(value: Value, said: bool):
    judged = judge(value, said=said, own=False, binds=False)
    assert judged.standing is not None or judged.reason in REASONS


def test_one_and_several_are_told_apart_and_the_most_frequent_comes_first():
    assert skipped_in_words(["rumour", "question", "question", "general"]) == ("2 questions", "1 habit", "1 rumour")
    assert skipped_in_words([]) == ()


def test_a_reason_without_words_stands_for_itself():
    assert skipped_in_words(["made up"]) == ("1 made up",)


SENTENCES = {
    "Sudan did not offer Chad water.": ("1 told not to be so",),
    "If Sudan offers Chad water, the talks will go on.": ("1 only supposed",),
    "Sudan offered Chad river water for two years.": (),
}


@pytest.mark.parametrize(("sentence", "notes"), SENTENCES.items())
def test_an_article_notes_what_was_found_and_is_no_act(sentence: str, notes: tuple[str, ...]):
    assert whole(OPENING + sentence).notes == notes


def test_what_is_no_act_by_one_rule_and_an_act_by_another_is_not_noted():
    read = whole(OPENING + "“Chad must pay”, Sudan’s minister Ali Omar said.")
    assert [act.type for act in read.of(Act)] == ["demand"]
    assert read.notes == ()
