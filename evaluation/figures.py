"""Counts and shares over articles: precision, recall and F1 of each category, accuracy of each detail."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .scoring import CATEGORIES, Compared, Comparison

NEGATIVE = "negative"
"""The split of articles that are about no negotiation."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one category; the last two are of items that could be matched if one might count for several."""

    right: int = 0
    found: int = 0
    gold: int = 0
    coverable_found: int = 0
    coverable_gold: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 where nothing was found and there is nothing to find."""
        return self._of_found(self.right)

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 1 where there is none."""
        return self._of_gold(self.right)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def precision_covered(self) -> float:
        """Precision where several finds may be one gold item."""
        return self._of_found(self.coverable_found)

    @property
    def recall_covered(self) -> float:
        """Recall where one find, such as a sentence, may be several gold items."""
        return self._of_gold(self.coverable_gold)

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.right + other.right,
            self.found + other.found,
            self.gold + other.gold,
            self.coverable_found + other.coverable_found,
            self.coverable_gold + other.coverable_gold,
        )

    def _of_found(self, count: int) -> float:
        return count / self.found if self.found else float(not self.gold)

    def _of_gold(self, count: int) -> float:
        return count / self.gold if self.gold else 1.0


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How many details of what was matched are right, and of how many."""

    right: int
    of: int

    @property
    def share(self) -> float:
        """The share that is right."""
        return self.right / self.of


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a group of articles."""

    categories: dict[str, Tally]
    accuracy: dict[str, Accuracy]


def groups(comparisons: Iterable[Comparison], *, per_article: bool = False) -> dict[str, Figures]:
    """Return the figures of all articles, of each split, and, if wanted, of each article."""
    members: dict[str, list[Comparison]] = {"all": []}
    for comparison in comparisons:
        names = ["all", comparison.article.split, f"article {comparison.article.id}" if per_article else ""]
        for name in filter(None, names):
            members.setdefault(name, []).append(comparison)
    return {name: _figures(some) for name, some in members.items()}


def negatives(comparisons: Iterable[Comparison]) -> dict[str, dict[str, int]]:
    """Return what was found in articles on no negotiation, as counts: of so few a share would say nothing."""
    return {
        comparison.article.id: {
            name: len(comparison.categories[name].found) for name in ("proposals", "events", "statements")
        }
        for comparison in comparisons
        if comparison.article.split == NEGATIVE
    }


def tally(compared: Compared) -> Tally:
    """Return the counts of one category of one article."""
    found, gold = len(compared.counted_found), len(compared.counted_gold)
    matching = compared.matching
    coverable = min(matching.coverable_found, found), min(matching.coverable_expected, gold)
    return Tally(len(matching.pairs), found, gold, *coverable)


def _figures(comparisons: Iterable[Comparison]) -> Figures:
    tallies: dict[str, Tally] = {}
    judged: dict[str, list[bool]] = {}
    for comparison in comparisons:
        for name, compared in comparison.categories.items():
            tallies[name] = tallies.get(name, Tally()) + tally(compared)
        for detail in comparison.details:
            judged.setdefault(detail.name, []).append(detail.right)
    return Figures(
        {name: tallies[name] for name in CATEGORIES if name in tallies},
        {name: Accuracy(sum(judged[name]), len(judged[name])) for name in sorted(judged)},
    )
