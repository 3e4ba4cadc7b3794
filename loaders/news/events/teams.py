"""Delegations and who is in them: rosters under a heading, "included", "a member of"; heads are for :mod:`.heads`."""

from __future__ import annotations

from collections.abc import Iterator

from ....graph.records import Key, Span
from ..cast.actors import Actors
from ..language.annotation import Sentence, end_of, extent, start_of
from ..language.parse import Token
from ..language.syntax import child, children, conjuncts, finite, modal, negated, own_words, subject_of
from ..lexicons.word_lists import wordset
from ..names.readings import Reading
from ..posts.dismissals import dismissed
from ..posts.title_held import Role
from ..text.segments import is_roster_heading
from .delegations import Member, prospect, team_of
from .heads import counterparts, find_heads, heads_by_verb, heads_told
from .labelled_lists import listed_members
from .participants import sides_named, taking_part


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
    led: dict[tuple[Key, Key], Key] = {}
    gone = dismissed(actors)
    found = list(_members(actors, roles))
    found += counterparts(actors, {m.member for m in found if m.role == "head"})
    for member in (m for m in found if m.role != "head" or m.member not in gone):
        place = (member.member, actors.delegations[member.delegation].represents)
        if member.role != "head" or led.setdefault(place, member.delegation) == member.delegation:
            yield member  # who heads the delegation heads no team beside it


def _members(actors: Actors, roles: tuple[Role, ...]) -> Iterator[Member]:
    yield from _rosters(actors)
    yield from listed_members(actors)
    yield from find_heads(actors, roles)
    for sentence in actors.article.sentences:
        if sentence.segment.kind in ("heading", "roster", "list-header"):
            continue
        for verb in sentence.span:
            if verb.pos_ in ("VERB", "AUX") and not negated(verb):
                yield from _included(actors, sentence, verb)
                yield from heads_by_verb(actors, sentence, verb)
        yield from heads_told(actors, sentence)
        yield from _of_team(actors, sentence)


# ---------------------------------------------------------------------- lists under a heading


def _rosters(actors: Actors) -> Iterator[Member]:
    listed: dict[int | None, list[Reading]] = {}
    for reading in actors.readings:
        if reading.sentence.segment.kind in ("roster", "paragraph", "bullet"):
            listed.setdefault(reading.sentence.segment.heading, []).append(reading)
    for delegation, heading in delegation_headings(actors):
        for reading in listed.get(heading, ()):
            if reading.sentence.segment.kind == "paragraph" and finite(reading.sentence.span.root):
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


# ---------------------------------------------------------------------- sentences


def _included(actors: Actors, sentence: Sentence, verb: Token) -> Iterator[Member]:
    """ "The delegation will include representatives from A, B and C"."""
    included = verb.lemma_ in wordset("teams", "include")
    subject = child(verb, "nsubj")
    if subject is None and verb.dep_ == "conj":  # "was led by X and included Y"
        subject = child(verb.head, "nsubj", "nsubjpass")
    if verb.dep_ in ("acl", "relcl") and (subject is None or subject.lower_ in ("which", "that")):
        subject = verb.head
    team = team_of(actors, subject, sentence) if included else None
    if team is None:
        return
    modality, standing = prospect(modal(verb) in ("will", "would", "shall"))
    listed = [o for p in children(verb, "prep") if p.lower_ == "of" for o in children(p, "pobj")]
    for member in (one for first in (*children(verb, "dobj"), *listed) for one in conjuncts(first)):
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


def _of_team(actors: Actors, sentence: Sentence) -> Iterator[Member]:
    """ "X, a member of the A delegation", "Among the A delegates is X", "X sits on the A team"."""
    for noun in sentence.span:
        if noun.lower_ in ("member", "members"):
            held = [o for p in children(noun, "prep") if p.lower_ == "of" for o in children(p, "pobj")]
            team = next((t for o in held if (t := team_of(actors, o, sentence)) is not None), None)
            who = _who(actors, noun, sentence)
        elif noun.lemma_.lower() in wordset("teams", "teams") and noun.dep_ == "pobj" and noun.head.lower_ == "on":
            verb = noun.head.head
            team = team_of(actors, noun, sentence) if verb.lemma_ in ("sit", "serve", "be") else None
            subject = subject_of(verb)
            who = taking_part(actors, subject, sentence) if team and subject is not None else ()
        elif noun.lemma_.lower() in wordset("teams", "spokesmen") and noun.dep_ in ("appos", "attr"):
            held = [o for p in children(noun, "prep") if p.lower_ in ("for", "of") for o in children(p, "pobj")]
            teams = (team_of(actors, o, sentence) for o in (*children(noun, "poss"), *held))
            team = next((t for t in teams if t is not None), None)
            who = _who(actors, noun, sentence)
        elif noun.lower_ == "among" and noun.head.lemma_ == "be":
            held = [o for o in children(noun, "pobj") if o.lemma_.lower() in wordset("teams", "delegates")]
            sides = [actors.known(m) for o in held for m in sides_named(actors, o)]
            team = actors.delegation(sides[0]) if sides else None
            who = taking_part(actors, child(noun.head, "nsubj", "attr"), sentence) if team else ()
        elif noun.lower_ == "including" and noun.head.lemma_.lower() in wordset("teams", "teams"):
            team = team_of(actors, noun.head, sentence)
            who = tuple(k for o in children(noun, "pobj") for k in taking_part(actors, o, sentence))
        else:
            continue
        if team is not None:
            yield from _named_members(actors, noun, who, team, sentence)


def _named_members(
    actors: Actors, noun: Token, people: tuple[Key, ...], team: Key, sentence: Sentence
) -> Iterator[Member]:
    """A membership for every person, from the words of the team to the name."""
    for person in people:
        if person.startswith("person/"):
            actors.sides.setdefault(person, actors.delegations[team].represents)
            named = [t for t in sentence.span if actors.names.touching(*extent([t])) == person]
            yield Member(person, team, "member", Span(*extent([noun, *named])), "explicit", "fact", "asserted")


def _who(actors: Actors, noun: Token, sentence: Sentence) -> tuple[Key, ...]:
    """Who is a member: "X, a member of ...", "X is a member of ...", "members of ... are X and Y"."""
    if noun.dep_ == "appos":
        person = actors.person_at(*extent([noun.head]))
        return (person,) if person is not None else ()
    if noun.dep_ == "attr":
        return taking_part(actors, subject_of(noun.head), sentence)
    if noun.dep_ in ("nsubj", "nsubjpass") and noun.head.lemma_ in ("be", "include"):
        return taking_part(actors, child(noun.head, "attr", "dobj"), sentence)
    return ()
