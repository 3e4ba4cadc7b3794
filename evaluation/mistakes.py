"""What was missed, what was found falsely and what is wrong in a detail, each with its sentence and what came near."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .scoring import Comparison
from .describing import described, passage


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake in one article."""

    article: str
    category: str
    kind: str
    item: str
    sentence: str

    def to_json(self) -> dict[str, str]:
        """Return the fields by name."""
        return {"article": self.article, "category": self.category, "error": self.kind, "item": self.item,
                "sentence": self.sentence}

    def to_lines(self) -> list[str]:
        """Return what people read."""
        lines = [f"{self.kind} {self.category}, {self.article}: {self.item}"]
        return [*lines, f"    in: {self.sentence}"] if self.sentence else lines


def mistakes(comparisons: Iterable[Comparison]) -> Iterator[Mistake]:
    """Give the mistakes article by article, category by category."""
    for comparison in comparisons:
        article = comparison.article
        for name, compared in comparison.categories.items():
            for j in compared.missed:
                item = compared.gold[j]
                yield Mistake(article.id, name, "missed", described(item), passage(article.text, item))
            for i in compared.spurious:
                item = compared.found[i]
                yield Mistake(article.id, name, "false", described(item), passage(article.text, item))
