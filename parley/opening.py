"""What commands on a store share: where it is, how it is opened, and a line of talk on standard error."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .graph.errors import one_line, printable
from .stopping import end_at_once

if TYPE_CHECKING:
    from .graph.knowledge import Knowledge

DEFAULT_STORE = "parley-store"

store_option = click.option(
    "--store", default=DEFAULT_STORE, show_default=True, metavar="PATH", help="Folder that holds the graph."
)

FORMATS = ("table", "json", "jsonl", "csv", "tsv")
format_option = click.option(
    "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="How rows are written."
)

replica_option = click.option("--replica", is_flag=True, help="Read the graph into memory first.")


def say(message: str) -> None:
    """Print one line of talk on stderr."""
    click.echo(message, err=True)


def opened(store: str, *, create: bool = False) -> Knowledge:
    """The knowledge in a folder, to change it, told of on stderr."""
    from .graph.knowledge import open_knowledge

    say(f"store: {store}")
    return _with_told(open_knowledge(store, create=create))


def reading(store: str, *, replica: bool = False) -> Knowledge:
    """The knowledge in a folder, to read what is whole of it, told of on stderr; from here on one Ctrl-C ends all."""
    from .graph.knowledge import open_knowledge

    say(f"store: {store}")
    end_at_once()
    return _with_told(open_knowledge(store, create=False, reading=True, replica=replica))


def _with_told(knowledge: Knowledge) -> Knowledge:
    """Say what there is to be told of the knowledge."""
    if knowledge.told:
        say(one_line(printable(knowledge.told)))
    return knowledge
