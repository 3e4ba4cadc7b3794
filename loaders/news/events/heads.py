"""Who leads a delegation or came for a side: "chief negotiator X", "led by X", "represented by X"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from ....graph.records import DelegationRole, Key, Span
from ..cast.actors import Actors
from ..language.annotation import Sentence, end_of, extent
from ..language.parse import Token
from ..language.syntax import agent_of, child, modal, passive, subject_of
from ..lexicons.word_lists import wordset
from ..posts.leaders import is_goal
from ..posts.title_held import Role
from .delegations import Member, prospect, team_of
from .participants import owners, sides_named, taking_part
from .sides import two_sided

_CHIEF = re.compile(r"\b(?:chief|lead|head|top)\b.*\b(?:negotiator|delegate)\b", re.IGNORECASE)
_BY_TOO = re.compile(r"(?:\band|\bwhile|;|,) (?P<side>(?:the |that of |those of )?[^,;.:]{2,50}?) by\b")
_LED_BY = re.compile(r"\b((?:led|headed|chaired) by)\b")


def find_heads(actors: Actors, roles: tuple[Role, ...]) -> Iterator[Member]:
    """Heads of delegations by their titles."""
    for role in roles:
        head = _head(actors, role) if role.heads_delegation else _chief(actors, role)
        if head is not None:
            yield head


def heads_told(actors: Actors, sentence: Sentence) -> Iterator[Member]:
    """Heads of delegations, and those who came for a side, by the words of a sentence."""
    yield from _chiefs(actors, sentence)
    yield from _led_by(actors, sentence)
    yield from _gapped(actors, sentence)


def heads_by_verb(actors: Actors, sentence: Sentence, verb: Token) -> Iterator[Member]:
    """The same by a verb."""
    yield from _led(actors, sentence, verb)
    yield from _represents(actors, sentence, verb)


def _head(actors: Actors, role: Role) -> Member | None:
    """Somebody whose title is "head of the X delegation"."""
    sentence = actors.article.sentences[role.sentence]
    organization = actors.agents[role.organization] if role.organization is not None else None
    party: Key | None
    if organization is None:
        party = actors.section_party(sentence)
    elif organization.label.lower() in wordset("teams", "teams"):  # "the head of its team"
        tokens = (t for t in sentence.span if t.lower_ == organization.label.lower())
        owned = (k for t in tokens for k in owners(actors, t, sentence))
        party = next(owned, None) or actors.section_party(sentence) or actors.sides.get(role.person)
    else:
        own = organization.side if organization.kind == "organization" else None
        party = own or actors.party_of(organization.key)
    if party is None:
        return None
    team = actors.delegation(party)
    return Member(role.person, team, "head", role.span, "explicit", "fact", "asserted", titled=True)


def _chief(actors: Actors, role: Role) -> Member | None:
    """Somebody whose title is "chief negotiator", on a side that is known."""
    if role.tenure != "current" or not _CHIEF.search(role.title.name):
        return None
    party = actors.party_of(role.organization) if role.organization else None
    if party is None or (not party.startswith("state/") and party in actors.sides.values()):
        party = party or actors.sides.get(role.person)
    if party is None or party.startswith("unnamed/") or not _leads_at_talks(actors, party):
        return None
    team = actors.delegation(party)
    return Member(role.person, team, "head", role.span, "explicit", "fact", "asserted", titled=True)


def _leads_at_talks(actors: Actors, side: Key) -> bool:
    """True for the chief negotiator of one of those whose talks the article tells of; at others' he may lead none."""
    return two_sided(actors) or side in actors.told_pair


def counterparts(actors: Actors, heads: Container[Key]) -> Iterator[Member]:
    """The heads of other sides, by words for the one before: "His A counterpart, X", after a head of a delegation."""
    for sentence in actors.article.sentences:
        for noun in (t for t in sentence.span if t.lower_ == "counterpart"):
            whose = [key for key in owners(actors, noun, sentence) if key in heads]
            people = [k for k in taking_part(actors, noun, sentence) if k.startswith("person/")]
            sides = [actors.party_of(actors.known(m)) for m in sides_named(actors, noun)]
            known = len(people) == len(sides) == 1 and _leads_at_talks(actors, sides[0])
            if whose and known and people[0] not in heads:
                actors.sides.setdefault(people[0], sides[0])
                span = Span(*extent([noun.left_edge, noun]))
                yield Member(people[0], actors.delegation(sides[0]), "head", span, "explicit", "fact", "asserted")


def _chiefs(actors: Actors, sentence: Sentence) -> Iterator[Member]:
    """ "A’s chief negotiator, Gen. X", "X, their lead negotiator"."""
    for noun in sentence.span:
        if (
            not noun.i
            or noun.lower_ not in ("negotiator", "delegate")
            or noun.nbor(-1).lower_
            not in (
                "chief",
                "lead",
                "head",
                "top",
            )
        ):
            continue
        former = any(c.lower_ in ("former", "ex", "then") for c in noun.children)
        people = [k for k in taking_part(actors, noun, sentence) if k.startswith("person/")]
        if not people:  # the name stands right behind it
            near = next(actors.names.following(end_of(noun)), None)
            between = actors.article.text[end_of(noun) : near[0]] if near else "-" * 9
            people = [near[2]] if near and re.fullmatch(r",?\s+(?:[A-Z][\w.]{0,6}\s+){0,2}", between) else []
        if not people and noun.dep_ == "appos" and (person := actors.person_at(*extent([noun.head]))):
            people = [person]
        sides = [actors.known(m) for m in sides_named(actors, noun)] or list(owners(actors, noun, sentence))
        sides += [actors.sides[p] for p in people if p in actors.sides]
        sides = [k for k in sides if not k.startswith(("person/", "unnamed/"))]
        if people and sides and not former and _leads_at_talks(actors, actors.party_of(sides[0])):
            span = Span(*extent([noun.left_edge, noun]))
            actors.sides.setdefault(people[0], actors.party_of(sides[0]))
            yield Member(
                people[0], actors.delegation(sides[0]), "head", span, "explicit", "fact", "asserted", titled=True
            )


def _led(actors: Actors, sentence: Sentence, verb: Token) -> Iterator[Member]:
    """ "The delegation is led by X", "X, who heads the delegation", "delegation headed by X"."""
    if verb.lemma_ not in wordset("teams", "lead") or _is_bygone(verb):
        return
    leader, led = agent_of(verb), child(verb, "dobj")
    if leader is None:
        leader = subject_of(verb)
    else:
        led = child(verb, "nsubjpass") if passive(verb) else verb.head if verb.dep_ in ("acl", "relcl") else None
    if leader is None:
        return
    person = next(iter(actors.resolve(leader, sentence)), None)
    if leader.lower_ == "who" and (person is None or not person.startswith("person/")):  # "X, an aide, who led ..."
        named = verb.head.head if verb.head.dep_ == "appos" else verb.head
        person = actors.person_at(*extent([named])) or person
    team = team_of(actors, led, sentence, person)
    if team is None or person is None or not person.startswith("person/"):
        return
    other = {actors.party_of(person), actors.delegations[team].represents}
    if len(other) == 2 and other == set(actors.pair):
        return  # "the delegations, led by A and B": nobody leads the other side's
    modality, standing = prospect(modal(verb) in ("will", "would"))
    span = Span(*extent(t for t in (leader, verb, led) if t is not None))
    actors.sides.setdefault(person, actors.delegations[team].represents)
    yield Member(person, team, "head", span, "explicit", modality, standing)


def _is_bygone(verb: Token) -> bool:
    """True for "once led", "led until May", "had led": not at the talks of the article; "said that X had led" is."""
    if any(c.lower_ in wordset("teams", "bygone") for c in verb.children):
        return True
    had = any(c.dep_ == "aux" and c.lower_ in ("had", "'d", "’d") for c in verb.children)
    return had and not any(t.dep_ == "ccomp" for t in (verb, *verb.ancestors))


def _led_by(actors: Actors, sentence: Sentence) -> Iterator[Member]:
    """ "the delegations of A, headed by X, and of B, headed by Y", "the delegations, led by X and Y"."""
    text = actors.article.text
    for match in _LED_BY.finditer(text, sentence.start, sentence.end):
        before = text[sentence.start : match.start()]
        if not re.search(r"\b(?:delegations?|teams?|sides?|negotiators|delegates)\b", before):
            continue
        people = _people_after(actors, match.end(), sentence.end)
        near = [m for m in actors.readings[sentence.number].mentions if match.start() - 60 < m.start < match.start()]
        named = [m for m in near if m.entry.kind != "outlet" and not is_goal(text, m)]
        sides = [actors.known(m) for m in named[-1:] if len(people) == 1]
        for person, start, end in people:
            party = sides[0] if sides else actors.sides.get(person)
            if party is not None:
                actors.sides.setdefault(person, actors.party_of(party))
                span = Span(match.start(1) if person == people[0][0] else start, end)
                yield Member(person, actors.delegation(party), "head", span, "explicit", "fact", "asserted")


def _gapped(actors: Actors, sentence: Sentence) -> Iterator[Member]:
    """The second in "The A side was led by X, and the B side by Y"."""
    text = actors.article.text
    led = _LED_BY.search(text, sentence.start, sentence.end)
    for match in _BY_TOO.finditer(text, led.end(), sentence.end) if led is not None else ():
        near = [m for m in actors.readings[sentence.number].mentions if match.start() <= m.start < match.end()]
        sides = [actors.known(m) for m in near if m.entry.kind != "outlet"]
        for person, _, end in _people_after(actors, match.end(), sentence.end)[:1]:
            if len(sides) == 1:
                actors.sides.setdefault(person, actors.party_of(sides[0]))
                span = Span(match.start("side"), end)
                yield Member(person, actors.delegation(sides[0]), "head", span, "explicit", "fact", "asserted")


def _people_after(actors: Actors, offset: int, limit: int) -> list[tuple[Key, int, int]]:
    """The person named next, behind titles, and the one after "and"."""
    found: list[tuple[Key, int, int]] = []
    for start, end, person in actors.names.following(offset):
        between = actors.article.text[offset:start]
        if start >= limit or len(between) > 70 or (found and not re.match(r",? and\b", between)):
            break
        if re.search(r"[.;:]\s|\b(?:and|who|which|met)\b", between[4:] if found else between):
            break
        found.append((person, start, end))
        offset = end
        if len(found) == 2:
            break
    return found


def _represents(actors: Actors, sentence: Sentence, verb: Token) -> Iterator[Member]:
    """ "A was represented by X", "X represented A": X is who came for A."""
    if verb.lemma_ != "represent":
        return
    who = agent_of(verb)
    whom = (child(verb, "nsubjpass") or (verb.head if verb.dep_ in ("acl", "relcl") else None)) if who else None
    if who is None:
        who, whom = subject_of(verb), child(verb, "dobj")
    if who is None or whom is None:
        return
    people = [k for k in taking_part(actors, who, sentence) if k.startswith("person/")]
    sides = [k for k in taking_part(actors, whom, sentence) if k.startswith(("state/", "organization/"))]
    if not people or len(sides) != 1 or (child(verb, "nsubjpass") is None and verb.tag_ == "VBG"):
        return
    if actors.pair and actors.party_of(sides[0]) not in actors.pair:
        return  # who came for somebody else is a guest
    modality, standing = prospect(modal(verb) in ("will", "would"))
    for person in people:
        actors.sides.setdefault(person, actors.party_of(sides[0]))
        role: DelegationRole = "head" if len(people) == 1 else "member"
        span = Span(*extent([whom, verb, who]))
        yield Member(person, actors.delegation(sides[0]), role, span, "explicit", modality, standing)
