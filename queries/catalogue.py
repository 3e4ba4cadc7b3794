"""The questions that Parley answers: one ``.rq`` file each, its header read as data.

A header's first line is the question in plain English; then come ``# parameters:`` (optional), ``# columns:``,
``# lists:`` and ``# numbers:`` (columns that hold several values, and those of them that hold numbers), ``# example:``
and, where an empty answer deserves a word, ``# silence:`` with the question that lists of what the sources say nothing.
Running a question is :mod:`parley.queries.ask`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from ..graph.errors import UnknownName
from .likeness import closest

_FIELD = re.compile(r"# (parameters|columns|lists|numbers|example|silence): (.*)")


@dataclass(frozen=True, slots=True)
class Question:
    """One question: what it asks, what it takes, what its answer holds."""

    name: str
    text: str
    columns: tuple[str, ...]
    example: str
    sparql: str = field(repr=False)
    parameters: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    """Columns that hold several values: names that the query joins."""
    numbers: tuple[str, ...] = ()
    """Those of them whose values are numbers."""
    silence: str | None = None
    """Name of the question that lists what no source says."""


@cache
def catalogue() -> Mapping[str, Question]:
    """Return all questions by name, in alphabetical order.

    >>> catalogue()["heads"].text
    'Who heads each delegation?'
    """
    found = {}
    for entry in sorted(files(__package__).iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".rq") and entry.is_file():  # an editable install may keep a link to a file that is gone
            name = entry.name.removesuffix(".rq")
            found[name] = parse_question(name, entry.read_text(encoding="utf-8"))
    return MappingProxyType(found)


def question(name: str) -> Question:
    """Return the question called ``name``; raise UnknownName with what comes close."""
    known = catalogue()
    if name not in known:
        near = closest(name, known)
        raise UnknownName(name, near, others=() if near else list(known))
    return known[name]


def parse_question(name: str, text: str) -> Question:
    """Return the question that the text of an ``.rq`` file holds; raise ValueError when its header is incomplete."""
    first, *rest = text.splitlines()
    fields = {match[1]: match[2] for line in rest if (match := _FIELD.fullmatch(line))}
    missing = {"columns", "example"} - fields.keys()
    if not first.startswith("# ") or missing:
        raise ValueError(f"{name}.rq: the header lacks {', '.join(sorted(missing)) or 'the question on line 1'}")
    return Question(
        name=name,
        text=first.removeprefix("# "),
        columns=_listed(fields["columns"]),
        example=fields["example"],
        sparql=text,
        parameters=_listed(fields.get("parameters", "")),
        lists=_listed(fields.get("lists", "")),
        numbers=_listed(fields.get("numbers", "")),
        silence=fields.get("silence"),
    )


def _listed(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(",") if part.strip())
