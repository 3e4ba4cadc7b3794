"""What a graph says is handed to the scorer as it stands there."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

import pytest

from parley.evaluation.asking import ask_for_predictions
from parley.evaluation.predictions import to_json
from parley.graph.knowledge import open_knowledge
from parley.graph.records import Act, ActType
from tests.graph.examples import HARBOURTOWN

QUERIES = sorted(path.name for path in files("parley.evaluation").iterdir() if path.name.endswith(".rq"))


@pytest.fixture(scope="module")
def found() -> dict[str, list[dict[str, object]]]:
    with open_knowledge() as knowledge:
        knowledge.add(HARBOURTOWN)
        return to_json(ask_for_predictions(knowledge))


def test_persons_come_with_their_posts_and_whether_they_hold_them_still(found: dict[str, list[dict[str, object]]]):
    assert found["persons"][0] == {
        "name": "Ada Brook", "roles": [{"title": "harbour minister", "org": None, "status": "former"}]
    }  # fmt: skip


def test_acts_that_propose_come_with_kind_addressee_and_the_numbers_in_their_words(
    found: dict[str, list[dict[str, object]]],
):
    assert found["proposals"][0] == {
        "kind": "agreement-to-consider", "agent": ["Sudmark"], "addressee": "Norland",
        "text": "Sudmark will consider it", "quantities": [], "issue": ["fisheries"],
    }  # fmt: skip


def test_a_denial_is_told_and_nothing_else_says_that_it_is_none(found: dict[str, list[dict[str, object]]]):
    assert [said for said in found["statements"] if "denial" in said] == [
        {"speaker": "Ada Brook", "text": "drafts had been exchanged", "denial": True}
    ]


def test_events_have_dates_and_places_as_far_as_they_are_known(found: dict[str, list[dict[str, object]]]):
    assert found["events"][:2] == [
        {"label": "Round 2", "date": None, "place": None},
        {"label": "Round 3", "date": "2031-05-04", "place": "Harbourtown"},
    ]


def test_who_heads_a_delegation_is_no_member_beside(found: dict[str, list[dict[str, object]]]):
    assert [p["capacity"] for p in found["participations"] if p["who"] == "Ada Brook"] == ["head"]


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_gives_the_columns_that_its_header_names_in_an_order(name: str):
    text = files("parley.evaluation").joinpath(name).read_text(encoding="utf-8")
    question, columns, *_ = text.splitlines()
    assert question.endswith("?")
    assert "\nORDER BY " in text
    with open_knowledge() as knowledge:
        assert ", ".join(knowledge.query(text).columns) == columns.removeprefix("# columns: ")


def test_every_fact_that_has_words_tells_them():
    with open_knowledge() as knowledge:
        knowledge.add(HARBOURTOWN)
        found = ask_for_predictions(knowledge)
    assert all(event.words for event in found.events)
    assert all(role.words for person in found.persons for role in person.roles)


def predictions_where(key: str, act_type: ActType) -> dict[str, list[dict[str, object]]]:
    """What is handed over when one act of the made-up source is of another type."""
    records = [
        replace(one, type=act_type) if isinstance(one, Act) and one.key == key else one for one in HARBOURTOWN.records
    ]
    with open_knowledge() as knowledge:
        knowledge.add(replace(HARBOURTOWN, records=tuple(records)))
        return to_json(ask_for_predictions(knowledge))


def test_a_threat_is_a_condition_where_it_hangs_on_one_and_no_proposal_otherwise():
    hanging, bare = predictions_where("act/propose", "threaten"), predictions_where("act/demand", "threaten")
    assert [one["kind"] for one in hanging["proposals"]] == ["agreement-to-consider", "demand", "condition"]
    assert [one["kind"] for one in bare["proposals"]] == ["agreement-to-consider", "proposal"]
    assert bare["past_actions"] == []


def test_a_step_of_ones_own_is_something_done_and_no_proposal():
    found = predictions_where("act/demand", "takeStep")
    assert [one["kind"] for one in found["proposals"]] == ["agreement-to-consider", "proposal"]
    assert [one["agent"] for one in found["past_actions"]] == ["Sudmark"]
