"""Who reads articles, as options of a command: the rules, a language model, or both."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from .extracting import Method

C = TypeVar("C", bound=Callable[..., Any])  # Any: a command, whatever else it takes

_OPTIONS = (
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
    click.option("--replay", metavar="DIR", help="Read its answers from DIR instead of asking."),
)  # fmt: skip


def reader_options(command: C) -> C:
    """Add to a command the options that :func:`chosen` takes."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def chosen(
    extractor: str,
    model: str | None,
    *,
    llm_url: str | None,
    llm_model: str | None,
    llm_timeout: float,
    replay: str | None,
    asks: bool = True,
) -> Method:
    """How articles are to be read; refuses options that do not go together, and a model that nobody names.

    ``asks`` is false where the address is not needed.
    """
    from .extracting import Method
    from .loaders.llm.settings import LlmSettings

    if extractor == "rules":
        if replay is not None:
            raise click.UsageError("--replay goes with --extractor llm or both.")
        return Method(model=model)
    if not llm_model:
        raise click.UsageError(f"--extractor {extractor} needs --llm-model, or PARLEY_LLM_MODEL.")
    if asks and replay is None and not llm_url:
        raise click.UsageError(f"--extractor {extractor} needs --llm-url, or PARLEY_LLM_URL.")
    from .loaders.files import is_address

    if llm_url and not is_address(llm_url):
        raise click.UsageError("--llm-url is an http(s) address, such as http://localhost:8080/v1.")
    answers = Path(replay) if replay is not None else None
    llm = LlmSettings(llm_model, llm_url or "", replay=answers, seconds=llm_timeout)
    return Method("llm" if extractor == "llm" else "both", model, llm)
