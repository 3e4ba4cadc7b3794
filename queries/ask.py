"""Asking a question of the catalogue: its parameters are resolved to nodes and bound, never pasted as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rdflib import Literal
from rdflib.term import Node

from ..graph.errors import QueryError
from .catalogue import Question, question
from .names import resolve

if TYPE_CHECKING:
    from ..graph.knowledge import Knowledge, Results


@dataclass(frozen=True, slots=True)
class Answer:
    """What the sources say, and of what they say nothing."""

    question: Question
    results: Results
    silence: Results | None = None
    """Rows of the question that ``question.silence`` names, under the same parameters."""


def ask(
    knowledge: Knowledge,
    name: str,
    *,
    party: str | None = None,
    round: int | None = None,
    person: str | None = None,
) -> Answer:
    """Return the answer to the question ``name``; party and person are names or IRIs, round is a number."""
    asked = question(name)
    given = {key: value for key, value in (("party", party), ("round", round), ("person", person)) if value is not None}
    refused = sorted(given.keys() - set(asked.parameters))
    if refused:
        takes = ", ".join(asked.parameters) or "no parameters"
        raise QueryError(f"the question {name} does not take {', '.join(refused)}: it takes {takes}")
    bindings: dict[str, Node] = {
        key: Literal(value) if isinstance(value, int) else resolve(knowledge, key, value)
        for key, value in given.items()
    }
    results = knowledge.query(asked.sparql, bindings=bindings)
    if asked.silence is None:
        return Answer(asked, results)
    silent = question(asked.silence)
    fitting = {key: term for key, term in bindings.items() if key in silent.parameters}
    return Answer(asked, results, knowledge.query(silent.sparql, bindings=fitting))
