"""Finds in a text the words that a model claims to quote from it, and gives back where the text's own words stand.

Exact words come first, then words that differ in quotation marks, dashes and white space only, then words that are
nearly the same. A number or a negation is never "nearly the same".
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from ...graph.records import Span

LIKE_ENOUGH: Final = 90.0
"""Similarity from 0 to 100 from which on words are taken for a quotation."""
LONGEST: Final = 2_000
"""Characters of a quotation: whoever quotes more points at nothing."""
_SHORTEST_ALIKE: Final = 20
"""Characters from which on similarity says anything."""
_SAME: Final = {
    **dict.fromkeys("“”„‟«»″＂", '"'),
    **dict.fromkeys("‘’‚‛′`´ʼ＇", "'"),
    **dict.fromkeys("‐‑‒–—―−－", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
    "…": "...",
}
_NUMBERS: Final = re.compile(r"\d+(?:[.,:]\d+)*")
_NEGATIONS: Final = re.compile(r"\b(?:not|no|never|none|nor|neither|without|cannot|nobody|nothing|\w+n't)\b")


@dataclass(frozen=True, slots=True)
class _Plain:
    """A text with one form for all quotation marks, dashes and white space; ``origin`` leads back to the text."""

    text: str
    origin: tuple[int, ...]


class Quotations:
    """A text, or a stretch of it, in which quotations are looked for."""

    def __init__(self, text: str, within: Span | None = None) -> None:
        self.text = text
        self.within = within or Span(0, len(text))
        self._plain = _plain(text[self.within.start : self.within.end])
        self._small = _lower(self._plain.text)

    def find(self, quote: str, *, inside: Span | None = None, alike: bool = True) -> Span | None:
        """Where the quotation stands, as words of the text; ``None`` when it does not.

        Words that are not ``alike`` but the same may still differ in quotation marks, dashes and white space.
        """
        quote = quote.strip()
        if not quote or len(quote) > LONGEST or not any(c.isalnum() for c in quote):
            return None
        if inside is not None:
            return Quotations(self.text, inside).find(quote, alike=alike)
        words = _plain(quote).text.strip()
        found = self._exact(quote) or self._plainly(words, self._plain.text)
        if found or not alike:
            return found
        return self._plainly(_lower(words), self._small) or self._alike(_lower(words))

    def _exact(self, quote: str) -> Span | None:
        start = self.text.find(quote, self.within.start, self.within.end)
        while start >= 0:
            if _whole(self.text, start, start + len(quote)):
                return Span(start, start + len(quote))
            start = self.text.find(quote, start + 1, self.within.end)
        return None

    def _plainly(self, words: str, text: str) -> Span | None:
        start = text.find(words) if words else -1
        while start >= 0:
            span = self._span(start, start + len(words))
            if _whole(self.text, span.start, span.end):
                return span
            start = text.find(words, start + 1)
        return None

    def _alike(self, words: str) -> Span | None:
        hay = self._small
        if not _SHORTEST_ALIKE <= len(words) <= len(hay):
            return None
        found = fuzz.partial_ratio_alignment(words, hay, score_cutoff=LIKE_ENOUGH - 5)
        if found is None or found.dest_end <= found.dest_start:
            return None
        start, end = _to_words(hay, found.dest_start, found.dest_end)
        own = hay[start:end]
        if fuzz.ratio(words, own) < LIKE_ENOUGH or _telling(words) != _telling(own):
            return None
        return self._span(start, end)

    def _span(self, start: int, end: int) -> Span:
        origin = self._plain.origin
        return Span(self.within.start + origin[start], self.within.start + origin[end - 1] + 1)


def _plain(text: str) -> _Plain:
    letters: list[str] = []
    origin: list[int] = []
    for place, letter in enumerate(text):
        for one in " " if letter.isspace() else _SAME.get(letter, letter):
            if one != " " or (letters and letters[-1] != " "):
                letters.append(one)
                origin.append(place)
    return _Plain("".join(letters), tuple(origin))


def _lower(text: str) -> str:
    """In small letters, letter by letter, so that places stay the same."""
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def _whole(text: str, start: int, end: int) -> bool:
    """False when a stretch begins or ends inside a word."""
    begins = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    return begins and (end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum()))


def _to_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch from the beginning of its first word to the end of its last."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end


def _telling(words: str) -> tuple[Counter[str], int]:
    """What must not differ at all: the numbers, and how often something is denied."""
    return Counter(_NUMBERS.findall(words)), len(_NEGATIONS.findall(words))
