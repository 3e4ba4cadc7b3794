"""Asking a question of the catalogue: what is given is resolved to nodes before it comes near a query."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date
from typing import TYPE_CHECKING, TypedDict, Unpack

from rdflib import Literal
from rdflib.term import Node

from ..graph.errors import QueryError
from .binding import bound
from .catalogue import Question, question
from .names import resolve
from .why import shows_statements, with_why

if TYPE_CHECKING:
    from ..graph.knowledge import Apart, Knowledge, Results


class Given(TypedDict, total=False):
    """What a question may be asked about; None stands for everything."""

    party: str | None
    round: int | None
    person: str | None
    post: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the sources say, and of what they say nothing."""

    question: Question
    results: Results
    silence: Results | None = None
    """Rows of the question that ``question.silence`` names, under the same parameters."""


def ask(
    knowledge: Knowledge, name: str, *, why: bool = False, apart: Apart | None = None, **given: Unpack[Given]
) -> Answer:
    """Return the answer to the question ``name``; party, person and post are names or IRIs, a date is YYYY-MM-DD.

    ``why`` adds a column ``why``: what makes the fact of a row stand as it does. ``apart`` lets it be stopped.
    """
    asked = question(name)
    bindings = _resolved(knowledge, asked, given)
    results = knowledge.query(_reasoned(asked, bound(asked, bindings), why=why), apart=apart)
    if asked.silence is None:
        return Answer(asked, results)
    return Answer(asked, results, knowledge.query(bound(question(asked.silence), bindings), apart=apart))


def shown(knowledge: Knowledge, name: str, *, why: bool = False, **given: Unpack[Given]) -> str:
    """Return the SPARQL that :func:`ask` would run, with a comment for each parameter that is open."""
    asked = question(name)
    bindings = _resolved(knowledge, asked, given)
    return _reasoned(asked, bound(asked, bindings, hints=True), why=why)


def _reasoned(asked: Question, sparql: str, *, why: bool) -> str:
    if why and not shows_statements(asked):
        raise QueryError(f"the question {asked.name} shows no statements: ask it without why")
    return with_why(asked, sparql) if why else sparql


def _resolved(knowledge: Knowledge, asked: Question, given: Given) -> dict[str, Node]:
    values = {key: value for key, value in given.items() if isinstance(value, str | int)}
    refused = sorted(values.keys() - set(asked.parameters))
    if refused:
        takes = ", ".join(asked.parameters) or "no parameters"
        raise QueryError(f"the question {asked.name} does not take {', '.join(refused)}: it takes {takes}")
    return {key: _term(knowledge, key, value) for key, value in values.items()}


def _term(knowledge: Knowledge, key: str, value: str | int) -> Node:
    if isinstance(value, int):
        return Literal(value)
    if key != "date":
        return resolve(knowledge, key, value)
    try:
        return Literal(Date.fromisoformat(value).isoformat())
    except ValueError:
        raise QueryError(f"{value!r} is not a day: give it as YYYY-MM-DD") from None
