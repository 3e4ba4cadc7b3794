"""What a verb tells of an event, before its day and place are read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from ....graph.records import EventKind, Key
from ..language.parse import Token
from ..lexicons.word_lists import wordset
from .outlook import Outlook

Needs: TypeAlias = Literal["", "day", "day or place", "day and place"]


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event that a verb tells of."""

    verb: Token
    kind: EventKind
    agents: tuple[Key, ...]
    outlook: Outlook
    host: Key | None = None
    between: tuple[Key, ...] = ()
    """Those who brought them together."""
    goal: str = ""
    """Where a visit went."""
    partners: tuple[Key, ...] = ()
    """Those whom the subject met or called."""
    needs: Needs = ""
    """What has to be told with it, for its verb alone is no event in particular."""
    words: str = ""
    """The words for those who met when they are nobody known: "the committee"."""


_ALONE = frozenset(
    {"call", "decide", "exchange", "free", "hand", "negotiate", "release", "return", "speak", "swap", "talk", "visit"}
)
"""Verbs that tell of an event with other words, and stand in no list."""
_LISTS = (
    "agreeing",
    "arriving",
    "assembling",
    "by_phone",
    "calling",
    "in_person",
    "receiving",
    "together",
    "working_out",
)


@cache
def telling_verbs() -> frozenset[str]:
    """The verbs that may tell of an event: how far a clause holds is asked of theirs alone."""
    return _ALONE.union(*(wordset("events", name) for name in _LISTS))
