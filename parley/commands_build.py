"""The command that reads sources into the graph: its options and help."""

from __future__ import annotations

import sys
from typing import Any

import click

from .choosing import chosen, reader_options
from .opening import opened, say, store_option


@click.command()
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@store_option
@click.option("--id", "source_id", metavar="ID", help="Name of the source [default: the file's name].")
@click.option("--publisher", metavar="NAME", help="Who published it: the article's own voice.")
@click.option("--published", metavar="DATE", help="When: YYYY-MM-DD, or the YYYY that printed days lack.")
@click.option("--url", metavar="URL", help="Where it stands on the web.")
@click.option("--as", "form", metavar="FORMAT", default="", help="What it is: article, a dataset's or RDF's format.")
@click.option("--model", metavar="NAME_OR_PATH", help="spaCy model to read it with.")
@click.option(
    "--max-bytes", type=click.IntRange(min=1), default=20_000_000, metavar="N",
    help="Largest source read [default: 20,000,000].",
)  # fmt: skip
@click.option("--decisions", multiple=True, metavar="FILE", help="Decisions on facts or entities to go by.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Articles read at once [default: what pays].")
@reader_options
@click.option("--dry-run", metavar="DIR", help="Write to DIR what it would be asked, and end.")
@click.option("-v", "--verbose", is_flag=True, help="Tell of each of its records not kept.")
def build(
    sources: tuple[str, ...],
    store: str,
    source_id: str | None,
    publisher: str | None,
    published: str | None,
    url: str | None,
    form: str,
    model: str | None,
    max_bytes: int,
    decisions: tuple[str, ...],
    jobs: int | None,
    dry_run: str | None,
    verbose: bool,
    **reader: Any,  # Any: what chosen takes
) -> None:
    """Read sources into the graph: articles, RDF, data of known formats.

    A SOURCE is a file, `-` for stdin, a folder, a pattern in quotes or an http(s) address. What is there already
    and has not changed stays as it is.

    \b
    Example: parley build article.txt --publisher Sputnik
    """
    from .loaders.sources import named_sources

    if not sources and not decisions:
        raise click.UsageError("Missing argument 'SOURCE...'.")
    method = chosen(model, dry_run=dry_run, **reader)
    named = named_sources(sources)
    if len(named) > 1 and (source_id or url):
        raise click.UsageError("--id and --url name one source: give them with one SOURCE.")
    from .building import build_sources
    from .dry_run import write_requests
    from .given import Given

    given = Given(source_id, publisher, published, url, method, form)
    if dry_run is not None:
        failed = write_requests(named, given, dry_run, say, max_bytes=max_bytes)
    else:
        with opened(store, create=True) as knowledge:
            failed = build_sources(
                knowledge, named, given, say, max_bytes=max_bytes, jobs=jobs, verbose=verbose, decisions=decisions
            )
    if failed:
        whole = " in full" if method.extractor == "both" else ""
        say(f"{failed} of {len(named)} sources could not be read{whole}")
        sys.exit(1)
