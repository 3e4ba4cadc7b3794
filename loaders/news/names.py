"""Finds names of persons in a sentence and decides which of them are the same person.

What the model calls a person is trimmed of titles and checked; a name that the model missed is found by
the title before it or after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from anyascii import anyascii
from rapidfuzz import fuzz

from .gazetteer import Mention
from .titles import TitleReader, offices
from .words import Word

_PARTICLES = frozenset(
    ["al", "bin", "ibn", "bint", "abu", "ben", "von", "van", "der", "den", "de", "di", "da", "dos", "do", "del", "della", "la", "le", "el", "ul", "ur", "al-", "y", "of"]
) - {"of"}
_NOT_NAMES = frozenset(
    ["he", "she", "it", "they", "we", "i", "you", "the", "a", "an", "this", "that", "these", "those", "previously", "however", "meanwhile", "earlier", "later", "today", "yesterday", "tomorrow", "after", "before", "but", "and", "or", "in", "on", "at", "by", "for", "from", "with", "as", "if", "when", "while", "both", "mr", "mrs", "ms", "dr", "article", "chapter", "no", "yes", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "here", "there", "what", "who", "why", "how", "operation", "agreement", "treaty", "accord", "talks", "ceasefire", "peace", "war", "update", "updated", "breaking", "exclusive", "opinion", "analysis", "statement", "according", "under", "over", "about", "despite", "during", "since", "until", "north", "south", "east", "west"]
)


@dataclass(frozen=True, slots=True)
class NameMention:
    """A person's name as printed, with its words' positions in the sentence."""

    start: int
    end: int
    text: str
    first: int
    last: int
    """Word after the name."""
    sentence: int


@dataclass(slots=True)
class Person:
    """All mentions that are taken for one person."""

    name: str
    mentions: list[NameMention] = field(default_factory=list)

    @property
    def forms(self) -> tuple[str, ...]:
        """Printed forms in order of first appearance."""
        return tuple(dict.fromkeys(m.text for m in sorted(self.mentions, key=lambda m: m.start)))


def find_names(
    words: Sequence[Word],
    reader: TitleReader,
    mentions: Sequence[Mention],
    model: Iterable[tuple[int, int]],
    sentence: int,
    *,
    roster: bool = False,
) -> list[NameMention]:
    """Names in one sentence, in order; ``model`` holds the spans that the model takes for persons or the like."""
    starts = {w.start: n for n, w in enumerate(words)}
    taken = [m for m in mentions if not m.entry.kind == "outlet" or m.end - m.start > 2]
    found: dict[int, int] = {}
    for start, _end in sorted(_by_title(words, reader, taken)):
        found.setdefault(start, _end)
    if roster and words and (run := _run(words, 0, reader, taken)) > 1:
        found.setdefault(0, run)
    for a, b in model:
        if a not in starts:
            continue
        first = starts[a]
        last = first
        while last < len(words) and words[last].end <= b:
            last += 1
        first, last = _trim(words, first, last, reader)
        if last > first and _valid(words, first, last, reader, taken):
            found.setdefault(first, last)
    result: list[NameMention] = []
    for first, last in sorted(found.items()):
        if result and first < result[-1].last:
            continue
        start, end = words[first].start, words[last - 1].end
        result.append(NameMention(start, end, " ".join(w.text for w in words[first:last]), first, last, sentence))
    return result


def _by_title(words: Sequence[Word], reader: TitleReader, mentions: Sequence[Mention]) -> Iterable[tuple[int, int]]:
    """Capitalised words right after a title, or right before ", <title>"."""
    vocabulary = offices()
    for i in range(len(words)):
        read = reader.at(i, len(words)) if words[i].text.isalnum() or "-" in words[i].text else None
        if read is None or read[0].head in vocabulary.only_after:
            continue
        position = read[1]
        run = _run(words, position, reader, mentions)
        if run and not (read[0].name.islower() and read[0].determiner in ("a", "an")):
            yield position, position + run


def _run(words: Sequence[Word], i: int, reader: TitleReader, mentions: Sequence[Mention]) -> int:
    """How many words from ``i`` look like a name."""
    honorifics = offices().honorifics
    start = i
    while i < len(words) and words[i].lower in honorifics:
        i += 1
    size, n = 0, i
    while n < len(words) and n - i < 5:
        word = words[n]
        if (
            word.lower in _PARTICLES
            and n + 1 < len(words)
            and (words[n + 1].capital or words[n + 1].lower in _PARTICLES)
            and n > i
        ):
            n += 1
        elif re.fullmatch(r"[A-Z]\.", word.text) or (
            word.capital and word.text[-1].isalpha() and word.lower not in _NOT_NAMES
        ):
            n += 1
            size = n - i
        else:
            break
    while size and not _valid(words, i, i + size, reader, mentions):
        size -= 1
    return size + (i - start) if size and i == start else 0


def _trim(words: Sequence[Word], first: int, last: int, reader: TitleReader) -> tuple[int, int]:
    vocabulary = offices()
    while first < last:
        read = reader.at(first, last)
        if read is not None and read[1] < last:
            first = read[1]
        elif (
            words[first].lower in vocabulary.honorifics
            or words[first].lower in _NOT_NAMES
            or not (words[first].capital or words[first].lower in _PARTICLES)
        ):
            first += 1
        else:
            break
    while last > first and (
        words[last - 1].possessive or not words[last - 1].text[-1].isalnum() or words[last - 1].lower in _NOT_NAMES
    ):
        if re.fullmatch(r"(?:Jr|Sr)\.", words[last - 1].text):
            break
        last -= 1
    return first, last


def _valid(words: Sequence[Word], first: int, last: int, reader: TitleReader, mentions: Sequence[Mention]) -> bool:
    vocabulary = offices()
    part = words[first:last]
    if not 1 <= len(part) <= 6 or not any(w.capital for w in part) or not part[-1].capital:
        return False
    if any(
        not (w.capital or w.lower in _PARTICLES) or any(c.isdigit() for c in w.text) or w.lower in _NOT_NAMES
        for w in part
    ):
        return False
    if (
        len(part) == 1
        and (part[0].text.isupper() or len(part[0].text) < 3)
        and not (len(part[0].text) > 4 and part[0].text.isupper())
    ):
        return False
    start, end = part[0].start, part[-1].end
    for mention in mentions:
        if mention.start < end and start < mention.end:
            whole = mention.start <= start and mention.end >= end
            if whole or (mention.start == start and mention.form != "name") or mention.end >= end or len(part) < 2:
                return False
    heads = (vocabulary.heads, vocabulary.plurals)
    if any(
        reader.phrase(n, group, last)
        for n in range(first, last)
        for group in heads
        if words[n].lower not in ("major", "king", "pope", "prince", "bishop", "judge")
    ):
        return False
    return not any(
        reader.phrase(n, vocabulary.bodies, last)
        or (len(part) > 1 and n == last - 1 and reader.phrase(n, vocabulary.portfolios, last))
        for n in range(first, last)
    )


def cluster(mentions: Iterable[NameMention]) -> list[Person]:
    """Persons of one article: full names first, then shorter forms and spellings that fit one of them."""
    ordered = sorted(mentions, key=lambda m: m.start)
    persons: list[Person] = []
    for mention in sorted(ordered, key=lambda m: (-min(2, len(m.text.split())), m.start)):
        for person in persons:
            if same_name(person.name, mention.text):
                person.mentions.append(mention)
                if len(mention.text.split()) > len(person.name.split()):
                    person.name = mention.text
                break
        else:
            persons.append(Person(mention.text, [mention]))
    return sorted(persons, key=lambda p: min(m.start for m in p.mentions))


def same_name(known: str, other: str) -> bool:
    """True when two forms of one article can name one person: surname, other spelling, initials left out."""
    a, b = fold(known).split(), fold(other).split()
    if a == b:
        return True
    if len(b) == 1 or len(a) == 1:
        longer, single = (a, b[0]) if len(b) == 1 else (b, a[0])
        if len(longer) == 1:
            return fuzz.ratio(longer[0], single) >= 90
        return single in (longer[-1], longer[0]) or (len(single) > 5 and fuzz.ratio(longer[-1], single) >= 88)
    if set(b) <= set(a) or set(a) <= set(b):
        return True
    return a[0] == b[0] and fuzz.ratio(a[-1], b[-1]) >= 80


def fold(name: str) -> str:
    """A name in lower-case ASCII, hyphens as spaces, initials dropped: "Kim Jong-Un" is "kim jong un"."""
    plain = re.sub(r"[^a-z ]+", "", anyascii(name).lower().replace("-", " "))
    words = [w for w in plain.split() if len(w) > 1]
    return " ".join(words) or plain.strip()
