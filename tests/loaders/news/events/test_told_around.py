"""Days, places, sides and standings of events that stand in a headline, a dateline, or beside what somebody says."""

from __future__ import annotations

import pytest

from parley.graph.records import Event

from ..reading import whole

OPEN = "LIMA - Kenya and Uganda have agreed on a list of cows, officials of Kenya and Uganda said.\n\n"
BOTH = ("Kenya", "Uganda")
Row = tuple[str, tuple[str, ...], str, str, str]


def rows(text: str, *, headline: str = "Kenya and Uganda talk of cows", opening: str = OPEN) -> list[Row]:
    """Kind, sides, day, place and standing of each event of an article of Wednesday, 11 March 2026."""
    found = whole(f"{headline}\n\n{opening}{text}\n", published="2026-03-11")
    return sorted(
        (
            e.kind,
            tuple(sorted(found.labels(e.parties))),
            e.when.value if e.when else "",
            found.label(e.place),
            e.standing,
        )
        for e in found.records
        if isinstance(e, Event)
    )


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("Kenya says it will not wait, as talks with Uganda ended in Gulu on Monday.",
         ("talks", BOTH, "/2026-03-09", "Gulu", "asserted")),
        ("Uganda is ready to wait, officials said on Tuesday, a day after the leaders of Kenya and Uganda met in Gulu.",
         ("meeting", BOTH, "2026-03-09", "Gulu", "asserted")),
        ("She denied a report in a paper that Kenya's envoy had met Ugandan representatives in Cairo in February.",
         ("meeting", BOTH, "2026-02", "Cairo", "denied")),
        ("The joint commission is to meet again within 30 days.", ("meeting", BOTH, "/2026-04-10", "", "expected")),
        ("Kenya and Uganda held a fourth day of talks in Gulu on Tuesday.",
         ("talks", BOTH, "2026-03-07", "Gulu", "asserted")),
        ("Aides said on Monday as the second round of talks of Kenya and Uganda in Gulu came to an end that it was.",
         ("round", BOTH, "/2026-03-09", "Gulu", "asserted")),
        ("Talks between Kenya and Uganda in Gulu came close to breakdown on Monday.",
         ("talks", BOTH, "", "Gulu", "asserted")),
        ("Talks between Kenya and Uganda were held in Koh Kong province on Monday.",
         ("talks", BOTH, "2026-03-09", "Koh Kong province", "asserted")),
    ],
)  # fmt: skip
def test_what_stands_around_an_event_tells_of_it(sentence: str, row: Row) -> None:
    assert row in rows(sentence)


def test_hours_of_talks_are_on_the_day_of_what_was_said_after_them() -> None:
    lead = (
        "Kenya has refused to wait, its negotiator said on Monday, after four hours of talks in Gulu with Uganda.\n\n"
    )
    assert ("talks", BOTH, "2026-03-09", "Gulu", "asserted") in rows("It rained.", opening=lead)


def test_two_who_agreed_on_a_day_met_on_it() -> None:
    lead = (
        "Kenya and Uganda agreed on Monday to wait, the two ministries said after a meeting of both in Gulu town.\n\n"
    )
    assert [row[2] for row in rows("It rained.", opening=lead)] == ["2026-03-09"]


def test_a_deal_after_days_of_meetings_is_on_the_last_of_them() -> None:
    lead = (
        "Kenya and Uganda agreed on Tuesday to wait, in a deal struck after four days of meetings between their "
        "military commanders in the Chadian capital.\n\n"
    )
    assert [row[2] for row in rows("It rained.", opening=lead)] == ["2026-03-07/2026-03-10"]


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("Officials of Kenya and Uganda met in Gulu earlier this week.", "2026-03-09/2026-03-11"),
        ("Officials of Kenya and Uganda will meet in Gulu later this week.", "2026-03-09/2026-03-15"),
    ],
)
def test_earlier_this_week_is_not_after_the_article(sentence: str, days: str) -> None:
    assert [row[2] for row in rows(sentence) if row[3] == "Gulu"] == [days]


def test_a_town_in_a_line_of_its_own_is_where_the_talks_are() -> None:
    opening = "NAIROBI\n\nDelegations of Kenya and Uganda ended three days of talks on Wednesday without a list.\n\n"
    assert [row[3] for row in rows("It rained.", opening=opening)] == ["Nairobi"]


def test_a_round_is_of_the_only_talks_that_are_named() -> None:
    opening = "Chad is holding up a deal over cows.\n\n"
    found = rows(
        "A sixth round ended in Gulu on Monday.", headline="Kenya-Uganda cow talks near close", opening=opening
    )
    assert ("round", BOTH, "/2026-03-09", "Gulu", "asserted") in found


def test_rounds_are_of_all_the_sides_of_the_only_talks_whoever_leads_them() -> None:
    opening = "Talks between Kenya, Uganda and Chad over the lake broke up on Tuesday without a list.\n\n"
    found = rows(
        "A number was pencilled in during the third round in Gulu and erased later. "
        "The African Union, which led an earlier round that failed in Kinshasa in 2021, urged restraint.",
        headline="Kenya, Uganda trade blame as lake talks end",
        opening=opening,
    )
    three = ("Chad", "Kenya", "Uganda")
    assert [(row[1], row[3]) for row in found if row[0] == "round"] == [(three, "Gulu"), (three, "Kinshasa")]


@pytest.mark.parametrize(("words", "numbers"), [("an earlier", {None, 3}), ("the previous", {2, 3})])
def test_any_earlier_round_is_not_numbered(words: str, numbers: set[int | None]) -> None:
    text = (
        "Talks between Kenya and Uganda over the lake broke up on Tuesday without a list.\n\n"
        f"A number was pencilled in during the third round in Arusha. Chad led {words} round that failed in Gulu.\n"
    )
    found = whole(f"Kenya and Uganda end lake talks\n\n{text}", published="2026-03-11")
    assert {e.ordinal for e in found.records if isinstance(e, Event) and e.kind == "round"} == numbers


def test_a_round_is_of_the_two_who_ended_the_one_before() -> None:
    opening = "Kenya and Uganda ended a fourth round of cow talks on Sunday with nothing agreed.\n\n"
    found = rows("Oman's foreign minister said he would announce the date of the next round.", opening=opening)
    assert ("round", BOTH, "", "", "expected") in found


@pytest.mark.parametrize(
    "other",
    [
        "Talks between Chad and Mali ended as well.",
        "Chad and Mali held a second round of talks on cattle in May.",
    ],
)
def test_where_two_negotiate_and_others_too_nobody_tells_whose_a_round_is(other: str) -> None:
    opening = "Talks between Kenya and Uganda over the lake broke up on Tuesday without a list.\n\n"
    found = rows(
        f"An official said that a number was pencilled in during the ninth round in Gulu. {other}",
        opening=opening,
    )
    assert [row[1] for row in found if row[3] == "Gulu"] == [()]


def test_who_hosted_both_did_so_at_the_meeting_told_before() -> None:
    lead = "Kenya and Uganda will open a line, officials said on Monday after a meeting in Gulu at which none won.\n\n"
    found = rows("A paper was read by Chadian diplomat Omar Deng, who hosted the delegations with rain.", opening=lead)
    assert [(row[1], row[3]) for row in found if row[0] == "meeting"] == [(BOTH, "Gulu")]


@pytest.mark.parametrize(
    ("sentence", "opening"),
    [
        ("The electoral council published a calendar with a first round on August 30.", OPEN),
        ("The parliamentary commission was set up in May. The commission meets again on Friday.", OPEN),
        ("The delegates had met in Gulu.", "Five governments failed on Monday to share the lake's fish.\n\n"),
        ("Uganda would not open the first chapters of trade talks with Kenya.", OPEN),
    ],
)
def test_a_vote_a_house_and_many_are_no_talks_of_two(sentence: str, opening: str) -> None:
    assert not [row for row in rows(sentence, opening=opening) if row[1] == BOTH or row[0] == "round"]


def test_officials_who_tell_of_talks_are_no_side_of_them() -> None:
    sentence = "Kenya wants cows, officials said on Monday, as the fifth round of talks with Uganda came to an end."
    assert [row[1] for row in rows(sentence)] == [BOTH]


def test_who_brokers_a_truce_is_no_side_of_it() -> None:
    opening = (
        "The Ta'ang National Liberation Army has agreed to leave, it said after talks with the regime in Kunming.\n\n"
    )
    text = (
        "Myanmar's army will come. They left two towns after a China-brokered truce. China's ministry said it had "
        "helped. China's envoy said so. China was glad. It was the second round of talks mediated by Beijing since May."
    )
    found = rows(text, headline="TNLA to leave under China-brokered truce", opening=opening)
    assert not [row for row in found if "China" in row[1]]


def test_whom_a_text_only_thanks_is_no_side() -> None:
    opening = (
        "Kenya welcomed an understanding reached with a league of herders after weeks of discussions in Gulu.\n\n"
        "Kenya's minister said so. Kenya wants more. Kenya is grateful to the Government of Uganda for its offer.\n\n"
    )
    assert not [
        row for row in rows("Kenya will wait.", headline="Kenya welcomes understanding", opening=opening) if row[1]
    ]


def test_the_government_that_meets_a_movement_is_that_of_its_state() -> None:
    opening = (
        "The government and the National Democratic Front have agreed to hold a round of talks in Oslo in June.\n\n"
    )
    found = rows("The rebels want more.", headline="Manila, communist rebels to talk in Oslo", opening=opening)
    assert [row[1] for row in found] == [("National Democratic Front of the Philippines", "Philippines")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Uganda's office said that Kenya had refused, and that Uganda would not be dragged into endless talks.",
        "A deal was struck after two days of committee work in Gulu, with Chad and Peru sitting in.",
        "A senior member of the board, Omar Deng, told NBR by phone that Kenya had refused nothing.",
    ],
)
def test_what_is_refused_watched_or_told_a_paper_is_no_event(sentence: str) -> None:
    assert rows(sentence) == []


def test_what_is_said_of_talks_is_told_where_their_day_is() -> None:
    text = (
        "Kenya and Uganda held talks in Gulu on Monday. A clerk said Kenya and Uganda had had technical conversations."
    )
    assert [row[2:4] for row in rows(text)] == [("2026-03-09", "Gulu")]


def test_a_session_is_where_the_only_talks_are() -> None:
    text = "Gulu cow talks went on. A herder took part in Monday's session of Kenya and Uganda."
    assert [row[3] for row in rows(text) if row[2]] == ["Gulu"]
