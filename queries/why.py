"""A question with a further column: why the facts of its rows stand as they do, by the statement of each row."""

from __future__ import annotations

import re
from typing import Final

from .catalogue import Question

WHY: Final = "why"
"""The name of the column."""
_KEYS: Final = ("source", "start", "end", "quote")
"""The columns by which a row's statement is found."""
_ORDER: Final = re.compile(r"^ORDER BY .*(?:\n +\?.*)*", re.MULTILINE)
_PREFIXES: Final = """\
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX parley: <https://w3id.org/parley/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX schema: <https://schema.org/>
"""
_REASONS: Final = """\
  OPTIONAL {
    SELECT ?source ?start ?end ?quote (GROUP_CONCAT(DISTINCT ?because; separator=" | ") AS ?why)
    WHERE {
      ?told parley:standingBecause ?because ;
        prov:wasDerivedFrom ?document ;
        oa:hasTarget/oa:hasSelector/oa:exact ?quote ;
        oa:hasTarget/oa:hasSelector/oa:start ?start ;
        oa:hasTarget/oa:hasSelector/oa:end ?end .
      ?document parley:sourceId ?id .
      OPTIONAL { ?document schema:headline ?headline }
      BIND(COALESCE(?headline, ?id) AS ?source)
    }
    GROUP BY ?source ?start ?end ?quote
  }
"""


def shows_statements(asked: Question) -> bool:
    """True for a question whose rows each show the words of a statement."""
    return set(_KEYS) <= set(asked.columns)


def with_why(asked: Question, sparql: str) -> str:
    """Return the question's SPARQL, as it is bound, with the column ``why``; the rows and their order stay."""
    prologue, begin, search = sparql.partition("SELECT ")
    comments = [line for line in prologue.splitlines() if line.startswith("#")]
    prefixes = {line for line in prologue.splitlines() if line.startswith("PREFIX")} | set(_PREFIXES.splitlines())
    inner = [f"    {line}" for line in f"{begin}{search}".splitlines()]
    order = _ORDER.findall(search)[-1]
    columns = " ".join(f"?{name}" for name in (*asked.columns, WHY))
    head = "\n".join([*comments, *sorted(prefixes), "", f"SELECT {columns}", "WHERE {", "  {", *inner, "  }"])
    return f"{head}\n{_REASONS}}}\n{order} ?why\n"
