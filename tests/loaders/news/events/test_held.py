"""Whether an event was held, and when: what is denied, doubted, asked or only said of it, and coming weekdays."""

from __future__ import annotations

import pytest

from parley.graph.records import Event, Statement

from ..reading import whole
from .test_events import read


@pytest.mark.parametrize(
    "words",
    [
        "did not take place on July 21", "never took place", "was not held", "failed to take place",
        "did not go ahead", "will not take place", "has never taken place, Libya said",
    ],
)  # fmt: skip
def test_a_round_that_did_not_take_place_is_denied(words: str) -> None:
    assert standing_of_round(f"The third round {words}.") == "denied"


def test_a_planned_round_that_did_not_take_place_is_denied_with_its_day_and_place() -> None:
    told_ = read("The third round, planned for July 20 in Oslo, did not take place, Libya said.")
    [event] = [r for r in told_.records if isinstance(r, Event) and r.ordinal == 3]
    assert (event.standing, event.when.value if event.when else "", told_.label(event.place)) == (
        "denied", "2025-07-20", "Oslo",
    )  # fmt: skip


@pytest.mark.parametrize(
    "words", ["did not take place in Oslo but in Geneva", "was not held until July 20", "went ahead in Oslo"]
)
def test_a_round_that_was_held_elsewhere_or_later_was_held(words: str) -> None:
    assert standing_of_round(f"The third round {words}.") == "asserted"


@pytest.mark.parametrize(
    "sentence",
    [
        "Has the third round been held in Cairo?",
        "If the third round is held in Cairo, Sudan will come.",
        "It is unclear whether the third round was held in Cairo.",
        "A third round in Cairo seems unlikely.",
        "A third round in Cairo is doubtful.",
        "The third round in Cairo nearly fell through.",
    ],
)
def test_a_round_that_is_asked_for_or_doubted_was_not_held(sentence: str) -> None:
    assert standing_of_round(sentence) == "expected"


def test_a_round_that_fell_through_was_not_held() -> None:
    assert standing_of_round("The third round in Cairo fell through.") == "denied"


def standing_of_round(sentence: str) -> str:
    [event] = [r for r in read(sentence).records if isinstance(r, Event) and r.ordinal == 3]
    return event.standing


@pytest.mark.parametrize(
    ("published", "sentence", "day"),
    [
        ("2025-07-21", "Friday's round in Astana is the third.", "2025-07-25"),
        ("2025-07-21", "The sides will propose a map at Friday's round in Astana.", "2025-07-25"),
        ("2025-07-23", "Delegations of Sudan and Chad meet here on Thursday for the third round.", "2025-07-24"),
        ("2025-07-23", "Envoys are meeting here on Thursday for the third round.", "2025-07-24"),
    ],
)
def test_a_weekday_in_the_present_or_future_is_the_coming_one(published: str, sentence: str, day: str) -> None:
    assert ("expected", day) in days(sentence, published)


@pytest.mark.parametrize(
    ("published", "sentence", "day"),
    [
        ("2025-07-21", "Friday's round in Astana was the third.", "2025-07-18"),
        ("2025-07-21", "Friday's round in Astana ended without a deal.", "2025-07-18"),
        ("2025-07-21", "Sudan will publish the results of Friday's round in Astana.", "2025-07-18"),
        ("2025-07-22", "Monday's round in Astana is the third.", "2025-07-21"),
        ("2025-07-23", "Delegations of Sudan and Chad met here on Thursday for the third round.", "2025-07-17"),
    ],
)
def test_a_weekday_of_what_is_past_stays_past(published: str, sentence: str, day: str) -> None:
    assert ("asserted", day) in days(sentence, published)


def days(sentence: str, published: str) -> list[tuple[str, str]]:
    """The standings and days of the rounds."""
    told_ = read(sentence, published)
    return [(e.standing, e.when.value) for e in told_.records if isinstance(e, Event) and e.when is not None]


THIRD = (
    "Sudan and Chad open third round\n\nDelegations from Sudan and Chad opened the third round of talks on a ceasefire "
    "agreement in Doha on Tuesday.\n\n"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Sudan's president dismissed Salma Idriss on Sunday. Idriss had headed its delegation at both rounds.",
        "Salma Idriss, who was dismissed on Sunday, had headed the Sudanese delegation at both rounds so far.",
        "Salma Idriss led the Sudanese delegation until Sunday.",
    ],
)
def test_whoever_had_headed_a_delegation_does_not_head_it_at_this_round(sentence: str) -> None:
    assert whole(THIRD + sentence).members == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Salma Idriss headed the Sudanese delegation.",
        "Sudan said that Salma Idriss had headed the Sudanese delegation.",
    ],
)
def test_whoever_headed_a_delegation_is_its_head(sentence: str) -> None:
    assert {(member, role) for member, _, role in whole(THIRD + sentence).members} == {("Salma Idriss", "head")}


def test_who_mediates_between_others_is_no_mediator_of_these_talks() -> None:
    others = "Kazakhstan, which mediates between Sudan and Libya, has no part in the talks between Sudan and Chad."
    assert whole(THIRD + others).attendances == set()


def test_who_mediates_between_the_two_sides_is_the_mediator_of_their_talks() -> None:
    these = "Kazakhstan, which mediates between Sudan and Chad, has no part in the Libya talks."
    assert whole(THIRD + these).attendances == {("Kazakhstan", "mediator", "asserted")}


@pytest.mark.parametrize(
    "words",
    [
        "was reportedly held on July 21", "apparently took place in Oslo", "is said to have been held in Oslo",
        "is understood to have taken place in Oslo", "was held on July 21, according to diplomats",
        ", it is said, was held on July 21", ", Libya claims, was held on July 21",
    ],
)  # fmt: skip
def test_a_round_that_is_only_said_to_have_been_held_is_claimed(words: str) -> None:
    assert standing_of_round(f"The third round {words}.") == "claimed"


def test_a_headline_that_names_talks_does_not_vouch_for_what_is_only_said_of_them() -> None:
    told_ = read(
        "Sudan and Chad hold talks in Oslo\n\nThe third round of talks was reportedly held in Oslo on July 21."
    )
    assert {r.standing for r in told_.records if isinstance(r, Event) and r.ordinal == 3} == {"claimed"}


def test_plans_that_came_to_nothing_and_a_question_are_no_round_that_was_held() -> None:
    assert standing_of_round("Plans for a third round came to nothing.") == "denied"
    assert standing_of_round("Was the third round held in Oslo?") == "expected"


@pytest.mark.parametrize(
    "body",
    [
        "Kenya and Chad will hold border talks in Nairobi on August 4.",
        "Kenya and Chad are expected to meet for border talks in Nairobi in August, the ministry said.",
    ],
)
def test_a_headline_does_not_make_talks_to_come_held(body: str) -> None:
    told_ = whole(f"Kenya and Chad border talks in Nairobi\n\n{body}\n")
    assert {r.standing for r in told_.records if isinstance(r, Event)} == {"expected"}


def test_a_meeting_that_is_only_planned_is_none_of_the_talks_that_were_held() -> None:
    told_ = whole(
        "Kenyan-Chadian talks\n\nKenya and Chad held talks in Nairobi on Monday. They plan to soon hold a "
        "meeting of the Kenyan-Chadian Commission.\n"
    )
    assert [(r.kind, r.standing) for r in told_.records if isinstance(r, Event)] == [
        ("talks", "asserted"), ("meeting", "expected"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "disputed"),
    [
        ("A spokesman of Chad denied that the talks had been broken off.", False),
        ("A spokesman of Chad denied that the third round had taken place.", True),
    ],
)
def test_what_the_article_says_was_held_stays_so_whoever_denies_it(sentence: str, disputed: bool) -> None:
    read = whole(f"Talks in Bergen\n\nChad and Sudan held a third round of talks in Bergen on Monday.\n\n{sentence}")
    [event] = [record for record in read.records if isinstance(record, Event)]
    assert event.standing == "asserted"
    assert any(event.key in s.disputes for s in read.records if isinstance(s, Statement)) is disputed


def test_what_is_to_end_first_has_not_ended() -> None:
    told = whole(
        "Sudan and Chad to sign accord\n\nSudan and Chad are to sign an accord on the border. The accord is expected "
        "to be signed once the summit in Nairobi has ended.\n"
    )
    assert [event.standing for event in told.of(Event) if event.kind == "summit"] != ["asserted"]


@pytest.mark.parametrize(("clause", "standing"), [("which never opened", "expected"), ("which ended", "asserted")])
def test_a_round_is_what_its_own_relative_clause_tells(clause: str, standing: str) -> None:
    told = whole(f"Talks in Bern\n\nSudan and Chad hold talks. Sudan will build on the last round, {clause} in May.\n")
    assert [event.standing for event in told.of(Event) if event.kind == "round"] == [standing]
