"""Who holds, held or is to hold which post: titles before names, after them, in brackets, after "is"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from ...graph.records import Key, Span, Standing, Tenure
from .actors import Actors
from .cast import slug
from .gazetteer import Mention
from .lexicons import wordset
from .names import NameMention, fold
from .offices import offices
from .readings import Reading
from .spans import Spans
from .titles import Title

_CLOSES = (",", ".", ";", ":", "–", "—", ")", "and", "”", '"')
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
            for title, rule, span in _titles(reading, mention):
                found.append(_role(actors, reading, mention, title, rule, span))
    found = _as_counterparts(actors, found)
    actors.titled = Spans(_apart((r.span.start, r.span.end, r.person) for r in found if r.rule.startswith("title-bef")))
    for role in found:
        actors.note_post(role.person, role.title.head)
        side = actors.party_of(role.organization) if role.organization else None
        if side is not None and role.tenure == "current" and actors.agents[side].world:
            actors.sides.setdefault(role.person, side)
    return tuple(found)


def _apart(spans: Iterable[tuple[int, int, Key]]) -> Iterator[tuple[int, int, Key]]:
    """The spans that do not overlap an earlier one."""
    last = -1
    for start, end, person in sorted(spans):
        if start >= last:
            yield start, end, person
            last = end


def _titles(reading: Reading, mention: NameMention) -> Iterator[tuple[Title, str, Span]]:
    title = reading.titles.before(mention.first)
    if title is not None:
        before = reading.words[mention.first - 1]
        touches = before.text != "," and title.end == before.end
        if not (touches and title.head in offices().only_after and title.organization is None):
            yield title, "title-before-name", Span(title.start, mention.end)
    elif shared := _shared_plural(reading, mention):
        yield shared, "plural-title", Span(mention.start, mention.end)
    words, i = reading.words, mention.last
    if i >= len(words):
        return
    if words[i].text == "(":
        yield from _in_brackets(reading, mention)
    elif words[i].lower in wordset("offices", "links", "copulas") or words[i].lower in ("has", "been"):
        yield from _after_copula(reading, mention)
    else:
        yield from _after_comma(reading, mention)


def _shared_plural(reading: Reading, mention: NameMention) -> Title | None:
    """ "Presidents A and B", "foreign ministers A, B and C": the title of the first name is everybody's."""
    words = reading.words
    index = reading.names.index(mention)
    while index > 0:
        before = reading.names[index - 1]
        between = [w.text for w in words[before.last : reading.names[index].first]]
        if not between or any(t not in (",", "and", "&") for t in between):
            return None
        title = reading.titles.before(before.first)
        if title is not None:
            return title if title.plural else None
        index -= 1
    return None


def _in_brackets(reading: Reading, mention: NameMention) -> Iterator[tuple[Title, str, Span]]:
    found = reading.titles.at(mention.last + 1, len(reading.words))
    if found is None:
        return
    title, after = found
    if after < len(reading.words) and reading.words[after].text in (")", ",", ";"):
        yield title, "title-in-brackets", Span(mention.start, title.end)


def _after_copula(reading: Reading, mention: NameMention) -> Iterator[tuple[Title, str, Span]]:
    words, first = reading.words, mention.last + 1
    start = first
    skipped = wordset("offices", "links", "appointed") | {"been", "as", "also", "now"}
    while start < len(words) and words[start].lower in skipped:
        start += 1
    found = reading.titles.at(start, len(words))
    if found is not None and (found[0].determiner in ("the", "") or found[0].mention):
        title = found[0]
        was = words[mention.last].lower == "was" and start == first
        tenure: Tenure = "former" if was else title.tenure
        yield replace(title, tenure=tenure), "copula", Span(mention.start, title.end)


def _after_comma(reading: Reading, mention: NameMention) -> Iterator[tuple[Title, str, Span]]:
    """The titles after a name, one after another: "NAME, the minister of X, formerly head of Y"."""
    words, i = reading.words, mention.last
    limit, fillers = len(words), wordset("offices", "links", "fillers")
    while i < limit and words[i].text in (",", ";", "–", "—", "and"):
        start = i + 1
        while start < limit and words[start].lower in fillers and not reading.titles.at(start, limit):
            start += 1
        found = reading.titles.at(start, limit)
        if found is None:
            return
        title, after = found
        name_follows = any(n.first == after for n in reading.names)
        closes = after >= limit or words[after].text in _CLOSES or not words[after].capital
        first = i == mention.last
        if name_follows or not closes or (words[i].text == "and" and first):
            return
        yield title, "title-after-name", Span(mention.start if first else words[i + 1].start, title.end)
        i = after


def _as_counterparts(actors: Actors, roles: list[Role]) -> list[Role]:
    """The counterparts in "A's minister X and his B, C and D counterparts, Y, Z and W" hold X's title, one a state.

    Without a holder before them in the sentence they hold none.
    """
    result: list[Role] = []
    previous: Role | None = None
    for role in roles:
        if role.title.head != "counterpart":
            previous = role
            result.append(role)
        elif previous is not None and previous.sentence == role.sentence:
            result.append(_as_counterpart(actors, role, previous, roles))
    return result


def _as_counterpart(actors: Actors, role: Role, model: Role, roles: list[Role]) -> Role:
    group = [r for r in roles if r.title.head == "counterpart" and r.sentence == role.sentence]
    nearby = [m for m in actors.readings[role.sentence].mentions if role.title.start - 60 <= m.start < role.title.end]
    states = [m for m in nearby if m.form == "demonym" and m.start > model.span.end]
    mention: Mention | None = None
    if len(states) in (1, len(group)):
        mention = states[group.index(role) if len(states) == len(group) else 0]
    return replace(
        role,
        title=replace(model.title, mention=mention, plural=False),
        organization=actors.known(mention) if mention else None,
        tenure="current",
        rule="counterparts",
    )


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
    if organization is None:
        organization = _state_after(actors, reading, mention)
    party = actors.section_party(reading.sentence)
    if organization is not None and party is not None:
        actors.take_side(organization, party)
    if organization is None:
        implied = offices().implies.get(title.head)
        organization = party or (actors.state(implied) if implied else None)
    return Role(person, title, span, reading.sentence.number, organization, title.tenure, rule)


def _state_after(actors: Actors, reading: Reading, mention: NameMention) -> Key | None:
    """The state in "Foreign Minister NAME of <state>"."""
    after = reading.words[mention.last : mention.last + 2]
    if len(after) < 2 or after[0].lower != "of":
        return None
    named = actors.mention_at(after[1].start, after[1].end)
    return actors.known(named) if named is not None and named.entry.kind == "state" else None


def holdings(actors: Actors, roles: tuple[Role, ...]) -> tuple[Holding, ...]:
    """Posts: roles of one person that name the same post are one holding."""
    groups: list[list[Role]] = []
    of_person: dict[Key, list[list[Role]]] = {}
    for role in roles:
        if role.heads_delegation:
            continue
        own = of_person.setdefault(role.person, [])
        group = next((g for g in own if _same_post(actors, g[0], role)), None)
        if group is None:
            group = []
            own.append(group)
            groups.append(group)
        group.append(role)
    found = [_holding(actors, group) for group in groups]
    return tuple({h.key: h for h in reversed(found)}.values())[::-1]


def _holding(actors: Actors, group: list[Role]) -> Holding:
    best = max(group, key=lambda r: (r.organization is not None, len(r.title.name)))
    name = _singular(best.title)
    seat = best.title.mention
    if seat is not None and seat.form == "metonym":
        name = f"{actors.article.text[seat.start : seat.end]} {name}"
    key = Key(f"holding/{slug(best.person.split('/')[1])}-{slug(name)}-{best.tenure}")
    return Holding(key, best.person, name, best.tenure, best.organization, "asserted", tuple(group))


def _singular(title: Title) -> str:
    """The title as a label: a plural title of several people in the singular."""
    name = title.name
    if not title.plural:
        return name
    plural = next((p for p, h in offices().plurals.items() if h == title.head and name.lower().endswith(p)), "")
    return name[: len(name) - len(plural)] + title.head if plural else name


def _same_post(actors: Actors, a: Role, b: Role) -> bool:
    if a.tenure != b.tenure:
        return False
    if a.organization and b.organization and actors.party_of(a.organization) != actors.party_of(b.organization):
        return False
    x, y = fold(a.title.name), fold(b.title.name)
    return (
        x == y
        or fuzz.token_set_ratio(x, y) >= 95
        or (a.title.head == b.title.head and (not a.organization or not b.organization))
    )
