"""Scoring what is found in articles against their gold, for Python and the command line."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .evaluation.evaluation import Evaluation, predict, score
from .evaluation.gold import read_gold
from .evaluation.predictions import read_predictions, to_json
from .evaluation.records import GoldArticle, Predictions
from .extracting import Method, extract, in_words, under
from .graph.errors import EvaluationFaults, one_line
from .loaders.documents import Document
from .loaders.llm.settings import Usage
from .output import made_folder, write_files, write_text
from .progress import progress


@dataclass(frozen=True, slots=True)
class Shown:
    """How an evaluation is written, and where."""

    form: str = "table"
    errors: bool = False
    per_article: bool = False
    output: str = "-"


def evaluate(
    folder: str | Path,
    *,
    predictions: str | Path | None = None,
    model: str | None = None,
    method: Method | None = None,
    issues: str | Path | None = None,
) -> Evaluation:
    """How well the articles of a folder are read, by the gold beside them; ``print`` shows it as a table.

    ``folder`` holds ``articles/ID.txt`` and ``gold/ID.yaml``, and may hold ``articles/index.tsv`` with columns ``id``
    and ``date``. ``predictions`` is a folder of ``ID.json`` that is scored instead of reading the articles; an article
    without a file counts as empty. ``model`` is the name or path of a spaCy model, ``method`` tells
    who else is to read, ``issues`` is the file of a scheme of your own.

    Raises ``EvaluationError`` or ``EvaluationFaults`` when gold or predictions cannot be scored, and
    ``ModelSilent`` when a language model does not answer.
    """
    method = under(method or Method(model=model), issues)
    gold = _gold(folder, method)
    return score(gold, _found(gold, method, predictions=predictions))


def print_evaluation(
    folder: str,
    shown: Shown,
    say: Callable[[str], None],
    *,
    predictions: str | None = None,
    write_to: str | None = None,
    method: Method,
) -> bool:
    """Print how well the articles of a folder are read, and return true; where its files have faults, tell each.

    With ``write_to``, what was found is written to that folder. What a language model has cost is told.
    """
    try:
        gold = _gold(folder, method)
        where = None if write_to is None else made_folder(write_to)
        found = _found(gold, method, predictions=predictions, say=say)
    except EvaluationFaults as faults:
        for fault in faults.faults:
            say(f"parley: {one_line(fault, limit=2000)}")
        return False
    for article in gold:
        if article.id not in found:
            say(f"no predictions for {article.id}: counted as empty")
    if where is not None:
        write_files({str(where / f"{id}.json"): _json(to_json(some)) for id, some in found.items()})
        say(f"wrote {len(found)} files to {where}")
    write_text(shown.output, _text(score(gold, found), shown))
    return True


def _gold(folder: str | Path, method: Method) -> list[GoldArticle]:
    """The articles with their gold, whose issues are those of the scheme that they are read under."""
    if method.issues is None:
        return read_gold(Path(folder))
    return read_gold(Path(folder), issues=[issue.id for issue in method.issues.scheme.issues])


def _found(
    gold: Sequence[GoldArticle],
    method: Method,
    *,
    predictions: str | Path | None,
    say: Callable[[str], None] | None = None,
) -> dict[str, Predictions]:
    """What is found in each article; a language model that is silent ends it, for the figures would not be its own."""
    if predictions is not None:
        return read_predictions(Path(predictions), [article.id for article in gold])
    found, usage = {}, Usage()
    with progress(gold, "reading", total=len(gold)) as steps:
        for article in steps:
            extracted = extract(Document(article.id, article.text, published=article.published), method)
            if extracted.silence is not None:
                raise extracted.silence
            usage += extracted.usage
            if say is not None:
                for note in extracted.notes(verbose=False):
                    say(f"note: {note}")
            found[article.id] = predict(extracted.records)
    if say and usage.requests:
        say(in_words(usage))
    return found


def _text(evaluation: Evaluation, shown: Shown) -> str:
    if shown.form == "json":
        return _json(evaluation.to_content(errors=shown.errors, per_article=shown.per_article)).decode("utf-8")
    return evaluation.to_text(errors=shown.errors, per_article=shown.per_article)


def _json(content: object) -> bytes:
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode()
