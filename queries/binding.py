"""What is given with a question as lines of SPARQL: what is asked is the very text that is shown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from rdflib.term import Node

from . import belonging
from .catalogue import Question
from .filters import Way, ways

_MAIN: Final = re.compile(r"^( *)WHERE \{\n(?! *SELECT\b)", re.MULTILINE)
_ALSO_NARROWED: Final = re.compile(r"^( *)# narrowed\n", re.MULTILINE)
"""Where a search inside the question's, which counts, begins: it is to count what is asked for."""
_PLACEHOLDERS: Final = {"round": "3", "date": '"2025-07-24"'}

Given = Mapping[str, Sequence[Node]]
"""For each filter the values of which one is to fit."""


def bound(asked: Question, given: Given, *, hints: bool = False) -> str:
    """Return the question's SPARQL with a VALUES line for each filter; with ``hints``, comments for open parameters.

    A variable that the query itself assigns is joined at the end, any other where the search begins.
    """
    text = asked.sparql
    early: list[str] = []
    late: list[str] = []
    for name, way in ways(asked).items():
        if name in given:
            lines = _lines(way, " ".join(value.n3() for value in given[name]))
        elif hints and name in asked.parameters:
            lines = [f"# {line}" for line in _lines(way, _PLACEHOLDERS.get(name, "<IRI>"))]
        else:
            continue
        (late if f"AS ?{way.variable})" in text else early).extend(lines)
    if early:
        text = _MAIN.sub(lambda where: where[0] + _indented(f"{where[1]}  ", early), text, count=1)
        text = _ALSO_NARROWED.sub(lambda mark: mark[0] + _indented(mark[1], early), text)
    return text + "".join(f"{line}\n" for line in late)


def _lines(way: Way, values: str) -> list[str]:
    line = f"VALUES ?{way.variable} {{ {values} }}"
    placed = [each.replace(belonging.VALUES, line) for each in way.lines]
    return placed if placed != [*way.lines] else [line, *way.lines]


def _indented(indent: str, lines: Sequence[str]) -> str:
    return "".join(f"{indent}{line}\n" for line in lines)
