"""Compares what was found in an article with its gold.

A comparison keeps its pairs, so that figures and the list of mistakes rest on the same ones.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeAlias, TypeVar

from .likeness import (
    event_likeness,
    participation_likeness,
    past_action_likeness,
    person_likeness,
    proposal_likeness,
    role_likeness,
    statement_likeness,
)
from .matching import Matching, Pair, match
from .parties import Represented
from .records import (
    Event,
    GoldArticle,
    GoldEvent,
    GoldParticipation,
    GoldPastAction,
    GoldPerson,
    GoldProposal,
    GoldRole,
    GoldStatement,
    Participation,
    PastAction,
    Person,
    Predictions,
    Proposal,
    Role,
    Statement,
)
from .wording import normalised

F = TypeVar("F", covariant=True)
E = TypeVar("E", covariant=True)
Held: TypeAlias = tuple[Person, Role]
GoldHeld: TypeAlias = tuple[GoldPerson, GoldRole]
Number: TypeAlias = tuple[Proposal, float]
GoldNumber: TypeAlias = tuple[GoldProposal, float]

CATEGORIES = (
    "persons", "roles", "proposals", "quantities", "events", "statements", "participations", "past_actions",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Compared(Generic[F, E]):
    """One category of one article: what was found, what the gold holds, and which is which."""

    found: Sequence[F]
    gold: Sequence[E]
    matching: Matching
    counted_found: frozenset[int]
    """Places of what counts for precision."""
    counted_gold: frozenset[int]
    """Places of what counts for recall: what is optional only where it was found."""

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
class Comparison:
    """What was found in an article beside its gold; ``None`` for what nobody looked for."""

    article: GoldArticle
    represented: Represented
    persons: Compared[Person, GoldPerson]
    roles: Compared[Held, GoldHeld]
    proposals: Compared[Proposal, GoldProposal]
    quantities: Compared[Number, GoldNumber]
    events: Compared[Event, GoldEvent]
    statements: Compared[Statement, GoldStatement]
    participations: Compared[Participation, GoldParticipation] | None
    past_actions: Compared[PastAction, GoldPastAction] | None

    @property
    def categories(self) -> Mapping[str, Compared[object, object]]:
        """The categories that were looked for, by name, in their order."""
        return {name: compared for name in CATEGORIES if (compared := getattr(self, name)) is not None}


def compare(article: GoldArticle, predictions: Predictions) -> Comparison:
    """Return the comparison of what was found in an article with its gold."""
    represented = {person.name: [role.org for role in person.roles if role.org] for person in article.persons}
    of_agents = partial(proposal_likeness, represented=represented)
    of_speakers = partial(statement_likeness, represented=represented)
    taking_part, done = predictions.participations, predictions.past_actions
    proposals = _compared(predictions.proposals, article.proposals, of_agents)
    return Comparison(
        article=article,
        represented=represented,
        persons=_compared(predictions.persons, article.persons, person_likeness),
        roles=_compared_roles(predictions.persons, article.persons),
        proposals=proposals,
        quantities=_compared_quantities(proposals),
        events=_compared(predictions.events, article.events, event_likeness),
        statements=_compared(predictions.statements, article.statements, of_speakers),
        participations=None
        if taking_part is None
        else _compared(taking_part, article.participations, participation_likeness),
        past_actions=None if done is None else _compared(done, article.past_actions, past_action_likeness),
    )


def _compared(found: Sequence[F], gold: Sequence[E], likeness: Callable[[F, E], float]) -> Compared[F, E]:
    matching = match(found, gold, likeness)
    return Compared(found, gold, matching, frozenset(range(len(found))), _counted(gold, matching))


def _counted(gold: Sequence[object], matching: Matching) -> frozenset[int]:
    matched = {j for _, j in matching.pairs}
    return frozenset(j for j, item in enumerate(gold) if j in matched or not getattr(item, "optional", False))


def _compared_roles(found: Sequence[Person], gold: Sequence[GoldPerson]) -> Compared[Held, GoldHeld]:
    """Posts; to head a delegation is a participation, and costs nothing here."""
    ours = [(person, role) for person in found for role in person.roles]
    theirs = [(person, role) for person in gold for role in person.roles]
    matching = match(ours, theirs, role_likeness)
    matched = {i for i, _ in matching.pairs}
    counted = (i for i, (_, role) in enumerate(ours) if i in matched or "delegation" not in normalised(role.title))
    return Compared(ours, theirs, matching, frozenset(counted), _counted([role for _, role in theirs], matching))


def _compared_quantities(proposals: Compared[Proposal, GoldProposal]) -> Compared[Number, GoldNumber]:
    """The numbers of proposals, each once a proposal: right are those that stand in the proposal that it matches."""
    ours = [(i, number) for i, item in enumerate(proposals.found) for number in sorted(set(item.quantities))]
    theirs = [(j, number) for j, item in enumerate(proposals.gold) for number in sorted(set(item.quantities))]
    partner = dict(proposals.pairs)
    places = {wanted: place for place, wanted in enumerate(theirs)}
    named = [(partner.get(i, -1), number) for i, number in ours]
    pairs = tuple((place, places[wanted]) for place, wanted in enumerate(named) if wanted in places)
    return Compared(
        found=[(proposals.found[i], number) for i, number in ours],
        gold=[(proposals.gold[j], number) for j, number in theirs],
        matching=Matching(pairs, len(pairs), len(pairs)),
        counted_found=frozenset(range(len(ours))),
        counted_gold=frozenset(place for place, (j, _) in enumerate(theirs) if j in proposals.counted_gold),
    )
