"""`parley reconcile` offers whom the names in a table may mean, and takes choices back as decisions."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from parley.graph.knowledge import open_knowledge
from tests.cli.conftest import Run
from tests.loaders.datasets.made_up import EU_COLUMNS, EU_ROW, table

COLUMN = ("--column", "who")


@pytest.fixture
def built(run: Run, tmp_path: Path) -> Run:
    """A graph of three people, and a table that names some of them."""
    people = [
        EU_ROW,
        {**EU_ROW, "recordId": "8", "name": "Cy DOLE", "alias": "=Сай ДОУЛ", "birthDate": "1.2.1960", "reason": ""},
        {**EU_ROW, "recordId": "9", "name": "Sergey FINN", "alias": "", "birthDate": "", "reason": ""},
    ]
    Path("eu.csv").write_bytes(table(people, EU_COLUMNS))
    assert run("build", "eu.csv").code == 0
    rows = [
        {"who": "Brook, Ada", "born": "1970", "from": "TD", "note": "=1+1"},
        {"who": "Сергей Финн", "born": "", "from": "Chad", "note": ""},
        {"who": "Cy Dole", "born": "1999", "from": "", "note": ""},
        {"who": "Nobody Known", "born": "", "from": "", "note": ""},
    ]
    Path("mine.csv").write_bytes(table(rows))
    return run


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_matches_scores_and_reasons_are_columns(built: Run) -> None:
    found = built("reconcile", "mine.csv", *COLUMN, "--born", "born", "--state", "from")
    assert (found.code, found.err.splitlines()[-1]) == (0, "2 of 4 rows have a match")
    first, second, third, fourth = rows_of(found.out)
    assert (first["who"], first["note"], first["match 1 name"], first["choice"]) == (
        "Brook, Ada",
        "=1+1",
        "Ada BROOK",
        "",
    )
    assert first["match 1 score"] == "1.00"
    assert first["match 1 because"] == "name 1.00; born 1970-07-18; of Chad"
    assert (second["match 1 name"], second["match 2"]) == ("Sergey FINN", "")
    assert third["match 1"] == fourth["match 1"] == ""  # born on another day; nobody


def test_choices_become_decisions_that_can_be_undone(built: Run) -> None:
    built("reconcile", "mine.csv", *COLUMN, "-o", "found.csv")
    rows = rows_of(Path("found.csv").read_text(encoding="utf-8"))
    for row, choice in zip(rows, ("1", rows[1]["match 1"], "none", ""), strict=True):
        row["choice"] = choice
    Path("found.csv").write_bytes(table(rows))
    taken = built("reconcile", "found.csv", *COLUMN, "--take", "--by", "Eve", "--on", "2031-01-02")
    assert (taken.code, taken.err.splitlines()[-1]) == (
        0, "took 3 decisions from found.csv: 2 the same, 1 different",
    )  # fmt: skip
    with open_knowledge("parley-store", create=False) as knowledge:
        names = {frozenset(map(str, (row["a"], row["b"]))) for row in knowledge.query(
            "SELECT ?a ?b { ?p a foaf:Person ; skos:prefLabel ?a ; parley:surfaceForm ?b }"
        )}  # fmt: skip
        assert frozenset(("Ada Brook", "Ada BROOK")) in names
        assert sorted((one.verdict, one.by, one.on) for one in knowledge.decisions()) == [
            ("different", "Eve", "2031-01-02"), ("same", "Eve", "2031-01-02"), ("same", "Eve", "2031-01-02"),
        ]  # fmt: skip
        assert all(one.because.startswith("chosen in found.csv, row ") for one in knowledge.decisions())
    again = built("reconcile", "found.csv", *COLUMN)
    assert [row["choice"] for row in rows_of(again.out)] == [row["choice"] for row in rows]


def test_a_choice_that_is_none_is_told_and_nothing_is_taken(built: Run) -> None:
    built("reconcile", "mine.csv", *COLUMN, "-o", "found.csv")
    rows = rows_of(Path("found.csv").read_text(encoding="utf-8"))
    rows[0]["choice"], rows[1]["choice"] = "1", "7"
    Path("found.csv").write_bytes(table(rows))
    taken = built("reconcile", "found.csv", *COLUMN, "--take")
    assert (taken.code, taken.err.splitlines()[-1]) == (
        1,
        "parley: found.csv: cannot be read: row 3: choice: '7' is neither the number of a match, nor an IRI, "
        "nor 'none'",
    )
    with open_knowledge("parley-store", create=False) as knowledge:
        assert knowledge.decisions() == []
        assert [one.id for one in knowledge.sources()] == ["eu"]


def test_what_is_wrong_is_one_line(built: Run) -> None:
    assert "it has no column 'name': there are who, born, from, note" in built(
        "reconcile", "mine.csv", "--column", "name"
    ).err  # fmt: skip
    assert "it has no column 'choice': reconcile it first" in built("reconcile", "mine.csv", *COLUMN, "--take").err
    assert built("reconcile", "mine.csv", *COLUMN, "--by", "Eve").code == 2
    assert built("reconcile", "mine.csv", *COLUMN, "--take", "--on", "soon").code == 2
    assert built("reconcile", "mine.csv").code == 2


def test_no_cell_that_is_added_is_a_formula(built: Run) -> None:
    Path("dole.csv").write_bytes(table([{"who": "=Сай ДОУЛ", "n": "1"}, {"who": "x", "n": "2"}]))
    found = built("reconcile", "dole.csv", *COLUMN)
    (row, _) = rows_of(found.out)
    assert row["match 1 name"] == "Cy DOLE"
    assert not row["match 1 because"].startswith("=")
