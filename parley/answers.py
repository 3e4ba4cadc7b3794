"""Printing answers: data on stdout in the form that was asked for, what is said of them on stderr."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any, Final

import click
from rdflib import URIRef
from rdflib.term import Node

from .flat import delimited, json_lines
from .graph.errors import QueryError, UnreadableSource
from .graph.knowledge import SourceEntry
from .graph.reading.curies import shortened
from .graph.reading.unmatched import doubts, is_nothing, why_nothing
from .narrowing import remarks
from .queries.ask import ask, shown
from .queries.flat import Flat, flat_rows
from .queries.given import Given
from .queries.listing import columns, negotiations
from .tables import PLAIN_WIDTH, heading, table

if TYPE_CHECKING:
    from .graph.knowledge import Apart, Knowledge, Results

_SOURCE_COLUMNS: Final = ("id", "published", "publisher", "statements", "title", "origin", "extractor")
"""What a list of sources begins with is short."""


def print_answer(
    knowledge: Knowledge,
    name: str,
    given: Given,
    *,
    form: str,
    say: Callable[[str], None],
    why: bool = False,
    apart: Apart | None = None,
) -> None:
    """Print the answer to the question ``name``, and on stderr what it asks and of what the sources are silent."""
    flat = form in ("jsonl", "csv")
    answer = ask(knowledge, name, why=why, flat=flat, apart=apart, **given)
    say(answer.question.text)
    for remark in remarks(knowledge, given):
        say(remark)
    if flat:
        rows = _print_flat(answer.results.columns, flat_rows(answer.results, answer.question), form)
    else:
        rows = _print_results(answer.results, form)
    if not rows:
        say(f"no answer in the sources: {answer.question.text}")
    if answer.untold:
        say(answer.untold)
    if answer.silence is not None:
        columns = [column for column in answer.silence.columns if column not in ("team", "party")]
        for row in _rows(answer.silence, {}):
            told = ", ".join(f"{heading(column)} {row[column]}" for column in columns if row[column])
            say(f"not stated: {told}")


def print_sparql(knowledge: Knowledge, name: str, given: Given, *, why: bool = False) -> None:
    """Print the SPARQL of the question ``name``, ready to be run elsewhere."""
    click.echo(shown(knowledge, name, why=why, **given), nl=False)


def print_query(
    knowledge: Knowledge,
    file: str,
    form: str,
    *,
    say: Callable[[str], None],
    hosts: Sequence[str] = (),
    apart: Apart | None = None,
) -> None:
    """Print what the SPARQL query in ``file`` (``-`` for stdin) gives: rows, yes or no, or a graph as Turtle.

    Where it gives nothing, ``say`` is told so, and what is wrong with its names.
    """
    sparql = _read_query(file)
    results = knowledge.query(sparql, hosts=hosts, apart=apart)
    if results.form == "graph" and form != "table":
        raise QueryError(f"it gives a graph, which {form} cannot hold: leave --format out to have it as Turtle")
    if results.form == "rows":
        found, of = _print_results(results, form, prefixes=knowledge.prefixes), "rows"
    elif form != "table":
        found, of = _print_results(results, form), "rows"
    elif results.form == "graph":
        turtle = results.turtle().rstrip("\n")
        click.echo(turtle, nl=bool(turtle))
        found, of = len(turtle), "triples"
    else:
        found, of = int(bool(results)), ""
        click.echo("yes" if found else "no")
    is_empty = not found or (results.form == "rows" and is_nothing(results.texts()))
    remarks = (why_nothing if is_empty else doubts)(knowledge, sparql)
    nothing = [f"0 {of}"] if of and not found else []
    if nothing or remarks:
        say("; ".join([*nothing, *remarks]))


def print_sources(knowledge: Knowledge, form: str) -> None:
    """Print one row per source."""
    columns, entries = [field.name for field in fields(SourceEntry)], [asdict(entry) for entry in knowledge.sources()]
    if form == "table":
        rows = [{name: str(entry[name]) for name in _SOURCE_COLUMNS} for entry in entries]
        click.echo(table(_SOURCE_COLUMNS, rows, width=None), nl=False)
    else:
        print_rows(columns, entries, form)


def print_negotiations(knowledge: Knowledge, given: Given, form: str) -> None:
    """Print one row per negotiation."""
    print_rows(columns(), negotiation_rows(knowledge, given, lists=form in ("csv", "jsonl")), form)


def negotiation_rows(knowledge: Knowledge, given: Given, *, lists: bool = False) -> list[dict[str, object]]:
    """Return a row per negotiation with every cell; several values are joined by commas unless ``lists`` are wanted."""
    rows = ({name: row.get(name, "") for name in columns()} for row in negotiations(knowledge, **given))
    return [
        {
            name: ", ".join(map(str, told)) if isinstance(told, list) and not lists else told
            for name, told in row.items()
        }
        for row in rows
    ]


def print_rows(columns: Sequence[str], rows: Sequence[Mapping[str, Any]], form: str) -> None:
    """Print rows that no query gave; the values are texts or numbers."""
    if form == "table":
        texts = [{name: str(value) for name, value in row.items()} for row in rows]
        click.echo(table(columns, texts, width=width()), nl=False)
    elif form == "json":
        texts = [{name: str(value) for name, value in row.items()} for row in rows]
        click.echo(json.dumps(texts, ensure_ascii=False, indent=2))
    elif form == "jsonl":
        click.echo(json_lines({name: value for name, value in row.items() if value != ""} for row in rows), nl=False)
    else:
        click.echo(delimited(columns, rows, "," if form == "csv" else "\t"), nl=False)


def _print_flat(columns: Sequence[str], rows: Iterable[Flat], form: str) -> int:
    told = list(rows)
    click.echo(json_lines(told) if form == "jsonl" else delimited(columns, told), nl=False)
    return len(told)


def _print_results(results: Results, form: str, *, prefixes: Mapping[str, str] | None = None) -> int:
    """Print rows, and return how many they are; with ``prefixes`` all columns are shown, IRIs in their short form."""
    if form == "jsonl" and results.form == "rows":
        return _print_flat(results.columns, flat_rows(results), form)
    if form == "jsonl":
        click.echo(json_lines([{"boolean": bool(results)}]), nl=False)
        return 1
    if form != "table":
        text = {"json": results.json, "csv": results.csv, "tsv": results.tsv}[form]()
        click.echo(text, nl=not text.endswith("\n"))
        return len(results) if results.columns else 1
    rows = _rows(results, prefixes or {})
    click.echo(table(results.columns, rows, width=width(), whole=prefixes is not None), nl=False)
    return len(rows)


def _rows(results: Results, prefixes: Mapping[str, str]) -> list[dict[str, str]]:
    return [{name: _plain(row[name], prefixes) for name in results.columns} for row in results]


def _plain(value: Node | None, prefixes: Mapping[str, str]) -> str:
    if isinstance(value, URIRef):
        return shortened(value, prefixes)
    return "" if value is None else str(value)


def _read_query(file: str) -> str:
    try:
        with click.open_file(file, encoding="utf-8") as stream:
            return str(stream.read())
    except UnicodeDecodeError as error:
        raise UnreadableSource(file, f"byte {error.start} is not UTF-8") from None
    except OSError as error:
        raise UnreadableSource(file, error.strerror or str(error)) from None


def width() -> int:
    """Return how wide rows are printed: as wide as the terminal is, or always the same off one."""
    return max(shutil.get_terminal_size().columns, 40) if sys.stdout.isatty() else PLAIN_WIDTH
