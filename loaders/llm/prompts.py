"""What a model is asked: the files ``task.md``, ``repair.md`` and ``answer.json`` beside this module, filled in."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from string import Template
from typing import Any, TypeAlias

from ...graph.identifiers import digest, slug
from ...graph.records import Span

Messages: TypeAlias = list[dict[str, str]]
_FILES = ("answer.json", "repair.md", "task.md")


@cache
def schema() -> dict[str, Any]:  # Any: JSON
    """The JSON schema that every answer keeps."""
    found: dict[str, Any] = json.loads(_file("answer.json"))
    return found


@cache
def prompts_version() -> str:
    """A hash of everything that is asked besides the article."""
    return digest("\0".join(_file(name) for name in _FILES), length=8)


def question(text: str, part: Span) -> Messages:
    """Ask for the records of a part of an article; the article comes first, fenced by lines that it does not hold."""
    begin, end = _fence(text)
    filled = Template(_file("task.md")).substitute(
        BEGIN=begin,
        END=end,
        ARTICLE=text[part.start : part.end],
        PART="it" if part == Span(0, len(text)) else "one part of a longer article",
        SCHEMA=json.dumps({key: value for key, value in schema().items() if key != "$schema"}, ensure_ascii=False),
    )
    return [{"role": "user", "content": filled}]


def repair(messages: Messages, answer: str, problem: str) -> Messages:
    """Ask once more, with the answer that cannot be used and what is wrong with it."""
    asked = Template(_file("repair.md")).substitute(PROBLEM=problem)
    return [*messages, {"role": "assistant", "content": answer}, {"role": "user", "content": asked}]


def request_name(source_id: str, messages: Messages) -> str:
    """The name of the file with a question or its answer: the same for the same question to any model.

    >>> request_name("Talks 1", [{"role": "user", "content": "?"}])
    'talks-1-b8db8a7b0e84.json'
    """
    return f"{slug(source_id)}-{digest(json.dumps(messages))}.json"


def _fence(text: str) -> tuple[str, str]:
    """Two lines that do not stand in the text, the same ones for the same text."""
    mark = digest(text)
    while mark in text:
        mark = digest(mark + text)
    return f"<<<article {mark}>>>", f"<<<end of article {mark}>>>"


@cache
def _file(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
