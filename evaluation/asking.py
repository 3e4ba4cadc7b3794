"""Asks a graph of one article for what is scored, with the queries of this room."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, TypeAlias

from ..loaders.news.names.gazetteer import load_gazetteer
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
_THREAT: Final = "threaten"
"""Counts as a condition where it hangs on one, and as nothing otherwise."""
_DONE: Final = ("carryOut", "takeStep")
_NODES: Final = ("node", "holding")
_WHO: Final = ("agent", "to", "speaker", "who")
"""Columns that name agents."""
_Words: TypeAlias = Mapping[str, str]


@dataclass(slots=True)
class _Act:
    type: str
    agents: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Graph:
    """The graph of one article, with the names that it prints for organisations whose usual name it does not print."""

    knowledge: Knowledge
    printed: Mapping[str, str]

    def rows(self, name: str) -> Iterator[dict[str, str]]:
        """The rows of a query of this room as plain texts; of the vocabulary's terms the name alone."""
        for row in _rows(self.knowledge, name):
            yield {c: self.printed.get(value, value) if c in _WHO else value for c, value in row.items()}


def ask_for_predictions(knowledge: Knowledge) -> Predictions:
    """Return what the graph of one article says, as far as it is scored."""
    graph = _Graph(knowledge, _printed_names(knowledge))
    acts = _acts(graph)
    words: dict[str, str] = {}
    for row in graph.rows("words"):
        words.setdefault(row["node"], row["text"])
    return Predictions(
        persons=_persons(graph, words),
        proposals=_proposals(graph, acts),
        events=_events(graph, words),
        statements=_statements(graph),
        participations=_participations(graph, words),
        past_actions=tuple(_past_action(act) for act in acts.values() if act.type in _DONE),
    )


def _persons(graph: _Graph, words: _Words) -> tuple[Person, ...]:
    roles: dict[str, list[Role]] = {}
    for row in graph.rows("roles"):
        status = "former" if row["tenure"] == "former" else "current"
        role = Role(row["title"], row.get("in"), status, words.get(row["holding"], ""))
        roles.setdefault(row["node"], []).append(role)
    return tuple(Person(row["name"], tuple(roles.get(row["node"], ()))) for row in graph.rows("persons"))


def _acts(graph: _Graph) -> dict[str, _Act]:
    found: dict[str, _Act] = {}
    for row in graph.rows("acts"):
        act = found.setdefault(row["node"], _Act(row["type"]))
        for value, values in ((row["agent"], act.agents), (row["text"], act.texts)):
            if value not in values:
                values.append(value)
    return found


def _printed(printed: str, number: str) -> list[float]:
    """The bare numbers as printed (2.4 of "2.4 billion"), or what words say ("two")."""
    digits = re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d),(?=\d{3})", "", printed))
    return [float(one) for one in digits] or [float(number)]


def _proposals(graph: _Graph, acts: dict[str, _Act]) -> tuple[Proposal, ...]:
    addressees: dict[str, list[str]] = {}
    for row in graph.rows("addressees"):
        addressees.setdefault(row["node"], []).append(row["to"])
    numbers: dict[str, list[float]] = {}
    for row in graph.rows("quantities"):
        act = acts.get(row["node"])
        if act is None or not any(row["printed"] in text for text in act.texts):
            continue  # what is taken up or turned down has the numbers of whoever put it forward
        numbers.setdefault(row["node"], []).extend(_printed(row["printed"], row["number"]))
    conditional = {row["node"] for row in graph.rows("conditions")}
    issues: dict[str, list[str]] = {}
    for row in graph.rows("issues"):
        issues.setdefault(row["node"], []).append(row["issue"])
    return tuple(
        Proposal(
            kind=kind,
            agent=tuple(act.agents),
            addressee=(" and ".join(addressees[node]),) if node in addressees else (),
            text=max(act.texts, key=len),
            quantities=tuple(numbers.get(node, ())),
            issues=tuple(issues.get(node, ())),
        )
        for node, act in acts.items()
        if (kind := _kind(act, conditional=node in conditional))
    )


def _kind(act: _Act, *, conditional: bool) -> str:
    """What the gold calls an act; empty for one that is no proposal."""
    return _KINDS["setCondition"] if act.type == _THREAT and conditional else _KINDS.get(act.type, "")


def _past_action(act: _Act) -> PastAction:
    return PastAction((" and ".join(act.agents),), max(act.texts, key=len))


def _events(graph: _Graph, words: _Words) -> tuple[Event, ...]:
    dates = {row["node"]: row["date"] for row in graph.rows("dates")}
    places = {row["node"]: row["place"] for row in graph.rows("places")}
    return tuple(
        Event(row["label"], dates.get(row["node"]), places.get(row["node"]), words.get(row["node"], ""))
        for row in graph.rows("events")
    )


def _statements(graph: _Graph) -> tuple[Statement, ...]:
    """What several say in the same words is one statement."""
    speakers: dict[str, list[str]] = {}
    denials = set()
    for row in graph.rows("statements"):
        speakers.setdefault(row["text"], []).append(row["speaker"])
        if row["denial"] == "true":
            denials.add(row["text"])
    return tuple(
        Statement((" and ".join(dict.fromkeys(who)),), text, text in denials) for text, who in speakers.items()
    )


def _participations(graph: _Graph, words: _Words) -> tuple[Participation, ...]:
    """Members of delegations and those who take part in events; who heads a delegation is not also its member."""
    members = [(row, row["role"].removeprefix("role-")) for row in graph.rows("members")]
    others = [(row, row["role"].removeprefix("capacity-")) for row in graph.rows("attendances")]
    found = [*members, *others]
    heads = {(row["who"], row["in"]) for row, capacity in found if capacity == "head"}
    return tuple(
        Participation((row["who"],), row["in"], capacity, words.get(row["node"], ""))
        for row, capacity in found
        if capacity != "member" or (row["who"], row["in"]) not in heads
    )


def _printed_names(knowledge: Knowledge) -> dict[str, str]:
    forms: dict[str, list[str]] = {}
    for row in _rows(knowledge, "names"):
        forms.setdefault(row["label"], []).append(row["form"])
    gazetteer = load_gazetteer()
    printed: dict[str, str] = {}
    for label, found in forms.items():
        names = [form for form in found if all(m.form in ("name", "alias") for m in gazetteer.match(form))]
        if names and label not in found:  # a seat or building ("Brussels") is no name
            printed[label] = max(names, key=len)
    return printed


def _rows(knowledge: Knowledge, name: str) -> Iterator[dict[str, str]]:
    for row in json.loads(knowledge.query(_query(name)).json())["results"]["bindings"]:
        yield {column: _plain(column, value) for column, value in row.items()}


def _plain(column: str, value: dict[str, str]) -> str:
    is_term = value["type"] == "uri" and column not in _NODES
    return value["value"].rsplit("#", 1)[-1] if is_term else value["value"]


@cache
def _query(name: str) -> str:
    return files(__package__).joinpath(f"{name}.rq").read_text(encoding="utf-8")
