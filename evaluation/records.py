"""What a reader found in an article: the gold, with its leniencies, and predictions, which are to be scored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Names: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldRole:
    """A post of a person."""

    title: str
    org: str
    status: str
    quote: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldPerson:
    """A named person."""

    name: str
    aliases: Names
    roles: tuple[GoldRole, ...]
    quote: str

    @property
    def names(self) -> Names:
        """The name and the other forms of it."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class GoldProposal:
    """A proposal, offer, demand, agreement ..., with the kinds that are accepted for it."""

    kind: str
    alt_kinds: Names
    agent: Names
    agent_person: Names
    addressee: Names
    content: str
    quantities: tuple[float, ...]
    quote: str
    optional: bool = False
    issues: Names = ()
    """What it may be said to be on; nothing where nobody says."""


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """A round, meeting, call ... ."""

    type: str
    label: str
    date: str
    date_basis: str
    place: str
    quote: str


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """Something that somebody is said to have said."""

    speaker: Names
    content: str
    quote: str
    optional: bool = False
    denial: bool = False


@dataclass(frozen=True, slots=True)
class GoldParticipation:
    """Somebody who takes part in an event or belongs to a delegation."""

    who: Names
    within: str
    capacity: str
    quote: str


@dataclass(frozen=True, slots=True)
class GoldPastAction:
    """Something that was done."""

    agent: str
    quote: str


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with what a careful reader found in it."""

    id: str
    text: str
    published: str | None
    split: str
    persons: tuple[GoldPerson, ...]
    proposals: tuple[GoldProposal, ...]
    events: tuple[GoldEvent, ...]
    statements: tuple[GoldStatement, ...]
    participations: tuple[GoldParticipation, ...]
    past_actions: tuple[GoldPastAction, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A predicted post."""

    title: str
    org: str | None
    status: str
    words: str = ""
    """The words that it rests on, where they are known; they are not scored."""


@dataclass(frozen=True, slots=True)
class Person:
    """A predicted person."""

    name: str
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A predicted proposal, offer, demand ... ."""

    kind: str
    agent: Names
    addressee: Names
    text: str
    quantities: tuple[float, ...]
    issues: Names = ()


@dataclass(frozen=True, slots=True)
class Event:
    """A predicted event."""

    label: str
    date: str | None
    place: str | None
    words: str = ""
    """The words that it rests on, where they are known; they are not scored."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A predicted statement."""

    speaker: Names
    text: str
    denial: bool = False


@dataclass(frozen=True, slots=True)
class Participation:
    """A predicted participation."""

    who: Names
    within: str
    capacity: str
    words: str = ""
    """The words that it rests on, where they are known; they are not scored."""


@dataclass(frozen=True, slots=True)
class PastAction:
    """Something that is predicted to have been done."""

    agent: Names
    text: str


@dataclass(frozen=True, slots=True)
class Predictions:
    """What was found in one article; the last two are ``None`` where nobody looked for them."""

    persons: tuple[Person, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    participations: tuple[Participation, ...] | None = None
    past_actions: tuple[PastAction, ...] | None = None
