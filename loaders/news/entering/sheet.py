"""Collects the records of one article: every statement once, every fact with the statements that carry it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import TypeAlias

from ....graph.identifiers import free_key
from ....graph.records import (
    Act,
    Attendance,
    AttributionMode,
    Condition,
    Delegation,
    DelegationMembership,
    Event,
    Evidence,
    Item,
    Key,
    Modality,
    NegotiationDocument,
    Place,
    PostHolding,
    Process,
    Span,
    Statement,
    Term,
)
from ..cast.attribution import Attribution
from ..text.view import View

Fact: TypeAlias = (
    Act
    | Attendance
    | Condition
    | Delegation
    | DelegationMembership
    | Event
    | Item
    | NegotiationDocument
    | Place
    | PostHolding
    | Process
    | Term
)
"""A record that statements are about."""


class Sheet:
    """The records of one article while they are gathered."""

    def __init__(self, text: str, attribution: Attribution) -> None:
        self.text = text
        self.attribution = attribution
        self.statements: dict[Key, Statement] = {}
        self.records: dict[Key, Fact] = {}
        self.supported: set[Key] = set()
        """The keys of the facts that a statement carries."""

    def state(
        self,
        span: Span,
        modality: Modality,
        *,
        supports: Iterable[Key] = (),
        disputes: Iterable[Key] = (),
        chain: tuple[Key, ...] | None = None,
        mode: AttributionMode | None = None,
        evidence: Evidence = "explicit",
        aspect: str = "",
        rule: str = "",
        confidence: Decimal = Decimal("0.9"),
        part_of: Key | None = None,
        because: str = "",
    ) -> Key:
        """Enters a statement (or adds facts to the same one) and returns its key; ``chain=None`` looks it up."""
        if not 0 <= span.start < span.end <= len(self.text):
            raise AssertionError(f"span {span} is not in the text")
        if chain is None:
            chain, found = self.attribution.chain_at(span.start, span.end)
            mode = mode or found
            modality = _voiced(modality, by_somebody=bool(chain))
        key = _key(span, modality, chain, evidence)
        statement = Statement(
            key=key,
            span=span,
            modality=modality,
            chain=chain,
            evidence=evidence,
            mode=mode or "unattributed",
            confidence=confidence,
            rule=rule,
            supports=tuple(dict.fromkeys(supports)),
            disputes=tuple(dict.fromkeys(disputes)),
            aspect=aspect,
            part_of=part_of if part_of != key else None,
            standing_because=because,
        )
        self.statements[key] = _joined(self.statements.get(key), statement)
        self.supported.update(statement.supports)
        return key

    def placed(self, view: View) -> tuple[Statement, ...]:
        """The statements with their places in the canonical text, of which the text here is a view."""
        spans = {s.key: view.place(s.span.start, s.span.end) for s in self.statements.values()}
        if all(spans[s.key] == s.span for s in self.statements.values()):
            return tuple(self.statements.values())
        keys = {s.key: _key(spans[s.key], s.modality, s.chain, s.evidence) for s in self.statements.values()}
        found: dict[Key, Statement] = {}
        for s in self.statements.values():
            key, whole = keys[s.key], keys[s.part_of] if s.part_of else None
            moved = replace(s, key=key, span=spans[s.key], part_of=whole if whole != key else None)
            found[key] = _joined(found.get(key), moved)
        return tuple(found.values())

    def enter(self, record: Fact) -> Key:
        """Enters a record that has a key; the first of one key stays."""
        self.records.setdefault(record.key, record)
        return record.key

    def free(self, key: str) -> Key:
        """The key itself, or with a number when something else has it already."""
        return free_key(key, self.records)


def _voiced(modality: Modality, *, by_somebody: bool) -> Modality:
    """What somebody says is a claim, what the article says itself a fact."""
    if modality in ("claim", "fact"):
        return "claim" if by_somebody else "fact"
    return modality


def _key(span: Span, modality: Modality, chain: tuple[Key, ...], evidence: Evidence) -> Key:
    speaker = hashlib.sha256("\n".join(chain).encode()).hexdigest()[:6] if chain else "article"
    marked = "" if evidence == "explicit" else f"-{evidence}"
    return Key(f"statement/{span.start}-{span.end}-{modality}{marked}-{speaker}")


def _joined(known: Statement | None, again: Statement) -> Statement:
    """One statement for the same words of the same speaker, with the facts of both."""
    if known is None:
        return again
    return replace(
        known,
        supports=tuple(dict.fromkeys((*known.supports, *again.supports))),
        disputes=tuple(dict.fromkeys((*known.disputes, *again.disputes))),
        aspect=known.aspect if known.aspect == again.aspect else "",
        part_of=known.part_of or again.part_of,
        standing_because=known.standing_because or again.standing_because,
    )
