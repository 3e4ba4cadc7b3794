"""Who was at an event and when it was, where a deed, a body, a list or a sentence behind the lead tells it."""

from __future__ import annotations

import pytest

from .test_told_beside import Row, rows

BOTH = ("Kenya", "Uganda")


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        (
            "Kenyan negotiators left for Gulu on Tuesday for a seventh round of talks with Uganda.",
            ("round", BOTH, "", "Gulu", "expected"),
        ),
        (
            "Kenyan negotiators flew to Gulu in January for a seventh round of talks with Uganda.",
            ("round", BOTH, "2026-01", "Gulu", "asserted"),
        ),
        (
            "Kenyan Foreign Minister Ana Otieno flew to Gulu on Tuesday to meet Ugandan Foreign Minister Ben Okello.",
            ("meeting", BOTH, "", "Gulu", "expected"),
        ),
    ],
)
def test_whoever_has_just_set_out_has_not_met_yet(sentence: str, row: Row) -> None:
    assert rows(sentence) == [row]


@pytest.mark.parametrize(
    ("behind", "row"),
    [
        (
            "Teams from Kenya, Uganda and Togo had met for three days at a hotel near the Lake Hall.",
            ("round", ("Kenya", "Togo", "Uganda"), "2026-03-08/2026-03-10", "Nairobi", "asserted"),
        ),
        (
            "Teams from Kenya and Uganda had been meeting since Sunday.",
            ("round", BOTH, "/2026-03-10", "", "asserted"),
        ),
    ],
)
def test_those_who_had_met_for_days_are_those_of_the_round_just_told_of(behind: str, row: Row) -> None:
    lead = "NAIROBI - The fourth round of talks over the lake ended without a list on Tuesday. "
    assert [found[:3] + found[4:] for found in rows(lead + behind)] == [row[:3] + row[4:]]
    assert not row[3] or [found[3] for found in rows(lead + behind)] == [row[3]]


def test_who_failed_to_agree_after_days_of_meetings_had_met_up_to_that_day() -> None:
    text = (
        "NAIROBI - Three lake governments failed on Tuesday to agree on a catch. Kenya, Uganda and Togo accepted the "
        "count. The delegates had met for two days in Gulu."
    )
    assert rows(text, "Lake talks") == [
        ("meeting", ("Kenya", "Togo", "Uganda"), "2026-03-09/2026-03-10", "Gulu", "asserted")
    ]


def test_states_that_a_lead_only_counts_are_those_listed_behind_it() -> None:
    text = (
        "Kenya and three lake powers ended six hours of talks in Gulu on Tuesday with no list.\n\nKenya's minister "
        "described the discussions with Togo, Ghana and Chad as frank.\n\nThe next round may take place in Oslo in May."
    )
    all_four = ("Chad", "Ghana", "Kenya", "Togo")
    assert [(kind, sides, place) for kind, sides, _, place, _ in rows(text, "Kenya and lake powers")] == [
        ("talks", all_four, "Gulu"),
        ("round", all_four, "Oslo"),
    ]


def test_all_are_sides_where_an_article_tells_how_many_they_are() -> None:
    text = (
        "The fourth round of the lake talks closed in Gulu in February with each of the three parties blaming another. "
        "Kenya wanted cows. Uganda wanted goats. Togo wanted fish. Kenya and Uganda are hungry. Togo is too."
    )
    assert rows(text, "The lake")[0][:2] == ("round", ("Kenya", "Togo", "Uganda"))


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("Togo took part by video.", ("Kenya", "Togo", "Uganda")),
        ("Togo is taking part because its cows are there.", ("Kenya", "Togo", "Uganda")),
        ("Togo took part as an observer.", BOTH),
        ("Togo did not take part.", BOTH),
        ("Togo took part in the fighting.", BOTH),
    ],
)
def test_whoever_took_part_too_is_a_side(sentence: str, sides: tuple[str, ...]) -> None:
    assert [row[1] for row in rows(f"Teams from Kenya and Uganda held talks in Gulu on Monday. {sentence}")] == [sides]


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("Kenya has asked Uganda for a map. The two met in Gulu on Monday.", ("meeting", "2026-03-09", "Gulu")),
        (
            "Kenyan Foreign Minister Ana Otieno wrote to Ugandan Foreign Minister Ben Okello, and the two spoke by "
            "telephone on Monday.",
            ("call", "2026-03-09", ""),
        ),
    ],
)
def test_the_two_are_those_just_named(sentence: str, row: tuple[str, str, str]) -> None:
    assert rows(sentence) == [(row[0], BOTH, row[1], row[2], "asserted")]


def test_what_two_did_by_telephone_later_makes_no_call_of_their_meeting() -> None:
    text = "Kenyan Foreign Minister Ana Otieno met Ugandan Foreign Minister Ben Okello in Gulu in January, and the two "
    assert [(row[0], row[2]) for row in rows(text + "spoke by telephone on Monday.")] == [
        ("meeting", "2026-01"),
        ("call", "2026-03-09"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya and Uganda agreed to establish a direct telephone line.",
        "Should the level drop below two metres, Kenya and Uganda will hold urgent consultations within five days.",
        "Togo and Ghana each gave up something after at least one failed round with them.",
        "Kenya has hosted experts of both sides in the past.",
        "The parliamentary commission on the lake met on Monday, with representatives of farmers speaking.",
        'An economist said: "I would expect another round in the autumn, perhaps somewhere in Asia."',
        "The Prime Minister said that he had spoken to both foreign ministers of Kenya and Uganda by telephone.",
    ],
)
def test_these_are_no_events_of_two_sides(sentence: str) -> None:
    assert all(len(row[1]) < 2 for row in rows(sentence, "A lake"))


def test_talks_of_which_only_a_headline_tells_are_not_told() -> None:
    assert (
        rows("Kenya said on Monday that it would not agree to that.", "Kenya blocks opening of talks with Uganda") == []
    )


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        (
            "Kenya stepped in as a mediator in January, bringing the Togolese and Ghanaian presidents together for a "
            "meeting.",
            ("meeting", ("Ghana", "Togo"), "2026-01", "", "asserted"),
        ),
        (
            "The list was announced on Monday in Gulu after a day of talks between Kenyan officials and Ugandan teams.",
            ("talks", BOTH, "2026-03-09", "Gulu", "asserted"),
        ),
        (
            "Kenya and Uganda agreed here Tuesday to count cows. The consensus was reached at the 23rd round of talks "
            "between the two countries.",
            ("round", BOTH, "2026-03-10", "", "asserted"),
        ),
        (
            "Last year's follow-up round in Gulu ended in mutual accusations of Kenya and Uganda.",
            ("round", BOTH, "2025", "Gulu", "asserted"),
        ),
        (
            "Kenya and Uganda will meet again in Gulu in the week beginning 13 April.",
            ("meeting", BOTH, "2026-04-13/2026-04-19", "Gulu", "expected"),
        ),
        (
            "Kenya and Uganda will hold a round of talks in Gulu at the end of the month.",
            ("round", BOTH, "2026-03", "Gulu", "expected"),
        ),
        (
            "Kenya and Uganda will hold a round of talks in Gulu in the last week of June.",
            ("round", BOTH, "2026-06-24/2026-06-30", "Gulu", "expected"),
        ),
        (
            "Kenya and Uganda held three days of virtual discussions this week.",
            ("talks", BOTH, "2026-03-09/2026-03-11", "", "asserted"),
        ),
        (
            "A third meeting in five weeks between Kenya and Uganda is due on Thursday.",
            ("meeting", BOTH, "2026-03-12", "", "expected"),
        ),
        (
            "Kenyan officials walked out of talks with Uganda in Gulu on Monday.",
            ("talks", BOTH, "", "Gulu", "asserted"),
        ),
    ],
)
def test_the_day_of_an_event_is_that_of_its_own_words(sentence: str, row: Row) -> None:
    assert rows(sentence) == [row]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        (
            "The fourth round of talks between Kenya and Uganda will be hosted by Saudi Arabia in Gulu.",
            "Gulu",
        ),
        ("Kenya and Uganda agreed to meet again, in Gulu, before the new year.", "Gulu"),
        ("Kenya and Uganda met on Monday in a block near Tower Hill.", ""),
    ],
)
def test_where_an_event_is(sentence: str, place: str) -> None:
    assert [row[3] for row in rows(sentence)] == [place]


def test_the_day_of_a_round_that_was_called_off_is_the_day_that_it_was_set_for() -> None:
    text = "A third round of talks between Kenya and Uganda, planned for Friday, has been postponed, officials said."
    off = rows(text, "Lake talks stall as third round is called off")
    assert off == [("round", BOTH, "2026-03-13", "", "denied")]
    assert rows(text) == off


def test_what_people_know_who_tell_is_no_claim() -> None:
    text = "Kenya would accept a cap, according to four executives familiar with discussions held in Gulu on Monday."
    assert [row[2:] for row in rows(text)] == [("2026-03-09", "Gulu", "asserted")]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The list was settled at a meeting of the General Border Committee and will be watched.", "meeting"),
        ("The list was settled after two days of Joint Lake Commission meetings.", "talks"),
    ],
)
def test_a_joint_body_is_that_of_the_two_sides(sentence: str, kind: str) -> None:
    text = f"Kenya and Uganda will count cows, officials of Kenya and Uganda said. {sentence}"
    assert [row[:2] for row in rows(text)] == [(kind, BOTH)]


def test_the_two_governments_are_two_states_where_a_movement_talks_with_one() -> None:
    text = (
        "Israel and Hamas held talks in Doha. Israel said that Hamas waits. Hamas says that Israel waits.\n\n"
        "Egypt's foreign minister said that his country would lift its siege once Togo had opened its port. "
        "The two governments agreed to that in Gulu in January."
    )
    assert ("meeting", ("Egypt", "Togo"), "2026-01", "Gulu", "asserted") in rows(text, "Israel and Hamas talk")


def test_an_envoy_of_the_government_is_of_the_state_that_a_movement_faces() -> None:
    text = (
        "Talks between Israel and Hamas were suspended. Israel said that Hamas waits. She denied a report that a "
        "government envoy had met Hamas representatives in Doha in May."
    )
    row = ("meeting", ("Hamas", "Israel"), "2025-05", "", "denied")
    assert row in rows(text, "Israel and Hamas talk")


def test_those_who_arrange_a_summit_of_three_meet_there() -> None:
    text = "Kenya, Uganda and Togo are in the final stages of arranging a trilateral summit in Gulu on May 26 and 27."
    row = ("summit", ("Kenya", "Togo", "Uganda"), "2026-05-26/2026-05-27", "Gulu", "expected")
    assert rows(text, "Kenya, Uganda, Togo plan leaders' summit in late May") == [row]


def test_the_host_in_whose_land_they_talk_is_no_side() -> None:
    text = (
        "Kenya has offered cows, people who know of indirect talks in Oman said. The offer was made in the Omani "
        "capital. The United States did not answer. Kenya said that the United States waits. A sixth round is expected "
        "in May."
    )
    assert ("round", ("Kenya", "United States"), "2026-05", "", "expected") in rows(text, "Kenya offers cows")


def test_what_had_been_agreed_at_another_gathering_is_not_where_they_met_now() -> None:
    text = (
        "The leaders of Kenya and Uganda met for an hour on Tuesday. They had committed themselves at an informal "
        "gathering in Geneva two weeks earlier to opening gates."
    )
    assert rows(text)[0] == ("meeting", BOTH, "2026-03-10", "", "asserted")


def test_what_was_asked_at_a_meeting_is_claimed_and_the_meeting_is_not() -> None:
    text = (
        "Kenya and Uganda talk. At a meeting of the Joint Rivers Commission in Gulu, Kenya asked for water. The "
        "ministry confirmed that the meeting had been held.\n\nThe commission is expected to meet next in Oslo in May."
    )
    assert rows(text) == [
        ("meeting", BOTH, "", "Gulu", "asserted"),
        ("meeting", BOTH, "2026-05", "Oslo", "expected"),
    ]


def test_who_is_named_twice_in_a_long_text_is_no_side_of_its_talks() -> None:
    text = (
        "The firms that sell cows in Kenya have waited for a month. " * 20
        + "Talks broke up in Gulu on Monday. US diplomats sat in. The United States waits."
    )
    assert all("United States" not in row[1] for row in rows(text, "Kenya, Kisii and cow firms talk"))


@pytest.mark.parametrize(
    ("sentence", "rounds"),
    [
        ("A Togolese official said his government hoped for a fourth round within weeks.", [("", "expected")]),
        ("Togo will host a fourth round in May.", [("2026-05", "expected")]),
        ("In January it blamed Togo, which spoke as the third round was getting under way.", [("", "asserted")]),
    ],
)
def test_a_round_that_is_only_hoped_for_has_not_been(sentence: str, rounds: list[tuple[str, str]]) -> None:
    assert [(row[2], row[4]) for row in rows(f"Kenya and Uganda talk. {sentence}")] == rounds


def test_the_day_of_agreeing_is_not_that_of_what_was_agreed() -> None:
    text = "Kenya agreed on Tuesday to return to talks with Uganda in Gulu, two days after its delegates walked out."
    assert all(row[2] == "" for row in rows(text))


def test_a_town_that_a_model_takes_for_somebody_is_a_town() -> None:
    text = (
        "A meeting of the Kenyan and Ugandan commissions was held in Batken from December 2 to 4.\n\n"
        "A deputy from Batken, Ana Otieno, asked why."
    )
    assert [row[3] for row in rows(text)] == ["Batken"]
