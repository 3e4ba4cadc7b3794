"""Which lines stand about the article: heads and tails of mails, author and outlet, corrections, links to others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ..lexicons.word_lists import lexicon, wordset
from .datelines import is_dateline
from .imprints import Imprint, imprint
from .letterheads import letter_parts
from .segment import Segment

END = re.compile(r"[.!?…][\"”’'»)\]]*$")
"""What a sentence ends with."""
_LONGEST_HEADLINE = 160
_LAST_IMPRINT = 8
"""Lines from the top among which author, outlet and date stand."""


def surroundings(text: str, lines: Sequence[tuple[int, int]]) -> dict[int, list[Segment]]:
    """The lines, by number, that stand about the article, as segments."""
    found: dict[int, list[Segment]] = {}
    for number, part in letter_parts([text[a:b] for a, b in lines]).items():
        begin, places = lines[number][0], (lines[number][0] + part.start, lines[number][0] + part.end)
        if part.kind == "outlet":
            found[number] = [Segment("boilerplate", begin, places[1], outlet=places)]
        else:
            found[number] = [Segment(part.kind, *places)]
    found = {**_imprints(text, lines), **found}
    links = False
    for number, (start, end) in enumerate(lines):
        line = text[start:end]
        links = heads_links(line) or (links and not END.search(line))
        if (links or _takes_back(line)) and number not in found:
            found[number] = [Segment("boilerplate", start, end)]
    return found


def _imprints(text: str, lines: Sequence[tuple[int, int]]) -> dict[int, list[Segment]]:
    """The lines at the top, and the last one, that tell author, outlet and day, also by standing beside such a line."""
    words = [text[a:b] for a, b in lines]
    where = [n for n in range(len(lines)) if n < _LAST_IMPRINT or n + 1 == len(lines)]
    alone = {n: imprint(words[n]) for n in where}
    telling = {n for n in where if alone[n] or is_dateline(words[n])}
    told = {
        n: imprint(words[n], beside=True) if any(abs(n - m) in (1, 2) for m in telling) else alone[n] for n in where
    }
    if where and not alone[0] and not any(_may_head(words[n]) for n in where if n and not told[n]):
        told[0] = ()  # the headline, though it ends in "World"
    return {
        n: [_imprinted(lines[n][0] + p.start, lines[n][0] + p.end, p.kind) for p in pieces]
        for n, pieces in told.items()
        if pieces
    }


def _may_head(line: str) -> bool:
    return not END.search(line) and len(line) < _LONGEST_HEADLINE and not is_dateline(line)


def _imprinted(start: int, end: int, kind: Imprint) -> Segment:
    if kind == "date":
        return Segment("dateline", start, end)
    return Segment("boilerplate", start, end, outlet=(start, end) if kind == "outlet" else None)


def heads_links(line: str) -> bool:
    """True for "See also", "Related articles": what follows links to other articles."""
    return bool(_related().match(line))


def _takes_back(line: str) -> bool:
    """True for a correction: it tells what is not so, or was printed wrongly."""
    opening = line[:60].lower().lstrip("([* ")
    return opening.startswith(tuple(wordset("words", "layout", "corrections")))


@cache
def _related() -> re.Pattern[str]:
    patterns: list[str] = lexicon("words")["layout"]["related"]
    return re.compile(rf"^(?:{'|'.join(patterns)}):?$", re.IGNORECASE)
