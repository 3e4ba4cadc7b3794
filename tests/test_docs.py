"""What the README shows is there: its commands, its questions, its files."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
from parley.queries.catalogue import catalogue

from parley.cli import cli

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"


def blocks() -> str:
    return "\n".join(re.findall(r"^```[a-z]*\n(.*?)^```", README.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE))


def shown() -> list[str]:
    """The parley commands in the README's blocks and in the headers of the questions."""
    lines = [line.strip().removeprefix("$ ") for line in blocks().splitlines()] if README.is_file() else []
    examples = [asked.example for asked in catalogue().values()]
    return [line.partition(" # ")[0].partition(" | ")[0].partition(" > ")[0] for line in [*lines, *examples]
            if line.startswith("parley ")]  # fmt: skip


@pytest.mark.parametrize("command", shown())
def test_a_command_that_is_shown_is_one_that_the_command_line_takes(command: str):
    _, verb, *arguments = shlex.split(command)
    if verb.startswith("-"):
        return
    with cli.commands[verb].make_context(verb, arguments, resilient_parsing=False) as context:
        assert isinstance(context, click.Context)
        if verb == "ask" and context.params["name"]:
            assert context.params["name"] in catalogue()


def test_the_readme_shows_every_verb_and_both_make_targets():
    text = README.read_text(encoding="utf-8")
    assert [verb for verb in cli.commands if f"parley {verb}" not in text] == []
    assert "make demo" in text
    assert "make test" in text


def test_what_the_readme_links_to_is_there():
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", README.read_text(encoding="utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []
