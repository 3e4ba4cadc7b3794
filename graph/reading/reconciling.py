"""Finds whom the names in a table mean: people and bodies in the graph, each with a score and the reasons.

It is what a service of reconciliation (W3C, 0.2) answers with. Nothing is decided here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from ..matching.person_names import name_similarity, parts
from ..matching.spelling import sound

if TYPE_CHECKING:
    from ..knowledge import Knowledge

Kind: TypeAlias = Literal["person", "organisation"]
_CLASSES: Final[dict[Kind, str]] = {"person": "foaf:Person", "organisation": "org:Organization"}
_QUERY: Final = """
SELECT ?node ?name ?label ?born ?side ?code WHERE {
  ?node a %s ; skos:prefLabel ?label .
  { ?node skos:prefLabel ?name } UNION { ?node skos:altLabel ?name } UNION { ?node parley:surfaceForm ?name }
  OPTIONAL { ?node schema:birthDate ?born }
  OPTIONAL { ?node parley:side ?state . ?state skos:prefLabel ?side ; parley:isoCode ?code }
}
ORDER BY ?node ?name ?born ?side
"""
_LEAST: Final = 0.72
"""Names less alike than this are not shown; those that can be one person's are alike from a higher score on."""
_COMMON: Final = 300
"""A part of a name that so many have tells nothing alone."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name to look for, and what else a row tells."""

    name: str
    born: str = ""
    """ISO 8601, possibly partial."""
    state: str = ""
    """ISO 3166-1 alpha-2."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Somebody in the graph who may be meant."""

    iri: str
    label: str
    score: float
    because: str


@dataclass(slots=True)
class _Known:
    label: str
    names: dict[str, None]
    born: set[str]
    states: dict[str, str]


class Pool:
    """Everybody in a graph, found by what their names sound like."""

    def __init__(self, knowledge: Knowledge, kind: Kind = "person") -> None:
        self._known: dict[str, _Known] = {}
        for row in knowledge.query(_QUERY % _CLASSES[kind]):
            known = self._known.setdefault(str(row["node"]), _Known(str(row["label"]), {}, set(), {}))
            known.names[str(row["name"])] = None
            if row["born"] is not None:
                known.born.add(str(row["born"]))
            if row["code"] is not None:
                known.states[str(row["code"])] = str(row["side"])
        self._by_sound: dict[str, set[str]] = defaultdict(set)
        for node, known in self._known.items():
            for name in known.names:
                for key in _keys(name):
                    self._by_sound[key].add(node)

    def __len__(self) -> int:
        return len(self._known)

    def offers(self, wanted: Wanted, *, most: int = 3) -> list[Offer]:
        """Return the likeliest, at most so many, the best first; who was born on another day is left out."""
        scored = (self._offer(node, wanted) for node in self._near(wanted.name))
        found = sorted((one for one in scored if one is not None), key=lambda one: (-one.score, one.label, one.iri))
        return found[:most]

    def _near(self, name: str) -> Iterable[str]:
        """Return who shares two parts of the name by their sound, or one that few have."""
        sharing = [self._by_sound[key] for key in _keys(name) if key in self._by_sound]
        few = (some for some in sharing if len(some) <= _COMMON)
        return sorted(set().union(*few, *(some & others for some, others in combinations(sharing, 2))))

    def _offer(self, node: str, wanted: Wanted) -> Offer | None:
        known = self._known[node]
        score, name = max((name_similarity(wanted.name, name), name) for name in known.names)
        if score < _LEAST:
            return None
        because = [f"name {score:.2f}" + (f" ({name})" if name != known.label else "")]
        if wanted.born and known.born:
            if not any(day.startswith(wanted.born) or wanted.born.startswith(day) for day in known.born):
                return None
            because.append(f"born {min(known.born)}")
            score += 0.1
        if wanted.state and known.states:
            same = wanted.state in known.states
            because.append(f"{'of' if same else 'but of'} {', '.join(sorted(known.states.values()))}")
            score += 0.05 if same else -0.15
        return Offer(node, known.label, round(min(max(score, 0.0), 1.0), 3), "; ".join(because))


def _keys(name: str) -> set[str]:
    return {sound(part) for part in parts(name)}
