"""Enters posts: who holds which, with the words beside the name, and which body is a unit of which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from ....graph.records import Evidence, Key, PostHolding, Span
from ..cast.actors import Actors
from ..posts.holdings import Holding
from ..posts.title_held import Role
from .sheet import Sheet


def add_holdings(sheet: Sheet, actors: Actors, holdings: Iterable[Holding]) -> None:
    """Posts: the words beside the name are the article's own, even inside reported speech."""
    for holding in holdings:
        sheet.enter(
            PostHolding(
                holding.key, holding.person, holding.name, holding.tenure, holding.standing, holding.organization
            )
        )
        told = any(r.told == "explicit" and r.organization is not None for r in holding.roles)
        for role in holding.roles:
            _state_role(sheet, role, holding.key)
            _state_unit(sheet, actors, role)
            if not told and role.organization is not None and role.organization == holding.organization:
                _state_role(sheet, role, holding.key, aspect="organization", evidence=role.told)


def _state_role(sheet: Sheet, role: Role, holding: Key, *, aspect: str = "", evidence: Evidence = "explicit") -> None:
    """The words of a role; what they tell only with what stands around them is a statement of its own."""
    inferred = role.inferred or evidence == "inferred"
    chain, mode = sheet.attribution.chain_at(role.span.start, role.span.end)
    quoted = mode == "direct-quote"
    sheet.state(
        role.span,
        "claim" if quoted and chain else "fact",
        supports=(holding,),
        chain=chain if quoted else (),
        mode=mode if quoted else "unattributed",
        evidence="inferred" if inferred else evidence,
        aspect=aspect,
        rule=role.rule,
        confidence=Decimal("0.6") if inferred else Decimal("0.9"),
    )


def _state_unit(sheet: Sheet, actors: Actors, role: Role) -> None:
    """ "the X's Y Directorate": Y belongs to X."""
    if role.title.organization is None or role.organization is None:
        return
    start, end = role.title.organization
    for mark in ("’s ", "'s "):
        whole, found, part = actors.article.text[start:end].partition(mark)
        if found and actors.mention_at(start, start + len(whole)) is None and len(part.split()) >= 2:
            _enter_unit(actors, role.organization, start, start + len(whole), part)
            lead = 4 if actors.article.text[max(0, start - 4) : start].lower() == "the " else 0
            span = Span(start - lead, end)
            sheet.state(span, "fact", supports=(role.organization,), chain=(), rule="unit-of", aspect="organization")
            return


def _enter_unit(actors: Actors, unit: Key, start: int, end: int, part: str) -> None:
    """Enters the body ``text[start:end]`` and makes the unit a part of it, on the side that its words name."""
    mention = next(iter(actors.gazetteer.match(actors.article.text, start, end)), None)
    parent = actors.organization(start, end)
    agent = actors.agents[unit]
    side = actors.known(mention) if mention is not None else agent.side
    actors.agents[parent] = replace(actors.agents[parent], side=side)
    forms = (*agent.surface_forms, part)
    actors.agents[unit] = replace(agent, label=part, part_of=parent, side=agent.side or side, surface_forms=forms)
