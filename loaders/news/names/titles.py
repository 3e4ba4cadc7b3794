"""The titles that stand beside a name: right before it, before its comma, or as a rank by itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ....graph.records import Tenure
from ..language.words import Word
from ..lexicons.word_lists import wordset
from .gazetteer import Mention
from .title_grammar import BEFORE_BODY, Title, TitleGrammar, joined

APART = frozenset({",", "—", "–"})
"""What sets a name apart from the title before it."""


class TitleReader(TitleGrammar):
    """Reads titles beside names in the words of one sentence."""

    def __init__(self, words: Sequence[Word], mentions: Sequence[Mention]) -> None:
        super().__init__(words, mentions)
        self._known_before: dict[int, Title | None] = {}

    def before(self, name: int) -> Title | None:
        """The longest title that ends right before the word ``name``; ranks and honorifics may stand between them."""
        if name not in self._known_before:
            self._known_before[name] = self._read_before(name)
        return self._known_before[name]

    def _read_before(self, name: int) -> Title | None:
        found = self._ending_at(name)
        noble = found is not None and found.head in wordset("offices", "noble") and found.name.lower() == found.head
        if found is not None and found.head not in self.vocabulary.ranks and not noble:
            return found
        first = self.addressed(name) - (noble and self.addressed(name) == name)
        return (self._ending_at(first) if first < name else None) or found or self.rank(name)

    def apposed(self, title: Title) -> Title | None:
        """The title before the comma in "the chair of the X, Ambassador NAME"."""
        first = bisect_left(self.starts, title.start)
        if first < 2 or self.words[first - 1].text != ",":
            return None
        outer = self._ending_at(first)
        if outer is None or outer.plural or title.plural or outer.head in self.vocabulary.ranks:
            return None
        start = bisect_left(self.starts, outer.start)
        listed = start > 0 and self.lower[start - 1] == "and"
        return None if listed else outer

    def rank(self, name: int) -> Title | None:
        """The rank right before the word ``name`` as a title by itself."""
        v, first = self.vocabulary, self.addressed(name)
        for n in range(first, name):
            if size := self.phrase(n, v.ranks, name):
                start, end = self.words[n], self.words[n + size - 1]
                noun = v.ranks[" ".join(self.lower[n : n + size])]
                left = any(self.lower[k] in v.retired for k in range(n + size, name))
                return Title(start.start, end.end, joined(self.words[n : n + size]), noun, _tenure(left))
        return None

    def _ending_at(self, name: int) -> Title | None:
        end = name
        known = next((m for m in self.mentions if name and m.end == self.words[name - 1].end), None)
        if known is not None and known.form == "demonym" and self._stands_apart(known):  # "..., German NAME"
            name = end = bisect_left(self.starts, known.start)
        comma = name > 0 and self.words[name - 1].text in APART
        if comma:
            end -= 1
        for start in range(max(0, end - 18), end):
            found = self.at(start, end)
            if found is None or found[1] != end:
                continue
            title = found[0]
            if (joined := self._behind_name(title, start, end)) is not None:
                return joined
            if not comma and self._is_of_holder(title, start, end):
                continue
            if comma and not (title.determiner or title.mention or title.organization):
                continue
            if start and self.words[start - 1].text in ("-", "–") and not self._begins_dash(start - 1):
                continue
            return title
        return None

    def _behind_name(self, title: Title, start: int, end: int) -> Title | None:
        """The second title in "the President of A NAME and Prime Minister of B", before another name."""
        if title.mention is None or title.organization is None:
            return None
        last = bisect_left(self.starts, title.mention.end)
        for n in range(last + 1, end - 1):
            if self.lower[n] == "and" and all(w.text[0].isupper() for w in self.words[last:n]):
                found = self.at(n + 1, end)
                return found[0] if found is not None and found[1] == end and self._title_ends(n + 1, end) else None
        return None

    def _begins_dash(self, number: int) -> bool:
        """True for a dash with a space before it and none after: what follows it is no part of a compound."""
        return number == 0 or self.words[number - 1].end < self.words[number].start

    def _stands_apart(self, mention: Mention) -> bool:
        first = bisect_left(self.starts, mention.start)
        return first > 1 and self.words[first - 1].text in APART

    def _is_of_holder(self, title: Title, start: int, end: int) -> bool:
        """True for "aide to President" before a name: that is the President's, and the aide somebody else."""
        inside = (n for n in range(start, end - 1) if self.lower[n] in BEFORE_BODY)
        own = f" {title.head} "
        return any(f" {self.lower[n]} " not in own and self._title_ends(n + 1, end) for n in inside)

    def _title_ends(self, start: int, end: int) -> bool:
        found = self.at(start, end)
        v = self.vocabulary
        person = found is not None and found[0].head not in v.groups and found[0].head not in v.portfolios
        return found is not None and found[1] == end and person


def _tenure(left: bool) -> Tenure:
    return "former" if left else "current"
