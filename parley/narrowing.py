"""What narrows an answer, an export or a page, as options of a command."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from .graph.errors import some
from .opening import say

if TYPE_CHECKING:
    from .graph.knowledge import Knowledge
    from .queries.given import Given

C = TypeVar("C", bound=Callable[..., Any])  # Any: a command, whatever else it takes


def listed(context: click.Context, parameter: click.Parameter, value: str | None) -> tuple[str, ...]:
    """Return the names in an option's value, which commas part."""
    return tuple(part.strip() for part in (value or "").split(",") if part.strip())


def _some(context: click.Context, parameter: click.Parameter, value: str | None) -> tuple[str, ...] | None:
    names = listed(context, parameter, value)
    if value is not None and not names:
        raise click.BadParameter("name at least one.")
    return names or None


_OPTIONS: Final = {
    "negotiation": click.option("--negotiation", metavar="NAME", help="What belongs to this one: name, or IRI."),
    "party": click.option("--party", metavar="NAME", help="State or organisation: any name, or IRI."),
    "round": click.option("--round", type=int, metavar="N", help="Number of the round."),
    "person": click.option("--person", metavar="NAME", help="Who is it, does it or says it."),
    "post": click.option("--post", metavar="TITLE", help="A title, or `title of organization`."),
    "date": click.option("--date", metavar="DATE", help="The day of the sources, as YYYY-MM-DD."),
    "issue": click.option(
        "--issue", metavar="NAMES", callback=_some, help="Issues, such as prisoners,ceasefire."
    ),
    "standing": click.option(
        "--standing", metavar="NAMES", callback=_some,
        help="How facts stand, such as asserted,claimed.",
    ),
    "source": click.option("--source", metavar="ID", help="Only this one; see `parley sources`."),
    "dataset": click.option("--dataset", metavar="NAME", help="Only this one: its title, or id."),
    "publisher": click.option("--publisher", metavar="NAME", help="Only sources of this publisher."),
    "since": click.option("--since", metavar="DATE", help="Only sources of this day or later."),
    "until": click.option("--until", metavar="DATE", help="Only sources of this day or earlier."),
    "text": click.option("--text", metavar="WORDS", help="Only where these words are quoted."),
}  # fmt: skip
"""By the names that they have in Python too."""


PARTS: Final = tuple(name for name in _OPTIONS if name not in ("post", "date"))
"""Those that make sense for all kinds of facts together."""


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


def remarks(knowledge: Knowledge, given: Given) -> list[str]:
    """Return what is easily overlooked of what is given: namesakes, a round that is not there, sources undated."""
    from .queries.names import namesakes, round_numbers

    found = []
    person = given.get("person")
    if person and (others := namesakes(knowledge, "person", person)):
        found.append(f"other persons have {person!r} in a name: {', '.join(others)}")
    number = given.get("round")
    if number is not None:
        rounds = round_numbers(knowledge)
        if str(number) not in rounds:
            found.append(f"no round has the number {number}: those here have {some(rounds) or 'none'}")
    if given.get("since") or given.get("until"):
        undated = [entry.id for entry in knowledge.sources() if not entry.published]
        found += [f"without a date, so left out: {some(undated)}"] if undated else []
    return found


def part(knowledge: Knowledge, given: Given) -> Knowledge:
    """Return what fits all that is given, and say so where that is nothing."""
    from .queries.narrowing import narrowed

    found = narrowed(knowledge, **given)
    for remark in remarks(knowledge, given):
        say(remark)
    if found is not knowledge and not found.sources():
        say("nothing fits what is asked for: it will be empty")
    return found


def answer_part(knowledge: Knowledge, question: str, given: Given) -> Knowledge:
    """Return what the answer to a question rests on, and say so where that is nothing."""
    from .queries.narrowing import answering

    found = answering(knowledge, question, **given)
    for remark in remarks(knowledge, given):
        say(remark)
    if not found.sources():
        say("the answer is empty: so is the page")
    return found
