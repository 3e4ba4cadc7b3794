"""What is not set, ruled out or put off is never shown as held, nor on the day on which it is not."""

from __future__ import annotations

import pytest

from parley.graph.records import Event

from ..reading import whole

OPEN = "LIMA - Kenya and Uganda have agreed on a list of cows, officials of Kenya and Uganda said.\n\n"


def rounds(sentences: str) -> list[tuple[int | None, str, str, str]]:
    """Number, day, place and standing of each round of an article of Wednesday, 11 March 2026."""
    found = whole(f"Kenya and Uganda talk of cows\n\n{OPEN}{sentences}\n", published="2026-03-11")
    told = (r for r in found.records if isinstance(r, Event) and r.kind == "round")
    return [(e.ordinal, e.when.value if e.when else "", found.label(e.place), e.standing) for e in told]


@pytest.mark.parametrize(
    "sentence",
    [
        "No date was set for a fifth round of talks in Gulu.",
        "No date has been set for a fifth round.",
        "There was no word on a fifth round in Gulu.",
        "There was no immediate word on a fifth round of talks.",
        "There was no word on when a fifth round would be held.",
        "A fifth round is not planned.",
        "A fifth round in Gulu is not yet scheduled.",
        "A fifth round has yet to be scheduled.",
        "Neither side announced a fifth round.",
        "Nothing was said of a fifth round in Gulu.",
        "Kenya has ruled out a fifth round in Gulu.",
    ],
)
def test_a_round_that_nobody_has_set_is_none(sentence: str) -> None:
    assert rounds(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "They left without setting a date for the fifth round.",
        "There was no word on the fifth round.",
        "A decision on a fifth round is due in May.",
        "Kenya has not ruled out a fifth round.",
    ],
)
def test_a_round_that_may_come_is_not_held(sentence: str) -> None:
    assert {standing for _, _, _, standing in rounds(sentence)} == {"expected"}


def test_a_round_that_is_off_is_denied() -> None:
    assert rounds("A fifth round is off the table.") == [(5, "", "", "denied")]


@pytest.mark.parametrize(
    ("sentence", "day", "place"),
    [
        ("The third round of talks, postponed from Monday, will be held in Gulu on 8 May.", "2026-05-08", "Gulu"),
        (
            "Kenya and Uganda agreed that the third round, postponed from 2 March, will be held in Gulu on 8 May.",
            "2026-05-08",
            "Gulu",
        ),
        ("The third round, originally planned for Tuesday in Gulu, opens on Friday.", "2026-03-13", "Gulu"),
        ("The third round in Gulu has been put off.", "", "Gulu"),
    ],
)
def test_a_round_that_is_put_off_is_on_its_new_day(sentence: str, day: str, place: str) -> None:
    assert rounds(sentence) == [(3, day, place, "expected")]


@pytest.mark.parametrize(
    ("sentence", "day", "place"),
    [
        ("Uganda said the third round planned for Monday would be put off.", "2026-03-16", ""),
        ("The third round is due in Gulu on Friday. The round was postponed, Kenya said.", "2026-03-13", "Gulu"),
        ("The third round was due on Monday. It was postponed.", "2026-03-09", ""),
        ("The third round, set for 3 April in Gulu, slipped.", "2026-04-03", "Gulu"),
        ("Kenya has postponed a third round on cows that was due to open in Gulu on Friday.", "2026-03-13", "Gulu"),
    ],
)
def test_a_round_that_is_put_off_with_no_new_day_is_denied_on_its_first(sentence: str, day: str, place: str) -> None:
    assert rounds(sentence) == [(3, day, place, "denied")]


@pytest.mark.parametrize("words", ["was nearly cancelled", "had almost been called off", "had nearly been postponed"])
def test_a_round_that_was_only_nearly_off_was_held(words: str) -> None:
    assert rounds(f"The third round, held in Gulu in May 2025, {words}.") == [(3, "2025-05", "Gulu", "asserted")]


def test_a_round_that_could_slip_is_still_to_come() -> None:
    told = rounds("The third round, set for 3 April in Gulu, could yet slip.")
    assert told == [(3, "2026-04-03", "Gulu", "expected")]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The third round is due in Gulu on Friday. It was called off by Kenya.", "2026-03-13"),
        ("The third round in Gulu, planned for 2 March, did not take place.", "2026-03-02"),
        ("A third round planned for Gulu in March 2025 never took place.", "2025-03"),
    ],
)
def test_what_was_called_off_or_was_not_is_denied(sentence: str, day: str) -> None:
    assert rounds(sentence) == [(3, day, "Gulu", "denied")]
