"""Names of questions on the command line: completed, and met with close ones when no question has them."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem


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
