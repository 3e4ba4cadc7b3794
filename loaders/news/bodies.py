"""States, organisations and bodies in the words of a sentence: "Russian", "the X's Y", "of the Ministry of Z".

They stand before a title or after its "of"; what the title is, is for :mod:`.titles`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from .gazetteer import Mention
from .offices import Phrases, offices
from .words import Word

T = TypeVar("T")

DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "my", "this", "another", "one"})
_LINKS = frozenset({"of", "for", "to", "at", "from", "on", "with", "in", "and", "the", "’s", "'s", "&"})


@dataclass(frozen=True, slots=True)
class Whereof:
    """What follows "of"."""

    mention: Mention | None
    organization: tuple[int, int] | None
    name_end: int
    """The word after a portfolio that belongs to the title's name; 0 for none."""
    end: int
    """The word after all of it."""


class BodyReader:
    """Reads states and bodies in the words of one sentence."""

    def __init__(self, words: Sequence[Word], mentions: Sequence[Mention]) -> None:
        self.words = words
        self.mentions = mentions
        self.vocabulary = offices()
        self.lower = [w.lower for w in words]
        self._mention_at = {m.start: m for m in mentions}

    def phrase(self, position: int, group: Phrases[T], limit: int) -> int:
        """How many words from ``position`` form the longest entry of a group; 0 for none."""
        longest = group.longest.get(self.lower[position], 0) if position < limit else 0
        for size in range(min(longest, limit - position), 0, -1):
            if " ".join(self.lower[position : position + size]) in group:
                return size
        return 0

    def whereof(self, i: int, limit: int) -> Whereof | None:
        """What the "of" at ``i`` introduces."""
        v = self.vocabulary
        start = i + 1
        if start < limit and self.lower[start] in ("the", "its", "his", "her", "their"):
            start += 1
        end = self._body_end(start, limit)
        if end == start:
            return None
        bodies = [n + size for n in range(start, end) if (size := self.phrase(n, v.bodies, end))]
        tail = self.words[bodies[-1] : end] if bodies else []
        if len(tail) >= 2 and all(w.capital for w in tail):  # a name follows the body: "... Directorate NAME SURNAME"
            end = bodies[-1]
        elif (known := self._known_until(start, end)) and not bodies:  # "Chancellor of <state> NAME SURNAME"
            end = known
        inner = [m for n in range(start, end) if (m := self._mention_at.get(self.words[n].start))]
        state = next((m for m in inner if m.entry.kind == "state"), None)
        if not bodies and (size := self.phrase(start, v.portfolios, limit)):
            last = self._portfolios_end(start + size, end)
            return Whereof(state, None, last, end if state is not None else last)
        first, last = self.words[start].start, self.words[end - 1].end
        whole = next((m for m in inner if m.start == first and m.end == last), None)
        if whole is not None and whole.entry.kind == "state":
            return Whereof(whole, None, 0, end)
        return Whereof(whole or state, (first, last), 0, end)

    def _body_end(self, start: int, limit: int) -> int:
        """The word after the capitalised words, bodies and portfolios from ``start`` on, joined by small words."""
        end = start
        while end < limit and (self._names_body(end, limit) or self._links(start, end, limit)):
            end += 1
        while end > start and self.lower[end - 1] in _LINKS:
            end -= 1
        return end

    def _names_body(self, i: int, limit: int) -> bool:
        v, word = self.vocabulary, self.words[i]
        if word.capital or word.possessive or word.text.isdigit():
            return True
        return bool(self.phrase(i, v.bodies, limit) or self.phrase(i, v.portfolios, limit))

    def _links(self, start: int, i: int, limit: int) -> bool:
        word = self.words[i]
        if word.text == ",":
            return self._listed_body(start, i, limit)
        after = self.words[i + 1] if i + 1 < limit else None
        small = word.lower in _LINKS and after is not None
        return small and after is not None and (after.capital or after.lower in ("the", "of"))

    def _portfolios_end(self, last: int, end: int) -> int:
        """The word after "Defence and Industry", which ``last`` stands in."""
        v = self.vocabulary
        while last < end and (more := self.phrase(last, v.portfolios, end)):
            last += more
        while last + 1 < end and self.lower[last] in ("and", "&", ","):
            more = self.phrase(last + 1, v.portfolios, end)
            if not more:
                break
            last += 1 + more
        return last

    def _known_until(self, start: int, end: int) -> int:
        """The word after a known state or organisation at ``start`` when capitalised words, a name, follow; else 0."""
        mention = self._mention_at.get(self.words[start].start)
        after = start
        while mention is not None and after < end and self.words[after].end <= mention.end:
            after += 1
        tail = self.words[after:end]
        return after if mention is not None and 2 <= len(tail) <= 4 and all(w.capital for w in tail) else 0

    def _listed_body(self, start: int, comma: int, limit: int) -> bool:
        """True for the comma in "Ministry of Health, Labour and Welfare"."""
        v = self.vocabulary
        ahead = self.phrase(start, v.bodies, comma) and "and" in self.lower[comma + 1 : comma + 4]
        return bool(ahead and self.phrase(comma + 1, v.portfolios, limit))

    def qualifier(self, i: int, limit: int) -> tuple[Mention | None, tuple[int, int] | None, int] | None:
        """A state or organisation before the title: "Russian", "Ukraine’s", "Kremlin", "Foreign Ministry"."""
        mention = self._mention_at.get(self.words[i].start)
        if mention is not None:
            after = i
            while after < limit and self.words[after].end <= mention.end:
                after += 1
            if after == i:  # the mention is only a part of this word: "Kurdish-led"
                return None
            after += after < limit and self.words[after].possessive
            if mention.entry.kind == "state":
                return mention, None, after
            return mention, (mention.start, mention.end), after
        if (size := self._body(i, limit)) and i + size < limit:
            end = i + size
            span = (self.words[i].start, self.words[end - 1].end)
            return None, span, end + self.words[end].possessive
        run = i
        while run < limit and self.words[run].capital and not self._vocabulary_word(run, limit):
            run += 1
        if run > i and run < limit and self.words[run].possessive:
            return None, (self.words[i].start, self.words[run - 1].end), run + 1
        if 1 <= run - i <= 3 and run < limit and all(w.text.isupper() for w in self.words[i:run]):
            return None, (self.words[i].start, self.words[run - 1].end), run
        return None

    def _vocabulary_word(self, i: int, limit: int) -> bool:
        v = self.vocabulary
        if self.lower[i] not in v.beginnings:
            return False
        groups = (v.heads, v.modifiers, v.portfolios, v.honorifics, v.plurals)
        return any(self.phrase(i, group, limit) for group in groups)

    def _body(self, i: int, limit: int) -> int:
        """Length of a body's name such as "Foreign Ministry" or "Main Intelligence Directorate"."""
        v, first = self.vocabulary, self.words[i]
        if first.lower in DETERMINERS or not (first.capital or first.lower in v.portfolios.longest):
            return 0
        for size in range(min(6, limit - i), 0, -1):
            end = i + size
            if self.lower[end - 1] in v.bodies and all(
                self.words[n].capital or self.phrase(n, v.portfolios, end) for n in range(i, end)
            ):
                return size
        return 0
