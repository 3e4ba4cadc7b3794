"""Who holds, held or is to hold which post: the titles beside names, and whose posts they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ....graph.records import Evidence, Key, Span
from ..cast.actors import Actors
from ..lexicons.word_lists import wordset
from ..names.offices import offices
from ..names.readings import Reading
from ..names.title_grammar import Title
from ..text.spans import Spans
from .dismissals import without_dismissed
from .guesses import Guesses, without_conflicts
from .owners import owned_by
from .phrases import TEAM, clause, titles_of
from .relations import AFTER, as_counterparts, as_opposites, as_pairs, as_successors, readout_holder, replacements
from .title_held import Role, is_rank
from .whole_names import completed, with_nouns
from .whose import Whose

_SEAT = re.compile(r",? in [A-Z]\w+$")
"""Where a body is, behind its name."""
_DEPUTIES = ("deputy ", "vice ", "vice-", "assistant ", "junior ")
"""How titles of those begin who stand in for the holder of a post."""


def find_roles(actors: Actors) -> tuple[Role, ...]:
    """Every title of every person, in order; the persons' sides and posts are noted in ``actors``."""
    whose = Whose(actors)
    found: list[Role] = []
    for reading in actors.readings:
        for mention in reading.names:
            person = actors.person_at(mention.start, mention.end)
            assert person is not None
            for title, rule, span in titles_of(reading, mention):
                after = mention.last if rule != "title-before-title" else len(reading.words)
                found.append(_role(actors, whose, reading, person, title, rule, span, after))
    found = as_counterparts(actors, as_pairs(actors, found))
    actors.titled = Spans(_apart((r.span.start, r.span.end, r.person) for r in found if r.rule.startswith("title-bef")))
    if inferred := readout_holder(actors, found):
        found.append(inferred)
    _note(actors, found)
    guesses = Guesses(actors, found)
    found = [_with_body(whose, actors, role, found, guesses) for role in found]
    found = without_conflicts(actors, as_successors(actors, found))
    found += [*_of_nouns(actors, whose), *replacements(actors, found)]
    found = without_dismissed(actors, as_opposites(actors, found))
    _note(actors, found)
    titled = {r.person for r in found if not is_rank(r)}
    return tuple(r for r in found if not is_rank(r) or r.person not in titled or _is_told_whose(r))


def _is_told_whose(role: Role) -> bool:
    return role.organization is not None and role.told == "explicit"


def _apart(spans: Iterable[tuple[int, int, Key]]) -> Iterator[tuple[int, int, Key]]:
    """The spans that do not overlap an earlier one."""
    last = -1
    for start, end, person in sorted(spans):
        if start >= last:
            yield start, end, person
            last = end


def _note(actors: Actors, roles: Iterable[Role]) -> None:
    stands: dict[Key, set[Key]] = {}
    for role in roles:
        if role.title.head in AFTER:
            continue
        head = offices().ranks.get(role.title.head, role.title.head)
        if role.title.name.lower().startswith(_DEPUTIES) and not head.startswith(_DEPUTIES):
            head = f"deputy {head}"
        actors.note_post(role.person, head, held=role.tenure == "current")
        side = actors.party_of(role.organization) if role.organization and _speaks_for_it(role) else None
        if side is not None and role.tenure == "current" and actors.agents[side].world:
            stands.setdefault(role.person, set()).add(side)
    for person, sides in stands.items():
        if len(sides) == 1:  # who serves two speaks for neither alone
            actors.sides.setdefault(person, *sides)


def _speaks_for_it(role: Role) -> bool:
    """True when the words of a post's holder may be taken for those of the side that the post is on.

    "The <demonym> mediator" tells where somebody comes from.
    """
    from_there = role.title.mention is not None and role.title.mention.form == "demonym"
    if from_there and role.title.head in wordset("offices", "natives"):
        return False
    against = wordset("offices", "against") & {*role.title.name.lower().split()}
    local = role.title.head in wordset("offices", "local")
    return role.title.head not in offices().private and not (against or local)


def _of_nouns(actors: Actors, whose: Whose) -> Iterator[Role]:
    """What a person named by the post once held: "The envoy, who once headed the X"."""
    for reading in actors.readings:
        words = reading.words
        for n in range(3, len(words)):
            if words[n].lower != "who" or words[n - 1].text != "," or words[n - 3].lower != "the":
                continue
            person = actors.last_holder(words[n - 2].lower, words[n - 3].start, sides=set())
            if person is not None:
                for title, rule, span in clause(reading, n - 1, words[n - 3].start):
                    yield _role(actors, whose, reading, person, title, rule, span, len(words))


def _with_body(whose: Whose, actors: Actors, role: Role, roles: Iterable[Role], guesses: Guesses) -> Role:
    """The role with whose it is, told by what else is said of the person or by what stands around it."""
    if role.organization is not None or role.rule == "counterparts" or role.title.head in AFTER:
        return role
    last = role.title.head.split()[-1]
    others = (r for r in roles if r.person == role.person and r.organization and not is_rank(role))
    own = [r for r in others if r.title.head.split()[-1] == last]
    if own and role.tenure == own[0].tenure:
        return replace(role, organization=own[0].organization, told=own[0].told)
    known = actors.party_of(role.person) if role.person in actors.leaders and role.tenure == "current" else None
    if known is not None and _is_of_states(role):
        return replace(role, organization=known, told="inferred")
    led = (r.organization for r in roles if r.person == role.person and r.heads_delegation and r.organization)
    side = next((side for side in map(actors.party_of, led) if side.startswith("state/")), None)
    if side is not None and role.tenure == "current" and _is_of_states(role):
        return replace(role, organization=side, told="inferred")
    found = whose.of(role, roles, guesses)
    return replace(role, organization=found[0], told=found[1]) if found is not None else role


def _is_of_a_town(title: Title) -> bool:
    """True for "its <capital> chairman", whom a party or company has there."""
    placed = title.mention is not None and title.mention.form in ("capital", "metonym")
    return placed and title.determiner in ("its", "their", "his", "her")


def _is_of_states(role: Role) -> bool:
    """True for a rank, and for a post that states have."""
    return is_rank(role) or bool({role.title.head, role.title.head.split()[-1]} & wordset("offices", "of_states"))


def _role(
    actors: Actors, whose: Whose, reading: Reading, person: Key, title: Title, rule: str, span: Span, after: int
) -> Role:
    organization: Key | None = None
    told: Evidence = "explicit"
    title = _before_name(actors, title, person)
    if _is_of_a_town(title):
        title = replace(title, mention=None, organization=None)
    if title.head in offices().watching and title.mention is not None and title.mention.entry.kind == "state":
        title = replace(title, mention=None)
    title = with_nouns(actors, reading, completed(actors, reading, title))
    span = Span(min(span.start, title.start), span.end)
    if title.organization is not None:
        start, end = title.organization
        spelled = actors.article.text[start:end]
        if title.head in wordset("offices", "team_heads") or (title.head in offices().leads and TEAM.search(spelled)):
            rule += ":delegation"
        if TEAM.fullmatch(spelled) and title.mention is not None:
            organization = actors.known(title.mention)  # "the A head of delegation"
        elif (name := _company(actors, title)) is not None:
            organization = actors.organization(*name)
        elif actors.person_at(start, end) is None:
            organization = whose.described(start, end) or actors.organization(start, end, title.mention)
    elif title.mention is not None:
        seat, local = title.mention, title.head in wordset("offices", "local")
        of_town = local and seat.form == "capital"  # "the mayor of <capital>" is nobody of the state
        organization = actors.town(seat) if of_town else actors.known(seat)
        if title.head in wordset("offices", "team_heads"):
            rule += ":delegation"
    if organization is None:
        works = title.head in wordset("offices", "occupations") or title.head in offices().ranks
        organization = _body_after(actors, reading, after, works=works) if not _is_owned(title) else None
    owner = owned_by(actors, title.organization[0]) if title.organization is not None else None
    if organization is not None and owner is not None:
        actors.take_side(organization, owner)
    party = actors.section_party(reading.sentence)
    if organization is not None and party is not None:
        actors.take_side(organization, party)
    if organization is None:
        organization = party or actors.implied(title.head)
        told = "heading-implied" if party else "inferred"
    return Role(person, title, span, reading.sentence.number, organization, title.tenure, rule, told=told)


def _before_name(actors: Actors, title: Title, person: Key) -> Title:
    """The title without the first name of its holder that is read as a part of it: "chairman of A | <demonym> B"."""
    name = actors.agents[person].label
    at = actors.article.text.find(name, title.start, title.end + len(name))
    if not title.start < at < title.end < at + len(name):
        return title
    taken = actors.article.text[at : title.end].strip()
    end = len(actors.article.text[:at].rstrip())
    mention = title.mention if title.mention is not None and title.mention.end <= end else None
    start, _ = title.organization or (end, end)
    organization = (start, end) if start < end else None
    return replace(
        title, end=end, name=title.name.removesuffix(taken).rstrip(), mention=mention, organization=organization
    )


def _company(actors: Actors, title: Title) -> tuple[int, int] | None:
    """Where the name of a company stands that begins with a place: "Lagos Air's chief executive"."""
    if title.organization is None or title.mention is None or title.mention.end + 1 != title.organization[0]:
        return None
    start, end = title.organization
    return (title.mention.start, end) if _spelled(actors, start, end) in wordset("actors", "company_words") else None


def _spelled(actors: Actors, start: int, end: int) -> str:
    return actors.article.text[start:end].split()[-1].lower()


def _is_owned(title: Title) -> bool:
    """True for "its coordinator, NAME of A", who is from A and coordinates for something else."""
    return title.determiner in ("its", "their")


def _body_after(actors: Actors, reading: Reading, last: int, *, works: bool) -> Key | None:
    """The state or body in "Foreign Minister NAME of <state>", "Col. NAME of the X army".

    Whoever ``works`` for a living does so there too: "expert NAME, from the X Institute".
    """
    words = reading.words
    last += works and last < len(words) and words[last].text == ","
    if last >= len(words) or words[last].lower not in (("of", "from", "at") if works else ("of",)):
        return None
    found = reading.titles.whereof(last, len(words))
    if found is None or found.name_end:
        return None
    if found.organization is not None:
        start, end = found.organization
        if found.mention is not None and any(start < n.start < end for n in reading.names):
            return actors.known(found.mention)  # "NAME of A and NAME of B"
        text = actors.article.text[start:end]
        name = _SEAT.sub("", text) if works else text
        town = works and " " not in name and found.mention is None
        return None if town else actors.organization(start, start + len(name), found.mention)
    state = found.mention is not None and found.mention.entry.kind == "state"
    return actors.known(found.mention) if found.mention is not None and state else None
