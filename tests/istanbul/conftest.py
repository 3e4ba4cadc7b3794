"""The article on the talks in Istanbul, read once by the real pipeline."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from parley.building import build_sources
from parley.cli import main
from parley.given import Given
from parley.graph.knowledge import Knowledge, open_knowledge
from parley.graph.records import SourceRecords
from parley.loaders.news.extract import read_article

from .golden import ARTICLE, to_rows

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Ran:
    """What ``parley ask`` left behind."""

    code: int
    out: str
    err: str

    def rows(self) -> list[dict[str, str]]:
        """The rows of an answer; what is unbound or empty is left out."""
        return to_rows(self.out)


@pytest.fixture(scope="session")
def article() -> str:
    return ARTICLE.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def records(article: str) -> SourceRecords:
    return read_article(article, source_id="article")


@pytest.fixture(scope="session")
def knowledge(records: SourceRecords) -> Iterator[Knowledge]:
    with open_knowledge() as knowledge:
        knowledge.add(records)
        yield knowledge


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store on disk, built by what ``parley build`` runs."""
    where = str(tmp_path_factory.mktemp("istanbul") / "store")
    told: list[str] = []
    with open_knowledge(where) as knowledge:
        failed = build_sources(knowledge, [str(ARTICLE)], Given(), told.append)
    assert failed == 0, told
    return where


@pytest.fixture
def ask(capfd: pytest.CaptureFixture[str], store: str) -> Callable[..., Ran]:
    """Runs ``parley ask`` on the store; the answer is JSON."""

    def ask(*arguments: Any) -> Ran:  # Any: whatever can stand on a command line
        code: int | str | None = 0
        try:
            main(["ask", *map(str, arguments), "--store", store, "--format", "json"])
        except SystemExit as left:
            code = left.code
        out, err = capfd.readouterr()
        return Ran(int(code or 0), out, err)

    return ask
