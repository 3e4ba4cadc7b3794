"""Times every shipped question on a few and on many sources, and tells whether any grows worse than linearly.

Run as ``python -m benchmarks.questions`` (``--help`` for the sizes). The sources are renamed copies of the two
made-up ones of the tests. ``apart``: each copy has states of its own; ``shared``: all tell of the same
states, each of which is then one node.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from parley.graph.knowledge import MEMORY, Knowledge, open_knowledge
from parley.graph.records import Agent, SourceRecords
from parley.queries.ask import ask
from parley.queries.catalogue import catalogue
from tests.graph.examples import HARBOURTOWN
from tests.graph.sequel import SEQUEL

RUNS = 5
WORSE_THAN_LINEAR = 2.0
"""A question may cost this much more per source at the large size: the sorting of rows and noise take their part."""
NOISE_SECONDS = 0.005


def renamed(said: SourceRecords, number: int, *, shared: bool) -> SourceRecords:
    """Return a copy of a source under another id, with other names for everybody in it."""
    keys = {} if shared else {
        record.key: f"{record.key}{number}" for record in said.records if isinstance(record, Agent) and record.world
    }  # fmt: skip
    return SourceRecords(
        replace(_mapped(said.source, keys), id=f"{said.source.id}-{number}", title=f"{said.source.title} {number}"),
        tuple(_relabelled(_mapped(record, keys), number, shared=shared) for record in said.records),
    )


def _mapped(value: Any, keys: Mapping[str, str]) -> Any:  # Any: whatever stands in a record
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _mapped(getattr(value, field.name), keys) for field in fields(value)})
    if isinstance(value, tuple):
        return tuple(_mapped(part, keys) for part in value)
    return keys.get(value, value) if isinstance(value, str) else value


def _relabelled(record: Any, number: int, *, shared: bool) -> Any:  # Any: a record of any kind
    if isinstance(record, Agent) and record.world:
        if shared:
            return record
        return replace(record, label=f"{record.label} {number}", aliases=(), surface_forms=(), code="")
    return replace(record, label=f"{record.label} {number}") if hasattr(record, "label") else record


def seconds(knowledge: Knowledge, name: str) -> tuple[float, int]:
    """Return the best time in which a question is answered, rows read, and how many rows there are."""
    best, rows = float("inf"), 0
    for _ in range(RUNS):
        start = time.perf_counter()
        rows = ask(knowledge, name).results.json().count('"quote":{')
        best = min(best, time.perf_counter() - start)
    return best, rows


def timed(size: int, *, shared: bool, memory: bool) -> dict[str, tuple[float, int]]:
    """Return time and rows of every question on so many copies of both sources, on disk or in memory."""
    with tempfile.TemporaryDirectory() as folder:
        where = MEMORY if memory else str(Path(folder) / "store")
        with open_knowledge(where) as knowledge:
            for number in range(size):
                for said in (HARBOURTOWN, SEQUEL):
                    knowledge.add(renamed(said, number, shared=shared))
            return {name: seconds(knowledge, name) for name in catalogue()}


def main() -> int:
    """Print one row per question; return 1 when a question grows worse than linearly."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--few", type=int, default=50)
    parser.add_argument("--many", type=int, default=200)
    parser.add_argument("--memory", action="store_true", help="keep the graph in memory instead of on disk")
    sizes = parser.parse_args()
    slow = []
    for shared in (False, True):
        few, many = (timed(size, shared=shared, memory=sizes.memory) for size in (sizes.few, sizes.many))
        print(f"{'shared' if shared else 'apart':16} {sizes.few:>8} {sizes.many:>8} sources   growth      rows")
        for name in catalogue():
            (before, fewer), (after, rows) = few[name], many[name]
            growth = after / before / (sizes.many / sizes.few)
            grown = rows / max(fewer, 1) / (sizes.many / sizes.few)
            if growth > WORSE_THAN_LINEAR * max(grown, 1) and after > NOISE_SECONDS:
                slow.append(name)
            print(f"{name:16} {before * 1000:8.1f} {after * 1000:8.1f} ms        {growth:6.2f}  {rows:8}")
    print(f"worse than linear: {', '.join(slow) or 'none'}")
    return bool(slow)


if __name__ == "__main__":
    raise SystemExit(main())
