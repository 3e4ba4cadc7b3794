"""``parley ask NAME --why``: a line under each quotation, a column for programs."""

from __future__ import annotations

import csv
import io
import json

from .conftest import Run

BECAUSE = "“propose”: is so"


def test_the_reason_stands_under_the_quotation(run: Run, store: str):
    lines = run("ask", "proposals", "--party", "Norland", "--why", "--store", store).out.splitlines()
    at = next(n for n, line in enumerate(lines) if "We propose at least 40 licences" in line)
    assert lines[at + 1].lstrip().startswith("– ")
    assert lines[at + 2] == f"        why: {BECAUSE}"
    assert sum("why:" in line for line in lines) == 1
    assert "why:" not in run("ask", "proposals", "--party", "Norland", "--store", store).out


def test_programs_get_a_column(run: Run, store: str):
    read = csv.DictReader(io.StringIO(run("ask", "proposals", "--why", "--format", "csv", "--store", store).out))
    assert {row["why"] for row in read} == {BECAUSE, ""}
    rows = json.loads(run("ask", "proposals", "--why", "--format", "json", "--store", store).out)
    assert rows["head"]["vars"][-1] == "why"
    assert {row["why"]["value"] for row in rows["results"]["bindings"] if "why" in row} == {BECAUSE}


def test_the_query_is_shown_with_it(run: Run, store: str):
    assert "standingBecause" in run("ask", "proposals", "--why", "--show", "--store", store).out


def test_a_question_without_quotations_cannot_say_why(run: Run, store: str):
    asked = run("ask", "headless", "--why", "--store", store)
    assert asked.code == 2
    assert "`headless` shows no statements" in asked.err
