"""The command line: data on stdout, talk on stderr, one line for an error, and the exit code that fits."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from parley import __version__
from parley.cli import cli
from parley.graph.knowledge import open_knowledge
from parley.graph.records import Agent, Key
from parley.queries.catalogue import catalogue
from tests.graph.examples import HARBOURTOWN

from .conftest import Ran

Run = Callable[..., Ran]
ROOT = Path(__file__).parent.parent.parent
MISSPELT = ":".join(("parley", "Propsal"))


def python(*code: str, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | settings
    return subprocess.run([sys.executable, *code], env=environment, capture_output=True, encoding="utf-8", check=False)


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


@pytest.mark.parametrize(
    ("query", "line"), [("ASK {}", '{"boolean": true}'), ("SELECT (1 + 1 AS ?two) ?no {}", '{"two": 2}')]
)
def test_a_query_of_ones_own_gives_lines_of_json(run: Run, store: str, tmp_path: Path, query: str, line: str):
    (tmp_path / "mine.rq").write_text(query, encoding="utf-8")
    assert run("query", "mine.rq", "--format", "jsonl", "--store", store).out == f"{line}\n"


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


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["ask", "hedas"], "did you mean heads or headship?"),
        (
            ["ask", "headless", "--text", "talks"],
            "`headless` does not take --text: it takes --negotiation, --party, --round.",
        ),
        (
            ["ask", "decisions", "--issue", "x"],
            "`decisions` does not take --issue: it takes --source, --dataset, --publisher, --since, --until, --text.",
        ),
        (["ask", "status", "--standing", ","], "name at least one"),
        (["ask", "heads", "--format", "xml"], "xml"),
        (["ask", "heads", "--round", "three"], "three"),
        (["build"], "SOURCE..."),
        (["build", "a.txt", "b.txt", "--id", "x"], "name one source"),
        (["view"], "-o"),
        (["frobnicate"], "frobnicate"),
    ],
)
def test_wrong_usage_leaves_with_2(run: Run, arguments: list[str], words: str):
    failed = run(*arguments)
    assert failed.code == 2
    assert words in failed.err
    assert failed.out == ""


def test_where_no_store_is_none_is_made(run: Run, tmp_path: Path):
    failed = run("ask", "heads")
    assert failed.code == 1
    assert "parley build" in failed.err.splitlines()[-1]
    assert not list(tmp_path.iterdir())


def test_a_query_of_ones_own_answers_rows_yes_or_a_graph(run: Run, store: str, tmp_path: Path):
    file = tmp_path / "mine.rq"
    for sparql, expected in (
        ("SELECT (1 AS ?one) {}", "one\n---\n1\n"),
        ("ASK { ?s ?p ?o }", "yes\n"),
        ("CONSTRUCT { <urn:a> <urn:b> 1 } WHERE {}", "<urn:a> <urn:b> 1 .\n"),
    ):
        file.write_text(sparql, encoding="utf-8")
        assert run("query", file, "--store", store).out == expected


@pytest.mark.parametrize("form", ["json", "csv", "tsv"])
def test_a_graph_is_not_squeezed_into_rows(run: Run, store: str, tmp_path: Path, form: str):
    file = tmp_path / "mine.rq"
    file.write_text("CONSTRUCT { <urn:a> <urn:b> 1 } WHERE {}", encoding="utf-8")
    failed = run("query", file, "--format", form, "--store", store)
    assert (failed.code, failed.out) == (1, "")
    assert failed.err.splitlines()[-1].endswith("leave --format out to have it as Turtle")


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?s WHERE { VALUES ?s { <urn:a> } BIND(2 AS ?s) }",
        "SELECT ?s {",
        "DELETE WHERE { ?s ?p ?o }",
        "SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }",
    ],
)
def test_a_query_that_is_broken_or_would_do_more_than_read_is_one_line(
    run: Run, store: str, tmp_path: Path, sparql: str
):
    file = tmp_path / "bad.rq"
    file.write_text(sparql, encoding="utf-8")
    failed = run("query", file, "--store", store)
    assert (failed.code, failed.out) == (1, "")
    assert [line for line in failed.err.splitlines() if not line.startswith("    ")][2:] == []


def test_a_query_that_is_no_sparql_is_shown_with_the_place(run: Run, store: str, tmp_path: Path):
    file = tmp_path / "bad.rq"
    file.write_text("SELECT ?x\nWHERE {\n\t?x a parley:Round FILTR(?x)\n}\n", encoding="utf-8")
    assert run("query", file, "--store", store).err.splitlines()[1:] == [
        "parley: the query cannot be read: line 3, column 20: FILTR is no word of SPARQL: FILTER?",
        "     ?x a parley:Round FILTR(?x)",
        "                       ^",
    ]


def test_prefixes_of_terms_and_of_nodes_need_no_declaration_and_make_tables_short(run: Run, store: str, tmp_path: Path):
    file = tmp_path / "mine.rq"
    file.write_text(
        "SELECT ?s ?class WHERE { VALUES ?s { state:XN id:state\\/XN } ?s a ?class FILTER(?class = schema:Country) }",
        encoding="utf-8",
    )
    shown = run("query", file, "--store", store)
    assert shown.out.splitlines()[2:] == ["state:XN  schema:Country"] * 2
    assert "https://w3id.org/parley/id/state/XN" in run("query", file, "--format", "csv", "--store", store).out


def test_an_iri_is_never_broken_in_a_table(run: Run, store: str, tmp_path: Path):
    file = tmp_path / "mine.rq"
    file.write_text("SELECT ?s ?p ?o WHERE { ?s ?p ?o }", encoding="utf-8")
    words = set(run("query", file, "--store", store).out.split())
    cells = json.loads(run("query", file, "--format", "json", "--store", store).out)["results"]["bindings"]
    passages = {row["s"]["value"] for row in cells if "#char=" in row["s"]["value"]}
    assert passages
    assert passages | {"oa:hasSelector", "parley:NegotiationAct", "state:XN"} <= words


@pytest.mark.parametrize(
    ("sparql", "told"),
    [
        (f"SELECT ?x {{ ?x a {MISSPELT} }}", f"0 rows; {MISSPELT} is no term: parley:Proposal?"),
        ("SELECT ?x { ?x a parley:threaten }", "0 rows; parley:threaten is a term that nothing here uses"),
        ("SELECT ?x { ?x foaf:nam 'x' }", "0 rows; nothing here uses foaf:nam: foaf:name?"),
        (
            "PREFIX s: <http://schema.org/> SELECT ?x { ?x a s:Person }",
            "0 rows; s:Person is <http://schema.org/Person>, and here that is <https://schema.org/Person>",
        ),
        ("SELECT ?x { ?x a foaf:Person MINUS { ?x a foaf:Person } FILTER(?x = '<http://a.b/c>') }", "0 rows"),
        (
            "SELECT ?x { ?x a parley:Demand ; schema:agent ?y }",
            "0 rows; nothing fits both ?x a parley:Demand and ?x schema:agent ?y:"
            " schema:agent is told of parley:NegotiationAct",
        ),
        ("SELECT ?x { state:XQ ?x <urn:n> }", "0 rows; nothing here has state:XQ; nothing here has <urn:n>"),
        ("SELECT (COUNT(*) AS ?n) { ?x a foaf:Persn }", "nothing here uses foaf:Persn: foaf:Person?"),
        (f"CONSTRUCT WHERE {{ ?x a {MISSPELT} }}", f"0 triples; {MISSPELT} is no term: parley:Proposal?"),
        (f"ASK {{ ?x a {MISSPELT} }}", f"{MISSPELT} is no term: parley:Proposal?"),
    ],
)
@pytest.mark.parametrize("form", ["table", "json"])
def test_an_empty_answer_says_that_it_is_and_which_names_nothing_has(
    run: Run, store: str, tmp_path: Path, sparql: str, told: str, form: str
):
    if form == "json" and sparql.startswith(("CONSTRUCT", "ASK")):
        form = "table"
    file = tmp_path / "mine.rq"
    file.write_text(sparql, encoding="utf-8")
    empty = run("query", file, "--format", form, "--store", store)
    assert empty.code == 0
    assert empty.err.splitlines() == [f"store: {store}", told]


@pytest.mark.parametrize("form", ["table", "json", "csv", "jsonl"])
def test_what_is_doubtful_in_a_query_is_said_beside_its_answer(run: Run, store: str, tmp_path: Path, form: str):
    (tmp_path / "mine.rq").write_text("SELECT ?x ?nam { ?x a parley:Demand ; rdfs:label ?name }", encoding="utf-8")
    found = run("query", "mine.rq", "--format", form, "--store", store)
    assert found.code == 0
    assert "item" in found.out
    assert found.err.splitlines() == [f"store: {store}", "?nam stands in no pattern: ?name?"]


def test_a_query_file_that_cannot_be_read_is_one_line(run: Run, store: str, tmp_path: Path):
    (tmp_path / "bad.rq").write_bytes(b"\xff")
    assert "not UTF-8" in run("query", "bad.rq", "--store", store).err
    missing = run("query", "none.rq", "--store", store)
    assert missing.code == 1
    assert "none.rq" in missing.err


def test_sources_are_listed_and_taken_out(run: Run, tmp_path: Path):
    where = str(tmp_path / "store")
    with open_knowledge(where) as knowledge:
        knowledge.add(HARBOURTOWN, origin="harbourtown.txt")
    assert json.loads(run("sources", "--store", where, "--format", "json").out)[0]["id"] == "harbourtown"
    assert json.loads(run("sources", "--store", where, "--format", "jsonl").out)["statements"] == 12
    assert "did you mean harbourtown" in run("remove", "harbortown", "--store", where).err
    assert run("remove", "harbourtown", "--store", where).code == 0
    assert run("sources", "--store", where).out == ""
    assert run("sources", "--store", where, "--format", "csv").out.startswith("id,title,")


def test_a_source_is_one_line_however_long_its_title_and_path_are(run: Run, tmp_path: Path):
    where, path = str(tmp_path / "store"), f"/{'a-long-folder-' * 20}/harbourtown.txt"
    with open_knowledge(where) as knowledge:
        knowledge.add(replace(HARBOURTOWN, source=replace(HARBOURTOWN.source, title="Talks " * 60)), origin=path)
    _, _, line = run("sources", "--store", where).out.splitlines()
    assert line.startswith("harbourtown  2031-05-05T08:15:00  Harbour Post  12 ")
    assert path in line


@pytest.mark.parametrize("command", cli.commands)
def test_every_command_has_help_with_an_example_on_one_screen(run: Run, command: str):
    helped = run(command, "--help")
    assert helped.code == 0
    assert f"Example: parley {command}" in helped.out
    assert len(helped.out.splitlines()) <= 30


def test_help_version_and_completion_load_nothing_heavy():
    heavy = "{'rdflib', 'pyoxigraph', 'spacy', 'pyvis', 'networkx', 'rich', 'dateparser'}"
    for arguments in ("['--help']", "['--version']", "['ask']"):
        code = f"""
import sys
from parley.cli import main
try:
    main({arguments})
except SystemExit as left:
    assert not left.code
assert not {heavy} & sys.modules.keys(), sorted({heavy} & sys.modules.keys())
"""
        done = python("-c", code)
        assert done.returncode == 0, done.stderr


def test_question_names_are_completed():
    code = """
import atexit, sys
from parley.cli import main
atexit.register(lambda: {"rdflib", "spacy"} & sys.modules.keys() and print("heavy", file=sys.stderr))
main()
"""
    done = python("-c", code, _PARLEY_COMPLETE="bash_complete", COMP_WORDS="parley ask hea", COMP_CWORD="2")
    assert done.stdout.split() == ["plain,headless", "plain,heads", "plain,headship"], done.stderr
    assert done.stderr == ""


def test_python_m_parley_is_parley():
    done = python("-m", "parley", "--version")
    assert done.stdout.split()[-1] == __version__


def test_a_reader_that_leaves_early_is_no_error(store: str):
    command = f"{sys.executable} -m parley ask statements --format json --store {store} | head -c 1"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, shell=True, env=environment, capture_output=True, text=True, check=False)
    assert done.stdout == "{"
    assert "rror" not in done.stderr


def test_a_locale_without_the_characters_is_no_error(store: str):
    done = python("-m", "parley", "ask", "heads", "--store", store, LC_ALL="POSIX", PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_an_interrupt_is_one_line_and_130():
    waiting = """
import signal
from parley import cli
cli.list_questions = lambda: signal.raise_signal(signal.SIGINT)
cli.main(["ask"])
"""
    done = python("-c", waiting)
    assert done.returncode == 128 + signal.SIGINT
    assert done.stderr.splitlines()[-1] == "parley: stopped"


def test_a_question_and_a_query_are_answered_alike_from_memory(run: Run, store: str, tmp_path: Path):
    mine = tmp_path / "mine.rq"
    mine.write_text("SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o", encoding="utf-8")
    for command in (("ask", "proposals"), ("query", mine)):
        told = [run(*command, "--store", store, "--format", "csv", *replica) for replica in ((), ("--replica",))]
        assert told[0] == told[1]
        assert told[0].code == 0
