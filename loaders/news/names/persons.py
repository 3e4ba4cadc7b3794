"""Names of persons as printed, and which of them are the same person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz

_RELATIVES = (
    r"\b(?:son|daughter|wife|husband|brother|sister|father|mother|widow|nephew|niece|cousin|grandson|first lady|"
    r"first gentleman)\b"
)
_KIN = re.compile(_RELATIVES + r"[^.;:]{0,12}\s$", re.IGNORECASE)
_KIN_AFTER = re.compile(r",\s(?:(?:the|his|her|their)\s)?(?:[\w’'-]+\s){0,4}?" + _RELATIVES, re.IGNORECASE)
_NEAR = 40
"""Characters before a name in which it is told whose relative it is."""


@dataclass(frozen=True, slots=True)
class NameMention:
    """A person's name as printed, with its words' positions in the sentence."""

    start: int
    end: int
    text: str
    first: int
    last: int
    """Word after the name."""


@dataclass(slots=True)
class Person:
    """All mentions that are taken for one person."""

    name: str
    mentions: list[NameMention] = field(default_factory=list)

    @property
    def forms(self) -> tuple[str, ...]:
        """Printed forms in order of first appearance."""
        return tuple(dict.fromkeys(m.text for m in sorted(self.mentions, key=lambda m: m.start)))


def cluster(mentions: Iterable[NameMention], text: str = "") -> list[Person]:
    """Persons of one article: full names first, then shorter forms and spellings that fit one of them.

    A surname before "my son NAME NAME" or "NAME NAME, the minister's daughter" is not the relative's.
    """
    ordered = sorted(mentions, key=lambda m: m.start)
    persons: list[Person] = []
    for mention in sorted(ordered, key=lambda m: (-min(2, len(m.text.split())), m.start)):
        for person in persons:
            if same_name(person.name, mention.text) and not _is_relatives(mention, person, text):
                person.mentions.append(mention)
                if len(mention.text.split()) > len(person.name.split()):
                    person.name = mention.text
                break
        else:
            persons.append(Person(mention.text, [mention]))
    return sorted(persons, key=lambda p: min(m.start for m in p.mentions))


def _is_relatives(mention: NameMention, person: Person, text: str) -> bool:
    """True for a surname by itself where the full name is told to be a relative's only."""
    if len(mention.text.split()) > 1 or len(person.name.split()) == 1:
        return False
    full = min((m for m in person.mentions if len(m.text.split()) > 1), key=lambda m: m.start)
    before = _KIN.search(text, max(0, full.start - _NEAR), full.start)
    return bool(before or _KIN_AFTER.match(text, full.end, full.end + 2 * _NEAR))


@lru_cache(maxsize=65536)
def same_name(known: str, other: str) -> bool:
    """True when two forms of one article can name one person: surname, other spelling, initials left out."""
    a, b = fold(known).split(), fold(other).split()
    if a == b:
        return True
    if len(b) == 1 or len(a) == 1:
        longer, single = (a, b[0]) if len(b) == 1 else (b, a[0])
        if len(longer) == 1:
            return fuzz.ratio(longer[0], single) >= 90
        if len(single) > 3 and single in longer[1:-1]:  # the first of two surnames
            return True
        return single in (longer[-1], longer[0]) or (len(single) > 5 and fuzz.ratio(longer[-1], single) >= 88)
    if set(b) <= set(a) or set(a) <= set(b):
        return True
    return a[0] == b[0] and fuzz.ratio(a[-1], b[-1]) >= 80


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """A name in lower-case ASCII, hyphens as spaces, initials dropped: "Ana-María Ruiz" is "ana maria ruiz"."""
    plain = re.sub(r"[^a-z ]+", "", anyascii(name).lower().replace("-", " "))
    words = [w for w in plain.split() if len(w) > 1 and w not in ("jr", "sr", "ii", "iii", "iv")]
    return " ".join(words) or plain.strip()
