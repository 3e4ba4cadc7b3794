"""Single mentions of events: noun phrases ("the second round of talks in X") and verbs ("A met B")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from ....graph.records import EventKind, Span
from ..cast.actors import Actors
from ..language.annotation import Sentence, end_of, extent, start_of
from ..language.parse import Token
from ..language.syntax import children, clause, denied, negated
from ..lexicons.word_lists import lexicon, wordset
from .details import Detail, FoundEvent, Part, Phrase, Telling, add_clause, add_date
from .outlook import of_noun, outlook, telling_verb
from .parties import read_parties
from .places import place_name, read_place
from .roles import aided, read_parts
from .verbs import ToldEvent, first_subject, told_events, told_label

_GIVEN = ("the", "this", "that", "these", "those")
_LEADS = ("the ", "The ", "a ", "an ", "A ", "An ", "his ", "His ", "her ", "Her ", "their ", "Their ", "its ", "Its ")
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
    found = [m for phrase, kind in _phrases(sentence) if (m := _by_noun(actors, phrase, kind, published)) is not None]
    found += [_by_verb(actors, sentence, told, published) for told in told_events(actors, sentence)]
    yield from found
    papers = wordset("events", "dated_only") | wordset("events", "occurring_only")
    if all(m.kind in papers for m in found) and (meeting := _unnamed(actors, sentence, published)) is not None:
        yield meeting


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


def _unnamed(actors: Actors, sentence: Sentence, published: date | None) -> FoundEvent | None:
    """A meeting of the two sides told without a word for it: "In X on Friday, under the eye of A, a deal came near"."""
    verb = sentence.span.root
    if verb.pos_ != "VERB" or len(actors.pair) != 2 or outlook(verb) != "told":
        return None
    phrase = Phrase(sentence, verb, verb, verb)
    others = [p for p in aided(actors, sentence, verb) if p.capacity == "mediator"]
    place = read_place(actors, phrase) if others else None
    if place is None or {p.agent for p in others} & set(actors.pair):
        return None
    name = place_name(actors, place)
    event = FoundEvent("meeting", f"meeting in {name}", parties=actors.pair, attendees=actors.pair, inferred=True)
    event.others, event.place = others, (name, place)
    add_date(actors, event, phrase, start=verb, verb=verb, published=published)
    event.mentions.append(Telling(Span(sentence.start, sentence.end), given=False, denied=False))
    return event if event.when is not None else None


# ---------------------------------------------------------------------- nouns


def _by_noun(actors: Actors, phrase: Phrase, kind: EventKind, published: date | None) -> FoundEvent | None:
    first, head, last = phrase.first, phrase.head, phrase.last
    words = _words_before(phrase)
    general = head.tag_ in ("NNS", "NNPS") and kind in wordset("events", "singular_only")
    if words & wordset("events", "none") or general or _other_sense(phrase, kind):
        return None
    start, verb = _start(phrase), telling_verb(head)
    occurs = head.dep_ in ("nsubj", "nsubjpass") and verb.lemma_.lower() in wordset("events", "occurrence")
    if kind in wordset("events", "occurring_only") and not occurs:
        return None
    event = FoundEvent(kind, "")
    if kind == "round":  # "the first bilateral talks" is no number of a round
        event.ordinal = next((n for w, n in _ordinals().items() if w in words), None) or _numeral(words)
    event.named = head.tag_ in ("NNP", "NNPS") and _has_name(actors, phrase)
    event.which = _which(words)
    how = of_noun(head)
    if how == "denied" and not (event.ordinal or denied(head)):
        return None
    event.planned, event.wished = how in ("expected", "wished"), how == "wished"
    event.another, event.indefinite = bool(words & wordset("events", "another")), bool(words & {"a", "an"})
    if event.ordinal:
        span = Span(start_of(_ordinal_token(phrase) or start), end_of(last))
        event.details.append((Detail("ordinal", span), phrase.sentence))
    end = _add_parties(actors, event, phrase, start=start, verb=verb)
    place = read_place(actors, phrase)
    if place is not None:
        event.place = (place_name(actors, place), place)
        inner = last if last.i > first.i else first
        event.details.append((Detail("place", Span(min(start_of(inner), place[0]), place[1])), phrase.sentence))
    add_date(actors, event, phrase, start=start, verb=verb, published=published)
    add_clause(actors, event, phrase, start=start, verb=verb)
    event.label = _label(actors, start, end if event.parties and not (event.ordinal or event.which) else last)
    event.signed = any(c.lemma_ in wordset("events", "signing") for c in (verb, *children(head, "acl", "relcl")))
    given = start.lower_ in _GIVEN or event.named or any(t.dep_ == "poss" for t in head.children)
    span = Span(start_of(start), end_of(end))
    event.mentions.append(Telling(span, given, denied(head), bare=not event.details))
    if negated(verb) and (head.dep_ in ("dobj", "nsubj", "attr") or event.which == "next") and not event.ordinal:
        return None
    return event


def _apart(noun: Token) -> bool:
    """True for a common noun that is no part of a compound adjective ("two-day")."""
    return noun.pos_ == "NOUN" and (noun.i == 0 or noun.nbor(-1).text not in ("-", "–"))


def _which(words: set[str]) -> str:
    if words & {"earlier", "preceding"}:
        return "previous"
    return next((w for w in ("next", "previous", "last") if w in words), "")


def _other_sense(phrase: Phrase, kind: EventKind) -> bool:
    """True for "a round of sanctions", "a call for a truce", "on the sidelines of the summit"."""
    if phrase.head.dep_ == "pobj" and phrase.head.head.head.lemma_.lower() in ("sideline", "margin"):
        return True
    held = [o for p in children(phrase.last, "prep") if p.lower_ == "of" for o in children(p, "pobj")]
    if kind == "round" and phrase.first == phrase.last:
        about = [*held, *(c for c in children(phrase.head, "compound") if _apart(c))]
        return any(o.lemma_.lower() not in wordset("events", "rounds_of") for o in about)
    if kind == "call" and phrase.last.lower_ in ("call", "calls") and phrase.first == phrase.last:
        asks = any(p.lower_ in ("for", "on", "to") for p in children(phrase.head, "prep"))
        return asks or any(c.dep_ in ("acl", "relcl") for c in phrase.head.children)
    return False


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
    """Adds the parties and whoever else took part; returns the last word of the noun phrase with the parties."""
    end = phrase.last
    named = read_parties(actors, phrase, verb)
    event.parties, event.attendees = actors.parties(named.agents), named.agents
    if named.last is not None:
        first = min(start, named.first or start, key=lambda t: t.i)
        span = Span(start_of(first), end_of(max(named.last, end, key=lambda t: t.i)))
        event.details.append((Detail("parties", span), phrase.sentence))
        end = max(end, named.last, key=lambda t: t.i)
    event.others += read_parts(actors, phrase, verb, kind=event.kind)
    beside = {part.agent for part in event.others}
    event.attendees = tuple(k for k in event.attendees if k not in beside)
    return end


def _numeral(words: set[str]) -> int | None:
    return next((int(m[1]) for w in sorted(words) if (m := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)", w))), None)


def _ordinal_token(phrase: Phrase) -> Token | None:
    for t in phrase.head.subtree:
        if t.i <= phrase.first.i and (t.lower_ in _ordinals() or re.fullmatch(r"\d+(?:st|nd|rd|th)", t.lower_)):
            return t
    return None


def is_counted(label: str, *, days: bool = False) -> bool:
    """True for "sixth session", not for "second talks"; with ``days`` also for "second day"."""
    words = label.lower().split()
    return (
        len(words) > 1
        and words[0] in _ordinals()
        and words[1] not in (("talks",) if days else ("talks", "day", "night"))
    )


def _label(actors: Actors, start: Token, end: Token) -> str:
    text = " ".join(actors.article.text[start_of(start) : end_of(end)].split())
    for lead in _LEADS:
        text = text.removeprefix(lead)
    return text if len(text) <= 120 else text[:119].rsplit(" ", 1)[0] + " …"


# ---------------------------------------------------------------------- verbs


def _by_verb(actors: Actors, sentence: Sentence, told: ToldEvent, published: date | None) -> FoundEvent:
    """An event that a verb tells of, called after those who take part."""
    verb = told.verb
    phrase = Phrase(sentence, verb, verb, verb)
    start, end = extent(t for t in clause(verb) if t.dep_ not in ("punct", "mark"))
    place = read_place(actors, phrase) or _goal(actors, told)
    where = place_name(actors, place) if place else ""
    event = FoundEvent(told.kind, told_label(actors, told, where)[:120])
    event.planned, event.wished = told.outlook == "expected", told.outlook == "wished"
    event.another = any(t.lower_ in ("again", "separately") for t in verb.children)
    parties = tuple(k for k in told.agents if k != told.host)
    event.parties, event.attendees = actors.parties(told.agents), parties
    words = first_subject(verb)
    wide = Span(min(start, *(start_of(t) for t in words)) if words and words[0].i < verb.i else start, end)
    if told.host is not None:
        event.others.append(Part(told.host, "host", wide, "asserted", sentence))
    event.others += aided(actors, sentence, verb)
    beside = {part.agent for part in event.others}
    event.attendees = tuple(k for k in event.attendees if k not in beside)
    event.place = (where, place) if place else None
    add_date(actors, event, phrase, start=verb, verb=verb, published=published)
    event.details.append((Detail("parties", wide, claim=True), sentence))
    event.mentions.append(Telling(Span(start, end), given=False, denied=denied(verb)))
    return event


def _goal(actors: Actors, told: ToldEvent) -> tuple[int, int] | None:
    if not told.goal:
        return None
    start = actors.article.text.index(told.goal, start_of(told.verb))
    return start, start + len(told.goal)
