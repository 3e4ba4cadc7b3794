"""Finds in the triples of one source what matchers go by."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import Final

from ...ontology.terms import FOAF, ORG, OWL, PARLEY, RDF, SCHEMA, SKOS
from ..identifiers import Minter
from ..ntriples import Triple
from .matter import kernel, matter, names_one, only_tells_when
from .nodes import Node, days
from .spelling import gist, name_tokens, plain, sound, stems
from .tellings import DEED, Kind, Telling

_ASKS: Final = frozenset(
    f"<{PARLEY[name]}>"
    for name in ("propose", "offer", "demand", "request", "commit", "setCondition", "threaten", "takeStep")
)
_ACTING: Final = (SCHEMA.agent, PARLEY.addressee, PARLEY.impliedAddressee)
_STANDING_FOR: Final = (
    *((one, 3) for one in (SCHEMA.agent, PARLEY.party)),
    *((one, 2) for one in _ACTING[1:]),
    (PARLEY.side, 1),
    (PARLEY.represents, 1),
)
"""What makes somebody an actor of a source, with its weight."""
_BETWEEN: Final = frozenset(("capacity-mediator", "capacity-host", "capacity-observer"))
_MOST_ACTORS: Final = 4
_TURNS: Final = (("next", 1), ("new", 1), ("previous", -1), ("last", -1), ("earlier", -1))
_CLASSES: Final[tuple[tuple[str, Kind], ...]] = (
    (PARLEY.NegotiationProcess, "process"),
    (PARLEY.NegotiationEvent, "event"),
    (PARLEY.Item, "item"),
    (FOAF.Person, "person"),
    (ORG.Post, "post"),
    (SCHEMA.Place, "named"),
    (SCHEMA.Organization, "named"),
)
"""From the class that counts most; delegations and documents are told apart by their events alone."""
_IN_DATASETS: Final = frozenset(("person", "post", "named"))
"""What a dataset tells that may be another source's too; its events and agreements are its own."""
_NEVER: Final = (PARLEY.Delegation, PARLEY.UnnamedAgent, PARLEY.NegotiatingTeam, SCHEMA.Country)


class _Source:
    """The triples of one source by subject."""

    def __init__(self, facts: Collection[Triple], minter: Minter, source_id: str) -> None:
        self._minter = minter
        self._article = minter.source(source_id)
        self.is_dataset = (f"<{self._article}>", f"<{RDF.type}>", f"<{SCHEMA.Dataset}>") in facts
        grouped: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for subject, predicate, value in _without_rows(facts) if self.is_dataset else facts:
            grouped[subject[1:-1]][predicate[1:-1]].append(value)
        self._nodes = {node: Node(said) for node, said in grouped.items()}
        self._by_class: dict[str, list[str]] = defaultdict(list)
        for node in sorted(self._nodes):
            for name in self._nodes[node].iris(RDF.type):
                self._by_class[name].append(node)
        article = self._nodes.get(self._article, Node({}))
        self._day = self._published = article.text(SCHEMA.datePublished)[:10]
        parties = (
            self._keys(self._nodes[node].iris(PARLEY.party)) for node in self._by_class[PARLEY.NegotiationProcess]
        )
        agents = [node for name in (SCHEMA.Country, SCHEMA.Organization) for node in self._by_class[name]]
        self._forms = {self._key(node): self._nodes[node].texts(PARLEY.surfaceForm) for node in agents}
        names = [*(self._nodes[node].text(SKOS.prefLabel) for node in agents), *chain(*self._forms.values())]
        self._agents = frozenset(stem for name in names for stem in stems(name))
        self._around = () if self.is_dataset else self._actors()
        self._talks = tuple(sorted({found for found in parties if len(found) > 1})) or self._meeting()

    def _actors(self) -> tuple[str, ...]:
        """Return the few who act, are asked or have people here and mediate nothing, the most often told first."""
        between = {
            key
            for node in self._by_class[PARLEY.Attendance]
            if self._nodes[node].tail(PARLEY.capacity) in _BETWEEN
            for key in self._keys(self._nodes[node].iris(PARLEY.attendee))
        }
        counted: Counter[str] = Counter()
        for said in self._nodes.values():
            for predicate, weight in _STANDING_FOR:
                told = (key for key in self._keys(said.iris(predicate)) if weight > 1 or key.startswith("state/"))
                counted.update(dict.fromkeys(told, weight))
        found = sorted(counted.keys() - between, key=lambda key: (-counted[key], key))
        return tuple(found[:_MOST_ACTORS])

    def tellings(self) -> Iterable[Telling]:
        """Yield a telling for each node that could be another source's too."""
        never = {node for name in _NEVER for node in self._by_class[name]}
        seen: set[str] = set()
        for name, kind in _CLASSES:
            if self.is_dataset and (kind not in _IN_DATASETS or name == SCHEMA.Place):
                never.update(self._by_class[name])
            for node in self._by_class[name]:
                if node in seen or node in never or not node.startswith(f"{self._article}/"):
                    continue
                seen.add(node)
                label = self._nodes[node].text(SKOS.prefLabel)
                forms = self._nodes[node].texts(PARLEY.surfaceForm)
                start = Telling(
                    node, kind, self._article, self._day, self._talks, self._around,
                    names=tuple(dict.fromkeys(name for name in (label, *forms) if name)),
                    side=self._side(node), dataset=self.is_dataset,
                )  # fmt: skip
                yield self._details[kind](self, start)

    def _meeting(self) -> tuple[tuple[str, ...], ...]:
        """Return who meets where the source names no negotiation."""
        parties = (self._keys(self._nodes[node].iris(PARLEY.party)) for node in self._by_class[PARLEY.NegotiationEvent])
        return tuple(sorted({found for found in parties if len(found) > 1}))

    def _side(self, node: str) -> str:
        sides = self._keys(self._nodes[node].iris(PARLEY.side))
        return sides[0] if len(sides) == 1 else ""

    def _keys(self, nodes: Iterable[str]) -> tuple[str, ...]:
        """Return keys that mean the same in every source; for people those of their sides."""
        return tuple(sorted({key for node in nodes if (key := self._key(node))}))

    def _key(self, node: str) -> str:
        if not self._minter.is_of_source(node):
            return node.removeprefix(self._minter.base)
        said = self._nodes.get(node, Node({}))
        above = said.iris(PARLEY.side) or said.iris(PARLEY.represents)
        if above and above[0] != node:
            return self._key(above[0])
        return f"={gist(said.text(SKOS.prefLabel))}" if not _is_person(said) else ""

    def _process(self, start: Telling) -> Telling:
        people = (plain(self._nodes[node].text(SKOS.prefLabel)) for node in self._by_class[FOAF.Person])
        named = tuple(sorted({name for name in people if " " in name}))
        first, last = ("", "") if start.day else days(self._published)
        parties = self._keys(self._nodes[start.node].iris(PARLEY.party))
        return replace(start, parties=parties, words=named, first=first, last=last)

    def _person(self, start: Telling) -> Telling:
        said = self._nodes[start.node]
        items = (iri.rpartition("/")[2] for iri in said.iris(OWL.sameAs) if "wikidata.org/" in iri)
        return replace(
            start,
            posts=tuple(sorted(self._posts_of.get((start.node, True), ()))),
            once=tuple(sorted(self._posts_of.get((start.node, False), ()))),
            born=said.text(SCHEMA.birthDate),
            item=next(items, ""),
        )

    @cached_property
    def _posts_of(self) -> Mapping[tuple[str, bool], set[tuple[str, str]]]:
        """The posts that each is told to hold now, and those held formerly or to be held."""
        found: dict[tuple[str, bool], set[tuple[str, str]]] = defaultdict(set)
        for node in self._by_class[PARLEY.PostHolding]:
            holding = self._nodes[node]
            if holding.tail(PARLEY.standing) == "denied":
                continue
            organization = next(iter(self._keys(holding.iris(ORG.organization))), "")
            for post in holding.iris(PARLEY.post):
                if post in self._nodes:
                    title = plain(self._nodes[post].text(SKOS.prefLabel))
                    for person in holding.iris(ORG.member):
                        found[person, holding.tail(PARLEY.tenure) == "current"].add((title, organization))
        return found

    def _post(self, start: Telling) -> Telling:
        inside = self._keys(self._nodes[start.node].iris(ORG.postIn))
        return replace(start, side=inside[0] if inside else "")

    def _thing(self, start: Telling) -> Telling:
        return replace(start, sort="place" if start.node in self._by_class[SCHEMA.Place] else "organization")

    def _event(self, start: Telling) -> Telling:
        said = self._nodes[start.node]
        parties = self._keys(said.iris(PARLEY.party))
        first, last = days(said.text(SCHEMA.startDate)), days(said.text(SCHEMA.endDate))
        place = next((self._nodes[node] for node in said.iris(SCHEMA.location) if node in self._nodes), None)
        within = (self._nodes[node] for node in said.iris(SCHEMA.superEvent) if node in self._nodes)
        talks = (self._keys(one.iris(PARLEY.party)) for one in within)
        return replace(
            start,
            talks=tuple(sorted(found for found in talks if len(found) > 1)) or start.talks,
            parties=parties,
            others=tuple(sorted(self._present.get(start.node, ()))),
            sort=said.tail(PARLEY.eventKind).removeprefix("event-"),
            ordinal=self._ordinal(said),
            turn=next((turn for word, turn in _TURNS if plain(start.label).startswith(f"{word} ")), 0),
            first=first[0],
            last=(last if last[1] else first)[1],
            worked_out=said.tail(PARLEY.dateBasis) == "date-resolved",
            place=plain(place.text(SKOS.prefLabel)) if place else "",
            standing=said.tail(PARLEY.standing),
        )

    @cached_property
    def _present(self) -> Mapping[str, set[str]]:
        """How the surnames sound of those who sit at each event, by themselves or in a delegation."""
        found: dict[str, set[str]] = defaultdict(set)
        for said in self._nodes.values():
            if said.tail(PARLEY.standing) == "denied" or said.tail(PARLEY.capacity) in _BETWEEN:
                continue
            people = self._known((*said.iris(PARLEY.attendee), *said.iris(ORG.member)))
            names = (name_tokens(one.text(SKOS.prefLabel)) for one in people if _is_person(one))
            sounds = {sound(tokens[-1]) for tokens in names if tokens}
            bodies = self._known(said.iris(ORG.organization) if sounds else ())
            for event in (event for place in (said, *bodies) for event in place.iris(PARLEY.atRound)):
                found[event] |= sounds
        return found

    def _known(self, nodes: Iterable[str]) -> list[Node]:
        return [self._nodes[node] for node in nodes if node in self._nodes]

    def _ordinal(self, said: Node) -> int:
        """Return its number, or the one after the number of the round that came before."""
        number = said.text(SCHEMA.position)
        before = (
            self._nodes[node].text(SCHEMA.position) for node in said.iris(PARLEY.previousRound) if node in self._nodes
        )
        earlier = next((int(text) for text in before if text.isdigit()), 0)
        return int(number) if number.isdigit() else earlier + 1 if earlier else 0

    def _item(self, start: Telling) -> Telling:
        asked: set[str] = set()
        others: set[str] = set()
        done = {name for act in self._acts_on.get(start.node, ()) for name in self._nodes[act].iris(PARLEY.actType)}
        for act in self._acts_on.get(start.node, ()):
            said = self._nodes[act]
            asks = set(said.said.get(PARLEY.actType, ())) & _ASKS
            (asked if asks else others).update(self._keys(said.iris(SCHEMA.agent)))
            others.update(key for one in _ACTING[1:] for key in self._keys(said.iris(one)))
        said = self._nodes[start.node]
        kinds = {iri.rpartition("#")[2] for iri in said.iris(RDF.type)} & {
            "Proposal",
            "Demand",
            "Commitment",
            "Agreement",
        }
        return replace(
            start,
            parties=tuple(sorted(asked)),
            others=tuple(sorted(others - asked)),
            sort=min(kinds, default=DEED if done == {PARLEY.carryOut} else "Item"),
            issues=tuple(iri.rpartition("#")[2] for iri in said.iris(PARLEY.onIssue)),
            words=tuple(sorted(matter(start.label) - self._agents)),
            amounts=tuple(one for one in self._amounts(said) if not only_tells_when(one[1], start.label)),
            named=tuple(sorted(key for key, forms in self._forms.items() if names_one(kernel(start.label), forms))),
            rough=any(
                not one.text(SCHEMA.value) or one.tail(PARLEY.approximation) not in ("", "exactly")
                for one in self._quantities(said)
            ),
        )

    @cached_property
    def _acts_on(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for act in self._by_class[PARLEY.NegotiationAct]:
            for item in self._nodes[act].iris(PARLEY.concerns):
                found[item].append(act)
        return found

    def _quantities(self, item: Node) -> list[Node]:
        terms = [self._nodes[node] for node in item.iris(PARLEY.hasTerm) if node in self._nodes]
        return [
            self._nodes[node]
            for term in terms
            for values in term.said.values()
            for node in (value[1:-1] for value in values if value.startswith("<"))
            if node in self._nodes and SCHEMA.QuantitativeValue in self._nodes[node].iris(RDF.type)
        ]

    def _amounts(self, item: Node) -> tuple[tuple[str, str], ...]:
        found = {
            (one.text(SCHEMA.value) or one.text(SCHEMA.minValue), plain(one.text(SCHEMA.unitText)))
            for one in self._quantities(item)
        }
        return tuple(sorted(pair for pair in found if pair[0]))

    _details: Final[Mapping[str, Callable[[_Source, Telling], Telling]]] = {
        "process": _process, "event": _event, "item": _item, "person": _person, "post": _post, "named": _thing,
    }  # fmt: skip


def _is_person(said: Node) -> bool:
    return FOAF.Person in said.iris(RDF.type)


def _without_rows(said: Iterable[Triple]) -> list[Triple]:
    """What a dataset says but for what tells of its rows, not of anybody in them: five of six triples do."""
    return [one for one in said if "#char=" not in one[0] and "/statement/" not in one[0]]
