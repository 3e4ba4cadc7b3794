"""What an act is about must be told: words that only point elsewhere, or break off, make no act."""

from __future__ import annotations

import pytest

from parley.graph.records import Act, Item

from ..reading import told


def items(sentence: str) -> list[str]:
    """What the items of a sentence's acts are called."""
    found = told(sentence)
    return [item.label for item in found.of(Item) if any(act.item == item.key for act in found.of(Act))]


@pytest.mark.parametrize(
    "sentence",
    [
        '"We will continue our work," Sudan said.',
        '"We are ready to help them in every possible way," Sudan said.',
        '"We are willing to work with everyone," Sudan said.',
        "Sudan is ready to take a most active part in this work.",
        '"We are going to do the same thing," Sudan said.',
        '"Chad must release them," Sudan said.',
        '"We also offer it to our partners," Sudan said.',
        '"We will keep moving in the same direction," Sudan said.',
        '"We are ready to lift these — those bans on farmers of Chad," Sudan said.',
    ],
)
def test_words_that_tell_nothing_are_no_act(sentence: str) -> None:
    assert items(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "item"),
    [
        ('"We will continue the exchanges," Sudan said.', "continue the exchanges"),
        ('"We are ready to help the farmers of Chad," Sudan said.', "help the farmers of Chad"),
        ("Sudan is ready to work with Chad.", "work with Chad"),
        ("Sudan asked Chad for more time.", "more time"),
        ("Sudan said it could accept 60 days.", "accept 60 days"),
        ("Sudan is willing to take more generous steps towards Chad.", "take more generous steps towards Chad"),
        ("Sudan has committed $28 million to rebuild the bridge.", "$28 million to rebuild the bridge"),
        ("Sudan pledged 40 million euros to rebuild the bridge.", "40 million euros to rebuild the bridge"),
        (
            "Sudan expressed readiness for talks with Chad to reopen the border.",
            "talks with Chad to reopen the border",
        ),
        ('"Members of the mission, let us meet in Nairobi," Sudan said.', "meet in Nairobi"),
    ],
)
def test_words_that_tell_something_are_kept_whole(sentence: str, item: str) -> None:
    assert items(sentence) == [item]


def test_a_step_is_called_by_its_verb_and_what_it_is_done_to() -> None:
    assert items("Last month Sudan violated the truce with Chad.") == ["violate the truce with Chad"]
