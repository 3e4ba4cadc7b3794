"""The data contract of the page: frozen records of what the canonical graph says, ready to be drawn and read.

Nothing here knows about positions, colours or HTML, and nothing is about any one article.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Ref:
    """A node named inside a sentence."""

    node: str


Words: TypeAlias = tuple[str | Ref, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """A line to draw for a fact. ``quiet`` lines show only when one of their ends is selected."""

    source: str
    target: str
    label: str
    kind: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One sentence about nodes, how it stands, and the statements that support or dispute it."""

    id: str
    kind: str
    standing: str
    words: Words
    statements: tuple[str, ...]
    disputes: tuple[str, ...] = ()
    edges: tuple[Edge, ...] = ()
    aspect: str = ""
    """Which part of an event or a document the sentence is about, such as ``duration``."""

    @property
    def nodes(self) -> tuple[str, ...]:
        """The nodes that the sentence names, in order."""
        return tuple(dict.fromkeys(word.node for word in self.words if isinstance(word, Ref)))


@dataclass(frozen=True, slots=True)
class Status:
    """What became of an item by one act, how that stands, and which statements say it."""

    key: str
    words: str
    standing: str
    fact: str


CLOSED = ("carriedOut", "stepTaken", "withdrawn", "rejected")
"""Statuses of what lies on the table no more."""


@dataclass(frozen=True, slots=True)
class Time:
    """What places an event: its date, its number in a series, and the event that it follows."""

    date: str = ""
    number: int | None = None
    series: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """Something that can be looked at: its kind, label, a short note and the names it is found by."""

    id: str
    kind: str
    label: str
    note: str = ""
    side: str = ""
    standing: str = ""
    aliases: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    """The issues again in a word or two each, for a card."""
    amount: str = ""
    limits: tuple[str, ...] = ()
    """On which condition and with whose help an item is meant to be done."""
    statuses: tuple[Status, ...] = ()
    """From the least to the most telling: the last one is where the item stands now."""
    rank: tuple[str, ...] = ()
    """Sorts the node within its lane."""
    time: Time = Time()

    @property
    def closed(self) -> bool:
        """Whether an item is no longer on the table: done, withdrawn or refused, or never there at all."""
        if not self.statuses:
            return False
        last = self.statuses[-1]
        return last.standing == "denied" or (last.standing in ("asserted", "claimed") and last.key in CLOSED)


@dataclass(frozen=True, slots=True)
class Statement:
    """Who says it in which words, and where they stand in the source."""

    id: str
    source: str
    start: int
    end: int
    quote: str
    chain: tuple[str, ...]
    modality: str
    evidence: str
    mode: str
    confidence: str
    whole: str = ""
    """The statement of which this one is a part."""
    label: bool = False
    """True for words that an editor set over what somebody says: they tell nothing by themselves."""
    links: tuple[tuple[str, str], ...] = ()
    """Pairs of words (``is in tension with``) and statement."""


@dataclass(frozen=True, slots=True)
class Source:
    """A source document, with its text unless the page is made without words."""

    id: str
    title: str
    publisher: str
    published: str
    url: str
    text: str


@dataclass(frozen=True, slots=True)
class Side:
    """A party to the talks, or another state or organisation that somebody belongs to."""

    id: str
    label: str
    party: bool


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that the page shows."""

    sources: tuple[Source, ...]
    sides: tuple[Side, ...]
    nodes: tuple[Node, ...]
    facts: tuple[Fact, ...]
    statements: tuple[Statement, ...]
