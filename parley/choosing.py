"""Who reads articles, as options of a command: the rules, a language model, or both."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from .extracting import Method
    from .loaders.news.lexicons.issue_schemes import IssueWords

C = TypeVar("C", bound=Callable[..., Any])  # Any: a command, whatever else it takes

issues_option = click.option("--issues", metavar="FILE", help="Your own scheme of issues.")

_OPTIONS = (
    issues_option,
    click.option(
        "--extractor", type=click.Choice(("rules", "llm", "both")), default="rules", metavar="WHO",
        help="Who reads: rules, llm or both [default: rules].",
    ),
    click.option(
        "--llm-url", envvar="PARLEY_LLM_URL", metavar="URL", help="OpenAI-compatible address of a language model."
    ),
    click.option("--llm-model", envvar="PARLEY_LLM_MODEL", metavar="NAME", help="Language model to ask there."),
    click.option(
        "--llm-timeout", type=click.FloatRange(min=0, min_open=True), default=300, metavar="SECONDS",
        help="Longest wait for an answer [default: 300].",
    ),
    click.option("--llm-proxy", envvar="PARLEY_LLM_PROXY", metavar="URL", help="Proxy to ask it through."),
    click.option("--replay", metavar="DIR", help="Read its answers from DIR instead of asking."),
)  # fmt: skip


def reader_options(command: C) -> C:
    """Add to a command the options that :func:`chosen` takes."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def own_issues(file: str | None) -> IssueWords | None:
    """The user's own scheme of issues, if there is one."""
    if file is None:
        return None
    from .loaders.news.lexicons.issue_schemes import read_issues

    return read_issues(file)


def chosen(
    model: str | None,
    *,
    extractor: str,
    llm_url: str | None,
    llm_model: str | None,
    llm_timeout: float,
    llm_proxy: str | None,
    replay: str | None,
    issues: str | None,
    dry_run: str | None = None,
) -> Method:
    """How articles are to be read; refuses options that do not go together, and a model that nobody names.

    ``model`` is for the rules. A dry run needs no address.
    """
    from .extracting import Method
    from .loaders.llm.settings import LlmSettings

    if extractor == "rules":
        for option, given in (("--dry-run", dry_run), ("--replay", replay)):
            if given is not None:
                raise click.UsageError(f"{option} goes with --extractor llm or both.")
        return Method(model=model, issues=own_issues(issues))
    if dry_run is not None and replay is not None:
        raise click.UsageError("--dry-run and --replay do not go together.")
    if not llm_model:
        raise click.UsageError(f"--extractor {extractor} needs --llm-model, or PARLEY_LLM_MODEL.")
    if dry_run is None and replay is None and not llm_url:
        raise click.UsageError(f"--extractor {extractor} needs --llm-url, or PARLEY_LLM_URL.")
    from .loaders.files import is_address

    for option, address in (("--llm-url", llm_url), ("--llm-proxy", llm_proxy)):
        if address and not is_address(address):
            raise click.UsageError(f"{option} is an http(s) address, such as http://localhost:8080/v1.")
    answers = Path(replay) if replay is not None else None
    llm = LlmSettings(llm_model, llm_url or "", replay=answers, seconds=llm_timeout, proxy=llm_proxy or "")
    return Method("llm" if extractor == "llm" else "both", model, llm, own_issues(issues))
