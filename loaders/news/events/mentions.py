"""Single mentions of events: noun phrases ("the second round of talks in X"), and what is told without a noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from ....graph.records import EventKind, Span
from ..cast.actors import Actors
from ..language.annotation import Sentence, end_of, start_of
from ..language.parse import Token
from ..language.syntax import children
from ..lexicons.word_lists import lexicon, wordset
from ..standing.assess import Standings
from .clauses import happens, telling_verb
from .days import add_date, forget_others, set_to_come
from .details import Detail, FoundEvent, Phrase, Telling, add_clause, whole
from .last_days import days_of
from .naming import core_words, rest_of_name
from .not_held import is_any, was_set
from .numbers import number_behind, numbers_of, ordinal_token, ordinal_word, places_of
from .outlook import Outlook, is_hearsay, is_unreal, of_noun
from .parties import read_parties
from .place_names import place_name
from .places import add_place_of_day, is_here, read_place
from .presence import spoken_at
from .roles import read_parts
from .senses import BEFORE_NOUN, has_name, is_none, is_of_name, is_other_exchange, is_set, tells_of_line, words_before
from .verbs import told_events
from .without_noun import by_verb, hold, joined, taken_up, unnamed
from .witnesses import is_aside, is_of_witness, sets_scene

_GIVEN = ("the", "this", "that", "these", "those")


@cache
def _head_words() -> dict[str, list[tuple[tuple[str, ...], EventKind]]]:
    """For the first word of each phrase, the phrases as words with their kinds, the longest first."""
    pairs = [(phrase, entry["kind"]) for entry in lexicon("events")["kinds"] for phrase in entry["nouns"]]
    index: dict[str, list[tuple[tuple[str, ...], EventKind]]] = {}
    for phrase, kind in sorted(pairs, key=lambda p: -len(p[0])):
        words = tuple(phrase.split())
        index.setdefault(words[0], []).append((words, kind))
    return index


def read_mentions(
    actors: Actors, standings: Standings, sentence: Sentence, published: date | None
) -> Iterator[FoundEvent]:
    """The events that a sentence names or tells of, each with what this sentence says of it."""
    found: list[FoundEvent] = []
    for phrase, kind in _phrases(sentence):
        found += _by_noun(actors, standings, phrase, kind, published)
    for told in told_events(actors, standings, sentence):
        if (event := by_verb(actors, standings, sentence, told, published)) is not None:
            found.append(event)
    yield from sorted(found, key=lambda event: event.mentions[-1].span.start)
    for taken in (taken_up(actors, standings, sentence, published), joined(actors, standings, sentence)):
        if taken is not None:
            yield taken
    papers = wordset("events", "dated_only") | wordset("events", "occurring_only")
    if all(m.kind in papers for m in found) and (meeting := unnamed(actors, standings, sentence, published)):
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
                talks = _talks_of(following[-1]) if kind == "round" and len(words) == 1 else None
                phrase = Phrase(sentence, token, next(nouns, following[-1]), following[-1], talks)
                yield phrase, kind
                position += phrase.end.i - token.i
            break
        position += 1


def _talks_of(noun: Token) -> Token | None:
    """The last word of "round of A-B talks"."""
    held = [o for p in children(noun, "prep") if p.lower_ == "of" for o in children(p, "pobj")]
    near = (o for o in held if o.lemma_.lower() in wordset("events", "rounds_of") and o.i - noun.i < 8)
    return next(near, None)


# ---------------------------------------------------------------------- nouns


def _by_noun(
    actors: Actors, standings: Standings, phrase: Phrase, kind: EventKind, published: date | None
) -> list[FoundEvent]:
    """The event of a noun phrase; of "the first and second rounds" each round, with what is said of all."""
    if phrase.head.lower_ == "conversation" and tells_of_line(actors):
        kind = "call"
    if kind == "meeting" and phrase.head.tag_ == "NNS" and whole(phrase.head).lemma_ in ("day", "week"):
        kind = "talks"  # "two days of committee meetings"
    if is_none(actors, phrase, kind) or is_other_exchange(actors, phrase, kind):
        return []
    event = _named(actors, standings, phrase, kind, published)
    numbers = numbers_of(phrase) if event is not None and kind == "round" else []
    if event is None or (len(numbers) < 2 and is_set(phrase, kind)):
        return []
    if len(numbers) < 2:
        return [event]
    noun = phrase.last.lemma_ if phrase.first == phrase.last else core_words(actors, phrase, phrase.first)
    places = places_of(actors, phrase, event, len(numbers))
    return [
        replace(event, ordinal=n, core=f"{ordinal_word(n)} {noun}", when=None, place=place, numbered=True,
                others=list(event.others), details=list(event.details), mentions=list(event.mentions))
        for n, place in zip(numbers, places, strict=True)
    ]  # fmt: skip


def _named(
    actors: Actors, standings: Standings, phrase: Phrase, kind: EventKind, published: date | None
) -> FoundEvent | None:
    first, head, last = phrase.first, phrase.head, phrase.last
    start, verb, how = _start(phrase), telling_verb(head), of_noun(standings, head, phrase.sentence)
    event = _begun(actors, standings, phrase, kind, how)
    if how == "none" and not event.ordinal:
        return None
    end = _add_parties(actors, standings, event, phrase, start=start, verb=verb)
    place = read_place(actors, event, phrase)
    if place is not None:
        event.place = (place_name(actors, place), place)
        for inner in dict.fromkeys((last if last.i > first.i else first, phrase.end)):  # of the round, and of its talks
            event.details.append((Detail("place", Span(min(start_of(inner), place[0]), place[1])), phrase.sentence))
    day = add_date(actors, event, phrase, start=start, verb=verb, published=published)
    add_place_of_day(actors, event, phrase, day)
    set_to_come(event, published)
    forget_others(actors, event, phrase, published)
    add_clause(actors, event, phrase, start=start, verb=verb)
    event.core, event.here = core_words(actors, phrase, start), is_here(phrase, verb)
    if kind == "talks":  # "two days of meetings"
        event.core = event.core.removesuffix("meetings") + "talks" * event.core.endswith("meetings")
    if (length := days_of(actors.article.text, phrase)) is not None and event.duration is None:
        event.duration = length.quantity
        event.details.append(
            (Detail("duration", Span(length.start, max(length.end, end_of(phrase.head)))), phrase.sentence)
        )
    event.numbered = bool(event.ordinal) and ordinal_token(phrase) is not None
    event.headed = phrase.sentence.segment.kind in ("headline", "heading", "caption")
    event.spoken = kind == "pressConference" and spoken_at(phrase, verb)
    event.signed = any(c.lemma_ in wordset("events", "signing") for c in (verb, *children(head, "acl", "relcl")))
    event.opens = any(c.lemma_ in wordset("events", "opening") for c in (verb, *children(head, "acl", "relcl")))
    event.was_set = event.planned and was_set(verb)
    acts = head.dep_ == "nsubj" and verb is head.head and verb.lemma_ not in wordset("events", "of_what_comes")
    event.bygone = acts and how == "told" and verb.tag_ == "VBD"
    had = any(c.lower_ == "had" for c in children(verb, "aux"))  # "had agreed so at a gathering in X"
    event.another = event.another or (had and is_any(head))
    event.ours, event.of_some = _is_ours(event, head), _is_of_some(head)
    given = start.lower_ in _GIVEN or any(t.dep_ == "det" and t.lower_ in _GIVEN for t in head.children)
    named = given or event.named or any(t.dep_ == "poss" for t in head.children)
    event.definite = named or event.which in ("next", "previous", "last")
    event.mentions.append(_telling(standings, event, phrase, verb, Span(start_of(start), end_of(end)), named, how))
    return event


def _begun(actors: Actors, standings: Standings, phrase: Phrase, kind: EventKind, how: Outlook) -> FoundEvent:
    """An event with what its noun and the words before it tell of which one it is."""
    first, head, last = phrase.first, phrase.head, phrase.last
    event, numbers = FoundEvent(kind), numbers_of(phrase)
    event.ordinal = numbers[0] if numbers and kind == "round" else None  # "the first talks" is no number of a round
    if how == "none":
        event.unreal = is_any(head) or is_unreal(standings, telling_verb(head), phrase.sentence)
    event.rest = rest_of_name(actors, last) if kind in wordset("events", "titled") else ""
    event.named = bool(event.rest) or (head.tag_ in ("NNP", "NNPS") and has_name(actors, phrase))
    event.titular = event.named and is_of_name(last)
    hold(event, how)
    _set_apart(event, words_before(phrase), any_other=is_any(phrase.head))
    event.loose = first.lemma_.lower() in wordset("events", "loose") and not numbers
    if event.ordinal:
        span = Span(start_of(ordinal_token(phrase) or _start(phrase)), end_of(number_behind(phrase) or last))
        event.details.append((Detail("ordinal", span), phrase.sentence))
    return event


def _telling(
    standings: Standings, event: FoundEvent, phrase: Phrase, verb: Token, span: Span, named: bool, how: Outlook
) -> Telling:
    """How the words for an event tell of it; ``named``: they take it for known."""
    head = phrase.head
    timeless = named and verb.tag_ in ("VBZ", "VBP") and head.dep_ == "nsubj" and not children(verb, "aux")
    bare = len(event.details) <= int(event.owned) or (timeless and event.when is None)
    happened = head.dep_ in ("nsubj", "nsubjpass") and happens(verb)
    begun = head.dep_ == "dobj" and verb.lemma_.lower() in wordset("events", "hold") and not event.headed
    there = sets_scene(head) and how == "told"
    news = happened or there or (begun and how == "told")
    hearsay = happened and is_hearsay(standings, verb, phrase.sentence)
    given = (named and not happened) or is_aside(verb) or is_of_witness(head)
    return Telling(span, given, how in ("denied", "cancelled"), bare, news, hearsay)


def _is_of_some(head: Token) -> bool:
    """True for "meeting of ministers"."""
    held = (o for p in children(head, "prep") if p.lower_ == "of" for o in children(p, "pobj"))
    return any(o.tag_ == "NNS" and o.lemma_.lower() in wordset("actors", "envoys") for o in held)


def _is_ours(event: FoundEvent, head: Token) -> bool:
    """True for "our talks" without another day than today's, "today's meeting"."""
    owner = next((c for c in children(head, "poss")), None)
    day = event.when.printed.lower() if event.when is not None else ""
    today = day in wordset("events", "today")
    return owner is not None and ((owner.lower_ == "our" and (today or not day)) or (owner.lower_ == "today" and today))


def _set_apart(event: FoundEvent, words: set[str], *, any_other: bool) -> None:
    """Sets by which words an event is told from others: "next", "another", "an earlier", which any before may be."""
    event.which = _which(words)
    event.another = bool(words & wordset("events", "another"))
    if any_other and event.which == "previous":
        event.which, event.another = "", True


def _which(words: set[str]) -> str:
    if words & {"earlier", "preceding"}:
        return "previous"
    return next((w for w in ("next", "previous", "last") if w in words), "")


def _start(phrase: Phrase) -> Token:
    """The first word of the noun phrase; of the determiners only "the" is in."""
    first, head = phrase.first, phrase.head
    lefts = [
        t
        for t in phrase.sentence.span
        if t.i < first.i and t.dep_ in BEFORE_NOUN and (t.head == head or t.head.head == head)
    ]
    start = min([first, *lefts], key=lambda t: t.i)
    return start.nbor(1) if start.pos_ == "DET" and start.i < first.i and start.lower_ != "the" else start


def _add_parties(
    actors: Actors, standings: Standings, event: FoundEvent, phrase: Phrase, *, start: Token, verb: Token
) -> Token:
    """Adds the parties and whoever else took part; returns the last word of the noun phrase with the parties."""
    end = phrase.last
    named = read_parties(actors, phrase, verb, kind=event.kind)
    event.parties, event.attendees = actors.parties(named.agents), named.agents
    event.linked, event.owned, event.unresolved = named.linked, named.owned, named.unresolved
    event.sides, event.parties_in_core = named.inside, named.first is not None and named.before
    if named.last is not None:
        first = min(start, named.first or start, key=lambda t: t.i)
        first = named.first if phrase.talks is not None and named.before and named.first is not None else first
        span = Span(start_of(first), end_of(max(named.last, end, key=lambda t: t.i)))
        event.details.append((Detail("parties", span), phrase.sentence))
        end = max(end, named.last, key=lambda t: t.i)
    parts = read_parts(actors, standings, phrase, verb, kind=event.kind)
    event.others += [p for p in parts if p.capacity != "attendee" or p.agent not in event.attendees]
    beside = {part.agent for part in event.others}
    event.attendees = tuple(k for k in event.attendees if k not in beside)
    return end
