"""Makes records of the values of a row: people, bodies, posts held, teams, sanctions, events, agreements, acts.

What a dataset tells is its claim: every fact stands as claimed, with its publisher as the one who says it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, cast, get_args

from ...graph.identifiers import digest
from ...graph.records import (
    Act,
    ActType,
    Agent,
    Alignment,
    Delegation,
    DelegationMembership,
    Event,
    EventKind,
    Incident,
    Item,
    Key,
    MatchKind,
    Place,
    PostHolding,
    Sanction,
    When,
)
from .converters import Party
from .countries import states_in
from .desk import Desk
from .picking import Picked
from .register import Entry

_NONE: Final = Party("ref", "")
_EVENTS: Final = (*get_args(EventKind), *get_args(Incident))
_STEM: Final = 5
"""So many letters of a name stand in the adjective for its people too: Chech-nya, Chech-en."""


def enter(desk: Desk, row: Picked) -> None:
    """Note whom or what position the id of a row stands for, before anything is made of any row."""
    if row.rule.shape == "position":
        _position(desk, row)
    elif (id := row.id()) and (names := row.texts("name")):
        kind = "person" if row.rule.shape == "person" else "organization"
        desk.enter(id, Entry(Key(f"{kind}/{id}"), names[0], row.row.place))


def _person(desk: Desk, row: Picked) -> None:
    _entity(desk, row, "person")


def _organisation(desk: Desk, row: Picked) -> None:
    _entity(desk, row, "organization")


def _entity(desk: Desk, row: Picked, kind: str) -> None:
    id, names = row.id(), row.texts("name")
    if not id or not names:
        desk.miss(row, "name" if id else "id")
        return
    sides = {key for party in row.parties("side") if (key := desk.party(party))}
    other = tuple(dict.fromkeys(name for name in (*names[1:], *row.texts("also")) if name != names[0]))
    part_of = row.parties("part_of")
    agent = Agent(
        Key(f"{kind}/{id}"), "person" if kind == "person" else "organization", names[0],
        surface_forms=(names[0], *other), aliases=other,
        side=min(sides) if len(sides) == 1 else None,
        part_of=desk.party(part_of[0]) if part_of else None,
        born=row.text("born"), died=row.text("died"), same_as=tuple(row.texts("same")),
    )  # fmt: skip
    desk.entity(id, agent, row)


def _position(desk: Desk, row: Picked) -> None:
    id, title = row.id(), row.text("title")
    if not id or not title:
        desk.miss(row, "title" if id else "id")
        return
    body = next(iter(row.parties("body")), None)
    desk.positions[id] = (title, body, tuple(row.texts("same")))


def _post(desk: Desk, row: Picked) -> None:
    position = row.text("position")
    person = desk.party(next(iter(row.parties("person")), _NONE))
    title, body, same = desk.positions.get(position, ("", None, ()))
    title = title or row.text("title")
    if not person or not title:
        if position and person:
            desk.unknown(f"position {position}")
        return
    body = next(iter(row.parties("body")), body)
    own = desk.party(body) if body else None
    start, end = row.text("start"), row.text("end")
    said = "\n".join((person, title, own or "", start, end))
    post = PostHolding(
        Key(f"holding/{digest(said)}"), person, title,
        "former" if end or row.text("ended") else "current", "claimed",
        organization=own, start=start, end=end, post_same_as=tuple(dict.fromkeys((*same, *row.texts("same")))),
    )  # fmt: skip
    desk.fact(post, row)


def _team(desk: Desk, row: Picked) -> None:
    person = desk.party(next(iter(row.parties("person")), _NONE))
    party = desk.party(next(iter(row.parties("party")), _NONE))
    if not person or not party:
        return
    name = party.partition("/")[2]
    team = Delegation(Key(f"delegation/team-{name}"), f"negotiating team of {desk.label(party)}", party, lasting=True)
    desk.add(team)
    role = "head" if row.text("lead") else "member"
    key = Key(f"membership/{digest(chr(10).join((person, team.key, role)))}")
    desk.fact(DelegationMembership(key, person, team.key, "head" if role == "head" else "member", "claimed"), row)


def _sanction(desk: Desk, row: Picked) -> None:
    subject = desk.party(next(iter(row.parties("of")), _NONE))
    authority = desk.party(next(iter(row.parties("by")), _NONE))
    if not subject or not authority:
        return
    programme, start, end = row.text("programme"), row.text("start"), row.text("end")
    label = row.text("label") or programme or "sanctions"
    said = "\n".join((subject, authority, label, programme, start, end))
    key = Key(f"sanction/{digest(said)}")
    desk.fact(Sanction(key, subject, authority, label, "claimed", programme, start, end), row)


def _event(desk: Desk, row: Picked) -> None:
    id, name, kind = row.id(), row.text("name"), row.text("kind")
    if not id or not name or not kind:
        desk.miss(row, "id" if not id else "name" if not name else "")
        return
    if kind not in _EVENTS:
        desk.trouble(row, "kind", f"{kind!r} is no kind of event: {', '.join(_EVENTS)}")
        return
    inside = next(iter(row.parties("inside")), None)
    place = row.text("place")
    if place:
        place_key = Key(f"place/{place}")
        desk.add(Place(place_key, place, inside=desk.party(inside) if inside else None))
    parties = tuple(dict.fromkeys(key for party in row.parties("parties") if (key := desk.party(party))))
    event = Event(
        Key(f"event/{id}"), cast("EventKind | Incident", kind), name, "claimed",
        place=place_key if place else None, when=_when(row, "start", "end"), parties=parties,
    )  # fmt: skip
    desk.fact(event, row, cites=row.texts("cites"), said_by=row.text("said_by"))


def _agreement(desk: Desk, row: Picked) -> None:
    id, name = row.id(), row.text("name")
    if not id or not name:
        desk.miss(row, "name" if id else "id")
        return
    found, text = row.parties("parties"), row.text("named_in")
    named = [party for party in found if party.kind == "name" and party.value[:_STEM] in text]
    named += [party for party in found if party.kind == "state" and party.value in states_in(text, people=True)]
    named += [Party("state", code) for code in sorted(states_in(text))]
    parties = tuple(sorted({key for party in named or found if (key := desk.party(party))}))
    if not parties:
        desk.trouble(row, "parties", "nobody is named who agreed")
        return
    when = _when(row, "date")
    issues = desk.issues(row.texts("issues"))
    item = Item(Key(f"item/{id}"), "Agreement", name, issues=issues)
    desk.add(item)
    desk.fact(Act(Key(f"act/{id}"), "agree", parties, item.key, "claimed", when=when), row)


def _act(desk: Desk, row: Picked) -> None:
    id, label, type = row.id(), row.text("item"), row.text("type")
    agent = desk.party(next(iter(row.parties("agent")), _NONE))
    if not id or not label:
        desk.miss(row, "item" if id else "id")
        return
    if not type or not agent:
        return
    if type not in get_args(ActType):
        desk.trouble(row, "type", f"{type!r} is no type of act: {', '.join(get_args(ActType))}")
        return
    others = [key for party in row.parties("addressee") if (key := desk.party(party)) and key != agent]
    item = Item(Key(f"item/{id}"), "Item", label)
    desk.add(item)
    act = Act(
        Key(f"act/{id}"), cast(ActType, type), (agent,), item.key, "claimed",
        addressees=tuple(others), when=_when(row, "date"),
    )  # fmt: skip
    desk.fact(act, row, cites=row.texts("cites"))


def _alignment(desk: Desk, row: Picked) -> None:
    subject, predicate, value = row.text("subject"), row.text("predicate"), row.text("object")
    if not subject or not value:
        return
    if predicate not in get_args(MatchKind):
        if predicate:
            desk.trouble(row, "predicate", f"{predicate!r} is none of {', '.join(get_args(MatchKind))}")
        return
    key = Key(f"alignment/{digest(subject)}")
    known = desk.records.get(key)
    matches = known.matches if isinstance(known, Alignment) else ()
    label = known.label if isinstance(known, Alignment) else row.text("label")
    said = Alignment(key, subject, label, (*matches, (cast(MatchKind, predicate), value)))
    desk.replace(said, row)


def _when(row: Picked, start: str, end: str = "") -> When | None:
    first, last = row.text(start), row.text(end) if end else ""
    if not first:
        return None
    value = f"{first}/{last}" if last and last != first else first
    return When(value, "text", row.printed(start, *([end] if value != first else [])))


ENTERED: Final = frozenset(("person", "organisation", "position"))
"""Shapes of what rows refer to by an id."""
MAKERS: Final[Mapping[str, Callable[[Desk, Picked], None]]] = {
    "person": _person,
    "organisation": _organisation,
    "position": lambda desk, row: None,
    "post": _post,
    "team": _team,
    "sanction": _sanction,
    "event": _event,
    "agreement": _agreement,
    "act": _act,
    "alignment": _alignment,
}
"""What makes records of each shape of :data:`~parley.loaders.datasets.slots.SHAPES`."""
