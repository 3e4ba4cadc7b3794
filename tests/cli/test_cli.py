"""The command line: data on stdout, talk on stderr, one line for an error, and the exit code that fits."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from parley import __version__
from parley.cli import cli
from parley.graph.knowledge import open_knowledge
from tests.graph.examples import HARBOURTOWN

from .conftest import Run

ROOT = Path(__file__).parent.parent.parent


def python(*code: str, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | settings
    return subprocess.run([sys.executable, *code], env=environment, capture_output=True, encoding="utf-8", check=False)


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
