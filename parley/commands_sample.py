"""The command that draws rows for a person to judge and reads the verdicts: its options and its help."""

from __future__ import annotations

import sys
from typing import get_args

import click

from .graph.records import Standing
from .naming import no_question
from .narrowing import listed
from .opening import opened, say, store_option
from .output import check_writable, write_text

_STANDINGS = get_args(Standing)


@click.command()
@click.argument("sheets", nargs=-1, metavar="[SHEET]...")
@click.option("-o", "--output", metavar="FILE", help="Where to write a new sheet (`-` for stdout).")
@click.option(
    "--questions", default="proposals,rounds,posts", show_default=True, metavar="NAMES", callback=listed,
    help="Questions to draw from, in turn.",
)  # fmt: skip
@click.option("--rows", type=click.IntRange(min=1), default=100, show_default=True, metavar="N", help="Rows drawn.")
@click.option("--seed", type=int, default=1, show_default=True, metavar="N", help="Another seed draws other rows.")
@click.option(
    "--per-source", type=click.IntRange(min=1), default=3, show_default=True, metavar="N",
    help="Most rows of one source.",
)  # fmt: skip
@click.option(
    "--standing", "standings", metavar="NAMES", callback=listed,
    help=f"Only rows of these standings: {', '.join(_STANDINGS)}.",
)  # fmt: skip
@store_option
@click.pass_context
def sample(
    context: click.Context,
    sheets: tuple[str, ...],
    output: str | None,
    questions: tuple[str, ...],
    rows: int,
    seed: int,
    per_source: int,
    standings: tuple[str, ...],
    store: str,
) -> None:
    """Draw rows into a sheet for a person to judge, or tell what the verdicts in marked SHEETs say.

    A sheet is CSV. Mark each row in its column `verdict`: right, or what is wrong with it.

    \b
    Example: parley sample -o sheet.csv
    Example: parley sample sheet.csv
    """
    if sheets:
        _tell(context, sheets)
        return
    if output is None:
        raise click.UsageError("Give -o FILE to draw a sheet, or the SHEET that you have marked.")
    _check_names(questions, standings)
    from .evaluation.sheets import to_csv
    from .sampling import check_unmarked
    from .sampling import sample as drawn

    check_writable(output)
    check_unmarked(output)
    with opened(store) as knowledge:
        found = drawn(knowledge, questions, rows=rows, seed=seed, per_source=per_source, standings=standings)
    write_text(output, to_csv(found))
    fewer = "" if len(found) == rows else f": there are no more with at most {per_source} of a source"
    say(f"drew {len(found)} of {rows} rows{fewer}")
    if output != "-":
        say(f"wrote {output}")


def _tell(context: click.Context, sheets: tuple[str, ...]) -> None:
    from .graph.errors import EvaluationFaults, one_line
    from .sampling import judge

    given = [
        parameter.opts[-1]
        for parameter in context.command.params
        if parameter.name not in (None, "sheets")
        and context.get_parameter_source(str(parameter.name)) is click.core.ParameterSource.COMMANDLINE
    ]
    if given:
        raise click.UsageError(f"A SHEET is read, and {given[0]} is for drawing one: leave out one of them.")
    try:
        click.echo(str(judge(*sheets)))
    except EvaluationFaults as faults:
        for fault in faults.faults:
            say(f"parley: {one_line(fault, limit=2000)}")
        sys.exit(1)


def _check_names(questions: tuple[str, ...], standings: tuple[str, ...]) -> None:
    from .queries.catalogue import catalogue
    from .sampling import judgeable

    for name in questions:
        if name not in catalogue():
            raise click.UsageError(no_question(name))
        if not judgeable(name):
            raise click.UsageError(f"`{name}` gives no facts to judge: take other questions.")
    if not questions:
        raise click.UsageError("--questions names none: `parley ask` lists them.")
    for standing in standings:
        if standing not in _STANDINGS:
            raise click.UsageError(f"`{standing}` is no standing: give some of {', '.join(_STANDINGS)}.")
