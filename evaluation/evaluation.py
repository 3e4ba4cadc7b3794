"""Scores what is found in a folder's articles against its gold: the way from one to the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ..graph.knowledge import open_knowledge
from ..graph.records import SourceRecords
from .asking import ask_for_predictions
from .figures import Figures, figures_by_group, found_in_negatives
from .mistakes import Mistake, mistakes
from .records import GoldArticle, Predictions
from .report import to_content, to_text
from .scoring import Comparison, compare


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How well articles were read."""

    comparisons: tuple[Comparison, ...]

    def figures(self, *, per_article: bool = False) -> dict[str, Figures]:
        """Return the figures of all articles, of each split, and, if wanted, of each article."""
        return figures_by_group(self.comparisons, per_article=per_article)

    def negatives(self) -> dict[str, dict[str, int]]:
        """Return what was found in articles on no negotiation, as counts."""
        return found_in_negatives(self.comparisons)

    def mistakes(self) -> list[Mistake]:
        """Return every miss, every false find and every wrong detail, article by article."""
        return list(mistakes(self.comparisons))

    def to_text(self, *, errors: bool = False, per_article: bool = False) -> str:
        """Return the tables that ``parley evaluate`` prints."""
        return to_text(self.figures(per_article=per_article), self.negatives(), self.mistakes() if errors else ())

    def to_content(self, *, errors: bool = False, per_article: bool = False) -> dict[str, object]:
        """Return what ``parley evaluate --format json`` prints."""
        figures = self.figures(per_article=per_article)
        return to_content(figures, self.negatives(), self.mistakes() if errors else None)

    def __str__(self) -> str:
        """The tables that ``parley evaluate`` prints."""
        return self.to_text()


def predict(records: SourceRecords) -> Predictions:
    """Return what is found in an article, in a graph of its own."""
    with open_knowledge() as knowledge:
        knowledge.add(records)
        return ask_for_predictions(knowledge)


def score(gold: Iterable[GoldArticle], predictions: Mapping[str, Predictions]) -> Evaluation:
    """Return the scores of predictions by the ids of their articles; an article without any counts as empty.

    Participations and past actions count when somebody looked for them in one article at least.
    """
    in_all = replace(
        Predictions(),
        participations=_nothing_if_asked(p.participations for p in predictions.values()),
        past_actions=_nothing_if_asked(p.past_actions for p in predictions.values()),
    )
    return Evaluation(tuple(compare(article, _filled(predictions.get(article.id), in_all)) for article in gold))


def _nothing_if_asked(found: Iterable[object]) -> tuple[()] | None:
    return () if any(items is not None for items in found) else None


def _filled(found: Predictions | None, in_all: Predictions) -> Predictions:
    if found is None:
        return in_all
    return replace(
        found,
        participations=in_all.participations if found.participations is None else found.participations,
        past_actions=in_all.past_actions if found.past_actions is None else found.past_actions,
    )
