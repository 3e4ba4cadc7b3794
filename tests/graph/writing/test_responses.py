"""Which act answers which follows from the records of a source, in whatever order they come."""

from __future__ import annotations

from dataclasses import replace

from parley.graph.identifiers import Minter
from parley.graph.records import Act, Agent, Key, SourceRecords
from parley.graph.writing.writer import write
from parley.ontology.terms import PARLEY
from tests.queries.conflicts import ETHIOPIA, KENYA, OTIENO, ZONE, border
from tests.queries.made_up import Says


def responses(source: SourceRecords) -> set[tuple[str, str]]:
    found = write(source, Minter()).derived
    return {(s.split("/")[-1][:-1], o.split("/")[-1][:-1]) for s, p, o in found if p == f"<{PARLEY.respondsTo}>"}


NO = Says("Ethiopia rejected that.", "reject", (ETHIOPIA,), "that", standing="asserted")


def test_an_answer_points_at_what_it_answers():
    assert responses(border(ZONE, NO)) == {("1", "0")}


def test_the_order_of_records_makes_no_difference():
    source = border(ZONE, Says("Kenya offered its port.", "offer", (KENYA,), "its port"), NO)
    assert responses(replace(source, records=source.records[::-1])) == responses(source) == {("2", "1")}


def test_a_person_answers_for_their_side():
    said = Says("Otieno took it back.", "withdraw", (OTIENO,), "it", standing="asserted")
    assert responses(border(ZONE, said)) == {("1", "0")}


def test_sides_that_belong_to_each_other_in_a_circle_end():
    source = border(ZONE, NO)
    circle = tuple(
        replace(one, side=Key("state/KE") if one.key == "state/ET" else Key("state/ET"))
        if isinstance(one, Agent) and one.key in ("state/ET", "state/KE")
        else one
        for one in source.records
    )
    assert len(responses(replace(source, records=circle))) <= 1


def test_an_act_without_words_is_answered_by_nothing_that_only_points_at_it():
    source = border(ZONE, NO)
    mute = tuple(one for one in source.records if one.key != "statement/0")  # type: ignore[union-attr]  # there are no links
    assert any(isinstance(one, Act) for one in mute)
    assert responses(replace(source, records=mute)) == set()
