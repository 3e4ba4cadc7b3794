"""Who holds, held or is to hold which post: titles before names, after them, in brackets, after "is"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from ...graph.records import Key, Span, Standing, Tenure
from .actors import Actors, Reading, slug
from .names import NameMention, fold
from .titles import Title, offices

_FILLERS = frozenset(["who", "is", "was", "has", "been", "serving", "serves", "served", "as", "currently", "now", "also", "the"])
_COPULAS = frozenset({"is", "was", "remains", "became", "becomes"})
_APPOINTED = frozenset({"appointed", "named", "elected", "nominated", "sworn", "chosen"})
_TEAM = re.compile(r"\b(?:delegations?|negotiating team|negotiators|team)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Role:
    """One title of one person at one place in the text."""

    person: Key
    title: Title
    span: Span
    sentence: int
    organization: Key | None
    tenure: Tenure
    rule: str

    @property
    def heads_delegation(self) -> bool:
        """True for "head of the Russian delegation": a place in a delegation, not a post."""
        return self.title.head in offices().leads and self.rule.endswith("delegation")


@dataclass(frozen=True, slots=True)
class Holding:
    """A post of a person with every place that tells of it."""

    key: Key
    person: Key
    name: str
    tenure: Tenure
    organization: Key | None
    standing: Standing
    roles: tuple[Role, ...]


def find_roles(actors: Actors) -> tuple[Role, ...]:
    """Every title of every person, in order; the persons' sides and posts are noted in ``actors``."""
    found: list[Role] = []
    for reading in actors.readings:
        for mention in reading.names:
            for title, rule, span in _titles(actors, reading, mention):
                found.append(_role(actors, reading, mention, title, rule, span))
    found = _as_counterparts(actors, found)
    for role in found:
        actors.posts.setdefault(role.person, []).append(role.title.head)
        side = actors.party_of(role.organization) if role.organization else None
        if side is not None and role.tenure == "current" and actors.agents[side].world:
            actors.sides.setdefault(role.person, side)
    return tuple(found)


def _titles(actors: Actors, reading: Reading, mention: NameMention) -> Iterator[tuple[Title, str, Span]]:
    reader, words = reader_words = reading.reader, reading.words
    del reader_words
    found = reader.before(mention.first)
    if found is not None:
        start, title = found
        adjacent = words[mention.first - 1].text != ","
        if not (
            adjacent
            and title.head in offices().only_after
            and title.end == words[mention.first - 1].end
            and title.organization is None
        ):
            yield title, "title-before-name", Span(title.start, mention.end)
    elif shared := _shared_plural(reading, mention):
        yield shared, "plural-title", Span(mention.start, mention.end)
    yield from _after(reading, mention)


def _shared_plural(reading: Reading, mention: NameMention) -> Title | None:
    """ "Presidents A and B", "foreign ministers A, B and C": the title of the first name is everybody's."""
    words = reading.words
    index = reading.names.index(mention)
    while index > 0:
        before = reading.names[index - 1]
        between = [w.text for w in words[before.last : reading.names[index].first]]
        if not between or any(t not in (",", "and", "&") for t in between):
            return None
        found = reading.reader.before(before.first)
        if found is not None:
            return found[1] if found[1].plural else None
        index -= 1
    return None


def _as_counterparts(actors: Actors, roles: list[Role]) -> list[Role]:
    """"A's minister X and his B, C and D counterparts, Y, Z and W": the counterparts hold X's title, each for a state."""
    result: list[Role] = []
    previous: Role | None = None
    for role in roles:
        if role.title.head != "counterpart":
            previous = role
            result.append(role)
            continue
        if previous is None or previous.sentence != role.sentence:
            continue
        group = [r for r in roles if r.title.head == "counterpart" and r.sentence == role.sentence]
        reading = actors.readings[role.sentence]
        states = [m for m in reading.mentions if m.form == "demonym" and role.title.start - 60 <= m.start < role.title.end and m.start > previous.span.end]
        number = group.index(role)
        mention = states[number] if len(states) == len(group) else (states[0] if len(states) == 1 else None)
        title = replace(previous.title, mention=mention, plural=False)
        result.append(replace(role, title=title, organization=actors.known(mention) if mention else None, tenure="current", rule="counterparts"))
    return result


def _after(reading: Reading, mention: NameMention) -> Iterator[tuple[Title, str, Span]]:
    words, i = reading.words, mention.last
    limit = len(words)
    if i >= limit:
        return
    if words[i].text == "(":
        found = reading.reader.at(i + 1, limit)
        if found and found[1] < limit and words[found[1]].text in (")", ",", ";"):
            yield found[0], "title-in-brackets", Span(mention.start, found[0].end)
        return
    if words[i].lower in _COPULAS or (words[i].lower in ("has", "been") and i + 1 < limit):
        start = i + 1
        while start < limit and (
            words[start].lower in _APPOINTED or words[start].lower in ("been", "as", "also", "now")
        ):
            start += 1
        found = reading.reader.at(start, limit)
        if found and (found[0].determiner in ("the", "") or found[0].mention):
            tenure: Tenure = "former" if words[i].lower == "was" and start == i + 1 else found[0].tenure
            yield replace(found[0], tenure=tenure), "copula", Span(mention.start, found[0].end)
        return
    first = True
    while i < limit and words[i].text in (",", ";", "–", "—", "and"):
        start = i + 1
        while start < limit and words[start].lower in _FILLERS and not reading.reader.at(start, limit):
            start += 1
        found = reading.reader.at(start, limit)
        if found is None:
            return
        title, after = found
        name_follows = any(n.first == after for n in reading.names)
        closes = (
            after >= limit
            or words[after].text in (",", ".", ";", ":", "–", "—", ")", "and", "”", '"')
            or not words[after].capital
        )
        if name_follows or not closes or (words[i].text == "and" and first):
            return
        span_start = mention.start if first else words[i + 1].start
        yield title, "title-after-name", Span(span_start, title.end)
        first = False
        i = after


def _role(actors: Actors, reading: Reading, mention: NameMention, title: Title, rule: str, span: Span) -> Role:
    person = actors.person_at(mention.start, mention.end)
    assert person is not None
    organization: Key | None = None
    if title.organization is not None:
        start, end = title.organization
        if title.head in offices().leads and _TEAM.search(actors.article.text[start:end]):
            rule += ":delegation"
        if actors.person_at(start, end) is None:
            organization = actors.organization(start, end, title.mention)
    elif title.mention is not None:
        organization = actors.known(title.mention)
    party = actors.section_party(reading.sentence)
    if organization is not None and party is not None:
        actors.take_side(organization, party)
    if organization is None:
        implied = offices().implies.get(title.head)
        organization = party or (actors.state(implied) if implied else None)
    return Role(person, title, span, reading.sentence.number, organization, title.tenure, rule)


def holdings(actors: Actors, roles: tuple[Role, ...]) -> tuple[Holding, ...]:
    """Posts: roles of one person that name the same post are one holding."""
    groups: list[list[Role]] = []
    for role in roles:
        if role.heads_delegation:
            continue
        for group in groups:
            if _same_post(actors, group[0], role):
                group.append(role)
                break
        else:
            groups.append([role])
    found = []
    for group in groups:
        best = max(group, key=lambda r: (r.organization is not None, len(r.title.name)))
        name = capitalised(best.title.name, best.title)
        if best.title.mention is not None and best.title.mention.form == "metonym":
            seat = best.title.mention
            name = f"{actors.article.text[seat.start : seat.end]} {name}"
        organization = best.organization
        key = Key(f"holding/{slug(best.person.split('/')[1])}-{slug(name)}-{best.tenure}")
        found.append(Holding(key, best.person, name, best.tenure, organization, "asserted", tuple(group)))
    return tuple({h.key: h for h in reversed(found)}.values())[::-1]


def capitalised(name: str, title: Title) -> str:
    """The title as a label: a plural title of several people in the singular."""
    if not title.plural:
        return name
    plural = next((p for p, h in offices().plurals.items() if h == title.head and name.lower().endswith(p)), "")
    return name[: len(name) - len(plural)] + title.head if plural else name


def _same_post(actors: Actors, a: Role, b: Role) -> bool:
    if a.person != b.person or a.tenure != b.tenure:
        return False
    if a.organization and b.organization and actors.party_of(a.organization) != actors.party_of(b.organization):
        return False
    x, y = fold(a.title.name), fold(b.title.name)
    return (
        x == y
        or fuzz.token_set_ratio(x, y) >= 95
        or (a.title.head == b.title.head and (not a.organization or not b.organization))
    )
