"""Delegations and who is in them or beside them: rosters under a heading, "included", "led by", "in attendance"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...graph.records import Capacity, DelegationRole, Evidence, Key, Modality, Span, Standing
from .actors import Actors
from .annotation import Sentence, end_of, extent, start_of
from .roles import Role
from .segments import is_roster_heading
from .syntax import agent_of, child, children, conjuncts, modal, negated, own_words, passive, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_INCLUDE = frozenset({"include", "comprise", "involve", "consist"})
_ATTEND = frozenset({"attend", "join", "participate", "mediate", "host", "observe", "facilitate", "broker"})
_CAPACITIES: dict[str, Capacity] = {
    "mediate": "mediator",
    "broker": "mediator",
    "facilitate": "mediator",
    "host": "host",
    "observe": "observer",
}
_LEAD = frozenset({"lead", "head", "chair"})


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a delegation, with the words that say so."""

    member: Key
    delegation: Key
    role: DelegationRole
    span: Span
    sentence: Sentence | None
    evidence: Evidence
    modality: Modality
    standing: Standing


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody at an event beside the delegations."""

    agent: Key
    span: Span
    sentence: Sentence
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
        if role.heads_delegation:
            party = (
                actors.party_of(role.organization)
                if role.organization
                else actors.section_party(actors.article.sentences[role.sentence])
            )
            if (
                role.organization
                and actors.agents[role.organization].kind == "organization"
                and actors.agents[role.organization].side
            ):
                party = actors.agents[role.organization].side
            if party is not None:
                yield Member(
                    role.person,
                    actors.delegation(party),
                    "head",
                    role.span,
                    actors.article.sentences[role.sentence],
                    "explicit",
                    "fact",
                    "asserted",
                )
    for sentence in actors.article.sentences:
        if sentence.segment.kind in ("heading", "roster", "list-header"):
            continue
        for verb in sentence.span:
            if verb.pos_ in ("VERB", "AUX") and not negated(verb):
                yield from _included(actors, sentence, verb)
                yield from _led(actors, sentence, verb)


def _rosters(actors: Actors) -> Iterator[Member]:
    for delegation, heading in delegation_headings(actors):
        for reading in actors.readings:
            segment = reading.sentence.segment
            if segment.heading != heading or segment.kind not in ("roster", "paragraph", "bullet"):
                continue
            if segment.kind == "paragraph" and _prose(reading.sentence):
                break
            for name in reading.names[:1] if segment.kind != "bullet" else reading.names:
                person = actors.person_at(name.start, name.end)
                if person is not None:
                    span = Span(name.start, name.end)
                    actors.sides.setdefault(person, actors.delegations[delegation].represents)
                    yield Member(
                        person, delegation, "member", span, reading.sentence, "heading-implied", "fact", "asserted"
                    )


def _prose(sentence: Sentence) -> bool:
    root = sentence.span.root
    return root.tag_ in ("VBD", "VBZ", "VBP") or any(
        c.tag_ in ("MD", "VBD", "VBZ", "VBP") and c.dep_ in ("aux", "auxpass") for c in root.children
    )


def _team(actors: Actors, token: Token | None, sentence: Sentence) -> Key | None:
    if token is None or token.lemma_.lower() not in ("delegation", "team"):
        return None
    reference = actors.resolve(token, sentence)
    return next((k for k in reference.keys if k in actors.delegations), None) if reference else None


def _included(actors: Actors, sentence: Sentence, verb: Token) -> Iterator[Member]:
    """ "The delegation will include representatives from A, B and C"."""
    team = _team(actors, child(verb, "nsubj"), sentence) if verb.lemma_ in _INCLUDE else None
    if team is None:
        return
    expected = modal(verb) in ("will", "would", "shall")
    standing: Standing = "expected" if expected else "asserted"
    modality: Modality = "expectation" if expected else "fact"
    for first in children(verb, "dobj"):
        for member in conjuncts(first):
            person = actors.person_at(start_of(member), end_of(member))
            if person is not None:
                yield Member(person, team, "member", Span(*extent([member])), sentence, "explicit", modality, standing)
                continue
            for key, span in _represented(actors, sentence, member, verb):
                actors.sides.setdefault(key, actors.delegations[team].represents)
                yield Member(key, team, "member", span, sentence, "explicit", modality, standing)


def _represented(actors: Actors, sentence: Sentence, noun: Token, verb: Token) -> Iterator[tuple[Key, Span]]:
    """Unnamed members: one for each body that "representatives from A, B and C" lists."""
    if noun.lemma_.lower() not in (
        "representative",
        "official",
        "member",
        "expert",
        "adviser",
        "advisor",
        "diplomat",
        "officer",
    ):
        return
    prep = next((c for c in children(noun, "prep") if c.lower_ in ("from", "of")), None)
    first = child(prep, "pobj") if prep is not None else None
    if first is None:
        yield actors.unnamed(noun), Span(*extent([noun.left_edge, noun]))
        return
    bodies = conjuncts(first)
    # A parser often hangs the later items of such a list on the verb: take them by their commas.
    loose = [
        t
        for t in verb.children
        if t.i > first.i
        and t.dep_ in ("npadvmod", "conj", "dobj", "appos", "dep", "attr")
        and t.pos_ in ("NOUN", "PROPN")
    ]
    for extra in loose:
        bodies += [t for t in conjuncts(extra) if t not in bodies]
    for body in sorted(bodies, key=lambda t: t.i):
        start, end = extent(own_words(body))
        modifiers = actors.modifiers(body)
        organization = actors.organization(start, end, modifiers[0] if modifiers else None)
        key = actors.representatives(noun.text, organization)
        span_start = start_of(noun) if body == bodies[0] else start
        yield key, Span(span_start, end)


def _led(actors: Actors, sentence: Sentence, verb: Token) -> Iterator[Member]:
    """ "The delegation is led by X", "X, who heads the delegation", "delegation headed by X"."""
    if verb.lemma_ not in _LEAD:
        return
    by = agent_of(verb)
    if by is not None:
        team_noun = (
            child(verb, "nsubjpass") if passive(verb) else (verb.head if verb.dep_ in ("acl", "relcl") else None)
        )
        leader = by
    else:
        team_noun, leader_noun = child(verb, "dobj"), subject_of(verb)
        if leader_noun is None:
            return
        leader = leader_noun
    team = _team(actors, team_noun, sentence)
    reference = actors.resolve(leader, sentence)
    if team is None or reference is None or not str(reference.keys[0]).startswith("person/"):
        return
    expected = modal(verb) in ("will", "would")
    span = Span(*extent([t for t in (leader, verb, team_noun) if t is not None]))
    actors.sides.setdefault(reference.keys[0], actors.delegations[team].represents)
    yield Member(
        reference.keys[0],
        team,
        "head",
        span,
        sentence,
        "explicit",
        "expectation" if expected else "fact",
        "expected" if expected else "asserted",
    )


def find_attendees(actors: Actors) -> Iterator[Attendee]:
    """ "X will be in attendance", "Y joined the talks as an observer", "Z mediated the talks"."""
    for sentence in actors.article.sentences:
        for verb in sentence.span:
            if verb.pos_ not in ("VERB", "AUX") or negated(verb):
                continue
            capacity = _capacity(verb)
            subject = child(verb, "nsubj")
            if capacity is None or subject is None:
                continue
            expected = modal(verb) in ("will", "would", "may", "might", "could", "should")
            for one in conjuncts(subject):
                keys = actors.attendee(one, sentence)
                span = Span(*extent(own_words(one)))
                for key in keys:
                    yield Attendee(
                        key,
                        span,
                        sentence,
                        capacity,
                        "expectation" if expected else "fact",
                        "expected" if expected else "asserted",
                    )


def _capacity(verb: Token) -> Capacity | None:
    tail = " ".join(t.lower_ for t in verb.subtree if t.i > verb.i)
    event = any(
        w in tail
        for w in (
            "talks",
            "meeting",
            "summit",
            "conference",
            "negotiations",
            "round",
            "session",
            "congress",
            "consultations",
        )
    )
    if verb.lemma_ == "be" and ("in attendance" in tail or tail.startswith("present at")):
        return "attendee"
    if (verb.lemma_ in _ATTEND and event) or (verb.lemma_ == "take" and "part in" in tail and event):
        as_observer = "as an observer" in tail or "as observers" in tail
        return "observer" if as_observer else _CAPACITIES.get(verb.lemma_, "attendee")
    return None
