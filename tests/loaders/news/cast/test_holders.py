"""Descriptions, titles and pronouns mean whom the posts and names of an article tell, and nobody beyond that."""

from __future__ import annotations

import pytest

from parley.graph.records import Act

from ..reading import told


def speakers(sentences: str) -> list[str]:
    return [who.rpartition(" > ")[2] for who, _ in told(sentences, "Kenya", "Norway").said]


@pytest.mark.parametrize(
    ("sentences", "speaker"),
    [
        ("Kenya's foreign minister Ruth Hale left. The Kenyan diplomat said the lock was shut.", "Ruth Hale"),
        ("The Kenyan foreign minister said the lock was shut. Kenya's foreign minister Ruth Hale left.", "Ruth Hale"),
        ("Ruth Hale, an analyst at the Lake Institute, left. The expert said the lock was shut.", "Ruth Hale"),
        ("Ruth Hale sings. The diplomat said the lock was shut.", "unnamed diplomat"),
        ("Norway's envoy Jon Dahl left. The Kenyan diplomat said the lock was shut.", "Kenyan diplomat"),
    ],
)
def test_a_description_means_whoever_holds_such_a_post(sentences: str, speaker: str) -> None:
    assert speakers(sentences)[-1] == speaker or speakers(sentences)[0] == speaker


def test_the_official_is_the_one_who_spoke_without_a_name_before() -> None:
    found = speakers("A Kenyan official said the lock was shut. The official said the lake was calm.")
    assert found == ["Kenyan official", "Kenyan official"]


def test_the_ministry_is_the_one_that_spoke_before() -> None:
    found = speakers("The Kenyan Defence Ministry said the lock was shut. The ministry said the lake was calm.")
    assert found == ["Kenyan Defence Ministry"] * 2


def test_given_names_tell_he_from_she() -> None:
    found = speakers(
        "Norwegian minister Ingrid Solheim met Kenyan negotiator Peter Okello. He said the lock was shut. She said the "
        "lake was calm."
    )
    assert found == ["Peter Okello", "Ingrid Solheim"]


def test_both_leaders_are_the_two_who_were_named() -> None:
    found = speakers(
        "Kenya's president Ruth Hale met Norway's prime minister Jon Dahl. Both leaders said the lock was shut."
    )
    assert found == ["Jon Dahl", "Ruth Hale"]


def test_he_in_a_relative_clause_is_the_subject_of_its_sentence() -> None:
    found = speakers(
        "Peter Okello said the lock was shut. Defence minister Jon Dahl had visited the lake in May, during which he "
        "stressed the need for calm."
    )
    assert found == ["Peter Okello", "Jon Dahl"]


def test_the_minister_is_no_vice_minister_where_a_minister_is_named() -> None:
    read = told(
        "Sudan's Minister of Trade Salma Idriss met Chad's Vice Minister of Commerce Omar Bako. The Minister called "
        "for the release of 40 pilots."
    )
    assert [read.labels(act.agents) for act in read.of(Act) if act.type == "demand"] == [["Sudan"]]


def test_the_ministry_is_the_only_one_that_is_named() -> None:
    read = told(
        "Chad's Ministry of Industry and Trade sent a team to Doha. The ministry said Chad proposed joint patrols."
    )
    assert "unnamed ministry" not in {speaker for speaker, _ in read.said}
