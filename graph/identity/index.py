"""What must be known at once about identity: the nodes that are merged, and the nodes that carry identifiers.

Both are few, whatever the store holds. They are read when the store is opened and follow every change, because
looking for all that points at a state would cost more with each source that mentions it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ...ontology.terms import PARLEY
from ..engine.lookups import DEFAULT_GRAPH, as_row
from ..engine.store import Store
from ..identifiers import Minter
from ..ntriples import Triple
from ..writing.shared_identifiers import ISO_CODES, SAME_AS, identifier, is_link, nodes_of
from .blocks import Blocks
from .values import Values

CANONICAL: Final = f"<{PARLEY.canonical}>"


class IdentityIndex:
    """Merged nodes by canonical IRI, and canonical nodes by identifier."""

    def __init__(self, store: Store, minter: Minter) -> None:
        self._merged_graph = minter.store_graph
        self.blocks = Blocks(store, minter)
        """What is told and was found where tellings of several sources meet."""
        self.values = Values(store)
        """What sources say by a few properties."""
        self.canonical: dict[str, str] = {}
        """The canonical IRI of each merged node."""
        self.members: dict[str, set[str]] = {}
        """The nodes of each cluster of two or more."""
        self.coded: dict[str, set[str]] = {}
        """The canonical nodes that carry each identifier."""
        self.codes: dict[str, set[str]] = {}
        """The identifiers that each canonical node carries."""
        self.linked: set[str] = set()
        """The nodes to which others link as the same."""
        self._telling: dict[tuple[str, str], set[Triple]] = {}
        """The triples by which a canonical node carries an identifier."""
        self.follow(insert={
            self._merged_graph: _rows(store, PARLEY.canonical, self._merged_graph),
            DEFAULT_GRAPH: set().union(*(_rows(store, iri, DEFAULT_GRAPH) for iri in (*ISO_CODES, *SAME_AS))),
        }, remove={})  # fmt: skip

    def follow(self, *, remove: dict[str, set[Triple]], insert: dict[str, set[Triple]]) -> None:
        """Take in a change that the store has made."""
        for node, iri in _pairs(remove.get(self._merged_graph, ()), CANONICAL):
            self.canonical.pop(node, None)
            _drop(self.members, iri, node)
        for node, iri in _pairs(insert.get(self._merged_graph, ()), CANONICAL):
            self.canonical[node] = iri
            self.members.setdefault(iri, set()).add(node)
        for node, code, triple in _carried(remove.get(DEFAULT_GRAPH, ())):
            telling = self._telling.get((node, code), set())
            telling.discard(triple)
            if not telling:
                self._telling.pop((node, code), None)
                _drop(self.coded, code, node)
                _drop(self.codes, node, code)
                if is_link(code) and code not in self.coded:
                    self.linked.difference_update(nodes_of(code))
        for node, code, triple in _carried(insert.get(DEFAULT_GRAPH, ())):
            self._telling.setdefault((node, code), set()).add(triple)
            self.coded.setdefault(code, set()).add(node)
            self.codes.setdefault(node, set()).add(code)
            if is_link(code):
                self.linked.update(nodes_of(code))
        self.blocks.follow(remove=remove, insert=insert)
        self.values.follow(remove=remove, insert=insert)

    def forget(self) -> None:
        """Read anew what is remembered of sources, since the store was changed otherwise."""
        self.blocks.forget()
        self.values.forget()


def _drop(sets: dict[str, set[str]], key: str, value: str) -> None:
    kept = sets.get(key, set())
    kept.discard(value)
    if not kept:
        sets.pop(key, None)


def _pairs(triples: Iterable[Triple], predicate: str) -> list[tuple[str, str]]:
    return [(s[1:-1], o[1:-1]) for s, p, o in triples if p == predicate]


def _carried(triples: Iterable[Triple]) -> list[tuple[str, str, Triple]]:
    return [(triple[0][1:-1], code, triple) for triple in triples if (code := identifier(triple[1], triple[2]))]


def _rows(store: Store, predicate: str, graph: str) -> set[Triple]:
    return {as_row(quad) for quad in store.quads_saying(predicate, graph)}
