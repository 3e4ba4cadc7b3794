"""Where an event is: "talks in X", "the X talks", "flew to X for talks", "in the B capital", or by the dateline."""

from __future__ import annotations

import re
from datetime import date
from itertools import dropwhile
from typing import Final

from ....graph.records import Span
from ..cast.actors import Actors
from ..language.annotation import end_of, start_of
from ..language.parse import Token
from ..language.syntax import children, conjuncts
from ..lexicons.word_lists import wordset
from .attachment import own_words_of, telling_words, trip_of
from .clauses import telling_verb
from .details import Detail, FoundEvent, Phrase
from .participants import subject_above
from .place_names import (
    is_capital,
    is_house,
    is_place,
    is_state,
    is_town,
    place_name,
    place_words,
    printed_capitals,
    set_off,
    town_called,
)

_HOLDING: Final = frozenset({"between", "with", "among", "of", "in", "at", "near", "outside", "from", "by", "to", "on"})
"""Prepositions whose names are those who meet, or where: what is said behind these may still be said of the event."""
_VERBS: Final = ("VERB", "AUX")
_LINE_OF_TOWN: Final = re.compile(r"[A-Z][A-Z’'. -]{2,28}")
_DATELINE: Final = re.compile(
    r"(?!Published|Updated|Posted|Issued|Released|Date\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
    r"([A-Z][\w’'. -]{2,28}),? (?:\d|[A-Z][a-z]+ \d)"
)


def read_place(actors: Actors, event: FoundEvent, phrase: Phrase) -> tuple[int, int] | None:
    """A place said with the noun or with its verb: "talks ... in Istanbul", "the Istanbul talks"."""
    first, head = phrase.first, phrase.head
    if (place := set_off(actors, phrase)) is not None:
        return place_words(actors, place)
    for prep in _place_prepositions(actors, event, phrase):
        held = children(prep, "pobj") if prep.lower_ in _where(event) else []
        for noun in held:
            place = town_called(noun)
            near = place.i > first.i - 20 or prep.head is phrase.head
            beside = prep.lower_ == "near" and prep.head.pos_ == "NOUN" and place.ent_type_ != "GPE"
            if beside or (prep.head.tag_ == "NNS" and place.lower_ in wordset("events", "regions")):
                continue  # "at a house near the NAME headquarters", "with leaders in Europe"
            unknown = prep.lower_ in ("in", "at") and place.ent_type_ not in ("GPE", "LOC", "FAC")
            town = place is not noun or (unknown and is_town(actors, place))  # "on the island of X", "in X"
            if (town or is_place(actors, place)) and near and not _is_of_topic(actors, head, place):
                return place_words(actors, place)
            if place.lower_ == "capital":
                words = start_of(place.left_edge), end_of(place)
                if printed_capitals(actors, *words):
                    return start_of(place.left_edge.nbor(1)) if place.left_edge.pos_ == "DET" else words[0], words[1]
    if (trip := trip_of(head)) is not None:
        goals = [o for o in children(trip, "dobj") if o.ent_type_ in ("GPE", "FAC", "LOC")]
        if goals and not is_state(actors, goals[0]):
            return place_words(actors, goals[0])
    if (goal := _planned_for(phrase)) is not None:
        return place_words(actors, goal)
    if (house := _house(actors, event, phrase)) is not None:
        return place_words(actors, house)
    if (host := _hosting(actors, head) or _where_clause(actors, head)) is not None:
        return host
    before = [t for t in head.subtree if t.i < first.i and t.dep_ in ("compound", "nmod") and t.head in (head, first)]
    before = [t for t in before if "-" not in t.text]  # "U.S.-A summit"
    named = [t for t in before if t.ent_type_ == "GPE" or is_capital(actors, t) or _is_told_as_town(actors, t)]
    if (
        not named
        or any(t.text in ("-", "–") for t in before)
        or any(t.lower_ in wordset("events", "regions") for t in named)
    ):
        return _went_to(actors, phrase)
    if actors.mention_at(start_of(named[0]), end_of(named[0])) is None or is_capital(actors, named[0]):
        return start_of(named[0]), end_of(named[-1])
    return None


def add_place_of_day(actors: Actors, event: FoundEvent, phrase: Phrase, day: int | None) -> None:
    """Adds the place right before the day of an event that has none: "in X on Monday"."""
    if event.place is not None or day is None:
        return
    behind = list(dropwhile(lambda t: start_of(t) < day or t.ent_type_ in ("DATE", "TIME"), phrase.sentence.span))[:2]
    town = behind[1] if len(behind) > 1 and behind[0].lower_ in ("in", "at") else None
    if town is not None and town.ent_type_ in ("GPE", "FAC") and day > end_of(phrase.end) and _is_last(phrase, town):
        words = place_words(actors, town)
        event.place = (place_name(actors, words), words)
        event.details.append((Detail("place", Span(start_of(phrase.first), words[1])), phrase.sentence))
        return
    before = [t for t in phrase.sentence.span if end_of(t) <= day and not t.is_space][-2:]
    named = [t for t in before if t.ent_type_ in ("GPE", "FAC") and t.dep_ == "pobj" and t.head.lower_ in ("in", "at")]
    if (
        named
        and (named[-1] is before[-1] or before[-1].lower_ in ("on", "in", ","))
        and (named[-1].i > phrase.end.i or day < start_of(phrase.first))
    ):
        words = place_words(actors, named[-1])
        event.place = (place_name(actors, words), words)
        span = Span(min(start_of(phrase.first), words[0]), max(end_of(phrase.end), words[1]))
        event.details.append((Detail("place", span), phrase.sentence))


def _is_last(phrase: Phrase, town: Token) -> bool:
    """True for a place at the end of its clause: "is set for April in X."."""
    behind = [t for t in phrase.sentence.span if t.i > town.right_edge.i and not t.is_space][:1]
    return not behind or behind[0].text in (".", ",", ";")


def _where(event: FoundEvent) -> tuple[str, ...]:
    """The prepositions before the place of an event; a visit is also "to" one."""
    return (
        ("in", "at", "on", "near", "outside", "to") if event.kind == "visit" else ("in", "at", "on", "near", "outside")
    )


def _is_of_topic(actors: Actors, head: Token, place: Token) -> bool:
    """True for what a preposition says of the topic or the name: "talks on A", "at the A Summit"."""
    if place.head.lower_ == "on" and actors.mention_at(start_of(place), end_of(place)) is not None:
        return True
    if place.head.lower_ == "on" and place.head.head.pos_ in ("NOUN", "PROPN"):
        if head.lemma_.lower() in wordset("events", "rounds_of") | {"round"} - {"meeting"}:
            return True  # "a round on the Nile"
        return bool({t.lower_ for t in place.subtree} & (wordset("events", "waters") | wordset("events", "regions")))
    titled = head.pos_ == "PROPN" and place.lower_ in wordset("events", "regions")  # "Conference on X in Europe"
    return titled or place.lemma_.lower() in wordset("teams", "events")


def _hosting(actors: Actors, head: Token) -> tuple[int, int] | None:
    """The town in "X will host the summit"."""
    host = subject_above(head.head) if head.dep_ == "dobj" and head.head.lemma_ == "host" else None
    towns = [host] if host is not None and host.ent_type_ == "GPE" and not is_state(actors, host) else []
    return place_words(actors, towns[0]) if towns else None


def _where_clause(actors: Actors, head: Token) -> tuple[int, int] | None:
    """The town in "X, where a first meeting was held"."""
    verb = head.head if head.dep_ in ("nsubj", "nsubjpass", "dobj") else head
    if verb.dep_ != "relcl" or not any(c.lower_ == "where" for c in verb.children):
        return None
    place = verb.head
    if place.ent_type_ in ("DATE", "TIME"):  # "flew to X on Monday, where"
        above = next((t for t in place.ancestors if t.pos_ == "VERB"), place)
        place = next((o for p in children(above, "prep") for o in children(p, "pobj") if is_place(actors, o)), place)
    return place_words(actors, place) if is_place(actors, place) or is_town(actors, place) else None


def _is_told_as_town(actors: Actors, noun: Token) -> bool:
    """True for a name before "round" that stands behind "in" elsewhere in the article: "the Harbourtown round"."""
    if noun.tag_ != "NNP" or noun.head.lower_ != "round" or actors.mention_at(start_of(noun), end_of(noun)) is not None:
        return False
    return re.search(rf"\b(?:[Ii]n|[Aa]t) {re.escape(noun.text)}\b", actors.article.text) is not None


def _planned_for(phrase: Phrase) -> Token | None:
    """The town in "a round is planned for X in May"."""
    verb = (
        phrase.head.head if phrase.head.dep_ == "nsubjpass" else next(iter(children(phrase.head, "acl")), phrase.head)
    )
    if verb.lemma_.lower() not in wordset("events", "plan"):
        return None
    held = (o for prep in children(verb, "prep") if prep.lower_ == "for" for o in children(prep, "pobj"))
    return next((o for o in held if o.ent_type_ == "GPE"), None)


def _house(actors: Actors, event: FoundEvent, phrase: Phrase) -> Token | None:
    """The building at which an event is told to be."""
    preps = (p for p in _place_prepositions(actors, event, phrase) if p.lower_ in ("at", "in"))
    return next((o for p in preps for o in children(p, "pobj") if is_house(o)), None)


def _went_to(actors: Actors, phrase: Phrase) -> tuple[int, int] | None:
    """The place in "flew to X for talks", "arrived in X to meet A"."""
    head = phrase.head
    if head.dep_ == "pobj" and head.head.lower_ in ("for", "to", "on"):
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
            return place_words(actors, goal)
    return None


def _place_prepositions(actors: Actors, event: FoundEvent, phrase: Phrase) -> list[Token]:
    """Prepositions at the noun, at the names that it holds ("talks between A and B in ..."), and at its verb."""
    nouns = dict.fromkeys((phrase.head, phrase.last, phrase.end))
    preps = [c for noun in nouns for one in (noun, *_heres(noun)) for c in children(one, "prep")]
    telling = telling_words(phrase, telling_verb(phrase.head), event)
    held = [c for c in own_words_of(phrase) if c.pos_ in _VERBS] + sorted(telling, key=lambda t: t.i)
    for verb in held:
        preps += [c for one in (verb, *_heres(verb), *_lengths(verb)) for c in children(one, "prep")]
        by = [o for p in children(verb, "agent") for o in children(p, "pobj") if _is_name(o)]
        preps += [c for one in by for c in children(one, "prep")]  # "will be hosted by A in X"
        preps += [
            c for o in children(verb, "dobj") for one in conjuncts(o) if _is_name(one) for c in children(one, "prep")
        ]
    for _ in range(2):  # "of the mechanism on the sea in X"
        inner = [p for p in preps if p.lower_ in _HOLDING]
        names = [(p, one) for p in inner for o in children(p, "pobj") for one in (*conjuncts(o), *children(o, "appos"))]
        preps += [c for p, one in names for c in _of_name(actors, p, one)]
        preps = list(dict.fromkeys(preps))
    return preps


def _heres(word: Token) -> list[Token]:
    """The "here" of "was held here in X", the "next" of "will meet next in X"."""
    return [c for c in children(word, "advmod") if c.lower_ in ("here", "there", "next", "again")]


def _lengths(verb: Token) -> list[Token]:
    """The "hours" of "met for two hours in X" and the "close" of "drew to a close in X", on which a parser hangs it."""
    held = [(p.lower_, o) for p in children(verb, "prep") for o in children(p, "pobj")]
    return [o for link, o in held if link == "for" or (link == "to" and o.lower_ in ("close", "end", "conclusion"))]


def _of_name(actors: Actors, prep: Token, noun: Token) -> list[Token]:
    """The prepositions that a parser hangs on a name and that belong to the event: "with B in X", "in X on Monday"."""
    named = (actors.mention_at(start_of(c), end_of(c)) for c in children(noun, "compound", "nmod"))
    called = any(m is not None and m.entry.kind == "organization" for m in named)  # "the A rebel movement"
    if noun.pos_ == "NOUN" and noun.lemma_.lower() in wordset("actors", "own_bodies") and not called:
        return []  # "between A and the administration in X"
    inside = _is_name(noun) or noun.lemma_.lower() in wordset("events", "sites")  # "in a house near X"
    return children(noun, "prep") if inside or prep.lower_ in ("between", "with", "among", "of", "at") else []


def _is_name(noun: Token) -> bool:
    return noun.pos_ == "PROPN" or bool(noun.ent_type_)


def is_here(phrase: Phrase, verb: Token) -> bool:
    """True for "ended here on Friday", "met at the mission here", "held in this border city"."""
    for token in phrase.sentence.span:
        town = token.lower_ in wordset("events", "towns") and any(c.lower_ == "this" for c in token.children)
        if token.lower_ == "here" or (town and token.dep_ == "pobj" and token.head.lower_ == "in"):
            above = [t for t in token.ancestors if t.pos_ in _VERBS or t is phrase.head][:1]
            if above and above[0] in (phrase.head, verb, *children(phrase.head, "acl", "relcl")):
                return True
    return False


def add_dateline_place(actors: Actors, event: FoundEvent, published: date | None) -> None:
    """An event that is told to be here is where the dateline is from; so is one of its day without place or name."""
    day = event.when.value.rpartition("/")[2] if event.when is not None else ""  # of several the last
    so_far = event.when is not None and event.when.printed.lower() == "this week"
    online = bool(set(event.core.lower().split()) & {"virtual", "online"})
    today = published is not None and day == published.isoformat() and not (so_far or online)
    fits = today and not event.planned and not event.named and event.kind in wordset("events", "datelined")
    if event.place is not None or not (fits or event.here):
        return
    place = _dateline_place(actors)
    if place is not None and event.details:
        event.place = (actors.article.text[place[0] : place[1]].title(), place)
        event.details.append((Detail("place", Span(*place)), event.details[0][1]))


def _dateline_place(actors: Actors) -> tuple[int, int] | None:
    segments, text = actors.article.segments, actors.article.text
    for segment in segments[:3]:
        if _LINE_OF_TOWN.fullmatch(text, segment.start, segment.end):  # "ANKARA" in a line of its own
            town = text[segment.start : segment.end].title()
            capital = any(m.form == "capital" for m in actors.gazetteer.match(town, 0, len(town)))
            if capital or f" {town}" in text[segment.end :]:
                return segment.start, segment.end
    lead = next((number for number, segment in enumerate(segments, 1) if segment.kind == "paragraph"), 0)
    for segment in segments[: max(4, lead)]:
        if segment.place is not None:
            labels = text[segment.place[1] : segment.place[1] + 1] == ":"  # "THE PRESIDENT: Good day"
            named = actors.gazetteer.match(text, *segment.place) if labels else ()
            return segment.place if not labels or any(m.form == "capital" for m in named) else None
        line = _DATELINE.match(text, segment.start, segment.end) if segment.kind in ("caption", "dateline") else None
        if line is not None:
            return line.span(1)
    return None
