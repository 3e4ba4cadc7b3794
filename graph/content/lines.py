"""What a line between two cards says, read from either of its ends."""

from __future__ import annotations

import re
from typing import Final

from .wording import ACTS

_HEDGE: Final = re.compile(r"◔ |\w+: ")
_DONE_BY: Final = {
    "committed": "committed to by",
    "agreed to consider": "taken to consider by",
    "set a condition": "put on a condition by",
    "withdrew": "withdrawn by",
    "took a step": "step taken by",
}
"""What is not said of an item as it is of who acts."""
_BACK: Final = {
    **{past: _DONE_BY.get(past, f"{past} by") for past, *_ in ACTS.values()},
    "addressed to": "addressee of",
    "meant for": "implied addressee of",
    "raised at": "had on the table",
    "party at": "with the party",
    "attended": "attended by",
    "observed": "observed by",
    "mediated at": "mediated by",
    "hosted": "hosted by",
    "member of": "has as a member",
    "heads": "headed by",
    "represents": "represented by",
    "delegation for": "has the delegation",
    "comes from": "sends",
    "unit of": "has the unit",
    "holds a post in": "has in a post",
    "formerly held a post in": "formerly had in a post",
    "announced for a post in": "is to have in a post",
    "then": "after",
    "by": "author of",
    "exchanged at": "saw the exchange of",
    "discussed at": "had in discussion",
    "under sanctions of": "has sanctions on",
}


def read_back(label: str) -> str:
    """Return what a line says from its other end, with how it stands.

    >>> read_back("◔ demanded"), read_back("expected: party at"), read_back("heads")
    ('◔ demanded by', 'expected: with the party', 'headed by')
    """
    hedge = _HEDGE.match(label)
    start = hedge.end() if hedge else 0
    return label[:start] + _BACK.get(label[start:], label[start:])
