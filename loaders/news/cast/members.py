"""The cast of one article: persons, states, organisations, groups and unnamed sources, and where each is named.

It remembers everybody that the stages enter; whom a noun means is for :mod:`.actors`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from ....graph.records import Agent, Delegation, Key
from ..language.annotation import Article, Sentence
from ..language.genders import genders
from ..lexicons.word_lists import wordset
from ..names.cards import cards
from ..names.entries import Entry
from ..names.gazetteer import Gazetteer, Mention
from ..names.introduced import introduced, undescribed
from ..names.leaders import side_of_leader
from ..names.offices import offices
from ..names.persons import Person, cluster, fold
from ..names.readings import read_sentences, roster_heading
from ..text.spans import Spans
from .posts_told import PostsTold

_DESCRIBED: Final = re.compile(r",\s+(?:which|who|whose|that)\s")
"""Before what is told of a body behind its name."""
_SETTING: Final = re.compile(
    r" (?:[Ii]n|[Aa]t|[Bb]efore|[Aa]fter|[Dd]uring|[Oo]n|[Ff]ollowing|[Aa]head of) [A-Z]|(?: [Bb]efore| [Aa]fter)$"
)
"""What a heading in capitals goes on with behind a state, where and when something is said."""


_GOVERNING: Final = ("armed-movement", "de-facto-authority")
"""Kinds of organisations whose committees, offices and ministries act for them."""
_WHOSE: Final = re.compile(r"^(?:kingdom|country|state|nation|bloc|emirate|republic|union)[’']s (?=[A-Z])")
"""What tells whose a body is, and is none of its name."""


def slug(text: str) -> str:
    """A key's name part: folded words joined with hyphens."""
    return "-".join(fold(text).split()) or "x"


class Cast(PostsTold):
    """Everybody in one article."""

    def __init__(self, article: Article, gazetteer: Gazetteer, year: int | None = None) -> None:
        super().__init__()
        self.article = article
        self.gazetteer = gazetteer
        self.readings = read_sentences(article, gazetteer)
        paragraphs = (s.segment_number for s in article.sentences if s.segment.kind == "paragraph")
        self.lead = next(paragraphs, -1)
        """The number of the segment that an article begins with, below its headline; -1 for one without paragraphs."""
        self.delegations: dict[Key, Delegation] = {}
        self.outlets: set[Key] = set()
        """Who publishes the article, under each of its names."""
        self.titled: Spans[Key] = Spans(())
        """Where a title and a name stand together, and whose they are."""
        told = cards(self.readings, article.text)
        persons = cluster((n for r in self.readings for n in r.names), article.text, told)
        self.names = Spans((m.start, m.end, _person_key(p)) for p in persons for m in p.mentions)
        self.genders = genders(article.text, self.names)
        self._mentions = Spans((m.start, m.end, m) for r in self.readings for m in r.mentions)
        self.full_names = introduced(article.text, gazetteer.lookup)
        """Full names of bodies that the article itself gives, by their shorter forms."""
        for person in persons:
            self.agents[_person_key(person)] = Agent(_person_key(person), "person", person.name, person.forms)
        spans = {_person_key(p): [(m.start, m.end) for m in p.mentions] for p in persons}
        named = {m.entry.key for r in self.readings for m in r.mentions}
        led = {who: side_of_leader(article.text, at, year=year, sides=named) for who, at in spans.items()}
        self.leaders = {person: side for person, side in led.items() if side is not None}
        """The sides of those whom the world knows to lead or speak for somebody; what an article tells comes first."""

    # ------------------------------------------------------------------ who stands where

    def person_at(self, start: int, end: int) -> Key | None:
        """The person whose name covers or touches this stretch."""
        return self.names.touching(start, end)

    def mention_at(self, start: int, end: int) -> Mention | None:
        """The known actor whose name covers this stretch."""
        return self._mentions.covering(start, end)

    def mentions_before(self, offset: int) -> tuple[Mention, ...]:
        """The known actors that are named before an offset, the last hundred of them in order."""
        return self._mentions.before(offset, most=100)

    def section_party(self, sentence: Sentence) -> Key | None:
        """The party that the heading above a sentence names ("Ukrainian Delegation")."""
        heading = roster_heading(self.article, sentence)
        found = self.gazetteer.match(self.article.text, heading.start, heading.end) if heading else ()
        return self.known(found[0]) if found else None

    # ------------------------------------------------------------------ whom somebody belongs to

    def party_of(self, key: Key) -> Key:
        """The side that an agent acts for: a state for its officials and delegations, itself otherwise."""
        if key in self.delegations:
            return self.delegations[key].represents
        agent = self.agents.get(key)
        if agent is None or agent.kind == "state":
            return key
        side = self.sides.get(key) or agent.side or self._led(key) or key
        return self._whole(side)

    def _led(self, person: Key) -> Key | None:
        """What somebody known to the world leads; entered with its name."""
        side = self.leaders.get(person)
        entry = self.gazetteer.entry(side) if side is not None else None
        return self.enter(entry) if entry is not None else None

    def _whole(self, key: Key) -> Key:
        """The organisation that negotiates for one of its bodies: a union for its commission."""
        entry = self.gazetteer.entry(key)
        above = self.gazetteer.whole(entry) if entry is not None else None
        return key if above is None or above is entry else self.enter(above)

    def parties(self, keys: Iterable[Key]) -> tuple[Key, ...]:
        """The sides of several agents, each once."""
        return tuple(dict.fromkeys(self.party_of(k) for k in keys))

    def note_outlet(self, outlet: Agent | None) -> None:
        """Notes who publishes the article, also by the first word of a longer name, and by its initials."""
        if outlet is None:
            return
        words = [word for word in outlet.label.split() if word.lower() not in ("the", "a", "an")]
        names = [words[0], "".join(word[0] for word in words if word[0].isupper())] if len(words) > 1 else []
        kinds = ("organization", "person")  # as which a parser may take "the Courier"
        self.outlets = {outlet.key, *(Key(f"{kind}/{slug(name)}") for name in names for kind in kinds)}

    def take_side(self, organization: Key, party: Key) -> None:
        """Notes the side of an organisation that has none yet."""
        agent = self.agents[organization]
        if agent.kind == "organization" and agent.side is None and not agent.world:
            self.agents[organization] = replace(agent, side=party)

    def adjective(self, party: Key) -> str:
        """The adjective that the gazetteer has for a party, its name otherwise."""
        agent = self.agents.get(party)
        if agent is None or agent.kind != "state":
            return agent.label if agent is not None else str(party)
        entry = self.gazetteer.entry(party)
        return entry.demonyms[0] if entry is not None and entry.demonyms else agent.label

    # ------------------------------------------------------------------ entering somebody

    def known(self, mention: Mention) -> Key:
        """The key of a gazetteer's actor, entered with the form printed here."""
        entry = mention.entry
        key = Key(entry.key)
        agent = self.agents.get(key) or self._from_gazetteer(key, entry)
        form = self.article.text[mention.start : mention.end]
        if form not in agent.surface_forms:
            agent = replace(agent, surface_forms=(*agent.surface_forms, form))
        self.agents[key] = agent
        return key

    def _from_gazetteer(self, key: Key, entry: Entry) -> Agent:
        if entry.kind == "state":
            return _state(key, entry)
        # A movement that negotiates for itself is no part of the state that it is in.
        # Nor do parties, outlets, associations and companies speak for the state that they are in.
        # A mission of an international organisation is where it works, and of no side.
        sent = entry.category == "agency" and entry.part_of is not None
        own = entry.party or entry.kind == "outlet" or entry.category in ("party", "non-governmental", "company")
        side = self.state(entry.state) if entry.state and not (own or sent) else None
        return Agent(key, "organization", entry.label, (), _aliases(entry), world=True, side=side)

    def town(self, mention: Mention) -> Key:
        """The town that a capital's name means, which acts for itself."""
        label = self.article.text[mention.start : mention.end]
        key = Key(f"organization/{slug(label)}")
        self.agents.setdefault(key, Agent(key, "organization", label, (label,)))
        return key

    def enter(self, entry: Entry) -> Key:
        """The key of a gazetteer's actor, entered without a printed form."""
        key = Key(entry.key)
        self.agents.setdefault(key, self._from_gazetteer(key, entry))
        return key

    def state(self, code: str) -> Key:
        """The key of a state by ISO code, entered without a printed form."""
        key = Key(f"state/{code}")
        entry = self.gazetteer.entry(key)
        assert entry is not None
        self.agents.setdefault(key, _state(key, entry))
        return key

    def unprinted(self, key: Key) -> Key:
        """An actor of the gazetteer that the article means without its name, entered."""
        entry = self.gazetteer.entry(key)
        assert entry is not None
        self.agents.setdefault(key, self._from_gazetteer(key, entry))
        return key

    def organization(self, start: int, end: int, mention: Mention | None = None) -> Key:
        """An organisation that the gazetteer does not know, under its printed name."""
        label = " ".join(self.article.text[start:end].split())
        for lead in ("the ", "The ", "a ", "its ", "his ", "their "):
            label = label.removeprefix(lead)
        label = _WHOSE.sub("", label)
        whole = self.mention_at(start, end)
        if whole is not None and whole.entry.kind != "outlet":
            return self.known(whole)
        label = _DESCRIBED.split(label, maxsplit=1)[0]
        if (
            mention is not None
            and mention.entry.kind == "state"
            and _SETTING.match(self.article.text[mention.end : end])
        ):
            return self.known(mention)  # "President NAME of <state> before Bilateral Meeting"
        printed, label = label, undescribed(label)
        label = self.full_names.get(label, label)
        key = Key(f"organization/{slug(label)}")
        governs = mention is not None and (mention.entry.kind == "state" or mention.entry.category in _GOVERNING)
        own = governs and not (_opposes(label) or _studies(label))
        side = self.party_of(self.known(mention)) if mention is not None and own else None
        agent = self.agents.get(key)
        if agent is None:
            self.agents[key] = Agent(key, "organization", label, (printed,), side=side)
        else:
            forms = tuple(dict.fromkeys((*agent.surface_forms, printed)))
            self.agents[key] = replace(agent, side=agent.side or side, surface_forms=forms)
        return key

    def somebody(self, label: str, mentions: Iterable[Mention], *, printed: str = "") -> Key:
        """An unnamed agent under the words that the text has for it, on the side of the first known actor of these."""
        key = Key(f"unnamed/{slug(label)}")
        sides = (self.party_of(self.known(m)) for m in mentions)
        side = next((side for side in sides if not (side.startswith("state/") and _opposes(label))), None)
        side = None if _studies(label) else side
        side = side or self.implied(label.split()[-1].lower())
        self.agents.setdefault(key, Agent(key, "unnamed", label, (printed or label,), side=side))
        return key

    def implied(self, head: str) -> Key | None:
        """The state whose post it is when nothing else is said: Ireland's for "the taoiseach".

        None where the text names another alone that has it too.
        """
        state, other = offices().implies.get(head), offices().unless.get(head)
        if state is None:
            return None
        named = {m.entry.code for reading in self.readings for m in reading.mentions if m.entry.kind == "state"}
        return None if other in named and state not in named else self.state(state)

    def representatives(self, noun: str, organization: Key) -> Key:
        """Unnamed people of an organisation ("representatives from the Ministry of X"), one agent per organisation."""
        agent = self.agents[organization]
        form = agent.surface_forms[0] if agent.surface_forms else agent.label
        label = f"{noun.lower()} from {form}"
        key = Key(f"unnamed/{slug(label)}")
        self.agents.setdefault(key, Agent(key, "unnamed", label, (form,), side=agent.side, part_of=organization))
        return key

    def delegation(self, party: Key, *, lasting: bool = False, named: str = "negotiating team") -> Key:
        """A party's delegation (or its lasting team, called as it is ``named`` first), entered once."""
        party = self.party_of(party)
        kind = "team" if lasting else "delegation"
        key = Key(f"delegation/{party.split('/')[-1].lower()}-{kind}")
        if key not in self.delegations:
            label = f"{self.adjective(party)} {named if lasting else 'delegation'}"
            self.delegations[key] = Delegation(key, label, party, lasting=lasting)
        return key


def _studies(label: str) -> bool:
    """True for a body that is none of what it is named after: "the A Institute of Studies", "the A Tribes"."""
    return bool({*label.lower().split()} & wordset("offices", "studies"))


def _opposes(label: str) -> bool:
    """True for those whose words name a state that they are no voice of: "A's main opposition group", "rebels in A"."""
    return any(word.lower().removesuffix("s") in wordset("offices", "against") for word in label.split())


def _person_key(person: Person) -> Key:
    return Key(f"person/{slug(person.name)}{'-' * bool(person.mark)}{person.mark}")


def _state(key: Key, entry: Entry) -> Agent:
    return Agent(key, "state", entry.label, (), _aliases(entry), world=True, code=entry.code)


def _aliases(entry: Entry) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*entry.aliases, *entry.capitals, *entry.metonyms, *entry.demonyms)))
