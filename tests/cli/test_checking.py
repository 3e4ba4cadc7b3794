"""``parley check``: silence and 0 when all is well, each problem in words and 1 when not."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest

from parley.graph.knowledge import open_knowledge
from parley.queries.catalogue import catalogue
from tests.graph.explorer.made_up import first_article

from .test_cli import Run

SOURCE = "https://w3id.org/parley/id/source/harbourtown"
PLANTED = f"""
PREFIX : <https://w3id.org/parley/ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>
WITH <{SOURCE}/graph>
DELETE {{ ?act :actType ?type . ?quote oa:exact ?words }}
INSERT {{ ?quote oa:exact "Ada Brook sang" }}
WHERE {{ ?act :actType :demand ; :actType ?type . ?quote oa:exact ?words FILTER(STRSTARTS(?words, "Ada Brook,")) }}
"""


@pytest.fixture
def broken(store: str, tmp_path: Path) -> str:
    """The store with an act without a type and a quotation that the text does not have."""
    where = tmp_path / "broken"
    shutil.copytree(store, where)
    ox.Store(where).update(PLANTED)
    return str(where)


def test_a_store_that_is_well_says_what_was_checked(run: Run, store: str):
    checked = run("check", "--store", store)
    assert (checked.code, checked.out) == (0, "")
    assert checked.err.splitlines() == [f"store: {store}", "checked 1 source: 12 statements, 0 problems"]


def test_every_problem_is_told_in_words_with_the_words_of_the_text(run: Run, broken: str):
    checked = run("check", "--store", broken)
    assert checked.code == 1
    assert checked.err.splitlines()[-1] == "checked 1 source: 12 statements, 5 problems"
    assert "An act has exactly one act type of" in checked.out
    assert "Questions read this of it, but no" in checked.out
    assert "“Sudmark demanded the return of 12 boats within 30–45 days”" in checked.out
    assert "“Ada Brook sang”" in checked.out
    assert "– Harbour Post, characters 160 to 229" in checked.out
    assert checked.out.endswith("Source: harbourtown\n")
    assert max(map(len, checked.out.splitlines())) <= 120


def test_problems_come_as_rows_too(run: Run, broken: str):
    as_json = json.loads(run("check", "--store", broken, "--format", "json").out)
    as_csv = list(csv.DictReader(io.StringIO(run("check", "--store", broken, "--format", "csv").out)))
    as_tsv = list(csv.DictReader(io.StringIO(run("check", "--store", broken, "--format", "tsv").out), delimiter="\t"))
    assert as_json == as_csv == as_tsv
    typeless = next(row for row in as_json if row["node"] == f"{SOURCE}/act/demand")
    assert (typeless["source"], typeless["kind"], typeless["speaker"]) == ("harbourtown", "act", "Harbour Post")
    misquoted = next(row for row in as_json if row["quote"] == "Ada Brook sang" and row["value"])
    assert misquoted["value"].startswith("Ada Brook, the former harbour minister")


def test_what_is_well_is_an_empty_table_in_every_format(run: Run, store: str):
    assert json.loads(run("check", "--store", store, "--format", "json").out) == []
    assert len(run("check", "--store", store, "--format", "csv").out.splitlines()) == 1


def test_an_empty_store_is_well(run: Run, tmp_path: Path):
    open_knowledge(tmp_path / "empty").close()
    checked = run("check", "--store", tmp_path / "empty")
    assert (checked.code, checked.out) == (0, "")
    assert checked.err.splitlines()[-1] == "checked 0 sources: 0 statements, 0 problems"


def test_a_source_that_was_removed_is_not_counted(run: Run, store: str, tmp_path: Path):
    where = tmp_path / "copy"
    shutil.copytree(store, where)
    assert run("remove", "harbourtown", "--store", where).code == 0
    assert run("check", "--store", where).err.splitlines()[-1] == "checked 0 sources: 0 statements, 0 problems"
    assert [str(graph) for graph in ox.Store(str(where)).named_graphs()] == ["<https://w3id.org/parley/id/graph/store>"]


def test_a_graph_that_an_older_version_left_empty_is_no_source(run: Run, store: str, tmp_path: Path):
    where = tmp_path / "copy"
    shutil.copytree(store, where)
    ox.Store(str(where)).add_graph(ox.NamedNode(SOURCE.replace("harbourtown", "other") + "/graph"))
    assert run("check", "--store", where).err.splitlines()[-1].startswith("checked 1 source: ")


def test_problems_of_several_sources_are_told_by_source(run: Run, tmp_path: Path):
    with open_knowledge(tmp_path / "two") as knowledge:  # the codes of its states are no codes
        knowledge.add(first_article())
    told = json.loads(run("check", "--store", tmp_path / "two", "--format", "json").out)
    assert {row["name"] for row in told} == {"Norland", "Suderia", "Westmark"}
    assert {row["value"] for row in told} >= {"NL-0"}


def test_where_no_store_is_there_is_nothing_to_check(run: Run, tmp_path: Path):
    assert run("check").code == 1
    assert not list(tmp_path.iterdir())


def test_check_is_no_question(run: Run):
    assert "check" not in catalogue()
    assert run("check", "--format", "xml").code == 2
