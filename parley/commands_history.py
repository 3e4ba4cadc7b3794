"""The commands that tell what all sources say over time: their options and help."""

from __future__ import annotations

import click

from .opening import reading, say, store_option

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
    print_history(told.columns, told.rows, form)
    if not told.rows:
        say("nothing in the sources fits what is asked for")


@click.command()
@click.argument("name", metavar="ENTITY")
@click.option(
    "-o", "--output", metavar="FILE", default="-", help="Where to write it: FILE.md or FILE.html [default: stdout]."
)
@store_option
def dossier(name: str, output: str, store: str) -> None:
    """Write all about a person, party, negotiation or item in sentences, each with footnotes that quote its sources.

    \b
    Example: parley dossier Medinsky -o medinsky.html
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


COMMANDS = (timeline, dossier)
