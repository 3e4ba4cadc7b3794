"""At which events somebody was, for whom, and with whom: the table that people sat at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..content.wording import moment
from ..reading.lookup import ORG, concept_key
from .happenings import Happening, members_at
from .record import Quote, Record, as_told, one_each

if TYPE_CHECKING:
    from .timeline import History


def appearances(history: History, node: str, *, held: bool) -> Iterator[tuple[str, tuple[Quote, ...]]]:
    """Yield the events of a person or a party, held or not, in order of time, as a sentence with its words."""
    events = sorted(
        history.happenings.all.values(), key=lambda one: (one.when.first or one.told_first or "~", one.number, one.node)
    )
    for event in events:
        if event.held != held:
            continue
        present = list(members_at(history.record, event.node))
        own = [fact for agent, fact in present if agent == node]
        if own or node in (*event.parties, *event.guests):
            mine = one_each(quote for fact in own for quote in history.record.words_for(fact))
            heads = any(concept_key(history.record.triples.first(fact, ORG + "role")) == "head" for fact in own)
            words = _sentence(history.record, event, node, {agent for agent, _ in present})
            they = "they" if history.record.is_person(node) else "it"
            claimed = event.standing == "claimed" or _only_said(history.record, own)
            yield (
                words
                + (f"; {they} headed the delegation" if heads else "")
                + as_told(mine or event.quotes, claimed=claimed),
                tuple(dict.fromkeys((*mine, *one_each(event.quotes)))),
            )


def _sentence(record: Record, event: Happening, node: str, present: set[str]) -> str:
    day = " to ".join(moment(value) for value in event.when.value.split("/")) if event.when.day else _undated(event)
    where = f", {event.place}" if event.place else ""
    sides = [side for side in event.parties if side not in (node, record.side(node))]
    with_ = f" with {record.labels(sides)}" if sides else ""
    guests = [side for side in event.guests if side != node]
    through = f" ({record.labels(guests)} mediating, hosting or watching)" if guests else ""
    others = sorted(_named(record, agent) for agent in present - {node} if record.kind(agent) == "person")
    people = f"; there: {', '.join(others)}" if others else ""
    return f"{day}{where}: {event.name}{with_}{through}, {event.history}{people}"


def _only_said(record: Record, facts: list[str]) -> bool:
    """True when whoever was there is only said to have been."""
    return bool(facts) and all(record.standing(fact) == "claimed" for fact in facts)


def _named(record: Record, person: str) -> str:
    side = record.side(person)
    return record.label(person) + (f" ({record.label(side)})" if side != person else "")


def _undated(event: Happening) -> str:
    return f"no day told, first told of on {moment(event.told_first)}" if event.told_first else "no day told"
