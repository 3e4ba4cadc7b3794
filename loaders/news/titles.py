"""The grammar of titles of office: "Deputy Foreign Minister", "Chief of the X's Y", "formerly Ukraine's Minister of Z".

Reads plain words, not the parse: parsers break on long titles. One grammar serves before a name and after it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from ...graph.records import Tenure
from .gazetteer import Mention
from .lexicons import lexicon
from .words import Word

_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "my", "this", "another", "one"})
_LINKS = frozenset({"of", "for", "to", "at", "from", "on", "with", "in", "and", "the", "’s", "'s", "&"})


@dataclass(frozen=True, slots=True)
class Offices:
    """Title vocabulary in lower case; heads and bodies may be several words."""

    heads: frozenset[str]
    plurals: dict[str, str]
    modifiers: frozenset[str]
    portfolios: frozenset[str]
    bodies: frozenset[str]
    honorifics: frozenset[str]
    tenures: dict[str, Tenure]
    only_after: frozenset[str]
    """Heads that stand only after a name or before "of"."""
    leads: frozenset[str]
    """Heads that make their holder the leader of what follows "of"."""
    implies: dict[str, str]
    """Heads that belong to one state when nothing else is said: its ISO code."""
    longest: int


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


@cache
def offices() -> Offices:
    """The vocabulary of offices.yaml."""
    raw = lexicon("offices")
    heads = frozenset(raw["heads"])
    plurals = {entry["plural"]: word for word, entry in raw["heads"].items() if entry.get("plural", word) != word}
    tenures: dict[str, Tenure] = {}
    for word, entry in raw["tenure_words"].items():
        for form in (word, f"{word}-", f"-{word}"):
            tenures[form] = entry["tenure"]
    modifiers, portfolios, bodies, honorifics = (
        frozenset(w.lower() for w in raw[k]) for k in ("modifiers", "portfolios", "bodies", "honorifics")
    )
    only_after = frozenset(word for word, entry in raw["heads"].items() if entry.get("precedes_name") is False)
    leads = frozenset(word for word, entry in raw["heads"].items() if entry.get("role") == "leads")
    implies = {word: entry["implies"] for word, entry in raw["heads"].items() if "implies" in entry}
    longest = max(
        len(w.split()) for group in (heads, plurals, modifiers, portfolios, bodies, honorifics, tenures) for w in group
    )
    return Offices(
        heads, plurals, modifiers, portfolios, bodies, honorifics, tenures, only_after, leads, implies, longest
    )


class TitleReader:
    """Reads titles in the words of one sentence."""

    def __init__(self, words: Sequence[Word], mentions: Sequence[Mention]) -> None:
        self.words = words
        self._vocabulary = offices()
        self._mentions = {m.start: m for m in mentions}

    def phrase(self, position: int, group: Collection[str], limit: int) -> int:
        """How many words from ``position`` form the longest entry of a group; 0 for none."""
        for size in range(min(self._vocabulary.longest, limit - position), 0, -1):
            words = self.words[position : position + size]
            if " ".join(w.lower for w in words) in group:
                return size
        return 0

    def before(self, name: int) -> tuple[int, Title] | None:
        """The longest title that ends right before the word ``name``, with the word it starts at."""
        end = name
        comma = name > 0 and self.words[name - 1].text == ","
        if comma:
            end -= 1
        for start in range(max(0, end - 18), end):
            found = self.at(start, end)
            if found is None or found[1] != end:
                continue
            if comma and not (found[0].determiner or found[0].mention or found[0].organization):
                continue
            if start and self.words[start - 1].text in ("-", "–"):
                continue
            return start, found[0]
        return None

    def at(self, position: int, limit: int) -> tuple[Title, int] | None:
        """A title that begins at ``position``, and the word after it."""
        v, i = self._vocabulary, position
        tenure: Tenure = "current"
        determiner, mention, organization = "", None, None
        first = None
        while i < limit:
            word = self.words[i]
            size = self.phrase(i, v.tenures, limit)
            if size:
                tenure = v.tenures[" ".join(w.lower for w in self.words[i : i + size])]
                i += size
                i += i < limit and self.words[i].lower == "as"  # "serving as"
            elif word.lower in _DETERMINERS and first is None:
                determiner = word.lower
                i += 1
            elif size := self.phrase(i, v.heads, limit) or self.phrase(i, v.plurals, limit):
                if not self._goes_on(i, size, limit):
                    break
                first = i if first is None else first
                i += size
            elif found := self._qualifier(i, limit):
                mention, organization, i = found[0] or mention, found[1] or organization, found[2]
                first = None
            elif size := self.phrase(i, v.modifiers, limit) or self.phrase(i, v.portfolios, limit):
                first = i if first is None else first
                i += size
            elif (
                word.text in ("-", "&", "and", ",")
                and first is not None
                and i + 1 < limit
                and self.phrase(i + 1, v.portfolios, limit)
            ):
                i += 1
            else:
                return None
        return self._from_head(position, i, first, limit, tenure, determiner, mention, organization)

    def _goes_on(self, i: int, size: int, limit: int) -> bool:
        """True when a head is only the first part of a longer title: "deputy" in "Deputy Defence Minister"."""
        v = self._vocabulary
        words = " ".join(w.lower for w in self.words[i : i + size])
        if words not in v.modifiers and words not in v.portfolios:
            return False
        n = i + size
        while n < limit and (step := self.phrase(n, v.modifiers, limit) or self.phrase(n, v.portfolios, limit)):
            if self.phrase(n, v.heads, limit):
                return True
            n += step
        return n < limit and bool(self.phrase(n, v.heads, limit) or self.phrase(n, v.plurals, limit))

    def _from_head(
        self,
        position: int,
        i: int,
        first: int | None,
        limit: int,
        tenure: Tenure,
        determiner: str,
        mention: Mention | None,
        organization: tuple[int, int] | None,
    ) -> tuple[Title, int] | None:
        v = self._vocabulary
        size = self.phrase(i, v.heads, limit) or self.phrase(i, v.plurals, limit)
        if not size:
            return None
        while more := self.phrase(i + size, v.heads, limit):  # "Director General", "Minister-President"
            size += more
        head = " ".join(w.lower for w in self.words[i : i + size])
        plural = head in v.plurals
        start = first if first is not None else i
        end = i + size
        name_end = end
        if i + size < limit and self.words[end].lower in ("of", "for", "to", "at", "from", "on", "with"):
            found = self._of(end, limit)
            if found is not None:
                of_mention, of_organization, in_title, after = found
                abroad = self.words[end].lower in ("for", "to", "on", "with") and of_organization is None
                end = after
                if abroad and of_mention is not None:  # "ambassador to X", "envoy for X": not X's own
                    of_mention, name_end = None, after
                if in_title:
                    name_end = in_title
                mention, organization = of_mention or mention, of_organization or organization
        if (
            end + 1 < limit
            and self.words[end].lower == "and"
            and (second := self.at(end + 1, limit))
            and not plural
            and second[1] == limit
        ):
            end, name_end = second[1], max(name_end, second[1])  # "Prime Minister and Defence Minister X"
            mention, organization = mention or second[0].mention, organization or second[0].organization
        if size := self.phrase(end, v.tenures, limit) if end < limit and self.words[end].text.startswith("-") else 0:
            tenure, end = v.tenures[self.words[end].lower], end + size
        text = (
            " ".join(w.text for w in self.words[start:name_end])
            .replace(" ’s", "’s")
            .replace(" 's", "'s")
            .replace(" - ", "-")
        )
        singular = v.plurals.get(head, head)
        title = Title(
            self.words[position].start,
            self.words[end - 1].end,
            text,
            singular,
            tenure,
            mention,
            organization,
            plural,
            determiner,
        )
        return title, end

    def _qualifier(self, i: int, limit: int) -> tuple[Mention | None, tuple[int, int] | None, int] | None:
        """A state or organisation before the title: "Russian", "Ukraine’s", "Kremlin", "Foreign Ministry"."""
        mention = self._mentions.get(self.words[i].start)
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
        v = self._vocabulary
        return any(self.phrase(i, g, limit) for g in (v.heads, v.modifiers, v.portfolios, v.honorifics)) or bool(
            self.phrase(i, v.plurals, limit)
        )

    def _body(self, i: int, limit: int) -> int:
        """Length of a body's name such as "Foreign Ministry" or "Main Intelligence Directorate"."""
        v = self._vocabulary
        for size in range(min(6, limit - i), 0, -1):
            tail = self.phrase(i + size - 1, v.bodies, i + size)
            words = self.words[i : i + size]
            if (
                tail
                and all(w.capital or self.phrase(n, v.portfolios, i + size) for n, w in enumerate(words, i))
                and words[0].lower not in _DETERMINERS
            ):
                return size
        return 0

    def _of(self, i: int, limit: int) -> tuple[Mention | None, tuple[int, int] | None, int, int] | None:
        """What follows "of": (state or known organisation, body, end of a portfolio in the title, word after)."""
        v = self._vocabulary
        start = i + 1
        if start < limit and self.words[start].lower in ("the", "its", "his", "her", "their"):
            start += 1
        if start >= limit:
            return None
        size = self.phrase(start, v.portfolios, limit)
        end = start
        while end < limit:
            word = self.words[end]
            if (
                word.capital
                or word.possessive
                or self.phrase(end, v.bodies, limit)
                or self.phrase(end, v.portfolios, limit)
                or word.text.isdigit()
            ) or (
                (word.lower in _LINKS or word.text == "&")
                and end + 1 < limit
                and (self.words[end + 1].capital or self.words[end + 1].lower in ("the", "of"))
            ) or (word.text == "," and self._listed_body(start, end, limit)):
                end += 1
            else:
                break
        while end > start and self.words[end - 1].lower in _LINKS:
            end -= 1
        if end == start:
            return None
        bodies = [n + size_ for n in range(start, end) if (size_ := self.phrase(n, v.bodies, end))]
        body = bool(bodies)
        tail = self.words[bodies[-1] : end] if bodies else []
        if len(tail) >= 2 and all(w.capital for w in tail):  # a name follows the body: "... Directorate NAME SURNAME"
            end = bodies[-1]
        elif (known := self._known_until(start, end)) and not bodies:  # "Chancellor of <state> NAME SURNAME"
            end = known
        inner = [m for n in range(start, end) if (m := self._mentions.get(self.words[n].start))]
        if size and not body:
            last = start + size
            while last < end and (more := self.phrase(last, v.portfolios, end)):
                last += more
            while (
                last + 1 < end
                and self.words[last].lower in ("and", "&", ",")
                and (more := self.phrase(last + 1, v.portfolios, end))
            ):
                last += 1 + more
            state = next((m for m in inner if m.entry.kind == "state"), None)
            return state, None, last, end if state is not None else last
        whole = next(
            (m for m in inner if m.start == self.words[start].start and m.end == self.words[end - 1].end), None
        )
        if whole is not None and whole.entry.kind == "state":
            return whole, None, 0, end
        span = (self.words[start].start, self.words[end - 1].end)
        state = whole or next((m for m in inner if m.entry.kind == "state"), None)
        return state, span, 0, end

    def _known_until(self, start: int, end: int) -> int:
        """The word after a known state or organisation at ``start`` when capitalised words, a name, follow it; else 0."""
        mention = self._mentions.get(self.words[start].start)
        after = start
        while mention is not None and after < end and self.words[after].end <= mention.end:
            after += 1
        tail = self.words[after:end]
        return after if mention is not None and 2 <= len(tail) <= 4 and all(w.capital for w in tail) else 0

    def _listed_body(self, start: int, comma: int, limit: int) -> bool:
        """True for the comma in "Ministry of Health, Labour and Welfare"."""
        v = self._vocabulary
        after = [w.lower for w in self.words[comma + 1 : comma + 4]]
        ahead = self.phrase(start, v.bodies, comma) and "and" in after
        return bool(ahead and self.phrase(comma + 1, v.portfolios, limit))
