"""A part of what is known, by the filters that questions take: to be exported or drawn like the whole."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import product
from typing import TYPE_CHECKING, Final, Unpack

from ..graph.errors import QueryError
from .ask import ask
from .binding import bound
from .catalogue import Question
from .filters import takes
from .flat import Flat, flat_rows
from .given import Given, terms

if TYPE_CHECKING:
    from ..graph.knowledge import Knowledge

_OF_SOURCES: Final = {"source", "dataset", "publisher", "since", "until"}
_SOURCES: Final = Question(
    "sources", "Which sources are there?", ("id",), "",
    """
PREFIX parley: <https://w3id.org/parley/ns#>
PREFIX schema: <https://schema.org/>

SELECT DISTINCT ?id
WHERE {
  ?document parley:sourceId ?id .
}
ORDER BY ?id
""",
)  # fmt: skip
_FACTS: Final = Question(
    "facts", "Which facts are there in which source?", ("id", "fact"), "",
    """
# any fact
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX parley: <https://w3id.org/parley/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX schema: <https://schema.org/>

SELECT DISTINCT ?id ?fact
WHERE {
  ?fact parley:standing ?standingIri ;
    parley:supportedBy|parley:disputedBy ?statement .
  ?statement prov:wasDerivedFrom ?document ;
    oa:hasTarget/oa:hasSelector/oa:exact ?quote .
  ?document parley:sourceId ?id .
}
ORDER BY ?id ?fact
""",
)  # fmt: skip
_CARRIED: Final = """
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX parley: <https://w3id.org/parley/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX schema: <https://schema.org/>

SELECT DISTINCT ?id ?title ?fact ?start ?end
WHERE {
  ?fact parley:standing ?standingIri ;
    parley:supportedBy|parley:disputedBy ?statement .
  ?statement prov:wasDerivedFrom ?document ;
    oa:hasTarget/oa:hasSelector ?selector .
  ?selector oa:start ?start ;
    oa:end ?end .
  ?document parley:sourceId ?id .
  OPTIONAL { ?document schema:headline ?title }
}
"""
"""Which facts do the words at some place carry?"""
NARROWING: Final = takes(_FACTS)
"""What a part can be narrowed by."""


def narrowed(knowledge: Knowledge, **given: Unpack[Given]) -> Knowledge:
    """Return a copy in memory of what fits all that is given: facts, and what they lead to; the whole for nothing.

    Where only sources are told apart, it is what they say, as if no others had been read.
    """
    values = terms(knowledge, given)
    refused = values.keys() - set(NARROWING)
    if refused:
        raise QueryError(f"a part is not narrowed by {', '.join(sorted(refused))}, but by {', '.join(NARROWING)}")
    if not values:
        return knowledge
    facts: dict[str, Collection[str] | None] = {}
    if values.keys() <= _OF_SOURCES:
        facts = {str(row["id"]): None for row in knowledge.query(bound(_SOURCES, values))}
    else:
        found: dict[str, set[str]] = {}
        for row in knowledge.query(bound(_FACTS, values)):
            found.setdefault(str(row["id"]), set()).add(str(row["fact"]))
        facts.update(found)
    return knowledge.part(facts)


def answering(knowledge: Knowledge, name: str, **given: Unpack[Given]) -> Knowledge:
    """Return a copy in memory of the facts that the rows of an answer tell, and what they lead to.

    Where rows name no fact, it is those that their words carry.
    """
    answer = ask(knowledge, name, flat=True, **given)
    told: set[tuple[str, ...]] = set()
    for row in flat_rows(answer.results, answer.question):
        told.update(_each(row, "fact") if row.get("fact") else _each(row, "source", "start", "end"))
    found: dict[str, set[str]] = {}
    for one in knowledge.query(_CARRIED):
        fact, place = str(one["fact"]), (str(one["start"]), str(one["end"]))
        if told & {(fact,), (str(one["id"]), *place), (str(one["title"]), *place)}:
            found.setdefault(str(one["id"]), set()).add(fact)
    return knowledge.part(found)


def _each(row: Flat, *columns: str) -> Iterator[tuple[str, ...]]:
    """Yield the values of columns of a row, each with each where they are lists."""
    values = (row.get(column, "") for column in columns)
    yield from product(*([str(one) for one in (value if isinstance(value, list) else [value])] for value in values))
