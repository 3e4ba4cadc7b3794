"""Days, places and sides that other words tell than the event's own: another verb's, the lead's, those of envoys."""

from __future__ import annotations

import pytest

from parley.graph.records import Event

from ..reading import whole

OPEN = "LIMA - Kenya and Uganda have agreed on a list of cows, officials of Kenya and Uganda said.\n\n"
BOTH = ("Kenya", "Uganda")
Row = tuple[str, tuple[str, ...], str, str, str]


def rows(sentences: str, lead: str = OPEN) -> list[Row]:
    """Kind, sides, day, place and standing of each event of an article of Wednesday, 11 March 2026."""
    found = whole(f"Kenya and Uganda talk of cows\n\n{lead}{sentences}\n", published="2026-03-11")
    return [
        (e.kind, tuple(found.labels(e.parties)), e.when.value if e.when else "", found.label(e.place), e.standing)
        for e in found.of(Event)
    ]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The envoy of Kenya met the Ugandan president for a second time on Monday before he left.", "2026-03-09"),
        ("The next round between Kenya and Uganda is due in May in Gulu.", "2026-05"),
        ("The offer was made on Monday by the Kenyan envoy at a meeting with Ugandan officials in Gulu.", "2026-03-09"),
        ("The list was shown on Monday in Gulu, where the two sides met for an hour.", "2026-03-09"),
        ("The list was shown on Monday in Gulu, where the two sides met last week.", "2026-03-02/2026-03-08"),
        ("Kenya opened a gate on Monday, hours before officials of both countries opened talks in Gulu.", "2026-03-09"),
        ("Kenya and Uganda broke off a second round of talks on sharing the water on Monday.", "/2026-03-09"),
        ("Kenya and Uganda spoke after a week of talks in Gulu that ended on Monday.", "/2026-03-09"),
        ("The list was signed on Monday after three days of talks in Gulu.", "2026-03-07/2026-03-09"),
        ("Kenya and Uganda met on Monday and Tuesday in Gulu.", "2026-03-09/2026-03-10"),
        ("Kenya and Uganda met on Monday and Friday in Gulu.", "2026-03-09"),
        ("Kenya and Uganda will hold talks in Gulu from Friday to Sunday.", "2026-03-13/2026-03-15"),
        ("Kenya and Uganda ended two days of meetings in Gulu on Monday.", "2026-03-08/2026-03-09"),
        ("The talks between Kenya and Uganda in Gulu collapsed on Monday.", "/2026-03-09"),
        ("The talks between Kenya and Uganda in Gulu nearly collapsed on Monday.", ""),
    ],
)
def test_the_day_of_an_event_by_other_words(sentence: str, day: str) -> None:
    assert day in [when for _, _, when, _, _ in rows(sentence)]


def test_both_days_stand_in_the_words_that_tell_them() -> None:
    found = whole(f"Kenya and Uganda talk of cows\n\n{OPEN}They met on Monday and Tuesday.\n", published="2026-03-11")
    [words] = [found.words(s) for s in found.statements if s.aspect == "date"]
    assert words.endswith("Monday and Tuesday")


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya suspended talks with Uganda in Gulu on Monday.",
        "The talks between Kenya and Uganda were suspended on Monday.",
        "Kenya quit the talks with Uganda on Monday.",
    ],
)
def test_talks_that_are_suspended_began_on_another_day(sentence: str) -> None:
    assert [(sides, day) for _, sides, day, _, _ in rows(sentence)] == [(BOTH, "")]


@pytest.mark.parametrize(
    "sentence",
    ["Kenya suspended Monday's talks with Uganda.", "Kenya suspended the talks with Uganda that had opened on Monday."],
)
def test_their_own_day_is_theirs_though_they_are_suspended(sentence: str) -> None:
    assert [day for _, _, day, _, _ in rows(sentence)] == ["2026-03-09"]


TRADED = "LIMA - Kenya and Uganda traded lists of cows on Tuesday but failed to agree on gates.\n\n"
OFFERED = "LIMA - Kenya offered on Tuesday to give cows to Uganda.\n\n"
HERE = "LIMA - Kenya and Uganda signed a list of cows here on Tuesday.\n\n"


@pytest.mark.parametrize(
    ("lead", "sentence", "day"),
    [
        (TRADED, "The foreign ministers met for six hours in a guest house.", "2026-03-10"),
        (TRADED, "The deputy ministers' commissions met for six hours in a guest house.", "2026-03-10"),
        (TRADED, "The foreign ministers had met for six hours.", ""),
        (OFFERED, "The offer was made on the second day of talks with Uganda in Gulu.", "2026-03-09"),
        (OFFERED, "The offer was put on paper during talks with Uganda in Gulu.", "2026-03-10"),
        (OFFERED, "The list was put on paper during talks with Uganda in Gulu.", ""),
    ],
)
def test_the_day_of_the_lead_is_that_of_what_it_tells_of(lead: str, sentence: str, day: str) -> None:
    assert {when for _, _, when, _, _ in rows(sentence, lead)} <= {day}
    assert (day == "") or rows(sentence, lead)


def test_what_the_sides_did_in_the_week_of_a_lead_from_here_was_here() -> None:
    sentence = "The two sides met on Monday for an hour."
    assert [place for _, _, _, place, _ in rows(sentence, HERE)] == ["Lima"]
    assert [place for _, _, _, place, _ in rows(sentence, HERE.replace(" here", ""))] == [""]


def test_a_day_of_talks_and_their_end_are_of_one_event() -> None:
    sentences = "The offer was made on the second day of talks in Gulu. The talks ended on Wednesday."
    assert [day for _, _, day, _, _ in rows(sentences, OFFERED)] == ["2026-03-09/2026-03-11"]


def test_talks_whose_last_day_is_that_of_the_dateline_are_where_it_is_from() -> None:
    sentences = "The offer was made on the second day of talks with Uganda. The talks ended on Wednesday."
    assert [place for _, _, _, place, _ in rows(sentences, OFFERED)] == ["Lima"]


def test_days_of_meetings_are_talks() -> None:
    found = whole(f"Kenya and Uganda talk of cows\n\n{OPEN}Kenya and Uganda ended two days of meetings in Gulu.\n")
    assert [(e.kind, e.label) for e in found.of(Event)] == [("talks", "talks in Gulu")]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Kenya and Uganda met on the island of Bugala on Monday.", "Bugala"),
        ("Kenya proposed military talks at Namanga on 8 July, but Uganda gave no answer.", "Namanga"),
    ],
)
def test_a_place_that_the_model_does_not_know(sentence: str, place: str) -> None:
    assert [where for _, _, _, where, _ in rows(sentence)] == [place]


@pytest.mark.parametrize(
    ("sentence", "day", "standing"),
    [
        ("The talks resume on Friday.", "2026-03-13", "expected"),
        ("The joint commission meets again in Gulu within 30 days.", "/2026-04-10", "expected"),
        ("Neither gave way at a meeting on Tuesday that lasted nine hours.", "2026-03-10", "asserted"),
        ("The foreign ministers met in Gulu on Monday, with Peru as host.", "2026-03-09", "asserted"),
        ("Ministers will meet again in Gulu on 6 May.", "2026-05-06", "expected"),
        ("The chair has invited the parties to meet again in Gulu on 6 May.", "2026-05-06", "expected"),
        ("The two countries' joint border commission met in Gulu on Monday.", "2026-03-09", "asserted"),
        ("Kenya proposed talks in Gulu on 8 July, but Uganda gave no answer.", "2026-07-08", "expected"),
        ("Envoys spoke after a third session of the cattle talks in Gulu.", "", "asserted"),
    ],
)
def test_events_of_the_two_sides_whoever_was_sent(sentence: str, day: str, standing: str) -> None:
    assert [(sides, when, how) for _, sides, when, _, how in rows(sentence)] == [(BOTH, day, standing)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ministers will meet in Gulu on 6 May.",
        "The army's ministers met in Gulu on Monday.",
        "A joint committee on that pact meets in Gulu on 6 May.",
        "Kenya proposed talks in Gulu on 8 July, but Uganda and Chad gave no answer.",
        "Kenya asked both parties to meet again in Gulu.",
    ],
)
def test_others_may_be_meant(sentence: str) -> None:
    assert BOTH not in [sides for _, sides, _, _, _ in rows(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "In each case talks began after trucks had queued for a week. Peru sent an observer.",
        "Kenya had offered in the summer to receive a Ugandan team and had no reply.",
    ],
)
def test_what_tells_of_no_event(sentence: str) -> None:
    assert rows(sentence) == []


def test_who_agreed_to_speak_by_phone_has_not_spoken() -> None:
    assert [standing for *_, standing in rows("The two sides agreed to speak by phone on Friday.")] == ["expected"]


def test_a_meeting_ahead_of_which_something_is_said_is_to_come() -> None:
    [(_, _, _, place, standing)] = rows("Kenya was at ease ahead of a meeting with Uganda in Gulu.")
    assert (place, standing) == ("Gulu", "expected")


def test_a_meeting_that_is_only_wanted_is_not_the_one_that_ended() -> None:
    found = rows("Kenya proposed that the two sides reconvene in two weeks. The meeting ended, and hands were shaken.")
    assert [standing for *_, standing in found] == ["expected"]


AT_ODDS = "LIMA - Kenya and Uganda are at odds over cows. Kenya waits. Uganda waits.\n\n"


def test_the_meeting_that_took_place_is_theirs_though_another_is_named_before() -> None:
    found = rows("The Lira round changed little. The meeting took place in Gulu, from 2 to 4 March.", AT_ODDS)
    assert [sides for _, sides, _, place, _ in found if place == "Gulu"] == [BOTH]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya will hold back water for power from Uganda and Rwanda, the three governments said after talks in Gulu.",
        "Talks on cows broke up in Gulu. The three lake parties - Kenya, Uganda and Rwanda - had agreed on a number.",
    ],
)
def test_three_sides_are_told_by_their_number(sentence: str) -> None:
    assert ("Kenya", "Rwanda", "Uganda") in [sides for _, sides, _, _, _ in rows(sentence)]


def test_the_next_meeting_is_the_one_at_which_they_meet_again() -> None:
    sentences = "The next meeting of Kenya and Uganda is due in May. The joint commission meets again in Gulu."
    assert [(day, place) for _, _, day, place, _ in rows(sentences)] == [("2026-05", "Gulu")]


def test_who_will_meet_again_are_all_who_met() -> None:
    sentences = "Kenya, Uganda and Rwanda held talks in Gulu on Monday. Ministers will meet again in Lira in May."
    assert [sides for _, sides, _, place, _ in rows(sentences) if place == "Lira"] == [("Kenya", "Rwanda", "Uganda")]


def test_mediators_named_by_their_states_are_no_sides() -> None:
    sentences = "Peruvian and Chilean mediators spoke of talks in Gulu that resumed on Monday."
    assert [sides for _, sides, _, _, _ in rows(sentences)] == [BOTH]


def test_those_who_sign_something_together_are_the_two_sides() -> None:
    found = whole(
        "Venezuela and opposition sign accord\n\nBRIDGETOWN - Venezuela's government and the opposition Unitary "
        "Platform signed an accord on Friday. Washington was glad. The United States eased sanctions. American "
        "officials were glad.\n\nThe sides will meet again in Bridgetown on 14 November.\n",
        published="2022-10-21",
    )
    [event] = [e for e in found.of(Event) if e.kind == "meeting"]
    assert found.labels(event.parties) == ["Unitary Platform", "Venezuela"]


def test_the_two_koreas_are_two_sides() -> None:
    found = whole(
        "Seoul waits\n\nSEOUL - South Korea proposed that officers from the two Koreas meet in Paju on 2 May. "
        "North Korea gave no answer to South Korea.\n",
        published="2025-04-16",
    )
    [event] = found.of(Event)
    assert found.labels(event.parties) == ["North Korea", "South Korea"]


def test_the_main_opposition_is_the_opposition() -> None:
    found = whole(
        "Nairobi waits\n\nNAIROBI - Kenya's main opposition alliance called off a march after the government agreed to "
        "a count, the two sides said. The opposition was glad. The talks resume on Monday.\n",
        published="2025-04-16",
    )
    [event] = found.of(Event)
    assert found.labels(event.parties) == ["Kenya", "Kenyan opposition"]


def test_a_union_negotiates_by_its_commission() -> None:
    found = whole(
        "Brussels and Jakarta trade lists\n\nBRUSSELS - The European Commission gave way to Indonesia on Friday. "
        "France was sad. French farmers were sad. Paris waits. Indonesia waits.\n\nThe EU waits. The talks between "
        "the Commission's deputy director-general for trade, Pieter Odongo, and Indonesia's vice-minister of trade, "
        "Retno Putri, in Bali ended on Friday.\n",
        published="2025-06-20",
    )
    [event] = [e for e in found.of(Event) if e.kind == "talks"]
    assert found.labels(event.parties) == ["European Union", "Indonesia"]
