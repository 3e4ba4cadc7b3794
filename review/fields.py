"""The fields of each kind of fact that a person sees and may change, and what each of them holds.

A value is text, a list or a table of such, as a file of decisions has it; what is empty is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, get_args

from ..graph.records import (
    Act,
    ActType,
    Approximation,
    Attendance,
    Capacity,
    Delegation,
    DelegationMembership,
    DelegationRole,
    Event,
    EventKind,
    ItemKind,
    Modality,
    NegotiationDocument,
    PostHolding,
    Standing,
    Statement,
    Tenure,
)
from ..ontology.terms import ACTION_KINDS

Value: TypeAlias = "str | tuple[Value, ...] | Mapping[str, Value]"
Fields: TypeAlias = Mapping[str, Value]
Fact: TypeAlias = (
    PostHolding | Delegation | DelegationMembership | Event | Attendance | Act | NegotiationDocument | Statement
)
"""A record on which a person may decide."""
Holds: TypeAlias = Literal[
    "text", "choice", "agent", "agents", "delegation", "event", "events", "place", "date", "number", "truth",
    "quantity", "issues", "terms", "speakers",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name in the file, what it holds, and the record's name for it where that is another."""

    name: str
    holds: Holds
    attribute: str = ""
    choices: tuple[str, ...] = ()
    required: bool = False
    core: bool = False
    """True when a fact that differs in it is another fact."""


@dataclass(frozen=True, slots=True)
class Group:
    """The facts of one kind."""

    name: str
    kind: str
    """What the keys of its records start with."""
    record: type[Fact]
    fields: tuple[Field, ...]

    def field(self, name: str) -> Field | None:
        """Return the field of that name, if the group has one."""
        return next((field for field in self.fields if field.name == name), None)


def _choice(name: str, alias: object, *, required: bool = True, core: bool = False) -> Field:
    return Field(name, "choice", choices=get_args(alias), required=required, core=core)


def _one(name: str, holds: Holds, attribute: str = "", *, choices: tuple[str, ...] = ()) -> Field:
    return Field(name, holds, attribute, choices)


def _must(name: str, holds: Holds, attribute: str = "") -> Field:
    return Field(name, holds, attribute, required=True, core=True)


_STANDING: Final = _choice("standing", Standing)
_SAID_BY: Final = _one("said_by", "speakers")
_MODALITY: Final = _choice("modality", Modality, required=False)

GROUPS: Final[Mapping[str, Group]] = {
    group.name: group
    for group in (
        Group("posts", "holding", PostHolding, (
            _must("person", "agent"), _must("title", "text"), _choice("tenure", Tenure, core=True),
            _one("organization", "agent"), _STANDING, _SAID_BY,
        )),
        Group("delegations", "delegation", Delegation, (
            _must("label", "text"), _must("represents", "agent"), _one("event", "event"), _one("lasting", "truth"),
            _SAID_BY,
        )),
        Group("memberships", "membership", DelegationMembership, (
            _must("member", "agent"), _must("delegation", "delegation"), _choice("role", DelegationRole, core=True),
            _STANDING, _SAID_BY,
        )),
        Group("events", "event", Event, (
            _choice("kind", EventKind, core=True), _must("label", "text"), _one("ordinal", "number"),
            _one("place", "place"), _one("date", "date", "when"), _one("parties", "agents"),
            _one("duration", "quantity"), _one("format", "text"), _STANDING, _SAID_BY,
        )),
        Group("attendances", "attendance", Attendance, (
            _must("agent", "agent"), _must("event", "event"), _choice("capacity", Capacity, core=True), _STANDING,
            _SAID_BY,
        )),
        Group("acts", "act", Act, (
            _choice("type", ActType, core=True), _must("agents", "agents"), _one("addressees", "agents"),
            _one("implied_addressees", "agents"), _one("represented_by", "agents"),
            _must("item", "text"), _choice("item_kind", ItemKind, required=False),
            _one("issues", "issues"), _one("terms", "terms"), _one("event", "event"),
            _one("date", "date", "when"), _STANDING, _SAID_BY,
        )),
        Group("documents", "document", NegotiationDocument, (
            _must("label", "text"), _one("count", "number"), _one("draft", "truth"), _one("about", "text"),
            _one("authors", "agents"), _one("exchanged_at", "event"), _one("discussed_at", "events"), _STANDING,
            _SAID_BY,
        )),
        Group("statements", "statement", Statement, (_SAID_BY, Field(
            "modality", "choice", choices=get_args(Modality), required=True, core=True),
        )),
    )
}  # fmt: skip
"""The kinds of facts, in the order of a file."""

TERM_FIELDS: Final = (
    _must("text", "text"),
    _one("action", "choice", choices=tuple(ACTION_KINDS)),
    _one("obligors", "agents"),
    _one("beneficiaries", "agents"),
    _one("quantity", "quantity"),
    _one("duration", "quantity"),
    _one("reciprocal", "truth"),
    _one("purpose", "text"),
    _one("location", "text"),
    _one("assisted_by", "agents"),
    _one("condition", "text"),
)
QUANTITY_FIELDS: Final = (
    _one("printed", "text"),
    _one("value", "number"),
    _one("minimum", "number"),
    _one("maximum", "number"),
    _one("unit", "text"),
    _choice("approximation", Approximation, required=False),
    _one("per_side", "truth"),
    _one("additional", "truth"),
    _one("indefinite", "truth"),
)
EXTRA: Final = _MODALITY
"""What an added fact may say besides: how its words are meant."""
THE_ARTICLE: Final = "the article"
"""Who says what is said in the article's own voice."""
ITEM_FIELDS: Final = frozenset({"item", "item_kind", "issues", "terms"})
"""Fields of an act that tell of its item."""
