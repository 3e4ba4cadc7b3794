"""The command that scores what Parley finds: its options and its help."""

from __future__ import annotations

import sys
from typing import Any

import click

from .choosing import chosen, reader_options
from .output import check_writable


@click.command()
@click.argument("folder", metavar="GOLD_DIR")
@click.option("--errors", is_flag=True, help="List every miss, false find and wrong detail, each with its sentence.")
@click.option("--per-article", is_flag=True, help="Give the figures of each article too.")
@click.option("--predictions", metavar="DIR", help="Score DIR/ID.json instead of reading the articles.")
@click.option(
    "--write-predictions",
    "write_to",
    metavar="DIR",
    help="Write what is found to DIR/ID.json, of a history to DIR/history.json.",
)
@click.option("--model", metavar="NAME_OR_PATH", help="spaCy model to read the articles with.")
@reader_options
@click.option(
    "--format", "form", type=click.Choice(("table", "json")), default="table", show_default=True,
    help="How the figures are written.",
)  # fmt: skip
@click.option("-o", "--output", default="-", metavar="FILE", help="Where to write them [default: stdout].")
def evaluate(
    folder: str,
    errors: bool,
    per_article: bool,
    predictions: str | None,
    write_to: str | None,
    model: str | None,
    form: str,
    output: str,
    **reader: Any,  # Any: what chosen takes
) -> None:
    """Score what is found in articles against what a careful reader found in them.

    GOLD_DIR holds articles/ID.txt and gold/ID.yaml, and may hold articles/index.tsv with columns id and date. With
    articles.yaml it is a history: how its articles are joined and linked in one graph is scored.

    \b
    Example: parley evaluate corpus --errors
    """
    if predictions is not None and (model or write_to or reader["extractor"] != "rules"):
        raise click.UsageError(
            "--predictions reads no article: leave out --model, --extractor and --write-predictions."
        )
    method = chosen(model, **reader)
    from .evaluating import Shown, print_evaluation

    check_writable(output)
    shown = Shown(form, errors, per_article, output)
    if not print_evaluation(folder, shown, _say, predictions=predictions, write_to=write_to, method=method):
        sys.exit(1)
    if output != "-":
        _say(f"wrote {output}")


def _say(message: str) -> None:
    click.echo(message, err=True)
