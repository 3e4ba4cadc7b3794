"""What an item that has no partner comes nearest to, and what is in the way. It explains, and scores nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from .likeness import agreeing_dates, label_likeness
from .parties import Names, Represented, same_agent
from .records import (
    Event,
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
    Proposal,
    Role,
    Statement,
)
from .scoring import Compared, Comparison
from .wording import LIKE, SHARED, content_words, like, likeness_of_names, likeness_of_words, normalised, shared_words

Near: TypeAlias = tuple[float, str]
"""How near two items are, from 0 to 1, and what tells them apart: nothing when they could be partners."""

_NEAR_ENOUGH: Final = 0.3
_FEWEST_COMMON: Final = 2
_FAR: Near = (0.0, "")


@dataclass(frozen=True, slots=True)
class Nearest:
    """The nearest item of the other side, and why it is no partner."""

    item: object
    why: str


def nearest_found(comparison: Comparison, compared: Compared[object, object], gold: int) -> Nearest | None:
    """Return the find that comes nearest to a missed item of the gold, or None when none comes near."""
    measured = [near(found, compared.gold[gold], comparison.represented) for found in compared.found]
    return _nearest(compared.found, measured, {i for i, _ in compared.pairs})


def nearest_gold(comparison: Comparison, compared: Compared[object, object], found: int) -> Nearest | None:
    """Return the item of the gold that comes nearest to a false find, or None when none comes near."""
    measured = [near(compared.found[found], gold, comparison.represented) for gold in compared.gold]
    return _nearest(compared.gold, measured, {j for _, j in compared.pairs})


def near(found: object, gold: object, represented: Represented) -> Near:
    """Return how near a find comes to an item of the gold, and what tells them apart."""
    match found, gold:
        case Person(), GoldPerson():
            return _near_names(found.name, gold.names, "another name")
        case (Person() as person, Role() as role), (GoldPerson() as holder, GoldRole() as post):
            return _near_posts(person, role, holder, post)
        case (Proposal(), float(number)), (GoldProposal(), float(wanted)):
            nearness, why = near(found[0], gold[0], represented)
            return (nearness, why or "their proposals are no partners") if number == wanted else _FAR
        case Proposal(), GoldProposal():
            agents = (*gold.agent, *gold.agent_person)
            same = same_agent(found.agent, agents, represented)
            return _near_words(found.text, (gold.quote, gold.content), "" if same else "another agent")
        case Statement(), GoldStatement():
            same = same_agent(found.speaker, gold.speaker, represented)
            return _near_words(found.text, (gold.quote, gold.content), "" if same else "another speaker")
        case PastAction(), GoldPastAction():
            same = same_agent(found.agent, (gold.agent,))
            return _near_words(found.text, (gold.quote,), "" if same else "another agent")
        case Event(), GoldEvent():
            return _near_events(found, gold)
        case Participation(), GoldParticipation():
            return _near_participations(found, gold)
    return _FAR


def _nearest(items: Sequence[object], measured: Sequence[Near], taken: set[int]) -> Nearest | None:
    """Of several as near, one that has no partner itself."""
    place = max(range(len(items)), key=lambda at: (measured[at][0], at not in taken, -at), default=None)
    if place is None or measured[place][0] < _NEAR_ENOUGH:
        return None
    reasons = (measured[place][1], "it has its partner" if place in taken else "")
    return Nearest(items[place], ", ".join(filter(None, reasons)))


def _near_names(name: str, names: Names, why: str) -> Near:
    score = max(likeness_of_names(normalised(name), normalised(other)) for other in names)
    return (score / 100, "") if score >= LIKE else (max(0.0, score - 50) / 50, why)


def _near_posts(person: Person, role: Role, holder: GoldPerson, post: GoldRole) -> Near:
    same_person = any(like(normalised(person.name), normalised(name)) for name in holder.names)
    nearness, why = _near_names(role.title, (post.title, f"{post.title} {post.org}"), "another title")
    if same_person:
        return max(nearness, _NEAR_ENOUGH), why
    return (nearness / 2, "another person") if not why else _FAR


def _near_words(text: str, passages: Names, agents: str) -> Near:
    ours = content_words(text)
    nearness = 0.0
    for passage in passages:
        theirs = content_words(passage)
        common = len(ours & theirs)
        if common >= _FEWEST_COMMON:
            nearness = max(nearness, common / min(len(ours), len(theirs)))
    enough = max(shared_words(text, passage) for passage in passages) >= SHARED
    few = "too many words beside" if nearness >= SHARED else "too few words in common"
    return nearness, ", ".join(filter(None, (agents, "" if enough else few)))


def _near_events(found: Event, gold: GoldEvent) -> Near:
    nearness = max(label_likeness(found, gold), likeness_of_words(found.words, gold.quote))
    same_date = agreeing_dates(found.date, gold.date)
    reasons = []
    if same_date is False and gold.date_basis == "text":
        reasons.append("another date")
    if found.place and gold.place and not like(normalised(found.place), normalised(gold.place)):
        reasons.append("another place")
    if label_likeness(found, gold) < SHARED:
        reasons.append("too few words in common")
    return nearness, ", ".join(reasons)


def _near_participations(found: Participation, gold: GoldParticipation) -> Near:
    words = content_words(found.within)
    known = words & (content_words(gold.within) | content_words(gold.quote))
    same_event = bool(known) and len(known) >= SHARED * len(words)
    if not same_agent(found.who, gold.who):
        return (_NEAR_ENOUGH, "somebody else") if same_event and found.capacity == gold.capacity else _FAR
    return 0.5 + likeness_of_words(found.within, gold.within) / 2, "" if same_event else "in something else"
