"""The commands that tell what all sources say over time: their options and help."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .narrowing import narrowing_options
from .opening import reading, say, store_option

if TYPE_CHECKING:
    from .graph.history.company import Kind

negotiation_option = click.option("--negotiation", metavar="NAME", help="Only of this one: any of its names, or IRI.")
party_option = click.option("--party", metavar="NAME", help="State or organisation: any name, or IRI.")
format_option = click.option(
    "--format", "form", type=click.Choice(("table", "json", "jsonl", "csv", "tsv")), default="table",
    show_default=True, help="How rows are written.",
)  # fmt: skip


@click.command()
@negotiation_option
@party_option
@click.option("--since", metavar="DATE", help="Only what happened on this day or later.")
@click.option("--until", metavar="DATE", help="Only what happened on this day or earlier.")
@store_option
@format_option
def timeline(
    negotiation: str | None, party: str | None, since: str | None, until: str | None, store: str, form: str
) -> None:  # fmt: skip
    """Tell what happened when: events and acts of all sources in order of time, with the words for each.

    \b
    Example: parley timeline --party Russia --since 2025-06-01
    """
    from .telling import print_history
    from .workspace import Workspace

    with reading(store) as knowledge:
        told = Workspace(knowledge).timeline(negotiation=negotiation, party=party, since=since, until=until)
    print_history(told, form)


@click.command()
@click.option("--on", metavar="DATE", help="On this day, as YYYY-MM-DD [default: now, by all that is told].")
@negotiation_option
@narrowing_options("issue")
@party_option
@click.option("--known", is_flag=True, help="Only by what had come out by that day.")
@click.option("--over-time", is_flag=True, help="Each step on the way, by issue and party.")
@store_option
@format_option
def status(
    on: str | None,
    negotiation: str | None,
    issue: tuple[str, ...] | None,
    party: str | None,
    known: bool,
    over_time: bool,
    store: str,
    form: str,
) -> None:
    """Tell where each item stood on a day: the last act until then, and the last word of each who tells of it.

    \b
    Example: parley status --on 2025-07-24 --issue prisoners
    """
    from .telling import print_history
    from .workspace import Workspace

    if known and not on:
        raise click.UsageError("--known goes with --on: what had come out by which day?")
    with reading(store) as knowledge:
        told = Workspace(knowledge).status(
            on, negotiation=negotiation, issue=issue, party=party, known=known, over_time=over_time
        )
    print_history(told, form)


@click.command()
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@negotiation_option
@store_option
@format_option
def compare(first: str, second: str, negotiation: str | None, store: str, form: str) -> None:
    """Tell what changed from A to B, two days or two rounds of a --negotiation; or set two parties side by side.

    \b
    Example: parley compare 2025-06-01 2025-07-24
    """
    from .telling import print_history
    from .workspace import Workspace

    rounds = [one.isdecimal() and len(one) < len("2000") for one in (first, second)]
    if all(rounds) and not negotiation:
        raise click.UsageError("rounds are those of one --negotiation: name it.")
    if rounds[0] != rounds[1] or (first[:1].isdecimal() != second[:1].isdecimal()):
        raise click.UsageError(f"{first} and {second} are not alike: give two days, two rounds or two parties.")
    with reading(store) as knowledge:
        print_history(Workspace(knowledge).compare(first, second, negotiation=negotiation), form)


@click.command()
@click.argument("name", metavar="ENTITY")
@click.option("-o", "--output", metavar="FILE", default="-", help="FILE.md or FILE.html [default: Markdown to stdout].")
@store_option
def dossier(name: str, output: str, store: str) -> None:
    """Write all about a person, party, negotiation or item in sentences, each with footnotes that quote its sources.

    \b
    Example: parley dossier Russia -o russia.html
    """
    from .output import check_writable, write_text
    from .pages import is_html
    from .workspace import Workspace

    check_writable(output)
    with reading(store) as knowledge:
        told = Workspace(knowledge).dossier(name)
    write_text(output, told.html if is_html(output) else told.markdown)
    if output != "-":
        say(f"wrote {output}")


@click.command()
@click.option("-o", "--output", required=True, metavar="FILE", help="FILE.graphml, FILE.gexf or FILE.csv.")
@click.option(
    "--kind", type=click.Choice(("sat-with", "sides")), default="sat-with", show_default=True,
    help="People, or the parties that they belong to.",
)  # fmt: skip
@store_option
def network(output: str, kind: Kind, store: str) -> None:
    """Write who sat with whom, weighed by the number of events, and tell who links circles.

    \b
    Example: parley network -o company.gexf
    """
    from .exporting import settle_network, write_network
    from .graph.history.company import bridges
    from .workspace import Workspace

    form = settle_network(output)
    with reading(store) as knowledge:
        found = Workspace(knowledge).network(kind)
    written = write_network(found, output, form)
    for line in (*bridges(found), *(f"wrote {name}" for name in written)):
        say(line)


COMMANDS = (timeline, status, compare, dossier, network)
