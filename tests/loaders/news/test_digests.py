"""What agencies' digests hold besides prose: labels, list headers, bodies within bodies, formats, papers exchanged."""

from __future__ import annotations

from parley.graph.records import Agent, Event, NegotiationDocument

from .reading import Told, whole

DIGEST = """Sudan Offers Chad a Ten-Day Truce
Fourth Round of Sudan-Chad Talks Begins in Reduced Format in Doha

The fourth round of talks between Sudan and Chad in Doha ended on Friday, mediators said.
Here are the main statements made by the head of the Sudanese delegation Idris Oumar:
Border Post: Sudan will reopen the border post at Adre, pending approval by Chad.
Demand for Access: Sudan asked Chad to let aid convoys pass.
Heated Discussion: Both sides debated the ceasefire at length.
Sudan’s Delegation
Chief of the Sudanese General Staff’s Main Logistics Directorate Hassan Tijani
While a lasting truce would be welcome, government spokesman Adam Deby warned against expecting quick results.
“Hard work” lies ahead before any summit between the two countries can be held, the spokesman said.
The two draft memoranda were exchanged during the third round of talks on May 2.
"""


def read() -> Told:
    return whole(DIGEST)


def words(told: Told, rule: str) -> list[tuple[str, str]]:
    """The words of the statements that a rule made, with how they are meant."""
    found = [s for s in told.statements if s.rule == rule]
    return [(told.source.text[s.span.start : s.span.end], s.modality) for s in found]


def test_a_label_that_names_another_act_than_its_item_is_the_editors() -> None:
    assert words(read(), "label-act") == [("Demand for Access", "demand")]


def test_a_label_that_judges_the_talks_is_an_assessment() -> None:
    assert words(read(), "label-judgement") == [("Heated Discussion", "assessment")]


def test_a_body_within_a_body_is_told_as_its_unit() -> None:
    told = read()
    assert words(told, "unit-of") == [("the Sudanese General Staff’s Main Logistics Directorate", "fact")]
    unit = next(a for a in told.records if isinstance(a, Agent) and a.label == "Main Logistics Directorate")
    assert told.label(unit.part_of) == "Sudanese General Staff"


def test_a_round_has_the_format_that_is_told() -> None:
    told = read()
    assert [e.format for e in told.of(Event) if e.ordinal == 4] == ["reduced format"]


def test_a_concession_is_the_speakers_too_and_only_supposed() -> None:
    assert words(read(), "speech-concession") == [("a lasting truce would be welcome", "hypothetical")]


def test_what_must_come_before_is_a_condition() -> None:
    assert words(read(), "condition-clause") == [
        ("before any summit between the two countries can be held", "conditional")
    ]


def test_papers_are_exchanged_at_a_round() -> None:
    told = read()
    paper = next(p for p in told.records if isinstance(p, NegotiationDocument))
    event = next(e for e in told.records if isinstance(e, Event) and e.key == paper.exchanged_at)
    assert (paper.count, paper.draft, event.ordinal) == (2, True, 3)
