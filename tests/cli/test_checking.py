"""``parley check``: silence and 0 when all is well, each problem in words and 1 when not."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from parley.graph.knowledge import open_knowledge
from parley.graph.records import Act, Key, Statement
from parley.loaders.news.lexicons.word_lists import lexicon_names
from parley.queries.catalogue import catalogue
from tests.graph.examples import HARBOURTOWN, at
from tests.graph.explorer.made_up import first_article

from .conftest import Ran, Run

ROOT = Path(__file__).parents[2]
SOURCE = "https://w3id.org/parley/id/source/harbourtown"
PLANTED = f"""
PREFIX : <https://w3id.org/parley/ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>
WITH <{SOURCE}/graph>
DELETE {{ ?act :actType ?type . ?quote oa:exact ?words }}
INSERT {{ ?quote oa:exact "Ada Brook sang" }}
WHERE {{ ?act :actType :demand ; :actType ?type . ?quote oa:exact ?words FILTER(STRSTARTS(?words, "Ada Brook,")) }}
"""

DEMAND = next(one for one in HARBOURTOWN.records if isinstance(one, Act) and one.type == "demand")
DENIAL = Statement(Key("statement/no"), at("Sudmark will consider it"), "denial", disputes=(Key("act/again"),))


@pytest.fixture
def broken(store: str, tmp_path: Path) -> str:
    """The store with an act without a type and a quotation that the text does not have."""
    where = tmp_path / "broken"
    shutil.copytree(store, where)
    ox.Store(where).update(PLANTED)
    return str(where)


def test_a_store_that_is_well_says_what_was_checked(run: Run, store: str):
    checked = run("check", "--store", store, "--all")
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


@pytest.fixture
def copy(store: str, tmp_path: Path) -> Path:
    """A store of the test's own."""
    return Path(shutil.copytree(store, tmp_path / "copy"))


def last_line(ran: Ran) -> str:
    return ran.err.splitlines()[-1]


def test_what_has_passed_and_not_changed_is_not_checked_again_unless_asked_for(run: Run, copy: Path):
    run("check", "--store", copy, "--all")
    again = "checked 0 sources: 0 statements, 0 problems; 1 source passed before (--all checks again)"
    assert last_line(run("check", "--store", copy)) == again
    assert last_line(run("check", "--store", copy, "--all")) == "checked 1 source: 12 statements, 0 problems"
    assert last_line(run("check", "--store", copy)) == again
    assert json.loads(run("check", "--store", copy, "--format", "json").out) == []


def test_what_others_than_parley_have_changed_is_found(run: Run, copy: Path):
    run("check", "--store", copy)
    ox.Store(str(copy)).update(PLANTED)
    for _ in range(2):
        checked = run("check", "--store", copy)
        assert (checked.code, last_line(checked)) == (1, "checked 1 source: 12 statements, 5 problems")


def test_a_check_beside_a_program_that_writes_remembers_nothing(run: Run, copy: Path):
    ox.Store(str(copy)).flush()  # whatever was remembered of it is forgotten
    for _ in range(2):
        with open_knowledge(copy):
            assert last_line(run("check", "--store", copy)) == "checked 1 source: 12 statements, 0 problems"
    run("check", "--store", copy)
    with open_knowledge(copy) as knowledge:
        knowledge.remove("harbourtown")
        assert last_line(run("check", "--store", copy)).startswith("checked 0 sources: ")
    assert last_line(run("check", "--store", copy)) == "checked 0 sources: 0 statements, 0 problems"


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


def test_what_cannot_all_be_right_is_a_warning_and_no_problem(run: Run, tmp_path: Path):
    records = (*HARBOURTOWN.records, replace(DEMAND, key=Key("act/again"), standing="denied"), DENIAL)
    with open_knowledge(tmp_path / "clash") as knowledge:
        knowledge.add(replace(HARBOURTOWN, records=records))
    checked = run("check", "--store", tmp_path / "clash")
    assert (checked.code, checked.out) == (0, "")
    *_, warning, last = checked.err.splitlines()
    assert warning == (
        "warning: demand of Sudmark, return of 12 boats, is asserted and denied: denied (harbourtown: “Sudmark "
        "will consider it”), asserted (harbourtown: “Sudmark demanded the return of 12 boats within 30–45 days”)"
    )
    assert last == "checked 1 source: 13 statements, 0 problems, 1 warning"


def test_the_lexicons_are_in_order_and_need_no_store(run: Run):
    checked = run("check", "--lexicons")
    assert (checked.code, checked.out) == (0, "")
    assert checked.err == f"all {len(lexicon_names())} lexicons are in order\n"


@pytest.mark.parametrize("options", [("--store", "somewhere"), ("--format", "json"), ("--all",)])
def test_the_lexicons_are_checked_without_a_store_or_a_form(run: Run, options: tuple[str, ...]):
    checked = run("check", "--lexicons", *options)
    assert checked.code == 2
    assert f"leave out {options[0]}" in checked.err


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the rooms whose lexicons can be spoilt."""
    for room in ("parley", "ontology", "graph", "loaders", "queries", "evaluation", "review"):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def spoil(checkout: Path, name: str, old: str, new: str) -> None:
    file = checkout / "loaders" / "news" / "lexicons" / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def run_there(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "parley", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(checkout), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=checkout, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_every_fault_of_the_lexicons_is_a_line_in_order(checkout: Path):
    spoil(checkout, "papers.yaml", "qualities:", "qualitys:")
    spoil(checkout, "acts.yaml", "lemmas: [demand], act: demand,", "lemmas: [demand], act: demnd,")
    spoil(checkout, "acts.yaml", "together: [reach, ", "together: [reach, reach, ")
    checked = run_there(checkout, "check", "--lexicons")
    assert checked.returncode == 1
    told = [line.split(":", 2) for line in checked.stdout.splitlines()]
    assert [(file, words) for file, _, words in told] == [
        ("acts.yaml", " verbs/demand/act: there is no act 'demnd'; did you mean demand?"),
        ("acts.yaml", told[1][2]),
        ("papers.yaml", " qualitys: there is no such field; did you mean qualities?"),
    ]
    assert told[1][2].startswith(" together: 'reach' stands twice in this list; take one out")
    assert all(int(line) > 1 for _, line, _ in told)


def test_a_fault_ends_a_build_before_an_article_is_read(checkout: Path):
    spoil(checkout, "acts.yaml", "lemmas: [demand], act: demand,", "lemmas: [demand], act: demnd,")
    for name in ("first.txt", "second.txt"):
        (checkout / name).write_text("The two sides met in the harbour town on Monday.\n", encoding="utf-8")
    built = run_there(checkout, "build", "first.txt", "second.txt")
    told = r"parley: lexicon acts\.yaml:\d+: verbs/demand/act: there is no act 'demnd'; did you mean demand\?"
    assert built.returncode == 1
    store, fault = built.stderr.splitlines()
    assert store == "store: parley-store"
    assert re.fullmatch(told, fault)
