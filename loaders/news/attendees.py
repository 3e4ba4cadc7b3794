"""Mediators, hosts, observers and guests whose words name no event of their own: they belong to the leading one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ...graph.records import Capacity, Key, Span, Standing
from .actors import Actors
from .annotation import Sentence, extent
from .event_details import FoundEvent, Part
from .event_roles import capacity_of, parts
from .lexicons import wordset
from .outlook import outlook
from .participants import sides_named, subject_above, taking_part
from .roles import Role
from .syntax import child, children, own_words

if TYPE_CHECKING:
    from .parse import Token

_MEDIATES = re.compile(r"\b(?:mediator|facilitator|go-between)\b", re.IGNORECASE)


def find_attendees(actors: Actors, roles: Iterable[Role], events: Iterable[FoundEvent]) -> list[Part]:
    """Who was there beside those whom the events have already."""
    known = {(p.agent, p.sentence.number) for e in events for p in e.others}
    parties = {key for e in events for key in e.attendees}
    found = [*_by_title(actors, roles), *_by_words(actors)]
    kept = [p for p in found if (p.agent, p.sentence.number) not in known and p.agent not in parties]
    mediators = {p.agent for e in events for p in e.others if p.capacity == "mediator"}
    return [p for p in kept if not (p.capacity == "mediator" and p.agent in mediators)]


def _by_title(actors: Actors, roles: Iterable[Role]) -> Iterator[Part]:
    """ "the lead mediator, X"."""
    for role in roles:
        if role.tenure == "current" and _MEDIATES.search(role.title.name):
            yield Part(role.person, "mediator", role.span, "asserted", actors.article.sentences[role.sentence])


def _by_words(actors: Actors) -> Iterator[Part]:
    for sentence in actors.article.sentences:
        if sentence.segment.kind in ("roster", "list-header"):
            continue
        for token in sentence.span:
            if token.pos_ in ("VERB", "AUX"):
                yield from _by_verb(actors, sentence, token)
            elif token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in wordset("teams", "mediators"):
                yield from _by_noun(actors, sentence, token)


def _by_verb(actors: Actors, sentence: Sentence, verb: Token) -> Iterator[Part]:
    capacity, subject, how = _capacity(verb), subject_above(verb), outlook(verb)
    if verb.lemma_ == "be" and subject is None:
        subject = child(verb, "attr")
    if capacity is None or subject is None or how == "denied":
        return
    possible = verb.lemma_ == "be" or capacity in ("attendee", "observer")
    if how == "wished" and not possible:
        return
    standing: Standing = "asserted" if how == "told" else "expected"
    yield from parts(actors, sentence, subject, capacity, standing)


def _capacity(verb: Token) -> Capacity | None:
    """What somebody is who "will be in attendance", "took part as an observer", "chaired the sessions"."""
    tail = " ".join(t.lower_ for t in verb.subtree if t.i > verb.i)
    if verb.lemma_ == "be":
        there = "in attendance" in tail or tail.startswith("present at") or verb.doc[verb.i - 1].lower_ == "present"
        return "attendee" if there else None
    if verb.lemma_ == "take" and "part" in tail.split()[:2]:
        if "as an observer" in tail or "as observers" in tail or "as observer" in tail:
            return "observer"
        return "attendee" if "part in" in tail and _tells_event(tail) else None
    capacity = capacity_of(verb)
    if capacity in ("mediator", "host") and not children(verb, "dobj"):
        return capacity if verb.tag_ in ("VBG", "VBZ", "VBD") and verb.lemma_ in ("chair", "mediate", "host") else None
    return capacity if capacity is not None and _tells_event(tail) else None


def _tells_event(tail: str) -> bool:
    return any(word.rstrip("s") in tail for word in wordset("teams", "events"))


def _by_noun(actors: Actors, sentence: Sentence, noun: Token) -> Iterator[Part]:
    """ "Qatari and Egyptian mediators", "mediators from Oman", "the host, Uganda", "X, the mediator"."""
    capacity: Capacity = "host" if noun.lemma_.lower() == "host" else "mediator"
    if noun.lemma_.lower() == "mediation" or noun.lower_ == "broker":
        return
    span = Span(*extent(own_words(noun)))
    agents: list[Key] = [actors.known(m) for m in sides_named(actors, noun)] if capacity == "mediator" else []
    beside = [noun.head] if noun.dep_ == "appos" else children(noun, "appos")
    if not agents:
        agents = [key for one in beside for key in taking_part(actors, one, sentence)]
        agents = [key for key in agents if key.startswith(("person/", "state/", "organization/"))]
        span = Span(*extent([noun, *beside])) if agents else span
    for agent in dict.fromkeys(agents):
        yield Part(agent, capacity, span, "asserted", sentence)
