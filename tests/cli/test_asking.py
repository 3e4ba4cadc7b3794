"""Questions from the command line: their rows in every format, what narrows them, what is told beside them."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from parley.graph.knowledge import open_knowledge
from parley.graph.records import Agent, Key
from parley.queries.catalogue import catalogue
from tests.graph.examples import HARBOURTOWN

from .conftest import Run


def test_without_a_name_ask_lists_every_question(run: Run):
    listed = run("ask")
    assert listed.code == 0
    assert [line.split()[0] for line in listed.out.splitlines()] == list(catalogue())
    assert listed.err.startswith("most also take --negotiation, --party, --round, --person, ")


@pytest.mark.parametrize("name", catalogue())
def test_every_question_answers_in_every_format(run: Run, store: str, name: str):
    asked = catalogue()[name]
    assert run("ask", name, "--store", store).code == 0
    as_csv = run("ask", name, "--store", store, "--format", "csv").out
    assert tuple(next(csv.reader(io.StringIO(as_csv)))) == asked.columns
    as_json = json.loads(run("ask", name, "--store", store, "--format", "json").out)
    assert tuple(as_json["head"]["vars"]) == asked.columns
    assert run("ask", name, "--store", store, "--format", "tsv").out.startswith(f"?{asked.columns[0]}\t")
    lines = run("ask", name, "--store", store, "--format", "jsonl").out.splitlines()
    assert len(lines) == len(as_json["results"]["bindings"]) == len(list(csv.DictReader(io.StringIO(as_csv))))
    assert all(set(json.loads(line)) <= set(asked.columns) for line in lines)


def test_lists_are_lists_in_lines_of_json_and_parted_by_bars_in_csv(run: Run, store: str):
    lines = run("ask", "statements", "--store", store, "--format", "jsonl").out.splitlines()
    chains = [json.loads(line)["chain"] for line in lines]
    assert ["Harbour Post", "Harbour Post", "a diplomat"] in chains
    rows = csv.DictReader(io.StringIO(run("ask", "statements", "--store", store, "--format", "csv").out))
    assert [row["chain"] for row in rows] == ["|".join(chain) for chain in chains]


def test_the_same_question_gives_the_same_bytes(run: Run, store: str):
    assert run("ask", "terms", "--store", store).out == run("ask", "terms", "--store", store).out


def test_an_answer_stands_on_stdout_with_its_words_and_without_colour(run: Run, store: str):
    answer = run("ask", "heads", "--store", store)
    assert "Ada Brook" in answer.out
    assert "“Ada Brook, the former harbour minister, headed the Norland delegation”" in answer.out
    assert "\x1b" not in answer.out + answer.err
    assert max(map(len, run("ask", "statements", "--store", store).out.splitlines())) <= 120
    assert answer.err.splitlines() == [f"store: {store}", "Who heads each delegation?"]


def test_a_party_is_found_by_any_of_its_names(run: Run, store: str):
    by_label = run("ask", "proposals", "--party", "Norland", "--store", store).out
    assert "propose" in by_label
    assert "demand" not in by_label
    for name in ("norland", "KINGDOM OF NORLAND", "https://w3id.org/parley/id/state/XN"):
        assert run("ask", "proposals", "--party", name, "--store", store).out == by_label


def test_a_person_is_found_by_a_printed_form(run: Run, store: str):
    said = run("ask", "statements", "--person", "brook", "--store", store).out
    assert "We propose" in said
    assert "Sudmark demanded" not in said


def test_what_a_filter_leaves_out_unseen_is_said(run: Run, tmp_path: Path):
    sources = [replace(HARBOURTOWN.source, id=f"talks-{n}", published=None) for n in (1, 2)]
    namesake = Agent(Key("person/namesake"), "person", "Brook")
    with open_knowledge(tmp_path / "store") as knowledge:
        knowledge.add(HARBOURTOWN)
        for source in sources:
            knowledge.add(replace(HARBOURTOWN, source=source, records=(*HARBOURTOWN.records, namesake)))
    asked = run("ask", "heads", "--since", "2031-05-01", "--store", "store")
    assert asked.err.splitlines()[2:] == [
        "without a date, so left out: talks-1, talks-2",
        "what is not stated is not told with such filters: ask headless without them",
    ]
    exported = run("export", "-o", "part.ttl", "--until", "2031-05-31", "--store", "store")
    assert "without a date, so left out: talks-1, talks-2" in exported.err
    with open_knowledge(tmp_path / "store") as knowledge:
        knowledge.remove("talks-2")
    named = run("ask", "statements", "--person", "Brook", "--store", "store")
    assert named.err.splitlines()[2] == "other persons have 'Brook' in a name: Ada Brook"


def test_a_round_leaves_out_what_belongs_to_no_round(run: Run, store: str):
    assert "demand" not in run("ask", "proposals", "--round", "3", "--store", store).out
    none = run("ask", "proposals", "--round", "9", "--store", store)
    assert (none.out, none.err.splitlines()[2]) == ("", "no round has the number 9: those here have 2, 3")
    assert "no round" not in run("ask", "proposals", "--round", "3", "--store", store).err


def test_an_unknown_party_is_one_line_with_those_there_are(run: Run, store: str):
    failed = run("ask", "heads", "--party", "Nordland", "--store", store)
    assert failed.code == 1
    assert failed.out == ""
    assert failed.err.splitlines()[-1].startswith("parley: nothing here is called 'Nordland'; did you mean Norland?")
    strange = run("ask", "heads", "--party", "Qqq", "--store", store)
    assert "Norland" in strange.err.splitlines()[-1]
    assert "Sudmark" in strange.err.splitlines()[-1]


def test_a_question_shows_the_sparql_that_it_asks(run: Run, store: str, tmp_path: Path):
    shown = run("ask", "proposals", "--party", "Norland", "--show", "--store", store)
    assert shown.err.splitlines() == [f"store: {store}"]
    assert "VALUES ?ofParty { <https://w3id.org/parley/id/state/XN> }" in shown.out
    (tmp_path / "mine.rq").write_text(shown.out, encoding="utf-8")
    again = run("query", "mine.rq", "--format", "json", "--store", store)
    assert again.out == run("ask", "proposals", "--party", "Norland", "--format", "json", "--store", store).out
    assert run("ask", "proposals", "--show", "--store", store).out.count("# VALUES ?") == 2


def test_tables_say_terms_in_plain_words_and_files_keep_them(run: Run, store: str):
    arguments = ("ask", "status", "--store", store)
    assert "under consideration" in run(*arguments).out
    assert "agree to consider" in run(*arguments).out
    assert "underConsideration" in run(*arguments, "--format", "csv").out
    assert "at least" in run("ask", "terms", "--store", store).out


def test_silence_is_told_and_no_row_is_invented(run: Run, store: str):
    silent = run("ask", "heads", "--party", "Sudmark", "--store", store)
    assert silent.code == 0
    assert silent.out == ""
    assert silent.err.splitlines()[-1] == "no answer in the sources: Who heads each delegation?"
