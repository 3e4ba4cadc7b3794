"""Names what no text names: facts, terms and statements go by what they tell, so that every node has a label.

These are for reading only, as ``rdfs:label``: nothing is found or told apart by them. What a text names has a
``skos:prefLabel`` too (:meth:`parley.graph.writing.sheet.Sheet.label`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from ..kinds import in_words
from ..records import (
    Act,
    Attendance,
    Condition,
    DelegationMembership,
    PostHolding,
    Record,
    Source,
    Span,
    Statement,
    Term,
)
from .sheet import Sheet


def caption(sheet: Sheet, record: Record) -> str:
    """Return what a record goes by that has no name of its own; empty for one that has."""
    told = _CAPTIONS.get(type(record))
    return told(sheet, record) if told else ""


def source_caption(source: Source) -> str:
    """Return what a source goes by: its headline, or its id.

    >>> source_caption(Source("talks", "", "A text.", "news", "news 1"))
    'talks'
    """
    return source.title if source.title.strip() else source.id


def place_caption(kind: str, span: Span) -> str:
    """Return what a place in a text goes by.

    >>> place_caption("passage", Span(3, 17))
    'passage, characters 3 to 17'
    """
    return f"{kind}, characters {span.start} to {span.end}"


def _act(sheet: Sheet, act: Act) -> str:
    return f"{', '.join(map(sheet.name, act.agents))}: {in_words(act.type)}: {sheet.name(act.item)}"


def _holding(sheet: Sheet, holding: PostHolding) -> str:
    return f"{sheet.name(holding.person)}: {holding.title} ({holding.tenure})"


def _membership(sheet: Sheet, membership: DelegationMembership) -> str:
    return f"{sheet.name(membership.member)}: {membership.role} of {sheet.name(membership.delegation)}"


def _attendance(sheet: Sheet, attendance: Attendance) -> str:
    return f"{sheet.name(attendance.agent)}: {attendance.capacity} at {sheet.name(attendance.event)}"


def _statement(sheet: Sheet, statement: Statement) -> str:
    speaker = sheet.name(statement.chain[-1]) if statement.chain else ""
    return place_caption(f"statement of {speaker}" if speaker else "statement", statement.span)


def _term(sheet: Sheet, term: Term) -> str:
    return term.text or in_words(term.action) or "term"


def _condition(sheet: Sheet, condition: Condition) -> str:
    return condition.text or "condition"


_CAPTIONS: Final[dict[type, Callable[[Sheet, Any], str]]] = {  # Any: each takes the record of its own type
    Act: _act,
    PostHolding: _holding,
    DelegationMembership: _membership,
    Attendance: _attendance,
    Statement: _statement,
    Term: _term,
    Condition: _condition,
}
