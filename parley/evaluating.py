"""Scoring what is found in articles against their gold, for Python and the command line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .evaluation.evaluation import Evaluation, predict, score
from .evaluation.gold import read_gold
from .evaluation.histories.evaluation import HistoryEvaluation
from .evaluation.histories.exporting import export_history
from .evaluation.histories.gold import holds_history, read_history
from .evaluation.histories.json_export import to_json as history_to_json
from .evaluation.histories.records import FoundHistory, HistoryArticle, HistoryGold
from .evaluation.histories.scoring import score_history
from .evaluation.predictions import read_predictions, to_json
from .evaluation.records import GoldArticle, Predictions
from .extracting import Method, extract, in_words, under
from .graph.errors import EvaluationError, EvaluationFaults, one_line
from .graph.knowledge import open_knowledge
from .graph.records import SourceRecords
from .loaders.documents import Document
from .loaders.llm.settings import Usage
from .output import made_folder, write_files, write_text
from .progress import progress

_HISTORY = "history.json"
"""The file that what was found of a history is written to."""


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
) -> Evaluation | HistoryEvaluation:
    """How well the articles of a folder are read, by the gold beside them; ``print`` shows it as a table.

    ``folder`` holds ``articles/ID.txt`` and ``gold/ID.yaml``, and may hold ``articles/index.tsv`` with columns ``id``
    and ``date``. ``predictions`` is a folder of ``ID.json`` that is scored instead of reading the articles; an article
    without a file counts as empty. ``model`` is the name or path of a spaCy model, ``method`` tells
    who else is to read, ``issues`` is the file of a scheme of your own.

    A folder with ``articles.yaml`` is a history: its articles are read into one graph, in memory, and how they are
    joined and linked there is scored.

    Raises ``EvaluationError`` or ``EvaluationFaults`` when gold or predictions cannot be scored, and
    ``ModelSilent`` when a language model does not answer.
    """
    method = under(method or Method(model=model), issues)
    if holds_history(Path(folder)):
        _refuse(folder, predictions=predictions)
        history = read_history(Path(folder))
        return HistoryEvaluation(score_history(history, _told(history, method)))
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
        if holds_history(Path(folder)):
            _refuse(folder, predictions=predictions, per_article=shown.per_article)
            _print_history(folder, shown, say, write_to=write_to, method=method)
            return True
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


def _refuse(folder: str | Path, *, predictions: str | Path | None, per_article: bool = False) -> None:
    """Raise on options that a history does not take."""
    options = {"--predictions": predictions is not None, "--per-article": per_article}
    if given := [name for name, is_given in options.items() if is_given]:
        why = f"is a history, and its figures are of all its articles together: leave out {' and '.join(given)}"
        raise EvaluationError(Path(folder), "", why)


def _print_history(
    folder: str, shown: Shown, say: Callable[[str], None], *, write_to: str | None, method: Method
) -> None:
    gold = read_history(Path(folder))
    where = None if write_to is None else made_folder(write_to)
    found = _told(gold, method, say=say)
    if where is not None:
        write_files({str(where / _HISTORY): _json(history_to_json(found))})
        say(f"wrote {where / _HISTORY}")
    scored = HistoryEvaluation(score_history(gold, found))
    text = scored.to_text(errors=shown.errors)
    content = scored.to_content(errors=shown.errors)
    write_text(shown.output, _json(content).decode("utf-8") if shown.form == "json" else text)


def _told(gold: HistoryGold, method: Method, *, say: Callable[[str], None] | None = None) -> FoundHistory:
    """What a graph in memory tells that all articles have been read into."""
    with open_knowledge() as knowledge:
        for records in _read(gold.articles, method, say):
            knowledge.add(records)
        return export_history(knowledge)


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
    return {article.id: predict(records) for article, records in zip(gold, _read(gold, method, say), strict=True)}


def _read(
    articles: Sequence[GoldArticle | HistoryArticle], method: Method, say: Callable[[str], None] | None
) -> Iterator[SourceRecords]:
    """Yield what each article says, and tell what a language model has cost; its silence ends it."""
    usage = Usage()
    with progress(articles, "reading", total=len(articles)) as steps:
        for article in steps:
            publisher = article.publisher if isinstance(article, HistoryArticle) else None
            document = Document(
                article.id, article.text, publisher=publisher or None, published=article.published or None
            )
            extracted = extract(document, method)
            if extracted.silence is not None:
                raise extracted.silence
            usage += extracted.usage
            if say is not None:
                for note in extracted.notes(verbose=False):
                    say(f"note: {note}")
            yield extracted.records
    if say and usage.requests:
        say(in_words(usage))


def _text(evaluation: Evaluation, shown: Shown) -> str:
    if shown.form == "json":
        return _json(evaluation.to_content(errors=shown.errors, per_article=shown.per_article)).decode("utf-8")
    return evaluation.to_text(errors=shown.errors, per_article=shown.per_article)


def _json(content: object) -> bytes:
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode()
