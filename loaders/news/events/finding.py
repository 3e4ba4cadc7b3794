"""Rounds, meetings, calls, summits ...: what the whole article says of each, gathered from all its mentions.

A mention with an ordinal, a date, a place or parties founds an event; "the talks" means the last one that fits.
Meetings that are only talked of in general ("any meetings") are no events.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ....graph.records import Key
from ..cast.actors import Actors
from ..cast.parties import is_bystander, serves_there
from ..cast.votes import faced_by
from ..language.annotation import Sentence
from ..language.syntax import finite
from ..lexicons.word_lists import wordset
from ..names.offices import offices
from ..standing.assess import Standings
from .coreference import merge, take_up
from .counting import count_back, lend_sides
from .days import set_to_come
from .details import FoundEvent, Part
from .inferring import infer_parties, stand_for_both
from .last_days import last_day_of
from .lead import add_day_of_lead, is_told_here
from .lending import lend_leading
from .mentions import read_mentions
from .naming import name_of, with_names
from .negotiating import is_private, told_in_words
from .only_place import add_only_place
from .places import add_dateline_place
from .sides import has_mediators

_TALKS = frozenset({"round", "talks", "meeting", "summit", "conference"})


def find_events(actors: Actors, standings: Standings, published: date | None) -> list[FoundEvent]:
    """The events of the article, in order of first mention."""
    events: list[FoundEvent] = []
    mentions: list[FoundEvent] = []
    bare: list[FoundEvent] = []
    previous: list[FoundEvent] = []
    latest: tuple[FoundEvent, int] | None = None
    for sentence in _telling(actors):
        for mention in read_mentions(actors, standings, sentence, published):
            if mention.taken_up:
                near = latest is not None and sentence.number - latest[1] < 2
                event = latest[0] if latest is not None and near else _only(events) if mention.joins else None
                if event is not None:
                    take_up(event, mention)
                continue
            mentions.append(replace(mention))
            known = merge(events, mention)
            latest = (known, sentence.number) if known is not None and known.kind in _TALKS else latest
            previous += [mention] if mention.which == "previous" and (known is None or known is mention) else []
            bare += [mention] if mention.kind == "talks" and not (mention.planned or mention.wished) else []
    events += _of_bare(actors, events, bare)
    count_back(events, previous)
    named = _only_sides(actors, mentions)
    for event in events:
        _complete(actors, event, named, published)
    lend_sides(events)
    infer_parties(actors, events, named)
    for event in events:
        _add_joined(actors, event)
    add_only_place(actors, events, mentions, published)
    lend_leading(actors, events)
    return [e for e in events if not is_private(actors, e)] if told_in_words(actors) == "none" else events


def _only(events: list[FoundEvent]) -> FoundEvent | None:
    """The only talks that an article tells of as held now."""
    held = [e for e in events if e.kind in _TALKS and not (e.planned or e.cancelled or e.earlier or e.which)]
    return held[0] if len(held) == 1 else None


def _telling(actors: Actors) -> Iterator[Sentence]:
    """The sentences that tell of events: no rosters, and no headers of lists without a verb."""
    for sentence in actors.article.sentences:
        header = sentence.segment.kind == "list-header" and not finite(sentence.span.root)
        if sentence.segment.kind != "roster" and not header:
            yield sentence


def _of_bare(actors: Actors, events: list[FoundEvent], bare: list[FoundEvent]) -> list[FoundEvent]:
    """The talks of an article that tells of no others, by a mention that founds no event."""
    if any(e.kind in _TALKS for e in events):
        return []
    if bare and has_mediators(actors):
        return bare[:1]  # somebody stands between the sides of talks that nothing else is told of
    return [m for m in bare if m.definite and any(d.aspect == "occurrence" for d, _ in m.details)][:1]


def _only_sides(actors: Actors, mentions: list[FoundEvent]) -> tuple[Key, ...]:
    """The sides of the only talks that the article names by their sides, or of which it tells that its two held them.

    () where it names others too: then nobody knows whose a round is.
    """
    talks = [m for m in mentions if m.kind in _TALKS and len(m.parties) > 1 and not m.unresolved]
    told = [m for m in talks if len(m.sides) > 1 or m.kind == "round"]
    sides = {frozenset(m.parties) for m in told}
    named = any(len(m.sides) > 1 for m in told) or sides == {frozenset(actors.told_pair)}
    return told[0].parties if len(sides) == 1 and named else ()


def _complete(actors: Actors, event: FoundEvent, named: tuple[Key, ...], published: date | None) -> None:
    """Adds to an event what the head of the article and the rest of its words tell of it."""
    met = {actors.party_of(k) for k in event.attendees if not k.startswith("state/")}
    event.attendees = tuple(k for k in event.attendees if not (k.startswith("state/") and k in met))
    _drop_doubles(actors, event)
    set_for = event.set_for[0] if event.set_for is not None else event.when
    if event.postponed and published is not None and (day := last_day_of(set_for)) is not None and day < published:
        event.cancelled = event.cancelled or event.when in (None, set_for)  # on that day it was not
    if event.postponed and event.set_for is not None and event.when is None:
        event.cancelled = True  # nor will it be: another day nobody tells
    if event.cancelled and event.when is None and event.set_for is not None:
        event.when = event.set_for[0]
        event.details.append(event.set_for[1])
    add_day_of_lead(actors, event, published)
    event.here = event.here or is_told_here(actors, event, published)
    add_dateline_place(actors, event, published)
    _set_mediators(actors, event)
    _set_parties(actors, event, named)
    set_to_come(event, published)
    event.label = name_of(actors, event)


def _drop_doubles(actors: Actors, event: FoundEvent) -> None:
    """Takes out "the minister of A" beside the name of somebody of A."""
    sides = {actors.party_of(k) for k in event.attendees if k.startswith("person/")}
    event.attendees = tuple(
        k for k in event.attendees if not (k.startswith("unnamed/") and actors.party_of(k) in sides)
    )


def _set_mediators(actors: Actors, event: FoundEvent) -> None:
    """The envoy of an international body who meets two sides that are none of it is no party but stands between."""
    between = [
        k for k in event.attendees if k.startswith("person/") and is_bystander(actors, actors.pair, actors.party_of(k))
    ]
    if not between or len(set(actors.parties(k for k in event.attendees if k not in between))) < 2:
        return
    detail = next(((d, s) for d, s in event.details if d.aspect == "parties"), None)
    if detail is not None:
        event.attendees = tuple(k for k in event.attendees if k not in between)
        event.parties = tuple(k for k in event.parties if not is_bystander(actors, actors.pair, k))
        event.others += [Part(k, "mediator", detail[0].span, "asserted", detail[1]) for k in between]


def _set_parties(actors: Actors, event: FoundEvent, named: tuple[Key, ...]) -> None:
    """Whoever did something at an event of their own side was there for it.

    Somebody whose side nothing tells is no side of his own beside two states or bodies.
    """
    _name_government(actors, event)
    event.parties = tuple(k for k in event.parties if not serves_there(actors, k, event.attendees))
    if event.linked == "with" and len(set(actors.told_pair) - set(actors.parties(event.sides))) == 1:
        many = len(actors.told_pair) > 2 and set(event.sides) < set(actors.told_pair)
        event.parties, event.unresolved = (actors.told_pair, False) if many else (event.parties, event.unresolved)
    if event.unresolved and event.linked == "with" and set(event.parties) <= set(actors.parties(event.sides)):
        event.parties = ()  # "talks with A and B" are between neither, but of each with somebody whom nothing tells
    event.parties = tuple(k for k in event.parties if not _is_bare_title(actors, k))
    event.parties = tuple(k for k in event.parties if not _is_of_untold_side(actors, k))
    private = {actors.party_of(k) for k in event.attendees if _is_no_party(actors, k)}
    public = {actors.party_of(k) for k in event.attendees if not _is_no_party(actors, k)}
    event.parties = tuple(k for k in event.parties if k not in private - public)
    stand_for_both(actors, event, named or actors.told_pair)
    _name_side_of_person(actors, event)
    known = tuple(key for key in event.parties if not key.startswith("person/"))
    called = event.kind == "call" and bool(event.telling) and len(known) < len(event.parties)
    event.parties = () if called and len(known) > 1 else known if len(known) > 1 else event.parties
    if all(key.startswith("unnamed/") for key in event.parties):
        event.parties = ()  # "the commission met farmers" is between nobody known
    named = with_names(actors, event.parties)
    if len(named) > 1:  # "officials" who told of it are no side of it
        left = set(event.parties) - set(named)
        event.parties, event.attendees = named, tuple(k for k in event.attendees if k not in left)
    _add_joined(actors, event)
    sides = {*event.parties, *actors.parties(event.attendees)}
    event.others = [replace(p, capacity="party") if _acts_for_side(actors, p, sides) else p for p in event.others]
    mediators = {p.agent for p in event.others if p.capacity in ("mediator", "host")}
    event.others = [p for p in event.others if p.capacity != "attendee" or p.agent not in mediators]


def _add_joined(actors: Actors, event: FoundEvent) -> None:
    """Adds to the sides of talks those who joined them as one."""
    if event.parties and event.kind in _TALKS:
        also = actors.parties(p.agent for p in event.others if p.capacity == "party")
        event.parties = tuple(dict.fromkeys((*event.parties, *also)))


def _name_government(actors: Actors, event: FoundEvent) -> None:
    """Names the state of "the government" that meets a movement: the one that the movement faces."""
    faced = {faced_by(actors.gazetteer.entry(key)) for key in event.parties} - {""}
    labels = {k: actors.agents[k].label.removeprefix("unnamed ").split() for k in event.parties if k in actors.agents}
    envoys = wordset("actors", "envoys") | {"government"}
    bare = [
        k
        for k, words in labels.items()
        if k.startswith("unnamed/") and words[0] == "government" and words[-1].lower().removesuffix("s") in envoys
    ]
    if len(faced) == 1 and bare:
        state = actors.unprinted(Key(f"state/{faced.pop()}"))
        event.parties = tuple(state if key in bare else key for key in event.parties)
        event.attendees = tuple(state if key in bare else key for key in event.attendees)


def _is_no_party(actors: Actors, key: Key) -> bool:
    """True for "the A trader", who is of A and no side."""
    agent = actors.agents.get(key)
    last = agent.label.split()[-1].lower() if agent is not None and key.startswith("unnamed/") else ""
    return bool({last, last.removesuffix("s")} & wordset("actors", "no_parties"))


def _name_side_of_person(actors: Actors, event: FoundEvent) -> None:
    """Names the side of an official who meets one of the article's two sides: the other one, else no side is known."""
    people = [k for k in event.parties if k.startswith("person/") and actors.is_official(k)]
    others = [k for k in event.parties if k not in people]
    if len(people) != 1 or len(others) != 1 or others[0].startswith(("person/", "unnamed/")):
        return
    facing = [side for side in actors.told_pair if side != others[0]]
    home = facing[0] if len(facing) == 1 and others[0] in actors.told_pair else None
    event.parties = (home, others[0]) if home is not None else (others[0],)


def _is_bare_title(actors: Actors, key: Key) -> bool:
    """True for "the Prime Minister" of whom neither a name nor a state is told."""
    agent = actors.agents.get(key)
    title = agent.label.lower().removeprefix("unnamed ") if agent is not None else ""
    return key.startswith("unnamed/") and title in offices().heads


def _is_of_untold_side(actors: Actors, key: Key) -> bool:
    """True for a mediator, envoy or coordinator of whom nothing tells for which side he sat there."""
    if actors.party_of(key) != key or not key.startswith(("person/", "unnamed/")):
        return False
    if key.startswith("unnamed/"):  # "the watchdog's head of cameras", of which nobody knows which watchdog it is
        return "’s " in actors.agents[key].label.replace("'", "’")
    return bool(actors.posts_held(key) & wordset("offices", "sent_by_sides"))


def _acts_for_side(actors: Actors, part: Part, sides: set[Key]) -> bool:
    """True for whoever was there for a side of the event, also as the chair of its own meeting."""
    chairs = part.capacity == "mediator" and part.agent.startswith("person/") and len(sides) > 1
    return (part.capacity == "attendee" or chairs) and actors.party_of(part.agent) in sides
