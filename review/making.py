"""Makes records of what the fields of an entry say, and changes those that are there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import replace
from decimal import Decimal
from difflib import get_close_matches
from typing import Any, Final

from ..graph.errors import one_line
from ..graph.identifiers import slug
from ..graph.records import Act, Condition, IssueScheme, Item, ItemKind, Key, Place, Quantity, Record, Term, When
from ..ontology.terms import ISSUES
from .agents import Cast
from .fields import ITEM_FIELDS, QUANTITY_FIELDS, TERM_FIELDS, THE_ARTICLE, Fact, Field, Fields, Group, Value
from .values import Problem

_ITEM_KINDS: Final[Mapping[str, ItemKind]] = {
    "propose": "Proposal", "offer": "Proposal", "demand": "Demand", "request": "Demand", "commit": "Commitment",
    "agree": "Agreement",
}  # fmt: skip
_NOT_OF_RECORDS: Final = ITEM_FIELDS | {"said_by", "modality"}
"""Fields that tell of an act's item or of the statement, not of the record itself."""
Attributes = dict[str, Any]  # Any: whatever the field of a record holds


class Workshop:
    """The records of one source while they are changed."""

    def __init__(self, records: tuple[Record, ...], scheme: IssueScheme | None) -> None:
        self.cast = Cast(records)
        self._known_issues = {issue.id for issue in scheme.issues} if scheme is not None else set(ISSUES)
        self.by_key: dict[Key, Record] = {r.key: r for r in records if hasattr(r, "key")}
        self._items_changed: dict[Key, Fields] = {}

    def copied(self) -> Workshop:
        """Return a workshop with the same records, whose changes are its own."""
        other = copy(self)
        other.cast, other.by_key = self.cast.copied(), dict(self.by_key)
        other._items_changed = dict(self._items_changed)
        return other

    def changed(self, group: Group, record: Fact, was: Fields, fields: Fields, *, quote: str) -> Fact:
        """Return the record with the fields that differ; what an act tells of its item is changed with it."""
        known = getattr(record, "when", None)
        attributes = _printed(self._attributes(group, was, fields), known.printed if known else quote)
        if isinstance(record, Act):
            self._change_item(record.item, was, fields)
        record = replace(record, **attributes) if attributes else record
        if isinstance(record, Act) and "addressees" in attributes:  # who is named is not implied besides
            implied = tuple(key for key in record.implied_addressees if key not in record.addressees)
            return replace(record, implied_addressees=implied)
        return record

    def made(self, group: Group, key: Key, fields: Fields, *, quote: str) -> Fact:
        """Return a new record of these fields, with an item of its own if it is an act on something new."""
        attributes = _printed(self._attributes(group, {}, fields), quote)
        if group.record is Act:
            attributes["item"] = self._item(key, fields)
        return group.record(key=key, **attributes)

    def speakers(self, value: Value) -> tuple[Key, ...]:
        """Return the chain of those who say it; nobody for the article's own voice."""
        if value in ("", THE_ARTICLE):
            return ()
        return tuple(map(self.cast.agent, _texts(value)))

    # ------------------------------------------------------------------ fields

    def _attributes(self, group: Group, was: Fields, fields: Fields) -> Attributes:
        found: Attributes = {}
        for field in group.fields:
            if field.name in _NOT_OF_RECORDS or was.get(field.name) == fields.get(field.name):
                continue
            name = field.attribute or field.name
            try:
                found[name] = self._held(field, fields.get(field.name, ""))
            except Problem as problem:
                raise Problem(f"{field.name}: {problem}") from problem
        return found

    def _held(self, field: Field, value: Value) -> Any:  # Any: as above
        several: dict[str, Callable[[str], str]] = {"agents": self.cast.agent, "events": self._event}
        one: dict[str, Callable[[Any], Any]] = {  # Any: as above
            "agent": self.cast.agent, "delegation": self._delegation, "event": self._event, "place": self._place,
            "date": lambda day: When(day, "resolved", ""), "number": int,
        }  # fmt: skip
        if field.holds in several:
            return tuple(dict.fromkeys(map(several[field.holds], _texts(value))))
        if field.holds == "truth":
            return value == "true"
        if field.holds == "quantity":
            return _quantity(value, None) if value else None
        if field.holds in one:
            return one[field.holds](value) if value else None
        return value

    def _event(self, name: str) -> Key:
        return self.cast.other("event", name)

    def _delegation(self, name: str) -> Key:
        return self.cast.other("delegation", name)

    def _place(self, name: str) -> Key:
        if self.cast.has("place", name):
            return self.cast.other("place", name)
        place = Place(Key(f"place/{slug(name)}"), name, (name,))
        return self.by_key.setdefault(place.key, place).key  # type: ignore[union-attr]  # a place has a key

    # ------------------------------------------------------------------ items and terms

    def _item(self, key: Key, fields: Fields) -> Key:
        label = str(fields["item"])
        own = {name: fields[name] for name in ITEM_FIELDS - {"item"} if name in fields}
        known = [r.key for r in self.by_key.values() if isinstance(r, Item) and r.label == label]
        if known and not own:
            return known[0]
        item = Item(
            Key(f"item/{key.partition('/')[2]}"),
            fields.get("item_kind") or _ITEM_KINDS.get(str(fields["type"]), "Item"),  # type: ignore[arg-type]  # checked before
            label,
            issues=self._issues(fields),
        )
        self.by_key[item.key] = item
        self.by_key[item.key] = replace(item, terms=self._terms(item.key, (), (), _tables(fields.get("terms"))))
        return item.key

    def _change_item(self, key: Key, was: Fields, fields: Fields) -> None:
        before = {name: was.get(name) for name in ITEM_FIELDS}
        after = {name: fields.get(name) for name in ITEM_FIELDS}
        item = self.by_key[key]
        if before == after or not isinstance(item, Item):
            return
        if self._items_changed.setdefault(key, fields) is not fields:
            raise Problem("its item is edited with another act too: edit it with one of them")
        if "item_kind" not in was and after["terms"] is None:  # told in full with another act: only the label is here
            self.by_key[key] = replace(item, label=str(fields["item"]))
            return
        self.by_key[key] = replace(
            item,
            label=str(fields["item"]),
            kind=fields.get("item_kind") or item.kind,  # type: ignore[arg-type]  # checked before
            issues=self._issues(fields),
            terms=self._terms(key, item.terms, _tables(was.get("terms")), _tables(fields.get("terms"))),
        )

    def _issues(self, fields: Fields) -> tuple[str, ...]:
        """The issues of an item, each of the scheme under which the source was read."""
        issues = tuple(_texts(fields.get("issues", "")))
        for issue in issues:
            if issue not in self._known_issues:
                close = get_close_matches(issue, sorted(self._known_issues))
                known = f"is none of {', '.join(close)}" if close else "is no issue of the scheme it was read under"
                raise Problem(f"issues: {one_line(issue, limit=60)!r} {known}")
        return issues

    def _terms(
        self, item: Key, keys: tuple[Key, ...], was: tuple[Fields, ...], now: tuple[Fields, ...]
    ) -> tuple[Key, ...]:
        """Change the terms one by one; those that are no longer listed are let go."""
        found: list[Key] = []
        for number, fields in enumerate(now):
            known = keys[number] if number < len(keys) else None
            key = known or Key(f"term/{item.partition('/')[2]}-{number + 1}")
            term = self.by_key.get(key, Term(key, ""))
            assert isinstance(term, Term)
            before = was[number] if known and number < len(was) else {}
            self.by_key[key] = replace(term, **self._term_attributes(term, before, fields))
            found.append(key)
        return tuple(found)

    def _term_attributes(self, term: Term, was: Fields, fields: Fields) -> Attributes:
        found: Attributes = {}
        for field in TERM_FIELDS:
            value = fields.get(field.name, "")
            if was.get(field.name, "") == value:
                continue
            try:
                if field.name == "condition":
                    found["condition"] = self._condition(term, str(value))
                elif field.holds == "quantity":
                    found[field.name] = _quantity(value, getattr(term, field.name)) if value else None
                else:
                    found[field.name] = self._held(field, value)
            except Problem as problem:
                raise Problem(f"terms: {field.name}: {problem}") from problem
        return found

    def _condition(self, term: Term, text: str) -> Key | None:
        if not text:
            return None
        key = term.condition or Key(f"condition/{term.key.partition('/')[2]}")
        known = self.by_key.get(key)
        self.by_key[key] = replace(known, text=text) if isinstance(known, Condition) else Condition(key, text)
        return key


def _printed(attributes: Attributes, words: str) -> Attributes:
    """The attributes, in which a date stands in these words of the text."""
    when = attributes.get("when")
    return {**attributes, "when": replace(when, printed=words)} if when else attributes


def _quantity(value: Value, known: Quantity | None) -> Quantity:
    assert isinstance(value, Mapping)
    found: Attributes = {}
    for field in QUANTITY_FIELDS:
        held = value.get(field.name, "")
        if field.holds == "number":
            found[field.name] = Decimal(str(held)) if held else None
        elif field.holds == "truth":
            found[field.name] = held == "true"
        else:
            found[field.name] = held
    numbers = [str(found[name]) for name in ("value", "minimum", "maximum") if found[name] is not None]
    found["printed"] = found["printed"] or " ".join(["–".join(numbers), str(found["unit"])]).strip()
    found["approximation"] = found["approximation"] or "exactly"
    same_unit = known is not None and known.unit == found["unit"]
    return Quantity(**found, unit_code=known.unit_code if known is not None and same_unit else "")


def _texts(value: Value) -> tuple[str, ...]:
    if not value:
        return ()
    return tuple(map(str, value)) if isinstance(value, tuple) else (str(value),)


def _tables(value: Value | None) -> tuple[Fields, ...]:
    return tuple(one for one in value if isinstance(one, Mapping)) if isinstance(value, tuple) else ()
