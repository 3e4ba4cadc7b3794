"""Whose official speaks in what a government publishes itself: "Remarks by the President", with no state beside it."""

from __future__ import annotations

from ....graph.records import Key
from ..lexicons.word_lists import wordset
from .actors import Actors


def note_own_official(actors: Actors, publisher: str) -> None:
    """Notes the side of the official whose words the headline names first, where a state's own office prints them."""
    state = _state_of(actors, publisher)
    turns = any(segment.kind == "turn" for segment in actors.article.segments)
    headline = next((s for s in actors.article.segments if s.kind == "headline"), None)
    if state is None or headline is None or not turns:
        return
    named = (key for _, end, key in actors.names.following(headline.start) if end <= headline.end)
    first = next(named, None)
    if first is not None and first not in actors.sides and actors.is_official(first):
        actors.sides[first] = actors.state(state.removeprefix("state/"))


def _state_of(actors: Actors, publisher: str) -> Key | None:
    """The state whose seat of power or government a publisher's name is."""
    offices = wordset("actors", "state_offices") & set(publisher.lower().split())
    for mention in actors.gazetteer.match(publisher, 0, len(publisher)):
        if mention.entry.kind == "state" and (mention.form == "metonym" or offices):
            return Key(mention.entry.key)
    return None
