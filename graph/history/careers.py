"""Who held which post, between which days by the sources: no source tells when a post began unless its words do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from ..content.records import Fact
from ..content.wording import moment
from ..matching.spelling import plain
from ..reading.lookup import ORG, PARLEY, concept_key
from .record import SEATED, Quote, Record, as_told

_TOLD: Final = {
    "current": "{who} is told to be {post}{when}",
    "former": "{who} is told to be the former {post}{when}",
    "announced": "{who} is told to become {post}{when}",
}

_SMALL: Final = frozenset(("of", "for", "the", "and", "in"))


@dataclass(frozen=True, slots=True)
class Tenure:
    """A post of somebody, as all sources tell of it together: held now, formerly, or to be held."""

    person: str
    title: str
    body: str
    """The name of the organisation, empty where none is told but the side."""
    kind: str
    """``current``, ``former`` or ``announced``."""
    denied: bool
    claimed: bool
    """True when it is only said to be so."""
    quotes: tuple[Quote, ...]
    facts: tuple[str, ...] = ()
    """The IRIs of what single sources tell."""

    @property
    def days(self) -> list[str]:
        """The days on which sources came out that tell so."""
        return sorted({quote.published for quote in self.quotes if quote.published and not quote.against})

    @property
    def first(self) -> str:
        """The first of them, empty where none is told."""
        return next(iter(self.days), "")


def tenures(record: Record, *, person: str = "", party: str = "") -> list[Tenure]:
    """Return the posts of a person, of a party's people and in it, or of all, in the order in which they are told."""
    each: defaultdict[tuple[str, str, str, bool], list[Fact]] = defaultdict(list)
    for fact in record.content.facts:
        if fact.kind == "post" and fact.standing in (*SEATED, "denied"):
            holder, body = (record.triples.first(fact.id, ORG + name) for name in ("member", "organization"))
            mine = person == holder or (party and party in (record.side(holder), body, record.side(body)))
            if mine or not (person or party):
                post = record.label(record.triples.first(fact.id, PARLEY + "post"))
                tenure = concept_key(record.triples.first(fact.id, PARLEY + "tenure"))
                each[holder, _folded(post), tenure, fact.standing == "denied"].append(fact)
    found = [one for key, facts in each.items() for one in _by_body(record, key, facts)]
    return sorted(
        found, key=lambda one: ((one.days or ["~"])[0], record.label(one.person), one.title, one.kind, one.body)
    )


def _by_body(record: Record, key: tuple[str, str, str, bool], facts: Iterable[Fact]) -> Iterator[Tenure]:
    """Yield a post for each body that it is told to be in; where no body is told it is the only one that is."""
    holder, _, kind, denied = key
    inside: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        body = record.triples.first(fact.id, ORG + "organization")
        inside[record.label(body) if body and body != record.side(holder) else ""].append(fact)
    if "" in inside and len(inside) == 2:
        bare = inside.pop("")
        next(iter(inside.values())).extend(bare)
    for body, told in inside.items():
        title = min(record.label(record.triples.first(fact.id, PARLEY + "post")) for fact in told)
        quotes = {quote for fact in told for quote in record.words(fact)}
        claimed = all(fact.standing == "claimed" for fact in told)
        told_in = tuple(fact.id for fact in told)
        yield Tenure(holder, title, body, kind, denied, claimed, tuple(sorted(quotes)), told_in)


def in_words(record: Record, one: Tenure) -> str:
    """Return a post of somebody as a sentence with the days between which sources tell so."""
    post = one.title + (f" ({one.body})" if one.body else "")
    words = _TOLD.get(one.kind, _TOLD["current"]).format(who=record.label(one.person), post=post, when=_span(one))
    words += as_told(one.quotes, claimed=one.claimed)
    return f"It is denied that {words}" if one.denied else words


def _span(one: Tenure) -> str:
    if not one.days:
        return ""
    first, last = one.days[0], one.days[-1]
    if first == last:
        return f" on {moment(first)}"
    return f", first on {moment(first)} and last on {moment(last)}"


def bounds(record: Record, told: Iterable[Tenure]) -> Iterator[tuple[str, tuple[Quote, ...]]]:
    """Yield what follows for when a post of one person ended: told to be former, or told to be another's."""
    mine = [one for one in told if not one.denied and one.days]
    for one in (one for one in mine if one.kind == "current"):
        since = [other for other in mine if other.kind == "former" and _follows(other, one)]
        heirs = [
            other
            for other in tenures(record, party=record.side(one.person))
            if other.person != one.person and other.kind == "current" and not other.denied and _follows(other, one)
        ]
        for other in (*since[:1], *heirs[:1]):
            said = "to be the former" if other.kind == "former" else "to be"
            words = f"{record.label(other.person)} is told {said} {other.title} on {moment(other.first)}: "
            words += f"the change lies between {moment(one.days[-1])} and then"
            words += as_told(other.quotes, claimed=other.claimed)
            yield words, other.quotes[:1]


def _follows(later: Tenure, one: Tenure) -> bool:
    """True when a source tells of the same post after the last that tells of it as somebody's."""
    return _same_post(one, later) and later.first > one.days[-1]


def _same_post(one: Tenure, other: Tenure) -> bool:
    return (_folded(one.title), one.body.casefold()) == (_folded(other.title), other.body.casefold())


def ended_by(one: Tenure, told: Iterable[Tenure]) -> Tenure | None:
    """Return what tells that a post is a former one, in as many words or more, unless it is told to be held later."""
    if one.kind != "current" or one.denied:
        return None
    last = max(one.days, default="")
    ends = (other for other in told if other.kind == "former" and not other.denied and other.person == one.person)
    ends = (other for other in ends if one.claimed or not other.claimed)
    return next((other for other in ends if _as_exact(other, one) and not last > max(other.days, default="~")), None)


def narrower(one: Tenure, other: Tenure) -> bool:
    """True when a post tells more exactly what another calls in fewer words: a finance minister is a minister."""
    inside = _words(other) == _words(one) and bool(one.body) and not other.body
    return inside or _words(other) < _words(one)


def _as_exact(one: Tenure, other: Tenure) -> bool:
    bodies = {one.body.casefold(), other.body.casefold()} - {""}
    return _words(other) <= _words(one) and len(bodies) < 2


def _words(one: Tenure) -> set[str]:
    return set(_folded(one.title).split())


def _folded(title: str) -> str:
    """Return a title in the form in which titles are compared.

    >>> _folded("Minister of Water Resources") == _folded("water resources minister")
    True
    """
    return " ".join(sorted({*plain(title).split()} - _SMALL))
