"""States, organisations and bodies in the words of a sentence: "Russian", "the X's Y", "of the Ministry of Z".

They stand before a title or after its "of"; what the title is, is for :mod:`.titles`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from ..language.words import Word
from ..lexicons.word_lists import wordset
from .gazetteer import Mention
from .offices import Phrases, offices

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


_PLAIN = re.compile(r"[a-z]+(?:-[a-z]+)*")


def _is_plain(word: str) -> bool:
    """True for a small word that can describe a body."""
    return bool(_PLAIN.fullmatch(word)) and word not in wordset("offices", "small")


class BodyReader:
    """Reads states and bodies in the words of one sentence."""

    def __init__(self, words: Sequence[Word], mentions: Sequence[Mention]) -> None:
        self.words = words
        self.mentions = mentions
        self.vocabulary = offices()
        self.lower = [w.lower for w in words]
        self.starts = [w.start for w in words]
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
        if start < limit and self.words[start].text.isdigit():
            return None
        end = self.body_end(start, limit)
        if end == start or (end < limit and self.lower[end] in wordset("offices", "papers")):  # "of the X accord"
            return None
        if (last := self._affairs(start, end)) > start:
            return Whereof(None, None, last, last)
        inner = [m for n in range(start, end) if (m := self._mention_at.get(self.words[n].start))]
        states = [m for m in inner if m.entry.kind == "state"]
        named = [n for n in range(start, end) if not any(m.start <= self.words[n].start < m.end for m in states)]
        bodies = [n + size for n in named if (size := self.phrase(n, v.bodies, end))]
        tail = self.words[bodies[-1] : end] if bodies else []
        if len(tail) >= 2 and all(w.capital for w in tail):  # a name follows the body: "... Directorate NAME SURNAME"
            end = bodies[-1]
        elif (known := self._known_until(start, end)) >= max((1, *bodies)):  # "Chancellor of <state> NAME SURNAME"
            end = known
        state = next((m for m in states if not self._located(m)), None)
        if not bodies and end < limit and self.lower[end] == "affairs":  # "minister for Maghreb affairs"
            return Whereof(None, None, end + 1, end + 1)
        size = self.phrase(start, v.portfolios, limit)
        if size and (not bodies or self.lower[start + size : start + size + 1] == ["of"]):
            last = self._portfolios_end(start + size, end)
            if state is not None and self._before(state) not in ("of", "’s", "'s"):
                state = None
            return Whereof(state, None, last, end if state is not None else last)
        first, last = self.words[start].start, self.words[end - 1].end
        whole = next((m for m in inner if m.start == first and m.end == last), None)
        if whole is not None and whole.entry.kind == "state":
            return Whereof(whole, None, 0, end)
        return Whereof(whole or state, (first, last), 0, end)

    def _affairs(self, start: int, end: int) -> int:
        """The word after the field in "Minister for Harbour Affairs NAME SURNAME", else ``start``."""
        named = any(self.phrase(n, self.vocabulary.bodies, end) for n in range(start, end))
        field = "affairs" in self.lower[start + 1 : end] and not named and self.words[start].capital
        return self.lower.index("affairs", start + 1) + 1 if field else start

    def _before(self, mention: Mention) -> str:
        """The word before a mention and its article."""
        n = bisect_left(self.starts, mention.start) - 1
        return self.lower[n - 1] if n > 0 and self.lower[n] == "the" else self.lower[n] if n >= 0 else ""

    def _located(self, mention: Mention) -> bool:
        return mention.form == "capital" and self._before(mention) in ("in", "at", "near")

    def body_end(self, start: int, limit: int) -> int:
        """The word after the capitalised words, bodies and portfolios from ``start`` on, joined by small words."""
        end = start
        while end < limit:
            size = self._names_body(end, limit) or self._links(start, end, limit) or self._described(end, limit)
            if not size:
                break
            end += size
        while end > start and self.lower[end - 1] in _LINKS:
            end -= 1
        return end

    def _names_body(self, i: int, limit: int) -> int:
        """How many words from ``i`` name a body or belong to its name."""
        v, word = self.vocabulary, self.words[i]
        if word.capital or word.possessive or word.text.isdigit():
            return 1
        return self.phrase(i, v.bodies, limit) or self.phrase(i, v.portfolios, limit)

    def _described(self, i: int, limit: int) -> int:
        """How many small words from ``i`` tell which body comes next: "botanical" in "botanical garden"."""
        for n in range(i, min(i + 3, limit)):
            if self.phrase(n, self.vocabulary.bodies, limit):
                return n - i
            if not _is_plain(self.lower[n]):
                return 0
        return 0

    def unknown_field(self, i: int, limit: int) -> Whereof | None:
        """The field in "head of debt management at the X": small words up to the next preposition or mark."""
        last = i + 1
        while last < limit and last - i <= 3 and _is_plain(self.lower[last]) and not self.words[last].capital:
            last += 1
        ends = last >= limit or self.words[last].text in (",", ".", ")") or self.lower[last] in ("at", "for", "of")
        return Whereof(None, None, last, last) if last > i + 1 and ends else None

    def _links(self, start: int, i: int, limit: int) -> bool:
        word = self.words[i]
        if word.text == ",":
            return self._listed_body(start, i, limit)
        after = self.words[i + 1] if i + 1 < limit else None
        small = word.lower in _LINKS and after is not None
        if word.lower == "and" and self.phrase(i + 1, self.vocabulary.address, limit):  # "of A and Sheikh NAME of B"
            return False
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
        """The word after the last known state or body from ``start`` on when capitalised words, a name, follow."""
        for n in range(start, end):
            known = self.mention_of(n)
            if known is None or known[1] > end or (known[0].form == "demonym" and n > start):
                continue
            after = last = known[1]
            while last < end and self.words[last].capital:
                last += 1
            bodies = any(self.phrase(k, self.vocabulary.bodies, last) for k in range(after, last))
            goes_on = last < end and (self.words[last].possessive or self.lower[last] in ("of", "for", "and"))
            if 2 <= last - after <= 4 and not bodies and not goes_on:
                return after
        return 0

    def _listed_body(self, start: int, comma: int, limit: int) -> bool:
        """True for the comma in "Ministry of Health, Labour and Welfare"."""
        v = self.vocabulary
        ahead = self.phrase(start, v.bodies, comma) and "and" in self.lower[comma + 1 : comma + 4]
        return bool(ahead and self.phrase(comma + 1, v.portfolios, limit))

    def qualifier(self, i: int, limit: int) -> tuple[Mention | None, tuple[int, int] | None, int] | None:
        """A state or organisation before the title: "Russian", "Ukraine’s", "Kremlin", "Foreign Ministry"."""
        if (known := self.mention_of(i)) is not None:
            mention, after = known
            if body := self._small_body(after, limit):
                span = (mention.start, self.words[after + body - 1].end)
                after += body
                return mention, span, after + (after < limit and self.words[after].possessive)
            after += after < limit and self.words[after].possessive
            if body := self._small_body(after, limit):
                span = (mention.start, self.words[after + body - 1].end)
                after += body
                return mention, span, after + (after < limit and self.words[after].possessive)
            if mention.entry.kind == "state":
                return mention, None, after
            return mention, (mention.start, mention.end), after
        plain = not self.words[i].capital and self.lower[i] not in self.vocabulary.beginnings
        if plain and not (i and self.lower[i - 1] == "the"):  # most words
            return None
        if small := self._small_body(i, limit) or self._possessor(i, limit):
            end = i + small
            return None, (self.words[i].start, self.words[end - 1].end), end + self.words[end].possessive
        if (size := self._body(i, limit)) and i + size < limit:
            end = i + size
            span = (self.words[i].start, self.words[end - 1].end)
            return None, span, end + self.words[end].possessive
        run = i
        if self.lower[i] in wordset("offices", "small"):  # "But A's minister"
            return None
        while run < limit and self.words[run].capital and not self._vocabulary_word(run, limit):
            run += 1
        if run > i and run < limit and self.words[run].possessive:
            return None, (self.words[i].start, self.words[run - 1].end), run + 1
        shouted = 1 <= run - i <= 3 and run < limit and all(w.text.isupper() for w in self.words[i:run])
        if shouted and not self.phrase(i, self.vocabulary.address, limit):  # "REAR ADM." is no body
            return None, (self.words[i].start, self.words[run - 1].end), run
        return None

    def mention_of(self, i: int) -> tuple[Mention, int] | None:
        """The known actor whose name begins at ``i``, and the word after it."""
        mention = self._mention_at.get(self.words[i].start) if i < len(self.words) else None
        after = i
        while mention is not None and after < len(self.words) and self.words[after].end <= mention.end:
            after += 1
        return (mention, after) if mention is not None and after > i else None  # none: a part of "Kurdish-led"

    def _small_body(self, i: int, limit: int) -> int:
        """How many small words from ``i`` are a body that a title follows: "army" in "the X army spokesman"."""
        v, n = self.vocabulary, i
        while n < limit and (step := self.phrase(n, v.portfolios, limit)) and not self._is_body(n, step, limit):
            n += step
        size = self.phrase(n, v.bodies, limit) if n < limit else 0
        end = n + size
        if not size or any(self.words[k].capital for k in range(i, end)) or end >= limit:
            return 0
        if self.phrase(i, v.heads, limit) or self.phrase(n, v.heads, limit) > size:
            return 0
        if self.words[end].possessive:
            return end - i
        follows = self.phrase(end, v.tenures, limit) or any(
            self.phrase(end, group, limit) for group in (v.heads, v.plurals, v.modifiers)
        )
        return end - i if follows and not self.phrase(n, v.modifiers, limit) else 0

    def of_many(self, i: int, limit: int) -> int:
        """How many small words from ``i`` are a body and those whose it is: "teachers' union" before "leader"."""
        owned = i + 2 < limit and self.words[i + 1].possessive and self.lower[i].endswith("s")
        body = self._small_body(i + 2, limit) if owned and _is_plain(self.words[i].text) else 0
        return body + 2 if body else 0

    def _is_body(self, i: int, size: int, limit: int) -> bool:
        return self.phrase(i, self.vocabulary.bodies, limit) >= size

    def _possessor(self, i: int, limit: int) -> int:
        """How many small words from ``i`` after "the" own what follows: "shipping firm" in "the shipping firm's"."""
        if not i or self.lower[i - 1] != "the":
            return 0
        for n in range(i, min(i + 4, limit)):
            if self.words[n].possessive:
                return n - i if n + 1 < limit else 0
            if not _is_plain(self.lower[n]) or self.words[n].capital:
                return 0
        return 0

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
