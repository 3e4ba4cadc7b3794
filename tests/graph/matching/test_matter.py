"""What an item is about, whatever else its label tells."""

from __future__ import annotations

import pytest

from parley.graph.matching.matter import matter, only_tells_when

HARBOUR = matter("open the harbour to trawlers")


@pytest.mark.parametrize(
    "label",
    [
        "consider opening the harbour to trawlers",
        "open the harbour to trawlers at a second round of talks with Norway that both called better than the first",
        "opened the harbour to trawlers on Wednesday, a day after the May talks in Bergen",
    ],
)
def test_how_when_and_at_what_talks_are_no_matter(label: str) -> None:
    assert matter(label) == HARBOUR


def test_what_is_about_talks_alone_keeps_them() -> None:
    assert matter("answer at the third round") != matter("answer at the talks in Bergen")


def test_forms_of_one_verb_are_one() -> None:
    assert matter("setting up a joint group") == matter("set up a joint group")


def test_an_amount_that_tells_when_is_told_from_one_that_tells_how_much() -> None:
    assert only_tells_when("days", "opened the harbour on Wednesday, a day after the May talks in Bergen")
    assert not only_tells_when("days", "open the harbour to trawlers for 30 days")
    assert not only_tells_when("tonnes", "a quota of 500 tonnes at the next round of talks")
