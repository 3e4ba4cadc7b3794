"""Counts and shares over articles: precision, recall and F1 of each category, accuracy of each detail."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .classes import classes
from .details import details
from .scoring import CATEGORIES, Comparison
from .tally import Tally, tally

NEGATIVE = "negative"
"""The split of articles that are about no negotiation."""


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How many details of what was found rightly are right, and of how many."""

    right: int
    of: int

    @property
    def share(self) -> float:
        """The share that is right."""
        return self.right / self.of


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a group of articles."""

    categories: Mapping[str, Tally]
    accuracy: Mapping[str, Accuracy]
    classes: Mapping[str, Tally]
    """Classes that are part of the categories, each by itself."""


def figures_by_group(comparisons: Iterable[Comparison], *, per_article: bool = False) -> dict[str, Figures]:
    """Return the figures of all articles, of each split, and, if wanted, of each article."""
    members: dict[str, list[Comparison]] = {"all": []}
    for comparison in comparisons:
        names = ["all", comparison.article.split, f"article {comparison.article.id}" if per_article else ""]
        for name in filter(None, names):
            members.setdefault(name, []).append(comparison)
    return {name: _figures(some) for name, some in members.items()}


def found_in_negatives(comparisons: Iterable[Comparison]) -> dict[str, dict[str, int]]:
    """Return what was found in each article on no negotiation, as counts: of so few a share would say nothing."""
    return {
        comparison.article.id: {
            "proposals": len(comparison.proposals.found),
            "events": len(comparison.events.found),
            "statements": len(comparison.statements.found),
        }
        for comparison in comparisons
        if comparison.article.split == NEGATIVE
    }


def _figures(comparisons: Iterable[Comparison]) -> Figures:
    tallies: dict[str, Tally] = {}
    of_classes: dict[str, Tally] = {}
    judged: dict[str, list[bool]] = {}
    for comparison in comparisons:
        for name, compared in comparison.categories.items():
            tallies[name] = tallies.get(name, Tally()) + tally(compared)
        for name, counts in classes(comparison).items():
            of_classes[name] = of_classes.get(name, Tally()) + counts
        for detail in details(comparison):
            judged.setdefault(detail.name, []).append(detail.right)
    return Figures(
        {name: tallies[name] for name in CATEGORIES if name in tallies},
        {name: Accuracy(sum(judged[name]), len(judged[name])) for name in sorted(judged)},
        of_classes,
    )
