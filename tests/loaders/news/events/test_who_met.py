"""Who met whom in real reports: sides that the words around an event tell, and meetings that are none between sides."""

from __future__ import annotations

import pytest

from parley.graph.records import Attendance, Event

from ..reading import Told, whole

OPEN = (
    "Ministers of Malawi and Zambia look at the lake\n\n"
    "A year of shelling has emptied the villages along the river. Negotiations are slow.\n\n"
)


def read(sentences: str) -> Told:
    return whole(OPEN + sentences, published="2026-03-11")


def sides(sentences: str) -> list[tuple[str, ...]]:
    """The sides of each event."""
    told = read(sentences)
    return sorted(tuple(told.labels(e.parties)) for e in told.of(Event))


@pytest.mark.parametrize(
    ("sentence", "met"),
    [
        ("Kenya and the International Atomic Energy Agency met in Gulu on Monday.", ("IAEA", "Kenya")),
        ("Kenyan President Ana Otieno met NATO ministers in Gulu on Monday.", ("Kenya", "NATO")),
        (
            "Gulu: Representatives of Yemen's recognised government and the Houthi group have resumed discussions.",
            ("Houthis", "Yemen"),
        ),
        (
            "The government of Kenya said on Thursday, after the third round of talks with the World Bank ended in "
            "Gulu without a result.",
            ("Kenya", "World Bank"),
        ),
        (
            "The Kenyan trade secretary and envoy are due in Gulu on March 24 for lunch with Ugandan ministers.",
            ("Kenya", "Uganda"),
        ),
    ],
)
def test_sides_that_the_words_around_an_event_tell(sentence: str, met: tuple[str, ...]) -> None:
    assert sides(sentence) == [met]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenyan President Ana Otieno met Finance Minister Ben Okello on Monday.",
        "Kenyan President Ana Otieno spoke with General Ben Okello on Monday. General Okello agreed.",
        "Kenyan President Ana Otieno met Ben Okello, founder of a bank, on Monday. Okello smiled. Okello left.",
    ],
)
def test_a_leader_and_somebody_who_may_be_the_leaders_own_are_no_two_sides(sentence: str) -> None:
    assert all(len(met) < 2 for met in sides(sentence))


@pytest.mark.parametrize("post", ["Foreign Minister", "Prime Minister", "First Minister", "Ambassador"])
def test_an_official_of_whom_no_land_is_told_is_no_side_but_was_there(post: str) -> None:
    told = read(f"Kenyan President Ana Otieno met {post} Ben Okello in Gulu on Monday.")
    assert [told.labels(event.parties) for event in told.of(Event)] == [["Kenya"]]
    assert {told.label(each.agent) for each in told.of(Attendance)} == {"Ana Otieno", "Ben Okello"}


def test_a_body_that_studies_a_state_is_none_of_it() -> None:
    found = sides(
        "Ana Otieno, director of the Institute for American Studies, met Kenyan President Ben Okello in Gulu."
    )
    assert all("United States" not in met for met in found)


def test_the_mayor_of_a_capital_is_no_voice_of_the_state() -> None:
    told = read("London Mayor Ana Otieno met Kenyan President Ben Okello in Gulu.")
    assert ("Ana Otieno", "mayor", "current", "London") in told.posts
    assert all("United Kingdom" not in told.labels(e.parties) for e in told.of(Event))


def test_those_who_meet_next_have_not_met_yet() -> None:
    assert [e.standing for e in read("The commissions next meet in Gulu.").of(Event)] == ["expected"]


@pytest.mark.parametrize(
    "sentence",
    [
        "They agreed to let ASEAN observers stay along the border.",
        "The creditors' committee, co-chaired by Ghana and Togo, wants more money.",
    ],
)
def test_who_watches_or_chairs_something_else_is_not_at_the_talks(sentence: str) -> None:
    assert read(f"Kenya and Uganda held talks in Gulu on Monday. {sentence}").attendances == set()


def test_who_mediates_now_did_not_mediate_years_ago() -> None:
    told = read("Talks in Gulu in August 2019 failed. Togolese mediators have carried papers between two floors.")
    assert told.attendances == set()


def test_the_host_of_a_broadcast_hosts_no_talks() -> None:
    told = read("HOST (Ana Otieno): Kenya and Uganda met in Gulu last week.\n\nBEN OKELLO: They did.\n\nOTIENO: Why?")
    assert all(capacity != "host" for _, capacity, _ in told.attendances)


def test_a_ministry_that_is_taken_up_twice_is_read_to_the_end() -> None:
    told = read("The Ministry expresses its thanks. The Ministry said that the boats had left on Monday.")
    assert told.said


@pytest.mark.parametrize(
    ("sentence", "met"),
    [
        ("The Ninth Bilateral Meeting of Kenya and Uganda was held at Gulu.", ("Kenya", "Uganda")),
        ("Kenya and Uganda made little headway at two days of talks in Gulu.", ("Kenya", "Uganda")),
        (
            "Kenya and Uganda have agreed on a map, officials on both sides said after a one-day session in Gulu.",
            ("Kenya", "Uganda"),
        ),
        (
            "Kenya and Uganda have failed to narrow their differences, sources said following a meeting of the Joint "
            "Lake Commission in Gulu.",
            ("Kenya", "Uganda"),
        ),
        ("Kenya and Uganda are hungry, sources said after a meeting in Gulu.", ()),
        ("Kenya and Uganda signed a deal, Togo said after talks with Ghana in Gulu.", ("Ghana", "Togo")),
        ("Kenya and Uganda raised their fears at the summit of Ghana and Togo in Gulu.", ("Ghana", "Togo")),
    ],
)
def test_sides_that_what_was_done_there_tells(sentence: str, met: tuple[str, ...]) -> None:
    assert sides(sentence) == [met]


def test_the_next_of_counted_meetings_is_that_of_the_same_two() -> None:
    told = read(
        "The Ninth Bilateral Meeting of Kenya and Uganda was held at Gulu. The Tenth Bilateral Meeting will be held in "
        "Mombasa in April. Ghana hopes for a third meeting in Accra."
    )
    found = {told.label(e.place): told.labels(e.parties) for e in told.of(Event)}
    assert found["Mombasa"] == ["Kenya", "Uganda"]
    assert found.get("Accra", []) != ["Kenya", "Uganda"]


def test_what_is_only_named_in_a_speech_is_claimed() -> None:
    told = read(
        "PRESIDENT OTIENO: Friends, two years ago, at the Lake Summit in Gulu, we made a promise.\n\nMR. OKELLO: Yes."
    )
    assert {e.standing for e in told.of(Event)} == {"claimed"}


def test_the_paper_that_somebody_phoned_is_no_side() -> None:
    text = OPEN + (
        "The Front was ready to open three roads, the group's delegation spokesman, Ben Okello, told Harbour by phone. "
        "He said it would not accept monitors from Togo. Ghana and Kenya talk."
    )
    told = whole(text, published="2026-03-11", publisher="Harbour News Agency")
    assert all(len(e.parties) < 2 for e in told.of(Event))


def test_a_town_before_a_meeting_is_nobody() -> None:
    told = read("Officials of Kenya and Uganda met in Gabala on Monday. The Gabala meeting was short.")
    assert [(told.label(e.place), told.labels(e.parties)) for e in told.of(Event)] == [("Gabala", ["Kenya", "Uganda"])]


@pytest.mark.parametrize(
    "sentence",
    [
        "In February 2020 the road map of Kenya and Uganda came closest to agreement.",
        "Kenya and Uganda came within two articles of an agreement in Gulu in February 2020.",
        "Kenya and Uganda are on the brink of a deal in Gulu.",
        "Kenya let its transit agreement with Uganda lapse on 1 January.",
    ],
)
def test_what_was_only_near_or_ran_out_was_not_agreed_then(sentence: str) -> None:
    assert read(sentence).of(Event) == []


def test_a_round_that_drew_to_a_close_somewhere_was_there() -> None:
    told = read("Officials of Kenya said so on Friday as the 14th round of talks with Uganda drew to a close in Gulu.")
    assert [(told.label(e.place), told.labels(e.parties)) for e in told.of(Event)] == [("Gulu", ["Kenya", "Uganda"])]


@pytest.mark.parametrize(
    "sentence",
    [
        "Talks with Kenya and Uganda went on in Gulu.",
        "Kenyan President Ana Otieno hosted Ugandan President Ben Okello at the opening of the Winter Games in Gulu.",
        "Kenya recently hosted the Prime Minister from a rival government in Gulu on Monday.",
        "Kenyan President Ana Otieno met Harbour Bank CEO German Moi in Gulu on Monday.",
    ],
)
def test_no_two_sides_where_nothing_tells_that_two_met(sentence: str) -> None:
    assert all(len(met) < 2 for met in sides(sentence))


def test_those_whom_somebody_met_in_turn_did_not_meet_each_other() -> None:
    read = whole(
        "Greek leader abroad\n\nOn Tuesday the prime minister of Greece met with the International Monetary Fund, "
        "then with President Donald Trump, where he denounced the agreement."
    )
    assert read.labels(read.event("meeting").parties) == ["Greece", "International Monetary Fund"]
