"""What a store keeps about itself and its sources, in a graph of its own that is never exported."""

from __future__ import annotations

from typing import Final

import pyoxigraph as ox

from ...ontology.terms import PARLEY, PROV
from ..errors import StoreFormat, StoreMissing
from ..identifiers import DEFAULT_BASE, Minter
from ..ntriples import Triple, number, ref, text
from .lookups import as_row
from .store import Store

FORMAT_VERSION: Final = 1
"""Layout of the graphs in a store; a store of another version is not opened."""


def settle_format(store: Store, base: str | None) -> Minter:
    """Return the minter of the store's base; a new store gets its format written, a foreign one is refused."""
    found = list(store.quads(predicate=PARLEY.formatVersion))
    if not found:
        minter = Minter(base or DEFAULT_BASE)
        if len(store.engine):
            raise StoreFormat(store.where, "holds RDF that is not Parley's; give an empty or a new folder")
        if store.is_for_reading:
            raise StoreMissing(store.where)
        row: Triple = (ref(minter.store_graph), f"<{PARLEY.formatVersion}>", number(FORMAT_VERSION))
        store.change(remove={}, insert={minter.store_graph: [row]})
        return minter
    version = getattr(found[0].object, "value", "")
    if version != str(FORMAT_VERSION):
        raise StoreFormat(
            store.where,
            f"has format {version}, this Parley reads format {FORMAT_VERSION}; build it anew from its articles",
        )
    stored = getattr(found[0].graph_name, "value", "").removesuffix("graph/store")
    if base is not None and base != stored:
        raise StoreFormat(store.where, f"was built with the base {stored}; open it with that base, or build it anew")
    return Minter(stored)


def source_rows(minter: Minter, source_id: str, *, origin: str, fingerprint: str) -> frozenset[Triple]:
    """Return what is kept about one source."""
    node = ref(minter.source(source_id))
    rows: set[Triple] = {(node, f"<{PARLEY.fingerprint}>", text(fingerprint))}
    if origin:
        rows.add((node, f"<{PARLEY.origin}>", text(origin)))
    return frozenset(rows)


def kept_rows(store: Store, minter: Minter, source_id: str) -> frozenset[Triple]:
    """Return what is kept about one source now."""
    found = store.quads(minter.source(source_id), graph=minter.store_graph)
    return frozenset(as_row(quad) for quad in found)


def kept_fact_decisions(store: Store, minter: Minter, source_id: str) -> frozenset[Triple]:
    """Return what is kept among the decisions about facts taken out of one source."""
    source, graph = minter.source(source_id), minter.decisions_graph
    found: set[Triple] = set()
    waiting = list(store.subjects(PROV.wasDerivedFrom, ox.NamedNode(source), graph))
    seen = set(waiting)
    while waiting:
        for quad in store.quads(waiting.pop(), graph=graph):
            found.add(as_row(quad))
            told = quad.object.value if isinstance(quad.object, ox.NamedNode) else ""
            if told.startswith((f"{source}/", f"{source}#")) and told not in seen:
                seen.add(told)
                waiting.append(told)
    return frozenset(found)
