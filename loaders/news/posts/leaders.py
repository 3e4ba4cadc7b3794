"""Whose team somebody leads, by the words beside the title: "the X delegation, led by TITLE NAME"."""

from __future__ import annotations

import re
from typing import Final

from ....graph.records import Key
from ..cast.actors import Actors
from ..language.words import Word
from ..lexicons.word_lists import wordset
from ..names.gazetteer import Mention
from ..names.readings import Reading

_GOAL: Final = re.compile(r" (?:for|to|in|at) (?:the )?$")


def led_by(actors: Actors, reading: Reading, first: int) -> Key | None:
    """ "the X delegation, headed by TITLE NAME"."""
    words = reading.words
    under = first > 2 and words[first - 1].lower == "under" and words[first - 2].text == ","
    led = first > 2 and words[first - 1].lower == "by" and words[first - 2].lower in ("led", "headed")
    if not (under or led):
        return None
    text = actors.article.text
    before = [m for m in reading.mentions if m.end <= words[first - 2].start and not is_goal(text, m)]
    if under and before and before[-1].end == words[first - 2].start and before[-1].form == "demonym":
        return actors.known(before[-1])  # "the Kenyans, under NAME"
    tail = {w.lower for w in words[max(0, first - 14) : first]} & wordset("offices", "led")
    if not before or not tail:
        return None
    joined = "and" in _between(words, before[-2].end, before[-1].start) if len(before) > 1 else False
    return None if joined and words[first - 3].text == "," else actors.known(before[-1])


def is_goal(text: str, mention: Mention) -> bool:
    """True for the A of "a team would leave for A, headed by"."""
    return _GOAL.search(text, max(0, mention.start - 12), mention.start) is not None


def _between(words: list[Word], start: int, end: int) -> list[str]:
    return [w.lower for w in words if start <= w.start < end][:2]


def leads_team(actors: Actors, reading: Reading, last: int) -> Key | None:
    """ "the minister leading the X team", "NAME, who now heads the X delegation"."""
    last += reading.words[last : last + 1] != [] and reading.words[last].text == ","
    ahead = reading.words[last : last + 8]
    verb = next((n for n, w in enumerate(ahead[:3]) if w.lower in wordset("offices", "leading")), None)
    if verb is None or (verb and ahead[0].lower != "who"):
        return None
    for mention in reading.mentions:
        if ahead[verb].end < mention.start <= ahead[-1].start:
            return actors.party_of(actors.known(mention))
    return None
