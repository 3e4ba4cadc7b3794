"""Nodes that come into a cluster by an identifier or a match and change nothing else of it: it needs no look then.

Very many sources may give one person one identifier, or name one place: to go through all of them for each that comes
would cost as the square of how many there are. What is found here is what
:class:`~parley.graph.identity.clusters.Neighbourhood` and :class:`~parley.graph.identity.naming.Naming` find by going
through all; where that is not plain, nothing is.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import islice

import pyoxigraph as ox

from ...ontology.terms import SCHEMA, SKOS
from ..engine.lookups import DEFAULT_GRAPH, Value
from ..engine.store import Store
from ..identifiers import Minter
from ..writing.shared_identifiers import have_one_of_each, is_link, kind_of, own_identifier
from .clusters import is_unnamed
from .index import IdentityIndex
from .meetings import stay_together
from .weights import weight


class Newcomers:
    """Those of the nodes that a change brings which only come into a cluster that stays as it is besides."""

    def __init__(
        self,
        store: Store,
        minter: Minter,
        index: IdentityIndex,
        *,
        marks: Mapping[str, frozenset[str]],
        labels: Mapping[str, str],
        kept: Collection[str],
        is_told: Callable[[str], bool],
    ) -> None:
        """``marks``: identifiers and births of the nodes that come; ``labels``: their longest names, as terms.

        ``kept``: all nodes that decisions or changed matches are about; ``is_told``: whether other sources tell of one.
        """
        self._store, self._minter, self._index = store, minter, index
        self._marks, self._labels, self._is_told = marks, labels, is_told
        self._kept = kept
        self._homes: set[str] = set()
        """The clusters into which one has come: of a second one all is looked at."""

    def home(self, node: str) -> str:
        """Return the canonical node of the cluster into which a node comes; empty where more may change."""
        codes = {mark for mark in self._marks.get(node, ()) if not mark.startswith("born:")}
        if not codes or any(map(is_link, codes)) or node in self._kept or self._is_known(node):
            return ""
        homes = set().union(*(self._index.coded.get(code, ()) for code in codes))
        home = next(iter(homes)) if len(homes) == 1 else ""
        return home if home and self._is_free(home, node, self._marks[node]) else ""

    def met(self, nodes: Collection[str]) -> tuple[str, str]:
        """Return which of the nodes that matches bring together is new, and the cluster that all others are.

        Nothing but matches speaks for who is new; where none leads out of the cluster, and nothing in it can be at
        odds, all of it is one whichever match is the surest.
        """
        canonical = self._index.canonical
        new = [node for node in nodes if node not in canonical]
        homes = {canonical[node] for node in nodes if node in canonical}
        if len(new) != 1 or len(homes) != 1:
            return "", ""
        (node,), (home,) = new, homes
        known = node in self._marks or self._is_known(node) or not self._is_own(home)
        return ("", "") if known or not self._is_free(home, node, frozenset()) else (node, home)

    def _is_own(self, home: str) -> bool:
        """True when no match makes one of a cluster one with any other."""
        members, around = self._index.members[home], self._index.blocks.around
        return all(stay_together(members, around(node).values()) for node in members)

    def _is_free(self, home: str, node: str, marks: frozenset[str]) -> bool:
        """True when a node may come into a cluster, as the only one, and changes nothing else of it."""
        if home in self._homes or not self._stays(home, node):
            return False
        if not have_one_of_each(self._marks_of(home) | marks | self._class_of(node)):
            return False
        self._homes.add(home)
        return True

    def _is_known(self, node: str) -> bool:
        known = self._is_told(node) or self._minter.is_world(node) or own_identifier(node)
        return bool(known) or is_unnamed(node)

    def _stays(self, home: str, node: str) -> bool:
        """True when the cluster keeps its IRI and its name."""
        members = self._index.members.get(home)
        if members is None:
            return False
        is_of_source = self._minter.is_of_source
        if home in members and self._minter.is_world(home):
            return any(True for _ in self._labels_of(home))
        if is_of_source(node):
            keeps_iri = len(list(islice(filter(is_of_source, members), 2))) > 1
        else:
            keeps_iri = home not in members or home < node
        return keeps_iri and self._keeps_name(home, node)

    def _keeps_name(self, home: str, node: str) -> bool:
        named = [quad.object for quad in self._store.quads(home, SKOS.prefLabel, graph=DEFAULT_GRAPH)]
        label = self._labels.get(node, "")
        if not named or not label:
            return not label
        told = weight(node, label)
        as_good = (one for one in self._called(home, named[0]) if weight(one, str(named[0])) >= told)
        if str(named[0]) == label:
            return any(one < node for one in as_good)
        if any(weight(one, str(named[0])) > told for one in islice(self._called(home, named[0]), 1)):
            return True
        votes = sum(1 for _ in self._called(home, _term(label)))
        return len(list(islice(as_good, votes + 2))) > votes + 1

    def _called(self, home: str, label: Value) -> Iterator[str]:
        """Yield the members of a cluster that go by a label."""
        for node in self._perhaps_called(home, label):
            if max(self._labels_of(node), key=lambda name: (len(name), name), default="") == str(label):
                yield node

    def _perhaps_called(self, home: str, label: Value) -> Iterator[str]:
        """Yield the members of a cluster that may go by a label, each once: those of whom anybody tells it.

        Where more go by it than there are members, as every state has a president, the rest are all members.
        """
        members = self._index.members[home]
        quads = self._store.quads(None, SKOS.prefLabel, label)
        seen: set[str] = set()
        for quad in islice(quads, len(members)):
            node = getattr(quad.subject, "value", "")
            if node in members and node not in seen:
                seen.add(node)
                yield node
        if next(quads, None) is not None:
            yield from members - seen

    def _labels_of(self, node: str) -> Iterator[str]:
        """Yield what sources call a node, as terms."""
        quads = self._store.quads(node, SKOS.prefLabel)
        return (str(quad.object) for quad in quads if isinstance(quad.graph_name, ox.NamedNode))

    def _marks_of(self, home: str) -> frozenset[str]:
        born = self._store.objects(home, SCHEMA.birthDate, DEFAULT_GRAPH)
        codes = self._index.codes.get(home, ())
        return frozenset((*codes, *(f"born:{day}" for day in born))) | self._class_of(home)

    def _class_of(self, node: str) -> frozenset[str]:
        kind = "" if self._minter.is_foreign(node) else kind_of(node)
        return frozenset((f"class:{kind}",)) if kind else frozenset()


def _term(label: str) -> Value:
    (quad,) = ox.parse(f"<urn:of> <urn:of> {label} .", ox.RdfFormat.N_TRIPLES)
    value: Value = quad.object
    return value
