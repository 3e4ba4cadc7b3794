"""Reads made-up sentences as part of a made-up article and tells what came out in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from parley.graph.records import (
    Act,
    Agent,
    Attendance,
    DelegationMembership,
    Event,
    Item,
    Key,
    NegotiationDocument,
    PostHolding,
    Record,
    Source,
    SourceRecords,
    Statement,
    Term,
)  # fmt: skip
from parley.loaders.news.extract import read_article

OPENING = (
    "Peace talks between {0} and {1} resume\n\nDelegations from {0} and {1} opened talks on a "
    "ceasefire agreement in Doha."
)


@dataclass(frozen=True)
class Told:
    """The records of an article, and where the sentences that a test is about begin in it."""

    records: tuple[Record, ...]
    source: Source
    begin: int = 0
    notes: tuple[str, ...] = ()
    untold: int = 0

    def of(self, kind: type) -> list:  # type: ignore[type-arg]  # of whatever kind is asked for
        """The records of one kind that the sentences support; agents and the like wherever they come from."""
        found = [r for r in self.records if isinstance(r, kind)]
        if kind in (Act, Event, PostHolding, DelegationMembership, Attendance, NegotiationDocument):
            told = {k for s in self.statements for k in s.supports}
            found = [r for r in found if r.key in told]
        return found

    @property
    def statements(self) -> list[Statement]:
        """The statements made in the sentences."""
        return [r for r in self.records if isinstance(r, Statement) and r.span.start >= self.begin]

    def label(self, key: Key | None) -> str:
        """How the thing under a key is called."""
        record = next((r for r in self.records if getattr(r, "key", None) == key), None)
        return str(getattr(record, "label", key or ""))

    def labels(self, keys: tuple[Key, ...]) -> list[str]:
        """How several things are called, in order of their names."""
        return sorted(self.label(k) for k in keys)

    def words(self, statement: Statement) -> str:
        """The words of a statement."""
        return self.source.text[statement.span.start : statement.span.end]

    @property
    def persons(self) -> list[str]:
        """Names of persons."""
        return sorted(a.label for a in self.of(Agent) if a.kind == "person")

    @property
    def posts(self) -> set[tuple[str, str, str, str]]:
        """(person, title in lower case, tenure, organisation) of every post."""
        return {
            (self.label(p.person), p.title.lower(), p.tenure, self.label(p.organization)) for p in self.of(PostHolding)
        }

    @property
    def said(self) -> list[tuple[str, str]]:
        """(speakers, words) of everything that somebody says and that is not a part of something wider."""
        spoken = [s for s in self.statements if s.chain and not s.part_of and not s.aspect]
        return [(" > ".join(self.label(k) for k in s.chain), self.words(s)) for s in spoken]

    @property
    def acts(self) -> list[tuple[str, str, str]]:
        """(type, agents, addressees) of every act."""
        return [(a.type, " ".join(self.labels(a.agents)), " ".join(self.labels(a.addressees))) for a in self.of(Act)]

    @property
    def rows(self) -> list[tuple[str, str, str, str]]:
        """(type, agents, item, standing) of every act."""
        return [(a.type, " ".join(self.labels(a.agents)), self.label(a.item), a.standing) for a in self.of(Act)]

    @property
    def term(self) -> Term:
        """The first term of the first act."""
        item = next(i for i in self.of(Item) if i.key == self.of(Act)[0].item)
        return next(t for t in self.of(Term) if t.key == item.terms[0])

    @property
    def members(self) -> set[tuple[str, str, str]]:
        """(member, delegation, role) of every membership."""
        return {(self.label(m.member), self.label(m.delegation), m.role) for m in self.of(DelegationMembership)}

    @property
    def attendances(self) -> set[tuple[str, str, str]]:
        """(agent, capacity, standing) of whoever takes part beside the parties."""
        return {(self.label(a.agent), a.capacity, a.standing) for a in self.of(Attendance) if a.capacity != "party"}

    def event(self, kind: str) -> Event:
        """The only event of a kind."""
        [event] = [e for e in self.of(Event) if e.kind == kind]
        assert isinstance(event, Event)
        return event


def whole(text: str, published: str | None = "2025-07-24", publisher: str | None = None) -> Told:
    """A whole article."""
    read: SourceRecords = read_article(text, source_id="made-up", publisher=publisher, published=published)
    return Told(read.records, read.source, notes=read.notes, untold=read.untold)


@cache
def told(sentences: str, first: str = "Sudan", second: str = "Chad") -> Told:
    """Sentences of an article on talks between two parties."""
    opening = OPENING.format(first, second)
    read = read_article(f"{opening}\n\n{sentences}\n", source_id="made-up", published="2025-07-24")
    return Told(read.records, read.source, len(opening) + 2)
