"""The command that writes the page: its options and help."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from .naming import complete_question, no_question
from .narrowing import PARTS, answer_part, check_takes, narrowing_options, part
from .opening import reading, say, store_option
from .output import check_writable, write_text

if TYPE_CHECKING:
    from .queries.given import Given


@click.command()
@click.option("-o", "--output", required=True, metavar="FILE", help="Where to write it (`-` for stdout).")
@click.option("--title", metavar="TEXT", help="Title of the page.")
@click.option("--quotes/--no-quotes", default=True, show_default=True, help="Put in the sources' words.")
@click.option(
    "--question", metavar="NAME", shell_complete=complete_question,
    help="Only what this question's answer rests on.",
)  # fmt: skip
@click.option(
    "--with-sparql", "package", type=click.Path(path_type=Path), metavar="PACKAGE",
    help="SPARQL in the page, by Oxigraph's npm package.",
)  # fmt: skip
@click.option(
    "--story", "tale", type=click.Path(path_type=Path), metavar="FILE",
    help="Steps through the page, in YAML: see docs/page.md.",
)  # fmt: skip
@narrowing_options()
@store_option
def view(
    output: str,
    title: str | None,
    quotes: bool,
    question: str | None,
    package: Path | None,
    tale: Path | None,
    store: str,
    **given: Unpack[Given],
) -> None:
    """Write the graph as one HTML page that needs no network.

    \b
    Example: parley view -o talks.html
    """
    from .graph.explorer.engine import read_engine
    from .graph.explorer.page import render
    from .queries.catalogue import catalogue
    from .queries.filters import takes
    from .story import read_story

    if question is not None and question not in catalogue():
        raise click.UsageError(no_question(question))
    taken = PARTS if question is None else takes(catalogue()[question])
    check_takes("a page without --question" if question is None else f"`{question}`", given, taken)
    check_writable(output)
    engine = read_engine(package) if package else None
    story = read_story(tale) if tale else None
    asked = {name: {"text": one.text, "sparql": one.sparql} for name, one in catalogue().items()}
    with reading(store) as knowledge:
        shown = part(knowledge, given) if question is None else answer_part(knowledge, question, given)
        headed = title or (catalogue()[question].text if question else None)
        page = render(shown, title=headed, quotes=quotes, engine=engine, questions=asked, story=story)
    write_text(output, page)
    if output != "-":
        say(f"wrote {output}")
