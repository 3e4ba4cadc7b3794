"""The notebook is valid, carries no outputs, and every cell of it runs and has something to show."""

from __future__ import annotations

import ast
import shutil
import signal
from pathlib import Path
from typing import Any

import nbformat
import pytest

import parley
from tests.cli.test_stopping import CROSS, child_of, is_gone, started

FOLDER = Path(__file__).parent.parent / "examples" / "istanbul"
NOTEBOOK = FOLDER / "notebook.ipynb"
CELLS = f"""
import sys
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
shell.run_cell("import parley, sys; talks = parley.open(sys.argv[1]); talks.read('numbers.ttl')")
print("begun", flush=True)
for cell in ("talks.query({CROSS!r})", "talks.query({CROSS!r}, timeout=0.5)", "len(talks.sources())"):
    ran = shell.run_cell(cell)
    print("told:", type(ran.error_in_exec).__name__, ran.result if ran.success else "")
"""


@pytest.fixture(scope="module")
def code() -> dict[str, str]:
    """The code of each cell, by the cell's name."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    return {cell.id: cell.source for cell in notebook.cells if cell.cell_type == "code"}


def shown_by(source: str, names: dict[str, Any]) -> Any:  # Any: whatever the last line of a cell gives
    """Run a cell; return what a notebook would show of it."""
    *before, last = ast.parse(source).body
    if not isinstance(last, ast.Expr):
        before, last = [*before, last], None
    exec(compile(ast.Module(before, []), str(NOTEBOOK), "exec"), names)
    return None if last is None else eval(compile(ast.Expression(last.value), str(NOTEBOOK), "eval"), names)


def test_the_notebook_is_valid_and_has_no_outputs():
    text = NOTEBOOK.read_text(encoding="utf-8")
    notebook = nbformat.reads(text, as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert len(code) >= 8
    assert [cell.id for cell in code if cell.outputs or cell.execution_count] == []
    assert nbformat.writes(notebook, indent=1) + "\n" == text  # as it is saved, so that a change of it reads well


def test_the_notebook_quotes_nothing_of_the_article():
    words = (FOLDER / "article.txt").read_text(encoding="utf-8").split()
    runs = {" ".join(words[start : start + 6]) for start in range(len(words) - 5)}
    text = " ".join(cell.source for cell in nbformat.read(NOTEBOOK, as_version=4).cells)
    assert [run for run in sorted(runs) if run in " ".join(text.split())] == []


@pytest.mark.slow
def test_every_cell_of_the_notebook_runs_and_shows_something(
    code: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    shutil.copy(FOLDER / "article.txt", tmp_path)
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"__name__": "__main__"}
    shown = {name: shown_by(source, names) for name, source in code.items()}
    assert [name for name, value in shown.items() if value is None] == ["close"]
    del shown["close"]
    assert [name for name, value in shown.items() if not value._repr_html_()] == []
    tables = {name: value for name, value in shown.items() if isinstance(value, parley.Table)}
    assert {"heads", "silence", "proposals", "one-sided"} <= set(tables)
    assert [name for name, table in tables.items() if not table.rows] == []
    assert shown["query"].to_numpy().sum() > 50
    assert shown["pandas"]["items"].sum() == len({row["fact"] for row in names["proposals"]})
    central = shown["network"]
    assert central["betweenness"].is_monotonic_decreasing
    assert central["betweenness"].iloc[0] > 0
    assert set(central["kind"]) >= {"state", "round"}
    assert isinstance(shown["page"], parley.Page)
    assert list(tmp_path.iterdir()) == [tmp_path / "article.txt"]


@pytest.mark.parametrize("where", ["memory:", "talks"])
def test_a_cell_that_is_interrupted_or_takes_too_long_ends_and_the_next_one_runs(where: str, tmp_path: Path):
    (tmp_path / "numbers.ttl").write_text(
        "".join(f"<http://e.org/{n}> <http://e.org/p> {n} .\n" for n in range(1500)), encoding="utf-8"
    )
    kernel = started("-c", CELLS, where, cwd=tmp_path)
    assert kernel.stdout is not None
    while "begun" not in kernel.stdout.readline():
        assert kernel.poll() is None
    child = child_of(kernel)
    kernel.send_signal(signal.SIGINT)
    out, err = kernel.communicate()
    told = [line for line in out.splitlines() if line.startswith("told:")]
    assert told == ["told: KeyboardInterrupt ", "told: QueryTimedOut ", "told: NoneType 1"], err
    assert is_gone(child)
