"""Names of questions on the command line: listed, completed, and met with close ones when no question has them."""

from __future__ import annotations

from collections import Counter

import click
from click.shell_completion import CompletionItem

from .opening import say


def complete_question(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the questions whose names start with ``incomplete``."""
    from .queries.catalogue import catalogue

    return [CompletionItem(q.name, help=q.text) for q in catalogue().values() if q.name.startswith(incomplete)]


def no_question(name: str) -> str:
    """Return what to tell somebody who asks a question that is not there."""
    from .queries.catalogue import catalogue
    from .queries.names import closest

    close = closest(name, catalogue())
    return f"No question is called `{name}`: " + (
        f"did you mean {' or '.join(close)}?" if close else "`parley ask` lists them."
    )


def list_questions() -> None:
    """Print every question with what it asks and takes, a line each."""
    from .queries.catalogue import catalogue
    from .queries.filters import takes

    size = max(map(len, catalogue()))
    for asked in catalogue().values():
        options = "".join(f" [--{parameter}]" for parameter in asked.parameters)
        click.echo(f"{asked.name:{size}}  {asked.text}{options}")
    usual = Counter(name for asked in catalogue().values() for name in takes(asked))
    most = [f"--{name}" for name, count in usual.items() if 2 * count > len(catalogue())]
    say(f"most also take {', '.join(most)}")
