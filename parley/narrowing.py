"""What narrows an answer, an export or a page, as options of a command."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

if TYPE_CHECKING:
    from .queries.given import Given

C = TypeVar("C", bound=Callable[..., Any])  # Any: a command, whatever else it takes


def listed(context: click.Context, parameter: click.Parameter, value: str | None) -> tuple[str, ...]:
    """Return the names in an option's value, which commas part."""
    return tuple(part.strip() for part in (value or "").split(",") if part.strip())


def _listed_if_given(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> tuple[str, ...] | None:  # fmt: skip
    return None if value is None else listed(context, parameter, value)


_OPTIONS: Final = {
    "party": click.option("--party", metavar="NAME", help="A state or organisation: any of its names, or its IRI."),
    "round": click.option("--round", type=int, metavar="N", help="Number of the round."),
    "person": click.option("--person", metavar="NAME", help="Who is it, does it or says it: any part of the name."),
    "post": click.option("--post", metavar="TITLE", help="A post: its title, `title of organization`, or IRI."),
    "date": click.option("--date", metavar="DATE", help="Day of which the sources tell, as YYYY-MM-DD."),
    "issue": click.option(
        "--issue", metavar="NAMES", callback=_listed_if_given, help="Issues, with commas: prisoners,ceasefire."
    ),
    "standing": click.option(
        "--standing", metavar="NAMES", callback=_listed_if_given,
        help="How facts stand, with commas: asserted,claimed,conditional,expected,denied.",
    ),
    "source": click.option("--source", metavar="ID", help="Only this source; `parley sources` lists the ids."),
    "publisher": click.option("--publisher", metavar="NAME", help="Only sources that they have published."),
    "since": click.option("--since", metavar="DATE", help="Only sources of this day or later, as YYYY-MM-DD."),
    "until": click.option("--until", metavar="DATE", help="Only sources of this day or earlier."),
    "text": click.option("--text", metavar="WORDS", help="Only where the quotation has these words."),
}  # fmt: skip
"""By the names that they have in Python too."""


def narrowing_options(*names: str) -> Callable[[C], C]:
    """Return what adds these options to a command, or all of them."""

    def add(command: C) -> C:
        for name in reversed(names or tuple(_OPTIONS)):
            command = _OPTIONS[name](command)
        return command

    return add


def check_takes(what: str, given: Given, takes: Collection[str]) -> None:
    """Refuse a filter that makes no sense for what is asked, and tell which do."""
    refused = [f"--{name}" for name, value in given.items() if value is not None and name not in takes]
    if refused:
        options = ", ".join(f"--{name}" for name in takes)
        raise click.UsageError(f"{what} does not take {', '.join(refused)}: it takes {options}.")
