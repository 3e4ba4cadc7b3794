"""How much a label tells: by that a node that stands for several is named."""

from __future__ import annotations

import re
from typing import Final

_IS_ID: Final = re.compile(r'"Q[1-9][0-9]*"')
_OF_ONE_DAY: Final = tuple(f'"{word} ' for word in ("next", "previous", "last", "new"))


def weight(node: str, label: str) -> int:
    """Return how much a label tells: a person's full name, an item's amount, an event's own name rather than "next".

    The id of an item tells less than any name, and a name in capitals less than one that is written as names are.
    """
    if _IS_ID.fullmatch(label):
        return -1
    if "/item/" in node:
        return any(c.isdigit() for c in label)
    if is_event(node):
        return not label.lower().startswith(_OF_ONE_DAY)
    if "/person/" not in node:
        return 0
    words = label.strip('"').split()
    return 2 * min(len(words), 2) - any(len(word) > 1 and word.isupper() for word in words)


def is_event(node: str) -> bool:
    """True for a node of an event."""
    return "/event/" in node
