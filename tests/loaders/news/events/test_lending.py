"""Events that tell of nobody are lent the sides of the one negotiation that an article is about."""

from __future__ import annotations

import pytest

from parley.graph.records import Attendance, Event

from ..reading import Told, whole

LEAD = "Three states meet\n\nKenya, Uganda and Rwanda held talks on the lake in Arusha on Monday.\n\n"


def of(told: Told, kind: str) -> list[tuple[list[str], str]]:
    return [
        (sorted(told.labels(e.parties)), e.standing) for e in told.records if isinstance(e, Event) and e.kind == kind
    ]


@pytest.mark.parametrize(
    ("sentence", "kind", "standing"),
    [
        ("A conference call planned for 10 February was cancelled.", "call", "denied"),
        ("The first round was held in Gulu in January.", "round", "asserted"),
        ("A first session planned in Gulu for 20 February was called off.", "meeting", "denied"),
        ("The accord was signed in Gulu on 3 February.", "agreement", "asserted"),
    ],
)
def test_an_event_of_nobody_told_is_of_all_who_negotiate_and_nobody_is_said_to_have_been_there(
    sentence: str, kind: str, standing: str
) -> None:
    told = whole(LEAD + sentence, published="2026-03-11")
    assert of(told, kind) == [(["Kenya", "Rwanda", "Uganda"], standing)]
    [event] = [e for e in told.records if isinstance(e, Event) and e.kind == kind]
    assert not [a for a in told.of(Attendance) if a.event == event.key]


@pytest.mark.parametrize(
    "sentence",
    [
        "The first round was held in Gulu in January. Chad and Mali held talks on cattle in May.",
        "The annual meeting of the fund was held in Gulu in January.",
        "Teachers talked about a meeting in Gulu on Tuesday.",
    ],
)
def test_where_others_may_be_meant_nobody_is(sentence: str) -> None:
    told = whole(LEAD + sentence, published="2026-03-11")
    assert (["Kenya", "Rwanda", "Uganda"], "asserted") not in [*of(told, "round"), *of(told, "meeting")]
