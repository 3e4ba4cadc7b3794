"""Precision, recall and F1 of counts, where there is anything to count."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shares:
    """What part of what was found is right, and what part of what is there was found; None of nothing."""

    precision: float | None
    recall: float | None
    gold: int

    @property
    def f1(self) -> float | None:
        """Their harmonic mean; None where the gold holds nothing and nothing was found rightly."""
        if self.precision and self.recall:
            return 2 * self.precision * self.recall / (self.precision + self.recall)
        return 0.0 if self.gold else None

    def to_json(self) -> dict[str, float | None]:
        """Return the three as an object."""
        return {"p": self.precision, "r": self.recall, "f1": self.f1}


def share(part: int, of: int) -> float | None:
    """Return a part of a whole; None of nothing."""
    return part / of if of else None


def shares(right: int, *, found: int, gold: int) -> Shares:
    """Return the shares of what was found and of what is there."""
    return Shares(share(right, found), share(right, gold), gold)
