"""Broken gold and predictions are told fault by fault: the file, the field, what to do."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from parley.evaluation.gold import read_gold
from parley.evaluation.predictions import read_predictions
from parley.graph.errors import EvaluationError, EvaluationFaults

from .made_up import GOLD, write_corpus

Change = Callable[[dict[str, Any]], object]


def test_dates_come_from_the_index_if_there_is_one(tmp_path: Path):
    storm, talks = read_gold(write_corpus(tmp_path))
    assert (storm.id, talks.id) == ("storm", "talks")
    assert talks.published == "2031-05-05"
    (tmp_path / "articles" / "index.tsv").unlink()
    assert {article.published for article in read_gold(tmp_path)} == {None}


@pytest.mark.parametrize(
    ("change", "field", "what"),
    [
        (lambda g: g["proposals"][0].update(quote="never said"), "proposals[0].quote", "do not stand in the article"),
        (lambda g: g["persons"][0]["roles"][0].pop("quote"), "persons[0].roles[0].quote", "is missing"),
        (lambda g: g["proposals"][0].update(kind="plan"), "proposals[0].kind", "write one of proposal, offer"),
        (lambda g: g["proposals"][0].update(agent=[]), "proposals[0].agent", "name at least one"),
        (lambda g: g["proposals"][0].update(quantities=40), "proposals[0].quantities", "put it in brackets"),
        (lambda g: g["persons"][0]["roles"][0].update(status="ex"), "persons[0].roles[0].status", "current, former"),
        (lambda g: g["persons"][0].update(alias=["A"]), "persons[0].alias", "is no field here"),
        (lambda g: g["statements"][0].update(optionl=True), "statements[0].optionl", "is no field here"),
        (lambda g: g["statements"][0].update(denial="yes"), "statements[0].denial", "write true or false"),
        (lambda g: g["statements"][0].update(content=5), "statements[0].content", "put it in quotes"),
        (lambda g: g.pop("events"), "events", "is missing; write []"),
        (lambda g: g.update(events="none"), "events", "a list is wanted"),
        (lambda g: g.update(events=["none"]), "events[0]", "a mapping of fields is wanted"),
        (lambda g: g.update(id="other"), "id", "write talks"),
        (lambda g: g.update(split="all"), "split", "is what other figures are called"),
        (lambda g: g.update(split="article talks"), "split", "is what other figures are called"),
        (lambda g: g["proposals"][0].update(quantities=[10**400]), "proposals[0].quantities", "too large for a number"),
    ],
)
def test_a_fault_of_the_gold_is_told_with_file_field_and_remedy(tmp_path: Path, change: Change, field: str, what: str):
    gold = copy.deepcopy(GOLD)
    change(gold["talks"])
    with pytest.raises(EvaluationFaults) as raised:
        read_gold(write_corpus(tmp_path, gold))
    (fault,) = raised.value.faults
    assert fault.path == str(tmp_path / "gold" / "talks.yaml")
    assert fault.field == field
    assert what in fault.why


def test_every_fault_is_told(tmp_path: Path):
    write_corpus(tmp_path)
    (tmp_path / "gold" / "storm.yaml").write_text("persons: [\n", encoding="utf-8")
    (tmp_path / "articles" / "talks.txt").rename(tmp_path / "articles" / "walks.txt")
    with pytest.raises(EvaluationFaults) as raised:
        read_gold(tmp_path)
    assert [str(fault).removeprefix(f"{tmp_path}/") for fault in raised.value.faults[:2]] == [
        "gold/talks.yaml: there is no articles/talks.txt; add the article",
        "articles/walks.txt: there is no gold/walks.yaml; add the gold or take it out",
    ]
    assert raised.value.faults[2].why.startswith("is not valid YAML (line 2, column 1: ")


@pytest.mark.parametrize("name", ["gold", "articles"])
def test_a_folder_without_gold_or_articles_is_told(tmp_path: Path, name: str):
    folder = write_corpus(tmp_path / "corpus")
    with pytest.raises(EvaluationError, match="there is no such folder"):
        read_gold(tmp_path / "elsewhere")
    for path in (folder / name).iterdir():
        path.unlink()
    with pytest.raises(EvaluationError, match=r"there is no \*\.(yaml|txt) in it"):
        read_gold(folder)
    (folder / name).rmdir()
    with pytest.raises(EvaluationError, match=f"it holds no folder {name}"):
        read_gold(folder)


def test_an_index_without_the_columns_is_told(tmp_path: Path):
    write_corpus(tmp_path)
    (tmp_path / "articles" / "index.tsv").write_text("id,date\ntalks,2031-05-05\n", encoding="utf-8")
    with pytest.raises(EvaluationFaults, match=r"index\.tsv: id: is no column"):
        read_gold(tmp_path)


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ("talks\tyesterday\n", "talks: 'yesterday' is not a date"),
        ("talks\t2031-05-05\ntalks\t2031-05-06\n", "talks: has two dates; keep one"),
        (f"talks\t{'1' * 200_000}\n", "line 2 cannot be read"),
    ],
)
def test_a_row_of_the_index_that_gives_no_day_is_told(tmp_path: Path, rows: str, what: str):
    write_corpus(tmp_path)
    (tmp_path / "articles" / "index.tsv").write_text(f"id\tdate\n{rows}", encoding="utf-8")
    with pytest.raises((EvaluationError, EvaluationFaults)) as raised:
        read_gold(tmp_path)
    assert f"index.tsv: {what}" in str(raised.value)


@pytest.mark.parametrize("text", ["x: " + "[" * 100_000 + "]" * 100_000, "- " * 100_000 + "x"])
def test_gold_of_lists_in_lists_is_told(tmp_path: Path, text: str):
    write_corpus(tmp_path)
    (tmp_path / "gold" / "storm.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(EvaluationFaults, match=r"storm\.yaml: line 1: lists are too deep"):
        read_gold(tmp_path)


def test_a_text_that_is_not_utf_8_is_told(tmp_path: Path):
    write_corpus(tmp_path)
    (tmp_path / "articles" / "storm.txt").write_bytes(b"Storm \xe9")
    with pytest.raises(EvaluationFaults, match="byte 6 is not UTF-8"):
        read_gold(tmp_path)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("{", "is not valid JSON"),
        ("[]", "a mapping of fields is wanted"),
        ("[" * 100_000, "too deep in each other"),
        (f'{{"persons": {"9" * 5000}}}', "is not valid JSON"),
        (f'{{"proposals": [{{"quantities": [{"9" * 400}]}}]}}', "proposals[0].quantities: holds what is too large"),
        ('{"proposals": [{"quantities": [NaN]}]}', "proposals[0].quantities: holds what is too large"),
        ('{"persons": [{"name": "\\ud800"}]}', "\\ud800 is half a character"),
        ('{"persons": {}}', "persons: a list is wanted"),
        ('{"proposals": [{"agent": [5]}]}', "proposals[0].agent[0]: 5 is not text"),
        ('{"persons": [{"name": "A", "roles": [{"title": 1}]}]}', "persons[0].roles[0].title: 1 is not text"),
    ],
)
def test_broken_predictions_are_told(tmp_path: Path, text: str, what: str):
    (tmp_path / "talks.json").write_text(text, encoding="utf-8")
    with pytest.raises(EvaluationFaults) as raised:
        read_predictions(tmp_path, ["talks", "storm"])
    assert str(raised.value).startswith(f"{tmp_path / 'talks.json'}: ")
    assert what in str(raised.value)


def test_a_folder_with_no_predictions_for_the_gold_is_told(tmp_path: Path):
    with pytest.raises(EvaluationError, match="no such folder"):
        read_predictions(tmp_path / "elsewhere", ["talks"])
    with pytest.raises(EvaluationError, match=r"it holds no ID\.json"):
        read_predictions(tmp_path, ["talks"])
