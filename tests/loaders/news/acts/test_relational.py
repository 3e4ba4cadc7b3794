"""Items whose noun says nothing without of what: it is told from elsewhere in the text, or there is no item."""

from __future__ import annotations

import pytest

from parley.graph.records import Act, Item

from ..reading import told


def labels(sentences: str) -> list[str]:
    return [item.label for item in told(sentences).of(Item)]


def test_what_an_open_noun_is_of_stands_beside_it_where_the_text_tells_it() -> None:
    assert labels("A pledge to keep drones out of the strait was discussed. Sudan offered a written pledge.") == [
        "a written pledge [pledge to keep drones out of the strait]"
    ]


def test_the_only_mention_that_tells_it_may_come_later() -> None:
    found = labels("Sudan offered a scholars' decree. The ministry said a decree forbidding raids abroad was ready.")
    assert found == ["a scholars' decree [decree forbidding raids abroad]"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sudan proposed a threshold of 60%.",
        "Sudan demanded full control.",
        "Sudan asked for a wider mandate.",
        "Sudan demanded a fivefold hike.",
    ],
)
def test_an_open_noun_that_nothing_clears_is_no_item(sentence: str) -> None:
    read = told(sentence)
    assert not read.of(Act)


@pytest.mark.parametrize(
    "sentence",
    [
        "Sudan demanded full control of the water intake.",
        "Sudan asked for a mandate to patrol the river.",
        "Sudan proposed a commission to trace the missing.",
        "Sudan demanded a pledge that no troops would return.",
    ],
)
def test_an_open_noun_with_what_it_is_of_is_an_item(sentence: str) -> None:
    assert len(labels(sentence)) == 1
