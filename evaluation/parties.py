"""Whether two names mean the same party: a capital its country, a named official the state that he stands for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

from .lists import word_lists
from .wording import like, normalised

Names: TypeAlias = Sequence[str]
Represented: TypeAlias = Mapping[str, Sequence[str]]
"""Named persons with the organisations in which they hold posts."""

_MEMBERS = ("delegation", "side")
_BETWEEN_NAMES = re.compile(r",|;|/| and ")
_NOBODY: Represented = MappingProxyType({})


def party(name: str) -> str | None:
    """Return the key of the party that a name means, or None when it is none of the list.

    >>> party("the Egyptian side"), party("Cairo"), party("Ada Novak")
    ('egypt', 'egypt', None)
    """
    whole, general = normalised(name), word_lists("words")["general"]
    telling = " ".join(word for word in whole.split() if word not in general)
    return _parties().get(whole) or _parties().get(telling)


def same_agent(found: Names, expected: Names, represented: Represented = _NOBODY) -> bool:
    """Whether one of the names that were found means one of those expected; naming everyone is no answer."""
    if len(_single(found)) > max(3, len(_single(expected)) + 2):
        return False
    return any(_same(ours, theirs, represented) for ours in found if ours for theirs in expected if theirs)


def _same(found: str, expected: str, represented: Represented) -> bool:
    ours, theirs = party(found), party(expected)
    if ours and theirs:
        return ours == theirs
    name, other = normalised(found), normalised(expected)
    short_enough = len(name.split()) <= 2 * len(other.split()) + 4
    if name and other and short_enough and like(name, other):
        return True
    return theirs is not None and any(
        like(name, normalised(person)) and any(party(body) == theirs for body in bodies)
        for person, bodies in represented.items()
    )


def _single(names: Names) -> list[str]:
    return [part for name in names if name for part in _BETWEEN_NAMES.split(name) if part.strip()]


@cache
def _parties() -> Mapping[str, str]:
    keys: dict[str, str] = {}
    for key, names in word_lists("parties").items():
        for name in (key, *names):
            keys.update(dict.fromkeys((name, *(f"{name} {word}" for word in _MEMBERS)), key))
    return MappingProxyType(keys)
