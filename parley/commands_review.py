"""The command that writes what was read in an article into a file, for a person to decide on: its options and help."""

from __future__ import annotations

import click

from .choosing import issues_option, own_issues
from .opening import say
from .output import check_writable, write_text


@click.command()
@click.argument("article", metavar="ARTICLE")
@click.option("-o", "--output", metavar="FILE", help="Where to write it [default: ARTICLE.decisions.yaml beside it].")
@click.option("--by", metavar="NAME", default="", help="Who decides.")
@click.option("--on", metavar="DATE", default="", help="On which day, as YYYY-MM-DD.")
@click.option("--unread", is_flag=True, help="Only list the sentences in which nothing was read; write no file.")
@click.option("--id", "source_id", metavar="ID", help="Name of the source in the graph [default: the file's name].")
@click.option("--publisher", metavar="NAME", help="Who published it, as given to `parley build`.")
@click.option("--published", metavar="DATE", help="When, as given to `parley build`.")
@click.option("--model", metavar="NAME_OR_PATH", help="spaCy model to read it with.")
@issues_option
def review(
    article: str,
    output: str | None,
    by: str,
    on: str,
    unread: bool,
    source_id: str | None,
    publisher: str | None,
    published: str | None,
    model: str | None,
    issues: str | None,
) -> None:
    """Write what was read in ARTICLE into a file: accept, reject, edit or add facts there, and build again.

    A file that is there keeps every line that somebody wrote; facts that are new are added to it.

    \b
    Example: parley review article.txt --by "Anna Lind" --on 2025-08-01
    """
    from .correcting import beside
    from .extracting import Method
    from .given import Given
    from .loaders.sources import named_sources
    from .reviewing import review_article, write_review

    named = named_sources([article])
    if len(named) != 1:
        raise click.UsageError(f"{article} is {len(named)} sources: give one article.")
    if unread and output is not None:
        raise click.UsageError("--unread writes no file: leave out -o.")
    if output is None and not unread and beside(named[0].path) is None:
        raise click.UsageError("give -o FILE, or `-o -` for standard output: there is no file to write it beside.")
    if output is not None:
        check_writable(output)
    given = Given(source_id, publisher, published, None, Method(model=model, issues=own_issues(issues)))
    path, merged, left = review_article(named[0], given, "-" if unread else output, by=by, on=on)
    silent = f"{len(left.lines)} of {left.sentences} sentences yielded nothing"
    if unread:
        say(silent)
        write_text("-", str(left))
    elif path == "-":
        write_text(path, merged.text)
    else:
        write_review(path, merged)
        lost = f", {merged.lost} not found any more" if merged.lost else ""
        say(f"wrote {path}: {merged.facts} facts, {merged.new} new, {merged.decided} decided{lost}; {silent}")
