"""What sources tell and what matchers found of it, as a store keeps them, and what a change of one source changes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Final, TypeVar

import pyoxigraph as ox

from ...ontology.terms import PARLEY, RDF, RDFS, VERDICTS
from ..engine.store import Store
from ..identifiers import Minter
from ..matching.finding import find_links, find_matches
from ..matching.links import Link
from ..matching.matches import Match
from ..matching.tellings import Telling, from_json
from ..ntriples import Triple, decimal, ref, text
from .linked import read_link

_T = TypeVar("_T")
_SIDES: Final = (PARLEY.firstNode, PARLEY.secondNode)


@dataclass(frozen=True)
class Rematched:
    """The matches that go and come with a change, and the bookkeeping that goes and comes with them.

    A match that stays as it is neither goes nor comes.
    """

    gone: dict[str, Match] = field(default_factory=dict)
    come: dict[str, Match] = field(default_factory=dict)
    """By IRI."""
    old_kept: frozenset[Triple] = frozenset()
    new_kept: frozenset[Triple] = frozenset()
    cut: dict[str, Link] = field(default_factory=dict)
    tied: dict[str, Link] = field(default_factory=dict)
    """The links that go and come, by IRI."""

    @property
    def nodes(self) -> set[str]:
        """The nodes that a changed match is about."""
        return {node for some in (self.gone, self.come) for one in some.values() for node in (one.first, one.second)}

    def around(self, store: Store, minter: Minter, node: str) -> list[Match]:
        """Return the matches that a node is in, after the change; nodes of no source are in none."""
        if not minter.is_of_source(node):
            return []
        stored = {
            iri: match
            for side in _SIDES
            for iri in store.subjects(side, ox.NamedNode(node), minter.matches_graph)
            if iri not in self.gone
            for match in read_match(store, minter, iri)
        }
        return sorted((stored | self._come_to.get(node, {})).values())

    @cached_property
    def _come_to(self) -> dict[str, dict[str, Match]]:
        """The matches that come, by the node that they are about."""
        found: dict[str, dict[str, Match]] = {}
        for iri, match in self.come.items():
            for node in (match.first, match.second):
                found.setdefault(node, {})[iri] = match
        return found


NOTHING_REMATCHED: Final = Rematched()


def kept_tellings(store: Store, minter: Minter, facts: Iterable[Triple]) -> frozenset[Telling]:
    """Return what the store keeps of the nodes that a source tells of."""
    return frozenset(one for node in _subjects(facts) for one in _kept(store, minter, node))


def rematch(store: Store, minter: Minter, before: Collection[Telling], after: Collection[Telling]) -> Rematched:
    """Return what a change of one source changes in the matches of the blocks that it tells of, and of no others."""
    if before == after:
        return NOTHING_REMATCHED
    coming = _by_block(after)
    found = compared(store, minter, coming.keys() | _by_block(before).keys(), {one.node for one in before}, coming)
    return replace(found, old_kept=frozenset(telling_rows(before)), new_kept=frozenset(telling_rows(after)))


def compared(
    store: Store,
    minter: Minter,
    blocks: Iterable[str],
    own: Collection[str] = (),
    coming: Mapping[str, Sequence[Telling]] = MappingProxyType({}),
) -> Rematched:
    """Return what changes in the matches of blocks when tellings of ``own`` nodes go and others are ``coming``."""
    kept: dict[str, list[Telling]] = {}
    gone: dict[str, Match] = {}
    come: dict[str, Match] = {}
    cut: dict[str, Link] = {}
    tied: dict[str, Link] = {}
    for block in sorted(blocks):
        inside = store.subjects(PARLEY.block, ox.Literal(block), minter.store_graph)
        for node in inside:
            if node not in own and node not in kept:
                kept[node] = _kept(store, minter, node)
        there = (one for node in inside for one in _in_block(kept.get(node, []), block))
        told = [*there, *coming.get(block, ())]
        found = store.subjects(PARLEY.block, ox.Literal(block), minter.matches_graph)
        gone |= {iri: match for iri in found for match in read_match(store, minter, iri)}
        cut |= {iri: link for iri in found for link in read_link(store, minter, iri)}
        come |= {minter.match(block, one.first, one.second): one for one in find_matches(block, told)}
        links = find_links(block, told)
        tied |= {minter.match(f"{block} {one.name}", one.first, one.second): one for one in links}
    gone, come = _changed(gone, come)
    cut, tied = _changed(cut, tied)
    return Rematched(gone, come, cut=cut, tied=tied)


def _changed(before: dict[str, _T], after: dict[str, _T]) -> tuple[dict[str, _T], dict[str, _T]]:
    """Return what of the two is not the same in the other."""
    same = {iri for iri, one in after.items() if before.get(iri) == one}
    return (
        {iri: one for iri, one in before.items() if iri not in same},
        {iri: one for iri, one in after.items() if iri not in same},
    )


def _in_block(told: list[Telling], block: str) -> list[Telling]:
    """Those that meet others in a block, of what a node is kept with that stands in it: a single one does."""
    return told if len(told) == 1 else [one for one in told if block in one.blocks()]


def _by_block(tellings: Iterable[Telling]) -> dict[str, list[Telling]]:
    found: dict[str, list[Telling]] = {}
    for one in tellings:
        for block in one.blocks():
            found.setdefault(block, []).append(one)
    return found


def read_match(store: Store, minter: Minter, iri: str) -> list[Match]:
    """Return the match with this IRI, or nothing when it is not whole."""
    words = {
        quad.predicate.value: getattr(quad.object, "value", "") for quad in store.quads(iri, graph=minter.matches_graph)
    }
    if not {*_SIDES, PARLEY.confidence, PARLEY.verdict} <= words.keys():
        return []
    return [
        Match(
            words[PARLEY.firstNode],
            words[PARLEY.secondNode],
            float(words[PARLEY.confidence]),
            words.get(PARLEY.because, ""),
            same=words[PARLEY.verdict] == VERDICTS["same"],
            block=words.get(PARLEY.block, ""),
        )
    ]


def match_rows(iri: str, match: Match) -> Iterator[Triple]:
    """Yield a match as triples."""
    node = ref(iri)
    yield node, f"<{RDF.type}>", f"<{PARLEY.Match}>"
    yield node, f"<{RDFS.label}>", text(match.because)
    yield node, f"<{PARLEY.firstNode}>", ref(match.first)
    yield node, f"<{PARLEY.secondNode}>", ref(match.second)
    yield node, f"<{PARLEY.verdict}>", f"<{VERDICTS['same' if match.same else 'unsure']}>"
    yield node, f"<{PARLEY.confidence}>", decimal(match.decimal)
    yield node, f"<{PARLEY.because}>", text(match.because)
    yield node, f"<{PARLEY.block}>", text(match.block)


def _subjects(triples: Iterable[Triple]) -> list[str]:
    return sorted({subject[1:-1] for subject, _, _ in triples})


def _kept(store: Store, minter: Minter, node: str) -> list[Telling]:
    return [from_json(line) for line in store.objects(node, PARLEY.telling, minter.store_graph)]


def telling_rows(told: Iterable[Telling]) -> Iterator[Triple]:
    """Yield what is kept of tellings."""
    for one in told:
        yield ref(one.node), f"<{PARLEY.telling}>", text(one.to_json())
        yield from (_row(one.node, block) for block in one.blocks())


def _row(node: str, block: str) -> Triple:
    return ref(node), f"<{PARLEY.block}>", text(block)
