"""The whole record of what the sources tell, read once: nodes, facts in words, and each quotation with its source."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from ..content.reading import content_of
from ..content.records import Content, Fact, Node, Ref, Statement
from ..reading.lookup import LABEL, PARLEY, TYPE, Queryable, Triples, concept_key
from ..reading.tellings import Told, listed_by_statement, tellings_of_events
from .days import told_day

TYPE_UNNAMED: Final = PARLEY + "UnnamedAgent"
UNTOLD: Final = "publisher of "
"""What the name of a publisher begins with that no source tells."""
_SAME: Final = "says the same as"
SEATED: Final = frozenset(("asserted", "claimed"))
"""How a fact stands that somebody tells as having been so."""


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """The exact words that carry a fact: where they stand, who published them when, who says them."""

    published: str
    source: str
    start: int
    end: int
    words: str
    publisher: str
    speaker: str
    """Empty where the article says it in its own voice."""
    voice: str
    """The IRI of whoever says it: the speaker's side, or the publisher."""
    title: str = ""
    url: str = ""
    against: bool = False
    """True for words that dispute the fact."""
    after: str = ""
    """The publisher that had the same before, word for word or as the same utterance; empty for words of its own."""


_ITEMS: Final = f"""
PREFIX parley: <{PARLEY}>
SELECT ?act ?label WHERE {{ GRAPH ?graph {{ ?act parley:concerns ?item . ?item <{LABEL}> ?label }} }}
"""


class Record:
    """What all sources tell, in the shape that histories are made of."""

    def __init__(self, knowledge: Queryable, *, wordless: bool = False) -> None:
        """Read it; ``wordless`` is for a graph that was made without words, whose statements have none to show."""
        self.triples = Triples(knowledge)
        self.tellings: Mapping[str, Mapping[str, Told]] = tellings_of_events(knowledge)
        self.content: Content = content_of(self.triples, self.tellings, listed_by_statement(knowledge))
        self.nodes: Mapping[str, Node] = {node.id: node for node in self.content.nodes}
        self._items = {str(row["act"]): str(row["label"]) for row in knowledge.query(_ITEMS)}
        self._sources = {source.id: source for source in self.content.sources}
        told = (s for s in self.content.statements if s.source in self._sources and (s.quote or wordless))
        self.statements: Mapping[str, Statement] = {said.id: said for said in told}

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """The IRIs of the sources, in the order in which they came out."""
        return tuple(sorted(self._sources, key=lambda iri: (self.published(iri) or "~", iri)))

    @cached_property
    def last_day(self) -> str:
        """The day of the latest source that has one."""
        return max((self.published(iri) for iri in self._sources), default="")

    def published(self, source: str) -> str:
        """Return the day on which a source came out, as exact as it is told."""
        return told_day(self._sources[source].published) if source in self._sources else ""

    def publisher(self, source: str) -> str:
        """Return the name of a source's publisher, or whose it is where none is told."""
        publisher = self._sources[source].publisher
        named = publisher and TYPE_UNNAMED not in self.triples.all(publisher, TYPE)
        return self.label(publisher) if named else f"{UNTOLD}{self.source_id(source)}"

    def source_id(self, source: str) -> str:
        """Return the id of a source."""
        return self.triples.first(source, PARLEY + "sourceId")

    def source_named(self, id: str) -> str:
        """Return the IRI of the source with this id."""
        return self._by_id.get(id, "")

    @cached_property
    def _by_id(self) -> Mapping[str, str]:
        return {self.source_id(source): source for source in self._sources}

    def has_source(self, source: str) -> bool:
        """True for the IRI of a source that was read."""
        return source in self._sources

    def in_order(self, sources: Collection[str]) -> tuple[str, ...]:
        """Return those of the sources that were read, in the order in which they came out."""
        return tuple(sorted(filter(self.has_source, sources), key=self._order.__getitem__))

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {source: place for place, source in enumerate(self.sources)}

    def source_text(self, source: str) -> str:
        """Return the text of a source, where it is kept."""
        return self._sources[source].text

    def label(self, node: str) -> str:
        """Return the name of a node, or of a concept of the vocabulary."""
        return self.triples.concept(node) if "#" in node else self.triples.name(node)

    def labels(self, nodes: Iterable[str]) -> str:
        """Return the names of nodes, in order, with commas between."""
        return ", ".join(sorted({self.label(node) for node in nodes}))

    def side(self, node: str) -> str:
        """Return the party that a node belongs to, or the node itself."""
        known = self.nodes.get(node)
        return known.side if known and known.side else node

    def parties(self, nodes: Iterable[str]) -> frozenset[str]:
        """Return the states and organisations that nodes are, or belong to."""
        return frozenset(side for side in self.sides(nodes) if self.kind(side) not in ("person", "unnamed"))

    def kind(self, node: str) -> str:
        """Return what kind of node it is, as the page tells them apart."""
        return self.nodes[node].kind if node in self.nodes else ""

    def is_person(self, node: str) -> bool:
        """Return whether a node is somebody, named or not, and no party."""
        return self.kind(node) in ("person", "unnamed")

    def sides(self, nodes: Iterable[str]) -> frozenset[str]:
        """Return the parties that nodes belong to."""
        return frozenset(self.side(node) for node in nodes)

    def standing(self, fact: str) -> str:
        """Return how a fact stands, empty where it has no standing."""
        return concept_key(self.triples.first(fact, PARLEY + "standing"))

    def issues(self, item: str) -> tuple[str, ...]:
        """Return the issues that an item is on."""
        return tuple(self.triples.all(item, PARLEY + "onIssue"))

    def told_as(self, act: str, item: str) -> str:
        """Return what the source of an act calls the item that the act is about."""
        return self._items.get(act) or self.label(item)

    def sentence(self, fact: Fact) -> str:
        """Return a fact as a sentence."""
        words = (self.label(word.node) if isinstance(word, Ref) else word for word in fact.words)
        return " ".join(words).replace(" ,", ",").replace(" :", ":")

    def words(self, fact: Fact) -> tuple[Quote, ...]:
        """Return the words that a fact rests on and those against it, in the order in which they came out."""
        return self._quotes(fact.statements, fact.disputes, fact.standing)

    def words_for(self, node: str) -> tuple[Quote, ...]:
        """Return the same for the node of a fact or an event."""
        supports, disputes = (self.triples.all(node, PARLEY + name) for name in ("supportedBy", "disputedBy"))
        return self._quotes(supports, disputes, self.standing(node))

    def _quotes(self, supports: Iterable[str], disputes: Iterable[str], standing: str) -> tuple[Quote, ...]:
        """Return quotations of statements; what is told as denied rests on the words that deny it."""
        found = [self.quote(iri) for iri in supports if iri in self.statements]
        found += [self.quote(iri, against=standing != "denied") for iri in disputes if iri in self.statements]
        return tuple(sorted(set(found)))

    def quote(self, statement: str, *, against: bool = False) -> Quote:
        """Return the words of a statement."""
        said = self.statements[statement]
        words = self._place(said.source, said.start, said.end)
        words = replace(words, words=said.quote, against=against, after=self._had_before(said))
        if len(said.chain) < 2:
            return words
        speaker = " > ".join(self.label(agent) for agent in said.chain[1:])
        return replace(words, speaker=speaker, voice=self.side(said.chain[-1]))

    def _had_before(self, said: Statement) -> str:
        """Return the publisher that was the first to have what a statement repeats, if another has it too."""
        same = (self.statements[iri].source for words, iri in said.links if words == _SAME and iri in self.statements)
        when = (self.published(said.source), said.source)
        before = sorted((self.published(one), one) for one in same if (self.published(one), one) < when)
        first = self.publisher(before[0][1]) if before and all(when) else ""
        return first if first != self.publisher(said.source) else ""

    def forms(self, node: str) -> tuple[str, ...]:
        """Return the forms in which sources print the name of a node, its label among them."""
        return tuple(sorted({self.label(node), *self.triples.all(node, PARLEY + "surfaceForm")}))

    def printed(self, node: str, form: str) -> Quote | None:
        """Return the first place at which a source that tells of a node prints this form of its name, if any does."""
        pattern = re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")
        for source in self.sources:
            if node in self._told_by[source] and (found := pattern.search(self._sources[source].text)):
                return self._place(source, found.start(), found.end())
        return None

    def _place(self, source: str, start: int, end: int) -> Quote:
        """Return words of a source in its own voice."""
        told = self._sources[source]
        return Quote(
            published=self.published(source),
            source=self.source_id(source),
            start=start,
            end=end,
            words=told.text[start:end],
            publisher=self.publisher(source),
            speaker="",
            voice=told.publisher,
            title=told.title,
            url=told.url,
        )

    @cached_property
    def _told_by(self) -> Mapping[str, frozenset[str]]:
        """The nodes that the facts of each source are about."""
        found: dict[str, set[str]] = {source: set() for source in self._sources}
        for fact in self.content.facts:
            for iri in (*fact.statements, *fact.disputes):
                if iri in self.statements:
                    found[self.statements[iri].source].update(fact.nodes)
        for said in self.statements.values():
            found[said.source].update(said.chain)
        return {source: frozenset(nodes) for source, nodes in found.items()}

    def contradicted(self, facts: Iterable[str]) -> bool:
        """True when what carries one of these facts contradicts, or is contradicted by, other words."""
        said = (iri for fact in facts for iri in self.triples.all(fact, PARLEY + "supportedBy"))
        links = (link for iri in said if iri in self.statements for link in self.statements[iri].links)
        return any(words == "contradicts" for words, _ in links)

    def source_of(self, fact: Fact) -> str:
        """Return the source that a fact of one source comes from, empty where it has no words."""
        said = next(
            (self.statements[iri] for iri in (*fact.statements, *fact.disputes) if iri in self.statements), None
        )
        return said.source if said else ""


def publishers(quotes: Iterable[Quote]) -> tuple[str, ...]:
    """Return the publishers of quotations, each once, in the order of the quotations."""
    return tuple(dict.fromkeys(quote.publisher for quote in quotes))


def independent(quotes: Iterable[Quote]) -> tuple[str, ...]:
    """Return the publishers that have something that no other had before.

    Those that are not told may all be one, and count as one.
    """
    found = publishers(quote for quote in quotes if not quote.after)
    untold = [publisher for publisher in found if publisher.startswith(UNTOLD)]
    return tuple(publisher for publisher in found if publisher not in untold[1:])


def voices(quotes: Iterable[Quote], *, against: bool = False) -> tuple[str, ...]:
    """Return who says what quotations say, or what those against it do: speakers, and publishers in their own voice."""
    said = (quote for quote in quotes if quote.against is against)
    return tuple(dict.fromkeys(quote.speaker.rpartition(" > ")[2] or quote.publisher for quote in said))


def as_told(quotes: Iterable[Quote], *, claimed: bool, denied_by: Sequence[str] = ()) -> str:
    """Return whose word something is, in brackets, where it is claimed or denied; nothing where it stands."""
    if not claimed and not denied_by:
        return ""
    who = voices(quotes)
    said = f"as {', '.join(who) or 'somebody'} {'say' if len(who) > 1 else 'says'}"
    denied = f"; denied by {', '.join(denied_by)}" if denied_by else ""
    return f" ({said}{denied})"


def one_each(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Return the first quotation of each source, for what it is, and then of each source against it."""
    found: dict[tuple[str, bool], Quote] = {}
    for quote in sorted(quotes):
        found.setdefault((quote.source, quote.against), quote)
    return tuple(found.values())
