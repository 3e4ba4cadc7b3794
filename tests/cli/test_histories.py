"""The commands that tell what all sources say over time."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

import parley
from parley.graph.errors import ParleyError, QueryError, UnknownName
from parley.graph.knowledge import open_knowledge
from tests.graph.history.series import SERIES, fill

from .conftest import Run

Run = Run


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> str:
    where = str(tmp_path_factory.mktemp("histories") / "store")
    with open_knowledge(where) as knowledge:
        fill(knowledge, SERIES)
    return where


def test_a_timeline_is_a_table_with_the_words_under_each_line(run: Run, talks: str):
    done = run("timeline", "--store", talks)
    assert done.code == 0
    assert "2031-05-04  printed" in done.out
    assert "also told as" in done.out
    assert "“The first round, in Fairhaven, was on 4 May.”" in done.out
    assert "– Southern Star, 2031-05-06 (b1), characters 0 to 44" in done.out
    assert "What happened when?" in done.err


def test_the_same_rows_come_in_every_format(run: Run, talks: str):
    rows = list(csv.DictReader(io.StringIO(run("timeline", "--store", talks, "--format", "csv").out)))
    assert len(rows) == len(json.loads(run("timeline", "--store", talks, "--format", "json").out))
    assert len(rows) == len(run("timeline", "--store", talks, "--format", "jsonl").out.splitlines())
    assert {row["publisher"] for row in rows} == {"Harbour Post", "Southern Star", "The <b>Wire</b>"}


def test_the_same_command_prints_the_same_bytes(run: Run, talks: str):
    for command in (("timeline",), ("status",), ("compare", "2031-05-01", "2031-06-01"), ("dossier", "Ada Brook")):
        assert run(*command, "--store", talks).out == run(*command, "--store", talks).out


def test_a_timeline_of_what_nobody_tells_is_empty_and_says_so(run: Run, talks: str):
    done = run("timeline", "--since", "2040-01-01", "--store", talks)
    assert (done.code, done.out) == (0, "")
    assert "nothing in the sources fits" in done.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("timeline", "--party", "Nowhere"), "nothing here is called 'Nowhere'"),
        (("timeline", "--negotiation", "Nowhere"), "Norland–Sudmark talks"),
        (("timeline", "--since", "soon"), "'soon' is not a day"),
        (("timeline", "--since", "2031-05-02", "--until", "2031-05-01"), "give the earlier one"),
        (("status", "--on", "2031-02-30"), "is not a day"),
        (("status", "--issue", "whatever"), "whatever"),
        (("compare", "2031-05-02", "2031-05-01"), "give the earlier one first"),
        (("compare", "2031-05-02", "2031-05-02"), "give the earlier one first"),
        (("compare", "2031-5", "2032"), "is not a day"),
        (("compare", "1", "9", "--negotiation", "Norland–Sudmark talks"), "no source tells of a day of round 9"),
        (("compare", "Norland", "Nowhere"), "nothing here is called 'Nowhere'"),
        (("dossier", "Nowhere"), "nothing here is called 'Nowhere'"),
        (("dossier", "Fairhaven"), "`parley describe` tells of any node"),
    ],
)
def test_what_cannot_be_told_is_one_line(run: Run, talks: str, arguments: tuple[str, ...], told: str):
    done = run(*arguments, "--store", talks)
    assert (done.code, done.out) == (1, "")
    assert told in done.err
    assert len(done.err.splitlines()) == 2  # the store, and what is wrong


@pytest.mark.parametrize(
    "arguments",
    [
        ("compare", "1", "2"),
        ("compare", "1", "2031-05-01"),
        ("compare", "Norland", "2031-05-01"),
        ("compare", "2031-05-01"),
        ("status", "--known"),
        ("network",),
        ("network", "-o", "company.txt"),
        ("network", "-o", "-"),
        ("dossier",),
        ("dossier", "Norland", "-o", "nowhere/norland.md"),
    ],
)
def test_what_is_not_understood_is_wrong_usage_or_a_wrong_file(run: Run, talks: str, arguments: tuple[str, ...]):
    done = run(*arguments, "--store", talks)
    assert done.code == (1 if "nowhere/norland.md" in arguments else 2)
    assert "Traceback" not in done.err


def test_status_tells_where_things_stood(run: Run, talks: str):
    before = run("status", "--on", "2031-05-05", "--known", "--store", talks).out
    after = run("status", "--on", "2031-05-06", "--store", talks).out
    assert "offered by Norland, unanswered" in before
    assert "rejected by Sudmark" not in before
    assert "rejected by Sudmark" in after


def test_status_is_of_a_negotiation_and_has_a_column_for_how_firmly_it_is_told(run: Run, talks: str):
    told = run("status", "--negotiation", "Norland–Sudmark talks", "--store", talks, "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(told)))
    assert {row["negotiation"] for row in rows} == {"Norland–Sudmark talks"}
    assert {row["standing"] for row in rows} == {"asserted"}
    assert run("status", "--negotiation", "Nowhere", "--store", talks).code == 1


def test_positions_over_time_are_in_order_of_issue_and_party(run: Run, talks: str):
    rows = list(csv.DictReader(io.StringIO(run("status", "--over-time", "--store", talks, "--format", "csv").out)))
    assert [row["issue"] for row in rows] == sorted(row["issue"] for row in rows)
    assert {(row["party"], row["status"]) for row in rows} == {
        ("Norland", "offered"), ("Sudmark", "rejected"), ("Sudmark", "demanded")
    }  # fmt: skip


def test_compare_tells_what_changed_between_two_rounds(run: Run, talks: str):
    done = run("compare", "1", "2", "--negotiation", "Norland–Sudmark talks", "--store", talks)
    assert done.code == 0
    assert "What changed from 2031-05-04 to 2031-06-01?" in done.err
    assert "own terms changed" in " ".join(done.out.split())


def test_a_dossier_is_markdown_or_a_page_by_its_ending(run: Run, talks: str):
    assert run("dossier", "Norland", "--store", talks).out.startswith("# Norland\n")
    done = run("dossier", "Norland", "-o", "norland.html", "--store", talks)
    assert "wrote norland.html" in done.err
    assert Path("norland.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    run("dossier", "Norland", "-o", "norland.md", "--store", talks)
    assert Path("norland.md").read_text(encoding="utf-8").startswith("# Norland\n")


@pytest.mark.parametrize("kind", ["sat-with", "sides"])
def test_who_sat_with_whom_is_written_for_other_programs(run: Run, talks: str, kind: str):
    for name in ("company.gexf", "company.graphml"):
        assert f"wrote {name}" in run("network", "--kind", kind, "-o", name, "--store", talks).err
        assert Path(name).read_bytes().startswith(b"<?xml")
    run("network", "--kind", kind, "-o", "company.csv", "--store", talks)
    lines = list(csv.DictReader(io.StringIO(Path("company-edges.csv").read_text(encoding="utf-8"))))
    assert [line["weight"] for line in lines] == ["1"]


def test_a_workspace_tells_the_same(talks: str):
    with parley.open(talks, reading=True) as workspace:
        told = workspace.timeline(party="Norland", since="2031-05-01")
        assert told["publishers"][0] == 3
        assert len(workspace.status("2031-05-06", issue="fisheries")) > 0
        assert "own terms changed" in workspace.compare("2031-05-05", "2031-06-01")["change"]
        assert "Norland" in workspace.compare("Norland", "Sudmark")["party"]
        assert len(workspace.network("sides")) == 2
        assert workspace.dossier("Ada Brook").markdown.startswith("# Ada Brook\n")
        with pytest.raises(UnknownName):
            workspace.dossier("Nowhere")
        with pytest.raises(QueryError):
            workspace.compare("1", "2")


def test_a_dossier_that_cannot_be_saved_says_so(talks: str, tmp_path: Path):
    with parley.open(talks, reading=True) as workspace:
        told = workspace.dossier("Ada Brook")
    assert told.save(tmp_path / "ada.html").read_text(encoding="utf-8") == told.html
    with pytest.raises(ParleyError):
        told.save(tmp_path / "nowhere" / "ada.md")


def test_an_empty_graph_has_an_empty_history(run: Run, tmp_path: Path):
    where = str(tmp_path / "empty")
    with open_knowledge(where):
        pass
    for command in (("timeline",), ("status",), ("compare", "2031-05-01", "2031-06-01")):
        done = run(*command, "--store", where)
        assert (done.code, done.out) == (0, "")
    assert run("network", "-o", "company.gexf", "--store", where).code == 0


DATASET = """
@prefix ex: <https://example.org/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix parley: <https://w3id.org/parley/ns#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
ex:meeting a parley:NegotiationEvent, parley:Round ; skos:prefLabel "a <i>meeting</i>" ; schema:startDate "2031-02-30" ;
  schema:position "first" ; parley:standing parley:asserted ; parley:party ex:one, ex:two ; parley:supportedBy ex:said .
ex:said a parley:Statement ; prov:wasDerivedFrom ex:nowhere .
ex:act a parley:NegotiationAct ; parley:actType parley:propose ; parley:standing parley:asserted ; schema:agent ex:one ;
  parley:concerns ex:item ; parley:atRound ex:meeting ; schema:startTime "once" .
ex:item a parley:Item, parley:Proposal ; skos:prefLabel "a plan" .
ex:one a foaf:Person ; skos:prefLabel "One" .
ex:two a foaf:Person ; skos:prefLabel "Two" .
"""


def test_a_dataset_of_somebody_else_breaks_nothing(run: Run, tmp_path: Path):
    data = tmp_path / "data.ttl"
    data.write_text(DATASET, encoding="utf-8")
    assert run("build", data, "--store", "mixed").code == 0
    for command in (
        ("timeline",), ("status",), ("status", "--over-time"), ("compare", "2031-01-01", "2032-01-01"),
        ("dossier", "One"), ("dossier", "a plan"), ("network", "-o", "company.csv"),
        ("network", "--kind", "sides", "-o", "company.gexf"),
    ):  # fmt: skip
        done = run(*command, "--store", "mixed")
        assert (done.code, "Traceback" in done.err) == (0, False), command
    assert "a <i>meeting</i>" in run("timeline", "--store", "mixed").out
