"""A store on disk with one made-up source, and a way to run the command line on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pytest

from parley.cli import main
from parley.graph.knowledge import open_knowledge
from tests.graph.examples import HARBOURTOWN


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str


Run: TypeAlias = Callable[..., Ran]


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    where = str(tmp_path_factory.mktemp("cli") / "store")
    with open_knowledge(where) as knowledge:
        knowledge.add(HARBOURTOWN, origin="harbourtown.txt")
    return where


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)

    def run(*arguments: object) -> Ran:
        code: int | str | None = 0
        try:
            main([str(argument) for argument in arguments])
        except SystemExit as left:
            code = left.code
        out, err = capfd.readouterr()
        return Ran(int(code or 0), out, err)

    return run
