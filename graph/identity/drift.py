"""Finds where the canonical graph, which questions read, is not what the sources say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

import pyoxigraph as ox

from ...ontology.terms import PARLEY
from ..engine.lookups import DEFAULT_GRAPH, as_row
from ..engine.store import Store
from ..identifiers import Minter
from ..ntriples import Triple
from .naming import FURTHER_FORM, LABELS, SINGLE

_OWN_GRAPHS: Final = ("/graph", "/derived")


@dataclass(frozen=True, slots=True)
class Drift:
    """Triples, sorted."""

    unread: tuple[Triple, ...]
    """What a source says and the canonical graph does not."""
    unsaid: tuple[Triple, ...]
    """What the canonical graph says and no source does."""


def find_drift(store: Store, minter: Minter) -> Drift:
    """Compare the canonical graph with the image of all sources."""
    whole = _Whole(store, minter)
    return Drift(tuple(sorted(whole.unread())), tuple(sorted(whole.unsaid())))


def find_drift_of(store: Store, minter: Minter, *, sources: Iterable[str], nodes: Iterable[str]) -> Drift:
    """Compare what these sources say, and all that is said of these canonical nodes, with the canonical graph.

    What it costs does not grow with what others say of other nodes.
    """
    near = _Near(store, minter)
    for source in sources:
        near.compare(as_row(quad) for name in _OWN_GRAPHS for quad in store.quads(graph=source + name))
    for node in nodes:
        near.compare(near.said_of(node), about=node)
    return Drift(tuple(sorted(near.unread)), tuple(sorted(near.unsaid)))


class _Near:
    """Compares some of what sources say with what questions read of the same nodes."""

    def __init__(self, store: Store, minter: Minter) -> None:
        self._store = store
        self._minter = minter
        self.unread: set[Triple] = set()
        self.unsaid: set[Triple] = set()
        self._canonical = cache(self._find_canonical)
        self._members = cache(self._find_members)

    def compare(self, said: Iterable[Triple], about: str = "") -> None:
        """Note where sayings, and what is read of their nodes and of one more, do not fit."""
        read: dict[str, set[Triple]] = {f"<{about}>": self._read(f"<{about}>")} if about else {}
        found: set[Triple] = set()
        for row in said:
            subject = self._canonical(row[0])
            for node in {subject, row[0]}:
                if node not in read:
                    read[node] = self._read(node)
            images = {image for image in _images(row, self._canonical) if image in read[image[0]]}
            found |= images
            if not images and not (row[1] in SINGLE and len(self._members(subject)) > 1):
                self.unread.add(row)
        left = set().union(*read.values()) - found
        self.unsaid |= {row for row in left if not any(self._sayings(row))}

    def said_of(self, node: str) -> Iterator[Triple]:
        """Yield what sources say of a canonical node."""
        for member in self._members(f"<{node}>"):
            yield from self._said(member)

    def _read(self, node: str) -> set[Triple]:
        return {as_row(quad) for quad in self._store.quads(node[1:-1], graph=DEFAULT_GRAPH)}

    def _sayings(self, row: Triple) -> Iterator[Triple]:
        """What sources say of which this can be the image."""
        subject, predicate, value = row
        for member in self._members(subject):
            for name in (predicate, *LABELS) if predicate == FURTHER_FORM else (predicate,):
                for meant in {value, *self._members(value)}:
                    yield from self._said(member, name, meant)

    def _said(self, subject: str, predicate: str = "", value: str = "") -> Iterator[Triple]:
        name = predicate[1:-1] or None
        for quad in self._store.quads(subject[1:-1], name, _term(value) if value else None):
            if isinstance(quad.graph_name, ox.NamedNode) and _is_source_graph(quad.graph_name.value, self._minter):
                yield as_row(quad)

    def _find_canonical(self, node: str) -> str:
        if not node.startswith("<"):
            return node
        found = self._store.objects(node[1:-1], PARLEY.canonical, self._minter.identity_graph)
        return f"<{found[0]}>" if found else node

    def _find_members(self, node: str) -> tuple[str, ...]:
        if not node.startswith("<"):
            return (node,)
        iri = ox.NamedNode(node[1:-1])
        found = self._store.subjects(PARLEY.canonical, iri, self._minter.identity_graph)
        itself = (node,) if self._canonical(node) == node else ()
        return (*itself, *(f"<{member}>" for member in found))


def _term(text: str) -> ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple:
    (quad,) = ox.parse(f"<urn:s> <urn:p> {text} .", ox.RdfFormat.N_TRIPLES)
    term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple = quad.object
    return term


class _Whole:
    """Compares lines of N-Triples, and holds a number for each canonical one rather than the line: stores are large."""

    def __init__(self, store: Store, minter: Minter) -> None:
        self._store = store
        self._minter = minter
        rows = store.quads_saying(PARLEY.canonical, minter.identity_graph)
        self._known = {str(quad.subject).encode(): str(quad.object).encode() for quad in rows}
        self._labels = {label.encode() for label in LABELS}
        self._single = {name.encode() for name in SINGLE}
        merged = store.quads_saying(PARLEY.canonical, minter.store_graph)
        self._merged = {str(quad.subject).encode() for quad in merged}
        self._left = set(map(hash, self._canonical_lines()))

    def unread(self) -> list[Triple]:
        """Return what is said and not read; what is read of it is crossed off."""
        said: set[int] = set()
        unread = []
        for graph in self._store.named_graphs():
            for line in self._store.ntriples(graph).splitlines() if _is_source_graph(graph, self._minter) else ():
                images = self._left.intersection(self._images(line))
                said |= images
                if not images and not self._yields(line):
                    unread.append(_row(line))
        self._left -= said
        return unread

    def _yields(self, line: bytes) -> bool:
        """True for a value of an event for which that of another telling of it stands."""
        subject, predicate, _ = line.split(b" ", 2)
        return predicate in self._single and subject in self._merged

    def unsaid(self) -> list[Triple]:
        """Return what is read and was not crossed off."""
        return [_row(line) for line in self._canonical_lines() if hash(line) in self._left] if self._left else []

    def _images(self, line: bytes) -> list[int]:
        subject, predicate, rest = line.split(b" ", 2)
        one = self._known.get(subject, subject)
        value = self._known.get(rest[:-2])
        if value is None and predicate not in self._labels:
            return [hash(line if one is subject else b" ".join((one, predicate, rest)))]
        return [hash(" ".join((*image, ".")).encode()) for image in _images(_row(line), self._canonical)]

    def _canonical(self, node: str) -> str:
        return self._known.get(node.encode(), node.encode()).decode()

    def _canonical_lines(self) -> Iterator[bytes]:
        return (line[:-1] for line in self._store.lines(DEFAULT_GRAPH))


def _row(line: bytes) -> Triple:
    subject, predicate, rest = line.decode().split(" ", 2)
    return subject, predicate, rest[:-2]


def _images(row: Triple, canonical: Callable[[str], str]) -> list[Triple]:
    """What can stand for a triple: a label may have become a further form, an identifier stays as it is."""
    subject, predicate, value = row
    predicates = (predicate, FURTHER_FORM) if predicate in LABELS else (predicate,)
    return [(canonical(subject), name, said) for name in predicates for said in {value, canonical(value)}]


def _is_source_graph(graph: str, minter: Minter) -> bool:
    return graph == minter.links_graph or (graph.startswith(f"{minter.base}source/") and graph.endswith(_OWN_GRAPHS))
