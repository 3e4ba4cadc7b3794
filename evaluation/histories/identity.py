"""How well nodes of several articles are joined: pairs across articles, B-cubed, false merges, look-alikes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

from .aligning import NEUTRAL, Aligner
from .figures import Shares, share, shares
from .places import overlaps
from .records import Cluster, FoundHistory, HistoryGold, Pair

Unit: TypeAlias = tuple[str, str, str]
"""A cluster of the store, the gold cluster that a node of it stands for, the article."""
Told: TypeAlias = tuple[str, str, int, int]


@dataclass(frozen=True, slots=True)
class Identity:
    """The figures of one section."""

    found: int
    """Places of the gold that were found, of ``gold``."""
    gold: int
    extra: int
    across: Shares
    bcubed: Shares
    end_to_end: Shares
    mixed: Mapping[str, Mapping[str, int]]
    """Clusters of the store that hold several of the gold."""
    broken: tuple[Pair, ...]
    """Look-alikes that were merged, of ``look_alikes``."""
    look_alikes: int

    @property
    def coverage(self) -> float | None:
        """The share of the gold's places that were found."""
        return share(self.found, self.gold)


def score_identity(gold: HistoryGold, found: FoundHistory, section: str) -> Identity:
    """Return how well one section is joined."""
    aligned = _aligned(gold, found, section)
    clusters = gold.clusters[section]
    loose = frozenset(cluster.id for cluster in clusters if cluster.arguable)
    across = _pairs(sorted(set(aligned.units)), gold.may_be_same, loose)
    required = _required(clusters)
    mixed = _mixed(aligned.units, gold.may_be_same)
    never = gold.never_same.get(section, ())
    return Identity(
        found=len(aligned.seen & required),
        gold=len(required),
        extra=aligned.extra,
        across=across,
        bcubed=_bcubed(aligned.units, gold.may_be_same, loose),
        end_to_end=_end_to_end(clusters, aligned.units, across),
        mixed=mixed,
        broken=tuple(pair for pair in never if any(set(pair) <= inside.keys() for inside in mixed.values())),
        look_alikes=len(never),
    )


@dataclass(frozen=True, slots=True)
class _Aligned:
    """The nodes that stand for a gold cluster, the places of the gold that they share, and how many stand for none."""

    units: list[Unit]
    seen: set[Told]
    extra: int


def _aligned(gold: HistoryGold, found: FoundHistory, section: str) -> _Aligned:
    aligner, extra = Aligner(gold, section), 0
    by_id = {cluster.id: cluster for cluster in gold.clusters[section]}
    articles = {article.id for article in gold.articles}
    units: list[Unit] = []
    seen: set[Told] = set()
    for cluster in found.clusters.get(section, ()):
        for mention in cluster.mentions:
            if mention.place.article not in articles:
                continue
            hit = aligner.find(mention)
            extra += not hit
            if hit and hit not in NEUTRAL:
                units.append((cluster.id, hit, mention.place.article))
                places = [one.place for one in by_id[hit].mentions if one.place.article == mention.place.article]
                shared = (one for one in places if section == "persons" or overlaps(mention.place, one))
                seen |= {(hit, one.article, *one.spans[0]) for one in shared}
    return _Aligned(units, seen, extra)


def _required(clusters: Iterable[Cluster]) -> set[Told]:
    return {
        (cluster.id, mention.place.article, *mention.place.spans[0])
        for cluster in clusters
        for mention in cluster.mentions
        if not (cluster.optional or mention.optional)
    }


def _pairs(units: Sequence[Unit], may: Collection[frozenset[str]], loose: Collection[str]) -> Shares:
    """Pairs of different articles; a cluster that is told of ten times in an article counts once there."""
    right = found = wanted = 0
    for one, other in combinations(units, 2):
        if one[2] != other[2]:
            joined, same = one[0] == other[0], one[1] == other[1]
            wanted += same and (joined or one[1] not in loose)
            found += joined and (same or frozenset((one[1], other[1])) not in may)
            right += joined and same
    return shares(right, found=found, gold=wanted)


def _bcubed(units: Sequence[Unit], may: Collection[frozenset[str]], loose: Collection[str]) -> Shares:
    if not units:
        return Shares(None, None, 0)
    both = Counter((mine, theirs) for mine, theirs, _ in units)
    of_gold = Counter(theirs for _, theirs, _ in units)
    inside: dict[str, Counter[str]] = defaultdict(Counter)
    for mine, theirs, _ in units:
        inside[mine][theirs] += 1
    precision = recall = 0.0
    for (mine, theirs), count in both.items():
        others = inside[mine].items()
        foreign = sum(n for other, n in others if other == theirs or frozenset((theirs, other)) not in may)
        precision += count * count / foreign
        recall += count if theirs in loose else count * count / of_gold[theirs]
    return Shares(precision / len(units), recall / len(units), len(units))


def _end_to_end(clusters: Iterable[Cluster], units: Iterable[Unit], across: Shares) -> Shares:
    """Recall over all pairs of articles that tell of a cluster, found or not; precision as in pairs."""
    where: dict[tuple[str, str], set[str]] = defaultdict(set)
    for mine, theirs, article in units:
        where[theirs, article].add(mine)
    joined = total = 0
    for cluster in clusters:
        optional = cluster.optional or cluster.arguable
        told = {mention.place.article for mention in cluster.mentions if not (optional or mention.optional)}
        for one, other in combinations(sorted(told), 2):
            total += 1
            joined += bool(where[cluster.id, one] & where[cluster.id, other])
    return Shares(across.precision, share(joined, total), total)


def _mixed(units: Iterable[Unit], may: Collection[frozenset[str]]) -> dict[str, dict[str, int]]:
    inside: dict[str, Counter[str]] = defaultdict(Counter)
    for mine, theirs, _ in units:
        inside[mine][theirs] += 1
    return {
        mine: dict(sorted(held.items()))
        for mine, held in sorted(inside.items())
        if any(frozenset(pair) not in may for pair in combinations(held, 2))
    }
