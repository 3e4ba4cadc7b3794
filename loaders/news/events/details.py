"""What the words about an event say of it: who, where, when, how long, in which format."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from ....graph.records import Capacity, EventKind, Key, Quantity, Span, Standing, When
from ..cast.actors import Actors
from ..cast.members import slug
from ..language.annotation import Sentence, end_of, extent, start_of
from ..language.parse import Token
from ..language.syntax import child, children
from ..lexicons.word_lists import wordset
from ..values.dates import DatedSpan, find_dates
from ..values.quantities import find_amounts


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


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's part in an event beside the parties, with the words that tell it."""

    agent: Key
    capacity: Capacity
    span: Span
    standing: Standing
    sentence: Sentence


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
    """The people, delegations or states that met: those whom the text names."""
    others: list[Part] = field(default_factory=list)
    """Whoever took part in another capacity."""
    place: tuple[str, tuple[int, int]] | None = None
    when: When | None = None
    duration: Quantity | None = None
    format: str = ""
    planned: bool = False
    wished: bool = False
    """True when it is only proposed, wanted or possible."""
    inferred: bool = False
    """True when the parties are those that the whole article is about."""
    signed: bool = False
    """True for a paper that is said to have been signed."""
    another: bool = False
    """True when its words set it apart from those named before ("a separate meeting")."""
    indefinite: bool = False
    """True for "a meeting"."""
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


def add_date(
    actors: Actors, event: FoundEvent, phrase: Phrase, *, start: Token, verb: Token, published: date | None
) -> None:
    """The date right after the event, right before it, in its clause, or at the head of its sentence."""
    text, sentence = actors.article.text, phrase.sentence
    first, last = start_of(start), end_of(phrase.last)
    found = find_dates(text, sentence.start, sentence.end, published, future=event.planned)
    tells = wordset("events", "occurrence") | wordset("events", "dating")
    told = phrase.head.dep_ in ("nsubj", "nsubjpass") and verb.lemma_.lower() in tells
    reach = 120 if told else 40  # "the round between A and B took place in X on ..."
    near = [d for d in found if 0 <= d.start - last < reach and not re.search(r"[.;]", text[last : d.start])]
    told_in = (None, verb, phrase.head, *children(phrase.head, "acl"))
    near = [d for d in near if _clause_of(phrase, d) in told_in]
    noun = start_of(phrase.first)
    before = [d for d in found if d.end <= noun and (d.start >= first - 1 or (d.end <= first and first - d.end < 4))]
    leading = [d for d in found if d.start - sentence.start < 4 and first - d.end < 160]
    heads = verb.dep_ in ("ROOT", "conj") and verb.lemma_.lower() not in wordset("events", "saying")
    clause = [d for d in found if _in_clause(phrase, verb, d)]
    if phrase.head.pos_ == "VERB" and not (before or near or clause):
        clause = [d for d in found if _soon_after(phrase.head, d)]
    done = None if event.planned else _done_after(phrase) or _announced(event, verb)
    after = [d for d in found if done is not None and _clause_of(phrase, d) == done]
    chosen = next(iter(before or near or clause or (leading if heads else ()) or after), None)
    if chosen is not None:
        event.when = chosen.when
        end = max(chosen.end, last) if chosen in near or chosen in before else chosen.end
        event.details.append((Detail("date", Span(min(first, chosen.start), max(end, last))), sentence))


def _announced(event: FoundEvent, verb: Token) -> Token | None:
    """The verb of "announced on Sunday that it had entered into an agreement": such news is of the day."""
    signs = event.kind == "agreement" and verb.lemma_ in wordset("events", "signing")
    return verb.head if signs and verb.dep_ == "ccomp" and verb.head.lemma_ == "announce" else None


def _done_after(phrase: Phrase) -> Token | None:
    """The verb of "agreed on Thursday, after a day of talks", "spoke on Monday at the close of the round"."""
    where = whole(phrase.head)
    linked = where.dep_ == "pobj" and where.head.lower_ in ("after", "at", "during", "following")
    verb = where.head.head if linked else None
    part = where != phrase.head or phrase.first.lemma_.lower() in wordset("events", "stretches")
    return verb if verb is not None and verb.pos_ == "VERB" and part else None


def whole(noun: Token) -> Token:
    """The noun that a phrase hangs on: "close" in "the close of the second round"."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ in ("NOUN", "PROPN"):
        if noun.head.head.lemma_.lower() not in wordset("events", "stretches"):
            break
        noun = noun.head.head
    return noun


def _soon_after(verb: Token, dated: DatedSpan) -> bool:
    """True for a date behind a verb with names and no other verb between them."""
    if not 0 <= dated.start - end_of(verb) < 110:
        return False
    between = [t for t in verb.doc[verb.i + 1 : verb.sent.end] if end_of(t) <= dated.start]
    return not any(t.pos_ in ("VERB", "AUX") for t in between)


def _clause_of(phrase: Phrase, dated: DatedSpan) -> Token | None:
    """The verb in whose clause a date stands; ``None`` for one that hangs on a noun's phrase."""
    token = next((t for t in phrase.sentence.span if end_of(t) >= dated.end), None)
    while token is not None and token.dep_ in ("pobj", "prep", "npadvmod", "nummod", "compound", "nmod", "appos"):
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None


def _in_clause(phrase: Phrase, verb: Token, dated: DatedSpan) -> bool:
    """True for a date in the clause of the verb that tells of the event, or of "flew to X on Monday to meet A"."""
    above = _clause_of(phrase, dated)
    if above is None:
        return False
    head = phrase.head
    if head.pos_ in ("VERB", "AUX"):
        travels = head.dep_ in ("advcl", "xcomp") and above == head.head
        return above == head or (travels and above.lemma_.lower() not in wordset("events", "saying"))
    if above != verb:
        return False
    tells = (
        wordset("events", "hold")
        | wordset("events", "occurrence")
        | wordset("events", "dating")
        | wordset("events", "travel")
    )
    return verb.lemma_.lower() in tells or verb.lemma_ in wordset("teams", "attend")


def add_clause(actors: Actors, event: FoundEvent, phrase: Phrase, *, start: Token, verb: Token) -> None:
    """What the event's verb says: that it took place, how long it lasted, in which format it was held."""
    text, sentence = actors.article.text, phrase.sentence
    told = phrase.head.dep_ in ("nsubj", "nsubjpass") and verb.lemma_.lower() in wordset("events", "occurrence")
    if not told or verb.i < start.i:
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
