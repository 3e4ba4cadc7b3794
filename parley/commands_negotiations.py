"""The command that lists the negotiations: its options and help."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from .narrowing import narrowing_options
from .opening import format_option, reading, store_option

if TYPE_CHECKING:
    from .queries.given import Given


@click.command()
@narrowing_options("party", "source", "publisher", "since", "until")
@store_option
@format_option
def negotiations(store: str, form: str, **given: Unpack[Given]) -> None:
    """List the negotiations: between whom, through whom, with which rounds, and how many sources tell of each.

    \b
    Example: parley negotiations --format csv
    """
    from .answers import print_negotiations

    with reading(store) as knowledge:
        print_negotiations(knowledge, given, form)
