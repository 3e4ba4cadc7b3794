"""What each source tells of something that several tell of: the canonical graph holds all that they say together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Final, TypeAlias

from .lookup import OWL, PARLEY, SCHEMA, Queryable

Told: TypeAlias = Mapping[str, str]
"""The values that one source gives, by property."""

_PROPERTIES: Final = (
    SCHEMA + "startDate", SCHEMA + "endDate", PARLEY + "printedDate", PARLEY + "dateBasis", SCHEMA + "location",
    PARLEY + "duration", PARLEY + "format", PARLEY + "standing",
)  # fmt: skip
_QUERY: Final = f"""
PREFIX parley: <{PARLEY}>
SELECT ?event ?graph ?p (MIN(STR(COALESCE(?canonical, ?told))) AS ?value) WHERE {{
  {{ SELECT ?event WHERE {{
       ?event a parley:NegotiationEvent .
       GRAPH ?same {{ ?one parley:canonical ?event }} FILTER(STRENDS(STR(?same), "/graph/identity"))
     }} GROUP BY ?event HAVING (COUNT(?one) > 1) }}
  GRAPH ?identity {{ ?node parley:canonical ?event }} FILTER(STRENDS(STR(?identity), "/graph/identity"))
  GRAPH ?graph {{ ?node a parley:NegotiationEvent ; ?p ?told }}
  VALUES ?p {{ {" ".join(f"<{name}>" for name in _PROPERTIES)} }}
  OPTIONAL {{ GRAPH ?identity {{ ?told parley:canonical ?canonical }} }}
}} GROUP BY ?event ?graph ?p
"""

Listed: TypeAlias = Mapping[str, frozenset[tuple[str, str]]]
"""The properties and values that each statement lists."""
LISTED: Final = (SCHEMA + "birthDate", SCHEMA + "deathDate", OWL + "sameAs")
_LISTED: Final = f"""
PREFIX parley: <{PARLEY}>
SELECT DISTINCT ?statement ?p ?value WHERE {{
  VALUES ?p {{ {" ".join(f"<{name}>" for name in LISTED)} }}
  GRAPH ?graph {{ ?node ?p ?value ; parley:supportedBy ?statement }}
}}
"""


def best_of(each: Mapping[str, Told], predicate: str) -> str:
    """Return the value that most sources give, of days the most exact ones only; nothing when none gives one."""
    given = [told[predicate] for told in each.values() if told.get(predicate)]
    exact = max(map(len, given), default=0) if predicate == SCHEMA + "startDate" else 0
    counted = Counter(value for value in given if len(value) >= exact)
    return min(counted, key=lambda value: (-counted[value], value), default="")


def tellings_of_events(knowledge: Queryable) -> Mapping[str, Mapping[str, Told]]:
    """Return, of each event that several nodes stand for, what each source tells of it: by event, then by source."""
    found: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for row in knowledge.query(_QUERY):
        source = str(row["graph"]).removesuffix("/graph")
        found[str(row["event"])][source][str(row["p"])] = str(row["value"])
    return found


def listed_by_statement(knowledge: Queryable) -> Listed:
    """Return which days of birth and death and which identifiers each statement of a dataset lists."""
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for statement, name, value in knowledge.query(_LISTED).texts():
        found[statement].add((name, value))
    return {statement: frozenset(values) for statement, values in found.items()}
