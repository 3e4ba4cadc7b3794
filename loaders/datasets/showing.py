"""What is made of the first rows of a file, in words: to be looked at before anything is loaded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from ...graph.records import (
    Act,
    Agent,
    Alignment,
    DelegationMembership,
    Event,
    Key,
    PostHolding,
    Record,
    Sanction,
    SourceRecords,
    Statement,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """One record: the row and fields that it rests on, what it is, and what it tells."""

    rests_on: str
    kind: str
    tells: str


def shown(read: SourceRecords) -> list[Shown]:
    """Return each record that rests on a row, in the order of the rows."""
    by_key: dict[str, Record] = {str(getattr(one, "key", "")): one for one in read.records}
    statements = sorted((one for one in read.records if isinstance(one, Statement)), key=lambda one: one.span)
    found = []
    for statement in statements:
        words = read.source.text[statement.span.start : statement.span.end]
        for key in statement.supports:
            record = by_key[key]
            kind, told = _TOLD[type(record)]
            found.append(Shown(words, kind, told(record, _Names(by_key))))
    return found


class _Names:
    """What keys stand for, in words."""

    def __init__(self, by_key: Mapping[str, Record]) -> None:
        self._by_key = by_key

    def of(self, *keys: Key | None) -> str:
        """Return the names of some keys."""
        return ", ".join(str(getattr(self._by_key.get(key), "label", key)) for key in keys if key is not None)


def _joined(*parts: str) -> str:
    return "; ".join(part for part in parts if part)


def _days(start: str, end: str) -> str:
    return f"{start or '?'} to {end or '?'}" if start or end else ""


def _agent(agent: Agent, names: _Names) -> str:
    return _joined(
        agent.label, ", ".join(agent.aliases), f"born {agent.born}" if agent.born else "",
        f"of {names.of(agent.side)}" if agent.side else "", ", ".join(agent.same_as),
    )  # fmt: skip


def _post(post: PostHolding, names: _Names) -> str:
    where = f" ({names.of(post.organization)})" if post.organization else ""
    return _joined(f"{names.of(post.person)}: {post.title}{where}", post.tenure, _days(post.start, post.end))


def _member(one: DelegationMembership, names: _Names) -> str:
    return f"{names.of(one.member)}: {one.role} of {names.of(one.delegation)}"


def _sanction(one: Sanction, names: _Names) -> str:
    said = f"{names.of(one.subject)}: {one.label} by {names.of(one.authority)}"
    return _joined(said, one.programme, _days(one.start, one.end))


def _event(one: Event, names: _Names) -> str:
    day = one.when.value if one.when else ""
    return _joined(f"{one.kind}: {one.label}", names.of(*one.parties), names.of(one.place), day)


def _act(one: Act, names: _Names) -> str:
    to = f" to {names.of(*one.addressees)}" if one.addressees else ""
    return _joined(f"{names.of(*one.agents)}: {one.type}{to}: {names.of(one.item)}", one.when.value if one.when else "")


def _alignment(one: Alignment, names: _Names) -> str:
    return _joined(one.iri, *(f"{kind} {iri}" for kind, iri in one.matches))


_TOLD: Final[dict[type, tuple[str, Callable[[Any, _Names], str]]]] = {  # Any: each takes the record of its own type
    Agent: ("person or body", _agent),
    PostHolding: ("post held", _post),
    DelegationMembership: ("place in a team", _member),
    Sanction: ("sanction", _sanction),
    Event: ("event", _event),
    Act: ("act", _act),
    Alignment: ("alignment", _alignment),
}
