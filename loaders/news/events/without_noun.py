"""Events that are told without a noun for them: by a verb ("A met B"), by "it", or by a day, a place and a mediator."""

from __future__ import annotations

from datetime import date

from ....graph.records import Span
from ..cast.actors import Actors
from ..language.annotation import Sentence, end_of, extent, start_of
from ..language.parse import Token
from ..language.syntax import children, clause, passive
from ..standing.assess import Standings
from ..standing.phrases import run_on
from ..values.quantities import Amount, find_amounts
from .clauses import happens
from .days import add_date, set_to_come
from .details import Detail, FoundEvent, Part, Phrase, Telling
from .not_held import put_off
from .outlook import Outlook, is_hearsay, outlook
from .participants import subject_above, taking_part
from .place_names import place_name
from .places import is_here, read_place
from .roles import aided, may_have_mediator
from .stated_parts import companions
from .told_event import ToldEvent
from .verbs import first_subject, told_label
from .witnesses import is_aside


def hold(event: FoundEvent, how: Outlook) -> None:
    """Sets how far an event holds."""
    event.planned = how in ("expected", "wished", "postponed")
    event.wished, event.cancelled, event.postponed = how == "wished", how == "cancelled", how == "postponed"


def by_verb(
    actors: Actors, standings: Standings, sentence: Sentence, told: ToldEvent, published: date | None
) -> FoundEvent | None:
    """An event that a verb tells of, called after those who take part; ``None`` without the day or place it needs."""
    verb = told.verb
    phrase = Phrase(sentence, verb, verb, verb)
    start, end = extent(t for t in clause(verb) if t.dep_ not in ("punct", "mark"))
    event = FoundEvent(told.kind)
    place = read_place(actors, event, phrase) or _goal(actors, told)
    where = place_name(actors, place) if place else ""
    event.telling, event.body = told_label(actors, told, where)[:120], told.words
    hold(event, told.outlook)
    event.headed = sentence.segment.kind in ("headline", "heading", "caption")
    event.another = any(t.lower_ in ("again", "separately") for t in verb.children)
    event.again = verb.lemma_ == "reconvene" or "meet once more" in run_on(verb)
    event.again = event.again or any(t.lower_ in ("again", "next") for t in verb.children)
    if told.outlook == "told" and any(t.lower_ == "last" for t in children(verb, "advmod")):
        event.which = "previous"  # "The sides last met in X in May"
    event.going_on = told.kind in ("meeting", "talks") and _has_gone_on(verb)
    if event.going_on and (length := _length(actors, verb)) is not None:
        event.duration = length.quantity
        event.details.append((Detail("duration", Span(length.start, length.end), claim=True), sentence))
    parties = tuple(k for k in told.agents if k != told.host)
    event.parties, event.attendees = actors.parties(told.agents), parties
    event.sides = parties if told.kind == "exchange" else ()
    words = first_subject(verb)
    wide = Span(min(start, *(start_of(t) for t in words)) if words and words[0].i < verb.i else start, end)
    if told.host is not None:
        event.others.append(Part(told.host, "host", wide, "asserted", sentence))
    event.others += [Part(key, "mediator", wide, "asserted", sentence) for key in told.between]
    event.others += [*aided(actors, sentence, verb), *companions(actors, sentence, verb)]
    beside = {part.agent for part in event.others}
    event.attendees = tuple(k for k in event.attendees if k not in beside)
    event.place, event.here = (where, place) if place else None, is_here(phrase, verb)
    add_date(actors, event, phrase, start=verb, verb=verb, published=published)
    set_to_come(event, published)
    event.details.append((Detail("parties", wide, claim=True), sentence))
    denied, given = told.outlook in ("denied", "cancelled"), is_aside(verb)
    hearsay = not given and is_hearsay(standings, verb, sentence)
    event.mentions.append(Telling(Span(start, end), given, denied, news=True, hearsay=hearsay))
    return event if _has_needed(event, told) else None


def _has_gone_on(verb: Token) -> bool:
    """True for "had met for three days", "have been meeting since Monday"."""
    perfect = any(c.lower_ in ("had", "have", "has") for c in children(verb, "aux"))
    been = verb.tag_ == "VBG" and any(c.lower_ == "been" for c in children(verb, "aux"))
    held = (o for p in children(verb, "prep") if p.lower_ == "for" for o in children(p, "pobj"))
    return perfect and (been or any(o.ent_type_ in ("DATE", "TIME") for o in held))


def _length(actors: Actors, verb: Token) -> Amount | None:
    """How long those met who "had met for three days"."""
    links = (p for p in children(verb, "prep") if p.lower_ == "for")
    found = (find_amounts(actors.article.text, start_of(p), end_of(p.right_edge)) for p in links)
    return next((a for amounts in found for a in amounts if a.duration), None)


def _has_needed(event: FoundEvent, told: ToldEvent) -> bool:
    day, place = event.when is not None, event.place is not None
    return {"day": day, "day or place": day or place, "day and place": day and place}.get(told.needs, True)


def _goal(actors: Actors, told: ToldEvent) -> tuple[int, int] | None:
    if not told.goal:
        return None
    start = actors.article.text.index(told.goal, start_of(told.verb))
    return start, start + len(told.goal)


def taken_up(actors: Actors, standings: Standings, sentence: Sentence, published: date | None) -> FoundEvent | None:
    """What is said of the event just told of: "It will be held in X on Friday"."""
    off = {t: done for t in sentence.span if t.pos_ == "VERB" and passive(t) and (done := put_off(t)) is not None}
    for verb in (t for t in sentence.span if t.pos_ == "VERB" and (happens(t) or t in off)):
        subject = next(iter(children(verb, "nsubjpass")), None) or subject_above(verb)
        about = subject is not None and subject.lower_ in ("it", "they")
        how = outlook(standings, verb, sentence) if about and (verb.lemma_ != "hold" or passive(verb)) else "none"
        if subject is None or how not in ("told", "expected"):
            continue
        how = off.get(verb, how)  # "It was postponed"
        phrase, event = Phrase(sentence, verb, verb, verb), FoundEvent("talks", taken_up=True)
        hold(event, how)
        if (place := read_place(actors, event, phrase)) is not None:
            event.place = (place_name(actors, place), place)
            event.details.append((Detail("place", Span(start_of(verb), place[1])), sentence))
        add_date(actors, event, phrase, start=verb, verb=verb, published=published)
        set_to_come(event, published)
        span = Span(min(start_of(subject), start_of(verb)), end_of(verb))
        event.mentions.append(Telling(span, False, False, news=True, hearsay=is_hearsay(standings, verb, sentence)))
        return event if event.when is not None or event.place is not None or verb in off else None
    return None


def joined(actors: Actors, standings: Standings, sentence: Sentence) -> FoundEvent | None:
    """Who "took part by video" or "is taking part too" in the talks that the article tells of."""
    for verb in (t for t in sentence.span if t.pos_ == "VERB" and t.lemma_ in ("take", "participate")):
        subject, behind = subject_above(verb), list(children(verb, "prep"))
        part = verb.lemma_ == "participate" or any(o.lower_ == "part" for o in children(verb, "dobj"))
        held = [o for p in behind if p.lower_ in ("in", "as") for o in children(p, "pobj") if o.lemma_ != "party"]
        held += [o for n in children(verb, "dobj") for p in children(n, "prep") for o in children(p, "pobj")]
        how = outlook(standings, verb, sentence) if part and not held and subject is not None else "none"
        keys = taking_part(actors, subject, sentence) if how == "told" and verb.dep_ in ("ROOT", "conj") else ()
        if keys and all(key.startswith(("state/", "organization/")) for key in keys):
            span = Span(start_of(subject or verb), end_of(verb))
            event = FoundEvent("talks", taken_up=True, joins=True)
            event.others = [Part(key, "party", span, "asserted", sentence) for key in keys]
            event.mentions.append(Telling(span, given=True, denied=False, bare=True))
            return event
    return None


def unnamed(actors: Actors, standings: Standings, sentence: Sentence, published: date | None) -> FoundEvent | None:
    """A meeting of the two sides told without a word for it: "In X on Friday, under the eye of A, a deal came near"."""
    verb = sentence.span.root
    if verb.pos_ != "VERB" or len(actors.pair) != 2 or not may_have_mediator(verb):
        return None
    if outlook(standings, verb, sentence) != "told":
        return None
    phrase = Phrase(sentence, verb, verb, verb)
    others = [p for p in aided(actors, sentence, verb) if p.capacity == "mediator"]
    event = FoundEvent("meeting", "meeting", parties=actors.pair, attendees=actors.pair, inferred=True)
    place = read_place(actors, event, phrase) if others else None
    if place is None or {p.agent for p in others} & set(actors.pair):
        return None
    name = place_name(actors, place)
    event.others, event.place = others, (name, place)
    add_date(actors, event, phrase, start=verb, verb=verb, published=published)
    event.mentions.append(Telling(Span(sentence.start, sentence.end), given=False, denied=False))
    return event if event.when is not None else None
