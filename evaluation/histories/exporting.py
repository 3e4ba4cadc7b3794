"""What a store says of identity and links: one mention for each node of a source, with the places that it rests on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from .linked import LinkExport
from .places import Place
from .records import SECTIONS, FoundCluster, FoundHistory, FoundMention

if TYPE_CHECKING:
    from ...graph.knowledge import Knowledge, Row

_PLACE: Final = "?statement oa:hasTarget/oa:hasSelector ?position . ?position oa:start ?start ; oa:end ?end ."
_TEXTS: Final = "SELECT ?id ?text WHERE { GRAPH ?graph { ?article parley:sourceId ?id ; schema:text ?text } }"
_SAME: Final = "SELECT ?node ?same WHERE { GRAPH id:graph\\/identity { ?node parley:canonical ?same } }"
_PERSONS: Final = """SELECT ?id ?node ?label ?form WHERE { GRAPH ?graph {
  ?article a schema:NewsArticle ; parley:sourceId ?id . ?node a foaf:Person ; skos:prefLabel ?label .
  OPTIONAL { ?node parley:surfaceForm ?form } } } ORDER BY ?id ?node ?form"""
_POSTS: Final = f"""SELECT ?id ?node ?start ?end WHERE {{ GRAPH ?graph {{
  ?article a schema:NewsArticle ; parley:sourceId ?id .
  ?holding org:member ?node ; parley:supportedBy ?statement . {_PLACE}
}} }} ORDER BY ?id ?node ?start ?end"""
_ORGANISATIONS: Final = """SELECT ?id ?node ?label ?form WHERE { GRAPH ?graph {
  ?article a schema:NewsArticle ; parley:sourceId ?id . ?node a schema:Organization ; skos:prefLabel ?label .
  OPTIONAL { ?node parley:surfaceForm ?form }
  FILTER NOT EXISTS {
    VALUES ?other { foaf:Person schema:Country parley:Delegation parley:UnnamedAgent } ?node a ?other }
} } ORDER BY ?id ?node ?form"""
_EVENTS: Final = f"""SELECT ?id ?node ?label ?number ?first ?last ?start ?end WHERE {{ GRAPH ?graph {{
  ?article a schema:NewsArticle ; parley:sourceId ?id .
  ?node a parley:NegotiationEvent ; skos:prefLabel ?label ; parley:supportedBy|parley:disputedBy ?statement . {_PLACE}
  OPTIONAL {{ ?node schema:position ?number }}
  OPTIONAL {{ ?node schema:startDate ?first }} OPTIONAL {{ ?node schema:endDate ?last }}
}} }} ORDER BY ?id ?node ?start ?end ?first ?last ?number"""
_ITEMS: Final = f"""SELECT ?id ?node ?label ?start ?end WHERE {{ GRAPH ?graph {{
  ?article a schema:NewsArticle ; parley:sourceId ?id .
  ?act a parley:NegotiationAct ; parley:concerns ?node ; parley:supportedBy|parley:disputedBy ?statement .
  ?node skos:prefLabel ?label . {_PLACE}
}} }} ORDER BY ?id ?node ?start ?end"""
_DOCUMENTS: Final = f"""SELECT ?id ?node ?label ?start ?end WHERE {{ GRAPH ?graph {{
  ?article a schema:NewsArticle ; parley:sourceId ?id .
  ?node a parley:NegotiationDocument ; skos:prefLabel ?label ; parley:supportedBy ?statement . {_PLACE}
}} }} ORDER BY ?id ?node ?start ?end"""
_TALKS: Final = """SELECT DISTINCT ?id ?node WHERE {
  ?event schema:superEvent ?node ; (parley:supportedBy|parley:disputedBy)/prov:wasDerivedFrom ?article .
  ?article a schema:NewsArticle ; parley:sourceId ?id } ORDER BY ?id ?node"""
"""The negotiations of whose events a source tells."""


@dataclass(slots=True)
class _Node:
    """One node of a source while its rows are read; several sources may tell of a node that all share."""

    iri: str
    source: str
    label: str
    spans: list[tuple[int, int]] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    ordinal: int | None = None
    date: str = ""

    def mention(self) -> FoundMention:
        place = Place(self.source, tuple(dict.fromkeys(self.spans)))
        return FoundMention(place, self.label, tuple(dict.fromkeys(self.forms)), self.ordinal, self.date)


def export_history(knowledge: Knowledge) -> FoundHistory:
    """Return what the knowledge says of a history."""
    return _Export(knowledge).history()


class _Export:
    """Reads the nodes of each section, then what links them."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._texts = {str(row["id"]): str(row["text"]) for row in knowledge.query(_TEXTS)}
        self._same = {str(row["node"]): str(row["same"]) for row in knowledge.query(_SAME)}

    def history(self) -> FoundHistory:
        """Return all of it."""
        items = self._placed(_ITEMS)
        nodes: dict[str, Iterable[_Node]] = {
            "persons": self._named(_PERSONS).values(),
            "events": self._events().values(),
            "proposals": items.values(),
            "documents": self._placed(_DOCUMENTS).values(),
            "organisations": self._named(_ORGANISATIONS).values(),
        }
        talks: dict[str, list[str]] = {id: [] for id in self._texts}
        for row in self._knowledge.query(_TALKS):
            talks[str(row["id"])].append(self._one(str(row["node"])))
        linked = LinkExport(self._knowledge, {node: told.mention() for node, told in items.items()}, self._same)
        return FoundHistory(
            {id: tuple(dict.fromkeys(some)) for id, some in sorted(talks.items())},
            {section: self._clusters(nodes[section], unplaced=section == "persons") for section in SECTIONS},
            linked.links(),
            tuple(linked.statements.values()),
        )

    def _one(self, node: str) -> str:
        return self._same.get(node, node)

    def _rows(self, query: str) -> Iterator[tuple[str, Row]]:
        for row in self._knowledge.query(query):
            yield str(row["node"]), row

    def _named(self, query: str) -> dict[tuple[str, str], _Node]:
        """People and bodies are where a form of their name first stands, the longest that does."""
        found: dict[tuple[str, str], _Node] = {}
        for node, row in self._rows(query):
            told = found.setdefault((node, str(row["id"])), _Node(node, str(row["id"]), str(row["label"])))
            told.forms.append(str(row["form"] or row["label"]))
        for told in found.values():
            told.spans = self._printed(told, 0, None)
        self._tell_namesakes_apart(found)
        return found

    def _printed(self, told: _Node, start: int, end: int | None) -> list[tuple[int, int]]:
        """Return where a name first stands between two places, in the longest form that does."""
        text = self._texts.get(told.source, "")
        forms = sorted({*told.forms, told.label}, key=lambda form: (-len(form), form))
        where = next(((at, form) for form in forms if (at := text.find(form, start, end)) >= 0), None)
        return [(where[0], where[0] + len(where[1]))] if where else []

    def _tell_namesakes_apart(self, found: Mapping[tuple[str, str], _Node]) -> None:
        """Of several of one name in a source, put each where his post is told."""
        there = Counter((told.source, *told.spans) for told in found.values())
        for node, row in self._rows(_POSTS):
            told = found.get((node, str(row["id"])))
            if told is not None and there[told.source, *told.spans] > 1:
                told.spans = self._printed(told, int(str(row["start"])), int(str(row["end"]))) or told.spans

    def _placed(self, query: str) -> dict[str, _Node]:
        """Events and items are where the statements stand that support them."""
        found: dict[str, _Node] = {}
        for node, row in self._rows(query):
            told = found.setdefault(node, _Node(node, str(row["id"]), str(row["label"]), forms=[str(row["label"])]))
            told.spans.append((int(str(row["start"])), int(str(row["end"]))))
        return found

    def _events(self) -> dict[str, _Node]:
        found = self._placed(_EVENTS)
        for node, row in self._rows(_EVENTS):
            number, first, last = (str(row[name] or "") for name in ("number", "first", "last"))
            told = found[node]
            told.ordinal = int(number) if number else told.ordinal
            told.date = "/".join(filter(None, (first, last))) if first else told.date
        return found

    def _clusters(self, nodes: Iterable[_Node], *, unplaced: bool) -> tuple[FoundCluster, ...]:
        held: dict[str, list[FoundMention]] = defaultdict(list)
        for told in sorted(nodes, key=lambda one: (one.iri, one.source)):
            if told.spans or unplaced:
                held[self._one(told.iri)].append(told.mention())
        return tuple(FoundCluster(id, tuple(held[id])) for id in sorted(held))
