"""How like something predicted is to something in the gold, category by category: 0 where it is another thing.

The rules, thresholds and weights are those of the development set's scorer.
"""

from __future__ import annotations

import re

from .parties import Represented, same_agent
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
from .wording import LIKE, SHARED, content_words, like, likeness_of_names, likeness_of_words, normalised, shared_words

_BETWEEN_AGENTS = re.compile(r",| and ")


def person_likeness(found: Person, gold: GoldPerson) -> float:
    """Return the likeness of the name to the most alike of the person's names."""
    name, best = normalised(found.name), 0.0
    for other in gold.names:
        score = likeness_of_names(name, normalised(other))
        if score >= LIKE:
            best = max(best, score / 100 + 0.1 * likeness_of_words(name, other))
    return best


def role_likeness(found: tuple[Person, Role], gold: tuple[GoldPerson, GoldRole]) -> float:
    """Return the likeness of the titles, which may hold the organisation, of posts of one person."""
    (person, role), (holder, post) = found, gold
    name, title = normalised(person.name), normalised(role.title)
    if not title or not any(like(name, normalised(other)) for other in holder.names):
        return 0.0
    wanted, whole = normalised(post.title), normalised(f"{post.title} {post.org}")
    with_body = likeness_of_names(title, whole) if len(title.split()) > 1 else 0.0
    score = max(likeness_of_names(title, wanted), with_body)
    if score < LIKE:
        return 0.0
    return score / 100 + 0.2 * (role.status == post.status) + 0.1 * likeness_of_words(title, wanted)


def proposal_likeness(found: Proposal, gold: GoldProposal, represented: Represented) -> float:
    """Return the likeness of the words of proposals of one agent."""
    if not same_agent(found.agent, (*gold.agent, *gold.agent_person), represented):
        return 0.0
    shared = _shared(found.text, gold.quote, gold.content)
    if shared < SHARED:
        return 0.0
    return shared + 0.5 * likeness_of_words(found.text, gold.quote) + 0.05 * (found.kind == gold.kind)


def statement_likeness(found: Statement, gold: GoldStatement, represented: Represented) -> float:
    """Return the likeness of the words of statements of one speaker."""
    if not same_agent(found.speaker, gold.speaker, represented):
        return 0.0
    shared = _shared(found.text, gold.quote, gold.content)
    return shared + 0.5 * likeness_of_words(found.text, gold.quote) if shared >= SHARED else 0.0


def event_likeness(found: Event, gold: GoldEvent) -> float:
    """Return the likeness of labels, dates and places; another date that the text gives, or place, is another event."""
    same_date = agreeing_dates(found.date, gold.date)
    if same_date is False and gold.date_basis == "text":
        return 0.0
    same_place = bool(found.place and gold.place) and like(normalised(found.place or ""), normalised(gold.place))
    if found.place and gold.place and not same_place:
        return 0.0
    shared = label_likeness(found, gold)
    if shared < SHARED and not (same_date and same_place):
        return 0.0
    return 0.1 + shared + 0.5 * bool(same_date) + 0.5 * same_place + 0.3 * likeness_of_words(found.label, gold.label)


def label_likeness(found: Event, gold: GoldEvent) -> float:
    """Return the share of the label's words that the gold's label, type and words hold."""
    named = f"{gold.label} {gold.type}"
    words = content_words(found.label)
    known = words & content_words(f"{named} {gold.quote}")
    return max(_shared(found.label, named, gold.quote), len(known) / len(words) if words else 0.0)


def participation_likeness(found: Participation, gold: GoldParticipation) -> float:
    """Return the likeness of what the same agent takes part in."""
    words = content_words(found.within)
    known = words & (content_words(gold.within) | content_words(gold.quote))
    if not same_agent(found.who, gold.who) or len(known) < SHARED * max(1, len(words)):
        return 0.0
    return 1 + likeness_of_words(found.within, gold.within) + 0.2 * (found.capacity == gold.capacity)


def past_action_likeness(found: PastAction, gold: GoldPastAction) -> float:
    """Return the likeness of the words of what one of the agents did."""
    shared = shared_words(found.text, gold.quote)
    agents = (gold.agent, *_BETWEEN_AGENTS.split(gold.agent))
    if shared < SHARED or not any(same_agent(found.agent, (agent,)) for agent in agents):
        return 0.0
    return shared + likeness_of_words(found.text, gold.quote)


def agreeing_dates(found: str | None, gold: str | None) -> bool | None:
    """Whether a date, as far as it is told, is the other or lies in it; None where one of them is not told.

    >>> agreeing_dates("2025-06", "2025-06-02"), agreeing_dates("2025-06-03", "2025-06-02"), agreeing_dates("", "2025")
    (True, False, None)
    """
    if not found or not gold:
        return None
    (start, end), (gold_start, gold_end) = _interval(found), _interval(gold)
    return (_fits(start, gold_start) and _fits(end, gold_end)) or gold_start <= start <= gold_end


def _interval(date: str) -> tuple[str, str]:
    start, _, end = date.partition("/")
    return start[:10], (end or start)[:10]


def _fits(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _shared(found: str, *expected: str) -> float:
    return max(shared_words(found, passage) for passage in expected)
