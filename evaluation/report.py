"""An evaluation as a table for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator

from .evaluation import Evaluation
from .figures import Figures, Tally
from .mistakes import Mistake, mistakes

_HEAD = ("category", "right", "found", "gold", "P", "R", "F1", "P*", "R*")


def to_content(evaluation: Evaluation, *, errors: bool = False, per_article: bool = False) -> dict[str, object]:
    """Return what JSON holds: figures by group, finds in articles on no negotiation, and, if wanted, mistakes."""
    content: dict[str, object] = {
        "results": {name: _figures(figures) for name, figures in evaluation.figures(per_article=per_article).items()},
        "negatives": evaluation.negatives(),
    }
    if errors:
        content["errors"] = [mistake.to_json() for mistake in mistakes(evaluation.comparisons)]
    return content


def to_text(evaluation: Evaluation, *, errors: bool = False, per_article: bool = False) -> str:
    """Return the tables that people read."""
    lines: list[str] = []
    for name, figures in evaluation.figures(per_article=per_article).items():
        lines += [*_table(name, figures), ""]
    lines.append("P*, R*: one find may count for several gold items, and the other way round")
    lines.append(f"found in articles on no negotiation: {json.dumps(evaluation.negatives())}")
    if errors:
        for mistake in mistakes(evaluation.comparisons):
            lines += ["", *mistake.to_lines()]
    return "\n".join(lines) + "\n"


def _table(name: str, figures: Figures) -> Iterator[str]:
    yield f"== {name}"
    yield f"{_HEAD[0]:16}" + "".join(f"{head:>7}" for head in _HEAD[1:])
    for category, tally in figures.categories.items():
        counts = "".join(f"{count:7}" for count in (tally.right, tally.found, tally.gold))
        yield f"{category:16}{counts}" + "".join(f"{share:7.3f}" for share in _shares(tally))
    for detail, accuracy in figures.accuracy.items():
        yield f"   {detail:48} {accuracy.share:.3f}  (of {accuracy.of})"


def _shares(tally: Tally) -> tuple[float, ...]:
    return tally.precision, tally.recall, tally.f1, tally.precision_covered, tally.recall_covered


def _figures(figures: Figures) -> dict[str, object]:
    return {
        "categories": {
            name: {
                "tp": tally.right,
                "pred": tally.found,
                "gold": tally.gold,
                **dict(zip(("P", "R", "F1", "P_cov", "R_cov"), _shares(tally), strict=True)),
            }
            for name, tally in figures.categories.items()
        },
        "accuracy": {name: [accuracy.share, accuracy.of] for name, accuracy in figures.accuracy.items()},
    }
