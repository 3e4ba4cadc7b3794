"""The grammar of titles of office: "Deputy Foreign Minister", "Chief of the X's Y", "formerly Ukraine's Minister of Z".

Reads plain words, not the parse: parsers break on long titles. One grammar serves before a name and after it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from ....graph.records import Tenure
from ..language.words import Word
from ..lexicons.word_lists import wordset
from .addresses import AddressReader
from .bodies import DETERMINERS, Whereof
from .gazetteer import Mention

BEFORE_BODY = frozenset({"of", "for", "to", "at", "from", "on", "with", "in"})


@dataclass(frozen=True, slots=True)
class Title:
    """A title as printed: ``name`` without its organisation, which is ``organization`` or ``mention``."""

    start: int
    end: int
    name: str
    head: str
    tenure: Tenure
    mention: Mention | None = None
    """The state or organisation that the gazetteer knows in it."""
    organization: tuple[int, int] | None = None
    """Offsets of the body that the title is in, as printed."""
    plural: bool = False
    determiner: str = ""


@dataclass(slots=True)
class _Opening:
    """What a title says before its head."""

    start: int
    """Its first word."""
    first: int | None = None
    """The first word of its name: not a determiner, state or organisation."""
    tenure: Tenure = "current"
    determiner: str = ""
    mention: Mention | None = None
    organization: tuple[int, int] | None = None
    before: str = ""
    """The part of the name that stands before the state: "deputy US trade representative"."""


class TitleGrammar(AddressReader):
    """Reads titles from their first word on."""

    def __init__(self, words: Sequence[Word], mentions: Sequence[Mention]) -> None:
        super().__init__(words, mentions)
        self._head_from = [len(words)] * (len(words) + 1)
        """For each word, the first one from it on that a head may begin with."""
        heads, plurals = self.vocabulary.heads.longest, self.vocabulary.plurals.longest
        for i in range(len(words) - 1, -1, -1):
            self._head_from[i] = i if self.lower[i] in heads or self.lower[i] in plurals else self._head_from[i + 1]

    def at(self, position: int, limit: int) -> tuple[Title, int] | None:
        """A title that begins at ``position``, and the word after it."""
        if position >= limit or self._head_from[position] >= limit:
            return None
        opening, i = _Opening(position), position
        while i < limit:
            after = self._opened(opening, i, limit)
            if after is None:
                return None
            if after == i:
                break
            i = after
        return self._from_head(opening, i, limit)

    def _opened(self, opening: _Opening, i: int, limit: int) -> int | None:
        """Reads on before the head: the word after, ``i`` itself where the head begins, ``None`` where no title is."""
        v, word = self.vocabulary, self.words[i]
        known = word.lower in v.beginnings  # no phrase begins with most words
        named = word.text == "New" and i + 1 < limit and self.words[i + 1].capital  # "New Harbour's mayor"
        if size := self.phrase(i, v.tenures, limit) if known and not named else 0:
            opening.tenure = v.tenures[" ".join(self.lower[i : i + size])]
            i += size
            return i + (i < limit and self.lower[i] == "as")  # "serving as"
        if word.lower in DETERMINERS and opening.first is None:
            opening.determiner = word.lower
            return i + 1
        if word.lower.endswith("-based"):
            return i + 1
        if body := self.of_many(i, limit):
            opening.organization, opening.first = (word.start, self.words[i + body - 1].end), None
            return i + body
        if size := (self.phrase(i, v.heads, limit) or self.phrase(i, v.plurals, limit)) if known else 0:
            if i + size + 1 < limit and self.words[i + size].possessive:  # "the president’s spokesman"
                opening.first = None
                return i + size + 1
            if not self._goes_on(i, size, limit):
                return i
        elif found := self.qualifier(i, limit):
            mention, organization, after = found
            if organization is not None and opening.first is not None and word.lower in ("ministry", "department"):
                organization = (self.words[opening.first].start, organization[1])  # "finance ministry adviser"
                opening.first = None
            opening.mention, opening.organization = mention or opening.mention, organization or opening.organization
            if opening.first is not None:
                opening.before = joined(self.words[opening.first : i])
            opening.first = None
            return after
        elif known:
            size = self.phrase(i, v.modifiers, limit) or self.phrase(i, v.portfolios, limit)
        if size:
            opening.first = i if opening.first is None else opening.first
            return i + size
        joins = word.text in ("-", "&", "and", ",") and opening.first is not None and i + 1 < limit
        return i + 1 if joins and self.phrase(i + 1, v.portfolios, limit) else None

    def _goes_on(self, i: int, size: int, limit: int) -> bool:
        """True when a head is only the first part of a longer title: "deputy" in "Deputy Defence Minister"."""
        v = self.vocabulary
        words = " ".join(self.lower[i : i + size])
        if words not in v.modifiers and words not in v.portfolios:
            return False
        n = i + size
        while n < limit and (step := self.phrase(n, v.modifiers, limit) or self.phrase(n, v.portfolios, limit)):
            if self.phrase(n, v.heads, limit):
                return True
            n += step
        if (known := self.mention_of(n)) is not None and words in v.modifiers:  # "deputy US trade representative"
            n = known[1]
        return n < limit and bool(self.phrase(n, v.heads, limit) or self.phrase(n, v.plurals, limit))

    def _from_head(self, opening: _Opening, i: int, limit: int) -> tuple[Title, int] | None:
        v = self.vocabulary
        size = self._head_size(i, limit)
        if not size:
            return None
        head = " ".join(self.lower[i : i + size])
        start = opening.first if opening.first is not None else i
        end = name_end = i + size
        mention, organization, tenure = opening.mention, opening.organization, opening.tenure
        if mention is not None and head in wordset("offices", "posted") and _only_hosts(mention):
            mention, organization = self._sender(opening.start, i), None
        for _ in range(2):  # "head of operations at the X"
            whereof = self._after_of(head, end, limit) if end < limit and self.lower[end] in BEFORE_BODY else None
            if whereof is not None and self.lower[end] == "in" and head.endswith("minister"):
                mention = mention or self._capital(end + 1)
            if whereof is None:
                break
            if whereof.organization is not None and organization is not None:
                start = self._with_small(start, organization)  # "council member of the Lake Tribes"
            end, name_end = whereof.end, whereof.name_end or name_end
            mention, organization = whereof.mention or mention, whereof.organization or organization
            if whereof.organization is not None:
                break
        if head not in v.plurals and (second := self._second(end, limit)) is not None:
            end, name_end = limit, max(name_end, limit)
            mention, organization = mention or second.mention, organization or second.organization
        if end < limit and self.words[end].text.startswith("-") and (size := self.phrase(end, v.tenures, limit)):
            tenure, end = v.tenures[self.lower[end]], end + size
        title = Title(
            start=self.words[opening.start].start,
            end=self.words[end - 1].end,
            name=f"{opening.before} {joined(self.words[start:name_end])}".strip(),
            head=v.plurals.get(head, head),
            tenure=tenure,
            mention=mention,
            organization=organization,
            plural=head in v.plurals,
            determiner=opening.determiner,
        )
        return title, end

    def _head_size(self, i: int, limit: int) -> int:
        """How many words from ``i`` are the head of a title; 0 for none."""
        size = self.phrase(i, self.vocabulary.heads, limit) or self.phrase(i, self.vocabulary.plurals, limit)
        if size and self.lower[i + size - 1 : min(i + size + 1, limit)] == ["minister", "president"]:
            return size + 1  # "Minister President"
        return size

    def _with_small(self, start: int, body: tuple[int, int]) -> int:
        """The first word of a body in small letters right before the word ``start``, else this word."""
        first = bisect_left(self.starts, body[0])
        inside = self.words[first:start]
        return first if inside and not any(word.capital or word.possessive for word in inside) else start

    def _second(self, end: int, limit: int) -> Title | None:
        """The second title in "Prime Minister and Defence Minister X"."""
        if end + 1 < limit and self.lower[end] == "and":
            found = self.at(end + 1, limit)
            twice = found is not None and found[0].head == self.lower[end - 1]  # "the President and President NAME"
            return found[0] if found is not None and found[1] == limit and not twice else None
        return None

    def _sender(self, start: int, end: int) -> Mention | None:
        """The state among the words of a title: "Kenya's UN ambassador"."""
        first, last = self.words[start].start, self.words[end].start
        return next((m for m in self.mentions if first <= m.start < last and m.entry.kind == "state"), None)

    def _after_of(self, head: str, i: int, limit: int) -> Whereof | None:
        """What follows the "of" at ``i``; abroad, as in "ambassador to X", whom it is sent to is a part of the name."""
        if self.lower[i] == "in":
            return self._in_charge(i, limit)
        if self.lower[i + 1 : i + 3] == ["one", "of"]:
            return None  # "spokesman for one of the movements"
        found = self.whereof(i, limit) or self.unknown_field(i, limit)
        if found is not None and found.mention is None and self.lower[i] == "on":
            return Whereof(None, None, found.end, found.end)  # an adviser on a region is not in its service
        to_body = self.lower[i] == "to" and found is not None and found.organization is not None and not found.name_end
        if found is not None and to_body and (size := self.phrase(found.end, self.vocabulary.heads, limit)):
            return Whereof(None, None, found.end + size, found.end + size)  # "adviser to the COP president"
        if found is None or found.mention is None:
            return found
        if self.lower[i] == "to" and head in wordset("offices", "posted") and not found.name_end:
            return Whereof(*self._served(found, limit))
        if found.organization is not None:
            return found
        if self.lower[i] in ("for", "to", "on", "with") and not found.name_end:
            return Whereof(*self._served(found, limit))
        return found

    def _served(self, found: Whereof, limit: int) -> tuple[Mention | None, None, int, int]:
        """The state abroad as a part of the name; "adviser to the X prime minister" is an adviser in X."""
        size = self.phrase(found.end, self.vocabulary.heads, limit)
        if size and found.mention is not None and found.mention.form == "demonym":
            return found.mention, None, found.end + size, found.end + size
        return None, None, found.name_end or found.end, found.end

    def _capital(self, i: int) -> Mention | None:
        """The capital at ``i``: a minister in it is one of its state."""
        known = self.mention_of(i)
        return known[0] if known is not None and known[0].form == "capital" else None

    def _in_charge(self, i: int, limit: int) -> Whereof | None:
        """What follows "in charge of", and the place in "ambassador in X"."""
        if self.lower[i + 1 : i + 3] == ["charge", "of"]:
            end = self.body_end(i + 3, limit)
            return Whereof(None, None, end, end) if end > i + 3 else None
        last = i + 1
        never = wordset("words", "names", "never")  # months and days: "resigned in May"
        while last < limit and self.words[last].capital and self.lower[last] not in never and last - i <= 3:
            last += 1
        return Whereof(None, None, last, last) if last > i + 1 else None


def _only_hosts(mention: Mention) -> bool:
    """True for a body to which states send ambassadors and which sends none: the United Nations, not the EU."""
    return mention.entry.kind == "organization" and not mention.entry.party


def joined(words: Sequence[Word]) -> str:
    """The words of a title as they are written."""
    text = " ".join(w.text for w in words)
    return text.replace(" ’s", "’s").replace(" 's", "'s").replace(" - ", "-")
