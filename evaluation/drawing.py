"""Drawing rows for a person to judge: at random by a seed, and yet the same ones from the same store.

What is drawn hangs on the rows themselves, never on their order, so it is the same however the store was built.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..graph.identifiers import digest


@dataclass(frozen=True, slots=True)
class Candidate:
    """One row of a question's answer, as one source has it."""

    question: str
    source: str
    fact: str
    cells: Mapping[str, str]


def draw(
    candidates: Iterable[Candidate], questions: Sequence[str], *, rows: int, per_source: int, seed: int
) -> list[Candidate]:
    """Return at most ``rows`` candidates, the questions in turn; a fact of a source comes once for a question.

    Whatever the list is cut to, its beginning is a fair draw too: its order is by chance.
    """
    piles = {name: _pile(candidates, name, seed) for name in questions}
    drawn: list[Candidate] = []
    taken: Counter[str] = Counter()
    while len(drawn) < rows and any(piles.values()):
        for name in questions:
            while piles[name] and len(drawn) < rows:
                one = piles[name].pop()
                if taken[one.source] < per_source:
                    taken[one.source] += 1
                    drawn.append(one)
                    break
    return drawn


def _pile(candidates: Iterable[Candidate], question: str, seed: int) -> list[Candidate]:
    """The facts of a question in an order by chance, the first one last."""
    by_fact: dict[tuple[str, str], list[Candidate]] = {}
    for one in candidates:
        if one.question == question:
            by_fact.setdefault((one.source, one.fact), []).append(one)
    chosen = [min(told, key=lambda one: _telling(one, seed)) for told in by_fact.values()]
    return sorted(chosen, key=lambda one: _chance(seed, question, one.source, one.fact), reverse=True)


def _telling(one: Candidate, seed: int) -> tuple[bool, str]:
    """Of several statements of one fact, those of a part of it come last."""
    return bool(one.cells.get("aspect")), _chance(seed, *(f"{name} {one.cells[name]}" for name in sorted(one.cells)))


def _chance(seed: int, *words: str) -> str:
    return digest("\n".join((str(seed), *words)), length=64)
