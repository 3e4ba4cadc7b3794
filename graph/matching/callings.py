"""What kind of work a post is: kinds of which one person has only one at a time, or posts that go with any other."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

FREE: Final = "any"
"""The calling of a post that goes with every other: who negotiates, leads or speaks for a delegation."""
_WORDS: Final = {
    "business": "ceo chief-executive businessman businesswoman banker trader entrepreneur owner shipowner merchant director-general",
    "study": "analyst professor expert researcher scholar historian fellow lecturer economist academic scientist",
    "press": "journalist editor correspondent columnist reporter broadcaster presenter anchor blogger",
    "parliament": "lawmaker mp senator congressman congresswoman parliamentarian legislator speaker councillor",
    "bench": "judge justice prosecutor lawyer attorney magistrate",
    "town": "mayor vicar",
    "stage": "coach striker footballer actor actress singer musician goalkeeper athlete writer novelist poet director",
    "faith": "bishop priest imam rabbi archbishop patriarch cardinal pope",
    "office": "minister president premier chancellor secretary aide adviser advisor governor ambassador king prince emir",
}
_CALLINGS: Final = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_CLEAR: Final = frozenset(("minister", "president", "premier", "chancellor"))


@lru_cache(maxsize=8192)
def calling(title: str) -> str:
    """Return what kind of post a title is; for a minister also of what, since nobody has two ministries.

    >>> calling("fisheries minister"), calling("deputy fisheries minister"), calling("chief negotiator")
    ('office', 'office', 'any')
    """
    words = title.replace("chief executive", "chief-executive").split()
    return next((_CALLINGS[word] for word in reversed(words) if word in _CALLINGS), FREE)
