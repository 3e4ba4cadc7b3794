"""What was missed, what was found falsely and what is wrong in a detail, each with its sentence and what came near."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Literal

from .describing import description, words_of
from .details import ISSUES, STRICT_KIND, details
from .nearness import Nearest, nearest_found, nearest_gold
from .records import Person
from .scoring import Comparison
from .sentences import sentence_with


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake in one article."""

    article: str
    category: str
    kind: Literal["missed", "false", "wrong"]
    """Missed from the gold, found though the gold does not hold it, or found with a wrong detail."""
    item: str
    sentence: str
    """The sentence in which it stands; empty where that is not known."""
    near: str = ""
    """What of the other side comes near."""
    why: str = ""
    """What tells the two apart; for a wrong detail, what is wrong."""

    def to_json(self) -> dict[str, str]:
        """Return the fields by name."""
        return asdict(self)


def mistakes(comparisons: Iterable[Comparison]) -> Iterator[Mistake]:
    """Give the mistakes article by article, category by category.

    A proposal of another kind is one only where the gold does not accept that kind, one on other issues only where none
    is right.
    """
    for comparison in comparisons:
        for name, compared in comparison.categories.items():
            for j in compared.missed:
                yield _mistake(comparison, name, "missed", compared.gold[j], nearest_found(comparison, compared, j))
            for i in compared.spurious:
                yield _mistake(comparison, name, "false", compared.found[i], nearest_gold(comparison, compared, i))
        yield from _wrong(comparison)


def _mistake(
    comparison: Comparison, category: str, kind: Literal["missed", "false"], item: object, nearest: Nearest | None
) -> Mistake:
    return Mistake(
        article=comparison.article.id,
        category=category,
        kind=kind,
        item=description(item),
        sentence=_sentence(comparison.article.text, item),
        near="" if nearest is None else description(nearest.item),
        why="" if nearest is None else nearest.why,
    )


def _wrong(comparison: Comparison) -> Iterator[Mistake]:
    for detail in details(comparison):
        if not detail.right and detail.name not in (STRICT_KIND, ISSUES):
            compared = comparison.categories[detail.category]
            found, gold = compared.found[detail.pair[0]], compared.gold[detail.pair[1]]
            yield Mistake(
                article=comparison.article.id,
                category=detail.category,
                kind="wrong",
                item=description(gold),
                sentence=_sentence(comparison.article.text, gold),
                near=description(found),
                why=f"{detail.name}: {detail.found or 'nothing'} instead of {detail.gold}",
            )


def _sentence(text: str, item: object) -> str:
    """The sentence with the item's words, or with the person's name where it tells no words."""
    words = words_of(item)
    if not words and isinstance(item, tuple) and isinstance(item[0], Person):
        words = item[0].name
    return sentence_with(text, words)
