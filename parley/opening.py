"""What commands on a store share: where it is, how it is opened, and a line of talk on standard error."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from .graph.knowledge import Knowledge

DEFAULT_STORE = "parley-store"

store_option = click.option(
    "--store", default=DEFAULT_STORE, show_default=True, metavar="PATH", help="Folder that holds the graph."
)


def say(message: str) -> None:
    """Print one line of talk on stderr."""
    click.echo(message, err=True)


def opened(store: str, *, create: bool = False) -> Knowledge:
    """The knowledge in a folder, told of on stderr."""
    from .graph.knowledge import open_knowledge

    say(f"store: {store}")
    return open_knowledge(store, create=create)
