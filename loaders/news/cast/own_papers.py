"""What a government publishes itself: whose it is, who speaks in it, and whose acts it can vouch for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ....graph.records import Agent, Key
from ..lexicons.word_lists import wordset
from ..names.entries import Entry
from .actors import Actors

_SERVICES: Final = "press-service"
"""The section of outlets.yaml whose outlets are offices of their states."""
_DOMAIN: Final = re.compile(r"(?:^|\.)(?:gov|gob|gouv|govt|gub|go|gc)\.([a-z]{2})$")
"""How sites of governments end, before the code of the state."""
_CODES: Final = {"uk": "GB"}
"""Codes of sites that are not the state's own."""


@dataclass(frozen=True, slots=True)
class OwnPaper:
    """A text that an office of one side publishes; ``side`` is ``None`` where nothing tells whose office it is."""

    publisher: Key
    side: Key | None
    joint: bool = False
    """True for a joint statement, by which both sides have put their names to what it tells."""

    def vouches_for(self, parties: Iterable[Key]) -> bool:
        """True for what its own side alone does, and for everything in a joint statement."""
        return self.joint or set(parties) == {self.side}


def own_paper(actors: Actors, outlet: Agent | None, title: str) -> OwnPaper | None:
    """The text as the paper of one side; ``None`` where its publisher is no office of a state."""
    if outlet is None:
        return None
    side = _state_of(actors, outlet)
    if side is None and (any(actors.gazetteer.match(outlet.label)) or not _names(outlet.label, "government_offices")):
        return None
    return OwnPaper(outlet.key, side, joint=_names(title, "joint_papers"))


def is_joint(actors: Actors) -> bool:
    """True for a text whose headline calls it a joint statement, whoever publishes it."""
    text, segments = actors.article.text, actors.article.segments
    return any(_names(text[s.start : s.end], "joint_papers") for s in segments if s.kind == "headline")


def _names(text: str, group: str) -> bool:
    """True where a word, or two that stand together, are in a group of actors.yaml."""
    words = re.findall(r"[\w']+", text.lower().replace("’", "'"))
    pairs = (f"{a} {b}" for a, b in pairwise(words))
    return not wordset("actors", group).isdisjoint((*words, *pairs))


def note_own_official(actors: Actors, paper: OwnPaper, elsewhere: Collection[Key]) -> None:
    """Notes the side of the official whom the headline names first, where a state's own office prints it.

    ``elsewhere`` are those who are told to hold a post of some state or body.
    """
    turns = any(segment.kind == "turn" for segment in actors.article.segments)
    headline = next((s for s in actors.article.segments if s.kind == "headline"), None)
    if paper.side is None or headline is None:
        return
    named = ((start, key) for start, end, key in actors.names.following(headline.start) if end <= headline.end)
    at, first = next(named, (headline.start, None))
    if not turns and "with" in actors.article.text[headline.start : at].lower().split():
        return  # "Call with NAME": whoever is called
    if first is not None and first not in actors.sides and first not in elsewhere and actors.is_official(first):
        actors.sides[first] = actors.state(paper.side.removeprefix("state/"))


def _state_of(actors: Actors, outlet: Agent) -> Key | None:
    """The state whose seat of power, government, press service or official site a publisher's name is."""
    if (code := _code_of_site(outlet.label)) is not None:
        return Key(f"state/{code}")
    offices = _names(outlet.label, "state_offices")
    for mention in actors.gazetteer.match(outlet.label):
        entry = mention.entry
        if entry.kind == "state" and (mention.form == "metonym" or offices):
            return Key(entry.key)
        if _is_service(entry):
            return Key(f"state/{entry.state}")
    return None


def _is_service(entry: Entry) -> bool:
    return entry.kind == "outlet" and entry.category == _SERVICES and bool(entry.state)


def _code_of_site(name: str) -> str | None:
    """The code of the state whose government has a site of this name.

    >>> _code_of_site("www.mofa.gov.ke")
    'KE'
    """
    host = name.strip().lower().removeprefix("https://").removeprefix("http://").rstrip("/")
    found = _DOMAIN.search(host)
    if found is not None:
        return _CODES.get(found[1], found[1].upper())
    return "GB" if host.endswith("gov.uk") else "US" if re.fullmatch(r"[\w.-]+\.(?:gov|mil)", host) else None
