"""How well articles are assigned to negotiations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from .figures import Shares, shares
from .records import FoundHistory, HistoryGold


@dataclass(frozen=True, slots=True)
class Negotiations:
    """The figures of negotiations."""

    assigned: Shares
    """Articles in the right negotiation, one of the store for each of the gold."""
    pairs: Shares
    """Pairs of articles that share one."""
    found: int
    gold: int


def score_negotiations(gold: HistoryGold, found: FoundHistory) -> Negotiations:
    """Return how well articles are assigned to negotiations."""
    wanted = {one.id: one.articles for one in gold.negotiations}
    loose = {one.id: one.optional for one in gold.negotiations}
    articles = {article.id for article in gold.articles}
    held: dict[str, set[str]] = defaultdict(set)
    for article, negotiations in found.negotiations.items():
        if article in articles:
            for negotiation in negotiations:
                held[negotiation].add(article)
    chosen = _one_to_one(held, wanted)
    right = sum(len(held[mine] & wanted[theirs]) for mine, theirs in chosen.items())
    told = sum(len(some - (loose[chosen[mine]] if mine in chosen else set())) for mine, some in held.items())
    real = _pairs(wanted.values())
    free = _pairs(wanted[id] | loose[id] for id in wanted) - real
    mine = _pairs(held.values()) - free
    return Negotiations(
        assigned=shares(right, found=told, gold=sum(map(len, wanted.values()))),
        pairs=shares(len(real & mine), found=len(mine), gold=len(real)),
        found=len(held),
        gold=len(wanted),
    )


def _one_to_one(held: dict[str, set[str]], wanted: dict[str, frozenset[str]]) -> dict[str, str]:
    """Return one negotiation of the gold for each of the store, those with the most articles in common first."""
    shared = [(-len(held[m] & wanted[t]), m, t) for m in held for t in wanted if held[m] & wanted[t]]
    chosen: dict[str, str] = {}
    for _, mine, theirs in sorted(shared):
        if mine not in chosen and theirs not in chosen.values():
            chosen[mine] = theirs
    return chosen


def _pairs(groups: Iterable[Iterable[str]]) -> set[tuple[str, str]]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}
