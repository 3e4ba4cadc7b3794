"""Counts of what was right, found and to be found, and the shares that follow from them."""

from __future__ import annotations

from dataclasses import dataclass

from .scoring import Compared


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts; the last two are of items that could be matched if one might count for several."""

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
        """The harmonic mean of precision and recall.

        >>> Tally(right=3, found=4, gold=6).f1
        0.6
        """
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


def tally(compared: Compared[object, object]) -> Tally:
    """Return the counts of one category of one article."""
    found, gold = len(compared.counted_found), len(compared.counted_gold)
    matching = compared.matching
    coverable = min(matching.coverable_found, found), min(matching.coverable_expected, gold)
    return Tally(len(matching.pairs), found, gold, *coverable)
