"""Runs what the documentation shows, and writes the outputs into it.

    python docs/refresh.py

In README.md and docs/*.md a `console` block holds commands (`$ parley ...`) with what they print, and a `sparql` block
is followed by a `text` block with its answer; the `pycon` blocks of a page are one session of Python. All of a page
runs in one empty folder that holds nothing but examples/, and besides Python only `parley` is run. `tests/test_docs.py`
checks that nothing would change.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
_INSIDE = r"(?:(?!^```).)*"  # what stands before the next fence
_CONSOLE = re.compile(rf"(?<=^```console\n){_INSIDE}", re.DOTALL | re.MULTILINE)
_QUERY = re.compile(
    rf"(?P<query>(?<=^```sparql\n){_INSIDE})^```\n\n```text\n(?P<answer>{_INSIDE})", re.DOTALL | re.MULTILINE
)
_SESSION = re.compile(rf"(?<=^```pycon\n){_INSIDE}", re.DOTALL | re.MULTILINE)
_ENTERED = re.compile(r"^>>> .*\n(?:^\.\.\. ?.*\n)*", re.MULTILINE)
_COMMAND = re.compile(r"^\$ (.*)$", re.MULTILINE)


def run(command: str, folder: Path, *, stdin: str = "") -> str:
    """What ``parley ...`` prints in ``folder``, both streams as a terminal shows them."""
    _, *arguments = shlex.split(command)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", "parley", *arguments],
        cwd=folder,
        env=environment,
        input=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()) + "\n"


def entered(code: str, names: dict[str, object]) -> str:
    """What Python prints when the lines after the prompts are entered; ``names`` is what is defined."""
    source = "".join(line[4:] or "\n" for line in code.splitlines(keepends=True))
    with contextlib.redirect_stdout(io.StringIO()) as told:
        exec(compile(source, "<session>", "single"), names)
    return told.getvalue()


def renewed(page: str, folder: Path) -> str:
    """The page with the outputs that its commands, queries and sessions give now."""
    names: dict[str, object] = {"__name__": "__main__"}

    def console(block: re.Match[str]) -> str:
        return "\n".join(f"$ {command}\n{run(command, folder)}" for command in _COMMAND.findall(block[0]))

    def query(block: re.Match[str]) -> str:
        answer = run("parley query -", folder, stdin=block["query"]).partition("\n")[2]  # after the line on the store
        return block[0].removesuffix(block["answer"]) + answer

    def session(block: re.Match[str]) -> str:
        with contextlib.chdir(folder):
            return "".join(code + entered(code, names) for code in _ENTERED.findall(block[0]))

    return _SESSION.sub(session, _QUERY.sub(query, _CONSOLE.sub(console, page)))


def refreshed(path: Path) -> str:
    """What the file should hold."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "examples", Path(folder) / "examples")
        return renewed(path.read_text(encoding="utf-8"), Path(folder))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    for page in PAGES:
        page.write_text(refreshed(page), encoding="utf-8")
