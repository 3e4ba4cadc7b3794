"""Scoring articles against their gold for the command line: reads, shows how far it is, prints what came out."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from .evaluation.evaluation import Evaluation, predict, score
from .evaluation.gold import read_gold
from .evaluation.predictions import read_predictions, to_json
from .evaluation.records import GoldArticle, Predictions
from .evaluation.report import to_content, to_text
from .graph.errors import EvaluationFaults, one_line
from .output import write_text
from .progress import progress


def evaluate_folder(
    folder: Path, *, predictions: Path | None = None, model: str | None = None, write_to: Path | None = None
) -> tuple[Evaluation, list[str]]:
    """Return the scores of a folder of gold and what is to be told of them."""
    gold = read_gold(folder)
    found = _extracted(gold, model) if predictions is None else read_predictions(predictions, [g.id for g in gold])
    told = [f"no predictions for {article.id}: counted as empty" for article in gold if article.id not in found]
    if write_to is not None:
        _write(write_to, found)
        told.append(f"wrote the predictions of {len(found)} articles to {write_to}")
    return score(gold, found), told


def _extracted(gold: Sequence[GoldArticle], model: str | None) -> dict[str, Predictions]:
    with progress(gold, "reading", total=len(gold)) as steps:
        return {article.id: predict(article, model=model) for article in steps}


def _write(folder: Path, predictions: dict[str, Predictions]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for id, found in predictions.items():
        text = json.dumps(to_json(found), ensure_ascii=False, indent=1)
        (folder / f"{id}.json").write_text(f"{text}\n", encoding="utf-8")


def print_evaluation(
    folder: str,
    say: Callable[[str], None],
    *,
    predictions: str | None,
    write_to: str | None,
    model: str | None,
    errors: bool,
    per_article: bool,
    form: str,
    output: str,
) -> bool:
    """Print the scores; tell each fault of the gold or the predictions and return false when there are any."""
    try:
        evaluation, told = evaluate_folder(
            Path(folder),
            predictions=None if predictions is None else Path(predictions),
            model=model,
            write_to=None if write_to is None else Path(write_to),
        )
    except EvaluationFaults as faults:
        for fault in faults.faults:
            say(f"parley: {one_line(fault, limit=2000)}")
        return False
    for line in told:
        say(line)
    if form == "json":
        content = to_content(evaluation, errors=errors, per_article=per_article)
        text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    else:
        text = to_text(evaluation, errors=errors, per_article=per_article)
    write_text(output, text)
    return True
