"""People whom datasets list: a name that fits makes them one only with the same day of birth, or one post and state.

Whole populations are listed there, so a name and a state that would do in the news join nobody; they are asked about.
"""

from __future__ import annotations

from typing import Final

from .matches import Likeness
from .person_names import SAME, in_two_languages, name_similarity, parts
from .tellings import Telling

_WHOLE_DAY: Final = len("YYYY-MM-DD")
_MOST_NAMES: Final = 12
"""So many names of one person are compared with those of another."""


def listed_likeness(one: Telling, other: Telling, title: str, *, same_source: bool) -> Likeness | None:
    """Return how like two people are of whom a dataset lists one; ``title`` is a post that both hold.

    Two that one dataset lists are asked about where their names are the same in every part, and never joined.
    """
    if not fit(one, other, whole=same_source):
        return None
    because = ["names that fit"]
    languages = all(
        in_two_languages(a[0], b[0]) for name in one.names for told in other.names
        if (a := parts(name)) and (b := parts(told)) and name_similarity(name, told) >= SAME
    )  # fmt: skip
    if languages:
        because.append("one given name in two languages")
    score = 0.45
    if one.side and one.side == other.side:
        because.append("same state")
        score += 0.1
    if title:
        because.append(f"both {title}")
        score += 0.25 if score > 0.5 and not languages else 0.1
    if one.born and other.born and _days_fit(one.born, other.born):
        because.append("born on the same day" if len(one.born) == len(other.born) == _WHOLE_DAY else "births that fit")
        score += 0.4 if one.born == other.born and len(one.born) == _WHOLE_DAY else 0.1
    if same_source:
        because.append("in one dataset")
        score = min(score, 0.65)
    return Likeness(min(score, 0.95), tuple(because))


def fit(one: Telling, other: Telling, *, whole: bool = False) -> bool:
    """True when a name of one fits one of the other's; ``whole``: in each part."""
    names = [(a, b) for a in one.names[:_MOST_NAMES] for b in other.names[:_MOST_NAMES]]
    if whole:
        return any(len(parts(a)) > 1 and sorted(parts(a)) == sorted(parts(b)) for a, b in names)
    return any(name_similarity(a, b) >= SAME for a, b in names)


def why_not(one: Telling, other: Telling) -> str:
    """Return why two cannot be one, whatever they are called."""
    if one.born and other.born and not _days_fit(one.born, other.born):
        return f"one was born on {one.born}, the other on {other.born}"
    if one.item and other.item and one.item != other.item:
        return f"they are two items of Wikidata, {one.item} and {other.item}"
    return ""


def _days_fit(one: str, other: str) -> bool:
    """True when one day is the other, told less precisely perhaps."""
    return one.startswith(other) or other.startswith(one)
