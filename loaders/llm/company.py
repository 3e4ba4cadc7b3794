"""Who the names in an answer are: agents that the rules have found, parties that the gazetteer knows, names printed.

A name that the text does not hold, in any form that one of these knows, is nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from anyascii import anyascii

from ...graph.records import Agent, AgentKind, Key
from ..news.cast.members import slug
from ..news.names.gazetteer import Entry, Mention, load_gazetteer
from ..news.names.persons import same_name
from .answers import Actor
from .grounding import Quotations

_LEADS: Final = re.compile(r"^(?:the|a|an|its|his|her|their)\s+", re.IGNORECASE)
_LONGEST: Final = 120
"""Characters of a name."""


class Company:
    """Everybody in one article: ``agents`` are those whom records name, by key."""

    def __init__(self, text: str, known: Iterable[Agent] = ()) -> None:
        self._quotations = Quotations(text)
        self._text = text
        self._known = {agent.key: agent for agent in known}
        self._mentions: dict[Key, list[Mention]] = {}
        self._gazetteer = load_gazetteer()
        for mention in self._gazetteer.match(text):
            if mention.entry.kind != "outlet" or mention.form == "name":
                self._mentions.setdefault(Key(mention.entry.key), []).append(mention)
        self._kinds: dict[str, AgentKind] = {}
        self._resolved: dict[tuple[str, AgentKind | None], Key | None] = {}
        self.agents: dict[Key, Agent] = {}

    def introduce(self, actors: Iterable[Actor]) -> list[str]:
        """Take in what an answer says of the actors; returns the names that stand nowhere in the text."""
        listed = list(actors)
        for actor in listed:
            self._kinds.setdefault(_folded(actor["name"]), actor["kind"])
        # Whoever has a longer name comes first, so that a surname finds its person.
        for actor in sorted(listed, key=lambda one: -len(one["name"])):
            key, side = self.key(actor["name"]), self.key(actor["side"]) if actor["side"] else None
            agent = self.agents.get(key) if key else None
            if agent and agent.side is None and side not in (None, key) and agent.kind != "state" and not agent.world:
                self.agents[agent.key] = replace(agent, side=side)
        return [actor["name"] for actor in listed if self.key(actor["name"]) is None]

    def key(self, name: str, expected: AgentKind | None = None) -> Key | None:
        """Whom a name means; ``None`` when the text knows nobody of that name."""
        asked = (name, expected)
        if asked not in self._resolved:
            self._resolved[asked] = self._found(" ".join(name.split())[:_LONGEST], expected)
        return self._resolved[asked]

    def party(self, name: str) -> Key | None:
        """The side that a name means: the state of an official whom the gazetteer or the answer puts on one."""
        key = self.key(name)
        return self.side(key) if key else None

    def side(self, key: Key) -> Key:
        """The side of a person or of somebody unnamed, where it is known; anybody else stands for itself."""
        agent = self.agents.get(key)
        return agent.side if agent is not None and agent.kind in ("person", "unnamed") and agent.side else key

    def _found(self, name: str, expected: AgentKind | None) -> Key | None:
        kind = self._kinds.get(_folded(name)) or expected
        if not name or not any(c.isalpha() for c in name):
            return None
        return self._familiar(name, kind) or self._listed(name, kind) or self._printed(name, kind)

    def _familiar(self, name: str, kind: AgentKind | None) -> Key | None:
        """An agent that the rules have found, or that another name has brought in."""
        wanted = _folded(name)
        everybody = {**self._known, **self.agents}
        for agent in everybody.values():
            forms = (agent.label, *agent.surface_forms, *(agent.aliases if agent.surface_forms else ()))
            if wanted in {_folded(form) for form in forms} and (agent.surface_forms or not agent.world):
                return self._enter(agent)
        if kind in (None, "person") and self._quotations.find(name, alike=False):
            people = [a for a in everybody.values() if a.kind == "person" and same_name(a.label, name)]
            if len({a.key for a in people}) == 1:
                return self._enter(people[0])
        return None

    def _listed(self, name: str, kind: AgentKind | None) -> Key | None:
        """A party of the gazetteer, of which some form stands in the text: "Russia" where "Moscow" is printed."""
        if kind in ("person", "unnamed"):
            return None
        entries = [e for e in self._gazetteer.lookup(_LEADS.sub("", name)) if Key(e.key) in self._mentions]
        if not entries and kind == "state":  # "the Russian side"
            named = {m.entry.key: m.entry for m in self._gazetteer.match(name) if m.entry.kind == "state"}
            entries = [e for e in named.values() if Key(e.key) in self._mentions] if len(named) == 1 else []
        if not entries:
            return None
        return self._of_gazetteer(entries[0])

    def _of_gazetteer(self, entry: Entry) -> Key:
        """The agent of an entry, on the side of its state unless it negotiates for itself."""
        key = Key(entry.key)
        forms = tuple(dict.fromkeys(self._text[m.start : m.end] for m in self._mentions.get(key, ())))
        if entry.kind == "state":
            aliases = tuple(dict.fromkeys((*entry.aliases, *entry.capitals, *entry.metonyms, *entry.demonyms)))
            return self._enter(Agent(key, "state", entry.label, forms, aliases, world=True, code=entry.code))
        state = self._gazetteer.entry(f"state/{entry.state}") if entry.state and not entry.party else None
        side = self._of_gazetteer(state) if state is not None else None
        return self._enter(Agent(key, "organization", entry.label, forms, entry.aliases, world=True, side=side))

    def _printed(self, name: str, kind: AgentKind | None) -> Key | None:
        """Somebody under the name that the text prints."""
        span = self._quotations.find(name, alike=False) or self._quotations.find(_LEADS.sub("", name), alike=False)
        if span is None or kind is None:
            return None
        form = " ".join(self._text[span.start : span.end].split())
        label = _LEADS.sub("", form)
        if kind in ("person", "state") and label.islower():
            return None
        key = Key(f"{kind}/{slug(label)}")
        return self._enter(self._known.get(key) or Agent(key, kind, label, (form,)))

    def _enter(self, agent: Agent) -> Key:
        return self.agents.setdefault(agent.key, agent).key


def _folded(name: str) -> str:
    """A name without its article, in small plain letters and digits: "the Côte d’Ivoire" is "cote d'ivoire"."""
    return anyascii(_LEADS.sub("", " ".join(name.split()))).casefold()
