"""An evaluation of a history, as it is handed to Python and printed."""

from __future__ import annotations

from dataclasses import dataclass

from .report import history_content, history_text
from .scoring import HistoryFigures


@dataclass(frozen=True, slots=True)
class HistoryEvaluation:
    """How well a history was put together from its articles."""

    figures: HistoryFigures

    def to_text(self, *, errors: bool = False) -> str:
        """Return the tables that ``parley evaluate`` prints."""
        return history_text(self.figures, details=errors)

    def to_content(self, *, errors: bool = False) -> dict[str, object]:
        """Return what ``parley evaluate --format json`` prints."""
        return history_content(self.figures, details=errors)

    def __str__(self) -> str:
        """The tables that ``parley evaluate`` prints."""
        return self.to_text()
