"""Mediators, hosts, observers and guests whose words name no event of their own: they belong to the leading one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ....graph.records import Capacity, Key, Span, Standing
from ..cast.actors import Actors
from ..cast.parties import is_bystander
from ..language.annotation import Sentence, end_of, extent
from ..language.parse import Token
from ..language.syntax import child, children, conjuncts, own_words
from ..lexicons.word_lists import lexicon, wordset
from ..posts.title_held import Role
from ..standing.assess import Standings
from .details import FoundEvent, Part
from .labelled_lists import listed_parts
from .outlook import outlook
from .participants import sides_named, subject_above, taking_part
from .presence import chaired, fronted, thanked
from .roles import called_as, capacity_of, parts
from .stated_parts import stated_parts

_ALONE = frozenset({"chair", "host", "mediate", "preside"})
"""What somebody does between the sides without a word for what it is done at."""
_JOINTLY = frozenset({"both", "jointly", "together"})
_ENVOY = re.compile(r"\b(?:(?:special|personal) (?:envoy|representative)|(?:peace|chief) envoy)\b", re.IGNORECASE)
_MEDIATES = re.compile(r"\b(?:mediator|facilitator|go-between)\b", re.IGNORECASE)


def find_attendees(
    actors: Actors, standings: Standings, roles: Iterable[Role], events: Iterable[FoundEvent]
) -> list[Part]:
    """Who was there beside those whom the events have already."""
    known = {(p.agent, p.sentence.number) for e in events for p in e.others}
    parties = {key for e in events for key in e.attendees}
    found = [*_by_title(actors, roles), *listed_parts(actors), *_by_words(actors, standings)]
    kept = [p for p in found if (p.agent, p.sentence.number) not in known and p.agent not in parties]
    mediators = {p.agent for e in events for p in e.others if p.capacity == "mediator"}
    kept = [p for p in kept if not (p.agent.startswith("unnamed/unnamed-") and p.capacity == "attendee")]
    return [p for p in kept if not (p.capacity == "mediator" and p.agent in mediators)]


def _by_title(actors: Actors, roles: Iterable[Role]) -> Iterator[Part]:
    """ "the lead mediator, X"."""
    for role in roles:
        body = actors.party_of(role.organization) if role.organization is not None else None
        envoy = (
            body is not None and is_bystander(actors, actors.pair, body, unions=True) and _ENVOY.search(role.title.name)
        )
        if role.tenure == "current" and (envoy or _MEDIATES.search(role.title.name)):
            yield Part(role.person, "mediator", role.span, "asserted", actors.article.sentences[role.sentence])


def _by_words(actors: Actors, standings: Standings) -> Iterator[Part]:
    for sentence in actors.article.sentences:
        if sentence.segment.kind in ("roster", "list-header"):
            continue
        yield from fronted(actors, sentence)
        for token in sentence.span:
            if token.pos_ in ("VERB", "AUX"):
                yield from _by_verb(actors, standings, sentence, token)
            elif token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in wordset("teams", "mediators"):
                yield from _by_noun(actors, sentence, token)
            elif token.lower_ == "invitation" and _tells_event(" ".join(t.lower_ for t in sentence.span)):
                yield from _inviting(actors, sentence, token)


def _by_verb(actors: Actors, standings: Standings, sentence: Sentence, verb: Token) -> Iterator[Part]:
    stated = list(stated_parts(actors, standings, sentence, verb))
    if stated:
        yield from stated
        return
    if (by := chaired(actors, sentence, verb)) is not None:
        yield from parts(actors, sentence, by[1], by[0])
        return
    if verb.lemma_ in wordset("teams", "thank"):
        yield from thanked(actors, sentence, verb)
        return
    if verb.lemma_ == "negotiate" and verb.tag_ == "VBG" and any(p.lower_ == "for" for p in children(verb, "prep")):
        yield from _negotiating(actors, sentence, verb)
        return
    if verb.lemma_ == "join":
        yield from _joining(actors, sentence, verb)
    if verb.lemma_ == "represent":
        yield from _guests(actors, sentence, verb)
        return
    capacity = _capacity(verb)
    if capacity is None:
        return
    subject, how = subject_above(verb), outlook(standings, verb, sentence)
    if verb.lemma_ == "be" and subject is None:
        subject = child(verb, "attr")
    if subject is None or how in ("none", "denied", "cancelled"):
        return
    if verb.dep_ == "relcl" and {c.lower_ for c in children(verb, "advmod", "det", "preconj")} & _JOINTLY:
        while subject.dep_ == "conj":  # "A and B, which mediated jointly"
            subject = subject.head
    possible = verb.lemma_ == "be" or capacity in ("attendee", "observer")
    if (how == "wished" and not possible) or (capacity == "mediator" and _is_between_others(actors, sentence, verb)):
        return
    standing: Standing = "asserted" if how == "told" else "expected"
    yield from parts(actors, sentence, subject, capacity, standing)


def _is_between_others(actors: Actors, sentence: Sentence, verb: Token) -> bool:
    """True for "mediates between A and B" in an article on the talks of others, of A with C."""
    preps = [p for above in (verb, *children(verb, "dobj")) for p in children(above, "prep") if p.lower_ == "between"]
    named = [o for p in preps for one in children(p, "pobj") for o in conjuncts(one)]
    sides = set(actors.parties(k for one in named for k in taking_part(actors, one, sentence)))
    return len(sides) > 1 and len(actors.pair) == 2 and not set(actors.pair) <= sides


def _negotiating(actors: Actors, sentence: Sentence, verb: Token) -> Iterator[Part]:
    """ "X, negotiating for A, said"."""
    who = verb.head if verb.dep_ == "acl" else subject_above(verb)
    for key in taking_part(actors, who, sentence):
        if key.startswith("person/") and who is not None:
            yield Part(key, "party", Span(*extent(own_words(who))), "asserted", sentence)


def _joining(actors: Actors, sentence: Sentence, verb: Token) -> Iterator[Part]:
    """The states in "representatives of A and B are joining envoys from C and D"."""
    envoys = wordset("actors", "envoys")
    nouns = [noun for noun in (subject_above(verb), *children(verb, "dobj")) if noun is not None]
    if len(nouns) < 2 or not all(noun.lemma_.lower() in envoys for noun in nouns):
        return
    for noun in nouns:
        start, end = extent(noun.subtree)
        for mention in actors.readings[sentence.number].mentions:
            if start <= mention.start < end and mention.entry.kind != "outlet":
                yield Part(actors.known(mention), "attendee", Span(mention.start, mention.end), "asserted", sentence)


def _guests(actors: Actors, sentence: Sentence, verb: Token) -> Iterator[Part]:
    """ "A, represented only by its ambassador, X": who came for somebody that is none of the two sides."""
    whom = child(verb, "nsubjpass", "nsubj") or (verb.head if verb.dep_ in ("acl", "relcl") else None)
    by = [o for p in children(verb, "prep", "agent") if p.lower_ == "by" for o in children(p, "pobj")]
    sides = taking_part(actors, whom, sentence)
    if len(actors.pair) != 2 or len(sides) != 1 or actors.party_of(sides[0]) in actors.pair or not by:
        return
    person = actors.names.following(end_of(by[0]))
    near = next((p for start, _, p in person if start < sentence.end and start - end_of(by[0]) < 40), None)
    who = [k for k in taking_part(actors, by[0], sentence) if k.startswith("person/")]
    for key in who or [k for k in (near,) if k is not None]:
        if sides[0].startswith(("state/", "organization/")):
            yield Part(key, "attendee", Span(*extent([verb, by[0]])), "asserted", sentence)


def _capacity(verb: Token) -> Capacity | None:
    """What somebody is who "will be in attendance", "took part as an observer", "chaired the sessions"."""
    behind = (c for o in children(verb, "dobj") for c in o.subtree if c.dep_ == "relcl")
    aside = {t.i for c in behind for t in c.subtree}  # "will host the board of a fund, which held its meeting in X"
    tail = " ".join(t.lower_ for t in verb.subtree if t.i > verb.i and t.i not in aside)
    if verb.lemma_ == "be":
        there = "in attendance" in tail or tail.startswith("present at") or verb.doc[verb.i - 1].lower_ == "present"
        return "attendee" if there else None
    if verb.lemma_ == "take" and "part" in tail.split()[:2]:
        return called_as(verb) or "attendee" if "part in" in tail and _tells_event(tail) else None
    capacity = capacity_of(verb)
    if capacity in ("mediator", "host") and not children(verb, "dobj"):
        return capacity if verb.tag_ in ("VBG", "VBZ", "VBD") and verb.lemma_ in _ALONE else None
    return capacity if capacity is not None and _tells_event(tail) else None


def _tells_event(tail: str) -> bool:
    return any(word.rstrip("s") in tail for word in wordset("teams", "events"))


def _inviting(actors: Actors, sentence: Sentence, noun: Token) -> Iterator[Part]:
    """The state or body in "A's invitation", where talks are told of."""
    for owner in children(noun, "poss"):
        for key in taking_part(actors, owner, sentence):
            if key.startswith(("state/", "organization/")):
                yield Part(key, "host", Span(*extent([*owner.subtree, noun])), "asserted", sentence)


def _by_noun(actors: Actors, sentence: Sentence, noun: Token) -> Iterator[Part]:
    """ "Qatari and Egyptian mediators", "mediators from Oman", "the host, Uganda", "X, the mediator"."""
    capacities: dict[str, Capacity] = lexicon("teams")["roles"]
    capacity = capacities.get(noun.lemma_.lower(), "mediator")
    label = (
        sentence.segment.kind == "name" and capacity == "host"
    )  # "HOST (NAME):", by which a transcript names speakers
    if noun.lemma_.lower() == "mediation" or noun.lower_ == "broker" or label:
        return
    words = " ".join(t.lower_ for t in sentence.span)
    if noun.lemma_.lower() == "observer" and not (_tells_event(words) or "present" in words or "attend" in words):
        return  # "the A observers along the border"
    span = Span(*extent(own_words(noun)))
    agents: list[Key] = [actors.known(m) for m in sides_named(actors, noun)] if capacity != "host" else []
    beside = [noun.head] if noun.dep_ in ("appos", "compound") else children(noun, "appos")
    if not agents:
        agents = [key for one in beside for key in taking_part(actors, one, sentence)]
        agents = [key for key in agents if key.startswith(("person/", "state/", "organization/"))]
        span = Span(*extent([noun, *beside])) if agents else span
    for agent in dict.fromkeys(agents):
        yield Part(agent, capacity, span, "asserted", sentence)
