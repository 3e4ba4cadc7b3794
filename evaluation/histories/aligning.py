"""Finds for each node of a store the one cluster of the gold that it stands for, in the same article."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import lru_cache
from typing import Final

from .places import likeness, overlaps
from .records import Cluster, FoundMention, HistoryGold, Mention

NEUTRAL: Final = frozenset(("_set", "_unclear"))
"""What stands for several of the gold: neither right nor wrong."""
_HONOURS: Final = frozenset(
    ("mr", "mrs", "ms", "dr", "sir", "sayyid", "sheikh", "ayatollah", "pope", "president", "general", "colonel",
     "prince", "king", "late", "former", "martyr", "the")
)  # fmt: skip


class Aligner:
    """The clusters of one section by article."""

    def __init__(self, gold: HistoryGold, section: str) -> None:
        self._section = section
        self._told: dict[str, list[tuple[Cluster, Mention]]] = defaultdict(list)
        for cluster in gold.clusters[section]:
            for mention in cluster.mentions:
                self._told[mention.place.article].append((cluster, mention))
        self._sets = [mention.place for mention in gold.event_sets] if section == "events" else []

    def find(self, found: FoundMention) -> str:
        """Return the id of the cluster, one of ``NEUTRAL``, or nothing."""
        told = self._told[found.place.article]
        best: dict[str, float] = {}
        for cluster, mention in told:
            score = self._score(found, cluster, mention)
            if score > best.get(cluster.id, 0):
                best[cluster.id] = score
        if not best:
            return ""
        top = max(best.values())
        here = [place for place in self._sets if place.article == found.place.article]
        if any(likeness(found.place, place) > top for place in here):
            return "_set"
        chosen = [id for id, score in best.items() if score == top]
        return self._nearer(found, chosen) if len(chosen) > 1 and self._section == "persons" else chosen[0]

    def _nearer(self, found: FoundMention, chosen: list[str]) -> str:
        """Of several people of one name the one whose place is shared."""
        told = self._told[found.place.article]
        near = [(likeness(found.place, mention.place), cluster.id) for cluster, mention in told if cluster.id in chosen]
        return max(near)[1] if max(near)[0] > 0 else "_unclear"

    def _score(self, found: FoundMention, cluster: Cluster, mention: Mention) -> float:
        if self._section == "persons":
            return _names_agree(found, mention)
        score = likeness(found.place, mention.place)
        if score and self._section == "events":
            score += _number_agrees(found, cluster) + _date_agrees(found, cluster)
        if score and self._section == "proposals":
            wanted = _words(cluster.label)
            score += 0.2 * len(_words(found.label) & wanted) / (1 + len(wanted))
        return max(score, 1e-6) if score else 0.0


@lru_cache(maxsize=65_536)
def _bare(text: str) -> str:
    """Return a name in small letters without marks and titles.

    >>> _bare("President Ólafur Berg-Lund")
    'olafur berg lund'
    """
    latin = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return " ".join(word for word in re.sub(r"[^a-z0-9]+", " ", latin).split() if word not in _HONOURS)


def _words(text: str) -> set[str]:
    return {word for word in _bare(text).split() if len(word) > 3}


def _names_agree(found: FoundMention, mention: Mention) -> float:
    mine = {_bare(name) for name in (found.label, *found.forms)} - {""}
    theirs = {_bare(name) for name in mention.names} - {""}
    if not theirs:
        return 1.0 if overlaps(found.place, mention.place) else 0.0
    equal = len(mine & theirs)
    tokens = [(set(one.split()), set(other.split())) for one in mine for other in theirs]
    part = any(one <= other or other <= one for one, other in tokens)
    here = 0.25 if (equal or part) and overlaps(found.place, mention.place) else 0.0
    return equal + (0.5 if part else 0.0) + here


def _number_agrees(found: FoundMention, cluster: Cluster) -> int:
    if not found.ordinal or not cluster.ordinal:
        return 0
    return 1 if found.ordinal == cluster.ordinal else -1


def _date_agrees(found: FoundMention, cluster: Cluster) -> int:
    """A day that may be partial or an interval agrees with one that lies in it or begins alike."""
    if not found.date or not cluster.date:
        return 0
    (a, b), (c, d) = _bounds(found.date), _bounds(cluster.date)
    alike = all(one.startswith(other) or other.startswith(one) for one, other in ((a, c), (b, d)))
    return 1 if alike or c <= a <= d or (c <= b <= d and a <= d) else -1


def _bounds(date: str) -> tuple[str, str]:
    first, _, last = date.partition("/")
    return first[:10], (last or first)[:10]
