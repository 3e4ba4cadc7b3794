"""The words of a SPARQL query: which are keywords, which are names, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

_LOCAL_NAME: Final = r"(?:[\w.:·-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%])*"
NO_KEYWORDS: Final = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r"|<(?P<iri>[^<>\"{}|^`\\\x00-\x20]*)>"
    r"|#[^\n\r]*"
    r"|[?$]\w+"
    r"|@[A-Za-z]+(?:-[A-Za-z0-9]+)*"
    r"|_:[\w.·-]*"
    rf"|(?P<prefix>(?:[^\W\d_][\w.·-]*)?):(?P<local>{_LOCAL_NAME})",
    re.DOTALL,
)
"""Whatever holds no keyword: strings, IRIs, comments, variables, languages, blank nodes and names with a prefix."""
_DECLARED: Final = re.compile(r"\bPREFIX\s+([^\s:<]*):\s*<([^<>\s]*)>", re.IGNORECASE)
_GRAPHS: Final = re.compile(r"\b(?:GRAPH|FROM)\b", re.IGNORECASE)
_ESCAPED: Final = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class Name:
    """A name with a prefix, or an IRI in angle brackets, as it is written in a query."""

    written: str
    prefix: str | None
    """None for an IRI in angle brackets."""
    local: str
    place: int


def blanked(sparql: str) -> str:
    """Return the query with blanks, as long as they are, in place of all that holds no keyword.

    >>> blanked("ASK { ?s 'a' <b> } # c")
    'ASK {            }    '
    """
    return NO_KEYWORDS.sub(lambda match: " " * len(match[0]), sparql)


def names_graphs(sparql: str) -> bool:
    """Return true for a query that may look into other graphs than the default one.

    >>> names_graphs("ASK { graph ?g { ?s ?p ?o } }"), names_graphs("ASK { ?graph ?p 'FROM' }")
    (True, False)
    """
    return _GRAPHS.search(blanked(sparql)) is not None


def names(sparql: str) -> Iterator[Name]:
    """Yield the names in a query, without those that declare prefixes.

    >>> [name.written for name in names("PREFIX a: <b:> ASK { a:x <b:y> ':z' }")]
    ['a:x', '<b:y>']
    """
    declared = [match.span() for match in _DECLARED.finditer(sparql)]
    for match in NO_KEYWORDS.finditer(sparql):
        if any(start <= match.start() < end for start, end in declared):
            continue
        if match["iri"] is not None:
            yield Name(match[0], None, match["iri"], match.start())
        elif match["prefix"] is not None:
            local = match["local"].rstrip(".")
            yield Name(f"{match['prefix']}:{local}", match["prefix"], _ESCAPED.sub(r"\1", local), match.start())


def declared_prefixes(sparql: str) -> Mapping[str, str]:
    """Return the prefixes that a query declares."""
    return {match[1]: match[2] for match in _DECLARED.finditer(sparql)}
