"""The command that looks the names of a table up in the graph, and takes choices back: its options and help."""

from __future__ import annotations

import sys
from typing import cast

import click

from .commands_decide import check_day
from .opening import opened, reading, say, store_option
from .output import check_writable, written


@click.command()
@click.argument("file", metavar="FILE")
@click.option("--column", required=True, metavar="NAME", help="The column with the names.")
@click.option("--born", default="", metavar="NAME", help="The column with days of birth.")
@click.option("--state", default="", metavar="NAME", help="The column with states.")
@click.option(
    "--kind", type=click.Choice(("person", "organisation")), default="person", show_default=True,
    help="Whom to look for.",
)  # fmt: skip
@click.option("--most", type=click.IntRange(1, 20), default=3, show_default=True, metavar="N", help="Matches in a row.")
@click.option("-o", "--output", metavar="FILE", help="Where to write the table [default: stdout].")
@click.option("--take", is_flag=True, help="Take what is chosen in FILE as decisions.")
@click.option("--id", "source_id", default="", metavar="ID", help="With --take: name of the source.")
@click.option("--by", default="", metavar="NAME", help="With --take: who decides.")
@click.option("--on", default="", metavar="DATE", help="With --take: on which day, as YYYY-MM-DD.")
@store_option
def reconcile(
    file: str,
    column: str,
    born: str,
    state: str,
    kind: str,
    most: int,
    output: str | None,
    source_id: str,
    by: str,
    on: str,
    store: str,
    *,
    take: bool,
) -> None:
    """Look the names in a column of the table FILE up in the graph.

    Whom each may mean is added as columns, with scores and reasons. In the last one, choice, write the number of a
    match, an IRI or none; --take makes decisions of that.

    \b
    Example: parley reconcile people.csv --column name -o found.csv
    """
    from .graph.reading.reconciling import Kind
    from .reconciling import Asked, reconciled, take_choices

    asked = Asked(file, column, born, state, cast(Kind, kind))
    if take:
        if output is not None:
            raise click.UsageError("--take writes no table: leave out --output.")
        if on:
            check_day(on)
        with opened(store) as knowledge:
            told = list(take_choices(knowledge, asked, source_id=source_id, by=by, on=on))
        for line in told:
            say(line)
        if any(line.startswith("parley: ") for line in told):
            sys.exit(1)
        return
    if source_id or by or on:
        raise click.UsageError("--id, --by and --on go with --take.")
    check_writable(output or "-")
    with reading(store) as knowledge:
        table, rows, offered = reconciled(knowledge, asked, most=most)
    with written(output or "-") as out:
        out.write(table)
    say(f"{offered} of {rows} rows have a match{f'; wrote {output}' if output else ''}")
