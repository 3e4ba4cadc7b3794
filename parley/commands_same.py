"""The commands that show what is one and what may be: their options and help."""

from __future__ import annotations

import click

from .opening import format_option, reading, say, store_option

_KINDS = ("persons", "events", "items", "negotiations", "names", "posts")
kind_option = click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(_KINDS), help="Only these. Can be given several times."
)


@click.command()
@click.argument("name")
@store_option
@format_option
def same(name: str, store: str, form: str) -> None:
    """Show what is one under a NAME and why: what each source calls it, and what joins or parts them.

    \b
    Example: parley same Medinsky
    """
    from .answers import print_rows
    from .sameness import MEMBER_COLUMNS, found_under, in_words, member_rows

    with reading(store) as knowledge:
        found, others = found_under(knowledge, name)
        if form == "table":
            click.echo(in_words(knowledge, found, others), nl=False)
        else:
            print_rows(MEMBER_COLUMNS, member_rows(found), form)


@click.command()
@kind_option
@click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="At most so many."
)
@store_option
@format_option
def candidates(kinds: tuple[str, ...], limit: int, store: str, form: str) -> None:
    """List what may be one and nobody has decided: the most promising first, what both sources say side by side.

    \b
    Example: parley candidates --kind persons
    """
    from .answers import print_rows, width
    from .candidates import CANDIDATE_COLUMNS, candidate_rows, side_by_side
    from .graph.reading.candidates import in_context, rank_candidates

    with reading(store) as knowledge:
        ranked = rank_candidates(knowledge, kinds=kinds)
        found = in_context(knowledge, ranked[:limit])
        if form == "table":
            blocks = [side_by_side(knowledge, one, width(), number=n) for n, one in enumerate(found, start=1)]
            click.echo("\n".join(blocks), nl=False)
        else:
            print_rows(CANDIDATE_COLUMNS, candidate_rows(found), form)
    say(f"{len(found)} of {len(ranked)} shown; `parley decide` goes through them" if ranked else "nothing to decide")
