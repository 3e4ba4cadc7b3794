"""What the words about an event say of it: who, where, when, how long, in which format."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from ...graph.records import Capacity, EventKind, Key, Quantity, Span, Standing, When
from .actors import Actors
from .annotation import Sentence, end_of, extent, start_of
from .cast import slug
from .dates import DatedSpan, find_dates
from .lexicons import wordset
from .quantities import find_amounts
from .syntax import child, children, conjuncts, enclosing_clause

if TYPE_CHECKING:
    from .parse import Token


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


def read_place(actors: Actors, phrase: Phrase) -> tuple[int, int] | None:
    """A place said with the noun or with its verb: "talks ... in Istanbul", "the Istanbul talks"."""
    first, head = phrase.first, phrase.head
    for prep in _place_prepositions(phrase):
        for place in children(prep, "pobj") if prep.lower_ in ("in", "at", "on", "near", "outside") else ():
            topic = prep.lower_ == "on" and actors.mention_at(start_of(place), end_of(place)) is not None
            if is_place(actors, place) and place.i > first.i - 20 and not topic:
                return _place_words(actors, place)
    before = [t for t in head.subtree if t.i < first.i and t.dep_ in ("compound", "nmod") and t.head in (head, first)]
    named = [t for t in before if t.ent_type_ == "GPE" or _is_capital(actors, t)]
    if not named or any(t.text in ("-", "–") for t in before) or named[-1].lower_ in wordset("events", "regions"):
        return _went_to(actors, phrase)
    if actors.mention_at(start_of(named[0]), end_of(named[0])) is None or _is_capital(actors, named[0]):
        return start_of(named[0]), end_of(named[-1])
    return None


def _is_capital(actors: Actors, noun: Token) -> bool:
    mention = actors.mention_at(start_of(noun), end_of(noun))
    return mention is not None and mention.form == "capital" and mention.start == start_of(noun)


def is_place(actors: Actors, noun: Token) -> bool:
    """True for the name of a place: what the model takes for one, or a capital."""
    if noun.ent_type_ in ("GPE", "LOC", "FAC"):
        return True
    mention = actors.mention_at(start_of(noun), end_of(noun))
    return mention is not None and mention.form in ("capital", "metonym") and noun.pos_ == "PROPN"


def _place_words(actors: Actors, place: Token) -> tuple[int, int]:
    tokens = [t for t in place.subtree if t.i <= place.i and t.ent_type_ and t.ent_type_ == place.ent_type_] or [place]
    start = start_of(tokens[0])
    if tokens[0].lower_ == "the" and len(tokens) > 1:
        start = start_of(tokens[1])
    return start, end_of(place)


def _went_to(actors: Actors, phrase: Phrase) -> tuple[int, int] | None:
    """The place in "flew to X for talks", "arrived in X to meet A"."""
    head = phrase.head
    if head.dep_ == "pobj" and head.head.lower_ in ("for", "to"):
        above = head.head.head
    elif head.dep_ in ("advcl", "xcomp"):
        above = head.head
    elif head.dep_ == "dobj" and head.head.dep_ in ("advcl", "xcomp"):
        above = head.head.head
    else:
        return None
    if above.lemma_ not in wordset("events", "travel"):
        return None
    goals = [o for p in children(above, "prep") if p.lower_ in ("to", "in", "at", "for") for o in children(p, "pobj")]
    for goal in [*goals, *children(above, "dobj")]:
        if goal.ent_type_ in ("GPE", "FAC", "LOC"):
            return _place_words(actors, goal)
    return None


def _place_prepositions(phrase: Phrase) -> list[Token]:
    """Prepositions at the noun, at what it holds ("talks between A and B in ..."), and at its verb."""
    nouns, verb = dict.fromkeys((phrase.head, phrase.last)), enclosing_clause(phrase.head)
    preps = [c for noun in nouns for c in children(noun, "prep")]
    preps += [c for p in preps for o in children(p, "pobj") for one in conjuncts(o) for c in children(one, "prep")]
    held = [c for noun in nouns for c in children(noun, "acl") if c.tag_ == "VBN"]  # "the round, held in X"
    if phrase.head.pos_ in ("VERB", "AUX"):
        held.append(phrase.head)
        objects = [one for o in children(phrase.head, "dobj") for one in conjuncts(o)]
        preps += [c for one in objects for c in children(one, "prep")]
    for one in held:
        preps += _beside(one)
    governs = phrase.head.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "pobj") and verb.pos_ in ("VERB", "AUX")
    if governs and verb.lemma_.lower() not in wordset("events", "saying"):
        preps += _beside(verb)
    return list(dict.fromkeys(preps))


def _beside(verb: Token) -> list[Token]:
    preps = children(verb, "prep")
    return [*preps, *(k for c in preps for o in children(c, "pobj") for k in children(o, "prep"))]


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
    near = [d for d in near if _clause_of(phrase, d) in (None, verb, phrase.head)]
    noun = start_of(phrase.first)
    before = [d for d in found if d.end <= noun and (d.start >= first - 1 or (d.end <= first and first - d.end < 4))]
    leading = [d for d in found if d.start - sentence.start < 4 and first - d.end < 160]
    heads = verb.dep_ in ("ROOT", "conj") and verb.lemma_.lower() not in wordset("events", "saying")
    clause = [d for d in found if _in_clause(phrase, verb, d)]
    if phrase.head.pos_ == "VERB" and not (before or near or clause):
        clause = [d for d in found if _soon_after(phrase.head, d)]
    chosen = next(iter(before or near or clause or (leading if heads else ())), None)
    if chosen is not None:
        event.when = chosen.when
        end = max(chosen.end, last) if chosen in near or chosen in before else chosen.end
        event.details.append((Detail("date", Span(min(first, chosen.start), max(end, last))), sentence))


def _soon_after(verb: Token, dated: DatedSpan) -> bool:
    """True for a date behind a verb with names and no other verb between them."""
    if not 0 <= dated.start - end_of(verb) < 110:
        return False
    between = [t for t in verb.doc[verb.i + 1 : verb.sent.end] if end_of(t) <= dated.start]
    return not any(t.pos_ in ("VERB", "AUX") for t in between)


def _clause_of(phrase: Phrase, dated: DatedSpan) -> Token | None:
    """The verb in whose clause a date stands; ``None`` for one that hangs on a noun's phrase."""
    token = next((t for t in phrase.sentence.span if end_of(t) > dated.start), None)
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
