"""Rounds, meetings, calls, summits ...: what the whole article says of each, gathered from all its mentions.

A mention with an ordinal, a date, a place or parties founds an event; "the talks" means the last one that fits.
Meetings that are only talked of in general ("any meetings") are no events.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from ...graph.records import EventKind, Key, Quantity, Span, When
from .actors import Actors, slug
from .annotation import Sentence, end_of, extent, start_of
from .dates import find_dates
from .lexicons import lexicon
from .quantities import find_amounts
from .syntax import child, children, clause, conjuncts, enclosing_clause, modal, negated, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"]
_GENERIC = frozenset({"talks", "meeting", "conference", "call", "visit", "exchange", "signing"})
_SAME = ({"round", "talks", "meeting", "conference", "summit"}, {"call"})
_OCCURRENCE = frozenset(["begin", "start", "open", "end", "conclude", "finish", "resume", "continue", "last", "take", "occur", "kick", "wrap", "close"])
_FUTURE = frozenset(
    {
        "upcoming",
        "planned",
        "future",
        "next",
        "forthcoming",
        "proposed",
        "possible",
        "potential",
        "expected",
        "scheduled",
    }
)


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing said of an event: the aspect, its words, and whether they are a claim of their clause."""

    aspect: str
    span: Span
    claim: bool = False


@dataclass(slots=True)
class FoundEvent:
    """An event with everything that its mentions give."""

    kind: EventKind
    label: str
    first: int
    ordinal: int | None = None
    which: str = ""
    parties: tuple[Key, ...] = ()
    attendees: tuple[Key, ...] = ()
    place: tuple[str, tuple[int, int]] | None = None
    when: When | None = None
    duration: Quantity | None = None
    format: str = ""
    planned: bool = False
    details: list[tuple[Detail, Sentence]] = field(default_factory=list)
    mentions: list[tuple[int, int]] = field(default_factory=list)

    @property
    def key(self) -> Key:
        """A key from what the event is, not from where it stands."""
        parts = [
            self.kind,
            str(self.ordinal or self.which or ""),
            self.when.value[:10] if self.when else "",
            slug(self.label)[:40],
        ]
        return Key("event/" + "-".join(p for p in parts if p))


@cache
def _heads() -> list[tuple[str, EventKind]]:
    pairs = [(phrase, entry["kind"]) for entry in lexicon("events") for phrase in entry["strong"]]
    return sorted(pairs, key=lambda p: -len(p[0]))


@cache
def _head_words() -> dict[str, list[tuple[tuple[str, ...], EventKind]]]:
    index: dict[str, list[tuple[tuple[str, ...], EventKind]]] = {}
    for phrase, kind in _heads():
        words = tuple(phrase.split())
        index.setdefault(words[0], []).append((words, kind))
    return index


def find_events(actors: Actors, published: date | None) -> list[FoundEvent]:
    """The events of the article, in order of first mention."""
    events: list[FoundEvent] = []
    for sentence in actors.article.sentences:
        if sentence.segment.kind in ("roster", "list-header"):
            continue
        for first, head, last, kind in _mentions(sentence):
            mention = _describe(actors, sentence, first, head, last, kind, published)
            if mention is not None:
                _merge(events, mention)
        for verb, kind, attendees in meetings_by_verb(actors, sentence):
            _merge(events, _by_verb(actors, sentence, verb, kind, attendees, published))
    return [e for e in events if e.kind not in ("talks",) or e.parties or e.when or e.place or e.ordinal]


def _mentions(sentence: Sentence) -> Iterator[tuple[Token, Token, Token, EventKind]]:
    """(first word, head noun, last word, kind) of each event noun phrase, longest reading first."""
    tokens = list(sentence.span)
    position = 0
    while position < len(tokens):
        token = tokens[position]
        for words, kind in _head_words().get(token.lower_, []) + _head_words().get(token.lemma_.lower(), []):
            following = tokens[position : position + len(words)]
            if len(following) == len(words) and all(
                t.lower_ == w or (n == 0 and t.lemma_.lower() == w)
                for n, (t, w) in enumerate(zip(following, words, strict=True))
            ):
                if following[-1].pos_ in ("NOUN", "PROPN") and token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB"):
                    nominal = next(
                        (t for t in following if t.pos_ in ("NOUN", "PROPN") and t.head not in following), following[-1]
                    )
                    yield token, nominal, following[-1], kind
                    position += len(words) - 1
                break
        position += 1


def _describe(
    actors: Actors, sentence: Sentence, first: Token, head: Token, last: Token, kind: EventKind, published: date | None
) -> FoundEvent | None:
    text = actors.article.text
    modifiers = [
        t
        for t in head.subtree
        if t.i < first.i and t.dep_ in ("amod", "det", "compound", "nummod", "poss", "nmod", "punct", "advmod")
    ]
    words = {t.lower_ for t in modifiers} | {t.lower_ for t in head.children if t.i < first.i}
    if words & {"any", "no", "some", "every"} or (
        head.tag_ in ("NNS", "NNPS") and kind in ("meeting", "visit", "call", "exchange") and kind != "talks"
    ):
        return None
    lefts = [
        t
        for t in sentence.span
        if t.i < first.i
        and (t.head == head or t.head in head.children)
        and t.dep_ in ("amod", "compound", "nummod", "poss", "nmod", "punct", "det")
    ]
    start = min([first, *lefts], key=lambda t: t.i)
    if start.pos_ == "DET" and start.i < first.i and start.lower_ != "the":
        start = start.nbor(1) if start.i + 1 <= first.i else start
    event = FoundEvent(kind, "", start_of(first))
    event.ordinal = next((_ORDINALS.index(w) + 1 for w in words if w in _ORDINALS), None) or _numeral(words)
    event.which = next((w for w in ("next", "previous", "last") if w in words), "")
    verb = enclosing_clause(head)
    event.planned = bool(words & _FUTURE) or (
        modal(verb) in ("will", "would") and head.dep_ in ("nsubj", "nsubjpass", "dobj")
    )
    end = last
    parties, party_end, beside = _parties(actors, sentence, first, head, last)
    event.parties = parties
    if event.ordinal:
        event.details.append(
            (Detail("ordinal", Span(start_of(_ordinal_token(head, first) or start), end_of(last))), sentence)
        )
    if parties and party_end is not None:
        event.details.append(
            (
                Detail("parties", Span(start_of(min(start, beside or start, key=lambda t: t.i)), end_of(party_end))),
                sentence,
            )
        )
        end = max(end, party_end, key=lambda t: t.i)
    event.attendees = _hosts(actors, sentence, head, verb)
    if event.attendees and not event.parties:
        event.parties = actors.parties(event.attendees)
    place = _place(actors, sentence, first, head, last)
    if place is not None:
        event.place = (text[place[0] : place[1]], place)
        inner = next((t for t in (last,) if t.i > first.i), first)
        event.details.append((Detail("place", Span(min(start_of(inner), place[0]), place[1])), sentence))
    _dates(actors, sentence, event, start, last, verb, published)
    _clause_details(actors, sentence, event, start, head, end, verb)
    event.label = _label(actors, event, start, last, end)
    event.mentions.append((start_of(start), end_of(end)))
    if negated(verb) and head.dep_ in ("dobj", "nsubj", "attr") and not event.ordinal:
        return None
    return event


def _by_verb(
    actors: Actors, sentence: Sentence, verb: Token, kind: EventKind, attendees: tuple[Key, ...], published: date | None
) -> FoundEvent:
    """An event that a verb tells of: its clause is its label."""
    start, end = extent([t for t in clause(verb) if t.dep_ != "punct"])
    words = " ".join(actors.article.text[start:end].split())
    event = FoundEvent(kind, words if len(words) <= 120 else words[:119].rsplit(" ", 1)[0] + " …", start)
    event.planned = modal(verb) in ("will", "would", "may", "might", "could")
    event.parties, event.attendees = actors.parties(attendees), attendees
    place = _place(actors, sentence, verb, verb, verb)
    event.place = (actors.article.text[place[0] : place[1]], place) if place else None
    _dates(actors, sentence, event, verb, verb, verb, published)
    event.details.append((Detail("parties", Span(start, end), claim=True), sentence))
    event.mentions.append((start, end))
    return event


def _numeral(words: set[str]) -> int | None:
    return next((int(m[1]) for w in words if (m := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)", w))), None)


def _ordinal_token(head: Token, first: Token) -> Token | None:
    return next(
        (
            t
            for t in head.subtree
            if t.i <= first.i and (t.lower_ in _ORDINALS or re.fullmatch(r"\d+(?:st|nd|rd|th)", t.lower_))
        ),
        None,
    )


def _parties(
    actors: Actors, sentence: Sentence, first: Token, head: Token, last: Token
) -> tuple[tuple[Key, ...], Token | None, Token | None]:
    """Parties in the noun phrase: between A and B, A-B talks, A's talks with B; with the last word that names them."""
    keys: list[Key] = []
    end: Token | None = None
    start: Token | None = None
    around = [m for m in _phrase_mentions(actors, head, first, last) if m.entry.kind != "outlet"]
    for noun in {head, last}:
        for prep in children(noun, "prep"):
            if prep.lower_ not in ("between", "with", "among"):
                continue
            for pobj in children(prep, "pobj"):
                reference = actors.resolve(pobj, sentence)
                if reference is not None:
                    keys += actors.parties(k for k in reference.keys)
                    end = max(conjuncts(pobj), key=lambda t: t.i)
    if len(around) >= 2 or (around and keys):
        before = [actors.known(m) for m in around if m.form != "capital"]
        keys = [*before, *keys]
        tokens = [t for t in head.doc if any(m.start <= start_of(t) < m.end for m in around)]
        end = end or max([*tokens, last], key=lambda t: t.i)
        start = min(tokens, key=lambda t: t.i)
    parties = tuple(dict.fromkeys(k for k in actors.parties(keys)))
    return (parties, end, start) if parties and end is not None else ((), None, None)


def _hosts(actors: Actors, sentence: Sentence, head: Token, verb: Token) -> tuple[Key, ...]:
    """Those who "held a meeting with", "had a call with": subject and partners, when they are persons or delegations."""
    if head.dep_ != "dobj" or verb.lemma_ not in ("hold", "have", "conduct") or negated(verb):
        return ()
    subject = actors.resolve(subject_of(verb), sentence, speaker=True)
    preps = [c for noun in (head, verb) for c in children(noun, "prep") if c.lower_ == "with"]
    partners = [k for p in preps for o in children(p, "pobj") if (r := actors.resolve(o, sentence, speaker=True)) for k in r.keys]
    if subject is None or not (partners or len(subject.keys) > 1):
        return ()
    return tuple(dict.fromkeys((*subject.keys, *partners)))


def _phrase_mentions(actors: Actors, head: Token, first: Token, last: Token) -> list:  # type: ignore[type-arg]  # Mentions
    found = []
    for token in head.doc[max(0, head.left_edge.i) : last.i + 1]:
        inside = token.head in (head, first, last) or token.head.head in (head, first, last)
        if inside and token.dep_ in ("amod", "compound", "poss", "nmod", "conj"):
            mention = actors.mention_at(start_of(token), end_of(token))
            if mention is not None and mention not in found:
                found.append(mention)
    return found


def _place(actors: Actors, sentence: Sentence, first: Token, head: Token, last: Token) -> tuple[int, int] | None:
    """A place said with the noun or with its verb: "talks ... in Istanbul"."""
    verb = enclosing_clause(head)
    preps = [c for noun in {head, last} for c in children(noun, "prep")]
    preps += [c for p in preps for o in children(p, "pobj") for one in conjuncts(o) for c in children(one, "prep")]
    if head.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "pobj") and verb.pos_ in ("VERB", "AUX"):
        preps += [c for c in children(verb, "prep")]
        preps += [k for c in children(verb, "prep") for o in children(c, "pobj") for k in children(o, "prep")]
    for prep in preps:
        if prep.lower_ not in ("in", "at", "on"):
            continue
        for place in children(prep, "pobj"):
            if place.ent_type_ in ("GPE", "LOC", "FAC") and place.i > first.i - 20:
                tokens = [t for t in place.subtree if t.i <= place.i and t.ent_type_ == place.ent_type_] or [place]
                return start_of(tokens[0]), end_of(place)
    named = [
        t for t in head.subtree if t.i < first.i and t.dep_ == "compound" and t.ent_type_ == "GPE" and t.head == head
    ]
    if named and actors.mention_at(start_of(named[0]), end_of(named[0])) is None:
        return start_of(named[0]), end_of(named[-1])
    return None


def _dates(
    actors: Actors,
    sentence: Sentence,
    event: FoundEvent,
    start: Token,
    last: Token,
    verb: Token,
    published: date | None,
) -> None:
    text = actors.article.text
    found = find_dates(text, sentence.start, sentence.end, published, future=event.planned)
    near = [
        d for d in found if 0 <= d.start - end_of(last) < 40 and not re.search(r"[.;]", text[end_of(last) : d.start])
    ]
    before = [d for d in found if d.end <= start_of(start) and start_of(start) - d.end < 4]
    leading = [
        d
        for d in found
        if d.start - sentence.start < 4 and start_of(start) - d.end < 160 and verb.dep_ in ("ROOT", "conj")
    ]
    chosen = (near or before or leading)[:1]
    if chosen:
        event.when = chosen[0].when
        event.details.append(
            (
                Detail(
                    "date",
                    Span(
                        min(start_of(start), chosen[0].start),
                        max(chosen[0].end, end_of(last)) if chosen[0] in near or chosen[0] in before else chosen[0].end,
                    ),
                ),
                sentence,
            )
        )


def _clause_details(
    actors: Actors, sentence: Sentence, event: FoundEvent, start: Token, head: Token, end: Token, verb: Token
) -> None:
    text = actors.article.text
    if head.dep_ not in ("nsubj", "nsubjpass") or verb.lemma_.lower() not in _OCCURRENCE:
        return
    amounts = [a for a in find_amounts(text, end_of(verb), sentence.end) if a.duration]
    if verb.lemma_ == "last" and amounts and amounts[0].start - end_of(verb) < 20:
        event.duration = amounts[0].quantity
        event.details.append((Detail("duration", Span(start_of(verb), amounts[0].end), claim=True), sentence))
    elif verb.lemma_ != "last":
        event.details.append((Detail("occurrence", Span(start_of(start), end_of(verb)), claim=True), sentence))
        for prep in children(verb, "prep"):
            pobj = child(prep, "pobj")
            if prep.lower_ == "in" and pobj is not None and pobj.lower_ in ("format", "mode"):
                span = extent([t for t in pobj.subtree if t.i <= pobj.i])
                event.format = text[span[0] : span[1]].lower()
                place_end = event.place[1][1] if event.place else span[1]
                event.details.append(
                    (Detail("format", Span(start_of(start), max(span[1], place_end)), claim=True), sentence)
                )


def _label(actors: Actors, event: FoundEvent, start: Token, last: Token, end: Token) -> str:
    text = " ".join(actors.article.text[start_of(start) : end_of(end if event.parties else last)].split())
    for lead in ("the ", "The ", "a ", "an ", "A ", "An "):
        text = text.removeprefix(lead)
    return text[:120]


def _merge(events: list[FoundEvent], mention: FoundEvent) -> None:
    known = next((e for e in reversed(events) if _same(e, mention, events)), None)
    founds = mention.ordinal or mention.when or mention.place or mention.parties or mention.which == "next"
    if known is None:
        if founds and not (mention.kind == "pressConference" and not mention.when):
            events.append(mention)
        return
    known.ordinal = known.ordinal or mention.ordinal
    known.parties = known.parties if len(known.parties) >= len(mention.parties) else mention.parties
    known.place, known.when = known.place or mention.place, known.when or mention.when
    known.duration, known.format = known.duration or mention.duration, known.format or mention.format
    known.attendees = tuple(dict.fromkeys((*known.attendees, *mention.attendees)))
    known.details += mention.details
    known.mentions += mention.mentions
    if mention.ordinal and mention.kind == "round":
        known.kind = "round"
    if len(mention.label) > len(known.label) and mention.parties:
        known.label = mention.label


def _same(event: FoundEvent, mention: FoundEvent, events: list[FoundEvent]) -> bool:
    kinds = event.kind == mention.kind or any(event.kind in group and mention.kind in group for group in _SAME)
    if not kinds or (mention.ordinal and event.ordinal and mention.ordinal != event.ordinal):
        return False
    if mention.which == "next" or event.which == "next":
        return mention.which == event.which
    if mention.ordinal or event.ordinal:
        if mention.ordinal and event.ordinal:
            return True
        if mention.ordinal and not event.ordinal:
            return event is events[-1] and event.kind in ("round", "talks") and not event.when
    if mention.when and event.when and mention.when.value[:10] != event.when.value[:10]:
        return False
    if mention.place and event.place and slug(mention.place[0]) != slug(event.place[0]):
        return False
    if mention.parties and event.parties and not set(mention.parties) & set(event.parties):
        return False
    if len(mention.parties) >= 2 and len(event.parties) >= 2 and set(mention.parties) != set(event.parties):
        return False
    return bool(mention.ordinal or event.kind == mention.kind or mention.kind in _GENERIC or mention.kind == "round")


def meetings_by_verb(actors: Actors, sentence: Sentence) -> Iterator[tuple[Token, EventKind, tuple[Key, ...]]]:
    """ "A met B", "A spoke by phone with B": verbs that tell of an event, with who took part."""
    for verb in sentence.span:
        if verb.pos_ != "VERB" or negated(verb):
            continue
        phone = any(t.lower_ in ("phone", "telephone") for t in verb.subtree)
        if verb.lemma_ not in ("meet", "speak", "talk") or (verb.lemma_ != "meet" and not phone):
            continue
        subject = actors.resolve(subject_of(verb), sentence, speaker=True)
        others = [
            p for c in children(verb, "prep") if c.lower_ in ("with", "to") for p in children(c, "pobj")
        ] + children(verb, "dobj")
        partners = [k for o in others if (r := actors.resolve(o, sentence, speaker=True)) for k in r.keys]
        if subject is not None and (partners or len(subject.keys) > 1):
            yield verb, "call" if phone else "meeting", tuple(dict.fromkeys((*subject.keys, *partners)))
