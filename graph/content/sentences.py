"""The graph's facts as sentences, each with its standing, its statements and the lines to draw. No sentence says
more than its fact: what is expected, conditional or denied reads so, and each part keeps its own statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..kinds import in_words
from ..reading.lookup import ORG, PARLEY, SCHEMA, Triples, concept_key
from ..reading.tellings import Listed, Told
from .fact_parts import FactParts
from .listed import listed_facts
from .records import Edge, Fact, Ref, Words
from .terms import term_words
from .wording import ACTS, amount, deed, listed, moment, verb

_TENURE = {
    "current": ("holds the post of", "hold the post of", "holds a post in"),
    "former": ("formerly held the post of", "have formerly held the post of", "formerly held a post in"),
    "announced": ("is announced for the post of", "be announced for the post of", "announced for a post in"),
}
_OF_ONE_TELLING = tuple(
    [SCHEMA + name for name in ("location", "startDate", "endDate")]
    + [PARLEY + name for name in ("dateBasis", "printedDate", "duration", "format")]
)
_CAPACITY = {
    "party": ("took part as a party in", "take part as a party in", "party at"),
    "attendee": ("attended", "attend", "attended"),
    "observer": ("observed", "observe", "observed"),
    "mediator": ("mediated at", "mediate at", "mediated at"),
    "host": ("hosted", "host", "hosted"),
}


class Sentences(FactParts):
    """Makes the facts of one graph, each in words."""

    def __init__(
        self,
        triples: Triples,
        kinds: dict[str, str],
        order: dict[str, tuple[str, str]],
        tellings: Mapping[str, Mapping[str, Told]],
        listed: Listed,
    ) -> None:
        super().__init__(triples, kinds, order)
        self._tellings = tellings
        self._listed = listed

    def facts(self) -> tuple[Fact, ...]:
        """Every fact of the graph, in the order in which the sources say them."""
        made: list[Fact] = []
        for iri in self._of("PostHolding"):
            made.append(self._holding(iri))
        made += _without_double_roles([self._membership(iri) for iri in self._of("DelegationMembership")])
        for iri in self._of("Attendance"):
            made.append(self._attendance(iri))
        for iri in self._of("NegotiationAct"):
            made.append(self._act(iri))
        about = {
            "item": self._about_item, "event": self._about_event, "document": self._about_document,
            "delegation": self._about_delegation, "process": self._about_process, "organization": self._about_part,
            "person": self._about_part, "unnamed": self._about_part, "place": self._about_place,
        }  # fmt: skip
        for iri, kind in sorted(self._kinds.items()):
            if kind in about:
                made += about[kind](iri)
        made += listed_facts(self._triples, self._kinds, self._listed)
        made = [
            replace(fact, words=("It is denied that", *fact.words)) if fact.standing == "denied" else fact
            for fact in made
        ]
        return tuple(sorted(made, key=lambda fact: (*self._place(fact.statements + fact.disputes), fact.id)))

    # -- facts that are nodes of their own

    def _holding(self, iri: str) -> Fact:
        person, post = self._get(iri, ORG + "member"), self._get(iri, PARLEY + "post")
        tenure = concept_key(self._get(iri, PARLEY + "tenure"))
        plain, infinitive, label = _TENURE.get(tenure, _TENURE["current"])
        where = self._get(iri, ORG + "organization") or self._get(post, ORG + "postIn")
        words: Words = (Ref(person), self._verb(self._standing(iri), person, plain, infinitive), Ref(post))
        words += ("in", Ref(where)) if where else ()
        days = ((name, self._get(iri, SCHEMA + end)) for name, end in (("since", "startDate"), ("until", "endDate")))
        told = [f"{name} {moment(day)}" for name, day in days if day]
        words += (f"({', '.join(told)})",) if told else ()
        edges = (Edge(person, where, label, "post", quiet=True),) if where else ()
        return self._fact(iri, "post", words, edges=edges)

    def _membership(self, iri: str) -> Fact:
        member, group = self._get(iri, ORG + "member"), self._get(iri, ORG + "organization")
        head = concept_key(self._get(iri, ORG + "role")) == "head"
        forms = ("heads", "head") if head else ("is a member of", "be a member of")
        standing = self._standing(iri)
        label = self._edge_label(standing, "heads" if head else "member of")
        edge = Edge(member, group, label, "head" if head else "member")
        words = (Ref(member), self._verb(standing, member, *forms), Ref(group))
        return self._fact(iri, edge.kind, words, edges=(edge,))

    def _attendance(self, iri: str) -> Fact:
        agent, event = self._get(iri, PARLEY + "attendee"), self._get(iri, PARLEY + "atRound")
        capacity = concept_key(self._get(iri, PARLEY + "capacity"))
        plain, infinitive, label = _CAPACITY.get(capacity, _CAPACITY["attendee"])
        standing = self._standing(iri)
        edge = Edge(agent, event, self._edge_label(standing, label), "attendance")
        words = (Ref(agent), self._verb(standing, agent, plain, infinitive), Ref(event))
        return self._fact(iri, "attendance", words, edges=(edge,))

    def _act(self, iri: str) -> Fact:
        key = concept_key(self._get(iri, PARLEY + "actType"))
        past, infinitive, toward = ACTS.get(key, (in_words(key), in_words(key), ", towards"))
        agents = self._triples.all(iri, SCHEMA + "agent")
        item, event = self._get(iri, PARLEY + "concerns"), self._get(iri, PARLEY + "atRound")
        addressees = self._triples.all(iri, PARLEY + "addressee")
        standing = self._standing(iri)
        people = self._triples.all(iri, PARLEY + "representedBy")
        words: Words = (*listed(agents), *(("(", *listed(people), ")") if people else ()))
        words += (deed(standing, past, infinitive, plural=self._many(agents)),)
        implied = self._triples.all(iri, PARLEY + "impliedAddressee")
        words += (toward, *listed(addressees)) if addressees else ()
        words += ("(meant for", *listed(implied), "by implication)") if implied else ()
        words += ("at", Ref(event)) if event else ()
        if when := self._get(iri, SCHEMA + "startTime"):
            words += (f"({moment(when)})",)
        words += (*((", on a condition",) if standing == "conditional" else ()), ":", Ref(item))
        edges = [Edge(agent, item, self._edge_label(standing, past), "act") for agent in agents]
        edges += [Edge(person, item, self._edge_label(standing, past), "act", quiet=True) for person in people]
        edges += [Edge(item, other, "addressed to", "addressee") for other in addressees]
        edges += [Edge(item, other, "meant for", "addressee", quiet=True) for other in implied]
        edges += [Edge(item, event, "raised at", "raised", quiet=True)] if event else []
        return self._fact(iri, "act", words, edges=tuple(edges))

    # -- what is said of a node

    def _about_item(self, iri: str) -> list[Fact]:
        acts = self._triples.subjects(PARLEY + "concerns", iri)
        inherited = tuple(s for act in acts for s in self._triples.all(act, PARLEY + "supportedBy"))
        inherited = tuple(s for s in inherited if concept_key(self._get(s, PARLEY + "aspect")) != "kind")
        made = []
        for term in self._triples.all(iri, PARLEY + "hasTerm"):
            support = tuple(self._triples.all(term, PARLEY + "supportedBy")) or inherited
            words: Words = (Ref(iri), "in detail:", *term_words(self._triples, term, self._triples.name(iri)))
            made.append(Fact(term, "term", self._claimed(support, "structure"), words, self._sorted(support)))
        return made

    def _about_event(self, iri: str) -> list[Fact]:
        get, me, standing = self._get, Ref(iri), self._standing(iri)
        parts: list[tuple[str, Words, tuple[Edge, ...]]] = []
        if parties := self._triples.all(iri, PARLEY + "party"):
            edges = tuple(
                Edge(party, iri, self._edge_label(standing, "party at"), "party", quiet=True) for party in parties
            )
            parts.append(("parties", (me, verb(standing, "is between", "be between"), *listed(parties)), edges))
        sources: dict[int, tuple[str, ...]] = {}
        for aspect, words, told_by in self._told(iri, standing):
            sources[len(parts)] = told_by
            parts.append((aspect, words, ()))
        if series := get(iri, SCHEMA + "superEvent"):
            number = get(iri, SCHEMA + "position")
            parts.append(("ordinal", (me, f"is number {number} of" if number else "is part of", Ref(series)), ()))
        if before := get(iri, PARLEY + "previousRound"):
            parts.append(("ordinal", (me, "follows", Ref(before)), (Edge(before, iri, "then", "sequence"),)))
        if not parts:
            parts.append(("", (me, verb(standing, "is reported", "take place")), ()))
        return [
            self._part(iri, i, "event", words, aspect, edges, sources.get(i, ()))
            for i, (aspect, words, edges) in enumerate(parts)
        ]

    def _told(self, iri: str, standing: str) -> list[tuple[str, Words, tuple[str, ...]]]:
        """Where, when, how long and how an event was; what sources tell differently stands side by side, with them."""
        each = self._tellings.get(iri) or {"": {name: self._get(iri, name) for name in _OF_ONE_TELLING}}
        said: dict[tuple[str, Words], list[str]] = {}
        for source, told in sorted(each.items()):
            for part in self._told_once(iri, standing, told):
                said.setdefault(part, []).append(source)
        order = ("place", "date", "duration", "format")
        ordered = sorted(said, key=lambda part: order.index(part[0]))
        return [(aspect, words, tuple(filter(None, said[aspect, words]))) for aspect, words in ordered]

    def _told_once(self, iri: str, standing: str, told: Told) -> Iterator[tuple[str, Words]]:
        me = Ref(iri)
        if place := told.get(SCHEMA + "location"):
            yield "place", (me, verb(standing, "takes place in", "take place in"), Ref(place))
        if date := self._date(told):
            yield "date", (me, "is dated", date)
        if duration := told.get(PARLEY + "duration"):
            yield "duration", (me, verb(standing, "lasted", "last"), amount(self._triples, duration))
        if form := told.get(PARLEY + "format"):
            yield "format", (me, verb(standing, "is held in", "be held in"), f"“{form}”")

    def _about_document(self, iri: str) -> list[Fact]:
        get, me, standing = self._get, Ref(iri), self._standing(iri)
        parts: list[tuple[str, Words, tuple[Edge, ...]]] = []
        if authors := self._triples.all(iri, SCHEMA + "author"):
            edges = tuple(Edge(iri, author, "by", "author") for author in authors)
            parts.append(("authors", (me, self._verb("", iri, "comes from", ""), *listed(authors)), edges))
        for aspect in ("exchanged", "discussed"):
            for event in self._triples.all(iri, f"{PARLEY}{aspect}At"):
                edge = Edge(iri, event, f"{aspect} at", "document", quiet=True)
                said = self._verb(standing, iri, f"was {aspect} at", f"be {aspect} at")
                parts.append((aspect, (me, said, Ref(event)), (edge,)))
        described = [get(iri, SCHEMA + "creativeWorkStatus").lower(), get(iri, PARLEY + "aboutText")]
        count = get(iri, PARLEY + "count")
        described = [f"{count} of them" if count else "", described[0], f"about {described[1]}" if described[1] else ""]
        if text := ", ".join(part for part in described if part):
            parts.append(("", (me, self._verb("", iri, f"is described as: {text}", "")), ()))
        if not parts:
            parts.append(("", (me, self._verb(standing, iri, "is mentioned", "exist")), ()))
        return [self._part(iri, i, "document", words, aspect, edges) for i, (aspect, words, edges) in enumerate(parts)]

    def _about_delegation(self, iri: str) -> list[Fact]:
        get = self._get
        event, team, party = get(iri, PARLEY + "atRound"), get(iri, PARLEY + "ofTeam"), get(iri, PARLEY + "represents")
        words: Words = (Ref(iri), "represents", Ref(party)) if party else (Ref(iri), "is a delegation")
        words += ("at", Ref(event)) if event else ()
        words += ("· comes from", Ref(team)) if team else ()
        edges = [Edge(iri, party, "represents", "represents")] if party else []
        edges += [Edge(iri, event, "delegation for", "delegation", quiet=True)] if event else []
        edges += [Edge(iri, team, "comes from", "team", quiet=True)] if team else []
        support = self._sorted(self._triples.all(iri, PARLEY + "supportedBy"))
        return [Fact(f"{iri}#self", "delegation", "structure", words, support, edges=tuple(edges))]

    def _about_process(self, iri: str) -> list[Fact]:
        parties = self._triples.all(iri, PARLEY + "party")
        return [self._structure(iri, (Ref(iri), "is between", *listed(parties)))] if parties else []

    def _about_part(self, iri: str) -> list[Fact]:
        unit, spoken_for = self._get(iri, ORG + "unitOf"), self._get(iri, PARLEY + "represents")
        wider, say = (unit, "is a unit of") if unit else (spoken_for, self._verb("", iri, "represents", ""))
        edges = (Edge(iri, wider, "unit of" if unit else "represents", "unit", quiet=True),)
        return [self._structure(iri, (Ref(iri), say, Ref(wider)), edges)] if wider else []

    def _about_place(self, iri: str) -> list[Fact]:
        wider = self._get(iri, SCHEMA + "containedInPlace")
        return [self._structure(iri, (Ref(iri), "is in", Ref(wider)))] if wider else []

    def _date(self, told: Told) -> str:
        start, end = told.get(SCHEMA + "startDate"), told.get(SCHEMA + "endDate")
        if not (start or end):
            return ""
        basis = concept_key(told.get(PARLEY + "dateBasis", ""))
        why = {
            "partial": "year or month supplied from the date of publication",
            "resolved": "worked out from the words",
        }
        printed = told.get(PARLEY + "printedDate")
        extra = [f"printed “{printed}”" if printed else "", why.get(basis, "")]
        said = "; ".join(part for part in extra if part)
        days = moment(start) if start else ""
        days += f"{' to' if start else 'to'} {moment(end)}" if end else ""
        return days + (f" ({said})" if said else "")


def _without_double_roles(facts: list[Fact]) -> list[Fact]:
    """Who heads a delegation is a member of it: one fact, with the statements of both, if they stand alike."""
    members = {(fact.nodes, fact.standing): fact for fact in facts if fact.kind == "member"}
    doubled = {(fact.nodes, fact.standing) for fact in facts if fact.kind == "head"} & set(members)
    made = []
    for fact in facts:
        own = (fact.nodes, fact.standing)
        if fact.kind == "head" and own in doubled:
            both = (fact.statements + members[own].statements, fact.disputes + members[own].disputes)
            fact = replace(fact, statements=tuple(dict.fromkeys(both[0])), disputes=tuple(dict.fromkeys(both[1])))
        if fact.kind != "member" or own not in doubled:
            made.append(fact)
    return made
