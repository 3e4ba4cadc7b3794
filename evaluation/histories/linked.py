"""What a store says of links between facts: variants, answers, contradictions and repeats, each with its two ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from .places import Place
from .records import FoundMention

if TYPE_CHECKING:
    from ...graph.knowledge import Knowledge

_STATEMENTS: Final = """SELECT ?id ?statement ?start ?end WHERE {
  ?statement a parley:Statement ; prov:wasDerivedFrom/parley:sourceId ?id ; oa:hasTarget/oa:hasSelector ?position .
  ?position oa:start ?start ; oa:end ?end .
} ORDER BY ?id ?start ?end ?statement"""
_PAIRS: Final = "SELECT DISTINCT ?one ?other WHERE {{ GRAPH ?graph {{ ?one {name} ?other }} }} ORDER BY ?one ?other"
_SAYS: Final = """SELECT DISTINCT ?act ?type ?item ?standing ?agent ?statement WHERE { GRAPH ?graph {
  ?act parley:actType ?type ; parley:concerns ?item ; parley:standing ?standing ; schema:agent ?agent ;
    parley:supportedBy|parley:disputedBy ?statement } }
ORDER BY ?act ?statement ?item"""
_ALWAYS: Final = frozenset(("agreeToConsider", "reject", "withdraw"))
_ANSWERS: Final = _ALWAYS | {"agree", "carryOut", "commit"}
_ASKS: Final = frozenset(("propose", "offer", "demand", "request"))


@dataclass(slots=True)
class _Act:
    """One act with its item and the places that it rests on."""

    type: str
    item: str
    standing: str
    agents: set[str] = field(default_factory=set)
    places: dict[Place, None] = field(default_factory=dict)

    def answers(self, *, asked: bool) -> bool:
        """True for an act that takes up what is on the table; ``asked`` when another act has put its item there."""
        if self.type in _ALWAYS or (self.type in _ANSWERS and (asked or self.standing == "denied")):
            return True
        return self.type == "agree" and len(self.agents) == 1 and self.standing in ("asserted", "claimed")


class LinkExport:
    """Reads links; ``items`` are the mentions of items by their nodes, ``same`` tells what a node is one with."""

    def __init__(self, knowledge: Knowledge, items: Mapping[str, FoundMention], same: Mapping[str, str]) -> None:
        self._knowledge = knowledge
        self._items = items
        self._same = same
        self.statements = {
            str(row["statement"]): Place(str(row["id"]), ((int(str(row["start"])), int(str(row["end"]))),))
            for row in knowledge.query(_STATEMENTS)
        }

    def links(self) -> dict[str, tuple[tuple[FoundMention, FoundMention], ...]]:
        """Return the links of each kind."""
        return {
            "variant": self._of_items(),
            "response": self._responses(),
            "contradiction": self._of_statements("parley:contradicts|parley:inTensionWith"),
            "repeat": self._of_statements("parley:sameContentAs", across=True),
        }

    def _pairs(self, name: str) -> Iterable[tuple[str, str]]:
        for row in self._knowledge.query(_PAIRS.format(name=name)):
            yield str(row["one"]), str(row["other"])

    def _of_items(self) -> tuple[tuple[FoundMention, FoundMention], ...]:
        found = self._pairs("parley:variantOf")
        return tuple((self._items[a], self._items[b]) for a, b in found if a in self._items and b in self._items)

    def _of_statements(self, name: str, *, across: bool = False) -> tuple[tuple[FoundMention, FoundMention], ...]:
        places = {
            (self.statements[a], self.statements[b]): None
            for a, b in self._pairs(name)
            if a < b and a in self.statements and b in self.statements
        }
        return tuple((FoundMention(a), FoundMention(b)) for a, b in places if not across or a.article != b.article)

    def _responses(self) -> tuple[tuple[FoundMention, FoundMention], ...]:
        """An answer goes with what it is told to answer, otherwise with its own item, if that is somebody else's."""
        acts = self._acts()
        answered: dict[tuple[str, str], str] = {}
        for answer, ask in self._pairs("parley:respondsTo"):
            if answer in acts and ask in acts and acts[answer].type in _ANSWERS:
                answered.setdefault((answer, self._one(acts[ask].item)), acts[ask].item)
        told = {answer for answer, _ in answered}
        asked: dict[str, list[set[str]]] = {}
        for act in acts.values():
            if act.type in _ASKS:
                asked.setdefault(self._one(act.item), []).append(act.agents)
        for node, act in acts.items():
            item = self._one(act.item)
            if node not in told and act.answers(asked=any(not act.agents <= agents for agents in asked.get(item, ()))):
                answered[node, item] = act.item
        return tuple(
            (FoundMention(place), self._items[item])
            for (answer, _), item in sorted(answered.items())
            for place in acts[answer].places
            if item in self._items
        )

    def _acts(self) -> dict[str, _Act]:
        found: dict[str, _Act] = {}
        for row in self._knowledge.query(_SAYS):
            kind, standing = (str(row[name]).rpartition("#")[2] for name in ("type", "standing"))
            act = found.setdefault(str(row["act"]), _Act(kind, str(row["item"]), standing))
            act.agents.add(self._one(str(row["agent"])))
            if (place := self.statements.get(str(row["statement"]))) is not None:
                act.places[place] = None
        return found

    def _one(self, node: str) -> str:
        return self._same.get(node, node)
