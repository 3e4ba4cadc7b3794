"""The sentence of a text in which some words stand; it is shown to people and decides nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"\n+|(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")
_NO_END = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|Amb|Hon|Rev|St|No|vs"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])\.$"
)


def sentence_with(text: str, words: str) -> str:
    """Return the sentence, or the sentences, of the text in which the words first stand; empty when they do not.

    >>> sentence_with("Talks ended. Gen. Novak left at noon. Nobody spoke.", "left")
    'Gen. Novak left at noon.'
    """
    start = text.find(words) if words else -1
    if start < 0:
        return ""
    begin, end = 0, len(text)
    for gap in _gaps(text):
        if gap.end() <= start:
            begin = gap.end()
        elif gap.start() >= start + len(words):
            end = gap.start() + len(gap[0].rstrip())
            break
    return " ".join(text[begin:end].split())


def sentences_around(text: str, start: int, end: int) -> str:
    """Return the sentences in which the characters from ``start`` to ``end`` stand, with the one before and after.

    >>> sentences_around("It rained. Talks began. Gen. Novak left at noon. Nobody spoke. It was late.", 29, 34)
    'Talks began. Gen. Novak left at noon. Nobody spoke.'
    """
    begins, ends = [0], []
    for gap in _gaps(text):
        begins.append(gap.end())
        ends.append(gap.start() + len(gap[0].rstrip()))
    ends.append(len(text))
    inside = [place for place, first in enumerate(begins) if first < end and ends[place] > start] or [0]
    return " ".join(text[begins[max(inside[0] - 1, 0)] : ends[min(inside[-1] + 1, len(ends) - 1)]].split())


def _gaps(text: str) -> Iterator[re.Match[str]]:
    """What stands between one sentence and the next."""
    for gap in _END.finditer(text):
        if "\n" in gap[0] or not _NO_END.search(text, max(0, gap.start() - 12), gap.start()):
            yield gap
