"""What sources tell and what matchers found of it, as a store keeps them, and what a change of one source changes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from types import MappingProxyType
from typing import Final

from ...ontology.terms import PARLEY, RDF, RDFS, VERDICTS
from ..engine.store import Store
from ..identifiers import Minter
from ..matching.finding import Finder
from ..matching.links import Link
from ..matching.matches import Match
from ..matching.reach import reached
from ..matching.tellings import Telling
from ..ntriples import Triple, decimal, ref, text
from .blocks import Blocks, kept


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
        """The nodes that a changed match makes one, or no longer does."""
        changed = (one for some in (self.gone, self.come) for one in some.values() if one.same)
        return {node for one in changed for node in (one.first, one.second)}

    def around(self, blocks: Blocks, node: str) -> list[Match]:
        """Return the matches that a node is in, after the change."""
        stored = {iri: match for iri, match in blocks.around(node).items() if iri not in self.gone}
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
    return frozenset(one for node in _subjects(facts) for one in kept(store, minter, node))


def rematch(minter: Minter, blocks: Blocks, before: Collection[Telling], after: Collection[Telling]) -> Rematched:
    """Return what a change of one source changes in the matches of the blocks that it tells of, and of no others."""
    if before == after:
        return NOTHING_REMATCHED
    coming = _by_block(after)
    found = compared(minter, blocks, coming.keys() | _by_block(before).keys(), {one.node for one in before}, coming)
    return replace(found, old_kept=frozenset(telling_rows(before)), new_kept=frozenset(telling_rows(after)))


def compared(
    minter: Minter,
    blocks: Blocks,
    names: Iterable[str],
    own: Collection[str] = (),
    coming: Mapping[str, Sequence[Telling]] = MappingProxyType({}),
) -> Rematched:
    """Return what changes in the matches of blocks when tellings of ``own`` nodes go and others are ``coming``."""
    changed, finder = Rematched(), Finder()
    for block in sorted(names):
        told, come = blocks.told(block), coming.get(block, ())
        changing = {*(node for node in told if node in own), *(one.node for one in come)}
        is_reached = reached(block, [*chain.from_iterable(told.values()), *come], changing)
        there = (one for node, some in told.items() if node not in own and is_reached(node) for one in some)
        found = blocks.found(block).items()
        before = {one: iri for one, iri in found if is_reached(one.first) and is_reached(one.second)}
        after = finder.found(block, [*there, *come])
        for one in set(before).difference(after):
            _put(one.within(block), before[one], changed.gone, changed.cut)
        for one in after.difference(before):
            _put(one.within(block), minter.match(*one.known_by(block)), changed.come, changed.tied)
    return changed


def _put(one: Match | Link, iri: str, matches: dict[str, Match], links: dict[str, Link]) -> None:
    if isinstance(one, Match):
        matches[iri] = one
    else:
        links[iri] = one


def _by_block(tellings: Iterable[Telling]) -> dict[str, list[Telling]]:
    found: dict[str, list[Telling]] = {}
    for one in tellings:
        for block in one.blocks():
            found.setdefault(block, []).append(one)
    return found


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


def telling_rows(told: Iterable[Telling]) -> Iterator[Triple]:
    """Yield what is kept of tellings."""
    for one in told:
        yield ref(one.node), f"<{PARLEY.telling}>", text(one.to_json())
        yield from (_row(one.node, block) for block in one.blocks())


def _row(node: str, block: str) -> Triple:
    return ref(node), f"<{PARLEY.block}>", text(block)
