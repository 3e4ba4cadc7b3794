"""A question's parameters as lines of SPARQL: what is asked is the very text that is shown."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rdflib.term import Node

from .catalogue import Question

_MAIN = re.compile(r"^( *)WHERE \{\n(?! *SELECT\b)", re.MULTILINE)
_PLACEHOLDERS = {"round": "3", "date": '"2025-07-24"'}


def bound(asked: Question, bindings: Mapping[str, Node], *, hints: bool = False) -> str:
    """Return the question's SPARQL with a VALUES line for each value; with ``hints``, a comment for each open one.

    A variable that the query itself assigns is joined at the end, any other where the search begins.
    """
    text = asked.sparql
    early: list[str] = []
    late: list[str] = []
    for name in asked.parameters:
        if name in bindings:
            line = f"VALUES ?{name} {{ {bindings[name].n3()} }}"
        elif hints:
            line = f"# VALUES ?{name} {{ {_PLACEHOLDERS.get(name, '<IRI>')} }}"
        else:
            continue
        (late if f"AS ?{name})" in text else early).append(line)
    if early:
        text = _MAIN.sub(lambda where: where[0] + "".join(f"{where[1]}  {line}\n" for line in early), text, count=1)
    return text + "".join(f"{line}\n" for line in late)
