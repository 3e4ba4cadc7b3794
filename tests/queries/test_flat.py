"""Rows for programs: values keep their types, lists are lists whatever stands in them, what is not told is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from parley.graph.knowledge import Knowledge, open_knowledge
from parley.graph.records import Act, Agent, Record
from parley.queries.ask import ask
from parley.queries.catalogue import catalogue
from parley.queries.flat import Flat, flat_rows
from tests.graph.examples import HARBOURTOWN, SUDMARK, WESTMARK
from tests.graph.sequel import SEQUEL

COMMAS = "Sudmark, Isles; and | Capes\x1e"
"""A name that holds whatever parts names elsewhere."""


def renamed(record: Record) -> Record:
    if isinstance(record, Agent) and record.key == SUDMARK:
        return replace(record, label=COMMAS)
    if isinstance(record, Act) and record.key == "act/propose":
        return replace(record, addressees=(), implied_addressees=(SUDMARK, WESTMARK))
    return record


@pytest.fixture(scope="module")
def knowledge() -> Iterator[Knowledge]:
    with open_knowledge() as opened:
        for said in (HARBOURTOWN, SEQUEL):
            opened.add(replace(said, records=tuple(map(renamed, said.records))))
        yield opened


def ask_flat(knowledge: Knowledge, name: str, **given: Any) -> list[Flat]:  # Any: the value of any filter
    answer = ask(knowledge, name, flat=True, **given)
    return list(flat_rows(answer.results, answer.question))


def test_names_with_commas_stay_whole_in_lists(knowledge: Knowledge):
    offers = [row for row in ask_flat(knowledge, "proposals") if row["act"] == "offer"]
    assert [row["addressee"] for row in offers] == [[COMMAS, "Westmark"]]
    assert [row["issue"] for row in offers] == [["economy", "fisheries"]]


def test_who_is_only_meant_by_implication_has_a_column_of_their_own(knowledge: Knowledge):
    (proposed,) = (row for row in ask_flat(knowledge, "proposals") if row["act"] == "propose")
    assert proposed["impliedAddressee"] == [COMMAS, "Westmark"]
    assert "addressee" not in proposed
    assert not any(
        "(implied)" in str(value) for row in ask(knowledge, "proposals").results for value in [row["addressee"]]
    )


def test_numbers_and_truth_values_keep_their_types_and_days_are_texts(knowledge: Knowledge):
    (boats,) = (row for row in ask_flat(knowledge, "terms") if row.get("unit") == "boats")
    assert (boats["minimum"], boats["additional"], boats["durationMaximum"]) == (12, True, 45.5)
    (third,) = (row for row in ask_flat(knowledge, "rounds", round=3) if row["quote"] == "lasted about two hours")
    assert (third["round"], third["begin"], third["minimum"]) == (3, ["2031-05-04"], [2])
    assert isinstance(third["start"], int)


@pytest.mark.parametrize("name", catalogue())
def test_a_flat_row_holds_what_the_answer_holds_without_what_is_not_told(knowledge: Knowledge, name: str):
    asked, told = catalogue()[name], ask(knowledge, name).results
    rows = list(ask_flat(knowledge, name))
    assert len(rows) == len(told)
    assert all(set(row) <= set(asked.columns) and "" not in row.values() and [] not in row.values() for row in rows)
    assert all(isinstance(value, list) == (column in asked.lists) for row in rows for column, value in row.items())
    plain = [{column for column in asked.columns if row[column] is not None and str(row[column])} for row in told]
    assert sorted(map(sorted, plain)) == sorted(sorted(row) for row in rows)


def test_what_is_given_is_never_taken_for_part_of_the_question(knowledge: Knowledge):
    assert list(ask_flat(knowledge, "proposals", text='separator=", "')) == []
    assert list(ask_flat(knowledge, "proposals", party=COMMAS)) == list(
        ask_flat(knowledge, "proposals", party="Sudmark")
    )


def test_a_query_of_ones_own_keeps_empty_texts_and_leaves_out_what_is_unbound(knowledge: Knowledge):
    nan = "'NaN'^^<http://www.w3.org/2001/XMLSchema#double>"
    query = f"SELECT ?a ?b ?c ?d ?e {{ VALUES (?a ?b ?c ?d ?e) {{ (1.50 UNDEF '' {nan} true) }} }}"
    assert list(flat_rows(knowledge.query(query))) == [{"a": 1.5, "c": "", "d": "NaN", "e": True}]
