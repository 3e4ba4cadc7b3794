"""Asks a graph of one article for what is scored, with the queries of this room."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, TypeAlias

from .records import Event, Participation, PastAction, Person, Predictions, Proposal, Role, Statement

if TYPE_CHECKING:
    from ..graph.knowledge import Knowledge

_KINDS: Final = {
    "propose": "proposal",
    "offer": "offer",
    "demand": "demand",
    "request": "request",
    "agree": "agreement",
    "agreeToConsider": "agreement-to-consider",
    "reject": "rejection",
    "commit": "commitment",
    "setCondition": "condition",
    "expect": "expectation",
    "withdraw": "rejection",
}
"""What the gold calls each type of act that counts as a proposal."""
_DONE: Final = "carryOut"
_NODES: Final = ("node", "holding")
_Words: TypeAlias = Mapping[str, str]


@dataclass(slots=True)
class _Act:
    type: str
    agents: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def ask_for_predictions(knowledge: Knowledge) -> Predictions:
    """Return what the graph of one article says, as far as it is scored."""
    acts = _acts(knowledge)
    words: dict[str, str] = {}
    for row in _rows(knowledge, "words"):
        words.setdefault(row["node"], row["text"])
    return Predictions(
        persons=_persons(knowledge, words),
        proposals=_proposals(knowledge, acts),
        events=_events(knowledge, words),
        statements=_statements(knowledge),
        participations=_participations(knowledge, words),
        past_actions=tuple(_past_action(act) for act in acts.values() if act.type == _DONE),
    )


def _persons(knowledge: Knowledge, words: _Words) -> tuple[Person, ...]:
    roles: dict[str, list[Role]] = {}
    for row in _rows(knowledge, "roles"):
        status = "former" if row["tenure"] == "former" else "current"
        role = Role(row["title"], row.get("in"), status, words.get(row["holding"], ""))
        roles.setdefault(row["node"], []).append(role)
    return tuple(Person(row["name"], tuple(roles.get(row["node"], ()))) for row in _rows(knowledge, "persons"))


def _acts(knowledge: Knowledge) -> dict[str, _Act]:
    found: dict[str, _Act] = {}
    for row in _rows(knowledge, "acts"):
        act = found.setdefault(row["node"], _Act(row["type"]))
        for value, values in ((row["agent"], act.agents), (row["text"], act.texts)):
            if value not in values:
                values.append(value)
    return found


def _printed(printed: str, number: str) -> list[float]:
    """The bare numbers as printed (2.4 of "2.4 billion"), or what words say ("two")."""
    digits = re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d),(?=\d{3})", "", printed))
    return [float(one) for one in digits] or [float(number)]


def _proposals(knowledge: Knowledge, acts: dict[str, _Act]) -> tuple[Proposal, ...]:
    addressees: dict[str, list[str]] = {}
    for row in _rows(knowledge, "addressees"):
        addressees.setdefault(row["node"], []).append(row["to"])
    numbers: dict[str, list[float]] = {}
    for row in _rows(knowledge, "quantities"):
        numbers.setdefault(row["node"], []).extend(_printed(row["printed"], row["number"]))
    return tuple(
        Proposal(
            kind=_KINDS[act.type],
            agent=tuple(act.agents),
            addressee=(" and ".join(addressees[node]),) if node in addressees else (),
            text=max(act.texts, key=len),
            quantities=tuple(numbers.get(node, ())),
        )
        for node, act in acts.items()
        if act.type in _KINDS
    )


def _past_action(act: _Act) -> PastAction:
    return PastAction((" and ".join(act.agents),), max(act.texts, key=len))


def _events(knowledge: Knowledge, words: _Words) -> tuple[Event, ...]:
    dates = {row["node"]: row["date"] for row in _rows(knowledge, "dates")}
    places = {row["node"]: row["place"] for row in _rows(knowledge, "places")}
    return tuple(
        Event(row["label"], dates.get(row["node"]), places.get(row["node"]), words.get(row["node"], ""))
        for row in _rows(knowledge, "events")
    )


def _statements(knowledge: Knowledge) -> tuple[Statement, ...]:
    """What several say in the same words is one statement."""
    speakers: dict[str, list[str]] = {}
    denials = set()
    for row in _rows(knowledge, "statements"):
        speakers.setdefault(row["text"], []).append(row["speaker"])
        if row["denial"] == "true":
            denials.add(row["text"])
    return tuple(
        Statement((" and ".join(dict.fromkeys(who)),), text, text in denials) for text, who in speakers.items()
    )


def _participations(knowledge: Knowledge, words: _Words) -> tuple[Participation, ...]:
    """Members of delegations and those who take part in events; who heads a delegation is not also its member."""
    members = [(row, row["role"].removeprefix("role-")) for row in _rows(knowledge, "members")]
    others = [(row, row["role"].removeprefix("capacity-")) for row in _rows(knowledge, "attendances")]
    found = [*members, *others]
    heads = {(row["who"], row["in"]) for row, capacity in found if capacity == "head"}
    return tuple(
        Participation((row["who"],), row["in"], capacity, words.get(row["node"], ""))
        for row, capacity in found
        if capacity != "member" or (row["who"], row["in"]) not in heads
    )


def _rows(knowledge: Knowledge, name: str) -> Iterator[dict[str, str]]:
    """The rows of a query of this room as plain texts; of the vocabulary's terms the name alone."""
    for row in json.loads(knowledge.query(_query(name)).json())["results"]["bindings"]:
        yield {column: _plain(column, value) for column, value in row.items()}


def _plain(column: str, value: dict[str, str]) -> str:
    is_term = value["type"] == "uri" and column not in _NODES
    return value["value"].rsplit("#", 1)[-1] if is_term else value["value"]


@cache
def _query(name: str) -> str:
    return files(__package__).joinpath(f"{name}.rq").read_text(encoding="utf-8")
