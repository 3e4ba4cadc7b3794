"""The command that reads sources into the graph: its options and help."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .opening import opened, say, store_option


@click.command()
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@store_option
@click.option("--id", "source_id", metavar="ID", help="Name of the source [default: the file's name].")
@click.option("--publisher", metavar="NAME", help="Who published it: the article's own voice.")
@click.option("--published", metavar="DATE", help="When, as YYYY-MM-DD; weekdays count from it.")
@click.option("--url", metavar="URL", help="Where it stands on the web.")
@click.option("--model", metavar="NAME_OR_PATH", help="spaCy model to read it with.")
@click.option(
    "--max-bytes", type=click.IntRange(min=1), default=20_000_000, metavar="N",
    help="Largest source read [default: 20,000,000].",
)  # fmt: skip
@click.option("--decisions", multiple=True, metavar="FILE", help="Decisions on facts or entities to go by.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Articles read at once [default: what pays].")
@click.option(
    "--extractor", type=click.Choice(("rules", "llm", "both")), default="rules", metavar="WHO",
    help="Who reads: rules, llm or both [default: rules].",
)  # fmt: skip
@click.option(
    "--llm-url", envvar="PARLEY_LLM_URL", metavar="URL", help="OpenAI-compatible address of a language model."
)
@click.option("--llm-model", envvar="PARLEY_LLM_MODEL", metavar="NAME", help="Language model to ask there.")
@click.option(
    "--llm-timeout", type=click.FloatRange(min=0, min_open=True), default=300, metavar="SECONDS",
    help="Longest wait for an answer [default: 300].",
)  # fmt: skip
@click.option("--dry-run", metavar="DIR", help="Write to DIR what it would be asked, and end.")
@click.option("--replay", metavar="DIR", help="Read its answers from DIR instead of asking.")
@click.option("-v", "--verbose", is_flag=True, help="Tell of each of its records not kept.")
def build(
    sources: tuple[str, ...],
    store: str,
    source_id: str | None,
    publisher: str | None,
    published: str | None,
    url: str | None,
    model: str | None,
    max_bytes: int,
    decisions: tuple[str, ...],
    jobs: int | None,
    extractor: str,
    llm_url: str | None,
    llm_model: str | None,
    llm_timeout: float,
    dry_run: str | None,
    replay: str | None,
    verbose: bool,
) -> None:
    """Read sources into the graph: articles (text, Markdown, HTML, PDF) and datasets (RDF).

    A SOURCE is a file, `-` for stdin, a folder with all that is in it, a pattern in quotes, or an http(s) address.
    A source that is there already with the same text is left as it is; with another text it is replaced.

    \b
    Example: parley build article.txt --publisher Sputnik
    """
    from .loaders.sources import named_sources

    if not sources and not decisions:
        raise click.UsageError("Missing argument 'SOURCE...'.")
    _check(extractor, llm_url, llm_model, dry_run=dry_run, replay=replay)
    named = named_sources(sources)
    if len(named) > 1 and (source_id or url):
        raise click.UsageError("--id and --url name one source: give them with one SOURCE.")
    from .building import Given, build_sources
    from .dry_run import write_requests
    from .extracting import Method
    from .loaders.llm.settings import LlmSettings

    method = Method(model=model)
    if extractor != "rules":
        answers = Path(replay) if replay is not None else None
        llm = LlmSettings(llm_model or "", llm_url or "", replay=answers, seconds=llm_timeout)
        method = Method("llm" if extractor == "llm" else "both", model, llm)
    given = Given(source_id, publisher, published, url, method)
    if dry_run is not None:
        failed = write_requests(named, given, Path(dry_run), say, max_bytes=max_bytes)
    else:
        with opened(store, create=True) as knowledge:
            failed = build_sources(
                knowledge, named, given, say, max_bytes=max_bytes, jobs=jobs, verbose=verbose, decisions=decisions
            )
    if failed:
        whole = " in full" if extractor == "both" else ""
        say(f"{failed} of {len(named)} sources could not be read{whole}")
        sys.exit(1)


def _check(extractor: str, url: str | None, model: str | None, *, dry_run: str | None, replay: str | None) -> None:
    """Refuse options that do not go together, and an extractor that lacks the model or the address to ask."""
    if extractor == "rules":
        if dry_run is not None or replay is not None:
            raise click.UsageError("--dry-run and --replay go with --extractor llm or both.")
        return
    if dry_run is not None and replay is not None:
        raise click.UsageError("--dry-run and --replay do not go together.")
    if not model:
        raise click.UsageError(f"--extractor {extractor} needs --llm-model, or PARLEY_LLM_MODEL.")
    if dry_run is None and replay is None and not url:
        raise click.UsageError(f"--extractor {extractor} needs --llm-url, or PARLEY_LLM_URL.")
    from .loaders.files import is_address

    if url and not is_address(url):
        raise click.UsageError("--llm-url is an http(s) address, such as http://localhost:8080/v1.")
