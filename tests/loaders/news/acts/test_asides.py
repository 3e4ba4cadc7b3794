"""Answers told in an aside behind what they answer, and lists that a parser breaks off."""

from __future__ import annotations

import pytest

from ..reading import told


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        (
            "Chad wants Sudan to reopen the lake road, a demand that Sudan has rejected.",
            [
                ("demand", "Chad", "reopen the lake road", "asserted"),
                ("reject", "Sudan", "reopen the lake road", "asserted"),
            ],
        ),
        (
            "Chad offered to share its radar data, a proposal Sudan accepted on Monday.",
            [
                ("agree", "Sudan", "share its radar data", "asserted"),
                ("offer", "Chad", "share its radar data", "asserted"),
            ],
        ),
        (
            "Sudan had insisted that Chad free the detained pilots, a condition Chad had long resisted.",
            [
                ("demand", "Sudan", "free the detained pilots", "asserted"),
                ("reject", "Chad", "free the detained pilots", "asserted"),
            ],
        ),
        (
            "An official said Chad wants Sudan to reopen the lake road, a demand that Sudan has rejected.",
            [
                ("demand", "Chad", "reopen the lake road", "claimed"),
                ("reject", "Sudan", "reopen the lake road", "claimed"),
            ],
        ),
        (
            "Chad may offer to share its radar data, a proposal Sudan has rejected.",
            [("offer", "Chad", "share its radar data", "expected")],
        ),
        (
            "Chad wants Sudan to reopen the lake road, a demand that Sudan has not rejected.",
            [("demand", "Chad", "reopen the lake road", "asserted")],
        ),
    ],
)
def test_an_aside_tells_who_answers(sentence: str, rows: list[tuple[str, str, str, str]]) -> None:
    assert sorted(told(sentence).rows) == rows


@pytest.mark.parametrize(
    ("sentence", "item"),
    [
        (
            "The two sides committed to refrain from raids, hate speech and any attempt to move the border stones.",
            "refrain from raids, hate speech and any attempt to move the border stones",
        ),
        (
            "Sudan promised to open the bridge, free 20 fishermen and pay for the nets.",
            "open the bridge, free 20 fishermen and pay for the nets",
        ),
        (
            "Chad agreed to reopen the market as Sudan presses for lower tolls on cattle.",
            "reopen the market",
        ),
    ],
)
def test_a_list_is_kept_to_its_end_and_no_further(sentence: str, item: str) -> None:
    assert item in [row[2] for row in told(sentence).rows]


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        (
            "Chad, which denies arming the herders, pledged last month in Geneva to withdraw its guns within 30 days.",
            ("commit", "Chad", "withdraw its guns within 30 days", "asserted"),
        ),
        (
            "Chad has repeatedly rejected the idea of leasing its airfields to Sudanese firms.",
            ("reject", "Chad", "the idea of leasing its airfields to Sudanese firms", "asserted"),
        ),
        (
            "Chad had pushed for a quick agreement to protect its cotton growers.",
            ("demand", "Chad", "a quick agreement to protect its cotton growers", "asserted"),
        ),
        (
            "Chad said it would reimpose duties on Sudanese salt unless Sudan returned to the table.",
            ("threaten", "Chad", "reimpose duties on Sudanese salt", "claimed"),
        ),
        (
            "A proposal by Chad to count the cattle was dropped after Sudan objected.",
            ("propose", "Chad", "count the cattle", "asserted"),
        ),
        (
            "Sudan is demanding 8% of the toll over 12 months and an apology.",
            ("demand", "Sudan", "8% of the toll over 12 months and an apology", "asserted"),
        ),
        (
            "Chad demanded that the levy on cattle be cut and threatened to close the bridge.",
            ("demand", "Chad", "the levy on cattle be cut", "asserted"),
        ),
        (
            "Chad's foreign minister agreed with his Sudanese counterpart to resume ferry traffic.",
            ("agree", "Chad Sudan", "resume ferry traffic", "asserted"),
        ),
    ],
)
def test_acts_in_the_words_of_wire_reports(sentence: str, row: tuple[str, str, str, str]) -> None:
    assert row in told(sentence).rows


@pytest.mark.parametrize(
    "sentence",
    [
        "The Chadian Union of Air Crews had demanded double pay for night flights.",
        "Chadian conservatives demanded a vote on the pact.",
    ],
)
def test_a_union_or_a_party_is_not_its_state(sentence: str) -> None:
    assert not any("Chad" in row[1].split() for row in told(sentence).rows)


def test_it_in_a_clause_means_the_subject_of_the_sentence() -> None:
    found = told("Sudan kept to its quota. The bloc will meet again in May, when it will consider a higher quota.")
    assert not any("Sudan" in row[1].split() for row in found.rows)


def test_what_is_traded_in_an_agreement_is_no_condition_of_it() -> None:
    found = told("Sudan and Chad agreed to open the gates in exchange for 85 gigawatt-hours of power each winter.")
    assert [(row[0], row[3]) for row in found.rows] == [("agree", "asserted")]
    offered = told("Sudan offered to free 40 men in exchange for 85 tents.")
    assert [(row[0], row[3]) for row in offered.rows] == [("offer", "conditional")]


@pytest.mark.parametrize("words", ["{}'s government", "President {}'s office"])
def test_whose_government_it_is_tells_the_side(words: str) -> None:
    who = words.format("Omar Deng")
    found = told(f"Chadian President Omar Deng was away. {who} rejected a ban on night flights over the lake.")
    assert ("reject", "Chad") in [row[:2] for row in found.rows]


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        (
            "Chad's paper, as described by officials in the region, offers to let inspectors return to the dam.",
            ("offer", "Chad", "let inspectors return to the dam", "claimed"),
        ),
        (
            "Sudan asked in March that the lake treaty, which runs through 2030, be reopened.",
            ("request", "Sudan", "the lake treaty be reopened", "asserted"),
        ),
        (
            "The Chadian finance minister said that the government was open to talks and that it had invited Sudan to "
            "resume work on the ferry.",
            ("offer", "Chad", "resume work on the ferry", "claimed"),
        ),
    ],
)
def test_who_tells_what_and_of_whom(sentence: str, row: tuple[str, str, str, str]) -> None:
    assert row in told(sentence).rows


def test_a_meeting_that_is_planned_binds_nobody() -> None:
    assert told("Chad and Sudan plan to hold a meeting of their water commission in May.").rows == []
    assert told("Chad plans to build a second jetty for Sudanese boats.").rows != []


def test_what_a_headline_tells_behind_a_dash_is_no_party() -> None:
    found = told("Chad pressing Sudan for ten lorries of grain for each boat – and two crossings.")
    assert not any("crossings" in row[1] for row in found.rows)


def test_the_party_of_a_state_to_talks_is_the_state() -> None:
    found = told("The Chadian party proposed joint patrols on the lake.")
    assert [row[:2] for row in found.rows] == [("propose", "Chad")]


def test_companies_of_two_states_are_not_the_one_that_is_named() -> None:
    found = told("Sudan welcomed Boeing. Chadian and Sudanese companies agreed on twenty orders of grain and salt.")
    assert not any("Boeing" in row[1] for row in found.rows)


def test_nobody_asks_himself_something() -> None:
    found = told("Chad's position has not moved. It called on the Chadian finance ministry to cut the tolls.")
    assert [row for row in found.rows if row[0] == "demand"] == []


@pytest.mark.parametrize(
    ("sentence", "item"),
    [
        ("Chad pledged to keep the lake treaty as it stands.", "keep the lake treaty as it stands"),
        ("Chad agreed to lift the tolls as Sudan opens its port.", "lift the tolls as Sudan opens its port"),
    ],
)
def test_how_something_is_to_be_done_is_a_part_of_it(sentence: str, item: str) -> None:
    assert [row[2] for row in told(sentence).rows] == [item]


def test_obligations_that_somebody_plans_to_meet_are_no_meeting() -> None:
    assert told("Chad plans to meet its obligations to Sudan by May.").rows != []


@pytest.mark.parametrize(
    "sentence",
    [
        "Chad offered Sudan free power, an offer that Sudan barely agreed to.",
        "Chad wants Sudan to reopen the road, a demand that Sudan had rejected until Monday.",
    ],
)
def test_an_answer_that_is_undone_is_none(sentence: str) -> None:
    assert not any(row[1] == "Sudan" for row in told(sentence).rows)


def test_how_long_somebody_argued_is_no_demand() -> None:
    assert told("Chad argued for more than a decade with Sudan over water.").rows == []
