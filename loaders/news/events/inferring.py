"""Whose an event is that no words say it of: that of the sides which the whole article is about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from ....graph.records import Key
from ..cast.actors import Actors
from ..cast.parties import are_alone, face, stand_out
from ..language.annotation import Sentence, end_of, start_of
from ..language.parse import Token
from ..language.syntax import subject_of
from ..lexicons.word_lists import lexicon, wordset
from .details import FoundEvent
from .elsewhere import is_of_somebody_else
from .naming import with_names
from .numbers import ordinals
from .series import is_of_something_else, other_talks
from .sides import agreed_together, all_agreed, two_sided

_SITTINGS: Final = ("round", "talks", "meeting")
_PLACED: Final = frozenset({"in", "at", "near", "from", "to", "outside"})


def infer_parties(actors: Actors, events: Sequence[FoundEvent], named: tuple[Key, ...]) -> None:
    """The talks that an article is about are its two sides' where no words say whose they are.

    ``named`` are the sides of the only talks that the article names, also where it tells nothing else of them.
    """
    sittings = [e for e in events if e.kind in _SITTINGS and e.which != "next"]
    now = (e for e in sittings if e.definite and not (e.planned or e.which) and any(m.news for m in e.mentions))
    held = (e for e in now if e.when is not None)
    leading = [*sittings[:1], *(e for e in held if e is not sittings[0])][:2]
    others = other_talks(actors, events, actors.told_pair)
    untold = not any(e.parties for e in events if e.kind in _SITTINGS)
    for event in events:
        told = event.attendees or event.parties or event.unresolved or event.key in others
        if event.kind not in _SITTINGS or told:
            continue
        if event.wished:
            event.parties = actors.told_pair if event.when and event.place and _names_both(actors, event) else ()
            event.inferred = bool(event.parties)
            continue
        leads = any(event is one for one in leading)
        if sides := _whose(actors, event, leads=leads, untold=untold):
            event.parties, event.inferred = sides, True
            here = leads and not event.planned
            event.attendees, event.lent = (sides, False) if here else ((), True)
    _lend_to_rounds(actors, [e for e in events if e.key not in others], named)
    for event in events:
        if event.kind in _SITTINGS and _is_with_one_of(actors, event):
            event.parties, event.attendees, event.inferred = actors.told_pair, (), True
    _meet_again(actors, events)
    for event in events:
        if event.inferred and _is_only_there(actors, event):
            event.parties, event.attendees, event.inferred, event.lent = (), (), False, False


def _is_with_one_of(actors: Actors, event: FoundEvent) -> bool:
    """True for "officials said as talks with B ended" in an article on A and B, where nobody else acts."""
    named = with_names(actors, event.parties)
    people = any(key.startswith("person/") for key in event.attendees)
    alone = len(named) == 1 and event.sides == named and not (people or event.unresolved)
    if not alone or named[0] not in actors.told_pair or event.earlier:
        return False
    return all(_acting(actors, sentence) <= set(actors.told_pair) for sentence in _sentences(actors, event))


def _lend_to_rounds(actors: Actors, events: Sequence[FoundEvent], named: tuple[Key, ...]) -> None:
    """A round of which nobody is told is of those whose talks alone the article names: "the A-B talks"."""
    named = named or (actors.told_pair if face(actors, actors.told_pair) else ())
    for event in events if named else ():
        untold = not (event.attendees or event.parties or event.unresolved or event.wished)
        if event.kind == "round" and untold and may_be_theirs(actors, event, named):
            event.parties, event.inferred, event.lent = named, True, True


def _meet_again(actors: Actors, events: Sequence[FoundEvent]) -> None:
    """Who "will meet again" are those of the talks that the article is about, where no others are told."""
    met = next((e for e in events if e.kind in _SITTINGS and not e.planned and len(e.parties) > 1), None)
    for event in events if met is not None else ():
        nobody = not event.parties or set(event.parties) == set(actors.told_pair)
        if met is not None and event.again and event.planned and nobody and set(event.parties) < set(met.parties):
            event.parties, event.attendees, event.inferred = met.parties, (), True


def stand_for_both(actors: Actors, event: FoundEvent, sides: tuple[Key, ...]) -> None:
    """Makes both sides the parties where nobody but "technical teams" or "the experts" is told to meet."""
    if event.going_on and event.body and not event.parties:  # "the delegates had met for two days"
        word = event.body.lower().split()[-1].removesuffix("s")
        event.parties = sides if word in wordset("actors", "sent") else ()
    labels = [actors.agents[key].label.lower().split() for key in event.parties if key.startswith("unnamed/")]
    plain = bool(labels) and len(labels) == len(event.parties)
    sent = plain and all(words[-1].removesuffix("s") in wordset("actors", "sent") for words in labels)
    if sent and sides and all(actors.party_of(key) == key for key in event.parties):
        event.parties = sides


def _whose(actors: Actors, event: FoundEvent, *, leads: bool, untold: bool) -> tuple[Key, ...]:
    """The sides of an event, as far as the article tells them; () where another may be meant.

    ``untold``: of no event at all its own words tell whose it is.
    """
    session = leads and event.core.endswith(" session") and event.core.split()[0] in ordinals()
    if event.kind == "meeting" and not (event.definite or session or _is_of_both(actors, event)):
        return ()  # "a meeting in the house of culture" may be anybody's
    between, sides = {part.agent for part in event.others}, actors.told_pair
    between |= {actors.party_of(part.agent) for part in event.others if part.capacity != "attendee"}
    if leads and not event.planned and (several := all_agreed(actors)):
        return several if not between & set(several) else ()
    both = sides or actors.pair
    if between & set(both) or not (may_be_theirs(actors, event, both) and are_named(actors, both)):
        return ()
    if len(actors.pair) == 2 and leads and not event.planned:
        joined = event.kind != "meeting" and are_alone(actors, actors.pair) and two_sided(actors, lead=True)
        if joined or agreed_together(actors):
            return actors.pair
    apart = len(actors.pair) != 2 or stand_out(actors, actors.pair) or are_alone(actors, actors.pair)
    return sides if apart and _is_taken_up(event, leads=leads, untold=untold) else ()


def _is_only_there(actors: Actors, event: FoundEvent) -> bool:
    """True where one of two sides is the state in which they meet, of which nothing tells that it did anything."""
    place = event.place[1] if event.place is not None else (0, 0)
    there = {m.entry.key for m in actors.gazetteer.match(actors.article.text, *place) if m.entry.kind == "state"}
    acting = set()
    for sentence in actors.article.sentences:
        for token in (t for t in sentence.span if t.dep_ in ("nsubj", "nsubjpass")):
            acting |= {actors.party_of(key) for key in actors.resolve(token, sentence)}
    return any(key in there and key not in acting for key in event.parties)


def _names_both(actors: Actors, event: FoundEvent) -> bool:
    """True for "A proposed talks in X on Friday, but B did not answer"."""
    return any(_acting(actors, sentence) == set(actors.told_pair) for sentence in _sentences(actors, event))


def _is_of_both(actors: Actors, event: FoundEvent) -> bool:
    """True for "Neither gave way at a meeting on Friday"."""
    words = (t for s in _sentences(actors, event) for t in s.span)
    return any(t.lower_ in ("neither", "both") and t.dep_ == "nsubj" for t in words)


def are_named(actors: Actors, sides: tuple[Key, ...]) -> bool:
    """True when each state is named by more than an adjective: "an Indian tribe" is not India."""
    if face(actors, sides):
        return True
    named = {m.entry.key for r in actors.readings for m in r.mentions if m.form != "demonym"}
    return all(side in named for side in sides if side.startswith("state/"))


def may_be_theirs(actors: Actors, event: FoundEvent, sides: tuple[Key, ...]) -> bool:
    """False for what was in an earlier year, has a name, or is told in sentences that name others beside them."""
    plain = {*_capitalised(), *(event.place[0].split() if event.place is not None else ())}
    bygone = event.earlier and event.kind != "round"
    if bygone or any(word.istitle() and word not in plain for word in event.core.split()):
        return False
    between = {actors.party_of(part.agent) for part in event.others}
    if is_of_somebody_else(actors, event) or any(
        _looks_on(actors, sentence, sides) for sentence in _sentences(actors, event)
    ):
        return False
    named = [_acting(actors, sentence) - between for sentence in _sentences(actors, event)]
    return any(set(sides) <= keys for keys in named) or not any(keys - set(sides) for keys in named)


@cache
def _capitalised() -> frozenset[str]:
    """The words for events as they open a sentence: "Discussions are due on Monday"."""
    nouns = (noun for entry in lexicon("events")["kinds"] if entry["kind"] in _SITTINGS for noun in entry["nouns"])
    return frozenset(word.capitalize() for noun in nouns for word in noun.split())


def _is_taken_up(event: FoundEvent, *, leads: bool, untold: bool) -> bool:
    """True for "the talks", "the 14th round", "the next session": what whoever reads of two sides takes for theirs."""
    counted = event.kind == "round" and (bool(event.ordinal) or event.which == "next")
    resumes = event.kind == "talks" and event.definite and event.core.lower() in wordset("events", "rounds_of")
    foreseen = event.which == "next" or (event.planned and (counted or resumes))
    coming = foreseen and bool(event.when or event.place)
    held = event.when is not None and any(detail.aspect == "occurrence" for detail, _ in event.details)
    talks = event.kind != "meeting" or not event.definite or event.core.endswith("session") or held
    return coming or (untold and counted) or (leads and not event.planned and talks)


def _sentences(actors: Actors, event: FoundEvent) -> list[Sentence]:
    found = (actors.article.sentence_at(mention.span.start) for mention in event.mentions)
    return list({sentence.number: sentence for sentence in found if sentence is not None}.values())


def _acting(actors: Actors, sentence: Sentence) -> set[Key]:
    """The states and bodies that a sentence names, without places, and without whoever only tells it."""
    found = set()
    for token in sentence.span:
        mention = actors.mention_at(start_of(token), end_of(token))
        if mention is None or mention.entry.kind == "outlet" or start_of(token) != mention.start:
            continue
        placed = mention.form == "capital" and token.dep_ == "pobj" and token.head.lower_ in _PLACED
        placed = placed or token.head.lower_ in wordset("events", "towns")  # "in the A capital"
        placed = placed or (mention.form == "capital" and token.head.lemma_.lower() in wordset("teams", "events"))
        aside = is_of_something_else(token) or _tells(token) or _is_of_mediators(token) or _stands_by(token)
        if not placed and not aside and (mention.entry.kind == "state" or mention.entry.party):
            found.add(actors.party_of(actors.known(mention)))
    return found


def _looks_on(actors: Actors, sentence: Sentence, sides: tuple[Key, ...]) -> bool:
    """True for "with A attending as an observer", by which A is no side."""
    watched = (
        t for t in sentence.span if t.lemma_.lower() == "observer" and t.dep_ == "pobj" and t.head.lower_ == "as"
    )
    subjects = (subject for noun in watched if (subject := subject_of(noun.head.head)) is not None)
    mentions = (actors.mention_at(start_of(subject), end_of(subject)) for subject in subjects)
    return any(mention is not None and mention.entry.key in sides for mention in mentions)


def _is_of_mediators(token: Token) -> bool:
    """True for the A and B of "A and B mediators", who stand between those who talk."""
    first = token.head if token.dep_ == "conj" else token
    beside = first.dep_ in ("amod", "compound", "nmod", "poss") and first.head.pos_ == "NOUN"
    return beside and first.head.lemma_.lower() in wordset("teams", "mediators")


def _stands_by(token: Token) -> bool:
    """True for the A and B of "are guaranteed by A and B", "hosted by A"."""
    first = token
    while first.dep_ == "conj":
        first = first.head
    by = first.head if first.dep_ == "pobj" and first.head.lower_ == "by" else None
    return by is not None and by.head.lemma_ in wordset("teams", "attend")


def _tells(token: Token) -> bool:
    """True for the A of "A's ministry said", which tells of what others did."""
    subject = next((t for t in (token, *token.ancestors) if t.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and subject.head.lemma_ in wordset("reporting", "say")
