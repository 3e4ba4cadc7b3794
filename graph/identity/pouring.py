"""Puts a large source that a store does not hold into it: all of it at once, then what meets others joined to them.

Each node is poured in as one that is merged with nothing, in memory that does not grow with the source. Only what is
said of nodes that turn out to be joined is then written anew. What comes of it is what
:mod:`parley.graph.identity.change` makes of the same source.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, MutableMapping
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import Final

from ...ontology.terms import OWL
from ..engine.lookups import DEFAULT_GRAPH, as_row
from ..engine.on_disk import OnDisk
from ..engine.store import Store
from ..identifiers import Minter
from ..matching.sayings import all_tellings
from ..matching.tellings import Telling
from ..ntriples import Triple, nquad_lines
from ..writing.shared_identifiers import SAME_TERMS, births, identifiers_of, is_link, linked, nodes_of, own_identifier
from ..writing.writer import Part
from .assignments import Assignments
from .blocks import Blocks
from .canonical import Support, nodes_in
from .change import Change, match_change, write_rows
from .decisions import read_decisions
from .index import CANONICAL, IdentityIndex
from .matched import compared, telling_rows
from .naming import Naming, image

_AT_ONCE: Final = 50_000
"""So many triples on nodes that are joined are written anew in one change."""
_COMPARED: Final = 1_000_000
"""So many triples on nodes without names of their own are looked at to find who they are."""
_LINES: Final = 2_000
_BLOCKS: Final = 500
"""So many blocks of tellings are gone through for one change."""


class Pouring:
    """One source on its way into a store."""

    def __init__(self, store: Store, minter: Minter, index: IdentityIndex, source_id: str) -> None:
        self._store, self._minter, self._index = store, minter, index
        self._source_id = source_id
        self._facts, self._derived = minter.source_graph(source_id), minter.derived_graph(source_id)
        self._merged = {f"<{node}>": f"<{iri}>" for node, iri in index.canonical.items()}
        self._own = lru_cache(maxsize=100_000)(self._minted)
        self._coded: dict[str, set[str]] = {}
        """The identifiers of each node that carries any."""
        self._items: set[str] = set()
        """The items of Wikidata that are told to be that."""
        self._told: set[str] = set()
        """The merged or linked nodes that the source tells of, and those with identifiers whose birth it tells."""
        self._telling: set[Triple] = set()
        """The triples of the canonical graph that tell identifiers."""
        self._tellings = OnDisk()
        self._blocks: MutableMapping[str, None] = OnDisk()
        self._said: set[Triple] = set()
        """What is said of nodes of the source's own, where parts are not closed."""

    def lines(self, parts: Iterable[Part]) -> Iterator[bytes]:
        """Yield what the parts say as N-Quads, in the source's graphs and in the canonical one, each with its node."""
        for part in parts:
            own = {f"<{node}>": self._own(node) for node in part.entities if self._minter.is_of_source(node)}
            rows = (f"{node} {CANONICAL} {iri} <{self._minter.identity_graph}> .\n" for node, iri in own.items())
            yield "".join(rows).encode()
            items = self._note(part, own) if part.facts else ()
            if part.text and not own and not self._is_merged(part.facts):
                yield part.text + part.text.replace(b" .\n", f" <{self._facts}> .\n".encode())
            else:
                yield from self._poured(part.facts, self._facts, own)
            yield from self._poured((*part.derived, *items), self._derived, own)

    def _is_merged(self, triples: Iterable[Triple]) -> bool:
        """Whether another node stands for one in these triples."""
        merged = self._merged
        return bool(merged) and any(s in merged or o in merged for s, _, o in triples)

    def _poured(self, triples: Collection[Triple], graph: str, own: dict[str, str]) -> Iterator[bytes]:
        nodes = {node for s, _, o in triples for node in (s, o)} if self._merged else ()
        stands_for = {**own, **{node: self._merged[node] for node in nodes if node in self._merged}}
        end, rows, get = f" <{graph}> .\n", iter(triples), stands_for.get
        while some := list(islice(rows, _LINES)):
            if stands_for:
                lines = [
                    f"{s} {p} {o}{end}{get(s, s)} {p} {o if p in SAME_TERMS else get(o, o)} .\n" for s, p, o in some
                ]
            else:
                lines = [f"{s} {p} {o}{end}{s} {p} {o} .\n" for s, p, o in some]
            yield "".join(lines).encode()

    def _note(self, part: Part, own: dict[str, str]) -> list[Triple]:
        """Keep what the nodes are joined by; return which items of Wikidata are to be told."""
        items = []
        for subject, predicate, value, node, code in identifiers_of(part.facts):
            term = f"<{node}>"
            if predicate:
                self._telling.add((own.get(subject) or self._merged.get(subject, subject), predicate, value))
            elif not part.is_closed and node not in self._items:
                self._items.add(node)
                items.append((term, f"<{OWL.sameAs}>", term))
                self._telling.add((self._merged.get(term, term), f"<{OWL.sameAs}>", term))
            self._coded.setdefault(node, set()).add(code)
        if part.is_closed:
            for one in all_tellings(part.facts, self._minter, self._source_id):
                earlier = self._tellings.get(one.node)
                self._tellings[one.node] = _joined(one, earlier) if earlier else one
        elif len(self._said) < _COMPARED:
            self._said.update(triple for triple in part.facts if triple[0] in own)
        if self._index.codes:
            self._told.update(births(part.facts).keys() & self._index.codes.keys())
        if self._index.linked:
            self._told |= linked(part.facts, self._index.linked)
        if self._merged:
            self._told.update(s[1:-1] for s, _, _ in part.facts if s in self._merged)
        return items

    def _minted(self, node: str) -> str:
        return f"<{self._minter.canonical(node)}>"

    def identified(self) -> Collection[str]:
        """Return the nodes that carry an identifier, not only links to others."""
        return {node for node, codes in self._coded.items() if not all(map(is_link, codes))}

    def tellings(self) -> Iterator[bytes]:
        """Yield what is kept of what the source tells of its nodes, as N-Quads, once all its parts are there."""
        for one in all_tellings(self._said, self._minter, self._source_id):
            self._tellings[one.node] = one
        yield from nquad_lines({self._minter.store_graph: telling_rows(self._meeting_others())})

    def _meeting_others(self) -> Iterator[Telling]:
        for one in self._tellings.in_order():
            if blocks := one.blocks():
                self._blocks.update(dict.fromkeys(blocks))
                yield one

    def joins(self) -> Iterator[Change]:
        """Yield the changes by which what has been poured in is joined to the rest, each to be made before the next.

        First it is joined by identifiers and decisions, then by what is found in each block of tellings.
        """
        self._index.follow(remove={}, insert={DEFAULT_GRAPH: self._telling})
        yield from self._joined_by_identifiers()
        blocks = iter(self._blocks)
        while some := list(islice(blocks, _BLOCKS)):
            found = compared(self._minter, Blocks(self._store, self._minter), some)
            yield match_change(self._store, self._minter, self._index, found)

    def _joined_by_identifiers(self) -> Iterator[Change]:
        store, minter = self._store, self._minter
        fresh = frozenset((self._facts, self._derived))
        around = Assignments(store, minter, self._index, fresh=fresh)
        decided = {node for one in read_decisions(store, minter) for node in one.pair}
        around.reassign(self._meeting(around) | self._told | decided)
        naming = Naming(store, minter, around, ())
        moved = {node for node, iri in around.after.items() if around.before(node) != iri}
        support = Support(store, around, naming)
        last = Change()
        write_rows(around, minter, last, entities=frozenset())
        for mine, others in self._said_of(sorted(moved | naming.renamed() | self._told), around):
            nodes = nodes_in(mine | others)
            before = {f"<{node}>": f"<{to}>" for node in nodes if (to := around.before(node)) != node}
            after = {f"<{node}>": f"<{to}>" for node in nodes if (to := around.now(node)) != node}
            was = image(mine, before, _never) | image(others, before, naming.yields_before)
            will_be = image(mine | others, after, naming.yields)
            gone = support.unsupported(was - will_be, own="")
            yield Change({DEFAULT_GRAPH: gone}, {DEFAULT_GRAPH: will_be - was})
        yield last

    def _meeting(self, around: Assignments) -> set[str]:
        """Return the nodes whose identifiers others carry, or are."""
        return {
            node
            for node, codes in self._coded.items()
            for code in codes
            if len(self._index.coded.get(code, ())) > 1
            or (own_identifier(node) and self._index.coded.get(code, set()) - {around.before(node)})
            or any(other != node and around.mentioned(other) for other in nodes_of(code))
        }

    def _said_of(self, nodes: Iterable[str], around: Assignments) -> Iterator[tuple[set[Triple], set[Triple]]]:
        """Yield what this source and what others say of these nodes, some at a time."""
        mine: set[Triple] = set()
        others: set[Triple] = set()
        for node in nodes:
            for quad in self._store.quads_about(node):
                if around.stays(quad):
                    (others if around.was_source_graph(quad.graph_name) else mine).add(as_row(quad))
                if len(mine) + len(others) >= _AT_ONCE:
                    yield mine, others
                    mine, others = set(), set()
        yield mine, others


def _joined(one: Telling, other: Telling) -> Telling:
    """Return what two parts of a source tell of one node: one may have no more than its name, each has its posts."""
    fuller = max(one, other, key=lambda told: (len(told.names), bool(told.side), bool(told.born), bool(told.item)))
    return replace(fuller, posts=tuple(sorted({*one.posts, *other.posts})))


def _never(node: str, predicate: str) -> bool:
    return False
