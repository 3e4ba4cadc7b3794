"""The card of one mention of a name: what it says of its bearer. How it is read is for :mod:`.cards`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Card:
    """What one mention of a name says of its bearer."""

    titles: frozenset[str] = frozenset()
    state: str = ""
    """The key of the state whose post or man it is."""
    namesake: bool = False
    """True for "her namesake NAME"."""
    relative: bool = False
    """True for "his son NAME"."""
    begins: int = 0
    """Where its sentence begins."""
    segment: int = 0
    """Where its paragraph begins."""
