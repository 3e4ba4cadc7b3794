"""What the page is given: one JSON object, versioned, in which everything is named by its place in a list.

``nodes``, ``facts``, ``statements``, ``sources`` and ``sides`` are lists; a number elsewhere is a place in one of
them. ``talks`` are the negotiations, and last, with ``node`` null, what is in none; ``acts`` are what all sources
tell of one act together; ``stacks`` are items of one party in the same words, which have one card. ``network`` has
the cards in order, and what ties them: an edge is from a node, to a node, by a fact, and reads as one of the ``lines``.
Days are ISO 8601 for sorting, with words beside them for reading.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from ..content.records import Fact, Node, Ref, Source, Statement
from ..content.wording import moment
from ..history.comparison import Change
from ..history.days import When, told_day
from ..history.deeds import Deed
from ..history.differences import Difference, Differences
from ..history.happenings import Happening
from ..history.positions import positions
from ..history.record import Quote, independent, publishers
from ..history.talks import AllTalks, Round, Talks
from ..history.timeline import History
from ..kinds import in_words
from ..reading.lookup import PARLEY
from .cards import drawn
from .network import network
from .offices import Offices
from .stacks import stacks
from .standings import standing_as
from .timeline import in_time

VERSION: Final = 3
"""Changes when a reader of the JSON would have to change."""


class Contract:
    """Makes the JSON of a history, with or without the words of its sources."""

    def __init__(self, history: History, *, quotes: bool) -> None:
        content = history.record.content
        self._quotes = quotes
        self._content = content
        self._history = history
        self._talks = AllTalks(history)
        self._nodes = {node.id: i for i, node in enumerate(content.nodes)}
        self._statements = {statement.id: i for i, statement in enumerate(content.statements)}
        self._facts = {fact.id: i for i, fact in enumerate(content.facts)}
        self._sources = {source.id: i for i, source in enumerate(content.sources)}

        self._offices = Offices(history.record)
        self._ended = self._offices.ended()
        self._positions = {one.node: one for one in positions(history)}
        self._places = {talks.node: i for i, talks in enumerate(self._talks.all)}
        self._acts_of: dict[str, list[Deed]] = {}
        for act, where in self._talks.of_act.items():
            for node in where or ("",):
                self._acts_of.setdefault(node, []).append(act)

    def data(self, title: str) -> dict[str, Any]:  # plain JSON
        """The whole object."""
        content = self._content
        cards = drawn(content)
        happened = self._history.happenings.all
        events = [_held(node, happened[node.id]) for node in content.nodes if node.id in happened]
        sides = content.sides
        return {
            "version": VERSION,
            "title": title,
            "quotes": self._quotes,
            "sources": [_source(source, self._nodes) for source in content.sources],
            "sides": [{"node": self._nodes.get(side.id), "label": side.label, "party": side.party} for side in sides],
            "nodes": [self._node(node) for node in content.nodes],
            "facts": [self._fact(fact) for fact in content.facts],
            "statements": [self._statement(statement) for statement in content.statements],
            "timeline": [[self._nodes[node.id] for node in part] for part in in_time(events)],
            "talks": [self._one(talks) for talks in self._talks.all],
            "differs": [self._difference(one) for one in Differences(self._history).all],
            "acts": [self._act(act) for act in self._history.deeds.all],
            "stacks": [self._all(items) for items in stacks(self._history.record, self._history.deeds.all)],
            "network": network(content, cards, self._nodes),
        }

    def _all(self, nodes: Any) -> list[int]:  # any iterable of IRIs
        return [self._nodes[node] for node in nodes if node in self._nodes]

    def _node(self, node: Node) -> dict[str, Any]:  # plain JSON
        at = self._positions.get(node.id)
        event = self._history.happenings.all.get(node.id)
        told = standing_as(at, node) if at else _held(node, event) if event else self._offices.noted(node)
        made = _node(told, self._nodes, self._facts)
        if node.kind == "item":
            made["variants"] = self._variants(node.id)
            made["unanswered"] = bool(at and at.unanswered)
        return made | {"event": _event(event)} if event else made

    def _fact(self, fact: Fact) -> dict[str, Any]:  # plain JSON
        made = _fact(fact, self._nodes, self._statements)
        return made | {"ended": self._ended[fact.id]} if fact.id in self._ended else made

    def _variants(self, item: str) -> list[int]:
        """The items that are on the table instead of one, before or after it."""
        triples, name = self._history.record.triples, PARLEY + "variantOf"
        return sorted(self._all({*triples.all(item, name), *triples.subjects(name, item)}))

    def _statement(self, statement: Statement) -> dict[str, Any]:  # plain JSON
        made = _statement(statement, self._nodes, self._statements, self._sources)
        known = self._history.record.statements.get(statement.id)
        before = self._history.record.quote(known.id).after if known else ""
        return made | {"origin": before} if before else made

    def _one(self, talks: Talks) -> dict[str, Any]:  # plain JSON
        words = self._words(talks)
        return {
            "node": self._nodes.get(talks.node),
            "parties": self._all(talks.parties),
            "guests": self._all(talks.guests),
            "rounds": [_round(one, self._all(one.events)) for one in talks.rounds],
            "steps": [
                {"before": step.before, "after": step.after, "changes": [self._change(one) for one in step.changes]}
                for step in talks.steps
            ],
            "events": self._all(talks.events),
            "items": self._all(talks.items),
            "people": self._all(talks.people),
            "sources": [self._sources[source] for source in talks.sources if source in self._sources],
            "publishers": len(publishers(words)),
            "independent": len(independent(words)),
            "number": self._places[talks.node],
        }

    def _words(self, talks: Talks) -> list[Quote]:
        """All words of a negotiation's sources that its acts and events rest on."""
        acts = self._acts_of.get(talks.node, ())
        events = (self._history.happenings.all[event] for event in talks.events)
        quotes = [*(quote for act in acts for quote in act.quotes), *(q for event in events for q in event.quotes)]
        own = {self._history.record.source_id(source) for source in talks.sources}
        return sorted(quote for quote in quotes if quote.source in own)

    def _act(self, act: Deed) -> dict[str, Any]:  # plain JSON
        return {
            "facts": [self._facts[fact] for fact in act.facts if fact in self._facts],
            "item": self._nodes.get(act.item),
            "by": self._all(sorted(self._history.record.sides(act.agents), key=self._history.record.label)),
            "type": act.type,
            "status": act.status,
            "words": in_words(act.status),
            "standing": act.standing,
            "event": self._nodes.get(act.event),
            "first": act.when.first,
            "last": act.when.last,
            "when": _days(act.when.day, act.when.end),
            "exact": act.when.exact,
            "dated": act.dated_by if act.when.day else "",
            "talks": sorted(self._places[node] for node in self._talks.of_act[act] or ("",) if node in self._places),
            "publishers": len(publishers(act.quotes)),
            "independent": len(independent(act.quotes)),
        }

    def _difference(self, one: Difference) -> dict[str, Any]:  # plain JSON
        return {
            "about": self._nodes.get(one.about),
            "what": one.what,
            "items": self._all(one.items),
            "versions": [
                {
                    "value": version.value,
                    "statements": [self._statements[said] for said in version.statements if said in self._statements],
                }
                for version in one.versions
            ],
        }

    def _change(self, one: Change) -> dict[str, Any]:  # plain JSON
        return {
            "kind": one.kind,
            "item": self._nodes.get(one.node),
            "by": self._all(sorted(self._history.record.sides(one.by), key=self._history.record.label)),
            "when": _days(*one.day.split("/")),
            "standing": one.standing,
            "before": "" if one.replaces else one.before,
            "after": one.after,
            "replaces": self._nodes.get(one.replaces),
        }


def _held(node: Node, event: Happening) -> Node:
    """Return an event's node with its day and place by what all sources tell, a day that was put off left behind."""
    note = " · ".join(part for part in (event.place, _days(event.when.day, event.when.end)) if part)
    return replace(node, note=note, time=replace(node.time, date=event.when.day))


def _round(one: Round, events: list[int]) -> dict[str, Any]:  # plain JSON
    return {
        "number": one.number,
        "name": one.name,
        "events": events,
        "first": one.first,
        "last": one.last,
        "held": one.held,
    }


def _event(event: Happening) -> dict[str, Any]:  # plain JSON
    return {
        "kind": event.kind,
        "first": event.when.first,
        "last": event.when.last,
        "when": _days(event.when.day, event.when.end),
        "exact": event.when.exact,
        "held": event.held,
        "place": event.place,
        "told": event.history,
        "also": event.also,
    }


def _days(day: str, end: str = "") -> str:
    """A day or some days in words."""
    return f"{moment(day)} to {moment(end)}" if end and end != day else moment(day) if day else ""


def _node(node: Node, number: dict[str, int], facts: dict[str, int]) -> dict[str, Any]:  # plain JSON
    return {
        "id": node.id,
        "kind": node.kind,
        "label": node.label,
        "note": node.note,
        "side": number.get(node.side),
        "standing": node.standing,
        "aliases": node.aliases,
        "issues": node.issues,
        "topics": node.topics,
        "amount": node.amount,
        "limits": node.limits,
        "closed": node.closed,
        "date": moment(node.time.date),
        "number": node.time.number,
        "statuses": [
            {"key": status.key, "words": status.words, "standing": status.standing, "fact": facts[status.fact]}
            for status in node.statuses
        ],
    }


def _fact(fact: Fact, number: dict[str, int], statements: dict[str, int]) -> dict[str, Any]:  # plain JSON
    return {
        "kind": fact.kind,
        "aspect": fact.aspect,
        "standing": fact.standing,
        "words": [number.get(w.node, "?") if isinstance(w, Ref) else w for w in fact.words],
        "statements": [statements[s] for s in fact.statements if s in statements],
        "disputes": [statements[s] for s in fact.disputes if s in statements],
    }


def _source(source: Source, number: dict[str, int]) -> dict[str, Any]:  # plain JSON
    return {
        "id": source.id,
        "title": source.title,
        "publisher": number.get(source.publisher),
        "published": moment(source.published) if source.published else "",
        "day": told_day(source.published) if When(told_day(source.published)).exact else "",
        "url": source.url if source.url.startswith(("http://", "https://")) else "",
        "text": source.text,
    }


def _statement(
    statement: Statement, number: dict[str, int], statements: dict[str, int], sources: dict[str, int]
) -> dict[str, Any]:  # plain JSON
    return {
        "source": sources.get(statement.source),
        "start": statement.start,
        "end": statement.end,
        "quote": statement.quote,
        "chain": [number[agent] for agent in statement.chain if agent in number],
        "modality": statement.modality,
        "evidence": statement.evidence,
        "mode": statement.mode,
        "confidence": statement.confidence,
        "whole": statements.get(statement.whole),
        "label": statement.label,
        "links": [[words, statements[other]] for words, other in statement.links if other in statements],
    }
