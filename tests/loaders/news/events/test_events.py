"""Rounds, calls, summits, delegations, observers and papers: gathered from all that an article says of them."""

from __future__ import annotations

import pytest

from parley.graph.records import Act, Event, NegotiationDocument, Place

from ..reading import Told, told, whole

OPEN = "Talks on a truce go on\n\n"
CLOSE = "\n\nDelegates of Sudan and Chad left their dialogue on a ceasefire deal without a settlement."


def read(sentences: str, published: str = "2025-07-24") -> Told:
    return whole(OPEN + sentences + CLOSE, published)


def test_a_round_has_its_number_parties_place_and_date() -> None:
    told_ = read("The third round of talks between Sudan and Chad was held on June 2 in Geneva.")
    event = told_.event("round")
    assert (event.ordinal, told_.labels(event.parties), told_.label(event.place)) == (3, ["Chad", "Sudan"], "Geneva")
    assert event.when is not None
    assert (event.when.value, event.when.basis) == ("2025-06-02", "partial")


def test_rounds_follow_one_another() -> None:
    told_ = read(
        "The first round between Sudan and Chad was held in Jeddah on May 5. The second round took "
        "place in Cairo on June 1."
    )
    rounds = {e.ordinal: e for e in told_.of(Event) if e.kind == "round"}
    assert sorted(rounds) == [1, 2]
    assert rounds[2].previous == rounds[1].key
    assert [told_.label(rounds[n].place) for n in (1, 2)] == ["Jeddah", "Cairo"]


def test_the_talks_are_the_ones_named_before() -> None:
    told_ = read("The second round of talks between Sudan and Chad was held in Cairo. The talks lasted three hours.")
    event = told_.event("round")
    assert event.duration is not None
    assert event.duration.printed == "three hours"


@pytest.mark.parametrize(
    ("sentence", "kind", "place", "day"),
    [
        ("Idris Oumar met Hamid Barka in Paris on Tuesday.", "meeting", "Paris", "2025-07-22"),
        ("President Idris Oumar and President Hamid Barka spoke by phone on Monday.", "call", "", "2025-07-21"),
        ("A trilateral meeting between Sudan, Chad and Libya was held in Tripoli.", "meeting", "Tripoli", ""),
        ("The African Union summit opened in Addis Ababa.", "summit", "Addis Ababa", ""),
        ("A prisoner exchange took place on July 1.", "exchange", "", "2025-07-01"),
        ("The signing ceremony took place in Cairo.", "signing", "Cairo", ""),
        ("Technical teams held a video conference on Wednesday.", "call", "", "2025-07-23"),
    ],
)
def test_other_events_have_a_kind_a_place_and_a_day(sentence: str, kind: str, place: str, day: str) -> None:
    told_ = read(sentence)
    event = told_.event(kind)
    assert (told_.label(event.place), event.when.value if event.when else "") == (place, day)


def test_what_is_planned_is_expected() -> None:
    told_ = read("A summit between Sudan and Chad will take place in Paris.")
    assert told_.event("summit").standing == "expected"


@pytest.mark.parametrize("sentence", ["No meeting took place.", "Any meeting would be premature.", "Meetings help."])
def test_meetings_in_general_are_no_events(sentence: str) -> None:
    assert [e for e in read(sentence).of(Event) if e.kind == "meeting"] == []


def test_a_place_is_a_place_and_not_the_state() -> None:
    told_ = read("The second round between Sudan and Chad was held in Moscow.")
    assert [p.label for p in told_.of(Place)] == ["Moscow"]
    assert "Russia" not in told_.labels(told_.event("round").parties)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Sudanese delegation is led by Foreign Minister Salma Idriss.",
        "The Sudanese delegation was headed by Salma Idriss.",
        "Salma Idriss, who leads the Sudanese delegation, arrived.", "Salma Idriss led the Sudanese delegation.",
        "Salma Idriss, head of the Sudanese delegation, arrived.",
        "Head of the Sudanese delegation Salma Idriss arrived.",
        "A Sudanese delegation headed by Salma Idriss arrived in Doha.",
    ],
)  # fmt: skip
def test_a_delegation_has_a_head(sentence: str) -> None:
    assert told(sentence).members == {("Salma Idriss", "Sudanese delegation", "head")}


def test_a_delegation_includes_people_and_representatives() -> None:
    people = told("The Chadian delegation includes Foreign Minister Tariq Anwar and General Yasir Nour.")
    assert {(w, r) for w, _, r in people.members} == {("Tariq Anwar", "member"), ("Yasir Nour", "member")}
    bodies = told(
        "The Chadian delegation included representatives from the Defence Ministry, the army and the "
        "intelligence service."
    )
    assert len(bodies.members) == 3


def test_a_roster_lists_members() -> None:
    told_ = whole(
        "Talks on a truce go on\n\nSudan and Chad resumed their ceasefire dialogue in Doha with "
        "mediators and envoys.\n\n"
        "The Sudanese delegation\n\nSalma Idriss, foreign minister\nYasir Nour, deputy chief of the "
        "General Staff\n\nThe talks went on."
    )
    assert {(w, d) for w, d, _ in told_.members} == {
        ("Salma Idriss", "Sudanese delegation"),
        ("Yasir Nour", "Sudanese delegation"),
    }
    assert ("Salma Idriss", "foreign minister", "current", "Sudan") in told_.posts


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The African Union attended the talks as an observer.", ("African Union", "observer", "asserted")),
        ("Egypt took part in the talks as an observer.", ("Egypt", "observer", "asserted")),
        ("Qatar mediated the talks.", ("Qatar", "mediator", "asserted")),
        ("UN envoy Pieter van Holst will attend the talks.", ("Pieter van Holst", "attendee", "expected")),
    ],
)
def test_others_take_part_in_a_capacity(sentence: str, expected: tuple[str, str, str]) -> None:
    assert told(sentence).attendances == {expected}


def test_nobody_attends_who_did_not() -> None:
    assert told("Pieter van Holst did not attend the talks.").attendances == set()


def test_papers_are_counted_and_drafts_are_drafts() -> None:
    [memoranda] = told("The sides discussed two rival memoranda.").of(NegotiationDocument)
    assert memoranda.count == 2
    [treaty] = told("Sudan handed over a draft treaty on borders.").of(NegotiationDocument)
    assert (treaty.draft, treaty.about) == (True, "borders")


def test_an_event_that_is_denied_is_no_event() -> None:
    told_ = read("Chad denied that the second round of talks with Sudan took place in Oslo on May 3.")
    event = next(r for r in told_.records if isinstance(r, Event) and r.ordinal == 2)
    assert event.standing == "denied"
    said = [s for s in told_.statements if event.key in (*s.supports, *s.disputes)]
    assert said
    assert all(s.modality == "denial" and event.key in s.disputes for s in said)


def test_an_event_that_only_somebody_tells_of_is_claimed() -> None:
    told_ = read("Analyst Daniel Obare said that Kenya met Uganda in Vienna on May 2.")
    assert [e.standing for e in told_.of(Event) if "Kenya" in told_.labels(e.parties)] == ["claimed"]


def test_a_denied_act_is_told_as_denied() -> None:
    told_ = read("Sudan denied that it had proposed a truce of ten days.")
    acts = [r for r in told_.records if isinstance(r, Act)]
    assert [(a.type, a.standing) for a in acts if a.type == "propose"] == [("propose", "denied")]


def test_a_movement_acts_for_itself() -> None:
    told_ = read("The Houthis proposed a truce of ten days.")
    assert [told_.labels(a.agents) for a in told_.of(Act)] == [["Houthis"]]


@pytest.mark.parametrize(
    ("sentence", "kind", "place", "day"),
    [
        ("Prime Minister Idris Oumar phoned President Hamid Barka late on Sunday.", "call", "", "2025-07-20"),
        ("A truce came into force on May 3.", "ceasefire", "", "2025-05-03"),
        ("The Muscat talks were adjourned on Wednesday.", "talks", "Muscat", "/2025-07-23"),
        ("A plenary session was held on Tuesday in Muscat.", "meeting", "Muscat", "2025-07-22"),
        ("The committee is to reconvene in Paris on 6 October.", "meeting", "Paris", "2025-10-06"),
        ("Sudan and Chad signed an agreement in Algiers on May 3.", "agreement", "Algiers", "2025-05-03"),
        ("Minister Idris Oumar visited Tripoli on Monday.", "visit", "Tripoli", "2025-07-21"),
        ("The third day of talks between Sudan and Chad opened in Muscat on Tuesday.", "talks", "Muscat", "2025-07-22"),
    ],
)  # fmt: skip
def test_what_verbs_and_nouns_tell_of(sentence: str, kind: str, place: str, day: str) -> None:
    told_ = read(sentence)
    event = next(e for e in told_.of(Event) if e.kind == kind and e.when)
    assert (told_.label(event.place), event.when.value) == (place, day)


def test_what_is_to_come_is_not_what_has_been() -> None:
    told_ = read(
        "Minister Idris Oumar met President Hamid Barka in Paris on Tuesday. He will travel to Oslo in August for "
        "talks with Hamid Barka."
    )
    found = {(told_.label(e.place), e.standing) for e in told_.of(Event) if e.place}
    assert found == {("Paris", "asserted"), ("Oslo", "expected")}


def test_a_round_whose_day_is_yet_to_come_is_expected_though_it_was_told_of_before_its_day() -> None:
    told_ = read(
        "Sudan said it would give an answer at the third round of talks with Chad. The third round will be held in "
        "Oslo on December 20, 2030."
    )
    assert {e.standing for e in told_.of(Event) if e.ordinal == 3} == {"expected"}


def test_the_previous_round_is_another_one() -> None:
    told_ = read(
        "The fourth round of talks between Sudan and Chad opened in Oslo on Monday. The previous round, held in "
        "Cairo, broke up without a text."
    )
    assert {told_.label(e.place) for e in told_.of(Event) if e.kind == "round"} == {"Oslo", "Cairo"}


def test_a_meeting_beside_a_summit_is_not_the_summit() -> None:
    told_ = read("Idris Oumar met Hamid Barka on the sidelines of the African Union summit in Addis Ababa.")
    assert [e.kind for e in told_.of(Event)] == ["meeting"]


def test_a_region_that_talks_are_about_is_not_their_place() -> None:
    told_ = read("The Darfur talks between Sudan and Chad resumed in Oslo.")
    assert {told_.label(e.place) for e in told_.of(Event)} == {"Oslo"}


def test_a_meeting_elsewhere_is_not_the_one_told_before() -> None:
    told_ = read(
        "President Idris Oumar phoned Hamid Barka. President Idris Oumar met President Hamid Barka twice. "
        "Senior officials held a preparatory meeting in Cairo on Wednesday."
    )
    cairo = next(e for e in told_.of(Event) if told_.label(e.place) == "Cairo")
    assert "preparatory" in cairo.label


@pytest.mark.parametrize(
    ("sentence", "kind", "place", "day"),
    [
        ("A fifth round is due to open in Muscat on 6 October.", "round", "Muscat", "2025-10-06"),
        ("Consultations are to be held in Oslo on August 9.", "talks", "Oslo", "2025-08-09"),
        ("The previous round, held in Cairo in May, broke up.", "round", "Cairo", "2025-05"),
        (
            "Sudan and Chad agreed on a map on Tuesday after a day of talks in Nairobi.",
            "talks",
            "Nairobi",
            "2025-07-22",
        ),
        ("Envoys of Sudan and Chad met at a base in Abyei for a sixth session.", "meeting", "Abyei", ""),
        ("Sudan announced late on Sunday that it had signed an agreement with Chad.", "agreement", "", "2025-07-20"),
    ],
)
def test_what_is_due_to_be_has_its_day_and_place(sentence: str, kind: str, place: str, day: str) -> None:
    told_ = read(sentence)
    found = [(told_.label(e.place), e.when.value if e.when else "") for e in told_.of(Event) if e.kind == kind]
    assert (place, day) in found


def test_the_capital_of_a_state_has_the_name_that_the_article_prints() -> None:
    told_ = read("NAIROBI - The news came late.\n\nSudan and Chad held talks in the Kenyan capital on Monday.")
    assert {told_.label(e.place) for e in told_.of(Event)} == {"Nairobi"}
    unnamed = read("Sudan and Chad held talks in the Kenyan capital on Monday.")
    assert {told_.label(e.place) for e in unnamed.of(Event)} == {""}


def test_what_is_told_of_the_day_of_the_dateline_is_where_it_is_from() -> None:
    text = "Truce talks end\n\nOSLO, 24 July 2025 - {} a second round of ceasefire talks {}.\n\nSudan left Chad.\n"
    today = whole(text.format("Sudan and Chad held", "today"))
    assert {today.label(e.place) for e in today.of(Event)} == {"Oslo"}
    before = whole(text.format("Sudan and Chad held", "on Monday"))
    assert {before.label(e.place) for e in before.of(Event)} == {""}


def test_a_round_is_called_by_its_number_and_not_by_its_parties() -> None:
    told_ = read("The third round of talks between the government of Sudan and Chad was held in Oslo on May 3.")
    assert [e.label for e in told_.of(Event)] == ["third round of talks"]


def test_a_named_conference_is_not_the_meeting_to_come() -> None:
    told_ = read(
        "The Harbourtown Conference closed in Oslo. Foreign Minister Idris Oumar will meet President Hamid Barka."
    )
    assert {e.label for e in told_.of(Event) if e.kind == "conference"} == {"Harbourtown Conference"}
    assert len(told_.of(Event)) == 2


def test_talks_that_lasted_hours_are_called_by_their_place() -> None:
    told_ = read("Sudan and Chad settled a quarrel over wells after nine hours of talks in Oslo.")
    assert [e.label for e in told_.of(Event)] == ["talks in Oslo"]


def test_a_will_to_go_on_talking_is_no_event() -> None:
    assert read("Sudan and Chad agreed to continue consultations.").of(Event) == []


@pytest.mark.parametrize(
    ("words", "standing"),
    [
        ("In a phone call on Tuesday, the Chadian and Sudanese foreign ministers welcomed the outcome.", "asserted"),
        (
            "In a phone call on Tuesday, the Chadian and Sudanese foreign ministers welcomed the outcome, according to "
            "Chadian Foreign Ministry sources.",
            "claimed",
        ),
    ],
)
def test_what_sets_the_scene_of_somebodys_account_is_his(words: str, standing: str) -> None:
    assert [event.standing for event in told(words).of(Event) if event.kind == "call"] == [standing]


@pytest.mark.parametrize(
    ("words", "standing"),
    [
        ("The last set of talks between Sudan and Chad had a sixth round planned, for June 15.", "expected"),
        ("Sudan and Chad had a sixth round scheduled in Geneva.", "expected"),
        ("Sudan and Chad had a sixth round in Geneva.", "asserted"),
    ],
)
def test_a_round_that_somebody_had_planned_is_not_held(words: str, standing: str) -> None:
    assert [event.standing for event in told(words).of(Event) if event.ordinal] == [standing]
