"""A history as a careful reader tells it, and as a store does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from .places import Place

SECTIONS: Final = ("persons", "events", "proposals", "documents", "organisations")
"""What can be one across articles, in the order of the figures."""
LINKS: Final = ("variant", "response", "contradiction", "repeat")
"""What holds between facts, in the order of the figures."""
Pair: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class HistoryArticle:
    """An article of the history."""

    id: str
    text: str
    publisher: str
    published: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A place of the gold; a person has one in an article, with all forms of the name there."""

    place: Place
    names: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Cluster:
    """One person, event or item of the gold with all places that tell of it."""

    id: str
    label: str
    mentions: tuple[Mention, ...]
    ordinal: int | None = None
    date: str = ""
    optional: bool = False
    arguable: bool = False


@dataclass(frozen=True, slots=True)
class Negotiation:
    """A negotiation, and the articles that tell of it."""

    id: str
    articles: frozenset[str]
    optional: frozenset[str]


@dataclass(frozen=True, slots=True)
class Tie:
    """A link of the gold: places that repeat one another, or the answers to a proposal."""

    mentions: tuple[Mention, ...]
    optional: bool = False
    proposal: str = ""


@dataclass(frozen=True, slots=True)
class Sides:
    """Two sides that cannot both hold, or that look so: any place of one with any of the other."""

    one: tuple[Mention, ...]
    other: tuple[Mention, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class HistoryGold:
    """Everything that a careful reader knows after all articles."""

    articles: tuple[HistoryArticle, ...]
    clusters: Mapping[str, tuple[Cluster, ...]]
    """By section."""
    never_same: Mapping[str, tuple[Pair, ...]]
    may_be_same: frozenset[frozenset[str]]
    event_sets: tuple[Mention, ...]
    negotiations: tuple[Negotiation, ...]
    variants: Mapping[frozenset[str], bool]
    """True for those that are optional."""
    responses: tuple[Tie, ...]
    contradictions: tuple[Sides, ...]
    not_contradictions: tuple[Sides, ...]
    repeats: tuple[Tie, ...]
    not_repeats: tuple[Sides, ...]
    ignored: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class FoundMention:
    """One node of a source, with the places that it rests on."""

    place: Place
    label: str = ""
    forms: tuple[str, ...] = ()
    ordinal: int | None = None
    date: str = ""


@dataclass(frozen=True, slots=True)
class FoundCluster:
    """Nodes that a store holds to be one."""

    id: str
    mentions: tuple[FoundMention, ...]


@dataclass(frozen=True, slots=True)
class FoundHistory:
    """What a store says of identity and links."""

    negotiations: Mapping[str, tuple[str, ...]]
    """Of each article."""
    clusters: Mapping[str, tuple[FoundCluster, ...]]
    links: Mapping[str, tuple[tuple[FoundMention, FoundMention], ...]] = field(default_factory=dict)
    statements: tuple[Place, ...] = ()
    """Where all statements stand: what is not among them cannot be linked."""
