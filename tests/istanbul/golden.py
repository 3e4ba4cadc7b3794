"""Writes what the questions answer about the article: python -m tests.istanbul.golden

The answers are held without the article's words, which are its publisher's: a quotation by its place alone, and in
any other value what stands in the article, if it is more than a few words, as ``article[start:end]``.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from typing import Final

from parley.building import build_sources
from parley.given import Given
from parley.graph.knowledge import open_knowledge
from parley.queries.ask import ask
from parley.queries.catalogue import catalogue

HERE: Final = Path(__file__).parent
ARTICLE: Final = HERE.parent.parent / "examples" / "istanbul" / "article.txt"
LEFT_OUT: Final = {"quote", "source", "fact", "person", "party", "team"}
"""Columns that hold the article's words or IRIs."""
LONGEST: Final = 40
"""Characters in a row that a value may have from the article."""


def golden(name: str) -> Path:
    """The file that holds the answer to a question."""
    return HERE / "golden" / f"{name}.json"


def to_rows(results: str) -> list[dict[str, str]]:
    """The rows of SPARQL results in JSON as plain texts; what is unbound or empty is left out."""
    bindings = json.loads(results)["results"]["bindings"]
    return [{name: term["value"] for name, term in row.items() if term["value"]} for row in bindings]


def held(rows: Iterable[Mapping[str, str]], article: str) -> list[str]:
    """The rows as a golden file holds them, in order, one line each."""
    kept = [{name: _short(value, article) for name, value in row.items() if name not in LEFT_OUT} for row in rows]
    return sorted({json.dumps(row, ensure_ascii=False, sort_keys=True) for row in kept})


def _short(value: str, article: str) -> str:
    run = SequenceMatcher(None, article, value, autojunk=False).find_longest_match()
    if run.size <= LONGEST:
        return value
    return f"{value[: run.b]}article[{run.a}:{run.a + run.size}]{value[run.b + run.size :]}"


def _regenerate() -> None:
    article = ARTICLE.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder, open_knowledge(Path(folder) / "store") as knowledge:
        build_sources(knowledge, [str(ARTICLE)], Given(), print)
        for name in catalogue():
            lines = held(to_rows(ask(knowledge, name).results.json()), article)
            golden(name).write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    _regenerate()
