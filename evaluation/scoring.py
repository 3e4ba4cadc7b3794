"""Compares what was found in an article with its gold, and counts over articles.

A comparison keeps its pairs, so that figures and the list of mistakes rest on the same ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from .likeness import (
    agreeing_dates,
    event_likeness,
    participation_likeness,
    past_action_likeness,
    person_likeness,
    proposal_likeness,
    role_likeness,
    statement_likeness,
)
from .matching import Matching, Pair, match
from .parties import Represented, same_agent
from .records import GoldArticle, GoldPerson, GoldProposal, GoldRole, Person, Predictions, Proposal, Role
from .wording import content_words, normalised

F = TypeVar("F")
E = TypeVar("E")

CATEGORIES = (
    "persons", "roles", "proposals", "quantities", "events", "statements", "participations", "past_actions",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Compared:
    """One category of one article: what was found, what the gold holds, and which is which."""

    found: Sequence[object]
    gold: Sequence[object]
    matching: Matching
    counted_found: frozenset[int]
    """What counts when precision is worked out."""
    counted_gold: frozenset[int]
    """What counts when recall is worked out: what is optional only where it was found."""

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Places of what was found and of the gold that it matches."""
        return self.matching.pairs

    @property
    def missed(self) -> list[int]:
        """Places of the gold that was to be found and was not."""
        return sorted(self.counted_gold - {j for _, j in self.pairs})

    @property
    def spurious(self) -> list[int]:
        """Places of what was found and is not in the gold."""
        return sorted(self.counted_found - {i for i, _ in self.pairs})


@dataclass(frozen=True, slots=True)
class Judged:
    """One detail of something that was found rightly: whether it is right too."""

    name: str
    right: bool
    category: str
    pair: Pair
    found: str
    expected: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """An article's categories, and the details of what was matched."""

    article: GoldArticle
    predictions: Predictions
    categories: dict[str, Compared]
    details: tuple[Judged, ...]


def compare(article: GoldArticle, predictions: Predictions) -> Comparison:
    """Return the comparison of what was found in an article with its gold."""
    represented = {person.name: [role.org for role in person.roles if role.org] for person in article.persons}
    of_agents = partial(proposal_likeness, represented=represented)
    of_speakers = partial(statement_likeness, represented=represented)
    proposals = _compared(predictions.proposals, article.proposals, of_agents)
    categories = {
        "persons": _compared(predictions.persons, article.persons, person_likeness),
        "roles": _compared_roles(predictions, article),
        "proposals": proposals,
        "quantities": _compared_quantities(predictions.proposals, article.proposals, proposals),
        "events": _compared(predictions.events, article.events, event_likeness),
        "statements": _compared(predictions.statements, article.statements, of_speakers),
    }
    if predictions.participations is not None:
        found = predictions.participations
        categories["participations"] = _compared(found, article.participations, participation_likeness)
    if predictions.past_actions is not None:
        categories["past_actions"] = _compared(predictions.past_actions, article.past_actions, past_action_likeness)
    return Comparison(article, predictions, categories, tuple(_details(article, predictions, categories, represented)))


def _compared(found: Sequence[F], gold: Sequence[E], likeness: Callable[[F, E], float]) -> Compared:
    matching = match(found, gold, likeness)
    return Compared(found, gold, matching, frozenset(range(len(found))), _counted(gold, matching))


def _counted(gold: Sequence[object], matching: Matching) -> frozenset[int]:
    matched = {j for _, j in matching.pairs}
    return frozenset(j for j, item in enumerate(gold) if j in matched or not getattr(item, "optional", False))


def _compared_roles(predictions: Predictions, article: GoldArticle) -> Compared:
    """Posts; to head a delegation is a participation, and costs nothing here."""
    found = [(person, role) for person in predictions.persons for role in person.roles]
    gold = [(person, role) for person in article.persons for role in person.roles]
    matching = match(found, gold, role_likeness)
    matched = {i for i, _ in matching.pairs}
    counted = (i for i, (_, role) in enumerate(found) if i in matched or "delegation" not in normalised(role.title))
    return Compared(found, gold, matching, frozenset(counted), _counted([role for _, role in gold], matching))


def _compared_quantities(found: Sequence[Proposal], gold: Sequence[GoldProposal], proposals: Compared) -> Compared:
    """The numbers of proposals, each once a proposal: right are those that stand in the proposal that it matches."""
    ours = [(i, number) for i, proposal in enumerate(found) for number in sorted(set(proposal.quantities))]
    theirs = [(j, number) for j, proposal in enumerate(gold) for number in sorted(set(proposal.quantities))]
    partner = dict(proposals.pairs)
    place = {item: j for j, item in enumerate(theirs)}
    pairs = tuple((i, place[wanted]) for i, (at, n) in enumerate(ours) if (wanted := (partner.get(at, -1), n)) in place)
    counted = frozenset(j for j, (at, _) in enumerate(theirs) if at in proposals.counted_gold)
    return Compared(ours, theirs, Matching(pairs, len(pairs), len(pairs)), frozenset(range(len(ours))), counted)


def _details(
    article: GoldArticle, predictions: Predictions, categories: dict[str, Compared], represented: Represented
) -> Iterable[Judged]:
    for pair in categories["roles"].pairs:
        yield from _role_details(pair, categories["roles"])
    for pair in categories["proposals"].pairs:
        found, gold = predictions.proposals[pair[0]], article.proposals[pair[1]]
        yield from _proposal_details(pair, found, gold, represented)
    for pair in categories["events"].pairs:
        event, held = predictions.events[pair[0]], article.events[pair[1]]
        if held.date and held.date_basis == "text":
            right = bool(agreeing_dates(event.date, held.date))
            yield Judged("event.date (explicit in text)", right, "events", pair, event.date or "", held.date)
        if held.place:
            yield Judged("event.place", bool(event.place), "events", pair, event.place or "", held.place)
    if "participations" in categories:
        for pair in categories["participations"].pairs:
            ours, theirs = (predictions.participations or ())[pair[0]], article.participations[pair[1]]
            right = ours.capacity == theirs.capacity
            yield Judged("participation.capacity", right, "participations", pair, ours.capacity, theirs.capacity)


def _role_details(pair: Pair, roles: Compared) -> Iterable[Judged]:
    found, gold = roles.found[pair[0]], roles.gold[pair[1]]
    assert isinstance(found, tuple)
    assert isinstance(gold, tuple)
    role: Role = found[1]
    post: GoldRole = gold[1]
    yield Judged("role.status", role.status == post.status, "roles", pair, role.status, post.status)
    if post.org:
        wanted = content_words(post.org)
        named = bool(wanted) and wanted <= content_words(f"{role.title} {role.org or ''}")
        right = same_agent((role.org or "",), (post.org,)) or named
        yield Judged("role.org", right, "roles", pair, role.org or "", post.org)


def _proposal_details(
    pair: Pair, found: Proposal, gold: GoldProposal, represented: Represented
) -> Iterable[Judged]:
    strict, accepted = found.kind == gold.kind, found.kind in (gold.kind, *gold.alt_kinds)
    yield Judged("proposal.kind (strict)", strict, "proposals", pair, found.kind, gold.kind)
    yield Judged("proposal.kind (with accepted alternatives)", accepted, "proposals", pair, found.kind, gold.kind)
    if gold.addressee:
        right = same_agent(found.addressee, gold.addressee, represented)
        told = " and ".join(found.addressee), " and ".join(gold.addressee)
        yield Judged("proposal.addressee", right, "proposals", pair, *told)
