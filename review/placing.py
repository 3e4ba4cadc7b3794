"""Finds the exact words of an entry in a text, also when the text has changed around them."""

from __future__ import annotations

import re
from typing import Final

from ..graph.records import Span

_CHARACTERS: Final = re.compile(r"\b([0-9]{1,9})-([0-9]{1,9})\b")
_LINE: Final = re.compile(r"\bline ([0-9]{1,9})\b")


def find(text: str, quote: str, at: str) -> list[Span]:
    """Return where the words stand: one place when ``at`` tells which, otherwise all of them."""
    places = [Span(found.start(), found.end()) for found in re.finditer(re.escape(quote), text)]
    characters, line = _CHARACTERS.search(at), _LINE.search(at)
    if len(places) < 2 or not (characters or line):
        return places
    start = int(characters[1]) if characters else _start_of(text, int(line[1])) if line else 0
    return [min(places, key=lambda span: (abs(span.start - start), span))]


def _start_of(text: str, line: int) -> int:
    return len("".join(part + "\n" for part in text.split("\n")[: line - 1]))
