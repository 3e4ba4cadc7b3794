"""What stands on a card: its names, a short note, its status and amount, and its rank in its lane."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..kinds import in_words
from ..reading.lookup import LABEL, ORG, PARLEY, SCHEMA, SKOS, TYPE, Triples, concept_key
from .records import Fact, Node, Ref, Status, Time
from .wording import advancement, amount, condition_of, moment

_UNSURE = ("denied", "expected", "conditional")


class Notes:
    """Makes the nodes of one graph. ``order`` gives each statement's place in its source."""

    def __init__(self, triples: Triples, kinds: dict[str, str], order: dict[str, tuple[str, str]]) -> None:
        self._triples = triples
        self._kinds = kinds
        self._order = order

    def nodes(self, facts: Iterable[Fact]) -> list[Node]:
        """Every node, with notes and statuses taken from the facts."""
        by_node: dict[str, list[Fact]] = {}
        for fact in facts:
            for node in fact.nodes:
                by_node.setdefault(node, []).append(fact)
        return [self._node(iri, kind, by_node.get(iri, [])) for iri, kind in sorted(self._kinds.items())]

    def _node(self, iri: str, kind: str, facts: Sequence[Fact]) -> Node:
        name = self._triples.name(iri)
        names = (*self._triples.all(iri, LABEL), *self._triples.all(iri, SKOS + "altLabel"))
        names += (*self._triples.all(iri, PARLEY + "surfaceForm"), *self._triples.all(iri, PARLEY + "isoCode"))
        return Node(
            id=iri,
            kind=kind,
            label=name,
            note=self._note(iri, kind, facts),
            standing=concept_key(self._get(iri, PARLEY + "standing")) if kind in ("event", "document") else "",
            aliases=tuple(dict.fromkeys(other for other in names if other != name)),
            issues=tuple(self._triples.concept(issue) for issue in self._triples.all(iri, PARLEY + "onIssue")),
            topics=tuple(in_words(concept_key(issue)) for issue in self._triples.all(iri, PARLEY + "onIssue")),
            amount=self._amount(iri) if kind == "item" else "",
            limits=self._limits(iri) if kind == "item" else (),
            statuses=self._statuses(facts) if kind == "item" else (),
            rank=self._rank(iri, kind, facts),
            time=self._time(iri) if kind == "event" else Time(),
        )

    def _note(self, iri: str, kind: str, facts: Sequence[Fact]) -> str:
        if kind == "person":
            return self._role(iri, facts)
        if kind == "event":
            place, date = self._get(iri, SCHEMA + "location"), self._get(iri, SCHEMA + "startDate")
            return " · ".join(
                part for part in (place and self._triples.name(place), moment(date) if date else "") if part
            )
        if kind in ("delegation", "post", "organization", "unnamed"):
            names = (PARLEY + "atRound", PARLEY + "represents", ORG + "postIn", ORG + "unitOf")
            wider = next((found for name in names if (found := self._get(iri, name))), "")
            note = self._triples.name(wider) if wider else ""
            return "" if note.casefold() in self._triples.name(iri).casefold() else note
        if kind == "document":
            return self._get(iri, SCHEMA + "creativeWorkStatus").lower()
        if kind == "item":
            classes = [concept_key(cls) for cls in self._triples.all(iri, TYPE) if cls.startswith(PARLEY)]
            return next((cls.lower() for cls in classes if cls != "Item"), "item")
        return ""

    def _role(self, iri: str, facts: Sequence[Fact]) -> str:
        """The present post if one is stated, else the role in a delegation, else a former post named as former."""
        said = [fact for fact in facts if fact.words[0] == Ref(iri) and fact.standing in ("asserted", "claimed")]
        posts = [fact for fact in said if fact.kind == "post"]
        current = [fact for fact in posts if str(fact.words[1]).startswith("holds")]
        roles = ["head of delegation" for fact in said if fact.kind == "head"][:1]
        parts = [self._post(current[0].nodes[1])] if current else []
        parts += roles
        if not parts and posts:
            former = "formerly " if "formerly" in str(posts[0].words[1]) else ""
            parts = [former + self._post(posts[0].nodes[1])]
        return " · ".join(parts)

    def _post(self, iri: str) -> str:
        """A post with the body that it is in, unless its own name or its side tells that."""
        name, body = self._triples.name(iri), self._get(iri, ORG + "postIn")
        told = not body or self._get(body, PARLEY + "isoCode") or self._triples.name(body) in name
        return name if told else f"{name}, {self._triples.name(body)}"

    def _statuses(self, facts: Sequence[Fact]) -> tuple[Status, ...]:
        found = []
        for act in (fact for fact in facts if fact.kind == "act"):
            kind = self._get(act.id, PARLEY + "actType")
            iri = self._get(act.id, PARLEY + "resultingStatus") or self._get(kind, PARLEY + "defaultStatus")
            key = concept_key(iri or kind)
            when = self._get(act.id, SCHEMA + "startTime")
            trust = _UNSURE.index(act.standing) if act.standing in _UNSURE else 3
            status = Status(key, self._triples.concept(iri or kind), act.standing, act.id)
            found.append((trust, when, advancement(key), act.id, status))
        return tuple(status for *_, status in sorted(found, key=lambda entry: entry[:4]))

    def _amount(self, iri: str) -> str:
        terms = self._triples.all(iri, PARLEY + "hasTerm")
        names = (PARLEY + "quantity", PARLEY + "duration")
        return next((amount(self._triples, q) for t in terms for name in names if (q := self._get(t, name))), "")

    def _limits(self, iri: str) -> tuple[str, ...]:
        """The condition of an item and who is to help, one short line each; help that the label names is left out."""
        found = []
        for term in self._triples.all(iri, PARLEY + "hasTerm"):
            for condition in self._triples.all(term, PARLEY + "condition"):
                text = self._get(condition, PARLEY + "conditionText")
                found.append(condition_of(text))
            helpers = [self._triples.name(agent) for agent in self._triples.all(term, PARLEY + "assistedBy")]
            helpers = [name for name in helpers if name.casefold() not in self._triples.name(iri).casefold()]
            found += [f"with the help of {' and '.join(helpers)}"] if helpers else []
        return tuple(dict.fromkeys(found))

    def _time(self, iri: str) -> Time:
        number = self._get(iri, SCHEMA + "position")
        return Time(
            date=self._get(iri, SCHEMA + "startDate"),
            number=int(number) if number.isdigit() else None,
            series=self._get(iri, SCHEMA + "superEvent"),
            after=self._get(iri, PARLEY + "previousRound"),
        )

    def _rank(self, iri: str, kind: str, facts: Sequence[Fact]) -> tuple[str, ...]:
        if kind == "event":
            number = self._get(iri, SCHEMA + "position")
            date = self._get(iri, SCHEMA + "startDate")
            later = "1" if concept_key(self._get(iri, PARLEY + "standing")) in ("expected", "conditional") else "0"
            return (later, number.zfill(6) if number else "~", date or "~", self._get(iri, SCHEMA + "superEvent"), iri)
        role = "0" if any(f.kind == "head" and f.words[0] == Ref(iri) for f in facts) else "1"
        member = "0" if any(f.kind in ("head", "member") and f.words[0] == Ref(iri) for f in facts) else "1"
        return (member, role, *self._place(facts), iri)

    def _place(self, facts: Sequence[Fact]) -> tuple[str, str]:
        first = (statement for fact in facts[:1] for statement in fact.statements)
        return min((self._order[s] for s in first if s in self._order), default=("~", ""))

    def _get(self, iri: str, prop: str) -> str:
        return self._triples.first(iri, prop)
