"""What Parley's way to the graph costs beside the plainest way there is, on a store of few articles and one of many.

    python benchmarks/articles.py --write articles 100 && parley build articles --store few    # and 1000 as many
    python -m benchmarks.engine few many [--only WORD ...] [--repeats 3] [--limit 10]

Each line is a ratio of processor times of this process, the best of a few rounds, so that what else runs on the machine
matters little; ``size`` is one of bytes. ``rdflib`` puts every shipped question to rdflib in memory, on the sources of
``few`` that together have 100,000 quads; what takes longer than ``--limit`` seconds there counts as that.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import takewhile
from math import exp, log
from pathlib import Path
from typing import Final

import pyoxigraph as ox
import rdflib

from benchmarks.growth import answer
from parley.graph.explorer.page import render
from parley.graph.knowledge import Knowledge, open_knowledge
from parley.ontology.terms import PREFIXES
from parley.queries.ask import shown
from parley.queries.catalogue import catalogue

ALL: Final = "SELECT ?s ?p ?o WHERE { ?s ?p ?o }"
PARTY: Final = "Norway"
QUADS: Final = 100_000
JOINS: Final = {
    "acts with their words": """SELECT (COUNT(*) AS ?n) { ?act parley:concerns ?item ; schema:agent ?agent ;
        parley:supportedBy ?s . ?s oa:hasTarget/oa:hasSelector/oa:exact ?words ; prov:wasAttributedTo ?speaker }""",
    "speakers and their sides": """SELECT (COUNT(*) AS ?n) { ?s prov:qualifiedAttribution/prov:agent ?agent .
        ?agent parley:side ?party . ?party skos:prefLabel ?name }""",
    "posts with their words": """SELECT (COUNT(*) AS ?n) { ?holding parley:post ?post ; org:member ?person ;
        parley:supportedBy/oa:hasTarget/oa:hasSelector/oa:exact ?words . ?person skos:prefLabel ?name }""",
}
"""Queries that join much and give one row."""


def seconds(job: Callable[[], object], repeats: int) -> float:
    """Return the processor time of a job, the best of some rounds."""
    best = float("inf")
    for _ in range(repeats):
        begin = time.process_time()
        job()
        best = min(best, time.process_time() - begin)
    return best


def ratio(name: str, one: Callable[[], object], other: Callable[[], object], repeats: int) -> None:
    """Print how many times longer one job takes than the other."""
    mine, plain = seconds(one, repeats), seconds(other, repeats)
    print(f"{name:50}{1000 * mine:10.1f} ms{1000 * plain:10.1f} ms{mine / plain:8.2f}", flush=True)


def counted(knowledge: Knowledge, query: str) -> str:
    """Return the answer to a query."""
    return knowledge.query(query).csv()


def raw(engine: ox.Store, query: str) -> ox.QuerySolutions:
    """Return what the engine itself answers."""
    found = engine.query(query, prefixes=dict(PREFIXES))
    assert isinstance(found, ox.QuerySolutions)
    return found


def rows(knowledge: Knowledge, repeats: int) -> None:
    """Compare rows, looked at and not, what the engine alone works on, and the export of all quads."""
    engine = knowledge._store.engine  # the plainest way is past everything of ours

    def looked_at(found: Iterable[Mapping[str, object]]) -> None:
        for row in found:
            row["s"], row["p"], row["o"]

    def gone_through(found: Iterable[object]) -> None:
        for _ in found:
            pass

    ratio(
        "rows: terms as rdflib's, against the engine's",
        lambda: looked_at(knowledge.query(ALL)),  # type: ignore[arg-type]  # rows and solutions are looked up alike
        lambda: looked_at(raw(engine, ALL)),
        repeats,
    )
    ratio("rows that nobody looks at, against the engine's", lambda: gone_through(knowledge.query(ALL)),
          lambda: gone_through(raw(engine, ALL)), repeats)  # fmt: skip
    for name, query in JOINS.items():
        ratio(f"engine: {name}", lambda query=query: list(knowledge.query(query)),  # type: ignore[misc]
              lambda query=query: list(raw(engine, query)), repeats)  # type: ignore[misc]  # fmt: skip
    with tempfile.TemporaryFile() as mine, tempfile.TemporaryFile() as plain:
        ratio("dump: sorted N-Quads, against the engine's", lambda: knowledge.write(mine, "nq"),
              lambda: engine.dump(plain, ox.RdfFormat.N_QUADS), repeats)  # fmt: skip


def replica(folder: str, repeats: int) -> None:
    """Compare joins on the disk with those in memory."""
    with open_knowledge(folder, reading=True) as disk, open_knowledge(folder, replica=True) as memory:
        for name, query in JOINS.items():
            ratio(f"replica: {name}, disk against memory", partial(counted, disk, query),
                  partial(counted, memory, query), repeats)  # fmt: skip
        for name in ("statements", "proposals", "unnamed-sources"):
            ratio(f"replica: ask {name}, disk against memory", partial(answer, disk, name),
                  partial(answer, memory, name), repeats)  # fmt: skip


def selective(few: Knowledge, many: Knowledge, repeats: int) -> None:
    """Compare the time that a row of a question about one party takes among many articles and among few."""
    for name, question in catalogue().items():
        if "party" in question.parameters:
            found = {one: (seconds(partial(answer, one, name, party=PARTY), repeats), answer(one, name, party=PARTY))
                     for one in (few, many)}  # fmt: skip
            (before, fewer), (after, more) = found[few], found[many]
            told = f"{after / max(more, 1) / (before / max(fewer, 1)):8.2f}"
            print(f"selective: {name:20}{1000 * before:9.1f} ms for{fewer:5}{1000 * after:9.1f} ms for{more:6}{told}")


def size(folder: str) -> None:
    """Compare the size of a store with that of its copy which the engine has compacted."""
    with tempfile.TemporaryDirectory() as copy:
        plain = Path(copy) / "store"
        shutil.copytree(folder, plain, ignore=shutil.ignore_patterns("snapshots"))
        engine = ox.Store(plain)
        engine.optimize()
        engine.flush()
        del engine
        ox.Store(plain)  # what is not needed any more goes when it is opened
        mine, compact = held(Path(folder)), held(plain)
    print(f"{'size: against the compacted store':50}{mine / 1e6:10.1f} MB{compact / 1e6:10.1f} MB{mine / compact:8.2f}")


def held(folder: Path) -> int:
    """Return the bytes of the files in a folder, those with two names once."""
    return sum({file.stat().st_ino: file.stat().st_size for file in folder.rglob("*") if file.is_file()}.values())


def against_rdflib(few: Knowledge, limit: int, repeats: int) -> None:
    """Compare every shipped question that rdflib answers with rdflib in memory."""
    part, dataset = cut(few), rdflib.Dataset()
    quads = part.serialized("nq").decode()
    dataset.parse(data=quads, format="nquads")
    logs = []
    for name in catalogue():
        mine = seconds(partial(answer, part, name), repeats)
        theirs = within(limit, partial(asked_rdflib, dataset, shown(part, name)))
        told = "rdflib fails" if theirs is None else f"{1000 * theirs:10.1f} ms{theirs / mine:8.1f}"
        logs += [] if theirs is None else [log(theirs / mine)]
        print(f"rdflib: {name:42}{1000 * mine:10.1f} ms{told}", flush=True)
    mean = exp(sum(logs) / len(logs))
    print(f"rdflib: {quads.count(chr(10)):,} quads, {len(logs)} questions, geometric mean {mean:.1f}")


def cut(knowledge: Knowledge) -> Knowledge:
    """Return a copy in memory of as many sources as have the quads to compare with."""
    counts: list[int] = []

    def fits(source_id: str) -> bool:
        counts.append(2 * knowledge.size(source_id))  # what one source says is read in the canonical graph too
        return sum(counts) <= QUADS

    return knowledge.part(dict.fromkeys(takewhile(fits, (entry.id for entry in knowledge.sources()))))


def asked_rdflib(dataset: rdflib.Dataset, query: str) -> int:
    """Return how many rows rdflib finds."""
    return len(list(dataset.query(query)))


def within(limit: int, job: Callable[[], object]) -> float | None:
    """Return the processor time of a job in a process that ends after so many seconds of it; None if the job fails."""
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        try:
            signal.setitimer(signal.ITIMER_PROF, limit)
            os.write(writing, str(seconds(job, 1)).encode())
        finally:
            os._exit(0)
    os.close(writing)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading) as told:
        took = told.read()
    return limit if os.WIFSIGNALED(status) else float(took) if took else None


def main() -> int:
    """Print a line for each comparison."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("few")
    parser.add_argument("many")
    parser.add_argument("--only", nargs="+", metavar="WORD", default=[""])
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--limit", type=int, default=10)
    given = parser.parse_args()
    with open_knowledge(given.few, reading=True) as few, open_knowledge(given.many, reading=True) as many:
        jobs: dict[str, Callable[[], None]] = {
            "size": partial(size, given.many),
            "rows": partial(rows, few, given.repeats),
            "view": lambda: ratio("view: many articles, against few", lambda: render(many), lambda: render(few), 1),
            "selective": partial(selective, few, many, given.repeats),
            "replica": partial(replica, given.many, given.repeats),
            "rdflib": partial(against_rdflib, few, given.limit, given.repeats),
        }
        for name, job in jobs.items():
            if any(word in name for word in given.only):
                job()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
