"""Where sources differ: claims that cannot both hold, in versions, each with the words of those who tell it.

Only what is told of the same act or event counts; a later number is a change, and silence is no word at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from ..content.records import Fact, Ref, Statement
from ..kinds import in_words
from ..reading.lookup import PARLEY
from .deeds import Deed
from .happenings import Happening
from .record import SEATED
from .timeline import History

_AGAINST: Final = ("contradicts", "is in tension with")


@dataclass(frozen=True, slots=True)
class Version:
    """One of several claims, and the statements that make it."""

    value: str
    """What is claimed in a few words; empty where only the words themselves tell."""
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What sources tell in different ways."""

    about: str
    """The item, event or other node that it is about, empty where nothing was read of it."""
    what: str
    """``amount``, ``who``, ``status``, ``place``, ``date`` ..., or ``words``."""
    versions: tuple[Version, ...]
    items: tuple[str, ...] = ()
    """The items that the versions are told of, where each version has its own."""


class Differences:
    """The differences of a history."""

    def __init__(self, history: History) -> None:
        self._history = history
        self._record = history.record

    @cached_property
    def all(self) -> tuple[Difference, ...]:
        """Every difference: between statements, then between tellings of one event; those about one node together."""
        found = [self._of_statements(some) for some in self._opposed()]
        known = {(one.about, one.what) for one in found}
        found += [
            one
            for event in self._history.happenings.all.values()
            for one in self._of_event(event)
            if (one.about, one.what) not in known
        ]
        return tuple(sorted(found, key=lambda one: (self._label(one.about), one.what, one.versions[0].statements)))

    def _label(self, node: str) -> str:
        return self._record.label(node) if node else "~"

    def _opposed(self) -> Iterator[tuple[Statement, ...]]:
        """Yield the statements that speak against one another, those that hang together at once."""
        near: dict[str, set[str]] = defaultdict(set)
        for said in self._record.statements.values():
            for words, other in said.links:
                if words in _AGAINST and other in self._record.statements:
                    near[said.id].add(other)
                    near[other].add(said.id)
        left = set(near)
        for start in sorted(near):
            some, waiting = set[str](), [start] if start in left else []
            while waiting:
                one = waiting.pop()
                if one in left:
                    left.remove(one)
                    some.add(one)
                    waiting.extend(near[one])
            if some:
                yield tuple(self._record.statements[iri] for iri in sorted(some))

    def _of_statements(self, some: Sequence[Statement]) -> Difference:
        """Return the versions of statements: those that no link sets against one another are one."""
        versions: list[list[Statement]] = []
        for said in sorted(some, key=lambda one: (self._record.published(one.source) or "~", one.source, one.start)):
            fits = (group for group in versions if not any(_against(said, other) for other in group))
            mine = next((group for group in fits if self._one_claim(said, group)), None)
            if mine is None:
                versions.append([said])
            else:
                mine.append(said)
        told = [self._facts(group) for group in versions]
        what, values = self._what(told)
        made = [Version(value, self._with_others(group, some)) for value, group in zip(values, versions, strict=True)]
        items = (act.item for act in map(self._act, told) if act)
        return Difference(self._about(some), what, tuple(made), tuple(dict.fromkeys(items)))

    def _one_claim(self, said: Statement, group: Iterable[Statement]) -> bool:
        mine = {self._about_fact(fact) for fact in self._facts([said])}
        return any(mine & {self._about_fact(fact) for fact in self._facts([other])} for other in group)

    def _about_fact(self, fact: Fact) -> tuple[str, ...]:
        act = self._act_of.get(fact.id)
        return (act.type, act.item, *act.agents) if act else (fact.kind, fact.aspect, self._record.sentence(fact))

    def _facts(self, some: Iterable[Statement]) -> list[Fact]:
        """The facts that statements carry, acts first."""
        found = {fact.id: fact for said in some for fact in self._facts_of.get(said.id, ())}
        return sorted(found.values(), key=lambda fact: (fact.kind != "act", fact.kind != "event", fact.id))

    @cached_property
    def _facts_of(self) -> Mapping[str, tuple[Fact, ...]]:
        found: defaultdict[str, list[Fact]] = defaultdict(list)
        for fact in self._record.content.facts:
            for iri in {*fact.statements, *fact.disputes}:
                found[iri].append(fact)
        return {iri: tuple(facts) for iri, facts in found.items()}

    @cached_property
    def _facts_on(self) -> Mapping[str, tuple[Fact, ...]]:
        """The facts that tell of each event."""
        found: defaultdict[str, list[Fact]] = defaultdict(list)
        for fact in self._record.content.facts:
            if fact.kind == "event" and fact.nodes:
                found[fact.nodes[0]].append(fact)
        return {node: tuple(facts) for node, facts in found.items()}

    @cached_property
    def _act_of(self) -> Mapping[str, Deed]:
        return {fact: act for act in self._history.deeds.all for fact in act.facts}

    def _with_others(self, group: Iterable[Statement], opposed: Iterable[Statement]) -> tuple[str, ...]:
        """Return the statements of a version, and all others that tell the same act."""
        known = [said.id for said in group]
        acts = [self._act_of[fact.id] for fact in self._facts(group) if fact.id in self._act_of]
        others = {said.id for said in opposed}
        same = sorted(
            iri
            for act in acts
            for fact in act.facts
            for iri in self._record.triples.all(fact, PARLEY + "supportedBy")
            if iri in self._record.statements and iri not in others
        )
        return tuple(dict.fromkeys((*known, *same)))

    def _about(self, some: Sequence[Statement]) -> str:
        """The item that most of the statements are about, else the event, else any node."""
        facts = self._facts(some)
        items = [self._act_of[fact.id].item for fact in facts if fact.id in self._act_of]
        events = [fact.nodes[0] for fact in facts if fact.kind == "event" and fact.nodes]
        others = [node for fact in facts for node in fact.nodes]
        return next(iter([*items, *events, *others]), "")

    def _what(self, versions: Sequence[Sequence[Fact]]) -> tuple[str, list[str]]:
        """Return in what versions differ, and what each of them has there."""
        acts = [self._act(facts) for facts in versions]
        told = [act for act in acts if act]
        if len(told) == len(versions):
            amounts = [self._record.nodes[act.item].amount if act.item in self._record.nodes else "" for act in told]
            choices = (
                ("amount", amounts),
                ("status", [self._status(act) for act in told]),
                ("who", [self._record.labels(act.agents) for act in told]),
            )
            for what, values in choices:
                if all(values) and len(set(values)) > 1:
                    return what, values
        events = [next((fact for fact in facts if fact.kind == "event"), None) for facts in versions]
        aspects = {fact.aspect for fact in events if fact}
        if all(events) and len(aspects) == 1:
            return aspects.pop(), [self._detail(fact) for fact in events if fact]
        return "words", [self._status(act) if act else "" for act in acts]

    def _act(self, facts: Iterable[Fact]) -> Deed | None:
        """The act that a version tells of."""
        return next((self._act_of[fact.id] for fact in facts if fact.id in self._act_of), None)

    def _detail(self, fact: Fact) -> str:
        """What a fact about an event tells of it: the last that its sentence names."""
        last = fact.words[-1]
        return self._record.label(last.node) if isinstance(last, Ref) else last

    def _status(self, act: Deed) -> str:
        return ("denied: " if act.standing == "denied" else "") + in_words(act.status)

    def _of_event(self, event: Happening) -> Iterator[Difference]:
        """Yield what those who tell of an event as held tell differently: where it was, and when."""
        held = [one for one in event.tellings if one.standing in SEATED]
        for aspect, values in (
            ("place", {one.source: one.place for one in held if one.place}),
            ("date", {one.source: one.when.value for one in held if one.when.day and not one.when.fits(event.when)}
                | {one.source: event.when.value for one in held if one.when.day and one.when.fits(event.when)}),
        ):  # fmt: skip
            each: defaultdict[str, list[str]] = defaultdict(list)
            for source, value in values.items():
                each[value] += self._telling(event.node, aspect, source)
            versions = tuple(Version(value, tuple(said)) for value, said in sorted(each.items()) if said)
            if len(versions) > 1:
                yield Difference(event.node, aspect, versions)

    def _telling(self, event: str, aspect: str, source: str) -> list[str]:
        """The statements by which a source tells an aspect of an event, or the event itself."""
        of = self._facts_on.get(event, ())
        wanted = [fact for fact in of if fact.aspect == aspect] or of
        found = [iri for fact in wanted for iri in fact.statements if iri in self._record.statements]
        return [iri for iri in dict.fromkeys(found) if self._record.statements[iri].source == source]


def _against(one: Statement, other: Statement) -> bool:
    links = (
        *((words, iri, other.id) for words, iri in one.links),
        *((words, iri, one.id) for words, iri in other.links),
    )
    return any(words in _AGAINST and iri == wanted for words, iri, wanted in links)
