"""Posts told by somebody else's: "his X counterpart", "her predecessor", and the leader that a readout leaves bare."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ....graph.records import Key, Span, Tenure
from ..cast.actors import Actors
from ..language.annotation import end_of, start_of
from ..lexicons.word_lists import wordset
from ..names.gazetteer import Mention
from ..names.offices import offices
from ..names.title_grammar import Title
from .title_held import Role

_IN_PLACE = re.compile(r"\bin (?:his|her|their) (?:place|stead)\b")
AFTER: dict[str, Tenure] = {"successor": "current", "predecessor": "former"}


def as_pairs(actors: Actors, roles: list[Role]) -> list[Role]:
    """ "The presidents of A and B, X and Y", "the A and B ministers, X and Y": each of one state, in their order.

    Where names and states are not equally many, nobody's state is known.
    """
    groups: dict[tuple[int, int], list[Role]] = {}
    for role in roles:
        if role.title.plural:
            groups.setdefault((role.sentence, role.title.start), []).append(role)
    result: list[Role] = []
    for role in roles:
        states = _states_of(actors, role) if role.title.plural else []
        if len(states) > 1:
            group = groups[role.sentence, role.title.start]
            paired = len(states) == len(group) and _ends_on_and(actors, group)
            mention = states[group.index(role)] if paired else None
            title = replace(role.title, mention=mention, organization=None)
            role = replace(role, title=title, organization=actors.known(mention) if mention else None)
        result.append(role)
    return result


def _ends_on_and(actors: Actors, group: Sequence[Role]) -> bool:
    """True when "and" stands before the last name: all names of the list are known then."""
    return " and " in actors.article.text[group[-2].span.end : group[-1].span.end]


def _states_of(actors: Actors, role: Role) -> list[Mention]:
    """The states that a title of several people names, and those that "and" joins to it before."""
    text, title = actors.article.text, role.title
    first, last = title.start, title.organization[1] if title.organization else title.end
    found = [m for m in actors.readings[role.sentence].mentions if m.entry.kind == "state" and m.start < last]
    inside = [m for m in found if m.start >= first]
    for mention in reversed([m for m in found if m.start < first]):
        if not inside or text[mention.end : first].strip() not in ("and", ",", ", and"):
            break
        inside.insert(0, mention)
        first = mention.start
    return inside


def as_counterparts(actors: Actors, roles: list[Role]) -> list[Role]:
    """The counterparts in "A's minister X and his B, C and D counterparts, Y, Z and W" hold X's title, one a state.

    Without a holder before them, in the sentence or just before it, they hold none.
    """
    result: list[Role] = []
    previous: Role | None = None
    for role in roles:
        if role.title.head != "counterpart":
            if role.title.head not in offices().ranks:
                previous = role
            result.append(role)
        elif previous is not None and _is_like(previous, role):
            result.append(_as_counterpart(actors, role, previous, roles))
    return result


def _is_like(model: Role, role: Role) -> bool:
    """True when a counterpart is one of the holder before: in the same sentence, or of an office of states."""
    known = set(model.title.head.split()) & wordset("offices", "of_states")
    near = role.sentence - model.sentence
    return not near or (near <= 3 and bool(known))


def _as_counterpart(actors: Actors, role: Role, model: Role, roles: list[Role]) -> Role:
    group = [r for r in roles if r.title.head == "counterpart" and r.sentence == role.sentence]
    nearby = [m for m in actors.readings[role.sentence].mentions if role.title.start - 60 <= m.start < role.title.end]
    states = [m for m in nearby if m.form == "demonym" and m.start > model.span.end]
    mention: Mention | None = None
    if len(states) in (1, len(group)):
        mention = states[group.index(role) if len(states) == len(group) else 0]
    return replace(
        role,
        title=replace(model.title, mention=mention, organization=None, plural=False),
        organization=actors.known(mention) if mention else None,
        tenure="current",
        rule="counterparts",
    )


def as_opposites(actors: Actors, roles: Sequence[Role]) -> list[Role]:
    """ "A's negotiator, X. His counterpart, Y": of an article on two sides Y is of the other one."""
    result: list[Role] = []
    for role in roles:
        if role.rule == "counterparts" and role.organization is None and len(actors.told_pair) == 2:
            before = [r for r in roles if r.span.start < role.span.start and r.title.head == role.title.head]
            own = {_side_of(actors, r) for r in before[-1:] if r.organization is not None and r.person != role.person}
            left = [side for side in actors.told_pair if side not in own]
            if own and len(left) == 1:
                role = replace(role, organization=left[0], told="inferred")
        result.append(role)
    return result


def _side_of(actors: Actors, role: Role) -> Key | None:
    """The side that a post is of: of the army's, its state."""
    side = actors.party_of(role.organization) if role.organization is not None else None
    entry = actors.gazetteer.entry(side) if side is not None and side in wordset("actors", "armies_of_states") else None
    return Key(f"state/{entry.state}") if entry is not None else side


def as_successors(actors: Actors, roles: list[Role]) -> list[Role]:
    """ "his successor, NAME" holds the post of the person named before; "her predecessor" held it."""
    result: list[Role] = []
    for role in roles:
        tenure = AFTER.get(role.title.head)
        if tenure is None:
            result.append(role)
            continue
        model = _model(actors, role, roles)
        if model is not None:
            title = replace(model.title, plural=False)
            result.append(
                replace(
                    role,
                    title=title,
                    organization=model.organization,
                    tenure=tenure,
                    rule=role.title.head,
                    told="inferred",
                )
            )
    return result


def replacements(actors: Actors, roles: Sequence[Role]) -> list[Role]:
    """The posts of those appointed in somebody's place: "dismissed the minister, X, and appointed Y in his place"."""
    found = []
    for reading in actors.readings:
        place = _IN_PLACE.search(actors.article.text, reading.sentence.start, reading.sentence.end)
        named = [name for name in reading.names if place and name.end <= place.start()]
        held = [r for r in roles if r.sentence == reading.sentence.number and r.title.head not in offices().ranks]
        if place is None or not named:
            continue
        new = actors.person_at(named[-1].start, named[-1].end)
        gone = [r for r in held if r.span.end < named[-1].start and r.person != new]
        if new is None or not gone:
            continue
        between = {word.lower for word in reading.words if gone[-1].span.end <= word.start < named[-1].start}
        if between & wordset("offices", "links", "appointed"):
            span = Span(named[-1].start, place.end())
            told = replace(gone[-1], person=new, span=span, tenure="current", rule="in-place", told="inferred")
            found.append(told)
    return found


def _model(actors: Actors, role: Role, roles: Sequence[Role]) -> Role | None:
    """The post of whoever "his" or the possessive before "successor" means: the nearest one named before."""
    before = [r for r in roles if r.span.start < role.title.start and r.person != role.person]
    own = [r for r in before if r.title.head not in AFTER and r.title.head not in offices().ranks]
    if not own:
        return None
    people = [_subject(actors, role), actors.names.last_before(role.title.start)]
    found = next((r for p in people for r in own if p is not None and r.person == p and r.organization), None)
    return found or own[-1]


def _subject(actors: Actors, role: Role) -> Key | None:
    """The person that leads the sentence of a role, under a name or a post."""
    sentence = actors.article.sentences[role.sentence]
    for token in sentence.span:
        if token.dep_ == "nsubj" and token.pos_ != "PRON" and start_of(token) < role.title.start:
            people = [k for k in actors.resolve(token, sentence) if k.startswith("person/")]
            return people[0] if len(people) == 1 else None
    return None


# ---------------------------------------------------------------------- readouts


def readout_holder(actors: Actors, roles: Sequence[Role]) -> Role | None:
    """The untitled person of a call who holds the one office that the readout names without a holder.

    "NAME spoke with Chancellor of X NAME2. ... The President of Y said": NAME is the President of Y.
    """
    first = next((r for r in actors.readings if r.sentence.segment.kind == "paragraph"), None)
    if first is None:
        return None
    titled = {r.person for r in roles}
    subjects = [t for t in first.sentence.span if t.dep_ == "nsubj" and t.head.dep_ == "ROOT"]
    people = [actors.person_at(start_of(t), end_of(t)) for t in subjects]
    others = [r for r in roles if r.sentence == first.sentence.number and r.organization is not None]
    if len(people) != 1 or people[0] is None or people[0] in titled or not others:
        return None
    taken = {r.organization for r in others}
    offices_named = [(found, number) for number, found in _offices(actors) if actors.known(_state(found)) not in taken]
    if len({(t.head, _state(t).entry.key) for t, _ in offices_named}) != 1:
        return None
    title, number = offices_named[0]
    span = Span(title.start, title.end)
    rule = "untitled-in-readout"
    return Role(people[0], title, span, number, actors.known(_state(title)), "current", rule, inferred=True)


def _state(title: Title) -> Mention:
    assert title.mention is not None
    return title.mention


def _offices(actors: Actors) -> list[tuple[int, Title]]:
    """Offices of states that the text names without a name beside them: "the President of X"."""
    found: list[tuple[int, Title]] = []
    for reading in actors.readings:
        if reading.sentence.segment.kind != "paragraph":
            continue
        n = 0
        while n < len(reading.words):
            read = reading.titles.at(n, len(reading.words)) if reading.words[n].lower == "the" else None
            if read is None:
                n += 1
                continue
            title, n = read
            state = title.mention is not None and title.mention.entry.kind == "state"
            named = any(name.first in (n, n + 1) for name in reading.names)
            held = title.head in wordset("offices", "succeeded") and title.tenure == "current" and not title.plural
            if state and not named and held:
                found.append((reading.sentence.number, title))
    return found
