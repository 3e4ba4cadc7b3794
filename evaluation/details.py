"""The details of what was found rightly: kind, addressee, status, organisation, date, place, capacity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .likeness import agreeing_dates
from .matching import Pair
from .parties import same_agent
from .scoring import Comparison
from .wording import content_words

ISSUE = "proposal.issue (one of them right)"
ISSUES = "proposal.issue (and none wrong)"
STRICT_KIND = "proposal.kind (strict)"
ACCEPTED_KIND = "proposal.kind (with accepted alternatives)"


@dataclass(frozen=True, slots=True)
class Detail:
    """One detail of a pair: what was found, what the gold holds, whether that is right."""

    name: str
    category: str
    pair: Pair
    found: str
    gold: str
    right: bool


def details(comparison: Comparison) -> Iterator[Detail]:
    """Give the details of an article's pairs that the gold tells."""
    yield from _of_roles(comparison)
    yield from _of_proposals(comparison)
    yield from _of_events(comparison)
    if comparison.participations is not None:
        for i, j in comparison.participations.pairs:
            found, gold = comparison.participations.found[i].capacity, comparison.participations.gold[j].capacity
            yield Detail("participation.capacity", "participations", (i, j), found, gold, found == gold)


def _of_roles(comparison: Comparison) -> Iterator[Detail]:
    for i, j in comparison.roles.pairs:
        role, post = comparison.roles.found[i][1], comparison.roles.gold[j][1]
        yield Detail("role.status", "roles", (i, j), role.status, post.status, role.status == post.status)
        if post.org:
            body, wanted = role.org or "", content_words(post.org)
            named = bool(wanted) and wanted <= content_words(f"{role.title} {body}")
            right = same_agent((body,), (post.org,)) or named
            yield Detail("role.org", "roles", (i, j), body, post.org, right)


def _of_proposals(comparison: Comparison) -> Iterator[Detail]:
    for i, j in comparison.proposals.pairs:
        found, gold = comparison.proposals.found[i], comparison.proposals.gold[j]
        kinds = (gold.kind, *gold.alt_kinds)
        yield Detail(STRICT_KIND, "proposals", (i, j), found.kind, gold.kind, found.kind == gold.kind)
        yield Detail(ACCEPTED_KIND, "proposals", (i, j), found.kind, " or ".join(kinds), found.kind in kinds)
        if gold.issues:
            both, told = set(found.issues) & set(gold.issues), (" and ".join(found.issues), " or ".join(gold.issues))
            yield Detail(ISSUE, "proposals", (i, j), *told, bool(both))
            yield Detail(ISSUES, "proposals", (i, j), *told, bool(both) and both == set(found.issues))
        if gold.addressee:
            right = same_agent(found.addressee, gold.addressee, comparison.represented)
            told = " and ".join(found.addressee), " and ".join(gold.addressee)
            yield Detail("proposal.addressee", "proposals", (i, j), *told, right)


def _of_events(comparison: Comparison) -> Iterator[Detail]:
    for i, j in comparison.events.pairs:
        found, gold = comparison.events.found[i], comparison.events.gold[j]
        if gold.date and gold.date_basis == "text":
            right = bool(agreeing_dates(found.date, gold.date))
            yield Detail("event.date (explicit in text)", "events", (i, j), found.date or "", gold.date, right)
        if gold.place:
            yield Detail("event.place", "events", (i, j), found.place or "", gold.place, bool(found.place))
