"""Takes facts out of the records of a source, with what only they carried."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Final

from ..graph.records import (
    Act,
    Agent,
    Attendance,
    Condition,
    Delegation,
    DelegationMembership,
    Event,
    Item,
    Key,
    NegotiationDocument,
    Place,
    PostHolding,
    Process,
    Record,
    Statement,
    Term,
)

_NO_REFERENCES: Final = frozenset(
    ("key", "rule", "label", "text", "title", "said", "by", "because", "about", "format", "supports", "disputes")
)
_NEEDS: Final[Mapping[type[Record], tuple[str, ...]]] = {
    PostHolding: ("person",),
    Delegation: ("represents",),
    DelegationMembership: ("member", "delegation"),
    Attendance: ("agent", "event"),
    Act: ("item",),
}
"""What a record cannot be without."""
_NEED_WORDS: Final = (PostHolding, DelegationMembership, Event, Attendance, Act, NegotiationDocument)
_HELD_UP: Final = (Item, Term, Condition, Place, Process, Agent)
"""What is there for the sake of others."""


def without(
    records: Mapping[Key, Record], rejected: Collection[Key], *, keep: Collection[Key] = ()
) -> dict[Key, Record]:
    """Return the records without the rejected ones, and without what only these carried; ``keep`` stays anyhow.

    A membership goes with its delegation, an attendance with its event, an item with the last act on it. What was
    really said stays as a statement, which supports one fact less; a fact that nothing says any more goes.
    """
    left = dict(records)
    once, said_once = set(_references(left.values())), _said(left.values())
    gone = {key for key in rejected if key in left}
    while gone:
        left = {key: _parted(record, gone) for key, record in left.items() if key not in gone}
        said = _said(left.values())
        gone = {
            key for key, record in left.items()
            if not _whole(record, left) or (isinstance(record, _NEED_WORDS) and key in said_once - said)
        }  # fmt: skip
        gone = gone or _unneeded(left, once) - set(keep)
    return left


def _unneeded(left: Mapping[Key, Record], once: set[Key]) -> set[Key]:
    """What something pointed at before, and nothing does any more."""
    needed = set(_references(left.values()))
    return {key for key, record in left.items() if isinstance(record, _HELD_UP) and key in once - needed}


def _said(records: Iterable[Record]) -> set[Key]:
    """What statements carry."""
    return {key for one in records if isinstance(one, Statement) for key in (*one.supports, *one.disputes)}


def _whole(record: Record, left: Mapping[Key, Record]) -> bool:
    needed = all(getattr(record, name) in left for name in _NEEDS.get(type(record), ()))
    return needed and (not isinstance(record, Act) or bool(record.agents))


def _parted(record: Record, gone: Collection[Key]) -> Record:
    """The record without pointing at what is gone, but for what it cannot be without."""
    changes: dict[str, object] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, tuple) and any(one in gone for one in value):
            changes[field.name] = tuple(one for one in value if one not in gone)
        elif isinstance(value, str) and value in gone and field.name not in ("key", *_NEEDS.get(type(record), ())):
            changes[field.name] = None
    return replace(record, **changes) if changes else record  # type: ignore[arg-type]  # of the fields' own types


def _references(records: Iterable[Record]) -> Iterator[Key]:
    for record in records:
        for field in fields(record):
            value = getattr(record, field.name) if field.name not in _NO_REFERENCES else None
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, str) and "/" in one:
                    yield Key(one)
