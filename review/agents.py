"""Whom a name in an entry means: somebody of the article, somebody whom the lists know, or somebody new."""

from __future__ import annotations

from copy import copy
from difflib import get_close_matches

from ..graph.errors import one_line
from ..graph.identifiers import slug
from ..graph.records import Agent, AgentKind, Key, Record
from ..loaders.news.names.entries import Entry
from ..loaders.news.names.gazetteer import load_gazetteer
from .names import Kind, Names
from .values import NEW_AGENTS, Problem


class Cast:
    """The names of a source, with whom entries add to them."""

    def __init__(self, records: tuple[Record, ...]) -> None:
        self._names = Names(records)
        self._records = {record.key: record for record in records if isinstance(record, Agent)}
        self.added: dict[Key, Agent] = {}

    def copied(self) -> Cast:
        """Return the same names, to which others may be added."""
        other = copy(self)
        other.added = dict(self.added)
        return other

    def agent(self, name: str) -> Key:
        """Return the agent of that name; raise Problem when nobody or more than one is called so."""
        kind, marked, rest = name.partition(": ")
        if marked and kind in NEW_AGENTS:
            return self._known(rest, kind) or self._new(kind, rest)  # type: ignore[arg-type]  # a kind of agents
        found = self._known(name, "")
        if found:
            return found
        entries = load_gazetteer().lookup(name)
        if entries:
            return self._from_lists(entries[0])
        raise Problem(
            f"nobody in the article is called {one_line(name, limit=80)!r}{self._close(name, 'agent')}; somebody new "
            "is written {person: NAME}, {organization: NAME} or {unnamed: WORDS}"
        )

    def other(self, kind: Kind, name: str) -> Key:
        """Return the event, delegation or place of that name; raise Problem when there is not one."""
        found = self._names.find(kind, name)
        if len(found) == 1:
            return found[0]
        raise Problem(self._several(found, name) if found else f"no {kind} of the article is called "
                      f"{one_line(name, limit=80)!r}{self._close(name, kind)}")  # fmt: skip

    def has(self, kind: Kind, name: str) -> bool:
        """Tell whether something of the article has that name."""
        return bool(self._names.find(kind, name))

    def _known(self, name: str, kind: str) -> Key | None:
        added = [key for key, agent in self.added.items() if agent.label == name and kind in ("", agent.kind)]
        found = added or [
            key for key in self._names.find("agent", name)
            if not kind or (key in self._records and self._records[key].kind == kind)
        ]  # fmt: skip
        if len(found) > 1:
            raise Problem(self._several(found, name))
        return found[0] if found else None

    def _several(self, found: list[Key], name: str) -> str:
        names = ", ".join(f"{name} [{key}]" for key in found)
        return f"{one_line(name, limit=80)!r} can be more than one: write the full name, or one of {names}"

    def _close(self, name: str, kind: Kind) -> str:
        close = get_close_matches(name, self._names.all(kind), n=2)
        return f" (did you mean {' or '.join(close)}?)" if close else ""

    def _new(self, kind: AgentKind, label: str) -> Key:
        return self._add(Agent(Key(f"{kind}/{slug(label)}"), kind, label, (label,)))

    def _from_lists(self, entry: Entry) -> Key:
        aliases = tuple(dict.fromkeys((*entry.aliases, *entry.capitals, *entry.metonyms, *entry.demonyms)))
        if entry.kind == "state":
            return self._add(Agent(entry.key, "state", entry.label, (), aliases, world=True, code=entry.code))
        side = None
        state = load_gazetteer().entry(f"state/{entry.state}") if entry.state and not entry.party else None
        if state is not None:
            side = self._from_lists(state)
        return self._add(Agent(entry.key, "organization", entry.label, (), aliases, world=True, side=side))

    def _add(self, agent: Agent) -> Key:
        if agent.key not in self._records:
            self.added.setdefault(agent.key, agent)
        return agent.key
