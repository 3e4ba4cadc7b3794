"""What stands beside a person's name and tells namesakes apart: a title, the state that it is of, "his namesake"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import Final

from .card import Card
from .readings import Reading
from .title_grammar import Title

_BOUND: Final = re.compile(r"\b(?:to|for|in|and)\b", re.IGNORECASE)
"""In a title, what another state than the holder's may follow: "ambassador to X", or another's: "president and"."""
_NAMESAKE: Final = re.compile(r"\bnamesakes?\b[^.;:]{0,40}$", re.IGNORECASE)
_CHILD: Final = re.compile(r"\b(?:son|father|daughter|mother|cousin|uncle|nephew)\b[^.;:]{0,30}$", re.IGNORECASE)
_NEAR: Final = 70


def cards(readings: Iterable[Reading], text: str) -> Mapping[int, Card]:
    """By the place of each name, what stands beside it."""
    found: dict[int, Card] = {}
    for reading in readings:
        begins = reading.sentence.start
        for name in reading.names:
            before = text[max(begins, name.start - _NEAR) : name.start]
            told = [t for t in _titles(reading, name.first, name.last) if t.tenure == "current"]
            found[name.start] = Card(
                frozenset(t.name.lower() for t in told),
                next((state for t in told if (state := _state(t, text))), "") or _of_state(reading, name.last),
                bool(_NAMESAKE.search(before)),
                bool(_CHILD.search(before)),
                begins,
                reading.sentence.segment.start,
            )
    return found


def _titles(reading: Reading, first: int, last: int) -> list[Title]:
    """The title before a name, and that after it: "NAME, the foreign minister"."""
    words, found = reading.words, [reading.titles.before(first)]
    after = last + 1 if last < len(words) and words[last].text == "," else last
    if after < len(words) and (after > last or words[after].lower == "the"):
        read = reading.titles.at(after, len(words))
        found.append(read[0] if read is not None and (read[0].determiner or read[0].mention) else None)
    return [title for title in found if title is not None and not title.plural]


def _state(title: Title, text: str) -> str:
    known = title.mention
    if known is None or known.entry.kind != "state" or known.alternatives or known.ambiguous:
        return ""
    return "" if _BOUND.search(text, title.start, title.end) else str(known.entry.key)


def _of_state(reading: Reading, last: int) -> str:
    """The state in "NAME of Kenya"."""
    words = reading.words
    if last + 1 >= len(words) or words[last].lower != "of":
        return ""
    starts = [m.start for m in reading.mentions]
    at = bisect_left(starts, words[last + 1].start)
    known = reading.mentions[at] if at < len(starts) and starts[at] == words[last + 1].start else None
    clear = known is not None and known.entry.kind == "state" and not known.alternatives and not known.ambiguous
    return str(known.entry.key) if known is not None and clear else ""
