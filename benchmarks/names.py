"""Scores the matching of names on labelled pairs, beside token-set in the same run, and times it among many.

``python -m benchmarks.names --many 10000 100000`` looks so many made-up names up among so many others.
``python -m benchmarks.names PAIRS.csv`` takes a table with name1, name2, is_match and schema, of which the rows on
people count. The threshold of token-set is fixed on the odd ones, as that of ours was, which is shipped; figures are of
the even ones, or with ``--odd`` of the odd ones.
"""

from __future__ import annotations

import argparse
import csv
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any, TypeAlias

from anyascii import anyascii
from rapidfuzz import fuzz

from benchmarks.datasets import names
from parley.graph.matching.person_names import SAME, name_similarity
from parley.graph.reading.reconciling import Pool, Wanted

Pair: TypeAlias = tuple[str, str, bool]


def pairs_in(path: Path) -> list[Pair]:
    """The labelled pairs of people, in their order."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["schema"] == "Person"]
    return [(row["name1"], row["name2"], row["is_match"] == "true") for row in rows]


def token_set(one: str, other: str) -> float:
    """What many use: the words that two names have in common, in Latin letters."""
    return fuzz.token_set_ratio(anyascii(one).lower(), anyascii(other).lower()) / 100


def scores(pairs: Sequence[Pair], alike: Callable[[str, str], float], least: float) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    told = [(alike(one, other) >= least, same) for one, other, same in pairs]
    right = sum(said and same for said, same in told)
    precision = right / max(1, sum(said for said, _ in told))
    recall = right / max(1, sum(same for _, same in told))
    return precision, recall, 2 * right / max(1, sum(said + same for said, same in told))


def time_matching(few: int, many: int) -> None:
    """Print how long it takes to look up names among others."""
    known = names(many, 2)

    def query(sparql: str) -> Iterator[dict[str, Any]]:  # Any: what a row of an answer holds
        for number, name in enumerate(known):
            yield {"node": str(number), "name": name, "label": name, "born": None, "side": None, "code": None}

    begun = time.process_time()
    pool = Pool(SimpleNamespace(query=query))  # type: ignore[arg-type]  # it only asks
    ready = time.process_time()
    for name in names(few, 3):
        pool.offers(Wanted(name))
    took = time.process_time() - ready
    print(f"{few:,} names looked up among {many:,} in {took:.0f} s, after {ready - begun:.1f} s to get ready")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("pairs", type=Path, nargs="?")
    parser.add_argument("--many", type=int, nargs=2, metavar=("FEW", "MANY"), help="time so many names among so many")
    parser.add_argument("--odd", action="store_true", help="score the rows on which thresholds are fixed")
    given = parser.parse_args()
    if given.many:
        time_matching(*given.many)
    if given.pairs is None:
        return
    pairs = pairs_in(given.pairs)
    odd, even = pairs[0::2], pairs[1::2]
    least = max((one / 100 for one in range(50, 101)), key=lambda one: scores(odd, token_set, one)[2])
    scored = odd if given.odd else even
    print(f"{len(scored)} pairs, {sum(same for _, _, same in scored)} of them one person")
    for name, alike, threshold in (("names", name_similarity, SAME), ("token-set", token_set, least)):
        precision, recall, f1 = scores(scored, alike, threshold)
        print(f"{name:<10} from {threshold:.2f}: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")


if __name__ == "__main__":
    main()
