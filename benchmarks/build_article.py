"""Building the graph of an article, measured against spaCy alone on the same text in the same run.

    python benchmarks/build_article.py [ARTICLE] [--copies 40] [--repeats 5]

Seconds differ between machines, ratios hardly do: each figure of Parley's stands beside what nobody can avoid,
loading the language model and running it. The two are measured in turn, and the best of the repeats counts.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from parley.graph.knowledge import Knowledge, open_knowledge
from parley.graph.records import SourceRecords
from parley.loaders.documents import Document, read_document
from parley.loaders.news.extract import read_article
from parley.loaders.news.language.annotation import model_name

ROOT = Path(__file__).resolve().parent.parent
BARE = "import sys, pathlib, {0}; nlp = {0}.load(); nlp(pathlib.Path(sys.argv[1]).read_text(encoding='utf-8'))"


def varied(text: str, number: int) -> str:
    """The text with other amounts: "3,000" becomes "3,007" in the copy of number 7, so that no copy equals another."""
    amount = re.compile(r"\b\d{1,3}(?:,\d{3})+\b")
    return amount.sub(lambda found: f"{int(found[0].replace(',', '')) + number:,}", text) + f"\nThis is copy {number}."


def seconds(job: Callable[[], object]) -> float:
    """How long ``job`` takes."""
    begin = time.perf_counter()
    job()
    return time.perf_counter() - begin


def best(jobs: Sequence[Callable[[], object]], repeats: int) -> list[float]:
    """The shortest time of each job, the jobs run in turn so that a busy moment hits them alike."""
    rounds = [[seconds(job) for job in jobs] for _ in range(repeats)]
    return [min(times) for times in zip(*rounds, strict=True)]


def cold(article: Path, repeats: int) -> list[float]:
    """One article in a fresh process: the model loaded and run alone, and ``parley build`` into a new store."""

    def alone() -> None:
        _run("-W", "ignore", "-c", BARE.format(model_name().partition("@")[0]), str(article))

    def whole() -> None:
        with tempfile.TemporaryDirectory() as folder:
            _run("-m", "parley", "build", str(article), "--store", str(Path(folder) / "store"))

    return best([alone, whole], repeats)


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, cwd=ROOT, capture_output=True)


def extract(document: Document, text: str, number: int) -> SourceRecords:
    """The records of one copy."""
    return read_article(text, source_id=f"copy-{number}", publisher=document.publisher, published=document.published)


def store(records: Sequence[SourceRecords], where: str) -> None:
    """All records into a fresh store."""
    with open_knowledge(where) as knowledge:
        add(knowledge, records)


def add(knowledge: Knowledge, records: Sequence[SourceRecords]) -> None:
    """All records, one source after the other."""
    for one in records:
        knowledge.add(one)


def warm(document: Document, copies: int, repeats: int) -> tuple[list[float], int]:
    """Model alone, extraction, store in memory, store on disk: seconds for all copies; and the number of words."""
    texts = [varied(document.text, number) for number in range(copies)]
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        nlp = import_module(model_name().partition("@")[0]).load()  # as packaged: with all its steps
    records = [extract(document, text, number) for number, text in enumerate(texts)]

    def on_disk() -> None:
        with tempfile.TemporaryDirectory() as folder:
            store(records, str(Path(folder) / "store"))

    jobs: list[Callable[[], object]] = [
        lambda: list(nlp.pipe(texts)),
        lambda: [extract(document, text, number) for number, text in enumerate(texts)],
        lambda: store(records, "memory:"),
        on_disk,
    ]
    return best(jobs, repeats), sum(len(text.split()) for text in texts)


def report(article: Path, copies: int, repeats: int) -> None:
    """Measure and print the table."""
    document = read_document(str(article))
    alone, whole = cold(article, repeats)
    (bare, extraction, memory, disk), words = warm(document, copies, repeats)
    with suppress(AttributeError):
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # stdout of a test may be no text file
    print(f"model {model_name()}, {copies} copies of {words // copies} words\n")
    print("| | seconds | against spaCy alone |")
    print("|---|---|---|")
    print(f"| fresh process: model loaded and run on one article | {alone:.2f} | 1 |")
    print(f"| fresh process: `parley build` of that article | {whole:.2f} | {whole / alone:.2f} |")
    print(f"| warm: model on all copies (`nlp.pipe`), {words / bare:,.0f} words/s | {bare:.2f} | 1 |")
    for name, taken in (
        ("records extracted from all copies", extraction),
        ("records into a store in memory", memory),
        ("records into a store on disk", disk),
        ("extracted and stored on disk", extraction + disk),
    ):
        print(f"| warm: {name}, {words / taken:,.0f} words/s | {taken:.2f} | {taken / bare:.2f} |")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Measures building an article against spaCy alone.")
    parser.add_argument("article", nargs="?", type=Path, default=ROOT / "examples" / "istanbul" / "article.txt")
    parser.add_argument("--copies", type=int, default=40)
    parser.add_argument("--repeats", type=int, default=5)
    given = parser.parse_args()
    report(given.article, given.copies, given.repeats)
