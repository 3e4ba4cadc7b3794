"""How the time of each question and command grows with the graph; ends with 1 when one grows too fast.

    python -m benchmarks.growth [--sizes 100 400] [--seed 1] [--repeats 2] [--only WORD ...]

Sizes are numbers of made-up articles. Each job is measured beside a plain count of the same graph, which cannot but
grow with it: processor time of this process alone, every job at all sizes in turn, the best of a few rounds, so that
what else runs on the machine matters little; what seems to grow too fast is measured again before it is called so. The
stores are on the disk, and another process has read the articles into them, as people have it; commands are measured
from the open store to their last byte; each is told on stderr as soon as it is measured. ``--only`` leaves the jobs in
whose name one of the words is.
``--sizes 100 1000 5000 --repeats 1`` takes hours.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from typing import TypeAlias, Unpack

from benchmarks.articles import article
from parley.checking import print_check
from parley.exporting import EXPORTS, export
from parley.graph.explorer.page import render
from parley.graph.knowledge import Knowledge, open_knowledge
from parley.loaders.news.extract import read_article
from parley.queries.ask import ask
from parley.queries.catalogue import catalogue
from parley.queries.given import Given

PEER = "a count of everything"
COUNT = "SELECT (COUNT(*) AS ?count) WHERE { ?s ?p ?o }"
RECHECK = "check, one article more"
LIMIT = 2.0
"""So much more than the count, or than its own rows, may a job grow: what is quadratic grows by 4 where the count grows
by 1, and sorting and noise take less than this."""
SECOND_LOOKS = 3
"""So often is measured again what seems to grow too fast."""
NOISE_SECONDS = 0.02
"""What takes less on the many articles is too short to be measured."""

Job: TypeAlias = Callable[[], int]
"""What is measured; it gives how many rows there are, or kilobytes of a file."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one job took."""

    seconds: float
    rows: int


def jobs_of(knowledge: Knowledge, folder: Path) -> dict[str, Job]:
    """Return the count, every question and every command that reads, by name."""
    jobs: dict[str, Job] = {PEER: lambda: rows(knowledge.query(COUNT).csv())}
    jobs |= {f"ask {name}": partial(answer, knowledge, name) for name in catalogue()}
    jobs["sources"] = lambda: len(knowledge.sources())
    jobs["view"] = lambda: len(render(knowledge)) // 1000
    jobs |= {f"export {form}": partial(exported, knowledge, folder / f"graph.{form}", form) for form in EXPORTS}
    jobs["check --all"] = lambda: checked(knowledge, everything=True)
    return jobs


def answer(knowledge: Knowledge, name: str, **given: Unpack[Given]) -> int:
    """Ask a question; return its rows."""
    return rows(ask(knowledge, name, **given).results.csv())


def exported(knowledge: Knowledge, path: Path, form: str) -> int:
    """Export the graph; return the kilobytes."""
    return sum(Path(name).stat().st_size for name in export(knowledge, str(path), form, quotes=True)) // 1000


def checked(knowledge: Knowledge, *, everything: bool) -> int:
    """Check the graph, which is well; return the problems that there are for all that."""
    return print_check(knowledge, "table", lambda line: None, everything=everything)


def rows(csv: str) -> int:
    """Return how many rows there are under the head."""
    return csv.count("\r\n") - 1


def measured(stores: Sequence[Mapping[str, Job]], found: Sequence[dict[str, Measured]], names: Iterable[str]) -> None:
    """Measure jobs once more and keep the best: a job at every size at a time, so that all meet the same machine."""
    for name in names:
        for jobs, best in zip(stores, found, strict=True):
            begin = time.process_time()
            many = jobs[name]()
            took = time.process_time() - begin
            best[name] = Measured(min(took, best[name].seconds if name in best else took), many)
        told = ", ".join(f"{1000 * best[name].seconds:.1f} ms" for best in found)
        print(f"{name}: {told}", file=sys.stderr, flush=True)


def filled(size: int, folder: Path, given: argparse.Namespace) -> dict[str, Measured]:
    """Read so many articles into a store; return what it takes to check the last one, which comes after all others."""
    rechecks = wanted(RECHECK, given)
    found: dict[str, Measured] = {}
    with open_knowledge(folder / "store") as knowledge:
        add(knowledge, range(size - 1), given.seed)
        if rechecks:
            checked(knowledge, everything=False)
        add(knowledge, range(size - 1, size), given.seed)
        if rechecks:
            measured([{RECHECK: lambda: checked(knowledge, everything=False)}], [found], [RECHECK])
    return found


def wanted(name: str, given: argparse.Namespace) -> bool:
    """Return whether the job is to be measured; what all are measured by always is."""
    return name == PEER or any(word in name for word in given.only or [""])


def add(knowledge: Knowledge, numbers: range, seed: int) -> None:
    """Read the articles of these numbers into the knowledge."""
    for number in numbers:
        knowledge.add(read_article(article(number, seed), source_id=f"a{number:06}"))


def growth_of(name: str, few: dict[str, Measured], many: dict[str, Measured]) -> tuple[float, bool]:
    """Return how a job grows against the count, and whether that is too much."""
    usual = many[PEER].seconds / few[PEER].seconds
    growth = many[name].seconds / max(few[name].seconds, 1e-4) / usual
    grown = many[name].rows / max(few[name].rows, 1) / usual
    return growth, growth > LIMIT * max(grown, 1) and many[name].seconds > NOISE_SECONDS


def growing(found: Sequence[dict[str, Measured]]) -> dict[str, float]:
    """Return the worst growth of each job between two sizes, the fastest growing first."""
    worst = {
        name: max(growth_of(name, few, many)[0] for few, many in pairwise(found)) for name in found[0] if name != PEER
    }
    return dict(sorted(worst.items(), key=lambda one: (-one[1], one[0])))


def too_fast(found: Sequence[dict[str, Measured]]) -> list[str]:
    """Return the jobs that grow too fast between two sizes."""
    return [name for name in growing(found) if any(growth_of(name, few, many)[1] for few, many in pairwise(found))]


def tell(sizes: Sequence[int], found: Sequence[dict[str, Measured]]) -> None:
    """Print a line for each job, the fastest growing first."""
    print(f"{'processor time, ms':26}" + "".join(f"{size:>11}" for size in sizes) + "   growth  rows or kB")
    for name, growth in ({PEER: 1.0} | growing(found)).items():
        times = "".join(f"{1000 * one[name].seconds:11.1f}" for one in found)
        print(f"{name:26}{times}{growth:9.2f}{found[-1][name].rows:12}")


def main() -> int:
    """Print what each job takes at each size; return 1 when one grows too fast."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 400], metavar="N")
    parser.add_argument("--only", nargs="+", metavar="WORD")
    for name, usual in (("seed", 1), ("repeats", 2)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    given = parser.parse_args()
    sizes = sorted(set(given.sizes))
    if len(sizes) < 2 or sizes[0] < 1:
        parser.error("--sizes wants two different numbers of articles or more")
    with ExitStack() as stack:
        folders = [Path(stack.enter_context(tempfile.TemporaryDirectory())) for _ in sizes]
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as reader:
            found = list(reader.map(filled, sizes, folders, [given] * len(sizes)))
        stores = [stack.enter_context(open_knowledge(folder / "store")) for folder in folders]
        jobs = [jobs_of(knowledge, folder) for knowledge, folder in zip(stores, folders, strict=True)]
        for _ in range(given.repeats):
            measured(jobs, found, [name for name in jobs[0] if wanted(name, given)])
        for _ in range(SECOND_LOOKS):
            if doubted := [name for name in too_fast(found) if name != RECHECK]:
                measured(jobs, found, [PEER, *doubted])
    tell(sizes, found)
    bad = too_fast(found)
    print(f"growing faster than the graph: {', '.join(bad) or 'none'}")
    return bool(bad)


if __name__ == "__main__":
    raise SystemExit(main())
