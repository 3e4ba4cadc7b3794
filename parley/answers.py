"""Printing answers: data on stdout in the form that was asked for, what is said of them on stderr."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING

import click

from .graph.errors import QueryError, UnreadableSource
from .graph.knowledge import SourceEntry
from .queries.ask import ask, shown
from .queries.given import Given
from .tables import PLAIN_WIDTH, heading, table

if TYPE_CHECKING:
    from .graph.knowledge import Knowledge, Results


def print_answer(
    knowledge: Knowledge,
    name: str,
    given: Given,
    *,
    form: str,
    say: Callable[[str], None],
    why: bool = False,
) -> None:
    """Print the answer to the question ``name``, and on stderr what it asks and of what the sources are silent."""
    answer = ask(knowledge, name, why=why, **given)
    say(answer.question.text)
    rows = _print_results(answer.results, form)
    if not rows:
        say(f"no answer in the sources: {answer.question.text}")
    if answer.silence is not None:
        columns = [column for column in answer.silence.columns if column not in ("team", "party")]
        for row in _rows(answer.silence):
            told = ", ".join(f"{heading(column)} {row[column]}" for column in columns if row[column])
            say(f"not stated: {told}")


def print_sparql(knowledge: Knowledge, name: str, given: Given, *, why: bool = False) -> None:
    """Print the SPARQL of the question ``name``, ready to be run elsewhere."""
    click.echo(shown(knowledge, name, why=why, **given), nl=False)


def print_query(knowledge: Knowledge, file: str, form: str, *, hosts: Sequence[str] = ()) -> None:
    """Print what the SPARQL query in ``file`` (``-`` for stdin) gives: rows, yes or no, or a graph as Turtle."""
    results = knowledge.query(_read_query(file), hosts=hosts)
    if results.form == "graph" and form != "table":
        raise QueryError(f"it gives a graph, which {form} cannot hold: leave --format out to have it as Turtle")
    if results.form == "rows" or form != "table":
        _print_results(results, form, whole=True)
    elif results.form == "graph":
        click.echo(results.turtle().rstrip("\n"))
    else:
        click.echo("yes" if results else "no")


def print_sources(knowledge: Knowledge, form: str) -> None:
    """Print one row per source."""
    columns = [field.name for field in fields(SourceEntry)]
    print_rows(columns, [{name: str(getattr(entry, name)) for name in columns} for entry in knowledge.sources()], form)


def print_rows(columns: Sequence[str], rows: Sequence[dict[str, str]], form: str) -> None:
    """Print rows that no query gave."""
    if form == "table":
        click.echo(table(columns, rows, width=_width()), nl=False)
    elif form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        click.echo(_delimited(columns, rows, "," if form == "csv" else "\t"), nl=False)


def _print_results(results: Results, form: str, *, whole: bool = False) -> int:
    if form != "table":
        text = {"json": results.json, "csv": results.csv, "tsv": results.tsv}[form]()
        click.echo(text, nl=not text.endswith("\n"))
        return len(results) if results.columns else 1
    rows = _rows(results)
    click.echo(table(results.columns, rows, width=_width(), whole=whole), nl=False)
    return len(rows)


def _rows(results: Results) -> list[dict[str, str]]:
    return [{name: _plain(row[name]) for name in results.columns} for row in results]


def _plain(value: object) -> str:
    return "" if value is None else str(value)


def _delimited(columns: Sequence[str], rows: Sequence[dict[str, str]], delimiter: str) -> str:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerows([columns, *([row[name] for name in columns] for row in rows)])
    return text.getvalue()


def _read_query(file: str) -> str:
    try:
        with click.open_file(file, encoding="utf-8") as stream:
            return str(stream.read())
    except UnicodeDecodeError as error:
        raise UnreadableSource(file, f"byte {error.start} is not UTF-8") from None
    except OSError as error:
        raise UnreadableSource(file, error.strerror or str(error)) from None


def _width() -> int:
    return max(shutil.get_terminal_size().columns, 40) if sys.stdout.isatty() else PLAIN_WIDTH
