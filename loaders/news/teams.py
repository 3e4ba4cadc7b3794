"""Delegations and who is in them or beside them: rosters under a heading, "included", "led by", "in attendance"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...graph.records import Capacity, DelegationRole, Evidence, Key, Modality, Span, Standing
from .actors import Actors
from .annotation import Sentence, end_of, extent, start_of
from .lexicons import lexicon, wordset
from .readings import Reading
from .roles import Role
from .segments import is_roster_heading
from .syntax import agent_of, child, children, conjuncts, modal, negated, own_words, passive, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a delegation, with the words that say so."""

    member: Key
    delegation: Key
    role: DelegationRole
    span: Span
    evidence: Evidence
    modality: Modality
    standing: Standing
    titled: bool = False
    """True when a title beside the name says it, which is the article's own word."""


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody at an event beside the delegations."""

    agent: Key
    span: Span
    capacity: Capacity
    modality: Modality
    standing: Standing


def delegation_headings(actors: Actors) -> Iterator[tuple[Key, int]]:
    """Delegations that a heading names, with the number of the heading's segment."""
    for number, segment in enumerate(actors.article.segments):
        if segment.kind != "heading" or not is_roster_heading(actors.article.text[segment.start : segment.end]):
            continue
        found = actors.gazetteer.match(actors.article.text, segment.start, segment.end)
        if found:
            yield actors.delegation(actors.known(found[0])), number


def find_members(actors: Actors, roles: tuple[Role, ...]) -> Iterator[Member]:
    """Members and heads of delegations."""
    yield from _rosters(actors)
    for role in roles:
        if role.heads_delegation and (head := _head(actors, role)) is not None:
            yield head
    for sentence in actors.article.sentences:
        if sentence.segment.kind in ("heading", "roster", "list-header"):
            continue
        for verb in sentence.span:
            if verb.pos_ in ("VERB", "AUX") and not negated(verb):
                yield from _included(actors, sentence, verb)
                yield from _led(actors, sentence, verb)


def _head(actors: Actors, role: Role) -> Member | None:
    """Somebody whose title is "head of the X delegation"."""
    sentence = actors.article.sentences[role.sentence]
    if role.organization is None:
        party = actors.section_party(sentence)
    else:
        organization = actors.agents[role.organization]
        own = organization.side if organization.kind == "organization" else None
        party = own or actors.party_of(role.organization)
    if party is None:
        return None
    team = actors.delegation(party)
    return Member(role.person, team, "head", role.span, "explicit", "fact", "asserted", titled=True)


# ---------------------------------------------------------------------- lists under a heading


def _rosters(actors: Actors) -> Iterator[Member]:
    listed: dict[int | None, list[Reading]] = {}
    for reading in actors.readings:
        if reading.sentence.segment.kind in ("roster", "paragraph", "bullet"):
            listed.setdefault(reading.sentence.segment.heading, []).append(reading)
    for delegation, heading in delegation_headings(actors):
        for reading in listed.get(heading, ()):
            if reading.sentence.segment.kind == "paragraph" and _prose(reading.sentence):
                break
            yield from _listed(actors, delegation, reading)


def _listed(actors: Actors, delegation: Key, reading: Reading) -> Iterator[Member]:
    """The person whom a line of a list names; a bullet may name several."""
    for name in reading.names if reading.sentence.segment.kind == "bullet" else reading.names[:1]:
        person = actors.person_at(name.start, name.end)
        if person is not None:
            actors.sides.setdefault(person, actors.delegations[delegation].represents)
            span = Span(name.start, name.end)
            yield Member(person, delegation, "member", span, "heading-implied", "fact", "asserted")


def _prose(sentence: Sentence) -> bool:
    root = sentence.span.root
    return root.tag_ in ("VBD", "VBZ", "VBP") or any(
        c.tag_ in ("MD", "VBD", "VBZ", "VBP") and c.dep_ in ("aux", "auxpass") for c in root.children
    )


# ---------------------------------------------------------------------- sentences


def _team(actors: Actors, token: Token | None, sentence: Sentence) -> Key | None:
    if token is None or token.lemma_.lower() not in ("delegation", "team"):
        return None
    return next((k for k in actors.resolve(token, sentence) if k in actors.delegations), None)


def _outlook(expected: bool) -> tuple[Modality, Standing]:
    """How something is said, and how far it holds: foreseen or told."""
    return ("expectation", "expected") if expected else ("fact", "asserted")


def _included(actors: Actors, sentence: Sentence, verb: Token) -> Iterator[Member]:
    """ "The delegation will include representatives from A, B and C"."""
    included = verb.lemma_ in wordset("teams", "include")
    team = _team(actors, child(verb, "nsubj"), sentence) if included else None
    if team is None:
        return
    modality, standing = _outlook(modal(verb) in ("will", "would", "shall"))
    for member in (one for first in children(verb, "dobj") for one in conjuncts(first)):
        person = actors.person_at(start_of(member), end_of(member))
        if person is not None:
            yield Member(person, team, "member", Span(*extent([member])), "explicit", modality, standing)
            continue
        for key, span in _represented(actors, member, verb):
            actors.sides.setdefault(key, actors.delegations[team].represents)
            yield Member(key, team, "member", span, "explicit", modality, standing)


def _represented(actors: Actors, noun: Token, verb: Token) -> Iterator[tuple[Key, Span]]:
    """Unnamed members: one for each body that "representatives from A, B and C" lists."""
    if noun.lemma_.lower() not in wordset("teams", "members"):
        return
    prep = next((c for c in children(noun, "prep") if c.lower_ in ("from", "of")), None)
    first = child(prep, "pobj") if prep is not None else None
    if first is None:
        yield actors.unnamed(noun), Span(*extent([noun.left_edge, noun]))
        return
    bodies = conjuncts(first)
    # A parser often hangs the later items of such a list on the verb: take them by their commas.
    for extra in children(verb, "npadvmod", "conj", "dobj", "appos", "dep", "attr"):
        if extra.i > first.i and extra.pos_ in ("NOUN", "PROPN"):
            bodies += [t for t in conjuncts(extra) if t not in bodies]
    for body in sorted(bodies, key=lambda t: t.i):
        start, end = extent(own_words(body))
        organization = actors.organization(start, end, next(iter(actors.modifiers(body)), None))
        key = actors.representatives(noun.text, organization)
        yield key, Span(start_of(noun) if body == bodies[0] else start, end)


def _led(actors: Actors, sentence: Sentence, verb: Token) -> Iterator[Member]:
    """ "The delegation is led by X", "X, who heads the delegation", "delegation headed by X"."""
    if verb.lemma_ not in wordset("teams", "lead"):
        return
    leader, led = agent_of(verb), child(verb, "dobj")
    if leader is None:
        leader = subject_of(verb)
    else:
        led = child(verb, "nsubjpass") if passive(verb) else verb.head if verb.dep_ in ("acl", "relcl") else None
    if leader is None:
        return
    team = _team(actors, led, sentence)
    person = next(iter(actors.resolve(leader, sentence)), None)
    if team is None or person is None or not person.startswith("person/"):
        return
    modality, standing = _outlook(modal(verb) in ("will", "would"))
    span = Span(*extent(t for t in (leader, verb, led) if t is not None))
    actors.sides.setdefault(person, actors.delegations[team].represents)
    yield Member(person, team, "head", span, "explicit", modality, standing)


# ---------------------------------------------------------------------- beside the delegations


def find_attendees(actors: Actors) -> Iterator[Attendee]:
    """ "X will be in attendance", "Y joined the talks as an observer", "Z mediated the talks"."""
    for sentence in actors.article.sentences:
        for verb in sentence.span:
            if verb.pos_ not in ("VERB", "AUX") or negated(verb):
                continue
            capacity, subject = _capacity(verb), child(verb, "nsubj")
            if capacity is None or subject is None:
                continue
            modality, standing = _outlook(modal(verb) in ("will", "would", "may", "might", "could", "should"))
            for one in conjuncts(subject):
                keys = actors.attendee(one, sentence)
                span = Span(*extent(own_words(one)))
                yield from (Attendee(key, span, capacity, modality, standing) for key in keys)


def _capacity(verb: Token) -> Capacity | None:
    tail = " ".join(t.lower_ for t in verb.subtree if t.i > verb.i)
    if verb.lemma_ == "be":
        return "attendee" if "in attendance" in tail or tail.startswith("present at") else None
    attends = verb.lemma_ in wordset("teams", "attend") or (verb.lemma_ == "take" and "part in" in tail)
    if not attends or not any(word in tail for word in wordset("teams", "events")):
        return None
    if "as an observer" in tail or "as observers" in tail:
        return "observer"
    capacities: dict[str, Capacity] = lexicon("teams")["capacities"]
    return capacities.get(verb.lemma_, "attendee")
