"""Finds what cannot all be right: two heads of one delegation, two dates of one round, an act asserted and denied.

Sources may well contradict one another, and every one of them stays in the graph: this only tells where to look.
"""

from __future__ import annotations

import textwrap
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date as Day
from itertools import combinations
from typing import TYPE_CHECKING, Final

from ...ontology.terms import PARLEY

if TYPE_CHECKING:
    from ..knowledge import Knowledge, Row

_PREFIXES: Final = """
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX parley: <https://w3id.org/parley/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
_WORDS: Final = """
  ?statement prov:wasDerivedFrom ?document ;
    oa:hasTarget/oa:hasSelector/oa:exact ?quote ;
    oa:hasTarget/oa:hasSelector/oa:start ?start .
  ?document parley:sourceId ?id .
  OPTIONAL { ?document schema:datePublished ?published }
"""
_SAME: Final = "SELECT ?own ?node WHERE { GRAPH ?identity { ?own parley:canonical ?node } }"
_ROUNDS: Final = f"""
SELECT ?fact ?label ?standing ?number ?process ?party ?begin ?finish ?aspect ?id ?published ?quote ?start
WHERE {{ GRAPH ?graph {{
  ?fact a parley:NegotiationEvent ; skos:prefLabel ?label ; schema:position ?number ;
    parley:standing ?standing ; parley:supportedBy ?statement .
  {_WORDS}
  OPTIONAL {{ ?fact schema:superEvent ?process }}
  OPTIONAL {{ ?fact parley:party|schema:superEvent/parley:party ?party }}
  OPTIONAL {{ ?fact schema:startDate ?begin }}
  OPTIONAL {{ ?fact schema:endDate ?finish }}
  OPTIONAL {{ ?statement parley:aspect ?aspect }}
}} }} ORDER BY ?id ?fact ?start ?begin ?finish ?party
"""
_HEADS: Final = f"""
SELECT ?fact ?name ?team ?label ?side ?event ?id ?published ?quote ?start
WHERE {{ GRAPH ?graph {{
  ?fact org:role parley:role-head ; parley:standing parley:asserted ; org:member ?member ; org:organization ?team ;
    parley:supportedBy ?statement .
  ?member skos:prefLabel ?name .
  ?team skos:prefLabel ?label ; parley:represents ?side .
  {_WORDS}
  OPTIONAL {{ ?team parley:atRound ?event }}
  FILTER NOT EXISTS {{ ?member a parley:UnnamedAgent }}
}} }} ORDER BY ?id ?start ?fact
"""
_ACTS: Final = f"""
SELECT ?fact ?type ?agent ?name ?item ?label ?standing ?carries ?id ?published ?quote ?start
WHERE {{ GRAPH ?graph {{
  ?fact parley:actType ?type ; schema:agent ?agent ; parley:concerns ?item ; parley:standing ?standing ;
    ?carries ?statement .
  VALUES ?carries {{ parley:supportedBy parley:disputedBy }}
  ?item skos:prefLabel ?label .
  ?agent skos:prefLabel ?name .
  {_WORDS}
}} }} ORDER BY ?id ?start ?fact ?agent
"""
_NEAR_DAYS: Final = 31
"""Reports of different sources that are further apart may tell of different series of talks."""
_QUOTE: Final = 80


@dataclass(frozen=True, slots=True)
class Voice:
    """One source's side of a clash: what it says, in which words."""

    source: str
    says: str
    quote: str

    def __str__(self) -> str:
        return f"{self.says} ({self.source}: “{textwrap.shorten(self.quote, _QUOTE, placeholder=' …')}”)"


@dataclass(frozen=True, slots=True)
class Clash:
    """Two things that cannot both be right."""

    what: str
    first: Voice
    second: Voice

    def __str__(self) -> str:
        return f"{self.what}: {self.first}, {self.second}"


@dataclass(slots=True)
class _Told:
    """A fact as one source tells it: what it is about, what it says, and when that was."""

    source: str
    what: str
    says: str
    quote: str
    published: str
    keys: set[str] = field(default_factory=set)
    """What it is about; two of one source or of one time that share a key are about the same."""
    nodes: set[str] = field(default_factory=set)
    """Nodes that stand for the same whatever the time."""
    days: tuple[Day, Day] | None = None

    @property
    def voice(self) -> Voice:
        return Voice(self.source, self.says, self.quote)


def find_clashes(knowledge: Knowledge) -> tuple[Clash, ...]:
    """Return what of all sources cannot be right together, each clash once."""
    rows = knowledge.query(f"{_PREFIXES}{_SAME}")
    same = {str(row["own"]): str(row["node"]) for row in rows}
    rounds = _rounds(knowledge, same)
    found = [
        *_clashing(_heads(knowledge, same, rounds), _other_person),
        *_clashing((told for told in rounds.values() if told.says and told.days), _other_day),
        *_clashing(_acts(knowledge, same), lambda one, other: one.says != other.says),
    ]
    return tuple(found)


def _clashing(facts: Iterable[_Told], differ: Callable[[_Told, _Told], bool]) -> Iterator[Clash]:
    """Pairs about the same thing that differ; of each two sayings of a thing the first pair."""
    by_key: dict[str, dict[str, list[_Told]]] = {}
    for told in facts:
        for key in sorted(told.keys | told.nodes):
            by_key.setdefault(key, {}).setdefault(told.says, []).append(told)
    known: set[frozenset[str]] = set()
    for key, by_saying in by_key.items():
        for some, others in combinations(by_saying.values(), 2):
            pairs = ((a, b) for a in some for b in others if differ(a, b) and _at_one_time(a, b, key))
            one, other = next(pairs, (None, None))
            if one and other and (pair := frozenset((one.what, one.says, other.says))) not in known:
                known.add(pair)
                yield Clash(one.what, one.voice, other.voice)


def _at_one_time(one: _Told, other: _Told, key: str) -> bool:
    if one.source == other.source or (key in one.nodes and key in other.nodes):
        return True
    first, second = one.days or _days(one.published), other.days or _days(other.published)
    return first is not None and second is not None and _gap(first, second) <= _NEAR_DAYS


def _rounds(knowledge: Knowledge, same: dict[str, str]) -> dict[str, _Told]:
    """The numbered rounds by their own nodes; those that are not asserted say no date."""
    rows: dict[str, list[Row]] = {}
    for row in knowledge.query(f"{_PREFIXES}{_ROUNDS}"):
        rows.setdefault(_text(row, "fact"), []).append(row)
    return {fact: _round(fact, some, same) for fact, some in rows.items()}


def _round(fact: str, rows: list[Row], same: dict[str, str]) -> _Told:
    row = min(rows, key=_of_its_date)
    begin, finish = _text(row, "begin"), _text(row, "finish")
    number = f"round {_text(row, 'number')}"
    parties = sorted({same.get(party, party) for each in rows if (party := _text(each, "party"))})
    process = _text(row, "process")
    told = _Told(
        _text(row, "id"), f"{_text(row, 'label')} has two dates", "", _text(row, "quote"), _text(row, "published")
    )
    told.days = _days(begin, finish)
    told.nodes = {same.get(fact, fact)} | ({f"{number} {same.get(process, process)}"} if process else set())
    told.keys = {f"{number} {' '.join(parties)}"} if parties else set()
    if _text(row, "standing") == PARLEY.asserted:
        told.says = begin + (f" to {finish}" if finish else "")
    return told


def _of_its_date(row: Row) -> tuple[bool, bool]:
    """Statements of the date come first, then those of the whole event."""
    aspect = _text(row, "aspect")
    return not aspect.endswith("date"), bool(aspect)


def _heads(knowledge: Knowledge, same: dict[str, str], rounds: dict[str, _Told]) -> Iterator[_Told]:
    for row in knowledge.query(f"{_PREFIXES}{_HEADS}"):
        team, side, event = (_text(row, name) for name in ("team", "side", "event"))
        told = _Told(
            _text(row, "id"), f"{_text(row, 'label')} has two heads", _text(row, "name"), _text(row, "quote"),
            _text(row, "published"),
        )  # fmt: skip
        side, team = same.get(side, side), same.get(team, team)
        there = rounds.get(event)
        if event:
            told.nodes = {team, f"{side} {same.get(event, event)}"}
        else:
            told.keys = {team}
        if there is not None:
            told.nodes |= {f"{side} {node}" for node in there.nodes}
            told.keys |= {f"{side} {key}" for key in there.keys}
            told.days = there.days
        yield told


def _acts(knowledge: Knowledge, same: dict[str, str]) -> Iterator[_Told]:
    rows: dict[tuple[str, ...], list[Row]] = {}
    for row in knowledge.query(f"{_PREFIXES}{_ACTS}"):
        denied = _text(row, "standing") == PARLEY.denied or _text(row, "carries") == PARLEY.disputedBy
        if denied or _text(row, "standing") == PARLEY.asserted:
            key = (_text(row, "fact"), _text(row, "start"), _text(row, "item"), "denied" if denied else "asserted")
            rows.setdefault(key, []).append(row)
    for (_, _, item, says), some in rows.items():
        agents = {same.get(agent, agent): _text(row, "name") for row in some for agent in (_text(row, "agent"),)}
        row, act = some[0], _text(some[0], "type").rpartition("#")[2]
        who, label = ", ".join(agents.values()), _text(row, "label")
        what = f"{act} of {who}, {label}, is asserted and denied"
        told = _Told(_text(row, "id"), what, says, _text(row, "quote"), _text(row, "published"))
        whose = f"{act} {' '.join(sorted(agents))}"
        told.nodes, told.keys = {f"{whose} {same.get(item, item)}"}, {f"{whose} {label.casefold()}"}
        yield told


def _other_person(one: _Told, other: _Told) -> bool:
    """Two people: not one named in full and by surname, nor two whom the same words name together."""
    surnames = [told.says.casefold().split()[-1:] for told in (one, other)]
    together = one.source == other.source and one.quote == other.quote
    return surnames[0] != surnames[1] and not together


def _other_day(one: _Told, other: _Told) -> bool:
    return one.days is not None and other.days is not None and _gap(one.days, other.days) > 0


def _gap(one: tuple[Day, Day], other: tuple[Day, Day]) -> int:
    """How many days lie between the end of the earlier and the beginning of the later; 0 or less if they overlap."""
    return (max(one[0], other[0]) - min(one[1], other[1])).days


def _days(begin: str, finish: str = "") -> tuple[Day, Day] | None:
    """The first and the last day of what may be a day, a month, a year, or a time from one to another.

    >>> [day.isoformat() for day in _days("2031-02")]
    ['2031-02-01', '2031-02-28']
    """
    ends = [_day(begin, last=False), _day(finish or begin, last=True)]
    return (ends[0], ends[1]) if ends[0] and ends[1] else None


def _day(value: str, *, last: bool) -> Day | None:
    parts = value[:10].split("-")
    try:
        year, month = int(parts[0]), int(parts[1]) if len(parts) > 1 else 12 if last else 1
        day = int(parts[2]) if len(parts) > 2 else monthrange(year, month)[1] if last else 1
        return Day(year, month, day)
    except ValueError:
        return None


def _text(row: Row, name: str) -> str:
    value = row[name]
    return "" if value is None else str(value)
