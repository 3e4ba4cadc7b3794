"""Whose talks a round is of that names no sides, in an article that tells of two negotiations.

Rounds whose numbers follow one another are of one negotiation. Where an article tells of the second and third round of
its own two sides, a sixth at which another state is named is of talks with that state.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from ....graph.records import Key
from ..cast.actors import Actors
from ..language.annotation import start_of
from ..language.parse import Token
from ..language.syntax import children
from ..lexicons.word_lists import wordset
from ..names.gazetteer import Mention
from .details import FoundEvent

_THOSE: Final = re.compile(r"\bof (?:those|these) (?:talks|negotiations)\b")


def other_talks(actors: Actors, events: Iterable[FoundEvent], leading: Sequence[Key]) -> Mapping[Key, tuple[Key, ...]]:
    """Return who talks at the rounds that are not of the ``leading`` sides: two, or the one who is named there."""
    several = list(_series([event for event in events if event.kind == "round" and event.ordinal]))
    found: dict[Key, tuple[Key, ...]] = {}
    for rounds in several:
        if both := next((event.parties for event in rounds if len(event.parties) > 1), ()):
            found |= {event.key: both for event in rounds if set(event.parties) < set(both) != set(leading)}
            continue
        near = [m for event in rounds for m in _named_beside(actors, event)]
        named = {m.entry.key: m for m in near}
        others = named.keys() - set(leading)
        told = len(several) > 1 or any(_is_met(actors, m) for m in near if m.entry.key in others)
        told = told or any(_is_of_those(actors, event) for event in rounds)
        if told and len(others) == 1 and not named.keys() >= set(leading):
            parties = tuple(actors.known(named[key]) for key in sorted(named))
            found |= {event.key: parties for event in rounds}
    return found


def of_nobody_told(events: Iterable[FoundEvent], leading: Sequence[Key]) -> Mapping[Key, tuple[Key, ...]]:
    """Return nobody for each event that names no two sides, where the last told before are others than the ``leading``.

    In a briefing on several negotiations "the next round" is not of those that it tells of first.
    """
    ordered = sorted(events, key=lambda event: event.mentions[0].span.start)
    told = [set(event.parties) for event in ordered if len(event.parties) > 1]
    if all(sides <= set(leading) for sides in told):
        return {}
    found: dict[Key, tuple[Key, ...]] = {}
    last = set() if set(leading) in told else set(leading)
    for event in ordered:
        if len(event.parties) > 1:
            last = set(event.parties)
        elif not (last and last <= set(leading)):
            found[event.key] = ()
    return found


def _series(rounds: Iterable[FoundEvent]) -> Iterator[list[FoundEvent]]:
    """Yield the rounds whose numbers follow one another."""
    series: list[FoundEvent] = []
    for event in sorted(rounds, key=lambda one: one.ordinal or 0):
        if series and (event.ordinal or 0) - (series[-1].ordinal or 0) > 1:
            yield series
            series = []
        series.append(event)
    if series:
        yield series


def _named_beside(actors: Actors, event: FoundEvent) -> Iterator[Mention]:
    """Yield the states named in the sentences of an event, those left out that are only where it is."""
    text = actors.article.text
    sentences = {s.number for m in event.mentions if (s := actors.article.sentence_at(m.span.start)) is not None}
    if _is_of_those(actors, event):
        sentences |= {number - 1 for number in sentences if number}
    for number in sorted(sentences):
        for mention in actors.readings[number].mentions:
            is_place = mention.form == "capital" or text[: mention.start].endswith(" in ")
            if mention.entry.kind == "state" and not is_place:
                tokens = (t for t in actors.article.sentences[number].span if start_of(t) == mention.start)
                if not any(is_of_something_else(token) or _only_speaks(token) for token in tokens):
                    yield mention


def is_of_something_else(name: Token) -> bool:
    """True for the A of "exercises with A"."""
    above = name.head.head if name.dep_ == "pobj" and name.head.lower_ == "with" else None
    words = wordset("events", "rounds_of") | {"round"}
    return above is not None and above.pos_ == "NOUN" and above.lemma_.lower() not in words


def _only_speaks(name: Token) -> bool:
    """True for the A of "what A called", "A's minister proposed a round": no side of it, but who speaks of it."""
    subject = name.head if name.dep_ in ("poss", "amod", "compound") else name
    speaks = wordset("reporting", "say") | {"call", "propose", "suggest", "host", "mediate", "invite"}
    if subject.dep_ != "nsubj":
        return False
    return any(verb.lemma_.lower() in speaks for verb in (subject.head, *children(subject.head, "conj")))


def _is_of_those(actors: Actors, event: FoundEvent) -> bool:
    """True for "the seventh round of those talks", whose sides the sentence before tells."""
    text = actors.article.text
    return any(_THOSE.search(text, m.span.start, m.span.end + len(" of those talks")) for m in event.mentions)


def _is_met(actors: Actors, mention: Mention) -> bool:
    """True in "with X it is through its seventh round"."""
    return actors.article.text[: mention.start].lower().endswith("with ")
