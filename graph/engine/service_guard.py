"""Refuses queries that would call another server, unless the user named its host.

The engine cannot be told to stay off the network, so the query's words are looked at before it runs.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final
from urllib.parse import urlsplit

from ..errors import QueryRefused
from .tokens import NO_KEYWORDS

_CALL: Final = re.compile("service", re.IGNORECASE)
_NAMED_CALL: Final = re.compile(r"\bservice\s+(?:silent\s+)?<([^<>\s]*)>", re.IGNORECASE)


def refuse_service(sparql: str, *, hosts: Collection[str] = ()) -> None:
    """Raise :class:`~parley.graph.errors.QueryRefused` when the query calls another host than these.

    A host is written as in an address, with its port if it has one. Only an address spelled out in the query is
    allowed, never one that a variable or a prefix makes.

    Strings, comments, IRIs, variables and the names after a prefix are taken out first; what is left are keywords
    and punctuation. The engine reads ``SERVICE:x`` as a call even where a prefix has that name, so it is refused.

    >>> refuse_service("SELECT ?service { ?service ?p 'SERVICE' } # SERVICE")
    """
    words = NO_KEYWORDS.sub(lambda match: f" {match['prefix'] or ''} ", sparql)
    calls = len(_CALL.findall(words))
    spelled = NO_KEYWORDS.sub(lambda match: match[0] if match[0].startswith("<") else " ", sparql)
    allowed = sum(urlsplit(address).netloc.casefold() in hosts for address in _NAMED_CALL.findall(spelled))
    if calls != allowed:
        raise QueryRefused(
            "SERVICE calls another server, and questions only read this knowledge: leave SERVICE out, or name the "
            "host of its <address> with --allow-service (a prefix must not be called service either)"
        )
