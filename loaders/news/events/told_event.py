"""What a verb tells of an event, before its day and place are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from ....graph.records import EventKind, Key
from ..language.parse import Token
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
