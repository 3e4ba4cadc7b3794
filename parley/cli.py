"""The command line: reads arguments, opens the store, prints. Data goes to stdout, talk to stderr.

Heavy libraries are imported inside the command that needs them, so that help and completion answer at once.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Unpack

import click
from click.core import ParameterSource

from . import __version__
from .commands_build import build
from .commands_decide import decide, decisions
from .commands_evaluate import evaluate
from .commands_history import COMMANDS as HISTORIES
from .commands_map import map_table
from .commands_negotiations import negotiations
from .commands_reconcile import reconcile
from .commands_review import review
from .commands_same import candidates, same
from .commands_sample import sample
from .commands_view import view
from .exporting import EXPORTS, LISTS
from .graph.errors import ParleyError, QueryTimedOut, one_line
from .naming import complete_question, list_questions, no_question
from .narrowing import PARTS, check_takes, narrowing_options, part
from .opening import format_option, opened, reading, replica_option, say, store_option
from .output import settle_stdout
from .stopping import STOPPED, is_ending

if TYPE_CHECKING:
    from .queries.given import Given

TIMED_OUT = 124
"""The exit code of a command whose time was over, as that of `timeout`."""

SECONDS = click.FloatRange(min=0, min_open=True)


class _Verbs(click.Group):
    """Lists the commands in the order in which one needs them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="parley")
def cli() -> None:
    """Turn news of negotiations into a knowledge graph, and ask it who said what.

    \b
    parley build article.txt             read an article into the graph
    parley ask                           list the questions
    parley ask proposals --party Russia  ask one
    parley view -o talks.html            write the graph as one HTML page
    """


cli.add_command(build)
cli.add_command(map_table)
cli.add_command(review)


@cli.command()
@click.argument("name", required=False, shell_complete=complete_question)
@store_option
@narrowing_options()
@click.option("--why", is_flag=True, help="Say why each fact stands as it does.")
@click.option("--show", is_flag=True, help="Print its SPARQL instead of its answer.")
@click.option("--timeout", type=SECONDS, metavar="SECONDS", help="Stop after so long [default: never].")
@replica_option
@format_option
def ask(
    name: str | None,
    store: str,
    why: bool,
    show: bool,
    timeout: float | None,
    replica: bool,
    form: str,
    **given: Unpack[Given],
) -> None:
    """Ask a question by its NAME; without a name, list the questions.

    \b
    Example: parley ask proposals --party Russia
    """
    from .queries.catalogue import catalogue
    from .queries.filters import takes
    from .queries.why import shows_statements

    if name is None:
        list_questions()
        return
    if name not in catalogue():
        raise click.UsageError(no_question(name))
    check_takes(f"`{name}`", given, takes(catalogue()[name]))
    if why and not shows_statements(catalogue()[name]):
        raise click.UsageError(f"`{name}` shows no statements, of which --why could tell: leave it out.")
    from .answers import print_answer, print_sparql
    from .graph.knowledge import Apart

    with reading(store, replica=replica and not show) as knowledge:
        if show:
            print_sparql(knowledge, name, given, why=why)
        else:
            apart = None if timeout is None else Apart(timeout)
            print_answer(knowledge, name, given, form=form, say=say, why=why, apart=apart)


@cli.command()
@click.argument("file", metavar="FILE")
@store_option
@format_option
@click.option(
    "--timeout", type=SECONDS, default=60, show_default=True, metavar="SECONDS", help="Stop after so long.",
)  # fmt: skip
@click.option(
    "--allow-service", "hosts", metavar="HOST", multiple=True,
    help="Let SERVICE call this host (give its port with it if it has one); otherwise nothing is asked of the network.",
)  # fmt: skip
@replica_option
def query(file: str, store: str, form: str, timeout: float, hosts: tuple[str, ...], *, replica: bool) -> None:
    """Run the SPARQL query in FILE (`-` for stdin); it can only read.

    Prefixes such as parley:, schema:, org:, prov:, foaf:, skos: and state: need no declaration. `parley ask NAME
    --show` prints a query to begin with, `parley describe parley:Proposal` what a term means and goes with,
    `parley describe NAME --format turtle` the triples of a node, and docs/graph.md tells the rest.

    \b
    Example: parley query mine.rq --format csv
    """
    from .answers import print_query
    from .graph.knowledge import Apart

    with reading(store, replica=replica) as knowledge:
        print_query(
            knowledge, file, form, say=say, hosts=[host.casefold() for host in hosts], apart=Apart(timeout)
        )  # fmt: skip


@cli.command()
@click.argument("name")
@store_option
@click.option(
    "--format", "form", type=click.Choice(("text", "turtle")), default="text", show_default=True,
    help="In words, or its triples as Turtle.",
)  # fmt: skip
def describe(name: str, store: str, form: str) -> None:
    """Tell all about one node: found by any of its NAMEs, its IRI, or `prefix:name`.

    Of a class or property of the vocabulary it tells what it means and how it is used.

    \b
    Example: parley describe Russia
             parley describe parley:Proposal
    """
    from .describing import describe as describe_node

    with reading(store) as knowledge:
        found = describe_node(knowledge, name)
    click.echo(found.turtle if form == "turtle" else found.text, nl=False)


for command in HISTORIES:
    cli.add_command(command)


@cli.command()
@click.option("--lexicons", is_flag=True, help="Check the built-in word lists instead; no graph is needed.")
@click.option("--all", "everything", is_flag=True, help="Check also what passed before and has not changed since.")
@store_option
@format_option
@click.pass_context
def check(context: click.Context, store: str, form: str, *, lexicons: bool, everything: bool) -> None:
    """Check that the graph keeps its rules and that every fact leads back to exact words; exit 1 if not.

    \b
    Example: parley check
    """
    from .checking import print_check, print_lexicon_check

    if lexicons:
        _refuse_given(context, "everything", "store", "form")
        problems = print_lexicon_check(say)
    else:
        with reading(store) as knowledge:
            problems = print_check(knowledge, form, say, everything=everything)
    if problems:
        sys.exit(1)


def _refuse_given(context: click.Context, *names: str) -> None:
    given = [name for name in names if context.get_parameter_source(name) is ParameterSource.COMMANDLINE]
    options = {parameter.name: parameter.opts[-1] for parameter in context.command.params}
    if given:
        raise click.UsageError(f"--lexicons needs no graph and writes lines: leave out {options[given[0]]}.")


@cli.command()
@click.option("-o", "--output", required=True, metavar="FILE", help="Where to write the graph (`-` for stdout).")
@click.option(
    "--format", "form", metavar="FORMAT", type=click.Choice((*EXPORTS, *LISTS)),
    help=f"{', '.join((*EXPORTS, *LISTS))} [default: by ending].",
)  # fmt: skip
@click.option("--quotes/--no-quotes", default=True, show_default=True, help="Put the words of the sources into it.")
@narrowing_options(*PARTS)
@store_option
def export(output: str, form: str | None, quotes: bool, store: str, **given: Unpack[Given]) -> None:
    """Write the graph to a file that other tools read.

    \b
    Example: parley export -o talks.ttl
    """
    from .exporting import export as write_export
    from .exporting import settle_export

    form = settle_export(output, form)
    with reading(store) as knowledge:
        written = write_export(part(knowledge, given), output, form, quotes=quotes)
    for name in written:
        say(f"wrote {name}")


@cli.command()
@store_option
@format_option
def sources(store: str, form: str) -> None:
    """List the sources in the graph.

    \b
    Example: parley sources --format csv
    """
    from .answers import print_sources

    with reading(store) as knowledge:
        print_sources(knowledge, form)


@cli.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@store_option
def remove(ids: tuple[str, ...], store: str) -> None:
    """Take sources out of the graph, with all that only they said.

    \b
    Example: parley remove article
    """
    with opened(store) as knowledge:
        for source_id in ids:
            knowledge.remove(source_id)
            say(f"removed {source_id}")


cli.add_command(view)
cli.add_command(negotiations)
cli.add_command(same)
cli.add_command(candidates)
cli.add_command(decide)
cli.add_command(decisions)
cli.add_command(reconcile)
cli.add_command(evaluate)
cli.add_command(sample)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its code: 1 for a failure, 2 for wrong usage, 124 or 130 when stopped."""
    settle_stdout()
    try:
        cli.main(args=arguments, prog_name="parley", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        is_ending()
        say("parley: stopped")
        sys.exit(STOPPED)
    except QueryTimedOut as error:
        say(f"parley: {error}")
        sys.exit(TIMED_OUT)
    except ParleyError as error:
        say(f"parley: {one_line(error, limit=2000)}")
        for note in getattr(error, "__notes__", ()):
            say(note)
        sys.exit(1)
