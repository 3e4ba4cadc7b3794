"""Refuses queries that would call another server. A query here only ever reads the store itself.

The engine cannot be told to stay off the network, so the query's words are looked at before it runs.
"""

from __future__ import annotations

import re
from typing import Final

from .errors import QueryRefused

_LOCAL_NAME: Final = r"(?:[\w.:·-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%])*"
_NOT_KEYWORDS: Final = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r"|<[^<>\"{}|^`\\\x00-\x20]*>"
    r"|#[^\n\r]*"
    r"|[?$]\w+"
    r"|@[A-Za-z]+(?:-[A-Za-z0-9]+)*"
    r"|_:[\w.·-]*"
    rf"|(?P<prefix>(?:[^\W\d_][\w.·-]*)?):{_LOCAL_NAME}",
    re.DOTALL,
)
_CALL: Final = re.compile("service", re.IGNORECASE)


def refuse_service(sparql: str) -> None:
    """Raise :class:`~parley.graph.errors.QueryRefused` when the query has a SERVICE clause.

    Strings, comments, IRIs, variables and the names after a prefix are taken out first; what is left are keywords
    and punctuation. The engine reads ``SERVICE:x`` as a call even where a prefix has that name, so it is refused.

    >>> refuse_service("SELECT ?service { ?service ?p 'SERVICE' } # SERVICE")
    """
    words = _NOT_KEYWORDS.sub(lambda match: f" {match['prefix'] or ''} ", sparql)
    if _CALL.search(words):
        raise QueryRefused(
            "SERVICE calls another server, and questions only read this knowledge: leave SERVICE out "
            "(a prefix must not be called service either)"
        )
