"""How the time of each shipped question grows from a few made-up articles to many; ends with 1 when one grows too much.

    python -m benchmarks.growth [--few 100] [--many 400] [--seed 1] [--repeats 2]

Each question is measured beside a plain count of the same graph, which cannot but grow with it: processor time of this
process alone, the best of a few rounds, so that what else runs on the machine matters little.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.articles import article
from parley.graph.knowledge import Knowledge, open_knowledge
from parley.loaders.news.extract import read_article
from parley.queries.ask import ask
from parley.queries.catalogue import catalogue

PEER = "a count of everything"
COUNT = "SELECT (COUNT(*) AS ?count) WHERE { ?s ?p ?o }"
LIMIT = 2.0
"""So much more than the count, or than its own rows, may a question grow: what is quadratic grows by 4 where the count
grows by 1, and sorting and noise take less than this."""
NOISE_SECONDS = 0.02
"""What takes less on the many articles is too short to be measured."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one question took."""

    seconds: float
    rows: int


def measured(knowledge: Knowledge, repeats: int) -> dict[str, Measured]:
    """Return what the count and every question take, in turn, the best of the rounds."""
    jobs: dict[str, Callable[[], str]] = {PEER: lambda: knowledge.query(COUNT).csv()}
    jobs |= {name: lambda name=name: ask(knowledge, name).results.csv() for name in catalogue()}  # type: ignore[misc]
    found: dict[str, Measured] = {}
    for _ in range(repeats):
        for name, job in jobs.items():
            begin = time.process_time()
            rows = job().count("\r\n") - 1
            took = time.process_time() - begin
            found[name] = Measured(min(took, found[name].seconds if name in found else took), rows)
    return found


def add(knowledge: Knowledge, numbers: range, seed: int) -> None:
    """Read the articles of these numbers into the knowledge."""
    for number in numbers:
        knowledge.add(read_article(article(number, seed), source_id=f"a{number:06}"))


def compared(few: dict[str, Measured], many: dict[str, Measured]) -> Iterator[tuple[str, float, bool]]:
    """Yield each question with its growth against the count, and whether that is too much."""
    usual = many[PEER].seconds / few[PEER].seconds
    for name in few.keys() - {PEER}:
        growth = many[name].seconds / max(few[name].seconds, 1e-4) / usual
        grown = many[name].rows / max(few[name].rows, 1) / usual
        yield name, growth, growth > LIMIT * max(grown, 1) and many[name].seconds > NOISE_SECONDS


def main() -> int:
    """Print a line for each question, the fastest growing first; return 1 when one grows too fast."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, usual in (("few", 100), ("many", 400), ("seed", 1), ("repeats", 2)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, open_knowledge(Path(folder) / "store") as knowledge:
        add(knowledge, range(given.few), given.seed)
        few = measured(knowledge, given.repeats)
        add(knowledge, range(given.few, given.many), given.seed)
        many = measured(knowledge, given.repeats)
    print(f"{'processor time, ms':24} {given.few:>9} {given.many:>9}    growth      rows")
    print(f"{PEER:24} {1000 * few[PEER].seconds:9.1f} {1000 * many[PEER].seconds:9.1f}    {'1':>6}")
    lines = sorted(compared(few, many), key=lambda line: -line[1])
    for name, growth, _ in lines:
        print(
            f"{name:24} {1000 * few[name].seconds:9.1f} {1000 * many[name].seconds:9.1f}    {growth:6.2f} "
            f"{many[name].rows:9}"
        )
    bad = [name for name, _, too_fast in lines if too_fast]
    print(f"growing faster than the graph: {', '.join(bad) or 'none'}")
    return bool(bad)


if __name__ == "__main__":
    raise SystemExit(main())
