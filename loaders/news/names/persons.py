"""Names of persons as printed, and which of them are the same person."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz

from ....graph.matching.callings import are_of_two
from .card import Card
from .offices import offices

_RELATIVES = (
    r"\b(?:son|daughter|wife|husband|brother|sister|father|mother|widow|nephew|niece|cousin|grandson|first lady|"
    r"first gentleman)\b"
)
_KIN = re.compile(_RELATIVES + r"[^.;:]{0,12}\s$", re.IGNORECASE)
_KIN_AFTER = re.compile(r",\s(?:(?:the|his|her|their)\s)?(?:[\w’'-]+\s){0,4}?" + _RELATIVES, re.IGNORECASE)
_YOUNGER = re.compile(r"\b(?:younger|elder|older|junior|senior) $", re.IGNORECASE)
"""What stands before a surname that a relative shares."""
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
    cards: list[Card] = field(default_factory=list)
    mark: str = ""
    """What tells the person from another of the same name, for its key."""

    @property
    def forms(self) -> tuple[str, ...]:
        """Printed forms in order of first appearance."""
        return tuple(dict.fromkeys(m.text for m in sorted(self.mentions, key=lambda m: m.start)))

    @property
    def states(self) -> set[str]:
        """The states that the titles beside the name are of."""
        return {card.state for card in self.cards if card.state}


def cluster(mentions: Iterable[NameMention], text: str = "", cards: Mapping[int, Card] | None = None) -> list[Person]:
    """Persons of one article: full names first, then shorter forms and spellings that fit one of them.

    A surname before "my son NAME NAME" or "NAME NAME, the minister's daughter" is not the relative's. ``cards`` tell
    namesakes apart; a name that fits several of them, and nothing tells whose it is, is "A or B".
    """
    persons, doubtful = list[Person](), dict[str, Person]()
    ordered = sorted(mentions, key=lambda m: m.start)
    for mention in sorted(ordered, key=lambda m: (-min(2, len(m.text.split())), m.start)):
        card = (cards or {}).get(mention.start, Card())
        same = [p for p in persons if same_name(p.name, mention.text)]
        same = _of_a_family(mention, card, same, text)
        fitting = [p for p in same if not _is_another(mention, card, p)]
        chosen = _chosen(mention, card, fitting) if len(fitting) > 1 else fitting
        if len(chosen) > 1:
            label = " or ".join(dict.fromkeys(p.name for p in chosen))
            label = label if " or " in label else f"one of two named {label}"
            doubtful.setdefault(label, Person(label)).mentions.append(mention)
            continue
        if not chosen:
            mark = (card.state.split("/")[-1].lower() or "2") if same and len(mention.text.split()) > 1 else ""
            chosen = [Person(mention.text, mark=mark)]
            persons += chosen
        chosen[0].mentions.append(mention)
        chosen[0].cards.append(card)
        if len(mention.text.split()) > len(chosen[0].name.split()):
            chosen[0].name = mention.text
    return sorted((*persons, *doubtful.values()), key=lambda p: min(m.start for m in p.mentions))


def _is_another(mention: NameMention, card: Card, person: Person) -> bool:
    """True for a name in full with a post of another state, or that is told to be a namesake's or a relative's.

    A surname with a title that stands before "NAME NAME, a lawmaker" is not the lawmaker's where it is a minister's,
    and "NAME NAME, a hydrologist" is not the minister, nor who has been named in full before without saying so.
    """
    theirs = {title for known in person.cards for title in known.titles}
    if len(mention.text.split()) < 2:
        named = min((m.start for m in person.mentions if len(m.text.split()) > 1), default=0)
        return mention.start < named and are_of_two(card.titles, theirs)
    if fold(person.name) == fold(mention.text):
        again = any(known.segment != card.segment and known.begins for known in person.cards)
        works = _are_works(card.titles), _are_works(theirs)
        if (any(works) and are_of_two(card.titles, theirs)) or (works[0] and again and not theirs):
            return True
    if card.state and person.states and card.state not in person.states:
        return True
    if card.namesake:
        return not any(known.namesake for known in person.cards)
    beside = any(known.begins == card.begins for known in person.cards)  # "NAME and his son NAME"
    return card.relative and beside and fold(person.name) == fold(mention.text)


def _are_works(titles: Collection[str]) -> bool:
    """True for titles that are all of work outside any office: "hydrologist", "reporter"."""
    heads = {title.partition(" of ")[0].split()[-1] for title in titles}
    return bool(heads) and heads <= offices().watching


def _chosen(mention: NameMention, card: Card, fitting: list[Person]) -> list[Person]:
    """Those whom a name may mean by what stands beside it, and by who is named around it."""
    if len({fold(p.name) for p in fitting}) > 1 and len(mention.text.split()) > 1:
        return fitting[:1]  # a fuller name: spellings of one person
    if any(fold(p.name).split()[-1] != fold(mention.text).split()[-1] for p in fitting):
        return fitting[:1]  # a first name, or another spelling
    by_title = [p for p in fitting if any(card.titles & known.titles for known in p.cards)]
    if len(by_title) == 1:
        return by_title
    by_state = [p for p in fitting if card.state and card.state in p.states]
    if len(by_state) == 1:
        return by_state
    here = [p for p in fitting if any(known.segment == card.segment for known in p.cards if known.segment)]
    so_far = [p for p in fitting if any(m.start < mention.start and _as_named(m, p) for m in p.mentions)]
    titled = [p for p in fitting if any(known.titles for known in p.cards)]
    near = here if any(p in so_far for p in here) else []
    return next((group for group in (near, so_far, titled) if len(group) == 1), fitting)


def _as_named(mention: NameMention, person: Person) -> bool:
    """True for a name in full, or for the surname of whom the text names by no more."""
    return len(mention.text.split()) > 1 or len(person.name.split()) == 1


def _of_a_family(mention: NameMention, card: Card, people: list[Person], text: str) -> list[Person]:
    """Of people who share a name, without relatives of others; "the younger NAME" and "Governor NAME" may be these."""
    relatives = [p for p in people if _is_relatives(mention, p, text)]
    titled = [p for p in relatives if any(card.titles & known.titles for known in p.cards)]
    if relatives and (titled or _YOUNGER.search(text, max(0, mention.start - _NEAR), mention.start)):
        return titled or relatives
    return [p for p in people if p not in relatives]


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
