"""Holds what an article says while a model's answer is entered: what the rules have found stays as it is.

A fact that is there already gets no second record: the words that the model has found for it become a statement of
their own, or, where the rules have the same words of the same speaker, a note on theirs that the model agrees.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final, TypeVar

from rapidfuzz import fuzz

from ...graph.identifiers import free_key
from ...graph.records import (
    Act,
    ActType,
    AttributionMode,
    Delegation,
    DelegationMembership,
    DelegationRole,
    Event,
    Item,
    Key,
    Modality,
    NegotiationDocument,
    PostHolding,
    Record,
    Span,
    Statement,
    Term,
)
from ..news.entering.sheet import Fact
from ..news.lexicons.word_lists import lexicon
from ..news.names.persons import fold

_SAME_WORDS: Final = 0.7
"""Share of two passages' words that both have, from which on they are the same words."""
_FAMILIES: Final[dict[ActType, ActType]] = {"offer": "propose", "request": "demand"}
F = TypeVar("F", bound=Fact)


class Ledger:
    """Facts and statements by key; ``reader`` is who enters the new ones, empty for the source's own loader."""

    def __init__(self, known: Iterable[Record] = (), *, reader: str = "") -> None:
        self.reader = reader
        self.facts: dict[Key, Fact] = {}
        self.statements: dict[Key, Statement] = {}
        self._carriers: dict[Key, list[Key]] = {}
        for record in known:
            if isinstance(record, Statement):
                self._note(record)
            elif isinstance(record, Fact):
                self.facts[record.key] = record

    # ------------------------------------------------------------------ facts

    def enter(self, fact: Fact) -> Key:
        """Enter a fact; the first of one key stays."""
        self.facts.setdefault(fact.key, fact)
        return fact.key

    def free(self, key: str) -> Key:
        """The key itself, or with a number when something else has it already."""
        return free_key(key, self.facts)

    def all(self, kind: type[F]) -> Iterator[F]:
        """The facts of one kind, in the order in which they were entered."""
        return (fact for fact in list(self.facts.values()) if isinstance(fact, kind))

    def holding(self, new: PostHolding) -> Key | None:
        """The same post of the same person."""
        for old in self.all(PostHolding):
            places = {old.organization, new.organization} - {None}
            alike = fuzz.token_sort_ratio(fold(old.title), fold(new.title)) >= 85
            if (old.person, old.tenure) == (new.person, new.tenure) and len(places) < 2 and alike:
                return old.key if (old.standing == "denied") == (new.standing == "denied") else None
        return None

    def membership(self, member: Key, party: Key, role: DelegationRole) -> Key | None:
        """The same place in a delegation or a lasting team of a party."""
        teams = {team.key for team in self.all(Delegation) if team.represents == party}
        same = (m for m in self.all(DelegationMembership) if (m.member, m.role) == (member, role))
        return next((m.key for m in same if m.delegation in teams), None)

    def event(self, new: Event, span: Span) -> Key | None:
        """The same event: of one kind, without contradiction, and with something that tells it from others."""
        return next((old.key for old in self.all(Event) if self._same_event(old, new, span)), None)

    def _same_event(self, old: Event, new: Event, span: Span) -> bool:
        groups = (set(group) for group in lexicon("events")["same"])
        if old.kind != new.kind and not any({old.kind, new.kind} <= group for group in groups):
            return False
        pairs = ((old.ordinal, new.ordinal), (old.place, new.place), (_day(old), _day(new)))
        if any(a and b and a != b for a, b in pairs) or (old.standing == "denied") != (new.standing == "denied"):
            return False
        ours, theirs = set(old.parties), set(new.parties)
        if (ours and theirs and not ours & theirs) or (len(ours) > 1 and len(theirs) > 1 and ours != theirs):
            return False
        told = any(a and a == b for a, b in pairs) or fuzz.token_set_ratio(old.label.lower(), new.label.lower()) >= 90
        return told or any(_overlap(s.span, span) >= 0.5 for s in self._carrying(old.key))

    def act(self, new: Act, term: Term, span: Span) -> Act | None:
        """The same act: by one of the same agents, of one family, told in the same words or in ones much alike."""
        terms = {item: self.facts.get(key) for item, key in self._first_terms().items()}
        for old in self.all(Act):
            denied = (old.standing == "denied") == (new.standing == "denied")
            family = _FAMILIES.get(old.type, old.type) == _FAMILIES.get(new.type, new.type)
            if not (family and denied and set(old.agents) & set(new.agents)):
                continue
            known = terms.get(old.item)
            near = any(_overlap(s.span, span) >= 0.5 and not s.aspect for s in self._carrying(old.key))
            if isinstance(known, Term) and _same_term(known, term, near=near):
                return old
        return None

    def _first_terms(self) -> dict[Key, Key]:
        return {item.key: item.terms[0] for item in self.all(Item) if item.terms}

    def document(self, new: NegotiationDocument) -> Key | None:
        """The same document, by its key or by its name."""
        for old in self.all(NegotiationDocument):
            alike = fuzz.token_sort_ratio(fold(old.label), fold(new.label)) >= 90
            if (old.key == new.key or alike) and (old.standing == "denied") == (new.standing == "denied"):
                return old.key
        return None

    # ------------------------------------------------------------------ statements

    def state(
        self,
        span: Span,
        modality: Modality,
        *,
        chain: tuple[Key, ...],
        mode: AttributionMode,
        rule: str,
        facts: tuple[Key, ...] = (),
        disputed: bool = False,
        aspect: str = "",
        confidence: Decimal = Decimal("0.8"),
    ) -> Key:
        """Enter a statement that carries (or disputes) facts, or note that another reader has found it too."""
        same = self._agreeing(span, chain, facts, disputed)
        if same is not None:
            if same.reader != self.reader and self.reader not in same.also_found_by:
                self.statements[same.key] = replace(same, also_found_by=(*same.also_found_by, self.reader))
            return same.key
        key = self._statement_key(span, modality, chain)
        known = self.statements.get(key)
        if known is not None:
            joined = tuple(dict.fromkeys((*(known.disputes if disputed else known.supports), *facts)))
            self._note(replace(known, disputes=joined) if disputed else replace(known, supports=joined))
            return key
        self._note(
            Statement(
                key=key,
                span=span,
                modality=modality,
                chain=chain,
                mode=mode,
                confidence=confidence,
                rule=rule,
                supports=() if disputed else facts,
                disputes=facts if disputed else (),
                aspect=aspect,
                reader=self.reader,
            )
        )
        return key

    def _note(self, statement: Statement) -> None:
        self.statements[statement.key] = statement
        for fact in (*statement.supports, *statement.disputes):
            carriers = self._carriers.setdefault(fact, [])
            if statement.key not in carriers:
                carriers.append(statement.key)

    def _carrying(self, fact: Key) -> list[Statement]:
        return [self.statements[key] for key in self._carriers.get(fact, ())]

    def _agreeing(self, span: Span, chain: tuple[Key, ...], facts: tuple[Key, ...], disputed: bool) -> Statement | None:
        """A statement of the same words by the same speaker that carries all these facts, whatever else it carries."""
        speaker = chain[-1:]
        candidates = self._carrying(facts[0]) if facts else self.statements.values()
        for known in candidates:
            carried = known.disputes if disputed else known.supports
            told = known.chain[-1:] == speaker and set(facts) <= set(carried) and not known.aspect
            if told and _overlap(known.span, span, of_both=True) >= _SAME_WORDS:
                return known
        return None

    def nest(self) -> None:
        """Make a statement of the reader's, once all are entered, a part of the narrowest wider one of its speaker."""
        for key, inner in list(self.statements.items()):
            if inner.reader == self.reader and inner.chain and not inner.aspect:
                around = (s for s in self.statements.values() if s.chain[-1:] == inner.chain[-1:] and not s.aspect)
                wider = [s for s in around if s.span != inner.span and _overlap(s.span, inner.span) == 1]
                wider = [s for s in wider if s.span.end - s.span.start > inner.span.end - inner.span.start]
                found = min(wider, key=lambda s: (s.span.end - s.span.start, s.key), default=None)
                self.statements[key] = replace(inner, part_of=found.key if found else None)

    def _statement_key(self, span: Span, modality: Modality, chain: tuple[Key, ...]) -> Key:
        speaker = hashlib.sha256("\n".join(chain).encode()).hexdigest()[:6] if chain else "article"
        mark = f"-{self.reader}" if self.reader else ""
        return Key(f"statement/{span.start}-{span.end}-{modality}-{speaker}{mark}")


def _day(event: Event) -> str:
    return event.when.value[:10] if event.when else ""


def _overlap(a: Span, b: Span, *, of_both: bool = False) -> float:
    """How much two passages share: of the shorter one, or of all that either has."""
    shared = min(a.end, b.end) - max(a.start, b.start)
    lengths = a.end - a.start, b.end - b.start
    whole = max(a.end, b.end) - min(a.start, b.start) if of_both else min(lengths)
    return max(0.0, shared / whole)


def _same_term(known: Term, new: Term, *, near: bool) -> bool:
    """True for terms of the same amounts in words much alike; less alike will do where they stand in one place."""
    amounts = {(q.value, q.minimum, q.maximum) for q in (known.quantity, new.quantity) if q is not None}
    a, b = known.text.lower(), new.text.lower()
    alike = fuzz.token_sort_ratio(a, b) >= 75 or (near and fuzz.token_set_ratio(a, b) >= 60)
    return len(amounts) < 2 and alike
