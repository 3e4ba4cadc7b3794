"""Finds variables of a query that nothing binds: they are only shown, compared or sorted by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Final

from ..engine.tokens import NO_KEYWORDS, blanked

_BINDS: Final = re.compile(r"(?:\bAS|\bVALUES|<<)\s*$", re.IGNORECASE)
"""What stands before a variable, or a list of them, that is bound there outside of a pattern."""
_LISTS: Final = re.compile(r"(?:[\w-]*:[\w.-]*|>|[*+?]|\ba)\s+$")
"""What stands before a collection in a pattern: a property, or a path."""
_BEFORE: Final = 200
"""Characters before a place that are looked at."""


def unbound(sparql: str) -> list[str]:
    """Return a remark on each variable that is shown, compared or sorted by, and that nothing in the query binds.

    >>> unbound("SELECT ?nam ?name { ?x foaf:name ?name FILTER(?y > 3) }")
    ['?nam stands in no pattern: ?name?', '?y stands in no pattern']
    """
    found = {match.start(): match[0][1:] for match in NO_KEYWORDS.finditer(sparql) if match[0][0] in "?$"}
    counted = Counter(found.values())
    remarks = []
    for name, used in Counter(_only_used(blanked(sparql), found)).items():
        if used == counted[name]:
            near = get_close_matches(name, [other for other in counted if other != name], n=1)
            remarks.append(f"?{name} stands in no pattern{f': ?{near[0]}?' if near else ''}")
    return remarks


def _only_used(text: str, variables: Mapping[int, str]) -> Iterator[str]:
    """Yield the variables, by their places, that do not stand in a group of patterns, nor where values are given."""
    uses = [True]
    for place, character in enumerate(text):
        if character == "{":
            uses.append(False)
        elif character == "(":
            before = text[max(0, place - _BEFORE) : place]
            uses.append(not (_BINDS.search(before) or (not uses[-1] and _LISTS.search(before))))
        elif character in "})" and len(uses) > 1:
            uses.pop()
        elif place in variables and uses[-1] and not _BINDS.search(text[max(0, place - _BEFORE) : place]):
            yield variables[place]
