"""Links between facts of different sources as a store keeps them: each with its reasons, and as plain triples.

A link's node stands among the matches; the triples that follow from it make up a graph of their own, whose image is
part of the canonical graph as that of any source is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from ...ontology.terms import PARLEY, RDF
from ..engine.store import Store
from ..identifiers import Minter
from ..matching.links import Link, LinkName
from ..ntriples import Triple, decimal, ref, text

_NAMES: Mapping[str, LinkName] = {
    PARLEY.variantOf: "variantOf",
    PARLEY.respondsTo: "respondsTo",
    PARLEY.sameContentAs: "sameContentAs",
    PARLEY.contradicts: "contradicts",
}
_BOTH_WAYS: Mapping[LinkName, tuple[str, ...]] = {
    "sameContentAs": (PARLEY.sameContentAs,),
    "contradicts": (PARLEY.contradicts, PARLEY.inTensionWith),
}


def words_of(store: Store, minter: Minter, iri: str) -> dict[str, str]:
    """Return what stands of a match or a link, by property."""
    found = store.quads(iri, graph=minter.matches_graph)
    return {quad.predicate.value: getattr(quad.object, "value", "") for quad in found}


def link_of(words: Mapping[str, str]) -> Link | None:
    """Return the link of which this stands, or nothing when it is none or not whole."""
    name = _NAMES.get(words.get(RDF.predicate, ""))
    if name is None or not {PARLEY.firstNode, PARLEY.secondNode, PARLEY.confidence} <= words.keys():
        return None
    first, second, score = words[PARLEY.firstNode], words[PARLEY.secondNode], float(words[PARLEY.confidence])
    return Link(first, second, name, score, words.get(PARLEY.because, ""), words.get(PARLEY.block, ""))


def link_rows(iri: str, link: Link) -> Iterator[Triple]:
    """Yield a link as triples."""
    node = ref(iri)
    yield node, f"<{RDF.type}>", f"<{PARLEY.Link}>"
    yield node, f"<{PARLEY.firstNode}>", ref(link.first)
    yield node, f"<{RDF.predicate}>", f"<{PARLEY[link.name]}>"
    yield node, f"<{PARLEY.secondNode}>", ref(link.second)
    yield node, f"<{PARLEY.confidence}>", decimal(link.decimal)
    yield node, f"<{PARLEY.because}>", text(link.because)
    yield node, f"<{PARLEY.block}>", text(link.block)


def told_by(links: Iterable[Link]) -> set[Triple]:
    """Return the triples that follow from links."""
    return {triple for link in links for triple in _told(link)}


def _told(link: Link) -> Iterator[Triple]:
    first, second = ref(link.first), ref(link.second)
    both = _BOTH_WAYS.get(link.name)
    yield first, f"<{PARLEY[link.name]}>", second
    for name in both or ():
        yield first, f"<{name}>", second
        yield second, f"<{name}>", first


def no_longer_told(store: Store, minter: Minter, cut: Mapping[str, Link]) -> set[Triple]:
    """Return the triples of links that go and that no other link says."""
    others = {
        iri
        for first in {link.first for link in cut.values()}
        for iri in store.subjects(PARLEY.firstNode, ox.NamedNode(first), minter.matches_graph)
        if iri not in cut
    }
    stay = (link for iri in others if (link := link_of(words_of(store, minter, iri))))
    return told_by(cut.values()) - told_by(stay)
