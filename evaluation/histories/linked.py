"""What a store says of links between facts: variants, answers, contradictions and repeats, each with its two ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
_SAYS: Final = """SELECT DISTINCT ?act ?type ?item ?statement WHERE { GRAPH ?graph {
  ?act parley:actType ?type ; parley:concerns ?item ; parley:supportedBy|parley:disputedBy ?statement } }
ORDER BY ?act ?statement ?item"""
_ANSWERS: Final = frozenset(("agree", "agreeToConsider", "reject", "carryOut", "withdraw"))
_ASKS: Final = frozenset(("propose", "offer", "demand", "request", "commit"))


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
        """An answer goes with what it is told to answer, and with its item where another act has put that forward."""
        types: dict[str, str] = {}
        items: dict[str, str] = {}
        places: dict[str, dict[Place, None]] = {}
        for row in self._knowledge.query(_SAYS):
            act, statement = str(row["act"]), str(row["statement"])
            types[act], items[act] = str(row["type"]).rpartition("#")[2], str(row["item"])
            if statement in self.statements:
                places.setdefault(act, {})[self.statements[statement]] = None
        answered: dict[tuple[str, str], str] = {}
        for answer, ask in self._pairs("parley:respondsTo"):
            if types.get(answer) in _ANSWERS and ask in items:
                answered.setdefault((answer, self._one(items[ask])), items[ask])
        asked: dict[str, str] = {}
        for act in sorted(items):
            if types[act] in _ASKS:
                asked.setdefault(self._one(items[act]), items[act])
        for act in sorted(items):
            if types[act] in _ANSWERS and (item := self._one(items[act])) in asked:
                answered.setdefault((act, item), asked[item])
        return tuple(
            (FoundMention(place), self._items[item])
            for (answer, _), item in sorted(answered.items())
            for place in places.get(answer, ())
            if item in self._items
        )

    def _one(self, node: str) -> str:
        return self._same.get(node, node)
