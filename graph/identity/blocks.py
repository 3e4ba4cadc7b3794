"""What stands in each block of a store: what is told there, and the matches and links that were found among it.

A block that many sources share is looked at again with each that comes, so what was read of it is remembered, and
follows every change; of very many blocks those that were looked at last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, TypeVar

import pyoxigraph as ox

from ...ontology.terms import PARLEY, VERDICTS
from ..engine.store import Store
from ..identifiers import Minter
from ..matching.finding import Found, found_of
from ..matching.links import Link
from ..matching.matches import Match
from ..matching.tellings import Telling, from_json
from ..ntriples import Triple
from .linked import link_of, words_of

_K = TypeVar("_K")
_T = TypeVar("_T")
_SIDES: Final = (PARLEY.firstNode, PARLEY.secondNode)
_TELLINGS: Final = frozenset(f"<{name}>" for name in (PARLEY.telling, PARLEY.block))
_MOST: Final = 100_000
"""So many tellings in blocks are remembered, as many matches and links, and as many matches of nodes."""
_OFTEN: Final = 20_000
"""After so many that were read it is seen to that no more are remembered."""


class Blocks:
    """Reads what stands in blocks, and remembers it."""

    def __init__(self, store: Store, minter: Minter) -> None:
        self._store, self._minter = store, minter
        self._told: dict[str, dict[str, list[Telling]]] = {}
        """By block what is told of each node there, the blocks that were looked at last at the end."""
        self._found: dict[str, dict[Found, str]] = {}
        """By block the IRI of each match and link found in it."""
        self._around: dict[str, dict[str, Match]] = {}
        """By node the matches that it is in, by IRI."""
        self._kept: dict[str, list[Telling]] = {}
        self._inside: dict[str, set[str]] = {}
        """What is kept of a node, and the blocks in which it is remembered to stand."""
        self._known: dict[str, Match | Link] = {}
        """The matches and links that are remembered, by IRI."""
        self._new = 0
        """How many were read since it was last seen to that no more than enough are remembered."""

    def told(self, block: str) -> Mapping[str, list[Telling]]:
        """Return what is told in a block, by node."""
        return self._looked_up(self._told, block, self._read_told)

    def found(self, block: str) -> dict[Found, str]:
        """Return the matches and links found in a block, each with its IRI."""
        return self._looked_up(self._found, block, self._read_found)

    def around(self, node: str) -> Mapping[str, Match]:
        """Return the matches that a node is in, by IRI; nodes of no source are in none."""
        return self._looked_up(self._around, node, self._read_around) if self._minter.is_of_source(node) else {}

    def follow(self, *, remove: Mapping[str, Iterable[Triple]], insert: Mapping[str, Iterable[Triple]]) -> None:
        """Take in a change that the store has made."""
        both = (remove, insert)
        if self._told or self._kept:
            rows = (row for some in both for row in some.get(self._minter.store_graph, ()) if row[1] in _TELLINGS)
            for node in {row[0][1:-1] for row in rows}:
                self._follow_node(node)
        if self._found or self._around:
            for iri in {row[0][1:-1] for some in both for row in some.get(self._minter.matches_graph, ())}:
                self._follow_found(iri)
        if self._new > _OFTEN:
            self._forget_most()

    def forget(self) -> None:
        """Read all anew, since the store was changed otherwise."""
        for held in (self._told, self._found, self._around, self._kept, self._inside, self._known):
            held.clear()

    def _read_told(self, block: str) -> dict[str, list[Telling]]:
        nodes = self._store.subjects(PARLEY.block, ox.Literal(block), self._minter.store_graph)
        return {node: self._put_inside(node, block) for node in nodes}

    def _put_inside(self, node: str, block: str) -> list[Telling]:
        if node not in self._kept:
            self._kept[node] = kept(self._store, self._minter, node)
        self._inside.setdefault(node, set()).add(block)
        return _in_block(self._kept[node], block)

    def _read_found(self, block: str) -> dict[Found, str]:
        iris = self._store.subjects(PARLEY.block, ox.Literal(block), self._minter.matches_graph)
        return {found_of(one): iri for iri in iris if (one := self._one(iri))}

    def _read_around(self, node: str) -> dict[str, Match]:
        name, graph = ox.NamedNode(node), self._minter.matches_graph
        iris = {iri for side in _SIDES for iri in self._store.subjects(side, name, graph)}
        return {iri: one for iri in iris if isinstance(one := self._one(iri), Match)}

    def _one(self, iri: str) -> Match | Link | None:
        if iri in self._known:
            return self._known[iri]
        found = _read(self._store, self._minter, iri)
        if found is not None:
            self._known[iri] = found
        return found

    def _follow_node(self, node: str) -> None:
        self._kept.pop(node, None)
        for block in self._inside.pop(node, ()):
            self._told.get(block, {}).pop(node, None)
        for block in self._store.objects(node, PARLEY.block, self._minter.store_graph):
            if block in self._told:
                self._told[block][node] = self._put_inside(node, block)

    def _follow_found(self, iri: str) -> None:
        if old := self._known.pop(iri, None):
            self._found.get(old.block, {}).pop(found_of(old), None)
            for node in (old.first, old.second):
                self._around.get(node, {}).pop(iri, None)
        new = _read(self._store, self._minter, iri)
        if new is None:
            return
        if isinstance(new, Match):
            for node in {new.first, new.second} & self._around.keys():
                self._around[node][iri] = self._known[iri] = new
        if new.block in self._found:
            self._found[new.block][found_of(new)] = iri
            self._known[iri] = new

    def _looked_up(self, held: dict[str, dict[_K, _T]], key: str, read: Callable[[str], dict[_K, _T]]) -> dict[_K, _T]:
        found = held.pop(key, None)
        if found is None:
            found = read(key)
            self._new += len(found) + 1
        held[key] = found
        return found

    def _forget_most(self) -> None:
        """Forget what was not looked at for the longest time where too much is remembered."""
        self._new = 0
        for block, told in _beyond_most(self._told).items():
            for node in told:
                self._inside[node].discard(block)
                if not self._inside[node]:
                    del self._inside[node], self._kept[node]
        forgotten = len(_beyond_most(self._found)) + len(_beyond_most(self._around))
        if forgotten:
            still = {iri for some in self._found.values() for iri in some.values()}.union(*self._around.values())
            self._known = {iri: one for iri, one in self._known.items() if iri in still}


def _beyond_most(held: dict[str, dict[_K, _T]]) -> dict[str, dict[_K, _T]]:
    """Take what is beyond the most that is remembered out of what is held, and return it."""
    left, gone = sum(len(some) + 1 for some in held.values()), {}
    while left > _MOST:
        key = next(iter(held))
        gone[key] = held.pop(key)
        left -= len(gone[key]) + 1
    return gone


def kept(store: Store, minter: Minter, node: str) -> list[Telling]:
    """Return what the store keeps of what is told of a node."""
    return [from_json(line) for line in store.objects(node, PARLEY.telling, minter.store_graph)]


def _in_block(told: list[Telling], block: str) -> list[Telling]:
    """Those that meet others in a block, of what a node is kept with that stands in it: a single one does."""
    return told if len(told) == 1 else [one for one in told if block in one.blocks()]


def _read(store: Store, minter: Minter, iri: str) -> Match | Link | None:
    """Return the match or link with this IRI, or nothing when it is not whole."""
    words = words_of(store, minter, iri)
    if not {*_SIDES, PARLEY.confidence, PARLEY.verdict} <= words.keys():
        return link_of(words)
    return Match(
        words[PARLEY.firstNode],
        words[PARLEY.secondNode],
        float(words[PARLEY.confidence]),
        words.get(PARLEY.because, ""),
        same=words[PARLEY.verdict] == VERDICTS["same"],
        block=words.get(PARLEY.block, ""),
    )
