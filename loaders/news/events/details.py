"""What the words about an event say of it: who, where, when, how long, in which format."""

from __future__ import annotations

from dataclasses import dataclass, field

from ....graph.records import Capacity, EventKind, Key, Quantity, Span, Standing, When
from ..cast.actors import Actors
from ..cast.members import slug
from ..language.annotation import Sentence, end_of, extent, start_of
from ..language.parse import Token
from ..language.syntax import child, children
from ..lexicons.word_lists import wordset
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
    news: bool = False
    """True when it says that the event was, and does not only name it: "was held", "met"."""
    hearsay: bool = False
    """True when it is told as what others say or suppose: "was reportedly held"."""


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
    core: str = ""
    """The noun of the event with the words that tell which it is."""
    rest: str = ""
    """What its name has behind the noun: " for Democracy"."""
    telling: str = ""
    """What an event is called that only a verb tells of."""
    body: str = ""
    """The words for a body that met: "joint commission"."""
    label: str = ""
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
    set_for: tuple[When, tuple[Detail, Sentence]] | None = None
    """The day for which it was set and which it was taken off, with its words."""
    dated: bool = False
    """True when its own noun phrase has the date: "the May 4 agreement"."""
    duration: Quantity | None = None
    format: str = ""
    planned: bool = False
    wished: bool = False
    """True when it is only proposed, wanted or possible."""
    cancelled: bool = False
    """True when it has been called off."""
    postponed: bool = False
    """True when its day is no longer the day that it was set for."""
    unresolved: bool = False
    """True where its words name somebody who met, and nobody knows whom."""
    of_some: bool = False
    """True for "a meeting of ministers", who are nobody known."""
    inferred: bool = False
    """True when the parties are those that the whole article is about."""
    lent: bool = False
    """True when the parties are those of the round counted before it: nobody tells who was at this one."""
    sides: tuple[Key, ...] = ()
    """Those whom the noun phrase of the event itself names."""
    linked: str = "between"
    """How the noun phrase links them."""
    parties_in_core: bool = False
    """True for "the A-B talks"."""
    owned: bool = False
    """True when only "their" tells whose it is."""
    ours: bool = False
    """True for "our meeting today" or "our talks" of somebody who speaks at them."""
    unreal: bool = False
    """True for a numbered round of which somebody only asks, or which is only thought of."""
    here: bool = False
    """True for one that is told to be here, where the article is from."""
    earlier: bool = False
    """True for one whose year is printed and lies before the article's."""
    numbered: bool = False
    """True when the words of the core begin with its number."""
    headed: bool = False
    """True while only a headline tells of it."""
    definite: bool = False
    """True for "the meeting", "their talks"."""
    loose: bool = False
    """True for a noun that is an event of a negotiation only with somebody named."""
    titular: bool = False
    """True for a name that may be a body's: "the National Conference of ..."."""
    signed: bool = False
    """True for a paper that is said to have been signed."""
    taken_up: bool = False
    """True for "it was held on Friday", which tells of the event just told of."""
    joins: bool = False
    """True for "A took part by video", which tells of somebody else at the event just told of."""
    another: bool = False
    """True when its words set it apart from those named before ("a separate meeting")."""
    again: bool = False
    """True for those who "will meet again"."""
    was_set: bool = False
    """True for one that "was to open", "was scheduled", of which that clause does not say that it still is."""
    bygone: bool = False
    """True for one that did something in the past: "the direct meeting took two hours"."""
    opens: bool = False
    """True for one that is told to have opened: "the round, which began on Monday"."""
    going_on: bool = False
    """True for those who "had met for three days", of whose talks the text has told."""
    spoken: bool = False
    """True for a press conference at which somebody is told to have spoken."""
    named: bool = False
    """True when its words are a proper name ("the Harbourtown Conference")."""
    details: list[tuple[Detail, Sentence]] = field(default_factory=list)
    mentions: list[Telling] = field(default_factory=list)

    @property
    def ordinal_in_core(self) -> bool:
        """True when its words say which number it has."""
        return self.ordinal is not None and self.kind == "round" and self.numbered

    @property
    def key(self) -> Key:
        """A key from what the event is, not from where it stands."""
        day = self.when.value.removeprefix("/")[:10] if self.when else ""
        parts = [self.kind, str(self.ordinal or self.which or ""), day, slug(self.label)[:40].strip("-")]
        return Key("event/" + "-".join(p for p in parts if p))


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words that name an event: "round of talks" has the head "round"; of a verb all three are the verb."""

    sentence: Sentence
    first: Token
    head: Token
    last: Token
    talks: Token | None = None
    """The noun in "round of A-B talks" that the parties stand before."""

    @property
    def end(self) -> Token:
        """The last noun of the phrase."""
        return self.talks or self.last


def whole(noun: Token) -> Token:
    """The noun that a phrase hangs on: "close" in "the close of the second round"."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ in ("NOUN", "PROPN"):
        if noun.head.head.lemma_.lower() not in wordset("events", "stretches"):
            break
        noun = noun.head.head
    return noun


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
