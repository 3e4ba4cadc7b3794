"""Scores what a store says of a history against its gold."""

from __future__ import annotations

from dataclasses import dataclass

from .identity import Identity, score_identity
from .links import LinkFigures, score_links
from .negotiations import Negotiations, score_negotiations
from .records import SECTIONS, FoundHistory, HistoryGold


@dataclass(frozen=True, slots=True)
class HistoryFigures:
    """How well a history was put together."""

    articles: int
    identity: dict[str, Identity]
    links: dict[str, LinkFigures]
    negotiations: Negotiations


def score_history(gold: HistoryGold, found: FoundHistory) -> HistoryFigures:
    """Return the figures of all that the gold tells of."""
    return HistoryFigures(
        len(gold.articles),
        {section: score_identity(gold, found, section) for section in SECTIONS if gold.clusters[section]},
        score_links(gold, found),
        score_negotiations(gold, found),
    )
