"""The command that scores what Parley finds: its options and help."""

from __future__ import annotations

import sys

import click

from .output import check_writable


@click.command()
@click.argument("folder", metavar="FOLDER")
@click.option("--errors", is_flag=True, help="List every miss and every false find, with its sentence.")
@click.option("--per-article", is_flag=True, help="Give the figures of each article too.")
@click.option("--predictions", metavar="DIR", help="Score DIR/ID.json instead of reading the articles.")
@click.option("--write-predictions", "write_to", metavar="DIR", help="Write what is found to DIR/ID.json.")
@click.option("--model", metavar="NAME_OR_PATH", help="spaCy model to read the articles with.")
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
) -> None:
    """Score what is found in articles against what a careful reader found in them.

    FOLDER holds articles/ID.txt and gold/ID.yaml, and may hold articles/index.tsv with columns id and date.

    \b
    Example: parley evaluate corpus --errors
    """
    from .evaluating import print_evaluation

    check_writable(output)
    done = print_evaluation(
        folder,
        lambda message: click.echo(message, err=True),
        predictions=predictions,
        write_to=write_to,
        model=model,
        errors=errors,
        per_article=per_article,
        form=form,
        output=output,
    )
    if not done:
        sys.exit(1)
