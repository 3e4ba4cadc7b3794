"""Which of several names and values a merged node goes by: one member gives the labels, the others' are further forms.

A world node names its cluster. Otherwise the label that tells most does, a full name before a surname, then the one
that most members have, then the longest, and the lowest IRI where that leaves a choice. Of an event's number, kind,
negotiation and standing one member's stands as well, each chosen apart; what the others tell stays in the graphs of
their sources.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from typing import Final

from ...ontology.terms import FOAF, PARLEY, RDFS, SCHEMA, SKOS
from ..engine.lookups import DEFAULT_GRAPH
from ..engine.store import Store
from ..identifiers import Minter
from ..ntriples import Triple
from ..writing.shared_identifiers import tells_same
from .assignments import Assignments
from .weights import is_event, weight

LABELS: Final = frozenset(f"<{name}>" for name in (SKOS.prefLabel, RDFS.label, FOAF.name))
"""Properties that a node has one value of, whatever number of nodes it stands for; the others' are further forms."""
PREF_LABEL: Final = f"<{SKOS.prefLabel}>"
FURTHER_FORM: Final = f"<{PARLEY.surfaceForm}>"
_SINGLE: Final = {f"<{name}>": name for name in (SCHEMA.position, SCHEMA.superEvent, PARLEY.eventKind, PARLEY.standing)}
"""Properties of which one event has one value; its days and places are all kept, since sources differ on them."""
SINGLE: Final = frozenset(_SINGLE)
_FIELDS: Final = ("", *sorted(set(_SINGLE.values())))
"""What is chosen apart: the label, then each of the single values."""
_FIRMEST: Final = tuple(PARLEY[name] for name in ("asserted", "claimed", "expected", "conditional", "denied"))
"""A telling that an event has taken place stands before one that it will."""


class Naming:
    """Tells, before and after a change, by whose label and by whose single values a node goes."""

    def __init__(self, store: Store, minter: Minter, assignments: Assignments, coming: Iterable[Triple]) -> None:
        self._store = store
        self._minter = minter
        self._assignments = assignments
        self._coming: dict[tuple[str, str], list[str]] = {}
        wanted = {PREF_LABEL, *(f"<{field}>" for field in _FIELDS[1:])}
        for subject, predicate, value in coming:
            if predicate in wanted:
                self._coming.setdefault((subject[1:-1], predicate[1:-1]), []).append(value)
        self._chosen: dict[tuple[bool, str, str], str | None] = {}

    def renamed(self) -> set[str]:
        """Return the nodes around the change that give their cluster a label or a value no longer, or only now."""
        around = self._assignments
        clusters = {around.before(node) for node in around.after} | set(around.after.values())
        clusters -= set(around.came.values())
        nodes = {node for iri in clusters for node in (*around.members_before(iri), *around.members(iri))}
        return {
            node
            for node in nodes
            if any(
                self._gives(node, field, after=False) != self._gives(node, field, after=True) for field in _fields(node)
            )
        }

    def yields_before(self, node: str, predicate: str) -> bool:
        """True when another node's value of a property (a term) stands for this one's now."""
        return not self._gives(node, _SINGLE.get(predicate, ""), after=False)

    def yields(self, node: str, predicate: str) -> bool:
        """True when another node's value of a property (a term) stands for this one's after the change."""
        return not self._gives(node, _SINGLE.get(predicate, ""), after=True)

    def _gives(self, node: str, field: str, *, after: bool) -> bool:
        if field and not is_event(node):
            return True
        if after and node in self._assignments.came:
            return bool(field) or not any(
                self._store.quads(self._assignments.came[node], SKOS.prefLabel, graph=DEFAULT_GRAPH)
            )
        canonical = self._assignments.now(node) if after else self._assignments.before(node)
        return self._giver(canonical, field, after=after) in (None, node)

    def _giver(self, canonical: str, field: str, *, after: bool) -> str | None:
        """Return the member whose label or value counts; None when there is no choice to make."""
        known = (after, canonical, field)
        if known not in self._chosen:
            members = self._assignments.members(canonical) if after else self._assignments.members_before(canonical)
            choose = self._best_value if field else self._best_label
            self._chosen[known] = choose(members, field, after=after) if len(members) > 1 else None
        return self._chosen[known]

    def _best_label(self, members: Set[str], field: str, *, after: bool) -> str | None:
        labels = {node: label for node in members if (label := self._label(node, after=after))}
        if not labels:
            return None
        votes = Counter(labels.values())

        def rank(node: str) -> tuple[bool, int, int, int, str]:
            label = labels[node]
            return not self._minter.is_world(node), -weight(node, label), -votes[label], -len(label), node

        return min(labels, key=rank)

    def _best_value(self, members: Set[str], field: str, *, after: bool) -> str | None:
        """Return the member with the firmest standing, or else with the value that most members tell."""
        values = {node: found[0] for node in members if (found := sorted(self._values(node, field, after=after)))}
        if not values:
            return None
        votes = Counter(values.values())
        return min(values, key=lambda node: (_rank(field, values[node]), -votes[values[node]], values[node], node))

    def _values(self, node: str, field: str, *, after: bool) -> Iterator[str]:
        """Yield what comes, then what sources say, as terms; lazily, since very many sources may name a state."""
        if after:
            yield from self._coming.get((node, field), ())
        yield from self._assignments.values(node, field, after=after)

    def _label(self, node: str, *, after: bool) -> str:
        """Return a node's longest label, as a term; of a world node any."""
        labels = self._values(node, SKOS.prefLabel, after=after)
        return (
            next(labels, "")
            if self._minter.is_world(node)
            else max(labels, key=lambda label: (len(label), label), default="")
        )


def _fields(node: str) -> tuple[str, ...]:
    return _FIELDS if is_event(node) else _FIELDS[:1]


def _rank(field: str, value: str) -> int:
    if field != PARLEY.standing:
        return 0
    return next((rank for rank, name in enumerate(_FIRMEST) if value == f"<{name}>"), len(_FIRMEST))


def image(triples: Iterable[Triple], renaming: Mapping[str, str], yielding: Callable[[str, str], bool]) -> set[Triple]:
    """Return the triples with nodes replaced; of nodes that go by another's label theirs is a further form.

    Single values of nodes that go by another's are left out. ``renaming`` maps terms to terms, ``<iri>`` to ``<iri>``.
    """
    return {
        (renaming.get(s, s), name, o if tells_same(p) else renaming.get(o, o))
        for s, p, o in triples
        for name in _standing_for(p, s[1:-1], yielding)
    }


def _standing_for(predicate: str, node: str, yielding: Callable[[str, str], bool]) -> tuple[str, ...]:
    """Return with which predicates the canonical graph says what a source says of a node with this one."""
    if predicate in LABELS and yielding(node, predicate):
        return (FURTHER_FORM,)
    return () if predicate in SINGLE and yielding(node, predicate) else (predicate,)


def origins(predicate: str, member: str, yielding: Callable[[str, str], bool]) -> list[str]:
    """Return with which predicates a member can have said what the canonical graph says with this one."""
    if predicate in LABELS or predicate in SINGLE:
        return [] if yielding(member, predicate) else [predicate]
    if predicate == FURTHER_FORM and yielding(member, PREF_LABEL):
        return [predicate, *sorted(LABELS)]
    return [predicate]
