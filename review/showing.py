"""Shows the facts of a source as a person decides on them: one entry each, with its words and who says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ..graph.records import (
    Act,
    Condition,
    Item,
    Key,
    Quantity,
    SourceRecords,
    Span,
    Statement,
    Term,
    When,
)
from .entries import Entry
from .fields import GROUPS, ITEM_FIELDS, QUANTITY_FIELDS, TERM_FIELDS, THE_ARTICLE, Fact, Field, Fields, Value
from .names import Names
from .wording import in_words

_MOST_QUOTES = 3


@dataclass(frozen=True, slots=True)
class Shown:
    """A fact with the entry that shows it, and the statement whose words it shows."""

    entry: Entry
    record: Fact
    statement: Statement


def show(said: SourceRecords) -> list[Shown]:
    """Return the facts of a source in the order of the text, group by group."""
    return _Showing(said).all()


class _Showing:
    def __init__(self, said: SourceRecords) -> None:
        self._text = said.source.text
        self._records = said.records
        self._names = Names(said.records)
        self._by_key: Mapping[str, object] = {r.key: r for r in said.records if hasattr(r, "key")}
        self._carriers: dict[Key, list[Statement]] = {}
        for record in said.records:
            if isinstance(record, Statement):
                for key in (*record.supports, *record.disputes):
                    self._carriers.setdefault(key, []).append(record)
        acts = [record for record in said.records if isinstance(record, Act)]
        acts.sort(key=lambda act: (min((s.span for s in self._carriers.get(act.key, ())), default=Span(0, 0)), act.key))
        self._first_acts: dict[Key, Key] = {}
        for act in acts:
            self._first_acts.setdefault(act.item, act.key)

    def all(self) -> list[Shown]:
        found: list[Shown] = []
        for name, group in GROUPS.items():
            shown = [self._fact(name, record) for record in self._records if isinstance(record, group.record)]
            found += sorted(filter(None, shown), key=lambda one: (one.statement.span, one.record.key))
        return _numbered([self._with_fields(one) for one in found])

    def _fact(self, group: str, record: object) -> Shown | None:
        """The fact without its fields; a statement is shown by itself only where it carries no fact."""
        assert isinstance(record, GROUPS[group].record)
        if isinstance(record, Statement):
            if record.part_of is not None or any(self._shown_fact(k) for k in (*record.supports, *record.disputes)):
                return None
            return Shown(Entry(group, {}, self._quote(record.span)), record, record)
        carriers = sorted(self._carriers.get(record.key, ()), key=_telling)
        if not carriers:
            return None
        return Shown(Entry(group, {}, self._quote(carriers[0].span)), record, carriers[0])

    def _shown_fact(self, key: Key) -> bool:
        kept = tuple(group.record for group in GROUPS.values())
        return key == "source" or isinstance(self._by_key.get(key), (*kept, Term, Item, Condition))

    def _with_fields(self, shown: Shown) -> Shown:
        group, statement = GROUPS[shown.entry.group], shown.statement
        fields: dict[str, Value] = {}
        for field in group.fields:
            if value := self._value(field, shown.record, statement):
                fields[field.name] = value
        others = [s for s in self._carriers.get(shown.record.key, ()) if s.span != statement.span]
        also: list[str] = []
        for quote in (self._quote(other.span) for other in sorted(others, key=_telling)):
            if not any(quote in told for told in (shown.entry.quote, *also)):
                also.append(quote)
        entry = replace(
            shown.entry,
            fields=fields,
            fact=in_words(group.name, fields),
            at=place(self._text, statement.span),
            also=tuple(also)[:_MOST_QUOTES],
        )
        return replace(shown, entry=entry)

    def _value(self, field: Field, record: Fact, statement: Statement) -> Value:
        if field.holds == "speakers":
            return tuple(map(self._names.of, statement.chain)) or THE_ARTICLE
        if field.name in ITEM_FIELDS and isinstance(record, Act):
            return self._item_value(field, record)
        return self._plain(field, getattr(record, field.attribute or field.name))

    def _item_value(self, field: Field, act: Act) -> Value:
        """An item is told in full with the first act on it."""
        item = self._by_key.get(act.item)
        if not isinstance(item, Item):
            return ""
        if field.name == "item":
            return item.label
        if self._first_acts[act.item] != act.key:
            return ""
        if field.name == "item_kind":
            return item.kind
        if field.name == "issues":
            return item.issues
        terms = [self._by_key.get(key) for key in item.terms]
        return tuple(self._term(term) for term in terms if isinstance(term, Term))

    def _term(self, term: Term) -> Mapping[str, Value]:
        condition = self._by_key.get(term.condition) if term.condition else None
        found: dict[str, Value] = {}
        for field in TERM_FIELDS:
            held = getattr(term, field.name)
            if field.name == "condition":
                held = condition.text if isinstance(condition, Condition) else ""
            if value := self._plain(field, held):
                found[field.name] = value
        return found

    def _plain(self, field: Field, value: object) -> Value:
        if isinstance(value, When):
            return value.value
        if isinstance(value, Quantity):
            return quantity_fields(value)
        if isinstance(value, bool):
            return "true" if value else ""
        if isinstance(value, tuple):
            return tuple(self._plain(field, one) for one in value)
        if field.holds in ("agent", "agents", "delegation", "event", "events", "place") and value:
            return self._names.of(Key(str(value)))
        return "" if value is None else str(value)

    def _quote(self, span: Span) -> str:
        return self._text[span.start : span.end]


def quantity_fields(quantity: Quantity) -> Fields:
    """Return an amount as a file shows it: what is not usual about it, and nothing that is empty."""
    found: dict[str, Value] = {}
    for field in QUANTITY_FIELDS:
        value = getattr(quantity, field.name)
        if value is not None and value != "" and value is not False and value != "exactly":
            found[field.name] = "true" if value is True else str(value)
    return found


def place(text: str, span: Span) -> str:
    """Return where some words stand, for people and for :func:`~.placing.find`."""
    return f"line {text.count(chr(10), 0, span.start) + 1}, characters {span.start}-{span.end}"


def _telling(statement: Statement) -> tuple[bool, bool, int, Span]:
    """The words that tell most of a fact come first: those of the whole of it, and the longest of these."""
    span = statement.span
    return bool(statement.aspect), statement.evidence == "inferred", span.start - span.end, span


def _numbered(facts: Iterable[Shown]) -> list[Shown]:
    """Give each entry its id: its fingerprint, with a number where two say the same in the same words."""
    seen: Counter[str] = Counter()
    found = []
    for one in facts:
        name = one.entry.fingerprint
        seen[name] += 1
        id = name if seen[name] == 1 else f"{name}-{seen[name]}"
        found.append(replace(one, entry=replace(one.entry, id=id)))
    return found
