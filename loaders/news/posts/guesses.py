"""When a bare title ("Foreign Minister NAME") may be taken for that of the state which the words around it are about.

A false post is worse than none: where another state, or another holder of the same office, could be meant, nobody is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from ....graph.records import Key, Span
from ..cast.actors import Actors
from ..language.annotation import Sentence, end_of, start_of
from ..language.parse import Token
from ..language.syntax import child, children
from ..lexicons.word_lists import wordset
from ..names.gazetteer import Mention
from ..names.offices import offices
from ..names.persons import fold
from ..names.title_grammar import Title
from .title_held import Role

_SUBJECTS = ("nsubj", "nsubjpass")
_PLACES = ("GPE", "LOC", "FAC")
_SMALL = frozenset({"the", "of", "for", "and", "a", "an"})
_SAME = {"defense": "defence", "affairs": "", "external": "foreign", "acting": "", "interim": "", "federal": ""}
_SEVERAL = wordset("offices", "several")
"""Heads of offices that a state has several of."""


@cache
def office(head: str, name: str) -> str:
    """One spelling for an office that a state has one of: "minister of foreign affairs" is "foreign minister"; "" else.

    >>> office("minister", "Minister of Foreign Affairs") == office("foreign minister", "Foreign Minister")
    True
    """
    if head in wordset("offices", "heads_of_state"):
        return "state" if len(name.split()) == len(head.split()) else ""
    if head in wordset("offices", "heads_of_government") and len(name.split()) == len(head.split()):
        return "government"
    words = {_SAME.get(word, word) for word in fold(name).split() if word not in _SMALL} - {""}
    if {*head.split()} & _SEVERAL or words & wordset("offices", "deputies") or len(words) < 2:
        return ""
    return " ".join(sorted(words))


class Guesses:
    """Asked whether a title may be taken for that of a state."""

    def __init__(self, actors: Actors, roles: Iterable[Role]) -> None:
        self.actors = actors
        roles = [r for r in roles if r.tenure == "current"]
        self._titled: dict[int, list[Span]] = {r.sentence: [] for r in roles}
        self._named: dict[Key, bool] = {}
        for role in roles:
            self._titled[role.sentence].append(role.span)
        bare = {(office(r.title.head, r.title.name), r.person) for r in roles if r.organization is None}
        told = {r.person for r in roles if r.organization is not None}
        self._bare = Counter(name for name, person in bare if person not in told)
        self._told: dict[int, list[Role]] = {}
        self._of_person: dict[Key, set[Key]] = {}
        for role in roles:
            if role.organization is not None:
                self._told.setdefault(role.sentence, []).append(role)
                self._of_person.setdefault(role.person, set()).add(actors.party_of(role.organization))

    def fits(self, role: Role, state: Key, *, whole: bool = True) -> bool:
        """True when nothing near a title tells that it is another state's; ``whole``: what follows it counts too."""
        name = office(role.title.head, role.title.name)
        if (name and self._bare[name] > 1) or not self.is_plain(role.title):
            return False
        if self._of_person.get(role.person, {state}) != {state}:
            return False
        sentence = self.actors.article.sentences[role.sentence]
        limit = sentence.end if whole else role.title.start
        return self.is_alone(sentence, state, role, limit=limit) and not self._elsewhere(sentence, role, state)

    def names(self, state: Key) -> bool:
        """True when a state is named elsewhere than in what somebody is now."""
        if state not in self._named:
            self._named[state] = any(self._state(m) == state for m in self._untitled())
        return self._named[state]

    def _untitled(self) -> Iterator[Mention]:
        for reading in self.actors.readings:
            titled = self._titled.get(reading.sentence.number, ())
            yield from (m for m in reading.mentions if not any(s.start <= m.start < s.end for s in titled))

    def is_plain(self, title: Title) -> bool:
        """True when all words of a title are words of offices: not "COP president"."""
        small = wordset("offices", "small")
        return all(w in _office_words() or w in small for w in title.name.lower().replace("-", " ").split())

    def is_alone(self, sentence: Sentence, state: Key, role: Role, *, limit: int) -> bool:
        """True when a sentence names no other state before a limit, and has no title of somebody else's with one."""
        states = {self._state(m) for m in self.actors.readings[sentence.number].mentions if m.start < limit} - {None}
        if states - {state}:
            return False
        others = (r for r in self._told.get(sentence.number, ()) if r.person != role.person)
        return not any(r.span.start < limit for r in others)

    def _state(self, mention: Mention) -> Key | None:
        if mention.entry.kind == "state":
            return mention.entry.key
        return Key(f"state/{mention.entry.state}") if mention.entry.state and not mention.entry.party else None

    def _elsewhere(self, sentence: Sentence, role: Role, state: Key) -> bool:
        """True when a place that is not known to be in the state stands before the title: "In X, President NAME"."""
        for entity in sentence.span.ents:
            if entity.label_ in _PLACES and end_of(entity[-1]) <= role.title.start:
                mention = self.actors.mention_at(start_of(entity[0]), end_of(entity[-1]))
                if mention is None or self._state(mention) != state:
                    return True
        words = self.actors.readings[sentence.number].words
        opening = words[:2] if len(words) > 2 else []
        strange = [w.lower for w in opening[:1]] in (["in"], ["from"], ["at"]) and opening[1].capital
        known = self.actors.mention_at(opening[1].start, opening[1].end) if strange else None
        month = strange and opening[1].lower in wordset("words", "names", "never")
        return bool(strange and not month and (known is None or self._state(known) != state))

    # ------------------------------------------------------------------ where the holder stands

    def acts(self, role: Role, subject: Token) -> bool:
        """True when the holder of a title is a subject of an own clause: "Minister NAME said".

        In "A said that President NAME had ..." and "A left after President NAME ..." it may be anybody's.
        """
        token = self._holder(role)
        if token is None or token.dep_ not in _SUBJECTS:
            return False
        above = token.head
        while above.i != subject.head.i and above.dep_ == "conj":
            above = above.head
        return above.i == subject.head.i or not subject.head.is_ancestor(above)

    def leads(self, subject: Token, where: Sentence) -> bool:
        """True when a subject is that of the main clause of a sentence in which no holder of a title stands."""
        return subject.head.dep_ == "ROOT" and not self._titled.get(where.number)

    def is_sent_by(self, role: Role, subject: Token) -> bool:
        """True for "A dispatched Minister NAME"; whom A criticised need not be of A."""
        token = self._holder(role)
        return token is not None and any(child(verb, "dobj") == token for verb in sending(subject))

    def _holder(self, role: Role) -> Token | None:
        """The word that the words of a role hang on."""
        span = self.actors.article.sentences[role.sentence].span
        inside = [t for t in span if role.span.start <= start_of(t) < role.span.end]
        for token in inside:
            above = token
            while above.dep_ in ("appos", "conj", "compound") and above.head.i != above.i:
                above = above.head
            if above.dep_ in (*_SUBJECTS, "dobj") and (above in inside or token.dep_ in ("appos", "conj")):
                return above
        return None


def sending(subject: Token) -> list[Token]:
    """The verbs by which a subject sends or appoints somebody: "A sent X", "A offered to send X"."""
    verbs = (subject.head, *children(subject.head, "xcomp"))
    return [verb for verb in verbs if verb.lemma_.lower() in wordset("offices", "sending")]


@cache
def _office_words() -> frozenset[str]:
    v = offices()
    groups = (v.heads, v.plurals, v.modifiers, v.portfolios, v.bodies)
    words = (word for group in groups for phrase in group for word in phrase.replace("-", " ").split())
    return frozenset(words) - wordset("offices", "foreign_to_states")


def without_conflicts(actors: Actors, roles: list[Role]) -> list[Role]:
    """Two persons cannot hold the one office of a state now: what the words do not say of them is left out."""
    holders: dict[tuple[Key, str], set[Key]] = {}
    for role in roles:
        if key := _seat(actors, role):
            holders.setdefault(key, set()).add(role.person)
    return [
        replace(role, organization=None, told="explicit")
        if role.told != "explicit" and (key := _seat(actors, role)) and len(holders[key]) > 1
        else role
        for role in roles
    ]


def _seat(actors: Actors, role: Role) -> tuple[Key, str] | None:
    name = office(role.title.head, role.title.name)
    if not name or role.organization is None or role.tenure != "current":
        return None
    return actors.party_of(role.organization), name
