"""The commands that decide what is one, and hand decisions on: their options and help."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

import click

from .commands_same import kind_option
from .opening import format_option, opened, reading, say, store_option

if TYPE_CHECKING:
    from .graph.identity.clusters import Verdict
    from .graph.knowledge import Knowledge
    from .graph.reading.candidates import Candidate

_KEYS = {"s": "same", "d": "different", "u": "unsure", "k": "skip", "q": "quit"}


@click.command()
@click.argument("first", required=False)
@click.argument("second", required=False)
@click.argument("verdict", required=False, type=click.Choice(("same", "different", "unsure")))
@click.option("--because", default="", metavar="TEXT", help="The reason.")
@click.option("--undo", is_flag=True, help="Take back what was decided on FIRST and SECOND.")
@click.option("--by", default="", metavar="NAME", help="Who decides.")
@click.option("--on", default="", metavar="DATE", help="On which day, as YYYY-MM-DD.")
@kind_option
@store_option
def decide(
    first: str | None,
    second: str | None,
    verdict: str | None,
    because: str,
    by: str,
    on: str,
    kinds: tuple[str, ...],
    store: str,
    *,
    undo: bool,
) -> None:
    """Decide whether FIRST and SECOND are one; without them, go through what `parley candidates` lists.

    Each answer is written at once: same, different, unsure, skip or quit, and a reason if there is one.

    \b
    Example: parley decide --by "Anna Lind"
    """
    if on:
        check_day(on)
    if first is None:
        if undo or because:
            raise click.UsageError("--undo and --because go with FIRST and SECOND.")
        with opened(store) as knowledge:
            _walk(knowledge, kinds, by, on)
        return
    if second is None or (verdict is None) is not undo:
        raise click.UsageError("give FIRST SECOND and same, different or unsure; or FIRST SECOND --undo.")
    if kinds:
        raise click.UsageError("--kind goes with no FIRST and SECOND.")
    from .deciding import decide_by_name, told_as_two, undo_by_name
    from .sameness import short

    with opened(store) as knowledge:
        if undo:
            pair, told = undo_by_name(knowledge, first, second), "no longer decided"
        else:
            pair = decide_by_name(
                knowledge, first, second, cast("Verdict", verdict), by=by, on=on, because=because
            ).pair
            told = str(verdict)
        say(f"{told}: {short(knowledge, pair[0])} and {short(knowledge, pair[1])}")
        if verdict == "same" and (sources := told_as_two(knowledge, pair[0])):
            say(f"they are two in {', '.join(sources)}: if that is right, take it back with --undo")


@click.command()
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Write them as an SSSOM table (`-` for stdout) that `parley build --decisions` takes.",
)
@store_option
@format_option
@click.pass_context
def decisions(context: click.Context, output: str | None, store: str, form: str) -> None:
    """List what was decided on which nodes are one, or write it to a file that can be read again.

    \b
    Example: parley decisions -o decisions.tsv
    """
    from .answers import print_rows
    from .deciding import DECISION_COLUMNS, decision_rows, written_decisions
    from .output import check_writable, write_text

    if output is not None:
        if context.get_parameter_source("form") is click.core.ParameterSource.COMMANDLINE:
            raise click.UsageError("-o writes an SSSOM table: leave out --format.")
        check_writable(output)
    with reading(store) as knowledge:
        if output is None:
            decided = decision_rows(knowledge)
            print_rows(DECISION_COLUMNS, decided, form)
            if not decided:
                say("nothing was decided on which nodes are one; `parley candidates` lists what may be")
            return
        write_text(output, written_decisions(knowledge))
        if output != "-":
            say(f"wrote {output}: {len(knowledge.decisions())} decisions")


def _walk(knowledge: Knowledge, kinds: tuple[str, ...], by: str, on: str) -> None:
    from .answers import width
    from .candidates import side_by_side
    from .deciding import walk

    def answer(candidate: Candidate, left: int) -> tuple[str, str]:
        say(f"\n{side_by_side(knowledge, candidate, width(), number=left)}")
        given = _asked(f"{', '.join(_KEYS.values())}? ")
        return given, _line("why? ") if given in ("same", "different", "unsure") else ""

    say(f"answered: {walk(knowledge, answer, say, kinds=kinds, by=by, on=on)}")


def _asked(question: str) -> str:
    """Return one of the answers, asked for until it is one; quit at the end of the input."""
    while True:
        line = _line(question, at_end="quit").casefold()
        known = _KEYS.get(line, line)
        if known in _KEYS.values():
            return known
        say(f"type one of {', '.join(_KEYS.values())}, or {', '.join(_KEYS)}")


def _line(question: str, at_end: str = "") -> str:
    click.echo(question, nl=False, err=True)
    line = sys.stdin.readline()
    return line.strip() if line else at_end


def check_day(on: str) -> None:
    """Refuse a day that is none."""
    from .graph.errors import UnwritableValue, one_line
    from .graph.ntriples import moment

    try:
        moment(on)
    except UnwritableValue as error:
        raise click.UsageError(f"--on: {one_line(error)}") from error
