"""What people have to settle: two canonical nodes that may be one, each pair of them once, the most promising first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from math import prod
from typing import TYPE_CHECKING, Final

from .contexts import Context, Contexts

if TYPE_CHECKING:
    from ..knowledge import Knowledge

KINDS: Final[Mapping[str, str]] = {
    "persons": "person", "events": "event", "items": "item", "negotiations": "process", "names": "named",
    "posts": "post",
}  # fmt: skip
"""What candidates are asked for by, with what their blocks begin with; ``names`` are organisations and places."""
_UNSURE: Final = """
PREFIX parley: <https://w3id.org/parley/ns#>

SELECT ?first ?second ?one ?other ?score ?because ?block
WHERE {
  GRAPH ?matches {
    ?match a parley:Match ;
      parley:verdict parley:verdict-unsure ;
      parley:firstNode ?first ;
      parley:secondNode ?second ;
      parley:confidence ?score ;
      parley:because ?because ;
      parley:block ?block .
  }
  GRAPH ?identity {
    ?first parley:canonical ?one .
    ?second parley:canonical ?other .
  }
  FILTER(STRENDS(STR(?matches), "/graph/matches") && STRENDS(STR(?identity), "/graph/identity") && ?one != ?other)
}
"""
_DECIDED: Final = """
PREFIX parley: <https://w3id.org/parley/ns#>

SELECT DISTINCT ?one ?other
WHERE {
  GRAPH ?decisions {
    ?decision a parley:Decision ;
      parley:firstNode ?first ;
      parley:secondNode ?second .
  }
  {
    GRAPH ?identity { ?first parley:canonical ?one } FILTER(STRENDS(STR(?identity), "/graph/identity"))
  }
  {
    GRAPH ?identity { ?second parley:canonical ?other } FILTER(STRENDS(STR(?identity), "/graph/identity"))
  }
}
"""
_SIZES: Final = """
PREFIX parley: <https://w3id.org/parley/ns#>

SELECT ?canonical (COUNT(DISTINCT ?node) AS ?size)
WHERE {
  VALUES ?canonical { %s }
  GRAPH ?identity { ?node parley:canonical ?canonical }
}
GROUP BY ?canonical
"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two nodes that may be one, with how each source tells of its own."""

    kind: str
    score: Decimal
    because: str
    first: Context
    second: Context
    pairs: int
    """How many pairs of nodes one answer settles: each of one cluster with each of the other."""


@dataclass(frozen=True, slots=True, order=True)
class Ranked:
    """Two clusters that may be one, by the two of their nodes that are most alike; the most promising sorts first."""

    worth: Decimal
    """The score with its sign turned."""
    more: int
    """How many pairs of nodes they are, with its sign turned."""
    first: str
    second: str
    because: str
    block: str


def rank_candidates(knowledge: Knowledge, *, kinds: Collection[str] = (), besides: Iterable[str] = ()) -> list[Ranked]:
    """Return what people have to settle, of these ``kinds`` (all of :data:`KINDS` for none), the most promising first.

    Two clusters are there once, unless somebody has decided on any two of their nodes. ``besides`` are pairs to leave
    out, as :func:`pair_of` names them.
    """
    wanted = {KINDS[kind] for kind in kinds}
    left_out = set(besides)
    found: dict[str, set[tuple[Decimal, str, str, str, str]]] = {}
    for row in knowledge.query(_UNSURE):
        told = tuple(str(row[name]) for name in ("first", "second", "because", "block"))
        key = pair_of(str(row["one"]), str(row["other"]))
        if (not wanted or told[3].partition(":")[0] in wanted) and key not in left_out:
            found.setdefault(key, set()).add((-Decimal(str(row["score"])), told[0], told[1], told[2], told[3]))
    for row in knowledge.query(_DECIDED):
        found.pop(pair_of(str(row["one"]), str(row["other"])), None)
    sizes = _sizes(knowledge, {iri for key in found for iri in key.split()})
    return sorted(
        Ranked(worth, -prod(sizes[iri] for iri in key.split()), *told)
        for key, alike in found.items()
        for worth, *told in [min(alike)]
    )


def _sizes(knowledge: Knowledge, canonical: set[str]) -> dict[str, int]:
    """Return how many nodes each canonical node stands for."""
    values = " ".join(f"<{iri}>" for iri in sorted(canonical))
    return {str(row["canonical"]): int(str(row["size"])) for row in knowledge.query(_SIZES % values)}


def find_candidates(knowledge: Knowledge, *, kinds: Collection[str] = (), limit: int | None = None) -> list[Candidate]:
    """Return what people have to settle as :func:`rank_candidates` ranks it, with its contexts, at most ``limit``."""
    return in_context(knowledge, rank_candidates(knowledge, kinds=kinds)[:limit])


def in_context(knowledge: Knowledge, ranked: Iterable[Ranked]) -> list[Candidate]:
    """Return candidates with how each source tells of its own node."""
    contexts = Contexts(knowledge)
    kinds = {start: kind.removesuffix("s") for kind, start in KINDS.items()}
    return [
        Candidate(
            kinds[one.block.partition(":")[0]], -one.worth, one.because,
            contexts.of(one.first), contexts.of(one.second), -one.more,
        )
        for one in ranked
    ]  # fmt: skip


def pair_of(one: str, other: str) -> str:
    """Return the key of two canonical nodes, whichever is named first."""
    return " ".join(sorted((one, other)))
