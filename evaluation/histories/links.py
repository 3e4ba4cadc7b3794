"""How well links between facts are found: variants, responses, contradictions and repeats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

from .aligning import Aligner
from .figures import Shares, share
from .places import Place, overlaps, within
from .records import FoundHistory, FoundMention, HistoryGold, Mention, Sides

Ends: TypeAlias = tuple[FoundMention, FoundMention]


@dataclass(frozen=True, slots=True)
class LinkFigures:
    """The figures of one kind of link."""

    shares: Shares
    on_found: Shares
    """The same where both ends were found: what was not read cannot be linked."""
    hits: int
    wrong: int
    outside: int | None = None
    """Links of which an end stands for nothing in the gold."""
    traps: int | None = None
    """False links that are listed as look-alikes."""
    false_per_ten_articles: float | None = None


def score_links(gold: HistoryGold, found: FoundHistory) -> dict[str, LinkFigures]:
    """Return the figures of each kind."""
    counted = _Counted(gold, found)
    return {
        "variant": _variants(gold, counted),
        "response": _responses(gold, counted),
        "contradiction": _contradictions(gold, counted),
        "repeat": _repeats(gold, counted),
    }


class _Counted:
    """The links that count: in articles of the gold, and not in what is no news."""

    def __init__(self, gold: HistoryGold, found: FoundHistory) -> None:
        self._found = found
        self._articles = {article.id for article in gold.articles}
        self._ignored: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for mention in gold.ignored:
            self._ignored[mention.place.article] += mention.place.spans
        self.proposals = Aligner(gold, "proposals")
        items = [mention for cluster in found.clusters.get("proposals", ()) for mention in cluster.mentions]
        self.items = frozenset(self.proposals.find(one) for one in items if one.place.article in self._articles)
        """The proposals of the gold that were found."""
        self._acts = [one.place for one in items]

    def acted(self, mention: Mention) -> bool:
        """True when an act was found there."""
        return _among(mention, self._acts)

    def said(self, *sides: Iterable[Mention]) -> bool:
        """True when of each side a statement was found."""
        return all(any(_among(mention, self._found.statements) for mention in side) for side in sides)

    def of(self, kind: str) -> Iterator[Ends]:
        """Yield the links of a kind."""
        for ends in self._found.links.get(kind, ()):
            places = [end.place for end in ends]
            if all(one.article in self._articles and not within(one, self._ignored[one.article]) for one in places):
                yield ends


def _figures(
    hits: set[int], optional: Sequence[bool], reachable: Sequence[bool], wrong: int
) -> tuple[Shares, Shares, int, int]:
    required = {number for number, may in enumerate(optional) if not may}
    within_reach = {number for number in required if reachable[number]}
    of_found = share(len(hits), len(hits) + wrong)
    on_all, on_found = (
        Shares(of_found, share(len(hits & wanted), len(wanted)), len(wanted)) for wanted in (required, within_reach)
    )
    return on_all, on_found, len(hits), wrong


def _variants(gold: HistoryGold, counted: _Counted) -> LinkFigures:
    wanted = list(gold.variants)
    hits: set[int] = set()
    wrong: set[frozenset[str]] = set()
    outside = 0
    for one, other in counted.of("variant"):
        first, second = counted.proposals.find(one), counted.proposals.find(other)
        if not first or not second:
            outside += 1
        elif (pair := frozenset((first, second))) in gold.variants:
            hits.add(wanted.index(pair))
        else:
            wrong.add(pair)
    optional, reachable = [gold.variants[pair] for pair in wanted], [pair <= counted.items for pair in wanted]
    return LinkFigures(*_figures(hits, optional, reachable, len(wrong)), outside=outside)


def _responses(gold: HistoryGold, counted: _Counted) -> LinkFigures:
    units = [(tie.proposal, one, tie.optional or one.optional) for tie in gold.responses for one in tie.mentions]
    hits: set[int] = set()
    wrong = outside = 0
    for answer, item in counted.of("response"):
        proposal = counted.proposals.find(item)
        good = [
            number
            for number, (wanted, one, _) in enumerate(units)
            if wanted == proposal and _at(answer, one)
        ]  # fmt: skip
        hits.update(good)
        outside += not good and not proposal
        wrong += not good and bool(proposal)
    optional = [may for *_, may in units]
    reachable = [proposal in counted.items and counted.acted(one) for proposal, one, _ in units]
    return LinkFigures(*_figures(hits, optional, reachable, wrong), outside=outside)


def _contradictions(gold: HistoryGold, counted: _Counted) -> LinkFigures:
    hits: set[int] = set()
    wrong = traps = 0
    for ends in counted.of("contradiction"):
        good = [number for number, sides in enumerate(gold.contradictions) if _between(ends, sides)]
        hits.update(good)
        wrong += not good
        traps += not good and _trapped(ends, gold.not_contradictions)
    reachable = [counted.said(sides.one, sides.other) for sides in gold.contradictions]
    shown = _figures(hits, [sides.optional for sides in gold.contradictions], reachable, wrong)
    return LinkFigures(*shown, traps=traps, false_per_ten_articles=10 * wrong / max(1, len(gold.articles)))


def _repeats(gold: HistoryGold, counted: _Counted) -> LinkFigures:
    units = [
        (one, other, tie.optional or one.optional or other.optional)
        for tie in gold.repeats
        for one, other in combinations(tie.mentions, 2)
        if one.place.article != other.place.article
    ]
    hits: set[int] = set()
    wrong = traps = 0
    for ends in counted.of("repeat"):
        good = [number for number, (one, other, _) in enumerate(units) if _joins(ends, one, other)]
        hits.update(good)
        wrong += not good
        traps += not good and _trapped(ends, gold.not_repeats)
    reachable = [counted.said([one], [other]) for one, other, _ in units]
    return LinkFigures(*_figures(hits, [may for *_, may in units], reachable, wrong), traps=traps)


def _trapped(ends: Ends, look_alikes: Iterable[Sides]) -> bool:
    return any(_between(ends, sides) for sides in look_alikes)


def _between(ends: Ends, sides: Sides) -> bool:
    return any(_joins(ends, one, other) for one in sides.one for other in sides.other)


def _joins(ends: Ends, one: Mention, other: Mention) -> bool:
    first, second = ends
    return (_at(first, one) and _at(second, other)) or (_at(second, one) and _at(first, other))


def _among(mention: Mention, places: Iterable[Place]) -> bool:
    return any(place.article == mention.place.article and overlaps(place, mention.place) for place in places)


def _at(end: FoundMention, mention: Mention) -> bool:
    return end.place.article == mention.place.article and overlaps(end.place, mention.place)
