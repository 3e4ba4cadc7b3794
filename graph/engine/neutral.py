"""Names for what is known only in a text's own words: ``proposal 3 by Norland`` instead of what is proposed."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final, TypeAlias

import pyoxigraph as ox

from ...ontology.terms import EVENT_KINDS, OA, ORG, PARLEY, RDF, SCHEMA, SKOS
from ..identifiers import Minter
from ..kinds import UNNAMED, in_words, kind_in_words
from .lookups import DEFAULT_GRAPH
from .store import Store

RUN: Final = 6
"""So many words in a row are a text's; fewer can be anybody's name or title."""

_IN_THE_TEXTS_WORDS: Final = frozenset(
    (PARLEY.Item, PARLEY.NegotiationEvent, PARLEY.NegotiationDocument, PARLEY.UnnamedAgent)
)
_PLACE: Final = re.compile(r"(.*)#char=([0-9]+),[0-9]+\Z", re.DOTALL)
_UNNAMED_KINDS: Final = frozenset(UNNAMED.values()) - {"agent", "extractor"}
_EVENT_WORDS: Final = {iri: in_words(name) for name, iri in EVENT_KINDS.items()}

Values: TypeAlias = dict[str, list[str]]


def is_run(text: str) -> bool:
    """Return whether a text is long enough to be a source's own words."""
    return len(re.findall(r"[^\W_]+", text)) >= RUN


class NeutralNames:
    """Works out the names from the canonical graph of a store."""

    def __init__(self, store: Store, minter: Minter) -> None:
        self._store = store
        self._minter = minter
        self.known = self._world_nodes()
        """Nodes that all sources share: a gazetteer names them, not a text."""
        self._types = self._values(RDF.type)
        self._labels = self._values(SKOS.prefLabel)
        self._kinds, self._numbers = self._values(PARLEY.eventKind), self._values(SCHEMA.position)
        self._wider = {**self._values(ORG.postIn), **self._values(PARLEY.represents)}
        self._agents: Values = defaultdict(list)
        self._support = self._values(PARLEY.supportedBy)
        acting = self._values(SCHEMA.agent)
        for act, items in self._values(PARLEY.concerns).items():
            for item in items:
                self._agents[item] += acting.get(act, [])
                self._support.setdefault(item, []).extend(self._support.get(act, []))
        self._targets = self._values(OA.hasTarget)

    def names(self) -> dict[str, str]:
        """Return the new name of each node whose own is made of a text's words."""
        groups: dict[tuple[str, str, bool], list[str]] = {}
        for node in self._labels:
            if self._hidden(node):
                groups.setdefault(self._phrase(node), []).append(node)
        found: dict[str, str] = {}
        for (head, tail, unique), nodes in groups.items():
            for number, node in enumerate(sorted(nodes, key=self._first_place), start=1):
                found[node] = head + tail if unique and len(nodes) == 1 else f"{head} {number}{tail}"
        return found

    def captions(self) -> dict[str, str]:
        """Return what each node goes by that no text names: its kind, since all else that it goes by is the text's."""
        kinds = {node: kind_in_words(classes) for node, classes in self._types.items() if node not in self._labels}
        return {node: kind for node, kind in kinds.items() if kind in _UNNAMED_KINDS}

    def _hidden(self, node: str) -> bool:
        if _IN_THE_TEXTS_WORDS.intersection(self._types.get(node, ())):
            return not node.endswith("/publisher")  # named by us, not by the text
        return node not in self.known and any(map(is_run, self._labels[node]))

    def _phrase(self, node: str) -> tuple[str, str, bool]:
        """The words before and after the number, and whether they can do without one."""
        kind = kind_in_words(self._types.get(node, ()))
        if kind in ("round", "event"):
            kind = next((_EVENT_WORDS[iri] for iri in self._kinds.get(node, ()) if iri in _EVENT_WORDS), kind)
            if self._numbers.get(node):
                return f"{kind} {min(self._numbers[node])}", "", True
            return f"unnumbered {kind}", "", False
        agents = sorted({self._name(agent) for agent in self._agents.get(node, ())})
        wider = sorted({self._name(other) for other in self._wider.get(node, ())})
        tail = f" by {' and '.join(agents)}" if agents else f" of {' and '.join(wider)}" if wider else ""
        return kind, tail, False

    def _name(self, node: str) -> str:
        kind = kind_in_words(self._types.get(node, ()))
        return kind if self._hidden_or_nameless(node) else min(self._labels[node])

    def _hidden_or_nameless(self, node: str) -> bool:
        return not self._labels.get(node) or self._hidden(node)

    def _first_place(self, node: str) -> tuple[bool, str, int, str]:
        """Where the first of a node's statements stands; what has none comes last."""
        targets = [target for said in self._support.get(node, ()) for target in self._targets.get(said, ())]
        places = [(match[1], int(match[2])) for target in targets if (match := _PLACE.match(target))]
        return (not places, *min(places, default=("", 0)), node)

    def _world_nodes(self) -> frozenset[str]:
        """Canonical nodes are never named in a source's own graph, world nodes are."""
        sources = f"{self._minter.base}source/"
        labels = self._store.quads(predicate=SKOS.prefLabel)
        return frozenset(
            quad.subject.value
            for quad in labels
            if isinstance(quad.graph_name, ox.NamedNode)
            and quad.graph_name.value.startswith(sources)
            and isinstance(quad.subject, ox.NamedNode)
            and self._minter.is_world(quad.subject.value)
        )

    def _values(self, predicate: str) -> Values:
        found: Values = {}
        for quad in self._store.quads_saying(predicate, DEFAULT_GRAPH):
            if not isinstance(quad.object, ox.Triple) and not isinstance(quad.subject, ox.Triple):
                found.setdefault(quad.subject.value, []).append(quad.object.value)
        return found
