"""Chooses the agents that belong to the records: every person, and whoever else a record points at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace

from ....graph.records import Agent, Delegation, Key, Statement
from ..cast.actors import Actors
from .sheet import Fact

_NO_REFERENCES = frozenset({"key", "rule", "label", "text"})


def needed_agents(
    actors: Actors, records: Iterable[Fact | Statement], publisher: Key | None
) -> list[Agent | Delegation]:
    """The agents with their sides, sorted by key, then the delegations that records point at but do not hold."""
    held, used = set[Key](), {publisher} if publisher else set[Key]()
    for record in records:
        used.update(_references(record))
        held.add(record.key)
    agents: dict[Key, Agent] = {}
    pending = sorted(used | {key for key, agent in actors.agents.items() if agent.kind == "person"})
    while pending:
        key = pending.pop()
        agent = actors.agents.get(key)
        if agent is None or key in agents:
            continue
        side = actors.sides.get(key) or agent.side
        agents[key] = replace(agent, side=side if side != key else None)
        pending += [other for other in (side, agent.part_of) if other]
    delegations = [d for key, d in actors.delegations.items() if key in used and key not in held]
    for delegation in delegations:
        if delegation.represents not in agents and delegation.represents in actors.agents:
            agents[delegation.represents] = actors.agents[delegation.represents]
    return [*(agents[key] for key in sorted(agents)), *delegations]


def _references(record: Fact | Statement) -> Iterator[Key]:
    for field in fields(record):
        value = getattr(record, field.name) if field.name not in _NO_REFERENCES else None
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, str) and "/" in one:
                yield Key(one)
