"""Single mentions of events: noun phrases ("the second round of talks in X") and verbs ("A met B")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from ...graph.records import EventKind, Key, Span
from .actors import Actors
from .annotation import Sentence, end_of, extent, start_of
from .event_details import (
    Detail,
    FoundEvent,
    Phrase,
    Telling,
    add_clause,
    add_date,
    read_hosts,
    read_parties,
    read_place,
    together,
)
from .lexicons import lexicon, wordset
from .syntax import children, clause, denied, enclosing_clause, modal, negated, passive, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_GIVEN = ("the", "this", "that", "these", "those")
_BEFORE_NOUN = ("amod", "det", "compound", "nummod", "poss", "nmod", "punct")


@cache
def _head_words() -> dict[str, list[tuple[tuple[str, ...], EventKind]]]:
    """For the first word of each phrase, the phrases as words with their kinds, the longest first."""
    pairs = [(phrase, entry["kind"]) for entry in lexicon("events")["kinds"] for phrase in entry["nouns"]]
    index: dict[str, list[tuple[tuple[str, ...], EventKind]]] = {}
    for phrase, kind in sorted(pairs, key=lambda p: -len(p[0])):
        words = tuple(phrase.split())
        index.setdefault(words[0], []).append((words, kind))
    return index


@cache
def _ordinals() -> dict[str, int]:
    return {word: n for n, word in enumerate(lexicon("events")["ordinals"], 1)}


def read_mentions(actors: Actors, sentence: Sentence, published: date | None) -> Iterator[FoundEvent]:
    """The events that a sentence names or tells of, each with what this sentence says of it."""
    for phrase, kind in _phrases(sentence):
        mention = _by_noun(actors, phrase, kind, published)
        if mention is not None:
            yield mention
    for verb, kind, attendees in _meetings(actors, sentence):
        yield _by_verb(actors, Phrase(sentence, verb, verb, verb), kind, attendees, published)


def _phrases(sentence: Sentence) -> Iterator[tuple[Phrase, EventKind]]:
    """Each noun phrase for an event with its kind, longest reading first."""
    tokens = list(sentence.span)
    position = 0
    while position < len(tokens):
        token = tokens[position]
        for words, kind in (*_head_words().get(token.lower_, ()), *_head_words().get(token.lemma_.lower(), ())):
            following = tokens[position : position + len(words)]
            if tuple(t.lower_ for t in following[1:]) != words[1:]:
                continue
            noun = following[-1].pos_ in ("NOUN", "PROPN") and token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB")
            if noun:
                nouns = (t for t in following if t.pos_ in ("NOUN", "PROPN") and t.head not in following)
                yield Phrase(sentence, token, next(nouns, following[-1]), following[-1]), kind
                position += len(words) - 1
            break
        position += 1


# ---------------------------------------------------------------------- nouns


def _by_noun(actors: Actors, phrase: Phrase, kind: EventKind, published: date | None) -> FoundEvent | None:
    first, head, last = phrase.first, phrase.head, phrase.last
    words = _words_before(phrase)
    general = head.tag_ in ("NNS", "NNPS") and kind in wordset("events", "singular_only")
    if words & wordset("events", "none") or general:
        return None
    start, verb = _start(phrase), enclosing_clause(head)
    occurs = head.dep_ in ("nsubj", "nsubjpass") and verb.lemma_.lower() in wordset("events", "occurrence")
    if kind in wordset("events", "occurring_only") and not occurs:
        return None
    event = FoundEvent(kind, "")
    if kind == "round":  # "the first bilateral talks" is no number of a round
        event.ordinal = next((n for w, n in _ordinals().items() if w in words), None) or _numeral(words)
    event.named = head.tag_ in ("NNP", "NNPS") and _has_name(actors, phrase)
    event.which = next((w for w in ("next", "previous", "last") if w in words), "")
    planned = modal(verb) in ("will", "would", "could", "may", "might", "should") and head.dep_ in (
        "nsubj",
        "nsubjpass",
        "dobj",
    )
    foreseen = passive(verb) and verb.lemma_ in ("expect", "plan", "schedule") and head.dep_ == "nsubjpass"
    event.planned = bool(words & wordset("events", "future")) or planned or foreseen
    if event.ordinal:
        span = Span(start_of(_ordinal_token(phrase) or start), end_of(last))
        event.details.append((Detail("ordinal", span), phrase.sentence))
    end = _add_parties(actors, event, phrase, start=start, verb=verb)
    place = read_place(actors, phrase)
    if place is not None:
        event.place = (actors.article.text[place[0] : place[1]], place)
        inner = last if last.i > first.i else first
        event.details.append((Detail("place", Span(min(start_of(inner), place[0]), place[1])), phrase.sentence))
    add_date(actors, event, phrase, start=start, verb=verb, published=published)
    add_clause(actors, event, phrase, start=start, verb=verb)
    event.label = _label(actors, start, end if event.parties else last)
    given = start.lower_ in _GIVEN or event.named or any(t.dep_ == "poss" for t in head.children)
    span = Span(start_of(start), end_of(end))
    event.mentions.append(Telling(span, given, denied(head), bare=not event.details))
    if negated(verb) and head.dep_ in ("dobj", "nsubj", "attr") and not event.ordinal:
        return None
    return event


def _has_name(actors: Actors, phrase: Phrase) -> bool:
    """True when a capitalised word that is no party makes the noun a proper name."""
    inside = [t for t in phrase.head.subtree if t.i < phrase.first.i and t.dep_ in ("compound", "nmod")]
    return any(t.pos_ == "PROPN" and actors.mention_at(start_of(t), end_of(t)) is None for t in inside)


def _words_before(phrase: Phrase) -> set[str]:
    """The words that qualify the noun."""
    first, head = phrase.first, phrase.head
    inside = (t for t in head.subtree if t.dep_ in (*_BEFORE_NOUN, "advmod"))
    return {t.lower_ for t in (*inside, *head.children) if t.i < first.i}


def _start(phrase: Phrase) -> Token:
    """The first word of the noun phrase; of the determiners only "the" is in."""
    first, head = phrase.first, phrase.head
    lefts = [
        t
        for t in phrase.sentence.span
        if t.i < first.i and t.dep_ in _BEFORE_NOUN and (t.head == head or t.head.head == head)
    ]
    start = min([first, *lefts], key=lambda t: t.i)
    return start.nbor(1) if start.pos_ == "DET" and start.i < first.i and start.lower_ != "the" else start


def _add_parties(actors: Actors, event: FoundEvent, phrase: Phrase, *, start: Token, verb: Token) -> Token:
    """Adds the parties and whoever held the event; returns the last word of the noun phrase with them."""
    end = phrase.last
    event.parties, party_end, party_start = read_parties(actors, phrase)
    if party_end is not None:
        first = min(start, party_start or start, key=lambda t: t.i)
        event.details.append((Detail("parties", Span(start_of(first), end_of(party_end))), phrase.sentence))
        end = max(end, party_end, key=lambda t: t.i)
    event.attendees = read_hosts(actors, phrase, verb)
    if event.attendees and not event.parties:
        event.parties = actors.parties(event.attendees)
    return end


def _numeral(words: set[str]) -> int | None:
    return next((int(m[1]) for w in sorted(words) if (m := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)", w))), None)


def _ordinal_token(phrase: Phrase) -> Token | None:
    for t in phrase.head.subtree:
        if t.i <= phrase.first.i and (t.lower_ in _ordinals() or re.fullmatch(r"\d+(?:st|nd|rd|th)", t.lower_)):
            return t
    return None


def _label(actors: Actors, start: Token, end: Token) -> str:
    text = " ".join(actors.article.text[start_of(start) : end_of(end)].split())
    for lead in ("the ", "The ", "a ", "an ", "A ", "An "):
        text = text.removeprefix(lead)
    return text[:120]


# ---------------------------------------------------------------------- verbs


def _meetings(actors: Actors, sentence: Sentence) -> Iterator[tuple[Token, EventKind, tuple[Key, ...]]]:
    """ "A met B", "A spoke by phone with B": verbs that tell of an event, with who took part."""
    for verb in sentence.span:
        phone = any(t.lower_ in ("phone", "telephone") for t in verb.subtree)
        tells = wordset("events", "by_phone") if phone else wordset("events", "in_person")
        if verb.pos_ != "VERB" or verb.lemma_ not in tells or negated(verb):
            continue
        preps = [c for c in children(verb, "prep") if c.lower_ in ("with", "to")]
        others = [*(p for c in preps for p in children(c, "pobj")), *children(verb, "dobj")]
        attendees = together(actors, sentence, verb, others) or _gathered(actors, sentence, verb)
        if attendees:
            yield verb, "call" if phone else "meeting", attendees


def _gathered(actors: Actors, sentence: Sentence, verb: Token) -> tuple[Key, ...]:
    """Several who are one noun, where a place or "to discuss" makes it a meeting: "Technical teams will meet in X"."""
    subject = subject_of(verb)
    several = subject is not None and subject.tag_ in ("NNS", "NNPS")
    where = any(c.dep_ == "prep" and c.lower_ in ("in", "at") for c in verb.children)
    purpose = any(c.dep_ in ("advcl", "xcomp") for c in verb.children)
    if not (several and (where or purpose) and verb.dep_ in ("ROOT", "conj", "ccomp")):
        return ()
    return actors.resolve(subject, sentence, speaker=True)


def _by_verb(
    actors: Actors, phrase: Phrase, kind: EventKind, attendees: tuple[Key, ...], published: date | None
) -> FoundEvent:
    """An event that a verb tells of: its clause is its label."""
    verb = phrase.head
    start, end = extent(t for t in clause(verb) if t.dep_ not in ("punct", "mark"))
    words = " ".join(actors.article.text[start:end].split())
    event = FoundEvent(kind, words if len(words) <= 120 else words[:119].rsplit(" ", 1)[0] + " …")
    event.planned = modal(verb) in ("will", "would", "may", "might", "could")
    event.parties, event.attendees = actors.parties(attendees), attendees
    place = read_place(actors, phrase)
    event.place = (actors.article.text[place[0] : place[1]], place) if place else None
    add_date(actors, event, phrase, start=verb, verb=verb, published=published)
    event.details.append((Detail("parties", Span(start, end), claim=True), phrase.sentence))
    event.mentions.append(Telling(Span(start, end), given=False, denied=denied(verb)))
    return event
