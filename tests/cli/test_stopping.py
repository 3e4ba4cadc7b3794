"""Whatever is asked, one Ctrl-C or the time that it is given ends it, and nothing is left that looks whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from rdflib import Literal

from parley.graph.errors import QueryError, QueryTimedOut
from parley.graph.knowledge import Apart, open_knowledge
from tests.cli.conftest import Run
from tests.graph.examples import HARBOURTOWN

CHECKOUT = Path(__file__).resolve().parents[2]
CROSS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
GRAPH = "CONSTRUCT { ?a ?b ?f } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c = ?i) }"
READS_IN_THIS_PROCESS = f"""
import sys
from parley import cli, opening
def busy():
    with opening.reading(sys.argv[1]) as knowledge:
        print("begun", flush=True)
        knowledge.query({CROSS!r}).csv()
cli.list_questions = busy
cli.main(["ask"])
"""
ASKS_IN_PYTHON = f"""
import sys, parley
with parley.open(sys.argv[1]) as talks:
    talks.read("sequel.ttl")
    try:
        print("begun", flush=True)
        talks.query({CROSS!r}, timeout=None)
    except KeyboardInterrupt:
        print(len(talks.query("SELECT ?s WHERE {{ ?s <http://e.org/p> ?o }}")))
"""


READS_INTO_MEMORY = """
from itertools import repeat
import pyoxigraph as ox
from parley.graph.engine.replica import in_memory
node = ox.NamedNode("urn:n")
class Endless:
    def query(self, counting):
        return [{"n": ox.Literal(1)}]
    def quads_for_pattern(self, *pattern):
        print("begun", flush=True)
        return repeat(ox.Quad(node, node, node))
try:
    in_memory(Endless(), "here", free=10**9)
except KeyboardInterrupt:
    print("ended")
"""


def started(*command: object, cwd: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *map(str, command)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def until(condition: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    """Wait for something to become true while a process runs."""
    while not condition():
        assert process.poll() is None, process.communicate()
        os.sched_yield()


def evaluates(process: psutil.Process) -> bool:
    """True of a process that has worked for longer than it takes to start."""
    try:
        return process.cpu_times().user > 0.3
    except psutil.Error:
        return False


def child_of(process: subprocess.Popen[str]) -> psutil.Process:
    """The process in which a query is evaluated, once it is at it."""
    parent = psutil.Process(process.pid)
    until(lambda: any(evaluates(child) for child in parent.children()), process)
    return parent.children()[0]


def is_gone(process: psutil.Process) -> bool:
    return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


@pytest.mark.parametrize("form", ["table", "json", "csv", "tsv"])
def test_a_query_ends_when_its_time_is_over_and_prints_nothing(form: str, run: Run, store: str, tmp_path: Path) -> None:
    (tmp_path / "cross.rq").write_text(CROSS, encoding="utf-8")
    ran = run("query", "cross.rq", "--store", store, "--format", form, "--timeout", "0.5")
    assert (ran.code, ran.out) == (124, "")
    assert ran.err.splitlines()[1:] == [
        "parley: the query was stopped after 0.5 s without an answer: ask for less, or give it more time "
        "(--timeout, in Python timeout=)"
    ]
    (tmp_path / "few.rq").write_text("ASK { ?s ?p ?o }", encoding="utf-8")
    assert run("query", "few.rq", "--store", store).out == "yes\n"


def test_a_graph_ends_when_its_time_is_over(run: Run, store: str, tmp_path: Path) -> None:
    (tmp_path / "cross.rq").write_text(GRAPH, encoding="utf-8")
    ran = run("query", "cross.rq", "--store", store, "--timeout", "0.5")
    assert (ran.code, ran.out) == (124, "")


def test_a_question_ends_when_its_time_is_over_and_answers_when_it_is_not(run: Run, store: str) -> None:
    ran = run("ask", "proposals", "--store", store, "--timeout", "0.000001")
    assert (ran.code, ran.out) == (124, "")
    asked = ("ask", "proposals", "--store", store, "--format", "csv")
    assert run(*asked, "--timeout", "50") == run(*asked)


def test_a_time_that_is_none_is_wrong_usage(run: Run, store: str) -> None:
    assert run("query", "x.rq", "--store", store, "--timeout", "0").code == 2
    assert run("query", "x.rq", "--store", store, "--timeout", "soon").code == 2


def test_a_time_may_be_without_end(run: Run, store: str, tmp_path: Path) -> None:
    (tmp_path / "few.rq").write_text("ASK { ?s ?p ?o }", encoding="utf-8")
    for seconds in ("1e300", "inf"):
        assert run("query", "few.rq", "--store", store, "--timeout", seconds).out == "yes\n"


def test_one_interrupt_ends_a_query_and_the_process_that_evaluates_it(store: str, tmp_path: Path) -> None:
    (tmp_path / "cross.rq").write_text(CROSS, encoding="utf-8")
    asking = started("-m", "parley", "query", "cross.rq", "--store", store, "--format", "csv", cwd=tmp_path)
    child = child_of(asking)
    asking.send_signal(signal.SIGINT)
    out, err = asking.communicate()
    assert (asking.returncode, out) == (130, "")
    assert err.split("\n", 1)[1].split() == ["parley:", "stopped"]
    assert is_gone(child)


def test_a_query_ends_with_whoever_asked_it(store: str, tmp_path: Path) -> None:
    (tmp_path / "cross.rq").write_text(CROSS, encoding="utf-8")
    asking = started("-m", "parley", "query", "cross.rq", "--store", store, cwd=tmp_path)
    child = child_of(asking)
    asking.kill()
    asking.communicate()
    child.wait()
    assert is_gone(child)


def test_a_query_whose_process_is_killed_is_one_line(store: str, tmp_path: Path) -> None:
    (tmp_path / "cross.rq").write_text(CROSS, encoding="utf-8")
    asking = started("-m", "parley", "query", "cross.rq", "--store", store, cwd=tmp_path)
    child_of(asking).kill()
    out, err = asking.communicate()
    assert (asking.returncode, out) == (1, "")
    assert err.splitlines()[1:] == [
        "parley: the query's process ended before its answer: it was killed, perhaps because memory is short"
    ]


def test_one_interrupt_ends_a_command_while_the_engine_evaluates_in_it(store: str, tmp_path: Path) -> None:
    asking = started("-c", READS_IN_THIS_PROCESS, store, cwd=tmp_path)
    assert asking.stdout is not None
    assert asking.stdout.readline() == "begun\n"
    used = psutil.Process(asking.pid).cpu_times().user
    until(lambda: psutil.Process(asking.pid).cpu_times().user > used + 0.2, asking)
    asking.send_signal(signal.SIGINT)
    out, err = asking.communicate()
    assert (asking.returncode, out) == (130, "")
    assert err.split("\n", 1)[1].split() == ["parley:", "stopped"]


@pytest.mark.parametrize("where", ["memory:", "talks"])
def test_one_interrupt_ends_a_query_of_python_and_the_workspace_goes_on(where: str, tmp_path: Path) -> None:
    (tmp_path / "sequel.ttl").write_text(
        "".join(f"<http://e.org/{n}> <http://e.org/p> {n} .\n" for n in range(1500)), encoding="utf-8"
    )
    asking = started("-c", ASKS_IN_PYTHON, where, cwd=tmp_path)
    assert asking.stdout is not None
    assert asking.stdout.readline() == "begun\n"
    child = child_of(asking)
    asking.send_signal(signal.SIGINT)
    out, err = asking.communicate()
    assert (asking.returncode, out) == (0, "1500\n"), err
    assert is_gone(child)


@pytest.mark.parametrize("forks", [True, False])
def test_what_is_evaluated_apart_is_the_same(forks: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parley.graph.engine.apart.FORKS", forks and sys.platform == "linux")

    selecting = "SELECT ?s ?o ?n WHERE { ?s a ?o OPTIONAL { ?s <urn:never> ?n } } ORDER BY ?s ?o"
    for where in ("memory:", tmp_path / "store"):
        with open_knowledge(where) as knowledge:
            knowledge.add(HARBOURTOWN)
            here, apart = knowledge.query(selecting), knowledge.query(selecting, apart=Apart())
            assert (apart.json(), apart.csv(), apart.tsv()) == (here.json(), here.csv(), here.tsv())
            assert [row["n"] for row in apart] == [None] * len(here)
            bound = 'SELECT ?x WHERE { BIND("é\\n" AS ?y) FILTER(?x = ?y) }'
            assert knowledge.query(bound, bindings={"x": Literal("é\n")}, apart=Apart()).columns == ["x"]
            assert len(knowledge.query(bound, bindings={"x": Literal("é\n")}, apart=Apart())) == 1
            assert knowledge.query("ASK { ?s ?p ?o }", apart=Apart())
            everything = "CONSTRUCT WHERE { ?s ?p ?o }"
            assert set(knowledge.query(everything, apart=Apart()).graph()) == set(knowledge.query(everything).graph())
            assert "urn:never" not in knowledge.query(everything, apart=Apart()).turtle()
            with pytest.raises(QueryError) as wrong:
                knowledge.query("SELECT")
            with pytest.raises(QueryError) as wrong_apart:
                knowledge.query("SELECT", apart=Apart())
            assert str(wrong_apart.value) == str(wrong.value)
            with pytest.raises(QueryTimedOut):
                knowledge.query(CROSS, apart=Apart(0.3))


def test_one_interrupt_ends_reading_into_memory(tmp_path: Path) -> None:
    process = started("-c", READS_INTO_MEMORY, cwd=tmp_path)
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    process.send_signal(signal.SIGINT)
    out, complaint = process.communicate(timeout=60)
    assert (process.returncode, out) == (0, "ended\n"), complaint
