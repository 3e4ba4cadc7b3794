"""Where the records of one dataset come together: each with the row and fields that it rests on, as words of a text.

The text that quotations refer to is made of the rows: a line for each record, with the fields that it was made of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import fields
from decimal import Decimal
from functools import cache
from typing import Final, TypeAlias, cast

from ...graph.identifiers import digest
from ...graph.records import Act, Agent, AgentKind, Event, Key, Keyed, Record, Span, Statement
from ..news.lexicons.issue_schemes import our_issues
from .converters import Party
from .countries import by_name, known_body, state
from .picking import Picked, Trouble
from .register import Entry, Register

_WITH_IDS: Final = (Act, Event)
"""Facts whose keys are made of the ids of their rows."""
Positions: TypeAlias = dict[str, tuple[str, Party | None, tuple[str, ...]]]
_SURE: Final = Decimal("1.0")


class Desk:
    """Collects records, what they rest on, and what could not be read."""

    def __init__(self, publisher: Agent, rule: str, register: Register, *, starts: int = 0) -> None:
        """``register`` has the ids of all; ``starts`` is where the text of these records begins."""
        self.records: dict[Key, Keyed] = {publisher.key: publisher}
        self.positions: Positions = {}
        """The title, body and identifiers of each position, by its id."""
        self.troubles: list[Trouble] = []
        self.unknowns: Counter[str] = Counter()
        """Who or what is referred to and stands nowhere in the file."""
        self.made: Counter[str] = Counter()
        self._publisher = publisher.key
        self._rule = rule
        self._register = register
        self._named: dict[Key, Keyed] = {}
        """Those whose rows are not among these."""
        self._lines: list[str] = []
        self.length = starts
        """Where the text of these records ends."""

    @property
    def text(self) -> str:
        """The text that the records rest on."""
        return "".join(self._lines)

    def add(self, record: Keyed) -> None:
        """Take in a record that rests on nothing of its own; the first with its key counts."""
        if record.key not in self.records:
            self.records[record.key] = self._register.first(record)

    def enter(self, id: str, entry: Entry) -> None:
        """Note whom an id stands for."""
        self._register.enter(id, entry)

    def entity(self, id: str, agent: Agent, row: Picked) -> None:
        """Take in somebody; the id must not stand for another one already."""
        entry = self._register.find(id)
        if entry is None or entry.key != agent.key or self._register.first(agent) != agent:
            where = entry.place if entry else "an earlier row"
            self.trouble(row, "id", f"{id!r} stands for something else already, in {where}")
        elif entry.place == row.row.place:
            self.records[agent.key] = agent
            self._state(agent.key, row)

    def fact(self, record: Keyed, row: Picked, *, cites: Iterable[str] = (), said_by: str = "") -> None:
        """Take in a fact with what it rests on; its id must not stand for another one already."""
        if isinstance(record, _WITH_IDS) and self._register.first(record) != record:
            self.trouble(row, "id", f"{row.id()!r} stands for something else already, in an earlier row")
            return
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
            return self._of_id(party.value)
        if code := by_name(party.value):
            return self.party(Party("state", code))
        if entry := known_body(party.value):
            self.add(entry)
            return entry.key
        key = Key(f"organization/{party.value}")
        self.add(Agent(key, "organization", party.value, surface_forms=(party.value,)))
        return key

    def _of_id(self, id: str) -> Key | None:
        """Whom an id stands for, who is there by name at least."""
        entry = self._register.find(id)
        if entry is None:
            self.unknown(id)
            return None
        if entry.key not in self.records:
            kind: AgentKind = "person" if entry.key.startswith("person/") else "organization"
            self._named.setdefault(entry.key, Agent(entry.key, kind, entry.label))
        return entry.key

    def label(self, key: Key) -> str:
        """Return what somebody is called."""
        return str(getattr(self.records.get(key) or self._named.get(key), "label", "") or key.partition("/")[2])

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
        """Return the records, with all that they refer to."""
        found = {**self._named, **self.records}
        waiting = list(found.values())
        for record in waiting:
            for key in _keys_in(record):
                if key not in found and (other := self._register.record(key)) is not None:
                    found[key] = other
                    waiting.append(other)
        return list(found.values())

    def _state(self, key: Key, row: Picked, *, cites: Iterable[str] = (), said_by: str = "") -> None:
        """Note the words that a record rests on; the same words of one record are kept once."""
        line = row.words()
        statement = Key(f"statement/{digest(chr(10).join((key, line)), length=16)}")
        if statement in self.records:
            return
        self.made[row.rule.shape] += 1
        span = Span(self.length, self.length + len(line))
        self._lines.append(f"{line}\n")
        self.length = span.end + 1
        chain = [self._publisher]
        if said_by and (speaker := self.party(Party("name", said_by))):
            chain.append(speaker)
        self.records[statement] = Statement(
            statement, span, "claim", tuple(chain), confidence=_SURE, rule=self._rule, supports=(key,),
            cites=tuple(cites),
        )  # fmt: skip


def _keys_in(record: Keyed) -> Iterator[Key]:
    for name in _key_fields(cast("Hashable", type(record))):
        value = getattr(record, name)
        yield from value if isinstance(value, tuple) else [value] if value else []


@cache
def _key_fields(kind: Hashable) -> tuple[str, ...]:
    """The fields of a record that hold keys of others."""
    return tuple(one.name for one in fields(cast("type[Keyed]", kind)) if "Key" in str(one.type) and one.name != "key")


@cache
def _issues() -> dict[str, str]:
    """The issue of each code of PA-X."""
    return {code: issue.id for issue in our_issues().scheme.issues for code in issue.codes}
