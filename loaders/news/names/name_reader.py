"""Finds names of persons in a sentence.

What the model calls a person is trimmed of titles and checked; a name that the model missed is found by
the title before it or after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..language.words import Word
from ..lexicons.word_lists import wordset
from .namesakes import names_thing
from .offices import offices
from .persons import NameMention
from .title_grammar import Title
from .titles import APART, TitleReader

_MOST_PARTS, _MOST_WORDS = 5, 8
_QUOTED = (['"', '"'], ["“", "”"], ["‘", "’"], ["'", "'"])
_MARKS = frozenset(mark for marks in _QUOTED for mark in marks)
_INITIAL = re.compile(r"[A-Z]\.")
_NICKNAME = re.compile(r" ([\"“‘']) \S+ [\"”’'] ")


class NameReader:
    """Reads names in the words of one sentence."""

    def __init__(self, titles: TitleReader) -> None:
        self.words = titles.words
        self._titles = titles
        self._known = [m for m in titles.mentions if m.entry.kind != "outlet" or m.end - m.start > 2]
        self._offices = offices()
        self._particles = wordset("words", "names", "particles")
        self._never = wordset("words", "names", "never")
        self._places = wordset("words", "names", "places")
        self._titles_too = wordset("words", "names", "titles_too")
        self._suffixes = wordset("words", "names", "suffixes")
        self._noble = wordset("offices", "noble")
        self._nouns_too = wordset("offices", "nouns_too")

    def names(self, model: Iterable[tuple[int, int]], *, roster: bool = False) -> list[NameMention]:
        """The names in order; ``model`` holds the stretches that the model takes for persons or the like."""
        found: dict[int, int] = {}
        for first, last in sorted(self._by_title()):
            found.setdefault(first, last)
        after_titles = list(found.items())  # "President of A NAME, President of B NAME": not "A NAME" before a title
        for first, last in sorted(self._before_title()):
            if not any(first < start < last for start, _ in after_titles):
                found.setdefault(first, last)
        titled = list(found.items())
        if roster and self.words and (run := self._run(0)) > 1:
            found.setdefault(0, run)
        for first, last in self._in_words(model):
            if any(w.lower in self._places for w in self.words[first : last + 1]):
                continue
            first, last = self._trimmed(first, last)
            overlaps = any(first < b and a < last for a, b in titled)  # the title tells best where a name begins
            overlaps |= 0 < first < last and self.words[first].lower == self.words[first - 1].lower
            if last > first and not overlaps and self._valid(first, last):
                found.setdefault(first, last)
        result: list[NameMention] = []
        for first, last in sorted(found.items()):
            if names_thing(self.words, first, last, titled=self._titles.before(first) is not None):
                continue
            if not result or first >= result[-1].last:
                last = self._with_suffix(last)
                words = self.words[first:last]
                text = _NICKNAME.sub(" ", " ".join(w.text for w in words)).replace(" ,", ",")
                result.append(NameMention(words[0].start, words[-1].end, text, first, last))
        return result

    def _with_suffix(self, last: int) -> int:
        """The word after a name and the "Jr." that belongs to it, with or without a comma."""
        comma = last < len(self.words) and self.words[last].text == ","
        suffix = self.words[last + comma].lower if last + comma < len(self.words) else ""
        return last + comma + 1 if suffix in self._suffixes and self.words[last + comma].capital else last

    def _in_words(self, stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Stretches of the text as (first word, word after); those that begin inside a word are left out."""
        starts = {w.start: n for n, w in enumerate(self.words)}
        for start, end in stretches:
            if start in starts:
                first = last = starts[start]
                while last < len(self.words) and self.words[last].end <= end:
                    last += 1
                yield first, last

    def _by_title(self) -> Iterator[tuple[int, int]]:
        """Capitalised words right after a title or a form of address: "Foreign Minister Dr NAME", "H.E. NAME"."""
        words = self.words
        for i, word in enumerate(words):
            if after := self._address(i):
                if (run := self._run(after, titled=True)) and not (run == 1 and words[i].lower in self._nouns_too):
                    yield after, after + run
                continue
            read = self._titles.at(i, len(words)) if word.text[0].isalnum() else None
            if read is None:
                continue
            title, after = read
            if after < len(words) and words[after].text in APART:
                yield from self._apposed(title, after + 1)
                continue
            if after < len(words) and words[after].lower == "was" and title.determiner == "the" and not i:
                run = self._run(after + 1)  # "The spokesman was NAME NAME."
                if run > 1:
                    yield after + 1, after + 1 + run
                continue
            after = self._address(after) or after
            if after + 1 < len(words) and words[after].lower in self._noble and self._is_part(words[after + 1]):
                after += 1
            if title.head in self._offices.only_after:
                continue
            run = self._run(after, titled=True)
            if run and not (title.name.islower() and title.determiner in ("a", "an")):
                yield after, after + run

    def _apposed(self, title: Title, after: int) -> Iterator[tuple[int, int]]:
        """The name set apart in "the former head of the X, NAME NAME, ..."."""
        known = self._titles.mention_of(after)
        if known and known[0].form == "demonym" and known[1] < len(self.words) and self.words[known[1]].capital:
            after = known[1]  # "the ambassador to A, German NAME NAME, ..."
        first = self._address(after) or after
        run = self._run(first)
        end = first + run
        closes = end >= len(self.words) or self.words[end].text in (",", ".", ":", "(", ";", "–", "—")
        definite = title.determiner not in ("", "a", "an") or title.mention or title.organization
        if run > 1 and closes and definite and not title.plural:
            yield first, end

    def _address(self, i: int) -> int:
        """The word after the forms of address that begin at ``i``: "Lt Gen. (retd)", "H.E. Dr"; 0 for none."""
        titles, words, after = self._titles, self.words, i
        while after < len(words) and words[after].capital:
            size = titles.phrase(after, self._offices.address, len(words))
            if not size or (size == 1 and words[after].text in ("He", "U", "M.", "Don", "Count", "St.", "Saint")):
                break
            after += size
            if [w.text for w in words[after : after + 3]][::2] == ["(", ")"]:
                after += 3 if words[after + 1].lower in self._offices.retired else 0
        return after if after > i else 0

    def _before_title(self) -> Iterator[tuple[int, int]]:
        """Two or more capitalised words and a title: "NAME NAME, minister of X", "NAME NAME, who heads the X"."""
        for i, word in enumerate(self.words):
            if not word.capital or (i and self.words[i - 1].capital):
                continue
            run = self._run(i)
            after = i + run
            if run > 1 and self._leads(after):
                yield i, after
                continue
            owned = i > 1 and self.words[i - 1].possessive  # "A’s NAME, the trade minister, ..."
            if run < 2 - owned or after >= len(self.words) or self.words[after].text not in (",", "("):
                continue
            read = self._titles.at(after + 1, len(self.words))
            alone = not i or owned
            if read is not None and not read[0].plural and (self._tells_whose(read) or (alone and self._ends(read))):
                yield i, after

    def _leads(self, after: int) -> bool:
        """True before ", who heads": the verb is of one, not of many."""
        told = [word.lower for word in self.words[after : after + 3]]
        return (
            told[:2] == [",", "who"]
            and told[2:] != []
            and told[2][:-1] in wordset("teams", "lead")
            and told[2][-1] == "s"
        )

    def _tells_whose(self, read: tuple[Title, int]) -> bool:
        return bool(read[0].mention or read[0].organization)

    def _ends(self, read: tuple[Title, int]) -> bool:
        """True for a title set apart by itself: "NAME NAME, a former judge, ..."."""
        title, after = read
        ends = after >= len(self.words) or self.words[after].text in (",", ".", ";") or self.words[after].lower == "who"
        return ends and bool(title.determiner)

    def _run(self, i: int, *, titled: bool = False) -> int:
        """How many words from ``i`` look like a name; after a title its first word may be one such as "He" or "An"."""
        words = self.words
        if i < len(words) and (words[i].lower in self._offices.honorifics or (not titled and self._address(i))):
            return 0
        size, n, parts = 0, i, 0
        while n < len(words) and n - i < _MOST_WORDS and parts < _MOST_PARTS:
            if n > i and words[n].lower == words[n - 1].lower:  # one name beside another: "Ana Bly Bly Ana"
                break
            first_of_two = titled and n == i and self._is_short_name(n)
            if n > i and self._is_particle(n):
                n += 1
            elif n > i and self._is_nickname(n):
                n += 3
            elif first_of_two or self._is_part(words[n]):
                n, parts = n + 1, parts + 1
                size = n - i
            else:
                break
        while size and not self._valid(i, i + size, titled=titled):
            size -= 1
        return size

    def _is_short_name(self, n: int) -> bool:
        """True for "He" and the like before another capitalised word."""
        after = self.words[n + 1] if n + 1 < len(self.words) else None
        return self.words[n].text in ("He", "An", "May", "Will", "No") and after is not None and self._is_part(after)

    def _is_nickname(self, n: int) -> bool:
        """True for a word between quotation marks in a name: NAME "NAME" NAME."""
        called = self.words[n : n + 4]
        marks = [word.text for word in called[:3:2]]
        return len(called) == 4 and marks in _QUOTED and self._is_part(called[1]) and self._is_part(called[3])

    def _is_particle(self, n: int) -> bool:
        """True for "bin" or "von" before another part of a name."""
        after = self.words[n + 1] if n + 1 < len(self.words) else None
        small = self.words[n].lower in self._particles
        return small and after is not None and (after.capital or after.lower in self._particles)

    def _is_part(self, word: Word) -> bool:
        if _INITIAL.fullmatch(word.text):
            return True
        return word.capital and word.text[-1].isalpha() and word.lower not in self._never

    def _is_title_or_never(self, word: Word) -> bool:
        return word.lower in self._offices.honorifics or word.lower in self._never or word.lower in self._offices.ranks

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        """The stretch without titles before the name and marks after it."""
        words = self.words
        while first < last:
            read = self._titles.at(first, last)
            word = words[first]
            if read is not None and read[1] < last:
                first = read[1]
            elif self._is_title_or_never(word) or self._is_served(first) or not self._may_begin(word):
                first += 1
            else:
                break
        while last > first:
            word = words[last - 1]
            name = word.text[-1].isalnum() and not word.possessive and word.lower not in self._never
            if name or re.fullmatch(r"(?:Jr|Sr)\.", word.text):
                break
            last -= 1
        again = (n for n in range(first + 1, last) if words[n].lower == words[n - 1].lower)
        return first, next(again, last)

    def _may_begin(self, word: Word) -> bool:
        return word.capital or word.lower in self._particles

    def _is_served(self, n: int) -> bool:
        """True for a state after "of": "President of X NAME"."""
        state = any(m.start == self.words[n].start and m.entry.kind == "state" for m in self._known)
        return state and n > 1 and self.words[n - 1].lower == "of"

    def _valid(self, first: int, last: int, *, titled: bool = False) -> bool:
        part = self.words[first:last]
        short_name = titled and len(part) > 1 and self._is_short_name(first)
        if not 1 <= len(part) <= _MOST_WORDS or not part[-1].capital or part[0].lower in self._suffixes:
            return False
        words = [w for w in part[short_name:] if w.text not in _MARKS]
        if any(not (w.capital or w.lower in self._particles) or w.lower in self._never for w in words):
            return False
        if any(c.isdigit() for w in words for c in w.text):
            return False
        shouted = part[0].text.isupper() and not self._is_addressed_aloud(first)
        if len(part) == 1 and (len(part[0].text) < 3 or (shouted and len(part[0].text) <= 4)):
            return False
        start, end = part[0].start, part[-1].end
        for mention in self._known:
            if mention.start < end and start < mention.end:
                given = len(part) > 1 and part[0].lower in wordset("given_names", "men")  # "German NAME"
                given |= titled and len(part) > 1 and mention.ambiguous and mention.end == part[0].end  # "Sofia NAME"
                begins = mention.start == start and mention.form != "name" and not given
                if begins or mention.end >= end or len(part) < 2:
                    return False
        return not self._holds_title(first, last)

    def _is_addressed_aloud(self, first: int) -> bool:
        """True after "MS." or "PRESIDENT": the label of a turn in capitals."""
        before = self.words[first - 1] if first else None
        if before is None:
            return False
        return before.lower in wordset("offices", "before_surnames") or (
            before.text.isupper() and before.lower in self._offices.heads
        )

    def _holds_title(self, first: int, last: int) -> bool:
        phrase, v = self._titles.phrase, self._offices
        for n in range(first, last):
            head = phrase(n, v.heads, last) or phrase(n, v.plurals, last)
            if (head and self.words[n].lower not in self._titles_too) or phrase(n, v.bodies, last):
                return True
        return last - first > 1 and bool(phrase(last - 1, v.portfolios, last))
