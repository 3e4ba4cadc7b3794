"""Who pays a visit, where to and when."""

from __future__ import annotations

import pytest

from parley.graph.records import Attendance, Event

from ..reading import Told, whole

OPEN = (
    "Peace efforts go on\n\nDelegates of Sudan and Chad want a ceasefire agreement.\n\n"
    "Foreign Minister Salma Idriss of Sudan and President Hamid Barka of Chad spoke of peace.\n\n"
)


def visits(sentences: str) -> list[tuple[str, str]]:
    """The label and the day of every visit that some sentences tell of."""
    told = whole(OPEN + sentences + "\n")
    found = [e for e in told.of(Event) if e.kind == "visit"]
    return [(e.label, e.when.value if e.when is not None else "") for e in found]


def guests(told: Told) -> set[str]:
    keys = {e.key for e in told.of(Event) if e.kind == "visit"}
    return {told.label(a.agent) for a in told.of(Attendance) if a.event in keys}


@pytest.mark.parametrize(
    "sentence",
    [
        "Salma Idriss paid a two-day visit to Chad last week.",
        "During her visit to Chad last week, Salma Idriss spoke of grain.",
        "Salma Idriss said on a visit to Chad last week that grain was short.",
        "A visit to Chad by Salma Idriss began last week.",
        "Hamid Barka thanked Salma Idriss for her visit to Chad last week.",
    ],
)
def test_a_visit_is_paid_by_whoever_its_words_name(sentence: str) -> None:
    assert guests(whole(OPEN + sentence + "\n")) == {"Salma Idriss"}
    assert "visit of Salma Idriss to Chad" in {label for label, _ in visits(sentence)}


def test_a_visit_has_the_day_of_the_verb_that_pays_it() -> None:
    assert visits("Salma Idriss paid a visit to Chad on Monday.") == [("visit of Salma Idriss to Chad", "2025-07-21")]


def test_whoever_arrives_on_a_day_pays_a_visit() -> None:
    assert visits("Salma Idriss arrived in Tunis on Monday.") == [("visit of Salma Idriss to Tunis", "2025-07-21")]


@pytest.mark.parametrize(
    "sentence",
    ["Salma Idriss arrived in Khartoum on Monday.", "Salma Idriss arrived in Tunis.", "Grain came to Tunis on Monday."],
)
def test_coming_home_without_a_day_or_as_goods_is_no_visit(sentence: str) -> None:
    assert visits(sentence) == []


def test_the_host_of_a_visit_does_not_pay_it() -> None:
    told = whole(OPEN + "Salma Idriss spoke of grain on a visit to Chad with President Hamid Barka.\n")
    assert guests(told) == {"Salma Idriss"}


def test_a_visit_to_a_state_and_to_its_capital_on_one_day_is_one() -> None:
    found = visits("Salma Idriss arrived in N'Djamena on Monday. Salma Idriss paid a visit to Chad on Monday.")
    assert len(found) == 1
