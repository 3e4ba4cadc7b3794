"""Changing what is known: what a source says, what follows from it, its part of the canonical graph, the bookkeeping.

They change together or not at all, in one transaction. :mod:`parley.graph.knowledge` is the door that others use.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from itertools import chain
from typing import Concatenate, Final, Literal, ParamSpec, TypeAlias, TypeVar

from ..ontology.terms import PARLEY
from .engine.bookkeeping import kept_fact_decisions, kept_rows, source_rows
from .engine.passes import CHECKED, changed_rows
from .engine.source_list import content_hashes
from .engine.store import Store
from .errors import SourceIdTaken
from .identifiers import Minter, digest
from .identity.change import NOTHING, Change, decision_change, source_change
from .identity.clusters import Decision
from .identity.decisions import origin_rows, read_decision, write_decision
from .identity.draining import LARGE, Draining
from .identity.index import IdentityIndex
from .identity.pouring import Pouring
from .ntriples import Triple
from .writing.writer import Part, Written

_P = ParamSpec("_P")
_R = TypeVar("_R")
Outcome: TypeAlias = Literal["added", "unchanged", "replaced"]

_COLLECTED: Final = 1_000_000
"""After so many new objects Python looks for those that only each other refer to: there are none among very many."""


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Let Python look through what it holds less often."""
    usual = gc.get_threshold()
    gc.set_threshold(_COLLECTED, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _anew_when_broken_off(method: Callable[Concatenate[Changing, _P], _R]) -> Callable[Concatenate[Changing, _P], _R]:
    """A change after which nothing is remembered when it fails or is broken off: the store may be as it was before."""

    @wraps(method)
    def sure(self: Changing, /, *args: _P.args, **kwargs: _P.kwargs) -> _R:
        try:
            return method(self, *args, **kwargs)
        except BaseException:
            self._known_index = None
            raise

    return sure


class Changing:
    """Makes sources and decisions part of a store, and takes them out."""

    def __init__(self, store: Store, minter: Minter) -> None:
        self._store = store
        self._minter = minter
        self._known_index: IdentityIndex | None = None

    @_anew_when_broken_off
    def settle(self, source_id: str, written: Written, text_hash: str, origin: str) -> Outcome:
        """Make a source say exactly what is written of it; the same again changes nothing."""
        old_rows = kept_rows(self._store, self._minter, source_id)
        self._check_free(source_id, text_hash, origin)
        kept_origin = origin or self.origin(source_id)
        fingerprint = written.fingerprint
        rows = source_rows(self._minter, source_id, origin=kept_origin, fingerprint=fingerprint)
        if rows <= old_rows:
            return "unchanged"
        same = self._kept(source_id, PARLEY.fingerprint) == fingerprint
        change = Change() if same else source_change(self._store, self._minter, self._index, source_id, written)
        passed = {row for row in old_rows if same and row[1] == CHECKED}
        change.swap(self._minter.store_graph, old_rows, rows | passed)
        if not same:
            old_decided = kept_fact_decisions(self._store, self._minter, source_id)
            change.swap(self._minter.decisions_graph, old_decided, written.decided)
        self._make(change)
        return "unchanged" if same else "replaced" if old_rows else "added"

    @_anew_when_broken_off
    def pour(
        self, source_id: str, parts: Callable[[Pouring], Iterator[Part]], text_hash: str, reading: str, origin: str
    ) -> Outcome:
        """Make a large source say what its parts say; ``reading`` is what that depends on besides the text."""
        old_rows = kept_rows(self._store, self._minter, source_id)
        self._check_free(source_id, text_hash, origin)
        kept_origin = origin or self.origin(source_id)
        fingerprint = digest(f"{text_hash} {reading}", length=64)
        rows = source_rows(self._minter, source_id, origin=kept_origin, fingerprint=fingerprint)
        if rows <= old_rows:
            return "unchanged"
        with self._store.whole(f"adding {source_id}"), _seldom_collected():
            if old_rows:
                deque(parts(Pouring(self._store, self._minter, self._index, source_id)), maxlen=0)  # is it whole?
                self.take_out(source_id, old_rows)
            index, self._known_index = self._index, None  # read anew should anything come between
            pouring = Pouring(self._store, self._minter, index, source_id)
            self._store.pour(chain(pouring.lines(parts(pouring)), pouring.tellings()))
            index.forget()
            for change in pouring.joins():
                self._change(change)
                index.follow(remove=change.remove, insert=change.insert)
            self._store.change(remove={}, insert={self._minter.store_graph: rows})
            self._known_index = index
        return "replaced" if old_rows else "added"

    @_anew_when_broken_off
    def take_out(self, source_id: str, rows: frozenset[Triple], *, in_parts: bool | None = None) -> None:
        """Take out a source, of which these rows are kept, and all that came from it alone."""
        change = Change()
        facts, derived = self._minter.source_graph(source_id), self._minter.derived_graph(source_id)
        if in_parts if in_parts is not None else self._store.holds_many(facts, LARGE):
            with self._store.whole(f"removing {source_id}"):
                self._drain(source_id)
                self._store.drop(facts, derived)
                self._index.forget()
                self._forget(source_id, rows, change)
        else:
            change = source_change(self._store, self._minter, self._index, source_id, NOTHING)
            self._forget(source_id, rows, change)

    @_anew_when_broken_off
    def decide(self, decision: Decision, rows: frozenset[Triple] | None, origin: str = "") -> None:
        """Keep a decision on two nodes, written as rows, in place of an earlier one; without rows, take that back."""
        graph, iri = self._minter.decisions_graph, self._minter.decision(*decision.pair)
        change = decision_change(self._store, self._minter, self._index, {decision.pair: decision if rows else None})
        old = [row for found in read_decision(self._store, iri, graph) for row in write_decision(found, iri)]
        change.swap(graph, old, rows or ())
        kept = "".join(self._store.objects(iri, PARLEY.origin, self._minter.store_graph))
        change.swap(self._minter.store_graph, origin_rows(iri, kept), origin_rows(iri, origin))
        self._make(change)

    def origin(self, source_id: str) -> str:
        """Return where a source was read from; empty where nobody says."""
        return self._kept(source_id, PARLEY.origin)

    def _forget(self, source_id: str, rows: frozenset[Triple], change: Change) -> None:
        change.swap(self._minter.store_graph, rows, ())
        change.swap(self._minter.decisions_graph, kept_fact_decisions(self._store, self._minter, source_id), ())
        self._make(change)

    def _drain(self, source_id: str) -> None:
        index, self._known_index = self._index, None  # read anew should anything come between
        for change in Draining(self._store, self._minter, index, source_id).changes():
            self._change(change)
            index.follow(remove=change.remove, insert=change.insert)
        self._known_index = index

    @property
    def _index(self) -> IdentityIndex:
        if self._known_index is None:
            self._known_index = IdentityIndex(self._store, self._minter)
        return self._known_index

    def _make(self, change: Change) -> None:
        index, self._known_index = self._index, None  # read anew should anything, also Ctrl-C, come between
        self._change(change)
        index.follow(remove=change.remove, insert=change.insert)
        self._known_index = index

    def _change(self, change: Change) -> None:
        change.swap(
            self._minter.store_graph, (),
            changed_rows(self._store, self._minter, remove=change.remove, insert=change.insert),
        )  # fmt: skip
        self._store.change(remove=change.remove, insert=change.insert)

    def _check_free(self, source_id: str, text_hash: str, origin: str) -> None:
        taken_by = self.origin(source_id)
        is_other = origin and taken_by and origin != taken_by
        if is_other and text_hash not in content_hashes(self._store, self._minter, source_id):
            raise SourceIdTaken(source_id, taken_by=taken_by, origin=origin)

    def _kept(self, source_id: str, name: str) -> str:
        return "".join(self._store.objects(self._minter.source(source_id), name, self._minter.store_graph))
