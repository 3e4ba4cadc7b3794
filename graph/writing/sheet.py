"""The sheet on which one source is written: its keys as nodes, its triples so far, what is still undefined."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable
from typing import Final

from ...ontology.terms import PARLEY, RDFS, SKOS, STANDINGS
from ..errors import DuplicateKey, UndefinedKeys
from ..identifiers import SOURCE_KEY, Iri, Minter
from ..ntriples import TripleSet, ref, text
from ..records import (
    Agent,
    Alignment,
    Delegation,
    Event,
    Item,
    Key,
    Link,
    NegotiationDocument,
    Place,
    Process,
    Record,
    SourceRecords,
    Standing,
)

_ENTITIES: Final = (Agent, Place, Process, Event, Delegation, Item, NegotiationDocument)


class Sheet:
    """Collects the triples of one source; ``facts`` is what it says, ``derived`` what follows from it.

    ``decided`` is what a person has taken out of it.
    """

    def __init__(self, said: SourceRecords, minter: Minter) -> None:
        self.source = said.source
        self.minter = minter
        self.facts = TripleSet()
        self.derived = TripleSet()
        self.decided = TripleSet()
        self.entities: set[Iri] = set()
        """Nodes that may turn out to be the same as another source's."""
        self.by_key: dict[Key, Record] = {}
        scheme = said.source.scheme
        self.issues = {issue.id: issue for issue in scheme.issues} if scheme is not None else {}
        """The issues of the source's scheme."""
        self.article: Final = ref(minter.source(said.source.id))
        """The node of the source itself, as a term."""
        self.in_common: dict[Hashable, Collection[tuple[str, str]]] = {}
        """What statements of each kind share: predicates and objects."""
        self._terms: dict[Key, str] = {SOURCE_KEY: self.article}
        self._missing: dict[str, set[str]] = {}
        for record in said.records:
            if not isinstance(record, Link):
                self._define(record)

    def _define(self, record: Record) -> None:
        assert not isinstance(record, Link)
        key = record.key
        if key == SOURCE_KEY or self.by_key.setdefault(key, record) != record:
            raise DuplicateKey(self.source.id, key)
        if isinstance(record, Agent) and record.world:
            self._terms[key] = ref(self.minter.world(key))
            return
        iri = Iri(record.iri) if isinstance(record, Alignment) else self.minter.node(self.source.id, key)
        self._terms[key] = ref(iri)
        if isinstance(record, _ENTITIES):
            self.entities.add(iri)

    def node(self, key: Key, *, needed_by: str) -> str:
        """Return the node of a key as a term; a key that nothing defines is noted for :meth:`check`."""
        term = self._terms.get(key)
        if term is None:
            self._missing.setdefault(key, set()).add(needed_by)
            return self.article
        return term

    def nodes(self, keys: Iterable[Key | None], *, needed_by: str) -> list[str]:
        """Return the nodes of those keys that are given."""
        return [self.node(key, needed_by=needed_by) for key in keys if key is not None]

    def label(self, node: str, label: str, facts: TripleSet | None = None) -> None:
        """Name a node, for people who know SKOS and for those who know RDFS."""
        for name in (SKOS.prefLabel, RDFS.label):
            (self.facts if facts is None else facts).strings(node, name, [label])

    def caption(self, node: str, caption: str, facts: TripleSet | None = None) -> None:
        """Say what a node goes by that no text names, for people to read."""
        (self.facts if facts is None else facts).strings(node, RDFS.label, [" ".join(caption.split())])

    def name(self, key: Key) -> str:
        """Return the label of the record with that key, or an empty string where none is defined."""
        return getattr(self.by_key.get(key), "label", "")

    def standing(self, node: str, standing: Standing) -> None:
        """Say how a fact stands in this source."""
        self.facts.add(node, PARLEY.standing, f"<{STANDINGS[standing]}>")

    def surface_forms(self, node: str, forms: Iterable[str]) -> None:
        """Keep the forms in which the text names a node."""
        self.facts.add(node, PARLEY.surfaceForm, *(text(form) for form in forms if form))

    def check(self) -> None:
        """Raise :class:`UndefinedKeys` when a record has pointed at a key that nothing defines."""
        if self._missing:
            raise UndefinedKeys(self.source.id, self._missing)
