"""Asking a question of the catalogue: what is given is resolved to nodes before it comes near a query."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Unpack

from rdflib.term import Node

from ..graph.errors import QueryError
from .binding import bound
from .catalogue import Question, question
from .filters import takes
from .flat import parted
from .given import Given, terms
from .why import shows_statements, with_why

if TYPE_CHECKING:
    from ..graph.knowledge import Apart, Knowledge, Results


@dataclass(frozen=True, slots=True)
class Answer:
    """What the sources say, and of what they say nothing."""

    question: Question
    results: Results
    silence: Results | None = None
    """Rows of the question that ``question.silence`` names, if that can be narrowed in the same way."""

    @property
    def untold(self) -> str:
        """Where to ask of what the sources say nothing, when that cannot be narrowed in the same way."""
        asked = self.question.silence if self.silence is None else None
        return f"what is not stated is not told with such filters: ask {asked} without them" if asked else ""


def ask(
    knowledge: Knowledge,
    name: str,
    *,
    why: bool = False,
    flat: bool = False,
    apart: Apart | None = None,
    **given: Unpack[Given],
) -> Answer:
    """Return the answer to the question ``name``, narrowed by what is given; raise QueryError where it takes it not.

    ``why`` adds a column ``why``: what makes the fact of a row stand as it does. ``flat`` joins the values of lists so
    that :func:`parley.queries.flat.flat_rows` can tell them apart. ``apart`` lets it be stopped.
    """
    asked = question(name)
    values = _resolved(knowledge, asked, given)
    text = replace(asked, sparql=parted(asked.sparql)) if flat else asked  # before a value is in it
    results = knowledge.query(_reasoned(asked, bound(text, values), why=why), apart=apart)
    silent = None if asked.silence is None else question(asked.silence)
    if silent is None or values.keys() - set(takes(silent)):
        return Answer(asked, results)
    return Answer(asked, results, knowledge.query(bound(silent, values), apart=apart))


def shown(knowledge: Knowledge, name: str, *, why: bool = False, **given: Unpack[Given]) -> str:
    """Return the SPARQL that :func:`ask` would run, with a comment for each parameter that is open."""
    asked = question(name)
    values = _resolved(knowledge, asked, given)
    return _reasoned(asked, bound(asked, values, hints=True), why=why)


def _reasoned(asked: Question, sparql: str, *, why: bool) -> str:
    if why and not shows_statements(asked):
        raise QueryError(f"the question {asked.name} shows no statements: ask it without why")
    return with_why(asked, sparql) if why else sparql


def _resolved(knowledge: Knowledge, asked: Question, given: Given) -> dict[str, list[Node]]:
    allowed = takes(asked)
    refused = [name for name, value in given.items() if value is not None and name not in allowed]
    if refused:
        raise QueryError(f"the question {asked.name} does not take {', '.join(refused)}: it takes {', '.join(allowed)}")
    return terms(knowledge, given)
