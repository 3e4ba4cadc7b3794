"""Where the records of one dataset come together: each with the row and fields that it rests on, as words of a text.

The text that quotations refer to is made of the rows: a line for each record, with the fields that it was made of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from decimal import Decimal
from functools import cache
from typing import Any, Final

from ...graph.identifiers import digest
from ...graph.records import Agent, Key, Keyed, Record, Span, Statement
from ..news.lexicons.issue_schemes import our_issues
from .converters import Party
from .countries import by_name, known_body, state
from .picking import Picked, Trouble

_OPEN: Final = "?/"
"""What the key of somebody begins with whose row may still come."""
_SURE: Final = Decimal("1.0")


class Desk:
    """Collects records, what they rest on, and what could not be read."""

    def __init__(self, publisher: Agent, rule: str) -> None:
        self.records: dict[Key, Keyed] = {publisher.key: publisher}
        self.positions: dict[str, tuple[str, Key | None, tuple[str, ...]]] = {}
        self.later: list[tuple[Callable[[Desk, Picked], None], Picked]] = []
        """What can only be made when all rows are read."""
        self.at_end = False
        self.troubles: list[Trouble] = []
        self.unknowns: Counter[str] = Counter()
        """Who or what is referred to and stands nowhere in the file."""
        self.made: Counter[str] = Counter()
        self._publisher = publisher.key
        self._rule = rule
        self._lines: list[str] = []
        self._length = 0
        self._of_id: dict[str, Key] = {}
        self._place: dict[Key, str] = {}

    @property
    def text(self) -> str:
        """The text that the records rest on."""
        return "".join(self._lines)

    def add(self, record: Keyed) -> None:
        """Take in a record that rests on nothing of its own."""
        self.records.setdefault(record.key, record)

    def entity(self, id: str, agent: Agent, row: Picked) -> None:
        """Take in somebody; the id must not stand for another one already."""
        if (known := self._of_id.get(id)) is not None:
            if self.records[known] != agent:
                self.trouble(row, "id", f"{id!r} stands for something else already, in {self._place[known]}")
            return
        self._of_id[id] = agent.key
        self._place[agent.key] = row.row.place
        self.records[agent.key] = agent
        self._state(agent.key, row)

    def fact(self, record: Keyed, row: Picked, *, cites: Iterable[str] = (), said_by: str = "") -> None:
        """Take in a fact with what it rests on."""
        self.records.setdefault(record.key, record)
        self._state(record.key, row, cites=cites, said_by=said_by)

    def replace(self, record: Keyed, row: Picked) -> None:
        """Take in a record in place of the one with its key, with what it rests on besides."""
        self.records[record.key] = record
        self._state(record.key, row)

    def party(self, party: Party) -> Key | None:
        """Return the key of who is meant; None where nobody is."""
        if party.kind == "state":
            self.add(state(party.value))
            return Key(f"state/{party.value}")
        if not party.value:
            return None
        if party.kind == "ref":
            return self._of_id.get(party.value, Key(f"{_OPEN}{party.value}"))
        if code := by_name(party.value):
            return self.party(Party("state", code))
        if entry := known_body(party.value):
            self.add(entry)
            return entry.key
        key = Key(f"organization/{party.value}")
        self.add(Agent(key, "organization", party.value, surface_forms=(party.value,)))
        return key

    def label(self, key: Key) -> str:
        """Return what somebody is called."""
        return str(getattr(self.records.get(key), "label", "") or key.partition("/")[2])

    def issues(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Return the issues that codes of PA-X stand for."""
        return tuple(sorted({_issues()[code] for code in codes if code in _issues()}))

    def miss(self, row: Picked, slot: str) -> None:
        """Note that a record lacks what it cannot be without."""
        if row.rule.values.get(slot):
            self.trouble(row, slot, "is empty, and no record can be made without it")

    def trouble(self, row: Picked, slot: str, why: str) -> None:
        """Note why a record cannot be made."""
        names = dict.fromkeys(field for value in row.rule.values.get(slot, ()) for field in value.fields)
        self.troubles.append(Trouble(row.row.place, ", ".join(names), why))

    def unknown(self, what: str) -> None:
        """Note what is referred to and stands nowhere."""
        self.unknowns[what] += 1

    def finish(self) -> list[Record]:
        """Return the records, each reference settled; facts on somebody whom no row names are left out."""
        self.at_end = True
        for make, row in self.later:
            make(self, row)
            self.troubles += row.troubles
        kept: dict[Key, Keyed] = {}
        for key, record in self.records.items():
            settled = self._settled(record)
            if settled is not None:
                kept[key] = settled
        return [one for one in kept.values() if not isinstance(one, Statement) or set(one.supports) <= kept.keys()]

    def _settled(self, record: Keyed) -> Keyed | None:
        changes: dict[str, Any] = {}  # Any: what a field of a record holds
        for name, value in _open_fields(record):
            several = value if isinstance(value, tuple) else (value,)
            known = tuple(key for one in several if (key := self._now(one)))
            if not known and name not in ("side", "part_of", "organization", "parties", "addressees"):
                return None
            changes[name] = known if isinstance(value, tuple) else known[0] if known else None
        return replace(record, **changes) if changes else record

    def _now(self, key: str) -> Key | None:
        if not key.startswith(_OPEN):
            return Key(key)
        known = self._of_id.get(key.removeprefix(_OPEN))
        if known is None:
            self.unknown(key.removeprefix(_OPEN))
        return known

    def _state(self, key: Key, row: Picked, *, cites: Iterable[str] = (), said_by: str = "") -> None:
        """Note the words that a record rests on; the same words of one record are kept once."""
        line = row.words()
        statement = Key(f"statement/{digest(chr(10).join((key, line)), length=16)}")
        if statement in self.records:
            return
        self.made[row.rule.shape] += 1
        span = Span(self._length, self._length + len(line))
        self._lines.append(f"{line}\n")
        self._length = span.end + 1
        chain = [self._publisher]
        if said_by and (speaker := self.party(Party("name", said_by))):
            chain.append(speaker)
        self.records[statement] = Statement(
            statement, span, "claim", tuple(chain), confidence=_SURE, rule=self._rule, supports=(key,),
            cites=tuple(cites),
        )  # fmt: skip


def _open_fields(record: Keyed) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    for name in _keys_of(record):
        value = getattr(record, name)
        if value and any(one.startswith(_OPEN) for one in (value if isinstance(value, tuple) else (value,))):
            yield name, value


def _keys_of(record: Keyed) -> tuple[str, ...]:
    """The fields of a record that hold keys."""
    return tuple(one.name for one in fields(record) if "Key" in str(one.type) and one.name not in ("key", "supports"))


@cache
def _issues() -> dict[str, str]:
    """The issue of each code of PA-X."""
    return {code: issue.id for issue in our_issues().scheme.issues for code in issue.codes}
