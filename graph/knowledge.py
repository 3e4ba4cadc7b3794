"""The one door to the knowledge: open it, add and remove sources, decide on identity, ask.

What a change costs does not grow with the store; :mod:`parley.graph.changing` tells how it is made.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import nullcontext, suppress
from difflib import get_close_matches
from itertools import chain
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import BinaryIO

import rdflib
from rdflib.term import Node

from ..ontology.terms import PREFIXES
from .changing import Changing, Outcome
from .engine.bookkeeping import kept_rows, settle_format
from .engine.lookups import DEFAULT_GRAPH
from .engine.passes import Passes, keep_passes, read_passes
from .engine.rdf_exports import serialized, write_dump, write_rdf
from .engine.results import Apart, Results, Row, run_query
from .engine.source_list import SOURCES, SourceEntry, is_read, source_entry
from .engine.store import MEMORY, Store
from .engine.terms import add_triples
from .engine.wordless import copy_without_words
from .errors import DecisionError, StoreUnwritable, UnknownSource
from .identifiers import DEFAULT_BASE, Minter, content_hash
from .identity.agreement import check_agrees
from .identity.clusters import Decision, Verdict
from .identity.decisions import (
    check_can_be_decided,
    decided_in,
    member,
    read_decision,
    read_decisions,
    write_decision,
)
from .identity.drift import Drift, find_drift, find_drift_of
from .identity.narrowing import said_of
from .records import SourceRecords
from .writing.foreign import RDF_READER, GraphSource, graph_parts, write_graph
from .writing.writer import write, write_part

__all__ = ["DEFAULT_BASE", "MEMORY", "Apart", "Knowledge", "Passes", "Results", "Row", "SourceEntry", "open_knowledge"]


def open_knowledge(
    where: str | Path = MEMORY,
    *,
    base: str | None = None,
    create: bool = True,
    reading: bool = False,
    replica: bool = False,
) -> Knowledge:
    """Open the knowledge in memory (``memory:``) or in a folder; a context manager that closes it.

    ``base`` is where a new store mints its IRIs; a store that is there keeps its own. One program at a time can have
    a folder open, but for ``reading``: that shows what was whole last, whoever writes, and changes nothing. A
    ``replica`` is that, read into memory first, where joins are faster; it must fit there.
    """
    store = Store(where, create=create, reading=reading or replica, replica=replica)
    try:
        return Knowledge(store, settle_format(store, base))
    except BaseException:
        store.close()
        raise


class Knowledge:
    """What all sources say, and the questions that can be put to it."""

    def __init__(self, store: Store, minter: Minter) -> None:
        self._store = store
        self._minter = minter
        self._changing = Changing(store, minter)

    @property
    def where(self) -> str:
        """The folder that it lives in, or ``memory:``."""
        return self._store.where

    @property
    def told(self) -> str:
        """What is to be told of knowledge open for reading: that it is older than what is being written, or nothing."""
        return self._store.told

    @property
    def base(self) -> str:
        """What the IRIs minted here start with."""
        return self._minter.base

    def __enter__(self) -> Knowledge:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with nullcontext() if error is None else suppress(StoreUnwritable):  # what came first is told
            self.close()

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()

    def show(self) -> None:
        """Let those who read have all that is here; once in a while that is done while knowledge is added, too."""
        self._store.show()

    def tell(self, says: str) -> None:
        """Let this be told, once there is more, to those who read while knowledge is added."""
        self._store.tell(says)

    def add(self, records: SourceRecords, *, origin: str = "") -> Outcome:
        """Make a source say exactly what its records say; the same records again change nothing."""
        source = records.source
        return self._changing.settle(source.id, write(records, self._minter), content_hash(source.text), origin)

    def add_graph(self, source: GraphSource, *, origin: str = "") -> Outcome:
        """Take in a file of RDF as a source of its own: kept as it is, joined to the rest by equal identifiers."""
        if source.stream is None:
            return self._changing.settle(source.id, write_graph(source, self._minter), source.content_hash, origin)
        return self._changing.pour(
            source.id,
            lambda pouring: graph_parts(source, self._minter, pouring.identified),
            source.content_hash,
            f"{RDF_READER} {source.title} {source.publisher} {source.published} {source.url}",
            origin,
        )

    def add_parts(
        self, source_id: str, parts: Callable[[], Iterable[SourceRecords]], *,
        text_hash: str, reading: str, origin: str = "",
    ) -> Outcome:  # fmt: skip
        """Make a large source say what its parts say, each of which defines all that it refers to.

        ``parts`` are asked for a second time where the source is here already; ``reading`` is what they depend on
        besides the text.
        """

        return self._changing.pour(
            source_id,
            lambda pouring: (write_part(records, self._minter) for records in parts()),
            text_hash,
            reading,
            origin,
        )

    def holds(self, source_id: str, content_hash: str, *extractors: str) -> bool:
        """True when the source is here, with this text, read by these extractors and no others."""
        return is_read(self._store, self._minter, source_id, content_hash, extractors)

    def size(self, source_id: str) -> int:
        """Return how many triples a source says."""
        return self._store.count(self._minter.source_graph(source_id))

    def remove(self, source_id: str, *, in_parts: bool | None = None) -> None:
        """Take out a source and all that came from it alone; ``in_parts`` if it is large, or if that is said."""
        rows = kept_rows(self._store, self._minter, source_id)
        if not rows:
            known = [entry.id for entry in self.sources()]
            raise UnknownSource(source_id, get_close_matches(source_id, known))
        self._changing.take_out(source_id, rows, in_parts=in_parts)

    def sources(self) -> list[SourceEntry]:
        """Return the sources, by id."""
        return [source_entry(row, self._changing.origin(str(row["id"]))) for row in self.query(SOURCES)]

    def query(
        self,
        sparql: str,
        *,
        bindings: Mapping[str, Node] = MappingProxyType({}),
        hosts: Collection[str] = (),
        apart: Apart | None = None,
    ) -> Results:
        """Return the results of a SPARQL query; without GRAPH it reads the canonical graph.

        SERVICE is refused but for an address whose host is among ``hosts`` (``query.example.org``, ``localhost:3030``).
        Nothing can stop a query before its end unless it is evaluated ``apart``, which takes a tenth of a second more.
        """
        return run_query(self._store, sparql, bindings, hosts=hosts, apart=apart, prefixes=self.prefixes)

    @property
    def prefixes(self) -> Mapping[str, str]:
        """The prefixes that queries need not declare: the vocabularies' and those of what is known here."""
        return {**PREFIXES, **self._minter.prefixes}

    def graph(self, iri: str | None = None, *more: str) -> rdflib.Graph:
        """Return a copy of graphs (the canonical one unless an IRI is given) that lives apart from the store."""
        copy = rdflib.Graph()
        for prefix, namespace in PREFIXES.items():
            copy.bind(prefix, namespace)
        graphs = (iri or DEFAULT_GRAPH, *more)
        return add_triples(copy, chain.from_iterable(self._store.quads(graph=graph) for graph in graphs))

    def graphs(self) -> list[str]:
        """Return the IRIs of the named graphs, without the bookkeeping."""
        return [iri for iri in self._store.named_graphs() if iri != self._minter.store_graph]

    def dump(self, path: str | Path, format: str = "") -> None:
        """Write the canonical graph to a file; ``nq`` and ``trig`` hold every graph but the bookkeeping."""
        write_dump(self._store, self._minter, Path(path), format)

    def write(self, output: BinaryIO, format: str) -> None:
        """Write to an open file what :meth:`dump` writes."""
        write_rdf(self._store, self._minter, output, format)

    def serialized(self, format: str) -> bytes:
        """Return what :meth:`dump` writes."""
        return serialized(self._store, self._minter, format)

    def without_words(self) -> Knowledge:
        """Return a copy in memory, for reading, that holds no words of the sources but names and short titles."""
        return Knowledge(copy_without_words(self._store, self._minter), self._minter)

    def part(self, facts: Mapping[str, Collection[str] | None]) -> Knowledge:
        """Return a copy in memory of what these sources, and no others, say of these facts, or say at all (None)."""
        copy = open_knowledge(base=self.base)
        for source_id, wanted in sorted(facts.items()):
            said = said_of(self._store, self._minter, source_id, wanted)
            copy._changing.settle(source_id, said, "", self._changing.origin(source_id))
        for decision in self.decisions():
            copy._changing.decide(decision, write_decision(decision, self._minter.decision(*decision.pair)))
        return copy

    def drift(self, *, sources: Iterable[str] | None = None, nodes: Iterable[str] = ()) -> Drift:
        """Return where the canonical graph is not what the sources say: nowhere, unless somebody else wrote to it.

        With ``sources`` (their IRIs) it is where that holds of what these say, and of these ``nodes`` of it.
        """
        if sources is None:
            return find_drift(self._store, self._minter)
        return find_drift_of(self._store, self._minter, sources=sources, nodes=nodes)

    def passes(self) -> Passes:
        """Return what has passed a check and is as it was."""
        return read_passes(self._store, self._minter)

    def keep(self, passes: Passes) -> bool:
        """Remember what has passed a check, where the store can be written; one open for reading is closed by it."""
        return keep_passes(self._store, self._minter, passes)

    def decide(
        self, first: str, second: str, verdict: Verdict, *,
        by: str = "", on: str = "", because: str = "", origin: str = "",
    ) -> None:  # fmt: skip
        """Decide whether two nodes are one and the same; a later decision on the same two replaces this one.

        Raises DecisionError when it cannot be taken, or does not go with what is decided on others, which it names.
        ``origin`` is the file that says so, for :meth:`decided_in`.
        """
        check_can_be_decided(first, second, verdict)
        decision = Decision(first, second, verdict, by, on, because)
        check_agrees(decision, self.decisions())
        self._changing.decide(decision, write_decision(decision, self._minter.decision(first, second)), origin)

    def undo(self, first: str, second: str) -> None:
        """Take back what was decided on two nodes."""
        graph = self._minter.decisions_graph
        decided = read_decision(self._store, self._minter.decision(first, second), graph)
        if not decided:
            raise DecisionError(first, second, "nothing was decided on these two")
        self._changing.decide(decided[0], None)

    def decisions(self) -> list[Decision]:
        """Return what was decided on identity."""
        return read_decisions(self._store, self._minter)

    def decided_in(self, origin: str) -> list[Decision]:
        """Return what the file ``origin`` has decided on identity."""
        return decided_in(self._store, self._minter, origin)

    def member(self, iri: str) -> str:
        """Return the node of a source that an IRI of questions and exports stands for, to decide on; empty if none."""
        return member(self._store, self._minter, iri)
