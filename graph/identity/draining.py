"""Takes a large source out of a store, some of it at a time: what joined it to others first, then all that it says."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice
from typing import Final

from ..engine.lookups import DEFAULT_GRAPH, as_row
from ..engine.on_disk import OnDisk
from ..engine.store import Store
from ..identifiers import Minter
from ..ntriples import Triple
from ..writing.shared_identifiers import births, carried, have_one_of_each, is_link
from .assignments import Assignments
from .blocks import Blocks
from .canonical import Support, nodes_in
from .change import Change, links_of, match_change, write_rows
from .decisions import read_decisions
from .index import CANONICAL, IdentityIndex
from .matched import compared, kept_tellings, telling_rows
from .naming import Naming, image

LARGE: Final = 100_000
"""From so many triples on a source is taken out some of it at a time."""
_AT_ONCE: Final = 20_000
_BLOCKS: Final = 500


class Draining:
    """One source on its way out of a store."""

    def __init__(self, store: Store, minter: Minter, index: IdentityIndex, source_id: str) -> None:
        self._store, self._minter, self._index = store, minter, index
        self._own = f"{minter.source(source_id)}/"
        self._graphs = (minter.source_graph(source_id), minter.derived_graph(source_id))

    def changes(self) -> Iterator[Change]:
        """Yield the changes that leave nothing of the source but its graphs, each to be made before the next."""
        blocks = OnDisk()
        for triples in self._parts(self._graphs[0]):
            told = kept_tellings(self._store, self._minter, triples)
            blocks.update((block, None) for one in told for block in one.blocks())
            yield Change({self._minter.store_graph: set(telling_rows(told))}, {})
        rest = iter(blocks)
        while some := list(islice(rest, _BLOCKS)):
            found = compared(self._minter, Blocks(self._store, self._minter), some)
            yield match_change(self._store, self._minter, self._index, found)
        yield from self._taken_out()

    def _taken_out(self) -> Iterator[Change]:
        store, minter = self._store, self._minter
        around = Assignments(store, minter, self._index, besides=frozenset(self._graphs))
        seeds = {node for one in read_decisions(store, minter) for node in one.pair}
        for graph in self._graphs:
            for triples in self._parts(graph):
                seeds |= {node for node in nodes_in(triples) if node in self._index.canonical}
                seeds |= around.linking(links_of(triples, self._index)) | self._marked(triples)
        around.reassign(seeds)
        naming = Naming(store, minter, around, ())
        moved = {node for node, iri in around.after.items() if around.before(node) != iri}
        last = Change()
        write_rows(around, minter, last, entities=frozenset())
        support = Support(store, around, naming)
        for triples in self._elsewhere(sorted(moved | naming.renamed()), around):
            before, after = (_terms(of, triples) for of in (around.before, around.now))
            was, will_be = image(triples, before, naming.yields_before), image(triples, after, naming.yields)
            yield Change(
                {DEFAULT_GRAPH: support.unsupported(was - will_be, own=self._own[:-1])},
                {DEFAULT_GRAPH: will_be - was},
            )
        for graph in self._graphs:
            for triples in self._parts(graph):
                was = image(triples, _terms(around.before, triples), naming.yields_before)
                gone = support.unsupported(was, own=self._own[:-1])
                yield Change({DEFAULT_GRAPH: gone, self._minter.identity_graph: self._alone(triples, around)}, {})
        yield last

    def _marked(self, triples: Collection[Triple]) -> set[str]:
        """Return the nodes with links, or with several items, of which triples tell what may keep them from others."""
        codes = ((node, self._index.codes.get(node, ())) for node in carried(triples).keys() | births(triples).keys())
        return {node for node, some in codes if any(map(is_link, some)) or not have_one_of_each(some)}

    def _alone(self, triples: Iterable[Triple], around: Assignments) -> set[Triple]:
        """Return the rows of the source's own nodes that are one with nothing and that nobody has decided on."""
        nodes = (node for node in nodes_in(triples, self._own) if node not in around.after)
        return {(f"<{node}>", CANONICAL, f"<{row}>") for node in nodes if (row := around.row(node))}

    def _elsewhere(self, nodes: Iterable[str], around: Assignments) -> Iterator[set[Triple]]:
        """Yield what others say of these nodes, some at a time."""
        quads = (quad for node in nodes for quad in self._store.quads_about(node) if around.stays(quad))
        while some := set(map(as_row, islice(quads, _AT_ONCE))):
            yield some

    def _parts(self, graph: str) -> Iterator[set[Triple]]:
        """Yield what a graph says, some at a time; it stays as it is meanwhile."""
        quads = self._store.quads(graph=graph)
        while some := set(map(as_row, islice(quads, _AT_ONCE))):
            yield some


def _terms(of: Callable[[str], str], triples: Iterable[Triple]) -> dict[str, str]:
    return {f"<{node}>": f"<{to}>" for node in nodes_in(triples) if (to := of(node)) != node}
