"""Who is a man and who a woman: by titles ("Ms NAME", "spokesman NAME", "the king, NAME"), else by given names."""

from __future__ import annotations

import re
from functools import cache

from ....graph.records import Key
from ..lexicons.word_lists import wordset
from ..text.spans import Spans

_NEAR = 40
"""Characters before a name in which its title is sought."""
_OF_MEN = r"(?-i:(?:[a-z]+|Spokes|Chair|Congress|Business|Ombuds)(?<!wo)(?<!hu)man)"
"""A title of a man by its ending; "German" and "Oman" are none."""


def genders(text: str, names: Spans[Key]) -> dict[Key, str]:
    """ "m" or "f" for the people whose titles or given names tell it."""
    found: dict[Key, str] = {}
    for start, person in zip(names.starts, names.values, strict=True):
        match = _titled().search(text, max(0, start - _NEAR), start)
        if match:
            found.setdefault(person, "f" if match["she"] else "m")
    for person in dict.fromkeys(names.values):
        given, *others = person.partition("/")[2].split("-")
        for gender, known in (("f", "women"), ("m", "men")):
            if others and given in wordset("given_names", known):
                found.setdefault(person, gender)
    return found


@cache
def _titled() -> re.Pattern[str]:
    he, she = ("|".join(sorted(wordset("actors", group))) for group in ("men", "women"))
    between = r"\.?(?:(?:\s+of)?\s+[A-Z][\w’'-]*){0,2},?\s+$"
    return re.compile(rf"\b(?:(?P<she>{she}|\w+woman)|(?P<he>{he}|{_OF_MEN})){between}", re.IGNORECASE)
