"""Sides, days and places of an event that its other sentences tell, and sides that are none or one under two names."""

from __future__ import annotations

import pytest

from parley.graph.records import Event

from ..reading import whole

Row = tuple[str, tuple[str, ...], str, str, str]
_KINDS = ("round", "talks", "meeting", "call", "summit")


def rows(text: str, head: str = "Kenya and Uganda talk of cows") -> list[Row]:
    """Kind, sides, day, place and standing of each event of an article of Wednesday, 11 March 2026."""
    found = whole(f"{head}\n\n{text}\n", published="2026-03-11")
    told = (r for r in found.records if isinstance(r, Event) and r.kind in _KINDS)
    return [
        (
            e.kind,
            tuple(sorted(found.labels(e.parties))),
            e.when.value if e.when else "",
            found.label(e.place),
            e.standing,
        )
        for e in told
    ]


ALL = ("Kenya", "Uganda")


def test_who_blames_whom_at_the_end_of_talks_and_who_was_involved_too_are_its_sides() -> None:
    assert rows(
        "The latest round of talks has ended in Nairobi without a list, with Kenya and Uganda blaming each other.\n\n"
        "The two-day meeting, which closed on Monday, also involved Rwanda."
    ) == [("round", ("Kenya", "Rwanda", "Uganda"), "2026-03-08/2026-03-09", "Nairobi", "asserted")]


def test_all_who_agreed_in_a_row_of_six_are_sides() -> None:
    [(_, sides, _, _, _)] = rows(
        "Talks on the fish of the lake have broken up in Nairobi without a result.\n\n"
        "The UK, Norway, the EU, the Faroe Islands, Iceland and Greenland did agree a total catch of fish in 2026.",
        head="Fish talks break up",
    )
    assert sides == ("European Union", "Faroe Islands", "Greenland", "Iceland", "Norway", "United Kingdom")


@pytest.mark.parametrize(
    "sentence",
    [
        "The thirteenth round opens in Gulu on 2 April.",
        "Before that the fourteenth round opens in Gulu on 2 April.",
    ],
)
def test_a_round_above_twelve_has_its_number_and_sides(sentence: str) -> None:
    lead = "LIMA - Kenya and Uganda have agreed on a list of cows, officials of Kenya and Uganda said.\n\n"
    assert ("round", ALL, "2026-04-02", "Gulu", "expected") in rows(lead + sentence)


def test_guarantors_of_talks_are_none_of_their_sides() -> None:
    found = rows(
        "BOGOTA - The National Liberation Army is willing to free cows, the head of the guerrillas' delegation "
        "said on Monday as a fifth cycle of peace talks opened in Mexico City.\n\n"
        'The government team said no. "The government does not pay," said its leader.\n\n'
        "The talks are guaranteed by Norway, Mexico, Cuba and Chile.",
        head="Rebels will free cows",
    )
    assert ("round", ("Colombia", "ELN"), "2026-03-09", "Mexico City", "asserted") in found


def test_who_chairs_is_no_side_of_the_talks_of_a_state_with_its_own() -> None:
    found = rows(
        "TRIPOLI - Delegates from Libya's rival houses signed an agreement on the bank on Monday at the United Nations "
        "mission.\n\nThe United Nations envoy, Anna Berg, who chaired the negotiations, asked for calm.",
        head="Libyan rivals sign",
    )
    assert [sides for _, sides, *_ in found if sides] == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "The leaders of Kenya and Uganda met for two hours in the buffer zone in Gulu on Monday.",
            ("meeting", ALL, "2026-03-09", "Gulu", "asserted"),
        ),
        (
            "Kenya and Uganda held a third meeting on Monday. The meeting, held in a house on the frontier near Gulu, "
            "was long.",
            ("meeting", ALL, "2026-03-09", "Gulu", "asserted"),
        ),
        (
            "LIMA - Kenya and Uganda failed on Monday to agree on cows.\n\nThe two delegations met for five hours at a "
            "hotel near the port.",
            ("meeting", ALL, "2026-03-09", "Lima", "asserted"),
        ),
        (
            "LIMA - Kenyan and Ugandan officials made some progress on cows on Monday but did not agree, Kenya and "
            "Uganda said after six hours of talks in Gulu.",
            ("talks", ALL, "2026-03-09", "Gulu", "asserted"),
        ),
    ],
)
def test_day_and_place_of_what_was_held_at_a_site(text: str, row: Row) -> None:
    assert row in rows(text)


def test_the_next_round_and_the_sixth_meeting_to_come_are_one() -> None:
    found = rows(
        "Kenya and Uganda held their fifth meeting on Monday. Uganda expects an answer before the next round.\n\n"
        "The sixth meeting is due in late April."
    )
    assert [day for *_, day, _, standing in found if standing == "expected"] == ["2026-04"]


def test_a_conference_to_come_is_none_of_the_meeting_before_it() -> None:
    found = whole(
        "Kenya and Uganda talk of cows\n\nThe leaders of Kenya and Uganda met in Gulu on Monday. The meeting had been "
        "intended to clear the air before an informal conference which Chad means to call in May.\n",
        published="2026-03-11",
    )
    assert "informal conference" not in " ".join(e.label for e in found.of(Event))


@pytest.mark.parametrize(
    ("sentence", "between"),
    [
        ("The mediator, Anna Berg, met the Kenyan minister, Omar Deng, in Gulu on Monday.", "Anna Berg"),
        ("Qatari mediators met Kenyan and Ugandan negotiators in Doha on Monday.", "Qatar"),
    ],
)
def test_who_stands_between_the_sides_is_none(sentence: str, between: str) -> None:
    lead = "LIMA - Kenya and Uganda have agreed on a list of cows, officials of Kenya and Uganda said.\n\n"
    sides = {side for _, named, *_ in rows(lead + sentence) for side in named}
    assert between not in sides
    assert sides <= set(ALL)
