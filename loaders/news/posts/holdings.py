"""Posts from the places that tell of them: roles of one person that name the same post are one holding."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from rapidfuzz import fuzz

from ....graph.records import Key, Standing, Tenure
from ..cast.actors import Actors
from ..cast.members import slug
from ..lexicons.word_lists import wordset
from ..names.offices import offices
from ..names.persons import fold
from ..names.title_grammar import Title
from .phrases import TEAM
from .title_held import Role, is_rank
from .whole_names import is_bare, printed

_OWNED: Final = re.compile(r"\w[’']s? ")


@dataclass(frozen=True, slots=True)
class Holding:
    """A post of a person with every place that tells of it."""

    key: Key
    person: Key
    name: str
    tenure: Tenure
    organization: Key | None
    standing: Standing
    roles: tuple[Role, ...]


def holdings(actors: Actors, roles: tuple[Role, ...]) -> tuple[Holding, ...]:
    """Posts: roles of one person that name the same post are one holding; a rank beside a post is none."""
    groups: list[list[Role]] = []
    of_person: dict[Key, list[list[Role]]] = {}
    posted = {role.person for role in roles if not is_rank(role)}
    for role in (_with_told_body(actors, role) for role in roles):
        address = _is_bare_rank(role) and role.person in posted
        left_out = role.heads_delegation or _is_occupation(role) or address
        if left_out or _is_of_team(actors, role):
            continue
        own = of_person.setdefault(role.person, [])
        group = next((g for g in own if _same_post(actors, g[0], role)), None)
        if group is None:
            group = []
            own.append(group)
            groups.append(group)
        group.append(role)
    found = [_holding(actors, group) for group in groups]
    return tuple({h.key: h for h in reversed(found)}.values())[::-1]


def _with_told_body(actors: Actors, role: Role) -> Role:
    """The role without a body that is only called "company" or "group", or of "a leader's aide": its title has it."""
    if not (is_bare(actors, role.organization) or _is_somebodys(actors, role)):
        return role
    title = replace(role.title, name=printed(actors, role.title), plural=False)
    return replace(role, title=title, organization=None)


def _is_somebodys(actors: Actors, role: Role) -> bool:
    """True for "the rebel leader's aide", "the farmers' leader", of whom no body is known."""
    owned = _OWNED.search(actors.article.text, role.title.start, role.title.end)
    return role.organization is None and owned is not None


def _is_of_team(actors: Actors, role: Role) -> bool:
    """True for "Delegation member NAME" of whose delegation nothing tells."""
    return role.organization is None and bool(TEAM.search(actors.article.text, role.title.start, role.title.end))


def _is_bare_rank(role: Role) -> bool:
    """True for a rank in nobody's service: it is only how somebody is addressed."""
    return is_rank(role) and role.organization is None and role.tenure == "current"


def _is_occupation(role: Role) -> bool:
    """True for what somebody does for a living, by which nobody holds a post: "the businessman NAME"."""
    body = role.organization is not None and not role.organization.startswith("state/")
    return role.title.head in wordset("offices", "occupations") and not body


def _holding(actors: Actors, group: list[Role]) -> Holding:
    best = max(group, key=lambda r: (r.organization is not None, len(r.title.name)))
    name = _singular(best.title)
    seat = best.title.mention
    if seat is not None and seat.form == "metonym":
        name = f"{actors.article.text[seat.start : seat.end]} {name}"
    key = Key(f"holding/{slug(best.person.split('/')[1])}-{slug(name)}-{best.tenure}")
    return Holding(key, best.person, name, best.tenure, best.organization, "asserted", tuple(group))


def _singular(title: Title) -> str:
    """The title as a label: a plural title of several people in the singular."""
    name = title.name
    if not title.plural:
        return name
    plural = next((p for p, h in offices().plurals.items() if h == title.head and name.lower().endswith(p)), "")
    return name[: len(name) - len(plural)] + title.head if plural else name


def _same_post(actors: Actors, a: Role, b: Role) -> bool:
    if a.tenure != b.tenure:
        return False
    if a.organization and b.organization and actors.party_of(a.organization) != actors.party_of(b.organization):
        return False
    x, y = fold(a.title.name), fold(b.title.name)
    return (
        x == y
        or fuzz.token_set_ratio(x, y) >= 95
        or (a.title.head == b.title.head and (not a.organization or not b.organization))
    )
