"""The sentences of an article in which nothing was read, for a person to look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..graph.records import SourceRecords, Span, Statement


@dataclass(frozen=True, slots=True)
class Unread:
    """The sentences that yielded nothing, each with its line from 1, and how many sentences there are."""

    lines: tuple[tuple[int, str], ...]
    sentences: int

    def __str__(self) -> str:
        """One line each: the number of the line, and the words."""
        return "".join(f"{line}: {words}\n" for line, words in self.lines)


def unread(said: SourceRecords, sentences: Iterable[Span]) -> Unread:
    """Return the sentences that no statement of these records touches."""
    text = said.source.text
    told = sorted((s.span.start, s.span.end) for s in said.records if isinstance(s, Statement))
    all_of_them = list(sentences)
    left = [one for one in all_of_them if not any(a < one.end and one.start < b for a, b in told)]
    lines = ((text.count("\n", 0, one.start) + 1, " ".join(text[one.start : one.end].split())) for one in left)
    return Unread(tuple(lines), len(all_of_them))
