"""What the words about an event say of it: who, where, when, how long, in which format."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from ...graph.records import EventKind, Key, Quantity, Span, When
from .actors import Actors
from .annotation import Sentence, end_of, extent, start_of
from .cast import slug
from .dates import find_dates
from .gazetteer import Mention
from .lexicons import wordset
from .quantities import find_amounts
from .syntax import child, children, conjuncts, enclosing_clause, negated, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing said of an event: the aspect, its words, and whether they are a claim of their clause."""

    aspect: str
    span: Span
    claim: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """How one mention tells of an event: taken for granted ("the talks"), told as news, or only told to deny it."""

    span: Span
    given: bool
    denied: bool
    bare: bool = False
    """True when it says nothing of the event but names it: "their dialogue"."""


@dataclass(slots=True)
class FoundEvent:
    """An event with everything that its mentions give."""

    kind: EventKind
    label: str
    ordinal: int | None = None
    which: str = ""
    """``next``, ``previous`` or ``last``."""
    parties: tuple[Key, ...] = ()
    attendees: tuple[Key, ...] = ()
    place: tuple[str, tuple[int, int]] | None = None
    when: When | None = None
    duration: Quantity | None = None
    format: str = ""
    planned: bool = False
    named: bool = False
    """True when its words are a proper name ("the Harbourtown Conference")."""
    details: list[tuple[Detail, Sentence]] = field(default_factory=list)
    mentions: list[Telling] = field(default_factory=list)

    @property
    def key(self) -> Key:
        """A key from what the event is, not from where it stands."""
        day = self.when.value[:10] if self.when else ""
        parts = [self.kind, str(self.ordinal or self.which or ""), day, slug(self.label)[:40].strip("-")]
        return Key("event/" + "-".join(p for p in parts if p))


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words that name an event: "round of talks" has the head "round"; of a verb all three are the verb."""

    sentence: Sentence
    first: Token
    head: Token
    last: Token


def read_parties(actors: Actors, phrase: Phrase) -> tuple[tuple[Key, ...], Token | None, Token | None]:
    """Parties in the noun phrase (between A and B, A-B talks, A's talks with B), the last and first word for them."""
    keys: list[Key] = []
    end: Token | None = None
    start: Token | None = None
    for prep in _prepositions(phrase, "between", "with", "among"):
        for held in children(prep, "pobj"):
            if named := actors.resolve(held, phrase.sentence):
                keys += actors.parties(named)
                end = max(conjuncts(held), key=lambda t: t.i)
    around = _mentions_around(actors, phrase)
    if len(around) >= 2 or (around and keys):
        keys = [*(actors.known(m) for m in around if m.form != "capital"), *keys]
        tokens = [t for t in phrase.sentence.span if any(m.start <= start_of(t) < m.end for m in around)]
        end = end or max([*tokens, phrase.last], key=lambda t: t.i)
        start = min(tokens, key=lambda t: t.i)
    parties = actors.parties(keys)
    return (parties, end, start) if parties and end is not None else ((), None, None)


def _prepositions(phrase: Phrase, *words: str) -> list[Token]:
    nouns = dict.fromkeys((phrase.head, phrase.last))
    return [prep for noun in nouns for prep in children(noun, "prep") if prep.lower_ in words]


def _mentions_around(actors: Actors, phrase: Phrase) -> list[Mention]:
    """Known actors among the words of the noun phrase."""
    found: list[Mention] = []
    core = (phrase.head, phrase.first, phrase.last)
    for token in phrase.head.doc[max(0, phrase.head.left_edge.i) : phrase.last.i + 1]:
        inside = token.head in core or token.head.head in core
        if inside and token.dep_ in ("amod", "compound", "poss", "nmod", "conj"):
            mention = actors.mention_at(start_of(token), end_of(token))
            if mention is not None and mention not in found:
                found.append(mention)
    return [m for m in found if m.entry.kind != "outlet"]


def read_hosts(actors: Actors, phrase: Phrase, verb: Token) -> tuple[Key, ...]:
    """Those who "held a meeting with", "had a call with": subject and partners, when they are several."""
    head = phrase.head
    if head.dep_ != "dobj" or verb.lemma_ not in wordset("events", "hold") or negated(verb):
        return ()
    preps = [c for noun in (head, verb) for c in children(noun, "prep") if c.lower_ == "with"]
    return together(actors, phrase.sentence, verb, [o for p in preps for o in children(p, "pobj")])


def together(actors: Actors, sentence: Sentence, verb: Token, others: list[Token]) -> tuple[Key, ...]:
    """The subject of a verb and the others, when they are known and more than one."""
    subjects = actors.resolve(subject_of(verb), sentence, speaker=True)
    partners = [key for noun in others for key in actors.resolve(noun, sentence, speaker=True)]
    if not subjects or not (partners or len(subjects) > 1):
        return ()
    return tuple(dict.fromkeys((*subjects, *partners)))


def read_place(actors: Actors, phrase: Phrase) -> tuple[int, int] | None:
    """A place said with the noun or with its verb: "talks ... in Istanbul", "the Istanbul talks"."""
    first, head = phrase.first, phrase.head
    for prep in _place_prepositions(phrase):
        for place in children(prep, "pobj") if prep.lower_ in ("in", "at", "on") else ():
            topic = prep.lower_ == "on" and actors.mention_at(start_of(place), end_of(place)) is not None
            if place.ent_type_ in ("GPE", "LOC", "FAC") and place.i > first.i - 20 and not topic:
                tokens = [t for t in place.subtree if t.i <= place.i and t.ent_type_ == place.ent_type_] or [place]
                return start_of(tokens[0]), end_of(place)
    before = [t for t in head.subtree if t.i < first.i and t.dep_ == "compound" and t.head == head]
    named = [t for t in before if t.ent_type_ == "GPE"]
    if named and actors.mention_at(start_of(named[0]), end_of(named[0])) is None:
        return start_of(named[0]), end_of(named[-1])
    return None


def _place_prepositions(phrase: Phrase) -> list[Token]:
    """Prepositions at the noun, at what it holds ("talks between A and B in ..."), and at its verb."""
    nouns, verb = dict.fromkeys((phrase.head, phrase.last)), enclosing_clause(phrase.head)
    preps = [c for noun in nouns for c in children(noun, "prep")]
    preps += [c for p in preps for o in children(p, "pobj") for one in conjuncts(o) for c in children(one, "prep")]
    if phrase.head.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "pobj") and verb.pos_ in ("VERB", "AUX"):
        beside = children(verb, "prep")
        preps += [*beside, *(k for c in beside for o in children(c, "pobj") for k in children(o, "prep"))]
    return preps


def add_date(
    actors: Actors, event: FoundEvent, phrase: Phrase, *, start: Token, verb: Token, published: date | None
) -> None:
    """The date that stands right after the event, right before it, or at the head of its sentence."""
    text, sentence = actors.article.text, phrase.sentence
    first, last = start_of(start), end_of(phrase.last)
    found = find_dates(text, sentence.start, sentence.end, published, future=event.planned)
    told = phrase.head.dep_ in ("nsubj", "nsubjpass") and verb.lemma_.lower() in wordset("events", "occurrence")
    reach = 120 if told else 40  # "the round between A and B took place in X on ..."
    near = [d for d in found if 0 <= d.start - last < reach and not re.search(r"[.;]", text[last : d.start])]
    noun = start_of(phrase.first)
    before = [d for d in found if d.end <= noun and (d.start >= first - 1 or (d.end <= first and first - d.end < 4))]
    leading = [d for d in found if d.start - sentence.start < 4 and first - d.end < 160]
    chosen = next(iter(near or before or (leading if verb.dep_ in ("ROOT", "conj") else ())), None)
    if chosen is not None:
        event.when = chosen.when
        end = max(chosen.end, last) if chosen in near or chosen in before else chosen.end
        event.details.append((Detail("date", Span(min(first, chosen.start), end)), sentence))


def add_clause(actors: Actors, event: FoundEvent, phrase: Phrase, *, start: Token, verb: Token) -> None:
    """What the event's verb says: that it took place, how long it lasted, in which format it was held."""
    text, sentence = actors.article.text, phrase.sentence
    if phrase.head.dep_ not in ("nsubj", "nsubjpass") or verb.lemma_.lower() not in wordset("events", "occurrence"):
        return
    if verb.lemma_ == "last":
        amounts = [a for a in find_amounts(text, end_of(verb), sentence.end) if a.duration]
        if amounts and amounts[0].start - end_of(verb) < 20:
            event.duration = amounts[0].quantity
            event.details.append((Detail("duration", Span(start_of(verb), amounts[0].end), claim=True), sentence))
        return
    event.details.append((Detail("occurrence", Span(start_of(start), end_of(verb)), claim=True), sentence))
    for prep in children(verb, "prep"):
        held = child(prep, "pobj") if prep.lower_ == "in" else None
        if held is not None and held.lower_ in ("format", "mode"):
            span = extent(t for t in held.subtree if t.i <= held.i)
            event.format = text[span[0] : span[1]].lower()
            end = max(span[1], event.place[1][1] if event.place else span[1])
            event.details.append((Detail("format", Span(start_of(start), end), claim=True), sentence))
