"""Collects the records of one article: every statement once, every fact with the statements that carry it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from ...graph.records import AttributionMode, Evidence, Key, Modality, Record, Span, Statement
from .attribution import Attribution


class Sheet:
    """The records of one article while they are gathered."""

    def __init__(self, text: str, attribution: Attribution) -> None:
        self.text = text
        self.attribution = attribution
        self.statements: dict[Key, Statement] = {}
        self.records: dict[Key, Record] = {}

    def state(
        self,
        span: Span,
        modality: Modality,
        *,
        supports: Iterable[Key] = (),
        chain: tuple[Key, ...] | None = None,
        mode: AttributionMode | None = None,
        evidence: Evidence = "explicit",
        aspect: str = "",
        rule: str = "",
        confidence: float = 0.9,
        part_of: Key | None = None,
    ) -> Key:
        """Enters a statement (or adds facts to the same one) and returns its key; ``chain=None`` looks it up."""
        if not 0 <= span.start < span.end <= len(self.text):
            raise AssertionError(f"span {span} is not in the text")
        if chain is None:
            chain, found = self.attribution.chain_at(span.start, span.end)
            mode = mode or found
            if not chain and modality == "claim":
                modality = "fact"
            elif chain and modality == "fact":
                modality = "claim"
        speaker = hashlib.sha256("\n".join(chain).encode()).hexdigest()[:6] if chain else "article"
        marked = "" if evidence == "explicit" else f"-{evidence}"
        key = Key(f"statement/{span.start}-{span.end}-{modality}{marked}-{speaker}")
        known = self.statements.get(key)
        if known is not None:
            facts = tuple(dict.fromkeys((*known.supports, *supports)))
            same = known.aspect == aspect
            self.statements[key] = replace(
                known,
                supports=facts,
                aspect=aspect if same else "",
                part_of=known.part_of or (part_of if part_of != key else None),
            )
            return key
        self.statements[key] = Statement(
            key, span, modality, chain, evidence, mode or "unattributed", Decimal(str(confidence)), rule, tuple(dict.fromkeys(supports)), (), aspect,
            part_of if part_of != key else None,
        )  # fmt: skip
        return key

    def enter(self, record: Record) -> Key:
        """Enters a record that has a key; the first of one key stays."""
        key: Key = record.key  # type: ignore[union-attr]  # links have no key and are not entered here
        self.records.setdefault(key, record)
        return key

    def free(self, key: str) -> Key:
        """The key itself, or with a number when something else has it already."""
        candidate, number = key, 2
        while Key(candidate) in self.records:
            candidate, number = f"{key}-{number}", number + 1
        return Key(candidate)
