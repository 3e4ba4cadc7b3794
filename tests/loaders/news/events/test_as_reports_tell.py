"""Events as reports tell of them: put off, over several days, called by month or place, of three and more."""

from __future__ import annotations

import pytest

from parley.graph.records import Attendance, DelegationMembership, Event
from parley.loaders.news.cast.members import Cast
from parley.loaders.news.language.annotation import annotate, load_model
from parley.loaders.news.names.gazetteer import load_gazetteer
from parley.loaders.news.text.segments import cut

from ..reading import Told, whole

PAIR = "Two neighbours talk\n\nKenya and Uganda held talks on the lake in Arusha on Monday.\n\n"
DAY = "2026-03-11"


def told(text: str) -> Told:
    return whole(text, published=DAY)


def rows(found: Told) -> list[tuple[str, tuple[str, ...], str, str, str]]:
    """Kind, sides, day, place and standing of each event, also of what was not."""
    events = (e for e in found.records if isinstance(e, Event))
    return sorted(
        (
            e.kind,
            tuple(sorted(found.labels(e.parties))),
            e.when.value if e.when else "",
            found.label(e.place),
            e.standing,
        )
        for e in events
    )


def of(found: Told, kind: str) -> list[tuple[tuple[str, ...], str, str, str]]:
    return [row[1:] for row in rows(found) if row[0] == kind]


BOTH = ("Kenya", "Uganda")


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Envoys of Kenya and Uganda were to have met on 2 March, but the session was called off.", "meeting"),
        ("A second round planned for 2 March was supposed to take place in Gulu.", "round"),
        ("The fifth round had first been planned for 2 March but was postponed for want of a boat.", "round"),
        ("A second round of talks on 2 March did not take place, after Kenya said it would wait until May.", "round"),
    ],
)
def test_what_was_to_be_and_was_not_is_denied_for_its_day(sentence: str, kind: str) -> None:
    lead = PAIR.replace("talks on", "a fourth round of talks on") if "fifth" in sentence else PAIR
    found = of(told(lead + sentence), kind)
    assert ("2026-03-02", "denied") in [(when, standing) for _, when, _, standing in found]


def test_what_has_been_held_is_not_called_off_with_another() -> None:
    found = told(PAIR.replace("held talks on the lake", "met") + "A meeting fixed for 2 March was called off.")
    assert (BOTH, "2026-03-09", "Arusha", "asserted") in of(found, "meeting")


def test_the_meeting_that_brought_them_together_is_the_round_just_told_of_and_its_days_are_counted_back() -> None:
    found = told(
        "Lake talks end\n\nA second round of talks on the lake ended in Arusha on Sunday.\n\n"
        "The two-day meeting brought together water ministry officials from Kenya, Uganda and Rwanda.\n"
    )
    sides = ("Kenya", "Rwanda", "Uganda")
    assert rows(found) == [("round", sides, "2026-03-07/2026-03-08", "Arusha", "asserted")]


def test_a_state_and_its_capital_are_one_place_and_the_capital_is_the_nearer_one() -> None:
    found = told(
        "Lake talks end\n\nKenya and Uganda ended talks in Peru on Monday. The Lima round was the third of a row.\n"
    )
    assert [(place, sides) for _, sides, _, place, _ in rows(found)] == [("Lima", BOTH)]


def test_a_round_called_by_its_month_is_none_of_which_no_month_is_told() -> None:
    found = told(
        "Lake talks end\n\nKenya and Uganda held their seventh round of talks in Arusha. "
        "The December round had failed.\n"
    )
    assert sorted(day for _, day, _, _ in of(found, "round")) == ["", "2025-12"]


def test_that_round_is_the_one_just_told_of() -> None:
    found = told(
        "Two neighbours talk\n\nKenya's government and Uganda will hold an extraordinary meeting in Gulu from Monday, "
        "the two delegations announced.\n\nThe crisis comes after the sixth round of talks. On 6 March, the parties "
        "closed that round in the Kenyan capital by extending a truce.\n"
    )
    assert [day for _, day, *_ in of(found, "round")] == ["/2026-03-06"]


@pytest.mark.parametrize(
    ("sentence", "day", "place", "standing"),
    [
        ("The seventh round remains scheduled for April in Gulu.", "2026-04", "Gulu", "expected"),
        ("Nairobi is to host the seventh round in April.", "2026-04", "Nairobi", "expected"),
        ("The Geneva round of 2 March ended with a map.", "2026-03-02", "Geneva", "asserted"),
    ],
)
def test_day_and_place_of_a_round(sentence: str, day: str, place: str, standing: str) -> None:
    assert [row[1:] for row in of(told(PAIR + sentence), "round")] == [(day, place, standing)]


def test_the_first_of_a_row_of_states_is_one_of_them() -> None:
    found = told(
        "Four states agree\n\nJapan, the Philippines, the Solomon Islands and Fiji have reached an arrangement on tuna "
        "through 2030, their delegations announced on Monday evening after a final session in Suva.\n"
    )
    assert {sides for _, sides, *_ in rows(found)} == {("Fiji", "Japan", "Philippines", "Solomon Islands")}


def test_an_official_of_trade_is_no_private_person() -> None:
    found = told(PAIR + "Kenyan envoy Ana Otieno is scheduled to meet the Ugandan commerce secretary on Friday.")
    assert (BOTH, "2026-03-13", "", "expected") in of(found, "meeting")


def test_the_day_of_confirming_is_none_of_the_talks() -> None:
    found = told(
        "Lake talks\n\nKenya and Uganda held talks in Arusha. Peru's ministry confirmed the talks on Tuesday.\n"
    )
    assert rows(found) == [("talks", BOTH, "", "Arusha", "asserted")]


def test_who_takes_part_as_a_party_is_one_of_the_sides_and_as_an_observer_none() -> None:
    lead = "Lake talks\n\nKenya and Uganda held talks in Arusha on Monday. "
    joined = told(lead + "Rwanda took part as a party to the consultations for the first time.\n")
    assert [sides for _, sides, *_ in rows(joined)] == [("Kenya", "Rwanda", "Uganda")]
    watched = told(lead + "Ana Otieno spent three days at the talks as an observer.\n")
    assert {a.capacity for a in watched.of(Attendance) if a.agent.startswith("person/")} == {"observer"}


def test_what_somebody_calls_an_understanding_he_does_not_only_wish_for() -> None:
    found = told(
        "Two strike a deal on fish in Lima\n\nKenya and Uganda have agreed on the release of a fisher. Kenyan envoy "
        "Ana Otieno called the understanding a key that opens doors.\n"
    )
    assert [standing for *_, standing in of(found, "agreement")] == ["asserted"]


@pytest.mark.parametrize(
    "sentence",
    ["Kenya had pressed for a deal this week.", "Their joint committee has met three times in Gulu since May."],
)
def test_what_is_only_wanted_or_was_several_times_is_no_event(sentence: str) -> None:
    assert [row[0] for row in rows(told(PAIR + sentence))] == ["talks"]


def test_talks_on_a_truce_between_two_are_theirs_whatever_was_to_follow() -> None:
    found = told(
        "Lake talks\n\nTalks on extending a truce between Kenya and Uganda broke up in Arusha on Monday without a "
        "word, hours before the fishing season was due to begin.\n"
    )
    assert rows(found) == [("talks", BOTH, "/2026-03-09", "Arusha", "asserted")]


def test_who_proposes_a_round_or_names_a_reason_is_no_side_of_it() -> None:
    found = told(
        PAIR
        + "The third round was put off for what Peru called want of a boat. Peru's minister proposed a sixth round."
    )
    assert all("Peru" not in sides for sides, *_ in of(found, "round"))


def test_a_body_called_a_conference_is_no_event() -> None:
    found = told(PAIR + "The International Conference on the Great Lakes Region attended as an observer.")
    assert [row[0] for row in rows(found)] == ["talks"]


def test_what_is_told_behind_the_name_of_a_body_is_no_part_of_it() -> None:
    text = "The Net Makers Council, which was not part of the talks, met an envoy.\n"
    cast = Cast(annotate(text, cut(text), load_model(None)), load_gazetteer())
    assert cast.organization(0, text.index(" met")) == "organization/net-makers-council"


def test_a_weekday_in_a_line_above_the_article_is_no_place() -> None:
    found = told(
        "Lake talks\n\nLa Costa (Lima), Wednesday 11 March 2026. By Ana Rau\n\n"
        "Kenya and Uganda held talks on the lake today.\n"
    )
    assert [place for *_, place, _ in rows(found)] == [""]


def test_the_days_of_what_was_announced_after_it_are_counted_back() -> None:
    found = told(
        "Lake talks\n\nKenya and Uganda have reached an arrangement on tuna, their delegations announced on Tuesday "
        "evening after a final two-day session in Arusha.\n"
    )
    assert [when for _, when, *_ in of(found, "meeting")] == ["2026-03-09/2026-03-10"]


def test_what_is_between_them_is_between_nobody_known_and_what_did_not_take_place_was_none() -> None:
    found = told(
        PAIR
        + 'Envoy Ana Otieno said: "All 31 pages are done." A summit between them, announced for 3 March, did not take '
        "place because of the rain, according to Kenya."
    )
    assert all(standing == "denied" for *_, standing in of(found, "summit"))
    assert not [r for r in found.of(Attendance) if "pages" in r.agent]


def test_who_hosts_something_else_is_no_host_of_the_talks() -> None:
    found = told(PAIR + "Peru will host the board of a fish fund, which held its third meeting in Gulu in January.")
    assert not [a for a in found.of(Attendance) if a.capacity == "host"]


def test_the_counterpart_of_a_head_heads_the_delegation_of_the_other_side() -> None:
    found = told(
        PAIR + "Ana Otieno, who led the Kenyan delegation, was content. Her Ugandan counterpart, Ben Okello, was not."
    )
    heads = {found.label(m.member): m.delegation for m in found.of(DelegationMembership) if m.role == "head"}
    assert heads == {"Ana Otieno": "delegation/ke-delegation", "Ben Okello": "delegation/ug-delegation"}


def test_a_chief_negotiator_of_one_of_three_heads_its_delegation() -> None:
    found = told(
        "Three states meet\n\nKenya, Uganda and Rwanda ended talks in Arusha on Monday.\n\n"
        "Kenya's chief negotiator, Ana Otieno, was content. The three parties meet again. Uganda and Rwanda wait.\n"
    )
    assert {found.label(m.member) for m in found.of(DelegationMembership)} == {"Ana Otieno"}


@pytest.mark.parametrize(
    ("sentence", "between"),
    [
        ("Peru and the United States, which mediated jointly, said so.", {"Peru", "United States"}),
        ("Peru's special envoy for lakes, Rosa Quispe, presided.", {"Rosa Quispe"}),
    ],
)  # fmt: skip
def test_who_stands_between_the_sides(sentence: str, between: set[str]) -> None:
    found = told(PAIR + sentence)
    assert {found.label(a.agent) for a in found.of(Attendance) if a.capacity == "mediator"} == between


def test_a_round_that_was_only_planned_and_is_suspended_was_not_held() -> None:
    found = told(PAIR + "The second round, planned for May in Kampala, was suspended by Uganda.")
    assert [row[-1] for row in of(found, "round")] == ["denied"]


def test_a_round_that_is_suspended_after_hours_was_held() -> None:
    found = told(PAIR + "The second round in Kampala was suspended by Uganda after two hours.")
    assert [row[-1] for row in of(found, "round")] == ["asserted"]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("The eighth round was held in Kampala from Wednesday to Friday.", "2026-03-04/2026-03-06"),
        ("The eighth round ran in Kampala from Monday through Tuesday.", "2026-03-09/2026-03-10"),
    ],
)
def test_weekdays_from_one_to_another_are_both_days_of_a_round(words: str, days: str) -> None:
    assert [when for _, when, _, _ in of(told(PAIR + words), "round")] == [days]


def test_what_was_planned_for_a_day_and_dropped_is_denied() -> None:
    found = told(PAIR + "A meeting of Kenya and Uganda planned in Kampala on April 9 was dropped at Uganda's request.")
    assert ("2026-04-09", "denied") in {(when, standing) for _, when, _, standing in of(found, "meeting")}


@pytest.mark.parametrize(
    "words",
    [
        "Kenya's foreign minister telephoned the president of Uganda on Tuesday.",
        "Kenyan foreign minister Ann Oloo called her Ugandan counterpart, Jon Berg, on Tuesday.",
    ],
)
def test_who_is_telephoned_need_not_be_named(words: str) -> None:
    assert of(told(PAIR + words), "call") == [(("Kenya", "Uganda"), "2026-03-10", "", "asserted")]


@pytest.mark.parametrize(
    "words",
    [
        "Kenya's envoy Ann Oloo travels to Kampala on Friday.",
        "Kenya's envoy Ann Oloo leaves for Kampala on Friday for a visit.",
    ],
)
def test_whoever_travels_on_a_day_to_come_has_not_been_there(words: str) -> None:
    assert {(when, standing) for _, when, _, standing in of(told(PAIR + words), "visit")} == {
        ("2026-03-13", "expected")
    }


def test_what_is_moved_from_one_weekday_to_another_is_on_one_day() -> None:
    found = told(PAIR + "The second round was postponed from Tuesday to Friday.")
    assert all("/" not in when for _, when, _, _ in of(found, "round"))


def test_a_round_of_talks_of_two_days_is_read() -> None:
    found = told(PAIR + "Kenya and Uganda held a second round of two-day talks in Kampala on Friday.")
    assert [row[0] for row in of(found, "round")] == [("Kenya", "Uganda")]


def test_how_long_something_else_lasts_is_no_length_of_talks() -> None:
    found = told(PAIR + "Kenya and Uganda ended 60-day truce talks in Kampala on Friday.")
    assert not any(e.duration for e in found.records if isinstance(e, Event))
